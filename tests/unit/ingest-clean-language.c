/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages, sentences and notes. Examples are of no document. */
#include "ingest-clean.h"

#include "clean_lang.h"

static void languages_are_told_apart_by_their_letters(void **state)
{
	static const struct {
		const char *lang, *text;
	} cases[] = {
		{ "ru", "Члены профсоюза имеют право на бесплатную помощь юриста и на отдых." },
		{ "be", "Члены прафсаюза маюць права на бясплатную дапамогу юрыста і на адпачынак." },
		{ "uk", "Члени профспілки мають право на безоплатну допомогу юриста і на відпочинок." },
		{ "kk", "Кәсіподақ мүшелері заңгердің тегін көмегіне және демалысқа құқылы." },
		{ "ky", "Кесиптик бирликтин мүчөлөрү юристтин акысыз жардамына жана эс алууга укуктуу." },
		{ "tg", "Аъзоёни иттифоқи касаба ба ёрии ройгони ҳуқуқшинос ва истироҳат ҳақ доранд, онҳо инҷо ҷамъ "
			"шуданд." },
		{ "uz", "Касаба уюшмаси аъзолари ҳуқуқшуноснинг бепул ёрдамига ва дам олишга ҳақли бўлади." },
		{ "tg", "Коргарон аз ҳуқуқҳои худ огоҳанд ва вазифаҳоро медонанд." },
		{ "uz", "Ишчилар ҳуқуқларини билади ва касаба аъзоларининг ҳимоясида." },
		{ "uz", "Kasaba uyushmasi a'zolari bepul yordam va dam olish uchun haqli, bu ham muhim." },
		{ "en", "Members of the union have the right to free advice of a lawyer and to rest." },
	};
	size_t letters;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(lang_of(span_of(cases[i].text), &letters), cases[i].lang);
	assert_null(lang_of(SPAN("№ 12-3"), &letters));
}

static void a_foreign_name_does_not_make_a_block_foreign(void **state)
{
	size_t letters;

	(void)state;
	assert_string_equal(
		lang_of(SPAN("Журнал «Әділ еңбек» выходит дважды в год и рассылается всем членам союза."), &letters),
		"ru");
}

static void blocks_in_another_language_say_so(void **state)
{
	(void)state;
	expect_clean("docx",
		     "Совет заслушал доклад председателя о работе за прошедшие два года и утвердил смету.\x1e"
		     "The council has heard the report of the chair and approved the budget for the year.\x1e"
		     "Кеңестің отырысы\x1eКеңес мүшелері жиналысқа қатысты.",
		     "para: Совет заслушал доклад председателя о работе за прошедшие два года и утвердил смету.\n"
		     "para en: The council has heard the report of the chair and approved the budget for the year.\n"
		     "para kk: Кеңестің отырысы\npara kk: Кеңес мүшелері жиналысқа қатысты.\n");
}

/* The sentences of source, each in its own line. */
static void expect_sentences(const char *source, const char *lines)
{
	struct clean *c = clean_new();
	struct doc d = { 0 };
	struct buf out = { 0 };

	make_doc(&d, "docx", source);
	assert_true(clean_doc_pass(c, &d, "sentences"));
	for (size_t i = 0; i < d.n_sentences; i++)
		buf_addf(&out, "%.*s\n", SPAN_ARG(doc_slice(&d, d.sentences[i].start, d.sentences[i].end)));
	assert_string_equal(buf_str(&out), lines);
	buf_free(&out);
	doc_free(&d);
	clean_free(c);
}

static void abbreviations_do_not_end_a_sentence(void **state)
{
	(void)state;
	expect_sentences(
		"Собрание прошло в г. Бресте на ул. Мира. Выступил тов. Ковалев. См. ст. 5 и п. 7 Устава.",
		"Собрание прошло в г. Бресте на ул. Мира.\nВыступил тов. Ковалев.\nСм. ст. 5 и п. 7 Устава.\n");
	expect_sentences("Выданы ссуды, путевки и т.д. Всего 25 тыс. руб. за 2031 г. 14 семьям, в т. ч. Петровым.",
			 "Выданы ссуды, путевки и т.д.\nВсего 25 тыс. руб. за 2031 г. 14 семьям, в т. ч. Петровым.\n");
}

static void numbers_and_dashes_do_not_part_a_sentence(void **state)
{
	(void)state;
	expect_sentences("1. Собрать взносы. 2. Сдать отчет.", "1. Собрать взносы.\n2. Сдать отчет.\n");
	expect_sentences("Рост велик (2031 г. — 3 %). Далее.", "Рост велик (2031 г. — 3 %).\nДалее.\n");
}

static void initials_do_not_end_a_sentence(void **state)
{
	(void)state;
	expect_sentences("Доклад сделал А.Б. Ковалев. Его поддержала Орлова В. Г., казначей.",
			 "Доклад сделал А.Б. Ковалев.\nЕго поддержала Орлова В. Г., казначей.\n");
}

static void quotes_and_brackets_belong_to_the_sentence(void **state)
{
	(void)state;
	expect_sentences("Он спросил: «Кто за?» Все подняли руки. (Голосов 12.) Решено!",
			 "Он спросил: «Кто за?»\nВсе подняли руки.\n(Голосов 12.)\nРешено!\n");
}

static void damage_is_noted_and_the_text_stays(void **state)
{
	struct clean *c = clean_new();
	struct doc d = { 0 };

	(void)state;
	make_doc(&d, "txt", "Cовет утвердил планРаботы на май2031 г.,решение принято. IT-отдел, COVID-19, 5-й.");
	clean_doc(c, &d);
	assert_int_equal(d.n_notes, 4);
	assert_true(span_is(d.notes[0].code, "mixed_script"));
	assert_int_equal(d.notes[0].start, 0);
	for (size_t i = 1; i < 4; i++)
		assert_true(span_is(d.notes[i].code, "glued"));
	assert_true(span_starts(d.text, SPAN("Cовет")));
	doc_free(&d);
	clean_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(languages_are_told_apart_by_their_letters),
		cmocka_unit_test(a_foreign_name_does_not_make_a_block_foreign),
		cmocka_unit_test(blocks_in_another_language_say_so),
		cmocka_unit_test(abbreviations_do_not_end_a_sentence),
		cmocka_unit_test(numbers_and_dashes_do_not_part_a_sentence),
		cmocka_unit_test(initials_do_not_end_a_sentence),
		cmocka_unit_test(quotes_and_brackets_belong_to_the_sentence),
		cmocka_unit_test(damage_is_noted_and_the_text_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
