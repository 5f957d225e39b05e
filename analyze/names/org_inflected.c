/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short names that no dictionary has, with case endings. */
#include "org_inflected.h"

#include "given_name.h"
#include "org_body.h"
#include "utf8.h"

static bool is_capitals(struct span s)
{
	for (size_t at = 0; at < s.n;)
		if (!utf8_is_upper(utf8_next(s, &at)))
			return false;
	return true;
}

/* АМРОСом, ФНПРа, Белхимпрофсоюза: a short name that no dictionary has, with a case ending. */
size_t org_inflected_body(struct org_names *n, size_t i)
{
	static const char *const endings[] = { "ом", "ам", "ем", "а", "у", "е", "ы", "і", "и" };
	enum { SHORTEST = 3 };
	struct tokens *ts = n->scan->ts;
	struct span word = span_sub(n->scan->text, ts->t[i].start, ts->t[i].end);
	struct span letters = token_letters(ts, i);

	/* КПФнин, ФПРКның */
	if (ts->t[i].lang == LANG_TURKIC && utf8_count(letters) + 1 >= SHORTEST && letters.n < word.n) {
		size_t body = org_names_short(n, canonical_key(ts->arena, letters), i);

		return body == ORG_NO_BODY && utf8_count(letters) >= SHORTEST ? org_names_known_abbr(n, letters) : body;
	}
	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
		struct span stem = span_sub(word, 0, word.n - span_of(endings[k]).n);
		size_t body;

		if (!span_ends(word, span_of(endings[k])) || utf8_count(stem) < SHORTEST)
			continue;
		body = org_names_short(n, canonical_key(ts->arena, stem), i);
		if (body == ORG_NO_BODY && is_capitals(stem))
			body = org_names_known_abbr(n, stem);
		if (body != ORG_NO_BODY)
			return body;
	}
	/* Қауымдастықтан */
	for (size_t k = 0; ts->t[i].lang == LANG_TURKIC && n->n_shorts; k++) {
		struct span stem = turkic_stem(token_fold(ts, i), k);
		size_t body = stem.n ? org_names_short(n, stem, i) : ORG_NO_BODY;

		if (!stem.n || body != ORG_NO_BODY)
			return body;
	}
	return ORG_NO_BODY;
}

/* Is it defined as a word, and not as an abbreviation in capitals? */
static bool is_short_word(const struct org_names *n, struct span key)
{
	const struct span_entry *e = span_index_get(&n->by_short, key);
	const struct org_meanings *m = e ? &n->meanings[e->value] : NULL;

	for (size_t k = 0; m && k < m->n; k++)
		if (!n->shorts[m->v[k]].caps)
			return true;
	return false;
}

/* UNION RIGHTS: in a title of capitals the word that the paper defines is a word as any other */
bool org_inflected_in_title(const struct org_names *n, size_t i)
{
	const struct tokens *ts = n->scan->ts;

	return ts->t[i].caps && ts->t[i].latin && tokens_same_block(ts, i, i + 1) && token_is_word(ts, i + 1) &&
	       ts->t[i + 1].caps && is_short_word(n, token_fold(ts, i));
}

/* Росканал, Росканалом: a word that the paper defines as a body's short name, in any case */
bool org_inflected_is_like(const struct org_names *n, size_t i)
{
	enum { ENDING = 6, SHORTEST = 10 }; /* bytes */
	struct span word = token_fold(n->scan->ts, i);

	for (size_t cut = 0; n->n_shorts && cut <= ENDING && word.n >= SHORTEST + cut; cut++)
		if ((cut == 0 || token_info(n->scan->ts, i)->head == LEXICON_NONE) &&
		    is_short_word(n, span_sub(word, 0, word.n - cut)))
			return true;
	return false;
}
