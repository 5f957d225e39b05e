/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar: days counted and told back, weekdays, what a value of time covers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "calendar.h"

static void days_count_from_1970_and_back(void **state)
{
	(void)state;
	assert_int_equal(calendar_count((struct day){ 1970, 1, 1 }), 0);
	assert_int_equal(calendar_count((struct day){ 2000, 3, 1 }), 11017);
	for (long n = -719162; n <= 2932896; n += 9973) { /* 0001-01-01 … 9999-12-31 */
		struct day d = calendar_day(n);

		assert_in_range(d.year, 1, 9999);
		assert_in_range(d.day, 1, calendar_month_days(d.year, d.month));
		assert_int_equal(calendar_count(d), n);
	}
}

static void weekdays_begin_with_monday(void **state)
{
	(void)state;
	assert_int_equal(calendar_weekday(calendar_count((struct day){ 1970, 1, 1 })), 3);
	assert_int_equal(calendar_weekday(calendar_count((struct day){ 1969, 12, 28 })), 6);
	assert_int_equal(calendar_weekday(calendar_count((struct day){ 2024, 7, 1 })), 0);
}

static void a_part_of_a_year_has_its_days(void **state)
{
	struct day first, last;

	(void)state;
	assert_true(calendar_period(SPAN("2031-Q3"), &first, &last));
	assert_int_equal(calendar_count(last) - calendar_count(first) + 1, 92);
	assert_true(calendar_period(SPAN("2028-02"), &first, &last));
	assert_int_equal(last.day, 29);
}

static void what_no_calendar_has_is_no_period(void **state)
{
	static const char *const values[] = { "",        "2031-",      "2031-Q5", "2031-H3",
					      "2031-00", "2031-06-31", "2031-6",  "203" };
	struct day first, last;

	(void)state;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		assert_false(calendar_period(span_of(values[i]), &first, &last));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_count_from_1970_and_back),
		cmocka_unit_test(weekdays_begin_with_monday),
		cmocka_unit_test(a_part_of_a_year_has_its_days),
		cmocka_unit_test(what_no_calendar_has_is_no_period),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
