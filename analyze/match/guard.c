/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conditions of a rule that look around its match. */
#include "matcher_p.h"
#include "template.h"
#include "utf8.h"

enum { AROUND = 200 /* bytes that only-before and friends see */ };

/* Does the pattern of the guard stand anywhere there? */
static bool stands_in(struct matcher *m, const struct guard *g, size_t start, size_t end)
{
	size_t slot = ((uintptr_t)g / sizeof *g * 31 + start) % GUARD_ANSWERS;
	struct guard_answer *a = &m->answers[slot];

	if (a->guard == g && a->doc == m->doc_number && a->start == start && a->end == end)
		return a->holds;
	*a = (struct guard_answer){ g, start, end, m->doc_number, false };
	a->holds = regex_test(m->run, g->re, span_sub(m->view.folded, start, end), 0);
	return a->holds;
}

static size_t char_start(struct span s, size_t at)
{
	while (at > 0 && at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80)
		at--;
	return at;
}

/* The pattern begins with a word or a sign: it is tried where such begin, the nearest first. */
static bool word_before_holds(struct matcher *m, const struct guard *g, size_t from, size_t end)
{
	struct span text = span_sub(m->view.folded, m->here.start, end);

	for (size_t w = end / 64 + 1; w-- > from / 64;) {
		uint64_t bits = m->view.words[w] | m->view.signs[w];

		bits &= w == end / 64 ? ((uint64_t)1 << (end % 64)) - 1 : ~(uint64_t)0;
		bits &= w == from / 64 ? ~(uint64_t)0 << (from % 64) : ~(uint64_t)0;
		for (; bits; bits &= ~((uint64_t)1 << (63 - __builtin_clzll(bits)))) {
			size_t at = w * 64 + 63 - (size_t)__builtin_clzll(bits);

			if (starts_may(&g->starts, m->view.folded.p + at) &&
			    regex_test(m->run, g->re, text, at - m->here.start))
				return true;
		}
	}
	return false;
}

static bool before_holds(struct matcher *m, const struct guard *g, const struct match *t)
{
	size_t from = m->here.start, near = m->here.start;

	if (t->match_start > near + g->reach)
		near = char_start(m->view.folded, t->match_start - g->reach);
	if (t->match_start > from + AROUND)
		from = char_start(m->view.folded, t->match_start - AROUND);
	if (near < from)
		near = from;
	if (g->at_words)
		return word_before_holds(m, g, near, t->match_start);
	return regex_test(m->run, g->re, span_sub(m->view.folded, from, t->match_start), near - from);
}

static bool after_holds(struct matcher *m, const struct guard *g, const struct match *t)
{
	size_t to =
		m->here.end > t->match_end + AROUND ? char_start(m->view.folded, t->match_end + AROUND) : m->here.end;
	size_t at = t->match_end;

	while (at < to && m->view.folded.p[at] == ' ')
		at++;
	/* an alternative may begin with the blank itself: "unless-after / \d/" */
	if ((at == to ? !g->starts.any : !starts_may(&g->starts, m->view.folded.p + at)) &&
	    (at == t->match_end || !starts_may(&g->starts, m->view.folded.p + t->match_end)))
		return false;
	return regex_test(m->run, g->re, span_sub(m->view.folded, m->here.start, to), t->match_end - m->here.start);
}

static bool block_holds(struct matcher *m, const struct guard *g, int block)
{
	const struct block *b;

	if (block < 0)
		return false;
	b = &m->blocks[block];
	return stands_in(m, g, view_from_text(&m->view, block_body(b)), view_from_text(&m->view, b->end));
}

static bool heading_holds(struct matcher *m, const struct guard *g, int block)
{
	for (int h = context_of(m, block)->heading; h >= 0; h = context_of(m, h)->heading)
		if (block_holds(m, g, h))
			return true;
	return false;
}

static bool item_between(const struct matcher *m, const struct guard *g, int block, size_t start, size_t end)
{
	if (block < 0)
		return false;
	for (size_t i = m->first_accepted[block]; i < m->first_accepted[block + 1]; i++) {
		const struct match *t = &m->accepted.v[i];

		if (t->rule->type >= 0 && (g->types >> t->rule->type & 1) && t->start < end && start < t->end)
			return true;
	}
	return false;
}

static bool item_in_row(const struct matcher *m, const struct guard *g, int block)
{
	const struct block *b = &m->blocks[block];
	int first = block, last = block;

	if (!b->table)
		return false;
	while (first > 0 && m->blocks[first - 1].table == b->table && m->blocks[first - 1].row == b->row)
		first--;
	while ((size_t)last + 1 < m->n_blocks && m->blocks[last + 1].table == b->table &&
	       m->blocks[last + 1].row == b->row)
		last++;
	for (int i = first; i <= last; i++)
		if (item_between(m, g, i, 0, SPAN_NONE))
			return true;
	return false;
}

static bool item_holds(struct matcher *m, const struct guard *g, const struct match *t)
{
	const struct context *c = context_of(m, t->block);

	switch (g->where) {
	case WHERE_SENTENCE:
		return item_between(m, g, t->block, m->stretch.start, m->stretch.end);
	case WHERE_BLOCK:
		return item_between(m, g, t->block, 0, SPAN_NONE);
	case WHERE_LEAD:
		return item_between(m, g, c->lead, 0, SPAN_NONE);
	case WHERE_ROW:
		return item_in_row(m, g, t->block);
	case WHERE_HEADING:
		for (int h = c->heading; h >= 0; h = context_of(m, h)->heading)
			if (item_between(m, g, h, 0, SPAN_NONE))
				return true;
		return false;
	case WHERES:
		break;
	}
	return false;
}

/* upper, caps, lower: of a group as printed. A group that took no part is not asked. */
static bool case_holds(const struct matcher *m, const struct guard *g, const struct match *t)
{
	struct fill f = { .groups = t->groups, .n_groups = t->n_groups };
	size_t at, end;
	bool first = true;

	if (!fill_group(&f, &g->group, &at, &end))
		return true;
	while (at < end) {
		unsigned c = utf8_next(m->view.cased, &at);

		if (!utf8_is_letter(c))
			continue;
		if (g->kind == GUARD_LOWER)
			return !utf8_is_upper(c);
		if (!utf8_is_upper(c))
			return false;
		if (g->kind == GUARD_UPPER)
			return true;
		first = false;
	}
	return !first;
}

static bool guard_holds(struct matcher *m, const struct guard *g, const struct match *t)
{
	switch (g->kind) {
	case GUARD_BEFORE:
		return before_holds(m, g, t);
	case GUARD_AFTER:
		return after_holds(m, g, t);
	case GUARD_SENTENCE:
		return stands_in(m, g, m->stretch.start, m->stretch.end);
	case GUARD_HEADING:
		return heading_holds(m, g, t->block);
	case GUARD_LEAD:
		return block_holds(m, g, context_of(m, t->block)->lead);
	case GUARD_COLUMN:
		return block_holds(m, g, context_of(m, t->block)->column) ||
		       block_holds(m, g, context_of(m, t->block)->above);
	case GUARD_ITEM:
		return item_holds(m, g, t);
	case GUARD_UPPER:
	case GUARD_CAPS:
	case GUARD_LOWER:
		return case_holds(m, g, t);
	}
	return true;
}

static const char *const guard_names[][2] = {
	[GUARD_BEFORE] = { "only-before", "unless-before" },
	[GUARD_AFTER] = { "only-after", "unless-after" },
	[GUARD_SENTENCE] = { "only-sentence", "unless-sentence" },
	[GUARD_HEADING] = { "needs-heading", "unless-heading" },
	[GUARD_LEAD] = { "needs-lead", "unless-lead" },
	[GUARD_COLUMN] = { "needs-column", "unless-column" },
	[GUARD_ITEM] = { "needs-item", "unless-item" },
	[GUARD_UPPER] = { "upper", "upper" },
	[GUARD_CAPS] = { "caps", "caps" },
	[GUARD_LOWER] = { "lower", "lower" },
};

const char *guards_check(struct matcher *m, const struct match *t)
{
	for (const struct guard *g = t->rule->guards; g; g = g->next)
		if (guard_holds(m, g, t) == g->unless)
			return guard_names[g->kind][g->unless];
	return NULL;
}
