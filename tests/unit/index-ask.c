/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The query language: what FTS5 gets to see, and what a person sees when a query is malformed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "ask.h"
#include "match.h"

static void check(const char *query, const char *fts)
{
	struct arena a = { 0 };
	struct buf out = { 0 };
	struct ask ask;
	struct err e = { 0 };

	if (!ask_parse(span_of(query), &a, &ask, &e))
		fail_msg("%s: %s", query, e.text);
	if (ask.words)
		match_put(ask.words, &out);
	assert_string_equal(out.n ? buf_str(&out) : "", fts);
	buf_free(&out);
	arena_free(&a);
}

static void check_error(const char *query, const char *message)
{
	struct arena a = { 0 };
	struct ask ask;
	struct err e = { 0 };

	assert_false(ask_parse(span_of(query), &a, &ask, &e));
	assert_int_equal(e.code, EX_USAGE);
	assert_string_equal(e.text, message);
	arena_free(&a);
}

static void words_are_all_wanted(void **state)
{
	(void)state;
	check("ратификация", "\"ратификация\"");
	check(" ратификация  конвенций ", "(\"ратификация\" AND \"конвенций\")");
	check("a AND b", "(\"a\" AND \"b\")");
}

static void or_binds_less_than_and(void **state)
{
	(void)state;
	check("a b OR c", "((\"a\" AND \"b\") OR \"c\")");
	check("a | b | c", "(\"a\" OR \"b\" OR \"c\")");
	check("a (b OR c)", "(\"a\" AND (\"b\" OR \"c\"))");
}

static void minus_and_not_take_away(void **state)
{
	(void)state;
	check("a -b", "(\"a\" NOT \"b\")");
	check("-b a", "(\"a\" NOT \"b\")");
	check("a NOT \"b c\"", "(\"a\" NOT \"b c\")");
	check("a -(b OR c)", "(\"a\" NOT (\"b\" OR \"c\"))");
}

static void what_an_exact_word_takes_away_is_left_to_the_text(void **state)
{
	(void)state;
	check("a -=b", "(\"a\")");
	check("a -(b OR =c) -d", "(\"a\" NOT \"d\")");
}

static void quotes_of_all_kinds_make_phrases(void **state)
{
	(void)state;
	check("\"охрана труда\"", "\"охрана труда\"");
	check("«охрана труда»", "\"охрана труда\"");
	check("“охрана труда”", "\"охрана труда\"");
	check("\"охрана тр\"*", "\"охрана тр\" *");
}

static void equals_asks_for_exact_forms(void **state)
{
	(void)state;
	check("=планы", "\"=планы\"");
	check("=\"планы работы\"", "\"=планы работы\"");
}

static void a_star_asks_for_beginnings(void **state)
{
	(void)state;
	check("ратиф*", "\"ратиф\" *");
}

static void near_takes_a_distance(void **state)
{
	(void)state;
	check("a NEAR/5 b", "NEAR(\"a\" \"b\" , 5)");
	check("a NEAR b", "NEAR(\"a\" \"b\" , 10)");
	check("a NEAR/2 b NEAR/7 c", "NEAR(\"a\" \"b\" \"c\" , 7)");
	check("NEARBY a", "(\"NEARBY\" AND \"a\")");
}

static void hyphens_inside_of_words_are_no_minus(void **state)
{
	(void)state;
	check("социально-экономический", "\"социально-экономический\"");
	check("2022-2025", "\"2022-2025\"");
}

static void fields_are_filters_and_not_words(void **state)
{
	struct arena a = { 0 };
	struct ask ask;
	struct err e = { 0 };

	(void)state;
	assert_true(ask_parse(SPAN("обучение org:\"ФП КР\" -country:KZ"), &a, &ask, &e));
	assert_true(span_is(ask.fields->name, "org"));
	assert_true(span_is(ask.fields->value, "ФП КР"));
	assert_false(ask.fields->without);
	assert_true(span_is(ask.fields->next->value, "KZ"));
	assert_true(ask.fields->next->without);
	assert_null(ask.fields->next->next);
	check("country:KZ", "");
	arena_free(&a);
}

static void a_malformed_query_shows_the_place(void **state)
{
	(void)state;
	check_error("(a OR b", "this bracket is never closed\n  (a OR b\n  ^");
	check_error("план \"охрана", "this quotation mark is never closed\n  план \"охрана\n       ^");
	check_error("a OR", "a word is wanted after OR\n  a OR\n      ^");
	check_error("OR a", "a word is wanted before this\n  OR a\n  ^");
	check_error("a )", "this bracket was never opened\n  a )\n    ^");
	check_error("-a", "-word takes away from what other words find: add a word that is wanted\n  -a\n  ^");
	check_error("tipe:x", "there is no such field. Did you mean type:? Fields: org convention type due country "
			      "year doc lang section "
			      "kind who has\n  tipe:x\n  ^");
	check_error("(a country:KZ)", "a field filters the whole query: put it outside of OR, of brackets and of NOT\n "
				      " (a country:KZ)\n     ^");
	check_error("a NEAR/3 (b c)", "NEAR stands between two words or phrases\n  a NEAR/3 (b c)\n    ^");
	check_error("", "what is to be found? The query is empty");
	check_error("—", "a word is wanted here\n  —\n  ^");
}

static void deep_nesting_ends_in_a_message(void **state)
{
	char query[400];

	(void)state;
	memset(query, '(', sizeof query - 1);
	query[sizeof query - 1] = 0;
	{
		struct arena a = { 0 };
		struct ask ask;
		struct err e = { 0 };

		assert_false(ask_parse(span_of(query), &a, &ask, &e));
		assert_int_equal(e.code, EX_USAGE);
		arena_free(&a);
	}
}

static void signs_that_stand_alone_mean_nothing(void **state)
{
	(void)state;
	check("№ 190", "\"190\"");
	check("план — отчёт", "(\"план\" AND \"отчёт\")");
	check("труд & отдых ...", "(\"труд\" AND \"отдых\")");
}

static void quotation_marks_never_reach_fts5_alone(void **state)
{
	(void)state;
	check("a\"b\"", "(\"a\" AND \"b\")");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_all_wanted),
		cmocka_unit_test(or_binds_less_than_and),
		cmocka_unit_test(minus_and_not_take_away),
		cmocka_unit_test(what_an_exact_word_takes_away_is_left_to_the_text),
		cmocka_unit_test(quotes_of_all_kinds_make_phrases),
		cmocka_unit_test(equals_asks_for_exact_forms),
		cmocka_unit_test(a_star_asks_for_beginnings),
		cmocka_unit_test(near_takes_a_distance),
		cmocka_unit_test(hyphens_inside_of_words_are_no_minus),
		cmocka_unit_test(fields_are_filters_and_not_words),
		cmocka_unit_test(a_malformed_query_shows_the_place),
		cmocka_unit_test(deep_nesting_ends_in_a_message),
		cmocka_unit_test(signs_that_stand_alone_mean_nothing),
		cmocka_unit_test(quotation_marks_never_reach_fts5_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
