/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of date values, deadlines shortened for reading, iCalendar lines, packed provenance. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "due.h"
#include "pack.h"
#include "when.h"

static void check(const char *value, const char *from, const char *to)
{
	struct when w = when_parse(span_of(value));

	assert_true(w.known);
	assert_string_equal(w.from, from);
	assert_string_equal(w.to, to);
}

static void values_have_a_first_and_a_last_day(void **state)
{
	(void)state;
	check("2022", "2022-01-01", "2022-12-31");
	check("2024-02", "2024-02-01", "2024-02-29");
	check("1900-02", "1900-02-01", "1900-02-28");
	check("2022-11-30", "2022-11-30", "2022-11-30");
	check("2022-Q4", "2022-10-01", "2022-12-31");
	check("2017-H1", "2017-01-01", "2017-06-30");
	check("2022-10/2022-11", "2022-10-01", "2022-11-30");
	check("../2025", "", "2025-12-31");
	check("2023/..", "2023-01-01", "");
	check("2024-Q4/2025-Q4", "2024-10-01", "2025-12-31");
}

static void what_recurs_has_no_days(void **state)
{
	static const char *const values[] = { "R/P1Y", "R2/P1M", "continuous", "regular", "--09-01" };

	(void)state;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		struct when w = when_parse(span_of(values[i]));

		assert_true(w.known && w.repeats);
		assert_string_equal(w.to, "");
	}
}

static void what_is_no_time_is_unknown(void **state)
{
	static const char *const values[] = { "",      "per-schedule", "P2W",     "2022-13", "2022-02-30",
					      "2022/", "20222",        "2022-Q5", "0000" };

	(void)state;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		assert_false(when_parse(span_of(values[i])).known);
}

static void deadlines_are_shortened_where_both_ends_agree(void **state)
{
	static const char *const pairs[][2] = { { "2022-10/2022-11", "2022-10/11" },
						{ "2022-10-03/2022-10-09", "2022-10-03/09" },
						{ "2022/2025", "2022/2025" },
						{ "../2025", "../2025" },
						{ "2022-Q4/2023-Q1", "2022-Q4/2023-Q1" },
						{ "R/P1Y", "R/P1Y" } };

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct buf out = { 0 };

		due_short(span_of(pairs[i][0]), &out);
		assert_string_equal(buf_str(&out), pairs[i][1]);
		buf_free(&out);
	}
}

static void calendar_lines_are_short_and_escaped(void **state)
{
	struct task task = { .uid = SPAN("a:b@svod"),
			     .summary = SPAN(
				     "Провести семинары, встречи; обучение на всех судоремонтных заводах побережья"),
			     .from = SPAN("2022-10-01"),
			     .to = SPAN("2022-12-31"),
			     .repeats = SPAN("R/P3M") };
	struct buf out = { 0 };
	struct span rest;

	(void)state;
	ics_put(&task, &out);
	rest = buf_span(&out);
	while (rest.n)
		assert_true(span_cut(&rest, '\n').n <= 76); /* with \r */
	assert_non_null(strstr(buf_str(&out), "семинары\\, "));
	assert_non_null(strstr(buf_str(&out), "DUE;VALUE=DATE:20221231\r\n"));
	assert_non_null(strstr(buf_str(&out), "RRULE:FREQ=MONTHLY;INTERVAL=3\r\n"));
	buf_free(&out);
}

static void provenance_comes_back_as_it_was_packed(void **state)
{
	struct doc d = { 0 }, back = { 0 };
	struct buf packed = { 0 };
	struct err e = { 0 };

	(void)state;
	*doc_add_map(&d, MAP_BYTES, 0, 10) =
		(struct map_run){ 0, 10, MAP_BYTES, false, 5, 12, 3, { 0 }, 0, { 0 }, { 0 }, 0, 0, 0, 0 };
	*doc_add_map(&d, MAP_BYTES, 11, 4) =
		(struct map_run){ 11, 4, MAP_BYTES, true, 18, 4, 4, SPAN("/html/p"), 0, { 0 }, { 0 }, 0, 0, 0, 0 };
	*doc_add_map(&d, MAP_PAGE, 16, 4) =
		(struct map_run){ .t = 16, .n = 4, .kind = MAP_PAGE, .page = 2, .box = { 1.25, 2, 3, 1.0 / 3 } };
	*doc_add_map(&d, MAP_PAGE, 21, 4) =
		(struct map_run){ .t = 21, .n = 4, .kind = MAP_PAGE, .page = 1, .box = { 1.25, 2, 3.07, 4 } };
	*doc_add_map(&d, MAP_PART, 27, 9) = (struct map_run){
		.t = 27, .n = 9, .kind = MAP_PART, .part = SPAN("document"), .para = 7, .table = 2, .row = 1, .col = 3
	};
	pack_map(&d, &packed);
	assert_true(unpack_map(buf_span(&packed), &back, &e));
	assert_int_equal(back.n_map, d.n_map);
	for (size_t i = 0; i < d.n_map; i++) {
		const struct map_run *a = &d.map[i], *b = &back.map[i];

		assert_true(a->t == b->t && a->n == b->n && a->kind == b->kind && a->made == b->made);
		assert_true(a->at == b->at && a->len == b->len && a->line == b->line && span_eq(a->path, b->path));
		assert_true(a->page == b->page && memcmp(a->box, b->box, sizeof a->box) == 0);
		assert_true(span_eq(a->part, b->part) && a->para == b->para && a->table == b->table &&
			    a->row == b->row && a->col == b->col);
	}
	for (size_t n = 0; n < packed.n; n++) { /* cut anywhere: an error or fewer runs, never more */
		doc_reset(&back);
		if (unpack_map(span_make(packed.p, n), &back, &e))
			assert_true(back.n_map < d.n_map);
	}
	buf_free(&packed);
	doc_free(&d);
	doc_free(&back);
}

static void a_part_for_every_element_keeps_its_name(void **state)
{
	enum { PARTS = 300 };
	struct doc d = { 0 }, back = { 0 };
	struct buf packed = { 0 };
	struct err e = { 0 };

	(void)state;
	for (size_t i = 0; i < 2 * PARTS; i++) { /* each once more after all others */
		struct map_run *r = doc_add_map(&d, MAP_PART, 2 * i, 1);

		r->part = arena_printf(&d.arena, "/html/td[%zu]", i % PARTS);
	}
	pack_map(&d, &packed);
	assert_true(unpack_map(buf_span(&packed), &back, &e));
	assert_int_equal(back.n_map, d.n_map);
	for (size_t i = 0; i < d.n_map; i++)
		assert_true(span_eq(back.map[i].part, d.map[i].part));
	buf_free(&packed);
	doc_free(&d);
	doc_free(&back);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_have_a_first_and_a_last_day),
		cmocka_unit_test(what_recurs_has_no_days),
		cmocka_unit_test(what_is_no_time_is_unknown),
		cmocka_unit_test(deadlines_are_shortened_where_both_ends_agree),
		cmocka_unit_test(calendar_lines_are_short_and_escaped),
		cmocka_unit_test(provenance_comes_back_as_it_was_packed),
		cmocka_unit_test(a_part_for_every_element_keeps_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
