/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charsets are found by the letters that they make, and mojibake is undone. */
#include "read-frame.h"

#include "charset.h"
#include "utf8.h"

static const char russian[] = "Профком принимает решение о проведении собрания";
static const char kazakh[] = "Кәсіподақ ұйымы еңбек шартының орындалуын қадағалайды";

/* text in the charset of a table; characters that it does not have are left out. */
static void encode(struct buf *out, const char *text, const struct charset_table *t)
{
	struct span s = span_of(text);

	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);

		for (int i = 0; i < 128 && c >= 0x80; i++)
			if (t->high[i] == c) {
				buf_putc(out, (char)(i + 0x80));
				break;
			}
		if (c < 0x80)
			buf_putc(out, (char)c);
	}
}

static const struct charset_table *table(const char *name)
{
	struct charset c;

	assert_true(charset_find(span_of(name), &c));
	return c.table;
}

static void expect_decoded(struct span bytes, const char *text)
{
	struct doc d = { 0 };
	struct decoded dec;
	struct err e = { 0 };

	assert_true(charset_decode(bytes, NULL, &d, &dec, &e));
	if (!span_is(dec.text, text))
		fail_msg("%s: %.*s", dec.charset.name, SPAN_ARG(dec.text));
	assert_int_equal(dec.skipped + charset_source_bytes(&dec, dec.text), bytes.n);
	doc_free(&d);
}

static void forty_letters_show_the_charset(void **state)
{
	static const char *const names[] = { "windows-1251", "KOI8-R",     "KOI8-U",         "IBM866",
					     "cp1125",       "ISO-8859-5", "x-mac-cyrillic", "IBM855" };
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		buf_reset(&b);
		encode(&b, russian, table(names[i]));
		expect_decoded(buf_span(&b), russian);
	}
	buf_free(&b);
}

static void kazakh_letters_show_the_charsets_that_have_them(void **state)
{
	struct buf b = { 0 };

	(void)state;
	encode(&b, kazakh, table("KZ-1048"));
	expect_decoded(buf_span(&b), kazakh);
	buf_reset(&b);
	encode(&b, kazakh, table("PTCP154"));
	expect_decoded(buf_span(&b), kazakh);
	buf_free(&b);
}

static void sixteen_and_thirty_two_bits_need_no_mark(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (int form = 0; form < 4; form++) {
		struct span s = span_of(russian);
		int width = form < 2 ? 2 : 4;

		buf_reset(&b);
		for (size_t at = 0; at < s.n;) {
			unsigned c = utf8_next(s, &at);

			for (int i = 0; i < width; i++)
				buf_putc(&b, (char)(c >> 8 * (form & 1 ? width - 1 - i : i) & 0xff));
		}
		expect_decoded(buf_span(&b), russian);
	}
	buf_free(&b);
}

static void wrong_charsets_are_undone_once_and_twice(void **state)
{
	const struct mojibake m = { .read_as = table("windows-1251") };
	const struct mojibake mac = { .read_as = &charset_misread[0], .meant = table("windows-1251") };
	struct buf once = { 0 }, twice = { 0 };

	(void)state;
	mojibake_redo(span_of(russian), &mac, &once);
	expect_decoded(buf_span(&once), russian);
	buf_reset(&once);
	mojibake_redo(span_of(russian), &m, &once);
	expect_decoded(buf_span(&once), russian);
	mojibake_redo(buf_span(&once), &m, &twice);
	expect_decoded(buf_span(&twice), russian);
	buf_free(&once);
	buf_free(&twice);
}

static void good_text_is_left_alone(void **state)
{
	(void)state;
	expect_decoded(span_of(russian), russian);
	expect_decoded(span_of(kazakh), kazakh);
	expect_decoded(SPAN("ПОСТАНОВЛЕНИЕ № 4 ОТ 05.06.2027"), "ПОСТАНОВЛЕНИЕ № 4 ОТ 05.06.2027");
}

static void a_cut_off_character_costs_itself_only(void **state)
{
	struct doc d = { 0 };
	struct decoded dec;
	struct err e = { 0 };
	struct span s = span_sub(span_of(russian), 0, 30);

	(void)state;
	assert_true(charset_decode(s, NULL, &d, &dec, &e));
	assert_true(span_ends(dec.text, SPAN("\xef\xbf\xbd")));
	assert_int_equal(charset_source_bytes(&dec, dec.text), s.n);
	doc_free(&d);
}

static void names_have_many_spellings(void **state)
{
	static const char *const names[] = { "cp1251", "WINDOWS-1251", "1251", "win-1251" };
	struct charset c;

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		assert_true(charset_find(span_of(names[i]), &c));
		assert_string_equal(c.name, "windows-1251");
	}
	assert_false(charset_find(SPAN("no such charset"), &c));
	assert_false(charset_find(SPAN(""), &c));
}

static void binary_data_is_no_text(void **state)
{
	(void)state;
	assert_false(charset_is_text(SPAN("\x7f"
					  "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0")));
	assert_false(charset_is_text(SPAN("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forty_letters_show_the_charset),
		cmocka_unit_test(kazakh_letters_show_the_charsets_that_have_them),
		cmocka_unit_test(sixteen_and_thirty_two_bits_need_no_mark),
		cmocka_unit_test(wrong_charsets_are_undone_once_and_twice),
		cmocka_unit_test(good_text_is_left_alone),
		cmocka_unit_test(a_cut_off_character_costs_itself_only),
		cmocka_unit_test(names_have_many_spellings),
		cmocka_unit_test(binary_data_is_no_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
