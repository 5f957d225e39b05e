/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule language: what rules find, what they are worth, who wins, and what is said of a rule that is wrong. */
#include "analyze-rules.h"
#include "dictionary.h"

/* "TYPE TEXT NORM" of each item, one a line. */
static char *found(struct ruleset *rs, struct doc *d)
{
	struct matcher *m = matcher_new(rs);
	struct buf out = { 0 };

	matcher_run(m, d);
	doc_sort_items(d);
	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *x = &d->items[i];
		struct json_out j = { &out, false };

		buf_addf(&out, "%.*s ",
			 SPAN_ARG(x->type == ITEM_OTHER ? x->type_name : span_of(item_type_names[x->type])));
		buf_addf(&out, "[%.*s] ", SPAN_ARG(item_text(d, x)));
		json_put_jval(&j, x->norm);
		buf_putc(&out, '\n');
	}
	matcher_free(m);
	return buf_take(&out);
}

static void finds(const char *rules, const char *text, const char *items)
{
	struct ruleset *rs = rules_of(rules, NULL);
	struct doc d;
	char *got;

	if (ruleset_errors(rs)) {
		struct err e = { 0 };

		ruleset_error(rs, 0, &e);
		fail_msg("%s", e.text);
	}
	doc_of(&d, text);
	got = found(rs, &d);
	assert_string_equal(got, items);
	free(got);
	doc_free(&d);
	ruleset_free(rs);
}

#define EXAMPLES "\tyes \"x\"\n\tno \"y\"\n"
#define RULE(fields) "rule a\n\ttype date\n" fields EXAMPLES

static void a_pattern_sees_text_as_a_person_does(void **state)
{
	static const struct {
		const char *pattern, *text, *item;
	} cases[] = {
		{ "мая (?<y>\\d{4})", "в МАЯ  2022 году", "МАЯ  2022" },
		{ "мая (?<y>\\d{4})", "мая2022", "мая2022" },
		{ "мая (?<y>\\d{4})",
		  "мая\xc2\xa0"
		  "2022",
		  "мая\xc2\xa0"
		  "2022" },
		{ "еж", "Ёж", "Ёж" },
		{ "система", "Cистема труда", "Cистема" },
		{ "год{,а,у,ом} труда", "году труда", "году труда" },
		{ "работник~ завода", "работниками завода", "работниками завода" },
		{ "план-график", "план–график", "план–график" },
		{ "газета \"труд\"", "газета «Труд»", "газета «Труд»" },
		{ "об'єднання", "об’єднання", "об’єднання" },
		{ "ст\\. (?<n>\\d+)", "по ст.5", "ст.5" },
		{ "план [а-в]{2}", "план вБ", "план вБ" },
		{ "план [^а]б", "план яб", "план яб" },
		{ "план .б", "план №б", "план №б" },
		{ "план(?= на)", "план на год", "план" },
		{ "(?<!новый )план", "план", "план" },
		{ "план [«\"]([^»\"]{2,40})[»\"]", "план «труд и мир»", "план «труд и мир»" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char rules[400], items[200];

		snprintf(rules, sizeof rules, "rule a\n\ttype date\n\tpattern %s\n" EXAMPLES, cases[i].pattern);
		snprintf(items, sizeof items, "date [%s] {}\n", cases[i].item);
		finds(rules, cases[i].text, items);
	}
}

static void a_match_ends_where_a_word_ends(void **state)
{
	(void)state;
	finds(RULE("\tpattern план\n"), "планы", "");
	finds(RULE("\tpattern план\n\topen\n"), "планы", "date [план] {}\n");
	finds(RULE("\tpattern (?<y>\\d{4})\n"), "20221 и 2022г", "date [2022] {}\n");
}

static void a_match_stays_in_its_block_and_behind_its_mark(void **state)
{
	struct ruleset *rs = rules_of(RULE("\tpattern план года\n\tpattern а\n"), NULL);
	struct doc d;
	char *got;

	(void)state;
	doc_of(&d, "план\nгода\nа) вид\nплан года");
	d.blocks[2].body = d.blocks[2].start + 4;
	d.blocks[3].hidden = true;
	got = found(rs, &d);
	assert_string_equal(got, "");
	free(got);
	doc_free(&d);
	ruleset_free(rs);
}

static void templates_turn_groups_into_values(void **state)
{
	static const struct {
		const char *value, *text, *norm;
	} cases[] = {
		{ "{y:year}-{m:month}-{d:02}", "5 мая 22", "{\"value\":\"2022-05-05\"}" },
		{ "{y:year}", "5 мая 98", "{\"value\":\"1998\"}" },
		{ "{y:num}", "5 мая 22", "{\"value\":22}" },
		{ "{{{m:upper}}}", "5 мая 22", "{\"value\":\"{МАЯ}}\"}" },
		{ "{m:first}", "5 мая 22", "{\"value\":\"Мая\"}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char rules[400], items[200];

		snprintf(rules, sizeof rules,
			 "%%map month\n\tма{й,я}  05\nrule a\n\ttype date\n\tpattern (?<d>\\d) (?<m>%%month) "
			 "(?<y>\\d\\d)\n\tvalue %s\n" EXAMPLES,
			 cases[i].value);
		snprintf(items, sizeof items, "date [%s] %s\n", cases[i].text, cases[i].norm);
		finds(rules, cases[i].text, items);
	}
	finds(RULE("\tpattern (?<q>[ivx]+) квартал\n\tvalue Q{q:roman}\n"), "IV квартал",
	      "date [IV квартал] {\"value\":\"Q4\"}\n");
}

static void a_form_of_a_map_may_have_any_ending_in_its_middle(void **state)
{
	static const char rules[] = "%map when\n\tгод~ назад  past\n\tгод~ том~ вперед  future\n\tгод~  year\n"
				    "rule a\n\ttype date\n\tpattern (?<w>%when)\n\tvalue {w:when}\n" EXAMPLES;

	(void)state;
	finds(rules, "Году тому вперёд", "date [Году тому вперёд] {\"value\":\"future\"}\n");
	finds(rules, "годами назад", "date [годами назад] {\"value\":\"past\"}\n");
	finds(rules, "годов", "date [годов] {\"value\":\"year\"}\n");
}

static void a_paradigm_has_all_forms_that_the_dictionary_gives(void **state)
{
	static const char rules[] = "%paradigm what\n\tзабастовка  strike\n\tрабочее время  hours\n"
				    "rule a\n\ttype date\n\tpattern (?<w>%what)\n\tvalue {w:what}\n" EXAMPLES;
	static const char wrong[] = "%paradigm what\n\tзабастовка\n\tпрофкомыч\n"
				    "rule a\n\ttype date\n\tpattern %what\n" EXAMPLES;
	struct ruleset *rs = rules_of(wrong, NULL);
	struct err e = { 0 };

	(void)state;
	needs_dictionary();
	assert_int_equal(ruleset_errors(rs), 1);
	ruleset_error(rs, 0, &e);
	ruleset_free(rs);
	if (strstr(e.text, "svod doctor")) {
		print_message("skip: the dictionary is missing\n");
		return;
	}
	if (!strstr(e.text, "a.rules:3:2: the dictionary does not have профкомыч"))
		fail_msg("%s", e.text);
	finds(rules, "Забастовками", "date [Забастовками] {\"value\":\"strike\"}\n");
	finds(rules, "рабочего времени", "date [рабочего времени] {\"value\":\"hours\"}\n");
	finds(rules, "забастовочный", "");
}

static void the_first_value_line_that_holds_counts_and_none_means_no_item(void **state)
{
	static const char rules[] = RULE(
		"\tpattern (?:(?<a>да) )?(?:(?<b>нет) )?план\n\tvalue {a}\n\tvalue {b}\n\tnorm.x true\n\tnorm.y {a}\n");

	(void)state;
	finds(rules, "нет план", "date [нет план] {\"value\":\"нет\",\"x\":true}\n");
	finds(rules, "да план", "date [да план] {\"value\":\"да\",\"x\":true,\"y\":\"да\"}\n");
	finds(RULE("\ttrigger план\n\tpattern план(?<b> нет)?\n\tvalue {b}\n"), "план да", "");
}

static void guards_look_around(void **state)
{
	(void)state;
	finds(RULE("\tpattern марта\n\tunless-before /улиц~(?: \\d)?/\n"), "улица 8 марта, 9 марта",
	      "date [марта] {}\n");
	finds(RULE("\tpattern марта\n\tonly-after /года/\n"), "марта года и марта", "date [марта] {}\n");
	finds(RULE("\tpattern марта\n\tunless-after /(?:!| \\d)/\n"), "марта 5, марта5, марта ! и марта",
	      "date [марта] {}\n");
	finds(RULE("\tpattern марта\n\tonly-sentence /съезд/\n"), "марта\nсъезд марта", "date [марта] {}\n");
	finds(RULE("\tpattern (?<w>труд)\n\tupper w\n"), "труд Труд ТРУД", "date [Труд] {}\ndate [ТРУД] {}\n");
	finds(RULE("\tpattern (?<w>труд)\n\tcaps w\n"), "труд Труд ТРУД", "date [ТРУД] {}\n");
	finds(RULE("\tcase\n\ttrigger AA\n\tpattern \\u{2,5}\n"), "МОТ и Мот", "date [МОТ] {}\n");
	finds(RULE("\ttrigger Aa\n\tcase\n\tpattern [А-ЯЁ]\\l+\n"), "Ёлка труда", "date [Ёлка] {}\n");
}

static void needs_must_stand_in_the_sentence(void **state)
{
	struct ruleset *rs = rules_of(RULE("\tneeds съезд\n\tpattern план\n"), NULL);
	struct doc d;
	char *got;

	(void)state;
	doc_of(&d, "план. съезд план");
	doc_add_sentence(&d, 0, 9);
	doc_add_sentence(&d, 10, d.text.n);
	got = found(rs, &d);
	assert_string_equal(got, "date [план] {}\n");
	assert_int_equal(d.items[0].start, 21);
	free(got);
	doc_free(&d);
	ruleset_free(rs);
}

static void words_that_the_pattern_demands_may_stand_in_the_next_sentence(void **state)
{
	struct ruleset *rs = rules_of(RULE("\tpattern план~\\. съезд~\n"), NULL);
	struct doc d;
	char *got;

	(void)state;
	doc_of(&d, "план. съезд");
	doc_add_sentence(&d, 0, 9);
	doc_add_sentence(&d, 10, d.text.n);
	got = found(rs, &d);
	assert_string_equal(got, "date [план. съезд] {}\n");
	free(got);
	doc_free(&d);
	ruleset_free(rs);
}

#define TWO(a, b) "%exclusive date number\nrule a\n" a EXAMPLES "rule b\n" b EXAMPLES

static void conflicts_are_settled_by_priority_then_length(void **state)
{
	(void)state;
	finds(TWO("\ttype date\n\tpattern план\n", "\ttype date\n\tpattern план года\n"), "план года",
	      "date [план года] {}\n");
	finds(TWO("\ttype date\n\tpriority 60\n\tpattern план\n", "\ttype date\n\tpattern план года\n"), "план года",
	      "date [план] {}\n");
	finds(TWO("\ttype number\n\tpattern план\n", "\ttype date\n\tpattern план года\n"), "план года",
	      "date [план года] {}\n");
	finds(TWO("\ttype org\n\tpattern план\n", "\ttype date\n\tpattern план года\n"), "план года",
	      "date [план года] {}\norg [план] {}\n");
	finds(TWO("\tblocks date\n\tpattern улица план\n", "\ttype date\n\tpattern план\n"), "улица план, план",
	      "date [план] {}\n");
	finds(TWO("\ttype date\n\tnest same\n\tpattern план\n", "\ttype date\n\tpattern план года\n"), "план года",
	      "date [план года] {}\ndate [план] {}\n");
	finds(TWO("\ttype date\n\tphase 2\n\tpriority 99\n\tpattern план\n", "\ttype date\n\tpattern план года\n"),
	      "план года", "date [план года] {}\n");
}

static void rules_can_follow_items_and_need_them(void **state)
{
	(void)state;
	finds(TWO("\ttype convention\n\tpattern конвенц~ (?<n>\\d+)\n\tvalue {n}\n",
		  "\ttype convention\n\tfollows convention\n\tspan n\n\tpattern (?:, | и )(?<n>\\d+)\n\tvalue "
		  "{n}\n\tnorm.after {^.value}\n"),
	      "конвенций 87, 98 и 102",
	      "convention [конвенций 87] {\"value\":\"87\"}\nconvention [98] {\"value\":\"98\",\"after\":\"87\"}\n"
	      "convention [102] {\"value\":\"102\",\"after\":\"98\"}\n");
	finds(TWO("\ttype org\n\tpattern мот\n", "\ttype date\n\tphase 2\n\tneeds-item org in block\n\tpattern \\d+\n"),
	      "МОТ 5\nон 6", "org [МОТ] {}\ndate [5] {}\n");
}

static void later_directories_replace_and_switch_off(void **state)
{
	static const char base[] = "%set w\n\tплан\nrule a\n\ttype date\n\tpattern %w\n" EXAMPLES
				   "rule b\n\ttype org\n\tpattern съезд\n" EXAMPLES;
	static const char more[] = "%set +w\n\tсхема\nrule b off\n";
	struct ruleset *rs = rules_of(base, more, NULL);
	struct doc d;
	char *got;

	(void)state;
	assert_int_equal(ruleset_errors(rs), 0);
	doc_of(&d, "план схема съезд");
	got = found(rs, &d);
	assert_string_equal(got, "date [план] {}\ndate [схема] {}\n");
	free(got);
	doc_free(&d);
	ruleset_free(rs);
}

static void a_wrong_rule_is_shown_with_line_column_and_caret(void **state)
{
	static const struct {
		const char *rules, *says;
	} cases[] = {
		{ "rule a\n\ttype date\n\tpattern (план\n" EXAMPLES,
		  "a.rules:3:10: ( is not closed by )\n     pattern (план\n             ^" },
		{ "rule a\n\ttyp date\n" EXAMPLES, "a.rules:2:2: a rule has no field typ. Did you mean type?" },
		{ "rule a\n\ttype date\n\tpattern %nix\n" EXAMPLES,
		  "a.rules:3:10: no %set, %map or %lexicon has this name" },
		{ "rule a\n\ttype date\n\tpattern план\n\tvalue {x}\n" EXAMPLES, ":4:9: the pattern has no group x" },
		{ "rule a\n\ttype date\n\tpattern .*\n" EXAMPLES, "needs a trigger" },
		{ "rule a\n\ttype date\n\tpattern план\n\tyes \"x\"\n", "must not match: no" },
		{ "план\n", "a.rules:1:1: \"план\" starts nothing" },
		{ "%set a\n\t%b\n%set b\n\t%a\nrule a\n\ttype date\n\tpattern %a\n" EXAMPLES, "contains itself" },
		{ "rule a\n\ttype date\n\tpattern [я-а]\n" EXAMPLES, ":3:11: a range in [ ] runs backwards" },
		{ "rule a\n\ttype date\n\tpattern план*+?{\n" EXAMPLES, "{ is not closed by }" },
		{ "rule a\n\ttype date\n\tpattern \\p{L}\n" EXAMPLES, "this escape is not part of the language" },
		{ "rule a\n\ttype date\n\tpattern план\n" EXAMPLES "rule a\n", "stands already in" },
		{ "%set a {\n\tb\n", "a.rules:1:8: behind the name of a %set nothing may stand" },
		{ "%map a\n\tпункт\t1\n\t[а-я]+\t2\n", "a.rules:3:2: this is no form that has a value" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ruleset *rs = rules_of(cases[i].rules, NULL);
		struct err e = { 0 };

		if (!ruleset_errors(rs))
			ruleset_compile_all(rs);
		assert_true(ruleset_errors(rs) > 0);
		ruleset_error(rs, 0, &e);
		assert_int_equal(e.code, EX_CONFIG);
		if (!strstr(e.text, cases[i].says))
			fail_msg("\"%s\" does not say \"%s\"", e.text, cases[i].says);
		ruleset_free(rs);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pattern_sees_text_as_a_person_does),
		cmocka_unit_test(a_match_ends_where_a_word_ends),
		cmocka_unit_test(a_match_stays_in_its_block_and_behind_its_mark),
		cmocka_unit_test(templates_turn_groups_into_values),
		cmocka_unit_test(a_form_of_a_map_may_have_any_ending_in_its_middle),
		cmocka_unit_test(a_paradigm_has_all_forms_that_the_dictionary_gives),
		cmocka_unit_test(the_first_value_line_that_holds_counts_and_none_means_no_item),
		cmocka_unit_test(guards_look_around),
		cmocka_unit_test(needs_must_stand_in_the_sentence),
		cmocka_unit_test(words_that_the_pattern_demands_may_stand_in_the_next_sentence),
		cmocka_unit_test(conflicts_are_settled_by_priority_then_length),
		cmocka_unit_test(rules_can_follow_items_and_need_them),
		cmocka_unit_test(later_directories_replace_and_switch_off),
		cmocka_unit_test(a_wrong_rule_is_shown_with_line_column_and_caret),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
