/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PCRE2 runs without UTF mode (×1.3 to ×2.4, docs/): a class of characters has to be spelled out in bytes. */
#include "charset.h"

#include <stdlib.h>

#include "utf8.h"

enum { LAST_CASED = 0x52F, LAST = 0x10FFFF };

void charset_add(struct arena *a, struct charset *s, unsigned lo, unsigned hi)
{
	ARENA_ROOM(a, s->v, s->n, s->cap);
	s->v[s->n++] = (struct range){ lo, hi };
}

void charset_add_set(struct arena *a, struct charset *s, const struct charset *more)
{
	for (size_t i = 0; i < more->n; i++)
		charset_add(a, s, more->v[i].lo, more->v[i].hi);
}

void charset_add_letters(struct arena *a, struct charset *s)
{
	charset_add(a, s, 'A', 'Z');
	charset_add(a, s, 'a', 'z');
	charset_add(a, s, 0xC0, 0x1FFF);
	charset_add(a, s, 0x3000, 0xD7FF);
}

void charset_add_word(struct arena *a, struct charset *s)
{
	charset_add_letters(a, s);
	charset_add(a, s, '0', '9');
	charset_add(a, s, '_', '_');
}

void charset_add_case(struct arena *a, struct charset *s, bool upper)
{
	for (unsigned c = 'A'; c <= LAST_CASED; c++)
		if (upper ? utf8_is_upper(c) : utf8_is_letter(c) && !utf8_is_upper(c))
			charset_add(a, s, c, c);
}

void charset_add_dashes(struct arena *a, struct charset *s)
{
	charset_add(a, s, '-', '-');
	charset_add(a, s, 0x2010, 0x2015);
	charset_add(a, s, 0x2212, 0x2212);
}

void charset_add_quotes(struct arena *a, struct charset *s)
{
	charset_add(a, s, '"', '"');
	charset_add(a, s, 0xAB, 0xAB);
	charset_add(a, s, 0xBB, 0xBB);
	charset_add(a, s, 0x201C, 0x201F);
}

void charset_add_apostrophes(struct arena *a, struct charset *s)
{
	charset_add(a, s, '\'', '\'');
	charset_add(a, s, 0x2018, 0x2019);
	charset_add(a, s, 0x2B9, 0x2BC);
}

static int compare(const void *x, const void *y)
{
	const struct range *a = x, *b = y;

	return a->lo < b->lo ? -1 : a->lo > b->lo;
}

void charset_settle(struct charset *s)
{
	size_t n = 0;

	if (s->n)
		qsort(s->v, s->n, sizeof *s->v, compare);
	for (size_t i = 0; i < s->n; i++) {
		if (n && s->v[i].lo <= s->v[n - 1].hi + 1) {
			if (s->v[i].hi > s->v[n - 1].hi)
				s->v[n - 1].hi = s->v[i].hi;
		} else {
			s->v[n++] = s->v[i];
		}
	}
	s->n = n;
}

void charset_negate(struct arena *a, struct charset *s)
{
	struct charset out = { 0 };
	unsigned from = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].lo > from)
			charset_add(a, &out, from, s->v[i].lo - 1);
		from = s->v[i].hi + 1;
	}
	if (from <= LAST)
		charset_add(a, &out, from, LAST);
	*s = out;
}

bool charset_has(const struct charset *s, unsigned c)
{
	for (size_t i = 0; i < s->n; i++)
		if (c >= s->v[i].lo && c <= s->v[i].hi)
			return true;
	return false;
}

size_t charset_count(const struct charset *s, size_t limit)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n && n < limit; i++)
		n += s->v[i].hi - s->v[i].lo + 1;
	return n < limit ? n : limit;
}

static unsigned fold(unsigned c)
{
	return charset_plain_e(utf8_lower(c));
}

void charset_add_yo(struct arena *a, struct charset *s)
{
	if (charset_has(s, 0x435))
		charset_add(a, s, 0x451, 0x451);
	if (charset_has(s, 0x415))
		charset_add(a, s, 0x401, 0x401);
	charset_settle(s);
}

/* Does it hold capitals or ё at all? All letters together (\w) fold to themselves but for those, which do no harm. */
static bool needs_folding(const struct charset *s)
{
	for (size_t i = 0; i < s->n; i++) {
		struct range r = s->v[i];

		if (r.lo <= 0xC0 && r.hi >= LAST_CASED)
			continue;
		if ((r.lo <= 'Z' && r.hi >= 'A') || (r.lo < 0x430 && r.hi >= 0xC0) ||
		    (r.lo <= LAST_CASED && r.hi >= 0x450))
			return true;
	}
	return false;
}

void charset_fold(struct arena *a, struct charset *s)
{
	struct charset out = { 0 };

	if (!needs_folding(s))
		return;
	for (size_t i = 0; i < s->n; i++) {
		struct range r = s->v[i];

		for (; r.lo <= r.hi && r.lo <= LAST_CASED; r.lo++)
			charset_add(a, &out, fold(r.lo), fold(r.lo));
		if (r.lo <= r.hi)
			charset_add(a, &out, r.lo, r.hi);
	}
	charset_settle(&out);
	*s = out;
}

void charset_both_cases(struct arena *a, struct charset *s)
{
	size_t n = s->n;

	for (size_t i = 0; i < n; i++) {
		struct range r = s->v[i];

		for (unsigned c = r.lo; c <= r.hi && c <= LAST_CASED; c++) {
			charset_add(a, s, utf8_lower(c), utf8_lower(c));
			charset_add(a, s, utf8_upper(c), utf8_upper(c));
		}
	}
	charset_settle(s);
}

static void emit_byte(struct buf *out, unsigned char b)
{
	static const char hex[] = "0123456789abcdef";

	if ((b >= '0' && b <= '9') || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z')) {
		buf_putc(out, (char)b);
		return;
	}
	buf_puts(out, "\\x");
	buf_putc(out, hex[b >> 4]);
	buf_putc(out, hex[b & 15]);
}

static void emit_class(struct buf *out, unsigned char lo, unsigned char hi)
{
	if (lo == hi) {
		emit_byte(out, lo);
		return;
	}
	buf_putc(out, '[');
	emit_byte(out, lo);
	buf_putc(out, '-');
	emit_byte(out, hi);
	buf_putc(out, ']');
}

struct emit {
	struct buf *out;
	bool first;
	unsigned char open_lead; /* a two-byte lead whose tails are being collected; 0: none */
};

static void separate(struct emit *e)
{
	if (!e->first)
		buf_putc(e->out, '|');
	e->first = false;
}

static void close_lead(struct emit *e)
{
	if (e->open_lead)
		buf_putc(e->out, ']');
	e->open_lead = 0;
}

/* Characters lo … hi of equal length that differ in a way a product of byte ranges can say. */
static void emit_sequence(struct emit *e, const unsigned char *lo, const unsigned char *hi, size_t n)
{
	if (n == 2 && lo[0] == hi[0]) {
		if (e->open_lead != lo[0]) {
			close_lead(e);
			separate(e);
			emit_byte(e->out, lo[0]);
			buf_putc(e->out, '[');
			e->open_lead = lo[0];
		}
		emit_byte(e->out, lo[1]);
		if (hi[1] > lo[1]) {
			buf_putc(e->out, '-');
			emit_byte(e->out, hi[1]);
		}
		return;
	}
	close_lead(e);
	separate(e);
	for (size_t i = 0; i < n; i++)
		emit_class(e->out, lo[i], hi[i]);
}

/* Splits [lo, hi], all of one encoded length n, until each piece is a product of byte ranges. */
static void emit_split(struct emit *e, unsigned lo, unsigned hi, size_t n)
{
	char first[4], last[4];

	for (size_t i = 1; i < n; i++) {
		unsigned mask = (1u << (6 * i)) - 1;

		if ((lo & ~mask) == (hi & ~mask))
			continue;
		if (lo & mask) {
			emit_split(e, lo, lo | mask, n);
			emit_split(e, (lo | mask) + 1, hi, n);
			return;
		}
		if ((hi & mask) != mask) {
			emit_split(e, lo, (hi & ~mask) - 1, n);
			emit_split(e, hi & ~mask, hi, n);
			return;
		}
	}
	utf8_encode(lo, first);
	utf8_encode(hi, last);
	emit_sequence(e, (unsigned char *)first, (unsigned char *)last, n);
}

static void emit_ascii(struct emit *e, const struct charset *s)
{
	bool any = false;

	for (size_t i = 0; i < s->n && s->v[i].lo < 0x80; i++) {
		unsigned hi = s->v[i].hi < 0x7F ? s->v[i].hi : 0x7F;

		if (!any) {
			separate(e);
			buf_putc(e->out, '[');
		}
		any = true;
		emit_byte(e->out, (unsigned char)s->v[i].lo);
		if (hi > s->v[i].lo) {
			buf_putc(e->out, '-');
			emit_byte(e->out, (unsigned char)hi);
		}
	}
	if (any)
		buf_putc(e->out, ']');
}

void charset_emit_bytes(const struct charset *s, struct buf *out)
{
	static const struct range lengths[] = {
		[2] = { 0x80, 0x7FF }, [3] = { 0x800, 0xFFFF }, [4] = { 0x10000, LAST }
	};
	struct emit e = { .out = out, .first = true };

	buf_puts(out, "(?:");
	emit_ascii(&e, s);
	for (size_t i = 0; i < s->n; i++)
		for (size_t n = 2; n <= 4; n++) {
			unsigned lo = s->v[i].lo > lengths[n].lo ? s->v[i].lo : lengths[n].lo;
			unsigned hi = s->v[i].hi < lengths[n].hi ? s->v[i].hi : lengths[n].hi;

			if (lo <= hi && n == 3 && lo < 0xD800 && hi > 0xDFFF) {
				emit_split(&e, lo, 0xD7FF, n);
				emit_split(&e, 0xE000, hi, n);
			} else if (lo <= hi) {
				emit_split(&e, lo, hi, n);
			}
		}
	close_lead(&e);
	buf_puts(out, e.first ? "(?!))" : ")");
}

void charset_emit_utf(const struct charset *s, struct buf *out)
{
	buf_putc(out, '[');
	for (size_t i = 0; i < s->n; i++) {
		unsigned lo = s->v[i].lo, hi = s->v[i].hi;

		if (lo < 0xD800 && hi > 0xDFFF) {
			buf_addf(out, "\\x{%x}-\\x{d7ff}\\x{e000}-\\x{%x}", lo, hi);
			continue;
		}
		buf_addf(out, lo == hi ? "\\x{%x}" : "\\x{%x}-\\x{%x}", lo, hi);
	}
	buf_puts(out, s->n ? "]" : "^\\x{0}-\\x{10ffff}]");
}
