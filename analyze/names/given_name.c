/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First names and case endings of the languages that have no dictionary of forms here. */
#include "given_name.h"

#include "morph.h"
#include "utf8.h"

enum { FORMS = 6, STEM_LETTERS = 3 };

/* Cases of the forms in a row of the lexicon, in its order. */
static const unsigned form_cases[FORMS] = { M_NOM, M_GEN, M_DAT | M_LOC, M_ACC, M_INS, M_DAT | M_LOC };

static bool ends_in(struct span word, const char *const *ends)
{
	for (; *ends; ends++)
		if (span_ends(word, span_of(*ends)))
			return true;
	return false;
}

/* Cases in which the row has this form; 0: it has it not. */
static unsigned cases_in_row(struct span forms, struct span word)
{
	unsigned cases = 0;
	char folded[128];

	for (size_t k = 0; k < FORMS && forms.p; k++) {
		struct span form = span_trim(span_cut(&forms, '|'));

		if (form.n >= sizeof folded)
			continue;
		utf8_fold(form, folded);
		if (span_eq(span_make(folded, form.n), word))
			cases |= form_cases[k];
	}
	return cases;
}

/* Петренко, Ковальчук, Ткач: what does not change behind a woman's name; Білецька, Мальцава: what only she is called */
static bool is_womans(const struct tokens *ts, size_t surname)
{
	static const char *const fixed[] = {
		"о", "к", "ч", "ш", "ь", "й", "н", "р", "х", "ц", "д", "т", "с", "л", NULL
	};
	static const char *const womans[] = { "скую",  "цкую",  "скай",  "цкай",  "ську", "цьку", "зьку",
					      "ської", "цької", "ській", "цькій", "ська", "цька", "зька",
					      "ская",  "цкая",  "ова",   "ева",   "єва",  "ава",  "іна",
					      "їна",   "ына",   "енка",  "ая",    NULL };

	return token_is_word(ts, surname) &&
	       (ends_in(token_fold(ts, surname), fixed) || ends_in(token_fold(ts, surname), womans));
}

bool given_name_at(const struct tokens *ts, size_t i, struct given_name *out)
{
	bool found = false;
	struct span word;

	if (!token_is_word(ts, i) || !ts->t[i].cap || (ts->t[i].caps && !ts->t[i].loud) ||
	    (ts->t[i].lang != LANG_UK && ts->t[i].lang != LANG_BE))
		return false;
	word = token_fold(ts, i);
	if (lexicon_find(ts->given, word) == LEXICON_NONE)
		return false;
	for (long row = 0; row < lexicon_rows(ts->given); row++) {
		struct span forms = lexicon_cell(ts->given, row, "name");
		unsigned cases = cases_in_row(forms, word);
		bool woman = span_is(lexicon_cell(ts->given, row, "gender"), "f");

		if (!cases || span_is(lexicon_cell(ts->given, row, "lang"), "be") != (ts->t[i].lang == LANG_BE) ||
		    (found && is_womans(ts, i + 1) != woman))
			continue;
		*out = (struct given_name){ span_trim(span_cut(&forms, '|')), cases, woman ? M_FEM : M_MASC };
		found = true;
	}
	return found;
}

/* ---- Kazakh and Kyrgyz ---- */

static const char *const cases[] = { "ның", "нің", "дың", "дің", "тың", "тің", "нын", "нин", "нун", "нүн", "дын", "дин",
				     "дун", "дүн", "тын", "тин", "тун", "түн", "дан", "ден", "дон", "дөн", "тан", "тен",
				     "тон", "төн", "нан", "нен", "мен", "бен", "пен", "ға",  "ге",  "қа",  "ке",  "га",
				     "го",  "гө",  "ка",  "ко",  "кө",  "на",  "не",  "ны",  "ні",  "ни",  "ну",  "нү",
				     "ды",  "ді",  "ди",  "ду",  "дү",  "ты",  "ті",  "ти",  "ту",  "тү",  "да",  "де",
				     "до",  "дө",  "та",  "те",  "то",  "тө",  "н" };

struct span turkic_stem(struct span word, size_t n)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct span stem = span_sub(word, 0, word.n - span_of(cases[i]).n);

		if (!span_ends(word, span_of(cases[i])) || utf8_count(stem) < STEM_LETTERS + 1)
			continue;
		if (n-- == 0)
			return stem;
	}
	return (struct span){ 0 };
}

static const char *const russian[] = { "ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ёва", "ина", "ына", NULL };

struct span turkic_russian_surname(struct span name)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct span stem = span_sub(name, 0, name.n - span_of(cases[i]).n);

		if (span_ends(name, span_of(cases[i])) && ends_in(stem, russian) && !ends_in(name, russian))
			return stem;
	}
	return name;
}

struct span turkic_surname(struct span name, bool kazakh)
{
	/* endings that few surnames have of their own; Kyrgyz genitives, which a Kazakh paper has not: Сатыбалдин */
	enum { SURE = 36, KYRGYZ = 6, KYRGYZ_END = 18 };

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct span stem = span_sub(name, 0, name.n - span_of(cases[i]).n);

		if (!span_ends(name, span_of(cases[i])) || utf8_count(stem) < STEM_LETTERS ||
		    (kazakh && i >= KYRGYZ && i < KYRGYZ_END) || (i >= SURE && !ends_in(stem, russian)) ||
		    (span_is(span_sub(name, stem.n, name.n), "на") && ends_in(name, russian)))
			continue;
		return stem;
	}
	return name;
}
