/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Date values as first and last day: due lists, calendars and year filters compare days, never the values' spelling. */
#include "when.h"

#include <stdio.h>
#include <string.h>

long when_days(int year, int month, int day)
{
	long y = month <= 2 ? year - 1 : year;
	long era = y / 400;
	long yoe = y - era * 400;
	long doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	long doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * 146097 + doe - 719468;
}

void when_from_days(long days, char out[12])
{
	long z = days + 719468;
	long era = z / 146097;
	long doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long mp = (5 * doy + 2) / 153;
	int day = (int)(doy - (153 * mp + 2) / 5 + 1);
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);
	int year = (int)(yoe + era * 400 + (month <= 2));

	if (snprintf(out, 12, "%04d-%02d-%02d", year, month, day) > 10)
		out[0] = 0;
}

static int digits(struct span s, size_t at, size_t n)
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

static int month_length(int year, int month)
{
	static const int length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		return 29;
	return length[month - 1];
}

static void put(char out[12], int year, int month, int day)
{
	if (snprintf(out, 12, "%04d-%02d-%02d", year, month, day) > 10)
		out[0] = 0;
}

/* Months first … last of a year. */
static bool months(struct when *w, int year, int first, int last)
{
	put(w->from, year, first, 1);
	put(w->to, year, last, month_length(year, last));
	return true;
}

static bool part_of_year(struct span s, int year, struct when *w)
{
	int n = s.n == 7 ? digits(s, 6, 1) : -1;

	if (s.n == 7 && s.p[5] == 'Q' && n >= 1 && n <= 4)
		return months(w, year, n * 3 - 2, n * 3);
	if (s.n == 7 && s.p[5] == 'H' && n >= 1 && n <= 2)
		return months(w, year, n * 6 - 5, n * 6);
	return false;
}

/* YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Qn, YYYY-Hn. */
static bool point(struct span s, struct when *w)
{
	int year = digits(s, 0, 4);
	int month, day;

	if (year < 1 || (s.n > 4 && s.p[4] != '-'))
		return false;
	if (s.n == 4)
		return months(w, year, 1, 12);
	if (part_of_year(s, year, w))
		return true;
	month = digits(s, 5, 2);
	if (month < 1 || month > 12)
		return false;
	if (s.n == 7)
		return months(w, year, month, month);
	day = s.n == 10 && s.p[7] == '-' ? digits(s, 8, 2) : -1;
	if (day < 1 || day > month_length(year, month))
		return false;
	put(w->from, year, month, day);
	put(w->to, year, month, day);
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

bool when_to_days(const char *iso, long *days)
{
	struct when w = { 0 };
	struct span s = span_of(iso);

	if (s.n != 10 || !point(s, &w))
		return false;
	*days = when_days(digits(s, 0, 4), digits(s, 5, 2), digits(s, 8, 2));
	return true;
}
