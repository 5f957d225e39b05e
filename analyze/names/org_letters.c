/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capitals that a paper nowhere explains, but that are the initials of a body that it names. */
#include "org_letters.h"

#include "org_body.h"
#include "utf8.h"

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

/*
 * Are those letters how the members of a union call it for short? They begin words of its name in their order, the
 * first and the last one's among them, and most of the words have one: ГМПР, СРПА of "союз работников просвещения и
 * дошкольных учреждений армении".
 */
static bool are_letters_of(struct span letters, struct span key)
{
	static const char *const joints[] = { "и", "в", "по", "та", "і", "й", "ды", "у", "of", "and", "the", "for" };
	size_t words = 0, hits = 0, at = 0;
	bool last = false, joint;

	for (struct span rest = key; rest.n;) {
		struct span word = span_cut(&rest, ' ');
		size_t k = 0, next = at;

		joint = false;
		for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
			joint |= span_is(word, joints[i]);
		if (joint || !word.n)
			continue;
		words++;
		last = at < letters.n && utf8_next(word, &k) == utf8_next(letters, &next);
		if (!last && hits == 0)
			return false;
		at = last ? next : at;
		hits += last;
	}
	return at == letters.n && last && hits >= 3 && 3 * hits >= 2 * words;
}

/* ЕФП of "евразийская федерация профсоюзов элеваторов и мельниц": the letters end with the word for a union */
static bool are_first_letters_of(struct span letters, struct span key)
{
	enum { SHORTEST = 3 };
	size_t at = 0;

	for (struct span rest = key; rest.n && at < letters.n;) {
		struct span word = span_cut(&rest, ' ');
		size_t k = 0;

		if (!word.n || utf8_next(word, &k) != utf8_next(letters, &at))
			return false;
		if (at == letters.n)
			return utf8_count(letters) >= SHORTEST && org_is_union_word(word) && rest.n;
	}
	return false;
}

bool org_letters_mixed(const struct tokens *ts, size_t i)
{
	enum { CAPITALS = 3, LONGEST = 9 };
	const struct token *t = &ts->t[i];
	struct span word = span_sub(ts->text, t->start, t->end), joint = SPAN("и");
	size_t capitals = 0, letters = 0, at = 0;

	if (t->kind != TOKEN_WORD || !t->cap || t->caps || t->loud || t->latin ||
	    span_find(word, joint, 2) == SPAN_NONE)
		return false;
	while (at < word.n) {
		size_t from = at;
		unsigned c = utf8_next(word, &at);

		letters++;
		if (utf8_is_upper(c))
			capitals++;
		else if (!span_eq(span_sub(word, from, at), joint))
			return false;
	}
	return capitals >= CAPITALS && letters <= LONGEST;
}

/*
 * Are those the first letters of all words of the name, the joints too: АТиСО of "академия труда и социальных
 * отношений"? The place of an office has none: МТиСЗ.
 */
static bool begin_all_words(struct span letters, struct span key, bool of_place)
{
	enum { PLACE_WORDS = 2 };
	size_t at = 0, words = 0, left = 0;

	for (struct span rest = key; rest.n;) {
		struct span word = span_cut(&rest, ' ');
		size_t k = 0;

		if (at == letters.n) {
			left++;
			continue;
		}
		if (!word.n || utf8_next(word, &k) != utf8_next(letters, &at))
			return false;
		words++;
	}
	return at == letters.n && words > PLACE_WORDS && (left == 0 || (of_place && left <= PLACE_WORDS));
}

/* The only body of which those are the letters. */
static size_t body_of_mixed(const struct org_names *n, struct span letters)
{
	size_t found = ORG_NO_BODY;

	for (size_t b = 0; b < n->n; b++) {
		if (!n->bodies[b].mentions || n->bodies[b].is_class ||
		    !begin_all_words(letters, n->bodies[b].key, span_is(n->bodies[b].kind, "government")))
			continue;
		if (found != ORG_NO_BODY)
			return ORG_NO_BODY;
		found = b;
	}
	return found;
}

/* The bodies by the letters of all their words but joints. */
static void index_letters(const struct org_names *n, struct span_index *letters)
{
	enum { SHORTEST = 4 };

	for (size_t b = 0; b < n->n; b++) {
		struct span all = org_body_initials(arena_of(n), n->bodies[b].key, ORG_ALL_WORDS);

		if (n->bodies[b].mentions && !n->bodies[b].is_class && !n->bodies[b].abbr.n &&
		    utf8_count(all) >= SHORTEST)
			span_index_add(letters, arena_of(n), all, b);
	}
}

/* The body whose initials stand in the document without a word of explanation: the issuer's may leave out some words.
 */
static size_t body_of_letters(const struct org_names *n, const struct span_index *index, struct span letters)
{
	const struct span_entry *e;

	if (n->issuer != ORG_NO_BODY && !n->bodies[n->issuer].abbr.n &&
	    (are_letters_of(letters, n->bodies[n->issuer].key) ||
	     are_first_letters_of(letters, n->bodies[n->issuer].key)))
		return n->issuer;
	e = span_index_get(index, letters);
	return e && !e->next ? e->value : ORG_NO_BODY;
}

/*
 * ФПК in the paper of the Федерация профсоюзов Камчатки, though everybody knows another one: are those known letters
 * the initials of the issuer, and the body that they mean elsewhere is not named here?
 */
static bool is_issuers(const struct org_names *n, struct span letters, struct span text)
{
	const struct span_entry *e = span_index_get(&n->naming->abbrs, text);
	const struct org_body *b = n->issuer == ORG_NO_BODY ? NULL : &n->bodies[n->issuer];

	if (!e || !b || b->abbr.n || b->known != LEXICON_NONE ||
	    !(are_letters_of(letters, b->key) || (b->quote.n && are_letters_of(letters, b->quote))))
		return false;
	for (; e; e = e->next)
		if (n->by_known[n->naming->known_abbrs[e->value].row])
			return false;
	return true;
}

/* Capitals that the text nowhere explains, but that are the initials of a body that it names: ГМПР, ФП РТ. */
void org_letters_learn(struct org_names *n)
{
	const struct tokens *ts = n->scan->ts;
	struct span_index index = { 0 };

	index_letters(n, &index);
	for (size_t i = 0; i < ts->n; i++) {
		bool pair = token_is_word(ts, i + 1) && ts->t[i + 1].caps && tokens_same_block(ts, i, i + 1) &&
			    !ts->t[i + 1].loud;
		size_t last, body = ORG_NO_BODY;

		if (org_letters_mixed(ts, i) && !span_index_get(&n->by_short, token_fold(ts, i))) {
			body = body_of_mixed(n, token_fold(ts, i));
			if (body != ORG_NO_BODY)
				org_body_add_short(n, span_sub(n->scan->text, ts->t[i].start, ts->t[i].end), body, i,
						   true);
			continue;
		}
		if (!token_is_word(ts, i) || !ts->t[i].caps || ts->t[i].loud)
			continue;
		for (last = i + pair; body == ORG_NO_BODY; last--) {
			struct span text = span_sub(n->scan->text, ts->t[i].start, ts->t[last].end);
			struct span letters = token_fold(ts, i);
			bool defined = span_index_get(&n->by_short, canonical_key(arena_of(n), text));

			if (last > i)
				letters = arena_printf(arena_of(n), "%.*s%.*s", SPAN_ARG(letters),
						       SPAN_ARG(token_fold(ts, last)));
			if (!defined && is_issuers(n, letters, text))
				body = n->issuer;
			else if (!defined && org_names_known_abbr(n, text) == ORG_NO_BODY)
				body = body_of_letters(n, &index, letters);
			if (body != ORG_NO_BODY)
				org_body_add_short(n, text, body, i, true);
			if (last == i)
				break;
		}
	}
}
