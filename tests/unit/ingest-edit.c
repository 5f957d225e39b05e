/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edit layer: text changes, and everything that points into it follows. */
#include "ingest-clean.h"

#include "edit.h"

static void join_two_lines(struct doc *d)
{
	struct edits es = { 0 };

	/* "обеспе-\nчение труда": the hyphen and the line end go */
	make_doc(d, "txt", "обеспе-\nчение труда");
	edit_delete(&es, d, 12, 14);
	assert_true(edit_apply(&es, d));
	edit_free(&es);
}

static void blocks_follow_the_text(void **state)
{
	struct doc d = { 0 };

	(void)state;
	join_two_lines(&d);
	assert_string_equal(d.text.p, "обеспечение труда");
	assert_int_equal(d.blocks[0].start, 0);
	assert_int_equal(d.blocks[0].end, d.text.n);
	doc_free(&d);
}

static void a_run_of_source_bytes_is_split_where_text_was_deleted(void **state)
{
	struct doc d = { 0 };

	(void)state;
	join_two_lines(&d);
	assert_int_equal(d.n_map, 2);
	assert_int_equal(d.map[0].n, 12);
	assert_int_equal(d.map[0].len, 12);
	assert_int_equal(d.map[1].t, 12);
	assert_int_equal(d.map[1].at, 14);
	assert_int_equal(d.map[1].len, (int64_t)d.map[1].n);
	assert_int_equal(d.map[1].line, 2);
	doc_free(&d);
}

static void one_long_run_keeps_count_of_lines(void **state)
{
	struct doc d = { 0 };
	struct edits es = { 0 };

	(void)state;
	make_doc(&d, "txt", "a b\nc  d\ne f");
	d.n_map = 1;
	d.map[0].n = 12;
	d.map[0].len = 12;
	edit_replace(&es, &d, 3, 4, SPAN(" "));
	edit_replace(&es, &d, 5, 7, SPAN(" "));
	edit_replace(&es, &d, 8, 9, SPAN(" "));
	edit_apply(&es, &d);
	assert_string_equal(d.text.p, "a b c d e f");
	assert_int_equal(d.n_map, 4);
	assert_int_equal(d.map[1].line, 2);
	assert_int_equal(d.map[2].line, 2);
	assert_int_equal(d.map[2].at, 7);
	assert_int_equal(d.map[3].line, 3);
	assert_int_equal(d.map[3].at, 9);
	edit_free(&es);
	doc_free(&d);
}

static void runs_of_eight_bit_charsets_are_split_by_characters(void **state)
{
	struct doc d = { 0 };
	struct edits es = { 0 };

	(void)state;
	make_doc(&d, "txt", "союз  труда");
	d.map[0].len = 11; /* windows-1251: a byte a letter */
	edit_replace(&es, &d, 8, 10, SPAN(" "));
	edit_apply(&es, &d);
	assert_int_equal(d.n_map, 2);
	assert_int_equal(d.map[0].len, 5);
	assert_int_equal(d.map[1].at, 6);
	assert_int_equal(d.map[1].len, 5);
	edit_free(&es);
	doc_free(&d);
}

static void other_runs_keep_their_whole_place(void **state)
{
	struct doc d = { 0 };
	struct edits es = { 0 };

	(void)state;
	make_doc(&d, "html", "a &amp; b");
	d.map[0].len = 40;
	edit_replace(&es, &d, 2, 7, SPAN("&"));
	edit_apply(&es, &d);
	assert_string_equal(d.text.p, "a & b");
	assert_int_equal(d.n_map, 1);
	assert_int_equal(d.map[0].n, 5);
	assert_int_equal(d.map[0].len, 40);
	edit_free(&es);
	doc_free(&d);
}

static void text_that_was_made_up_says_so(void **state)
{
	struct doc d = { 0 };
	struct edits es = { 0 };

	(void)state;
	make_doc(&d, "txt", "«ызмет»");
	edit_make(&es, 2, 2, SPAN("Қ"));
	edit_apply(&es, &d);
	assert_string_equal(d.text.p, "«Қызмет»");
	assert_int_equal(d.n_map, 3);
	assert_true(d.map[1].made);
	assert_int_equal(d.map[1].n, 2);
	assert_int_equal(d.map[2].at, 2);
	edit_free(&es);
	doc_free(&d);
}

static void of_overlapping_edits_the_first_wins(void **state)
{
	struct doc d = { 0 };
	struct edits es = { 0 };

	(void)state;
	make_doc(&d, "txt", "0123456789");
	edit_replace(&es, &d, 4, 8, SPAN("x"));
	edit_replace(&es, &d, 2, 5, SPAN("y"));
	edit_apply(&es, &d);
	assert_string_equal(d.text.p, "01y56789");
	edit_free(&es);
	doc_free(&d);
}

static void a_line_feed_put_between_two_blocks_belongs_to_none(void **state)
{
	struct doc d = { 0 };
	struct edits es = { 0 };

	(void)state;
	make_doc(&d, "txt", "ab");
	d.blocks[0].end = 1;
	doc_add_block(&d, BLOCK_PARA, 1, 2);
	edit_replace(&es, &d, 1, 1, SPAN("\n"));
	edit_apply(&es, &d);
	assert_int_equal(d.blocks[0].end, 1);
	assert_int_equal(d.blocks[1].start, 2);
	edit_free(&es);
	doc_free(&d);
}

static void the_map_stays_smaller_than_the_text(void **state)
{
	struct doc d = { 0 };
	struct buf text = { 0 }, out = { 0 };
	size_t at;

	(void)state;
	for (int i = 0; i < 500; i++)
		buf_puts(&text, "ЦК, РК\n");
	make_doc(&d, "txt", buf_str(&text));
	edit_shrink_map(&d);
	doc_write(&d, &out);
	at = span_find(buf_span(&out), SPAN("\"map\":"), 0);
	assert_true(out.n - at < d.text.n + 20);
	for (size_t i = 1; i < d.n_map; i++)
		assert_int_equal(d.map[i].t, d.map[i - 1].t + d.map[i - 1].n);
	buf_free(&text);
	buf_free(&out);
	doc_free(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_follow_the_text),
		cmocka_unit_test(a_run_of_source_bytes_is_split_where_text_was_deleted),
		cmocka_unit_test(one_long_run_keeps_count_of_lines),
		cmocka_unit_test(runs_of_eight_bit_charsets_are_split_by_characters),
		cmocka_unit_test(other_runs_keep_their_whole_place),
		cmocka_unit_test(text_that_was_made_up_says_so),
		cmocka_unit_test(of_overlapping_edits_the_first_wins),
		cmocka_unit_test(a_line_feed_put_between_two_blocks_belongs_to_none),
		cmocka_unit_test(the_map_stays_smaller_than_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
