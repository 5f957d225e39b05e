/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scan by every kind of instruction gives the same bytes and bits, whatever the text and wherever it is cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "buf.h"
#include "scan.h"
#include "utf8.h"

enum { MOST = 700, MASKS = MOST / 64 + 2 };

struct result {
	char folded[MOST + SCAN_SLACK];
	uint64_t words[MASKS], digits[MASKS], signs[MASKS];
	size_t repair;
	bool odd;
};

static void scan(enum scan_path path, struct span text, struct result *r)
{
	struct scan_out out = { r->folded, r->words, r->digits, r->signs };

	memset(r, 0, sizeof *r);
	r->odd = scan_text(path, text, &out);
	memset(r->folded + text.n, 0, SCAN_SLACK);
	r->repair = scan_find_repair(path, text, 0);
}

static void same_on(struct span text)
{
	static struct result scalar, other;

	scan(SCAN_SCALAR, text, &scalar);
	for (int path = SCAN_SSE; path <= (int)scan_best(); path++) {
		scan((enum scan_path)path, text, &other);
		assert_memory_equal(scalar.folded, other.folded, sizeof scalar.folded);
		assert_memory_equal(scalar.words, other.words, sizeof scalar.words);
		assert_memory_equal(scalar.digits, other.digits, sizeof scalar.digits);
		assert_memory_equal(scalar.signs, other.signs, sizeof scalar.signs);
		assert_int_equal(scalar.repair, other.repair);
		assert_true(other.odd || other.repair == text.n);
	}
}

/* Characters from the alphabets of our languages, punctuation, and now and then any code point. */
static unsigned any_char(unsigned *seed)
{
	static const unsigned from[] = { 0x20, 0x410, 0x430, 0x400, 0x450, 0x460,  0x48A,  0x4C0,
					 0x30, 0x41,  0x61,  0xA0,  0xC0,  0x2000, 0x2116, 0x100 };
	unsigned r;

	*seed = *seed * 1103515245 + 12345;
	r = *seed >> 8;
	if (r % 50 == 0)
		return (r >> 6) % 0x11000;
	return from[r % 16] + (r >> 4) % 32;
}

static void all_paths_agree_on_generated_text(void **state)
{
	unsigned seed = 1;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct buf b = { 0 };
		size_t n = (size_t)round % 600;

		while (b.n < n) {
			unsigned c = any_char(&seed);

			buf_put_utf8(&b, c ? c : ' ');
		}
		same_on(buf_span(&b));
		buf_free(&b);
	}
}

static void ordinary_text_is_folded_letter_by_letter(void **state)
{
	struct span text = SPAN("ЁЛКИ и Ёжики: ЩУКА, Ўзмацніць, Ғылым ӨҢДЕУ, ABC xyz 2022г. №5 «Ϋ» ЀЏ ѠѡӀӁ İ ﬁ 𐐀 Ⅳ");

	(void)state;
	for (size_t i = 0; i <= text.n; i++)
		same_on(utf8_whole(span_sub(text, 0, i)));
}

static void it_does_not_matter_where_a_block_begins(void **state)
{
	(void)state;
	for (int before = 0; before <= 70; before++) {
		struct buf b = { 0 };

		for (int i = 0; i < before; i++)
			buf_putc(&b, 'x');
		buf_puts(&b, " Ёё ѐӘҒң — №5 «Щ»\u00a0ӁİÉé…Қ Ў 7ё\tЁ");
		for (int i = 0; i <= 70 - before; i++)
			buf_putc(&b, 'Z');
		same_on(buf_span(&b));
		buf_free(&b);
	}
}

static void all_paths_list_the_same_bits(void **state)
{
	enum { WORDS = 9 };
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 500; round++) {
		static unsigned listed[SCAN_PATHS][64 * WORDS + SCAN_LIST_SLACK];
		uint64_t mask[WORDS];
		size_t n[SCAN_PATHS];

		for (size_t w = 0; w < WORDS; w++) {
			mask[w] = round % 3 ? 0 : ~(uint64_t)0;
			for (int i = 0; i < round % 40; i++) {
				seed = seed * 1103515245 + 12345;
				mask[w] ^= (uint64_t)1 << (seed >> 20 & 63);
			}
		}
		for (int path = SCAN_SCALAR; path <= (int)scan_best(); path++) {
			n[path] = scan_list((enum scan_path)path, mask, WORDS, 128, listed[path]);
			assert_int_equal(n[path], n[SCAN_SCALAR]);
			assert_memory_equal(listed[path], listed[SCAN_SCALAR], n[path] * sizeof **listed);
		}
	}
}

static void words_begin_between_digits_and_letters(void **state)
{
	struct result r;

	(void)state;
	scan(scan_best(), SPAN("abc123de _x"), &r);
	assert_int_equal(r.words[0], 1 | 1 << 6 | 1 << 10);
	assert_int_equal(r.digits[0], 1 << 3);
	assert_int_equal(r.signs[0], 1 << 9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_paths_agree_on_generated_text),
		cmocka_unit_test(ordinary_text_is_folded_letter_by_letter),
		cmocka_unit_test(it_does_not_matter_where_a_block_begins),
		cmocka_unit_test(all_paths_list_the_same_bits),
		cmocka_unit_test(words_begin_between_digits_and_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
