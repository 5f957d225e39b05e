/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "span_index.h"

static void a_name_keeps_all_its_numbers_in_order(void **state)
{
	struct arena a = { 0 };
	struct span_index x = { 0 };
	const struct span_entry *e;

	(void)state;
	assert_null(span_index_get(&x, SPAN("совет")));
	span_index_add(&x, &a, SPAN("совет"), 3);
	span_index_add(&x, &a, SPAN("союз"), 5);
	span_index_add(&x, &a, SPAN("совет"), 1);
	e = span_index_get(&x, SPAN("совет"));
	assert_int_equal(e->value, 3);
	assert_int_equal(e->next->value, 1);
	assert_null(e->next->next);
	assert_null(span_index_get(&x, SPAN("сов")));
	arena_free(&a);
}

static void many_names_are_all_found(void **state)
{
	enum { MANY = 5000 };
	struct arena a = { 0 };
	struct span_index x = { 0 };

	(void)state;
	for (size_t i = 0; i < MANY; i++)
		span_index_add(&x, &a, arena_printf(&a, "%zu", i), i);
	for (size_t i = 0; i < MANY; i++)
		assert_int_equal(span_index_get(&x, arena_printf(&a, "%zu", i))->value, i);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_keeps_all_its_numbers_in_order),
		cmocka_unit_test(many_names_are_all_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
