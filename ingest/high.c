/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of superscripts for all readers. */
#include "high.h"

enum { MOST = 4 };

bool high_digits(struct buf *out, struct span s)
{
	static const char *const high[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
	struct span digits = s;
	bool minus = span_starts(s, SPAN("-")) || span_starts(s, SPAN("–")) || span_starts(s, SPAN("−"));
	bool bracket = span_ends(s, SPAN(")"));

	if (minus)
		digits = span_sub(digits, s.p[0] == '-' ? 1 : 3, digits.n);
	if (bracket)
		digits = span_sub(digits, 0, digits.n - 1);
	if (!digits.n || digits.n > MOST)
		return false;
	for (size_t i = 0; i < digits.n; i++)
		if (digits.p[i] < '0' || digits.p[i] > '9')
			return false;
	if (minus)
		buf_puts(out, "⁻");
	for (size_t i = 0; i < digits.n; i++)
		buf_puts(out, high[digits.p[i] - '0']);
	if (bracket)
		buf_puts(out, "⁾");
	return true;
}
