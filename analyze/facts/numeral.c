/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people print them. The words come from rules/ (%map numeral), only the arithmetic is here. */
#include "numeral.h"

#include <math.h>
#include <stdlib.h>

#include "utf8.h"

static bool is_digit(struct span s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

static size_t digits(struct span s, size_t at)
{
	size_t n = 0;

	while (is_digit(s, at + n))
		n++;
	return n;
}

/* Does a group of exactly three digits follow the separator at i? */
static bool is_group(struct span s, size_t i)
{
	return digits(s, i + 1) == 3;
}

/* White space at i: its length (spaces of several bytes are folded to plain ones), 0 if there is none. */
static size_t gap(struct span s, size_t i)
{
	size_t n = 0;

	while (i + n < s.n && s.p[i + n] == ' ')
		n++;
	return n;
}

static void read_fraction(struct span s, size_t *at, double *value)
{
	double unit = 0.1;

	for (++*at; is_digit(s, *at); ++*at, unit /= 10)
		*value += unit * (s.p[*at] - '0');
	*value = round(*value * 1e9) / 1e9;
}

static double read_digits(struct span s, size_t *at)
{
	size_t first = digits(s, *at);
	double value = 0;
	size_t groups = 0;

	for (size_t i = 0; i < first; i++)
		value = value * 10 + (s.p[*at + i] - '0');
	*at += first;
	for (size_t n = gap(s, *at); first <= 3 && n > 0 && is_group(s, *at + n - 1); n = gap(s, *at), groups++) {
		value = value * 1000 + (s.p[*at + n] - '0') * 100 + (s.p[*at + n + 1] - '0') * 10 +
			(s.p[*at + n + 2] - '0');
		*at += n + 3;
	}
	while (first <= 3 && *at < s.n && s.p[*at] == '.' && is_group(s, *at) &&
	       (groups > 0 || (*at + 4 < s.n && s.p[*at + 4] == '.' && is_group(s, *at + 4)))) {
		value = value * 1000 + (s.p[*at + 1] - '0') * 100 + (s.p[*at + 2] - '0') * 10 + (s.p[*at + 3] - '0');
		*at += 4;
		groups++;
	}
	if (*at < s.n && (s.p[*at] == ',' || s.p[*at] == '.') && is_digit(s, *at + 1))
		read_fraction(s, at, &value);
	return value;
}

struct sum {
	double total, current;
	bool any;
};

static void add_word(struct sum *sum, struct span value)
{
	bool times = value.n && value.p[0] == 'x';
	char text[32] = { 0 };
	double v;

	value = span_sub(value, times, value.n);
	memcpy(text, value.p, value.n < sizeof text - 1 ? value.n : sizeof text - 1);
	v = strtod(text, NULL);
	sum->any = true;
	if (!times) {
		sum->current += v;
		return;
	}
	sum->current = (sum->current > 0 ? sum->current : 1) * v;
	if (v >= 1000) {
		sum->total += sum->current;
		sum->current = 0;
	}
}

/* One letter right behind the figure, at the end: 100к, 3М, 2Г. */
static double letter_multiplier(struct span rest)
{
	return span_is(rest, "к") ? 1e3 : span_is(rest, "м") ? 1e6 : span_is(rest, "г") ? 1e9 : 1;
}

static struct span read_word(struct span s, size_t *at)
{
	size_t start = *at;

	while (*at < s.n) {
		size_t next = *at;
		unsigned c = utf8_next(s, &next);

		if (!utf8_is_letter(c) && (c != '\'' || *at == start)) /* п'ять */
			break;
		*at = next;
	}
	return span_sub(s, start, *at);
}

static bool behind_letter(struct span s, size_t at)
{
	return at && utf8_is_letter(utf8_prev(s, &at));
}

bool numeral_parse(struct span s, numeral_lookup lookup, const void *ctx, double *out)
{
	struct sum sum = { 0 };
	bool suffix = false; /* the letters of "19-ти" are no word */

	for (size_t at = 0; at < s.n;) {
		struct span word, value;

		if (is_digit(s, at)) {
			sum.current += read_digits(s, &at);
			sum.current *= letter_multiplier(span_sub(s, at, s.n));
			sum.any = true;
			suffix = at < s.n && s.p[at] != ' ';
			continue;
		}
		if (s.p[at] == '.' && is_digit(s, at + 1) && !behind_letter(s, at)) { /* .77, but тыс.250 */
			read_fraction(s, &at, &sum.current);
			sum.current *= letter_multiplier(span_sub(s, at, s.n));
			sum.any = suffix = true;
			continue;
		}
		if (sum.any && span_starts(span_sub(s, at, s.n), SPAN("с половиной"))) {
			sum.current += 0.5;
			break;
		}
		word = read_word(s, &at);
		if (!word.n) {
			suffix = suffix && s.p[at] != ' ';
			utf8_next(s, &at);
			continue;
		}
		if (lookup && lookup(ctx, word, &value))
			add_word(&sum, value);
		else if (!suffix && sum.any)
			break; /* the counted noun */
		suffix = false;
	}
	*out = sum.total + sum.current;
	return sum.any;
}

static int roman_digit(unsigned c)
{
	static const struct {
		unsigned c;
		int value;
	} digits[] = { { 'i', 1 },   { 0x456, 1 },   { 'v', 5 },   { 'x', 10 },   { 0x445, 10 },  { 'l', 50 },
		       { 'c', 100 }, { 0x441, 100 }, { 'd', 500 }, { 'm', 1000 }, { 0x43C, 1000 } };

	c = utf8_lower(c);
	for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
		if (digits[i].c == c)
			return digits[i].value;
	return 0;
}

int numeral_roman(struct span text)
{
	int total = 0, last = 0;

	for (size_t at = 0; at < text.n;) {
		int v = roman_digit(utf8_next(text, &at));

		if (v == 0 || total > 100000)
			return 0;
		total += v > last ? v - 2 * last : v;
		last = v;
	}
	return total;
}
