/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A known body has a name in each language: which of them a paper means. */
#include "org_row.h"

#include "utf8.h"

struct span org_row_first(struct span names)
{
	return span_trim(span_cut(&names, '|'));
}

/* Letters that only this language's texts have. */
bool org_row_is_in(struct span name, enum token_lang lang)
{
	static const char *const letters[] = {
		[LANG_RU] = "",
		[LANG_UK] = "і ї є Є Ї ьк",
		[LANG_BE] = "ў і",
		[LANG_TURKIC] = "ұ ғ қ ө ү ң",
		[LANG_EN] = "e a I T P C E",
	};
	struct span list = span_of(letters[lang]);
	size_t at = 0;

	if (lang == LANG_EN && name.n && utf8_next(name, &at) >= 0x80)
		return false; /* Глобальный союз IndustriALL */

	while (list.p && list.n)
		if (span_find(name, span_cut(&list, ' '), 0) != SPAN_NONE)
			return true;
	return false;
}

/* Letters that only the other one of Ukrainian and Belarusian has. */
static bool is_neighbour(struct span name, enum token_lang lang)
{
	if (lang == LANG_UK)
		return span_find(name, SPAN("ў"), 0) != SPAN_NONE || span_find(name, SPAN("ы"), 0) != SPAN_NONE;
	return lang == LANG_BE &&
	       (span_find(name, SPAN("и"), 0) != SPAN_NONE ||
		(span_find(name, SPAN("ў"), 0) == SPAN_NONE && span_find(name, SPAN("ы"), 0) == SPAN_NONE &&
		 span_find(name, SPAN("ая"), 0) == SPAN_NONE));
}

/* The name in the language of the mention; the first of the row where it has none in that language. */
struct span org_row_name(struct span names, enum token_lang lang)
{
	struct span rest = names;

	while (lang != LANG_RU && rest.p) {
		struct span name = span_trim(span_cut(&rest, '|'));

		if (org_row_is_in(name, lang) && !is_neighbour(name, lang))
			return name;
	}
	return org_row_first(names);
}

/* IndustriALL, Friedrich-Ebert-Stiftung: a name of the row as it is printed; empty: none */
static struct span printed_name(struct span names, struct span mention)
{
	while (names.p) {
		struct span name = span_trim(span_cut(&names, '|'));

		if (span_eq(name, mention))
			return name;
	}
	return (struct span){ 0 };
}

/* Kazakh or Kyrgyz: the name of the row that begins like the mention; else as name_in. */
struct span org_row_like(struct span names, enum token_lang lang, struct span mention)
{
	enum { COMMON = 10 }; /* bytes */
	struct span rest = names, best = { 0 };
	size_t longest = COMMON;

	while (lang == LANG_TURKIC && rest.p) {
		struct span name = span_trim(span_cut(&rest, '|'));
		size_t same = 0;

		while (same < name.n && same < mention.n && name.p[same] == mention.p[same])
			same++;
		if (same > longest) {
			longest = same;
			best = name;
		}
	}
	/* Жогорку Кеңеш of the Кыргыз Республикасынын Жогорку Кеңеши */
	for (rest = names; best.n && rest.p;) {
		struct span name = span_trim(span_cut(&rest, '|'));

		if (name.n > best.n && span_find(name, best, 1) != SPAN_NONE)
			best = name;
	}
	if (!best.n && lang != LANG_RU)
		best = printed_name(names, mention);
	/* Jogorku Kenesh of the Kyrgyz Republic, Bureau for Workers' Activities of the ILO */
	for (rest = names; lang == LANG_EN && best.n && rest.p;) {
		struct span name = span_trim(span_cut(&rest, '|'));

		if (name.n > best.n && span_starts(name, best) && org_row_is_in(name, LANG_EN))
			return name;
	}
	return best.n ? best : org_row_name(names, lang);
}
