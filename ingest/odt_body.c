/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ODF text as events; as in DOCX, elements without a row in the table are looked through. */
#include "odt_body.h"

#include <stdlib.h>

#include "docx_styles.h"
#include "utf8.h"

/* A list: text:list elements may continue one another, so counters belong to a list and outlive its element. */
struct list {
	struct span id, style;
	int counts[ODT_LEVELS];
	bool begun[ODT_LEVELS];
};

/* An open text:list. */
struct open_list {
	size_t list; /* index in lists */
	struct span style;
};

struct para {
	struct map_run place;
	struct odt_style style;
	struct span style_name;
	int outline; /* of text:h */
	bool heading, no_number;
	bool item;   /* first of a list item */
	bool blank;  /* the text so far ends in white space (or is empty) */
};

struct table {
	int columns, col;
	bool opened, head, in_row;
};

enum { MAX_SPANS = 64, MAX_OPEN_LISTS = 64 };

struct body {
	struct flow *f;
	struct odt_styles *styles;
	struct span part;
	bool in_body; /* inside office:text, or a header or footer */
	bool margins; /* reading styles.xml for its headers and footers */
	enum block_kind margin;
	int paras, skip, toc, spans, draws;
	unsigned char span_flags[MAX_SPANS]; /* 1: superscript, 2: hidden */
	struct para *para;
	size_t n_para, cap_para;
	struct table *table;
	size_t n_table, cap_table;
	struct list *lists;
	size_t n_lists, cap_lists;
	struct open_list open[MAX_OPEN_LISTS];
	int n_open;
	bool item; /* the next paragraph is the first of a list item */
	int item_start; /* its start-value; 0: none */
	int outline_counts[ODT_LEVELS];
	bool outline_begun[ODT_LEVELS];
	bool comment;
	struct buf comment_text;
};

static struct arena *arena_of(struct body *b)
{
	return &b->f->o.d->arena;
}

static struct para *current(struct body *b)
{
	return b->n_para ? &b->para[b->n_para - 1] : NULL;
}

/* ---- text ---- */

static unsigned flags(const struct body *b)
{
	unsigned all = 0;

	for (int i = 0; i < b->spans && i < MAX_SPANS; i++)
		all |= b->span_flags[i];
	return all;
}

static void put(struct body *b, struct span s)
{
	struct para *p = current(b);

	if (b->comment) {
		if (b->comment_text.n < 2000)
			buf_add(&b->comment_text, s);
		return;
	}
	if (!p || p->style.hidden || (flags(b) & 2))
		return;
	b->f->place = p->place;
	flow_text(b->f, s);
}

static void put_high(struct body *b, struct span s)
{
	static const char *const high[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

	for (size_t i = 0; i < s.n; i++)
		if (s.n > 4 || s.p[i] < '0' || s.p[i] > '9') {
			put(b, s);
			return;
		}
	for (size_t i = 0; i < s.n; i++)
		put(b, span_of(high[s.p[i] - '0']));
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* White space in the XML collapses; what is meant to stay has elements of its own. */
static void on_text(void *ctx, struct span s)
{
	struct body *b = ctx;
	struct para *p = current(b);
	size_t at = 0;

	if (b->skip || !p)
		return;
	while (at < s.n) {
		size_t from = at;

		if (is_blank(s.p[at])) {
			while (at < s.n && is_blank(s.p[at]))
				at++;
			if (!p->blank)
				put(b, SPAN(" "));
			p->blank = true;
			continue;
		}
		while (at < s.n && !is_blank(s.p[at]))
			at++;
		/* as far as words are parted by one space, they go together */
		while (at + 1 < s.n && s.p[at] == ' ' && !is_blank(s.p[at + 1])) {
			at++;
			while (at < s.n && !is_blank(s.p[at]))
				at++;
		}
		p->blank = false;
		if (flags(b) & 1)
			put_high(b, span_sub(s, from, at));
		else
			put(b, span_sub(s, from, at));
	}
}

static void s_start(struct body *b, const struct xml_tag *tag)
{
	int n = docx_int(xml_attr(tag, "c"), 1);

	for (int i = 0; i < n && i < 100; i++)
		put(b, SPAN(" "));
	if (current(b))
		current(b)->blank = true;
}

static void tab_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	put(b, SPAN("\t"));
	if (current(b))
		current(b)->blank = true;
}

static void break_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	put(b, SPAN("\n"));
	if (current(b))
		current(b)->blank = true;
}

static void span_start(struct body *b, const struct xml_tag *tag)
{
	struct odt_style st = odt_style_resolve(b->styles, xml_attr(tag, "style-name"));

	if (b->spans < MAX_SPANS)
		b->span_flags[b->spans] = (unsigned char)((st.superscript ? 1 : 0) | (st.hidden ? 2 : 0));
	b->spans++;
}

static void span_end(struct body *b)
{
	b->spans -= b->spans > 0;
}

/* ---- lists ---- */

static size_t new_list(struct body *b, struct span id, struct span style)
{
	ARENA_ROOM(arena_of(b), b->lists, b->n_lists, b->cap_lists);
	b->lists[b->n_lists] = (struct list){ .id = arena_dup(arena_of(b), id), .style = style };
	return b->n_lists++;
}

/* The list that an outermost text:list goes on with, or a new one. */
static size_t list_for(struct body *b, const struct xml_tag *tag, struct span style)
{
	struct span go_on = xml_attr(tag, "continue-list");
	bool number = span_is(xml_attr(tag, "continue-numbering"), "true");

	for (size_t i = b->n_lists; i-- > 0 && (go_on.n || number);)
		if (go_on.n ? span_eq(b->lists[i].id, go_on) : span_eq(b->lists[i].style, style)) {
			struct span id = xml_attr(tag, "id");
			struct list copy = b->lists[i];
			size_t at = new_list(b, id, style);

			copy.id = b->lists[at].id;
			copy.style = style;
			b->lists[at] = copy;
			return at;
		}
	return new_list(b, xml_attr(tag, "id"), style);
}

static void list_start(struct body *b, const struct xml_tag *tag)
{
	struct span style = arena_dup(arena_of(b), xml_attr(tag, "style-name"));
	struct open_list *outer = b->n_open > 0 && b->n_open <= MAX_OPEN_LISTS ? &b->open[b->n_open - 1] : NULL;

	if (b->n_open++ >= MAX_OPEN_LISTS)
		return;
	b->open[b->n_open - 1].style = style.n ? style : outer ? outer->style : style;
	b->open[b->n_open - 1].list = outer ? outer->list : list_for(b, tag, style);
	if (outer && b->n_open <= ODT_LEVELS && !span_is(xml_attr(tag, "continue-numbering"), "true"))
		b->lists[outer->list].begun[b->n_open - 1] = false;
}

static void list_end(struct body *b)
{
	b->n_open -= b->n_open > 0;
	b->item = false;
}

static void item_start(struct body *b, const struct xml_tag *tag)
{
	b->item = true;
	b->item_start = docx_int(xml_attr(tag, "start-value"), 0);
}

static void item_end(struct body *b)
{
	b->item = false;
}

/* Counts level on in counts and lets deeper ones begin anew; higher ones that have not begun count as begun. */
static void count_on(const struct odt_list_style *style, int level, int start, int counts[], bool begun[])
{
	if (start)
		counts[level] = start;
	else if (begun[level])
		counts[level]++;
	else
		counts[level] = odt_level_of(style, level)->start;
	begun[level] = true;
	for (int i = 0; i < level; i++)
		if (!begun[i]) {
			counts[i] = odt_level_of(style, i)->start;
			begun[i] = true;
		}
	for (int i = level + 1; i < ODT_LEVELS; i++)
		begun[i] = false;
}

/* The mark of the paragraph that is being closed; false: it is not in a list. */
static bool mark_of(struct body *b, const struct para *p, struct buf *mark, int *level)
{
	const struct odt_list_style *style;
	struct open_list *open = b->n_open > 0 && b->n_open <= MAX_OPEN_LISTS ? &b->open[b->n_open - 1] : NULL;

	if (open && p->item) {
		*level = b->n_open - 1 < ODT_LEVELS ? b->n_open - 1 : ODT_LEVELS - 1;
		style = odt_list_find(b->styles, open->style.n ? open->style : p->style.list);
		if (!style)
			return true;
		count_on(style, *level, b->item_start, b->lists[open->list].counts, b->lists[open->list].begun);
		odt_put_mark(style, *level, b->lists[open->list].counts, mark);
		return true;
	}
	if (p->heading && !p->no_number && !open && p->outline >= 1 && p->outline <= ODT_LEVELS) {
		style = odt_list_find(b->styles, SPAN(""));
		*level = p->outline - 1;
		if (!style || style->levels[*level].format == NUM_NONE)
			return false;
		count_on(style, *level, 0, b->outline_counts, b->outline_begun);
		odt_put_mark(style, *level, b->outline_counts, mark);
	}
	return false;
}

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
	listed = mark_of(b, p, &mark, &level);
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
	{ "creator", date_start, NULL },
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
	{ "line-break", break_start, NULL },
	{ "list", list_start, list_end },
	{ "list-item", item_start, item_end },
	{ "note-body", note_start, aside_end },
	{ "note-citation", skip_start, NULL },
	{ "numbered-paragraph", item_start, item_end },
	{ "p", p_start, p_end },
	{ "path", draw_start, aside_end },
	{ "polygon", draw_start, aside_end },
	{ "rect", draw_start, aside_end },
	{ "ruby-text", skip_start, NULL },
	{ "s", s_start, NULL },
	{ "script", skip_start, NULL },
	{ "section", section_start, NULL },
	{ "span", span_start, span_end },
	{ "tab", tab_start, NULL },
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

static int by_name(const void *key, const void *element)
{
	return span_cmp(*(const struct span *)key, span_of(((const struct element *)element)->name));
}

/* What opens and closes the part of the file that is text. */
static const struct element frames[] = {
	{ "text", text_start, text_end },
	{ "header", header_start, text_end },
	{ "header-left", header_start, text_end },
	{ "header-first", header_start, text_end },
	{ "footer", footer_start, text_end },
	{ "footer-left", footer_start, text_end },
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
	return b->in_body ? bsearch(&name, elements, sizeof elements / sizeof *elements, sizeof *elements, by_name) : NULL;
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
	el = find(b, name, uri);
	if (el && el->end)
		el->end(b);
}

static const struct xml_handler handler = { on_start, on_end, on_text };

bool odt_body_read(struct flow *f, struct odt_styles *styles, struct span xml, struct span part, struct err *e)
{
	struct body b = { .f = f, .styles = styles, .part = part };
	bool ok = xml_parse(xml, &handler, &b, e);

	while (b.n_para)
		close_para(&b);
	buf_free(&b.comment_text);
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
