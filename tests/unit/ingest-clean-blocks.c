/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passes that find blocks: paragraphs, tables, marks, headings, titles. Examples are of no document. */
#include "ingest-clean.h"
#include "dictionary.h"

#include "clean_mark.h"
#include "morph.h"

static void wrapped_lines_become_a_paragraph(void **state)
{
	(void)state;
	expect_clean(
		"txt",
		"Совет рассмотрел доклад комиссии по труду и отметил, что число\n"
		"заключенных договоров выросло во всех районах, а задолженность\n"
		"по взносам за прошедшие два года сократилась почти наполовину.\n"
		"Работа продолжается.\n",
		"para: Совет рассмотрел доклад комиссии по труду и отметил, что число заключенных договоров выросло во "
		"всех районах, а задолженность по взносам за прошедшие два года сократилась почти наполовину. Работа "
		"продолжается.\n");
}

static void a_blank_line_inside_a_sentence_is_noise(void **state)
{
	(void)state;
	expect_clean(
		"txt",
		"Комитет обязуется ежегодно проверять условия труда на складах и в\n\n"
		"цехах предприятия, а также сообщать о найденных нарушениях всем\n"
		"членам профсоюза на общем собрании не позднее первого декабря.\n",
		"para: Комитет обязуется ежегодно проверять условия труда на складах и в цехах предприятия, а также "
		"сообщать о найденных нарушениях всем членам профсоюза на общем собрании не позднее первого "
		"декабря.\n");
}

static void list_items_begin_new_blocks(void **state)
{
	(void)state;
	expect_clean(
		"txt",
		"Совет решил:\n1. Утвердить смету.\n2. Провести смотр:\n- в цехах;\n- в отделах.\n3. Опубликовать.\n",
		"para: Совет решил:\nitem 1 {1.}: Утвердить смету.\nitem 1 {2.}: Провести смотр:\nitem 2 {-}: в "
		"цехах;\n"
		"item 2 {-}: в отделах.\nitem 1 {3.}: Опубликовать.\n");
}

static void clauses_behind_a_colon_are_items(void **state)
{
	(void)state;
	expect_clean(
		"docx", "Профсоюз требует:\x1eповысить ставки;\x1eснизить нормы.\x1eВсе это записано.",
		"para: Профсоюз требует:\nitem 1: повысить ставки;\nitem 1: снизить нормы.\npara: Все это записано.\n");
}

static void a_cell_a_line_becomes_a_table(void **state)
{
	(void)state;
	expect_clean(
		"txt",
		"\t1. Учить актив\n\n\tМероприятие\n\tСрок\n\tИсполнитель\n\n\tПровести курсы\n\tмай 2031 г.\n\tОтдел "
		"кад-\nров\n\n\tИздать памятку\n\t\n\tСовет\n\n",
		"heading 1 {1.}: Учить актив\n"
		"cell [0,0] head: Мероприятие\ncell [0,1] head: Срок\ncell [0,2] head: Исполнитель\n"
		"cell [1,0]: Провести курсы\ncell [1,1]: май 2031 г.\ncell [1,2]: Отдел кадров\n"
		"cell [2,0]: Издать памятку\ncell [2,2]: Совет\n");
}

static void a_row_a_line_becomes_a_table(void **state)
{
	(void)state;
	expect_clean("txt", "Год\tЧленов\tОрганизаций\n2030\t1200\t14\n2031\t1350\t15\n",
		     "cell [0,0]: Год\ncell [0,1]: Членов\ncell [0,2]: Организаций\n"
		     "cell [1,0]: 2030\ncell [1,1]: 1200\ncell [1,2]: 14\n"
		     "cell [2,0]: 2031\ncell [2,1]: 1350\ncell [2,2]: 15\n");
}

static void a_line_between_rows_heads_a_section(void **state)
{
	(void)state;
	expect_clean("txt",
		     "Мероприятие\tСрок\tИсполнитель\n1. Учёба\nПровести курсы\tмай\tОтдел\nИздать "
		     "памятку\tиюнь\n\nИтоги.\n",
		     "cell [0,0] head: Мероприятие\ncell [0,1] head: Срок\ncell [0,2] head: Исполнитель\n"
		     "heading 1 {1.}: Учёба\n"
		     "cell [1,0]: Провести курсы\ncell [1,1]: май\ncell [1,2]: Отдел\n"
		     "cell [2,0]: Издать памятку\ncell [2,1]: июнь\npara: Итоги.\n");
}

static void rows_with_tabs_end_the_line_before_them(void **state)
{
	(void)state;
	expect_clean(
		"txt", "Приложение о выплатах\nЦех\tСумма\tСрок\nЛитейный\t1200\tмай\n",
		"para: Приложение о выплатах\ncell [0,0] head: Цех\ncell [0,1] head: Сумма\ncell [0,2] head: Срок\n"
		"cell [1,0]: Литейный\ncell [1,1]: 1200\ncell [1,2]: май\n");
}

static void a_table_set_with_blanks_becomes_a_table(void **state)
{
	(void)state;
	expect_clean("txt",
		     "Цех           Членов    Молодежи\nЛитейный       1 250         310\nСборочный        840         "
		     "205\n",
		     "cell [0,0]: Цех\ncell [0,1]: Членов\ncell [0,2]: Молодежи\n"
		     "cell [1,0]: Литейный\ncell [1,1]: 1 250\ncell [1,2]: 310\n"
		     "cell [2,0]: Сборочный\ncell [2,1]: 840\ncell [2,2]: 205\n");
}

static void marks_are_told_from_dates_and_quantities(void **state)
{
	static const struct {
		const char *text;
		enum mark_kind kind;
		size_t bytes;
	} cases[] = {
		{ "1. Текст", MARK_NUMBER, 2 },
		{ "3.1. Текст", MARK_NUMBER, 4 },
		{ "2.4 Текст", MARK_NUMBER, 3 },
		{ "12) текст", MARK_NUMBER, 3 },
		{ "(5) текст", MARK_NUMBER, 3 },
		{ "а) текст", MARK_LETTER, 3 },
		{ "IV. Раздел", MARK_ROMAN, 3 },
		{ "• текст", MARK_BULLET, 3 },
		{ "– текст", MARK_DASH, 3 },
		{ "-текст", MARK_DASH, 1 },
		{ "5.Развить", MARK_NUMBER, 2 },
		{ "26.06.2026 г. № 3", MARK_NONE, 0 },
		{ "1.5 млн рублей", MARK_NONE, 0 },
		{ "30 ноября", MARK_NONE, 0 },
		{ "А.Б. Иванов", MARK_NONE, 0 },
		{ "-5 градусов", MARK_NONE, 0 },
		{ "2025. Год", MARK_NONE, 0 },
		{ "- ✓ текст", MARK_BULLET, 5 },
		{ "• 12) текст", MARK_NUMBER, 7 },
		{ "01.09. начало", MARK_NONE, 0 },
		{ "21.12.2031 м. Луцьк № 3", MARK_NONE, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct mark m = mark_of(span_of(cases[i].text));

		if (m.kind != cases[i].kind || m.bytes != cases[i].bytes)
			print_error("%s\n", cases[i].text);
		assert_int_equal(m.kind, cases[i].kind);
		assert_int_equal(m.bytes, cases[i].bytes);
	}
}

static void numbers_with_text_between_them_are_headings(void **state)
{
	(void)state;
	expect_clean("docx",
		     "1. Охрана труда\x1eКомитет ведет надзор.\x1e"
		     "2. Оплата труда\x1eСтавки растут каждый год.\x1e"
		     "3. Заключение\x1eДело идет.",
		     "heading 1 {1.}: Охрана труда\npara: Комитет ведет надзор.\nheading 1 {2.}: Оплата труда\n"
		     "para: Ставки растут каждый год.\nheading 1 {3.}: Заключение\npara: Дело идет.\n");
}

static void cells_that_stand_alone_are_counted_off_by_their_numbers(void **state)
{
	(void)state;
	expect_clean("txt",
		     "№\nМероприятие\nСрок\n1.\nОбойти склады\nи цеха\nмай\n2.\nСобрать заявки\nиюнь\n"
		     "II. Обучение\n3.\nОткрыть курсы\nавгуст\n\nПлан принят.",
		     "cell [0,0] head: №\ncell [0,1] head: Мероприятие\ncell [0,2] head: Срок\n"
		     "cell [1,0]: 1.\ncell [1,1]: Обойти склады и цеха\ncell [1,2]: май\n"
		     "cell [2,0]: 2.\ncell [2,1]: Собрать заявки\ncell [2,2]: июнь\n"
		     "heading 1 {II.}: Обучение\n"
		     "cell [3,0]: 3.\ncell [3,1]: Открыть курсы\ncell [3,2]: август\npara: План принят.\n");
}

static void a_sentence_about_a_section_is_none(void **state)
{
	(void)state;
	expect_clean("docx",
		     "Раздел 3 Порядок расчетов\x1eРаздел 4 настоящего договора действует до марта.\x1e"
		     "Статья 5 Договора не применяется.\x1eГлава 6. Сроки.\x1eДело идет.",
		     "heading 1: Раздел 3 Порядок расчетов\npara: Раздел 4 настоящего договора действует до марта.\n"
		     "para: Статья 5 Договора не применяется.\nheading 1: Глава 6. Сроки.\npara: Дело идет.\n");
}

static void tasks_with_a_date_or_a_name_below_are_no_headings(void **state)
{
	(void)state;
	expect_clean("docx",
		     "1. Учёт инвентаря.\x1eОтв.: Снегирёв\x1e"
		     "2. Ремонт причала.\x1eСрок: май\x1e"
		     "3. Закупка краски.\x1eОтв.: Чижов",
		     "item 1 {1.}: Учёт инвентаря.\npara: Отв.: Снегирёв\nitem 1 {2.}: Ремонт причала.\n"
		     "para: Срок: май\nitem 1 {3.}: Закупка краски.\npara: Отв.: Чижов\n");
}

static void a_quoted_name_in_the_head_belongs_to_the_line_above(void **state)
{
	(void)state;
	expect_clean("docx", "ПРОТОКОЛ собрания профсоюзной организации\x1eООО «Пряник»\x1eПрисутствовали все.",
		     "title: ПРОТОКОЛ собрания профсоюзной организации ООО «Пряник»\npara: Присутствовали все.\n");
}

static void a_name_in_several_lines_of_a_letterhead_is_one(void **state)
{
	(void)state;
	needs_dictionary();
	expect_clean("docx",
		     "ТАМБОВСКАЯ ОБЛАСТНАЯ\x1eОРГАНИЗАЦИЯ\x1eРОССИЙСКОГО ПРОФСОЮЗА\x1eРАБОТНИКОВ РЕЧНЫХ ВОКЗАЛОВ\x1e"
		     "И ПРИСТАНЕЙ\x1eПРЕЗИДИУМ\x1eПОСТАНОВЛЕНИЕ\x1eПрезидиум решил ждать.",
		     "para: ТАМБОВСКАЯ ОБЛАСТНАЯ ОРГАНИЗАЦИЯ РОССИЙСКОГО ПРОФСОЮЗА РАБОТНИКОВ РЕЧНЫХ ВОКЗАЛОВ И "
		     "ПРИСТАНЕЙ\npara: ПРЕЗИДИУМ\ntitle: ПОСТАНОВЛЕНИЕ\npara: Президиум решил ждать.\n");
	expect_clean(
		"docx",
		"от профсоюзного комитета\x1eОАО «Пряник»\x1eГорно-лесного профсоюза\x1eЗАЯВЛЕНИЕ\x1eКомитет против.",
		"para: от профсоюзного комитета ОАО «Пряник» Горно-лесного профсоюза\ntitle: ЗАЯВЛЕНИЕ\n"
		"para: Комитет против.\n");
}

static void numbers_that_follow_each_other_are_a_list(void **state)
{
	(void)state;
	expect_clean("docx",
		     "Съезд решил.\x1e"
		     "1. Избрать совет.\x1e"
		     "2. Принять устав.\x1e"
		     "3. Закрыть съезд.\x1eПринято единогласно.",
		     "para: Съезд решил.\nitem 1 {1.}: Избрать совет.\nitem 1 {2.}: Принять устав.\nitem 1 {3.}: "
		     "Закрыть съезд.\n"
		     "para: Принято единогласно.\n");
}

static void the_title_is_found_and_put_together(void **state)
{
	struct clean *c = clean_new();
	struct doc d = { 0 };

	(void)state;
	make_doc(&d, "docx",
		 "СОВЕТ ПРОФСОЮЗА ПЕКАРЕЙ\x1eПОСТАНОВЛЕНИЕ\x1e"
		 "5 мая 2031 г.\x1e№ 7\x1eО созыве съезда\x1eСовет заслушал доклад.");
	clean_doc(c, &d);
	assert_true(span_is(jval_str(d.meta, "title"), "ПОСТАНОВЛЕНИЕ О созыве съезда"));
	assert_int_equal(d.blocks[1].kind, BLOCK_TITLE);
	assert_int_equal(d.blocks[0].kind, BLOCK_PARA);
	doc_free(&d);
	clean_free(c);
}

static void the_note_of_an_annex_is_one_line(void **state)
{
	(void)state;
	expect_clean("docx",
		     "Приложение 2\x1eк решению Совета\x1eПрофсоюза пекарей\x1eот 5 мая 2031 г. № 7\x1eПЛАН\x1eработы "
		     "на год",
		     "para: Приложение 2 к решению Совета Профсоюза пекарей от 5 мая 2031 г. № 7\ntitle: ПЛАН работы "
		     "на год\n");
}

static void the_decision_that_approves_a_paper_is_no_title(void **state)
{
	(void)state;
	expect_clean("docx",
		     "ЗАЦВЕРДЖАНА\x1eПастанова Савета прафсаюза пекараў\x1e"
		     "3.04.2031 № 5\x1eПЛАН РАБОТЫ\x1e"
		     "Віцебскага абкама на год\x1eСавет вырашыў працаваць.",
		     "para: ЗАЦВЕРДЖАНА Пастанова Савета прафсаюза пекараў 3.04.2031 № 5\n"
		     "title: ПЛАН РАБОТЫ Віцебскага абкама на год\npara: Савет вырашыў працаваць.\n");
}

static void a_title_reads_on_in_the_genitive(void **state)
{
	struct morph *dictionary = morph_open(NULL, &(struct err){ 0 });

	(void)state;
	if (!dictionary || !morph_has_dictionary(dictionary)) {
		print_message("skip: no dictionary of Russian\n");
	} else {
		expect_clean(
			"docx",
			"ПОСТАНОВЛЕНИЕ\x1e"
			"12.05.2031\x1eОб итогах смотра\x1eСовета Профсоюза пекарей от 3.04.2031 № 5\x1e«Чистый "
			"цех»\x1eСовет Профсоюза отметил успехи.",
			"title: ПОСТАНОВЛЕНИЕ\npara: 12.05.2031\ntitle: Об итогах смотра Совета Профсоюза пекарей от "
			"3.04.2031 № 5 «Чистый цех»\npara: Совет Профсоюза отметил успехи.\n");
	}
	morph_close(dictionary);
}

static void a_section_begins_behind_the_note_of_an_approval(void **state)
{
	(void)state;
	expect_clean(
		"docx", "Принят общим собранием\x1eРаздел 1. Общие положения\x1eДоговор действует год.",
		"para: Принят общим собранием\nheading 1: Раздел 1. Общие положения\npara: Договор действует год.\n");
}

static void contents_are_told_from_text(void **state)
{
	(void)state;
	expect_clean("docx",
		     "ОГЛАВЛЕНИЕ\x1eВведение ....... 3\x1eИтоги ........ 9\x1eВведение\x1eНачнем с "
		     "начала.\x1eИтоги\x1eВсе хорошо.",
		     "toc: ОГЛАВЛЕНИЕ\ntoc: Введение ....... 3\ntoc: Итоги ........ 9\npara: Введение\n"
		     "para: Начнем с начала.\npara: Итоги\npara: Все хорошо.\n");
}

static void post_and_name_at_the_end_are_a_signature(void **state)
{
	(void)state;
	expect_clean("docx", "Решение принято.\x1eПредседатель профкома\x1eА.Б. Сидоренко",
		     "para: Решение принято.\nsignature: Председатель профкома\nsignature: А.Б. Сидоренко\n");
	expect_clean("docx", "Решение принято.\x1eПредседатель профкома Сидоренко А.Б.",
		     "para: Решение принято.\nsignature: Председатель профкома Сидоренко А.Б.\n");
}

static void a_post_of_two_lines_signs_as_one(void **state)
{
	(void)state;
	expect_clean("docx",
		     "ЗАЯВЛЕНИЕ о ремонте маяков\x1eМаяки ждут краски.\x1eПредседатель Совета\x1eСеверного союза  И.П. "
		     "Чижов",
		     "title: ЗАЯВЛЕНИЕ о ремонте маяков\npara: Маяки ждут краски.\n"
		     "signature: Председатель Совета Северного союза И.П. Чижов\n");
}

static void an_article_that_is_a_sentence_is_text(void **state)
{
	(void)state;
	expect_clean("docx",
		     "Глава 1. Общие положения\x1eСтатья 1. Ревизор каждый месяц смотрит кассу, склад и пишет отчёт "
		     "совету.\x1e"
		     "Статья 2. Права ревизора\x1eОн спрашивает.",
		     "heading 1: Глава 1. Общие положения\n"
		     "para: Статья 1. Ревизор каждый месяц смотрит кассу, склад и пишет отчёт совету.\n"
		     "heading 1: Статья 2. Права ревизора\npara: Он спрашивает.\n");
}

static void an_english_report_has_title_and_signature(void **state)
{
	(void)state;
	expect_clean(
		"docx",
		"ANNUAL REPORT 2031\x1e"
		"Bakers' Union\x1eThe union has 4,800 members in five towns.\x1eMary Smith,\x1eGeneral Secretary",
		"title: ANNUAL REPORT 2031\ntitle: Bakers' Union\npara: The union has 4,800 members in five towns.\n"
		"signature: Mary Smith,\nsignature: General Secretary\n");
}

static void a_repeated_block_is_flagged_and_stays(void **state)
{
	static const char text[] =
		"Комитет рассмотрел отчет о работе кассы взаимопомощи за прошедший год, нашел его верным и "
		"решил выдать дополнительные ссуды тем членам союза, чьи дома пострадали от паводка.";
	struct buf source = { 0 }, want = { 0 };

	(void)state;
	buf_addf(&source, "%s\x1eНовых дел нет.\x1e%s", text, text);
	buf_addf(&want, "para: %s\npara: Новых дел нет.\npara dup: %s\n", text, text);
	expect_clean("docx", buf_str(&source), buf_str(&want));
	buf_free(&source);
	buf_free(&want);
}

static void a_page_end_does_not_divide_a_paragraph(void **state)
{
	struct buf in = { 0 };
	struct clean *c = clean_new();
	struct doc d = { 0 };
	static const char *const ends[] = { "складах", "цехах и", "отделах" }; /* pages do not end alike */

	(void)state;
	for (int page = 1; page <= 3; page++) {
		for (int i = 0; i < 6; i++)
			buf_addf(&in, "Совет заслушал доклад о работе касс взаимопомощи на %s\n", ends[page - 1]);
		buf_addf(&in, "\n  %d\n\nОтчет о работе касс\n\n", page);
	}
	buf_puts(&in, "и решил продолжить ее.\n");
	make_doc(&d, "txt", buf_str(&in));
	clean_doc(c, &d);
	assert_int_equal(d.n_blocks, 7);
	assert_true(span_ends(doc_slice(&d, d.blocks[0].start, d.blocks[0].end),
			      SPAN("на отделах и решил продолжить ее.")));
	for (size_t i = 1; i < 7; i++)
		assert_true(d.blocks[i].hidden);
	clean_free(c);
	doc_free(&d);
	buf_free(&in);
}

/* What follows asks the dictionary; without it the passes leave such blocks alone. */
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

static void a_heading_and_its_text_in_one_paragraph_are_cut(void **state)
{
	(void)state;
	if (!has_dictionary())
		return;
	expect_clean(
		"docx",
		"1. Охрана труда на складах Комитет ведет надзор за тем, чтобы рабочие места были безопасны.\x1e"
		"Он проверяет каждый склад.\x1e"
		"2. Оплата труда. Ставки растут каждый год, и совет следит за "
		"тем, чтобы их платили вовремя и полностью, без вычетов и задержек.\x1eЭто записано в договоре.\x1e"
		"3. Отпуска\x1eОтпуск длится месяц.",
		"heading 1 {1.}: Охрана труда на складах\n"
		"para: Комитет ведет надзор за тем, чтобы рабочие места были безопасны.\n"
		"para: Он проверяет каждый склад.\nheading 1 {2.}: Оплата труда.\n"
		"para: Ставки растут каждый год, и совет следит за тем, чтобы их платили вовремя и полностью, без "
		"вычетов "
		"и задержек.\npara: Это записано в договоре.\nheading 1 {3.}: Отпуска\npara: Отпуск длится месяц.\n");
}

static void a_paragraph_cut_in_two_is_one_again(void **state)
{
	(void)state;
	expect_clean(
		"docx",
		"Совет отмечает, что за прошедший год в области открыто шесть новых школ актива, которые\x1e"
		"посещают более двухсот человек из всех районов.\x1eЗанятия ведут опытные преподаватели университета, "
		"юристы и врачи городской больницы.",
		"para: Совет отмечает, что за прошедший год в области открыто шесть новых школ актива, которые "
		"посещают "
		"более двухсот человек из всех районов.\npara: Занятия ведут опытные преподаватели университета, "
		"юристы и "
		"врачи городской больницы.\n");
}

static void a_lead_is_parted_from_its_first_item(void **state)
{
	(void)state;
	expect_clean("docx", "Совет предлагает: открыть школу;\x1eиздать памятку.",
		     "para: Совет предлагает:\nitem 1: открыть школу;\nitem 1: издать памятку.\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrapped_lines_become_a_paragraph),
		cmocka_unit_test(a_blank_line_inside_a_sentence_is_noise),
		cmocka_unit_test(list_items_begin_new_blocks),
		cmocka_unit_test(clauses_behind_a_colon_are_items),
		cmocka_unit_test(a_cell_a_line_becomes_a_table),
		cmocka_unit_test(a_row_a_line_becomes_a_table),
		cmocka_unit_test(a_line_between_rows_heads_a_section),
		cmocka_unit_test(rows_with_tabs_end_the_line_before_them),
		cmocka_unit_test(a_table_set_with_blanks_becomes_a_table),
		cmocka_unit_test(marks_are_told_from_dates_and_quantities),
		cmocka_unit_test(numbers_with_text_between_them_are_headings),
		cmocka_unit_test(tasks_with_a_date_or_a_name_below_are_no_headings),
		cmocka_unit_test(a_post_of_two_lines_signs_as_one),
		cmocka_unit_test(an_article_that_is_a_sentence_is_text),
		cmocka_unit_test(a_quoted_name_in_the_head_belongs_to_the_line_above),
		cmocka_unit_test(a_name_in_several_lines_of_a_letterhead_is_one),
		cmocka_unit_test(cells_that_stand_alone_are_counted_off_by_their_numbers),
		cmocka_unit_test(a_sentence_about_a_section_is_none),
		cmocka_unit_test(numbers_that_follow_each_other_are_a_list),
		cmocka_unit_test(the_title_is_found_and_put_together),
		cmocka_unit_test(the_note_of_an_annex_is_one_line),
		cmocka_unit_test(the_decision_that_approves_a_paper_is_no_title),
		cmocka_unit_test(a_title_reads_on_in_the_genitive),
		cmocka_unit_test(a_section_begins_behind_the_note_of_an_approval),
		cmocka_unit_test(contents_are_told_from_text),
		cmocka_unit_test(post_and_name_at_the_end_are_a_signature),
		cmocka_unit_test(an_english_report_has_title_and_signature),
		cmocka_unit_test(a_repeated_block_is_flagged_and_stays),
		cmocka_unit_test(a_page_end_does_not_divide_a_paragraph),
		cmocka_unit_test(a_heading_and_its_text_in_one_paragraph_are_cut),
		cmocka_unit_test(a_paragraph_cut_in_two_is_one_again),
		cmocka_unit_test(a_lead_is_parted_from_its_first_item),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
