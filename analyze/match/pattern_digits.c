/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where digits meet: what of a pattern can begin with one, and what is glued to what. */
#include "pattern_digits.h"

#include "utf8.h"

static bool is_digit_class(const struct node *n)
{
	return n->kind == NODE_CLASS && n->set->n == 1 && n->set->v[0].lo >= '0' && n->set->v[0].hi <= '9';
}

enum edge node_edge(const struct node *n)
{
	if (!n)
		return EDGE_UNKNOWN;
	if (n->kind == NODE_REPEAT && n->min > 0)
		n = n->kids;
	if (n->kind == NODE_CAT && n->kids && !n->kids->next)
		n = n->kids;
	if (is_digit_class(n))
		return EDGE_DIGIT;
	return n->kind == NODE_CHAR && utf8_is_letter(n->cp) ? EDGE_LETTER : EDGE_UNKNOWN;
}

bool node_is_digits(const struct node *n)
{
	return n->kind == NODE_REPEAT && n->mode == 0 && n->min > 0 && is_digit_class(n->kids);
}

enum digit_start nodes_digit_start(const struct node *kids)
{
	for (; kids; kids = kids->next) {
		enum digit_start x = node_digit_start(kids);

		if (x != DIGIT_EMPTY)
			return x;
	}
	return DIGIT_EMPTY;
}

static enum digit_start digit_start_of_any(const struct node *kids)
{
	enum digit_start all = DIGIT_NEVER;

	for (; kids; kids = kids->next) {
		enum digit_start x = node_digit_start(kids);

		if (x == DIGIT_MAYBE)
			return x;
		all = x == DIGIT_EMPTY ? x : all;
	}
	return all;
}

enum digit_start node_digit_start(const struct node *n)
{
	switch (n->kind) {
	case NODE_CHAR:
		return n->cp >= '0' && n->cp <= '9' ? DIGIT_MAYBE : DIGIT_NEVER;
	case NODE_CLASS:
		for (unsigned c = '0'; c <= '9'; c++)
			if (charset_has(n->set, c))
				return DIGIT_MAYBE;
		return DIGIT_NEVER;
	case NODE_SPACE: /* glue does not stand between digits */
		return DIGIT_NEVER;
	case NODE_EMPTY:
	case NODE_TAIL:
	case NODE_ASSERT:
		return DIGIT_EMPTY;
	case NODE_CAT:
		return nodes_digit_start(n->kids);
	case NODE_ALT:
		return digit_start_of_any(n->kids);
	case NODE_GROUP:
		if (!n->name.n && (n->open[1] == '=' || n->open[1] == '!' || n->open[1] == '<'))
			return DIGIT_EMPTY;
		return digit_start_of_any(n->kids);
	case NODE_REPEAT: {
		enum digit_start x = node_digit_start(n->kids);

		return x == DIGIT_MAYBE || n->min > 0 ? x : DIGIT_EMPTY;
	}
	case NODE_SET:
		if (!n->kids->digits_known)
			n->kids->digits_known = 1 + (int)digit_start_of_any(n->kids);
		return (enum digit_start)(n->kids->digits_known - 1);
	}
	return DIGIT_MAYBE;
}

static size_t max_of_kids(const struct node *kids, bool sum)
{
	size_t bytes = 0;

	for (; kids && bytes < PATTERN_LONG; kids = kids->next) {
		size_t one = node_max_bytes(kids);

		if (sum)
			bytes += one;
		else if (one > bytes)
			bytes = one;
	}
	return bytes < PATTERN_LONG ? bytes : PATTERN_LONG;
}

size_t node_max_bytes(const struct node *n)
{
	enum { CHAR_BYTES = 4, SPACE_BYTES = 16 };
	size_t bytes = PATTERN_LONG;

	switch (n->kind) {
	case NODE_EMPTY:
	case NODE_ASSERT:
		return 0;
	case NODE_CHAR:
	case NODE_CLASS:
		return CHAR_BYTES;
	case NODE_SPACE:
		return SPACE_BYTES;
	case NODE_TAIL:
		return PATTERN_LONG;
	case NODE_CAT:
		return max_of_kids(n->kids, true);
	case NODE_ALT:
	case NODE_SET:
	case NODE_GROUP:
		return max_of_kids(n->kids, false);
	case NODE_REPEAT:
		if (n->max >= 0 && n->max < PATTERN_LONG)
			bytes = (size_t)n->max * node_max_bytes(n->kids);
		return bytes < PATTERN_LONG ? bytes : PATTERN_LONG;
	}
	return bytes;
}
