/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contents of PDF pages without poppler: syntax, objects, lines and shades. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "buf.h"
#include "pdf_ink.h"
#include "pdf_token.h"

/* A file of one page, 100 points wide and 80 high, with these contents and that in its page's dictionary. */
static struct span make_pdf(struct buf *b, const char *contents, const char *more)
{
	buf_reset(b);
	buf_puts(b, "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
	buf_puts(b, "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 100 80]>>\nendobj\n");
	buf_addf(b, "3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R%s>>\nendobj\n", more);
	buf_addf(b, "4 0 obj\n<</Length %zu>>\nstream\n%s\nendstream\nendobj\n", strlen(contents), contents);
	buf_puts(b, "trailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n");
	return buf_span(b);
}

/* Draws it; im->p is the caller's. */
static bool draw(const char *contents, const char *more, struct picture *im)
{
	struct buf b = { 0 };
	struct pdf_objects *o = pdf_objects_new(make_pdf(&b, contents, more));
	bool drawn = pdf_ink_draw(o, 0, 100, 80, 1e6, im);
	pdf_objects_free(o);
	buf_free(&b);
	return drawn;
}

static int at(const struct picture *im, int x, int y)
{
	return im->p[y * im->width + x];
}

static void a_dictionary_gives_its_values(void **state)
{
	(void)state;
	struct span d = SPAN("<</A(x>>\\)y)/B<</A 1>>% not /C 0\n/C 12 0 R/D[1 2 (]) ]/E -.5>>");
	size_t object;
	double v;
	assert_true(span_is(value_of_key(d, "A"), "(x>>\\)y)"));
	assert_true(span_is(value_of_key(value_of_key(d, "B"), "A"), "1"));
	assert_true(value_reference(value_of_key(d, "C"), &object) && object == 12);
	assert_true(span_is(value_of_key(d, "D"), "[1 2 (]) ]"));
	assert_true(value_number(value_of_key(d, "E"), &v) && v == -0.5);
	assert_int_equal(value_of_key(d, "F").n, 0);
	assert_false(value_number(value_of_key(d, "C"), &v));
}

static void lines_and_shades_are_drawn_where_they_stand(void **state)
{
	(void)state;
	struct picture im;
	assert_true(draw("q 1 0 0 1 10 10 cm 0.5 g 0 0 20 20 re f Q 0 G 0.4 w 10 60 m 90 60 l S", "", &im));
	assert_int_equal(at(&im, 20, 60), 127);
	assert_int_equal(at(&im, 20, 40), 255);
	assert_int_equal(at(&im, 50, 20), 0);
	assert_int_equal(at(&im, 50, 22), 255);
	free(im.p);
}

static void nothing_is_painted_behind_a_clip(void **state)
{
	(void)state;
	struct picture im;
	assert_true(draw("0 0 50 80 re W n 10 40 80 20 re f", "", &im));
	assert_int_equal(at(&im, 30, 30), 0);
	assert_int_equal(at(&im, 70, 30), 255);
	free(im.p);
}

static void a_page_of_text_alone_has_no_picture(void **state)
{
	(void)state;
	struct picture im;
	assert_true(draw("BT /F1 12 Tf (10 10 50 50 re f) Tj ET", "", &im));
	assert_null(im.p);
}

static void what_is_not_plain_is_left_to_poppler(void **state)
{
	(void)state;
	static const char *const odd[] = {
		"/Im0 Do",
		"/P1 sh",
		"/Pattern cs /P0 scn 0 0 50 50 re f",
		"10 10 m 60 60 l S",
		"[9 9] 0 d 10 10 m 60 10 l S",
		"0 0 90 70 re 10 10 50 50 re f*",
		"0 0 m 50 0 50 50 0 50 c f",
		"/Half gs 10 10 80 60 re f",
	};
	struct picture im;
	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
		assert_false(draw(odd[i], "/Resources<</ExtGState<</Half<</ca .5>>>>>>", &im));
	assert_false(draw("0 0 50 50 re f", "/Rotate 90", &im));
	assert_false(draw("0 0 50 50 re f", "/UserUnit 2", &im));
}

static void a_file_changed_in_place_is_left_to_poppler(void **state)
{
	(void)state;
	struct buf b = { 0 };
	make_pdf(&b, "", "");
	buf_puts(&b, "4 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n");
	assert_null(pdf_objects_new(buf_span(&b)));
	buf_free(&b);
}

static void pages_that_hang_together_in_a_circle_end(void **state)
{
	(void)state;
	struct buf b = { 0 };
	buf_puts(&b, "1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[");
	for (int i = 0; i < 500; i++)
		buf_puts(&b, "2 0 R ");
	buf_puts(&b, "]>>endobj trailer<</Root 1 0 R>>");
	assert_null(pdf_objects_new(buf_span(&b)));
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_dictionary_gives_its_values),
		cmocka_unit_test(lines_and_shades_are_drawn_where_they_stand),
		cmocka_unit_test(nothing_is_painted_behind_a_clip),
		cmocka_unit_test(a_page_of_text_alone_has_no_picture),
		cmocka_unit_test(what_is_not_plain_is_left_to_poppler),
		cmocka_unit_test(a_file_changed_in_place_is_left_to_poppler),
		cmocka_unit_test(pages_that_hang_together_in_a_circle_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
