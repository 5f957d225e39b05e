/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads rule directories. Later directories override earlier ones by name; every complaint is kept, not only the first.
 */
#include "ruleset.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "frozen.h"
#include "i18n.h"
#include "morph.h"
#include "pattern_emit.h"
#include "rule_dirs.h"
#include "rules_p.h"
#include "triggers.h"
#include "utf8.h"

int ruleset_type(struct ruleset *rs, struct span name)
{
	for (size_t i = 0; i < rs->n_types; i++)
		if (span_eq(rs->types[i], name))
			return (int)i;
	if (rs->n_types == TYPES_MAX)
		return -1;
	rs->exclusive[rs->n_types] = (uint64_t)1 << rs->n_types;
	rs->types[rs->n_types] = arena_dup(&rs->arena, name);
	return (int)rs->n_types++;
}

/* ---- entries ---- */

static void index_set(struct ruleset *rs, size_t number)
{
	size_t mask = rs->set_slots - 1;
	size_t i = span_hash(rs->sets[number].name) & mask;

	while (rs->set_index[i])
		i = (i + 1) & mask;
	rs->set_index[i] = (unsigned)number + 1;
}

static void add_set_entry(struct ruleset *rs, struct set *s, const struct entry *n)
{
	ARENA_ROOM(&rs->arena, s->entries, s->n_entries, s->cap_entries);
	s->entries[s->n_entries++] = n;
}

static void define_set(struct ruleset *rs, const struct entry *n)
{
	bool more = span_starts(n->name, SPAN("+"));
	struct span name = span_sub(n->name, more, n->name.n);
	struct set *s = ruleset_set(rs, name);

	if (!s) {
		ARENA_ROOM(&rs->arena, rs->sets, rs->n_sets, rs->cap_sets);
		s = &rs->sets[rs->n_sets++];
		*s = (struct set){ .name = name, .kind = n->kind };
		index_set(rs, rs->n_sets - 1);
	} else if (!more && s->n_entries && s->entries[0]->dir == n->dir && s->entries[0]->name.p[0] != '+') {
		diag_add(&rs->diags, &n->at, n->name.p,
			 _("%%%.*s is defined already in %.*s:%d; %%set +%.*s adds to it"), SPAN_ARG(name),
			 SPAN_ARG(s->entries[0]->at.file), s->entries[0]->at.line, SPAN_ARG(name));
		return;
	} else if (!more && s->n_entries && s->entries[0]->name.p[0] != '+') {
		s->n_entries = 0;
		s->kind = n->kind;
	}
	add_set_entry(rs, s, n);
}

static void define_sets(struct ruleset *rs)
{
	size_t n = 0;

	for (const struct entry *x = rs->entries.first; x; x = x->next)
		n += x->kind != ENTRY_RULE && x->kind != ENTRY_EXCLUSIVE;
	for (rs->set_slots = 16; rs->set_slots < 2 * n + 1;)
		rs->set_slots *= 2;
	rs->set_index = arena_alloc(&rs->arena, rs->set_slots * sizeof *rs->set_index);
	for (const struct entry *x = rs->entries.first; x; x = x->next)
		if (x->kind != ENTRY_RULE && x->kind != ENTRY_EXCLUSIVE)
			define_set(rs, x);
}

static void define_exclusive(struct ruleset *rs, const struct entry *n)
{
	uint64_t bits = 0;
	struct span rest = n->args;

	while (rest.p) {
		struct span word = span_cut(&rest, ' ');
		int type = word.n ? ruleset_type(rs, word) : -1;

		if (type >= 0)
			bits |= (uint64_t)1 << type;
	}
	for (size_t i = 0; i < TYPES_MAX; i++)
		if (bits >> i & 1)
			rs->exclusive[i] |= bits;
}

/* The last definition of each rule counts; it keeps the place of the first. */
static void define_rule(struct ruleset *rs, const struct entry *n, unsigned *order)
{
	struct rule *r = NULL;

	for (size_t i = 0; i < rs->n_rules; i++)
		if (span_eq(rs->rules[i].name, n->name))
			r = &rs->rules[i];
	if (r && r->entry->dir == n->dir) {
		diag_add(&rs->diags, &n->at, n->name.p, _("rule %.*s stands already in %.*s:%d"), SPAN_ARG(n->name),
			 SPAN_ARG(r->entry->at.file), r->entry->at.line);
		return;
	}
	if (n->args.n && !span_is(n->args, "off"))
		diag_add(&rs->diags, &n->at, n->args.p, _("after the name of a rule only \"off\" may stand"));
	if (!r) {
		ARENA_ROOM(&rs->arena, rs->rules, rs->n_rules, rs->cap_rules);
		r = &rs->rules[rs->n_rules++];
		*r = (struct rule){ .order = (*order)++ };
	}
	*r = (struct rule){ .name = n->name, .entry = n, .order = r->order, .type = -1, .priority = 50, .phase = 1 };
}

/* frozen: see rule_fields_compile. */
static void compile_rules(struct ruleset *rs, struct thaw *frozen)
{
	size_t kept = 0;

	for (size_t i = 0; i < rs->n_rules; i++) {
		size_t before = rs->diags.n;

		if (span_is(rs->rules[i].entry->args, "off"))
			continue;
		rule_fields_compile(rs, &rs->rules[i], frozen);
		if (rs->diags.n == before)
			rs->rules[kept++] = rs->rules[i];
	}
	rs->n_rules = kept;
}

static size_t define_entries(struct ruleset *rs)
{
	unsigned order = 0;
	size_t on = 0;

	for (int i = 0; i < ITEM_TYPES; i++)
		ruleset_type(rs, span_of(item_type_names[i]));
	define_sets(rs);
	for (const struct entry *n = rs->entries.first; n; n = n->next) {
		if (n->kind == ENTRY_EXCLUSIVE)
			define_exclusive(rs, n);
		else if (n->kind == ENTRY_RULE)
			define_rule(rs, n, &order);
	}
	for (size_t i = 0; i < rs->n_rules; i++)
		on += !span_is(rs->rules[i].entry->args, "off");
	return on;
}

void ruleset_define(struct ruleset *rs)
{
	define_entries(rs);
	compile_rules(rs, NULL);
}

bool ruleset_thaw(struct ruleset *rs, struct span bytes)
{
	struct thaw t;
	size_t on = define_entries(rs);
	bool ok = rs->diags.n == 0 && thaw_begin(&t, bytes, on);

	compile_rules(rs, ok ? &t : NULL);
	return ok;
}

void ruleset_take_sieves(struct ruleset *rs, struct span bytes)
{
	rs->sieves = bytes;
}

static struct ruleset *ruleset_new(struct arena a)
{
	struct ruleset *rs = arena_alloc(&a, sizeof *rs);

	rs->arena = a;
	rs->diags.arena = &rs->arena;
	return rs;
}

struct ruleset *ruleset_open_text(const char *name, struct span text, struct err *e)
{
	struct ruleset *rs;

	if (!utf8_valid(text)) {
		err_set(e, EX_CONFIG, _("%s: not UTF-8"), name);
		return NULL;
	}
	rs = ruleset_new((struct arena){ 0 });
	ARENA_ROOM(&rs->arena, rs->dirs, rs->n_dirs, rs->cap_dirs);
	rs->dirs[rs->n_dirs++] = SPAN("."); /* where its lexicons would stand */
	rulefile_parse(&rs->arena, arena_dup(&rs->arena, span_of(name)), arena_dup(&rs->arena, text), 0, &rs->entries,
		       &rs->diags);
	return rs;
}

struct ruleset *ruleset_of_text(const char *name, struct span text, struct err *e)
{
	struct ruleset *rs = ruleset_open_text(name, text, e);

	if (rs)
		ruleset_define(rs);
	return rs;
}

static void take_dir(void *ctx, struct span dir)
{
	struct ruleset *rs = ctx;

	ARENA_ROOM(&rs->arena, rs->dirs, rs->n_dirs, rs->cap_dirs);
	rs->dirs[rs->n_dirs++] = arena_dup(&rs->arena, dir);
}

/* The lexicons are read when a rule asks for them. */
static void take_file(void *ctx, struct span path, struct span text, bool is_lexicon)
{
	struct ruleset *rs = ctx;

	if (!is_lexicon)
		rulefile_parse(&rs->arena, arena_dup(&rs->arena, path), arena_dup(&rs->arena, text),
			       (int)rs->n_dirs - 1, &rs->entries, &rs->diags);
}

void ruleset_set_dirs(struct ruleset *rs, struct span dirs)
{
	while (dirs.n) {
		size_t end = span_find_char(dirs, '\0', 0);

		take_dir(rs, span_sub(dirs, 0, end));
		dirs = span_sub(dirs, end + 1, dirs.n);
	}
}

struct ruleset *ruleset_open_within(struct arena a, const struct ruleset_source *src, struct err *e)
{
	struct ruleset *rs = ruleset_new(a);

	if (!rule_dirs_read(src, &(struct rule_dirs_visitor){ rs, take_dir, take_file }, &rs->hash, e) && !e->code)
		err_set(e, EX_SOFTWARE, _("the rules cannot be read"));
	return rs;
}

struct ruleset *ruleset_open(const struct ruleset_source *src, struct err *e)
{
	struct ruleset *rs = ruleset_open_within((struct arena){ 0 }, src, e);

	if (!e->code)
		return rs;
	ruleset_free(rs);
	return NULL;
}

struct ruleset *ruleset_load(const struct ruleset_source *src, struct err *e)
{
	struct ruleset *rs = ruleset_open(src, e);

	if (rs)
		ruleset_define(rs);
	return rs;
}

void ruleset_free(struct ruleset *rs)
{
	struct arena a;
	struct span mapped;

	if (!rs)
		return;
	for (size_t i = 0; i < rs->n_regexes; i++)
		regex_free(rs->regexes[i]);
	free(rs->diags.v);
	morph_close(rs->morph);
	a = rs->arena; /* which it stands in itself, unless it is mapped */
	mapped = rs->mapped;
	arena_free(&a);
	if (mapped.n)
		munmap((void *)(uintptr_t)mapped.p, mapped.n);
}

size_t ruleset_errors(const struct ruleset *rs)
{
	return rs->diags.n;
}

bool ruleset_error(const struct ruleset *rs, size_t i, struct err *e)
{
	return diag_to_err(&rs->diags.v[i], e);
}

unsigned long long ruleset_hash(const struct ruleset *rs)
{
	return rs->hash;
}

size_t ruleset_rules(const struct ruleset *rs)
{
	return rs->n_rules;
}

/* ---- PCRE2 text of rules ---- */

static void write_source(struct ruleset *rs, struct rule *r, bool utf, struct buf *out)
{
	const struct node *patterns = rule_patterns(rs, r);
	struct arena scratch = { 0 };
	struct emitter e = { .arena = &scratch, .keep = &rs->arena, .out = out, .utf = utf, .cased = r->cased };

	pattern_count_sets(&e, patterns);
	pattern_emit(&e, patterns);
	if (!r->open)
		pattern_emit_end(&e);
	pattern_emit_defs(&e);
	arena_free(&scratch);
}

struct span rule_source(struct ruleset *rs, struct rule *r)
{
	struct buf b = { 0 };

	if (!r->source.p) {
		write_source(rs, r, false, &b);
		r->source = arena_dup(&rs->arena, buf_span(&b));
		buf_free(&b);
	}
	return r->source;
}

void rule_source_naive(struct ruleset *rs, struct rule *r, struct buf *out)
{
	write_source(rs, r, true, out);
}

struct regex *ruleset_own_regex(struct ruleset *rs, struct regex *r)
{
	ARENA_ROOM(&rs->arena, rs->regexes, rs->n_regexes, rs->cap_regexes);
	return rs->regexes[rs->n_regexes++] = r;
}

struct regex *ruleset_regex(struct ruleset *rs, struct span source, unsigned flags)
{
	return ruleset_own_regex(rs, regex_new(&rs->arena, source, flags));
}

struct regex *rule_regex(struct ruleset *rs, struct rule *r)
{
	if (!r->re)
		r->re = ruleset_regex(rs, rule_source(rs, r), REGEX_ANCHORED);
	return r->re;
}

const struct trigger_table *ruleset_triggers(struct ruleset *rs, int phase)
{
	if (!rs->tables[phase])
		rs->tables[phase] = triggers_make(rs, phase);
	return rs->tables[phase];
}

bool ruleset_freeze(struct ruleset *rs, struct buf *out)
{
	return frozen_write(rs, out);
}

void ruleset_compile_all(struct ruleset *rs)
{
	ruleset_make_forms(rs);
	for (size_t i = 0; i < rs->n_rules; i++) {
		struct rule *r = &rs->rules[i];
		struct err e = { 0 };
		size_t at;

		if (!regex_compile(rule_regex(rs, r), &at, &e))
			diag_add(&rs->diags, &r->entry->at, r->name.p, _("rule %.*s: PCRE2: %s"), SPAN_ARG(r->name),
				 e.text);
		for (struct guard *g = r->guards; g; g = g->next) {
			err_clear(&e);
			if (g->re && !regex_compile(g->re, &at, &e))
				diag_add(&rs->diags, &g->at, NULL, "PCRE2: %s", e.text);
		}
	}
}
