/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equal time is equal however it is written (2022-H2 = 2022-07/2022-12), and so are names whatever their case. */
#include "eval_value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "buf.h"
#include "calendar.h"
#include "eval_words.h"

static const struct span none = { "\001", 1 };

/* ---- time ---- */

/* R/P1Y, R2/P1Y, R/P3M: the period in months. */
static bool recurrence(struct span s, double *months)
{
	char text[32], unit, tail;
	int times = 1, n;

	if (s.n >= sizeof text || s.n < 5 || s.p[0] != 'R')
		return false;
	memcpy(text, s.p, s.n);
	text[s.n] = 0;
	if (sscanf(text, "R/P%d%c%c", &n, &unit, &tail) != 2 &&
	    sscanf(text, "R%d/P%d%c%c", &times, &n, &unit, &tail) != 3)
		return false;
	if ((unit != 'Y' && unit != 'M') || times <= 0)
		return false;
	*months = (double)n * (unit == 'Y' ? 12 : 1) / times;
	return true;
}

static struct span time_value(struct arena *a, struct span v)
{
	struct span rest = v, first = span_cut(&rest, '/'), last = rest.n ? rest : first;
	struct day lo = { 0 }, hi = { 9999, 0, 0 }, unused;
	double months;

	if (recurrence(v, &months))
		return arena_printf(a, "R %g", months);
	if (!span_is(first, "..") && !calendar_period(first, &lo, &unused))
		return v;
	if (!span_is(last, "..") && !calendar_period(last, &unused, &hi))
		return v;
	return arena_printf(a, "%d-%d-%d/%d-%d-%d", lo.year, lo.month, lo.day, hi.year, hi.month, hi.day);
}

/* ---- names ---- */

/* Folded, without what stands in brackets, words joined by one space. */
static struct span name_key(struct arena *a, struct span s)
{
	struct span folded = eval_fold(a, s);
	struct buf b = { 0 };
	struct span out;
	size_t at = 0;

	while (at < folded.n) {
		size_t open = span_find_char(folded, '(', at);
		size_t close = open == SPAN_NONE ? SPAN_NONE : span_find_char(folded, ')', open);

		if (close == SPAN_NONE) {
			buf_add(&b, span_sub(folded, at, folded.n));
			break;
		}
		buf_add(&b, span_sub(folded, at, open));
		buf_putc(&b, ' ');
		at = close + 1;
	}
	out = eval_join(a, buf_span(&b), " ");
	buf_free(&b);
	return out;
}

/* ---- numbers ---- */

static bool to_number(const struct jval *v, double *out)
{
	char text[64], *end;

	if (!v)
		return false;
	if (v->type == JSON_INT || v->type == JSON_DOUBLE) {
		*out = v->type == JSON_INT ? (double)v->i : v->d;
		return true;
	}
	if (v->type != JSON_STRING || v->s.n == 0 || v->s.n >= sizeof text)
		return false;
	memcpy(text, v->s.p, v->s.n);
	text[v->s.n] = 0;
	*out = strtod(text, &end);
	return *end == 0;
}

static int by_double(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The distinct numbers among value, min and max, rounded to six places. */
static struct span number_value(struct arena *a, const struct jval *norm)
{
	static const char *const keys[] = { "value", "min", "max" };
	struct buf b = { 0 };
	double v[3];
	struct span out;
	size_t n = 0;

	for (size_t i = 0; i < 3; i++)
		if (to_number(jval_get(norm, keys[i]), &v[n])) {
			v[n] = round(v[n] * 1e6) / 1e6;
			n++;
		}
	qsort(v, n, sizeof *v, by_double);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || v[i] != v[i - 1])
			buf_addf(&b, "%.17g ", v[i]);
	out = arena_dup(a, buf_span(&b));
	buf_free(&b);
	return out;
}

static struct span row_value(struct arena *a, const struct jval *norm)
{
	static const char *const columns[] = { "action",    "deadline",        "responsible",
					       "indicator", "expected_result", "budget" };
	const struct jval *cells = jval_get(norm, "cells");
	struct buf b = { 0 };
	struct span out;

	if (!cells || cells->type != JSON_OBJECT)
		cells = norm;
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		buf_add(&b, eval_join(a, eval_fold(a, jval_str(cells, columns[i])), ""));
		buf_putc(&b, '\t');
	}
	out = arena_dup(a, buf_span(&b));
	buf_free(&b);
	return out;
}

/* ---- by type ---- */

static bool is_one_of(struct span type, const char *const *names)
{
	for (; *names; names++)
		if (span_is(type, *names))
			return true;
	return false;
}

static const char *const named[] = { "org", "person", "place", "event", "legal_act", NULL };
static const char *const instruments[] = { "convention", "recommendation", "protocol", NULL };

struct span eval_value(struct arena *a, struct span type, const struct jval *norm)
{
	const struct jval *v = jval_get(norm, "value");

	if (is_one_of(type, named))
		return name_key(a, jval_str(norm, "canonical"));
	if (span_is(type, "number"))
		return number_value(a, norm);
	if (span_is(type, "goal"))
		return none;
	if (span_is(type, "table_row"))
		return row_value(a, norm);
	if (!v || v->type != JSON_STRING)
		return none;
	if (span_is(type, "date") || span_is(type, "deadline"))
		return time_value(a, v->s);
	return v->s;
}

/* A unit as ISO 4217 or its folded name. */
static struct span unit_key(struct arena *a, struct span unit)
{
	static const struct {
		const char *name, *code;
	} money[] = {
		{ "рубль", "RUB" },  { "руб", "RUB" },  { "тенге", "KZT" },  { "сом", "KGS" },   { "гривня", "UAH" },
		{ "гривна", "UAH" }, { "евро", "EUR" }, { "доллар", "USD" }, { "процент", "%" },
	};
	struct span key;

	for (size_t i = 0; i < sizeof money / sizeof *money; i++)
		if (span_is(unit, money[i].name))
			return span_of(money[i].code);
	key = name_key(a, unit);
	return key.n ? key : unit;
}

struct span eval_detail(struct arena *a, struct span type, const struct jval *norm)
{
	struct span unit = jval_str(norm, "currency");

	if (span_is(type, "number"))
		return unit_key(a, unit.n ? unit : jval_str(norm, "unit"));
	if (!is_one_of(type, instruments))
		return span_make("", 0);
	return arena_printf(a, "%.*s/%.*s", SPAN_ARG(jval_str(norm, "country")), SPAN_ARG(jval_str(norm, "action")));
}
