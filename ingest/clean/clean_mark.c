/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * List marks: what counts as one, and the pass that makes block data of them. A mark needs something behind it, and
 * what could be a date, a quantity or initials is none ("26.06.2026 г.", "1.5 млн", "И.О. Фамилия").
 */
#include "clean_mark.h"

#include "clean_p.h"
#include "utf8.h"

static size_t skip_blanks(struct span s, size_t at)
{
	for (;;) {
		size_t next = at;

		if (at >= s.n || !utf8_is_space(utf8_next(s, &next)))
			return at;
		at = next;
	}
}

static bool is_digit(struct span s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* Marks of one character. A letter may follow a dash at once, a digit not: that is a negative number. */
static struct mark bullet(struct span s)
{
	static const unsigned bullets[] = { 0x2022, 0x00B7, 0x25CF, 0x25CB, 0x25AA, 0x25AB, 0x25A0, 0x25A1, 0x25E6,
					    0x2023, 0x27A2, 0x25BA, 0x25B6, 0x2713, 0x2714, 0x2756, 0x2666, 0x25C6,
					    0x2605, 0x2043, 0x2219, 0x2610, 0x2611, 0x2612, 0x27A4, 0x2192 };
	struct mark m = { 0 };
	size_t at = 0, body;
	unsigned c = utf8_next(s, &at);

	body = skip_blanks(s, at);
	if (body == s.n || s.n == 0)
		return m;
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (c == bullets[i])
			return (struct mark){ MARK_BULLET, at, body, 1, 0 };
	if (c == '*' && body > at)
		return (struct mark){ MARK_BULLET, at, body, 1, 0 };
	if (c == '-' || (c >= 0x2010 && c <= 0x2015)) {
		size_t next = at;

		if (body > at || utf8_is_letter(utf8_next(s, &next)))
			return (struct mark){ MARK_DASH, at, body, 1, 0 };
	}
	return m;
}

/* The digits of one number from *at on; at most three, without a zero before them. */
static bool number(struct span s, size_t *at, int *value)
{
	size_t from = *at;

	*value = 0;
	while (is_digit(s, *at) && *at - from < 4)
		*value = *value * 10 + (s.p[(*at)++] - '0');
	return *at > from && *at - from < 4 && !(s.p[from] == '0' && *at - from > 1) && !is_digit(s, *at);
}

/* Behind a mark without a full stop only a capital or a quotation mark makes sure that it is no quantity. */
static bool begins_a_title(struct span s, size_t at)
{
	unsigned c = utf8_next(s, &at);

	return utf8_is_upper(c) || c == 0xAB || c == 0x201C || c == '"';
}

static struct mark numbered(struct span s)
{
	struct mark m = { .kind = MARK_NUMBER };
	bool bracket = s.n && s.p[0] == '(', closed = false;
	size_t at = bracket;

	do {
		size_t from = at;

		if (!number(s, &at, &m.number) && at > from) /* the year of 21.12.2021 */
			return (struct mark){ 0 };
		if (at == from)
			break;
		m.depth++;
		closed = at < s.n && s.p[at] == '.';
		at += closed;
	} while (closed && is_digit(s, at) && m.depth < 6);
	if (m.depth == 0 || (closed && is_digit(s, at)))
		return (struct mark){ 0 };
	if (at < s.n && s.p[at] == ')') {
		closed = true;
		at++;
	} else if (bracket) {
		return (struct mark){ 0 };
	}
	m.bytes = at;
	m.body = skip_blanks(s, at);
	if (m.body == s.n || (m.body == at && !(closed && begins_a_title(s, at))))
		return (struct mark){ 0 };
	if (!closed && (m.depth == 1 || !begins_a_title(s, m.body)))
		return (struct mark){ 0 };
	return m;
}

static struct mark lettered(struct span s)
{
	struct mark m = { .kind = MARK_LETTER, .depth = 1 };
	size_t at = s.n && s.p[0] == '(', after;
	unsigned c = utf8_next(s, &at);

	if (!utf8_is_letter(c) || at >= s.n || s.p[at] != ')')
		return (struct mark){ 0 };
	after = at + 1;
	c = utf8_lower(c);
	m.number = c >= 0x430 ? (int)(c - 0x430) + 1 : (int)(c - 'a') + 1;
	m.bytes = after;
	m.body = skip_blanks(s, after);
	return m.body < s.n ? m : (struct mark){ 0 };
}

/* I. IV. X) in Latin letters, and with the Cyrillic І that stands for them. Longer ones than XXXIX are no list. */
static struct mark roman(struct span s)
{
	struct mark m = { .kind = MARK_ROMAN, .depth = 1 };
	size_t at = 0, next;
	int last = 0;

	for (next = 0; at < s.n; at = next) {
		unsigned c = utf8_next(s, &next);
		int v = c == 'I' || c == 0x406 ? 1 : c == 'V' ? 5 : c == 'X' || c == 0x425 ? 10 : 0;

		if (!v)
			break;
		m.number += v > last ? v - 2 * last : v;
		last = v;
	}
	if (at == 0 || at > 12 || at >= s.n || (s.p[at] != '.' && s.p[at] != ')'))
		return (struct mark){ 0 };
	m.bytes = at + 1;
	m.body = skip_blanks(s, at + 1);
	return m.body > m.bytes && m.body < s.n && begins_a_title(s, m.body) ? m : (struct mark){ 0 };
}

struct mark mark_of(struct span s)
{
	static struct mark (*const kinds[])(struct span) = { bullet, numbered, lettered, roman };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct mark m = kinds[i](s), inner;

		if (!m.kind)
			continue;
		if (m.kind != MARK_DASH && m.kind != MARK_BULLET)
			return m;
		/* "- ✓ text", "• 1) text": a conversion has put a dash or a bullet before the mark */
		inner = bullet(span_sub(s, m.body, s.n));
		if (inner.kind == MARK_BULLET)
			return (struct mark){ MARK_BULLET, m.body + inner.bytes, m.body + inner.body, 1, 0 };
		inner = numbered(span_sub(s, m.body, s.n));
		if (m.kind == MARK_BULLET && inner.kind == MARK_NUMBER && s.p[m.body + inner.bytes - 1] == ')') {
			inner.bytes += m.body;
			inner.body += m.body;
			return inner;
		}
		return m;
	}
	return (struct mark){ 0 };
}

/* ---- the pass ---- */

/* A mark that the reader knows (an automatic number) wins; what stands in the text is what counts. */
static struct mark mark_of_block(const struct doc *d, const struct block *b)
{
	struct span s = doc_slice(d, b->start, b->end);

	if (b->body > b->start && b->body <= b->end) {
		struct mark m = mark_of(s);
		struct span text = span_trim(doc_slice(d, b->start, b->body));

		if (m.body == b->body - b->start)
			return m;
		return (struct mark){ MARK_LETTER, text.n, b->body - b->start, 1, 0 };
	}
	if (b->mark.n && span_starts(s, b->mark)) {
		struct mark m = mark_of(s);

		if (m.kind)
			return m;
		return (struct mark){ MARK_LETTER, b->mark.n, skip_blanks(s, b->mark.n), 1, 0 };
	}
	return mark_of(s);
}

static bool takes_marks(const struct block *b)
{
	switch (b->kind) {
	case BLOCK_PARA:
	case BLOCK_HEADING:
	case BLOCK_ITEM:
	case BLOCK_CELL:
	case BLOCK_NOTE:
		return true;
	case BLOCK_TITLE:
	case BLOCK_TOC:
	case BLOCK_HEADER:
	case BLOCK_FOOTER:
	case BLOCK_CAPTION:
	case BLOCK_SIGNATURE:
	case BLOCK_KINDS:
		return false;
	}
	return false;
}

/* Which kinds of lists are open: an item whose kind is open closes those inside it. */
struct nesting {
	enum mark_kind kind[8];
	unsigned sign[8]; /* first character of a bullet */
	int n;
};

static int depth_of(struct nesting *open, const struct mark *m, unsigned sign)
{
	int k = 0;

	if (m->kind != MARK_BULLET && m->kind != MARK_DASH)
		sign = 0;
	while (k < open->n && !(open->kind[k] == m->kind && open->sign[k] == sign))
		k++;
	if (k == (int)(sizeof open->kind / sizeof *open->kind))
		return k;
	open->kind[k] = m->kind;
	open->sign[k] = sign;
	open->n = k + 1;
	return k + 1;
}

void clean_marks(struct clean *c)
{
	struct doc *d = c->d;

	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block *b = &d->blocks[i];
		struct mark m = takes_marks(b) ? mark_of_block(d, b) : (struct mark){ 0 };

		b->mark = (struct span){ 0 };
		b->body = 0;
		if (!m.kind)
			continue;
		b->mark = arena_dup(&d->arena, doc_slice(d, b->start, b->start + m.bytes));
		b->body = b->start + m.body;
		if (b->kind == BLOCK_PARA)
			b->kind = BLOCK_ITEM;
	}
}

void clean_levels(struct clean *c)
{
	struct doc *d = c->d;
	struct nesting open = { .n = 0 };

	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block *b = &d->blocks[i];
		struct mark m;
		size_t at = b->start;

		if (b->hidden)
			continue;
		if (b->kind == BLOCK_HEADING || b->kind == BLOCK_PARA)
			open.n = 0;
		if (b->kind != BLOCK_ITEM || b->level)
			continue;
		m = mark_of(doc_slice(d, b->start, b->end));
		if (!m.kind)
			b->level = open.n ? open.n : 1;
		else
			b->level = m.depth > 1 ? m.depth : depth_of(&open, &m, utf8_next(d->text, &at));
	}
}
