/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small questions about how citations of acts are printed. */
#include "act_text.h"

#include "utf8.h"

bool act_spaced_dash(struct span text, size_t start, size_t end)
{
	size_t at = end + 3, digits = 0;

	if (end == start || text.p[end - 1] < '0' || text.p[end - 1] > '9' || end + 4 > text.n ||
	    text.p[end + 1] != '-' || text.p[end + 2] != ' ')
		return false;
	while (at + digits < text.n && text.p[at + digits] >= '0' && text.p[at + digits] <= '9')
		digits++;
	return digits > 0 && digits < 4;
}

bool act_is_of_country(struct span word)
{
	return span_ends(word, SPAN("ского")) || span_ends(word, SPAN("ським")) || span_ends(word, SPAN("ским")) ||
	       span_ends(word, SPAN("ских")) || span_ends(word, SPAN("ському")) || span_ends(word, SPAN("скому"));
}
