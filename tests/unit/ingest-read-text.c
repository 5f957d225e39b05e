/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text, Markdown, HTML and RTF: blocks, marks, tables, and where each came from. */
#include "read-frame.h"

static void blank_lines_part_paragraphs(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_txt, "Первая\nвторая\r\n\nтретья");
	assert_int_equal(d.n_blocks, 2);
	expect_block(&d, 0, BLOCK_PARA, "Первая\nвторая");
	expect_block(&d, 1, BLOCK_PARA, "третья");
	expect_whole_map(&d);
	assert_int_equal(d.map[2].line, 4);
	assert_int_equal(d.map[2].at, 28);
	doc_free(&d);
}

static void signatures_side_by_side_are_read_one_after_the_other(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_txt,
		  "Стороны:\n\nПредседатель      Директор\nпрофкома          рудника\n_____ О. Ким      _____ Н. "
		  "Ли\n\nИтог");
	expect_block(&d, 1, BLOCK_PARA, "Председатель профкома _____ О. Ким");
	expect_block(&d, 2, BLOCK_PARA, "Директор рудника _____ Н. Ли");
	expect_block(&d, 3, BLOCK_PARA, "Итог");
	expect_whole_map(&d);
	assert_int_equal(d.map[d.n_map - 1].line, 7);
	doc_free(&d);
	read_text(&d, &reader_txt, "Орган  ____ дата ____\nтут  слова  ____  и ещё  ____");
	assert_int_equal(d.n_blocks, 1);
	doc_free(&d);
}

static void lists_of_markdown_keep_the_numbers_of_their_author(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_md, "# Цели\n\n3. **охрана** труда\n4. отдых\n\n- <i>спорт</i> &amp; туризм\n");
	expect_block(&d, 0, BLOCK_HEADING, "Цели");
	expect_block(&d, 1, BLOCK_ITEM, "3. охрана труда");
	expect_mark(&d, 1, "3.");
	expect_mark(&d, 2, "4.");
	expect_block(&d, 3, BLOCK_ITEM, "- спорт & туризм");
	expect_whole_map(&d);
	doc_free(&d);
}

static void tables_of_markdown_are_cells(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_md, "| Дело | Срок |\n|---|---|\n| собрание | май |\n");
	expect_cell(&d, 0, 0, 0, "Дело");
	assert_true(d.blocks[1].head);
	expect_cell(&d, 3, 1, 1, "май");
	doc_free(&d);
}

static void tables_of_markdown_end_the_paragraph_above_them(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_md, "Отпуск, дней:\n| Дело | Дни |\n|---|---|\n| пайка | 7 |\n\nДалее.\n");
	expect_block(&d, 0, BLOCK_PARA, "Отпуск, дней:");
	expect_cell(&d, 1, 0, 0, "Дело");
	expect_cell(&d, 4, 1, 1, "7");
	expect_block(&d, 5, BLOCK_PARA, "Далее.");
	expect_whole_map(&d);
	doc_free(&d);
}

static void links_of_markdown_refer_across_tables(void **state)
{
	static const char text[] = "Первый [отчёт][1] о работе\n\nСписок:\n| Дело |\n|---|\n| май |\n\n"
				   "Ещё:\n| Дни |\n|---|\n| 7 |\n\nДалее [второй][1].\n\n[1]: http://example.org\n";
	struct doc d = { 0 };
	const struct map_run *run;

	(void)state;
	read_text(&d, &reader_md, text);
	expect_block(&d, 0, BLOCK_PARA, "Первый отчёт о работе");
	expect_block(&d, 1, BLOCK_PARA, "Список:");
	expect_cell(&d, 3, 1, 0, "май");
	expect_cell(&d, 6, 1, 0, "7");
	expect_block(&d, 7, BLOCK_PARA, "Далее второй.");
	expect_whole_map(&d);
	run = &d.map[d.n_map - 1];
	assert_memory_equal(text + run->at, ".\n\n[1]", 6);
	assert_int_equal(run->line, 13);
	doc_free(&d);
}

static void only_its_own_fence_closes_the_code_of_markdown(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_md,
		  "````\n```\n<table><tr><td>x</td></tr></table>\nслова\n| а |\n|---|\n~~~~\n````\n"
		  "Дни:\n| б |\n|---|\n\n<table><tr><td>в</td></tr></table>\n");
	assert_int_equal(d.blocks[0].kind, BLOCK_PARA);
	expect_block(&d, 1, BLOCK_PARA, "Дни:");
	expect_cell(&d, 2, 0, 0, "б");
	expect_cell(&d, 3, 0, 0, "в");
	doc_free(&d);
}

static void html_tables_of_markdown_are_cells_with_their_place(void **state)
{
	static const char text[] =
		"# План\n\n<table>\n<tr><th>Дело</th><th>Срок</th></tr>\n"
		"<tr><td colspan=\"2\">**I.** Учёба</td></tr>\n\n<tr><td>курсы</td><td>- май\n- июнь</td></tr>\n"
		"</TABLE>\nконец\n\n```\n<table><tr><td>x</td></tr></table>\n```\n<table без конца\n";
	struct doc d = { 0 };
	const struct map_run *run;

	(void)state;
	read_text(&d, &reader_md, text);
	expect_cell(&d, 1, 0, 0, "Дело");
	assert_int_equal(d.blocks[3].colspan, 2);
	expect_cell(&d, 4, 2, 0, "курсы");
	expect_block(&d, 6, BLOCK_PARA, "конец");
	run = &d.map[4]; /* "курсы" */
	assert_memory_equal(text + run->at, "курсы", sizeof "курсы" - 1);
	doc_free(&d);
}

static void footnotes_of_markdown_are_notes(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_md,
		  "# Отчёт\n\nВ 2031[^1] году и раньше[^x].\n\n[^1]: Смета\n[^x]: *см.* прил. 2\n\n`a[^1]`\n");
	expect_block(&d, 1, BLOCK_PARA, "В 2031 ¹ году и раньше¹.");
	expect_block(&d, 2, BLOCK_NOTE, "¹ Смета");
	expect_mark(&d, 2, "¹");
	expect_block(&d, 3, BLOCK_NOTE, "¹ см. прил. 2");
	expect_block(&d, 4, BLOCK_PARA, "a[^1]");
	expect_whole_map(&d);
	doc_free(&d);
	read_text(&d, &reader_md, "# Пустая[^9]\n\n[^9]: \n- далее\n");
	expect_block(&d, 1, BLOCK_NOTE, "⁹");
	assert_int_equal(d.blocks[1].body, d.blocks[1].end);
	doc_free(&d);
}

static void the_head_of_a_markdown_file_is_no_text(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_md, "---\ntitle: \"План работы\"\ntags:\n  - план\n---\n# Один\n\n## Два\n");
	expect_block(&d, 0, BLOCK_HEADING, "Один");
	assert_true(span_is(jval_str(d.meta, "title"), "План работы"));
	expect_whole_map(&d);
	doc_free(&d);
	read_text(&d, &reader_md, "---\nНе шапка, а текст.\n---\n");
	expect_block(&d, 0, BLOCK_HEADING, "Не шапка, а текст.");
	doc_free(&d);
}

static void preformatted_text_falls_into_paragraphs(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_html,
		  "<html><body><pre>    Первый абзац\nи его конец.\n    "
		  "Второй.\n\nТретий</pre><p>далее</p></body></html>");
	expect_block(&d, 0, BLOCK_PARA, "Первый абзац\nи его конец.");
	expect_block(&d, 1, BLOCK_PARA, "Второй.");
	expect_block(&d, 2, BLOCK_PARA, "Третий");
	expect_block(&d, 3, BLOCK_PARA, "далее");
	expect_whole_map(&d);
	doc_free(&d);
}

static void a_word_that_the_source_of_html_divides_keeps_its_line_end(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_html, "<html><body><p>усло-\n  вия и\nоплата 10<sup>-3</sup></p></body></html>");
	expect_block(&d, 0, BLOCK_PARA, "усло-\nвия и оплата 10⁻³");
	doc_free(&d);
}

static void html_tables_count_what_reaches_down_from_above(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_html,
		  "<html><body><table><tr><th rowspan=2>А<th "
		  "colspan=2>Б<tr><td>в<td>г</table><nav>меню</nav></body></html>");
	assert_int_equal(d.n_blocks, 4);
	expect_cell(&d, 0, 0, 0, "А");
	expect_cell(&d, 2, 1, 1, "в");
	expect_cell(&d, 3, 1, 2, "г");
	assert_int_equal(d.blocks[0].rowspan, 2);
	assert_int_equal(d.blocks[1].colspan, 2);
	expect_whole_map(&d);
	doc_free(&d);
}

static void html_of_any_depth_keeps_its_text(void **state)
{
	struct buf b = { 0 };
	struct doc d = { 0 };

	(void)state;
	buf_puts(&b, "<html><body>");
	for (int i = 0; i < 20000; i++)
		buf_puts(&b, "<div>");
	buf_puts(&b, "глубина");
	read_text(&d, &reader_html, buf_str(&b));
	expect_block(&d, 0, BLOCK_PARA, "глубина");
	doc_free(&d);
	buf_free(&b);
}

static void signs_in_html_that_are_no_tags_take_no_text_away(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_html,
		  "<html><body><!-- если (x>y), это длинное пояснение --><p>если x < 5 и y > 3, то длинный "
		  "ответ<p class=it's>о длинных абзацах<p><img alt=\"a > b, длинная подпись\">картинка и длинный "
		  "текст<p><![if !supportLists]><span>1. </span><![endif]>о длинных списках</body></html>");
	assert_int_equal(d.n_blocks, 4);
	expect_block(&d, 0, BLOCK_PARA, "если x < 5 и y > 3, то длинный ответ");
	expect_block(&d, 1, BLOCK_PARA, "о длинных абзацах");
	expect_block(&d, 2, BLOCK_PARA, "картинка и длинный текст");
	expect_block(&d, 3, BLOCK_PARA, "1. о длинных списках");
	expect_whole_map(&d);
	doc_free(&d);
}

static void html_is_found_in_its_source_byte_by_byte(void **state)
{
	static const char source[] =
		"<html><body><p>Короткий абзац из нескольких слов</p><p>и &laquo;другой&raquo;</p>";
	struct doc d = { 0 };
	const struct map_run *m;

	(void)state;
	read_text(&d, &reader_html, source);
	expect_block(&d, 1, BLOCK_PARA, "и «другой»");
	m = &d.map[0];
	assert_true(span_eq(span_make(source + m->at, (size_t)m->len), doc_slice(&d, m->t, m->t + m->n)));
	doc_free(&d);
}

static void ordered_lists_of_html_get_their_numbers(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_html,
		  "<html><ol start=3><li>три<li>четыре<ol type=a><li>внутри</ol></ol><ul><li>- своя</ul>");
	expect_block(&d, 0, BLOCK_ITEM, "3. три");
	expect_block(&d, 2, BLOCK_ITEM, "a. внутри");
	assert_int_equal(d.blocks[2].level, 2);
	expect_block(&d, 3, BLOCK_ITEM, "- своя");
	doc_free(&d);
}

static void notes_of_html_are_notes(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_html,
		  "<p>text<sup>1</sup></p><div id=sdfootnote1><p><a class=sdfootnotesym href=x>1</a>one</p></div>"
		  "<div style='mso-element:footnote' id=ftn2><p>[2] two</p></div>"
		  "<aside role=doc-endnote><p>three</p></aside><div id=ftnlist><p>end</p></div>");
	expect_block(&d, 0, BLOCK_PARA, "text¹");
	expect_block(&d, 1, BLOCK_NOTE, "¹ one");
	expect_block(&d, 2, BLOCK_NOTE, "[2] two");
	expect_block(&d, 3, BLOCK_NOTE, "three");
	expect_block(&d, 4, BLOCK_PARA, "end");
	expect_whole_map(&d);
	doc_free(&d);
}

static void notes_of_books_have_the_number_of_their_reference(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(
		&d, &reader_html,
		"<p>in 2020<a href=#fn7 role=doc-noteref>7</a>, all<a class='x footnote-ref' href=#fn8>8</a></p>"
		"<aside role=doc-footnote id=fn7><p>one<a role=doc-backlink href=#r7>\u21a9</a></p><p>more</p></aside>"
		"<p><a href='#_ftn1'>[1]</a></p>");
	expect_block(&d, 0, BLOCK_PARA, "in 2020 ⁷, all⁸");
	expect_block(&d, 1, BLOCK_NOTE, "⁷ one");
	expect_mark(&d, 1, "⁷");
	expect_block(&d, 2, BLOCK_NOTE, "more");
	expect_block(&d, 3, BLOCK_PARA, "¹");
	doc_free(&d);
	read_text(&d, &reader_fb2,
		  "<FictionBook><body><section><p>text<a type='note'>[3]</a></p></section></body><body name='notes'>"
		  "<title><p>Notes</p></title><section><title><p>3</p></title><p>three</p></section></body></"
		  "FictionBook>");
	expect_block(&d, 0, BLOCK_PARA, "text³");
	expect_block(&d, 1, BLOCK_NOTE, "Notes");
	expect_block(&d, 2, BLOCK_NOTE, "³ three");
	doc_free(&d);
}

static void a_title_in_two_alphabets_is_the_one_in_unicode(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_rtf, "{\\rtf1{\\info{\\upr{\\title ??}{\\*\\ud{\\title \\u1058?\\u1059?}}}}x\\par}");
	assert_true(span_is(jval_str(d.meta, "title"), "ТУ"));
	doc_free(&d);
}

static void rtf_letters_follow_the_charset_of_their_font(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_rtf,
		  "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset204 T;}{\\f1\\fcharset0 A;}}\\f0 "
		  "\\'ef\\'f0\\'ee\\'f4 "
		  "{\\f1 caf\\'e9} \\u1087?\\uc2\\u1088\\'d0\\'80\\uc0\\u1086\\par}");
	expect_block(&d, 0, BLOCK_PARA, "проф café про");
	expect_whole_map(&d);
	doc_free(&d);
}

static void rtf_rows_have_the_columns_that_all_edges_make(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_rtf,
		  "{\\rtf1 \\trowd\\cellx6000\\intbl wide\\cell\\row\\trowd\\cellx3000\\cellx6000\\intbl a\\cell "
		  "b\\cell\\row\\pard end\\par}");
	expect_cell(&d, 0, 0, 0, "wide");
	assert_int_equal(d.blocks[0].colspan, 2);
	expect_cell(&d, 2, 1, 1, "b");
	expect_block(&d, 3, BLOCK_PARA, "end");
	doc_free(&d);
}

static void rtf_keeps_hidden_text_fields_and_notes_apart(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_rtf,
		  "{\\rtf1 shown{\\v hidden}{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt  link}}{\\footnote \\pard "
		  "note\\par}\\par"
		  "{\\listtext 2)\\tab}item{\\footnote \\pard of 2020\\par more\\par}\\par 10{\\super 2}\\par}");
	expect_block(&d, 0, BLOCK_PARA, "shown link¹");
	expect_block(&d, 1, BLOCK_NOTE, "¹ note");
	expect_mark(&d, 1, "¹");
	expect_block(&d, 2, BLOCK_ITEM, "2) item²");
	expect_mark(&d, 2, "2)");
	expect_block(&d, 3, BLOCK_NOTE, "² of 2020");
	expect_block(&d, 4, BLOCK_NOTE, "more");
	expect_block(&d, 5, BLOCK_PARA, "10²");
	doc_free(&d);
}

static void rtf_lists_are_counted_where_the_writer_left_the_marks_out(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_rtf,
		  "{\\rtf1{\\*\\listtable{\\list{\\listlevel\\levelnfc0\\levelstartat3{\\leveltext\\'02\\'00.;}}"
		  "{\\listlevel\\levelnfc4\\levelstartat1{\\leveltext\\'04\\'00.\\'01);}}\\listid77}}"
		  "{\\*\\listoverridetable{\\listoverride\\listid77\\listoverridecount0\\ls1}}"
		  "\\pard\\ls1\\ilvl0 one\\par\\pard\\ls1\\ilvl1 part\\par\\pard\\ls1 two\\par\\pard end\\par}");
	expect_block(&d, 0, BLOCK_ITEM, "3. one");
	expect_mark(&d, 0, "3.");
	expect_block(&d, 1, BLOCK_ITEM, "3.a) part");
	assert_int_equal(d.blocks[1].level, 2);
	expect_block(&d, 2, BLOCK_ITEM, "4. two");
	expect_block(&d, 3, BLOCK_PARA, "end");
	doc_free(&d);
}

static void rtf_notes_in_cells_are_notes_and_drawn_words_are_text(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(
		&d, &reader_rtf,
		"{\\rtf1 \\trowd\\cellx3000\\cellx6000\\intbl a{\\footnote \\pard note\\par}\\cell "
		"b\\cell\\row\\pard "
		"end{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 136}}{\\sp{\\sn gtextUNICODE}{\\sv DRAWN}}}}\\par}");
	expect_cell(&d, 0, 0, 0, "a¹");
	expect_cell(&d, 1, 0, 1, "b");
	expect_block(&d, 2, BLOCK_NOTE, "¹ note");
	expect_block(&d, 3, BLOCK_PARA, "end");
	expect_block(&d, 4, BLOCK_PARA, "DRAWN");
	expect_whole_map(&d);
	doc_free(&d);
}

static void rtf_cells_that_hold_only_a_table_leave_its_columns_alone(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_rtf,
		  "{\\rtf1 \\pard\\intbl a\\cell \\pard\\intbl\\itap2 b\\nestcell c\\nestcell"
		  "{\\*\\nesttableprops\\trowd\\cellx900\\cellx1800\\nestrow}d\\nestcell e\\nestcell"
		  "{\\*\\nesttableprops\\trowd\\cellx900\\cellx1800\\nestrow}\\pard\\intbl\\cell"
		  "\\trowd\\cellx3000\\cellx6000\\row\\pard end\\par}");
	expect_cell(&d, 0, 0, 0, "a");
	expect_cell(&d, 1, 0, 0, "b");
	expect_cell(&d, 2, 0, 1, "c");
	expect_cell(&d, 3, 1, 0, "d");
	expect_cell(&d, 4, 1, 1, "e");
	doc_free(&d);
}

static void a_letter_keeps_all_its_texts_and_one_of_those_that_say_the_same(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_eml,
		  "Subject: s\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\none\n--B\n"
		  "Content-Type: multipart/alternative; boundary=C\n\n--C\nContent-Type: text/html\n\n<p>html</p>\n"
		  "--C\n\ntwo\n--C--\n--B\n\nthree\n--B--\n");
	expect_block(&d, 0, BLOCK_PARA, "Subject: s");
	expect_block(&d, 1, BLOCK_PARA, "one");
	expect_block(&d, 2, BLOCK_PARA, "two");
	expect_block(&d, 3, BLOCK_PARA, "three");
	doc_free(&d);
}

static void rtf_that_ends_early_says_so_and_keeps_what_was_there(void **state)
{
	struct doc d = { 0 };
	struct err e = { 0 };

	(void)state;
	read_bytes(&d, &reader_rtf, SPAN("{\\rtf1 one\\par two"), false, &e);
	assert_int_equal(e.code, EX_DATAERR);
	expect_block(&d, 1, BLOCK_PARA, "two");
	doc_free(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blank_lines_part_paragraphs),
		cmocka_unit_test(signatures_side_by_side_are_read_one_after_the_other),
		cmocka_unit_test(lists_of_markdown_keep_the_numbers_of_their_author),
		cmocka_unit_test(tables_of_markdown_are_cells),
		cmocka_unit_test(tables_of_markdown_end_the_paragraph_above_them),
		cmocka_unit_test(links_of_markdown_refer_across_tables),
		cmocka_unit_test(only_its_own_fence_closes_the_code_of_markdown),
		cmocka_unit_test(html_tables_of_markdown_are_cells_with_their_place),
		cmocka_unit_test(footnotes_of_markdown_are_notes),
		cmocka_unit_test(the_head_of_a_markdown_file_is_no_text),
		cmocka_unit_test(preformatted_text_falls_into_paragraphs),
		cmocka_unit_test(a_word_that_the_source_of_html_divides_keeps_its_line_end),
		cmocka_unit_test(html_tables_count_what_reaches_down_from_above),
		cmocka_unit_test(html_of_any_depth_keeps_its_text),
		cmocka_unit_test(signs_in_html_that_are_no_tags_take_no_text_away),
		cmocka_unit_test(html_is_found_in_its_source_byte_by_byte),
		cmocka_unit_test(ordered_lists_of_html_get_their_numbers),
		cmocka_unit_test(notes_of_html_are_notes),
		cmocka_unit_test(notes_of_books_have_the_number_of_their_reference),
		cmocka_unit_test(a_title_in_two_alphabets_is_the_one_in_unicode),
		cmocka_unit_test(rtf_letters_follow_the_charset_of_their_font),
		cmocka_unit_test(rtf_rows_have_the_columns_that_all_edges_make),
		cmocka_unit_test(rtf_keeps_hidden_text_fields_and_notes_apart),
		cmocka_unit_test(rtf_lists_are_counted_where_the_writer_left_the_marks_out),
		cmocka_unit_test(rtf_notes_in_cells_are_notes_and_drawn_words_are_text),
		cmocka_unit_test(rtf_cells_that_hold_only_a_table_leave_its_columns_alone),
		cmocka_unit_test(a_letter_keeps_all_its_texts_and_one_of_those_that_say_the_same),
		cmocka_unit_test(rtf_that_ends_early_says_so_and_keeps_what_was_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
