/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk over a pattern's tree behind pattern_after: two states, and what can be consumed in the second one. */
#include "pattern_after.h"

#include <string.h>

/* Bits: what a match may have consumed so far. */
enum { NOTHING = 1, FIGURE = 2 };

struct walk {
	const char *figure; /* the characters of a figure besides digits */
	struct after_set *out;
};

static bool is_digit(unsigned c)
{
	return c >= '0' && c <= '9';
}

static bool of_figure(const struct walk *w, unsigned c)
{
	return is_digit(c) || (c && c < 0x80 && strchr(w->figure, (int)c));
}

static void add_range(struct after_set *s, unsigned lo, unsigned hi)
{
	for (unsigned c = lo; c <= hi && c < 0x80; c++)
		s->ascii[c / 64] |= (uint64_t)1 << (c % 64);
	if (lo < 0x80)
		lo = 0x80;
	if (hi >= lo + 63)
		s->other = ~(uint64_t)0;
	for (unsigned c = lo; c <= hi && s->other != ~(uint64_t)0; c++)
		s->other |= (uint64_t)1 << (c % 64);
}

/* At the beginning stands a digit: nothing else can be consumed there. */
static unsigned walk_char(struct walk *w, unsigned c, unsigned in)
{
	if (is_digit(c))
		return in ? FIGURE : 0;
	if (!(in & FIGURE))
		return 0;
	if (of_figure(w, c))
		return FIGURE;
	add_range(w->out, c, c);
	return 0;
}

static unsigned walk_class(struct walk *w, const struct charset *set, unsigned in)
{
	unsigned out = 0;

	for (unsigned c = ' '; c < 0x80; c++)
		if (of_figure(w, c) && charset_has(set, c))
			out |= walk_char(w, c, in);
	for (size_t i = 0; i < set->n && in & FIGURE; i++)
		add_range(w->out, set->v[i].lo, set->v[i].hi);
	return out;
}

static unsigned walk_node(struct walk *w, const struct node *n, unsigned in);

static unsigned walk_all(struct walk *w, const struct node *kids, unsigned in)
{
	for (; kids && in; kids = kids->next)
		in = walk_node(w, kids, in);
	return in;
}

static unsigned walk_any(struct walk *w, const struct node *kids, unsigned in)
{
	unsigned out = 0;

	for (; kids; kids = kids->next)
		out |= walk_node(w, kids, in);
	return out;
}

/* A second time only with states that are new: with those of the first nothing is added, and repeats in repeats would
 * take a power of two of walks. */
static unsigned walk_repeat(struct walk *w, const struct node *n, unsigned in)
{
	unsigned once = walk_node(w, n->kids, in), more = once & ~in;

	return once | (more ? walk_node(w, n->kids, more) : 0) | (n->min == 0 ? in : 0);
}

/* Letters of any script, none of them perhaps. */
static unsigned walk_tail(struct walk *w, unsigned in)
{
	if (in & FIGURE) {
		add_range(w->out, 'A', 'z');
		w->out->other = ~(uint64_t)0;
	}
	return in;
}

static unsigned walk_node(struct walk *w, const struct node *n, unsigned in)
{
	switch (n->kind) {
	case NODE_EMPTY:
	case NODE_ASSERT:
		return in;
	case NODE_CHAR:
		return walk_char(w, n->cp, in);
	case NODE_CLASS:
		return walk_class(w, n->set, in);
	case NODE_SPACE: /* glue takes up no text */
		return in | walk_char(w, ' ', in);
	case NODE_TAIL:
		return walk_tail(w, in);
	case NODE_CAT:
		return walk_all(w, n->kids, in);
	case NODE_ALT:
	case NODE_SET:
		return walk_any(w, n->kids, in);
	case NODE_GROUP:
		if (!n->name.n && (n->open[1] == '=' || n->open[1] == '!' || n->open[1] == '<'))
			return in; /* look-around */
		return walk_any(w, n->kids, in);
	case NODE_REPEAT:
		return walk_repeat(w, n, in);
	}
	return in;
}

static struct after_set after(const struct node *n, const char *figure)
{
	struct after_set s = { 0 };
	struct walk w = { figure, &s };

	s.any = walk_node(&w, n, NOTHING) != 0;
	return s;
}

struct digits_after pattern_after(const struct node *n)
{
	return (struct digits_after){ after(n, ""), after(n, " .,") };
}
