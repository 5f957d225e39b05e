/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ukrainian and Belarusian nouns that head names: the lexicon has their gender, the ending tells case and number. */
#include "slavic_head.h"

#include "slavic.h"

/* Cases of a Ukrainian or Belarusian noun by its last letter and gender. */
static unsigned cases_by_letter(struct span word, unsigned gender)
{
	static const struct {
		const char *letters;
		unsigned f, m, n;
	} rows[] = {
		{ "а я", M_NOM, M_GEN | M_ACC, M_GEN | M_NOM | M_ACC },
		{ "и і ї ы", M_GEN | M_DAT | M_LOC, M_LOC, M_LOC },
		{ "ою ею яю єю ай яй", M_INS, M_DAT, M_DAT },
		{ "у ю", M_ACC, M_GEN | M_DAT, M_DAT },
		{ "о е э", M_NOM, M_LOC, M_NOM | M_ACC },
		{ "м", M_INS, M_INS, M_INS },
	};
	unsigned cases = 0;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span list = span_of(rows[i].letters);

		while (list.p)
			if (span_ends(word, span_cut(&list, ' ')))
				cases = gender & M_FEM ? rows[i].f : gender & M_NEUT ? rows[i].n : rows[i].m;
		if (cases)
			return cases;
	}
	return M_NOM | M_ACC;
}

/* міські організації, абласныя камітэты: the nominative of many, which the genitive of one may look like */
static bool may_be_many(struct span word, unsigned gender)
{
	static const char *const ends[] = { "и", "і", "ї", "ы" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (gender != M_NEUT && span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

size_t slavic_head_parses(const struct lexicon *heads, const struct token_info *info,
			  struct morph_parse parse[MORPH_MAX])
{
	static const char *const plural[] = { "ів", "ам", "ах", "ами", "ями", "ях", "ям", "аў", "яў", "амі", "ямі" };
	static const struct {
		const char *ends;
		unsigned genders;
	} many[] = {
		{ "ій", M_FEM },
		{ "ок", M_FEM },
		{ "ань", M_NEUT },
		{ "ень", M_NEUT },
		{ "ств", M_NEUT },
		{ "ый", M_FEM },
		{ "аў", M_MASC | M_NEUT | M_FEM },
		{ "яў", M_MASC | M_NEUT },
	};
	struct span gender = lexicon_cell(heads, info->head, "gender");
	unsigned g = span_is(gender, "f") ? M_FEM : span_is(gender, "n") ? M_NEUT : M_MASC;
	struct span names = lexicon_cell(heads, info->head, "lemma");
	unsigned number = M_SING, cases = cases_by_letter(info->folded, g);
	/* управлінням: the instrumental of one; райвыканкам: as the lexicon has it */
	bool one = (g == M_NEUT && span_ends(info->folded, SPAN("нням"))) ||
		   span_eq(span_trim(span_cut(&names, '|')), info->folded);

	if (one)
		cases = g == M_NEUT && span_ends(info->folded, SPAN("нням")) ? M_INS : M_NOM | (g == M_FEM ? 0 : M_ACC);
	/* міністэрства, управління: the genitive looks like the nominative */
	if (one && g == M_NEUT && (span_ends(info->folded, SPAN("а")) || span_ends(info->folded, SPAN("я"))))
		cases |= M_GEN;
	/* працівників державних установ */
	if (!one && slavic_is_bare_genitive(info->folded)) {
		number = M_PLUR;
		cases = M_GEN;
	}
	for (size_t i = 0; i < sizeof plural / sizeof *plural && !one; i++)
		if (span_ends(info->folded, span_of(plural[i]))) {
			number = M_PLUR;
			cases = M_CASES;
		}
	/* організацій, профспілок, об'єднань, арганізацый: the genitive of many */
	for (size_t i = 0; i < sizeof many / sizeof *many; i++)
		if (!one && span_ends(info->folded, span_of(many[i].ends)) && g & many[i].genders) {
			number = M_PLUR;
			cases = M_GEN;
		}
	/* Belarusian: міністэрствам, канцэрнам is the instrumental of one */
	if (!one && info->lang == LANG_BE && g != M_FEM &&
	    (span_ends(info->folded, SPAN("ам")) || span_ends(info->folded, SPAN("ям")))) {
		number = M_SING;
		cases = M_INS;
	}
	/* Держпраці: an office in one word, the same in every case */
	if (one && (span_find(lexicon_cell(heads, info->head, "flags"), SPAN("itself"), 0) != SPAN_NONE ||
		    span_is(info->folded, "бюро")))
		cases = M_CASES;
	parse[0] = (struct morph_parse){ .tags = M_NOUN | cases | g | number,
					 .paradigm = SLAVIC_GUESS,
					 .form = SLAVIC_GUESS };
	parse[1] = parse[0];
	parse[1].tags = M_NOUN | g | M_PLUR | (cases == M_INS ? M_DAT : M_NOM | M_ACC);
	/* камітэтам: in Belarusian of many as well */
	if (!one && number == M_SING && cases == M_INS && info->lang == LANG_BE && g != M_FEM)
		return 2;
	return one || number == M_PLUR || !may_be_many(info->folded, g) ? 1 : 2;
}
