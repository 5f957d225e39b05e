/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patronymics by their endings: they prove a person, and tell gender and case where no dictionary does. */
#include "patronymic.h"

#include "utf8.h"

static bool ends_in(struct span word, const char *const *ends)
{
	for (; *ends; ends++)
		if (span_ends(word, span_of(*ends)))
			return true;
	return false;
}

/* Тулегеновича, Федоровичу, Іванівна, Аляксеевіч, Болатұлы, Асан кызы: a patronymic without a dictionary */
bool patronymic_at(const struct tokens *ts, size_t i)
{
	static const char *const ends[] = { "ович",   "овича", "овичу", "овичем", "овиче",  "евич",    "евича", "евичу",
					    "евичем", "евиче", "йович", "йовича", "йовичу", "йовичем", "овичу", "овна",
					    "овны",   "овне",  "овну",  "овной",  "евна",   "евны",    "евне",  "евну",
					    "евной",  "івна",  "івни",  "івні",   "івну",   "івною",   "ївна",  "ївни",
					    "ївні",   "ївну",  "ївною", "авіч",   "авіча",  "авічу",   "овіч",  "овіча",
					    "овічу",  "евіч",  "евіча", "евічу",  "аўна",   "аўны",    "аўне",  "аўну",
					    "еўна",   "еўны",  "еўне",  "оўна",   "оўны",   "оўне",    "оўну",  "оўнай",
					    "аўнай",  "еўнай", "еўну",  "ұлы",    "қызы",   "улы",     "кызы",  "уулу",
					    "оглы",   "оглу",  NULL };

	return token_is_word(ts, i) && ts->t[i].cap && (!ts->t[i].caps || ts->t[i].loud) &&
	       utf8_count(token_fold(ts, i)) >= 6 && ends_in(token_fold(ts, i), ends);
}

unsigned patronymic_gender(const struct tokens *ts, size_t i)
{
	static const char *const women[] = { "на", "ны",  "не",  "ну",   "ной",  "ни",
					     "ні", "ною", "най", "қызы", "кызы", NULL };

	return ends_in(token_fold(ts, i), women) ? M_FEM : M_MASC;
}

/* Петровичу is dative, whatever the other parts of the name look like. */
unsigned patronymic_cases(const struct tokens *ts, size_t i)
{
	static const struct {
		const char *ends;
		unsigned cases;
	} table[] = {
		{ "ич", M_NOM },          { "іч", M_NOM },  { "на", M_NOM },  { "ича", M_GEN | M_ACC },
		{ "іча", M_GEN | M_ACC }, { "ичу", M_DAT }, { "ічу", M_DAT }, { "ичем", M_INS },
		{ "иче", M_LOC },         { "ны", M_GEN },  { "ни", M_GEN },  { "не", M_DAT | M_LOC },
		{ "ні", M_DAT | M_LOC },  { "ну", M_ACC },  { "ной", M_INS }, { "ною", M_INS },
		{ "най", M_INS },
	};

	for (size_t k = 0; k < sizeof table / sizeof *table; k++)
		if (span_ends(token_fold(ts, i), span_of(table[k].ends)))
			return table[k].cases;
	return 0;
}
