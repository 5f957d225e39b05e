/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that stand on the page but not in the file: DOCX, ODT, RTF and DOC keep only the rule that makes them. */
#include "listnum.h"

#include <string.h>

static void put_roman(struct buf *to, long n, bool upper)
{
	static const struct {
		int value;
		const char *lower, *upper;
	} digits[] = {
		{ 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" },  { 400, "cd", "CD" }, { 100, "c", "C" },
		{ 90, "xc", "XC" }, { 50, "l", "L" },    { 40, "xl", "XL" }, { 10, "x", "X" },    { 9, "ix", "IX" },
		{ 5, "v", "V" },    { 4, "iv", "IV" },   { 1, "i", "I" },
	};

	for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
		for (; n >= digits[i].value; n -= digits[i].value)
			buf_puts(to, upper ? digits[i].upper : digits[i].lower);
}

/* a … z, then aa, bb … as Word counts. */
static void put_letter(struct buf *to, long n, char first)
{
	long times = (n - 1) / 26 + 1;

	for (long i = 0; i < times && i < 20; i++)
		buf_putc(to, (char)(first + (n - 1) % 26));
}

/* Word leaves out the letters that nobody numbers with. */
static void put_russian(struct buf *to, long n, bool upper)
{
	static const unsigned letters[] = { 0x430, 0x431, 0x432, 0x433, 0x434, 0x435, 0x436, 0x437, 0x438, 0x43a,
					    0x43b, 0x43c, 0x43d, 0x43e, 0x43f, 0x440, 0x441, 0x442, 0x443, 0x444,
					    0x445, 0x446, 0x447, 0x448, 0x449, 0x44d, 0x44e, 0x44f };
	const long count = (long)(sizeof letters / sizeof *letters);

	for (long i = 0; i <= (n - 1) / count && i < 20; i++)
		buf_put_utf8(to, letters[(n - 1) % count] - (upper ? 0x20 : 0));
}

void listnum_put(struct buf *to, enum num_format format, long n)
{
	bool small = n > 0 && n < 5000;

	switch (format) {
	case NUM_NONE:
	case NUM_BULLET:
		return;
	case NUM_DECIMAL_ZERO:
		buf_addf(to, "%02ld", n);
		return;
	case NUM_LOWER_LETTER:
	case NUM_UPPER_LETTER:
		if (small)
			put_letter(to, n, format == NUM_LOWER_LETTER ? 'a' : 'A');
		break;
	case NUM_LOWER_ROMAN:
	case NUM_UPPER_ROMAN:
		if (small)
			put_roman(to, n, format == NUM_UPPER_ROMAN);
		break;
	case NUM_LOWER_RUSSIAN:
	case NUM_UPPER_RUSSIAN:
		if (small)
			put_russian(to, n, format == NUM_UPPER_RUSSIAN);
		break;
	case NUM_DECIMAL:
		small = false;
		break;
	}
	if (!small)
		buf_addf(to, "%ld", n);
}

void listnum_put_bullet(struct buf *to, unsigned c)
{
	if (c == '-' || c == '*' || c == '+' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		buf_put_utf8(to, c);
	else if (c == 0xf02d || c == 0xf0be) /* Symbol: minus sign, horizontal line */
		buf_put_utf8(to, 0x2013);
	else if (c > ' ' && c != 0xa0)
		buf_put_utf8(to, 0x2022);
}
