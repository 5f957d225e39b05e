/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organs, offices and departments: how far their names go, and lists of them. The sentences are made up. */
#include "analyze-names.h"

static void what_is_sent_or_done_is_no_name(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Рыбаки шлют в Тувинскую отраслевую комиссию сведения об улове.",
		  "Тувинская отраслевая комиссия" },
		{ "ru", "Комитет проводит с Тувинской инспекцией труда проверки на судах.",
		  "Тувинская инспекция труда" },
		{ "ru", "План Генерального Совета ФНПР по реализации решений принят.", "Генеральный Совет ФНПР" },
		{ "ru", "Помогло Бюро МОТ для стран Восточной Европы и Центральной Азии.",
		  "Бюро МОТ для стран Восточной Европы и Центральной Азии" },
		{ "ru", "Создан Совместный судовой комитет, и его ждут.", "Совместный судовой комитет" },
		{ "ru", "Областная трёхсторонняя комиссия решила.", "Областная трёхсторонняя комиссия" },
		{ "ru", "Отчёты получат Пресс-центр ФНПР и Управление делами ФНПР.",
		  "Пресс-центр ФНПР | Управление делами ФНПР" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void organs_share_a_noun(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Союз рыбаков Тувы (СРТ) ждёт.\nНарушения нашли техническая и правовая инспекции труда СРТ.",
		  "Союз рыбаков Тувы | Союз рыбаков Тувы | Техническая инспекция труда СРТ | Правовая инспекция труда "
		  "СРТ" },
		{ "ru", "Решили наши Счётная и Мандатная комиссии.", "Счётная комиссия | Мандатная комиссия" },
		{ "ru", "Нужны сильная и честная инспекции.", "" },
		{ "ru", "Спорят Тульский областной и Орловский городской советы профсоюзов.",
		  "Тульский областной совет профсоюзов | Орловский городской совет профсоюзов" },
		{ "ru", "Спорят пять областных и Орловский городской советы профсоюзов.",
		  "Орловский городской совет профсоюзов" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_sent_or_done_is_no_name),
		cmocka_unit_test(organs_share_a_noun),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
