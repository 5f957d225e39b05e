/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks become rows, and the cells of a table's row one row: who searches for an action and its executor means the
 * row of the plan, and a row is what the snippet should show. Together the rows hold every byte of the text.
 */
#include "put_p.h"

#include "mem.h"

enum { HEADING_LEVELS = 16 };

struct writer {
	struct put *p;
	const struct doc *d;
	sqlite3_int64 next;                    /* id */
	size_t end;                            /* text before it is written */
	sqlite3_int64 heading[HEADING_LEVELS]; /* the newest of each level; 0: none */
	sqlite3_int64 section;
};

static void put_fields(struct json_out *j, const struct block *b)
{
	json_kv_str_opt(j, "lang", b->lang);
	json_kv_str_opt(j, "mark", b->mark);
	if (b->body > b->start)
		json_kv_int(j, "body", (int64_t)b->body);
	json_kv_int_opt(j, "rowspan", b->rowspan > 1 ? b->rowspan : 0);
	json_kv_int_opt(j, "colspan", b->colspan > 1 ? b->colspan : 0);
	json_kv_true_opt(j, "head", b->head);
	json_kv_int_opt(j, "conf", b->conf);
	json_kv_true_opt(j, "hidden", b->hidden);
	if (b->dup) {
		json_key(j, "dup");
		json_open(j, '[');
		json_put_int(j, (int64_t)b->dup_start);
		json_put_int(j, (int64_t)b->dup_end);
		json_close(j, ']');
	}
	for (const struct jval *m = b->extra ? b->extra->first : NULL; m; m = m->next) {
		json_key_span(j, m->key);
		json_put_jval(j, m);
	}
}

/* The fields of blocks[from … to) that have no column. */
static struct span fields_of(struct put *p, const struct block *b, size_t n)
{
	struct json_out j = { &p->json, false };

	buf_reset(&p->json);
	json_open(&j, '{');
	if (b->table) {
		json_kv_int(&j, "table", b->table);
		json_kv_int(&j, "row", b->row);
		json_key(&j, "cells");
		json_open(&j, '[');
		for (size_t i = 0; i < n; i++) {
			json_open(&j, '{');
			json_kv_int(&j, "col", b[i].col);
			json_kv_int(&j, "start", (int64_t)b[i].start);
			json_kv_int(&j, "end", (int64_t)b[i].end);
			put_fields(&j, &b[i]);
			json_close(&j, '}');
		}
		json_close(&j, ']');
	} else {
		put_fields(&j, b);
	}
	json_close(&j, '}');
	return p->json.n > 2 ? buf_span(&p->json) : (struct span){ 0 };
}

static void bind_place(sqlite3_stmt *s, const struct doc *d, size_t start)
{
	int at = doc_map_at(d, start);
	const struct map_run *r = at >= 0 ? &d->map[at] : NULL;

	bind_null(s, ":page");
	bind_null(s, ":line");
	bind_null(s, ":para");
	if (r && r->kind == MAP_PAGE && r->page)
		bind_int(s, ":page", r->page);
	if (r && r->kind == MAP_BYTES && r->line)
		bind_int(s, ":line", r->line);
	if (r && r->kind == MAP_PART)
		bind_int(s, ":para", r->para);
}

static bool add_row(struct writer *w, const char *kind, const struct block *b, size_t n, size_t start, size_t end,
		    struct err *e)
{
	struct put *p = w->p;
	sqlite3_stmt *s = p->sql[SQL_ADD_BLOCK];
	struct span text = doc_slice(w->d, start, end);
	bool searched = b && !b->hidden && !b->dup && b->kind != BLOCK_TOC && b->kind != BLOCK_HEADER &&
			b->kind != BLOCK_FOOTER;

	bind_int(s, ":id", w->next);
	bind_int(s, ":doc", p->doc);
	bind_text(s, ":kind", span_of(kind));
	bind_int(s, ":start", (sqlite3_int64)start);
	bind_text(s, ":text", searched ? text : (struct span){ 0 });
	bind_text(s, ":unsearched", searched ? (struct span){ 0 } : text);
	bind_null(s, ":level");
	if (b && b->level)
		bind_int(s, ":level", b->level);
	bind_null(s, ":section");
	if (w->section)
		bind_int(s, ":section", w->section);
	bind_place(s, w->d, start);
	bind_text(s, ":more", b ? fields_of(p, b, n) : (struct span){ 0 });
	if (!db_run(p->db, s, e))
		return false;
	s = p->sql[SQL_ADD_FTS];
	bind_int(s, ":id", w->next);
	bind_text(s, ":text", searched ? text : (struct span){ 0 });
	w->next++;
	w->end = end;
	return db_run(p->db, s, e);
}

/* Text that no block holds is kept as well, unsearched; newlines alone need no row. */
static bool add_gap(struct writer *w, size_t until, struct err *e)
{
	for (size_t i = w->end; i < until; i++)
		if (w->d->text.p[i] != '\n')
			return add_row(w, "gap", NULL, 0, w->end, until, e);
	return true;
}

/* A heading stands in the section of the heading above it; what follows stands in it. */
static void enter_heading(struct writer *w, const struct block *b)
{
	int level = b->kind == BLOCK_TITLE ? 0 : b->level > 0 && b->level < HEADING_LEVELS ? b->level : 1;

	w->section = 0;
	for (int i = 0; i < level; i++)
		w->section = w->heading[i] ? w->heading[i] : w->section;
	for (int i = level; i < HEADING_LEVELS; i++)
		w->heading[i] = 0;
	w->heading[level] = w->next;
}

/* How many blocks from b on are cells of one row with the same standing in the search. */
static size_t row_length(const struct block *b, size_t left)
{
	size_t n = 1;

	if (b->kind != BLOCK_CELL || !b->table)
		return 1;
	while (n < left && b[n].kind == BLOCK_CELL && b[n].table == b->table && b[n].row == b->row &&
	       b[n].start >= b[n - 1].end && b[n].hidden == b->hidden && b[n].dup == b->dup)
		n++;
	return n;
}

static bool add_blocks(struct writer *w, size_t i, size_t n, struct err *e)
{
	const struct block *b = &w->d->blocks[i];
	size_t start = b->start > w->end ? b->start : w->end, end = b[n - 1].end;
	bool heading = (b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE) && !b->hidden && !b->dup;
	bool ok;

	if (end <= w->end && end > 0 && w->end > b->start) {
		for (size_t k = i; k < i + n; k++)
			w->p->blocks[k] = w->next - 1; /* a block inside of another: the text is there already */
		return true;
	}
	if (!add_gap(w, start, e))
		return false;
	for (size_t k = i; k < i + n; k++)
		w->p->blocks[k] = w->next;
	if (heading)
		enter_heading(w, b);
	ok = add_row(w, b->kind == BLOCK_CELL ? "row" : block_kind_names[b->kind], b, n, start, end, e);
	if (heading)
		w->section = w->next - 1;
	return ok;
}

static bool first_id(struct put *p, sqlite3_int64 *id, struct err *e)
{
	sqlite3_stmt *s = p->sql[SQL_NEXT_BLOCK];
	bool row, ok = db_row(p->db, s, &row, e);

	*id = row ? sqlite3_column_int64(s, 0) : 0;
	sqlite3_reset(s);
	return ok;
}

/* Which languages the corpus has: searches open the dictionaries of these. */
static bool note_language(struct put *p, struct span lang, struct err *e)
{
	if (!lang.n || span_starts(lang, SPAN("ru")))
		return true;
	bind_text(p->sql[SQL_ADD_LANG], ":lang", lang);
	return db_run(p->db, p->sql[SQL_ADD_LANG], e);
}

bool put_blocks(struct put *p, const struct doc *d, struct err *e)
{
	struct writer w = { .p = p, .d = d };
	sqlite3_int64 first;
	sqlite3_stmt *s = p->sql[SQL_SET_BLOCKS];

	if (!first_id(p, &w.next, e) || !note_language(p, jval_str(d->meta, "lang"), e))
		return false;
	first = w.next;
	if (d->n_blocks > p->cap_blocks) {
		p->blocks = mem_grow(p->blocks, d->n_blocks * sizeof *p->blocks);
		p->cap_blocks = d->n_blocks;
	}
	for (size_t i = 0, n; i < d->n_blocks; i += n) {
		n = row_length(&d->blocks[i], d->n_blocks - i);
		if (!note_language(p, d->blocks[i].lang, e) || !add_blocks(&w, i, n, e))
			return false;
	}
	if (!add_gap(&w, d->text.n, e))
		return false;
	if (w.next == first)
		return true;
	bind_int(s, ":first", first);
	bind_int(s, ":last", w.next - 1);
	bind_int(s, ":doc", p->doc);
	return db_run(p->db, s, e);
}
