/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Start-up is most of the time of one small document, and most of start-up was reading patterns. */
#include "frozen.h"

#include <string.h>

enum { LAYOUT = 0x53560003, ALIGN = 8 };

/* ---- writing ---- */

static void put_int(struct buf *out, size_t n)
{
	uint32_t x = (uint32_t)n;

	buf_add(out, span_make((const char *)&x, sizeof x));
}

static void put_text(struct buf *out, struct span s)
{
	put_int(out, s.n);
	buf_add(out, s);
}

static bool put_code(struct buf *out, const struct regex *re)
{
	struct buf code = { 0 };
	bool ok = regex_save(re, &code);

	put_int(out, code.n);
	while (out->n % ALIGN)
		buf_putc(out, 0);
	buf_add(out, buf_span(&code));
	buf_free(&code);
	return ok;
}

static void put_triggers(struct buf *out, const struct triggers *ts)
{
	put_int(out, ts->n);
	for (size_t i = 0; i < ts->n; i++) {
		put_int(out, (size_t)ts->v[i].kind | (size_t)ts->v[i].whole << 8 | (size_t)ts->v[i].min << 16 |
				     (size_t)ts->v[i].max << 24);
		put_text(out, ts->v[i].text);
	}
}

static void put_bits(struct buf *out, uint64_t bits)
{
	put_int(out, bits & UINT32_MAX);
	put_int(out, bits >> 32);
}

static void put_after(struct buf *out, const struct after_set *a)
{
	put_int(out, a->any);
	put_bits(out, a->ascii[0]);
	put_bits(out, a->ascii[1]);
	put_bits(out, a->other);
}

static void put_starts(struct buf *out, const struct starts *s)
{
	put_int(out, (size_t)s->any | (size_t)s->words << 1);
	for (size_t i = 0; i < 4; i++) {
		put_bits(out, s->one[i]);
		put_bits(out, s->two[i]);
		put_bits(out, s->four[i]);
	}
}

static bool put_rule(struct ruleset *rs, struct rule *r, struct buf *out)
{
	bool ok;

	put_int(out, r->n_names);
	for (size_t i = 0; i < r->n_names; i++)
		put_text(out, r->names[i]);
	put_triggers(out, &r->triggers);
	put_int(out, r->n_needs);
	for (size_t i = 0; i < r->n_needs; i++)
		put_triggers(out, &r->needs[i]);
	put_triggers(out, &r->found_needs);
	put_after(out, &rule_after(rs, r)->digits);
	put_after(out, &rule_after(rs, r)->figure);
	ok = put_code(out, rule_regex(rs, r));
	for (const struct guard *g = r->guards; g; g = g->next) {
		if (!g->re)
			continue;
		put_int(out, g->reach);
		put_int(out, g->at_words);
		put_starts(out, &g->starts);
		ok = put_code(out, g->re) && ok;
	}
	return ok;
}

bool frozen_write(struct ruleset *rs, struct buf *out)
{
	bool ok = true;
	char version[REGEX_VERSION];

	put_int(out, LAYOUT);
	put_text(out, regex_version(version));
	put_int(out, rs->n_rules);
	for (size_t i = 0; i < rs->n_rules; i++)
		ok = put_rule(rs, &rs->rules[i], out) && ok;
	return ok;
}

/* ---- reading ---- */

static struct span take(struct thaw *t, size_t n)
{
	struct span s = { 0 };

	if (n > t->s.n - t->at) {
		t->bad = true;
		t->at = t->s.n;
		return s;
	}
	s = span_sub(t->s, t->at, t->at + n);
	t->at += n;
	return s;
}

static size_t take_int(struct thaw *t)
{
	struct span s = take(t, sizeof(uint32_t));
	uint32_t x = 0;

	if (s.n)
		memcpy(&x, s.p, sizeof x);
	return x;
}

static struct span take_text(struct thaw *t)
{
	return take(t, take_int(t));
}

static struct span take_code(struct thaw *t)
{
	size_t n = take_int(t);

	take(t, (ALIGN - t->at % ALIGN) % ALIGN);
	return take(t, n);
}

/* The number of things that follow, each of at least one number: never more than there is room for. */
static size_t take_count(struct thaw *t, size_t max)
{
	size_t n = take_int(t);

	if (n > max || n > (t->s.n - t->at) / sizeof(uint32_t)) {
		t->bad = true;
		return 0;
	}
	return n;
}

static void take_triggers(struct thaw *t, struct ruleset *rs, struct triggers *ts)
{
	size_t n = take_count(t, SPAN_NONE);

	*ts = (struct triggers){ .v = arena_alloc(&rs->arena, (n + 1) * sizeof *ts->v), .n = n, .cap = n + 1 };
	for (size_t i = 0; i < n; i++) {
		size_t bits = take_int(t);

		ts->v[i] = (struct trigger){ .kind = (enum trigger_kind)(bits & 0xFF),
					     .whole = bits >> 8 & 1,
					     .min = (int)(bits >> 16 & 0xFF),
					     .max = (int)(bits >> 24 & 0xFF),
					     .text = take_text(t) };
	}
}

static uint64_t take_bits(struct thaw *t)
{
	uint64_t low = take_int(t);

	return low | (uint64_t)take_int(t) << 32;
}

static void take_after(struct thaw *t, struct after_set *a)
{
	a->any = take_int(t);
	a->ascii[0] = take_bits(t);
	a->ascii[1] = take_bits(t);
	a->other = take_bits(t);
}

static void take_starts(struct thaw *t, struct starts *s)
{
	size_t bits = take_int(t);

	s->any = bits & 1;
	s->words = bits >> 1 & 1;
	for (size_t i = 0; i < 4; i++) {
		s->one[i] = take_bits(t);
		s->two[i] = take_bits(t);
		s->four[i] = take_bits(t);
	}
}

bool thaw_begin(struct thaw *t, struct span bytes, size_t n_rules)
{
	char version[REGEX_VERSION];

	*t = (struct thaw){ .s = bytes };
	return take_int(t) == LAYOUT && span_eq(take_text(t), regex_version(version)) && take_int(t) == n_rules &&
	       !t->bad;
}

void thaw_rule(struct thaw *t, struct ruleset *rs, struct rule *r)
{
	r->n_names = take_count(t, PATTERN_GROUPS);
	for (size_t i = 0; i < r->n_names; i++)
		r->names[i] = take_text(t);
	take_triggers(t, rs, &r->triggers);
	r->n_needs = take_count(t, NEEDS_MAX);
	for (size_t i = 0; i < r->n_needs; i++)
		take_triggers(t, rs, &r->needs[i]);
	take_triggers(t, rs, &r->found_needs);
	take_after(t, &r->after.digits);
	take_after(t, &r->after.figure);
	r->after_known = true;
	r->re = ruleset_own_regex(rs, regex_frozen(&rs->arena, take_code(t)));
}

void thaw_guard(struct thaw *t, struct ruleset *rs, struct guard *g)
{
	g->reach = take_int(t);
	g->at_words = take_int(t);
	take_starts(t, &g->starts);
	g->re = ruleset_own_regex(rs, regex_frozen(&rs->arena, take_code(t)));
}
