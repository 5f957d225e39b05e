/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens: what stands in the index for a word, and that a query's tokens meet them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "buf.h"
#include "morph.h"
#include "token.h"

struct list {
	struct buf text; /* "token " each, "+token " at the position of the one before */
	size_t words;
};

static int collect(void *ctx, bool same, struct span token, size_t start, size_t end)
{
	struct list *l = ctx;

	assert_true(start < end);
	l->words += !same;
	buf_addf(&l->text, "%s%.*s ", same ? "+" : "", SPAN_ARG(token));
	return 0;
}

static struct list tokens(void *state, enum token_mode mode, const char *text)
{
	struct list l = { .words = 0 };

	assert_int_equal(tokenizer_run(state, mode, span_of(text), collect, &l), 0);
	buf_str(&l.text);
	return l;
}

static bool has(const struct list *l, const char *token)
{
	struct buf spaced = { 0 }, all = { 0 };
	bool yes;

	buf_putc(&all, ' ');
	for (size_t i = 0; i < l->text.n; i++)
		if (l->text.p[i] != '+')
			buf_putc(&all, l->text.p[i]);
	buf_addf(&spaced, " %s ", token);
	yes = span_find(buf_span(&all), buf_span(&spaced), 0) != SPAN_NONE;
	buf_free(&spaced);
	buf_free(&all);
	return yes;
}

/* Does some token of the query's word stand for the text's word? */
static bool finds(void *t, const char *query, const char *text)
{
	struct list q = tokens(t, TOKEN_QUERY, query), x = tokens(t, TOKEN_TEXT, text);
	struct span rest = buf_span(&q.text);
	bool yes = false;

	while (rest.n && !yes) {
		struct span one = span_cut(&rest, ' ');
		char name[300];

		if (one.n && one.p[0] == '+')
			one = span_sub(one, 1, one.n);
		snprintf(name, sizeof name, "%.*s", SPAN_ARG(one));
		yes = one.n && has(&x, name);
	}
	buf_free(&q.text);
	buf_free(&x.text);
	return yes;
}

#define CHECK_TOKENS(mode, input, expected)                                                                            \
	do {                                                                                                           \
		struct list l_ = tokens(*state, mode, input);                                                          \
		assert_string_equal(buf_str(&l_.text), expected);                                                      \
		buf_free(&l_.text);                                                                                    \
	} while (0)

static void letters_and_digits_are_tokens_of_their_own(void **state)
{
	CHECK_TOKENS(TOKEN_TEXT, "2022-2025, №205", "2022 2025 205 ");
	CHECK_TOKENS(TOKEN_TEXT, "C190", "=c 190 ");
}

static void case_and_yo_are_folded(void **state)
{
	struct list l = tokens(*state, TOKEN_PREFIX, "ОТЧЁТ");

	assert_true(has(&l, "отчет"));
	assert_true(has(&l, "=отчет"));
	buf_free(&l.text);
}

static void abbreviations_are_never_lemmatized(void **state)
{
	assert_true(finds(*state, "МОТ", "решение МОТ о мерах"));
	assert_true(finds(*state, "мот", "решение МОТ о мерах"));
	assert_true(finds(*state, "МОТ", "РЕШЕНИЕ МОТ О МЕРАХ ПО ОХРАНЕ ТРУДА"));
	assert_true(finds(*state, "ФПРК", "Совет ФПРК решил"));
	assert_true(finds(*state, "фпрк", "Совет ФПРК решил"));
	assert_true(finds(*state, "ilo", "the ILO said"));
	assert_false(finds(*state, "мотать", "решение МОТ о мерах"));
	assert_false(finds(*state, "сметь", "см. таблицу"));
}

static void every_form_finds_every_other(void **state)
{
	static const char *const forms[] = { "человек", "людей", "человека", "людьми", "люди" };
	struct tokenizer *t = *state;

	if (!morph_has_dictionary(tokenizer_morph(t))) {
		puts("skip: the Russian dictionary is not there");
		return;
	}
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		for (size_t k = 0; k < sizeof forms / sizeof *forms; k++)
			assert_true(finds(t, forms[i], forms[k]));
	assert_true(finds(t, "ратификация", "ратификации"));
	assert_true(finds(t, "ратификацию", "ратификация"));
}

static void the_index_has_lemmas_and_not_forms(void **state)
{
	if (!morph_has_dictionary(tokenizer_morph(*state))) {
		puts("skip: the Russian dictionary is not there");
		return;
	}
	CHECK_TOKENS(TOKEN_TEXT, "договоров", "договор ");
	assert_true(finds(*state, "обучить", "обученный"));
	assert_true(finds(*state, "обученный", "обучит"));
	assert_true(finds(*state, "суды", "суд"));
	assert_true(finds(*state, "год", "году"));
	assert_false(finds(*state, "благодарить", "благодаря этому")); /* here a preposition */
	assert_false(finds(*state, "ста", "СОТ"));                     /* an abbreviation, not "сот" */
}

static void words_in_capital_headings_are_words(void **state)
{
	assert_true(finds(*state, "план", "СТРАТЕГИЧЕСКИЙ ПЛАН ПРОФСОЮЗОВ НА ПЯТЬ ЛЕТ"));
	assert_true(finds(*state, "профсоюз", "СТРАТЕГИЧЕСКИЙ ПЛАН ПРОФСОЮЗОВ НА ПЯТЬ ЛЕТ"));
}

static void letters_of_the_other_alphabet_are_read_as_they_look(void **state)
{
	assert_true(finds(*state, "система", "Cистема оплаты труда")); /* a Latin C */
	assert_true(finds(*state, "система", "системa"));              /* a Latin a */
}

static void apostrophes_and_stress_marks_do_not_cut_words(void **state)
{
	struct list l = tokens(*state, TOKEN_TEXT, "об’єднання за́мок");

	assert_int_equal(l.words, 2);
	assert_false(has(&l, "=об"));
	buf_free(&l.text);
}

static void turkic_endings_are_taken_off(void **state)
{
	assert_true(finds(*state, "кәсіподақ", "кәсіподақтардың жұмысы туралы"));
	assert_true(finds(*state, "кәсіподақтар", "кәсіподағының мүшелері"));
	assert_true(finds(*state, "еңбек", "еңбекті қорғау"));
	assert_true(finds(*state, "келишим", "келишимдин өзгөрүшү"));
}

static void uzbek_is_one_language_in_two_alphabets(void **state)
{
	const char *text = "Oʻzbekiston kasaba uyushmalarining toʻgʻri qarorlari";

	assert_true(finds(*state, "uyushma", text));
	assert_true(finds(*state, "qaror", text));
	assert_true(finds(*state, "қарор", text));
	assert_true(finds(*state, "qarorlar", "Ўзбекистон касаба уюшмаларининг қарорлари"));
	assert_true(finds(*state, "worker's", "the workers' rights in Iraq"));
}

static void tajik_endings_are_taken_off(void **state)
{
	assert_true(finds(*state, "иттифоқ", "Федератсияи иттифоқҳои касабаи Ҷумҳурии Тоҷикистон"));
	assert_true(finds(*state, "меҳнат", "ҳифзи меҳнати коргарони ҷумҳурӣ"));
}

static void names_that_no_dictionary_has_are_declined(void **state)
{
	tokenizer_query_languages(*state, TOKEN_UK | TOKEN_BE);
	assert_true(finds(*state, "вергуленченко", "зустріч із Вергуленченком у Києві та її підсумки"));
	assert_true(finds(*state, "дыджыталізацыя", "з’езд аб дыджыталізацыі ў раёнах і ў нас"));
	tokenizer_query_languages(*state, TOKEN_TURKIC | TOKEN_TAJIK);
}

static void english_words_are_stemmed(void **state)
{
	assert_true(finds(*state, "workers", "the worker's rights"));
	assert_true(finds(*state, "convention", "Conventions"));
}

static void equals_finds_every_row_that_may_have_the_form(void **state)
{
	assert_true(finds(*state, "=планы", "Планы работы"));
	assert_true(finds(*state, "=мот", "решение МОТ"));
	assert_true(finds(*state, "=МОТ", "мот, игрок и транжира"));
}

static void a_beginning_is_looked_for_among_all_kinds_of_tokens(void **state)
{
	struct list l = tokens(*state, TOKEN_PREFIX, "ратиф");

	assert_true(has(&l, "ратиф"));
	assert_true(has(&l, "=ратиф"));
	buf_free(&l.text);
	l = tokens(*state, TOKEN_PREFIX, "organizatio");
	assert_true(has(&l, "~organ")); /* organization has that stem */
	buf_free(&l.text);
	assert_true(tokenizer_is_wide(*state, SPAN("organizatio")));
	if (morph_has_dictionary(tokenizer_morph(*state))) {
		tokenizer_query_languages(*state, 0);
		l = tokens(*state, TOKEN_PREFIX, "дет");
		assert_true(has(&l, "ребенок")); /* дети */
		buf_free(&l.text);
		assert_true(tokenizer_is_wide(*state, SPAN("дет")));
		tokenizer_query_languages(*state, TOKEN_TURKIC | TOKEN_TAJIK);
	}
}

static void the_same_text_gives_the_same_tokens_again(void **state)
{
	struct list a = tokens(*state, TOKEN_TEXT, "План работы ФПРК на 2022 год"), b;

	b = tokens(*state, TOKEN_TEXT, "Жоспар және өзге құжаттар");
	buf_free(&b.text);
	b = tokens(*state, TOKEN_TEXT, "План работы ФПРК на 2022 год");
	assert_true(span_eq(buf_span(&a.text), buf_span(&b.text)));
	buf_free(&a.text);
	buf_free(&b.text);
}

static int open_tokenizer(void **state)
{
	struct err e = { 0 };

	*state = tokenizer_new(NULL, &e);
	return *state ? 0 : -1;
}

static int close_tokenizer(void **state)
{
	tokenizer_free(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_and_digits_are_tokens_of_their_own),
		cmocka_unit_test(case_and_yo_are_folded),
		cmocka_unit_test(abbreviations_are_never_lemmatized),
		cmocka_unit_test(every_form_finds_every_other),
		cmocka_unit_test(the_index_has_lemmas_and_not_forms),
		cmocka_unit_test(words_in_capital_headings_are_words),
		cmocka_unit_test(letters_of_the_other_alphabet_are_read_as_they_look),
		cmocka_unit_test(apostrophes_and_stress_marks_do_not_cut_words),
		cmocka_unit_test(turkic_endings_are_taken_off),
		cmocka_unit_test(uzbek_is_one_language_in_two_alphabets),
		cmocka_unit_test(tajik_endings_are_taken_off),
		cmocka_unit_test(names_that_no_dictionary_has_are_declined),
		cmocka_unit_test(english_words_are_stemmed),
		cmocka_unit_test(equals_finds_every_row_that_may_have_the_form),
		cmocka_unit_test(a_beginning_is_looked_for_among_all_kinds_of_tokens),
		cmocka_unit_test(the_same_text_gives_the_same_tokens_again),
	};

	return cmocka_run_group_tests(tests, open_tokenizer, close_tokenizer);
}
