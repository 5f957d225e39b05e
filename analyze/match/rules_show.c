/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints rules, explanations and counts for people. */
#include "rules_show.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "i18n.h"
#include "matcher.h"
#include "utf8.h"

static struct span rule_type(const struct ruleset *rs, const struct rule *r)
{
	return r->type >= 0 ? rs->types[r->type] : span_of(r->type == -1 ? _("(blocks)") : _("(pass)"));
}

void rule_show(struct ruleset *rs, struct rule *r, bool in_full)
{
	struct span type = rule_type(rs, r);

	printf("%-32.*s %.*s%*s %.*s:%d\n", SPAN_ARG(r->name), SPAN_ARG(type), utf8_lacks(type, 14), "",
	       SPAN_ARG(r->entry->at.file), r->entry->at.line);
	if (!in_full)
		return;
	for (const struct field *f = r->entry->first; f; f = f->next)
		printf("\t%-16.*s %.*s\n", SPAN_ARG(f->key), SPAN_ARG(f->value));
	printf("\t# %s", _("begins at:"));
	for (size_t i = 0; i < r->triggers.n && i < 40; i++) {
		static const char *const kinds[] = { "", "#", "Aa", "AA", "^" };
		const struct trigger *t = &r->triggers.v[i];

		printf(" %s%.*s%s", kinds[t->kind], SPAN_ARG(t->text), t->whole ? "$" : "");
	}
	if (r->triggers.n > 40)
		printf(ngettext(" … %zu stem", " … %zu stems", r->triggers.n), r->triggers.n);
	putchar('\n');
}

static void add_block(struct doc *d, struct buf *text, enum block_kind kind, const char *s)
{
	if (!s)
		return;
	if (text->n)
		buf_putc(text, '\n');
	doc_add_block(d, kind, text->n, text->n + strlen(s));
	buf_puts(text, s);
}

static bool make_doc(const struct rules_options *o, const char *s, struct doc *d, struct err *e)
{
	struct buf text = { 0 };
	int kind = o->column ? BLOCK_CELL : BLOCK_PARA;

	if (o->in)
		for (kind = 0; kind < BLOCK_KINDS && strcmp(o->in, block_kind_names[kind]);)
			kind++;
	if (kind == BLOCK_KINDS)
		return err_set(e, EX_USAGE,
			       _("--in %s: no such kind of block: para title heading item cell note caption"), o->in);
	add_block(d, &text, BLOCK_HEADING, o->under);
	add_block(d, &text, BLOCK_PARA, o->after);
	add_block(d, &text, BLOCK_CELL, o->column);
	if (o->column) {
		d->blocks[d->n_blocks - 1].table = 1;
		d->blocks[d->n_blocks - 1].head = true;
	}
	add_block(d, &text, (enum block_kind)kind, s);
	if (o->column) {
		d->blocks[d->n_blocks - 1].table = 1;
		d->blocks[d->n_blocks - 1].row = 1;
	}
	d->text = arena_dup(&d->arena, buf_span(&text));
	d->has_text = true;
	buf_free(&text);
	return true;
}

static void show_report(const struct doc *d, const struct match_report *r)
{
	printf("  %-28.*s \"%.*s\"", SPAN_ARG(r->rule), SPAN_ARG(doc_slice(d, r->start, r->end)));
	if (r->match_start != r->start || r->match_end != r->end)
		printf(_(" in \"%.*s\""), SPAN_ARG(doc_slice(d, r->match_start, r->match_end)));
	if (r->groups.n)
		printf("  (%.*s)", SPAN_ARG(r->groups));
	putchar('\n');
	if (r->refused)
		printf(_("    refused: %s does not hold\n"), r->refused);
	else if (r->winner.n)
		printf(_("    suppressed by %.*s\n"), SPAN_ARG(r->winner));
	else
		printf("    %s\n", r->blocks ? _("blocks what it overlaps") : _("became an item"));
}

static void show_items(const struct doc *d)
{
	struct buf b = { 0 };

	printf("%s\n", _("Items:"));
	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *x = &d->items[i];
		struct json_out j = { &b, false };

		buf_reset(&b);
		json_put_jval(&j, x->norm);
		printf("  %-14.*s \"%.*s\"  %s  %.*s\n",
		       SPAN_ARG(x->type == ITEM_OTHER ? x->type_name : span_of(item_type_names[x->type])),
		       SPAN_ARG(item_text(d, x)), buf_str(&b), SPAN_ARG(x->rule));
	}
	buf_free(&b);
	if (d->n_items == 0)
		printf("  %s\n", _("nothing"));
}

static void show_tried(const struct ruleset *rs, const struct matcher *m)
{
	bool any = false;

	printf("%s\n ", _("Tried without a match:"));
	for (size_t i = 0; i < rs->n_rules; i++) {
		struct rule_count c = matcher_count(m, i);

		if (c.tried && !c.matched) {
			printf(" %.*s", SPAN_ARG(c.rule));
			any = true;
		}
	}
	if (!any)
		printf(" %s",
		       _("none (no trigger of any other rule stands in this text, or one of its needs is missing)"));
	putchar('\n');
}

int explain_show(struct ruleset *rs, const struct rules_options *o, const char *text, struct err *e)
{
	struct doc d = { 0 };
	struct matcher *m = matcher_new(rs);

	if (make_doc(o, text, &d, e)) {
		matcher_keep_reports(m, true);
		matcher_run(m, &d);
		doc_sort_items(&d);
		show_items(&d);
		printf("%s\n", _("Matches:"));
		for (size_t i = 0; i < matcher_reports(m); i++) {
			struct match_report r = matcher_report(m, i);

			show_report(&d, &r);
		}
		if (matcher_reports(m) == 0)
			printf("  %s\n", _("nothing"));
		show_tried(rs, m);
	}
	doc_free(&d);
	matcher_free(m);
	return e->code;
}

/* ---- profile and coverage ---- */

static bool run_stream(struct matcher *m, const char *name, struct err *e)
{
	int fd = strcmp(name, "-") ? open(name, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
	struct doc_reader *r;
	struct doc d = { 0 };

	if (fd < 0)
		return err_sys(e, EX_NOINPUT, "%s", name);
	r = doc_reader_new(fd, name);
	while (doc_read(r, &d, e) == STEP_RECORD)
		matcher_run(m, &d);
	doc_free(&d);
	doc_reader_free(r);
	if (fd != STDIN_FILENO)
		close(fd);
	return e->code == 0;
}

static int by_time(const void *x, const void *y)
{
	const struct rule_count *a = x, *b = y;

	if (a->ms != b->ms)
		return a->ms > b->ms ? -1 : 1;
	return span_cmp(a->rule, b->rule);
}

/* Over columns of ten characters and the name. */
static void put_heading(void)
{
	static const char *const columns[] = { N_("ms"), N_("tried"), N_("matched"), N_("items") };

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		const char *name = _(columns[i]);

		printf("%*s%s ", utf8_lacks(span_of(name), 10), "", name);
	}
	printf(" %s\n", _("rule"));
}

static int print_counts(const struct ruleset *rs, const struct matcher *m, bool only_silent)
{
	struct rule_count *v = mem_alloc((rs->n_rules + 1) * sizeof *v);
	size_t silent = 0;

	for (size_t i = 0; i < rs->n_rules; i++)
		v[i] = matcher_count(m, i);
	if (!only_silent && rs->n_rules)
		qsort(v, rs->n_rules, sizeof *v, by_time);
	if (only_silent)
		printf("%s\n", _("Rules that gave nothing:"));
	else
		put_heading();
	for (size_t i = 0; i < rs->n_rules; i++) {
		bool counts = rs->rules[i].type != -2;

		silent += counts && !v[i].matched;
		if (!only_silent)
			printf("%10.3f %10zu %10zu %10zu  %.*s\n", v[i].ms, v[i].tried, v[i].matched, v[i].items,
			       SPAN_ARG(v[i].rule));
		else if (counts && !v[i].matched)
			printf(ngettext("  %-32.*s tried %zu time\n", "  %-32.*s tried %zu times\n", v[i].tried),
			       SPAN_ARG(v[i].rule), v[i].tried);
	}
	if (only_silent)
		printf(ngettext("%zu of %zu rule\n", "%zu of %zu rules\n", rs->n_rules), silent, rs->n_rules);
	free(v);
	return only_silent && silent > 0;
}

int counts_show(struct ruleset *rs, char **files, int n, bool only_silent, struct err *e)
{
	struct matcher *m = matcher_new(rs);
	bool ok = true;
	int code;

	matcher_time(m, !only_silent);
	if (n == 0)
		ok = run_stream(m, "-", e);
	for (int i = 0; ok && i < n; i++)
		ok = run_stream(m, files[i], e);
	code = ok ? print_counts(rs, m, only_silent) : e->code;
	matcher_free(m);
	return code;
}
