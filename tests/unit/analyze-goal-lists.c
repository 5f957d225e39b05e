/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of goals: which open, where an item ends, and which lists are of something else. */
#include "analyze-doc.h"
#include "dictionary.h"
#include "morph.h"

#include <string.h>

static void items_printed_in_one_paragraph_are_goals_each(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ПРОГРАММА профсоюза гончаров" },
		{ BLOCK_PARA, NULL,
		  "Профсоюз берёт на себя обязательства: а) обжечь печи; б) к 1 мая замесить глину." },
		{ BLOCK_ITEM, "•", "расписать 40 ваз; • нанять двух мастеров; • купить круг." },
		{ BLOCK_ITEM, "1)", "нанимать подмастерьев, предлагая выбор: а) утро, б) вечер;" },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 6);
	assert_text(f, nth(f, ITEM_GOAL, 0), "обжечь печи");
	assert_text(f, nth(f, ITEM_GOAL, 1), "к 1 мая замесить глину");
	assert_text(f, nth(f, ITEM_GOAL, 3), "нанять двух мастеров");
	assert_text(f, nth(f, ITEM_GOAL, 5), "нанимать подмастерьев, предлагая выбор: а) утро, б) вечер");
}

static void english_items_behind_letters_are_goals_each(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "The Council calls on employers to: (i) repair the kilns; (ii) publish wages every year." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 1), "publish wages every year");
}

/* An item of two sentences. */
static void add_sentences(struct fixture *f, const char *mark, const char *first, const char *second)
{
	char text[200];
	size_t start = f->text.n, middle;

	snprintf(text, sizeof text, "%s %s", first, second);
	add_line(f, BLOCK_ITEM, mark, text);
	middle = start + strlen(mark) + 1 + strlen(first);
	doc_add_sentence(&f->d, start, middle);
	doc_add_sentence(&f->d, middle + 1, f->text.n - 1);
}

static void sentences_of_an_order_are_orders_each(void **state)
{
	struct fixture *f = *state;
	struct doc *d = start_doc(f);

	needs_dictionary();
	add_line(f, BLOCK_PARA, NULL, "Совет ПОСТАНОВЛЯЕТ:");
	doc_add_sentence(d, 0, f->text.n - 1);
	add_sentences(f, "1.", "Избрать комиссию из 5 гончаров.", "Комиссии подготовить отчёт.");
	add_sentences(f, "2.", "Открыть музей.", "Первым его увидел сторож.");
	resolve(f, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 3);
	assert_text(f, nth(f, ITEM_GOAL, 0), "Избрать комиссию из 5 гончаров");
	assert_text(f, nth(f, ITEM_GOAL, 1), "подготовить отчёт");
	assert_text(f, nth(f, ITEM_GOAL, 2), "Открыть музей");
}

static void a_list_of_actions_is_one_of_goals_whatever_announces_it(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ОТЧЁТ о работе совета" },
		{ BLOCK_PARA, NULL, "Совет вносит на рассмотрение такие предложения:" },
		{ BLOCK_ITEM, "а)", "утроить тираж;" },
		{ BLOCK_ITEM, "б)", "к лету 2030 года открыть тир." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 1), "к лету 2030 года открыть тир");
}

static void what_may_be_done_or_was_done_is_no_goal(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "КОЛЛЕКТИВНЫЙ ДОГОВОР мастерской" },
		{ BLOCK_ITEM, "1.", "Гончар вправе:" },
		{ BLOCK_ITEM, "-", "отказаться от сверхурочных;" },
		{ BLOCK_ITEM, "-", "взять отгул." },
		{ BLOCK_PARA, NULL, "За год совету удалось:" },
		{ BLOCK_ITEM, "а)", "сохранить печь." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 0);
}

static void what_must_not_happen_keeps_its_verb(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Президиум постановил:" },
		{ BLOCK_ITEM, "1.", "Не допускать простоя печей." },
		{ BLOCK_ITEM, "2.", "Запретить ночной обжиг." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_text(f, nth(f, ITEM_GOAL, 0), "Не допускать простоя печей");
	assert_norm(nth(f, ITEM_GOAL, 0), "polarity", "against");
	assert_text(f, nth(f, ITEM_GOAL, 1), "ночной обжиг");
	assert_norm(nth(f, ITEM_GOAL, 1), "polarity", "against");
}

static void whom_a_list_asks_changes_below_it(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "РЕЗОЛЮЦИЯ гончаров" },
		{ BLOCK_HEADING, "I.", "Требует" },
		{ BLOCK_ITEM, "1.", "От совета города:" },
		{ BLOCK_ITEM, "-", "починить мост;" },
		{ BLOCK_ITEM, "-", "открыть рынок." },
		{ BLOCK_ITEM, "2.", "От хозяев печей – вернуть взносы." },
		{ BLOCK_HEADING, "II.", "Выступает" },
		{ BLOCK_ITEM, "а)", "за тишину;" },
		{ BLOCK_ITEM, "б)", "против дыма и против шума." },
		{ BLOCK_PARA, NULL, "Требуем:" },
		{ BLOCK_PARA, NULL, "от дирекции –" },
		{ BLOCK_ITEM, "а)", "выдать перчатки." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 7);
	assert_norm(nth(f, ITEM_GOAL, 1), "actor", "Совет города");
	assert_text(f, nth(f, ITEM_GOAL, 2), "вернуть взносы");
	assert_text(f, nth(f, ITEM_GOAL, 5), "шума");
	assert_norm(nth(f, ITEM_GOAL, 6), "actor", "Дирекция");
}

static void what_was_agreed_may_be_a_clause(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "СОГЛАШЕНИЕ гончаров" },
		{ BLOCK_ITEM, "1.", "Стороны договорились, что в период его действия:" },
		{ BLOCK_ITEM, "-", "плата за обжиг вырастет вдвое;" },
		{ BLOCK_ITEM, "-", "печи не опустеют." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 2);
}

static void a_mark_that_no_reader_saw_is_one(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "The Guild asks the mayor to" },
		{ BLOCK_PARA, NULL, "(i) repair the bridge;" },
		{ BLOCK_PARA, NULL, "(ii) open the market." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 1), "open the market");
}

static void whom_an_order_is_given_to_may_have_powers(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Правление ПОСТАНОВЛЯЕТ:" },
		{ BLOCK_ITEM, "1.", "Советам, осуществляющим функции и полномочия учредителя:" },
		{ BLOCK_ITEM, "1.1.", "обжечь печи;" },
		{ BLOCK_ITEM, "1.2.", "замесить глину." },
		{ BLOCK_ITEM, "2.", "Мастерам провести смотр." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 3);
	assert_text(f, nth(f, ITEM_GOAL, 0), "обжечь печи");
	assert_text(f, nth(f, ITEM_GOAL, 2), "провести смотр");
}

static void items_may_count_anew_below_a_number(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "СОГЛАШЕНИЕ профсоюза гончаров" },
		{ BLOCK_ITEM, "2.", "Стороны обязуются:" },
		{ BLOCK_ITEM, "1.", "обжечь печи;" },
		{ BLOCK_ITEM, "2.", "замесить глину." },
		{ BLOCK_ITEM, "3.", "Гончары отмечают рост." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 1), "замесить глину");
}

static void a_label_numbers_its_goal(void **state)
{
	static const char label[] = "Цель 2.";
	struct fixture *f = *state;
	const struct block *b;

	start_doc(f);
	f->d.meta = jval_object(&f->d.arena);
	jval_set_str(&f->d.arena, f->d.meta, "kind", SPAN("programme"));
	b = add_line(f, BLOCK_PARA, NULL, "Цель 2. Снизить брак на 30 процентов");
	doc_add_sentence(&f->d, b->start, b->start + sizeof label - 1);
	doc_add_sentence(&f->d, b->start + sizeof label, b->end);
	resolve(f, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 1);
	assert_text(f, nth(f, ITEM_GOAL, 0), "Снизить брак на 30 процентов");
	assert_norm(nth(f, ITEM_GOAL, 0), "ref", "2");
}

static void a_list_of_tasks_may_name_any_things(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Главными задачами гончаров должны стать:" },
		{ BLOCK_ITEM, "–", "остановка печи на ремонт к маю;" },
		{ BLOCK_ITEM, "–", "полный переход на красную глину." },
		{ BLOCK_PARA, NULL,
		  "Основные задачи на год: профилактика ожогов среди учеников; отказ от серой глины." },
		{ 0 },
	};
	struct fixture *f = *state;

	if (!morph_has_dictionary(f->r.morph))
		skip();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 4);
	assert_text(f, nth(f, ITEM_GOAL, 1), "полный переход на красную глину");
	assert_text(f, nth(f, ITEM_GOAL, 3), "отказ от серой глины");
}

static void a_list_below_bodies_says_what_they_do_or_are_asked_for(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ПРОГРАММА Союза гончаров" },
		{ BLOCK_PARA, NULL, "Для решения этих задач профсоюз:" },
		{ BLOCK_ITEM, "–", "проводит смотры печей;" },
		{ BLOCK_ITEM, "–", "внесёт в Думу поправки." },
		{ BLOCK_PARA, NULL, "Съезд обращается:" },
		{ BLOCK_ITEM, "–", "к работодателям – немедленно погасить печи!" },
		{ 0 },
	};
	struct fixture *f = *state;

	if (!morph_has_dictionary(f->r.morph))
		skip();
	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 3);
	assert_text(f, nth(f, ITEM_GOAL, 1), "внесёт в Думу поправки");
	assert_text(f, nth(f, ITEM_GOAL, 2), "немедленно погасить печи");
	assert_norm(nth(f, ITEM_GOAL, 2), "actor", "Работодатели");
}

static void a_speech_of_minutes_ends_what_was_decided(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "РЕШИЛИ:" },
		{ BLOCK_ITEM, "1.1.", "Обжечь печи." },
		{ BLOCK_PARA, NULL, "По второму вопросу СЛУШАЛИ:" },
		{ BLOCK_PARA, NULL, "Горшкова И. Ю.: обжигать печи стало дороже." },
		{ BLOCK_PARA, NULL, "Исходя из того, что печь должна греть мастеров, РЕШИЛИ:" },
		{ BLOCK_ITEM, "2.1.", "Купить дрова." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 1), "Купить дрова");
}

/* Kazakh and Kyrgyz put the deed last. */
static void a_programmes_numbered_items_are_tasks_whose_deed_stands_last(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_HEADING, "2.", "Эмгекти коргоо" },
		{ BLOCK_ITEM, "2.1.", "Цехтерде желдетүү тутумун жаңыртуу жана аны ай сайын текшерүү." },
		{ BLOCK_ITEM, "2.2.", "Үч шаарда кеңеш берүү борборун ачуу (2027-жыл)." },
		{ BLOCK_ITEM, "2.3.", "Цехтердин саны былтыр көбөйдү." },
		{ 0 },
	};
	struct fixture *f = *state;

	start_doc(f);
	f->d.meta = jval_object(&f->d.arena);
	jval_set_str(&f->d.arena, f->d.meta, "kind", SPAN("programme"));
	jval_set_str(&f->d.arena, f->d.meta, "lang", SPAN("ky"));
	for (const struct line *l = lines; l->text; l++) {
		const struct block *b = add_line(f, l->kind, l->mark, l->text);

		doc_add_sentence(&f->d, block_body(b), b->end);
	}
	resolve(f, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_norm(nth(f, ITEM_GOAL, 1), "ref", "2.2");
}

static void what_is_ordered_to_be_demanded_stands_below(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Кеңеш ТОКТОМ КЫЛАТ:" },
		{ BLOCK_ITEM, "1.", "Маалымат эске алынсын." },
		{ BLOCK_ITEM, "2.", "Шаар мэриясынан төмөнкүлөр талап кылынсын:" },
		{ BLOCK_ITEM, "а)", "жолдорду оңдоо;" },
		{ BLOCK_ITEM, "б)", "үч айдын ичинде карыздарды жоюу." },
		{ 0 },
	};
	struct fixture *f = *state;

	start_doc(f);
	f->d.meta = jval_object(&f->d.arena);
	jval_set_str(&f->d.arena, f->d.meta, "kind", SPAN("resolution"));
	jval_set_str(&f->d.arena, f->d.meta, "lang", SPAN("ky"));
	for (const struct line *l = lines; l->text; l++) {
		const struct block *b = add_line(f, l->kind, l->mark, l->text);

		doc_add_sentence(&f->d, block_body(b), b->end);
	}
	resolve(f, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 3);
	assert_text(f, nth(f, ITEM_GOAL, 1), "жолдорду оңдоо");
}

static void what_amends_an_order_is_a_goal_each(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Совет ПОСТАНОВЛЯЕТ:" },
		{ BLOCK_ITEM, "1.", "Внести в Положение о смотре следующие изменения:" },
		{ BLOCK_ITEM, "1)", "в пункте 3 слова «пять членов» заменить словами «семь членов»;" },
		{ BLOCK_ITEM, "2)", "пункт 8 исключить." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 0), "в пункте 3 слова «пять членов» заменить словами «семь членов»");
	assert_text(f, nth(f, ITEM_GOAL, 1), "пункт 8 исключить");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_printed_in_one_paragraph_are_goals_each),
		cmocka_unit_test(what_amends_an_order_is_a_goal_each),
		cmocka_unit_test(english_items_behind_letters_are_goals_each),
		cmocka_unit_test(sentences_of_an_order_are_orders_each),
		cmocka_unit_test(a_list_of_actions_is_one_of_goals_whatever_announces_it),
		cmocka_unit_test(what_may_be_done_or_was_done_is_no_goal),
		cmocka_unit_test(what_must_not_happen_keeps_its_verb),
		cmocka_unit_test(whom_a_list_asks_changes_below_it),
		cmocka_unit_test(what_was_agreed_may_be_a_clause),
		cmocka_unit_test(whom_an_order_is_given_to_may_have_powers),
		cmocka_unit_test(items_may_count_anew_below_a_number),
		cmocka_unit_test(a_label_numbers_its_goal),
		cmocka_unit_test(a_mark_that_no_reader_saw_is_one),
		cmocka_unit_test(a_list_of_tasks_may_name_any_things),
		cmocka_unit_test(a_list_below_bodies_says_what_they_do_or_are_asked_for),
		cmocka_unit_test(a_speech_of_minutes_ends_what_was_decided),
		cmocka_unit_test(a_programmes_numbered_items_are_tasks_whose_deed_stands_last),
		cmocka_unit_test(what_is_ordered_to_be_demanded_stands_below),
	};

	return cmocka_run_group_tests(tests, open_resolver, close_resolver);
}
