/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iCalendar, RFC 5545: lines of at most 75 octets, CRLF, dates without time. */
#include "due.h"
#include "utf8.h"

enum { LINE_OCTETS = 75 };

/* Folds the line at 75 octets, never inside of a character (3.1). */
static void put_folded(struct span line, struct buf *out)
{
	size_t room = LINE_OCTETS, at = 0;

	while (at < line.n) {
		size_t start = at;

		utf8_next(line, &at);
		if (at - start > room) {
			buf_puts(out, "\r\n ");
			room = LINE_OCTETS - 1;
		}
		buf_add(out, span_sub(line, start, at));
		room -= at - start;
	}
	buf_puts(out, "\r\n");
}

/* TEXT values escape \ ; , and newlines (3.3.11). */
static void put_text(const char *name, struct span value, struct buf *out)
{
	struct buf line = { 0 };

	if (!value.n)
		return;
	buf_puts(&line, name);
	buf_putc(&line, ':');
	for (size_t i = 0; i < value.n; i++) {
		char c = value.p[i];

		if (c == '\\' || c == ';' || c == ',')
			buf_putc(&line, '\\');
		if (c == '\n')
			buf_puts(&line, "\\n");
		else if ((unsigned char)c >= 0x20)
			buf_putc(&line, c);
	}
	put_folded(buf_span(&line), out);
	buf_free(&line);
}

static void put_day(const char *name, struct span day, struct buf *out)
{
	if (day.n != 10)
		return;
	buf_addf(out, "%s;VALUE=DATE:%.4s%.2s%.2s\r\n", name, day.p, day.p + 5, day.p + 8);
}

/* R/P1Y, R2/P3M, R/P1W … → RRULE (3.8.5.3); it needs a first day. */
static void put_rule(struct span repeats, struct buf *out)
{
	static const struct {
		char unit;
		const char *freq;
	} units[] = { { 'Y', "YEARLY" }, { 'M', "MONTHLY" }, { 'W', "WEEKLY" }, { 'D', "DAILY" } };
	size_t p = span_find(repeats, SPAN("/P"), 0);
	struct span number;
	long long n;

	if (p == SPAN_NONE || repeats.n < p + 4)
		return;
	number = span_sub(repeats, p + 2, repeats.n - 1);
	if (!span_to_long(number, &n) || n < 1)
		return;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (repeats.p[repeats.n - 1] == units[i].unit)
			buf_addf(out, "RRULE:FREQ=%s;INTERVAL=%lld\r\n", units[i].freq, n);
}

void ics_begin(struct buf *out)
{
	buf_puts(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//svod//svod due//EN\r\n");
}

void ics_put(const struct task *t, struct buf *out)
{
	bool starts =
		t->from.n && !(t->to.n && span_cmp(t->from, t->to) >= 0); /* DUE must be later than DTSTART (3.8.2.3) */

	buf_puts(out, "BEGIN:VTODO\r\n");
	put_text("UID", t->uid, out);
	if (t->stamp.n == 10)
		buf_addf(out, "DTSTAMP:%.4s%.2s%.2sT000000Z\r\n", t->stamp.p, t->stamp.p + 5, t->stamp.p + 8);
	else
		buf_puts(out, "DTSTAMP:19700101T000000Z\r\n");
	if (starts)
		put_day("DTSTART", t->from, out);
	put_day("DUE", t->to, out);
	if (starts && t->repeats.n)
		put_rule(t->repeats, out);
	put_text("SUMMARY", t->summary, out);
	put_text("DESCRIPTION", t->description, out);
	put_text("CATEGORIES", t->who, out);
	buf_puts(out, "STATUS:NEEDS-ACTION\r\nEND:VTODO\r\n");
}

void ics_end(struct buf *out)
{
	buf_puts(out, "END:VCALENDAR\r\n");
}
