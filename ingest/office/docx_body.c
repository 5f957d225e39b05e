/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * WordprocessingML (ISO/IEC 29500-1, 17) as events. Every element with a meaning for the text has a row in a table with
 * what happens at its begin and end; all others are looked through, so that new wrappers lose no text.
 */
#include "docx_body.h"

#include <stdint.h>
#include <stdlib.h>

#include "limit.h"
#include "listnum.h"
#include "lookup.h"
#include "utf8.h"
#include "xml.h"
#include "docx_body_p.h"
#include "docx_embed.h"

/* ---- tables ---- */

static void close_para(struct body *b, const struct para *p);

static void tbl_start(struct body *b, const struct xml_tag *tag)
{
	struct para *p = docx_current(b);

	(void)tag;
	if (p && p->mark_deleted && b->n_para == 1 && !b->n_table) {
		close_para(b, p);
		b->n_para--;
	}
	ARENA_ROOM(&b->f->o.d->arena, b->table, b->n_table, b->cap_table);
	b->table[b->n_table++] = (struct table){ 0 };
}

static void open_table(struct body *b, struct table *t)
{
	if (!t->opened)
		flow_table_open(b->f, t->grid);
	t->opened = true;
}

static void tbl_end(struct body *b)
{
	if (!b->n_table)
		return;
	if (b->table[b->n_table - 1].opened)
		flow_table_close(b->f);
	b->n_table--;
}

static void gridcol_start(struct body *b, const struct xml_tag *tag)
{
	struct table *t = docx_current_table(b);

	(void)tag;
	if (t && !t->opened)
		t->grid++;
}

static void tr_start(struct body *b, const struct xml_tag *tag)
{
	struct table *t = docx_current_table(b);

	(void)tag;
	if (!t)
		return;
	open_table(b, t);
	flow_row_open(b->f);
	t->in_row = true;
	t->row_head = t->row_deleted = false;
	t->col = 0;
}

static void tr_end(struct body *b)
{
	struct table *t = docx_current_table(b);

	if (t)
		t->in_row = t->row_deleted = false;
}

static void header_start(struct body *b, const struct xml_tag *tag)
{
	struct table *t = docx_current_table(b);

	if (t && t->in_row && !t->in_cell)
		t->row_head = docx_on(xml_attr(tag, "val"));
}

static void before_start(struct body *b, const struct xml_tag *tag)
{
	struct table *t = docx_current_table(b);

	if (t && t->in_row && !t->in_cell)
		t->col = docx_int(xml_attr(tag, "val"), 0);
}

static void tc_start(struct body *b, const struct xml_tag *tag)
{
	struct table *t = docx_current_table(b);

	(void)tag;
	if (!t || !t->in_row)
		return;
	t->in_cell = true;
	t->cell_opened = false;
	t->cell = (struct flow_cell){ .col = t->col, .head = t->row_head };
}

static void span_start(struct body *b, const struct xml_tag *tag)
{
	struct table *t = docx_current_table(b);
	int n = docx_int(xml_attr(tag, "val"), 1);

	if (t && t->in_cell && !t->cell_opened && n > 1 && n < 1000)
		t->cell.colspan = n;
}

static void vmerge_start(struct body *b, const struct xml_tag *tag)
{
	struct table *t = docx_current_table(b);

	if (t && t->in_cell && !t->cell_opened)
		t->cell.continues = !span_is(xml_attr(tag, "val"), "restart");
}

/* The cell's properties are known when its first content comes. */
static void open_cell(struct body *b)
{
	struct table *t = docx_current_table(b);

	if (!t || !t->in_cell || t->cell_opened)
		return;
	flow_cell_open(b->f, &t->cell);
	t->cell_opened = true;
}

static void tc_end(struct body *b)
{
	struct table *t = docx_current_table(b);

	if (!t || !t->in_cell)
		return;
	open_cell(b);
	flow_cell_close(b->f);
	t->in_cell = false;
	t->col += t->cell.colspan > 1 ? t->cell.colspan : 1;
}

/* ---- paragraphs ---- */

static void p_start(struct body *b, const struct xml_tag *tag)
{
	struct para *p = docx_current(b);
	struct map_run *place;

	(void)tag;
	b->paras++;
	if (p && p->mark_deleted && b->n_para == 1 && !b->in_run) {
		p->mark_deleted = false; /* its text goes on in this one */
		return;
	}
	open_cell(b);
	ARENA_ROOM(&b->f->o.d->arena, b->para, b->n_para, b->cap_para);
	p = &b->para[b->n_para++];
	*p = (struct para){ .style = b->p->styles->standard, .num_id = -1, .level = -1 };
	place = &p->place;
	place->kind = MAP_PART;
	place->part = b->part;
	place->para = b->paras;
	flow_position(b->f, &place->table, &place->row, &place->col);
	flow_para_open(b->f);
	b->in_run = b->in_rpr = b->in_ppr = false;
}

static int level_in_list(struct body *b, const struct para *p, int num_id)
{
	int by_style;

	if (p->level >= 0)
		return p->level;
	by_style = numbering_level_of(b->p->numbering, num_id, p->style_id);
	if (by_style >= 0)
		return by_style;
	return p->style && p->style->level >= 0 ? p->style->level : 0;
}

static enum block_kind kind_of(struct body *b, const struct para *p, int outline, bool in_list)
{
	static const enum block_kind by_story[] = {
		[STORY_BODY] = BLOCK_PARA,     [STORY_NOTES] = BLOCK_NOTE,    [STORY_HEADER] = BLOCK_HEADER,
		[STORY_FOOTER] = BLOCK_FOOTER, [STORY_COMMENTS] = BLOCK_NOTE,
	};
	enum style_role role = p->style ? p->style->role : ROLE_NONE;

	if (b->story != STORY_BODY)
		return by_story[b->story];
	if (p->toc || role == ROLE_TOC)
		return BLOCK_TOC;
	if (role == ROLE_TITLE)
		return BLOCK_TITLE;
	if (outline > 0)
		return BLOCK_HEADING;
	if (role == ROLE_CAPTION)
		return BLOCK_CAPTION;
	return in_list ? BLOCK_ITEM : BLOCK_PARA;
}

static void close_para(struct body *b, const struct para *p)
{
	int num_id = p->num_id >= 0 ? p->num_id : p->style ? p->style->num_id : -1;
	int outline = p->outline ? p->outline : p->style ? p->style->outline : 0;
	int level = num_id > 0 ? level_in_list(b, p, num_id) : 0;
	struct buf mark = { 0 };
	struct table *t = docx_current_table(b);
	bool in_list = num_id > 0 && !(t && t->row_deleted) && numbering_next(b->p->numbering, num_id, level, &mark);
	struct flow_para closed = { .kind = kind_of(b, p, outline, in_list), .mark = span_trim(buf_span(&mark)) };

	closed.level = closed.kind == BLOCK_HEADING ? outline : closed.kind == BLOCK_ITEM ? level + 1 : 0;
	closed.hidden = closed.kind == BLOCK_TOC || closed.kind == BLOCK_HEADER || closed.kind == BLOCK_FOOTER;
	b->f->place = p->place;
	flow_para_close(b->f, &closed);
	buf_free(&mark);
}

static void p_end(struct body *b)
{
	struct para *p = docx_current(b);

	if (!p || (p->mark_deleted && b->n_para == 1 && !b->n_table))
		return;
	close_para(b, p);
	b->n_para--;
	b->in_run = false;
}

static void ppr_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->in_ppr = true;
}

static void ppr_end(struct body *b)
{
	b->in_ppr = b->in_rpr = false;
}

static void pstyle_start(struct body *b, const struct xml_tag *tag)
{
	struct para *p = docx_current(b);
	const struct docx_style *style = docx_style_find(b->p->styles, xml_attr(tag, "val"));

	if (!p || !b->in_ppr || !style)
		return;
	p->style = style;
	p->style_id = style->id;
}

static void numid_start(struct body *b, const struct xml_tag *tag)
{
	if (docx_current(b) && b->in_ppr)
		docx_current(b)->num_id = docx_int(xml_attr(tag, "val"), -1);
}

static void ilvl_start(struct body *b, const struct xml_tag *tag)
{
	if (docx_current(b) && b->in_ppr)
		docx_current(b)->level = docx_int(xml_attr(tag, "val"), -1);
}

static void outline_start(struct body *b, const struct xml_tag *tag)
{
	int level = docx_int(xml_attr(tag, "val"), 9);

	if (docx_current(b) && b->in_ppr)
		docx_current(b)->outline = level >= 0 && level < 9 ? level + 1 : -1;
}

/* ---- text boxes, alternatives, notes ---- */

static void textbox_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	flow_aside_open(b->f, BLOCK_PARA);
	b->in_run = b->in_rpr = b->in_ppr = false;
}

static void textbox_end(struct body *b)
{
	flow_aside_close(b->f);
	b->in_run = true; /* the run that the box hangs on goes on */
}

/* Of several descriptions of one thing the first is taken: Word writes every text box twice. */
static void alternate_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->choices++;
	if (b->choices < 64)
		b->taken &= ~(1ULL << b->choices);
}

static void alternate_end(struct body *b)
{
	b->choices -= b->choices > 0;
}

static void branch_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	if (b->choices <= 0 || b->choices >= 64)
		return;
	if (b->taken & (1ULL << b->choices))
		b->skip = 1;
	b->taken |= 1ULL << b->choices;
}

/* Separators between text and notes are stored as notes. */
static void note_start(struct body *b, const struct xml_tag *tag)
{
	struct span type = xml_attr(tag, "type");
	const struct docx_notes *notes = b->p->notes;
	int id = docx_int(xml_attr(tag, "id"), -1), number = 0;
	bool end = span_is(tag->name, "endnote");

	if (type.n && !span_is(type, "normal"))
		b->skip = 1;
	for (size_t i = 0; notes && i < notes->n && !number; i++)
		if (notes->v[i].id == id && notes->v[i].end == end)
			number = notes->v[i].number;
	flow_note_begin(b->f, number);
}

static void comment_start(struct body *b, const struct xml_tag *tag)
{
	b->author = arena_dup(&b->f->o.d->arena, xml_attr(tag, "author"));
	b->notes_from = b->f->o.text.n;
}

/* A comment is about the text, not part of it: it becomes a note of the document. */
static void comment_end(struct body *b)
{
	struct doc *d = b->f->o.d;
	struct span text;
	size_t from = b->notes_from;

	if (b->f->o.text.n <= from)
		return;
	text = span_trim(span_make(b->f->o.text.p + from, b->f->o.text.n - from));
	doc_add_note(d, NOTE_INFO, "comment", "%.*s%s%.*s", SPAN_ARG(b->author), b->author.n ? ": " : "",
		     SPAN_ARG(text));
	while (d->n_blocks && d->blocks[d->n_blocks - 1].end > from)
		d->n_blocks--;
	while (d->n_map && d->map[d->n_map - 1].t >= from)
		d->n_map--;
	b->f->o.text.n = from;
}

/* A first letter as high as several lines is a paragraph of its own: the text goes on in the next one. */
static void frame_start(struct body *b, const struct xml_tag *tag)
{
	struct para *p = docx_current(b);
	struct span drop = xml_attr(tag, "dropCap");

	if (p && b->in_ppr && (span_is(drop, "drop") || span_is(drop, "margin")))
		p->mark_deleted = true;
}

/* ---- dispatch ---- */

struct element {
	const char *name;
	void (*start)(struct body *b, const struct xml_tag *tag);
	void (*end)(struct body *b);
};

/* Sorted by name. */
static const struct element elements[] = {
	{ "AlternateContent", alternate_start, alternate_end },
	{ "Choice", branch_start, NULL },
	{ "Fallback", branch_start, NULL },
	{ "altChunk", docx_chunk_start, NULL },
	{ "br", docx_break_start, NULL },
	{ "comment", comment_start, comment_end },
	{ "cr", docx_break_start, NULL },
	{ "del", docx_del_start, NULL },
	{ "delText", docx_skip_start, NULL },
	{ "docPartGallery", docx_gallery_start, NULL },
	{ "endnote", note_start, NULL },
	{ "endnoteReference", docx_noteref_start, NULL },
	{ "fldChar", docx_fldchar_start, NULL },
	{ "footnote", note_start, NULL },
	{ "footnoteReference", docx_noteref_start, NULL },
	{ "framePr", frame_start, NULL },
	{ "gridBefore", before_start, NULL },
	{ "gridCol", gridcol_start, NULL },
	{ "gridSpan", span_start, NULL },
	{ "ilvl", ilvl_start, NULL },
	{ "instrText", docx_instr_start, docx_instr_end },
	{ "moveFrom", docx_del_start, NULL },
	{ "noBreakHyphen", docx_hyphen_start, NULL },
	{ "numId", numid_start, NULL },
	{ "outlineLvl", outline_start, NULL },
	{ "p", p_start, p_end },
	{ "pPr", ppr_start, ppr_end },
	{ "pPrChange", docx_skip_start, NULL },
	{ "pStyle", pstyle_start, NULL },
	{ "position", docx_position_start, NULL },
	{ "ptab", docx_tab_start, NULL },
	{ "r", docx_run_start, docx_run_end },
	{ "rPr", docx_rpr_start, docx_rpr_end },
	{ "rPrChange", docx_skip_start, NULL },
	{ "rStyle", docx_rstyle_start, NULL },
	{ "rt", docx_skip_start, NULL },
	{ "sdt", docx_sdt_start, docx_sdt_end },
	{ "sectPr", docx_skip_start, NULL },
	{ "showingPlcHdr", docx_placeholder_start, NULL },
	{ "sym", docx_sym_start, NULL },
	{ "t", docx_text_start, docx_text_end },
	{ "tab", docx_tab_start, NULL },
	{ "tbl", tbl_start, tbl_end },
	{ "tblGridChange", docx_skip_start, NULL },
	{ "tblHeader", header_start, NULL },
	{ "tblPrChange", docx_skip_start, NULL },
	{ "tc", tc_start, tc_end },
	{ "tcPrChange", docx_skip_start, NULL },
	{ "tr", tr_start, tr_end },
	{ "trPrChange", docx_skip_start, NULL },
	{ "txbxContent", textbox_start, textbox_end },
	{ "vMerge", vmerge_start, NULL },
	{ "vanish", docx_vanish_start, NULL },
	{ "vertAlign", docx_align_start, NULL },
};

static void sup_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->math_sup++;
}

static void sup_end(struct body *b)
{
	b->math_sup -= b->math_sup > 0;
}

static void num_end(struct body *b)
{
	docx_put(b, SPAN("/"));
}

/* Office math: its text in the order of the page, a fraction as a/b. */
static const struct element math_elements[] = {
	{ "num", NULL, num_end },
	{ "sup", sup_start, sup_end },
	{ "t", docx_text_start, docx_text_end },
};

/* What stands for a drawing whose text is in a part of its own. */
static const struct element drawing_elements[] = {
	{ "chart", docx_drawing_start, NULL },
	{ "relIds", docx_drawing_start, NULL },
};

static const struct element *look_up(struct span name, struct span uri)
{
	static const char *const word[] = {
		"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
		"http://purl.oclc.org/ooxml/wordprocessingml/main",
		"http://schemas.openxmlformats.org/markup-compatibility/2006",
	};

	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (span_is(uri, word[i]))
			return LOOKUP(name, elements);
	if (span_ends(uri, SPAN("/chart")) || span_ends(uri, SPAN("/chartex")) || span_ends(uri, SPAN("/diagram")))
		return LOOKUP(name, drawing_elements);
	if (span_ends(uri, SPAN("/math")))
		return LOOKUP(name, math_elements);
	return NULL;
}

/* A story has few names and many elements; the parser keeps each name in one place (xml.h), which stands for it here.
 */
static const struct element *find(struct body *b, struct span name, struct span uri)
{
	size_t slot = ((uintptr_t)name.p >> 2 ^ (uintptr_t)uri.p >> 4) % (sizeof b->known / sizeof *b->known);
	struct known_element *k = &b->known[slot];

	if (k->name != name.p || k->uri != uri.p)
		*k = (struct known_element){ name.p, uri.p, look_up(name, uri) };
	return k->element;
}

static void on_start(void *ctx, const struct xml_tag *tag)
{
	struct body *b = ctx;
	const struct element *el;

	if (b->skip) {
		b->skip++;
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

	if (b->skip && --b->skip)
		return;
	el = find(b, name, uri);
	if (el && el->end)
		el->end(b);
}

bool docx_story_read(const struct docx_parts *p, enum docx_story story, struct span xml, struct span part,
		     struct err *e)
{
	static const struct xml_handler h = { on_start, on_end, docx_on_text };
	struct body b = { .p = p, .f = p->flow, .story = story, .part = part, .hidden = -1 };
	bool ok = xml_parse(xml, &h, &b, e);

	while (b.n_para) {
		close_para(&b, docx_current(&b));
		b.n_para--;
	}
	buf_free(&b.text);
	buf_free(&b.instr);
	return ok;
}
