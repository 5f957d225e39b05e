/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOCX and ODT: what stands on the page but not in the file, and what stands in the file but not on the page. */
#include "read-frame.h"

#include "docx_body.h"
#include "flow.h"
#include "package.h"

#define W                                                                                                              \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                                    \
	"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""

/* Reads the inside of w:body, with numbering.xml where it is given. */
static void read_body(struct doc *d, const char *body, const char *numbering, const char *styles)
{
	struct docx_styles st = { 0 };
	struct flow f;
	struct docx_parts parts = { .flow = &f, .styles = &st };
	struct span xml = arena_printf(&d->arena, "<w:document " W "><w:body>%s</w:body></w:document>", body);
	struct span list = arena_printf(&d->arena, "<w:numbering " W ">%s</w:numbering>", numbering);
	struct err e = { 0 };

	docx_styles_read(&st, arena_printf(&d->arena, "<w:styles " W ">%s</w:styles>", styles), &d->arena);
	parts.numbering = docx_numbering_read(list, &d->arena);
	flow_start(&f, d);
	assert_true(docx_story_read(&parts, STORY_BODY, xml, SPAN("word/document.xml"), &e));
	flow_finish(&f);
	expect_whole_map(d);
}

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define ITEM(list, level, text)                                                                                        \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" #level "\"/><w:numId w:val=\"" #list                                   \
	"\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"

static const char lists[] =
	"<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
	"<w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"russianLower\"/>"
	"<w:lvlText w:val=\"%1.%2)\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
	"w:val=\"7\"/></w:num>"
	"<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/>"
	"</w:lvlOverride></w:num>";

static void lists_are_numbered_as_word_does(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_body(&d,
		  ITEM(1, 0, "a") ITEM(1, 1, "b") ITEM(1, 1, "c") ITEM(1, 0, "d") ITEM(1, 1, "e") ITEM(2, 0, "f")
			  ITEM(1, 0, "g"),
		  lists, "");
	expect_mark(&d, 0, "1.");
	expect_mark(&d, 1, "1.а)");
	expect_mark(&d, 2, "1.б)");
	expect_mark(&d, 3, "2.");
	expect_mark(&d, 4, "2.а)");
	expect_mark(&d, 5, "5.");
	expect_mark(&d, 6, "6.");
	expect_block(&d, 2, BLOCK_ITEM, "1.б) c");
	assert_true(d.map[0].made);
	doc_free(&d);
}

static void a_text_box_is_read_once_and_after_its_paragraph(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_body(&d,
		  "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P(
			  "box") "</w:txbxContent></mc:Choice><mc:Fallback>"
				 "<w:txbxContent>" P("box") "</w:txbxContent></mc:Fallback></mc:AlternateContent></"
							    "w:r><w:r><w:t>anchor</w:t></w:r></w:p>",
		  "", "");
	assert_int_equal(d.n_blocks, 2);
	expect_block(&d, 0, BLOCK_PARA, "anchor");
	expect_block(&d, 1, BLOCK_PARA, "box");
	doc_free(&d);
}

static void what_is_deleted_hidden_or_an_instruction_is_left_out(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_body(&d,
		  "<w:p><w:r><w:t>one</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></"
		  "w:del><w:ins><w:r><w:t>two</w:t></w:r>"
		  "</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:fldChar "
		  "w:fldCharType=\"begin\"/></w:r>"
		  "<w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:fldChar "
		  "w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r>"
		  "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:rPr><w:vertAlign "
		  "w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r></w:p>"
		  "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>begin</w:t></w:r></w:p>" P(" end"),
		  "", "");
	assert_int_equal(d.n_blocks, 2);
	expect_block(&d, 0, BLOCK_PARA, "onetwo7¹");
	expect_block(&d, 1, BLOCK_PARA, "beginend");
	doc_free(&d);
}

#define TC(props, text) "<w:tc><w:tcPr>" props "</w:tcPr>" P(text) "</w:tc>"

static void merged_cells_span_rows_and_columns(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_body(&d,
		  "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
		  "<w:tr><w:trPr><w:tblHeader/></w:trPr>" TC("<w:gridSpan w:val=\"2\"/>", "a")
			  TC("<w:vMerge w:val=\"restart\"/>", "b") "</w:tr>"
								   "<w:tr>" TC("", "c") TC("", "d")
									   TC("<w:vMerge/>", "") "</w:tr></w:tbl>",
		  "", "");
	assert_int_equal(d.n_blocks, 4);
	expect_cell(&d, 0, 0, 0, "a");
	assert_int_equal(d.blocks[0].colspan, 2);
	assert_true(d.blocks[0].head);
	expect_cell(&d, 1, 0, 2, "b");
	assert_int_equal(d.blocks[1].rowspan, 2);
	expect_cell(&d, 3, 1, 1, "d");
	doc_free(&d);
}

static void a_table_of_one_column_is_a_frame(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_body(&d, "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>" TC("", "framed") "</w:tr></w:tbl>", "", "");
	expect_block(&d, 0, BLOCK_PARA, "framed");
	doc_free(&d);
}

static void raised_figures_initials_and_symbols_are_what_they_look_like(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_body(&d,
		  "<w:p><w:r><w:t>Статья 312</w:t></w:r><w:r><w:rPr><w:position "
		  "w:val=\"8\"/></w:rPr><w:t>1</w:t></w:r></w:p>"
		  "<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr><w:r><w:t>К</w:t></w:r></w:p>"
		  "<w:p><w:r><w:t>аждый</w:t><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>5</w:t></w:r></w:p>"
		  "<!-- a > b, длинное пояснение --><w:p><w:r><w:t><![CDATA[x > y, длинный текст]]></w:t></w:r></w:p>",
		  "", "");
	assert_int_equal(d.n_blocks, 3);
	expect_block(&d, 0, BLOCK_PARA, "Статья 312¹");
	expect_block(&d, 1, BLOCK_PARA, "Каждый≥5");
	expect_block(&d, 2, BLOCK_PARA, "x > y, длинный текст");
	doc_free(&d);
}

static void headings_inherit_their_level(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_body(&d, "<w:p><w:pPr><w:pStyle w:val=\"Mine\"/></w:pPr><w:r><w:t>head</w:t></w:r></w:p>", "",
		  "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>"
		  "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"mine\"/><w:basedOn "
		  "w:val=\"H2\"/></w:style>");
	expect_block(&d, 0, BLOCK_HEADING, "head");
	assert_int_equal(d.blocks[0].level, 2);
	doc_free(&d);
}

#define ODF                                                                                                            \
	"<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                          \
	"xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                                               \
	"xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                                             \
	"xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                                             \
	"office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:automatic-styles><text:list-style "       \
	"style:name=\"L\">"                                                                                            \
	"<text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"               \
	"<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-suffix=\")\" "                \
	"text:display-levels=\"2\"/>"                                                                                  \
	"</text:list-style></office:automatic-styles><office:body><office:text>"

static void odt_lists_sections_notes_and_tables(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(
		&d, &reader_fodt,
		ODF
		"<text:tracked-changes><text:p>deleted</text:p></"
		"text:tracked-changes><text:section><text:p>one<text:note>"
		"<text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></"
		"text:note> two</text:p>"
		"</text:section><text:list "
		"text:style-name=\"L\"><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p>"
		"</text:list-item></text:list></text:list-item></text:list><table:table><table:table-column "
		"table:number-columns-repeated=\"2\"/>"
		"<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell><text:p>y</"
		"text:p></table:table-cell>"
		"</table:table-row></table:table></office:text></office:body>"
		"<office:master-styles><style:master-page><style:footer><text:p>foot</text:p></style:footer>"
		"</style:master-page></office:master-styles></office:document>");
	expect_block(&d, 0, BLOCK_PARA, "one¹ two");
	expect_block(&d, 1, BLOCK_NOTE, "¹ note");
	expect_block(&d, 2, BLOCK_ITEM, "1. a");
	expect_block(&d, 3, BLOCK_ITEM, "1.a) b");
	expect_cell(&d, 5, 0, 1, "y");
	expect_block(&d, 6, BLOCK_FOOTER, "foot");
	expect_whole_map(&d);
	doc_free(&d);
}

static void formulas_and_comments_of_odt(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_fodt,
		  ODF "<text:p>S = <draw:object xmlns:draw=\"w\"><m:math xmlns:m=\"m\"><m:semantics><m:mrow>"
		      "<m:mfrac><m:mrow><m:mi>a</m:mi><m:mo>+</m:mo><m:mi>b</m:mi></m:mrow><m:mn>2</m:mn></m:mfrac>"
		      "<m:msup><m:mi>c</m:mi><m:mn>3</m:mn></m:msup></m:mrow><m:annotation>a over b</m:annotation>"
		      "</m:semantics></m:math></draw:object><office:annotation><dc:creator "
		      "xmlns:dc=\"d\">Орлова</dc:creator><text:p>Проверить</text:p></office:annotation></text:p></"
		      "office:text></office:body></office:document>");
	expect_block(&d, 0, BLOCK_PARA, "S = (a+b)/2c³");
	assert_true(span_is(d.notes[0].text, "Орлова: Проверить"));
	expect_whole_map(&d);
	doc_free(&d);
}

static void odt_items_begin_anew_where_they_say_so(void **state)
{
	struct doc d = { 0 };

	(void)state;
	read_text(&d, &reader_fodt,
		  ODF "<text:list text:style-name=\"L\"><text:list-item text:start-value=\"0\"><text:p>a</text:p>"
		      "</text:list-item><text:list-item><text:p>b</text:p></text:list-item></text:list><text:p>between"
		      "</text:p><text:list text:style-name=\"L\" text:continue-numbering=\"true\"><text:list-item>"
		      "<text:p>c</text:p></text:list-item><text:list-item text:start-value=\"7\"><text:p>d</text:p>"
		      "</text:list-item></text:list></office:text></office:body></office:document>");
	expect_block(&d, 0, BLOCK_ITEM, "0. a");
	expect_block(&d, 1, BLOCK_ITEM, "1. b");
	expect_block(&d, 3, BLOCK_ITEM, "2. c");
	expect_block(&d, 4, BLOCK_ITEM, "7. d");
	doc_free(&d);
}

static void a_damaged_part_is_read_up_to_the_damage(void **state)
{
	struct doc d = { 0 };
	struct err e = { 0 };

	(void)state;
	read_bytes(&d, &reader_fodt, SPAN(ODF "<text:p>before</text:p><text:p>bro"), false, &e);
	assert_int_equal(e.code, EX_DATAERR);
	expect_block(&d, 0, BLOCK_PARA, "before");
	doc_free(&d);
}

static void put_le(struct buf *b, size_t value, int bytes)
{
	for (; bytes-- > 0; value >>= 8)
		buf_putc(b, (char)(value & 0xff));
}

/* A ZIP file of one entry, stored as it is; sums and dates are nothing that sniffing asks for. */
static void zip_of(struct buf *b, const char *name, struct span data)
{
	size_t from = b->n, list;

	buf_add(b, span_make("PK\3\4\n\0\0\0\0\0\0\0\0\0\0\0\0\0", 18));
	put_le(b, data.n, 4), put_le(b, data.n, 4), put_le(b, strlen(name), 2), put_le(b, 0, 2);
	buf_puts(b, name);
	buf_add(b, data);
	list = b->n - from;
	buf_add(b, span_make("PK\1\2", 4));
	put_le(b, 0, 24), put_le(b, strlen(name), 2), put_le(b, 0, 16);
	buf_puts(b, name);
	buf_add(b, span_make("PK\5\6\0\0\0\0\1\0\1\0", 12));
	put_le(b, b->n - from - list - 12, 4), put_le(b, list, 4), put_le(b, 0, 2);
}

static void what_is_stored_inside_an_archive_does_not_tell_what_the_archive_is(void **state)
{
	struct buf inner = { 0 }, outer = { 0 };

	(void)state;
	zip_of(&inner, "word/document.xml", SPAN("<w:document/>"));
	zip_of(&outer, "plan.docx", buf_span(&inner));
	assert_true(package_mentions(buf_span(&inner), "word/document.xml"));
	assert_true(package_mentions(buf_span(&outer), "plan.docx"));
	assert_false(package_mentions(buf_span(&outer), "word/document.xml"));
	/* where the end is lost there is no list of names to go by */
	assert_true(package_mentions(span_sub(buf_span(&inner), 0, inner.n - 4), "word/document.xml"));
	buf_free(&inner);
	buf_free(&outer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_numbered_as_word_does),
		cmocka_unit_test(a_text_box_is_read_once_and_after_its_paragraph),
		cmocka_unit_test(what_is_deleted_hidden_or_an_instruction_is_left_out),
		cmocka_unit_test(merged_cells_span_rows_and_columns),
		cmocka_unit_test(a_table_of_one_column_is_a_frame),
		cmocka_unit_test(raised_figures_initials_and_symbols_are_what_they_look_like),
		cmocka_unit_test(headings_inherit_their_level),
		cmocka_unit_test(odt_lists_sections_notes_and_tables),
		cmocka_unit_test(formulas_and_comments_of_odt),
		cmocka_unit_test(odt_items_begin_anew_where_they_say_so),
		cmocka_unit_test(a_damaged_part_is_read_up_to_the_damage),
		cmocka_unit_test(what_is_stored_inside_an_archive_does_not_tell_what_the_archive_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
