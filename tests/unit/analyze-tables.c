/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans in tables: columns by meaning, sections, rows that go on, tables that are no plans. */
#include "analyze-doc.h"

static void add_row(struct fixture *f, int table, int row, const char *const *cells)
{
	for (int col = 0; cells[col]; col++)
		add_cell(f, table, row, col, cells[col]);
}

static struct span cell_of(const struct item *row, const char *name)
{
	return jval_str(jval_get(row->norm, "cells"), name);
}

static void columns_are_known_by_meaning_in_any_order(void **state)
{
	static const char *const head[] = {
		"№ п/п", "Исполнители", "Мероприятие", "Срок исполнения", "Показатели", NULL
	};
	static const char *const row[] = { "1", "Совет", "Открыть музей", "май", "Музей", NULL };
	struct fixture *f = *state;

	start_doc(f);
	add_row(f, 1, 0, head);
	add_row(f, 1, 1, row);
	resolve(f, NULL);
	assert_int_equal(count(f, ITEM_TABLE_ROW), 1);
	assert_true(span_is(cell_of(nth(f, ITEM_TABLE_ROW, 0), "action"), "Открыть музей"));
	assert_true(span_is(cell_of(nth(f, ITEM_TABLE_ROW, 0), "deadline"), "май"));
	assert_true(span_is(cell_of(nth(f, ITEM_TABLE_ROW, 0), "responsible"), "Совет"));
	assert_true(span_is(cell_of(nth(f, ITEM_TABLE_ROW, 0), "indicator"), "Музей"));
	assert_norm(nth(f, ITEM_GOAL, 0), "ref", "1");
}

static void headings_are_read_in_all_languages(void **state)
{
	static const char *const heads[][3] = {
		{ "Заходи", "Термін виконання", "Відповідальні" }, { "Мерапрыемствы", "Тэрміны", "Адказныя" },
		{ "Іс-шаралар", "Орындау мерзімі", "Жауаптылар" }, { "Иш-чаралар", "Аткаруу мөөнөтү", "Жооптуулар" },
		{ "Activities", "Deadline", "Responsible body" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		start_doc(f);
		for (int col = 0; col < 3; col++)
			add_cell(f, 1, 0, col, heads[i][col]);
		add_cell(f, 1, 1, 0, "A");
		add_cell(f, 1, 1, 1, "2024");
		add_cell(f, 1, 1, 2, "B");
		resolve(f, "table");
		assert_int_equal(count(f, ITEM_TABLE_ROW), 1);
		assert_true(span_is(cell_of(nth(f, ITEM_TABLE_ROW, 0), "deadline"), "2024"));
	}
}

static void sections_are_rows_of_one_cell_or_headings_before_a_table(void **state)
{
	static const char *const head[] = { "Действия", "Сроки", "Ответственные", NULL };
	static const char *const row[] = { "Обучить вожатых", "2024", "Совет", NULL };
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_HEADING, NULL, "3. Укрепить отряды");
	add_row(f, 1, 0, head);
	add_row(f, 1, 1, row);
	add_cell(f, 1, 2, 0, "4. Открыть лагеря");
	add_row(f, 1, 3, row);
	resolve(f, "table");
	assert_int_equal(count(f, ITEM_TABLE_ROW), 2);
	assert_norm(nth(f, ITEM_TABLE_ROW, 0), "row", "3.1");
	assert_norm(nth(f, ITEM_TABLE_ROW, 1), "row", "4.1");
	assert_text(f, nth(f, ITEM_GOAL, 0), "Укрепить отряды");
	assert_norm(nth(f, ITEM_GOAL, 0), "level", "section");
}

static void a_plan_goes_on_in_a_table_without_heading_and_a_row_in_the_next(void **state)
{
	static const char *const head[] = { "Действия", "Сроки", "Ответственные", NULL };
	static const char *const row[] = { "Купить лодки", "2024", "Совет,", NULL };
	static const char *const rest[] = { "", "", "клуб", NULL };
	static const char *const next[] = { "Построить причал", "2025", "Клуб", NULL };
	struct fixture *f = *state;

	start_doc(f);
	add_row(f, 1, 0, head);
	add_row(f, 1, 1, row);
	add_row(f, 2, 0, rest);
	add_row(f, 2, 1, next);
	resolve(f, "table");
	assert_int_equal(count(f, ITEM_TABLE_ROW), 2);
	assert_true(span_is(cell_of(nth(f, ITEM_TABLE_ROW, 0), "responsible"), "Совет, клуб"));
}

static void a_table_of_figures_is_no_plan(void **state)
{
	static const char *const head[] = { "Область", "Членов", "Доля", NULL };
	static const char *const row[] = { "Северная", "1200", "12", NULL };
	struct fixture *f = *state;

	start_doc(f);
	add_row(f, 1, 0, head);
	add_row(f, 1, 1, row);
	resolve(f, "table");
	assert_int_equal(count(f, ITEM_TABLE_ROW), 0);
}

static void beginning_and_end_under_one_heading_are_one_deadline(void **state)
{
	static const char *const sub[] = { "", "начало", "окончание", "", NULL };
	static const char *const row[] = { "Построить причал", "май 2024", "июль 2025", "Клуб", NULL };
	static const char *const total[] = { "Итого", "", "", "1", NULL };
	struct fixture *f = *state;

	start_doc(f);
	add_cell(f, 1, 0, 0, "Мероприятие");
	add_cell(f, 1, 0, 1, "Сроки");
	f->d.blocks[f->d.n_blocks - 1].colspan = 2;
	add_cell(f, 1, 0, 3, "Исполнители");
	add_row(f, 1, 1, sub);
	add_row(f, 1, 2, row);
	add_row(f, 1, 3, total);
	resolve(f, NULL);
	assert_int_equal(count(f, ITEM_TABLE_ROW), 1);
	assert_true(span_is(cell_of(nth(f, ITEM_TABLE_ROW, 0), "deadline"), "май 2024 июль 2025"));
	assert_int_equal(count(f, ITEM_GOAL), 1);
}

static void a_total_counts_the_rows_of_its_group(void **state)
{
	static const char *const rows[][4] = {
		{ "Статья", "Смета", "% к смете", NULL }, { "Взносы", "400", "101", NULL },
		{ "Проценты", "20", "90", NULL },         { "Итого доходов", "420", "100", NULL },
		{ "Учёба актива", "150", "95", NULL },    { "Печать", "200", "99", NULL },
		{ "Итого расходов", "350", "97", NULL },  { "Клуб", "10", "100", NULL },
		{ "Музей", "20", "100", NULL },           { "Итого на культуру", "50", "100", NULL },
	};
	struct fixture *f = *state;
	int sums = 0, errors = 0;

	start_doc(f);
	for (int i = 0; i < (int)(sizeof rows / sizeof *rows); i++)
		add_row(f, 1, i, rows[i]);
	resolve(f, NULL);
	for (int i = 0; i < count(f, ITEM_CHECK); i++) {
		const struct item *it = nth(f, ITEM_CHECK, i);

		sums += span_is(jval_str(it->norm, "kind"), "sum");
		errors += span_is(jval_str(it->norm, "result"), "error");
	}
	assert_int_equal(sums, 2);
	assert_int_equal(errors, 0); /* which of three totals the last one lacks cannot be told */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_known_by_meaning_in_any_order),
		cmocka_unit_test(headings_are_read_in_all_languages),
		cmocka_unit_test(sections_are_rows_of_one_cell_or_headings_before_a_table),
		cmocka_unit_test(a_plan_goes_on_in_a_table_without_heading_and_a_row_in_the_next),
		cmocka_unit_test(a_table_of_figures_is_no_plan),
		cmocka_unit_test(a_total_counts_the_rows_of_its_group),
		cmocka_unit_test(beginning_and_end_under_one_heading_are_one_deadline),
	};

	return cmocka_run_group_tests(tests, open_resolver, close_resolver);
}
