/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English lists of regions, which have their noun once: Naryn, Talas and Issyk-Kul regions. */
#include "place_english.h"

enum { MEMBERS = 14, WORDS = 3 /* of a name */ };

/* The noun of territories at i, as it stands behind one of them; NULL: none. */
static const char *noun_at(const struct place_pass *p, size_t i)
{
	static const struct {
		const char *many, *one;
	} nouns[] = { { "regions", "Region" },
		      { "oblasts", "Oblast" },
		      { "districts", "District" },
		      { "provinces", "Province" } };

	for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
		if (token_is(p->ts, i, nouns[k].many))
			return nouns[k].one;
	return NULL;
}

/* The end of a name that begins at i: Issyk-Kul, Jalal-Abad, East Kazakhstan; false: none. */
static bool name_at(const struct place_pass *p, size_t i, size_t *last)
{
	const struct tokens *ts = p->ts;
	size_t at = i, words = 0;

	while (words < WORDS && tokens_same_block(ts, i, at) && token_is_word(ts, at) && ts->t[at].latin &&
	       ts->t[at].cap && !ts->t[at].caps && !p->taken[at]) {
		*last = at;
		words++;
		at += token_is_mark(ts, at + 1, '-') && ts->t[at + 1].glued ? 2 : 1;
	}
	return words > 0;
}

bool place_english_list(struct place_pass *p, size_t i, size_t *last)
{
	size_t first[MEMBERS], end[MEMBERS], n = 0, at = i;
	const char *noun;

	if (!p->ts->t[i].latin || p->ts->t[i].lang != LANG_EN)
		return false;
	while (n < MEMBERS && name_at(p, at, &end[n])) {
		first[n] = at;
		at = end[n++] + 1;
		if (token_is_mark(p->ts, at, ','))
			at++;
		if (token_is(p->ts, at, "and"))
			at++;
		if (!tokens_same_block(p->ts, i, at))
			return false;
	}
	noun = n > 1 && at == end[n - 1] + 1 ? noun_at(p, at) : NULL;
	for (size_t k = 0; noun && k < n; k++) {
		struct span name = doc_slice(p->d, p->ts->t[first[k]].start, p->ts->t[end[k]].end);

		place_add(p, first[k], k + 1 == n ? at : end[k],
			  arena_printf(&p->d->arena, "%.*s %s", SPAN_ARG(name), noun), (struct span){ 0 });
	}
	*last = at;
	return noun != NULL;
}
