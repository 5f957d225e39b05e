/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ukrainian and Belarusian places without a dictionary: what an ending or an agreeing adjective tells. */
#include "place_slavic.h"

#include "canonical.h"
#include "utf8.h"

struct span slavic_town(struct arena *a, struct span word)
{
	static const struct {
		const char *from, *to;
	} endings[] = {
		{ "града", "град" }, { "граді", "град" }, { "ська", "ськ" },  { "ську", "ськ" },     { "цька", "цьк" },
		{ "цьку", "цьк" },   { "поля", "поль" },  { "полі", "поль" }, { "івки", "івка" },    { "івці", "івка" },
		{ "ська", "ськ" },   { "ску", "ск" },     { "ска", "ск" },    { "цку", "цк" },       { "ічах", "ічы" },
		{ "ова", "ів" },     { "ові", "ів" },     { "чеві", "чів" },  { "горада", "горад" }, { "ёўцы", "ёўка" },
		{ "аўцы", "аўка" },
	};

	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (span_ends(word, span_of(endings[k].from)))
			return arena_printf(a, "%.*s%s",
					    SPAN_ARG(span_sub(word, 0, word.n - span_of(endings[k].from).n)),
					    endings[k].to);
	return word;
}

bool slavic_is_town_adjective(struct span word)
{
	static const char *const ends[] = { "ській", "цькій",  "зькій",  "ської",  "цької",  "зької", "ською",
					    "цькою", "ського", "цького", "ському", "цькому", "скай",  "цкай",
					    "скага", "цкага",  "скаму",  "цкаму",  "скім",   "цкім" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

struct span slavic_territory(struct tokens *ts, struct span text, size_t i)
{
	static const struct {
		enum token_lang lang;
		const char *stem, *noun;
		unsigned gender;
	} nouns[] = {
		{ LANG_BE, "вобласц", "вобласць", M_FEM },     { LANG_BE, "раён", "раён", M_MASC },
		{ LANG_BE, "сельсавет", "сельсавет", M_MASC }, { LANG_UK, "област", "область", M_FEM },
		{ LANG_UK, "район", "район", M_MASC },         { LANG_UK, "громад", "громада", M_FEM },
	};
	struct span noun, found = { 0 };
	struct buf name = { 0 };

	if (!tokens_same_block(ts, i, i + 1) || !token_is_word(ts, i + 1))
		return found;
	noun = token_fold(ts, i + 1);
	for (size_t k = 0; !found.n && k < sizeof nouns / sizeof *nouns; k++) {
		const struct morph_parse *adjective = token_parse(ts, i, M_ADJ | M_SING | nouns[k].gender, 0);

		if (ts->t[i].lang != nouns[k].lang || !adjective || !span_starts(noun, span_of(nouns[k].stem)) ||
		    utf8_count(noun) > utf8_count(span_of(nouns[k].stem)) + 3)
			continue;
		canonical_word(ts, text, i, adjective, M_NOM | M_SING | nouns[k].gender, &name);
		buf_addf(&name, " %s", nouns[k].noun);
		found = arena_dup(ts->arena, buf_span(&name));
	}
	buf_free(&name);
	return found;
}
