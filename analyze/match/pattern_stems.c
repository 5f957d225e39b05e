/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pattern must begin with: words that a hash can look up, so that the pattern is tried only where they stand. */
#include "pattern_stems.h"

#include "utf8.h"

enum { FANOUT = 12 /* characters of a class that are spelled out */ };

struct growing {
	struct arena *stays, *scratch;
};

/* Prefixes under construction: open ones can still grow. */
struct prefix {
	char text[STEM_BYTES];
	unsigned char n;
	bool open, digit;
	bool whole; /* the word ends behind it */
};

struct prefixes {
	struct prefix *v;
	size_t n, cap;
};

static bool grow(struct growing *g, const struct node *n, const struct prefixes *before, struct prefixes *out);

static bool add(struct growing *g, struct prefixes *out, struct prefix p)
{
	if (out->n >= TRIGGERS_MAX)
		return false;
	ARENA_ROOM(g->scratch, out->v, out->n, out->cap);
	out->v[out->n++] = p;
	return true;
}

/* Closes every prefix; an empty one cannot be closed. ends: the words end here. */
static bool close_all(struct growing *g, const struct prefixes *before, bool ends, struct prefixes *out)
{
	for (size_t i = 0; i < before->n; i++) {
		struct prefix p = before->v[i];

		if (p.n == 0 && !p.digit)
			return false;
		p.whole = p.whole || (ends && p.open && !p.digit && byte_is_letter((unsigned char)p.text[0]));
		p.open = false;
		if (!add(g, out, p))
			return false;
	}
	return true;
}

static bool grow_char(struct growing *g, unsigned cp, const struct prefixes *before, struct prefixes *out)
{
	char bytes[4];
	size_t n;

	cp = utf8_lower(cp);
	n = utf8_encode(cp == 0x451 ? 0x435 : cp, bytes);
	for (size_t i = 0; i < before->n; i++) {
		struct prefix p = before->v[i];

		if (p.open && p.n == 0 && cp >= '0' && cp <= '9') {
			p.digit = true;
			p.open = false;
		} else if (p.open && (p.n + n > STEM_BYTES || (p.n && !utf8_is_letter(cp)))) {
			p.open = false;
			p.whole = !utf8_is_letter(cp);
		} else if (p.open) {
			memcpy(p.text + p.n, bytes, n);
			p.n = (unsigned char)(p.n + n);
			p.open = utf8_is_letter(cp);
		}
		if (!add(g, out, p))
			return false;
	}
	return true;
}

static bool all_digits(const struct charset *set)
{
	return set->n == 1 && set->v[0].lo >= '0' && set->v[0].hi <= '9';
}

static bool grow_class(struct growing *g, const struct charset *set, const struct prefixes *before,
		       struct prefixes *out)
{
	if (all_digits(set))
		return grow_char(g, '0', before, out);
	if (charset_count(set, FANOUT + 1) > FANOUT)
		return close_all(g, before, false, out);
	for (size_t i = 0; i < set->n; i++)
		for (unsigned c = set->v[i].lo; c <= set->v[i].hi; c++)
			if (!grow_char(g, c, before, out))
				return false;
	return true;
}

static bool grow_cat(struct growing *g, const struct node *kids, const struct prefixes *before, struct prefixes *out)
{
	struct prefixes now = *before;

	for (; kids; kids = kids->next) {
		struct prefixes next = { 0 };
		bool any_open = false;

		for (size_t i = 0; i < now.n; i++)
			any_open = any_open || now.v[i].open;
		if (!any_open)
			break;
		if (!grow(g, kids, &now, &next))
			return false;
		now = next;
	}
	for (size_t i = 0; i < now.n; i++)
		if (!add(g, out, now.v[i]))
			return false;
	return true;
}

static bool grow_alternatives(struct growing *g, const struct node *kids, const struct prefixes *before,
			      struct prefixes *out)
{
	for (; kids; kids = kids->next)
		if (!grow(g, kids, before, out))
			return false;
	return true;
}

static bool keep(struct growing *g, const struct prefixes *before, struct prefixes *out)
{
	for (size_t i = 0; i < before->n; i++)
		if (!add(g, out, before->v[i]))
			return false;
	return true;
}

static bool grow_repeat(struct growing *g, const struct node *n, const struct prefixes *before, struct prefixes *out)
{
	struct prefixes once = { 0 };

	if (n->min == 0 && !keep(g, before, out))
		return false;
	if (n->max == 0)
		return true;
	if (!grow(g, n->kids, before, &once))
		return false;
	if (n->max == 1)
		return keep(g, &once, out);
	return close_all(g, &once, false, out);
}

/* A set at the beginning, the usual case: its stems are computed once for all patterns that name it. */
static bool grow_set(struct growing *g, const struct node *n, const struct prefixes *before, struct prefixes *out)
{
	struct triggers *known = n->kids->starts;

	if (before->n != 1 || before->v[0].n || before->v[0].digit) {
		struct prefixes inside = { 0 };

		return grow(g, n->kids, before, &inside) && close_all(g, &inside, true, out);
	}
	if (!known) {
		known = arena_alloc(g->stays, sizeof *known);
		if (!pattern_triggers(g->stays, n->kids, true, known))
			return false; /* an element ends where its word ends */
		n->kids->starts = known;
	}
	for (size_t i = 0; i < known->n; i++) {
		struct prefix p = { .n = (unsigned char)known->v[i].text.n,
				    .digit = known->v[i].kind == TRIGGER_DIGIT,
				    .whole = known->v[i].whole };

		if (p.n)
			memcpy(p.text, known->v[i].text.p, p.n);
		if (!add(g, out, p))
			return false;
	}
	return true;
}

static bool grow(struct growing *g, const struct node *n, const struct prefixes *before, struct prefixes *out)
{
	switch (n->kind) {
	case NODE_EMPTY:
	case NODE_ASSERT:
		return keep(g, before, out);
	case NODE_CHAR:
		return grow_char(g, n->cp, before, out);
	case NODE_CLASS:
		return grow_class(g, n->set, before, out);
	case NODE_SPACE:
		return close_all(g, before, true, out);
	case NODE_TAIL:
		return close_all(g, before, false, out);
	case NODE_CAT:
		return grow_cat(g, n->kids, before, out);
	case NODE_ALT:
		return grow_alternatives(g, n->kids, before, out);
	case NODE_SET:
		return grow_set(g, n, before, out);
	case NODE_GROUP:
		if (!n->name.n && (!strcmp(n->open, "?=") || !strncmp(n->open, "?!", 2) || !strncmp(n->open, "?<", 2)))
			return keep(g, before, out);
		return grow(g, n->kids, before, out);
	case NODE_REPEAT:
		return grow_repeat(g, n, before, out);
	}
	return false;
}

/* Stems found go to a; the prefixes on the way there to scratch. */
static bool collect(struct arena *a, struct arena *scratch, const struct node *n, bool ends, struct triggers *out)
{
	struct prefix empty = { .open = true };
	struct prefixes start = { &empty, 1, 1 };
	struct prefixes grown = { 0 }, all = { 0 };
	bool digit = false;
	struct growing g = { a, scratch };

	if (!grow(&g, n, &start, &grown) || !close_all(&g, &grown, ends, &all))
		return false;
	for (size_t i = 0; i < all.n; i++) {
		struct trigger t = { .kind = TRIGGER_STEM, .whole = all.v[i].whole };

		if (all.v[i].digit && digit)
			continue;
		if (all.v[i].digit) {
			t.kind = TRIGGER_DIGIT;
			digit = true;
			t.whole = false;
		} else {
			t.text = arena_dup(a, span_make(all.v[i].text, all.v[i].n));
		}
		ARENA_ROOM(a, out->v, out->n, out->cap);
		out->v[out->n++] = t;
	}
	return true;
}

bool pattern_triggers(struct arena *a, const struct node *n, bool ends, struct triggers *out)
{
	struct arena scratch = { 0 };
	bool ok = collect(a, &scratch, n, ends, out);

	arena_free(&scratch);
	return ok;
}
