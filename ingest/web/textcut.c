/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking text out of markup and putting it back: textcut.h says why. */
#include "textcut.h"

#include <stdlib.h>

#include "bisect.h"
#include "mem.h"
#include "utf8.h"

/* DEL and eight hexadecimal digits: no XML or HTML has the one, and it is a character to both. */
enum { SIGN = 0x7f, DIGITS = 8, PLACEHOLDER_BYTES = 1 + DIGITS, SHORTEST = 16 };

static void put_placeholder(struct textcut *c, struct span text)
{
	char digits[PLACEHOLDER_BYTES];

	digits[0] = SIGN;
	for (int i = 0; i < DIGITS; i++)
		digits[1 + i] = "0123456789abcdef"[c->n >> 4 * (DIGITS - 1 - i) & 15];
	MEM_ROOM(c->v, c->n, c->cap);
	c->v[c->n++] = (struct textcut_piece){ (size_t)(text.p - c->source.p), text.n, c->compact.n };
	buf_add(&c->compact, span_make(digits, sizeof digits));
}

/* Longer than its placeholder, more than ASCII, no entity, and no line break that the parser would have to count. */
static bool worth_cutting(struct span s, bool lines)
{
	if (s.n < SHORTEST || memchr(s.p, '&', s.n) || (!lines && memchr(s.p, '\n', s.n)))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return true;
	return false;
}

void textcut_make(struct textcut *c, struct span source, bool lines)
{
	size_t at = 0;

	*c = (struct textcut){ .source = source };
	c->off = !source.n || memchr(source.p, SIGN, source.n) || !utf8_valid(source);
	if (c->off)
		return;
	buf_room(&c->compact, source.n + 16);
	while (at < source.n) {
		const char *gt = memchr(source.p + at, '>', source.n - at), *lt;
		struct span text;

		if (!gt)
			break;
		gt++;
		lt = memchr(gt, '<', source.n - (size_t)(gt - source.p));
		if (!lt)
			break;
		text = span_make(gt, (size_t)(lt - gt));
		buf_add(&c->compact, span_make(source.p + at, (size_t)(gt - source.p) - at));
		if (worth_cutting(text, lines))
			put_placeholder(c, text);
		else
			buf_add(&c->compact, text);
		at = (size_t)(lt - source.p);
	}
	buf_add(&c->compact, span_sub(source, at, source.n));
}

void textcut_free(struct textcut *c)
{
	buf_free(&c->compact);
	free(c->v);
	*c = (struct textcut){ 0 };
}

struct span textcut_span(const struct textcut *c)
{
	return c->off ? c->source : buf_span(&c->compact);
}

struct span textcut_restore(const struct textcut *c, struct span text, size_t *at)
{
	size_t n = 0;

	if (c->off || text.n != PLACEHOLDER_BYTES || text.p[0] != SIGN)
		return text;
	for (int i = 1; i <= DIGITS; i++) {
		char d = text.p[i];

		n = n << 4 | (size_t)(d <= '9' ? d - '0' : d - 'a' + 10);
	}
	if (n >= c->n)
		return text;
	*at = c->v[n].at;
	return span_sub(c->source, c->v[n].at, c->v[n].at + c->v[n].n);
}

size_t textcut_origin(const struct textcut *c, size_t compact)
{
	size_t lo;
	const struct textcut_piece *p;

	if (c->off)
		return compact;
	BISECT(lo, c->n, c->v[lo].compact <= compact);
	if (!lo)
		return compact;
	p = &c->v[lo - 1];
	if (compact < p->compact + PLACEHOLDER_BYTES)
		return p->at;
	return p->at + p->n + (compact - p->compact - PLACEHOLDER_BYTES);
}
