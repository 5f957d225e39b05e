/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * HTML through libxml2's tolerant parser, as events: a tree would be limited in depth, and a page that nests deeper
 * would come out empty. What an element does to the text stands in one table.
 */
#include "html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

#include "listnum.h"
#include "textcut.h"
#include "utf8.h"
#include "html_notes.h"
#include "html_text_p.h"

/* Sorted by name. */
static const struct element elements[] = {
	{ "address", ROLE_BLOCK },   { "article", ROLE_BLOCK },    { "aside", ROLE_FOOTER },
	{ "audio", ROLE_SKIP },      { "blockquote", ROLE_BLOCK }, { "body", ROLE_BLOCK },
	{ "br", ROLE_BREAK },        { "button", ROLE_SKIP },      { "canvas", ROLE_SKIP },
	{ "caption", ROLE_CAPTION }, { "center", ROLE_BLOCK },     { "dd", ROLE_BLOCK },
	{ "del", ROLE_SKIP },        { "details", ROLE_BLOCK },    { "dialog", ROLE_SKIP },
	{ "dir", ROLE_LIST },        { "div", ROLE_BLOCK },        { "dl", ROLE_BLOCK },
	{ "dt", ROLE_BLOCK },        { "fieldset", ROLE_BLOCK },   { "figcaption", ROLE_CAPTION },
	{ "figure", ROLE_BLOCK },    { "footer", ROLE_FOOTER },    { "form", ROLE_BLOCK },
	{ "h1", ROLE_HEADING },      { "h2", ROLE_HEADING },       { "h3", ROLE_HEADING },
	{ "h4", ROLE_HEADING },      { "h5", ROLE_HEADING },       { "h6", ROLE_HEADING },
	{ "header", ROLE_HEADER },   { "hgroup", ROLE_BLOCK },     { "hr", ROLE_BLOCK },
	{ "html", ROLE_BLOCK },      { "iframe", ROLE_SKIP },      { "legend", ROLE_BLOCK },
	{ "li", ROLE_ITEM },         { "main", ROLE_BLOCK },       { "menu", ROLE_LIST },
	{ "nav", ROLE_SKIP },        { "noscript", ROLE_SKIP },    { "object", ROLE_SKIP },
	{ "ol", ROLE_LIST },         { "option", ROLE_SKIP },      { "p", ROLE_BLOCK },
	{ "pre", ROLE_PRE },         { "rp", ROLE_SKIP },          { "rt", ROLE_SKIP },
	{ "script", ROLE_SKIP },     { "section", ROLE_BLOCK },    { "select", ROLE_SKIP },
	{ "style", ROLE_SKIP },      { "summary", ROLE_BLOCK },    { "sup", ROLE_SUP },
	{ "svg", ROLE_SKIP },        { "table", ROLE_TABLE },      { "td", ROLE_CELL },
	{ "template", ROLE_SKIP },   { "textarea", ROLE_SKIP },    { "th", ROLE_CELL },
	{ "thead", ROLE_HEAD },      { "title", ROLE_TITLE },      { "tr", ROLE_ROW },
	{ "ul", ROLE_LIST },         { "video", ROLE_SKIP },
};

static int by_name(const void *key, const void *element)
{
	return strcmp(key, ((const struct element *)element)->name);
}

static const struct element *find(const char *name)
{
	return bsearch(name, elements, sizeof elements / sizeof *elements, sizeof *elements, by_name);
}

/* ---- elements ---- */

static int number(const xmlChar **atts, const char *name, int otherwise, int max)
{
	const char *v = html_attribute(atts, name);
	long n = v ? strtol(v, NULL, 10) : otherwise;

	return n < 0 || n > max ? otherwise : (int)n;
}

static void open_list(struct html *h, const char *name, const xmlChar **atts)
{
	static const struct {
		char type;
		enum num_format format;
	} types[] = {
		{ 'a', NUM_LOWER_LETTER }, { 'A', NUM_UPPER_LETTER }, { 'i', NUM_LOWER_ROMAN }, { 'I', NUM_UPPER_ROMAN }
	};
	const char *type = html_attribute(atts, "type");
	struct list *l;

	html_close_para(h);
	if (h->n_lists++ >= MAX_LISTS)
		return;
	l = &h->lists[h->n_lists - 1];
	*l = (struct list){ .numbered = !strcmp(name, "ol"),
			    .format = NUM_DECIMAL,
			    .next = number(atts, "start", 1, 100000) };
	for (size_t i = 0; type && i < sizeof types / sizeof *types; i++)
		if (type[0] == types[i].type)
			l->format = types[i].format;
}

static void open_item(struct html *h, const xmlChar **atts)
{
	struct list *l = h->n_lists > 0 && h->n_lists <= MAX_LISTS ? &h->lists[h->n_lists - 1] : NULL;

	html_close_para(h);
	h->item = true;
	if (l)
		l->next = number(atts, "value", l->next, 100000) + 1;
}

static struct table *current_table(struct html *h)
{
	return h->n_tables ? &h->tables[h->n_tables - 1] : NULL;
}

static void open_table(struct html *h)
{
	html_close_para(h);
	MEM_ROOM(h->tables, h->n_tables, h->cap_tables);
	memset(&h->tables[h->n_tables++], 0, sizeof *h->tables);
	flow_table_open(h->f, 0);
}

static void close_cell(struct html *h, struct table *t)
{
	if (!t->in_cell)
		return;
	html_close_para(h);
	flow_cell_close(h->f);
	t->in_cell = false;
}

static void open_row(struct html *h)
{
	struct table *t = current_table(h);

	html_close_para(h);
	if (!t)
		return;
	close_cell(h, t);
	for (int i = 0; t->in_row && i < MAX_COLUMNS; i++)
		t->busy[i] = (unsigned short)(t->busy[i] - (t->busy[i] > 0));
	t->in_row = true;
	t->col = 0;
	flow_row_open(h->f);
}

static void open_cell(struct html *h, const char *name, const xmlChar **atts)
{
	struct table *t = current_table(h);
	struct flow_cell c = { .colspan = number(atts, "colspan", 1, 1000),
			       .rowspan = number(atts, "rowspan", 1, 10000) };

	html_close_para(h);
	if (!t)
		return;
	if (!t->in_row)
		open_row(h);
	close_cell(h, t);
	while (t->col < MAX_COLUMNS && t->busy[t->col])
		t->col++;
	c.col = t->col;
	c.head = t->head || !strcmp(name, "th");
	for (int i = 0; i < (c.colspan ? c.colspan : 1); i++, t->col++)
		if (t->col < MAX_COLUMNS && c.rowspan > 1)
			t->busy[t->col] = (unsigned short)c.rowspan;
	flow_cell_open(h->f, &c);
	t->in_cell = true;
}

static bool not_displayed(const xmlChar **atts)
{
	const char *style = html_attribute(atts, "style"), *role = html_attribute(atts, "role");

	if (html_attribute(atts, "hidden") || (role && !strcmp(role, "navigation")))
		return true;
	style = style ? strstr(style, "display") : NULL;
	if (!style)
		return false;
	style += strlen("display");
	style += strspn(style, " \t:");
	return !strncmp(style, "none", 4);
}

/* LibreOffice writes page headers and footers as divs with such a title. */
static enum role role_of(const struct element *e, const xmlChar **atts)
{
	const char *title = e && e->role == ROLE_BLOCK ? html_attribute(atts, "title") : NULL;

	if (title && !strcmp(title, "header"))
		return ROLE_HEADER;
	if (title && !strcmp(title, "footer"))
		return ROLE_FOOTER;
	if (e && atts && (e->role == ROLE_BLOCK || e->role == ROLE_FOOTER || e->role == ROLE_ITEM) &&
	    html_is_note(atts))
		return ROLE_NOTE;
	return e ? e->role : ROLE_INLINE;
}

static void push_node(struct html *h, const struct element *e, const char *name)
{
	struct node *parent = h->n_nodes ? &h->nodes[h->n_nodes - 1] : NULL, *n;
	int index = 1;

	for (int i = 0; parent && h->n_nodes <= PATH_DEPTH && i < NAMES; i++) {
		if (!parent->children[i].name[0])
			snprintf(parent->children[i].name, sizeof parent->children[i].name, "%s", name);
		if (!strncmp(parent->children[i].name, name, sizeof parent->children[i].name - 1)) {
			index = ++parent->children[i].count;
			break;
		}
	}
	MEM_ROOM(h->nodes, h->n_nodes, h->cap_nodes);
	n = &h->nodes[h->n_nodes++];
	*n = (struct node){ .element = e, .index = index };
	snprintf(n->name, sizeof n->name, "%s", name);
	if (!utf8_valid(span_of(n->name)))
		n->name[0] = 0;
}

static void begin(struct html *h, enum role role, const char *name, const xmlChar **atts)
{
	switch (role) {
	case ROLE_INLINE:
		break;
	case ROLE_BLOCK:
		html_close_para(h);
		break;
	case ROLE_HEADING:
		html_close_para(h);
		h->heading = name[1] - '0';
		break;
	case ROLE_SKIP:
		h->skip = 1;
		h->nodes[h->n_nodes - 1].skip_begins = true;
		break;
	case ROLE_HEADER:
	case ROLE_FOOTER:
		html_close_para(h);
		if (!h->hidden)
			h->hidden_kind = role == ROLE_HEADER ? BLOCK_HEADER : BLOCK_FOOTER;
		h->hidden++;
		h->nodes[h->n_nodes - 1].hidden_begins = true;
		break;
	case ROLE_LIST:
		open_list(h, name, atts);
		break;
	case ROLE_ITEM:
		open_item(h, atts);
		break;
	case ROLE_TABLE:
		open_table(h);
		break;
	case ROLE_ROW:
		open_row(h);
		break;
	case ROLE_CELL:
		open_cell(h, name, atts);
		break;
	case ROLE_HEAD:
		if (current_table(h))
			current_table(h)->head = true;
		break;
	case ROLE_BREAK:
		if (h->open)
			flow_text(h->f, SPAN("\n"));
		h->blank = false;
		break;
	case ROLE_PRE:
		html_close_para(h);
		h->pre++;
		h->margin = 0;
		break;
	case ROLE_CAPTION:
		html_close_para(h);
		h->caption++;
		break;
	case ROLE_TITLE:
		h->in_title = true;
		break;
	case ROLE_SUP:
		h->sup++;
		break;
	case ROLE_NOTE:
		html_close_para(h);
		h->note++;
		h->nodes[h->n_nodes - 1].note_begins = true;
		flow_note_begin(h->f, html_note_number(atts));
		break;
	}
}

/* "2023⁷" would be one number. */
static void part_from_number(struct html *h)
{
	struct span s = h->open ? flow_para_text(h->f) : SPAN("");

	if (s.n && s.p[s.n - 1] >= '0' && s.p[s.n - 1] <= '9')
		flow_text(h->f, SPAN(" "));
}

static void on_start(void *ctx, const xmlChar *tag, const xmlChar **atts)
{
	struct html *h = ctx;
	const char *name = (const char *)tag;
	const struct element *e = find(name);
	enum role role = role_of(e, atts);

	push_node(h, e, name);
	if (h->skip) {
		h->skip++;
		return;
	}
	if (role != ROLE_SKIP && atts && not_displayed(atts))
		role = ROLE_SKIP;
	if (role == ROLE_FOOTER && !h->s->lines && !strcmp(name, "aside"))
		role = ROLE_BLOCK; /* books have no sidebars */
	if (role == ROLE_INLINE && atts && html_is_way_back(atts))
		role = ROLE_SKIP;
	if (role == ROLE_INLINE && atts && html_is_note_mark(atts)) {
		h->nodes[h->n_nodes - 1].mark_begins = true;
		part_from_number(h);
		h->sup++;
	}
	h->nodes[h->n_nodes - 1].blank_after = role == ROLE_INLINE && atts && html_is_close_mark(atts);
	begin(h, role, name, atts);
	h->done = html_position(h);
}

static void finish(struct html *h, enum role role)
{
	struct table *t = current_table(h);

	switch (role) {
	case ROLE_INLINE:
	case ROLE_SKIP:
	case ROLE_BREAK:
	case ROLE_NOTE:
		break;
	case ROLE_BLOCK:
	case ROLE_HEADER:
	case ROLE_FOOTER:
		html_close_para(h);
		break;
	case ROLE_HEADING:
		html_close_para(h);
		h->heading = 0;
		break;
	case ROLE_LIST:
		html_close_para(h);
		h->n_lists -= h->n_lists > 0;
		h->item = false;
		break;
	case ROLE_ITEM:
		html_close_para(h);
		h->item = false;
		break;
	case ROLE_TABLE:
		html_close_para(h);
		if (t) {
			close_cell(h, t);
			flow_table_close(h->f);
			h->n_tables--;
		}
		break;
	case ROLE_ROW:
		html_close_para(h);
		if (t)
			close_cell(h, t);
		break;
	case ROLE_CELL:
		if (t)
			close_cell(h, t);
		break;
	case ROLE_HEAD:
		if (t)
			t->head = false;
		break;
	case ROLE_PRE:
		html_close_para(h);
		h->pre -= h->pre > 0;
		break;
	case ROLE_CAPTION:
		html_close_para(h);
		h->caption -= h->caption > 0;
		break;
	case ROLE_TITLE:
		h->in_title = false;
		break;
	case ROLE_SUP:
		h->sup -= h->sup > 0;
		break;
	}
}

static void on_end(void *ctx, const xmlChar *tag)
{
	struct html *h = ctx;
	struct node n;

	(void)tag;
	if (!h->n_nodes)
		return;
	n = h->nodes[--h->n_nodes];
	h->done = html_position(h);
	if (h->skip) {
		h->skip = n.skip_begins ? 0 : h->skip - (h->skip > 1);
		return;
	}
	if (n.hidden_begins) {
		html_close_para(h);
		h->hidden -= h->hidden > 0;
	}
	if (n.note_begins) {
		html_close_para(h);
		h->note -= h->note > 0;
	}
	h->sup -= n.mark_begins && h->sup > 0;
	h->blank = h->blank || (n.blank_after && h->open);
	if (n.element)
		finish(h, n.element->role);
}

static void on_cdata(void *ctx, const xmlChar *text, int n)
{
	(void)ctx, (void)text, (void)n; /* the content of script and style */
}

static void on_error(void *ctx, xmlErrorPtr error)
{
	(void)ctx, (void)error;
}

void html_read(struct flow *f, const struct html_source *s, struct buf *title)
{
	htmlSAXHandler sax = {
		.startElement = on_start,
		.endElement = on_end,
		.characters = html_on_text,
		.ignorableWhitespace = html_on_text,
		.cdataBlock = on_cdata,
		.serror = on_error,
		.initialized = 1,
	};
	struct html h = { .f = f, .s = s, .title = title };
	htmlSAXHandler *own;
	struct span compact;

	if (!s->text.n || s->text.n > INT_MAX)
		return;
	textcut_make(&h.cut, s->text, true);
	compact = textcut_span(&h.cut);
	h.parser = htmlCreateMemoryParserCtxt(compact.p, (int)compact.n);
	if (!h.parser) {
		textcut_free(&h.cut);
		return;
	}
	own = h.parser->sax;
	h.parser->sax = &sax;
	h.parser->userData = &h;
	htmlCtxtUseOptions(h.parser,
			   HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
	xmlSwitchEncoding(h.parser, XML_CHAR_ENCODING_UTF8);
	htmlParseDocument(h.parser);
	html_close_para(&h);
	h.parser->sax = own;
	htmlFreeParserCtxt(h.parser);
	textcut_free(&h.cut);
	free(h.nodes);
	free(h.tables);
	buf_free(&h.mark);
}
