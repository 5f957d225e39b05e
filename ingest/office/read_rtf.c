/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * RTF. Groups save and restore the state; a destination is where the text of a group goes. What a control word does
 * stands in one table; words that are not in it do nothing, unknown groups that may be ignored (\*) are.
 */
#include "reader.h"

#include <stdlib.h>

#include "limit.h"
#include "listnum.h"
#include "lookup.h"
#include "mem.h"
#include "utf8.h"
#include "rtf_text_p.h"

/* ---- control words ---- */

enum action {
	DO_DEST, /* text of the group goes to .arg */
	DO_CHAR, /* character .arg */
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
	DO_RAISED,
	DO_STYLE,
	DO_LIST,
	DO_LEVEL,
	DO_OUTLINE,
	DO_DEFF,
	DO_ASIDE,
	DO_PROPERTY,
	DO_VALUE
};

struct word {
	const char *name;
	enum action action;
	int arg;
};

/* Sorted by name. */
static const struct word words[] = {
	{ "annotation", DO_DEST, DEST_COMMENT },
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
	{ "ilvl", DO_LEVEL, 0 },
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
	{ "ls", DO_LIST, 0 },
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
	{ "row", DO_ROW, 0 },
	{ "rquote", DO_CHAR, 0x2019 },
	{ "rxe", DO_DEST, DEST_SKIP },
	{ "s", DO_STYLE, 0 },
	{ "sect", DO_PAR, 0 },
	{ "shpinst", DO_DEST, DEST_TEXT },
	{ "shprslt", DO_DEST, DEST_SKIP },
	{ "shptxt", DO_ASIDE, BLOCK_PARA },
	{ "sn", DO_PROPERTY, 0 },
	{ "sp", DO_DEST, DEST_PROPERTY },
	{ "stylesheet", DO_DEST, DEST_STYLES },
	{ "super", DO_SUPER, 0 },
	{ "sv", DO_VALUE, 0 },
	{ "tab", DO_CHAR, '\t' },
	{ "tc", DO_DEST, DEST_SKIP },
	{ "tcn", DO_DEST, DEST_SKIP },
	{ "title", DO_DEST, DEST_TITLE },
	{ "trhdr", DO_TRHDR, 0 },
	{ "trowd", DO_TROWD, 0 },
	{ "u", DO_UNICODE, 0 },
	{ "uc", DO_UC, 0 },
	{ "ud", DO_UD, 0 },
	{ "up", DO_RAISED, 0 },
	{ "upr", DO_UPR, 0 },
	{ "v", DO_HIDDEN, 0 },
	{ "xe", DO_DEST, DEST_SKIP },
};

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
	r->s.list = r->s.level = 0;
}

static void plain(struct rtf *r)
{
	rtf_flush(r);
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
	if (r->s.lost || (r->s.dest == DEST_SKIP && w->arg != DEST_TITLE))
		return;
	if (w->arg == DEST_TEXT && (r->s.dest == DEST_MARK || r->s.dest == DEST_COMMENT))
		return;
	r->s.dest = (enum dest)w->arg;
	if (w->arg == DEST_COMMENT)
		buf_reset(&r->comment);
}

/* The value of a shape's property: of interest where it is the text that the shape is drawn from. */
static void property_value(struct rtf *r)
{
	if (r->s.dest != DEST_PROPERTY)
		return;
	if (span_is(span_trim(buf_span(&r->name)), "gtextUNICODE"))
		rtf_open_aside(r, BLOCK_PARA);
	else
		r->s.dest = DEST_SKIP;
}

static void do_table_word(struct rtf *r, const struct word *w, const struct rtf_token *t)
{
	bool on = !t->has_value || t->value;

	switch (w->action) {
	case DO_CELL:
		rtf_end_cell(r, 1);
		break;
	case DO_NESTCELL:
		rtf_end_cell(r, r->s.itap > 1 ? r->s.itap : 2);
		break;
	case DO_ROW:
		rtf_end_row(r, 1);
		break;
	case DO_NESTROW:
		rtf_end_row(r, r->s.itap > 1 ? r->s.itap : 2);
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

enum { RAISED = 4 };

static void do_char_word(struct rtf *r, const struct word *w, const struct rtf_token *t)
{
	bool on = !t->has_value || t->value;

	switch (w->action) {
	case DO_FONT:
	case DO_DEFF:
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
		r->s.lost = false;
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
	case DO_RAISED: /* by so many half points, 6 unless said */
		r->s.super = !t->has_value || t->value >= RAISED;
		break;
	default: /* nosupersub */
		r->s.super = false;
		break;
	}
}

static void end_para(struct rtf *r)
{
	if (r->s.dest == DEST_TEXT)
		rtf_close_para(r);
	else
		rtf_put_char(r, ' ');
}

/* A word that is not known: a group that begins with \* and it is to be passed over. */
static void unknown_word(struct rtf *r)
{
	if (r->star && r->s.dest != DEST_STYLES)
		r->s.dest = DEST_SKIP;
}

static void do_word(struct rtf *r, const struct rtf_token *t)
{
	const struct word *w = LOOKUP(t->name, words);

	if (!w) {
		unknown_word(r);
		return;
	}
	switch (w->action) {
	case DO_DEST:
		set_dest(r, w);
		break;
	case DO_ASIDE:
		if (r->s.dest != DEST_SKIP)
			rtf_open_aside(r, (enum block_kind)w->arg);
		break;
	case DO_PROPERTY:
		if (r->s.dest == DEST_PROPERTY)
			buf_reset(&r->name);
		break;
	case DO_VALUE:
		property_value(r);
		break;
	case DO_CHAR:
	case DO_LINE:
		rtf_put_char(r, w->action == DO_LINE ? '\n' : (unsigned)w->arg);
		break;
	case DO_PAR:
		end_para(r);
		break;
	case DO_PARD:
		pard(r);
		break;
	case DO_PLAIN:
		plain(r);
		break;
	case DO_UNICODE:
		rtf_put_unicode(r, t->value);
		break;
	case DO_STYLE:
		set_style(r, t->value);
		break;
	case DO_LIST:
		r->s.list = t->value;
		break;
	case DO_LEVEL:
		r->s.level = t->value;
		break;
	case DO_OUTLINE:
		set_outline(r, t->value);
		break;
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
	case DO_RAISED:
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
			rtf_close_para(r);
		return;
	}
	if (r->skip_chars > 0 && c != '*') {
		r->skip_chars--;
		return;
	}
	for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
		if (symbols[i].symbol == c)
			rtf_put_char(r, symbols[i].c);
}

/* ---- groups ---- */

static bool open_group(struct rtf *r, struct err *e)
{
	rtf_flush(r);
	if (r->n_stack >= MAX_GROUPS)
		return err_set(e, EX_DATAERR, "groups nested %d deep: damaged, or made to do harm", MAX_GROUPS);
	MEM_ROOM(r->stack, r->n_stack, r->cap_stack);
	r->stack[r->n_stack++] = r->s;
	r->s.aside = false;
	if (r->s.upr) {
		r->s.ud = r->s.dest;
		r->s.dest = DEST_SKIP;
		r->s.lost = true;
	}
	r->s.upr = false;
	r->skip_chars = 0;
	return true;
}

static void close_group(struct rtf *r)
{
	struct state inner = r->s;

	rtf_flush(r);
	r->skip_chars = 0;
	if (!r->n_stack)
		return;
	if (inner.aside)
		rtf_close_aside(r);
	r->s = r->stack[--r->n_stack];
	if (inner.dest == DEST_STYLES)
		rtf_end_style(r);
	if (inner.dest == DEST_COMMENT && r->s.dest != DEST_COMMENT && span_trim(buf_span(&r->comment)).n)
		doc_add_note(r->d, NOTE_INFO, "comment", "%.*s", SPAN_ARG(span_trim(buf_span(&r->comment))));
	/* paragraph properties hold from here on, whatever group they were set in, as long as the paragraph is open */
	if (inner.dest == DEST_TEXT && !inner.aside && r->para_open) {
		r->s.style = inner.style;
		r->s.outline = inner.outline;
		r->s.list = inner.list;
		r->s.level = inner.level;
	}
}

static bool run(struct rtf *r, struct err *e)
{
	for (;;) {
		struct rtf_token t = rtf_next(&r->in);

		switch (t.kind) {
		case RTF_END:
			rtf_flush(r);
			return r->n_stack == 0 ||
			       err_set(e, EX_DATAERR, "it ends in the middle: cut off or damaged. Get the file again");
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
			rtf_flush(r);
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
			rtf_put_bytes(r, t.name);
			break;
		}
	}
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
	rtf_fonts_start(&r.fonts, &d->arena, in->bytes, rtf_page(in->bytes));
	rtf_lists_read(&r.lists, &d->arena, in->bytes);
	flow_start(&r.f, d);
	ok = run(&r, e);
	while (r.n_outer)
		rtf_close_aside(&r);
	rtf_close_para(&r);
	while (r.depth > 0)
		rtf_close_table(&r);
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
