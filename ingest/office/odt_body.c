/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ODF text as events; as in DOCX, elements without a row in the table are looked through. */
#include "odt_body.h"

#include <stdlib.h>

#include "docx_styles.h"
#include "lookup.h"
#include "utf8.h"
#include "odt_body_p.h"

/* ---- tables ---- */

static struct table *current_table(struct body *b)
{
	return b->n_table ? &b->table[b->n_table - 1] : NULL;
}

static void table_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	ARENA_ROOM(arena_of(b), b->table, b->n_table, b->cap_table);
	b->table[b->n_table++] = (struct table){ 0 };
}

static void table_end(struct body *b)
{
	if (!b->n_table)
		return;
	if (b->table[b->n_table - 1].opened)
		flow_table_close(b->f);
	b->n_table--;
}

static int repeated(const struct xml_tag *tag)
{
	int n = docx_int(xml_attr(tag, "number-columns-repeated"), 1);

	return n < 1 ? 1 : n > 1000 ? 1000 : n;
}

static void column_start(struct body *b, const struct xml_tag *tag)
{
	if (current_table(b))
		current_table(b)->columns += repeated(tag);
}

static void head_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	if (current_table(b))
		current_table(b)->head = true;
}

static void head_end(struct body *b)
{
	if (current_table(b))
		current_table(b)->head = false;
}

static void row_start(struct body *b, const struct xml_tag *tag)
{
	struct table *t = current_table(b);

	(void)tag;
	if (!t)
		return;
	if (!t->opened)
		flow_table_open(b->f, t->columns);
	t->opened = t->in_row = true;
	t->col = 0;
	flow_row_open(b->f);
}

static void cell_start(struct body *b, const struct xml_tag *tag)
{
	struct table *t = current_table(b);
	struct flow_cell c = { 0 };

	if (!t || !t->in_row)
		return;
	c.col = t->col;
	c.head = t->head;
	c.colspan = docx_int(xml_attr(tag, "number-columns-spanned"), 1);
	c.rowspan = docx_int(xml_attr(tag, "number-rows-spanned"), 1);
	t->col += repeated(tag);
	flow_cell_open(b->f, &c);
}

static void cell_end(struct body *b)
{
	if (current_table(b) && current_table(b)->in_row)
		flow_cell_close(b->f);
}

static void covered_start(struct body *b, const struct xml_tag *tag)
{
	if (current_table(b))
		current_table(b)->col += repeated(tag);
	b->skip = 1;
}

/* ---- paragraphs ---- */

static void open_para(struct body *b, const struct xml_tag *tag, bool heading)
{
	struct para *p;
	struct span style = xml_attr(tag, "style-name");

	b->paras++;
	ARENA_ROOM(arena_of(b), b->para, b->n_para, b->cap_para);
	p = &b->para[b->n_para++];
	*p = (struct para){ .heading = heading, .item = b->item, .blank = true };
	b->item = false;
	p->style_name = arena_dup(arena_of(b), style);
	p->style = odt_style_resolve(b->styles, p->style_name);
	p->outline = heading ? docx_int(xml_attr(tag, "outline-level"), 1) : p->style.outline;
	p->start = span_is(xml_attr(tag, "restart-numbering"), "true") ? docx_int(xml_attr(tag, "start-value"), 1) : -1;
	p->no_number = span_is(xml_attr(tag, "is-list-header"), "true");
	p->place = (struct map_run){ .kind = MAP_PART, .part = b->part, .para = b->paras };
	flow_position(b->f, &p->place.table, &p->place.row, &p->place.col);
	flow_para_open(b->f);
}

static void p_start(struct body *b, const struct xml_tag *tag)
{
	if (!b->comment)
		open_para(b, tag, false);
}

static void h_start(struct body *b, const struct xml_tag *tag)
{
	if (!b->comment)
		open_para(b, tag, true);
}

static void set_kind(struct body *b, const struct para *p, bool listed, int level, struct flow_para *c)
{
	c->level = 0;
	if (b->margins) {
		c->kind = b->margin;
		c->hidden = true;
	} else if (b->toc) {
		c->kind = BLOCK_TOC;
		c->hidden = true;
	} else if (p->heading || p->outline > 0) {
		c->kind = BLOCK_HEADING;
		c->level = p->outline > 0 ? p->outline : 1;
	} else if (odt_style_is(b->styles, p->style_name, "Title")) {
		c->kind = BLOCK_TITLE;
	} else if (odt_style_is(b->styles, p->style_name, "Caption")) {
		c->kind = BLOCK_CAPTION;
	} else if (listed) {
		c->kind = BLOCK_ITEM;
		c->level = level + 1;
	}
}

static void close_para(struct body *b)
{
	struct para *p = current(b);
	struct flow_para c = { .kind = BLOCK_PARA };
	struct buf mark = { 0 };
	int level = 0;
	bool listed;

	if (!p)
		return;
	listed = odt_mark_of(b, p, &mark, &level);
	set_kind(b, p, listed, level, &c);
	c.mark = span_trim(buf_span(&mark));
	b->f->place = p->place;
	flow_para_close(b->f, &c);
	b->n_para--;
	buf_free(&mark);
}

static void p_end(struct body *b)
{
	if (b->comment)
		buf_putc(&b->comment_text, ' ');
	else
		close_para(b);
}

/* ---- asides ---- */

static void note_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	flow_aside_open(b->f, BLOCK_NOTE);
	flow_note_begin(b->f, b->f->notes);
}

static void aside_end(struct body *b)
{
	flow_aside_close(b->f);
}

/* A text box, or a shape with text in it. */
static void draw_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	flow_aside_open(b->f, BLOCK_PARA);
}

static void annotation_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->comment = true;
	buf_reset(&b->comment_text);
}

static void annotation_end(struct body *b)
{
	struct span s = span_trim(buf_span(&b->comment_text));

	b->comment = false;
	if (s.n)
		doc_add_note(b->f->o.d, NOTE_INFO, "comment", "%.*s", SPAN_ARG(s));
}

static void skip_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->skip = 1;
}

/* Who wrote a comment stands before it; in the text the element is a field that shows a name. */
static void creator_end(struct body *b)
{
	if (b->comment && b->comment_text.n)
		buf_puts(&b->comment_text, ": ");
}

/* A formula that is a part of its own ("./Object 1"). */
static void object_start(struct body *b, const struct xml_tag *tag)
{
	struct span href = xml_attr(tag, "href");
	struct buf name = { 0 }, xml = { 0 };

	if (!b->parts || !href.n || b->formula_bytes > MAX_FORMULA_BYTES)
		return;
	buf_add(&name, span_sub(href, span_starts(href, SPAN("./")) ? 2 : 0, href.n));
	buf_puts(&name, "/content.xml");
	if (b->parts->get(b->parts->ctx, buf_str(&name), &xml)) {
		b->formula_bytes += xml.n;
		if (!mathml_read(buf_span(&xml), &b->formula))
			buf_reset(&b->formula);
		odt_put_formula(b);
	}
	buf_free(&name);
	buf_free(&xml);
}

/* The date of a comment; in the text the element is a field that shows a date. */
static void date_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	if (b->comment)
		b->skip = 1;
}

static void section_start(struct body *b, const struct xml_tag *tag)
{
	if (span_is(xml_attr(tag, "display"), "none"))
		b->skip = 1;
}

static void toc_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->toc++;
}

static void toc_end(struct body *b)
{
	b->toc -= b->toc > 0;
}

static void text_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->in_body = !b->margins;
}

static void text_end(struct body *b)
{
	b->in_body = false;
}

static void header_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->in_body = b->margins;
	b->margin = BLOCK_HEADER;
}

static void footer_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->in_body = b->margins;
	b->margin = BLOCK_FOOTER;
}

/* ---- dispatch ---- */

struct element {
	const char *name;
	void (*start)(struct body *b, const struct xml_tag *tag);
	void (*end)(struct body *b);
};

/* Sorted by name; ODF does not use one name in two namespaces for things that differ here. */
static const struct element elements[] = {
	{ "alphabetical-index", toc_start, toc_end },
	{ "annotation", annotation_start, annotation_end },
	{ "bibliography", toc_start, toc_end },
	{ "covered-table-cell", covered_start, NULL },
	{ "creator", NULL, creator_end },
	{ "creator-initials", date_start, NULL },
	{ "custom-shape", draw_start, aside_end },
	{ "date", date_start, NULL },
	{ "desc", skip_start, NULL },
	{ "ellipse", draw_start, aside_end },
	{ "event-listeners", skip_start, NULL },
	{ "forms", skip_start, NULL },
	{ "h", h_start, p_end },
	{ "hidden-paragraph", skip_start, NULL },
	{ "hidden-text", skip_start, NULL },
	{ "illustration-index", toc_start, toc_end },
	{ "index-source", skip_start, NULL },
	{ "line", draw_start, aside_end },
	{ "line-break", odt_break_start, NULL },
	{ "list", odt_list_start, odt_list_end },
	{ "list-item", odt_item_start, odt_item_end },
	{ "note-body", note_start, aside_end },
	{ "note-citation", odt_noteref_start, NULL },
	{ "numbered-paragraph", odt_item_start, odt_item_end },
	{ "object", object_start, NULL },
	{ "p", p_start, p_end },
	{ "path", draw_start, aside_end },
	{ "polygon", draw_start, aside_end },
	{ "rect", draw_start, aside_end },
	{ "ruby-text", skip_start, NULL },
	{ "s", odt_s_start, NULL },
	{ "script", skip_start, NULL },
	{ "section", section_start, NULL },
	{ "sender-initials", date_start, NULL },
	{ "span", odt_span_start, odt_span_end },
	{ "tab", odt_tab_start, NULL },
	{ "table", table_start, table_end },
	{ "table-cell", cell_start, cell_end },
	{ "table-column", column_start, NULL },
	{ "table-header-rows", head_start, head_end },
	{ "table-index", toc_start, toc_end },
	{ "table-of-content", toc_start, toc_end },
	{ "table-of-content-source", skip_start, NULL },
	{ "table-row", row_start, NULL },
	{ "text-box", draw_start, aside_end },
	{ "title", skip_start, NULL },
	{ "tracked-changes", skip_start, NULL },
};

/* What opens and closes the part of the file that is text. */
static const struct element frames[] = {
	{ "text", text_start, text_end },           { "header", header_start, text_end },
	{ "header-left", header_start, text_end },  { "header-first", header_start, text_end },
	{ "footer", footer_start, text_end },       { "footer-left", footer_start, text_end },
	{ "footer-first", footer_start, text_end },
};

static const struct element *find_frame(struct span name, struct span uri)
{
	if (!span_ends(uri, SPAN(":office:1.0")) && !span_ends(uri, SPAN(":style:1.0")) &&
	    !span_is(uri, "http://openoffice.org/2000/office") && !span_is(uri, "http://openoffice.org/2000/style"))
		return NULL;
	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++)
		if (span_is(name, frames[i].name))
			return &frames[i];
	return NULL;
}

static const struct element *find(struct body *b, struct span name, struct span uri)
{
	const struct element *frame = find_frame(name, uri);

	if (frame)
		return frame;
	return b->in_body ? LOOKUP(name, elements) : NULL;
}

static void on_start(void *ctx, const struct xml_tag *tag)
{
	struct body *b = ctx;
	const struct element *el;

	if (b->skip) {
		b->skip++;
		return;
	}
	if (!b->in_body && !b->margins && odt_styles_start(b->styles, tag))
		return;
	if (b->in_body && (b->math.depth || span_is(tag->name, "math"))) {
		mathml_start(&b->math, tag->name, &b->formula);
		return;
	}
	el = find(b, tag->name, tag->uri);
	if (el && el->start)
		el->start(b, tag);
}

static void on_end(void *ctx, struct span name, struct span uri)
{
	struct body *b = ctx;
	const struct element *el;

	if (b->skip) {
		b->skip--;
		return;
	}
	if (!b->in_body && !b->margins && odt_styles_end(b->styles, name))
		return;
	if (b->math.depth) {
		mathml_end(&b->math, &b->formula);
		if (!b->math.depth)
			odt_put_formula(b);
		return;
	}
	el = find(b, name, uri);
	if (el && el->end)
		el->end(b);
}

static const struct xml_handler handler = { on_start, on_end, odt_on_text };

bool odt_body_read(struct flow *f, struct odt_styles *styles, const struct odt_parts *parts, struct span xml,
		   struct span part, struct err *e)
{
	struct body b = { .f = f, .styles = styles, .parts = parts, .part = part };
	bool ok = xml_parse(xml, &handler, &b, e);

	while (b.n_para)
		close_para(&b);
	buf_free(&b.comment_text);
	buf_free(&b.formula);
	return ok;
}

void odt_margins_read(struct flow *f, struct odt_styles *styles, struct span xml, struct span part)
{
	struct body b = { .f = f, .styles = styles, .part = part, .margins = true };
	struct err ignored = { 0 };

	(void)!xml_parse(xml, &handler, &b, &ignored);
	while (b.n_para)
		close_para(&b);
	buf_free(&b.comment_text);
	buf_free(&b.formula);
}

static void styles_start(void *ctx, const struct xml_tag *tag)
{
	(void)odt_styles_start(ctx, tag);
}

static void styles_end(void *ctx, struct span name, struct span uri)
{
	(void)uri;
	(void)odt_styles_end(ctx, name);
}

static void styles_text(void *ctx, struct span text)
{
	(void)ctx, (void)text;
}

void odt_styles_read(struct odt_styles *styles, struct span xml)
{
	static const struct xml_handler h = { styles_start, styles_end, styles_text };
	struct err ignored = { 0 };

	(void)!xml_parse(xml, &h, styles, &ignored);
}
