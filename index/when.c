/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Date values as first and last day: due lists, calendars and year filters compare days, never the values' spelling. */
#include "when.h"

#include <stdio.h>
#include <string.h>

void when_put(struct day d, char out[12])
{
	if (snprintf(out, 12, "%04d-%02d-%02d", d.year, d.month, d.day) > 10)
		out[0] = 0;
}

static bool point(struct span s, struct when *w)
{
	struct day first, last;

	if (!calendar_period(s, &first, &last))
		return false;
	when_put(first, w->from);
	when_put(last, w->to);
	return true;
}

static bool interval(struct span value, size_t slash, struct when *w)
{
	struct when a = { 0 }, b = { 0 };
	struct span first = span_sub(value, 0, slash), second = span_sub(value, slash + 1, value.n);

	if (!(point(first, &a) || span_is(first, "..")) || !(point(second, &b) || span_is(second, "..")))
		return false;
	memcpy(w->from, a.from, sizeof w->from);
	memcpy(w->to, b.to, sizeof w->to);
	return true;
}

struct when when_parse(struct span value)
{
	struct when w = { 0 };
	size_t slash = span_find_char(value, '/', 0);

	if (span_is(value, "continuous") || span_is(value, "regular") || span_starts(value, SPAN("R")) ||
	    span_starts(value, SPAN("--"))) {
		w.repeats = w.known = true;
		return w;
	}
	w.known = slash != SPAN_NONE ? interval(value, slash, &w) : point(value, &w);
	return w;
}
