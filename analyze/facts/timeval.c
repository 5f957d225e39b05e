/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic of time values: what rules leave open is filled in here, and stretches of days are compared. */
#include "timeval.h"

#include <string.h>

enum { OPEN_END = 99999999 };

bool time_day_of(struct span s, struct day *out)
{
	int y = calendar_digits(s, 0, 4);
	int m = s.n >= 7 && s.p[4] == '-' ? calendar_digits(s, 5, 2) : 0;
	int d = m > 0 && s.n >= 10 && s.p[7] == '-' ? calendar_digits(s, 8, 2) : 0;

	*out = (struct day){ 0 };
	if (y <= 0)
		return false;
	*out = (struct day){ y, m > 0 ? m : 0, d > 0 ? d : 0 };
	return true;
}

bool timeval_open(struct span value)
{
	return span_find_char(value, '@', 0) != SPAN_NONE;
}

/* ---- what is left open ---- */

static struct day shift_months(struct day t, int n)
{
	int months = t.year * 12 + t.month - 1 + n;
	int last;

	t.year = months / 12;
	t.month = months % 12 + 1;
	last = calendar_month_days(t.year, t.month);
	t.day = t.day > last ? last : t.day;
	return t;
}

static void put_day(struct buf *out, struct day t)
{
	buf_addf(out, "%04d-%02d-%02d", t.year, t.month, t.day);
}

static bool put_week(struct buf *out, struct day now, int n)
{
	long today = calendar_count(now);
	long monday = today - calendar_weekday(today) + 7L * n;

	put_day(out, calendar_day(monday));
	buf_putc(out, '/');
	put_day(out, calendar_day(monday + 6));
	return true;
}

/* Monday (offset 0) … Sunday (6) of the week n weeks away. */
static bool put_week_day(struct buf *out, struct day now, int n, int offset)
{
	long today = calendar_count(now);

	put_day(out, calendar_day(today - calendar_weekday(today) + 7L * n + offset));
	return true;
}

/* The nearest weekday (1 Monday … 7 Sunday) after or before today. */
static bool put_weekday(struct buf *out, struct day now, bool after, int weekday)
{
	long today, ahead;

	if (!now.day || weekday < 1 || weekday > 7)
		return false;
	today = calendar_count(now);
	ahead = (weekday - 1 - calendar_weekday(today) + 7) % 7;
	put_day(out, calendar_day(after ? today + (ahead ? ahead : 7) : today - (ahead ? 7 - ahead : 7)));
	return true;
}

static bool put_shift(struct buf *out, struct day now, int n, char unit)
{
	bool exact = now.month && now.day;
	struct day t = now;

	if (!now.year || (unit != 'Y' && unit != 'y' && !now.month) || (strchr("WDdwse", unit) && !exact))
		return false;
	switch (unit) {
	case 'Y':
		buf_addf(out, "%04d", now.year + n);
		return true;
	case 'y':
		buf_addf(out, now.month ? "%04d-%02d" : "%04d", now.year + n, now.month);
		return true;
	case 'Q':
		t = shift_months(now, 3 * n);
		buf_addf(out, "%04d-Q%d", t.year, (t.month + 2) / 3);
		return true;
	case 'M':
	case 'm':
		t = shift_months(now, n);
		buf_addf(out, unit == 'M' || !exact ? "%04d-%02d" : "%04d-%02d-%02d", t.year, t.month, t.day);
		return true;
	case 'W':
		return put_week(out, now, n);
	case 's':
	case 'e':
		return put_week_day(out, now, n, unit == 's' ? 0 : 6);
	case 'w':
		put_day(out, calendar_day(calendar_count(now) + 7L * n));
		return true;
	case 'D':
	case 'd':
		put_day(out, calendar_day(calendar_count(now) + n));
		return true;
	default:
		return false;
	}
}

/* What stands behind an @; *at is left behind it. */
static bool fill_one(struct span v, size_t *at, struct day now, int year, struct buf *out)
{
	bool minus;
	int n = 0;

	if (*at < v.n && (v.p[*at] == '?' || v.p[*at] == '=')) {
		++*at;
		if (year)
			buf_addf(out, "%04d", year);
		return year != 0;
	}
	if (*at + 1 < v.n && (v.p[*at] == '>' || v.p[*at] == '<')) {
		*at += 2;
		return put_weekday(out, now, v.p[*at - 2] == '>', v.p[*at - 1] - '0');
	}
	if (*at >= v.n || (v.p[*at] != '+' && v.p[*at] != '-'))
		return false;
	minus = v.p[(*at)++] == '-';
	while (*at < v.n && v.p[*at] >= '0' && v.p[*at] <= '9' && n < 1000)
		n = n * 10 + (v.p[(*at)++] - '0');
	if (*at >= v.n)
		return false;
	return put_shift(out, now, minus ? -n : n, v.p[(*at)++]);
}

bool timeval_fill(struct span v, struct day now, int year, struct buf *out)
{
	size_t before = out->n;

	for (size_t at = 0; at < v.n;) {
		if (v.p[at] != '@') {
			buf_putc(out, v.p[at++]);
			continue;
		}
		at++;
		if (!fill_one(v, &at, now, year, out)) {
			out->n = before;
			return false;
		}
	}
	return true;
}

/* ---- stretches of days ---- */

static int as_number(struct day d)
{
	return d.year * 10000 + d.month * 100 + d.day;
}

bool timeval_extent(struct span value, int *first, int *last)
{
	struct span rest = value;
	struct span a = span_cut(&rest, '/');
	struct span b = rest.p ? rest : a;
	struct day from, to, unused;
	bool no_first = span_is(a, ".."), no_last = span_is(b, "..");

	if (!no_first && !calendar_period(a, &from, &unused))
		return false;
	if (!no_last && !calendar_period(b, &unused, &to))
		return false;
	*first = no_first ? 0 : as_number(from);
	*last = no_last ? OPEN_END : as_number(to);
	return true;
}

/* --02-29: a day of some year at least. */
static bool yearly_day_exists(struct span v)
{
	enum { LEAP_YEAR = 2000 };
	int m = v.n >= 4 ? calendar_digits(v, 2, 2) : -1;
	int d = v.n >= 7 && v.p[4] == '-' ? calendar_digits(v, 5, 2) : -1;

	if (m < 0)
		return true; /* --Q3 */
	return m >= 1 && m <= 12 && (d < 0 || (d >= 1 && d <= calendar_month_days(LEAP_YEAR, m)));
}

static bool day_exists(struct span v)
{
	int y = calendar_digits(v, 0, 4);
	int m = v.n >= 7 && v.p[4] == '-' ? calendar_digits(v, 5, 2) : -1;
	int d = v.n >= 10 && v.p[7] == '-' ? calendar_digits(v, 8, 2) : -1;

	if (span_starts(v, SPAN("--")))
		return yearly_day_exists(v);
	if (m >= 0 && (m < 1 || m > 12))
		return false;
	return y < 0 || d < 0 || (d >= 1 && d <= calendar_month_days(y, m));
}

bool timeval_possible(struct span value)
{
	struct span rest = value;
	int first, last;

	while (rest.p)
		if (!day_exists(span_cut(&rest, '/')))
			return false;
	return !timeval_extent(value, &first, &last) || first <= last;
}
