/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of superscripts for all readers. */
#include "high.h"

enum { MOST = 4 };

bool high_digits(struct buf *out, struct span s)
{
	static const char *const high[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

	if (!s.n || s.n > MOST)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	for (size_t i = 0; i < s.n; i++)
		buf_puts(out, high[s.p[i] - '0']);
	return true;
}
