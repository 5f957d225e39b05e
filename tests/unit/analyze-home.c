/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers of regional organizations: what they and their organs are called by their level. The sentences are made up. */
#include "analyze-names.h"

static void the_level_alone_names_organs_of_a_regional_organization(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru",
		  "ПРОФСОЮЗ РЕЧНИКОВ РОССИИ (ПРОФСОЮЗ ВОДНИКОВ)\nТВЕРСКАЯ ОБЛАСТНАЯ ОРГАНИЗАЦИЯ\nПрезидиум обкома и "
		  "областная организация Профсоюза растут. Аппарат областного комитета ждёт. Профсоюз с нами.",
		  "Профсоюз речников России | Профсоюз речников России | Тверская областная организация Профсоюза | "
		  "Президиум областного комитета Профсоюза | Тверская областная организация Профсоюза | Аппарат "
		  "областного комитета Профсоюза | Профсоюз речников России" },
		{ "ru",
		  "Псковский районный комитет профсоюза пекарей решил.\nПрезидиум райкома профсоюза ждёт. Решение "
		  "районного комитета в силе.",
		  "Псковский районный комитет профсоюза пекарей | Президиум районного комитета профсоюза | Псковский "
		  "районный комитет профсоюза пекарей" },
		{ "ru", "Президиум обкома и районная организация ждут.", "" },
		{ "ru", "Тувинская территориальная (республиканская) организация Профсоюза пекарей растёт.",
		  "Тувинская территориальная (республиканская) организация Профсоюза пекарей" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void an_organization_that_is_called_so_has_organs_and_a_union(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru",
		  "Омская областная организация Профсоюза пекарей России (далее – Организация, Профсоюз) "
		  "растёт.\nКомитет "
		  "Организации ждёт Называевскую и Тарскую районные организации. Помог Профсоюз.",
		  "Омская областная организация Профсоюза пекарей России | Омская областная организация Профсоюза "
		  "пекарей России | Профсоюз пекарей России | Комитет Организации | Называевская районная организация "
		  "Профсоюза | Тарская районная организация Профсоюза | Профсоюз пекарей России" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void verbs_in_capitals_end_a_name(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Совет Федерации профсоюзов Тверской области ПОСТАНОВЛЯЕТ: ждать.",
		  "Совет Федерации профсоюзов Тверской области" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_level_alone_names_organs_of_a_regional_organization),
		cmocka_unit_test(an_organization_that_is_called_so_has_organs_and_a_union),
		cmocka_unit_test(verbs_in_capitals_end_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
