/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Analysis, scoring and index compare days; one calendar, so that they agree on when a quarter ends. */
#include "calendar.h"

/* Days from 0000-03-01, where the cycle of 400 years begins, to 1970-01-01. */
enum { BEFORE_1970 = 719468 };

int calendar_digits(struct span s, size_t at, size_t n)
{
	int v = 0;

	if (at > s.n || n > s.n - at)
		return -1;
	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		v = v * 10 + (s.p[i] - '0');
	}
	return v;
}

int calendar_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && leap);
}

long calendar_count(struct day d)
{
	long y = d.year - (d.month <= 2);
	long era = y / 400;
	long yoe = y - era * 400;
	long doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - BEFORE_1970;
}

struct day calendar_day(long count)
{
	long z = count + BEFORE_1970;
	long era = z / 146097;
	long doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long mp = (5 * doy + 2) / 153;
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);

	return (struct day){ (int)(yoe + era * 400) + (month <= 2), month, (int)(doy - (153 * mp + 2) / 5 + 1) };
}

int calendar_weekday(long count)
{
	return (int)((count % 7 + 10) % 7); /* day 0 is a Thursday */
}

/* Months first … last of a year. */
static bool months(int year, int first, int last, struct day *from, struct day *to)
{
	*from = (struct day){ year, first, 1 };
	*to = (struct day){ year, last, calendar_month_days(year, last) };
	return true;
}

bool calendar_period(struct span s, struct day *first, struct day *last)
{
	int year = calendar_digits(s, 0, 4);
	int part, month, day;

	if (year < 1 || (s.n > 4 && s.p[4] != '-'))
		return false;
	if (s.n == 4)
		return months(year, 1, 12, first, last);
	part = s.n == 7 ? calendar_digits(s, 6, 1) : -1;
	if (part >= 1 && part <= 4 && s.p[5] == 'Q')
		return months(year, part * 3 - 2, part * 3, first, last);
	if (part >= 1 && part <= 2 && s.p[5] == 'H')
		return months(year, part * 6 - 5, part * 6, first, last);
	month = calendar_digits(s, 5, 2);
	if (month < 1 || month > 12)
		return false;
	if (s.n == 7)
		return months(year, month, month, first, last);
	day = s.n == 10 && s.p[7] == '-' ? calendar_digits(s, 8, 2) : -1;
	if (day < 1 || day > calendar_month_days(year, month))
		return false;
	*first = *last = (struct day){ year, month, day };
	return true;
}
