/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stream's record: what is read is written again, and what cannot be trusted is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

#include "doc.h"

static const char line[] =
	"{\"svod\":1,\"id\":\"00\",\"source\":{\"path\":\"a.txt\",\"format\":\"txt\",\"bytes\":3,\"new\":[1,2.5,null]},"
	"\"doc\":{\"title\":\"т\",\"parts\":[{\"start\":0,\"end\":2}]},\"text\":\"т\\u0001\\\"\\n1\","
	"\"blocks\":[{\"kind\":\"item\",\"start\":0,\"end\":2,\"mark\":\"т\",\"later\":{\"x\":true}}],"
	"\"map\":[{\"t\":0,\"n\":2,\"page\":3,\"box\":[1,2.25,3,4]},{\"t\":2,\"n\":1,\"at\":7,\"len\":1,\"made\":true}]"
	","
	"\"items\":[{\"id\":\"date-0\",\"type\":\"date\",\"start\":0,\"end\":2,\"text\":\"т\",\"norm\":{\"value\":"
	"\"2022\"},"
	"\"rule\":\"r\",\"block\":0}],\"notes\":[{\"level\":\"warn\",\"code\":\"c\",\"text\":\"t\"}],"
	"\"made\":[{\"by\":\"x\"}],\"future\":{\"a\":[]}}\n";

static struct json_parser *parser; /* documents borrow their strings from it */

static int start(void **state)
{
	(void)state;
	parser = json_parser_new();
	return 0;
}

static int end(void **state)
{
	(void)state;
	json_parser_free(parser);
	return 0;
}

static bool parse(const char *text, struct doc *d, struct err *e)
{
	return doc_parse(parser, span_of(text), d, e);
}

static void a_document_is_written_as_it_was_read(void **state)
{
	struct doc d = { 0 };
	struct err e = { 0 };
	struct buf out = { 0 };

	(void)state;
	assert_true(parse(line, &d, &e));
	doc_write(&d, &out);
	assert_string_equal(buf_str(&out), line);
	buf_free(&out);
	doc_free(&d);
}

/* The line is none of the stream, and the error says so with these words. */
static void expect_refused(const char *text, const char *says)
{
	struct doc d = { 0 };
	struct err e = { 0 };

	assert_false(parse(text, &d, &e));
	assert_int_equal(e.code, EX_DATAERR);
	assert_non_null(strstr(e.text, says));
	doc_free(&d);
}

static void a_document_says_once_which_it_is(void **state)
{
	static const char *const bad[] = {
		"{\"svod\":1,\"id\":\"00\",\"source\":{\"path\":\"a\"},\"id\":\"01\"}",
		"{\"svod\":1,\"id\":\"00\",\"source\":{\"path\":\"a\"},\"\\u0069d\":\"01\"}",
		"{\"svod\":1,\"id\":\"00\",\"source\":{\"path\":\"a\"},\"source\":{\"path\":\"b\"}}",
		"{\"svod\":1,\"id\":\"00\",\"source\":{\"path\":\"a\",\"bytes\":1,\"path\":\"b\"}}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		expect_refused(bad[i], "");
}

static void offsets_outside_the_text_are_refused(void **state)
{
	static const char *const bad[] = {
		"{\"svod\":1,\"id\":\"\",\"text\":\"т\",\"blocks\":[{\"kind\":\"para\",\"start\":0,\"end\":3}]}",
		"{\"svod\":1,\"id\":\"\",\"text\":\"т\",\"blocks\":[{\"kind\":\"para\",\"start\":1,\"end\":2}]}",
		"{\"svod\":1,\"id\":\"\",\"text\":\"т\",\"items\":[{\"type\":\"date\",\"start\":2,\"end\":0}]}",
		"{\"svod\":1,\"id\":\"\",\"text\":\"т\",\"items\":[{\"type\":\"date\",\"start\":0,\"end\":2,\"block\":"
		"9}]}",
		"{\"id\":\"x\",\"text\":\"т\"}",
		"[1]",
		"{\"svod\":1,\"text\":",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		expect_refused(bad[i], "");
}

/* Fields that svod does not know may hold any number: it comes back as the same, and what svod computes is rounded. */
static void numbers_of_other_programs_stay_the_same(void **state)
{
	static const char text[] =
		"{\"svod\":1,\"id\":\"\",\"source\":{\"path\":\"\",\"bytes\":0},\"x\":[0.1,0.30000000000000004,2.5,1e+"
		"300,"
		"1.7976931348623157e+308,18446744073709551615,9223372036854775808,-9223372036854775808]}\n";
	struct doc d = { 0 };
	struct err e = { 0 };
	struct buf out = { 0 };

	(void)state;
	assert_true(parse(text, &d, &e));
	doc_write(&d, &out);
	assert_string_equal(buf_str(&out), text);
	buf_reset(&out);
	json_put_jval(&(struct json_out){ &out, false }, jval_double(&d.arena, 130.2 * 1e6));
	assert_string_equal(buf_str(&out), "130200000");
	buf_free(&out);
	doc_free(&d);
}

/* Cut to 32 bits they would be other numbers, and sums of them would overflow. */
static void numbers_that_no_document_has_are_refused(void **state)
{
	static const struct {
		const char *member, *says;
	} bad[] = {
		{ "\"items\":[{\"type\":\"date\",\"start\":0,\"end\":1,\"block\":4294967296}]",
		  "item: block: not a whole" },
		{ "\"items\":[{\"type\":\"date\",\"start\":0,\"end\":1,\"block\":-2}]", "item: block: not a whole" },
		{ "\"blocks\":[{\"start\":0,\"end\":1,\"level\":4294967297}]", "block: level: not a whole" },
		{ "\"blocks\":[{\"start\":0,\"end\":1,\"table\":1,\"row\":-1}]", "block: row: not a whole" },
		{ "\"blocks\":[{\"start\":0,\"end\":1,\"table\":1,\"colspan\":2147483647}]",
		  "block: colspan: not a whole" },
		{ "\"blocks\":[{\"start\":0,\"end\":1,\"level\":\"1\"}]", "block: level: not a whole" },
		{ "\"map\":[{\"t\":0,\"n\":1,\"part\":\"\",\"para\":1.5}]", "map: para: not a whole" },
		{ "\"map\":[{\"t\":0,\"n\":1,\"at\":-1,\"len\":1}]", "map: at: not a whole" },
		{ "\"source\":{\"pages\":4294967297}", "source: pages: not a whole" },
		{ "\"source\":{\"bytes\":18446744073709551615}", "source: bytes: not a whole" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct buf text = { 0 };

		buf_addf(&text, "{\"svod\":1,\"id\":\"\",\"text\":\"a\",%s}", bad[i].member);
		expect_refused(buf_str(&text), bad[i].says);
		buf_free(&text);
	}
}

/* The searches by place in the text would never end, or find nothing. */
static void what_is_not_in_text_order_is_refused(void **state)
{
	static const char *const bad[] = {
		"\"blocks\":[{\"kind\":\"para\",\"start\":2,\"end\":4},{\"kind\":\"para\",\"start\":0,\"end\":1}]",
		"\"blocks\":[{\"kind\":\"para\",\"start\":0,\"end\":3},{\"kind\":\"para\",\"start\":2,\"end\":4}]",
		"\"sentences\":[[0,1],[2,4],[0,1]]",
		"\"sentences\":[[0,3],[2,4]]",
		"\"map\":[{\"t\":2,\"n\":2,\"at\":0,\"len\":2},{\"t\":0,\"n\":1,\"at\":3,\"len\":1}]",
		"\"map\":[{\"t\":0,\"n\":3,\"at\":0,\"len\":3},{\"t\":2,\"n\":2,\"at\":3,\"len\":2}]",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct buf text = { 0 };

		buf_addf(&text, "{\"svod\":1,\"id\":\"\",\"text\":\"a\\nbc\",%s}", bad[i]);
		expect_refused(buf_str(&text), "begins before the end of the one before it");
		buf_free(&text);
	}
}

static void a_cut_off_line_is_an_error_that_names_it(void **state)
{
	int fds[2];
	struct doc d = { 0 };
	struct err e = { 0 };
	struct doc_reader *r;

	(void)state;
	assert_int_equal(pipe(fds), 0);
	assert_int_equal(write(fds[1], line, sizeof line - 1), sizeof line - 1);
	assert_int_equal(write(fds[1], line, 40), 40);
	close(fds[1]);
	r = doc_reader_new(fds[0], "x");
	assert_int_equal(doc_read(r, &d, &e), STEP_RECORD);
	assert_int_equal(doc_read(r, &d, &e), STEP_ERROR);
	assert_non_null(strstr(e.text, "x: line 2: cut off"));
	err_clear(&e);
	assert_int_equal(doc_read(r, &d, &e), STEP_END);
	doc_free(&d);
	doc_reader_free(r);
	close(fds[0]);
}

static void items_that_share_a_place_get_numbers(void **state)
{
	struct doc d = { 0 };

	(void)state;
	d.text = SPAN("abcdefg");
	doc_add_item(&d, ITEM_ORG, 2, 4, "b");
	doc_add_item(&d, ITEM_ORG, 2, 6, "a");
	doc_add_item(&d, ITEM_ORG, 2, 6, "c");
	doc_sort_items(&d);
	doc_number_items(&d);
	assert_int_equal(d.n_items, 2);
	assert_true(span_is(d.items[0].id, "org-2") && d.items[0].end == 6 && span_is(d.items[0].rule, "a"));
	assert_true(span_is(d.items[1].id, "org-2-2"));
	/* a later stage finds a longer one: those that have a name keep it */
	doc_add_item(&d, ITEM_ORG, 2, 7, "d");
	doc_sort_items(&d);
	doc_number_items(&d);
	assert_true(span_is(d.items[0].id, "org-2-3") && d.items[0].end == 7);
	assert_true(span_is(d.items[1].id, "org-2") && span_is(d.items[2].id, "org-2-2"));
	doc_free(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_document_is_written_as_it_was_read),
		cmocka_unit_test(a_document_says_once_which_it_is),
		cmocka_unit_test(numbers_of_other_programs_stay_the_same),
		cmocka_unit_test(offsets_outside_the_text_are_refused),
		cmocka_unit_test(what_is_not_in_text_order_is_refused),
		cmocka_unit_test(numbers_that_no_document_has_are_refused),
		cmocka_unit_test(a_cut_off_line_is_an_error_that_names_it),
		cmocka_unit_test(items_that_share_a_place_get_numbers),
	};

	return cmocka_run_group_tests(tests, start, end);
}
