/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Binary Word, and the tables that it shares with RTF: what they say, and what they must not be able to say. */
#include "read-frame.h"

#include "doc_lists.h"
#include "grid.h"

static void put_u32(unsigned char *to, uint32_t n)
{
	for (int i = 0; i < 4; i++)
		to[i] = (unsigned char)(n >> 8 * i);
}

/* One list, whose only level ("1.") begins anew at start: [MS-DOC] 2.9.147 (LSTF), 2.9.150 (LVLF), 2.9.131 (LFO). */
static void read_list(struct doc_file *f, uint32_t start)
{
	enum { LST = 154 + 73 * 8, LFO = LST + 8 };                  /* their places and sizes in the main stream */
	enum { LST_BYTES = 30, LEVEL = 30, LISTS = 64, BYTES = 96 }; /* what stands where in the table stream */
	static unsigned char fib[LFO + 8], table[BYTES];

	table[0] = table[2 + 26] = 1; /* one list of one level */
	table[LEVEL] = 1;
	table[LEVEL + 28] = 2;
	table[LEVEL + 28 + 4] = '.';
	table[LISTS] = table[LISTS + 4 + 12] = 1; /* a list with one override */
	table[LISTS + 28] = 16;                   /* of the start */
	put_u32(table + LISTS + 24, start);
	put_u32(fib + LST + 4, LST_BYTES);
	put_u32(fib + LFO, LISTS);
	put_u32(fib + LFO + 4, BYTES - LISTS);
	f->main = (struct doc_bytes){ fib, sizeof fib };
	f->table = (struct doc_bytes){ table, sizeof table };
	doc_lists_read(f);
}

static void expect_marks(uint32_t start, const char *marks)
{
	struct arena a = { 0 };
	struct doc_file f = { .a = &a };
	struct buf b = { 0 };

	read_list(&f, start);
	assert_true(numbering_next(&f.numbering, 1, 0, &b));
	assert_true(numbering_next(&f.numbering, 1, 0, &b));
	assert_string_equal(buf_str(&b), marks);
	buf_free(&b);
	arena_free(&a);
}

static void a_list_begins_where_there_is_room_to_count_on(void **state)
{
	(void)state;
	expect_marks(7, "7.8.");
	expect_marks(INT32_MAX, "1.2.");
	expect_marks(UINT32_MAX, "1.2.");
}

/* Cells of rows by their edges; a block each, in their order. */
static void settle(struct doc *d, const struct grid_cell *cells, size_t n)
{
	struct grid g = { 0 };

	for (size_t i = 0; i < n; i++) {
		struct grid_cell c = cells[i];

		c.block = (int)i;
		(void)doc_add_block(d, BLOCK_CELL, 0, 0);
		grid_add(&g, &c);
	}
	grid_settle(&g, d);
	grid_free(&g);
}

static void cells_are_merged_along_their_column(void **state)
{
	static const struct grid_cell cells[] = {
		{ 0, 0, 900, false, 0 },   { 0, 900, 1800, false, 0 },  { 1, 10, 900, true, 0 },
		{ 1, 900, 1800, true, 0 }, { 2, 0, 900, false, 0 },     { 2, 900, 1350, true, 0 },
		{ 3, 5, 900, true, 0 },    { 3, 1350, 1800, true, 0 },  { 4, 0, 900, true, 0 },
		{ 5, 0, 1800, true, 0 },   { 5, 1800, 2700, false, 0 }, { 7, 0, 900, true, 0 },
	};
	static const int rowspans[] = { 2, 3, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0 };
	struct doc d = { 0 };

	(void)state;
	settle(&d, cells, sizeof cells / sizeof *cells);
	for (size_t i = 0; i < d.n_blocks; i++)
		assert_int_equal(d.blocks[i].rowspan, rowspans[i]);
	assert_int_equal(d.blocks[9].colspan, 3);
	assert_int_equal(d.blocks[10].col, 3);
	doc_free(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_begins_where_there_is_room_to_count_on),
		cmocka_unit_test(cells_are_merged_along_their_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
