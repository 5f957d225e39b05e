/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of an object as they stand in its text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json_raw.h"

static struct json_raw raw_of(struct json_parser *p, const char *text)
{
	struct json_ref root;
	struct err e = { 0 };

	assert_true(json_parse(p, span_of(text), &root, &e));
	return (struct json_raw){ .parser = p, .text = span_of(text) };
}

static void next_is(struct json_raw *r, const char *key, const char *value)
{
	struct span k, v;

	assert_true(json_raw_next(r, &k, &v));
	assert_true(span_is(k, key));
	assert_true(span_is(v, value));
}

static void members_come_as_they_stand(void **state)
{
	struct json_parser *p = json_parser_new();
	struct json_raw r = raw_of(p, "{\"a\":1,\"b\":\"x\",\"c\":[1,{\"d\":\"]}\"}],\"e\":{},\"f\":null}");
	struct span k, v;

	(void)state;
	next_is(&r, "a", "1");
	next_is(&r, "b", "\"x\"");
	next_is(&r, "c", "[1,{\"d\":\"]}\"}]");
	next_is(&r, "e", "{}");
	next_is(&r, "f", "null");
	assert_false(json_raw_next(&r, &k, &v));
	json_parser_free(p);
}

static void quotes_and_backslashes_inside_strings_end_nothing(void **state)
{
	struct json_parser *p = json_parser_new();
	struct json_raw r = raw_of(p, "{\"a\":\"x\\\"y\",\"b\":\"\\\\\",\"c\":[\"\\\\\\\"\",2]}");

	(void)state;
	next_is(&r, "a", "\"x\\\"y\"");
	next_is(&r, "b", "\"\\\\\"");
	next_is(&r, "c", "[\"\\\\\\\"\",2]");
	json_parser_free(p);
}

static void white_space_between_members_is_left_out(void **state)
{
	struct json_parser *p = json_parser_new();
	struct json_raw r = raw_of(p, " { \"a\" : [ 1 , 2 ] , \"b\" : true } ");

	(void)state;
	next_is(&r, "a", "[ 1 , 2 ]");
	next_is(&r, "b", "true");
	json_parser_free(p);
}

static void an_empty_object_has_none(void **state)
{
	struct json_parser *p = json_parser_new();
	struct json_raw r = raw_of(p, "{}");
	struct span k, v;

	(void)state;
	assert_false(json_raw_next(&r, &k, &v));
	json_parser_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_come_as_they_stand),
		cmocka_unit_test(quotes_and_backslashes_inside_strings_end_nothing),
		cmocka_unit_test(white_space_between_members_is_left_out),
		cmocka_unit_test(an_empty_object_has_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
