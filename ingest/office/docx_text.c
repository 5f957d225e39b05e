/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs of a DOCX: which of their text is shown, and how. */
#include "docx_body_p.h"

#include <stdlib.h>

#include "high.h"
#include "listnum.h"
#include "utf8.h"

/* ---- text ---- */

struct para *docx_current(struct body *b)
{
	return b->n_para ? &b->para[b->n_para - 1] : NULL;
}

struct table *docx_current_table(struct body *b)
{
	return b->n_table ? &b->table[b->n_table - 1] : NULL;
}

static bool run_is_hidden(struct body *b)
{
	const struct para *p = docx_current(b);

	if (b->hidden >= 0)
		return b->hidden > 0;
	if (b->run_style && b->run_style->hidden >= 0)
		return b->run_style->hidden > 0;
	return p && p->style && p->style->hidden > 0;
}

static bool is_shown(struct body *b)
{
	struct table *t = docx_current_table(b);

	if (!docx_current(b) || run_is_hidden(b) || (t && t->row_deleted))
		return false;
	for (int i = 0; i < b->n_fields && i < MAX_FIELDS; i++)
		if (!b->fields[i].result)
			return false;
	for (int i = 0; i < b->n_sdt && i < MAX_SDT; i++)
		if (b->sdt[i].placeholder)
			return false;
	return true;
}

void docx_put(struct body *b, struct span s)
{
	struct para *p = docx_current(b);

	if (!is_shown(b))
		return;
	for (int i = 0; i < b->n_fields && i < MAX_FIELDS; i++)
		p->toc |= b->fields[i].toc;
	for (int i = 0; i < b->n_sdt && i < MAX_SDT; i++)
		p->toc |= b->sdt[i].toc;
	b->f->place = p->place;
	flow_text(b->f, s);
}

enum { RAISED = 4 };

static bool put_superscript(struct body *b, struct span s)
{
	struct buf high = { 0 };
	bool ok = high_digits(&high, s);

	docx_put(b, buf_span(&high));
	buf_free(&high);
	return ok;
}

/* A reference to a note; with a mark of the author's own, that stands in the run. */
void docx_noteref_start(struct body *b, const struct xml_tag *tag)
{
	struct docx_notes *notes = b->p->notes;
	struct span own = xml_attr(tag, "customMarkFollows");

	if (!notes || b->story != STORY_BODY || !is_shown(b) || (own.n && docx_on(own)))
		return;
	docx_put(b, flow_note_ref(b->f, flow_para_text(b->f)));
	ARENA_ROOM(&b->f->o.d->arena, notes->v, notes->n, notes->cap);
	notes->v[notes->n++] = (struct docx_note){ .id = docx_int(xml_attr(tag, "id"), -1),
						   .end = span_is(tag->name, "endnoteReference"),
						   .number = b->f->notes };
}

void docx_on_text(void *ctx, struct span text)
{
	struct body *b = ctx;

	if (b->skip)
		return;
	if (b->in_text)
		buf_add(&b->text, text);
	else if (b->in_instr && b->instr.n < 1000)
		buf_add(&b->instr, text);
}

void docx_text_start(struct body *b, const struct xml_tag *tag)
{
	b->in_text = true;
	b->keep_space = span_is(xml_attr(tag, "space"), "preserve");
	buf_reset(&b->text);
}

void docx_text_end(struct body *b)
{
	struct span s = buf_span(&b->text);

	b->in_text = false;
	if (!b->keep_space)
		s = span_trim(s);
	if (!((b->superscript || b->math_sup) && put_superscript(b, s)))
		docx_put(b, s);
}

void docx_tab_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	if (b->in_run && !b->in_rpr)
		docx_put(b, SPAN("\t"));
}

void docx_break_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	docx_put(b, SPAN("\n"));
}

void docx_hyphen_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	docx_put(b, SPAN("-"));
}

/* What the font Symbol draws at its places beside letters and bullets. */
static unsigned symbol_char(unsigned c)
{
	static const unsigned chars[][2] = { { 0xf0a3, 0x2264 }, { 0xf0b0, 0xb0 },   { 0xf0b1, 0xb1 },
					     { 0xf0b3, 0x2265 }, { 0xf0b4, 0xd7 },   { 0xf0b9, 0x2260 },
					     { 0xf0bb, 0x2248 }, { 0xf0ae, 0x2192 }, { 0xf02d, 0x2212 } };
	for (size_t i = 0; i < sizeof chars / sizeof *chars; i++)
		if (chars[i][0] == c)
			return chars[i][1];
	return c;
}

/* A character of a symbol font by number: bullets and ticks; letters that are drawn with it stay as they are. */
void docx_sym_start(struct body *b, const struct xml_tag *tag)
{
	struct span hex = xml_attr(tag, "char");
	char digits[8] = { 0 };
	struct buf one = { 0 };
	unsigned c;

	if (hex.n > 6)
		return;
	memcpy(digits, hex.p, hex.n);
	c = (unsigned)strtoul(digits, NULL, 16);
	if (span_is(xml_attr(tag, "font"), "Symbol"))
		c = symbol_char(c);
	if (c >= 0xe000 && c <= 0xf8ff)
		listnum_put_bullet(&one, c);
	else if (c > ' ')
		buf_put_utf8(&one, c);
	docx_put(b, buf_span(&one));
	buf_free(&one);
}

/* ---- runs and their properties ---- */

void docx_run_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->in_run = true;
	b->hidden = -1;
	b->superscript = false;
	b->run_style = NULL;
}

void docx_run_end(struct body *b)
{
	b->in_run = false;
	b->hidden = -1;
	b->superscript = false;
	b->run_style = NULL;
}

void docx_rpr_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->in_rpr = true;
}

void docx_rpr_end(struct body *b)
{
	b->in_rpr = false;
}

void docx_vanish_start(struct body *b, const struct xml_tag *tag)
{
	if (b->in_rpr && !b->in_ppr)
		b->hidden = docx_on(xml_attr(tag, "val"));
}

void docx_align_start(struct body *b, const struct xml_tag *tag)
{
	if (b->in_rpr && !b->in_ppr)
		b->superscript = span_is(xml_attr(tag, "val"), "superscript");
}

/* Raised by a line's third and more, as some programs write superscripts (half points). */
void docx_position_start(struct body *b, const struct xml_tag *tag)
{
	if (b->in_rpr && !b->in_ppr)
		b->superscript = b->superscript || docx_int(xml_attr(tag, "val"), 0) >= RAISED;
}

void docx_rstyle_start(struct body *b, const struct xml_tag *tag)
{
	if (b->in_rpr && !b->in_ppr)
		b->run_style = docx_style_find(b->p->styles, xml_attr(tag, "val"));
}

/* w:del is a mark on a paragraph's or row's properties, else a wrapper of what was deleted. */
void docx_del_start(struct body *b, const struct xml_tag *tag)
{
	struct para *p = docx_current(b);
	struct table *t = docx_current_table(b);

	(void)tag;
	if (b->in_ppr && b->in_rpr && p)
		p->mark_deleted = true;
	else if (t && t->in_row && !t->in_cell)
		t->row_deleted = true;
	else if (!b->in_rpr && !b->in_ppr)
		b->skip = 1;
}

void docx_skip_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->skip = 1;
}

/* ---- fields ---- */

void docx_fldchar_start(struct body *b, const struct xml_tag *tag)
{
	struct span type = xml_attr(tag, "fldCharType");
	struct field *top = b->n_fields > 0 && b->n_fields <= MAX_FIELDS ? &b->fields[b->n_fields - 1] : NULL;

	if (span_is(type, "begin")) {
		if (b->n_fields < MAX_FIELDS)
			b->fields[b->n_fields] = (struct field){ 0 };
		b->n_fields++;
		buf_reset(&b->instr);
	} else if (span_is(type, "separate") && top) {
		struct span code = span_trim(buf_span(&b->instr));

		top->result = true;
		top->toc = span_starts(code, SPAN("TOC ")) || span_is(code, "TOC");
	} else if (span_is(type, "end") && b->n_fields > 0) {
		b->n_fields--;
	}
}

void docx_instr_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	b->in_instr = true;
}

void docx_instr_end(struct body *b)
{
	b->in_instr = false;
}

/* ---- structured document tags ---- */

void docx_sdt_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	if (b->n_sdt < MAX_SDT) {
		b->sdt[b->n_sdt].toc = false;
		b->sdt[b->n_sdt].placeholder = false;
	}
	b->n_sdt++;
}

void docx_sdt_end(struct body *b)
{
	b->n_sdt -= b->n_sdt > 0;
}

void docx_gallery_start(struct body *b, const struct xml_tag *tag)
{
	if (b->n_sdt > 0 && b->n_sdt <= MAX_SDT && span_is(xml_attr(tag, "val"), "Table of Contents"))
		b->sdt[b->n_sdt - 1].toc = true;
}

void docx_placeholder_start(struct body *b, const struct xml_tag *tag)
{
	if (b->n_sdt > 0 && b->n_sdt <= MAX_SDT && docx_on(xml_attr(tag, "val")))
		b->sdt[b->n_sdt - 1].placeholder = true;
}
