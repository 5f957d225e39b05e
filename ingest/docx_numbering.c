/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists of a DOCX. A list (w:num) refers to a definition (w:abstractNum) and may override its levels. Lists of one
 * definition go on counting where the other left off, unless a list overrides the start of a level: then its first
 * paragraph there begins anew.
 */
#include "docx_numbering.h"

#include "docx_styles.h"
#include "listnum.h"
#include "utf8.h"
#include "xml.h"

enum { LEVELS = 9 };

struct level {
	bool set;
	int start;
	enum num_format format;
	struct span text, style;
	int restart; /* lvlRestart; -1: after every higher level */
	bool legal;  /* all numbers of the mark in digits */
};

struct definition {
	int id;
	struct span style_link, link; /* numStyleLink, styleLink */
	struct level levels[LEVELS];
	int count[LEVELS]; /* 0: not begun; else number + 1 - … see next_number */
	bool begun[LEVELS];
};

struct list {
	int id, definition; /* its abstractNumId */
	int start[LEVELS];  /* startOverride; -1: none */
	bool used[LEVELS];
	struct level levels[LEVELS]; /* overrides; set: false where there is none */
};

struct docx_numbering {
	struct definition *definitions;
	size_t n_definitions, cap_definitions;
	struct list *lists;
	size_t n_lists, cap_lists;
};

struct reading {
	struct docx_numbering *n;
	struct arena *a;
	struct definition *definition;
	struct list *list;
	struct level *level;
	int override; /* level being overridden */
};

static enum num_format format_of(struct span name)
{
	static const struct {
		const char *name;
		enum num_format format;
	} formats[] = {
		{ "decimal", NUM_DECIMAL },	     { "bullet", NUM_BULLET },
		{ "none", NUM_NONE },		     { "lowerLetter", NUM_LOWER_LETTER },
		{ "upperLetter", NUM_UPPER_LETTER }, { "lowerRoman", NUM_LOWER_ROMAN },
		{ "upperRoman", NUM_UPPER_ROMAN },   { "russianLower", NUM_LOWER_RUSSIAN },
		{ "russianUpper", NUM_UPPER_RUSSIAN }, { "decimalZero", NUM_DECIMAL_ZERO },
	};

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (span_is(name, formats[i].name))
			return formats[i].format;
	return NUM_DECIMAL;
}

static void open_definition(struct reading *r, const struct xml_tag *tag)
{
	struct docx_numbering *n = r->n;

	ARENA_ROOM(r->a, n->definitions, n->n_definitions, n->cap_definitions);
	r->definition = &n->definitions[n->n_definitions++];
	*r->definition = (struct definition){ .id = docx_int(xml_attr(tag, "abstractNumId"), -1) };
}

static void open_list(struct reading *r, const struct xml_tag *tag)
{
	struct docx_numbering *n = r->n;

	ARENA_ROOM(r->a, n->lists, n->n_lists, n->cap_lists);
	r->list = &n->lists[n->n_lists++];
	*r->list = (struct list){ .id = docx_int(xml_attr(tag, "numId"), -1), .definition = -1 };
	for (int i = 0; i < LEVELS; i++)
		r->list->start[i] = -1;
}

static int level_number(const struct xml_tag *tag)
{
	int n = docx_int(xml_attr(tag, "ilvl"), 0);

	return n < 0 ? 0 : n >= LEVELS ? LEVELS - 1 : n;
}

static void open_level(struct reading *r, const struct xml_tag *tag)
{
	struct level *levels = r->list ? r->list->levels : r->definition ? r->definition->levels : NULL;

	if (!levels)
		return;
	r->level = &levels[level_number(tag)];
	*r->level = (struct level){ .set = true, .start = 0, .format = NUM_DECIMAL, .restart = -1 };
}

static void level_property(struct reading *r, struct level *l, const struct xml_tag *tag)
{
	struct span val = xml_attr(tag, "val");

	if (span_is(tag->name, "start"))
		l->start = docx_int(val, 0);
	else if (span_is(tag->name, "numFmt"))
		l->format = format_of(val);
	else if (span_is(tag->name, "lvlText"))
		l->text = arena_dup(r->a, val);
	else if (span_is(tag->name, "pStyle"))
		l->style = arena_dup(r->a, val);
	else if (span_is(tag->name, "isLgl"))
		l->legal = docx_on(val);
	else if (span_is(tag->name, "lvlRestart"))
		l->restart = docx_int(val, -1);
}

static void on_start(void *ctx, const struct xml_tag *tag)
{
	struct reading *r = ctx;
	struct span val;

	if (r->level) {
		level_property(r, r->level, tag);
		return;
	}
	val = xml_attr(tag, "val");
	if (span_is(tag->name, "abstractNum"))
		open_definition(r, tag);
	else if (span_is(tag->name, "num"))
		open_list(r, tag);
	else if (span_is(tag->name, "lvl"))
		open_level(r, tag);
	else if (r->list && span_is(tag->name, "abstractNumId"))
		r->list->definition = docx_int(val, -1);
	else if (r->list && span_is(tag->name, "lvlOverride"))
		r->override = level_number(tag);
	else if (r->list && span_is(tag->name, "startOverride"))
		r->list->start[r->override] = docx_int(val, -1);
	else if (r->definition && span_is(tag->name, "numStyleLink"))
		r->definition->link = arena_dup(r->a, val);
	else if (r->definition && span_is(tag->name, "styleLink"))
		r->definition->style_link = arena_dup(r->a, val);
}

static void on_end(void *ctx, struct span name, struct span uri)
{
	struct reading *r = ctx;

	(void)uri;
	if (span_is(name, "lvl"))
		r->level = NULL;
	else if (span_is(name, "abstractNum"))
		r->definition = NULL;
	else if (span_is(name, "num"))
		r->list = NULL;
}

static void on_text(void *ctx, struct span text)
{
	(void)ctx, (void)text;
}

struct docx_numbering *docx_numbering_read(struct span xml, struct arena *a)
{
	static const struct xml_handler h = { on_start, on_end, on_text };
	struct docx_numbering *n = arena_alloc(a, sizeof *n);
	struct reading r = { .n = n, .a = a };
	struct err ignored = { 0 };

	if (xml.n)
		(void)!xml_parse(xml, &h, &r, &ignored);
	return n;
}

static struct definition *definition_by_id(struct docx_numbering *n, int id)
{
	for (size_t i = 0; i < n->n_definitions; i++)
		if (n->definitions[i].id == id)
			return &n->definitions[i];
	return NULL;
}

static struct list *list_by_id(const struct docx_numbering *n, int id)
{
	for (size_t i = 0; i < n->n_lists; i++)
		if (n->lists[i].id == id)
			return &n->lists[i];
	return NULL;
}

/* A definition may only point at the one that carries the style of its name. */
static struct definition *definition_of(struct docx_numbering *n, const struct list *l)
{
	struct definition *d = definition_by_id(n, l->definition);

	if (!d || !d->link.n)
		return d;
	for (size_t i = 0; i < n->n_definitions; i++)
		if (span_eq(n->definitions[i].style_link, d->link))
			return &n->definitions[i];
	return d;
}

static const struct level *level_of(const struct list *l, const struct definition *d, int i)
{
	return l->levels[i].set ? &l->levels[i] : &d->levels[i];
}

/* Counts level i on; deeper levels begin anew. */
static void count_on(struct list *l, struct definition *d, int i)
{
	if (l->start[i] >= 0 && !l->used[i])
		d->count[i] = l->start[i];
	else if (!d->begun[i])
		d->count[i] = level_of(l, d, i)->start;
	else
		d->count[i]++;
	l->used[i] = d->begun[i] = true;
	for (int k = i + 1; k < LEVELS; k++) {
		int restart = level_of(l, d, k)->restart;

		if (restart < 0 || (restart > 0 && i < restart))
			d->begun[k] = false;
	}
}

/* The number of level i for a mark; a higher level that has not begun counts as begun. */
static int number_at(struct list *l, struct definition *d, int i)
{
	if (!d->begun[i]) {
		d->count[i] = l->start[i] >= 0 ? l->start[i] : level_of(l, d, i)->start;
		d->begun[i] = l->used[i] = true;
	}
	return d->count[i];
}

static void put_bullet(struct span text, struct buf *to)
{
	size_t at = 0;

	if (text.n)
		listnum_put_bullet(to, utf8_next(text, &at));
}

static void put_mark(struct list *l, struct definition *d, int i, struct buf *to)
{
	const struct level *lv = level_of(l, d, i);

	if (lv->format == NUM_BULLET) {
		put_bullet(lv->text, to);
		return;
	}
	for (size_t k = 0; k < lv->text.n; k++) {
		char c = lv->text.p[k], digit = k + 1 < lv->text.n ? lv->text.p[k + 1] : 0;

		if (c == '%' && digit >= '1' && digit <= '9') {
			int at = digit - '1';
			enum num_format f = level_of(l, d, at)->format;

			listnum_put(to, lv->legal && f != NUM_NONE ? NUM_DECIMAL : f, number_at(l, d, at));
			k++;
		} else {
			buf_putc(to, c);
		}
	}
}

bool docx_numbering_next(struct docx_numbering *n, int num_id, int level, struct buf *to)
{
	struct list *l = list_by_id(n, num_id);
	struct definition *d = l ? definition_of(n, l) : NULL;

	if (!d)
		return false;
	level = level < 0 ? 0 : level >= LEVELS ? LEVELS - 1 : level;
	if (!level_of(l, d, level)->set)
		return false;
	count_on(l, d, level);
	put_mark(l, d, level, to);
	return true;
}

int docx_numbering_level_of(const struct docx_numbering *n, int num_id, struct span style)
{
	const struct list *l = list_by_id(n, num_id);

	for (size_t i = 0; l && style.n && i < n->n_definitions; i++)
		for (int k = 0; n->definitions[i].id == l->definition && k < LEVELS; k++)
			if (span_eq(n->definitions[i].levels[k].style, style))
				return k;
	return -1;
}
