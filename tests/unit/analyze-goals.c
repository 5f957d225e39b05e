/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is a goal and what is none, in the genres and languages of union documents. */
#include "analyze-doc.h"
#include "dictionary.h"

static void items_behind_a_lead_are_goals_until_another_paragraph(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "В этих целях профсоюз будет:" },
		{ BLOCK_PARA, NULL, "проводить обучение бригадиров;" },
		{ BLOCK_PARA, NULL, "добиваться ремонта бытовок; открыть комнату отдыха." },
		{ BLOCK_PARA, NULL, "Численность бригад выросла за год." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 3);
	assert_text(f, nth(f, ITEM_GOAL, 0), "проводить обучение бригадиров");
	assert_text(f, nth(f, ITEM_GOAL, 2), "открыть комнату отдыха");
}

static void an_agreement_binds_its_parties(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "КОЛЛЕКТИВНЫЙ ДОГОВОР депо" },
		{ BLOCK_ITEM, "2.1.", "Работодатель обязуется:" },
		{ BLOCK_ITEM, "а)", "выдавать молоко;" },
		{ BLOCK_ITEM, "б)", "в случае простоя сохранять средний заработок." },
		{ BLOCK_ITEM, "2.2.", "Работодатель обязан в течение трёх дней выдать копию приказа." },
		{ BLOCK_ITEM, "2.3.", "За работу ночью производится доплата в размере 40 процентов." },
		{ BLOCK_ITEM, "2.4.", "Не допускается удержание из премии." },
		{ BLOCK_ITEM, "2.5.", "Профком вправе проверять расчёты." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 5);
	assert_norm(nth(f, ITEM_GOAL, 0), "actor", "Работодатель");
	assert_norm(nth(f, ITEM_GOAL, 0), "level", "commitment");
	assert_text(f, nth(f, ITEM_GOAL, 1), "в случае простоя сохранять средний заработок");
	assert_text(f, nth(f, ITEM_GOAL, 2), "в течение трёх дней выдать копию приказа");
	assert_text(f, nth(f, ITEM_GOAL, 4), "удержание из премии");
}

static void orders_of_a_resolution_leave_the_addressee_outside(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Президиум ПОСТАНОВЛЯЕТ:" },
		{ BLOCK_ITEM, "1.", "Районным комитетам провести собрания до 1 марта." },
		{ BLOCK_ITEM, "2.", "Вимагаємо від ради директорів:" },
		{ BLOCK_ITEM, "-", "виплатити премію;" },
		{ BLOCK_ITEM, "3.", "Контроль возложить на секретаря." },
		{ BLOCK_ITEM, "4.", "Комиссии по жилью провести проверку." },
		{ BLOCK_ITEM, "5.", "Комиссии создать в каждом цехе." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 5);
	assert_text(f, nth(f, ITEM_GOAL, 3), "провести проверку");
	assert_norm(nth(f, ITEM_GOAL, 3), "actor", "Комиссия по жилью");
	assert_text(f, nth(f, ITEM_GOAL, 4), "Комиссии создать в каждом цехе");
	assert_text(f, nth(f, ITEM_GOAL, 0), "провести собрания до 1 марта");
	assert_norm(nth(f, ITEM_GOAL, 0), "actor", "Районные комитеты");
	assert_norm(nth(f, ITEM_GOAL, 1), "level", "demand");
	assert_norm(nth(f, ITEM_GOAL, 2), "level", "directive");
}

static void what_is_wished_for_stands_behind_so_that(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Настаиваем на том, чтобы депо вернуло удержанные суммы." },
		{ BLOCK_PARA, NULL, "МЫ ТРЕБУЕМ:" },
		{ BLOCK_ITEM, "1)", "чтобы штрафы были отменены до 1 марта;" },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 0), "депо вернуло удержанные суммы");
	assert_text(f, nth(f, ITEM_GOAL, 1), "штрафы были отменены до 1 марта");
	assert_null(jval_get(nth(f, ITEM_GOAL, 1)->norm, "actor"));
}

static void an_item_below_a_heading_of_aims_may_state_its_aim_itself(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "КОНЦЕПЦИЯ обучения кадров" },
		{ BLOCK_HEADING, NULL, "Цели и задачи" },
		{ BLOCK_ITEM, "1.", "Целью обучения является подготовка председателей цехкомов." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 1);
	assert_text(f, nth(f, ITEM_GOAL, 0), "подготовка председателей цехкомов");
}

static void aims_stand_behind_their_copula_or_before_it(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Основной целью союза является защита бурильщиков, для чего создан фонд." },
		{ BLOCK_PARA, NULL, "Расширение сети здравниц является одной из приоритетных задач союза." },
		{ BLOCK_PARA, NULL, "Вышли в море с целью лова, что не является нарушением." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 0), "защита бурильщиков");
	assert_norm(nth(f, ITEM_GOAL, 0), "level", "aim");
	assert_text(f, nth(f, ITEM_GOAL, 1), "Расширение сети здравниц");
}

static void forecasts_reports_and_remarks_are_no_goals(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Необходимо отметить, что улов вырос на треть." },
		{ BLOCK_PARA, NULL, "Ожидается, что в порту будет расти грузооборот." },
		{ BLOCK_PARA, NULL, "За год проведены три семинара, отремонтирована столовая." },
		{ BLOCK_PARA, NULL, "Закон требует согласия работника." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 0);
}

static void english_resolutions_demand_and_decide(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_ITEM, "1.", "Calls on the port authority to repair the cranes without delay;" },
		{ BLOCK_ITEM, "2.", "Resolves to:" },
		{ BLOCK_ITEM, "(a)", "open a legal office;" },
		{ BLOCK_ITEM, "3.", "Opposes the sale of the docks." },
		{ BLOCK_PARA, NULL, "The employer shall provide safety boots free of charge." },
		{ BLOCK_PARA, NULL, "Wages are expected to grow." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 4);
	assert_text(f, nth(f, ITEM_GOAL, 0), "repair the cranes without delay");
	assert_norm(nth(f, ITEM_GOAL, 1), "level", "directive");
	assert_norm(nth(f, ITEM_GOAL, 2), "polarity", "against");
	assert_text(f, nth(f, ITEM_GOAL, 3), "provide safety boots free of charge");
}

static void kazakh_and_kyrgyz_put_the_verb_last(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Орталық кеңес қаулы етеді:" },
		{ BLOCK_ITEM, "1.", "Зауыттарда кеңестер құрылсын." },
		{ BLOCK_PARA, NULL, "Жұмыс беруші асхананы жөндеуге міндеттенеді." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 0), "Зауыттарда кеңестер құрылсын");
	assert_text(f, nth(f, ITEM_GOAL, 1), "асхананы жөндеуге");
}

static void kazakh_and_kyrgyz_call_in_the_accusative_and_demand_in_the_ablative(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "МӘЛІМДЕМЕ" },
		{ BLOCK_PARA, NULL, "Барлық салалық кәсіподақтарды бізді қолдауға шақырамыз!" },
		{ BLOCK_PARA, NULL, "Тараптар келісімдерді уақытында орындауға шақырады." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 0), "бізді қолдауға");
}

static void what_a_party_does_begins_behind_its_name(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "СОГЛАШЕНИЕ сторон отрасли" },
		{ BLOCK_ITEM, "2.1.", "Работодатели сверх возмещения по закону выплачивают пособие." },
		{ BLOCK_ITEM, "2.2.", "Работодатели и Профсоюзы силами инспекции проводят проверки." },
		{ BLOCK_ITEM, "2.3.", "Работодатель при наличии средств оказывает помощь семьям." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 3);
	assert_text(f, nth(f, ITEM_GOAL, 0), "сверх возмещения по закону выплачивают пособие");
	assert_text(f, nth(f, ITEM_GOAL, 1), "силами инспекции проводят проверки");
	assert_text(f, nth(f, ITEM_GOAL, 2), "оказывает помощь семьям");
}

static void what_is_threatened_is_a_promise(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ЗАЯВЛЕНИЕ Профсоюза речников Лены" },
		{ BLOCK_PARA, NULL, "Если долг не погасят до июня, Профсоюз проведёт митинг на пристани." },
		{ BLOCK_PARA, NULL, "Если работник уволен незаконно, суд восстанавливает его на работе." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 1);
	assert_text(f, nth(f, ITEM_GOAL, 0), "проведёт митинг на пристани");
	assert_norm(nth(f, ITEM_GOAL, 0), "level", "commitment");
}

static void marks_inside_a_paragraph_and_explanations_stay_outside(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ПОСТАНОВЛЕНИЕ пленума" },
		{ BLOCK_PARA, NULL, "Пленум постановляет:" },
		{ BLOCK_ITEM, "1.", "Поддержать забастовку подписями: уже собрано 400 подписей." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_text(f, nth(f, ITEM_GOAL, 0), "Поддержать забастовку подписями");
}

static void who_is_asked_is_named_before_what_is_asked(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ЗАЯВЛЕНИЕ профсоюза рыбаков" },
		{ BLOCK_PARA, NULL, "Мы требуем от судовладельцев немедленно починить спасательные шлюпки." },
		{ BLOCK_PARA, NULL, "Союз выступает за то, чтобы уловы делились поровну, и против ночных вахт." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 3);
	assert_text(f, nth(f, ITEM_GOAL, 0), "немедленно починить спасательные шлюпки");
	assert_norm(nth(f, ITEM_GOAL, 0), "actor", "Судовладельцы");
	assert_text(f, nth(f, ITEM_GOAL, 1), "уловы делились поровну");
	assert_norm(nth(f, ITEM_GOAL, 2), "polarity", "against");
}

static void an_agreement_says_when_before_it_says_what(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "КОЛЛЕКТИВНЫЙ ДОГОВОР" },
		{ BLOCK_ITEM, "2.1.", "При простое платить сторожам две трети оклада." },
		{ BLOCK_ITEM, "2.2.", "При простое сторож имеет право уйти домой." },
		{ BLOCK_ITEM, "2.3.", "Запрещается держать в цехе огонь." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 0), "При простое платить сторожам две трети оклада");
	assert_text(f, nth(f, ITEM_GOAL, 1), "держать в цехе огонь");
}

static void a_statute_has_only_its_explicit_aims(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "УСТАВ союза моряков" },
		{ BLOCK_PARA, NULL, "Целями союза являются защита экипажей и помощь семьям." },
		{ BLOCK_PARA, NULL, "Член союза обязан уплачивать взносы." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 1);
	assert_text(f, nth(f, ITEM_GOAL, 0), "защита экипажей и помощь семьям");
}

static void the_printed_number_and_the_addressee_above_are_kept(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Бюро ПОСТАНОВЛЯЕТ:" },
		{ BLOCK_ITEM, "1.", "Отделу учёта подготовить списки." },
		{ BLOCK_ITEM, "2.", "Руководителям звеньев:" },
		{ BLOCK_ITEM, "2.1.", "проверить страховки;" },
		{ BLOCK_ITEM, "2.2.", "вести журнал." },
		{ BLOCK_ITEM, "3.", "Контроль возложить на секретаря." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 4);
	assert_norm(nth(f, ITEM_GOAL, 0), "actor", "Отдел учёта");
	assert_norm(nth(f, ITEM_GOAL, 1), "ref", "2.1");
	assert_norm(nth(f, ITEM_GOAL, 2), "actor", "Руководители звеньев");
	assert_norm(nth(f, ITEM_GOAL, 3), "actor", "Бюро");
}

static void an_order_with_a_list_of_its_own_only_names_who_acts(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Бюро ПОСТАНОВЛЯЕТ:" }, { BLOCK_ITEM, "1.", "Кружкам:" },
		{ BLOCK_ITEM, "1.1.", "собрать взносы." },  { BLOCK_ITEM, "2.", "Предложить владельцам:" },
		{ BLOCK_ITEM, "-", "починить крышу;" },     { BLOCK_ITEM, "-", "побелить стены." },
		{ BLOCK_ITEM, "3.", "Закрыть склад." },     { 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "goal");
	assert_int_equal(count(f, ITEM_GOAL), 4);
	assert_norm(nth(f, ITEM_GOAL, 0), "actor", "Кружки");
	assert_text(f, nth(f, ITEM_GOAL, 1), "починить крышу");
	assert_norm(nth(f, ITEM_GOAL, 2), "ref", "2.2");
	assert_norm(nth(f, ITEM_GOAL, 3), "ref", "3");
}

static void numbered_items_of_a_plan_are_actions(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "План работы профкома на 2030 год" },
		{ BLOCK_PARA, NULL, "Март" },
		{ BLOCK_ITEM, "1.", "Провести смотр бытовок до 20 марта." },
		{ BLOCK_ITEM, "2.", "Оформление стенда. Отв. Ким О.О." },
		{ BLOCK_ITEM, "3.", "Члены комиссии: двое." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_GOAL), 2);
	assert_text(f, nth(f, ITEM_GOAL, 1), "Оформление стенда");
	assert_norm(nth(f, ITEM_GOAL, 0), "level", "action");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_behind_a_lead_are_goals_until_another_paragraph),
		cmocka_unit_test(an_agreement_binds_its_parties),
		cmocka_unit_test(orders_of_a_resolution_leave_the_addressee_outside),
		cmocka_unit_test(what_is_wished_for_stands_behind_so_that),
		cmocka_unit_test(an_item_below_a_heading_of_aims_may_state_its_aim_itself),
		cmocka_unit_test(aims_stand_behind_their_copula_or_before_it),
		cmocka_unit_test(forecasts_reports_and_remarks_are_no_goals),
		cmocka_unit_test(english_resolutions_demand_and_decide),
		cmocka_unit_test(kazakh_and_kyrgyz_put_the_verb_last),
		cmocka_unit_test(kazakh_and_kyrgyz_call_in_the_accusative_and_demand_in_the_ablative),
		cmocka_unit_test(what_a_party_does_begins_behind_its_name),
		cmocka_unit_test(what_is_threatened_is_a_promise),
		cmocka_unit_test(marks_inside_a_paragraph_and_explanations_stay_outside),
		cmocka_unit_test(who_is_asked_is_named_before_what_is_asked),
		cmocka_unit_test(an_agreement_says_when_before_it_says_what),
		cmocka_unit_test(a_statute_has_only_its_explicit_aims),
		cmocka_unit_test(the_printed_number_and_the_addressee_above_are_kept),
		cmocka_unit_test(an_order_with_a_list_of_its_own_only_names_who_acts),
		cmocka_unit_test(numbered_items_of_a_plan_are_actions),
	};

	return cmocka_run_group_tests(tests, open_resolver, close_resolver);
}
