/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bodies by constructions: how far a name goes, what letters before a quote tell, short names in every case, whose
 * organ one is that stands alone.
 */
#include "analyze-names.h"

static void names_end_where_their_grammar_ends(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Создан Профсоюз работников предприятий с иностранным капиталом Сахалина.",
		  "Профсоюз работников предприятий с иностранным капиталом Сахалина" },
		{ "ru", "Письмо Профсоюза работников инновационных и средних предприятий пришло.",
		  "Профсоюз работников инновационных и средних предприятий" },
		{ "ru", "Собралась Группа специалистов по охране труда.", "Группа специалистов по охране труда" },
		{ "ru", "Вопрос изучает Управление труда Минтруда и соцразвития.",
		  "Управление труда Минтруда и соцразвития" },
		{ "ru", "Приветствие генерального директора Международного бюро труда зачитано.",
		  "Международное бюро труда" },
		{ "ru", "План действий Профсоюза кондитеров Молдовы «Рассвет» на год.",
		  "Профсоюз кондитеров Молдовы «Рассвет»" },
		{ "ru", "Простой объявлен в филиале «Степной» ПАО «Каскад» и филиале № 2 РУП «Лён».",
		  "Филиал «Степной» ПАО «Каскад» | Филиал № 2 РУП «Лён»" },
		{ "ru", "Их поддержал профсоюз ИГ Бауэн.", "Профсоюз ИГ Бауэн" },
		{ "ru", "Справка подготовлена отделом охраны труда Профсоюза. Профсоюз швейников провёл слёт.",
		  "Отдел охраны труда Профсоюза | Профсоюз швейников" },
		{ "uk", "Доручити Фонду імені Івана Франка провести семінар.", "Фонд імені Івана Франка" },
		{ "en", "The Trade Union of Ferry Crews of Batumi “Talga” signed it.",
		  "Trade Union of Ferry Crews of Batumi «Talga»" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void letters_before_a_name_in_quotes_are_a_body(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Концерт прошёл в ДК «Текстильщик», отдых – в ДОЦ «Ромашка».",
		  "ДК «Текстильщик» | ДОЦ «Ромашка»" },
		{ "ru", "По ФЗ «Об охране труда», ГОСТ «Ткани» и АИС «Учёт» вопросов нет.", "" },
		{ "ru", "Республиканский профсоюз ткачей «Нить» создан. РПТ «Нить» растёт.",
		  "Республиканский профсоюз ткачей «Нить» | Республиканский профсоюз ткачей «Нить»" },
		{ "ru", "Профсоюз УМП «Металл» (ФРГ) ответил.", "Профсоюз УМП «Металл»" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void short_names_stand_in_every_case(void **state)
{
	static const struct sentence_case cases[] = {
		{ "uk", "ТОВ «Льон» (надалі – Роботодавець) платить. Роботодавцю відомо, з Роботодавцем домовлено.",
		  "ТОВ «Льон» | ТОВ «Льон» | ТОВ «Льон» | ТОВ «Льон»" },
		{ "ru", "Евразийская федерация профсоюзов мельников заявляет. ЕФП требует.",
		  "Евразийская федерация профсоюзов мельников | Евразийская федерация профсоюзов мельников" },
		{ "ru", "Прошло заседание Исполнительного комитета ВКП. Исполком принял план.",
		  "Исполнительный комитет ВКП | Исполнительный комитет ВКП" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_end_where_their_grammar_ends),
		cmocka_unit_test(letters_before_a_name_in_quotes_are_a_body),
		cmocka_unit_test(short_names_stand_in_every_case),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
