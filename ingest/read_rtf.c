/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * RTF. Groups save and restore the state; a destination is where the text of a group goes. What a control word does
 * stands in one table; words that are not in it do nothing, unknown groups that may be ignored (\*) are.
 */
#include "reader.h"

#include <stdlib.h>

#include "flow.h"
#include "grid.h"
#include "limit.h"
#include "listnum.h"
#include "mem.h"
#include "rtf_fonts.h"
#include "rtf_token.h"
#include "utf8.h"

enum dest { DEST_TEXT, DEST_SKIP, DEST_FONTS, DEST_STYLES, DEST_MARK, DEST_TITLE, DEST_COMMENT };

/* What a group saves. */
struct state {
	enum dest dest;
	bool upr;    /* inside \upr: only \ud counts, and goes to … */
	enum dest ud; /* … this */
	bool aside;  /* this group opened an aside */
	bool hidden, deleted, super;
	bool in_table;
	int itap, font, uc;
	int style, outline; /* -1: not said */
	enum block_kind margin; /* header or footer being filled, else BLOCK_PARA */
};

struct style {
	int number, outline; /* outline 1 …; 0: none */
	bool title;
};

/* One cell definition of \trowd. */
struct cell_def {
	int right;
	bool continues, merged_left;
};

enum { MAX_CELLS = 256, MAX_TABLE_DEPTH = 16, MAX_GROUPS = 20000, LEFTMOST = -100000, SOME_WIDTH = 1000 };

struct table {
	bool row_open, cell_open;
	int row, cell, edge; /* edge: right one of the last cell, twips */
	size_t block_before;
	struct grid grid;
};

/* The paragraph and tables outside of an aside, while it is read. */
struct outer {
	bool para_open;
	struct map_run place;
	int depth, base;
};

struct rtf {
	struct rtf_input in;
	struct flow f;
	struct doc *d;
	struct rtf_fonts fonts;
	struct state *stack;
	size_t n_stack, cap_stack;
	struct state s;
	bool star;	 /* \* was the last token */
	int skip_chars;	 /* of what follows a \u */
	unsigned high;	 /* first half of a surrogate pair */
	struct buf raw;	 /* bytes of the current font that wait for decoding */
	struct buf text; /* decoded, waits for the flow */
	struct buf mark, title, comment, name;
	bool para_open;
	struct map_run place;
	struct table tables[MAX_TABLE_DEPTH];
	int depth, base; /* open tables; those outside of the aside */
	struct cell_def defs[MAX_CELLS];
	int n_defs;
	struct cell_def def; /* being read */
	bool row_head, row_defined;
	struct style *styles;
	size_t n_styles, cap_styles;
	struct style style;
	struct outer *outer;
	size_t n_outer, cap_outer;
	int page;
};

/* ---- tables ---- */

static void close_para(struct rtf *r);

static void close_cell(struct rtf *r, struct table *t)
{
	struct grid_cell c;
	const struct cell_def *def = &r->defs[t->cell < r->n_defs ? t->cell : 0];

	if (!t->cell_open)
		return;
	flow_cell_close(&r->f);
	t->cell_open = false;
	c = (struct grid_cell){ .row = t->row, .block = -1 };
	c.left = t->cell ? t->edge : LEFTMOST;
	if (r->depth == 1 && t->cell < r->n_defs) {
		c.right = def->right;
		c.continues = def->continues;
	} else { /* more cells than were defined, or a nested table */
		c.right = t->edge + SOME_WIDTH;
	}
	t->edge = c.right;
	if (r->d->n_blocks > t->block_before && r->d->blocks[r->d->n_blocks - 1].kind == BLOCK_CELL)
		c.block = (int)r->d->n_blocks - 1;
	grid_add(&t->grid, &c);
	t->cell++;
}

static void open_cell(struct rtf *r, struct table *t)
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

static void close_table(struct rtf *r)
{
	struct table *t = &r->tables[r->depth - 1];

	if (t->cell_open)
		close_cell(r, t);
	flow_table_close(&r->f);
	grid_settle(&t->grid, r->d);
	r->depth--;
}

/* Opens and closes tables until as many are open as the next paragraph lies in. */
static void adjust_depth(struct rtf *r)
{
	int want = r->s.in_table || r->row_defined || r->s.itap > 1 ? (r->s.itap > 1 ? r->s.itap : 1) : 0;

	if (r->s.margin != BLOCK_PARA)
		want = 0;
	want += r->base;
	if (want > MAX_TABLE_DEPTH)
		want = MAX_TABLE_DEPTH;
	while (r->depth > want)
		close_table(r);
	while (r->depth < want) {
		struct table *t = &r->tables[r->depth++];
		struct grid kept = t->grid;

		*t = (struct table){ .row = -1, .grid = kept };
		flow_table_open(&r->f, 0);
	}
	if (r->depth > r->base)
		open_cell(r, &r->tables[r->depth - 1]);
}

/* ---- text ---- */

static const struct style *find_style(const struct rtf *r, int number)
{
	for (size_t i = 0; i < r->n_styles; i++)
		if (r->styles[i].number == number)
			return &r->styles[i];
	return NULL;
}

static void open_para(struct rtf *r, size_t at)
{
	if (r->para_open)
		return;
	adjust_depth(r);
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

static void close_para(struct rtf *r)
{
	const struct style *st = r->s.style >= 0 ? find_style(r, r->s.style) : NULL;
	int outline = r->s.outline >= 0 ? r->s.outline : st ? st->outline : 0;
	struct flow_para p = { .kind = r->s.margin, .hidden = r->s.margin != BLOCK_PARA };

	p.mark = bullet_or(span_trim(buf_span(&r->mark)));
	if (p.kind == BLOCK_PARA && outline > 0) {
		p.kind = BLOCK_HEADING;
		p.level = outline;
	} else if (p.kind == BLOCK_PARA && st && st->title) {
		p.kind = BLOCK_TITLE;
	} else if (p.kind == BLOCK_PARA && p.mark.n) {
		p.kind = BLOCK_ITEM;
		p.level = 1;
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
		open_para(r, at);
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
	static const char *const high[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

	if (s.n > 4)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	for (size_t i = 0; i < s.n; i++)
		put_text(r, span_of(high[s.p[i] - '0']), at);
	return true;
}

/* Decodes the bytes that were gathered in one font. */
static void flush(struct rtf *r)
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

static void put_bytes(struct rtf *r, struct span s)
{
	if (r->s.dest == DEST_SKIP || r->s.dest == DEST_FONTS)
		return;
	while (r->skip_chars > 0 && s.n) {
		r->skip_chars--;
		s = span_sub(s, 1, s.n);
	}
	buf_add(&r->raw, s);
}

static void put_char(struct rtf *r, unsigned c)
{
	char utf8[4];

	flush(r);
	put_text(r, span_make(utf8, utf8_encode(c, utf8)), r->in.at);
}

static void put_unicode(struct rtf *r, int value)
{
	unsigned c = (unsigned)(value < 0 ? value + 65536 : value) & 0xffff;

	if (c >= 0xd800 && c < 0xdc00) {
		r->high = c;
	} else if (c >= 0xdc00 && c < 0xe000) {
		if (r->high)
			put_char(r, 0x10000 + ((r->high - 0xd800) << 10) + (c - 0xdc00));
		r->high = 0;
	} else if (c >= 0xf020 && c <= 0xf0ff) {
		struct buf bullet = { 0 };

		flush(r);
		listnum_put_bullet(&bullet, c);
		put_text(r, buf_span(&bullet), r->in.at);
		buf_free(&bullet);
	} else if (c) {
		put_char(r, c);
	}
	r->skip_chars = r->s.uc;
}

/* ---- asides ---- */

static void open_aside(struct rtf *r, enum block_kind kind)
{
	MEM_ROOM(r->outer, r->n_outer, r->cap_outer);
	r->outer[r->n_outer++] = (struct outer){ r->para_open, r->place, r->depth, r->base };
	flow_aside_open(&r->f, kind);
	r->s.aside = true;
	r->s.dest = DEST_TEXT;
	r->s.in_table = false;
	r->s.itap = 0;
	r->s.margin = kind == BLOCK_HEADER || kind == BLOCK_FOOTER ? kind : BLOCK_PARA;
	r->para_open = false;
	r->base = r->depth;
}

static void close_aside(struct rtf *r)
{
	const struct outer *o;

	if (!r->n_outer)
		return;
	close_para(r);
	while (r->depth > r->base)
		close_table(r);
	flow_aside_close(&r->f);
	o = &r->outer[--r->n_outer];
	r->para_open = o->para_open;
	r->place = o->place;
	r->base = o->base;
}

/* ---- control words ---- */

enum action {
	DO_DEST,      /* text of the group goes to .arg */
	DO_CHAR,      /* character .arg */
	DO_PAR,
	DO_LINE,
	DO_CELL,
	DO_ROW,
	DO_NESTCELL,
	DO_NESTROW,
	DO_TROWD,
	DO_CELLX,
	DO_CLVMRG,
	DO_CLMRG,
	DO_TRHDR,
	DO_INTBL,
	DO_ITAP,
	DO_PARD,
	DO_PLAIN,
	DO_FONT,
	DO_FCHARSET,
	DO_CPG,
	DO_UNICODE,
	DO_UC,
	DO_UD,
	DO_UPR,
	DO_HIDDEN,
	DO_DELETED,
	DO_SUPER,
	DO_NOSUPER,
	DO_STYLE,
	DO_OUTLINE,
	DO_ANSICPG,
	DO_MAC,
	DO_DEFF,
	DO_ASIDE
};

struct word {
	const char *name;
	enum action action;
	int arg;
};

/* Sorted by name. */
static const struct word words[] = {
	{ "annotation", DO_DEST, DEST_COMMENT },
	{ "ansicpg", DO_ANSICPG, 0 },
	{ "atnauthor", DO_DEST, DEST_SKIP },
	{ "atnid", DO_DEST, DEST_SKIP },
	{ "bullet", DO_CHAR, 0x2022 },
	{ "cell", DO_CELL, 0 },
	{ "cellx", DO_CELLX, 0 },
	{ "clmrg", DO_CLMRG, 0 },
	{ "clvmrg", DO_CLVMRG, 0 },
	{ "colortbl", DO_DEST, DEST_SKIP },
	{ "cpg", DO_CPG, 0 },
	{ "deff", DO_DEFF, 0 },
	{ "deleted", DO_DELETED, 0 },
	{ "do", DO_DEST, DEST_TEXT },
	{ "dptxbxtext", DO_ASIDE, BLOCK_PARA },
	{ "emdash", DO_CHAR, 0x2014 },
	{ "emspace", DO_CHAR, ' ' },
	{ "endash", DO_CHAR, 0x2013 },
	{ "enspace", DO_CHAR, ' ' },
	{ "f", DO_FONT, 0 },
	{ "fcharset", DO_FCHARSET, 0 },
	{ "filetbl", DO_DEST, DEST_SKIP },
	{ "fldinst", DO_DEST, DEST_SKIP },
	{ "fldrslt", DO_DEST, DEST_TEXT },
	{ "fonttbl", DO_DEST, DEST_FONTS },
	{ "footer", DO_ASIDE, BLOCK_FOOTER },
	{ "footerf", DO_ASIDE, BLOCK_FOOTER },
	{ "footerl", DO_ASIDE, BLOCK_FOOTER },
	{ "footerr", DO_ASIDE, BLOCK_FOOTER },
	{ "footnote", DO_ASIDE, BLOCK_NOTE },
	{ "header", DO_ASIDE, BLOCK_HEADER },
	{ "headerf", DO_ASIDE, BLOCK_HEADER },
	{ "headerl", DO_ASIDE, BLOCK_HEADER },
	{ "headerr", DO_ASIDE, BLOCK_HEADER },
	{ "info", DO_DEST, DEST_SKIP },
	{ "intbl", DO_INTBL, 0 },
	{ "itap", DO_ITAP, 0 },
	{ "ldblquote", DO_CHAR, 0x201c },
	{ "levelnumbers", DO_DEST, DEST_SKIP },
	{ "leveltext", DO_DEST, DEST_SKIP },
	{ "line", DO_LINE, 0 },
	{ "list", DO_DEST, DEST_SKIP },
	{ "listoverridetable", DO_DEST, DEST_SKIP },
	{ "listtable", DO_DEST, DEST_SKIP },
	{ "listtext", DO_DEST, DEST_MARK },
	{ "lquote", DO_CHAR, 0x2018 },
	{ "mac", DO_MAC, 0 },
	{ "nestcell", DO_NESTCELL, 0 },
	{ "nestrow", DO_NESTROW, 0 },
	{ "nonesttables", DO_DEST, DEST_SKIP },
	{ "nonshppict", DO_DEST, DEST_SKIP },
	{ "nosupersub", DO_NOSUPER, 0 },
	{ "objdata", DO_DEST, DEST_SKIP },
	{ "outlinelevel", DO_OUTLINE, 0 },
	{ "page", DO_LINE, 0 },
	{ "par", DO_PAR, 0 },
	{ "pard", DO_PARD, 0 },
	{ "pict", DO_DEST, DEST_SKIP },
	{ "plain", DO_PLAIN, 0 },
	{ "pntext", DO_DEST, DEST_MARK },
	{ "qmspace", DO_CHAR, ' ' },
	{ "rdblquote", DO_CHAR, 0x201d },
	{ "result", DO_DEST, DEST_TEXT },
	{ "row", DO_ROW, 0 },
	{ "rquote", DO_CHAR, 0x2019 },
	{ "rxe", DO_DEST, DEST_SKIP },
	{ "s", DO_STYLE, 0 },
	{ "sect", DO_PAR, 0 },
	{ "shp", DO_DEST, DEST_TEXT },
	{ "shpinst", DO_DEST, DEST_TEXT },
	{ "shprslt", DO_DEST, DEST_SKIP },
	{ "shptxt", DO_ASIDE, BLOCK_PARA },
	{ "sp", DO_DEST, DEST_SKIP },
	{ "stylesheet", DO_DEST, DEST_STYLES },
	{ "super", DO_SUPER, 0 },
	{ "tab", DO_CHAR, '\t' },
	{ "tc", DO_DEST, DEST_SKIP },
	{ "tcn", DO_DEST, DEST_SKIP },
	{ "title", DO_DEST, DEST_TITLE },
	{ "trhdr", DO_TRHDR, 0 },
	{ "trowd", DO_TROWD, 0 },
	{ "u", DO_UNICODE, 0 },
	{ "uc", DO_UC, 0 },
	{ "ud", DO_UD, 0 },
	{ "upr", DO_UPR, 0 },
	{ "v", DO_HIDDEN, 0 },
	{ "xe", DO_DEST, DEST_SKIP },
};

static int by_name(const void *key, const void *word)
{
	return span_cmp(*(const struct span *)key, span_of(((const struct word *)word)->name));
}

static void end_cell(struct rtf *r, int depth)
{
	if (r->s.dest != DEST_TEXT)
		return;
	if (r->depth - r->base < depth) { /* an empty first cell, or \intbl was forgotten */
		r->s.in_table = true;
		r->s.itap = depth;
	}
	if (!r->para_open && r->depth - r->base <= depth)
		adjust_depth(r);
	if (!r->para_open && r->mark.n)
		open_para(r, r->in.at);
	close_para(r);
	while (r->depth - r->base > depth)
		close_table(r);
	if (r->depth > r->base) {
		open_cell(r, &r->tables[r->depth - 1]);
		close_cell(r, &r->tables[r->depth - 1]);
	}
}

static void end_row(struct rtf *r, int depth)
{
	if (r->s.dest != DEST_TEXT && depth == 1)
		return;
	close_para(r);
	while (r->depth - r->base > depth)
		close_table(r);
	if (r->depth > r->base) {
		struct table *t = &r->tables[r->depth - 1];

		if (t->cell_open)
			close_cell(r, t);
		t->row_open = false;
	}
	r->row_defined = depth > 1 && r->row_defined;
	if (depth == 1)
		r->row_head = false;
}

static void take_cell_def(struct rtf *r, int right)
{
	if (r->s.itap > 1)
		return;
	if (r->def.merged_left && r->n_defs > 0) {
		r->defs[r->n_defs - 1].right = right;
		r->def.right = right;
	}
	r->def.right = right;
	if (r->n_defs < MAX_CELLS)
		r->defs[r->n_defs++] = r->def;
	r->def = (struct cell_def){ 0 };
}

static void pard(struct rtf *r)
{
	r->s.in_table = false;
	r->s.itap = 0;
	r->s.style = r->s.outline = -1;
}

static void plain(struct rtf *r)
{
	flush(r);
	r->s.hidden = r->s.deleted = r->s.super = false;
}

static void set_style(struct rtf *r, int number)
{
	if (r->s.dest == DEST_STYLES)
		r->style.number = number;
	else
		r->s.style = number;
}

static void set_outline(struct rtf *r, int level)
{
	int outline = level >= 0 && level < 9 ? level + 1 : 0;

	if (r->s.dest == DEST_STYLES)
		r->style.outline = outline;
	else
		r->s.outline = outline;
}

static void set_dest(struct rtf *r, const struct word *w)
{
	if (r->s.dest == DEST_SKIP && w->arg != DEST_TITLE)
		return;
	if (w->arg == DEST_TEXT && (r->s.dest == DEST_MARK || r->s.dest == DEST_COMMENT))
		return;
	r->s.dest = (enum dest)w->arg;
	if (w->arg == DEST_COMMENT)
		buf_reset(&r->comment);
}

static void do_table_word(struct rtf *r, const struct word *w, const struct rtf_token *t)
{
	bool on = !t->has_value || t->value;

	switch (w->action) {
	case DO_CELL:
		end_cell(r, 1);
		break;
	case DO_NESTCELL:
		end_cell(r, r->s.itap > 1 ? r->s.itap : 2);
		break;
	case DO_ROW:
		end_row(r, 1);
		break;
	case DO_NESTROW:
		end_row(r, r->s.itap > 1 ? r->s.itap : 2);
		break;
	case DO_TROWD:
		if (r->s.itap > 1 || r->s.dest != DEST_TEXT)
			break;
		r->n_defs = 0;
		r->def = (struct cell_def){ 0 };
		r->row_defined = true;
		break;
	case DO_CELLX:
		take_cell_def(r, t->value);
		break;
	case DO_CLVMRG:
		r->def.continues = true;
		break;
	case DO_CLMRG:
		r->def.merged_left = true;
		break;
	case DO_TRHDR:
		r->row_head = on;
		break;
	case DO_INTBL:
		r->s.in_table = on;
		break;
	default:
		r->s.itap = t->value;
		break;
	}
}

static void do_char_word(struct rtf *r, const struct word *w, const struct rtf_token *t)
{
	bool on = !t->has_value || t->value;

	switch (w->action) {
	case DO_FONT:
		r->s.font = t->value;
		break;
	case DO_FCHARSET:
		if (r->s.dest == DEST_FONTS)
			rtf_font_charset(rtf_font(&r->fonts, r->s.font), t->value);
		break;
	case DO_CPG:
		if (r->s.dest == DEST_FONTS)
			rtf_font_page(rtf_font(&r->fonts, r->s.font), t->value);
		break;
	case DO_UC:
		r->s.uc = t->value < 0 || t->value > 100 ? 1 : t->value;
		break;
	case DO_UD:
		r->s.dest = r->s.ud;
		break;
	case DO_UPR:
		r->s.upr = true;
		break;
	case DO_HIDDEN:
		r->s.hidden = on;
		break;
	case DO_DELETED:
		r->s.deleted = on;
		break;
	case DO_SUPER:
		r->s.super = on;
		break;
	case DO_DEFF:
		r->s.font = t->value;
		break;
	default:
		r->s.super = false;
		break;
	}
}

static void do_word(struct rtf *r, const struct rtf_token *t)
{
	const struct word *w = bsearch(&t->name, words, sizeof words / sizeof *words, sizeof *words, by_name);

	if (!w) {
		if (r->star && r->s.dest != DEST_STYLES)
			r->s.dest = DEST_SKIP;
		return;
	}
	switch (w->action) {
	case DO_DEST:
		set_dest(r, w);
		break;
	case DO_ASIDE:
		if (r->s.dest != DEST_SKIP)
			open_aside(r, (enum block_kind)w->arg);
		break;
	case DO_CHAR:
		put_char(r, (unsigned)w->arg);
		break;
	case DO_LINE:
		put_char(r, '\n');
		break;
	case DO_PAR:
		if (r->s.dest == DEST_TEXT)
			close_para(r);
		else
			put_char(r, ' ');
		break;
	case DO_PARD:
		pard(r);
		break;
	case DO_PLAIN:
		plain(r);
		break;
	case DO_UNICODE:
		put_unicode(r, t->value);
		break;
	case DO_STYLE:
		set_style(r, t->value);
		break;
	case DO_OUTLINE:
		set_outline(r, t->value);
		break;
	case DO_ANSICPG:
	case DO_MAC:
		break; /* read before the text: see page_of */
	case DO_CELL:
	case DO_ROW:
	case DO_NESTCELL:
	case DO_NESTROW:
	case DO_TROWD:
	case DO_CELLX:
	case DO_CLVMRG:
	case DO_CLMRG:
	case DO_TRHDR:
	case DO_INTBL:
	case DO_ITAP:
		do_table_word(r, w, t);
		break;
	case DO_FONT:
	case DO_FCHARSET:
	case DO_CPG:
	case DO_UC:
	case DO_UD:
	case DO_UPR:
	case DO_HIDDEN:
	case DO_DELETED:
	case DO_SUPER:
	case DO_NOSUPER:
	case DO_DEFF:
		do_char_word(r, w, t);
		break;
	}
}

static void do_symbol(struct rtf *r, char c)
{
	static const struct {
		char symbol;
		unsigned c;
	} symbols[] = {
		{ '~', 0xa0 }, { '_', '-' }, { '{', '{' }, { '}', '}' }, { '\\', '\\' },
	};

	r->star = c == '*';
	if (c == '\n' || c == '\r') {
		if (r->s.dest == DEST_TEXT)
			close_para(r);
		return;
	}
	if (r->skip_chars > 0 && c != '*') {
		r->skip_chars--;
		return;
	}
	for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
		if (symbols[i].symbol == c)
			put_char(r, symbols[i].c);
}

/* ---- groups ---- */

/* The name of a style is over: what does it make of its paragraphs? */
static void end_style(struct rtf *r)
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

static bool open_group(struct rtf *r, struct err *e)
{
	flush(r);
	if (r->n_stack >= MAX_GROUPS)
		return err_set(e, EX_DATAERR, "groups nested %d deep: damaged, or made to do harm", MAX_GROUPS);
	MEM_ROOM(r->stack, r->n_stack, r->cap_stack);
	r->stack[r->n_stack++] = r->s;
	r->s.aside = false;
	if (r->s.upr) {
		r->s.ud = r->s.dest;
		r->s.dest = DEST_SKIP;
	}
	r->s.upr = false;
	r->skip_chars = 0;
	return true;
}

static void close_group(struct rtf *r)
{
	struct state inner = r->s;

	flush(r);
	r->skip_chars = 0;
	if (!r->n_stack)
		return;
	if (inner.aside)
		close_aside(r);
	r->s = r->stack[--r->n_stack];
	if (inner.dest == DEST_STYLES)
		end_style(r);
	if (inner.dest == DEST_COMMENT && r->s.dest != DEST_COMMENT && span_trim(buf_span(&r->comment)).n)
		doc_add_note(r->d, NOTE_INFO, "comment", "%.*s", SPAN_ARG(span_trim(buf_span(&r->comment))));
	/* paragraph properties hold from here on, whatever group they were set in, as long as the paragraph is open */
	if (inner.dest == DEST_TEXT && !inner.aside && r->para_open) {
		r->s.style = inner.style;
		r->s.outline = inner.outline;
	}
}

static bool run(struct rtf *r, struct err *e)
{
	for (;;) {
		struct rtf_token t = rtf_next(&r->in);

		switch (t.kind) {
		case RTF_END:
			flush(r);
			return r->n_stack == 0 || err_set(e, EX_DATAERR, "it ends in the middle: cut off or damaged. Get the file again");
		case RTF_OPEN:
			if (!open_group(r, e))
				return false;
			break;
		case RTF_CLOSE:
			close_group(r);
			if (!r->n_stack)
				return true;
			break;
		case RTF_WORD:
			if (r->skip_chars > 0 && !span_is(t.name, "u") && !span_is(t.name, "uc"))
				r->skip_chars--;
			flush(r);
			do_word(r, &t);
			r->star = false;
			break;
		case RTF_SYMBOL:
			do_symbol(r, t.name.p[0]);
			break;
		case RTF_BYTE:
			if (r->skip_chars > 0)
				r->skip_chars--;
			else if (r->s.dest != DEST_SKIP && r->s.dest != DEST_FONTS)
				buf_putc(&r->raw, (char)t.value);
			break;
		case RTF_TEXT:
			put_bytes(r, t.name);
			break;
		}
	}
}

/* \ansicpg, or the page that \mac, \pc and \pca stand for; 0: not said. It stands in the header. */
static int page_of(struct span bytes)
{
	struct rtf_input in = { .bytes = span_sub(bytes, 0, 4096), .line = 1 };

	for (struct rtf_token t = rtf_next(&in); t.kind != RTF_END; t = rtf_next(&in)) {
		if (t.kind == RTF_WORD && span_is(t.name, "ansicpg") && t.value > 0)
			return t.value;
		if (t.kind == RTF_WORD && span_is(t.name, "mac"))
			return 10000;
		if (t.kind == RTF_WORD && span_is(t.name, "fonttbl"))
			return 0;
	}
	return 0;
}

static bool sniff(const struct reader_input *in)
{
	struct span s = in->bytes;

	while (s.n && strchr(" \t\r\n\xef\xbb\xbf", s.p[0]))
		s = span_sub(s, 1, s.n);
	return span_starts(s, SPAN("{\\rtf"));
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct rtf r = { .in = { .bytes = in->bytes, .line = 1 }, .d = d, .style = { .number = -1 } };
	struct span title;
	bool ok;

	r.s = (struct state){ .uc = 1, .style = -1, .outline = -1, .margin = BLOCK_PARA };
	rtf_fonts_start(&r.fonts, &d->arena, in->bytes, page_of(in->bytes));
	flow_start(&r.f, d);
	ok = run(&r, e);
	while (r.n_outer)
		close_aside(&r);
	close_para(&r);
	while (r.depth > 0)
		close_table(&r);
	flow_finish(&r.f);
	d->source.charset = span_of(r.fonts.standard.name);
	title = span_trim(buf_span(&r.title));
	if (title.n && title.n < 500)
		jval_set_str(&d->arena, doc_meta(d), "title", title);
	for (int i = 0; i < MAX_TABLE_DEPTH; i++)
		grid_free(&r.tables[i].grid);
	free(r.stack);
	free(r.styles);
	free(r.outer);
	buf_free(&r.raw);
	buf_free(&r.text);
	buf_free(&r.mark);
	buf_free(&r.title);
	buf_free(&r.comment);
	buf_free(&r.name);
	return ok;
}

const struct reader reader_rtf = { .format = "rtf", .sniff = sniff, .read = read };
