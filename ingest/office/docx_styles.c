/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings, titles and tables of contents are known by style; users inherit styles from each other several deep. */
#include "docx_styles.h"

#include <stdlib.h>

#include "utf8.h"
#include "xml.h"

int docx_on(struct span v)
{
	return !(span_is(v, "0") || span_is(v, "false") || span_is(v, "off"));
}

int docx_int(struct span v, int otherwise)
{
	bool minus = v.n && v.p[0] == '-';
	long long n;

	if (!span_to_long(span_sub(v, minus, v.n), &n) || n > 1000000000)
		return otherwise;
	return minus ? -(int)n : (int)n;
}

struct reading {
	struct docx_styles *s;
	struct arena *a;
	struct docx_style *now;
	struct span standard;
};

/* w:name is English in every language of Word; LibreOffice writes it with capitals. */
static void take_name(struct docx_style *st, struct span name)
{
	char low[32] = { 0 };
	struct span s;

	if (name.n >= sizeof low)
		return;
	utf8_fold(name, low);
	s = span_of(low);
	if (span_starts(s, SPAN("heading ")) && s.n == 9 && s.p[8] >= '1' && s.p[8] <= '9' && !st->outline)
		st->outline = s.p[8] - '0';
	else if (span_is(s, "title"))
		st->role = ROLE_TITLE;
	else if (span_is(s, "caption"))
		st->role = ROLE_CAPTION;
	else if (span_starts(s, SPAN("toc ")) || span_is(s, "toc heading") || span_starts(s, SPAN("contents ")) ||
		 span_is(s, "table of figures"))
		st->role = ROLE_TOC;
}

static void on_style(struct reading *r, const struct xml_tag *tag)
{
	struct docx_styles *s = r->s;

	ARENA_ROOM(r->a, s->v, s->n, s->cap);
	r->now = &s->v[s->n++];
	*r->now = (struct docx_style){
		.id = arena_dup(r->a, xml_attr(tag, "styleId")),
		.num_id = -1,
		.level = -1,
		.hidden = -1,
	};
	if (span_is(xml_attr(tag, "type"), "paragraph") && xml_attr(tag, "default").n &&
	    docx_on(xml_attr(tag, "default")))
		r->standard = r->now->id;
}

static void on_start(void *ctx, const struct xml_tag *tag)
{
	struct reading *r = ctx;
	struct docx_style *st = r->now;
	struct span val = st ? xml_attr(tag, "val") : SPAN("");

	if (span_is(tag->name, "style"))
		on_style(r, tag);
	else if (!st)
		return;
	else if (span_is(tag->name, "name"))
		take_name(st, val);
	else if (span_is(tag->name, "basedOn"))
		st->based_on = arena_dup(r->a, val);
	else if (span_is(tag->name, "outlineLvl"))
		st->outline = docx_int(val, 9) < 9 ? docx_int(val, 9) + 1 : -1;
	else if (span_is(tag->name, "numId"))
		st->num_id = docx_int(val, -1);
	else if (span_is(tag->name, "ilvl"))
		st->level = docx_int(val, -1);
	else if (span_is(tag->name, "vanish"))
		st->hidden = docx_on(val);
}

static void on_end(void *ctx, struct span name, struct span uri)
{
	(void)uri;
	if (span_is(name, "style"))
		((struct reading *)ctx)->now = NULL;
}

static void on_text(void *ctx, struct span text)
{
	(void)ctx, (void)text;
}

static int by_id(const void *a, const void *b)
{
	return span_cmp(((const struct docx_style *)a)->id, ((const struct docx_style *)b)->id);
}

const struct docx_style *docx_style_find(const struct docx_styles *s, struct span id)
{
	const struct docx_style key = { .id = id };

	return s->n && id.n ? bsearch(&key, s->v, s->n, sizeof key, by_id) : NULL;
}

enum { MAX_INHERITANCE = 20 }; /* a style that is based on itself ends here */

static void inherit(const struct docx_styles *s, struct docx_style *st)
{
	const struct docx_style *from = st;

	for (int i = 0; i < MAX_INHERITANCE; i++) {
		from = docx_style_find(s, from->based_on);
		if (!from)
			return;
		st->outline = st->outline ? st->outline : from->outline;
		st->role = st->role ? st->role : from->role;
		st->num_id = st->num_id >= 0 ? st->num_id : from->num_id;
		st->level = st->level >= 0 ? st->level : from->level;
		st->hidden = st->hidden >= 0 ? st->hidden : from->hidden;
	}
}

void docx_styles_read(struct docx_styles *s, struct span xml, struct arena *a)
{
	static const struct xml_handler h = { on_start, on_end, on_text };
	struct reading r = { .s = s, .a = a };
	struct err ignored = { 0 };

	if (!xml.n)
		return;
	(void)!xml_parse(xml, &h, &r, &ignored);
	if (s->n)
		qsort(s->v, s->n, sizeof *s->v, by_id);
	for (size_t i = 0; i < s->n; i++)
		inherit(s, &s->v[i]);
	s->standard = docx_style_find(s, r.standard);
}
