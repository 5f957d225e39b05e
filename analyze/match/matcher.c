/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Triggers find the places, PCRE2 decides there. A rule is tried only where one of its stems begins, and only if all
 * its needs stand in the sentence; each attempt sees at most WINDOW bytes, so that the cost grows with the text only.
 */
#include "matcher.h"

#include <stdlib.h>
#include <time.h>

#include "matcher_p.h"
#include "utf8.h"

enum {
	WINDOW = 8192,      /* bytes from its beginning that a match may see */
	FIGURE_BYTES = 200, /* of digits, spaces and stops behind which is looked what follows */
	STRIKES = 8,        /* limit hits after which a rule rests until the next document */
};

static struct rule **list_followers(struct ruleset *rs, int phase)
{
	struct rule **list = NULL;
	size_t n = 0;

	for (size_t i = 0; i < rs->n_rules; i++) {
		if (rs->rules[i].phase != phase || !rs->rules[i].follows || rs->rules[i].type < 0)
			continue;
		if (!list)
			list = arena_alloc(&rs->arena, (rs->n_rules + 1) * sizeof(struct rule *));
		list[n++] = &rs->rules[i];
	}
	return list;
}

struct matcher *matcher_new(struct ruleset *rs)
{
	struct matcher *m = mem_alloc(sizeof *m);
	size_t need_ids = 1;

	m->rs = rs;
	m->run = regex_run_new();
	m->scan = scan_best();
	m->state = mem_alloc((rs->n_rules + 1) * sizeof *m->state);
	for (int p = 1; p <= PHASES; p++) {
		m->follows[p] = list_followers(rs, p);
		m->tables[p] = ruleset_triggers(rs, p);
		if (m->tables[p]->n_need_ids > need_ids)
			need_ids = m->tables[p]->n_need_ids;
	}
	m->need_words = need_ids / 64 + 1;
	m->block_needs = mem_alloc(m->need_words * sizeof *m->block_needs);
	matcher_make_sieves(m);
	return m;
}

void matcher_free(struct matcher *m)
{
	if (!m)
		return;
	regex_run_free(m->run);
	for (size_t i = 0; i < m->n_sieves; i++)
		sieve_free(m->sieves[i].sieve);
	free(m->sieves);
	free(m->state);
	free(m->needs);
	free(m->block_needs);
	free(m->later);
	free(m->stretches);
	free(m->all.v);
	free(m->hits);
	free(m->chances);
	free(m->room.first);
	free(m->room.places);
	free(m->first_accepted);
	view_free(&m->view);
	for (size_t i = 0; i < sizeof m->scratch / sizeof *m->scratch; i++)
		buf_free(&m->scratch[i]);
	free(m);
}

/* ---- one attempt ---- */

static bool rule_applies(const struct matcher *m, const struct rule *r)
{
	if (r->kinds && !(r->kinds >> m->here.block->kind & 1))
		return false;
	if (r->langs && m->here.lang && !(r->langs & m->here.lang))
		return false;
	return !r->doc_kinds || !m->doc_kind || (r->doc_kinds & m->doc_kind);
}

static void report(struct matcher *m, const struct match *t)
{
	if (!m->reports)
		return;
	MEM_ROOM(m->all.v, m->all.n, m->all.cap);
	m->all.v[m->all.n++] = *t;
}

/* What a sieve refuses counts as no match, so that notes do not depend on when it began to be asked. */
static void strike(struct matcher *m, const struct rule *r, size_t at)
{
	struct rule_state *s = &m->state[r - m->rs->rules];
	struct note *n;

	if ((s->sieve && !matcher_sieve_passes(m, s, at)) || s->strikes++ > 0)
		return;
	n = doc_add_note(m->d, NOTE_WARN, "limit",
			 "rule %.*s ran into its matching limit on %.*s; what it would find there is missing",
			 SPAN_ARG(r->name), SPAN_ARG(m->d->source.path));
	n->placed = true;
	n->start = n->end = view_to_text(&m->view, at);
}

static struct span window(const struct matcher *m, const struct rule *r, size_t at)
{
	struct span text = r->cased ? m->view.cased : m->view.folded;
	size_t end = m->here.end;

	if (end - at > WINDOW) {
		end = at + WINDOW;
		while (end > at && ((unsigned char)text.p[end] & 0xC0) == 0x80)
			end--;
	}
	return span_sub(text, m->here.start, end);
}

static void copy_groups(struct matcher *m, struct match *t, const size_t *groups, size_t n)
{
	t->groups = arena_alloc(m->a, 2 * n * sizeof *t->groups);
	t->n_groups = n;
	for (size_t i = 0; i < 2 * n; i++)
		t->groups[i] = groups[i] == SPAN_NONE ? SPAN_NONE : groups[i] + m->here.start;
}

static void place_item(const struct rule *r, struct match *t)
{
	t->start = t->match_start = t->groups[0];
	t->end = t->match_end = t->groups[1];
	for (int i = 0; i < r->item.n; i++) {
		size_t no = (size_t)r->item.no[i];

		if (no < t->n_groups && t->groups[2 * no] != SPAN_NONE) {
			t->start = t->groups[2 * no];
			t->end = t->groups[2 * no + 1];
			break;
		}
	}
}

static bool match_regex(struct matcher *m, struct rule *r, size_t at, struct match *out)
{
	const size_t *groups;
	size_t n;
	enum regex_result result =
		regex_exec(m->run, rule_regex(m->rs, r), window(m, r, at), at - m->here.start, &groups, &n);

	if (result == REGEX_LIMIT)
		strike(m, r, at);
	if (result != REGEX_YES || groups[1] <= groups[0])
		return false;
	*out = (struct match){ .rule = r, .block = m->here.index };
	copy_groups(m, out, groups, n);
	place_item(r, out);
	return out->end > out->start;
}

bool match_try(struct matcher *m, struct rule *r, size_t at, const struct jval *previous, struct match *out)
{
	if (!rule_applies(m, r) || at >= m->here.end || !match_regex(m, r, at, out))
		return false;
	out->refused = guards_check(m, out);
	if (!out->refused && !match_fill(m, out, previous))
		out->refused = "value";
	if (!out->refused)
		return true;
	report(m, out);
	return false;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Looks what stands behind the figure at that place; once for all rules that are asked for there. */
static void look_behind_figure(struct matcher *m, size_t at)
{
	struct span text = span_sub(m->view.folded, 0, m->here.end);
	size_t end = at, next;

	if (text.n - at > FIGURE_BYTES)
		text.n = at + FIGURE_BYTES;
	while (end < text.n && is_digit(text.p[end]))
		end++;
	next = end;
	m->behind_digits = end < text.n ? utf8_next(text, &next) : 0;
	while (end < text.n &&
	       (is_digit(text.p[end]) || text.p[end] == ' ' || text.p[end] == '.' || text.p[end] == ','))
		end++;
	m->figure_is_long = text.n < m->here.end && end + 4 > text.n;
	m->behind_figure = end < text.n ? utf8_next(text, &end) : 0;
	m->figure = at;
}

/* False: what stands behind the figure tells already that the rule does not match (pattern_after.h). */
static bool goes_on_there(struct matcher *m, struct rule *r, size_t at)
{
	if (r->cased || !is_digit(m->view.folded.p[at]))
		return true;
	if (!r->after_known)
		rule_after(m->rs, r);
	if (r->after.digits.any && r->after.figure.any)
		return true;
	if (m->figure != at)
		look_behind_figure(m, at);
	if (m->figure_is_long)
		return true;
	return after_has(&r->after.digits, m->behind_digits) && after_has(&r->after.figure, m->behind_figure);
}

static void attempt(struct matcher *m, unsigned number, size_t at, size_t stretch)
{
	struct rule *r = &m->rs->rules[number];
	struct rule_state *s = &m->state[number];
	struct match t;

	if (s->block_seen != m->block_number) {
		s->block_seen = m->block_number;
		s->next = 0;
	}
	if (s->doc_seen != m->doc_number) {
		s->doc_seen = m->doc_number;
		s->strikes = 0;
	}
	if (at < s->next || s->strikes >= STRIKES || at >= m->here.end || !rule_applies(m, r))
		return;
	if (!goes_on_there(m, r, at) || !matcher_may_begin(m, s, at, stretch))
		return;
	s->tried++;
	s->next = at + 1; /* another of its stems may stand here too */
	if (!match_try(m, r, at, NULL, &t))
		return;
	s->matched++;
	if (t.end > at)
		s->next = t.end;
	ARENA_ROOM(m->a, m->found.v, m->found.n, m->found.cap);
	m->found.v[m->found.n++] = t;
}

static bool has_bit(const uint64_t *bits, unsigned id)
{
	return bits[id / 64] >> (id % 64) & 1;
}

/* What the writer asked for stands in the sentence; what the pattern demands may stand in what follows as well. */
static bool has_needs(const struct matcher *m, const struct rule *r, size_t stretch)
{
	for (size_t i = 0; i < r->n_needs; i++)
		if (!has_bit(m->needs + stretch * m->need_words, r->need_ids[i]))
			return false;
	return !r->found_needs.n || has_bit(m->later + stretch * m->need_words, r->found_id);
}

bool matcher_wants(const struct matcher *m, const struct rule *r, size_t stretch)
{
	return rule_applies(m, r) && has_needs(m, r, stretch);
}

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

void matcher_consider(struct matcher *m, unsigned number, size_t at, size_t stretch)
{
	double start;

	if (!has_needs(m, &m->rs->rules[number], stretch))
		return;
	if (!m->timing) {
		attempt(m, number, at, stretch);
		return;
	}
	start = now_ms();
	attempt(m, number, at, stretch);
	m->state[number].ms += now_ms() - start;
}

/* ---- blocks and phases ---- */

static uint32_t name_bit(const struct span *names, size_t n, struct span name)
{
	for (size_t i = 0; i < n; i++)
		if (span_eq(names[i], name))
			return 1u << i;
	return 0;
}

/* "ru-RU" counts as ru; a language that no rule names is no known one, but not unknown either: all bits off but the
 * last. */
static uint32_t lang_bit(struct matcher *m, struct span lang)
{
	if (!lang.n)
		return 0;
	if (lang.p == m->lang_name.p && lang.n == m->lang_name.n)
		return m->lang;
	m->lang_name = lang;
	m->lang = name_bit(m->rs->langs, m->rs->n_langs, span_sub(lang, 0, span_find_char(lang, '-', 0)));
	if (!m->lang)
		m->lang = 1u << 31;
	return m->lang;
}

/* The block itself; what is in it may not matter. */
static void take_block(struct matcher *m, size_t index)
{
	const struct block *b = &m->blocks[index];

	m->here = (struct block_view){ .index = (int)index, .block = b };
	m->here.start = view_from_text(&m->view, block_body(b));
	m->here.end = view_from_text(&m->view, b->end);
}

static void enter_block(struct matcher *m)
{
	const struct block *b = m->here.block;

	m->figure = SPAN_NONE;
	m->here.lang = m->rs->n_langs ? lang_bit(m, b->lang.n ? b->lang : jval_str(m->d->meta, "lang")) : 0;
	m->n_stretches = 0;
	m->block_number++;
	m->found.n = 0;
	if (m->reports)
		m->found = (struct match_list){ 0 }; /* reports point to the matches of every block */
}

static bool has_accepted(const struct matcher *m)
{
	return m->first_accepted[m->here.index] != m->first_accepted[m->here.index + 1];
}

static void run_phase(struct matcher *m, int phase)
{
	const struct trigger_table *t = m->tables[phase];

	search_begin(m);
	for (size_t i = 0; i < m->n_blocks; i++) {
		bool begins;

		if (!block_is_visible(&m->blocks[i]))
			continue;
		take_block(m, i);
		begins = search_finds(m, t);
		if (!begins && !(m->follows[phase] && has_accepted(m)))
			continue;
		enter_block(m);
		if (begins)
			search_block(m, t);
		if (m->found.n || m->follows[phase])
			settle_block(m, phase);
		for (size_t k = 0; k < m->found.n; k++)
			report(m, &m->found.v[k]);
	}
}

static int by_block(const void *x, const void *y)
{
	const struct match *a = x, *b = y;

	if (a->block != b->block)
		return a->block < b->block ? -1 : 1;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return a->rule->order < b->rule->order ? -1 : a->rule->order > b->rule->order;
}

static void index_accepted(struct matcher *m)
{
	size_t at = 0;

	if (m->accepted.n)
		qsort(m->accepted.v, m->accepted.n, sizeof *m->accepted.v, by_block);
	for (size_t i = 0; i <= m->n_blocks; i++) {
		while (at < m->accepted.n && (size_t)m->accepted.v[at].block < i)
			at++;
		m->first_accepted[i] = at;
	}
}

/* ---- a document ---- */

/* A text without blocks counts as one paragraph a line. */
static void take_blocks(struct matcher *m)
{
	struct doc *d = m->d;
	struct block *lines = NULL;
	size_t n = 0, cap = 0;

	m->blocks = d->blocks;
	m->n_blocks = d->n_blocks;
	if (d->n_blocks)
		return;
	for (size_t at = 0; at < d->text.n;) {
		size_t end = span_find_char(d->text, '\n', at);

		end = end == SPAN_NONE ? d->text.n : end;
		ARENA_ROOM(m->a, lines, n, cap);
		lines[n++] = (struct block){ .kind = BLOCK_PARA, .start = at, .end = end };
		at = end + 1;
	}
	m->blocks = lines;
	m->n_blocks = n;
}

static void emit_item(struct matcher *m, const struct match *t)
{
	struct rule *r = t->rule;
	struct item *item;
	bool dup = m->blocks[t->block].dup;

	if (r->type < 0)
		return;
	m->state[r - m->rs->rules].items++;
	item = doc_add_item(m->d, item_type_of(m->rs->types[r->type]), view_to_text(&m->view, t->start),
			    view_to_text(&m->view, t->end), r->name.p);
	if (item->type == ITEM_OTHER)
		item->type_name = m->rs->types[r->type];
	item->rule = r->name;
	item->norm = t->norm;
	if (dup)
		jval_set_true(m->a, item->norm, "dup");
}

static void note_repairs(struct matcher *m)
{
	for (size_t i = 0; i < m->view.n_repairs; i++) {
		struct repair r = m->view.repairs[i];
		struct note *n =
			doc_add_note(m->d, NOTE_INFO, "homoglyph", "letters of two alphabets in one word: %.*s",
				     SPAN_ARG(doc_slice(m->d, r.start, r.end)));

		n->placed = true;
		n->start = r.start;
		n->end = r.end;
	}
}

/* The blocks are on their way while the text is looked at. */
static void fetch_blocks(const struct doc *d)
{
	enum { MOST = 128 };

	for (size_t i = 0; i < d->n_blocks && i < MOST; i++)
		__builtin_prefetch(&d->blocks[i]);
}

static void start_doc(struct matcher *m, struct doc *d)
{
	struct span kind;

	m->d = d;
	m->a = &d->arena;
	m->doc_number++;
	m->all.n = 0;
	m->found = (struct match_list){ 0 };
	m->accepted = (struct match_list){ 0 };
	kind = m->rs->n_doc_kinds ? jval_str(d->meta, "kind") : (struct span){ 0 };
	m->doc_kind = name_bit(m->rs->doc_kinds, m->rs->n_doc_kinds, kind);
	if (!m->doc_kind && kind.n)
		m->doc_kind = 1u << 31;
	m->contexts = NULL;
	m->lang_name = (struct span){ 0 };
	m->lang = 0;
	fetch_blocks(d);
	view_make(&m->view, d->text);
	take_blocks(m);
	if (m->n_blocks + 2 > m->cap_blocks) {
		m->cap_blocks = 2 * m->n_blocks + 2;
		m->first_accepted = mem_grow(m->first_accepted, m->cap_blocks * sizeof *m->first_accepted);
	}
	memset(m->first_accepted, 0, (m->n_blocks + 2) * sizeof *m->first_accepted);
}

void matcher_run(struct matcher *m, struct doc *d)
{
	if (!d->has_text)
		return;
	start_doc(m, d);
	for (int p = 1; p <= PHASES; p++) {
		if (!m->tables[p]->has_rules)
			continue;
		run_phase(m, p);
		index_accepted(m);
	}
	for (size_t i = 0; i < m->accepted.n; i++)
		emit_item(m, &m->accepted.v[i]);
	note_repairs(m);
}

/* ---- what svod-rules asks ---- */

void matcher_keep_reports(struct matcher *m, bool on)
{
	m->reports = on;
}

void matcher_time(struct matcher *m, bool on)
{
	m->timing = on;
}

size_t matcher_reports(const struct matcher *m)
{
	return m->all.n;
}

struct match_report matcher_report(const struct matcher *m, size_t i)
{
	const struct match *t = &m->all.v[i];
	struct match_report r = { .rule = t->rule->name, .refused = t->refused, .blocks = t->rule->type < 0 };
	struct buf groups = { 0 };

	r.start = view_to_text(&m->view, t->start);
	r.end = view_to_text(&m->view, t->end);
	r.match_start = view_to_text(&m->view, t->match_start);
	r.match_end = view_to_text(&m->view, t->match_end);
	if (t->winner)
		r.winner = t->winner->rule->name;
	for (size_t k = 0; k < t->rule->n_names && k + 1 < t->n_groups; k++)
		if (t->groups[2 * k + 2] != SPAN_NONE)
			buf_addf(&groups, "%s%.*s=%.*s", groups.n ? "  " : "", SPAN_ARG(t->rule->names[k]),
				 SPAN_ARG(span_sub(m->view.cased, t->groups[2 * k + 2], t->groups[2 * k + 3])));
	r.groups = arena_dup(m->a, buf_span(&groups));
	buf_free(&groups);
	return r;
}

struct rule_count matcher_count(const struct matcher *m, size_t rule)
{
	const struct rule_state *s = &m->state[rule];

	return (struct rule_count){ m->rs->rules[rule].name, s->tried, s->matched, s->items, s->ms };
}
