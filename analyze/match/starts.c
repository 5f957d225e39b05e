/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first bytes of the stems that a pattern begins with. */
#include "starts.h"

static void set(uint64_t bits[4], unsigned bit)
{
	bits[bit / 64] |= (uint64_t)1 << (bit % 64);
}

static void add_stem(struct starts *s, struct span text)
{
	if (text.n >= 4)
		set(s->four, starts_hash(text.p, 4));
	else if (text.n >= 2)
		set(s->two, starts_hash(text.p, 2));
	else if (text.n)
		set(s->one, (unsigned char)*text.p);
	else
		s->any = true;
}

struct starts starts_of(struct arena *a, const struct node *n)
{
	struct starts s = { .words = true };
	struct triggers ts = { 0 };

	if (!pattern_triggers(a, n, false, &ts))
		return (struct starts){ .any = true };
	for (size_t i = 0; i < ts.n; i++) {
		if (ts.v[i].kind == TRIGGER_STEM) {
			add_stem(&s, ts.v[i].text);
			continue;
		}
		s.words = false;
		s.any |= ts.v[i].kind != TRIGGER_DIGIT;
		for (unsigned c = '0'; c <= '9'; c++)
			set(s.one, c);
	}
	return s;
}
