/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nested office structure into a row of blocks; shared by every reader of an office format. */
#include "flow.h"

#include <stdlib.h>

#include "high.h"
#include "limit.h"
#include "mem.h"

enum frame_kind { FRAME_PARA, FRAME_TABLE, FRAME_CELL, FRAME_ASIDE };

struct flow_frame {
	enum frame_kind kind;
	struct flow_chunk chunk; /* PARA, CELL: the text */
	enum block_kind aside;   /* ASIDE: what it is */
	bool frame_only;         /* TABLE of one column: its cells are plain paragraphs */
	int table, row;          /* TABLE, CELL */
	struct flow_cell cell;   /* CELL */
	int *above;              /* TABLE: index + 1 of the block of the last cell in each column, for merging */
	size_t n_above;
};

/* A finished block that waits until the paragraph or table that it hangs on is done. */
struct flow_late {
	struct flow_chunk chunk;
	struct block block;
};

enum { MAX_COLUMNS = 1024 };

void flow_start(struct flow *f, struct doc *d)
{
	*f = (struct flow){ 0 };
	out_start(&f->o, d);
}

/* ---- chunks ---- */

static void chunk_free(struct flow_chunk *c)
{
	buf_free(&c->text);
	free(c->pieces);
	*c = (struct flow_chunk){ 0 };
}

static bool same_place(const struct map_run *a, const struct map_run *b)
{
	if (a->kind != b->kind || a->made != b->made)
		return false;
	if (a->kind == MAP_PART)
		return a->para == b->para && a->table == b->table && a->row == b->row && a->col == b->col &&
		       span_eq(a->part, b->part);
	return a->line == b->line && a->at == b->at && span_eq(a->path, b->path);
}

static void chunk_add(struct flow_chunk *c, struct span s, const struct map_run *place)
{
	struct flow_piece *last = c->n ? &c->pieces[c->n - 1] : NULL;

	if (!s.n)
		return;
	buf_add(&c->text, s);
	if (last && same_place(&last->place, place)) {
		last->n += s.n;
		if (place->at + place->len > last->place.at + last->place.len)
			last->place.len = place->at + place->len - last->place.at;
		return;
	}
	MEM_ROOM(c->pieces, c->n, c->cap);
	c->pieces[c->n++] = (struct flow_piece){ s.n, *place };
}

/* Appends b to a behind a line break; b is emptied. */
static void chunk_join(struct flow_chunk *a, struct flow_chunk *b)
{
	size_t at = 0;

	if (a->text.n && b->text.n) {
		buf_putc(&a->text, '\n');
		a->pieces[a->n - 1].n++;
	}
	for (size_t i = 0; i < b->n; i++) {
		chunk_add(a, span_make(b->text.p + at, b->pieces[i].n), &b->pieces[i].place);
		at += b->pieces[i].n;
	}
	chunk_free(b);
}

/* ---- frames ---- */

static struct flow_frame *innermost(const struct flow *f, enum frame_kind kind)
{
	for (size_t i = f->n_frames; i-- > 0;)
		if (f->frames[i].kind == kind)
			return &f->frames[i];
	return NULL;
}

static struct flow_frame *push(struct flow *f, enum frame_kind kind)
{
	struct flow_frame *frame;

	bool para = kind == FRAME_PARA;

	if (f->n_frames >= (para ? 2 * LIMIT_DEPTH : LIMIT_DEPTH) || (!para && f->too_deep)) {
		f->cut = true;
		*(para ? &f->too_deep_paras : &f->too_deep) += kind != FRAME_CELL;
		return NULL;
	}
	MEM_ROOM(f->frames, f->n_frames, f->cap_frames);
	frame = &f->frames[f->n_frames++];
	*frame = (struct flow_frame){ .kind = kind };
	return frame;
}

/*
 * Is the innermost frame of that kind? Frames that were not opened for depth are counted off first: beyond the limit
 * tables are looked through, their text is kept.
 */
static struct flow_frame *top_of(struct flow *f, enum frame_kind kind)
{
	int *deep = kind == FRAME_PARA ? &f->too_deep_paras : &f->too_deep;

	if (*deep) {
		*deep -= kind != FRAME_CELL;
		return NULL;
	}
	if (!f->n_frames || f->frames[f->n_frames - 1].kind != kind)
		return NULL;
	return &f->frames[f->n_frames - 1];
}

static void pop(struct flow *f)
{
	struct flow_frame *frame = &f->frames[--f->n_frames];

	chunk_free(&frame->chunk);
	free(frame->above);
}

/* ---- output ---- */

static void emit(struct flow *f, const struct block *b, const struct flow_chunk *c)
{
	struct block *open = out_open(&f->o, b->kind);
	size_t start = open->start, at = 0;

	*open = *b;
	open->start = start;
	if (b->body)
		open->body = start + b->body;
	for (size_t i = 0; i < c->n; i++) {
		out_text(&f->o, span_make(c->text.p + at, c->pieces[i].n), &c->pieces[i].place);
		at += c->pieces[i].n;
	}
	out_close(&f->o);
}

static void emit_late(struct flow *f)
{
	for (size_t i = 0; i < f->n_late; i++) {
		emit(f, &f->late[i].block, &f->late[i].chunk);
		chunk_free(&f->late[i].chunk);
	}
	f->n_late = 0;
}

/* Gives a block out: now, or where an aside is open when it is its turn. The chunk is emptied. */
static void give(struct flow *f, const struct block *b, struct flow_chunk *c)
{
	if (innermost(f, FRAME_ASIDE)) {
		MEM_ROOM(f->late, f->n_late, f->cap_late);
		f->late[f->n_late++] = (struct flow_late){ *c, *b };
		*c = (struct flow_chunk){ 0 };
		return;
	}
	emit(f, b, c);
	chunk_free(c);
	if (!innermost(f, FRAME_TABLE) && !innermost(f, FRAME_PARA))
		emit_late(f);
}

/* ---- paragraphs ---- */

void flow_para_open(struct flow *f)
{
	push(f, FRAME_PARA);
}

void flow_text(struct flow *f, struct span s)
{
	struct flow_frame *p = f->n_frames ? &f->frames[f->n_frames - 1] : NULL;

	if (p && p->kind == FRAME_PARA && p->chunk.text.n < LIMIT_TEXT_BYTES && !f->too_deep_paras)
		chunk_add(&p->chunk, s, &f->place);
}

struct span flow_para_text(const struct flow *f)
{
	const struct flow_frame *p = f->n_frames ? &f->frames[f->n_frames - 1] : NULL;

	return p && p->kind == FRAME_PARA ? buf_span(&p->chunk.text) : span_make(NULL, 0);
}

/* The paragraph's text with its automatic mark before it. */
static void put_mark(struct flow_chunk *c, const struct flow_para *p, const struct map_run *place)
{
	struct flow_chunk marked = { 0 };
	struct map_run made = c->n ? c->pieces[0].place : *place;
	size_t at = 0;

	made.made = true;
	made.len = 0;
	chunk_add(&marked, p->mark, &made);
	chunk_add(&marked, SPAN(" "), &made);
	for (size_t i = 0; i < c->n; i++) {
		chunk_add(&marked, span_make(c->text.p + at, c->pieces[i].n), &c->pieces[i].place);
		at += c->pieces[i].n;
	}
	chunk_free(c);
	*c = marked;
}

/* The cell that takes the paragraphs here, looking through frames that are no tables; NULL: none. */
static struct flow_frame *real_cell(struct flow *f)
{
	for (size_t i = f->n_frames; i-- > 0;) {
		struct flow_frame *frame = &f->frames[i];

		if (frame->kind == FRAME_CELL && frame->table)
			return frame;
		if (frame->kind == FRAME_PARA || frame->kind == FRAME_ASIDE)
			return NULL;
	}
	return NULL;
}

static bool only_blanks(struct span s)
{
	return span_trim(s).n == 0;
}

/* ---- notes ---- */

static struct span note_mark(struct flow *f, int number, const char *before)
{
	char digits[16];

	snprintf(digits, sizeof digits, "%d", number % 10000);
	buf_reset(&f->high);
	buf_puts(&f->high, before);
	(void)high_digits(&f->high, span_of(digits));
	return buf_span(&f->high);
}

struct span flow_note_ref(struct flow *f, struct span before)
{
	bool number = before.n && before.p[before.n - 1] >= '0' && before.p[before.n - 1] <= '9';

	return note_mark(f, ++f->notes, number ? " " : "");
}

void flow_note_begin(struct flow *f, int number)
{
	f->note = number;
}

/* The mark of a note where its first paragraph closes. */
static void mark_note(struct flow *f, struct flow_para *p)
{
	const struct flow_frame *aside = innermost(f, FRAME_ASIDE);
	bool note = p->kind == BLOCK_NOTE || (p->kind == BLOCK_PARA && aside && aside->aside == BLOCK_NOTE);

	if (!f->note || !note || only_blanks(flow_para_text(f)))
		return;
	if (!p->mark.n && !p->own_mark)
		p->mark = note_mark(f, f->note, "");
	f->note = 0;
}

/* ---- paragraphs ---- */

void flow_para_close(struct flow *f, const struct flow_para *para)
{
	struct flow_frame *frame = top_of(f, FRAME_PARA), *cell = NULL;
	struct flow_chunk c;
	struct block b = { .kind = para->kind, .level = para->level, .hidden = para->hidden };
	struct flow_para marked = *para, *p = &marked;

	if (!frame)
		return;
	mark_note(f, p);
	c = frame->chunk;
	frame->chunk = (struct flow_chunk){ 0 };
	pop(f);
	cell = real_cell(f);
	if (only_blanks(buf_span(&c.text)) && (!p->mark.n || !cell)) {
		chunk_free(&c);
		if (!f->n_frames)
			emit_late(f);
		return;
	}
	if (p->mark.n) {
		put_mark(&c, p, &f->place);
		b.mark = arena_dup(&f->o.d->arena, p->mark);
		b.body = p->mark.n + 1;
	} else if (p->own_mark && p->own_mark < c.text.n) {
		b.mark = span_trim(arena_dup(&f->o.d->arena, span_make(c.text.p, p->own_mark)));
		b.body = p->own_mark;
	}
	if (cell) {
		chunk_join(&cell->chunk, &c);
		return;
	}
	if (innermost(f, FRAME_ASIDE) && b.kind == BLOCK_PARA)
		b.kind = innermost(f, FRAME_ASIDE)->aside;
	give(f, &b, &c);
}

/* ---- tables ---- */

/* Gives out what the cell holds so far: at its end, or before a table inside it. */
static void give_cell(struct flow *f, struct flow_frame *cell)
{
	struct block b = {
		.kind = BLOCK_CELL,
		.table = cell->table,
		.row = cell->row,
		.col = cell->cell.col,
		.colspan = cell->cell.colspan,
		.rowspan = cell->cell.rowspan,
		.head = cell->cell.head,
	};
	struct flow_chunk c = cell->chunk;

	cell->chunk = (struct flow_chunk){ 0 };
	if (only_blanks(buf_span(&c.text)))
		chunk_free(&c);
	else
		give(f, &b, &c);
}

void flow_table_open(struct flow *f, int columns)
{
	struct flow_frame *outer = real_cell(f), *frame;

	if (outer && columns != 1)
		give_cell(f, outer);
	frame = push(f, FRAME_TABLE);
	if (!frame)
		return;
	frame->frame_only = columns == 1;
	frame->row = -1;
	frame->table = frame->frame_only ? 0 : ++f->tables;
}

void flow_row_open(struct flow *f)
{
	struct flow_frame *t = innermost(f, FRAME_TABLE);

	if (t && !f->too_deep)
		t->row++;
}

void flow_cell_open(struct flow *f, const struct flow_cell *c)
{
	struct flow_frame *t = innermost(f, FRAME_TABLE), *frame;
	int table = t ? t->table : 0, row = t && t->row > 0 ? t->row : 0;

	frame = t ? push(f, FRAME_CELL) : NULL;
	if (!frame)
		return;
	frame->cell = *c;
	frame->table = table;
	frame->row = row;
}

/* Remembers the block of column col, or adds a row to the one above. */
static void merge_rows(struct flow *f, struct flow_frame *t, const struct flow_cell *c, size_t blocks_before)
{
	size_t col = c->col < 0 || c->col >= MAX_COLUMNS ? MAX_COLUMNS - 1 : (size_t)c->col;
	struct doc *d = f->o.d;

	if (col >= t->n_above) {
		t->above = mem_grow(t->above, (col + 16) * sizeof *t->above);
		memset(t->above + t->n_above, 0, (col + 16 - t->n_above) * sizeof *t->above);
		t->n_above = col + 16;
	}
	if (c->continues && t->above[col] > 0) {
		struct block *b = &d->blocks[t->above[col] - 1];

		b->rowspan = (b->rowspan ? b->rowspan : 1) + 1;
	} else if (!c->continues) {
		t->above[col] = d->n_blocks > blocks_before ? (int)d->n_blocks : 0;
	}
}

void flow_cell_close(struct flow *f)
{
	struct flow_frame *cell = top_of(f, FRAME_CELL), *t;
	struct flow_cell c;
	size_t before = f->o.d->n_blocks;

	if (!cell)
		return;
	c = cell->cell;
	give_cell(f, cell);
	pop(f);
	t = innermost(f, FRAME_TABLE);
	if (t && !t->frame_only && !innermost(f, FRAME_ASIDE))
		merge_rows(f, t, &c, before);
}

void flow_table_close(struct flow *f)
{
	if (!top_of(f, FRAME_TABLE))
		return;
	pop(f);
	if (!f->n_frames)
		emit_late(f);
}

void flow_position(const struct flow *f, int *table, int *row, int *col)
{
	const struct flow_frame *cell = NULL;

	*table = *row = *col = 0;
	for (size_t i = f->n_frames; i-- > 0 && f->frames[i].kind != FRAME_ASIDE;)
		if (f->frames[i].kind == FRAME_CELL) {
			cell = &f->frames[i];
			break;
		}
	if (!cell || !cell->table)
		return;
	*table = cell->table;
	*row = cell->row;
	*col = cell->cell.col;
}

/* ---- asides ---- */

void flow_aside_open(struct flow *f, enum block_kind kind)
{
	struct flow_frame *frame = push(f, FRAME_ASIDE);

	if (frame)
		frame->aside = kind;
}

void flow_aside_close(struct flow *f)
{
	if (!top_of(f, FRAME_ASIDE))
		return;
	pop(f);
	if (!f->n_frames)
		emit_late(f);
}

static void close_top(struct flow *f)
{
	switch (f->frames[f->n_frames - 1].kind) {
	case FRAME_PARA:
		flow_para_close(f, &(struct flow_para){ .kind = BLOCK_PARA });
		break;
	case FRAME_TABLE:
		flow_table_close(f);
		break;
	case FRAME_CELL:
		flow_cell_close(f);
		break;
	case FRAME_ASIDE:
		flow_aside_close(f);
		break;
	}
}

void flow_finish(struct flow *f)
{
	if (f->cut)
		doc_add_note(f->o.d, NOTE_WARN, "limit", "nested deeper than %d levels: inner structure is lost",
			     LIMIT_DEPTH);
	f->too_deep = f->too_deep_paras = 0;
	while (f->n_frames)
		close_top(f);
	emit_late(f);
	free(f->frames);
	free(f->late);
	buf_free(&f->high);
	out_finish(&f->o);
}
