/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Items become rows whose columns answer the usual questions without a look into JSON: what day, how much, who, in
 * which row of the plan. norm is kept whole beside them.
 */
#include <stdio.h>
#include <stdlib.h>

#include "mem.h"
#include "put_p.h"
#include "utf8.h"
#include "when.h"

/* What has to be known of all items before the first is written. */
struct facts {
	size_t parent; /* index of the row or goal around it, or NO_ITEM */
	struct span due;
	struct span resolved; /* days of a relative deadline */
};
#define NO_ITEM ((size_t)-1)

static struct span type_of(const struct item *i)
{
	return i->type == ITEM_OTHER ? i->type_name : span_of(item_type_names[i->type]);
}

/* Index of the item with that id, or NO_ITEM: ids hold the start, and items are sorted by it. */
static size_t find_item(const struct doc *d, struct span id)
{
	size_t lo, dash;
	long long start;
	struct span rest = id;

	while ((dash = span_find_char(rest, '-', 0)) != SPAN_NONE) {
		struct span number;

		rest = span_sub(rest, dash + 1, rest.n);
		number = rest;
		if (span_to_long(span_cut(&number, '-'), &start))
			break;
	}
	if (dash == SPAN_NONE)
		return NO_ITEM;
	lo = doc_item_from(d, (size_t)start);
	for (; lo < d->n_items && d->items[lo].start == (size_t)start; lo++)
		if (span_eq(d->items[lo].id, id))
			return lo;
	return NO_ITEM;
}

static void find_parents(const struct doc *d, struct facts *f)
{
	size_t row = NO_ITEM, goal = NO_ITEM;

	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *it = &d->items[i];

		f[i].parent = NO_ITEM;
		if (row != NO_ITEM && it->end <= d->items[row].end)
			f[i].parent = row;
		else if (goal != NO_ITEM && it->end <= d->items[goal].end)
			f[i].parent = goal;
		if (it->type == ITEM_TABLE_ROW) {
			row = i;
			f[i].parent = NO_ITEM;
		} else if (it->type == ITEM_GOAL && (goal == NO_ITEM || it->start >= d->items[goal].end)) {
			goal = i;
		}
	}
}

/* Deadlines: of deadlines themselves, of rows, and of goals by link or because they stand in the goal. */
static void find_due(const struct doc *d, struct facts *f)
{
	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *it = &d->items[i];
		size_t linked;

		switch (it->type) {
		case ITEM_DEADLINE:
			f[i].due = jval_str(it->norm, "value");
			f[i].resolved = jval_str(it->norm, "resolved");
			break;
		case ITEM_TABLE_ROW:
			f[i].due = jval_str(it->norm, "deadline");
			break;
		case ITEM_GOAL:
			linked = find_item(d, jval_str(it->norm, "deadline"));
			if (linked == NO_ITEM || linked == i)
				break;
			f[i].due = jval_str(d->items[linked].norm, "value");
			f[i].resolved = jval_str(d->items[linked].norm, "resolved");
			if (f[linked].parent == NO_ITEM)
				f[linked].parent = i;
			break;
		default:
			break;
		}
	}
	for (size_t i = 0; i < d->n_items; i++) {
		size_t up = f[i].parent;

		if (d->items[i].type != ITEM_DEADLINE || up == NO_ITEM || d->items[up].type == ITEM_DEADLINE ||
		    f[up].due.n)
			continue;
		f[up].due = f[i].due;
		f[up].resolved = f[i].resolved;
	}
}

/* A string, or a number as text into the scratch buffer at out. */
static struct span text_of(const struct jval *v, char out[32])
{
	if (v && v->type == JSON_STRING)
		return v->s;
	if (v && v->type == JSON_INT)
		return span_make(out, (size_t)snprintf(out, 32, "%lld", (long long)v->i));
	return (struct span){ 0 };
}

static struct span sentence_around(const struct doc *d, const struct item *it)
{
	size_t i = doc_sentence_at(d, it->start);

	if (i < d->n_sentences && d->sentences[i].start <= it->start)
		return span_trim(doc_slice(d, d->sentences[i].start, d->sentences[i].end));
	if (it->block >= 0)
		return span_trim(doc_slice(d, block_body(&d->blocks[it->block]), d->blocks[it->block].end));
	return item_text(d, it);
}

static struct span statement_of(const struct doc *d, const struct item *it)
{
	struct span s = { 0 };

	if (it->type == ITEM_TABLE_ROW) {
		s = jval_str(jval_get(it->norm, "cells"), "action");
		return s.n ? s : item_text(d, it);
	}
	if (it->type == ITEM_GOAL) {
		s = jval_str(it->norm, "text");
		return s.n ? s : item_text(d, it);
	}
	return it->type == ITEM_DEADLINE ? sentence_around(d, it) : s;
}

static void bind_days(sqlite3_stmt *s, const char *name, const char *day)
{
	sqlite3_bind_text(s, sqlite3_bind_parameter_index(s, name), day[0] ? day : NULL, -1, SQLITE_TRANSIENT);
}

static void bind_when(sqlite3_stmt *s, const struct item *it, const struct facts *f)
{
	struct span value = f->due.n ? f->due : jval_str(it->norm, "value");
	struct when w = { 0 };
	bool dated = f->due.n || it->type == ITEM_DATE || it->type == ITEM_EVENT || it->type == ITEM_LEGAL_ACT;

	if (it->type == ITEM_EVENT || it->type == ITEM_LEGAL_ACT)
		value = jval_str(it->norm, "date");
	if (dated)
		w = when_parse(f->resolved.n ? f->resolved : value);
	bind_days(s, ":date_from", w.from);
	bind_days(s, ":date_to", w.to);
	bind_text(s, ":repeats", w.repeats ? value : (struct span){ 0 });
	bind_text(s, ":due", f->due);
}

static void bind_number(sqlite3_stmt *s, const char *name, const struct jval *norm, const char *key)
{
	const struct jval *v = jval_get(norm, key);

	if (!v)
		v = jval_get(norm, "value");
	bind_null(s, name);
	if (v && (v->type == JSON_INT || v->type == JSON_DOUBLE))
		bind_real(s, name, v->type == JSON_INT ? (double)v->i : v->d);
}

/* The organization's row, made when new, and the way it is written here as one of its names. */
static bool add_name(struct put *p, sqlite3_int64 org, struct span name, struct err *e)
{
	sqlite3_stmt *s = p->sql[SQL_ADD_NAME];
	bool ok;

	if (!name.n)
		return true;
	buf_reset(&p->text);
	buf_room(&p->text, name.n);
	utf8_fold(name, p->text.p);
	bind_int(s, ":org", org);
	bind_text(s, ":fold", span_make(p->text.p, name.n));
	bind_text(s, ":name", name);
	ok = db_run(p->db, s, e);
	return ok;
}

/*
 * The name under which a body has its row, whatever a paper calls it: its official one where the paper prints another;
 * an organ with the body that it belongs to, since every union has its "Центральный комитет Профсоюза".
 */
static void put_key(const struct item *it, struct buf *key)
{
	struct span canonical = jval_str(it->norm, "canonical"), official = jval_str(it->norm, "official"),
		    parent = jval_str(it->norm, "parent");

	buf_add(key, official.n ? official : canonical);
	if (!official.n && parent.n && span_is(jval_str(it->norm, "kind"), "organ") &&
	    span_find(canonical, parent, 0) == SPAN_NONE)
		buf_addf(key, " (%.*s)", SPAN_ARG(parent));
}

static bool find_org(struct put *p, struct span key, const struct item *it, sqlite3_int64 *org, struct err *e)
{
	static const char *const fields[] = { "abbr", "kind", "parent", "country" };
	bool official = jval_str(it->norm, "official").n > 0;
	sqlite3_stmt *s = p->sql[SQL_ADD_ORG];
	bool row, ok;

	bind_text(s, ":canonical", key);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		char name[16] = ":";

		/* letters of another language are no abbreviation of the official name */
		bind_text(s, strcat(name, fields[i]),
			  official && !i ? (struct span){ 0 } : jval_str(it->norm, fields[i]));
	}
	if (!db_run(p->db, s, e))
		return false;
	s = p->sql[SQL_FIND_ORG];
	bind_text(s, ":canonical", key);
	ok = db_row(p->db, s, &row, e);
	if (row)
		*org = sqlite3_column_int64(s, 0);
	sqlite3_reset(s);
	return ok;
}

static bool put_org(struct put *p, const struct doc *d, const struct item *it, sqlite3_int64 *org, struct err *e)
{
	struct span canonical = jval_str(it->norm, "canonical");
	struct buf key = { 0 };
	bool ok;

	*org = 0;
	if (it->type != ITEM_ORG || !canonical.n)
		return true;
	put_key(it, &key);
	ok = find_org(p, buf_span(&key), it, org, e) && add_name(p, *org, buf_span(&key), e) &&
	     add_name(p, *org, canonical, e) && add_name(p, *org, jval_str(it->norm, "abbr"), e) &&
	     add_name(p, *org, span_trim(item_text(d, it)), e);
	buf_free(&key);
	return ok;
}

static void bind_list(sqlite3_stmt *s, const char *name, struct put *p, const struct jval *v)
{
	struct span json = v && v->type == JSON_ARRAY ? put_json(p, v) : (struct span){ 0 };

	sqlite3_bind_text64(s, sqlite3_bind_parameter_index(s, name), json.p, json.n, SQLITE_TRANSIENT, SQLITE_UTF8);
	if (!json.n)
		bind_null(s, name);
}

static bool put_row(struct put *p, const struct item *it, sqlite3_int64 id, const struct facts *f, struct err *e)
{
	static const char *const printed[] = { "action",    "deadline",        "responsible",
					       "indicator", "expected_result", "budget" };
	const struct jval *cells = jval_get(it->norm, "cells");
	sqlite3_stmt *s = p->sql[SQL_ADD_ROW];
	char row[32], section[32];

	bind_int(s, ":item", id);
	bind_int(s, ":doc", p->doc);
	bind_text(s, ":row", text_of(jval_get(it->norm, "row"), row));
	bind_text(s, ":section", text_of(jval_get(it->norm, "section"), section));
	for (size_t i = 0; i < sizeof printed / sizeof *printed; i++) {
		char name[24] = ":";

		bind_text(s, strcat(name, printed[i]), jval_str(cells, printed[i]));
	}
	bind_text(s, ":due", f->due);
	bind_list(s, ":who", p, jval_get(it->norm, "responsible"));
	bind_list(s, ":partners", p, jval_get(it->norm, "partners"));
	bind_text(s, ":cells", put_json(p, cells));
	return db_run(p->db, s, e);
}

static struct span value_of(const struct item *it)
{
	static const char *const keys[] = { "value", "canonical", "row" };
	struct span v = { 0 };

	for (size_t i = 0; i < sizeof keys / sizeof *keys && !v.n; i++)
		v = jval_str(it->norm, keys[i]);
	return v;
}

static bool put_item(struct put *p, const struct doc *d, size_t i, const struct facts *f, struct err *e)
{
	const struct item *it = &d->items[i];
	sqlite3_stmt *s = p->sql[SQL_ADD_ITEM];
	sqlite3_int64 org, id = p->last_item + 1 + (sqlite3_int64)i;
	int block = it->block >= 0 && (size_t)it->block < d->n_blocks ? it->block : doc_block_at(d, it->start);

	if (!put_org(p, d, it, &org, e))
		return false;
	bind_int(s, ":id", id);
	bind_int(s, ":doc", p->doc);
	bind_text(s, ":name", it->id);
	bind_text(s, ":type", type_of(it));
	bind_null(s, ":block");
	if (block >= 0)
		bind_int(s, ":block", p->blocks[block]);
	bind_null(s, ":parent");
	if (f->parent != NO_ITEM)
		bind_int(s, ":parent", p->last_item + 1 + (sqlite3_int64)f->parent);
	bind_int(s, ":start", (sqlite3_int64)it->start);
	bind_int(s, ":stop", (sqlite3_int64)it->end);
	sqlite3_bind_text64(s, sqlite3_bind_parameter_index(s, ":text"), d->text.p + it->start, it->end - it->start,
			    SQLITE_STATIC, SQLITE_UTF8);
	bind_text(s, ":value", value_of(it));
	bind_text(s, ":statement", statement_of(d, it));
	bind_when(s, it, f);
	bind_number(s, ":low", it->type == ITEM_NUMBER ? it->norm : NULL, "min");
	bind_number(s, ":high", it->type == ITEM_NUMBER ? it->norm : NULL, "max");
	bind_text(s, ":unit", jval_str(it->norm, "unit"));
	bind_null(s, ":org");
	if (org)
		bind_int(s, ":org", org);
	bind_text(s, ":action", jval_str(it->norm, "action"));
	bind_text(s, ":country", jval_str(it->norm, "country"));
	bind_text(s, ":level", jval_str(it->norm, it->type == ITEM_CHECK ? "result" : "level"));
	bind_text(s, ":kind", jval_str(it->norm, "kind"));
	bind_text(s, ":rule", it->rule);
	buf_reset(&p->text);
	buf_add(&p->text, put_json(p, it->extra));
	bind_text(s, ":extra", buf_span(&p->text));
	bind_text(s, ":norm", put_json(p, it->norm));
	return db_run(p->db, s, e) && (it->type != ITEM_TABLE_ROW || put_row(p, it, id, f, e));
}

bool put_items(struct put *p, struct doc *d, struct err *e)
{
	struct facts *f;
	bool ok = true;

	if (d->n_items == 0)
		return true;
	doc_sort_items(d);
	doc_number_items(d);
	f = mem_alloc(d->n_items * sizeof *f);
	find_parents(d, f);
	find_due(d, f);
	ok = db_int(p->db, "SELECT coalesce(max(id), 0) FROM items", &p->last_item, e);
	for (size_t i = 0; i < d->n_items && ok; i++)
		ok = put_item(p, d, i, &f[i], e);
	free(f);
	return ok;
}
