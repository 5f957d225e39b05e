/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the words of a query stand in a text, and whether the text has what was asked for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "morph.h"
#include "places.h"

/* The text with [ ] around what was found, or "-". */
static void check(void **state, const char *query, const char *text, const char *expected)
{
	static const struct place_marks marks = { { "[", 1 }, { "]", 1 } };
	struct arena a = { 0 };
	struct buf out = { 0 };
	struct err e = { 0 };
	struct places *p;
	struct ask ask;

	if (!ask_parse(span_of(query), &a, &ask, &e))
		fail_msg("%s: %s", query, e.text);
	p = places_new(*state, ask.words);
	if (!places_find(p, span_of(text), &marks, &out))
		buf_puts(&out, "-");
	assert_string_equal(buf_str(&out), expected);
	assert_int_equal(places_find(p, span_of(text), NULL, NULL), out.p[0] != '-');
	buf_free(&out);
	places_free(p);
	arena_free(&a);
}

static bool without_dictionary(void **state)
{
	if (morph_has_dictionary(tokenizer_morph(*state)))
		return false;
	puts("skip: the Russian dictionary is not there");
	return true;
}

static void every_form_of_a_word_is_marked(void **state)
{
	if (without_dictionary(state))
		return;
	check(state, "договор", "Договоры и договором, но не договорённость",
	      "[Договоры] и [договором], но не договорённость");
	check(state, "люди", "Человек человеку", "[Человек] [человеку]");
	check(state, "c190", "C190 и 190", "[C190] и 190");
}

static void an_exact_word_is_that_form_in_any_case(void **state)
{
	check(state, "=планы", "План, планы и ПЛАНЫ", "План, [планы] и [ПЛАНЫ]");
	check(state, "=планы", "План и планов", "-");
	check(state, "=МОТ", "Решение мот", "Решение [мот]");
	check(state, "=\"охрану труда\"", "Охрана труда и охрану труда", "Охрана труда и [охрану труда]");
}

static void a_phrase_is_its_words_side_by_side_in_all_forms(void **state)
{
	if (without_dictionary(state))
		return;
	check(state, "\"охрана труда\"", "Об охране труда, об охране и труде", "Об [охране труда], об охране и труде");
	check(state, "\"права =человека\"", "права человеку, прав человека", "права человеку, [прав человека]");
	check(state, "\"=права человек\"", "право человека, права человека", "право человека, [права человека]");
	check(state, "\"а б а\"", "а б а б а", "[а б а б а]"); /* overlapping */
	check(state, "\"охрана тру\"*", "охраны труда, охраны прав", "[охраны труда], охраны прав");
}

static void operators_decide_about_the_text(void **state)
{
	check(state, "план -=отчёты", "план и отчёт", "[план] и отчёт");
	check(state, "план -=отчёты", "план и отчеты", "-");
	check(state, "(=план OR =отчёт) -устав", "отчёт", "[отчёт]");
	check(state, "=план =отчёт", "план", "-");
	check(state, "=план OR (отчёт =устав)", "план и отчёт", "[план] и отчёт");
}

static void near_counts_the_words_between(void **state)
{
	check(state, "план NEAR/1 отчёт", "план и отчёт", "[план] и [отчёт]");
	check(state, "план NEAR/1 отчёт", "отчёт и план", "[отчёт] и [план]");
	check(state, "план NEAR/1 отчёт", "план, устав, смета, отчёт", "-");
	check(state, "=план NEAR/0 =отчёт", "план план отчёт и план", "план [план] [отчёт] и план");
	check(state, "план NEAR/1 отчёт NEAR/1 смета", "план и отчёт и смета", "-");
}

static void a_beginning_is_that_of_the_form_or_of_the_lemma(void **state)
{
	if (without_dictionary(state))
		return;
	check(state, "ратиф*", "ратификацией и ратифицировать", "[ратификацией] и [ратифицировать]");
	check(state, "дет*", "дети, детский, ребёнок", "[дети], [детский], ребёнок");
	check(state, "человек*", "люди и человечный", "[люди] и человечный"); /* the lemma is человек */
	check(state, "=человек*", "люди и человеку", "люди и [человеку]");
	check(state, "conventio*", "the conventions, convening", "the [conventions], convening");
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
		cmocka_unit_test(every_form_of_a_word_is_marked),
		cmocka_unit_test(an_exact_word_is_that_form_in_any_case),
		cmocka_unit_test(a_phrase_is_its_words_side_by_side_in_all_forms),
		cmocka_unit_test(operators_decide_about_the_text),
		cmocka_unit_test(near_counts_the_words_between),
		cmocka_unit_test(a_beginning_is_that_of_the_form_or_of_the_lemma),
	};

	return cmocka_run_group_tests(tests, open_tokenizer, close_tokenizer);
}
