/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOCX: text that stands in parts of its own, where the story points at it. */
#include "read-frame.h"

#include "docx_body.h"
#include "flow.h"

#define W                                                                                                              \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                                    \
	"xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "                                          \
	"xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "                                           \
	"xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""

/* A document with one other part, whose relationship is "r1". */
static bool one_part(void *ctx, struct span id, struct span *part, struct buf *out)
{
	if (!span_is(id, "r1"))
		return false;
	*part = SPAN("word/other");
	buf_puts(out, ctx);
	return true;
}

static void read_with(struct doc *d, const char *body, char *other)
{
	struct docx_styles st = { 0 };
	struct flow f;
	struct docx_parts parts = { .flow = &f, .styles = &st, .related = one_part, .related_ctx = other };
	struct span xml = arena_printf(&d->arena, "<w:document " W "><w:body>%s</w:body></w:document>", body);
	struct err e = { 0 };

	docx_styles_read(&st, SPAN("<w:styles " W "/>"), &d->arena);
	parts.numbering = docx_numbering_read(SPAN("<w:numbering " W "/>"), &d->arena);
	flow_start(&f, d);
	assert_true(docx_story_read(&parts, STORY_BODY, xml, SPAN("word/document.xml"), &e));
	flow_finish(&f);
	expect_whole_map(d);
}

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define POINT(n, v) "<c:pt idx=\"" #n "\"><c:v>" v "</c:v></c:pt>"

static void the_points_of_a_chart_are_a_table_behind_its_paragraph(void **state)
{
	static char chart[] =
		"<c:chartSpace " W "><c:title><a:p><a:r><a:t>Members </a:t></a:r><a:r><a:t>by year</a:t>"
		"</a:r></a:p></c:title><c:ser><c:tx><c:strCache>" POINT(
			0, "All") "</c:strCache></c:tx>"
				  "<c:cat>" POINT(0, "2023") POINT(1, "2024") "</c:cat><c:val>" POINT(0, "10")
					  POINT(1, "12") "</c:val></c:ser></c:chartSpace>";
	struct doc d = { 0 };

	(void)state;
	read_with(&d, "<w:p><w:r><w:t>see</w:t><w:drawing><c:chart id=\"r1\"/></w:drawing><w:t>below</w:t></w:r></w:p>",
		  chart);
	expect_block(&d, 0, BLOCK_PARA, "seebelow");
	expect_block(&d, 1, BLOCK_PARA, "Members by year");
	expect_cell(&d, 2, 0, 1, "All");
	expect_cell(&d, 3, 1, 0, "2023");
	expect_cell(&d, 4, 1, 1, "10");
	expect_cell(&d, 6, 2, 1, "12");
	doc_free(&d);
}

static void smart_art_is_its_paragraphs(void **state)
{
	static char model[] =
		"<d:dataModel " W "><d:pt><d:t><a:p><a:r><a:t>Council</a:t></a:r></a:p></d:t></d:pt>"
		"<d:pt><d:t><a:p/></d:t></d:pt><d:pt><d:t><a:p><a:r><a:t>Presidium</a:t></a:r></a:p></d:t>"
		"</d:pt></d:dataModel>";
	struct doc d = { 0 };

	(void)state;
	read_with(&d, "<w:p><w:r><w:t>bodies</w:t><d:relIds dm=\"r1\" lo=\"r9\"/></w:r></w:p>", model);
	assert_int_equal(d.n_blocks, 3);
	expect_block(&d, 1, BLOCK_PARA, "Council");
	expect_block(&d, 2, BLOCK_PARA, "Presidium");
	doc_free(&d);
}

static void an_embedded_document_is_read_where_it_stands(void **state)
{
	static char html[] = "<html><body><h2>Annex</h2><p>text</p><table><tr><td>a<td>b<tr><td>c<td>d</table></html>";
	struct doc d = { 0 };

	(void)state;
	read_with(&d, P("before") "<w:altChunk id=\"r1\"/>" P("after"), html);
	expect_block(&d, 0, BLOCK_PARA, "before");
	expect_block(&d, 1, BLOCK_HEADING, "Annex");
	expect_block(&d, 2, BLOCK_PARA, "text");
	expect_cell(&d, 6, 1, 1, "d");
	expect_block(&d, 7, BLOCK_PARA, "after");
	assert_int_equal(d.n_notes, 0);
	doc_free(&d);
}

static void an_embedded_document_that_is_missing_is_noted(void **state)
{
	static char none[] = "";
	struct doc d = { 0 };

	(void)state;
	read_with(&d, P("before") "<w:altChunk id=\"r2\"/>" P("after"), none);
	assert_int_equal(d.n_blocks, 2);
	assert_int_equal(d.n_notes, 1);
	doc_free(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_points_of_a_chart_are_a_table_behind_its_paragraph),
		cmocka_unit_test(smart_art_is_its_paragraphs),
		cmocka_unit_test(an_embedded_document_is_read_where_it_stands),
		cmocka_unit_test(an_embedded_document_that_is_missing_is_noted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
