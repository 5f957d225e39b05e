/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and deadlines by context, years from the surroundings, and the nouns that figures count. */
#include "analyze-doc.h"
#include "morph.h"

#include <string.h>

/* Adds an item over the n-th (from 0) occurrence of text. */
static struct item *add(struct fixture *f, enum item_type type, const char *text, int n)
{
	struct span all = buf_span(&f->text);
	size_t at = span_find(all, span_of(text), 0);

	while (n-- > 0)
		at = span_find(all, span_of(text), at + 1);
	assert_int_not_equal(at, SPAN_NONE);
	f->d.text = all;
	return doc_add_item(&f->d, type, at, at + strlen(text), "test");
}

static void add_time(struct fixture *f, const char *text, const char *value)
{
	jval_set_str(&f->d.arena, add(f, ITEM_DATE, text, 0)->norm, "value", span_of(value));
}

static struct item *add_count(struct fixture *f, const char *text, int n, double value)
{
	struct item *it = add(f, ITEM_NUMBER, text, n);

	jval_set_num(&f->d.arena, it->norm, "value", value);
	return it;
}

static void about(struct fixture *f, const char *kind, const char *date)
{
	jval_set_str(&f->d.arena, doc_meta(&f->d), "kind", span_of(kind));
	jval_set_str(&f->d.arena, doc_meta(&f->d), "date", span_of(date));
}

static void a_year_comes_from_the_block_before_or_the_heading(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_HEADING, NULL, "Обучение в 2021 году");
	add_line(f, BLOCK_PARA, NULL, "Семинар прошёл 8 июня в Орше.");
	add_line(f, BLOCK_PARA, NULL, "В 2019 году слёт был 5 мая.");
	add_time(f, "2021 году", "2021");
	add_time(f, "8 июня", "@?-06-08");
	add_time(f, "2019 году", "2019");
	add_time(f, "5 мая", "@?-05-05");
	about(f, "report", "2022-02-01");
	resolve(f, "time");
	assert_norm(nth(f, ITEM_DATE, 1), "value", "2021-06-08");
	assert_norm(nth(f, ITEM_DATE, 3), "value", "2019-05-05");
	assert_true(jval_true(nth(f, ITEM_DATE, 1)->norm, "year_inferred"));
}

static void a_deadline_bounds_an_action_and_a_date_does_not(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Представить отчёт до 1 июля 2024 года.");
	add_line(f, BLOCK_PARA, NULL, "Соглашение действует до 31 декабря 2025 года.");
	add_line(f, BLOCK_PARA, NULL, "Съезд прошёл 14 марта 2023 года.");
	add_time(f, "до 1 июля 2024 года", "../2024-07-01");
	add_time(f, "до 31 декабря 2025 года", "../2025-12-31");
	add_time(f, "14 марта 2023 года", "2023-03-14");
	about(f, "resolution", "2024-04-02");
	resolve(f, "time");
	assert_int_equal(count(f, ITEM_DEADLINE), 1);
	assert_norm(nth(f, ITEM_DEADLINE, 0), "value", "../2024-07-01");
	assert_int_equal(count(f, ITEM_DATE), 2);
}

static void days_of_signing_decisions_and_bases_bound_nothing(void **state)
{
	struct fixture *f = *state;
	struct item *share;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "«5» мая 2031 г.  «6» мая 2031 г.");
	add_line(f, BLOCK_PARA, NULL, "Объём вырастет на 12 % к 2030 году.");
	add_time(f, "5» мая 2031 г.", "2031-05-05");
	add_time(f, "6» мая 2031 г.", "2031-05-06");
	share = add(f, ITEM_NUMBER, "12 %", 0);
	jval_set_num(&f->d.arena, share->norm, "value", 12);
	jval_set_str(&f->d.arena, share->norm, "unit", SPAN("%"));
	add_time(f, "к 2030 году", "../2030");
	about(f, "agreement", "2031-01-01");
	resolve(f, "time");
	assert_int_equal(count(f, ITEM_DEADLINE), 0);
	assert_text(f, nth(f, ITEM_DATE, 2), "2030 году");
	assert_norm(nth(f, ITEM_DATE, 2), "value", "2030");
}

static void what_was_done_on_a_day_is_of_the_year_before(void **state)
{
	struct fixture *f = *state;

	if (!morph_has_dictionary(f->r.morph))
		skip();
	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Премия выплачена 20 ноября.");
	add_line(f, BLOCK_PARA, NULL, "Встреча назначена на 25 ноября.");
	add_time(f, "20 ноября", "@?-11-20");
	add_time(f, "25 ноября", "@?-11-25");
	about(f, "resolution", "2022-02-01");
	resolve(f, "time");
	assert_int_equal(count(f, ITEM_DATE) + count(f, ITEM_DEADLINE), 2);
	assert_norm(nth(f, ITEM_DATE, 0), "value", "2021-11-20");
}

static void a_habit_that_bounds_nothing_is_dropped(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Регулярно проводятся встречи.");
	add_line(f, BLOCK_PARA, NULL, "Планируется регулярно проводить встречи.");
	add_time(f, "Регулярно", "regular");
	add_time(f, "регулярно", "regular");
	about(f, "report", "2024-04-02");
	resolve(f, "time");
	assert_int_equal(count(f, ITEM_DATE), 0);
	assert_int_equal(count(f, ITEM_DEADLINE), 1);
}

static void a_duration_names_the_event_it_is_counted_from(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Ответ даётся в течение 10 дней со дня получения письма, если оно подписано.");
	add_time(f, "в течение 10 дней", "P10D");
	jval_set_str(&f->d.arena, f->d.items[0].norm, "relation", SPAN("within"));
	about(f, "charter", "2024-04-02");
	resolve(f, "time");
	assert_norm(nth(f, ITEM_DEADLINE, 0), "anchor", "получения письма");
	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "The Union shall notify the Employer at least two weeks before the congress.");
	add_time(f, "at least two weeks before", "P2W");
	jval_set_str(&f->d.arena, f->d.items[0].norm, "relation", SPAN("before"));
	about(f, "charter", "2024-04-02");
	resolve(f, "time");
	assert_norm(nth(f, ITEM_DEADLINE, 0), "anchor", "the congress");
}

static void an_impossible_day_is_kept_with_a_note(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Пленум состоялся 31 ноября 2020 года.");
	add_time(f, "31 ноября 2020 года", "2020-11-31");
	about(f, "report", "2021-01-15");
	resolve(f, "time");
	assert_int_equal(count(f, ITEM_DATE), 1);
	assert_int_equal(f->d.n_notes, 1);
	assert_true(span_is(f->d.notes[0].code, "impossible_date"));
}

static void in_language(struct fixture *f, const char *lang)
{
	jval_set_str(&f->d.arena, doc_meta(&f->d), "lang", span_of(lang));
}

static void a_share_goes_on_with_its_whole(void **state)
{
	struct fixture *f = *state;
	struct item *it;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "The mill pays 87 % of the family premium, and half of them sign.");
	it = add_count(f, "87 %", 0, 87);
	jval_set_str(&f->d.arena, it->norm, "unit", SPAN("%"));
	it = add_count(f, "half", 0, 0.5);
	jval_set_str(&f->d.arena, it->norm, "unit", SPAN("часть"));
	in_language(f, "en");
	resolve(f, "number");
	assert_text(f, nth(f, ITEM_NUMBER, 0), "87 % of the family premium");
	assert_text(f, nth(f, ITEM_NUMBER, 1), "half of them");
}

static void a_share_ends_with_its_block(void **state)
{
	struct fixture *f = *state;
	struct item *it;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "The mills returned 87 % of ballots");
	add_line(f, BLOCK_PARA, NULL, "Due to fog the ferry waited for three hours'");
	add_line(f, BLOCK_PARA, NULL, "Pay was late.");
	it = add_count(f, "87 %", 0, 87);
	jval_set_str(&f->d.arena, it->norm, "unit", SPAN("%"));
	in_language(f, "en");
	resolve(f, "number");
	assert_text(f, nth(f, ITEM_NUMBER, 0), "87 % of ballots");
	assert_norm(nth(f, ITEM_NUMBER, 0), "of", "ballots");
}

static void a_kazakh_part_is_one_statement_with_its_whole(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Кеңестің 27 мүшесінің 24-і қатысты.");
	add_count(f, "27", 0, 27);
	add_count(f, "24-і", 0, 24);
	in_language(f, "kk");
	resolve(f, "number");
	assert_int_equal(count(f, ITEM_NUMBER), 1);
	assert_text(f, nth(f, ITEM_NUMBER, 0), "27 мүшесінің 24-і");
	assert_norm(nth(f, ITEM_NUMBER, 0), "unit", "мүше");
	assert_true(jval_num(nth(f, ITEM_NUMBER, 0)->norm, "total", 0) == 27);
}

static void a_figure_takes_its_noun_by_agreement(void **state)
{
	struct fixture *f = *state;

	if (!morph_has_dictionary(f->r.morph))
		skip();
	start_doc(f);
	add_line(f, BLOCK_PARA, NULL,
		 "Созданы 14 районных комитетов и 3 клуба; рабочий 5 разряда учил 40 новых членов.");
	add_count(f, "14", 0, 14);
	add_count(f, "3", 0, 3);
	add_count(f, "5", 0, 5);
	add_count(f, "40", 0, 40);
	resolve(f, "number");
	assert_int_equal(count(f, ITEM_NUMBER), 3);
	assert_text(f, nth(f, ITEM_NUMBER, 0), "14 районных комитетов");
	assert_norm(nth(f, ITEM_NUMBER, 0), "unit", "районный комитет");
	assert_norm(nth(f, ITEM_NUMBER, 1), "unit", "клуб");
	assert_norm(nth(f, ITEM_NUMBER, 2), "unit", "новый член");
	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Охвачено 90 работающих и 15 молодых мастеров.");
	add_count(f, "90", 0, 90);
	add_count(f, "15", 0, 15);
	resolve(f, "number");
	assert_norm(nth(f, ITEM_NUMBER, 0), "unit", "работающий");
	assert_norm(nth(f, ITEM_NUMBER, 1), "unit", "молодой мастер");
	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "В цехах с числом работающих свыше 50 комитет обязателен.");
	jval_set_str(&f->d.arena, add_count(f, "свыше 50", 0, 50)->norm, "comparator", SPAN("gt"));
	resolve(f, "number");
	assert_norm(nth(f, ITEM_NUMBER, 0), "unit", "работающий");
}

static void a_figure_without_a_noun_goes_on_counting(void **state)
{
	struct fixture *f = *state;

	if (!morph_has_dictionary(f->r.morph))
		skip();
	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Проверено 58 предприятий, 12 из них закрыты. Дом 7 стоит.");
	add_count(f, "58", 0, 58);
	add_count(f, "12", 0, 12);
	resolve(f, "number");
	assert_int_equal(count(f, ITEM_NUMBER), 2);
	assert_norm(nth(f, ITEM_NUMBER, 1), "unit", "предприятие");
}

static void a_noun_stands_before_a_dash_or_behind_a_later_figure(void **state)
{
	struct fixture *f = *state;

	if (!morph_has_dictionary(f->r.morph))
		skip();
	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Всего шахматных кружков – 64, в сёлах – 23.");
	add_line(f, BLOCK_PARA, NULL, "Куплено 18 детских и 30 взрослых билетов.");
	add_line(f, BLOCK_PARA, NULL, "Роздано 77 жалоб по поводу ремонта дорог – 55.");
	add_count(f, "64", 0, 64);
	add_count(f, "23", 0, 23);
	add_count(f, "18", 0, 18);
	add_count(f, "30", 0, 30);
	add_count(f, "77", 0, 77);
	add_count(f, "55", 0, 55);
	resolve(f, "number");
	assert_int_equal(count(f, ITEM_NUMBER), 6);
	assert_norm(nth(f, ITEM_NUMBER, 0), "unit", "шахматный кружок");
	assert_norm(nth(f, ITEM_NUMBER, 1), "unit", "шахматный кружок");
	assert_text(f, nth(f, ITEM_NUMBER, 2), "18 детских");
	assert_norm(nth(f, ITEM_NUMBER, 2), "unit", "детский билет");
	assert_norm(nth(f, ITEM_NUMBER, 5), "unit", "жалоба");
}

static void a_figure_of_a_table_takes_the_heading(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_cell(f, 1, 0, 0, "Филиал");
	add_cell(f, 1, 0, 1, "Сумма, тыс. сомов");
	add_cell(f, 1, 1, 0, "Талас");
	add_cell(f, 1, 1, 1, "250");
	add_count(f, "250", 0, 250);
	resolve(f, "number");
	assert_norm(nth(f, ITEM_NUMBER, 0), "unit", "KGS");
	assert_true(jval_num(nth(f, ITEM_NUMBER, 0)->norm, "value", 0) == 250000);
}

static void a_year_in_brackets_dates_nothing_outside(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "В 2021 году поездок было сорок (в 2020 году – тридцать), слёт начался 5 мая.");
	add_time(f, "2021 году", "2021");
	add_time(f, "2020 году", "2020");
	add_time(f, "5 мая", "@?-05-05");
	about(f, "report", "2022-02-01");
	resolve(f, "time");
	assert_norm(nth(f, ITEM_DATE, 2), "value", "2021-05-05");
}

static void the_same_year_is_the_one_named_last(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Договор подписан 3 марта 2019 года.");
	add_line(f, BLOCK_PARA, NULL, "Осенью того же года открыт клуб.");
	add_time(f, "3 марта 2019 года", "2019-03-03");
	add_time(f, "Осенью того же года", "@=-09/@=-11");
	about(f, "report", "2024-02-01");
	resolve(f, "time");
	assert_norm(nth(f, ITEM_DATE, 1), "value", "2019-09/2019-11");
}

static void the_last_day_of_a_list_says_the_year(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Не оплачены 7 ноября и 25 декабря 2017 г.");
	add_time(f, "7 ноября", "@?-11-07");
	add_time(f, "25 декабря 2017 г.", "2017-12-25");
	about(f, "report", "2019-02-01");
	resolve(f, "time");
	assert_norm(nth(f, ITEM_DATE, 0), "value", "2017-11-07");
}

static void a_label_makes_deadlines_and_a_horizon_does_not(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Сроки реализации: I этап – 2031 год, II этап – 2032 год.");
	add_line(f, BLOCK_PARA, NULL, "Содействовать Концепции развития рек до 2040 года.");
	add_time(f, "2031 год", "2031");
	add_time(f, "2032 год", "2032");
	add_time(f, "до 2040 года", "../2040");
	about(f, "programme", "2030-02-01");
	resolve(f, "time");
	assert_int_equal(count(f, ITEM_DEADLINE), 2);
	assert_norm(nth(f, ITEM_DATE, 0), "value", "../2040");
}

static void figures_of_a_list_share_the_unit_of_the_last(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "По этапам 96, 141 и 175 млн тенге соответственно.");
	add_count(f, "96", 0, 96);
	add_count(f, "141", 0, 141);
	add_count(f, "175 млн тенге", 0, 175e6);
	jval_set_str(&f->d.arena, f->d.items[2].norm, "unit", SPAN("KZT"));
	resolve(f, "number");
	assert_norm(nth(f, ITEM_NUMBER, 0), "unit", "KZT");
	assert_true(jval_num(nth(f, ITEM_NUMBER, 1)->norm, "value", 0) == 141e6);
}

static void marks_and_quoted_figures_count_nothing(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Приняты пять норм: 1. О полях. 2. О реках. Линия «1229» открыта.");
	add_count(f, "1", 0, 1);
	add_count(f, "2", 0, 2);
	add_count(f, "1229", 0, 1229);
	resolve(f, "number");
	assert_int_equal(count(f, ITEM_NUMBER), 0);
}

static void columns_of_years_count_what_their_row_names(void **state)
{
	struct fixture *f = *state;

	if (!morph_has_dictionary(f->r.morph))
		skip();
	start_doc(f);
	add_cell(f, 1, 0, 0, "Показатель");
	add_cell(f, 1, 0, 1, "Ед. изм.");
	add_cell(f, 1, 0, 2, "2030 г.");
	add_cell(f, 1, 1, 0, "Проведено проверок");
	add_cell(f, 1, 1, 1, "ед.");
	add_cell(f, 1, 1, 2, "41");
	add_cell(f, 1, 2, 0, "Численность рыбаков");
	add_cell(f, 1, 2, 1, "тыс. чел.");
	add_cell(f, 1, 2, 2, "6,5");
	add_count(f, "41", 0, 41);
	add_count(f, "6,5", 0, 6.5);
	resolve(f, "number");
	assert_norm(nth(f, ITEM_NUMBER, 0), "unit", "проверка");
	assert_norm(nth(f, ITEM_NUMBER, 1), "unit", "человек");
	assert_true(jval_num(nth(f, ITEM_NUMBER, 1)->norm, "value", 0) == 6500);
}

static void a_figure_may_stand_for_the_unit_before_it(void **state)
{
	struct fixture *f = *state;

	if (!morph_has_dictionary(f->r.morph))
		skip();
	start_doc(f);
	add_line(f, BLOCK_PARA, NULL,
		 "До 240 часов вместо нынешних 120. Занято 31 процент, на причалах – 54, в доках.");
	add_line(f, BLOCK_PARA, NULL,
		 "Из 118 дел окончено 109, девять остаются у мастеров. Доки есть в 6 краях и г. Бухте.");
	jval_set_str(&f->d.arena, add_count(f, "240 часов", 0, 240)->norm, "unit", SPAN("час"));
	add_count(f, "120", 0, 120);
	jval_set_str(&f->d.arena, add_count(f, "31 процент", 0, 31)->norm, "unit", SPAN("%"));
	add_count(f, "54", 0, 54);
	add_count(f, "118", 0, 118);
	add_count(f, "109", 0, 109);
	add_count(f, "девять", 0, 9);
	add_count(f, "6", 0, 6);
	jval_set_str(&f->d.arena, doc_meta(&f->d), "lang", SPAN("ru"));
	resolve(f, "number");
	assert_norm(nth(f, ITEM_NUMBER, 1), "unit", "час");
	assert_norm(nth(f, ITEM_NUMBER, 3), "unit", "%");
	assert_norm(nth(f, ITEM_NUMBER, 6), "unit", "дело");
	assert_norm(nth(f, ITEM_NUMBER, 7), "unit", "край");
}

static void an_order_is_for_the_time_to_come(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "В 2025 году слёт прошёл.");
	add_line(f, BLOCK_PARA, NULL, "Решено: провести до 30 июня смотр – к 5 июля и 10 октября.");
	add_time(f, "2025 году", "2025");
	add_time(f, "до 30 июня", "../@?-06-30");
	add_time(f, "к 5 июля", "../2026-07-05");
	add_time(f, "10 октября", "2026-10-10");
	jval_set_str(&f->d.arena, add(f, ITEM_GOAL, "провести до 30 июня смотр – к 5 июля и 10 октября", 0)->norm,
		     "level", SPAN("directive"));
	about(f, "resolution", "2026-03-26");
	resolve(f, "time");
	assert_norm(nth(f, ITEM_DEADLINE, 0), "value", "../2026-06-30");
	assert_norm(nth(f, ITEM_DEADLINE, 2), "value", "../2026-10-10");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_year_comes_from_the_block_before_or_the_heading),
		cmocka_unit_test(a_deadline_bounds_an_action_and_a_date_does_not),
		cmocka_unit_test(days_of_signing_decisions_and_bases_bound_nothing),
		cmocka_unit_test(what_was_done_on_a_day_is_of_the_year_before),
		cmocka_unit_test(a_habit_that_bounds_nothing_is_dropped),
		cmocka_unit_test(a_duration_names_the_event_it_is_counted_from),
		cmocka_unit_test(an_impossible_day_is_kept_with_a_note),
		cmocka_unit_test(a_figure_takes_its_noun_by_agreement),
		cmocka_unit_test(a_share_goes_on_with_its_whole),
		cmocka_unit_test(a_share_ends_with_its_block),
		cmocka_unit_test(a_kazakh_part_is_one_statement_with_its_whole),
		cmocka_unit_test(a_figure_without_a_noun_goes_on_counting),
		cmocka_unit_test(a_noun_stands_before_a_dash_or_behind_a_later_figure),
		cmocka_unit_test(a_figure_of_a_table_takes_the_heading),
		cmocka_unit_test(a_year_in_brackets_dates_nothing_outside),
		cmocka_unit_test(the_same_year_is_the_one_named_last),
		cmocka_unit_test(the_last_day_of_a_list_says_the_year),
		cmocka_unit_test(a_label_makes_deadlines_and_a_horizon_does_not),
		cmocka_unit_test(figures_of_a_list_share_the_unit_of_the_last),
		cmocka_unit_test(marks_and_quoted_figures_count_nothing),
		cmocka_unit_test(columns_of_years_count_what_their_row_names),
		cmocka_unit_test(a_figure_may_stand_for_the_unit_before_it),
		cmocka_unit_test(an_order_is_for_the_time_to_come),
	};

	return cmocka_run_group_tests(tests, open_resolver, close_resolver);
}
