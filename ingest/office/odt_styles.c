/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles and list styles of ODF, common ones (styles.xml) and automatic ones (content.xml) in one table. */
#include "odt_styles.h"

#include <ctype.h>
#include <stdlib.h>

#include "docx_styles.h"
#include "utf8.h"

static void add_style(struct odt_styles *s, const struct xml_tag *tag)
{
	struct odt_style *st;

	ARENA_ROOM(s->a, s->v, s->n, s->cap);
	st = &s->v[s->n++];
	*st = (struct odt_style){
		.name = arena_dup(s->a, xml_attr(tag, "name")),
		.parent = arena_dup(s->a, xml_attr(tag, "parent-style-name")),
		.list = arena_dup(s->a, xml_attr(tag, "list-style-name")),
		.outline = docx_int(xml_attr(tag, "default-outline-level"), 0),
	};
	s->in_style = true;
	s->sorted = false;
}

static void add_list(struct odt_styles *s, struct span name)
{
	struct odt_list_style *l;

	ARENA_ROOM(s->a, s->lists, s->n_lists, s->cap_lists);
	l = &s->lists[s->n_lists++];
	*l = (struct odt_list_style){ .name = arena_dup(s->a, name) };
	s->in_list = true;
}

static enum num_format format_of(struct span f)
{
	static const struct {
		const char *name;
		enum num_format format;
	} formats[] = {
		{ "1", NUM_DECIMAL },     { "a", NUM_LOWER_LETTER }, { "A", NUM_UPPER_LETTER },
		{ "i", NUM_LOWER_ROMAN }, { "I", NUM_UPPER_ROMAN },  { "01, 02, 03, ...", NUM_DECIMAL_ZERO },
	};

	if (!f.n)
		return NUM_NONE;
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (span_is(f, formats[i].name))
			return formats[i].format;
	if (span_starts(f, SPAN("а")))
		return NUM_LOWER_RUSSIAN;
	return span_starts(f, SPAN("А")) ? NUM_UPPER_RUSSIAN : NUM_DECIMAL;
}

static void add_level(struct odt_styles *s, const struct xml_tag *tag, bool bullet)
{
	int level = docx_int(xml_attr(tag, "level"), 1);
	struct span c = xml_attr(tag, "bullet-char");
	struct odt_level *l;
	size_t at = 0;

	if (!s->in_list || level < 1 || level > ODT_LEVELS)
		return;
	s->level = level;
	l = &s->lists[s->n_lists - 1].levels[level - 1];
	*l = (struct odt_level){
		.set = true,
		.format = bullet ? NUM_BULLET : format_of(xml_attr(tag, "num-format")),
		.prefix = arena_dup(s->a, xml_attr(tag, "num-prefix")),
		.suffix = arena_dup(s->a, xml_attr(tag, "num-suffix")),
		.pattern = arena_dup(s->a, xml_attr(tag, "num-list-format")),
		.bullet = bullet && c.n ? utf8_next(c, &at) : 0,
		.start = docx_int(xml_attr(tag, "start-value"), 1),
		.shown = docx_int(xml_attr(tag, "display-levels"), 1),
	};
}

/* "super 58%", or how far up in percent of the font size: "33% 80%". */
static bool is_raised(struct span position)
{
	return span_starts(position, SPAN("super")) ||
	       (position.n > 2 && isdigit((unsigned char)position.p[0]) && isdigit((unsigned char)position.p[1]) &&
		span_find(position, SPAN("%"), 0) <= 3);
}

bool odt_styles_start(struct odt_styles *s, const struct xml_tag *tag)
{
	struct odt_style *now = s->in_style ? &s->v[s->n - 1] : NULL;

	if (span_is(tag->name, "style"))
		add_style(s, tag);
	else if (span_is(tag->name, "list-style"))
		add_list(s, xml_attr(tag, "name"));
	else if (span_is(tag->name, "outline-style"))
		add_list(s, SPAN(""));
	else if (span_is(tag->name, "list-level-style-number") || span_is(tag->name, "outline-level-style"))
		add_level(s, tag, false);
	else if (span_is(tag->name, "list-level-style-bullet") || span_is(tag->name, "list-level-style-image"))
		add_level(s, tag, true);
	else if (now && span_is(tag->name, "text-properties")) {
		now->hidden |= span_is(xml_attr(tag, "display"), "none");
		now->superscript |= is_raised(xml_attr(tag, "text-position"));
	}
	return s->in_style || s->in_list;
}

bool odt_styles_end(struct odt_styles *s, struct span name)
{
	bool was = s->in_style || s->in_list;

	if (span_is(name, "style"))
		s->in_style = false;
	else if (span_is(name, "list-style") || span_is(name, "outline-style"))
		s->in_list = false;
	return was;
}

static int by_name(const void *a, const void *b)
{
	return span_cmp(((const struct odt_style *)a)->name, ((const struct odt_style *)b)->name);
}

/* NULL: no such style. Valid until the next style is read. */
static const struct odt_style *odt_style_find(struct odt_styles *s, struct span name)
{
	const struct odt_style key = { .name = name };

	if (!s->n || !name.n || s->in_style)
		return NULL;
	if (!s->sorted)
		qsort(s->v, s->n, sizeof *s->v, by_name);
	s->sorted = true;
	return bsearch(&key, s->v, s->n, sizeof key, by_name);
}

const struct odt_list_style *odt_list_find(const struct odt_styles *s, struct span name)
{
	for (size_t i = s->n_lists; i-- > 0;)
		if (span_eq(s->lists[i].name, name))
			return &s->lists[i];
	return NULL;
}

enum { MAX_INHERITANCE = 20 };

bool odt_style_is(struct odt_styles *s, struct span name, const char *wanted)
{
	for (int i = 0; i < MAX_INHERITANCE && name.n; i++) {
		const struct odt_style *st;

		if (span_is(name, wanted))
			return true;
		st = odt_style_find(s, name);
		name = st ? st->parent : SPAN("");
	}
	return false;
}

struct odt_style odt_style_resolve(struct odt_styles *s, struct span name)
{
	struct odt_style all = { .name = name };

	for (int i = 0; i < MAX_INHERITANCE && name.n; i++) {
		const struct odt_style *st = odt_style_find(s, name);

		if (!st)
			break;
		all.list = all.list.n ? all.list : st->list;
		all.outline = all.outline ? all.outline : st->outline;
		all.hidden |= st->hidden;
		all.superscript |= st->superscript;
		name = st->parent;
	}
	return all;
}

const struct odt_level *odt_level_of(const struct odt_list_style *l, int level)
{
	for (int i = level; i >= 0; i--)
		if (l->levels[i].set)
			return &l->levels[i];
	return &l->levels[level];
}

static void put_number(const struct odt_list_style *l, int level, const int counts[ODT_LEVELS], struct buf *to)
{
	enum num_format f = odt_level_of(l, level)->format;

	listnum_put(to, f, counts[level]);
}

/* "%1%.%2%)": level numbers between per cent signs (LibreOffice 7.3 and later). */
static void put_pattern(const struct odt_list_style *l, struct span p, const int counts[ODT_LEVELS], struct buf *to)
{
	for (size_t i = 0; i < p.n; i++) {
		size_t end = p.p[i] == '%' ? span_find_char(p, '%', i + 1) : SPAN_NONE;
		int level = end != SPAN_NONE ? docx_int(span_sub(p, i + 1, end), 0) : 0;

		if (level >= 1 && level <= ODT_LEVELS) {
			put_number(l, level - 1, counts, to);
			i = end;
		} else {
			buf_putc(to, p.p[i]);
		}
	}
}

void odt_put_mark(const struct odt_list_style *l, int level, const int counts[ODT_LEVELS], struct buf *to)
{
	const struct odt_level *lv = odt_level_of(l, level);
	int first = level + 1 - (lv->shown > 0 ? lv->shown : 1);
	bool any = false;

	if (lv->format == NUM_BULLET) {
		listnum_put_bullet(to, lv->bullet);
		return;
	}
	if (lv->format == NUM_NONE) {
		buf_add(to, lv->pattern.n ? SPAN("") : lv->prefix);
		return;
	}
	if (lv->pattern.n) {
		put_pattern(l, lv->pattern, counts, to);
		return;
	}
	buf_add(to, lv->prefix);
	for (int i = first < 0 ? 0 : first; i <= level; i++) {
		if (odt_level_of(l, i)->format == NUM_NONE || odt_level_of(l, i)->format == NUM_BULLET)
			continue;
		if (any)
			buf_putc(to, '.');
		put_number(l, i, counts, to);
		any = true;
	}
	buf_add(to, lv->suffix);
}
