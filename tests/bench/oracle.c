/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A naive matcher to test the real one against. */
#include "oracle.h"

#include <stdlib.h>

#include "matcher_p.h"
#include "utf8.h"

struct oracle {
	struct arena arena; /* of the regexes */
	struct ruleset *rs;
	struct buf *sources;
	struct regex **res;
	struct regex_run *run;
};

struct oracle *oracle_new(struct ruleset *rs)
{
	struct oracle *o = mem_alloc(sizeof *o);

	o->rs = rs;
	o->run = regex_run_new();
	o->sources = mem_alloc((rs->n_rules + 1) * sizeof *o->sources);
	o->res = mem_alloc((rs->n_rules + 1) * sizeof(struct regex *));
	for (size_t i = 0; i < rs->n_rules; i++) {
		rule_source_naive(rs, &rs->rules[i], &o->sources[i]);
		o->res[i] = regex_new(&o->arena, buf_span(&o->sources[i]),
				      rs->rules[i].cased ? REGEX_NAIVE_CASED : REGEX_NAIVE);
		regex_jit_now(o->res[i]);
	}
	return o;
}

void oracle_free(struct oracle *o)
{
	for (size_t i = 0; i < o->rs->n_rules; i++) {
		regex_free(o->res[i]);
		buf_free(&o->sources[i]);
	}
	regex_run_free(o->run);
	arena_free(&o->arena);
	free(o->sources);
	free(o->res);
	free(o);
}

static bool is_searched(const struct rule *r, const struct block *b)
{
	return r->type != -2 && !r->follows && block_is_visible(b) && (!r->kinds || (r->kinds >> b->kind & 1));
}

size_t oracle_count(struct oracle *o, const struct doc *d)
{
	size_t found = 0;

	for (size_t b = 0; b < d->n_blocks; b++) {
		struct span body = doc_slice(d, block_body(&d->blocks[b]), d->blocks[b].end);

		for (size_t i = 0; i < o->rs->n_rules && block_is_visible(&d->blocks[b]); i++) {
			const size_t *g;
			size_t n;

			for (size_t at = 0; at < body.n && regex_exec(o->run, o->res[i], body, at, &g, &n) == REGEX_YES;
			     found++)
				at = g[1] > at ? g[1] : at + 1;
		}
	}
	return found;
}

/* ---- triggers, one character after the other ---- */

enum kind { LETTER, DIGIT, SPACE, SIGN };

static enum kind kind_of(unsigned c)
{
	if (c == ' ' || (c && c < 0x20))
		return SPACE;
	if (c >= '0' && c <= '9')
		return DIGIT;
	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80)
		return LETTER;
	return (c >= 0xC0 && c < 0x2000) || (c >= 0x3000 && c < 0xE000) ? LETTER : SIGN;
}

static unsigned fold(unsigned c)
{
	c = utf8_lower(c);
	return c == 0x451 ? 0x435 : c;
}

/* Does the folded text at `at` begin with the stem, and does the word end there if it must? */
static bool stem_at(struct span text, size_t at, const struct trigger *t)
{
	size_t s = 0;

	while (s < t->text.n) {
		if (at >= text.n || fold(utf8_next(text, &at)) != utf8_next(t->text, &s))
			return false;
	}
	return !t->whole || at >= text.n || kind_of(utf8_next(text, &at)) != LETTER;
}

static bool case_at(struct span text, size_t at, bool caps)
{
	size_t letters = 0;

	for (; at < text.n; letters++) {
		unsigned c = utf8_next(text, &at);

		if (!utf8_is_letter(c))
			break;
		if (!utf8_is_upper(c))
			return letters > 0 && !caps;
	}
	return letters > (caps ? 1 : 0);
}

static bool trigger_at(struct span text, size_t at, size_t start, const struct trigger *t)
{
	size_t before = at, here = at, digits = 0;
	enum kind last = at > start ? kind_of(utf8_prev(text, &before)) : SIGN;
	enum kind now = kind_of(utf8_next(text, &here));
	bool begins = now == SIGN || ((now == LETTER || now == DIGIT) && (at == start ? true : now != last));

	if (t->kind == TRIGGER_START)
		return at == start;
	if (!begins)
		return false;
	while (at + digits < text.n && kind_of((unsigned char)text.p[at + digits]) == DIGIT)
		digits++;
	switch (t->kind) {
	case TRIGGER_STEM:
		return stem_at(text, at, t);
	case TRIGGER_DIGIT:
		return now == DIGIT && (!t->max || (digits >= (size_t)t->min && digits <= (size_t)t->max));
	case TRIGGER_UPPER:
	case TRIGGER_CAPS:
		return now == LETTER && case_at(text, at, t->kind == TRIGGER_CAPS);
	case TRIGGER_START:
		break;
	}
	return false;
}

static bool any_trigger_at(struct span text, size_t at, size_t start, const struct triggers *ts)
{
	for (size_t i = 0; i < ts->n; i++)
		if (trigger_at(text, at, start, &ts->v[i]))
			return true;
	return false;
}

static bool needs_hold(const struct rule *r, struct span body, struct stretch s)
{
	struct span text = span_sub(body, 0, body.n);

	for (size_t i = 0; i < r->n_needs; i++) {
		bool found = false;

		for (size_t at = s.start; at < s.end && !found; utf8_next(text, &at))
			found = any_trigger_at(text, at, 0, &r->needs[i]);
		if (!found)
			return false;
	}
	return true;
}

/* The sentence of the block around `at`, as the matcher cuts blocks. */
static struct stretch stretch_at(const struct doc *d, const struct view *v, size_t start, size_t end, size_t at)
{
	struct stretch s = { 0, end - start };

	for (size_t i = 0; i < d->n_sentences; i++) {
		size_t x = view_from_text(v, d->sentences[i].start);

		if (x <= start || x >= end)
			continue;
		if (x - start <= at)
			s.start = x - start;
		else if (x - start < s.end)
			s.end = x - start;
	}
	return s;
}

/* ---- the comparison ---- */

struct compare {
	struct oracle *o;
	struct matcher *m;
	struct doc *d;
	struct view view;
	bool *seen; /* reports that the oracle found too */
	FILE *out;
	size_t differences;
};

/* The matcher's own match of that rule at that place; SPAN_NONE: none. */
static size_t find_report(struct compare *c, const struct rule *r, size_t start, size_t end)
{
	for (size_t i = 0; i < c->m->all.n; i++) {
		const struct match *t = &c->m->all.v[i];

		if (t->rule == r && t->match_start == start && t->match_end == end)
			return i;
	}
	return SPAN_NONE;
}

static void say(struct compare *c, const char *who, const struct rule *r, size_t start, size_t end)
{
	c->differences++;
	if (c->out)
		fprintf(c->out, "only %s: %.*s \"%.*s\"\n", who, SPAN_ARG(r->name),
			SPAN_ARG(span_sub(c->view.cased, start, end)));
}

static bool lang_fits(const struct compare *c, const struct rule *r, const struct block *b)
{
	struct span lang = b->lang.n ? b->lang : jval_str(c->d->meta, "lang");
	struct span kind = jval_str(c->d->meta, "kind");
	bool ok = !r->langs || !lang.n, fits = !r->doc_kinds || !kind.n;

	for (size_t i = 0; i < c->o->rs->n_langs; i++)
		ok = ok || ((r->langs >> i & 1) &&
			    span_eq(c->o->rs->langs[i], span_sub(lang, 0, span_find_char(lang, '-', 0))));
	for (size_t i = 0; i < c->o->rs->n_doc_kinds; i++)
		fits = fits || ((r->doc_kinds >> i & 1) && span_eq(c->o->rs->doc_kinds[i], kind));
	return ok && fits;
}

/* All matches of one rule in one block, from the left. */
static void compare_rule(struct compare *c, size_t rule, struct span body, size_t base)
{
	struct rule *r = &c->o->rs->rules[rule];
	size_t at = 0;
	const size_t *g;
	size_t n;

	while (at < body.n && regex_exec(c->o->run, c->o->res[rule], body, at, &g, &n) == REGEX_YES) {
		size_t start = g[0], end = g[1], found;
		struct stretch s = stretch_at(c->d, &c->view, base, base + body.n, start);

		at = start;
		utf8_next(body, &at);
		if (end == start || !any_trigger_at(body, start, 0, &r->triggers) || !needs_hold(r, body, s))
			continue;
		found = find_report(c, r, base + start, base + end);
		if (found == SPAN_NONE) {
			say(c, "the oracle", r, base + start, base + end);
			continue;
		}
		c->seen[found] = true;
		if (!c->m->all.v[found].refused && c->m->all.v[found].end > base + start)
			at = c->m->all.v[found].end - base;
	}
}

/* The text that the naive patterns see: as printed, ё = е. */
static struct span without_yo(struct arena *a, struct span s)
{
	struct span out = arena_dup(a, s);
	char *p = (char *)(uintptr_t)out.p;

	for (size_t i = 0; i + 1 < out.n; i++) {
		if (p[i] == '\xD1' && p[i + 1] == '\x91')
			p[i] = '\xD0', p[i + 1] = '\xB5';
		else if (p[i] == '\xD0' && p[i + 1] == '\x81')
			p[i + 1] = '\x95';
	}
	return out;
}

size_t oracle_differences(struct oracle *o, struct matcher *m, struct doc *d, FILE *out)
{
	struct compare c = { .o = o, .m = m, .d = d, .out = out };
	struct arena a = { 0 };
	struct span text;

	matcher_keep_reports(m, true);
	matcher_run(m, d);
	matcher_keep_reports(m, false);
	d->n_items = d->n_notes = 0;
	view_make(&c.view, d->text);
	text = without_yo(&a, c.view.cased);
	c.seen = mem_alloc(m->all.n + 1);
	for (size_t b = 0; b < d->n_blocks; b++) {
		size_t start = view_from_text(&c.view, block_body(&d->blocks[b])),
		       end = view_from_text(&c.view, d->blocks[b].end);

		for (size_t i = 0; i < o->rs->n_rules; i++)
			if (is_searched(&o->rs->rules[i], &d->blocks[b]) &&
			    lang_fits(&c, &o->rs->rules[i], &d->blocks[b]))
				compare_rule(&c, i, span_sub(text, start, end), start);
	}
	for (size_t i = 0; i < m->all.n; i++)
		if (!c.seen[i] && !m->all.v[i].rule->follows)
			say(&c, "the matcher", m->all.v[i].rule, m->all.v[i].match_start, m->all.v[i].match_end);
	free(c.seen);
	view_free(&c.view);
	arena_free(&a);
	return c.differences;
}
