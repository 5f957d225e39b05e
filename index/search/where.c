/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of filters: its name, and the condition in which %s stands for the list of its values. */
#include "where.h"

#include <stdio.h>
#include <stdlib.h>

#include "choices.h"
#include "doc.h"
#include "i18n.h"
#include "names.h"
#include "utf8.h"
#include "when.h"
#include "where_p.h"

/* Items of the block b; a range of the index (doc, start, name). */
#define ITEMS_OF_BLOCK                                                                                                 \
	"SELECT 1 FROM items i WHERE i.doc = b.doc AND i.start >= b.start"                                             \
	" AND i.start < b.start + length(CAST(b.text AS BLOB)) AND "

/* FOLD: names, which may hold commas. */
enum value_kind {
	VALUE_COUNTRY,
	VALUE_LANG,
	VALUE_KIND,
	VALUE_TYPE,
	VALUE_FOLD,
	VALUE_INSTRUMENT,
	VALUE_DOC,
	VALUE_SPAN
};

static const struct {
	const char *name;
	enum value_kind kind;
	const char *sql; /* %s: the values, ?,?,…; VALUE_SPAN: %1$s first day, %2$s last day */
} filters[] = {
	{ "doc", VALUE_DOC, "d.id IN (%s)" },
	{ "country", VALUE_COUNTRY, "d.country IN (%s)" },
	{ "lang", VALUE_LANG, "(lower(d.lang) IN (%1$s) OR substr(d.lang, 1, 2) IN (%1$s))" },
	{ "kind", VALUE_KIND, "d.kind IN (%s)" },
	{ "year", VALUE_SPAN, "(d.date_to >= %1$s AND coalesce(d.date_from, d.date_to) <= %2$s)" },
	{ "due", VALUE_SPAN,
	  "EXISTS (" ITEMS_OF_BLOCK
	  "i.due IS NOT NULL AND i.repeats IS NULL AND coalesce(i.date_from, i.date_to) IS NOT NULL"
	  " AND coalesce(i.date_to, '9999') >= %1$s"
	  " AND coalesce(i.date_from, min(coalesce(d.date_from, i.date_to), i.date_to)) <= %2$s)" },
	{ "type", VALUE_TYPE, "EXISTS (" ITEMS_OF_BLOCK "i.type IN (%s))" },
	{ "has", VALUE_TYPE,
	  "EXISTS (" ITEMS_OF_BLOCK "(i.type IN (%1$s) OR ('deadline' IN (%1$s) AND i.due IS NOT NULL)"
	  " OR (i.type = 'goal' AND json_extract(i.norm, '$.indicator') IS NOT NULL AND 'indicator' IN (%1$s))))" },
	{ "convention", VALUE_INSTRUMENT,
	  "EXISTS (" ITEMS_OF_BLOCK "i.type IN ('convention', 'recommendation', 'protocol') AND i.value IN (%s))" },
	{ "org", VALUE_FOLD,
	  "EXISTS (" ITEMS_OF_BLOCK "i.org IN (SELECT org FROM org_names WHERE fold IN (%1$s)"
	  " UNION SELECT n.org FROM org_names n JOIN json_each(json_array(%1$s)) v ON"
	  " length(v.value) > 3 AND instr(n.fold, v.value) > 0))" },
	{ "who", VALUE_FOLD,
	  "EXISTS (SELECT 1 FROM plan_rows p JOIN items i ON i.id = p.item JOIN json_each(json_array(%s)) v"
	  " WHERE i.doc = b.doc AND i.block = b.id AND i.start >= b.start"
	  " AND i.start < b.start + length(CAST(b.text AS BLOB)) AND"
	  " instr(svod_fold(coalesce(p.responsible, '') || ' ' || coalesce(p.who, '') || ' ' || coalesce(p.partners, "
	  "'')), v.value))" },
	{ "section", VALUE_FOLD,
	  "(EXISTS (SELECT 1 FROM blocks h JOIN json_each(json_array(%1$s)) v WHERE h.id = b.section"
	  " AND instr(svod_fold(h.text), v.value)) OR EXISTS (" ITEMS_OF_BLOCK
	  "i.id IN (SELECT item FROM plan_rows p WHERE p.doc = b.doc AND svod_fold(p.section) IN (%1$s))))" },
};

static struct span upper(struct span s, struct arena *a)
{
	struct span copy = arena_dup(a, s);
	char *p = arena_alloc(a, copy.n + 1);

	for (size_t i = 0; i < copy.n; i++)
		p[i] = copy.p[i] >= 'a' && copy.p[i] <= 'z' ? (char)(copy.p[i] - 32) : copy.p[i];
	return span_make(p, copy.n);
}

static struct span fold(struct span s, struct arena *a)
{
	char *p = arena_alloc(a, s.n + 1);

	utf8_fold(s, p);
	return span_make(p, s.n);
}

/* The instrument that a person means: C190, c87, 87, R205, P29, MLC → C190, C087, C087, R205, P029, C186. */
static struct span instrument(struct span text, struct arena *a)
{
	struct span s = upper(span_trim(text), a);
	char letter = 'C';
	long long n;

	if (span_is(s, "MLC"))
		return SPAN("C186");
	if (span_starts(s, SPAN("№")))
		s = span_trim(span_sub(s, sizeof "№" - 1, s.n));
	if (s.n && (s.p[0] == 'C' || s.p[0] == 'R' || s.p[0] == 'P')) {
		letter = s.p[0];
		s = span_sub(s, 1, s.n);
	} else if (span_starts(s, SPAN("С")) || span_starts(s, SPAN("с"))) { /* the Cyrillic letter */
		s = span_sub(s, 2, s.n);
	}
	if (!span_to_long(s, &n) || n > 999)
		return arena_dup(a, text);
	return arena_printf(a, "%c%03lld", letter, n);
}

struct span where_instrument(struct span word, struct arena *a)
{
	struct span code = instrument(word, a);
	bool letter = word.n && !(word.p[0] >= '0' && word.p[0] <= '9');

	return letter && code.n == 4 && code.p[0] < 0x7f && span_has_digit(code) && word.n <= 5 ? code
												: (struct span){ 0 };
}

static void push(struct where *w, struct span v)
{
	MEM_ROOM(w->values, w->n, w->cap);
	w->values[w->n++] = v;
}

/* 2021, 2021..2023, 2022-Q4, 2021-03..2021-06, ..2023, 2021.. */
static bool push_span(struct where *w, struct span name, struct span value, struct err *e)
{
	size_t dots = span_find(value, SPAN(".."), 0);
	struct when a, b;

	if (dots == SPAN_NONE) {
		a = b = when_parse(value);
	} else {
		struct span last = span_sub(value, dots + 2, value.n);

		a = when_parse(dots ? span_sub(value, 0, dots) : SPAN("0001"));
		b = when_parse(last.n ? last : SPAN("9999"));
	}
	if (!a.known || !b.known || a.repeats || b.repeats)
		return err_set(
			e, EX_USAGE,
			_("%.*s %.*s: a time is written 2022, 2022-Q4, 2022-10, 2022-10-31, or a range 2021..2023"),
			SPAN_ARG(name), SPAN_ARG(value));
	push(w, arena_dup(&w->arena, span_of(a.from[0] ? a.from : "0001-01-01")));
	push(w, arena_dup(&w->arena, span_of(b.to[0] ? b.to : "9999-12-31")));
	return span_cmp(w->values[w->n - 2], w->values[w->n - 1]) <= 0 ||
	       err_set(e, EX_USAGE, _("%.*s %.*s: the end of this time is before its beginning"), SPAN_ARG(name),
		       SPAN_ARG(value));
}

static bool push_doc(struct where *w, struct query *q, struct span value, struct err *e)
{
	long long doc = 0;

	if (!names_find(q->db, value, &doc, e))
		return false;
	push(w, arena_printf(&w->arena, "%lld", doc));
	return true;
}

/* A type that nothing has is a slip, not an empty answer. */
static bool check_type(struct query *q, struct span value, struct err *e)
{
	sqlite3_stmt *st = NULL;
	struct buf all = { 0 };
	bool known = item_type_of(value) != ITEM_OTHER || span_is(value, "indicator");

	if (known ||
	    !db_prepare(q->db, "SELECT type = ?1, type FROM (SELECT DISTINCT type FROM items ORDER BY type)", &st, e))
		return known;
	sqlite3_bind_text64(st, 1, value.p, value.n, SQLITE_STATIC, SQLITE_UTF8);
	while (sqlite3_step(st) == SQLITE_ROW) {
		known |= sqlite3_column_int(st, 0);
		buf_addf(&all, "%s%.*s", all.n ? ", " : "", SPAN_ARG(column_text(st, 1)));
	}
	sqlite3_finalize(st);
	if (!known)
		err_set(e, EX_USAGE, _("there are no items of type %.*s. Types: %s"), SPAN_ARG(value), buf_str(&all));
	buf_free(&all);
	return known;
}

static bool push_instrument(struct where *w, struct span value, struct err *e)
{
	struct span name = instrument(value, &w->arena);

	push(w, name);
	return span_has_digit(name) ||
	       err_set(e, EX_USAGE,
		       _("convention %.*s: an instrument is written C190, R205, P029, MLC, or as a number"),
		       SPAN_ARG(value));
}

static bool push_choice(struct where *w, struct query *q, enum choice choice, struct span value, struct err *e)
{
	struct span known = { 0 };
	bool ok = choice_find(q, choice, value, &w->arena, &known, e);

	push(w, known);
	return ok;
}

static bool push_value(struct where *w, struct query *q, enum value_kind kind, struct span value, struct err *e)
{
	switch (kind) {
	case VALUE_COUNTRY:
		return push_choice(w, q, CHOICE_COUNTRY, value, e);
	case VALUE_LANG:
		return push_choice(w, q, CHOICE_LANG, value, e);
	case VALUE_KIND:
		return push_choice(w, q, CHOICE_KIND, value, e);
	case VALUE_FOLD:
		push(w, fold(value, &w->arena));
		return true;
	case VALUE_INSTRUMENT:
		return push_instrument(w, value, e);
	case VALUE_DOC:
		return push_doc(w, q, value, e);
	case VALUE_TYPE:
		push(w, arena_dup(&w->arena, value));
		return check_type(q, value, e);
	case VALUE_SPAN:
		break; /* these are no lists */
	}
	return true;
}

/* Writes sql with %s or %1$s, %2$s replaced (the table above is the only source of such text). */
static void put_sql(struct buf *out, const char *sql, const char *one, const char *two)
{
	for (const char *c = sql; *c; c++) {
		if (c[0] == '%' && c[1] == 's') {
			buf_puts(out, one);
			c += 1;
		} else if (c[0] == '%' && (c[1] == '1' || c[1] == '2') && c[2] == '$' && c[3] == 's') {
			buf_puts(out, c[1] == '1' ? one : two);
			c += 3;
		} else {
			buf_putc(out, *c);
		}
	}
}

static bool add_span(struct where *w, const char *sql, struct span name, struct span value, struct err *e)
{
	char one[16], two[16];

	snprintf(one, sizeof one, "?%zu", w->n + WHERE_FIRST);
	snprintf(two, sizeof two, "?%zu", w->n + WHERE_FIRST + 1);
	if (!push_span(w, name, value, e))
		return false;
	put_sql(&w->sql, sql, one, two);
	return true;
}

static bool add_value(struct where *w, struct query *q, enum value_kind kind, struct span value, struct buf *list,
		      struct err *e)
{
	if (!value.n)
		return true;
	buf_addf(list, "%s?%zu", list->n ? ", " : "", w->n + WHERE_FIRST);
	return push_value(w, q, kind, value, e);
}

/* Values are split at commas; names of organizations and documents may hold one and are not. */
static bool add_list(struct where *w, struct query *q, size_t f, const struct span *values, size_t n, struct err *e)
{
	bool whole = filters[f].kind == VALUE_FOLD || filters[f].kind == VALUE_DOC;
	struct buf list = { 0 };
	bool ok = true;

	for (size_t i = 0; i < n && ok; i++) {
		struct span rest = values[i];

		if (whole)
			ok = add_value(w, q, filters[f].kind, span_trim(rest), &list, e);
		while (!whole && ok && rest.p)
			ok = add_value(w, q, filters[f].kind, span_trim(span_cut(&rest, ',')), &list, e);
	}
	put_sql(&w->sql, filters[f].sql, list.n ? buf_str(&list) : "NULL", "");
	buf_free(&list);
	return ok;
}

/* Any of the values will do. */
static bool add_filter(struct where *w, struct query *q, size_t f, const struct span *values, size_t n, struct err *e)
{
	if (filters[f].kind != VALUE_SPAN)
		return add_list(w, q, f, values, n, e);
	for (size_t i = 0; i < n; i++) {
		buf_puts(&w->sql, i ? " OR " : "");
		if (!add_span(w, filters[f].sql, span_of(filters[f].name), values[i], e))
			return false;
	}
	return true;
}

static bool add_many(struct where *w, struct query *q, struct span name, const struct span *values, size_t n,
		     bool without, struct err *e)
{
	for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
		bool ok;

		if (!span_is(name, filters[i].name))
			continue;
		buf_puts(&w->sql, without ? "\n AND NOT coalesce(" : "\n AND (");
		ok = add_filter(w, q, i, values, n, e);
		buf_puts(&w->sql, without ? ", 0)" : ")");
		return ok;
	}
	return err_set(e, EX_USAGE, _("there is no filter %.*s"), SPAN_ARG(name));
}

bool where_add(struct where *w, struct query *q, struct span name, struct span value, bool without, struct err *e)
{
	return add_many(w, q, name, &value, 1, without, e);
}

/* An option given twice means either. */
static bool add_option(struct where *w, struct query *q, const char *name, const struct opt_list *l, struct err *e)
{
	struct span *values = arena_alloc(&w->arena, (l->n + 1) * sizeof *values);

	for (size_t i = 0; i < l->n; i++)
		values[i] = span_of(l->v[i]);
	return l->n == 0 || add_many(w, q, span_of(name), values, l->n, false, e);
}

bool where_options(struct where *w, struct query *q, struct err *e)
{
	const struct query_options *o = q->o;
	const struct {
		const char *name;
		const struct opt_list *l;
	} lists[] = { { "doc", &o->doc },
		      { "country", &o->country },
		      { "year", &o->year },
		      { "type", &o->type },
		      { "org", &o->org },
		      { "who", &o->who },
		      { "convention", &o->convention },
		      { "section", &o->section },
		      { "lang", &o->lang },
		      { "kind", &o->kind },
		      { "has", &o->has } };
	struct buf range = { 0 };
	bool ok = true;

	for (size_t i = 0; i < sizeof lists / sizeof *lists && ok; i++)
		ok = add_option(w, q, lists[i].name, lists[i].l, e);
	if (ok && (o->since || o->until)) {
		buf_addf(&range, "%s..%s", o->since ? o->since : "", o->until ? o->until : "");
		ok = where_add(w, q, SPAN("year"), buf_span(&range), false, e);
	}
	buf_free(&range);
	return ok;
}

void where_bind(const struct where *w, sqlite3_stmt *s)
{
	for (size_t i = 0; i < w->n; i++)
		sqlite3_bind_text64(s, (int)(i + WHERE_FIRST), w->values[i].p, w->values[i].n, SQLITE_STATIC,
				    SQLITE_UTF8);
}

void where_free(struct where *w)
{
	buf_free(&w->sql);
	arena_free(&w->arena);
	free(w->values);
	*w = (struct where){ 0 };
}
