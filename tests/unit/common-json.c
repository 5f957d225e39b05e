/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as they are written. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json.h"

static void written_as(double d, const char *want)
{
	struct buf b = { 0 };
	struct json_out j = { &b };
	struct jval v = { .type = JSON_DOUBLE, .d = d };

	json_put_jval(&j, &v);
	assert_string_equal(buf_str(&b), want);
	buf_free(&b);
}

static void a_number_reads_back_as_it_was(void **state)
{
	(void)state;
	written_as(0.1, "0.1");
	written_as(0.1 + 0.2, "0.30000000000000004");
}

static void what_json_has_no_number_for_is_null(void **state)
{
	(void)state;
	written_as(NAN, "null");
	written_as(INFINITY, "null");
	written_as(-INFINITY, "null");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_reads_back_as_it_was),
		cmocka_unit_test(what_json_has_no_number_for_is_null),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
