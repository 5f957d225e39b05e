/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report's deadlines: a bar a quarter (a year where there are many), and the list that the bars lead into. */
#include <stdio.h>
#include <stdlib.h>

#include "mem.h"
#include "report_p.h"

enum { MOST_QUARTERS = 40, STEP = 36, BAR = 26, HEIGHT = 120, BASE = 142, YEARS_BACK = 60, LONGEST_ACTION = 600 };

struct due {
	struct span hash, label, row, value, printed, action, who, item;
	int period; /* year * 4 + quarter from 0; LAST: repeats or has no end */
};
enum { LAST = 1 << 24 };

struct dues {
	struct arena arena;
	struct due *v;
	size_t n, cap;
};

/* The quarter of YYYY-MM-DD. */
static int period_of(struct span date_to, bool repeats)
{
	long long year, month;

	if (repeats || date_to.n != 10 || !span_to_long(span_sub(date_to, 0, 4), &year) ||
	    !span_to_long(span_sub(date_to, 5, 7), &month))
		return LAST;
	return (int)(year * 4 + (month - 1) / 3);
}

static bool fetch(struct report *r, struct dues *all, struct err *e)
{
	sqlite3_stmt *st = NULL;

	if (!report_prepare(
		    r,
		    "SELECT d.hash, svod_label(v.doc), v.row, v.due, p.deadline, v.action, v.responsible, v.item_name,"
		    " v.date_to, v.repeats FROM v_due v JOIN documents d ON d.id = v.doc LEFT JOIN plan_rows p ON "
		    "p.item = v.item"
		    " WHERE v.doc",
		    "ORDER BY v.repeats IS NOT NULL OR v.date_to IS NULL, v.date_to, v.date_from, v.doc, v.start", &st,
		    e))
		return false;
	while (sqlite3_step(st) == SQLITE_ROW) {
		struct span s[8];

		for (int i = 0; i < 8; i++)
			s[i] = arena_dup(&all->arena, column_text(st, i));
		MEM_ROOM(all->v, all->n, all->cap);
		all->v[all->n++] = (struct due){ s[0], s[1], s[2],
						 s[3], s[4], s[5],
						 s[6], s[7], period_of(column_text(st, 8), column_text(st, 9).n > 0) };
	}
	sqlite3_finalize(st);
	return true;
}

/* Steps of the chart: quarters, or years where those are too many. */
struct scale {
	int first, last, unit; /* unit: quarters in a step */
};

static struct scale scale_of(const struct dues *all)
{
	struct scale s = { all->v[0].period, all->v[0].period, 1 };

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].period != LAST)
			s.last = all->v[i].period;
	if (s.last - s.first >= YEARS_BACK * 4)
		s.first = s.last - YEARS_BACK * 4;
	if (s.last - s.first >= MOST_QUARTERS) {
		s.unit = 4;
		s.first -= s.first % 4;
	}
	return s;
}

static void put_bar(struct report *r, const struct scale *s, int step, long long n, long long most, int anchor)
{
	int x = 6 + step * STEP, quarter = s->first + step * s->unit, h = (int)((n * HEIGHT + most - 1) / most);

	if (n)
		buf_addf(r->out,
			 "<a href=\"#due-%d-Q%d\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"/>"
			 "<text class=\"count\" x=\"%d\" y=\"%d\">%lld</text></a>",
			 anchor / 4, anchor % 4 + 1, x, BASE - h, BAR, h, x + BAR / 2, BASE - h - 5, n);
	if (s->unit == 1) {
		static const char *const roman[] = { "I", "II", "III", "IV" };

		buf_addf(r->out, "<text x=\"%d\" y=\"%d\">%s</text>", x + BAR / 2, BASE + 15, roman[quarter % 4]);
	}
	if (s->unit == 4 || step == 0 || quarter % 4 == 0)
		buf_addf(r->out, "<text class=\"year\" x=\"%d\" y=\"%d\">%d</text>", x + BAR / 2,
			 BASE + (s->unit == 1 ? 31 : 15), quarter / 4);
	buf_putc(r->out, '\n');
}

static void put_chart(struct report *r, const struct dues *all)
{
	struct scale s = scale_of(all);
	int steps = (s.last - s.first) / s.unit + 1;
	long long *counts = mem_alloc((size_t)steps * sizeof *counts), most = 1;
	int *anchors = mem_alloc((size_t)steps * sizeof *anchors);

	memset(counts, 0, (size_t)steps * sizeof *counts);
	for (size_t i = all->n; i-- > 0;) {
		int step = (all->v[i].period - s.first) / s.unit;

		if (all->v[i].period == LAST || all->v[i].period < s.first)
			continue;
		anchors[step] = all->v[i].period; /* the earliest, as they go backwards */
		most = ++counts[step] > most ? counts[step] : most;
	}
	buf_addf(r->out,
		 "<div class=\"wide\"><svg class=\"timeline\" role=\"group\" aria-labelledby=\"h-due\" width=\"%d\" "
		 "height=\"182\""
		 " viewBox=\"0 0 %d 182\">\n<path class=\"axis\" d=\"M0 %d.5H%d\"/>\n",
		 steps * STEP + 4, steps * STEP + 4, BASE, steps * STEP + 4);
	for (int i = 0; i < steps; i++)
		put_bar(r, &s, i, counts[i], most, counts[i] ? anchors[i] : 0);
	buf_puts(r->out, "</svg></div>\n");
	free(counts);
	free(anchors);
}

/* A line that heads the deadlines of a quarter. */
static void put_group(struct report *r, int period, size_t n, int columns)
{
	static const char *const roman[] = { "I", "II", "III", "IV" };

	if (period == LAST) {
		buf_addf(r->out, "<tr class=\"group\" id=\"due-open\"><th colspan=\"%d\" scope=\"rowgroup\">", columns);
		html_say(r->out, (struct words){ "Repeated, continuous or without a day",
						 "Повторяющиеся, постоянные и без даты" });
	} else {
		char en[32], ru[40];

		snprintf(en, sizeof en, "Quarter %s of %d", roman[period % 4], period / 4);
		snprintf(ru, sizeof ru, "%s квартал %d года", roman[period % 4], period / 4);
		buf_addf(r->out, "<tr class=\"group\" id=\"due-%d-Q%d\"><th colspan=\"%d\" scope=\"rowgroup\">",
			 period / 4, period % 4 + 1, columns);
		html_say(r->out, (struct words){ en, ru });
	}
	buf_addf(r->out, " <span class=\"quiet\">%zu</span></th></tr>\n", n);
}

/* At most so many bytes, cut at a character. */
static struct span shorten(struct span s)
{
	size_t n = LONGEST_ACTION;

	if (s.n <= n)
		return s;
	while (n > 0 && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n--;
	return span_sub(s, 0, n);
}

static void put_row(struct report *r, const struct due *d)
{
	buf_puts(r->out, "<tr><td class=\"when\">");
	html_link(r->out, d->hash, d->item);
	html_due(r->out, d->value);
	buf_puts(r->out, "</a>");
	if (d->printed.n) {
		buf_puts(r->out, "<small>");
		html_put(r->out, d->printed);
		buf_puts(r->out, "</small>");
	}
	buf_puts(r->out, "</td><td>");
	html_put(r->out, d->row);
	buf_puts(r->out, "</td><td>");
	html_put(r->out, shorten(d->action));
	buf_puts(r->out, d->action.n > LONGEST_ACTION ? "…</td><td>" : "</td><td>");
	html_put(r->out, d->who);
	buf_puts(r->out, "</td>");
	if (r->n > 1) {
		buf_puts(r->out, "<td>");
		html_link(r->out, d->hash, (struct span){ 0 });
		html_put(r->out, d->label);
		buf_puts(r->out, "</a></td>");
	}
	buf_puts(r->out, "</tr>\n");
}

bool report_due(struct report *r, struct err *e)
{
	struct words heads[] = { { "Due", "Срок" }, { "Row", "Пункт" },         { "Action", "Что сделать" },
				 { "Who", "Кто" },  { "Document", "Документ" }, { NULL, NULL } };
	struct dues all = { 0 };
	bool ok = fetch(r, &all, e);

	if (ok && all.n) {
		html_section(r, "due",
			     (struct words){ "Deadlines by the quarter in which they end",
					     "Сроки по кварталам, когда они истекают" });
		if (all.v[0].period != LAST)
			put_chart(r, &all);
		if (r->n == 1)
			heads[4].en = NULL;
		buf_puts(r->out, "<div class=\"wide\"><table>");
		html_heads(r, heads);
		buf_puts(r->out, "<tbody>\n");
		for (size_t i = 0, end; i < all.n; i = end) {
			for (end = i; end < all.n && all.v[end].period == all.v[i].period;)
				end++;
			put_group(r, all.v[i].period, end - i, r->n > 1 ? 5 : 4);
			for (size_t k = i; k < end; k++)
				put_row(r, &all.v[k]);
		}
		buf_puts(r->out, "</tbody></table></div></section>\n");
	}
	free(all.v);
	arena_free(&all.arena);
	return ok;
}
