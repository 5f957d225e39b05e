/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pattern must begin with: words that a hash can look up, so that the pattern is tried only where they stand. */
#include "pattern_stems.h"

#include "utf8.h"

enum { FANOUT = 12 /* characters of a class that are spelled out */ };

/* Prefixes under construction: open ones can still grow. */
struct prefix {
	struct span text;
	bool open, digit;
};

struct prefixes {
	struct prefix *v;
	size_t n, cap;
};

static bool grow(struct arena *a, const struct node *n, const struct prefixes *before, struct prefixes *out);

static bool add(struct arena *a, struct prefixes *out, struct prefix p)
{
	if (out->n >= TRIGGERS_MAX)
		return false;
	ARENA_ROOM(a, out->v, out->n, out->cap);
	out->v[out->n++] = p;
	return true;
}

/* Closes every prefix; an empty one cannot be closed. */
static bool close_all(struct arena *a, const struct prefixes *before, struct prefixes *out)
{
	for (size_t i = 0; i < before->n; i++) {
		struct prefix p = before->v[i];

		if (p.text.n == 0 && !p.digit)
			return false;
		p.open = false;
		if (!add(a, out, p))
			return false;
	}
	return true;
}

static bool grow_char(struct arena *a, unsigned cp, const struct prefixes *before, struct prefixes *out)
{
	char bytes[4];
	size_t n;

	cp = utf8_lower(cp);
	n = utf8_encode(cp == 0x451 ? 0x435 : cp, bytes);
	for (size_t i = 0; i < before->n; i++) {
		struct prefix p = before->v[i];

		if (p.open && p.text.n == 0 && cp >= '0' && cp <= '9') {
			p.digit = true;
			p.open = false;
		} else if (p.open && (p.text.n + n > STEM_BYTES || (p.text.n && !utf8_is_letter(cp)))) {
			p.open = false;
		} else if (p.open) {
			p.text = arena_printf(a, "%.*s%.*s", SPAN_ARG(p.text), (int)n, bytes);
			p.open = utf8_is_letter(cp);
		}
		if (!add(a, out, p))
			return false;
	}
	return true;
}

static bool all_digits(const struct charset *set)
{
	return set->n == 1 && set->v[0].lo >= '0' && set->v[0].hi <= '9';
}

static bool grow_class(struct arena *a, const struct charset *set, const struct prefixes *before, struct prefixes *out)
{
	if (all_digits(set))
		return grow_char(a, '0', before, out);
	if (charset_count(set, FANOUT + 1) > FANOUT)
		return close_all(a, before, out);
	for (size_t i = 0; i < set->n; i++)
		for (unsigned c = set->v[i].lo; c <= set->v[i].hi; c++)
			if (!grow_char(a, c, before, out))
				return false;
	return true;
}

static bool grow_cat(struct arena *a, const struct node *kids, const struct prefixes *before, struct prefixes *out)
{
	struct prefixes now = *before;

	for (; kids; kids = kids->next) {
		struct prefixes next = { 0 };
		bool any_open = false;

		for (size_t i = 0; i < now.n; i++)
			any_open = any_open || now.v[i].open;
		if (!any_open)
			break;
		if (!grow(a, kids, &now, &next))
			return false;
		now = next;
	}
	for (size_t i = 0; i < now.n; i++)
		if (!add(a, out, now.v[i]))
			return false;
	return true;
}

static bool grow_alternatives(struct arena *a, const struct node *kids, const struct prefixes *before, struct prefixes *out)
{
	for (; kids; kids = kids->next)
		if (!grow(a, kids, before, out))
			return false;
	return true;
}

static bool keep(struct arena *a, const struct prefixes *before, struct prefixes *out)
{
	for (size_t i = 0; i < before->n; i++)
		if (!add(a, out, before->v[i]))
			return false;
	return true;
}

static bool grow_repeat(struct arena *a, const struct node *n, const struct prefixes *before, struct prefixes *out)
{
	struct prefixes once = { 0 };

	if (n->min == 0 && !keep(a, before, out))
		return false;
	if (n->max == 0)
		return true;
	if (!grow(a, n->kids, before, &once))
		return false;
	if (n->max == 1)
		return keep(a, &once, out);
	return close_all(a, &once, out);
}

/* A set at the beginning, the usual case: its stems are computed once for all patterns that name it. */
static bool grow_set(struct arena *a, const struct node *n, const struct prefixes *before, struct prefixes *out)
{
	struct triggers *known = n->kids->starts;

	if (before->n != 1 || before->v[0].text.n || before->v[0].digit)
		return grow(a, n->kids, before, out);
	if (!known) {
		known = arena_alloc(a, sizeof *known);
		if (!pattern_triggers(a, n->kids, known))
			return false;
		n->kids->starts = known;
	}
	for (size_t i = 0; i < known->n; i++)
		if (!add(a, out, (struct prefix){ .text = known->v[i].text, .digit = known->v[i].kind == TRIGGER_DIGIT }))
			return false;
	return true;
}

static bool grow(struct arena *a, const struct node *n, const struct prefixes *before, struct prefixes *out)
{
	switch (n->kind) {
	case NODE_EMPTY:
	case NODE_ASSERT:
		return keep(a, before, out);
	case NODE_CHAR:
		return grow_char(a, n->cp, before, out);
	case NODE_CLASS:
		return grow_class(a, n->set, before, out);
	case NODE_SPACE:
	case NODE_TAIL:
		return close_all(a, before, out);
	case NODE_CAT:
		return grow_cat(a, n->kids, before, out);
	case NODE_ALT:
		return grow_alternatives(a, n->kids, before, out);
	case NODE_SET:
		return grow_set(a, n, before, out);
	case NODE_GROUP:
		if (!n->name.n && (!strcmp(n->open, "?=") || !strncmp(n->open, "?!", 2) || !strncmp(n->open, "?<", 2)))
			return keep(a, before, out);
		return grow(a, n->kids, before, out);
	case NODE_REPEAT:
		return grow_repeat(a, n, before, out);
	}
	return false;
}

bool pattern_triggers(struct arena *a, const struct node *n, struct triggers *out)
{
	struct prefix empty = { .open = true };
	struct prefixes start = { &empty, 1, 1 };
	struct prefixes all = { 0 };
	bool digit = false;

	if (!grow(a, n, &start, &all))
		return false;
	for (size_t i = 0; i < all.n; i++) {
		struct trigger t = { .kind = TRIGGER_STEM, .text = all.v[i].text };

		if (all.v[i].digit && digit)
			continue;
		if (all.v[i].digit) {
			t.kind = TRIGGER_DIGIT;
			digit = true;
		} else if (t.text.n == 0) {
			return false;
		}
		ARENA_ROOM(a, out->v, out->n, out->cap);
		out->v[out->n++] = t;
	}
	return true;
}
