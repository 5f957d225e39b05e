/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Coined names of unions: Роспрофкабель, Белпрофсоль. No dictionary has them and papers seldom say what they stand for:
 * the word behind "проф" tells the case, the beginnings of both parts tell whose name it is.
 */
#include "org_brand.h"

#include "abbr.h"
#include "org_body.h"
#include "utf8.h"

enum { PART = 3 /* letters of a part of a coined name that begin a word of the full one */ };

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

/* Where the part behind "проф" begins in a folded word; SPAN_NONE: it has none. */
static size_t behind_union(struct span word)
{
	static const char *const parts[] = { "проф", "праф" };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t at = span_find(word, span_of(parts[i]), 1);

		if (at != SPAN_NONE)
			return at + span_of(parts[i]).n;
	}
	return SPAN_NONE;
}

/* Межпрофсоюзный, Минпрофобр: adjectives, and offices of state */
static bool is_coined(const struct org_names *n, size_t i)
{
	static const char *const offices[] = { "мин", "гос", "глав", "меж", "обще", "непроф", "внутри", "внепроф" };
	struct tokens *ts = n->scan->ts;
	const struct token_info *info;

	if (!abbr_is_compound(n->scan, i) || (ts->t[i].lang != LANG_RU && ts->t[i].lang != LANG_BE) ||
	    behind_union(token_fold(ts, i)) == SPAN_NONE)
		return false;
	for (size_t k = 0; k < sizeof offices / sizeof *offices; k++)
		if (span_starts(token_fold(ts, i), span_of(offices[k])))
			return false;
	info = token_info(ts, i);
	return info->head == LEXICON_NONE && (!info->n || (info->tags & M_PREDICTED && !(info->tags & M_ADJ)));
}

/* The nominative of a noun: an oblique form before one that may be a nominative (леса: of лес, and a fishing line). */
static bool noun_nominative(const struct morph *m, struct span word, struct buf *out)
{
	struct morph_parse parse[MORPH_MAX];
	size_t n = morph_parses(m, word, parse);

	for (size_t pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < n; i++)
			if (parse[i].tags & M_NOUN && parse[i].tags & M_SING &&
			    !(parse[i].tags & (M_PREDICTED | M_NAME | M_SURN | M_PATR)) &&
			    !(parse[i].tags & M_NOM) == (pass == 0) &&
			    morph_inflect(m, word, &parse[i], M_NOM | M_SING, out))
				return true;
	return false;
}

/* Роспрофпищемаша: letters that are no word lose a case ending behind a consonant. */
static struct span without_ending(struct span word)
{
	static const char *const endings[] = { "ом", "ем", "а", "у", "е" };
	static const char *const vowels = "аеёиоуыэюяь";

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		struct span stem = span_sub(word, 0, word.n - span_of(endings[i]).n);
		size_t at = stem.n;

		if (!span_ends(word, span_of(endings[i])) || utf8_count(stem) < 2)
			continue;
		utf8_prev(stem, &at);
		if (span_find(span_of(vowels), span_sub(stem, at, stem.n), 0) == SPAN_NONE)
			return stem;
	}
	return word;
}

/* Роспрофкабелем: Роспрофкабель; in a heading of capitals only the first letter stays one. */
static struct span nominative_of(const struct org_names *n, size_t i)
{
	struct tokens *ts = n->scan->ts;
	struct span folded = token_fold(ts, i), printed = span_sub(n->scan->text, ts->t[i].start, ts->t[i].end), name;
	size_t from = behind_union(folded), at = 0;
	struct span part = span_sub(folded, from, folded.n);
	struct buf out = { 0 }, form = { 0 };

	buf_add(&out, span_sub(printed, 0, from));
	if (ts->t[i].caps && ts->t[i].loud) {
		buf_reset(&out);
		buf_put_utf8(&out, utf8_next(printed, &at));
		buf_add(&out, span_sub(folded, at, from));
	}
	if (ts->t[i].caps && !ts->t[i].loud)
		buf_add(&out, span_sub(printed, from, printed.n));
	else if (ts->t[i].lang == LANG_RU && noun_nominative(ts->morph, part, &form))
		buf_add(&out, buf_span(&form));
	else
		buf_add(&out, without_ending(part));
	name = arena_dup(arena_of(n), buf_span(&out));
	buf_free(&out);
	buf_free(&form);
	return name;
}

/* Does a word of the key begin with the first letters of the part? общероссийский: Рос… */
static bool begins_word(struct span key, struct span part)
{
	struct span begin = span_sub(part, 0, utf8_offset(part, PART));

	if (utf8_count(begin) < PART)
		return false;
	for (size_t at = span_find(key, begin, 0); at != SPAN_NONE; at = span_find(key, begin, at + 1))
		if (at == 0 || key.p[at - 1] == ' ' || span_ends(span_sub(key, 0, at), SPAN("обще")))
			return true;
	return false;
}

static bool is_made_of(const struct org_body *b, struct span word)
{
	size_t from = behind_union(word);
	struct span before = span_sub(word, 0, from - SPAN("проф").n), behind = span_sub(word, from, word.n);
	bool country = begins_word(b->key, before), trade = begins_word(b->key, behind);

	if (!span_is(b->kind, "union") || b->is_class || b->flags & ORG_GENERIC || !org_is_union_word(b->key))
		return false;
	return behind.n == 0 || span_starts(behind, SPAN("союз")) ? country : trade && (country || before.n == 0);
}

static size_t body_of(const struct org_names *n, struct span word)
{
	if (n->issuer != ORG_NO_BODY && is_made_of(&n->bodies[n->issuer], word))
		return n->issuer;
	for (size_t i = 0; i < n->n; i++)
		if (n->bodies[i].mentions && is_made_of(&n->bodies[i], word))
			return i;
	return ORG_NO_BODY;
}

static size_t first_mention(const struct org_names *n, size_t body)
{
	for (size_t i = 0; i < n->cands.n; i++)
		if (n->body[i] == body)
			return n->cands.v[i].first;
	return n->scan->ts->n;
}

/* A body of its own: it speaks where no union is named before it, and it is named again. */
static size_t new_brand(struct org_names *n, struct span name, size_t at)
{
	size_t body = org_body_named(n, name, SPAN("union"));
	bool first = n->issuer == ORG_NO_BODY || (!n->bodies[n->issuer].alias.n && first_mention(n, n->issuer) > at);

	if (!n->bodies[body].mentions && first)
		n->issuer = body;
	return body;
}

void org_brand_learn(struct org_names *n)
{
	for (size_t i = 0; i < n->scan->ts->n; i++) {
		const struct token *t = &n->scan->ts->t[i];
		struct span name, key;
		size_t body;

		if (!token_is_word(n->scan->ts, i) || !t->cap || !is_coined(n, i) ||
		    org_names_short(n, token_fold(n->scan->ts, i), i) != ORG_NO_BODY)
			continue;
		name = nominative_of(n, i);
		key = canonical_key(arena_of(n), name);
		if (lexicon_find(n->known, name) != LEXICON_NONE || org_names_known_abbr(n, name) != ORG_NO_BODY)
			continue;
		body = org_names_short(n, key, i);
		if (body == ORG_NO_BODY)
			body = body_of(n, key);
		if (body == ORG_NO_BODY)
			body = new_brand(n, name, i);
		n->bodies[body].mentions++;
		org_body_add_short(n, name, body, i, false);
		org_body_add_short(n, span_sub(n->scan->text, t->start, t->end), body, i, false);
	}
}
