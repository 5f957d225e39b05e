/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passes that change text: what they take out, what they leave. Examples are of no document. */
#include "ingest-clean.h"
#include "morph.h"

static void invisible_characters_go(void **state)
{
	(void)state;
	expect_text("controls", "txt", "до\xC2\xADговор\xE2\x80\x8B и\x01 план\xEF\xBB\xBF", "договор и план");
	expect_text("controls", "txt", "обяза\xC2\xAD\nтельства", "обязательства");
	expect_text("controls", "txt", "\xEF\x82\xB7 охрана труда", "• охрана труда");
	expect_text("controls", "txt", "rati\uFB01cation of\uFB01ce", "ratification office");
	expect_text("controls", "txt", "one\r\ntwo\xE2\x80\xA8three", "one\ntwo\nthree");
	expect_text("controls", "txt",
		    "2024\xE2\x80\x91"
		    "2026",
		    "2024-2026");
}

static void letters_are_composed(void **state)
{
	(void)state;
	expect_text("nfc", "txt", "Мои\xCC\x86 е\xCC\x88ж", "Мой ёж");
	expect_text("nfc", "txt", "Қызмет № 5 – «да»", "Қызмет № 5 – «да»");
	expect_text("nfc", "txt", "e\xCC\x81\xCC\xA3", "\xE1\xBA\xB9\xCC\x81"); /* marks in canonical order */
}

static void markup_that_is_left_goes(void **state)
{
	(void)state;
	expect_text("markup", "txt", "**ПЛАН** работы", "ПЛАН работы");
	expect_text("markup", "txt", "<i>Цели</i> и <b>задачи</b>", "Цели и задачи");
	expect_text("markup", "txt", "[bookmark: _Toc1]Раздел", "Раздел");
	expect_text("markup", "txt", "при 5 < x и ____ 2017 г. [1]", "при 5 < x и ____ 2017 г. [1]");
}

static void underscores_at_the_edges_of_words_go(void **state)
{
	(void)state;
	expect_text("markup", "txt", "срок __до мая__. имя__файла ______", "срок до мая. имя__файла ______");
}

static void words_divided_at_a_line_end_are_joined(void **state)
{
	(void)state;
	expect_text("join", "txt", "заклю-\nчить договор", "заключить договор");
	expect_text("join", "txt", "КОЛЛЕК-\nТИВНЫЙ ДОГОВОР", "КОЛЛЕКТИВНЫЙ ДОГОВОР");
}

static void hyphens_of_numbers_and_names_stay(void **state)
{
	(void)state;
	expect_text("join", "txt", "на 2031-\n2033 годы", "на 2031-2033 годы");
	expect_text("join", "txt", "№ 17-\nIV от", "№ 17-IV от");
	expect_text("join", "txt", "Ростов-\nНа-Дону", "Ростов-На-Дону");
	expect_text("join", "txt", "кто-\nнибудь", "кто-нибудь");
}

static void a_hyphen_stays_where_the_document_writes_it_elsewhere(void **state)
{
	(void)state;
	expect_text("join", "txt", "торгово-\nремонтный цех; торгово-ремонтных",
		    "торгово-ремонтный цех; торгово-ремонтных");
}

static bool has_dictionary(void)
{
	struct err e = { 0 };
	struct morph *m = morph_open(NULL, &e);
	bool there = m && morph_has_dictionary(m);

	morph_close(m);
	if (!there)
		print_message("skipped: no dictionary\n");
	return there;
}

static void hyphens_that_the_dictionary_knows_stay(void **state)
{
	(void)state;
	if (!has_dictionary())
		return;
	expect_text("join", "txt", "говорить по-\nрусски из-\nза границы", "говорить по-русски из-за границы");
	expect_text("join", "txt", "Социально-\nтрудовые споры", "Социально-трудовые споры");
	expect_text("join", "txt", "Рабо-\nтающие", "Работающие");
	expect_text("join", "txt", "возна-\nграждение", "вознаграждение");
}

static void halves_of_compounds_keep_their_hyphen_in_any_language(void **state)
{
	(void)state;
	expect_text("join", "txt", "соціально-\nекономічний розвиток", "соціально-економічний розвиток");
	expect_text("join", "txt", "Сацыяльна-\nэканамічная рада", "Сацыяльна-эканамічная рада");
	expect_text("join", "txt", "торгово-\nпромышленная палата", "торгово-промышленная палата");
}

static void a_hyphen_before_a_conjunction_stands_for_the_rest_of_a_word(void **state)
{
	(void)state;
	expect_text("join", "txt", "одно-\nи двухсменный режим", "одно-\nи двухсменный режим");
	expect_text("join", "txt", "стро-\nили дома", has_dictionary() ? "строили дома" : "стро-\nили дома");
}

static void a_dash_at_a_line_end_is_no_hyphen(void **state)
{
	(void)state;
	expect_text("join", "txt", "труд -\nоснова", "труд -\nоснова");
	expect_text("join", "txt", "КТС-\nкомиссия по спорам", "КТС-\nкомиссия по спорам");
}

static void a_date_divided_by_a_line_end_is_one(void **state)
{
	(void)state;
	expect_text("join", "txt", "от 14.02.\n2031 г.", "от 14.02.2031 г.");
	expect_text("join", "txt", "к 01.\n05.2027 и 3,\n5 процента", "к 01.05.2027 и 3,5 процента");
	expect_text("join", "txt", "пункты 3,\n5 и 7", "пункты 3,\n5 и 7");
}

static void white_space_is_a_single_blank(void **state)
{
	(void)state;
	expect_text("frame", "txt", "  3\xC2\xA0 262\xE2\x80\xAF чел.\t ", "3 262 чел.");
	expect_text("frame", "docx", "один\x1e\x1e  два \x1eтри", "один\nдва\nтри");
}

static void letter_spaced_words_are_closed_up(void **state)
{
	(void)state;
	expect_text("spaced", "txt", "П Р И К А З Ы В А Ю :", "ПРИКАЗЫВАЮ:");
	expect_text("spaced", "txt", "Т О К Т О М", "ТОКТОМ");
	expect_text("spaced", "txt", "С О В Е Т  Р Е Ш И Л", "СОВЕТ  РЕШИЛ");
	expect_text("spaced", "txt", "О т м е ч а е т :", "Отмечает:");
	expect_text("spaced", "txt", "А и Б в доме", "А и Б в доме");
}

static void a_row_of_letters_is_cut_into_words_that_exist(void **state)
{
	(void)state;
	if (!has_dictionary())
		return;
	expect_text("spaced", "txt", "С О В Е Т П Р Е Д П Р И Я Т И Я", "СОВЕТ ПРЕДПРИЯТИЯ");
	expect_text("spaced", "txt", "О П О Р Я Д К Е В Ы Б О Р О В", "О ПОРЯДКЕ ВЫБОРОВ");
	expect_text("spaced", "txt", "Р е ш а е т: а б в г", "Решает: а б в г");
}

static void text_is_covered_by_blocks(void **state)
{
	struct clean *c = clean_new();
	struct doc d = { 0 };

	(void)state;
	make_doc(&d, "docx", "Раз. Было так.\x1eСтало иначе.");
	d.n_blocks = 1;
	d.blocks[0].start = 8;
	clean_doc(c, &d);
	assert_int_equal(d.n_blocks, 3);
	doc_free(&d);
	clean_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(invisible_characters_go),
		cmocka_unit_test(letters_are_composed),
		cmocka_unit_test(markup_that_is_left_goes),
		cmocka_unit_test(underscores_at_the_edges_of_words_go),
		cmocka_unit_test(words_divided_at_a_line_end_are_joined),
		cmocka_unit_test(hyphens_of_numbers_and_names_stay),
		cmocka_unit_test(a_hyphen_stays_where_the_document_writes_it_elsewhere),
		cmocka_unit_test(hyphens_that_the_dictionary_knows_stay),
		cmocka_unit_test(halves_of_compounds_keep_their_hyphen_in_any_language),
		cmocka_unit_test(a_hyphen_before_a_conjunction_stands_for_the_rest_of_a_word),
		cmocka_unit_test(a_dash_at_a_line_end_is_no_hyphen),
		cmocka_unit_test(a_date_divided_by_a_line_end_is_one),
		cmocka_unit_test(white_space_is_a_single_blank),
		cmocka_unit_test(letter_spaced_words_are_closed_up),
		cmocka_unit_test(a_row_of_letters_is_cut_into_words_that_exist),
		cmocka_unit_test(text_is_covered_by_blocks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
