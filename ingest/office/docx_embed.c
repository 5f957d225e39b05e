/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts, SmartArt and whole documents that a DOCX keeps in parts of their own. */
#include "docx_embed.h"

#include <stdint.h>
#include <stdlib.h>

#include "limit.h"
#include "reader.h"

/* ---- charts and SmartArt ---- */

enum { MAX_SERIES = 32, MAX_POINTS = 1000, MAX_VALUE = 400 };

enum slot { SLOT_NONE, SLOT_NAME, SLOT_CATEGORY, SLOT_VALUE, SLOTS };

struct series {
	struct span name;
	struct span *value;
	size_t n, cap;
};

struct drawing {
	struct body *b;
	struct arena *a;
	struct span part;
	int paras;
	struct buf text;   /* of the open paragraph, or of a point's value */
	bool in_t, in_ser; /* a:t; c:ser */
	enum slot slot;    /* what the points that come are */
	size_t point;      /* index of the point, MAX_POINTS: none */
	struct series series[MAX_SERIES], category;
	size_t n_series;
};

static void say(struct drawing *g, struct span text)
{
	struct flow *f = g->b->f;

	flow_para_open(f);
	f->place = (struct map_run){ .kind = MAP_PART, .part = g->part, .para = ++g->paras };
	flow_position(f, &f->place.table, &f->place.row, &f->place.col);
	flow_text(f, text);
	flow_para_close(f, &(struct flow_para){ .kind = BLOCK_PARA });
}

static const struct {
	const char *name;
	enum slot slot;
} slots[] = {
	{ "tx", SLOT_NAME },   { "cat", SLOT_CATEGORY }, { "xVal", SLOT_CATEGORY },
	{ "val", SLOT_VALUE }, { "yVal", SLOT_VALUE },
};

static enum slot slot_of(struct span name)
{
	for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
		if (span_is(name, slots[i].name))
			return slots[i].slot;
	return SLOT_NONE;
}

static void drawing_start(void *ctx, const struct xml_tag *tag)
{
	struct drawing *g = ctx;

	if (span_is(tag->name, "t") || span_is(tag->name, "v")) {
		g->in_t = true;
	} else if (span_is(tag->name, "p")) {
		buf_reset(&g->text);
	} else if (span_is(tag->name, "br")) {
		buf_putc(&g->text, ' ');
	} else if (span_is(tag->name, "ser") && g->n_series < MAX_SERIES) {
		g->in_ser = true;
		g->n_series++;
	} else if (g->in_ser && slot_of(tag->name)) {
		g->slot = slot_of(tag->name);
	} else if (g->slot && span_is(tag->name, "pt")) {
		int at = docx_int(xml_attr(tag, "idx"), 0);

		g->point = at >= 0 && at < MAX_POINTS ? (size_t)at : MAX_POINTS;
		buf_reset(&g->text);
	}
}

/* The value of a point is whole. All series have the same categories: the first that names one wins. */
static void take_point(struct drawing *g)
{
	struct span value = span_trim(buf_span(&g->text));
	struct series *s = &g->series[g->n_series - 1];

	if (g->slot == SLOT_CATEGORY)
		s = &g->category;
	if (!value.n || value.n > MAX_VALUE || g->point >= MAX_POINTS)
		return;
	if (g->slot == SLOT_NAME) {
		s->name = arena_dup(g->a, value);
		return;
	}
	while (s->n <= g->point) {
		ARENA_ROOM(g->a, s->value, s->n, s->cap);
		s->value[s->n++] = SPAN("");
	}
	if (!s->value[g->point].n)
		s->value[g->point] = arena_dup(g->a, value);
}

static void drawing_end(void *ctx, struct span name, struct span uri)
{
	struct drawing *g = ctx;

	(void)uri;
	if (span_is(name, "t") || span_is(name, "v"))
		g->in_t = false;
	if (g->slot && span_is(name, "v") && g->in_ser) {
		take_point(g);
		buf_reset(&g->text);
	} else if (span_is(name, "p")) {
		if (span_trim(buf_span(&g->text)).n)
			say(g, span_trim(buf_span(&g->text)));
		buf_reset(&g->text);
	} else if (span_is(name, "ser")) {
		g->in_ser = false;
		g->slot = SLOT_NONE;
	} else if (g->slot && slot_of(name) == g->slot) {
		g->slot = SLOT_NONE;
	}
}

static void drawing_text(void *ctx, struct span text)
{
	struct drawing *g = ctx;

	if (g->in_t && g->text.n < LIMIT_LINE_BYTES / 8)
		buf_add(&g->text, text);
}

static void put_cell(struct drawing *g, int col, bool head, struct span text)
{
	flow_cell_open(g->b->f, &(struct flow_cell){ .col = col, .head = head });
	say(g, text);
	flow_cell_close(g->b->f);
}

/* The points of a chart as the table that they were drawn from. */
static void put_points(struct drawing *g)
{
	struct flow *f = g->b->f;
	size_t rows = g->category.n;

	for (size_t s = 0; s < g->n_series; s++)
		rows = g->series[s].n > rows ? g->series[s].n : rows;
	if (!rows)
		return;
	flow_table_open(f, (int)g->n_series + 1);
	flow_row_open(f);
	put_cell(g, 0, true, SPAN(""));
	for (size_t s = 0; s < g->n_series; s++)
		put_cell(g, (int)s + 1, true, g->series[s].name);
	for (size_t r = 0; r < rows; r++) {
		flow_row_open(f);
		put_cell(g, 0, false, r < g->category.n ? g->category.value[r] : SPAN(""));
		for (size_t s = 0; s < g->n_series; s++)
			put_cell(g, (int)s + 1, false, r < g->series[s].n ? g->series[s].value[r] : SPAN(""));
	}
	flow_table_close(f);
}

static bool load(struct body *b, struct span id, struct span *part, struct buf *bytes)
{
	/* the identifiers are the main part's; headers and notes have lists of their own */
	return b->story == STORY_BODY && b->p->related && id.n && b->p->related(b->p->related_ctx, id, part, bytes);
}

void docx_drawing_start(struct body *b, const struct xml_tag *tag)
{
	static const struct xml_handler h = { drawing_start, drawing_end, drawing_text };
	struct span data = xml_attr(tag, "dm"); /* SmartArt names four parts: its text is in the data model */
	struct drawing g = { .b = b, .a = &b->f->o.d->arena, .point = MAX_POINTS };
	struct map_run place = b->f->place;
	struct buf bytes = { 0 };
	struct err ignored = { 0 };

	if (load(b, data.n ? data : xml_attr(tag, "id"), &g.part, &bytes)) {
		flow_aside_open(b->f, BLOCK_PARA);
		(void)!xml_parse(buf_span(&bytes), &h, &g, &ignored);
		put_points(&g);
		flow_aside_close(b->f);
	}
	b->f->place = place;
	buf_free(&g.text);
	buf_free(&bytes);
}

/* ---- whole documents ---- */

/* A document that was read on its own goes on as part of this one. */
struct transfer {
	struct flow *f;
	struct span part;
	int paras, table, row;
};

static void close_table(struct transfer *t)
{
	if (t->table)
		flow_table_close(t->f);
	t->table = 0;
}

static void move_text(struct transfer *t, const struct doc *from, const struct block *k)
{
	struct flow *f = t->f;
	size_t body = block_body(k);
	struct flow_para p = { .kind = k->kind == BLOCK_CELL ? BLOCK_PARA : k->kind, .level = k->level };

	p.hidden = k->hidden;
	p.mark = span_trim(span_sub(from->text, k->start, body));
	flow_para_open(f);
	f->place = (struct map_run){ .kind = MAP_PART, .part = t->part, .para = ++t->paras };
	flow_position(f, &f->place.table, &f->place.row, &f->place.col);
	flow_text(f, span_sub(from->text, body, k->end));
	flow_para_close(f, &p);
}

static void move_block(struct transfer *t, const struct doc *from, const struct block *k)
{
	if (k->table != t->table)
		close_table(t);
	if (!k->table) {
		move_text(t, from, k);
		return;
	}
	if (!t->table) {
		flow_table_open(t->f, 0);
		t->table = k->table;
		t->row = -1;
	}
	if (k->row != t->row)
		flow_row_open(t->f);
	t->row = k->row;
	flow_cell_open(t->f, &(struct flow_cell){ k->col, k->colspan, k->rowspan, false, k->head });
	move_text(t, from, k);
	flow_cell_close(t->f);
}

static bool read_chunk(struct body *b, struct span part, struct buf *bytes, struct err *e)
{
	static const struct read_options plain = { 0 };
	struct transfer t = { .f = b->f, .part = part };
	struct reader_input in = { .options = &plain, .depth = b->p->depth + 1 };
	struct doc inner = { 0 };
	const struct reader *r;

	(void)buf_str(bytes);
	in.bytes = buf_span(bytes);
	in.name = mem_dup(part);
	r = in.depth < LIMIT_ARCHIVE_DEPTH ? reader_find(&in) : NULL;
	if (r && r->read)
		(void)!r->read(&in, &inner, e);
	else
		err_set(e, EX_DATAERR, "of no known format");
	for (size_t i = 0; inner.has_text && i < inner.n_blocks; i++)
		move_block(&t, &inner, &inner.blocks[i]);
	close_table(&t);
	doc_free(&inner);
	free((void *)(uintptr_t)in.name);
	return e->code == 0;
}

void docx_chunk_start(struct body *b, const struct xml_tag *tag)
{
	struct map_run place = b->f->place;
	struct span part = SPAN("");
	struct buf bytes = { 0 };
	struct err why = { 0 };

	if (!load(b, xml_attr(tag, "id"), &part, &bytes))
		err_set(&why, EX_DATAERR, "it is missing");
	else
		(void)!read_chunk(b, part, &bytes, &why);
	if (why.code)
		doc_add_note(b->f->o.d, NOTE_WARN, "altchunk", "an embedded document (altChunk) %.*s: %s",
			     SPAN_ARG(part), why.text);
	b->f->place = place;
	buf_free(&bytes);
}
