/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Binary Word: what its tables say, and what they must not be able to say. */
#include "read-frame.h"

#include "doc_lists.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_begins_where_there_is_room_to_count_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
