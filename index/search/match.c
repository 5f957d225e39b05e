/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every word is quoted and every operator written here: whatever people type, FTS5 has nothing to complain about. */
#include "match.h"

static void put_leaf(const struct ask_node *n, struct buf *out)
{
	buf_putc(out, '"');
	if (n->exact)
		buf_putc(out, '=');
	for (size_t i = 0; i < n->text.n; i++) {
		if (n->text.p[i] == '"')
			buf_putc(out, '"');
		buf_putc(out, n->text.p[i]);
	}
	buf_puts(out, n->prefix ? "\" *" : "\"");
}

static bool has_wide(const struct ask_node *n)
{
	bool wide = n->wide;

	for (const struct ask_node *c = n->first; c && !wide; c = c->next)
		wide = has_wide(c);
	return wide;
}

/* Wanted operands joined by AND, then NOT for each that is not. */
static void put_and(const struct ask_node *n, struct buf *out)
{
	bool first = true;

	for (const struct ask_node *c = n->first; c; c = c->next) {
		if (c->kind == ASK_NOT)
			continue;
		if (!first)
			buf_puts(out, " AND ");
		first = false;
		match_put(c, out);
	}
	for (const struct ask_node *c = n->first; c; c = c->next) {
		if (c->kind != ASK_NOT || has_wide(c))
			continue;
		buf_puts(out, " NOT ");
		match_put(c->first, out);
	}
}

static void put_or(const struct ask_node *n, struct buf *out)
{
	for (const struct ask_node *c = n->first; c; c = c->next) {
		if (c != n->first)
			buf_puts(out, " OR ");
		match_put(c, out);
	}
}

void match_put(const struct ask_node *n, struct buf *out)
{
	switch (n->kind) {
	case ASK_WORD:
	case ASK_PHRASE:
		put_leaf(n, out);
		return;
	case ASK_NEAR:
		buf_puts(out, "NEAR(");
		for (const struct ask_node *c = n->first; c; c = c->next) {
			put_leaf(c, out);
			buf_putc(out, ' ');
		}
		buf_addf(out, ", %d)", n->distance);
		return;
	case ASK_AND:
		buf_putc(out, '(');
		put_and(n, out);
		buf_putc(out, ')');
		return;
	case ASK_OR:
		buf_putc(out, '(');
		put_or(n, out);
		buf_putc(out, ')');
		return;
	case ASK_NOT:
		match_put(n->first, out);
		return;
	}
}
