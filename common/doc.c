/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document in memory: appending to it, finding places in it, ordering and numbering its items. */
#include "doc.h"

#include <stdarg.h>
#include <stdlib.h>

#include "bisect.h"
#include "utf8.h"
#include "version.h"

const char *const block_kind_names[BLOCK_KINDS] = {
	[BLOCK_PARA] = "para",       [BLOCK_TITLE] = "title",         [BLOCK_HEADING] = "heading",
	[BLOCK_ITEM] = "item",       [BLOCK_CELL] = "cell",           [BLOCK_NOTE] = "note",
	[BLOCK_TOC] = "toc",         [BLOCK_HEADER] = "header",       [BLOCK_FOOTER] = "footer",
	[BLOCK_CAPTION] = "caption", [BLOCK_SIGNATURE] = "signature",
};

const char *const item_type_names[ITEM_TYPES] = {
	[ITEM_DATE] = "date",
	[ITEM_DEADLINE] = "deadline",
	[ITEM_NUMBER] = "number",
	[ITEM_ORG] = "org",
	[ITEM_CONVENTION] = "convention",
	[ITEM_RECOMMENDATION] = "recommendation",
	[ITEM_PROTOCOL] = "protocol",
	[ITEM_LEGAL_ACT] = "legal_act",
	[ITEM_GOAL] = "goal",
	[ITEM_TABLE_ROW] = "table_row",
	[ITEM_PERSON] = "person",
	[ITEM_PLACE] = "place",
	[ITEM_EVENT] = "event",
	[ITEM_CHECK] = "check",
};

enum item_type item_type_of(struct span name)
{
	for (int t = 0; t < ITEM_TYPES; t++)
		if (span_is(name, item_type_names[t]))
			return (enum item_type)t;
	return ITEM_OTHER;
}

struct block *doc_add_block(struct doc *d, enum block_kind kind, size_t start, size_t end)
{
	struct block *b;

	ARENA_ROOM(&d->arena, d->blocks, d->n_blocks, d->cap_blocks);
	b = &d->blocks[d->n_blocks++];
	*b = (struct block){ .kind = kind, .start = start, .end = end };
	return b;
}

struct sentence *doc_add_sentence(struct doc *d, size_t start, size_t end)
{
	struct sentence *s;

	ARENA_ROOM(&d->arena, d->sentences, d->n_sentences, d->cap_sentences);
	s = &d->sentences[d->n_sentences++];
	*s = (struct sentence){ start, end };
	return s;
}

struct map_run *doc_add_map(struct doc *d, enum map_kind kind, size_t t, size_t n)
{
	struct map_run *m;

	ARENA_ROOM(&d->arena, d->map, d->n_map, d->cap_map);
	m = &d->map[d->n_map++];
	*m = (struct map_run){ .kind = kind, .t = t, .n = n };
	return m;
}

struct item *doc_add_item(struct doc *d, enum item_type type, size_t start, size_t end, const char *rule)
{
	struct item *i;

	ARENA_ROOM(&d->arena, d->items, d->n_items, d->cap_items);
	i = &d->items[d->n_items++];
	*i = (struct item){ .type = type, .start = start, .end = end, .rule = span_of(rule) };
	i->block = doc_block_at(d, start);
	i->norm = jval_object(&d->arena);
	d->has_items = true;
	return i;
}

struct note *doc_add_note(struct doc *d, enum note_level level, const char *code, const char *format, ...)
{
	char text[500];
	struct note *n;
	va_list ap;

	va_start(ap, format);
	vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	ARENA_ROOM(&d->arena, d->notes, d->n_notes, d->cap_notes);
	n = &d->notes[d->n_notes++];
	*n = (struct note){ .level = level,
			    .code = span_of(code),
			    .text = arena_dup(&d->arena, utf8_whole(span_of(text))) };
	return n;
}

struct jval *doc_meta(struct doc *d)
{
	if (!d->meta)
		d->meta = jval_object(&d->arena);
	return d->meta;
}

struct jval *doc_add_made(struct doc *d, const char *program)
{
	struct jval *o = jval_object(&d->arena);

	if (!d->made)
		d->made = jval_array(&d->arena);
	jval_set_str(&d->arena, o, "by", span_of(program));
	jval_set_str(&d->arena, o, "version", span_of(SVOD_VERSION));
	jval_push(d->made, o);
	return o;
}

int doc_block_at(const struct doc *d, size_t at)
{
	size_t lo;

	BISECT(lo, d->n_blocks, d->blocks[lo].start <= at);
	if (lo == 0 || d->blocks[lo - 1].end <= at)
		return -1;
	return (int)(lo - 1);
}

size_t doc_item_from(const struct doc *d, size_t at)
{
	size_t lo;

	BISECT(lo, d->n_items, d->items[lo].start < at);
	return lo;
}

size_t doc_sentence_at(const struct doc *d, size_t at)
{
	size_t lo;

	BISECT(lo, d->n_sentences, d->sentences[lo].end <= at);
	return lo;
}

int doc_map_at(const struct doc *d, size_t at)
{
	size_t lo;

	BISECT(lo, d->n_map, d->map[lo].t <= at);
	if (lo == 0 || d->map[lo - 1].t + d->map[lo - 1].n <= at)
		return -1;
	return (int)(lo - 1);
}

static int item_order(const void *x, const void *y)
{
	const struct item *a = x, *b = y;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	if (a->type != b->type)
		return a->type < b->type ? -1 : 1;
	return span_cmp(a->rule, b->rule);
}

static bool same_item(const struct item *a, const struct item *b)
{
	return a->type == b->type && a->start == b->start && a->end == b->end && span_eq(a->type_name, b->type_name);
}

void doc_sort_items(struct doc *d)
{
	size_t kept = 0;

	if (d->n_items)
		qsort(d->items, d->n_items, sizeof *d->items, item_order);
	for (size_t i = 0; i < d->n_items; i++) {
		if (kept && same_item(&d->items[kept - 1], &d->items[i]) && d->items[i].type != ITEM_CHECK &&
		    !jval_true(d->items[i].norm, "in_range")) /* № 151–155: all between have the place of the end */
			continue;
		d->items[kept++] = d->items[i];
	}
	d->n_items = kept;
}

/* Has another item that begins where item k does that name? A longer one may come before one that was named earlier. */
static bool is_taken(const struct doc *d, size_t k, struct span id)
{
	for (size_t i = k; i-- > 0 && d->items[i].start == d->items[k].start;)
		if (span_eq(d->items[i].id, id))
			return true;
	for (size_t i = k + 1; i < d->n_items && d->items[i].start == d->items[k].start; i++)
		if (span_eq(d->items[i].id, id))
			return true;
	return false;
}

void doc_number_items(struct doc *d)
{
	for (size_t k = 0; k < d->n_items; k++) {
		struct item *i = &d->items[k];
		struct span type = i->type == ITEM_OTHER ? i->type_name : span_of(item_type_names[i->type]);
		struct span id;

		if (i->id.n)
			continue;
		id = arena_printf(&d->arena, "%.*s-%zu", SPAN_ARG(type), i->start);
		for (int rank = 2; is_taken(d, k, id); rank++)
			id = arena_printf(&d->arena, "%.*s-%zu-%d", SPAN_ARG(type), i->start, rank);
		i->id = id;
	}
}

void doc_reset(struct doc *d)
{
	struct arena a = d->arena;

	arena_reset(&a);
	*d = (struct doc){ .arena = a };
}

void doc_free(struct doc *d)
{
	arena_free(&d->arena);
	*d = (struct doc){ 0 };
}
