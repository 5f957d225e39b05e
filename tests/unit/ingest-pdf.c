/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Geometry of paginated documents on made-up words: no PDF is read here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "doc.h"
#include "ocr_mend.h"
#include "pdf_initials.h"
#include "pdf_align.h"
#include "pdf_bidi.h"
#include "pdf_blocks.h"
#include "pdf_furniture.h"
#include "pdf_join.h"
#include "pdf_margins.h"
#include "pdf_order.h"
#include "pdf_quality.h"
#include "pdf_rules.h"
#include "pdf_table.h"
#include "pdf_trailer.h"

/* Puts the words of text at x, y: six points a byte of Latin text, four between words, size 10. Returns the right end.
 */
static double put(struct page_words *w, double x, double y, const char *text)
{
	struct span rest = span_of(text);
	while (rest.p) {
		struct span one = span_cut(&rest, ' ');
		double wide = 6 * (double)one.n;
		struct word *v = page_words_add(w, one, (struct box){ x, y, x + wide, y + 12 });
		v->size = 10;
		v->space = rest.p != NULL;
		x += wide + 4;
	}
	return x;
}

static void start(struct page_words *w, struct pdf_text *t, int pages)
{
	*w = (struct page_words){ .width = 600, .height = 800 };
	*t = (struct pdf_text){ .pages = pages };
	t->sheets = arena_alloc(&t->arena, (size_t)pages * sizeof *t->sheets);
	t->turns = arena_alloc(&t->arena, (size_t)pages * sizeof *t->turns);
	for (int i = 0; i < pages; i++)
		t->sheets[i] = (struct box){ 0, 0, 600, 800 };
}

static void finish(struct page_words *w, struct pdf_text *t)
{
	page_words_free(w);
	pdf_text_free(t);
}

static void lay(struct pdf_text *t, struct page_words *w, int page)
{
	pdf_order_page(t, w, page, NULL, NULL);
	page_words_reset(w);
	w->width = 600;
	w->height = 800;
}

static void columns_are_read_one_after_the_other(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	start(&w, &t, 1);
	for (int i = 0; i < 8; i++) {
		put(&w, 50, 100 + 15 * i, "left words that fill a column");
		put(&w, 330, 107 + 15 * i, "right words in another column");
	}
	lay(&t, &w, 1);
	assert_int_equal(t.n, 16);
	for (size_t i = 0; i < 16; i++)
		assert_true(span_starts(t.lines[i].text, i < 8 ? SPAN("left") : SPAN("right")));
	finish(&w, &t);
}

/* Words of justified text: wide as they may be, they do not reach into the river of five points between the columns. */
static void put_justified(struct page_words *w, double x0, double x1, double y, int row)
{
	double x = x0;
	for (int i = 0; i < 4; i++) {
		double wide = i == 3 ? x1 - x : 36 + 7 * ((row * 3 + i * 5) % 4);
		page_words_add(w, SPAN("word"), (struct box){ x, y, x + wide, y + 12 })->size = 10;
		x += wide + 8;
	}
}

static void columns_closer_than_their_words_are_told_by_an_even_bank(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	start(&w, &t, 1);
	for (int i = 0; i < 14; i++) {
		put_justified(&w, 50, 250, 100 + 15 * i, i);
		put_justified(&w, 255, 455, 100 + 15 * i, i + 1);
	}
	lay(&t, &w, 1);
	assert_int_equal(t.n, 28);
	for (size_t i = 0; i < 28; i++)
		assert_true(t.lines[i].box.x0 == (i < 14 ? 50 : 255));
	finish(&w, &t);
}

static void expect_line(const char *visual, const char *logical)
{
	struct buf b = { 0 };
	buf_puts(&b, visual);
	pdf_bidi_line(&b);
	assert_string_equal(buf_str(&b), logical);
	buf_free(&b);
}

static void lines_from_right_to_left_are_read_from_the_right(void **state)
{
	(void)state;
	expect_line("םלוע םולש", "שלום עולם");
	expect_line(".2023 תנשב םולש", "שלום בשנת 2023.");
	expect_line("union (םולש) of 12", "union (שלום) of 12");
	expect_line("съезд № 5 – ім’я", "съезд № 5 – ім’я");
}

static void text_below_columns_of_one_length_is_read_behind_them(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	start(&w, &t, 1);
	for (int i = 0; i < 8; i++) {
		put(&w, 50, 100 + 15 * i, "left words that fill a column.");
		put(&w, 330, 100 + 15 * i, "Right words in another column.");
	}
	put(&w, 50, 220, "Short words behind.");
	put(&w, 50, 235, "And a few more.");
	lay(&t, &w, 1);
	assert_int_equal(t.n, 18);
	assert_true(span_starts(t.lines[7].text, SPAN("left")));
	assert_true(span_starts(t.lines[8].text, SPAN("Right")));
	assert_true(span_starts(t.lines[16].text, SPAN("Short")));
	finish(&w, &t);
}

static void words_on_their_side_are_read_with_the_head_bent(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	start(&w, &t, 1);
	put(&w, 50, 100, "upright words");
	page_words_add(&w, SPAN("second"), (struct box){ 500, 100, 512, 140 })->turn = 3;
	page_words_add(&w, SPAN("first"), (struct box){ 500, 145, 512, 180 })->turn = 3;
	w.v[2].size = w.v[3].size = 10;
	lay(&t, &w, 1);
	assert_int_equal(t.n, 2);
	assert_true(span_is(t.lines[1].text, "first second"));
	assert_true(t.lines[1].box.x0 == 500 && t.lines[1].box.y1 == 180);
	finish(&w, &t);
}

static void the_only_page_says_how_many_there_are(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	start(&w, &t, 1);
	put(&w, 50, 300, "text of the page");
	put(&w, 280, 780, "page 1 of 1");
	lay(&t, &w, 1);
	pdf_furniture(&t);
	assert_int_equal(t.lines[0].role, LINE_BODY);
	assert_int_equal(t.lines[1].role, LINE_FOOTER);
	finish(&w, &t);
}

static void glyphs_of_another_font_join_their_word(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	start(&w, &t, 1);
	double x = put(&w, 50, 100, "a <") - 4;
	x = put(&w, x + 0.2, 100, "K") - 4;
	put(&w, x - 0.2, 100, "yzmet> b");
	lay(&t, &w, 1);
	assert_int_equal(t.n, 1);
	assert_true(span_is(t.lines[0].text, "a <Kyzmet> b"));
	finish(&w, &t);
}

static void letters_set_apart_are_one_word(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	start(&w, &t, 1);
	put(&w, 50, 100, "D E C R E E");
	put(&w, 160, 100, "No 5");
	lay(&t, &w, 1);
	assert_true(span_is(t.lines[0].text, "DECREE No 5"));
	finish(&w, &t);
}

static void raised_digits_stay_apart_from_the_number_before(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	start(&w, &t, 1);
	put(&w, 50, 100, "art. 312");
	struct word *v = page_words_add(&w, SPAN("1"), (struct box){ 96, 98, 99, 105 });
	v->size = 6;
	w.v[1].space = false;
	w.v[1].box.x1 = 96;
	lay(&t, &w, 1);
	assert_true(span_is(t.lines[0].text, "art. 312¹"));
	finish(&w, &t);
}

static void running_headers_are_hidden_and_numbered_titles_are_not(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	start(&w, &t, 4);
	for (int p = 1; p <= 4; p++) {
		char title[40], number[20];
		(void)snprintf(title, sizeof title, "Annex %d to the decree", 7 * p);
		(void)snprintf(number, sizeof number, "page %d", p);
		put(&w, 50, 20, "Collected documents");
		put(&w, 50, 60, title);
		put(&w, 50, 300, "text of the page");
		put(&w, 280, 780, number);
		lay(&t, &w, p);
	}
	pdf_furniture(&t);
	for (size_t i = 0; i < t.n; i++) {
		struct span s = t.lines[i].text;
		enum line_role role = span_starts(s, SPAN("Coll"))   ? LINE_HEADER
				      : span_starts(s, SPAN("page")) ? LINE_FOOTER
								     : LINE_BODY;
		assert_int_equal(t.lines[i].role, role);
	}
	finish(&w, &t);
}

/* A table of three columns without lines; its rows follow each other closely. */
static void put_plan(struct page_words *w)
{
	static const char *const rows[][3] = { { "No", "Action", "Term" },     { "1.", "Hold a review", "May 2024" },
					       { "", "of the accords", "" },   { "2.", "Train the", "yearly" },
					       { "", "chairs of unions", "" }, { "3.", "Report to all", "June 2024" } };
	for (size_t r = 0; r < 6; r++)
		for (size_t c = 0; c < 3; c++)
			if (*rows[r][c])
				put(w, 50 + 150 * (double)c, 100 + 13 * (double)r, rows[r][c]);
}

static void a_table_without_lines_has_rows_and_columns(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	struct grid *g;
	start(&w, &t, 1);
	put_plan(&w);
	assert_int_equal(pdf_align_grids(&w, &t.arena, &g), 1);
	assert_int_equal(g->rows, 4);
	assert_int_equal(g->cols, 3);
	assert_true(pdf_table_claim(&w, g, 0));
	pdf_table_put(&t, &w, g, 1);
	pdf_join_tables(&t);
	assert_int_equal(t.n_cells, 12);
	assert_true(span_is(t.lines[4].text, "Hold a review"));
	assert_true(span_is(t.lines[5].text, "of the accords"));
	assert_int_equal(t.lines[4].cell, t.lines[5].cell);
	finish(&w, &t);
}

static void two_signatures_side_by_side_are_one_row(void **state)
{
	(void)state;
	static const char *const rows[][2] = { { "Chair of the committee", "Director of the" },
					       { "of the union", "mine" },
					       { "______ A. Kim", "______ N. Li" },
					       { "12 April 2031", "12 April 2031" } };
	struct page_words w;
	struct pdf_text t;
	struct grid *g;
	start(&w, &t, 1);
	for (size_t r = 0; r < 4; r++)
		for (size_t c = 0; c < 2; c++)
			put(&w, 50 + 250 * (double)c, 100 + 16 * (double)r, rows[r][c]);
	assert_int_equal(pdf_align_grids(&w, &t.arena, &g), 1);
	assert_int_equal(g->rows, 1);
	assert_int_equal(g->cols, 2);
	finish(&w, &t);
}

static void a_list_with_its_marks_apart_is_no_table(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	struct grid *g;
	start(&w, &t, 1);
	for (int i = 0; i < 5; i++) {
		char mark[8];
		(void)snprintf(mark, sizeof mark, "%d)", i + 1);
		put(&w, 50, 100 + 15 * i, mark);
		put(&w, 90, 100 + 15 * i, "something that should be done by someone");
	}
	assert_int_equal(pdf_align_grids(&w, &t.arena, &g), 0);
	finish(&w, &t);
}

static void lines_of_a_picture_make_cells_that_span(void **state)
{
	(void)state;
	struct page_words w = { 0 };
	struct arena a = { 0 };
	struct grid *g;
	struct picture im = { mem_alloc(200 * 100), 200, 100, 1 };
	memset(im.p, 255, 200 * 100);
	for (int y = 10; y <= 70; y += 30) /* three across, the first row is one cell */
		memset(im.p + y * 200 + 20, 0, 161);
	for (int y = 10; y <= 70; y++) {
		im.p[y * 200 + 20] = im.p[y * 200 + 180] = 0;
		if (y > 40)
			im.p[y * 200 + 100] = 0;
	}
	assert_int_equal(pdf_rules_grids(im, &w, &a, &g), 1);
	assert_int_equal(g->n, 3);
	assert_int_equal(g->cells[0].colspan, 2);
	assert_int_equal(g->cells[1].col, 0);
	assert_int_equal(g->cells[2].col, 1);
	arena_free(&a);
	free(im.p);
}

static void a_paragraph_goes_on_over_the_page(void **state)
{
	(void)state;
	struct page_words w;
	struct pdf_text t;
	struct doc d = { 0 };
	start(&w, &t, 2);
	put(&w, 50, 700, "the first line of a paragraph that is long enough");
	put(&w, 50, 714, "the second line of it which fills the column too,");
	lay(&t, &w, 1);
	put(&w, 50, 60, "and the third one stands on top of the next page");
	lay(&t, &w, 2);
	pdf_margins(&t);
	pdf_blocks(&t, &d);
	assert_int_equal(d.n_blocks, 1);
	assert_int_equal(d.n_map, 3);
	assert_int_equal(d.map[2].page, 2);
	doc_free(&d);
	finish(&w, &t);
}

static void roman_numerals_are_read_out_of_cyrillic_letters(void **state)
{
	(void)state;
	const struct ocr_oracle none = { NULL, NULL };
	static const struct {
		const char *read, *next, *meant;
	} cases[] = { { "№1605-ХП", "от", "№1605-XII" },
		      { "ХУП", "съезда", "XVII" },
		      { "12-П", "от", "12-П" },
		      { "УП", "отдела", "УП" } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct page_words w = { 0 };
		const struct page_words *known[] = { &w };
		struct buf log = { 0 };
		put(&w, 50, 100, cases[i].read);
		put(&w, 150, 100, cases[i].next);
		ocr_mend(&w, &(struct page_words){ 0 }, known, 1, &none, &log);
		assert_true(span_is(page_words_text(&w, &w.v[0]), cases[i].meant));
		buf_free(&log);
		page_words_free(&w);
	}
}

static bool knows_some(void *ctx, struct span word)
{
	static const char *const words[] = { "договор", "условия", "комиссия", "выборы", "порядок", "кандидат" };
	(void)ctx;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (span_is(word, words[i]))
			return true;
	return false;
}

static void a_word_with_one_reading_in_the_dictionary_is_repaired(void **state)
{
	(void)state;
	static const char *const page[] = { "договор", "условия", "комиссия,", "порядок", "кандилат;",
					    "договор", "выборы",  "комиссия",  "порядок", "догов-",
					    "рлдокк",  "условия", "выборы" };
	const struct ocr_oracle o = { knows_some, NULL };
	struct page_words w = { 0 };
	const struct page_words *known[] = { &w };
	struct buf log = { 0 };
	for (size_t i = 0; i < sizeof page / sizeof *page; i++)
		put(&w, 50 + 60 * (double)i, 100, page[i]);
	for (size_t i = 0; i < w.n; i++)
		w.v[i].conf = 80;
	assert_int_equal(ocr_mend(&w, &(struct page_words){ 0 }, known, 1, &o, &log), 1);
	assert_true(span_is(page_words_text(&w, &w.v[4]), "кандидат;"));
	assert_true(span_is(buf_span(&log), "кандилат → кандидат"));
	buf_free(&log);
	page_words_free(&w);
}

static void text_of_glyph_numbers_is_no_text(void **state)
{
	(void)state;
	static const struct {
		const char *word;
		enum quality quality;
	} pages[] = { { "ƺǞǣǭǞǙǚ", QUALITY_BROKEN },     { "CDB6989A<O", QUALITY_BROKEN },
		      { "Раз45?Bтчёт", QUALITY_BROKEN }, { "решение,", QUALITY_GOOD },
		      { "26.06.2027", QUALITY_GOOD },    { "№3-5/12", QUALITY_GOOD },
		      { "кәсіподақ", QUALITY_GOOD },     { "həmkarlar", QUALITY_GOOD } };
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct page_words w = { 0 };
		for (int k = 0; k < 30; k++)
			put(&w, 50 + 12 * k, 100, k % 2 ? pages[i].word : "и");
		for (int k = 0; k < 30; k++)
			put(&w, 50 + 12 * k, 120, pages[i].word);
		assert_int_equal(pdf_quality(&w), pages[i].quality);
		page_words_free(&w);
	}
}

static void a_drop_cap_begins_the_first_of_its_lines(void **state)
{
	(void)state;
	static const char *const rest[] = { "рофсоюзы", "целях", "ведения" };
	static const char *const meant[] = { "Профсоюзы", "В целях", "Сведения" };
	static const char *const initials[] = { "П", "В", "С" };
	for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
		struct page_words w = { 0 };
		page_words_add(&w, span_of(initials[i]), (struct box){ 50, 100, 75, 140 })->size = 36;
		page_words_add(&w, span_of(rest[i]), (struct box){ 79, 102, 130, 113 })->size = 10;
		page_words_add(&w, SPAN("отрасли"), (struct box){ 79, 115, 130, 126 })->size = 10;
		page_words_add(&w, SPAN("связи"), (struct box){ 50, 141, 90, 152 })->size = 10;
		pdf_initials_join(&w);
		assert_int_equal(w.n, 3);
		assert_true(span_is(page_words_text(&w, &w.v[0]), meant[i]));
		assert_true(w.v[0].box.x0 == 50 && w.v[1].box.x0 == 50);
		page_words_free(&w);
	}
}

static void letters_of_several_readings_make_one_word(void **state)
{
	(void)state;
	static const struct span three[] = { { "комнсеия", sizeof "комнсеия" - 1 },
					     { "каниссия", sizeof "каниссия" - 1 },
					     { "комиееня", sizeof "комиееня" - 1 } };
	static const struct span one[] = { { "комнсеия", sizeof "комнсеия" - 1 } };
	const struct ocr_oracle o = { knows_some, NULL };
	struct buf out = { 0 };
	assert_true(ocr_lattice_word(&(struct ocr_readings){ three, 3 }, &o, &out));
	assert_true(span_is(buf_span(&out), "комиссия"));
	assert_false(ocr_lattice_word(&(struct ocr_readings){ one, 1 }, &o, &out));
	assert_int_equal(ocr_lattice_cost(&(struct ocr_readings){ three, 3 }, SPAN("комиссия")), 0);
	assert_int_equal(ocr_lattice_cost(&(struct ocr_readings){ one, 1 }, SPAN("комиссия")), 2);
	assert_true(ocr_lattice_cost(&(struct ocr_readings){ one, 1 }, SPAN("комиссий")) > 100);
	buf_free(&out);
}

static void a_line_read_again_is_settled_by_votes_and_by_the_document(void **state)
{
	(void)state;
	static const char *const page[] = { "регнонах", "в", "(Олматы", "ПК", "ЦК", "Алматы,", "сказано" };
	static const char *const votes[][3] = { { "регнонах", "пегионах", "регнонах" },
						{ "в", "р", "р" },
						{ "(Олматы", "(Алмоты", "(Олматы" },
						{ "ПК", "ПК", "ТТК" } };
	static const char *const meant[] = { "регионах", "р", "(Алматы", "ЦК", "ЦК" };
	struct page_words w = { 0 }, other = { 0 };
	const struct page_words *known[] = { &w };
	const struct ocr_oracle o = { NULL, NULL };
	struct buf log = { 0 };
	for (size_t i = 0; i < sizeof page / sizeof *page; i++) {
		put(&w, 50 + 90 * (double)i, 100, page[i]);
		w.v[i].conf = i < 4 ? 70 : 95;
		for (size_t k = 0; i < 4 && k < 3; k++)
			page_words_add(&other, span_of(votes[i][k]), w.v[i].box)->conf = 70;
	}
	put(&w, 50, 200, "регионах");
	w.v[w.n - 1].conf = 95;
	ocr_mend(&w, &other, known, 1, &o, &log);
	for (size_t i = 0; i < sizeof meant / sizeof *meant; i++)
		assert_true(span_is(page_words_text(&w, &w.v[i]), meant[i]));
	buf_free(&log);
	page_words_free(&w);
	page_words_free(&other);
}

static void a_text_layer_without_meaning_is_told_from_text(void **state)
{
	(void)state;
	struct page_words w = { 0 };
	put(&w, 50, 100, "!\"\"! # $%$% & $%$' (/ (( )");
	assert_int_equal(pdf_quality(&w), QUALITY_BROKEN);
	page_words_reset(&w);
	put(&w, 50, 100, "Words, 12 of them (more or less) & 5 %");
	assert_int_equal(pdf_quality(&w), QUALITY_GOOD);
	page_words_reset(&w);
	put(&w, 50, 100, "Ïðîãðàììà ðàçâèòèÿ ñîþçà íà äâà ãîäà");
	assert_int_equal(pdf_quality(&w), QUALITY_MOJIBAKE);
	pdf_quality_mend(&w);
	assert_true(span_is(page_words_text(&w, &w.v[0]), "Программа"));
	page_words_free(&w);
}

static void a_box_turned_there_and_back_is_the_same(void **state)
{
	(void)state;
	struct page_words w = { .width = 600, .height = 800 };
	struct box b = { 10, 20, 110, 32 };
	struct word *v = page_words_add(&w, SPAN("turned"), b);
	v->turn = 1;
	assert_int_equal(page_words_upright(&w), 1);
	struct box back = box_unturn(w.v[0].box, 1, w.width, w.height);
	assert_true(back.x0 == b.x0 && back.y0 == b.y0 && back.x1 == b.x1 && back.y1 == b.y1);
	page_words_free(&w);
}

static void a_file_without_its_end_gets_a_trailer(void **state)
{
	(void)state;
	struct buf b = { 0 };
	assert_true(pdf_trailer_add(SPAN("%PDF-1.4\n12 0 obj\n<</Pages 2 0 R/Type /Catalog>>"), &b));
	assert_non_null(strstr(buf_str(&b), "\ntrailer\n<</Root 12 0 R>>"));
	buf_reset(&b);
	assert_false(pdf_trailer_add(SPAN("1 0 obj<</Type/Catalog>> trailer"), &b));
	assert_false(pdf_trailer_add(SPAN("1 0 obj<</Filter/Standard>>2 0 obj<</Type/Catalog>>"), &b));
	assert_false(pdf_trailer_add(SPAN("1 0 obj<</Name/Catalog>>"), &b));
	assert_false(pdf_trailer_add(SPAN("/Type/Catalog"), &b));
	assert_false(pdf_trailer_add(SPAN("obj/Type/Catalog"), &b));
	assert_false(pdf_trailer_add(SPAN(""), &b));
	assert_int_equal(b.n, 0);
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_without_its_end_gets_a_trailer),
		cmocka_unit_test(columns_are_read_one_after_the_other),
		cmocka_unit_test(columns_closer_than_their_words_are_told_by_an_even_bank),
		cmocka_unit_test(lines_from_right_to_left_are_read_from_the_right),
		cmocka_unit_test(text_below_columns_of_one_length_is_read_behind_them),
		cmocka_unit_test(words_on_their_side_are_read_with_the_head_bent),
		cmocka_unit_test(the_only_page_says_how_many_there_are),
		cmocka_unit_test(glyphs_of_another_font_join_their_word),
		cmocka_unit_test(letters_set_apart_are_one_word),
		cmocka_unit_test(raised_digits_stay_apart_from_the_number_before),
		cmocka_unit_test(running_headers_are_hidden_and_numbered_titles_are_not),
		cmocka_unit_test(a_table_without_lines_has_rows_and_columns),
		cmocka_unit_test(two_signatures_side_by_side_are_one_row),
		cmocka_unit_test(a_list_with_its_marks_apart_is_no_table),
		cmocka_unit_test(lines_of_a_picture_make_cells_that_span),
		cmocka_unit_test(a_paragraph_goes_on_over_the_page),
		cmocka_unit_test(roman_numerals_are_read_out_of_cyrillic_letters),
		cmocka_unit_test(a_word_with_one_reading_in_the_dictionary_is_repaired),
		cmocka_unit_test(text_of_glyph_numbers_is_no_text),
		cmocka_unit_test(a_drop_cap_begins_the_first_of_its_lines),
		cmocka_unit_test(letters_of_several_readings_make_one_word),
		cmocka_unit_test(a_line_read_again_is_settled_by_votes_and_by_the_document),
		cmocka_unit_test(a_text_layer_without_meaning_is_told_from_text),
		cmocka_unit_test(a_box_turned_there_and_back_is_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
