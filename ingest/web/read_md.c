/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Markdown with GFM tables through md4c. The marks of lists are taken from the source as the author wrote them, not
 * renumbered: in a union's programme "3." is a name that other documents refer to.
 */
#include "reader.h"

#include <libxml/HTMLparser.h>
#include <md4c.h>
#include <stdlib.h>

#include "charset.h"
#include "html.h"
#include "high.h"
#include "lines.h"
#include "md_notes.h"
#include "md_table.h"
#include "out.h"

struct md {
	struct flow f; /* its text is written as it comes; HTML inside goes through the flow */
	struct lines lines;
	struct span text;        /* decoded source */
	struct span copy;        /* with the brackets of footnotes hidden, as long as it */
	size_t piece;            /* where in it the piece begins that md4c reads now */
	struct md_parted parted; /* that piece */
	struct md_labels labels;
	int lists;            /* depth */
	bool item_begins;     /* the next text is the first of a list item */
	int images;           /* depth inside pictures, whose text is left out */
	enum block_kind kind; /* of the block that the next text opens */
	int level;
	bool open; /* a leaf block is being filled */
	int table, row, col;
	bool in_cell, head;
	bool in_tag; /* inside an HTML tag or comment that goes over several pieces */
};

/* ---- is it Markdown? ---- */

struct traits {
	int headings, strong, rules, links, fences;
};

static void look_at_line(struct span line, struct traits *t)
{
	size_t hashes = 0, i = 0;

	while (i < line.n && i < 3 && line.p[i] == ' ')
		i++;
	while (i + hashes < line.n && line.p[i + hashes] == '#')
		hashes++;
	t->headings += hashes >= 1 && hashes <= 6 && i + hashes + 1 < line.n && line.p[i + hashes] == ' ';
	t->fences += span_starts(span_sub(line, i, line.n), SPAN("```"));
	if (span_find(line, SPAN("](http"), 0) != SPAN_NONE || span_find(line, SPAN("](#"), 0) != SPAN_NONE ||
	    md_definition(line, 0))
		t->links++;
	for (size_t at = span_find(line, SPAN("**"), 0); at != SPAN_NONE; at = span_find(line, SPAN("**"), at + 2))
		t->strong++;
	if (line.n >= 5 && (line.p[i] == '|' || line.p[i] == ':' || line.p[i] == '-') &&
	    span_find_char(line, '|', 0) != SPAN_NONE && span_find(line, SPAN("---"), 0) != SPAN_NONE) {
		size_t k = 0;

		while (k < line.n && strchr("|:- \t\r", line.p[k]))
			k++;
		t->rules += k == line.n;
	}
}

enum { LOOK_BYTES = 1 << 20 };

/* One heading may be a line of notes that begins with "#": then the name tells. */
static bool is_called_markdown(const char *name)
{
	struct span s = span_of(name ? name : "");

	return span_ends(s, SPAN(".md")) || span_ends(s, SPAN(".markdown"));
}

static bool sniff(const struct reader_input *in)
{
	struct span rest = span_sub(in->bytes, 0, LOOK_BYTES);
	struct traits t = { 0 };

	if (memchr(rest.p, 0, rest.n) || !charset_is_text(in->bytes))
		return false;
	while (rest.n)
		look_at_line(span_cut(&rest, '\n'), &t);
	if (is_called_markdown(in->name) && (t.headings || t.links || t.strong || t.fences))
		return true;
	return t.rules > 0 || t.headings + t.links >= 2 || t.strong >= 4 || t.fences >= 2 ||
	       (t.headings && t.strong >= 2);
}

/* ---- list marks ---- */

/* Bytes of a list mark ("-", "12.", "3)") with white space behind it at s, or 0. */
static size_t mark_bytes(struct span s)
{
	size_t n = 0;

	if (s.n && strchr("-*+", s.p[0])) {
		n = 1;
	} else {
		while (n < s.n && n < 9 && s.p[n] >= '0' && s.p[n] <= '9')
			n++;
		if (!n || n >= s.n || (s.p[n] != '.' && s.p[n] != ')'))
			return 0;
		n++;
	}
	return n < s.n && (s.p[n] == ' ' || s.p[n] == '\t') ? n : 0;
}

/* Puts the mark of the item whose content begins at offset at into the text, as it stands in the source. */
static void put_mark(struct md *m, size_t at)
{
	size_t line = at, start = 0, n = 0;
	struct map_run place;

	while (line > 0 && m->text.p[line - 1] != '\n')
		line--;
	for (size_t k = line; k < at;) {
		size_t len = mark_bytes(span_sub(m->text, k, at + 1));

		if (len) {
			start = k;
			n = len;
			k += len;
		} else if (strchr(" \t>", m->text.p[k])) {
			k++;
		} else {
			break;
		}
	}
	if (!n)
		return;
	place = lines_place(&m->lines, start, n);
	out_text(&m->f.o, span_sub(m->text, start, start + n), &place);
	out_extend(&m->f.o, SPAN(" "), 1);
	m->f.o.block.mark = arena_dup(&m->f.o.d->arena, span_sub(m->text, start, start + n));
	m->f.o.block.body = m->f.o.text.n;
}

/* ---- text ---- */

static void begin_text(struct md *m, size_t at)
{
	struct block *b;

	if (m->f.o.open && m->open)
		return;
	m->open = true;
	b = out_open(&m->f.o, m->kind);
	b->level = m->level;
	if (m->in_cell) {
		b->kind = BLOCK_CELL;
		b->table = m->table;
		b->row = m->row;
		b->col = m->col;
		b->head = m->head;
	} else if (m->item_begins) {
		b->kind = BLOCK_ITEM;
		b->level = m->lists;
		put_mark(m, at);
	}
	m->item_begins = false;
}

/* A piece that md4c hands out as what it is in the source; false: a piece of md4c's own. */
static bool in_source(const struct md *m, struct span s, size_t *at)
{
	struct span whole = m->parted.text;

	if (s.p < whole.p || s.p + s.n > whole.p + whole.n)
		return false;
	*at = m->piece + md_parted_source(&m->parted, (size_t)(s.p - whole.p));
	return true;
}

/* Text that stands in the source; static pieces of md4c (a replaced NUL, a blank) extend the run before. */
static void put(struct md *m, struct span s)
{
	struct map_run place;
	size_t at;

	if (!in_source(m, s, &at)) {
		if (m->f.o.open)
			out_extend(&m->f.o, s, (int64_t)s.n);
		return;
	}
	begin_text(m, at);
	place = lines_place(&m->lines, at, s.n);
	out_text(&m->f.o, span_sub(m->text, at, at + s.n), &place);
}

/* The sign of a footnote: a small number; where the footnote itself begins, the mark of a block of its own. */
static void put_note_sign(struct md *m, size_t at, size_t bytes, struct span label)
{
	size_t whole = md_definition(m->text, at);
	char digits[16];
	struct buf mark = { 0 };
	struct map_run place = lines_place(&m->lines, at, whole ? whole : bytes);

	snprintf(digits, sizeof digits, "%d", md_number(&m->labels, label, &m->f.o.d->arena));
	(void)high_digits(&mark, span_of(digits));
	if (whole) {
		out_close(&m->f.o);
		m->open = m->item_begins = false;
		m->kind = BLOCK_NOTE;
	}
	begin_text(m, at);
	if (m->f.o.text.n && m->f.o.text.p[m->f.o.text.n - 1] >= '0' && m->f.o.text.p[m->f.o.text.n - 1] <= '9')
		out_extend(&m->f.o, SPAN(" "), 0); /* "2023¹" would be one number */
	if (whole) {
		m->f.o.block.mark = arena_dup(&m->f.o.d->arena, buf_span(&mark));
		buf_putc(&mark, ' ');
	}
	out_text(&m->f.o, buf_span(&mark), &place);
	if (whole)
		m->f.o.block.body = m->f.o.text.n;
	buf_free(&mark);
}

/* Text in which signs of footnotes may stand. */
static void put_noted(struct md *m, struct span s)
{
	struct span label;
	size_t at, bytes, source;

	while (in_source(m, s, &source) && (bytes = md_next_note(s, &at, &label)) > 0) {
		if (m->text.p[source + at] != '[') /* a control character of the source's own */
			break;
		if (at)
			put(m, span_sub(s, 0, at));
		put_note_sign(m, source + at, bytes, span_sub(m->text, source + at + 2, source + at + 2 + label.n));
		s = span_sub(s, at + bytes, s.n);
		if (m->kind == BLOCK_NOTE && span_starts(s, SPAN(":")) && md_definition(m->text, source + at))
			s = span_sub(s, md_definition(m->text, source + at) - bytes, s.n);
	}
	if (s.n)
		put(m, s);
}

static void put_entity(struct md *m, struct span s)
{
	char name[40] = { 0 };
	unsigned c = 0;
	const htmlEntityDesc *known;
	struct map_run place;
	size_t at;
	struct buf one = { 0 };

	if (s.n < 3 || s.n >= sizeof name || !in_source(m, s, &at))
		return;
	memcpy(name, s.p + 1, s.n - 2);
	if (name[0] == '#') {
		c = (unsigned)strtoul(name + (name[1] == 'x' || name[1] == 'X' ? 2 : 1), NULL,
				      name[1] == 'x' || name[1] == 'X' ? 16 : 10);
	} else {
		known = htmlEntityLookup((const xmlChar *)name);
		c = known ? known->value : 0;
	}
	if (!c) {
		put(m, s);
		return;
	}
	buf_put_utf8(&one, c);
	begin_text(m, at);
	place = lines_place(&m->lines, at, s.n);
	out_text(&m->f.o, buf_span(&one), &place);
	buf_free(&one);
}

static bool breaks_line(struct span tag)
{
	static const char *const names[] = {
		"<br", "</p", "<p>", "<p ", "<li", "</li", "<tr", "</tr", "<div", "</div"
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (span_starts(tag, span_of(names[i])))
			return true;
	return false;
}

/* HTML inside Markdown: tags go, what stands between them stays. */
static void put_html(struct md *m, struct span s)
{
	while (s.n) {
		size_t lt = m->in_tag ? 0 : span_find_char(s, '<', 0);
		size_t gt;

		if (lt == SPAN_NONE) {
			put(m, s);
			return;
		}
		if (lt)
			put(m, span_sub(s, 0, lt));
		if (breaks_line(span_sub(s, lt, s.n)) && m->f.o.open)
			out_extend(&m->f.o, SPAN("\n"), 0);
		gt = span_find_char(s, '>', lt);
		m->in_tag = gt == SPAN_NONE;
		if (m->in_tag)
			return;
		s = span_sub(s, gt + 1, s.n);
	}
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *ctx)
{
	struct md *m = ctx;
	struct span s = span_make(text, size);

	if (m->images)
		return 0;
	switch (type) {
	case MD_TEXT_BR:
	case MD_TEXT_SOFTBR:
		if (m->f.o.open)
			out_extend(&m->f.o, SPAN("\n"), 1);
		break;
	case MD_TEXT_ENTITY:
		put_entity(m, s);
		break;
	case MD_TEXT_HTML:
		put_html(m, s);
		break;
	case MD_TEXT_NULLCHAR:
		break;
	case MD_TEXT_NORMAL:
		put_noted(m, s);
		break;
	case MD_TEXT_CODE:
	case MD_TEXT_LATEXMATH:
		put(m, s);
		break;
	}
	return 0;
}

/* ---- structure ---- */

static void start_leaf(struct md *m, enum block_kind kind, int level)
{
	out_close(&m->f.o);
	m->open = false;
	m->kind = kind;
	m->level = level;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *ctx)
{
	struct md *m = ctx;

	switch (type) {
	case MD_BLOCK_H:
		start_leaf(m, BLOCK_HEADING, (int)((MD_BLOCK_H_DETAIL *)detail)->level);
		break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		start_leaf(m, BLOCK_PARA, 0);
		m->lists++;
		break;
	case MD_BLOCK_LI:
		start_leaf(m, BLOCK_PARA, 0);
		m->item_begins = true;
		break;
	case MD_BLOCK_TABLE:
		start_leaf(m, BLOCK_CELL, 0);
		m->table = ++m->f.tables;
		m->row = -1;
		break;
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
		m->head = type == MD_BLOCK_THEAD;
		break;
	case MD_BLOCK_TR:
		m->row++;
		m->col = -1;
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		start_leaf(m, BLOCK_CELL, 0);
		m->in_cell = true;
		m->col++;
		break;
	case MD_BLOCK_DOC:
	case MD_BLOCK_QUOTE:
	case MD_BLOCK_HR:
	case MD_BLOCK_CODE:
	case MD_BLOCK_HTML:
	case MD_BLOCK_P:
		start_leaf(m, BLOCK_PARA, 0);
		break;
	}
	return 0;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *ctx)
{
	struct md *m = ctx;

	(void)detail;
	start_leaf(m, BLOCK_PARA, 0);
	m->lists -= type == MD_BLOCK_UL || type == MD_BLOCK_OL;
	if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
		m->in_cell = false;
	if (type == MD_BLOCK_LI)
		m->item_begins = false;
	m->in_tag = false;
	return 0;
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *ctx)
{
	(void)detail;
	((struct md *)ctx)->images += type == MD_SPAN_IMG;
	return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *ctx)
{
	(void)detail;
	((struct md *)ctx)->images -= type == MD_SPAN_IMG;
	return 0;
}

static bool read_markdown(struct md *m, struct span s)
{
	const MD_PARSER parser = {
		/* programmes are indented as people like it: neither a code block nor a block of HTML is meant by that
		 */
		.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};

	m->piece = (size_t)(s.p - m->copy.p);
	m->parted = md_part_tables(s, &m->f.o.d->arena);
	return md_parse(m->parted.text.p, (MD_SIZE)m->parted.text.n, &parser, m) == 0;
}

/* What lies between tables in HTML is Markdown. */
static void read_pieces(struct md *m, struct span body, struct err *e)
{
	for (size_t from = 0; from < body.n && !e->code;) {
		struct span table = md_next_table(body, from);
		size_t at = (size_t)(table.p - body.p), source = (size_t)(table.p - m->copy.p);
		struct html_source html = { .text = span_sub(m->text, source, source + table.n),
					    .lines = &m->lines,
					    .base = source };

		if (at > from && !read_markdown(m, span_sub(body, from, at)))
			err_set(e, EX_DATAERR, "Markdown that the parser gave up on");
		if (table.n)
			html_read(&m->f, &html, NULL);
		from = at + table.n;
	}
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct md m = { .kind = BLOCK_PARA };
	struct decoded dec;
	struct span title, body;
	size_t head;

	if (!charset_decode(in->bytes, in->options->charset, d, &dec, e))
		return false;
	m.text = dec.text;
	m.copy = md_hide_notes(dec.text, &d->arena);
	head = md_head(dec.text, &title);
	body = span_sub(m.copy, head, m.copy.n);
	if (title.n && title.n < 500)
		jval_set_str(&d->arena, doc_meta(d), "title", title);
	lines_index(&m.lines, &dec, &d->arena);
	flow_start(&m.f, d);
	read_pieces(&m, body, e);
	flow_finish(&m.f);
	return e->code == 0;
}

const struct reader reader_md = { .format = "md", .sniff = sniff, .read = read };
