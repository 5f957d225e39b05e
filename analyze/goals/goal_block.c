/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a block looks to the goal pass: its list mark, its first and last sign. */
#include "goal_block.h"

#include "utf8.h"

bool goal_block_skipped(const struct block *b)
{
	return b->hidden || b->dup || b->kind == BLOCK_CELL || b->kind == BLOCK_TOC || b->kind == BLOCK_HEADER ||
	       b->kind == BLOCK_FOOTER || b->kind == BLOCK_CAPTION || b->kind == BLOCK_SIGNATURE;
}

unsigned goal_last_char(const struct doc *d, size_t start, size_t end)
{
	while (end > start) {
		unsigned c = utf8_prev(d->text, &end);

		if (!utf8_is_space(c) && c != '*')
			return c;
	}
	return 0;
}

static unsigned first_char(const struct doc *d, size_t start, size_t end)
{
	struct span s = span_sub(d->text, 0, end);

	while (start < end) {
		unsigned c = utf8_next(s, &start);

		if (!utf8_is_space(c) && c != '*' && c != '"' && c != 0xab)
			return c;
	}
	return 0;
}

bool goal_starts_lower(const struct doc *d, const struct block *b)
{
	unsigned c = first_char(d, block_body(b), b->end);

	return utf8_is_letter(c) && !utf8_is_upper(c);
}

/* "II.", "IV)" */
static bool is_roman(struct span mark)
{
	for (size_t i = 0; i < mark.n; i++)
		if (mark.p[i] != 'I' && mark.p[i] != 'V' && mark.p[i] != 'X' && (!i || i + 1 < mark.n))
			return false;
	return true;
}

int goal_mark_kind(const struct block *b)
{
	struct span m = b->mark;
	size_t at = 0;
	int parts = 0;
	bool digit = false;

	if (!m.n)
		return b->kind == BLOCK_ITEM ? -1 : 0;
	if (!utf8_is_word(utf8_next(m, &at)))
		return 1;
	if (is_roman(m))
		return -3;
	if (m.p[0] < '0' || m.p[0] > '9')
		return 2;
	for (size_t i = 0; i < m.n; i++) {
		bool now = m.p[i] >= '0' && m.p[i] <= '9';

		parts += now && !digit;
		digit = now;
	}
	return m.p[m.n - 1] == ')' ? 3 : 3 + parts;
}

bool goal_has_mark(const struct block *b)
{
	return goal_mark_kind(b) != 0;
}

struct span goal_printed_number(const struct block *b)
{
	struct span s = b->mark;

	while (s.n && !(s.p[s.n - 1] >= '0' && s.p[s.n - 1] <= '9'))
		s.n--;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '.' && !(s.p[i] >= '0' && s.p[i] <= '9'))
			return (struct span){ 0 };
	return s;
}

struct span goal_printed_letter(const struct block *b)
{
	size_t at = 0;
	unsigned c = b->mark.n ? utf8_next(b->mark, &at) : 0;

	return utf8_is_letter(c) && (at == b->mark.n || !utf8_is_word((unsigned char)b->mark.p[at]))
		       ? span_sub(b->mark, 0, at)
		       : (struct span){ 0 };
}
