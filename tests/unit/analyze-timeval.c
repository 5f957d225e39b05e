/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time values: what is left open is filled in, stretches of days are told, impossible days are seen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "timeval.h"

static const struct day wednesday = { 2023, 3, 15 };

static void assert_filled(const char *value, struct day now, int year, const char *expected)
{
	struct buf b = { 0 };

	assert_true(timeval_fill(span_of(value), now, year, &b));
	assert_string_equal(buf_str(&b), expected);
	buf_free(&b);
}

static void a_year_that_is_left_out_is_filled_in(void **state)
{
	(void)state;
	assert_filled("@?-10-07", wednesday, 2021, "2021-10-07");
	assert_filled("../@?-Q3", wednesday, 2024, "../2024-Q3");
	assert_filled("@?-04-11/@?-04-15", wednesday, 2022, "2022-04-11/2022-04-15");
}

static void relative_times_count_from_the_date(void **state)
{
	(void)state;
	assert_filled("@-1Y", wednesday, 0, "2022");
	assert_filled("../@+0Y-12-31", wednesday, 0, "../2023-12-31");
	assert_filled("@-3M", wednesday, 0, "2022-12");
	assert_filled("@+1Q", wednesday, 0, "2023-Q2");
	assert_filled("@+0W", wednesday, 0, "2023-03-13/2023-03-19");
	assert_filled("@+1s/@+2e", wednesday, 0, "2023-03-20/2023-04-02");
	assert_filled("@-14d", wednesday, 0, "2023-03-01");
	assert_filled("@-2y", wednesday, 0, "2021-03");
	assert_filled("@+1m", (struct day){ 2023, 1, 31 }, 0, "2023-02-28");
	assert_filled("@>3", wednesday, 0, "2023-03-22");
	assert_filled("@<2", wednesday, 0, "2023-03-14");
}

static void without_a_date_nothing_is_made_up(void **state)
{
	struct buf b = { 0 };

	(void)state;
	assert_false(timeval_fill(SPAN("@?-10"), wednesday, 0, &b));
	assert_false(timeval_fill(SPAN("@-1Y"), (struct day){ 0 }, 0, &b));
	assert_false(timeval_fill(SPAN("@+1D"), (struct day){ 2023, 3, 0 }, 0, &b));
	assert_false(timeval_fill(SPAN("@"), wednesday, 2023, &b));
	assert_false(timeval_fill(SPAN("@+9"), wednesday, 2023, &b));
	assert_int_equal(b.n, 0);
	buf_free(&b);
}

static void stretches_have_a_first_and_a_last_day(void **state)
{
	int first, last;

	(void)state;
	assert_true(timeval_extent(SPAN("2024-02"), &first, &last));
	assert_int_equal(first, 20240201);
	assert_int_equal(last, 20240229);
	assert_true(timeval_extent(SPAN("2023-Q4/2024-H1"), &first, &last));
	assert_int_equal(first, 20231001);
	assert_int_equal(last, 20240630);
	assert_true(timeval_extent(SPAN("../2025"), &first, &last));
	assert_int_equal(first, 0);
	assert_int_equal(last, 20251231);
	assert_false(timeval_extent(SPAN("R/P1Y"), &first, &last));
	assert_false(timeval_extent(SPAN("P10D"), &first, &last));
	assert_false(timeval_extent(SPAN("2024-13"), &first, &last));
}

static void days_that_cannot_be_are_seen(void **state)
{
	(void)state;
	assert_false(timeval_possible(SPAN("2022-11-31")));
	assert_false(timeval_possible(SPAN("2023-02-29")));
	assert_false(timeval_possible(SPAN("2025/2023")));
	assert_true(timeval_possible(SPAN("2024-02-29")));
	assert_true(timeval_possible(SPAN("../2030")));
	assert_true(timeval_possible(SPAN("continuous")));
	assert_true(timeval_possible(SPAN("--04-28")));
	assert_false(timeval_possible(SPAN("--13-01")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_year_that_is_left_out_is_filled_in),
		cmocka_unit_test(relative_times_count_from_the_date),
		cmocka_unit_test(without_a_date_nothing_is_made_up),
		cmocka_unit_test(stretches_have_a_first_and_a_last_day),
		cmocka_unit_test(days_that_cannot_be_are_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
