/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads rule files line by line. Meaning is given elsewhere, so that every error can name its line. */
#include "rulefile.h"

#include <stdio.h>
#include <stdlib.h>

#include "i18n.h"
#include "utf8.h"

/* A line of a set is read as a pattern and as a form. */
static bool is_said(const struct diags *ds, const struct place *at, struct span text)
{
	for (size_t i = 0; i < ds->n; i++)
		if (ds->v[i].at.text.p == at->text.p && span_eq(ds->v[i].text, text))
			return true;
	return false;
}

bool diag_add(struct diags *ds, const struct place *at, const char *where, const char *format, ...)
{
	char text[800];
	struct span said;
	va_list args;
	struct diag *d;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	said = utf8_whole(span_of(text));
	if (is_said(ds, at, said))
		return false;
	MEM_ROOM(ds->v, ds->n, ds->cap);
	d = &ds->v[ds->n++];
	*d = (struct diag){ .at = *at, .text = arena_dup(ds->arena, said) };
	if (where && where >= at->text.p && where <= at->text.p + at->text.n)
		d->col = (size_t)(where - at->text.p);
	else
		while (d->col < at->text.n && (at->text.p[d->col] == '\t' || at->text.p[d->col] == ' '))
			d->col++;
	return false;
}

bool diag_to_err(const struct diag *d, struct err *e)
{
	enum { BEFORE = 60, AFTER = 90 }; /* bytes of the line shown around the caret */
	struct span line = d->at.text;
	size_t from = d->col > BEFORE ? d->col - BEFORE : 0;
	size_t column = utf8_count(span_sub(line, 0, d->col)) + 1;
	size_t caret;
	struct span shown;
	char text[160];

	while (from > 0 && from < line.n && ((unsigned char)line.p[from] & 0xC0) == 0x80)
		from--;
	shown = utf8_whole(span_sub(line, from, d->col + AFTER));
	caret = utf8_count(span_sub(line, from, d->col));
	snprintf(text, sizeof text, "%.*s", SPAN_ARG(shown));
	for (char *p = text; *p; p++)
		if (*p == '\t')
			*p = ' ';
	return err_set(e, EX_CONFIG, "%.*s:%d:%zu: %.*s\n    %s\n    %*s^", SPAN_ARG(d->at.file), d->at.line, column,
		       SPAN_ARG(d->text), text, (int)caret, "");
}

static const char *const entry_words[ENTRY_KINDS] = {
	[ENTRY_RULE] = "rule", [ENTRY_SET] = "%set",         [ENTRY_PARADIGM] = "%paradigm",
	[ENTRY_MAP] = "%map",  [ENTRY_LEXICON] = "%lexicon", [ENTRY_EXCLUSIVE] = "%exclusive",
};

static struct span cut_word(struct span *rest)
{
	size_t n = 0;
	struct span word;

	*rest = span_trim(*rest);
	while (n < rest->n && rest->p[n] != ' ' && rest->p[n] != '\t')
		n++;
	word = span_sub(*rest, 0, n);
	*rest = span_trim(span_sub(*rest, n, rest->n));
	return word;
}

static bool is_comment(struct span trimmed)
{
	return trimmed.n && trimmed.p[0] == '#' && (trimmed.n == 1 || trimmed.p[1] == ' ' || trimmed.p[1] == '#');
}

struct parse {
	struct arena *a;
	struct entry_list *out;
	struct diags *ds;
	int dir;
	bool in_entry; /* indented lines belong to out->last */
};

static void start_entry(struct parse *p, const struct place *at)
{
	struct span rest = at->text;
	struct span word = cut_word(&rest);
	struct entry *n;
	int kind = 0;

	while (kind < ENTRY_KINDS && !span_is(word, entry_words[kind]))
		kind++;
	p->in_entry = kind < ENTRY_KINDS;
	if (!p->in_entry) {
		diag_add(p->ds, at, word.p,
			 _("\"%.*s\" starts nothing: a line without indentation is rule, %%set, %%paradigm, %%map, "
			   "%%lexicon or %%exclusive"),
			 SPAN_ARG(word));
		return;
	}
	n = arena_alloc(p->a, sizeof *n);
	*n = (struct entry){ .kind = (enum entry_kind)kind, .at = *at, .dir = p->dir };
	if (kind == ENTRY_EXCLUSIVE)
		n->args = rest;
	else
		n->name = cut_word(&rest), n->args = rest;
	if ((kind == ENTRY_SET || kind == ENTRY_PARADIGM || kind == ENTRY_MAP) && n->args.n)
		diag_add(p->ds, at, n->args.p,
			 _("behind the name of a %s nothing may stand: its lines follow, indented"), entry_words[kind]);
	if (kind != ENTRY_EXCLUSIVE && n->name.n == 0)
		diag_add(p->ds, at, rest.p, _("%s needs a name"), entry_words[kind]);
	if (p->out->last)
		p->out->last->next = n;
	else
		p->out->first = n;
	p->out->last = n;
}

/* Where the value of a map line begins: behind a tab or two spaces; n if there is none. */
static size_t map_gap(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\t' || (s.p[i] == ' ' && i + 1 < s.n && s.p[i + 1] == ' '))
			return i;
	return s.n;
}

static void add_field(struct parse *p, const struct place *at)
{
	struct entry *entry = p->out->last;
	struct span line = span_trim(at->text);
	struct field *f = arena_alloc(p->a, sizeof *f);

	f->at = *at;
	if (entry->kind == ENTRY_RULE) {
		f->value = line;
		f->key = cut_word(&f->value);
	} else {
		size_t gap = entry->kind == ENTRY_MAP || entry->kind == ENTRY_PARADIGM ? map_gap(line) : line.n;

		f->key = span_sub(line, 0, gap);
		f->value = span_trim(span_sub(line, gap, line.n));
		if (entry->kind == ENTRY_MAP && !f->value.n)
			diag_add(p->ds, at, line.p, _("a line of %%map needs two spaces or a tab, and a value"));
	}
	if (entry->last)
		entry->last->next = f;
	else
		entry->first = f;
	entry->last = f;
}

static void continue_field(struct parse *p, const struct place *at)
{
	struct field *f = p->out->last->last;
	struct span more = span_trim(at->text);

	if (!f) {
		diag_add(p->ds, at, more.p, _("\"+\" continues a field, but none stands above"));
		return;
	}
	more = span_trim(span_sub(more, 1, more.n));
	f->value = arena_printf(p->a, "%.*s%.*s", SPAN_ARG(f->value), SPAN_ARG(more));
}

static void parse_line(struct parse *p, const struct place *at)
{
	struct span trimmed = span_trim(at->text);

	if (trimmed.n == 0 || is_comment(trimmed))
		return;
	if (at->text.p[0] != ' ' && at->text.p[0] != '\t')
		start_entry(p, at);
	else if (!p->in_entry)
		diag_add(p->ds, at, trimmed.p, _("an indented line must stand under rule, %%set or %%map"));
	else if (trimmed.p[0] == '+' && p->out->last->kind == ENTRY_RULE)
		continue_field(p, at);
	else
		add_field(p, at);
}

void rulefile_parse(struct arena *a, struct span file, struct span text, int dir, struct entry_list *out,
		    struct diags *ds)
{
	struct parse p = { .a = a, .out = out, .ds = ds, .dir = dir };
	struct place at = { .file = file };

	while (text.p) {
		at.text = span_cut(&text, '\n');
		at.line++;
		if (at.text.n && at.text.p[at.text.n - 1] == '\r')
			at.text.n--;
		parse_line(&p, &at);
	}
}
