/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists printed inside one block: readers keep them together where the file has no paragraph between their items. */
#include "goal_piece.h"

#include <string.h>

#include "goal_block.h"
#include "utf8.h"

enum { MARK_LETTERS = 4 }; /* "viii)" */

/* Bytes of the bullet at byte at; 0: none. */
static size_t bullet(struct span s, size_t at)
{
	static const char *const bullets[] = { "• ", "▪ ", "● ", "◦ ", "➢ ", "✓ ", "\xef\x82\xb7 " };
	struct span rest = span_sub(s, at, s.n);

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (span_starts(rest, span_of(bullets[i])))
			return strlen(bullets[i]) - 1;
	return 0;
}

size_t goal_label_bytes(struct span s, size_t at)
{
	size_t i = at + (at < s.n && s.p[at] == '('), letters = 0, digits = 0;

	while (i < s.n && s.p[i] != ')') {
		unsigned c = utf8_next(s, &i);
		bool digit = c >= '0' && c <= '9';

		if (!digit && (!utf8_is_letter(c) || utf8_is_upper(c)))
			return 0;
		letters += !digit;
		digits += digit;
		if (letters > MARK_LETTERS || digits > 2 || (letters && digits))
			return 0;
		if (letters > 1 && c != 'i' && c != 'v' && c != 'x')
			return 0;
	}
	return letters + digits && i + 1 < s.n && s.p[i + 1] == ' ' ? i + 1 - at : 0;
}

/* Bytes of the mark that begins at byte at behind a sign that ends an item or announces a list; 0: none. */
static size_t mark_at(struct span text, size_t from, size_t at)
{
	size_t before = at, n, after;
	unsigned c = 0;

	while (before > from && utf8_is_space(c = utf8_prev(text, &before)))
		continue;
	if (before == at || (c != ':' && c != ';' && c != '.' && c != '!'))
		return 0;
	n = bullet(text, at);
	n = n || c == '.' ? n : goal_label_bytes(text, at);
	after = at + n + 1;
	return n && after < text.n && utf8_is_letter(utf8_next(text, &after)) ? n : 0;
}

void goal_see_mark(const struct doc *d, struct block *b)
{
	struct span text = span_sub(d->text, 0, b->end);
	size_t n = b->kind == BLOCK_PARA && !b->mark.n ? goal_label_bytes(text, b->start) : 0, body = b->start + n + 1;

	if (!n || body >= b->end || !utf8_is_letter(utf8_next(text, &body)))
		return;
	b->kind = BLOCK_ITEM;
	b->mark = span_sub(text, b->start, b->start + n);
	b->body = b->start + n + 1;
}

struct block goal_next_piece(const struct doc *d, struct block *rest)
{
	struct span text = span_sub(d->text, 0, rest->end);
	struct block piece = *rest;

	for (size_t at = block_body(rest); at < rest->end; at++) {
		size_t n = ((unsigned char)text.p[at] & 0xc0) == 0x80 || (at && text.p[at - 1] != ' ')
				   ? 0
				   : mark_at(text, block_body(rest), at);

		if (!n)
			continue;
		piece.end = at;
		rest->kind = BLOCK_ITEM;
		rest->mark = span_sub(text, at, at + n);
		rest->start = at;
		rest->body = at + n + 1;
		return piece;
	}
	rest->start = rest->body = rest->end;
	return piece;
}
