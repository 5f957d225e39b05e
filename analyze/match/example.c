/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Examples: parsed from rule files, run as small documents, compared with what they say. */
#include "example.h"

#include <stdlib.h>

#include "i18n.h"
#include "rules_p.h"

/* ---- parsing: [in KIND] [under "…"] [after "…"] [column "…"] [lang L] "text" [= value] [; key=value]… ---- */

struct reading {
	struct ruleset *rs;
	const struct field *f;
	struct span rest;
};

static bool complain(struct reading *r, const char *what)
{
	return diag_add(&r->rs->diags, &r->f->at, r->rest.p, "%s", what);
}

static struct span cut_word(struct reading *r)
{
	struct span word;

	r->rest = span_trim(r->rest);
	word = span_cut(&r->rest, ' ');
	r->rest = span_trim(r->rest);
	return word;
}

/* A text in straight quotes, in which \" is a quote. */
static bool cut_quoted(struct reading *r, struct span *out)
{
	struct buf b = { 0 };
	size_t i = 1;

	r->rest = span_trim(r->rest);
	if (!r->rest.n || r->rest.p[0] != '"')
		return complain(r, _("an example's text stands in straight quotes: \"…\""));
	for (; i < r->rest.n && r->rest.p[i] != '"'; i++) {
		if (r->rest.p[i] == '\\' && i + 1 < r->rest.n)
			i++;
		buf_putc(&b, r->rest.p[i]);
	}
	*out = arena_dup(&r->rs->arena, buf_span(&b));
	buf_free(&b);
	if (i >= r->rest.n)
		return complain(r, _("the quote is not closed"));
	r->rest = span_trim(span_sub(r->rest, i + 1, r->rest.n));
	return true;
}

static bool read_kind(struct reading *r, struct rule_example *x)
{
	struct span word = cut_word(r);

	for (int k = 0; k < BLOCK_KINDS; k++)
		if (span_is(word, block_kind_names[k])) {
			x->kind = (enum block_kind)k;
			return true;
		}
	return complain(r, _("no such kind of block"));
}

static bool read_context(struct reading *r, struct rule_example *x)
{
	while (r->rest.n && r->rest.p[0] != '"') {
		struct span word = cut_word(r);
		bool ok = false;

		if (span_is(word, "in"))
			ok = read_kind(r, x);
		else if (span_is(word, "under"))
			ok = cut_quoted(r, &x->heading);
		else if (span_is(word, "after"))
			ok = cut_quoted(r, &x->lead);
		else if (span_is(word, "column"))
			ok = cut_quoted(r, &x->column);
		else if (span_is(word, "lang"))
			ok = (x->lang = cut_word(r)).n > 0;
		else
			complain(r, _("before the text may stand: in KIND, under \"heading\", after \"lead\", column "
				      "\"head\", lang L"));
		if (!ok)
			return false;
	}
	return true;
}

/* Takes the ⟦ ⟧ out of x->text and keeps what stood in them. */
static bool read_marks(struct reading *r, struct rule_example *x)
{
	const struct span open = SPAN("⟦"), close = SPAN("⟧");
	struct buf b = { 0 };
	size_t starts[8], ends[8];
	size_t at = 0;
	bool ok = true;

	while (at < x->text.n) {
		struct span rest = span_sub(x->text, at, x->text.n);

		if (span_starts(rest, open)) {
			ok = ok && x->n_marked < 8;
			if (ok)
				starts[x->n_marked] = ends[x->n_marked] = b.n, x->n_marked++;
			at += open.n;
		} else if (span_starts(rest, close)) {
			if (x->n_marked)
				ends[x->n_marked - 1] = b.n;
			at += close.n;
		} else {
			buf_putc(&b, x->text.p[at++]);
		}
	}
	x->text = arena_dup(&r->rs->arena, buf_span(&b));
	buf_free(&b);
	for (size_t i = 0; i < x->n_marked; i++) {
		x->marked[i] = span_sub(x->text, starts[i], ends[i]);
		ok = ok && ends[i] > starts[i];
	}
	return ok || complain(r, _("⟦ and ⟧ come in pairs around a text, at most eight of them"));
}

/* Examples: the text behind yes, no or known-failure. */
static bool example_parse(struct ruleset *rs, struct rule *rule, const struct field *f)
{
	struct reading r = { rs, f, f->value };
	struct rule_example *x = arena_alloc(&rs->arena, sizeof *x);
	struct rule_example **end = &rule->examples;
	struct span key = f->key;

	x->at = f->at;
	if (span_is(key, "known-failure")) {
		x->known_failure = true;
		key = span_starts(r.rest, SPAN("no ")) || span_starts(r.rest, SPAN("yes ")) ? cut_word(&r)
											    : SPAN("yes");
	}
	x->yes = span_is(key, "yes");
	if (!read_context(&r, x) || !cut_quoted(&r, &x->text) || !read_marks(&r, x))
		return false;
	if (x->column.n)
		x->kind = BLOCK_CELL;
	if (r.rest.n && r.rest.p[0] == '=') {
		x->more = span_sub(r.rest, 1, r.rest.n);
		x->wanted = span_trim(span_cut(&x->more, ';'));
	} else if (r.rest.n && r.rest.p[0] == ';') {
		x->more = span_sub(r.rest, 1, r.rest.n);
	} else if (r.rest.n) {
		return complain(&r, _("behind the text may stand = VALUE and ; KEY=VALUE"));
	}
	while (*end)
		end = &(*end)->next;
	*end = x;
	return true;
}

/* ---- running ---- */

static void add_block(struct doc *d, struct buf *text, enum block_kind kind, struct span s)
{
	struct block *b;

	if (!s.n)
		return;
	if (text->n)
		buf_putc(text, '\n');
	b = doc_add_block(d, kind, text->n, text->n + s.n);
	buf_add(text, s);
	if (kind == BLOCK_CELL)
		b->table = 1;
}

/* The example as a document; returns where its own block begins. */
static size_t make_doc(const struct rule_example *x, struct doc *d)
{
	struct buf text = { 0 };
	size_t start;

	add_block(d, &text, BLOCK_HEADING, x->heading);
	add_block(d, &text, BLOCK_PARA, x->lead);
	add_block(d, &text, BLOCK_CELL, x->column);
	if (x->column.n)
		d->blocks[d->n_blocks - 1].head = true;
	add_block(d, &text, x->kind, x->text);
	if (x->kind == BLOCK_CELL && x->text.n)
		d->blocks[d->n_blocks - 1].row = 1;
	if (x->kind == BLOCK_ITEM && x->text.n)
		d->blocks[d->n_blocks - 1].level = 1;
	if (x->lang.n)
		jval_set_str(&d->arena, doc_meta(d), "lang", x->lang);
	start = text.n - x->text.n;
	d->text = arena_dup(&d->arena, buf_span(&text));
	d->has_text = true;
	buf_free(&text);
	return start;
}

static void put_member(const struct jval *v, struct buf *out)
{
	struct json_out j = { out, false };

	if (v && v->type == JSON_STRING)
		buf_add(out, v->s);
	else if (v)
		json_put_jval(&j, v);
}

static bool member_is(const struct jval *norm, const char *key, struct span wanted)
{
	struct buf b = { 0 };
	bool same;

	put_member(jval_get(norm, key), &b);
	same = span_eq(buf_span(&b), wanted);
	buf_free(&b);
	return same;
}

static bool value_is(const struct item *i, struct span wanted)
{
	return !wanted.n || member_is(i->norm, jval_get(i->norm, "value") ? "value" : "canonical", wanted);
}

static bool more_is(struct ruleset *rs, const struct item *i, struct span more)
{
	while (more.p) {
		struct span one = span_trim(span_cut(&more, ';'));
		struct span key = span_trim(span_cut(&one, '='));

		if (key.n && !member_is(i->norm, arena_dup(&rs->arena, key).p, span_trim(one)))
			return false;
	}
	return true;
}

static bool has_type(struct ruleset *rs, const struct rule *r, const struct item *i)
{
	return r->type >= 0 &&
	       (i->type == ITEM_OTHER ? span_eq(i->type_name, rs->types[r->type]) : (int)i->type == r->type);
}

struct running {
	struct ruleset *rs;
	struct matcher *m;
	const struct rule *r;
	const struct rule_example *x;
	struct doc d;
	size_t start; /* of the example's own block */
	struct buf why;
};

/* Items of the example's block that the rule, or one that won over it with the same item, gave. */
static bool is_wanted(struct running *t, const struct item *i, size_t mark, struct span value)
{
	if (i->start < t->start || !has_type(t->rs, t->r, i))
		return false;
	if (t->x->n_marked) {
		size_t start = t->start + (size_t)(t->x->marked[mark].p - t->x->text.p);

		if (i->start != start || i->end != start + t->x->marked[mark].n)
			return false;
	} else if (!span_eq(i->rule, t->r->name)) {
		return false;
	}
	return value_is(i, value) && (mark > 0 || more_is(t->rs, i, t->x->more));
}

static void describe(struct running *t)
{
	bool any = false;

	for (size_t k = 0; k < t->d.n_items; k++) {
		const struct item *i = &t->d.items[k];
		struct json_out j = { &t->why, false };

		if (i->start < t->start || !has_type(t->rs, t->r, i))
			continue;
		buf_addf(&t->why, any ? _("; \"%.*s\" by %.*s ") : _("found: \"%.*s\" by %.*s "),
			 SPAN_ARG(item_text(&t->d, i)), SPAN_ARG(i->rule));
		json_put_jval(&j, i->norm);
		any = true;
	}
	for (size_t k = 0; k < matcher_reports(t->m); k++) {
		struct match_report p = matcher_report(t->m, k);

		if (!span_eq(p.rule, t->r->name) || (!p.refused && !p.winner.n))
			continue;
		buf_puts(&t->why, any ? "; " : "");
		if (p.refused)
			buf_addf(&t->why, _("its match \"%.*s\" was refused by %s"),
				 SPAN_ARG(doc_slice(&t->d, p.start, p.end)), p.refused);
		else
			buf_addf(&t->why, _("its match \"%.*s\" was suppressed by rule %.*s"),
				 SPAN_ARG(doc_slice(&t->d, p.start, p.end)), SPAN_ARG(p.winner));
		any = true;
	}
	if (!any)
		buf_puts(&t->why, _("nothing was found"));
}

static bool check_yes(struct running *t)
{
	size_t marks = t->x->n_marked ? t->x->n_marked : 1;
	struct span values = t->x->wanted;

	for (size_t mark = 0; mark < marks; mark++) {
		size_t bar = span_find(values, SPAN(" | "), 0);
		struct span value = span_trim(span_sub(values, 0, bar));
		size_t i = 0;

		values = bar == SPAN_NONE ? (struct span){ 0 } : span_sub(values, bar + 3, values.n);
		while (i < t->d.n_items && !is_wanted(t, &t->d.items[i], mark, value))
			i++;
		if (i == t->d.n_items)
			return false;
	}
	return true;
}

/* A blocking rule shows itself by what it suppresses: yes = it matched. */
static bool rule_matched(const struct running *t)
{
	for (size_t k = 0; k < matcher_reports(t->m); k++) {
		struct match_report p = matcher_report(t->m, k);

		if (span_eq(p.rule, t->r->name) && !p.refused && p.start >= t->start)
			return true;
	}
	return false;
}

static bool check(struct running *t)
{
	if (t->r->type < 0)
		return rule_matched(t) == t->x->yes;
	if (t->x->yes)
		return check_yes(t);
	for (size_t i = 0; i < t->d.n_items; i++)
		if (t->d.items[i].start >= t->start && span_eq(t->d.items[i].rule, t->r->name))
			return false;
	return true;
}

static void run_one(struct running *t, struct example_result *out, struct buf *passing)
{
	bool ok;

	doc_reset(&t->d);
	buf_reset(&t->why);
	t->start = make_doc(t->x, &t->d);
	matcher_run(t->m, &t->d);
	ok = check(t);
	out->run++;
	if (ok && t->x->known_failure) {
		out->now_passing++;
		buf_addf(passing, _("%.*s:%d: rule %.*s: a known failure passes now: make it a yes or no\n"),
			 SPAN_ARG(t->x->at.file), t->x->at.line, SPAN_ARG(t->r->name));
	} else if (!ok && t->x->known_failure) {
		out->known++;
	} else if (!ok) {
		out->failed++;
		describe(t);
		diag_add(&t->rs->diags, &t->x->at, NULL, _("rule %.*s fails its example: %s"), SPAN_ARG(t->r->name),
			 buf_str(&t->why));
	}
}

static void parse_examples(struct ruleset *rs, struct rule *r)
{
	if (r->examples)
		return;
	for (const struct field *f = r->entry->first; f; f = f->next)
		if (field_is_example(f))
			example_parse(rs, r, f);
}

struct example_result examples_run(struct ruleset *rs, struct matcher *m, const char *prefix, struct buf *passing)
{
	struct example_result out = { 0 };
	struct running t = { .rs = rs, .m = m };

	matcher_keep_reports(m, true);
	for (size_t i = 0; i < rs->n_rules; i++) {
		parse_examples(rs, &rs->rules[i]);
		t.r = &rs->rules[i];
		if (t.r->type == -2 || (prefix && !span_starts(t.r->name, span_of(prefix))))
			continue;
		for (t.x = t.r->examples; t.x; t.x = t.x->next)
			run_one(&t, &out, passing);
	}
	matcher_keep_reports(m, false);
	doc_free(&t.d);
	buf_free(&t.why);
	return out;
}
