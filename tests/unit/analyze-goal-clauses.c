/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals inside a sentence: where they begin and end, and what only looks like one. */
#include "analyze-doc.h"
#include "dictionary.h"

static void each_stance_is_a_goal(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Мы против дымных печей, против ночной смены и за новый цех." },
		{ BLOCK_PARA, NULL, "Мы за 2029 год обожгли 40 ваз." },
		{ BLOCK_PARA, NULL, "Ми проти закриття майстерень." },
		{ BLOCK_PARA, NULL, "Мы за дыялог з гаспадарамі і за новыя кругі." },
		{ BLOCK_PARA, NULL, "We stand for clean kilns and against night work." },
		{ BLOCK_PARA, NULL, "Гильдия осуждает травлю подмастерьев и заявляет о помощи." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 9);
	assert_text(f, nth(f, ITEM_GOAL, 1), "ночной смены");
	assert_norm(nth(f, ITEM_GOAL, 1), "polarity", "against");
	assert_text(f, nth(f, ITEM_GOAL, 2), "новый цех");
	assert_norm(nth(f, ITEM_GOAL, 2), "level", "principle");
	assert_text(f, nth(f, ITEM_GOAL, 5), "новыя кругі");
	assert_text(f, nth(f, ITEM_GOAL, 7), "night work");
	assert_text(f, nth(f, ITEM_GOAL, 8), "травлю подмастерьев");
}

static void what_a_law_says_is_no_goal(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Закон «О печах» гарантирует мастерам отдых." },
		{ BLOCK_PARA, NULL, "Гильдия гарантирует мастерам отдых." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 1);
}

static void an_aim_stands_behind_its_copula_and_its_genitives(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Стороны считают главной целью Соглашения рост числа мастеров." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_text(f, nth(f, ITEM_GOAL, 0), "рост числа мастеров");
}

static void what_is_expected_of_others_stands_in_a_clause(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "От города мы ожидаем, что он к осени вернёт долг." },
		{ BLOCK_PARA, NULL, "Мы ожидаем роста цен." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 1);
	assert_text(f, nth(f, ITEM_GOAL, 0), "к осени вернёт долг");
}

static void modals_need_their_infinitive_at_once(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Майстри мають негайно отримати рукавиці." },
		{ BLOCK_PARA, NULL, "Майстри мають печі, щоб випалювати глину." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 1);
	assert_text(f, nth(f, ITEM_GOAL, 0), "негайно отримати рукавиці");
}

static void an_adjective_agrees_with_whom_an_order_is_given_to(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Совет ПОСТАНОВИЛ:" },
		{ BLOCK_ITEM, "1.", "Цеховой комиссии (Гусева К.К.) провести в марте смотр." },
		{ BLOCK_ITEM, "2.", "Учебно-гончарному центру открыть класс." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_text(f, nth(f, ITEM_GOAL, 0), "провести в марте смотр");
	assert_text(f, nth(f, ITEM_GOAL, 1), "открыть класс");
}

static void kazakh_clauses_end_with_their_verb(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Кеңестен пешті жөндеуді талап етеміз; шеберхананы жабуға қарсымыз." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 1), "шеберхананы жабуға");
	assert_norm(nth(f, ITEM_GOAL, 1), "polarity", "against");
}

static void parties_of_an_agreement_act_in_the_present(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "КОЛЛЕКТИВНЫЙ ДОГОВОР гончаров" },
		{ BLOCK_ITEM, "1.", "О ходе выполнения договора стороны отчитываются перед цехом." },
		{ BLOCK_ITEM, "2.", "Работодатель осуществляет ремонт печей, проводит смотр." },
		{ BLOCK_ITEM, "3.", "Работодатели предоставляют за свой счёт:" },
		{ BLOCK_ITEM, "а)", "глину мастерам;" },
		{ BLOCK_ITEM, "б)", "печь ученикам." },
		{ BLOCK_ITEM, "4.", "Договор сохраняет действие, пока жив мастер." },
		{ BLOCK_ITEM, "5.", "Увольнение мастера без согласия профкома запрещается." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 5);
	assert_text(f, nth(f, ITEM_GOAL, 0), "отчитываются перед цехом");
	assert_text(f, nth(f, ITEM_GOAL, 1), "осуществляет ремонт печей, проводит смотр");
	assert_text(f, nth(f, ITEM_GOAL, 3), "печь ученикам");
	assert_text(f, nth(f, ITEM_GOAL, 4), "Увольнение мастера без согласия профкома");
}

static void what_a_body_will_do_on_a_condition_is_listed(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ЗАЯВЛЕНИЕ гильдии" },
		{ BLOCK_PARA, NULL, "Если наши требования не услышат, Гильдия:" },
		{ BLOCK_ITEM, "-", "погасит печи;" },
		{ BLOCK_ITEM, "-", "выйдет на площадь." },
		{ BLOCK_PARA, NULL, "Проектом закона предлагается:" },
		{ BLOCK_ITEM, "-", "сократить отдых;" },
		{ BLOCK_ITEM, "-", "отменить надбавки." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 1), "выйдет на площадь");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_stance_is_a_goal),
		cmocka_unit_test(what_a_law_says_is_no_goal),
		cmocka_unit_test(an_aim_stands_behind_its_copula_and_its_genitives),
		cmocka_unit_test(what_is_expected_of_others_stands_in_a_clause),
		cmocka_unit_test(modals_need_their_infinitive_at_once),
		cmocka_unit_test(an_adjective_agrees_with_whom_an_order_is_given_to),
		cmocka_unit_test(kazakh_clauses_end_with_their_verb),
		cmocka_unit_test(parties_of_an_agreement_act_in_the_present),
		cmocka_unit_test(what_a_body_will_do_on_a_condition_is_listed),
	};

	return cmocka_run_group_tests(tests, open_resolver, close_resolver);
}
