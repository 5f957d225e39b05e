/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document or item, with where everything stands. */
#include "show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db_p.h"
#include "i18n.h"
#include "mem.h"
#include "load.h"
#include "names.h"
#include "show_source.h"
#include "snippet.h"
#include "utf8.h"

/* ---- items ---- */

static const struct column item_columns[] = {
	{ "type", NULL, COL_BOTH },
	{ "value", NULL, COL_BOTH | COL_FLEX },
	{ "text", NULL, COL_BOTH | COL_FLEX },
	{ "where", NULL, COL_TEXT },
	{ "chars", NULL, COL_TEXT },
	{ "id", NULL, COL_BOTH },
	{ "start", NULL, COL_DATA | COL_NUMBER },
	{ "end", NULL, COL_DATA | COL_NUMBER },
	{ "norm", NULL, COL_DATA | COL_JSON },
	{ "rule", NULL, COL_DATA },
	{ "page", NULL, COL_DATA | COL_NUMBER },
	{ "line", NULL, COL_DATA | COL_NUMBER },
	{ "doc", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};
enum { MARGIN = 6 }; /* characters before a line of --text */
enum { I_TYPE, I_VALUE, I_TEXT, I_WHERE, I_CHARS, I_ID, I_START, I_END, I_NORM, I_RULE, I_PAGE, I_LINE, I_DOC };

static const char items_sql[] =
	"SELECT i.type, CASE i.type WHEN 'number' THEN trim(coalesce(CASE WHEN i.low IS i.high THEN printf('%.12g', "
	"i.low) ELSE"
	" coalesce(printf('%.12g', i.low), '') || '–' || coalesce(printf('%.12g', i.high), '') END, '') || ' ' || "
	"coalesce(i.unit, ''))"
	" WHEN 'goal' THEN i.level WHEN 'check' THEN i.kind || ' ' || coalesce(i.level, '') WHEN 'event' THEN "
	"coalesce(i.due, i.value)"
	" ELSE i.value END, i.text, coalesce((SELECT p.row FROM plan_rows p WHERE p.item IN (i.id, i.parent)), ''), "
	"b.page, b.line,"
	" i.name, i.start, i.stop, i.norm, i.rule, d.hash, svod_place(b.page, b.line, b.para)"
	" FROM items i JOIN documents d ON d.id = i.doc LEFT JOIN blocks b ON b.id = i.block WHERE i.doc = :doc"
	" AND (:types IS NULL OR instr(:types, ',' || i.type || ',')) AND (:item IS NULL OR i.id = :item)"
	" AND (:stop IS NULL OR (i.start >= :start AND i.start < :stop))"
	" AND (:dups OR json_extract(i.norm, '$.dup') IS NULL) ORDER BY i.start, i.id";

/* Code points before byte at; goes forward only, items come in their order. */
struct counter {
	struct span text;
	size_t byte, chars;
};

static size_t chars_at(struct counter *c, size_t byte)
{
	if (byte < c->byte)
		*c = (struct counter){ .text = c->text };
	c->chars += utf8_count(span_sub(c->text, c->byte, byte));
	c->byte = byte;
	return c->chars;
}

static void put_where(struct table *t, sqlite3_stmt *st, struct counter *c)
{
	size_t start = (size_t)sqlite3_column_int64(st, 7), end = (size_t)sqlite3_column_int64(st, 8);
	struct span row = column_text(st, 3);
	struct buf b = { 0 };
	struct counter to;

	if (row.n)
		buf_addf(&b, _("row %.*s, "), SPAN_ARG(row));
	buf_add(&b, column_text(st, 12));
	table_put(t, I_WHERE, buf_span(&b));
	buf_reset(&b);
	start = chars_at(c, start);
	to = *c;
	buf_addf(&b, "%zu–%zu", start, chars_at(&to, end));
	table_put(t, I_CHARS, buf_span(&b));
	buf_free(&b);
}

static void put_item(struct table *t, sqlite3_stmt *st, struct counter *c)
{
	static const struct {
		int from;
		size_t to;
	} plain[] = { { 0, I_TYPE }, { 1, I_VALUE }, { 2, I_TEXT }, { 6, I_ID },   { 7, I_START }, { 8, I_END },
		      { 9, I_NORM }, { 10, I_RULE }, { 4, I_PAGE }, { 5, I_LINE }, { 11, I_DOC } };

	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		table_put(t, plain[i].to, column_text(st, plain[i].from));
	put_where(t, st, c);
	table_end_row(t);
}

/* ",deadline,number," of --type, or nothing. */
static void types_of(const struct query_options *o, struct buf *out)
{
	for (size_t i = 0; i < o->type.n; i++)
		buf_addf(out, "%s%s,", i ? "" : ",", o->type.v[i]);
}

/* What is to be shown: a document, one item of it, or a place in it. */
struct target {
	long long doc, item;
	struct name_place place;
};

static void bind_target(sqlite3_stmt *st, const struct target *what)
{
	bind_int(st, ":doc", what->doc);
	if (what->item)
		bind_int(st, ":item", what->item);
	if (!what->place.doc)
		return;
	bind_int(st, ":start", what->place.start);
	bind_int(st, ":stop", what->place.stop);
}

static bool show_items(struct query *q, const struct target *what, struct err *e)
{
	struct buf types = { 0 };
	struct doc d = { 0 };
	struct counter c = { 0 };
	sqlite3_stmt *st = NULL;
	struct table *t;
	bool ok = load_text(q->db, what->doc, &d, e) && db_prepare(q->db, items_sql, &st, e);

	if (ok) {
		c.text = d.text;
		types_of(q->o, &types);
		bind_target(st, what);
		bind_text(st, ":types", buf_span(&types));
		bind_int(st, ":dups", q->o->dups);
		t = query_table(q, item_columns);
		while (sqlite3_step(st) == SQLITE_ROW)
			put_item(t, st, &c);
		q->nothing = table_rows(t) == 0;
		table_end(t);
	}
	sqlite3_finalize(st);
	buf_free(&types);
	doc_free(&d);
	return ok;
}

/* ---- text ---- */

/* A colour a type; the innermost item shows. */
static const char *color_of(enum item_type type)
{
	static const char *const colors[ITEM_TYPES] = {
		[ITEM_DATE] = "36",       [ITEM_DEADLINE] = "1;36",   [ITEM_NUMBER] = "34",
		[ITEM_ORG] = "32",        [ITEM_CONVENTION] = "1;35", [ITEM_RECOMMENDATION] = "1;35",
		[ITEM_PROTOCOL] = "1;35", [ITEM_LEGAL_ACT] = "35",    [ITEM_PERSON] = "33",
		[ITEM_PLACE] = "33;2",    [ITEM_EVENT] = "4",         [ITEM_CHECK] = "31",
	};

	return type < ITEM_TYPES ? colors[type] : NULL;
}

struct painter {
	struct query *q;
	const struct doc *d;
	const char **colors; /* of each byte */
	bool color;
};

static void paint_items(struct painter *p)
{
	const struct doc *d = p->d;

	for (size_t i = 0; i < d->n_items; i++) {
		const char *color = color_of(d->items[i].type);

		for (size_t b = d->items[i].start; color && b < d->items[i].end && b < d->text.n; b++)
			p->colors[b] = color;
	}
}

static void put_painted(struct painter *p, size_t start, size_t end)
{
	const char *now = NULL;

	for (size_t i = start; i < end; i++) {
		if (p->color && p->colors[i] != now) {
			now = p->colors[i];
			buf_addf(&p->q->out, now ? "\033[0;%sm" : "\033[0m", now);
		}
		buf_putc(&p->q->out, (unsigned char)p->d->text.p[i] < 0x20 ? ' ' : p->d->text.p[i]);
	}
	if (now)
		buf_puts(&p->q->out, "\033[0m");
}

/* The block's line in the source, or its page, in a margin of its own. */
static void put_margin(struct painter *p, const struct block *b)
{
	int at = doc_map_at(p->d, b->start);
	const struct map_run *r = at >= 0 ? &p->d->map[at] : NULL;
	char mark[24] = "";
	size_t width;

	if (r && r->kind == MAP_PAGE)
		snprintf(mark, sizeof mark, _("p.%d"), r->page);
	else if (r && r->kind == MAP_BYTES)
		snprintf(mark, sizeof mark, "%lld", (long long)r->line);
	width = text_width(span_of(mark));
	text_pad(width < MARGIN ? MARGIN - width : 0, &p->q->out);
	buf_addf(&p->q->out, p->color ? "\033[2m%s\033[0m  " : "%s  ", mark);
}

static void put_legend(struct painter *p)
{
	bool seen[ITEM_TYPES] = { false };

	for (size_t i = 0; i < p->d->n_items; i++)
		if (p->d->items[i].type < ITEM_TYPES)
			seen[p->d->items[i].type] = true;
	buf_puts(&p->q->out, "\n        ");
	for (int t = 0; t < ITEM_TYPES; t++)
		if (seen[t] && color_of((enum item_type)t))
			buf_addf(&p->q->out, "\033[%sm%s\033[0m  ", color_of((enum item_type)t), item_type_names[t]);
	buf_putc(&p->q->out, '\n');
}

static bool is_wanted(const struct block *b, const struct name_place *place)
{
	return !place->doc || ((long long)b->start >= place->start && (long long)b->start < place->stop);
}

/* One block: each row of a table and every other block behind an empty line. */
static void put_block(struct painter *p, size_t i)
{
	const struct block *b = &p->d->blocks[i];

	if (p->q->out.n && (b->kind != BLOCK_CELL || p->d->blocks[i - 1].row != b->row))
		buf_putc(&p->q->out, '\n');
	put_margin(p, b);
	put_painted(p, b->start, b->end);
	buf_putc(&p->q->out, '\n');
}

static bool show_text(struct query *q, const struct target *what, struct err *e)
{
	struct doc d = { 0 };
	struct painter p = { .q = q, .d = &d, .color = q->color };
	bool ok = load_doc(q->db, what->doc, &d, e);

	if (ok) {
		p.colors = mem_alloc((d.text.n + 1) * sizeof *p.colors);
		paint_items(&p);
		for (size_t i = 0; i < d.n_blocks; i++)
			if (is_wanted(&d.blocks[i], &what->place))
				put_block(&p, i);
		if (p.color)
			put_legend(&p);
	}
	free(p.colors);
	doc_free(&d);
	return ok;
}

/* ---- the command ---- */

/* DOC, DOC:PLACE, DOC:ITEM, or DOC with --item (with or without the document before it). */
static bool find_target(struct query *q, const char *operand, struct target *what, struct err *e)
{
	struct buf name = { 0 };
	struct err first = { 0 };
	bool ok;

	if (q->o->item && strchr(q->o->item, ':')) {
		buf_puts(&name, q->o->item);
	} else if (q->o->item) {
		buf_addf(&name, "%s:%s", operand, q->o->item);
	} else {
		if (names_find(q->db, span_of(operand), &what->doc, &first))
			return true;
		if (!strchr(operand, ':')) {
			*e = first;
			return false;
		}
		if (!names_find_place(q->db, span_of(operand), &what->place, e))
			return false;
		what->doc = what->place.doc;
		if (what->doc)
			return true;
		buf_puts(&name, operand);
	}
	ok = names_find_item(q->db, buf_span(&name), &what->doc, &what->item, e);
	buf_free(&name);
	return ok;
}

bool show_run(struct query *q, char **operands, int n, struct err *e)
{
	struct target what = { 0 };

	(void)n;
	if (!find_target(q, operands[0], &what, e))
		return false;
	if (q->o->text)
		return show_text(q, &what, e);
	if (!show_items(q, &what, e))
		return false;
	if (!q->o->source)
		return true;
	if (!what.item)
		return err_set(e, EX_USAGE,
			       _("--source shows where one item stands: svod show DOC --item TYPE-START --source"));
	return show_source(q, what.doc, what.item, e);
}
