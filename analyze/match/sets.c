/* SPDX-License-Identifier: GPL-3.0-or-later */
/* %set, %map and %lexicon: alternatives for patterns and forms for templates, both made when first asked for. */
#include <fcntl.h>
#include <unistd.h>

#include "i18n.h"
#include "paradigm.h"
#include "pattern_emit.h"
#include "rules_p.h"
#include "utf8.h"

enum { LEXICON_BYTES = 16 << 20 };

struct set *ruleset_set(struct ruleset *rs, struct span name)
{
	size_t mask = rs->set_slots - 1;

	if (!rs->set_slots)
		return NULL;
	for (size_t i = span_hash(name) & mask;; i = (i + 1) & mask) {
		if (!rs->set_index[i])
			return NULL;
		if (span_eq(rs->sets[rs->set_index[i] - 1].name, name))
			return &rs->sets[rs->set_index[i] - 1];
	}
}

/* ---- lexicons ---- */

struct column {
	size_t form, value; /* SPAN_NONE: no value */
};

static struct span cell(struct span line, size_t i)
{
	struct span c = { 0 };

	for (; line.p; i--) {
		c = span_cut(&line, '\t');
		if (i == 0)
			return span_trim(c);
	}
	return (struct span){ 0 };
}

static size_t find_column(struct span heading, struct span name)
{
	for (size_t i = 0; heading.p; i++)
		if (span_eq(span_trim(span_cut(&heading, '\t')), name))
			return i;
	return SPAN_NONE;
}

static bool read_text(struct ruleset *rs, const struct entry *n, struct span name, struct span *text)
{
	struct span file = arena_printf(&rs->arena, "%.*s/%.*s", SPAN_ARG(rs->dirs[n->dir]), SPAN_ARG(name));
	struct buf b = { 0 };
	int fd = open(file.p, O_RDONLY | O_CLOEXEC);
	int rc;

	if (fd < 0)
		return diag_add(&rs->diags, &n->at, name.p, _("the table %.*s cannot be read"), SPAN_ARG(file));
	rc = buf_read_fd(&b, fd, LEXICON_BYTES);
	close(fd);
	if (rc == 0 && utf8_valid(buf_span(&b)))
		*text = arena_dup(&rs->arena, buf_span(&b));
	else
		diag_add(&rs->diags, &n->at, name.p, _("the table %.*s is no UTF-8 text of at most 16 MB"),
			 SPAN_ARG(file));
	buf_free(&b);
	return text->p != NULL;
}

static struct span next_row(struct span *text)
{
	while (text->p) {
		struct span line = span_cut(text, '\n');

		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		if (span_trim(line).n && line.p[0] != '#')
			return line;
	}
	return (struct span){ 0 };
}

/* Opens the table of a %lexicon line "FILE FORM [VALUE]"; *text is left behind the heading line. */
static bool lexicon_open(struct ruleset *rs, const struct entry *n, struct span *text, struct column *col)
{
	struct span rest = n->args;
	struct span file = span_cut(&rest, ' ');
	struct span form, value, heading;

	rest = span_trim(rest);
	form = span_cut(&rest, ' ');
	value = span_trim(rest);
	if (!form.n)
		return diag_add(&rs->diags, &n->at, n->args.p, _("%%lexicon NAME FILE COLUMN [VALUE COLUMN]"));
	if (!read_text(rs, n, file, text))
		return false;
	heading = next_row(text);
	col->form = find_column(heading, form);
	col->value = value.n ? find_column(heading, value) : SPAN_NONE;
	if (col->form == SPAN_NONE || (value.n && col->value == SPAN_NONE))
		return diag_add(&rs->diags, &n->at, col->form == SPAN_NONE ? form.p : value.p,
				_("the heading line of the table has no such column"));
	return true;
}

/* ---- patterns ---- */

struct making {
	struct ruleset *rs;
	struct pattern_parser parser;
	struct node *alt, *last;
};

static void add_alternative(struct making *m, struct node *n)
{
	if (!n)
		return;
	if (m->last)
		m->last->next = n;
	else
		m->alt->kids = n;
	m->last = n;
}

static void add_cells(struct making *m, struct span forms)
{
	while (forms.p) {
		struct span one = span_trim(span_cut(&forms, '|'));

		if (one.n)
			add_alternative(m, pattern_parse_plain(&m->parser, one));
	}
}

/* One line of a set as a pattern; NULL: said why. */
static struct node *parse_line(struct ruleset *rs, struct pattern_parser *p, enum entry_kind kind,
			       const struct field *f)
{
	struct buf forms = { 0 };
	struct node *n = NULL;

	p->at = &f->at;
	if (kind != ENTRY_PARADIGM)
		return pattern_parse(p, f->key);
	if (paradigm_pattern(rs, f, &forms))
		n = pattern_parse(p, arena_dup(p->arena, buf_span(&forms)));
	buf_free(&forms);
	return n;
}

static void add_entry(struct making *m, const struct entry *n)
{
	m->parser.at = &n->at;
	if (n->kind == ENTRY_LEXICON) {
		struct span text = { 0 };
		struct column col;

		if (!lexicon_open(m->rs, n, &text, &col))
			return;
		for (struct span row = next_row(&text); row.p; row = next_row(&text))
			add_cells(m, cell(row, col.form));
		return;
	}
	for (const struct field *f = n->first; f; f = f->next)
		add_alternative(m, parse_line(m->rs, &m->parser, n->kind, f));
}

struct node *ruleset_set_node(void *ctx, struct span name)
{
	struct ruleset *rs = ctx;
	struct set *set = ruleset_set(rs, name);
	struct making m = { .rs = rs, .parser = { .arena = &rs->arena, .diags = &rs->diags, .in_set = true } };

	if (!set || set->node)
		return set ? set->node : NULL;
	if (set->busy) {
		diag_add(&rs->diags, &set->entries[0]->at, set->name.p, _("%%%.*s contains itself"), SPAN_ARG(name));
		return NULL;
	}
	set->busy = true;
	m.parser.lookup = ruleset_set_node;
	m.parser.ctx = rs;
	m.alt = node_new(&rs->arena, NODE_ALT);
	for (size_t i = 0; i < set->n_entries; i++)
		add_entry(&m, set->entries[i]);
	set->busy = false;
	if (!m.alt->kids)
		diag_add(&rs->diags, &set->entries[0]->at, set->name.p, _("%%%.*s is empty"), SPAN_ARG(name));
	set->node = m.alt;
	return set->node;
}

/* ---- forms ---- */

static struct map_form *slot(struct map_form *table, size_t cap, struct span form)
{
	size_t i = span_hash(form) & (cap - 1);

	while (table[i].form.p && !span_eq(table[i].form, form))
		i = (i + 1) & (cap - 1);
	return &table[i];
}

static void grow_forms(struct ruleset *rs, struct set *set)
{
	size_t cap = set->cap_forms ? set->cap_forms * 2 : 64;
	struct map_form *table = arena_alloc(&rs->arena, cap * sizeof *table);

	for (size_t i = 0; i < set->cap_forms; i++)
		if (set->forms[i].form.p)
			*slot(table, cap, set->forms[i].form) = set->forms[i];
	set->forms = table;
	set->cap_forms = cap;
}

static void add_form(struct ruleset *rs, struct set *set, struct map_form f)
{
	struct map_form *at;

	if (set->n_forms * 2 >= set->cap_forms)
		grow_forms(rs, set);
	at = slot(set->forms, set->cap_forms, f.form);
	if (!at->form.p)
		set->n_forms++;
	*at = f;
	if (f.prefix && f.form.n > set->longest_prefix)
		set->longest_prefix = f.form.n;
}

static void add_torn_form(struct ruleset *rs, struct set *set, struct map_form f)
{
	ARENA_ROOM(&rs->arena, set->torn, set->n_torn, set->cap_torn);
	set->torn[set->n_torn++] = f;
}

/* One flat sequence as text; false: what is neither a letter nor white space cannot be a form. */
static bool add_sequence(struct ruleset *rs, struct set *set, struct sequence s, struct span value)
{
	struct buf b = { 0 };
	struct map_form f = { .value = value };
	bool torn = false, ok;
	size_t i = 0;

	for (; i < s.n; i++) {
		if (f.prefix) {
			torn = true;
			buf_putc(&b, '~');
		}
		f.prefix = false;

		if (s.v[i]->kind == NODE_CHAR)
			buf_put_utf8(&b, utf8_lower(s.v[i]->cp));
		else if (s.v[i]->kind == NODE_SPACE)
			buf_putc(&b, ' ');
		else if (s.v[i]->kind == NODE_CLASS && s.v[i]->set->n)
			buf_put_utf8(&b, s.v[i]->set->v[0].lo); /* dash, quote, apostrophe: as form_key writes them */
		else if (s.v[i]->kind == NODE_TAIL)
			f.prefix = true;
		else
			break;
	}
	ok = i == s.n;
	if (b.n && ok) {
		if (torn && f.prefix)
			buf_putc(&b, '~');
		f.form = arena_dup(&rs->arena, buf_span(&b));
		if (torn)
			add_torn_form(rs, set, f);
		else
			add_form(rs, set, f);
	}
	buf_free(&b);
	return ok;
}

/* False: n is none, or stands for something that is no form (a class, a count, …). */
static bool add_forms_of(struct ruleset *rs, struct set *set, const struct node *n, struct span value)
{
	struct arena scratch = { 0 };
	struct sequences all = { 0 };
	bool ok = n && pattern_flatten(&scratch, n, true, &all);

	for (size_t i = 0; ok && i < all.n; i++)
		ok = add_sequence(rs, set, all.v[i], value);
	arena_free(&scratch);
	return ok;
}

static void add_map_form(struct ruleset *rs, struct set *set, struct pattern_parser *p, enum entry_kind kind,
			 const struct field *f)
{
	const struct node *n = parse_line(rs, p, kind, f);

	if (n && !add_forms_of(rs, set, n, f->value))
		diag_add(&rs->diags, &f->at, f->key.p,
			 _("this is no form that has a value: words with {endings} and ~, no classes or counts"));
}

static void add_lexicon_forms(struct ruleset *rs, struct set *set, struct pattern_parser *p, const struct entry *n)
{
	struct span text = { 0 };
	struct column col;

	if (!lexicon_open(rs, n, &text, &col) || col.value == SPAN_NONE)
		return;
	for (struct span row = next_row(&text); row.p; row = next_row(&text)) {
		struct span forms = cell(row, col.form);

		while (forms.p) {
			struct span one = span_trim(span_cut(&forms, '|'));

			if (one.n)
				add_forms_of(rs, set, pattern_parse_plain(p, one), cell(row, col.value));
		}
	}
}

void ruleset_set_forms(struct ruleset *rs, struct set *set)
{
	struct arena scratch = { 0 };
	struct pattern_parser p = { .arena = &scratch, .diags = &rs->diags, .in_set = true };

	if (set->has_forms)
		return;
	set->has_forms = true;
	p.lookup = ruleset_set_node;
	p.ctx = rs;
	for (size_t i = 0; i < set->n_entries; i++) {
		const struct entry *n = set->entries[i];

		p.at = &n->at;
		if (n->kind == ENTRY_LEXICON)
			add_lexicon_forms(rs, set, &p, n);
		for (const struct field *f = n->first; f && n->kind != ENTRY_SET; f = f->next)
			add_map_form(rs, set, &p, n->kind, f);
	}
	arena_free(&scratch);
}

/* Does a form name another set? */
static bool names_sets(const struct set *set)
{
	for (size_t i = 0; i < set->n_entries; i++)
		for (const struct field *f = set->entries[i]->first; f; f = f->next)
			if (span_find_char(f->key, '%', 0) != SPAN_NONE)
				return true;
	return false;
}

void ruleset_make_forms(struct ruleset *rs)
{
	for (size_t i = 0; i < rs->n_sets; i++)
		if (rs->sets[i].kind != ENTRY_SET && !names_sets(&rs->sets[i]))
			ruleset_set_forms(rs, &rs->sets[i]);
}

static size_t skip_letters(struct span text, size_t at)
{
	size_t next = at;

	while (at < text.n && utf8_is_letter(utf8_next(text, &next)))
		at = next;
	return at;
}

/* Does the form stand for that text? ~ is any letters, as many as there are. */
static bool torn_form_holds(struct span form, struct span text)
{
	size_t at = 0;

	for (size_t i = 0; i < form.n; i++) {
		if (form.p[i] == '~')
			at = skip_letters(text, at);
		else if (at == text.n || text.p[at++] != form.p[i])
			return false;
	}
	return at == text.n;
}

/* The longest form with ~ in its middle; NULL: none. */
static const struct map_form *find_torn(const struct set *set, struct span text)
{
	const struct map_form *best = NULL;

	for (size_t i = 0; i < set->n_torn; i++)
		if ((!best || set->torn[i].form.n > best->form.n) && torn_form_holds(set->torn[i].form, text))
			best = &set->torn[i];
	return best;
}

bool set_value(const struct set *set, struct span form, struct span *value)
{
	const struct map_form *f = set->cap_forms ? slot(set->forms, set->cap_forms, form) : NULL;
	const struct map_form *torn;

	for (size_t n = form.n < set->longest_prefix ? form.n : set->longest_prefix; f && !f->form.p && n > 0; n--) {
		const struct map_form *shorter = slot(set->forms, set->cap_forms, span_sub(form, 0, n));

		if (shorter->form.p && shorter->prefix)
			f = shorter;
	}
	torn = f && f->form.p && !f->prefix ? NULL : find_torn(set, form);
	if (torn && (!f || !f->form.p || torn->form.n > f->form.n))
		f = torn;
	*value = f ? f->value : (struct span){ 0 };
	return f && f->form.p;
}
