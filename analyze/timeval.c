/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic of time values: what rules leave open is filled in here, and stretches of days are compared. */
#include "timeval.h"

#include <string.h>

enum { OPEN_END = 99999999 };

static int digits_at(struct span s, size_t at, size_t n)
{
	int v = 0;

	if (at + n > s.n)
		return -1;
	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		v = v * 10 + (s.p[i] - '0');
	}
	return v;
}

bool time_day_of(struct span s, struct time_day *out)
{
	int y = digits_at(s, 0, 4);
	int m = s.n >= 7 && s.p[4] == '-' ? digits_at(s, 5, 2) : 0;
	int d = m > 0 && s.n >= 10 && s.p[7] == '-' ? digits_at(s, 8, 2) : 0;

	*out = (struct time_day){ 0 };
	if (y <= 0)
		return false;
	*out = (struct time_day){ y, m > 0 ? m : 0, d > 0 ? d : 0 };
	return true;
}

int time_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && leap);
}

bool timeval_open(struct span value)
{
	return span_find_char(value, '@', 0) != SPAN_NONE;
}

/* ---- days since 0000-03-01 (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms) ---- */

static long to_days(struct time_day t)
{
	long y = t.year - (t.month <= 2);
	long era = y / 400;
	long yoe = y - era * 400;
	long doy = (153 * (t.month + (t.month > 2 ? -3 : 9)) + 2) / 5 + t.day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy;
}

static struct time_day from_days(long z)
{
	long era = z / 146097;
	long doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long mp = (5 * doy + 2) / 153;
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);

	return (struct time_day){ (int)(yoe + era * 400) + (month <= 2), month, (int)(doy - (153 * mp + 2) / 5 + 1) };
}

static struct time_day shift_months(struct time_day t, int n)
{
	int months = t.year * 12 + t.month - 1 + n;
	int last;

	t.year = months / 12;
	t.month = months % 12 + 1;
	last = time_month_days(t.year, t.month);
	t.day = t.day > last ? last : t.day;
	return t;
}

static void put_day(struct buf *out, struct time_day t)
{
	buf_addf(out, "%04d-%02d-%02d", t.year, t.month, t.day);
}

static bool put_week(struct buf *out, struct time_day now, int n)
{
	long today = to_days(now);
	long monday = today - (today + 2) % 7 + 7L * n; /* day 0 is a Wednesday */

	put_day(out, from_days(monday));
	buf_putc(out, '/');
	put_day(out, from_days(monday + 6));
	return true;
}

/* Monday (offset 0) … Sunday (6) of the week n weeks away. */
static bool put_week_day(struct buf *out, struct time_day now, int n, int offset)
{
	long today = to_days(now);

	put_day(out, from_days(today - (today + 2) % 7 + 7L * n + offset));
	return true;
}

/* The nearest weekday (1 Monday … 7 Sunday) after or before today. */
static bool put_weekday(struct buf *out, struct time_day now, bool after, int weekday)
{
	long today, ahead;

	if (!now.day || weekday < 1 || weekday > 7)
		return false;
	today = to_days(now);
	ahead = (weekday - 1 - (today + 2) % 7 + 7) % 7;
	put_day(out, from_days(after ? today + (ahead ? ahead : 7) : today - (ahead ? 7 - ahead : 7)));
	return true;
}

static bool put_shift(struct buf *out, struct time_day now, int n, char unit)
{
	bool exact = now.month && now.day;
	struct time_day t = now;

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
		put_day(out, from_days(to_days(now) + 7L * n));
		return true;
	case 'D':
	case 'd':
		put_day(out, from_days(to_days(now) + n));
		return true;
	default:
		return false;
	}
}

/* What stands behind an @; *at is left behind it. */
static bool fill_one(struct span v, size_t *at, struct time_day now, int year, struct buf *out)
{
	bool minus;
	int n = 0;

	if (*at < v.n && v.p[*at] == '?') {
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

bool timeval_fill(struct span v, struct time_day now, int year, struct buf *out)
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

struct stretch {
	int first, last;
};

static bool months_of(int y, int from, int to, struct stretch *s)
{
	*s = (struct stretch){ y * 10000 + from * 100 + 1, y * 10000 + to * 100 + time_month_days(y, to) };
	return true;
}

static bool point_extent(struct span v, struct stretch *s)
{
	int y = digits_at(v, 0, 4);
	int m, d;

	if (y < 0 || (v.n > 4 && v.p[4] != '-'))
		return false;
	if (v.n == 4)
		return months_of(y, 1, 12, s);
	if (v.n == 7 && (v.p[5] == 'Q' || v.p[5] == 'H')) {
		int n = digits_at(v, 6, 1);
		int months = v.p[5] == 'Q' ? 3 : 6;

		return n >= 1 && n * months <= 12 && months_of(y, (n - 1) * months + 1, n * months, s);
	}
	m = digits_at(v, 5, 2);
	if (m < 1 || m > 12)
		return false;
	if (v.n == 7)
		return months_of(y, m, m, s);
	d = v.n == 10 && v.p[7] == '-' ? digits_at(v, 8, 2) : -1;
	*s = (struct stretch){ y * 10000 + m * 100 + d, y * 10000 + m * 100 + d };
	return d > 0;
}

bool timeval_extent(struct span value, int *first, int *last)
{
	struct span rest = value;
	struct span a = span_cut(&rest, '/');
	struct stretch from = { 0, 0 };
	struct stretch to = { OPEN_END, OPEN_END };

	if (!span_is(a, "..") && !point_extent(a, &from))
		return false;
	if (!rest.p)
		to = from;
	else if (!span_is(rest, "..") && !point_extent(rest, &to))
		return false;
	*first = from.first;
	*last = to.last;
	return true;
}

static bool day_exists(struct span v)
{
	int y = digits_at(v, 0, 4);
	int m = v.n >= 7 && v.p[4] == '-' ? digits_at(v, 5, 2) : -1;
	int d = v.n >= 10 && v.p[7] == '-' ? digits_at(v, 8, 2) : -1;

	if (m >= 0 && (m < 1 || m > 12))
		return false;
	return y < 0 || d < 0 || (d >= 1 && d <= time_month_days(y, m));
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
