/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of an RTF on its way into paragraphs, cells and asides. */
#include "rtf_text_p.h"

#include "high.h"
#include "limit.h"
#include "listnum.h"
#include "mem.h"
#include "utf8.h"

/* ---- tables ---- */

void rtf_close_cell(struct rtf *r, struct table *t)
{
	struct grid_cell c;
	int table, row, col;
	const struct cell_def *def = &r->defs[t->cell < r->n_defs ? t->cell : 0];

	if (!t->cell_open)
		return;
	flow_position(&r->f, &table, &row, &col);
	flow_cell_close(&r->f);
	t->cell_open = false;
	c = (struct grid_cell){ .row = t->row, .block = grid_block(r->d, t->block_before, table) };
	c.left = t->cell ? t->edge : LEFTMOST;
	if (r->depth == 1 && t->cell < r->n_defs) {
		c.right = def->right;
		c.continues = def->continues;
	} else { /* more cells than were defined, or a nested table */
		c.right = t->edge + SOME_WIDTH;
	}
	t->edge = c.right;
	grid_add(&t->grid, &c);
	t->cell++;
}

void rtf_open_cell(struct rtf *r, struct table *t)
{
	struct flow_cell c = { .head = r->row_head && r->depth == 1 };

	if (t->cell_open)
		return;
	if (!t->row_open) {
		flow_row_open(&r->f);
		t->row_open = true;
		t->row++;
		t->cell = t->edge = 0;
	}
	c.col = t->cell;
	flow_cell_open(&r->f, &c);
	t->cell_open = true;
	t->block_before = r->d->n_blocks;
}

void rtf_close_table(struct rtf *r)
{
	struct table *t = &r->tables[r->depth - 1];

	if (t->cell_open)
		rtf_close_cell(r, t);
	flow_table_close(&r->f);
	grid_settle(&t->grid, r->d);
	r->depth--;
}

/* Opens and closes tables until as many are open as the next paragraph lies in. */
void rtf_adjust_depth(struct rtf *r)
{
	int want = r->s.in_table || r->row_defined || r->s.itap > 1 ? (r->s.itap > 1 ? r->s.itap : 1) : 0;

	if (r->s.margin != BLOCK_PARA)
		want = 0;
	want += r->base;
	if (want > MAX_TABLE_DEPTH)
		want = MAX_TABLE_DEPTH;
	while (r->depth > want)
		rtf_close_table(r);
	while (r->depth < want) {
		struct table *t = &r->tables[r->depth++];
		struct grid kept = t->grid;

		*t = (struct table){ .row = -1, .grid = kept };
		flow_table_open(&r->f, 0);
	}
	if (r->depth > r->base)
		rtf_open_cell(r, &r->tables[r->depth - 1]);
}

/* ---- text ---- */

static const struct style *find_style(const struct rtf *r, int number)
{
	for (size_t i = 0; i < r->n_styles; i++)
		if (r->styles[i].number == number)
			return &r->styles[i];
	return NULL;
}

void rtf_end_style(struct rtf *r)
{
	struct span name = span_trim(buf_span(&r->name));
	char low[64] = { 0 };

	if (name.n && name.p[name.n - 1] == ';')
		name.n--;
	if (name.n && name.n < sizeof low) {
		struct span s;

		utf8_fold(name, low);
		s = span_of(low);
		if ((span_starts(s, SPAN("heading ")) || span_starts(s, SPAN("заголовок "))) && s.p[s.n - 1] >= '1' &&
		    s.p[s.n - 1] <= '9' && !r->style.outline)
			r->style.outline = s.p[s.n - 1] - '0';
		r->style.title = span_is(s, "title") || span_is(s, "название");
	}
	if (name.n && r->style.number >= 0 && (r->style.outline || r->style.title)) {
		MEM_ROOM(r->styles, r->n_styles, r->cap_styles);
		r->styles[r->n_styles++] = r->style;
	}
	r->style = (struct style){ .number = -1 };
	buf_reset(&r->name);
}

void rtf_open_para(struct rtf *r, size_t at)
{
	if (r->para_open)
		return;
	rtf_adjust_depth(r);
	flow_para_open(&r->f);
	r->para_open = true;
	r->place = (struct map_run){ .kind = MAP_BYTES, .at = (int64_t)at, .line = r->in.line };
}

/* Bullets of symbol fonts and of Courier come as letters ("o", "·", "§"). */
static struct span bullet_or(struct span mark)
{
	static const char *const bullets[] = { "o", "·", "§", "⁃", "▪" };

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (span_is(mark, bullets[i]))
			return SPAN("•");
	return mark;
}

void rtf_close_para(struct rtf *r)
{
	const struct style *st = r->s.style >= 0 ? find_style(r, r->s.style) : NULL;
	int outline = r->s.outline >= 0 ? r->s.outline : st ? st->outline : 0;
	struct flow_para p = { .kind = r->s.margin, .hidden = r->s.margin != BLOCK_PARA };

	if (r->para_open && !r->mark.n && r->s.list > 0 && r->s.margin == BLOCK_PARA)
		(void)numbering_next(&r->lists, r->s.list, r->s.level, &r->mark);
	p.mark = bullet_or(span_trim(buf_span(&r->mark)));
	if (p.kind == BLOCK_PARA && outline > 0) {
		p.kind = BLOCK_HEADING;
		p.level = outline;
	} else if (p.kind == BLOCK_PARA && st && st->title) {
		p.kind = BLOCK_TITLE;
	} else if (p.kind == BLOCK_PARA && p.mark.n) {
		p.kind = BLOCK_ITEM;
		p.level = r->s.list > 0 && r->s.level > 0 && r->s.level < NUM_LEVELS ? r->s.level + 1 : 1;
	}
	if (r->para_open) {
		r->f.place = r->place;
		flow_para_close(&r->f, &p);
	}
	r->para_open = false;
	buf_reset(&r->mark);
}

static void put_text(struct rtf *r, struct span s, size_t at)
{
	if (!s.n || r->s.hidden || r->s.deleted)
		return;
	switch (r->s.dest) {
	case DEST_TEXT:
		rtf_open_para(r, at);
		r->place.len = (int64_t)r->in.at - r->place.at;
		r->f.place = r->place;
		flow_text(&r->f, s);
		break;
	case DEST_MARK:
		if (r->mark.n < 200)
			buf_add(&r->mark, s);
		break;
	case DEST_TITLE:
		if (r->title.n < 1000)
			buf_add(&r->title, s);
		break;
	case DEST_COMMENT:
		if (r->comment.n < 2000)
			buf_add(&r->comment, s);
		break;
	case DEST_STYLES:
	case DEST_PROPERTY:
		if (r->name.n < 200)
			buf_add(&r->name, s);
		break;
	case DEST_FONTS:
	case DEST_SKIP:
		break;
	}
}

static bool put_high(struct rtf *r, struct span s, size_t at)
{
	struct buf high = { 0 };
	bool ok = high_digits(&high, s);

	put_text(r, buf_span(&high), at);
	buf_free(&high);
	return ok;
}

/* Decodes the bytes that were gathered in one font. */
void rtf_flush(struct rtf *r)
{
	const struct rtf_font *font;

	if (!r->raw.n)
		return;
	font = rtf_font(&r->fonts, r->s.font);
	buf_reset(&r->text);
	if (font->symbol)
		for (size_t i = 0; i < r->raw.n; i++) {
			unsigned char b = (unsigned char)r->raw.p[i];

			if (b >= 0x80)
				listnum_put_bullet(&r->text, 0xf000u | b);
			else
				buf_putc(&r->text, (char)b);
		}
	else
		charset_append(&r->text, buf_span(&r->raw), rtf_font_decoder(&r->fonts, font));
	buf_reset(&r->raw);
	if (!(r->s.super && r->s.dest == DEST_TEXT && put_high(r, buf_span(&r->text), r->in.at)))
		put_text(r, buf_span(&r->text), r->in.at);
}

void rtf_put_bytes(struct rtf *r, struct span s)
{
	if (r->s.dest == DEST_SKIP || r->s.dest == DEST_FONTS)
		return;
	while (r->skip_chars > 0 && s.n) {
		r->skip_chars--;
		s = span_sub(s, 1, s.n);
	}
	buf_add(&r->raw, s);
}

void rtf_put_char(struct rtf *r, unsigned c)
{
	char utf8[4];

	rtf_flush(r);
	put_text(r, span_make(utf8, utf8_encode(c, utf8)), r->in.at);
}

void rtf_put_unicode(struct rtf *r, int value)
{
	unsigned c = (unsigned)(value < 0 ? value + 65536 : value) & 0xffff;

	if (c >= 0xd800 && c < 0xdc00) {
		r->high = c;
	} else if (c >= 0xdc00 && c < 0xe000) {
		if (r->high)
			rtf_put_char(r, 0x10000 + ((r->high - 0xd800) << 10) + (c - 0xdc00));
		r->high = 0;
	} else if (c >= 0xf020 && c <= 0xf0ff) {
		struct buf bullet = { 0 };

		rtf_flush(r);
		listnum_put_bullet(&bullet, c);
		put_text(r, buf_span(&bullet), r->in.at);
		buf_free(&bullet);
	} else if (c) {
		rtf_put_char(r, c);
	}
	r->skip_chars = r->s.uc;
}

/* ---- asides ---- */

void rtf_open_aside(struct rtf *r, enum block_kind kind)
{
	if (kind == BLOCK_NOTE && r->s.dest == DEST_TEXT && r->s.margin == BLOCK_PARA) {
		put_text(r, flow_note_ref(&r->f, flow_para_text(&r->f)), r->in.at);
		flow_note_begin(&r->f, r->f.notes);
	}
	MEM_ROOM(r->outer, r->n_outer, r->cap_outer);
	r->outer[r->n_outer++] = (struct outer){ r->para_open, r->place, r->depth, r->base, r->row_defined, r->mark };
	r->mark = (struct buf){ 0 };
	r->s.list = 0;
	flow_aside_open(&r->f, kind);
	r->s.aside = true;
	r->s.dest = DEST_TEXT;
	r->s.in_table = false;
	r->s.itap = 0;
	if (kind != BLOCK_PARA) /* a text box in a header is header */
		r->s.margin = kind == BLOCK_NOTE ? BLOCK_PARA : kind;
	r->para_open = r->row_defined = false;
	r->base = r->depth;
}

void rtf_close_aside(struct rtf *r)
{
	const struct outer *o;

	if (!r->n_outer)
		return;
	rtf_close_para(r);
	while (r->depth > r->base)
		rtf_close_table(r);
	flow_aside_close(&r->f);
	o = &r->outer[--r->n_outer];
	buf_free(&r->mark);
	r->mark = o->mark;
	r->para_open = o->para_open;
	r->place = o->place;
	r->base = o->base;
	r->row_defined = o->row_defined;
}

/* ---- what control words end ---- */

void rtf_end_cell(struct rtf *r, int depth)
{
	if (r->s.dest != DEST_TEXT)
		return;
	if (r->depth - r->base < depth) { /* an empty first cell, or \intbl was forgotten */
		r->s.in_table = true;
		r->s.itap = depth;
	}
	if (!r->para_open && r->depth - r->base <= depth)
		rtf_adjust_depth(r);
	if (!r->para_open && r->mark.n)
		rtf_open_para(r, r->in.at);
	rtf_close_para(r);
	while (r->depth - r->base > depth)
		rtf_close_table(r);
	if (r->depth > r->base) {
		rtf_open_cell(r, &r->tables[r->depth - 1]);
		rtf_close_cell(r, &r->tables[r->depth - 1]);
	}
}

void rtf_end_row(struct rtf *r, int depth)
{
	if (r->s.dest != DEST_TEXT && depth == 1)
		return;
	rtf_close_para(r);
	while (r->depth - r->base > depth)
		rtf_close_table(r);
	if (r->depth > r->base) {
		struct table *t = &r->tables[r->depth - 1];

		if (t->cell_open)
			rtf_close_cell(r, t);
		t->row_open = false;
	}
	r->row_defined = depth > 1 && r->row_defined;
	if (depth == 1)
		r->row_head = false;
}
