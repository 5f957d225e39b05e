/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a rule: one table from name to setter. */
#include <stdlib.h>

#include "frozen.h"
#include "i18n.h"
#include "pattern_digits.h"
#include "pattern_emit.h"
#include "rules_p.h"
#include "template.h"
#include "utf8.h"

struct setting {
	struct ruleset *rs;
	struct rule *r;
	const struct field *f;
	int arg;             /* from the table: which of several similar fields */
	struct thaw *frozen; /* NULL: patterns are parsed */
};

struct field_kind {
	const char *name;
	bool (*set)(struct setting *s);
	int arg;
	bool late; /* needs the groups of the patterns */
};

static bool complain(struct setting *s, const char *where, const char *what)
{
	return diag_add(&s->rs->diags, &s->f->at, where ? where : s->f->value.p, "%s", what);
}

static bool next_word(struct span *rest, struct span *word)
{
	*rest = span_trim(*rest);
	if (!rest->n)
		return false;
	*word = span_cut(rest, ' ');
	return true;
}

/* A list of type names as a set of bits. */
static bool type_bits(struct setting *s, struct span names, uint64_t *out)
{
	struct span word;

	while (next_word(&names, &word)) {
		int type = ruleset_type(s->rs, word);

		if (type < 0)
			return complain(s, word.p, _("more than 64 item types"));
		*out |= (uint64_t)1 << type;
	}
	return *out ? true : complain(s, NULL, _("the name of an item type is missing"));
}

static bool set_type(struct setting *s)
{
	if (s->f->value.n == 0)
		return complain(s, NULL, _("type needs a name: date, org, number …"));
	s->r->type = span_is(s->f->value, "none") ? -2 : ruleset_type(s->rs, s->f->value);
	return s->r->type != -1 || complain(s, NULL, _("more than 64 item types"));
}

static bool set_blocks(struct setting *s)
{
	s->r->type = -1;
	return type_bits(s, s->f->value, &s->r->blocks);
}

static bool set_follows(struct setting *s)
{
	return type_bits(s, s->f->value, &s->r->follows);
}

static bool set_number(struct setting *s)
{
	static const int max[] = { 99, PHASES };
	long long n;

	if (!span_to_long(s->f->value, &n) || n < s->arg || n > max[s->arg])
		return complain(s, NULL,
				s->arg ? _("phase is a number from 1 to 9") : _("priority is a number from 0 to 99"));
	*(s->arg ? &s->r->phase : &s->r->priority) = (int)n;
	return true;
}

static bool set_flag(struct setting *s)
{
	bool *const flags[] = { &s->r->cased, &s->r->open, &s->r->nest };

	*flags[s->arg] = true;
	return true;
}

static bool set_in(struct setting *s)
{
	struct span rest = s->f->value;
	struct span word;

	while (next_word(&rest, &word)) {
		int k = 0;

		while (k < BLOCK_KINDS && !span_is(word, block_kind_names[k]))
			k++;
		if (k == BLOCK_KINDS)
			return complain(
				s, word.p,
				_("no such kind of block: para title heading item cell note caption signature"));
		s->r->kinds |= 1u << k;
	}
	return s->r->kinds != 0 || complain(s, NULL, _("in needs the kinds of blocks"));
}

static bool set_names(struct setting *s)
{
	struct span *const tables[] = { s->rs->langs, s->rs->doc_kinds };
	size_t *const counts[] = { &s->rs->n_langs, &s->rs->n_doc_kinds };
	uint32_t *bits = s->arg ? &s->r->doc_kinds : &s->r->langs;
	struct span rest = s->f->value;
	struct span word;

	while (next_word(&rest, &word)) {
		size_t i = 0;

		while (i < *counts[s->arg] && !span_eq(tables[s->arg][i], word))
			i++;
		if (i == LANGS_MAX)
			return complain(s, word.p, _("more than 31 different names"));
		if (i == *counts[s->arg])
			tables[s->arg][(*counts[s->arg])++] = word;
		*bits |= 1u << i;
	}
	return true;
}

/* ---- triggers and needs ---- */

static void push_trigger(struct ruleset *rs, struct triggers *ts, struct trigger t)
{
	ARENA_ROOM(&rs->arena, ts->v, ts->n, ts->cap);
	ts->v[ts->n++] = t;
}

static bool digit_trigger(struct setting *s, struct triggers *ts, struct span word)
{
	struct trigger t = { .kind = TRIGGER_DIGIT };
	struct span rest = span_sub(word, 1, word.n);
	struct span min = span_cut(&rest, '-');
	long long lo = 0, hi;

	if (min.n && (!span_to_long(min, &lo) || lo < 1 || lo > 20))
		return complain(s, word.p, _("# is followed by a number of digits: # #4 #1-2"));
	hi = lo;
	if (rest.n && (!span_to_long(rest, &hi) || hi < lo || hi > 20))
		return complain(s, word.p, _("# is followed by a number of digits: # #4 #1-2"));
	t.min = (int)lo;
	t.max = (int)hi;
	push_trigger(s->rs, ts, t);
	return true;
}

static bool set_trigger_stems(struct setting *s, struct triggers *ts, struct span word)
{
	struct node *n = ruleset_set_node(s->rs, span_sub(word, 1, word.n));

	if (!n)
		return complain(s, word.p, _("no %set, %map or %lexicon has this name"));
	return pattern_triggers(&s->rs->arena, n, true, ts) ||
	       complain(s, word.p, _("an element of this set does not begin with a word"));
}

static bool stem_trigger(struct setting *s, struct triggers *ts, struct span word)
{
	struct trigger t = { .kind = TRIGGER_STEM };
	char *folded;

	t.whole = word.n > 1 && span_ends(word, SPAN("$"));
	word.n -= t.whole;
	for (size_t i = 0; i < word.n;) {
		size_t at = i;
		unsigned c = utf8_next(word, &i);

		if (!byte_is_letter((unsigned char)word.p[at]) && !(c >= '0' && c <= '9') && i < word.n)
			return complain(s, word.p, _("a stem has letters only, a sign stands alone"));
	}
	folded = arena_alloc(&s->rs->arena, word.n + 1);
	utf8_fold(word, folded);
	t.text = utf8_whole(span_make(folded, word.n < STEM_BYTES ? word.n : STEM_BYTES));
	t.whole = t.whole && t.text.n == word.n;
	push_trigger(s->rs, ts, t);
	return true;
}

static bool add_trigger(struct setting *s, struct triggers *ts, struct span word, bool stems_only)
{
	if (word.p[0] == '%' && word.n > 1)
		return set_trigger_stems(s, ts, word);
	if (word.p[0] == '#')
		return digit_trigger(s, ts, word);
	if (span_is(word, "Aa") || span_is(word, "AA") || span_is(word, "^")) {
		struct trigger t = { .kind = word.p[0] == '^'   ? TRIGGER_START
					     : word.p[1] == 'a' ? TRIGGER_UPPER
								: TRIGGER_CAPS };

		if (stems_only)
			return complain(s, word.p, _("needs takes stems, %sets, # and signs"));
		push_trigger(s->rs, ts, t);
		return true;
	}
	return stem_trigger(s, ts, word);
}

static bool set_triggers(struct setting *s)
{
	struct triggers *ts = s->arg ? &s->r->needs[s->r->n_needs] : &s->r->triggers;
	struct span rest = s->f->value;
	struct span word;

	if (s->arg && s->r->n_needs == NEEDS_MAX)
		return complain(s, NULL, _("more than 8 lines of needs"));
	while (next_word(&rest, &word))
		if (!add_trigger(s, ts, word, s->arg))
			return false;
	s->r->n_needs += (size_t)s->arg;
	return ts->n > 0 || complain(s, NULL, _("a word, %set or # is missing"));
}

/* ---- pattern, value, norm ---- */

static bool set_pattern(struct setting *s)
{
	struct pattern_parser p = { .arena = &s->rs->arena, .diags = &s->rs->diags, .at = &s->f->at };
	struct node *n;

	if (s->f->value.n == 0)
		return complain(s, NULL, _("pattern is empty"));
	p.cased = s->r->cased;
	p.lookup = ruleset_set_node;
	p.ctx = s->rs;
	memcpy(p.names, s->r->names, sizeof p.names);
	p.n_names = s->r->n_names;
	n = pattern_parse(&p, s->f->value);
	if (!n)
		return false;
	memcpy(s->r->names, p.names, sizeof p.names);
	s->r->n_names = p.n_names;
	if (!s->r->patterns)
		s->r->patterns = node_new(&s->rs->arena, NODE_ALT);
	node_push(s->r->patterns, n);
	return true;
}

static bool push_norm(struct setting *s, struct span key)
{
	struct norm_field *n = arena_alloc(&s->rs->arena, sizeof *n);
	struct norm_field **end = &s->r->norm;

	n->key = arena_dup(&s->rs->arena, key).p;
	n->is_value = span_is(key, "value") || span_is(key, "canonical");
	if (!template_compile(s->rs, s->r, s->f, &n->t))
		return false;
	while (*end)
		end = &(*end)->next;
	*end = n;
	return true;
}

static bool set_value_field(struct setting *s)
{
	static const enum item_type named[] = { ITEM_ORG, ITEM_LEGAL_ACT, ITEM_PERSON, ITEM_PLACE, ITEM_EVENT };

	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (s->r->type == (int)named[i])
			return push_norm(s, SPAN("canonical"));
	return push_norm(s, SPAN("value"));
}

static bool set_norm(struct setting *s)
{
	return push_norm(s, span_sub(s->f->key, strlen("norm."), s->f->key.n));
}

static bool set_span(struct setting *s)
{
	s->r->item = rule_group(s->r, s->f->value);
	return s->r->item.n > 0 || complain(s, NULL, _("the pattern has no group of this name"));
}

/* ---- guards ---- */

static struct guard *push_guard(struct setting *s, enum guard_kind kind, bool unless)
{
	struct guard *g = arena_alloc(&s->rs->arena, sizeof *g);
	struct guard **end = &s->r->guards;

	g->kind = kind;
	g->unless = unless;
	g->at = s->f->at;
	while (*end)
		end = &(*end)->next;
	*end = g;
	return g;
}

enum { UNLESS = 0x100 };

static bool set_guard_pattern(struct setting *s)
{
	enum guard_kind kind = (enum guard_kind)(s->arg & ~UNLESS);
	struct span v = s->f->value;
	struct pattern_parser p = { .arena = &s->rs->arena, .diags = &s->rs->diags, .at = &s->f->at };
	struct buf out = { 0 };
	struct emitter e = { .arena = &s->rs->arena, .keep = &s->rs->arena, .out = &out };
	struct node *n;
	struct guard *g;

	if (s->frozen) {
		thaw_guard(s->frozen, s->rs, push_guard(s, kind, s->arg & UNLESS));
		return true;
	}
	if (v.n < 3 || v.p[0] != '/' || v.p[v.n - 1] != '/')
		return complain(s, NULL, _("the pattern stands between slashes: /улиц~/"));
	p.lookup = ruleset_set_node;
	p.ctx = s->rs;
	n = pattern_parse(&p, span_trim(span_sub(v, 1, v.n - 1)));
	if (!n)
		return false;
	buf_puts(&out, kind == GUARD_AFTER ? " *(?:" : "(?:");
	pattern_count_sets(&e, n);
	pattern_emit(&e, n);
	buf_puts(&out, kind == GUARD_BEFORE ? ") *\\z" : ")");
	pattern_emit_defs(&e);
	g = push_guard(s, kind, s->arg & UNLESS);
	g->source = arena_dup(&s->rs->arena, buf_span(&out));
	g->reach = node_max_bytes(n) + 16; /* and white space behind it */
	g->starts = starts_of(&s->rs->arena, n);
	g->at_words = kind == GUARD_BEFORE && g->starts.words;
	g->re = ruleset_regex(s->rs, g->source, kind == GUARD_AFTER || g->at_words ? REGEX_ANCHORED : 0);
	buf_free(&out);
	return true;
}

static bool set_guard_item(struct setting *s)
{
	static const char *const names[WHERES] = {
		[WHERE_SENTENCE] = "sentence", [WHERE_BLOCK] = "block", [WHERE_HEADING] = "heading",
		[WHERE_LEAD] = "lead",         [WHERE_ROW] = "row",
	};
	size_t in = span_find(s->f->value, SPAN(" in "), 0);
	struct span where = span_trim(span_sub(s->f->value, in == SPAN_NONE ? s->f->value.n : in + 4, s->f->value.n));
	struct guard *g = push_guard(s, GUARD_ITEM, s->arg & UNLESS);
	int w = 0;

	while (w < WHERES && !span_is(where, names[w]))
		w++;
	if (w == WHERES)
		return complain(s, where.p, _("needs-item TYPE in sentence, block, heading, lead or row"));
	g->where = (enum where)w;
	return type_bits(s, span_sub(s->f->value, 0, in), &g->types);
}

static bool set_guard_case(struct setting *s)
{
	struct span rest = s->f->value;
	struct span word;

	while (next_word(&rest, &word)) {
		struct guard *g = push_guard(s, (enum guard_kind)s->arg, false);

		g->group = rule_group(s->r, word);
		if (g->group.n == 0)
			return complain(s, word.p, _("the pattern has no group of this name"));
	}
	return true;
}

/* Examples are parsed when they are run: at every start that would be a quarter of the work. */
static bool set_example(struct setting *s)
{
	(void)s;
	return true;
}

bool field_is_example(const struct field *f)
{
	return span_is(f->key, "yes") || span_is(f->key, "no") || span_is(f->key, "known-failure");
}

static const struct field_kind field_kinds[] = {
	{ "type", set_type, 0, false },
	{ "blocks", set_blocks, 0, false },
	{ "follows", set_follows, 0, false },
	{ "trigger", set_triggers, 0, false },
	{ "needs", set_triggers, 1, false },
	{ "priority", set_number, 0, false },
	{ "phase", set_number, 1, false },
	{ "case", set_flag, 0, false },
	{ "open", set_flag, 1, false },
	{ "nest", set_flag, 2, false },
	{ "in", set_in, 0, false },
	{ "lang", set_names, 0, false },
	{ "kind", set_names, 1, false },
	{ "pattern", set_pattern, 0, true },
	{ "value", set_value_field, 0, true },
	{ "span", set_span, 0, true },
	{ "only-before", set_guard_pattern, GUARD_BEFORE, true },
	{ "unless-before", set_guard_pattern, GUARD_BEFORE | UNLESS, true },
	{ "only-after", set_guard_pattern, GUARD_AFTER, true },
	{ "unless-after", set_guard_pattern, GUARD_AFTER | UNLESS, true },
	{ "only-sentence", set_guard_pattern, GUARD_SENTENCE, true },
	{ "unless-sentence", set_guard_pattern, GUARD_SENTENCE | UNLESS, true },
	{ "needs-heading", set_guard_pattern, GUARD_HEADING, true },
	{ "unless-heading", set_guard_pattern, GUARD_HEADING | UNLESS, true },
	{ "needs-lead", set_guard_pattern, GUARD_LEAD, true },
	{ "unless-lead", set_guard_pattern, GUARD_LEAD | UNLESS, true },
	{ "needs-column", set_guard_pattern, GUARD_COLUMN, true },
	{ "unless-column", set_guard_pattern, GUARD_COLUMN | UNLESS, true },
	{ "needs-item", set_guard_item, 0, true },
	{ "unless-item", set_guard_item, UNLESS, true },
	{ "upper", set_guard_case, GUARD_UPPER, true },
	{ "caps", set_guard_case, GUARD_CAPS, true },
	{ "lower", set_guard_case, GUARD_LOWER, true },
	{ "yes", set_example, 0, true },
	{ "no", set_example, 0, true },
	{ "known-failure", set_example, 0, true },
};
enum { FIELD_KINDS = sizeof field_kinds / sizeof *field_kinds };

static const struct field_kind norm_kind = { "norm.", set_norm, 0, true };

static const struct field_kind *find_kind(struct span key)
{
	if (span_starts(key, SPAN("norm.")) && key.n > strlen("norm."))
		return &norm_kind;
	for (size_t i = 0; i < FIELD_KINDS; i++)
		if (span_is(key, field_kinds[i].name))
			return &field_kinds[i];
	return NULL;
}

/* Levenshtein would be more than a field name of a dozen letters needs: the longest common beginning. */
static const char *nearest(struct span key)
{
	const char *best = NULL;
	size_t most = 1;

	for (size_t i = 0; i < FIELD_KINDS; i++) {
		size_t n = 0;

		while (n < key.n && field_kinds[i].name[n] && key.p[n] == field_kinds[i].name[n])
			n++;
		if (n > most) {
			most = n;
			best = field_kinds[i].name;
		}
	}
	return best;
}

static void unknown_field(struct ruleset *rs, const struct field *f)
{
	const char *near = nearest(f->key);

	if (near)
		diag_add(&rs->diags, &f->at, f->key.p, _("a rule has no field %.*s. Did you mean %s?"),
			 SPAN_ARG(f->key), near);
	else
		diag_add(&rs->diags, &f->at, f->key.p, _("a rule has no field %.*s"), SPAN_ARG(f->key));
}

static void apply_fields(struct ruleset *rs, struct rule *r, struct thaw *frozen,
			 bool (*wanted)(const struct field_kind *k))
{
	for (const struct field *f = r->entry->first; f; f = f->next) {
		const struct field_kind *k = find_kind(f->key);
		struct setting s = { .rs = rs, .r = r, .f = f, .frozen = frozen };

		if (!k || !wanted(k))
			continue;
		s.arg = k->arg;
		k->set(&s);
	}
}

static bool is_early(const struct field_kind *k)
{
	return !k->late;
}

static bool is_early_and_cheap(const struct field_kind *k)
{
	return !k->late && k->set != set_triggers;
}

static bool is_pattern(const struct field_kind *k)
{
	return k->set == set_pattern;
}

static bool is_late(const struct field_kind *k)
{
	return k->late && k->set != set_pattern;
}

struct group_ref rule_group(const struct rule *r, struct span name)
{
	struct group_ref g = { 0 };

	for (size_t i = 0; i < r->n_names && g.n < GROUP_ALIASES; i++)
		if (span_eq(r->names[i], name))
			g.no[g.n++] = (int)i + 1;
	return g;
}

static void check_examples(struct ruleset *rs, const struct rule *r)
{
	bool yes = false, no = false;

	for (const struct field *f = r->entry->first; f; f = f->next) {
		bool is_no = span_is(f->key, "no") ||
			     (span_is(f->key, "known-failure") && span_starts(f->value, SPAN("no ")));

		no = no || is_no;
		yes = yes || (!is_no && field_is_example(f));
	}
	if (!yes || !no)
		diag_add(&rs->diags, &r->entry->at, r->name.p,
			 yes ? _("rule %.*s needs an example that must not match: no \"…\"")
			     : _("rule %.*s needs an example that matches: yes \"…\""),
			 SPAN_ARG(r->name));
}

static void check_whole(struct ruleset *rs, struct rule *r)
{
	if (r->type == -1 && !r->blocks)
		diag_add(&rs->diags, &r->entry->at, r->name.p, _("rule %.*s has no type"), SPAN_ARG(r->name));
	if (!r->patterns)
		diag_add(&rs->diags, &r->entry->at, r->name.p, _("rule %.*s has no pattern"), SPAN_ARG(r->name));
	else if (!r->triggers.n && !r->follows && !pattern_triggers(&rs->arena, r->patterns, !r->open, &r->triggers))
		diag_add(&rs->diags, &r->entry->at, r->name.p,
			 _("rule %.*s needs a trigger: its pattern can begin with anything"), SPAN_ARG(r->name));
	check_examples(rs, r);
	if (r->patterns && !r->follows && !pattern_needs(&rs->arena, r->patterns, &r->found_needs))
		r->found_needs.n = 0;
}

static void thaw_fields(struct ruleset *rs, struct rule *r, struct thaw *frozen)
{
	apply_fields(rs, r, frozen, is_early_and_cheap);
	thaw_rule(frozen, rs, r);
	apply_fields(rs, r, frozen, is_late);
}

void rule_fields_compile(struct ruleset *rs, struct rule *r, struct thaw *frozen)
{
	size_t before = rs->diags.n;

	if (frozen) {
		thaw_fields(rs, r, frozen);
		return;
	}
	for (const struct field *f = r->entry->first; f; f = f->next)
		if (!find_kind(f->key))
			unknown_field(rs, f);
	apply_fields(rs, r, NULL, is_early);
	apply_fields(rs, r, NULL, is_pattern);
	apply_fields(rs, r, NULL, is_late);
	if (rs->diags.n == before)
		check_whole(rs, r);
}

const struct node *rule_patterns(struct ruleset *rs, struct rule *r)
{
	struct rule again = { .cased = r->cased, .entry = r->entry };

	if (r->patterns)
		return r->patterns;
	apply_fields(rs, &again, NULL, is_pattern);
	r->patterns = again.patterns ? again.patterns : node_new(&rs->arena, NODE_ALT);
	return r->patterns;
}

const struct digits_after *rule_after(struct ruleset *rs, struct rule *r)
{
	static const struct digits_after anything = { { .any = true }, { .any = true } };

	if (!r->after_known)
		r->after = r->cased ? anything : pattern_after(rule_patterns(rs, r));
	r->after_known = true;
	return &r->after;
}
