/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOC: the text of a binary Word file, paragraph by paragraph, through doc_file's tables. */
#include "reader.h"

#include <stdlib.h>

#include "high.h"
#include "limit.h"
#include "utf8.h"
#include "read_doc_p.h"

/* ---- tables ---- */

static void close_cell(struct story *s, struct table *t)
{
	int table, row, col;
	struct grid_cell c = { .row = t->row, .left = t->cell * 1000, .right = (t->cell + 1) * 1000 };

	if (!t->cell_open)
		return;
	flow_position(&s->w->f, &table, &row, &col);
	flow_cell_close(&s->w->f);
	t->cell_open = false;
	t->cell++;
	c.block = grid_block(s->w->d, t->before, table);
	grid_add(&t->grid, &c);
}

static void open_cell(struct story *s, struct table *t)
{
	if (t->cell_open)
		return;
	if (!t->row_open) {
		flow_row_open(&s->w->f);
		t->row_open = true;
		t->row++;
		t->cell = 0;
		t->row_from = t->grid.n;
	}
	flow_cell_open(&s->w->f, &(struct flow_cell){ .col = t->cell });
	t->cell_open = true;
	t->before = s->w->d->n_blocks;
}

static void close_table(struct story *s)
{
	struct table *t = &s->tables[s->depth - 1];

	if (t->cell_open)
		close_cell(s, t);
	flow_table_close(&s->w->f);
	grid_settle(&t->grid, s->w->d);
	s->depth--;
}

static void adjust_depth(struct story *s, int want)
{
	while (s->depth > want)
		close_table(s);
	while (s->depth < want) {
		struct table *t = &s->tables[s->depth++];
		struct grid kept = t->grid;

		*t = (struct table){ .row = -1, .grid = kept };
		flow_table_open(&s->w->f, 0);
		if (s->depth < want)
			open_cell(s, t);
	}
}

/* TDefTableOperand ([MS-DOC] 2.9.321): number of cells, their edges in twips, 20 bytes for each cell. */
static void end_row(struct story *s, const struct props *p)
{
	struct table *t;
	size_t n;

	adjust_depth(s, p->depth);
	if (!s->depth)
		return;
	t = &s->tables[s->depth - 1];
	if (t->cell_open)
		close_cell(s, t);
	t->row_open = false;
	n = p->cells.n ? p->cells.p[0] : 0;
	for (size_t i = 0; i < n && t->row_from + i < t->grid.n; i++) {
		struct grid_cell *c = &t->grid.v[t->row_from + i];
		unsigned flags = doc_u16(p->cells, 1 + 2 * (n + 1) + 20 * i);

		c->left = (short)doc_u16(p->cells, 1 + 2 * i);
		c->right = (short)doc_u16(p->cells, 1 + 2 * (i + 1));
		c->continues = (flags >> 5 & 3) == 1;
		if (p->header && c->block >= 0)
			s->w->d->blocks[c->block].head = true;
	}
}

/* ---- paragraphs ---- */

static void read_range(struct story *s, uint32_t from, uint32_t to);
static void story_free(struct story *s);

static void read_box(struct word *w, struct box *b)
{
	struct story s = { .w = w, .kind = STORY_BOXES, .block = BLOCK_PARA };

	if (b->done)
		return;
	b->done = true;
	flow_aside_open(&w->f, BLOCK_PARA);
	read_range(&s, b->from, b->to);
	flow_aside_close(&w->f);
	story_free(&s);
}

static void set_kind(const struct story *s, const struct props *p, bool listed, struct flow_para *c)
{
	c->kind = s->block;
	c->hidden = s->hidden;
	if (s->block != BLOCK_PARA)
		return;
	if (s->toc || (p->kind >= 19 && p->kind <= 27)) {
		c->kind = BLOCK_TOC;
		c->hidden = true;
	} else if (p->kind == 62) {
		c->kind = BLOCK_TITLE;
	} else if (p->outline > 0) {
		c->kind = BLOCK_HEADING;
		c->level = p->outline;
	} else if (p->kind == 34) {
		c->kind = BLOCK_CAPTION;
	} else if (listed) {
		c->kind = BLOCK_ITEM;
		c->level = p->level + 1;
	}
}

static void give_comment(struct story *s)
{
	struct span text = span_trim(buf_span(&s->text));

	if (text.n)
		doc_add_note(s->w->d, NOTE_INFO, "comment", "%.*s", SPAN_ARG(text));
}

/*
 * LibreOffice writes a list that begins anew as two: its first paragraph in a copy of the list, the others in the
 * original. They are one on the page.
 */
static void go_on_counting(struct word *w, const struct props *p)
{
	bool next = w->list_para == w->paras - 1 && w->last_level == p->level;

	if (p->list <= 0)
		return;
	if (next && w->list_first && p->list != w->last_list)
		numbering_go_on(&w->file.numbering, w->last_list, p->list, p->level);
	w->list_first = !(next && (p->list == w->last_list || w->list_first));
	w->list_para = w->paras;
	w->last_list = p->list;
	w->last_level = p->level;
}

static void give_para(struct story *s, const struct props *p)
{
	struct word *w = s->w;
	struct buf mark = { 0 };
	struct flow_para c = { 0 };
	bool listed;

	go_on_counting(w, p);
	listed = p->list > 0 && numbering_next(&w->file.numbering, p->list, p->level, &mark);

	w->f.place = (struct map_run){ .kind = MAP_PART, .part = SPAN("WordDocument"), .para = w->paras };
	flow_position(&w->f, &w->f.place.table, &w->f.place.row, &w->f.place.col);
	flow_para_open(&w->f);
	flow_text(&w->f, buf_span(&s->text));
	set_kind(s, p, listed, &c);
	c.mark = span_trim(buf_span(&mark));
	flow_para_close(&w->f, &c);
	buf_free(&mark);
}

/* The paragraph whose mark (character c) stands at cp is over. */
static void end_para(struct story *s, unsigned c, uint32_t cp, uint32_t fc)
{
	struct word *w = s->w;
	struct props p = doc_props_at(&w->file, fc);

	w->paras++;
	if (s->kind == STORY_COMMENTS) {
		give_comment(s);
	} else if ((c == MARK_CELL && p.row_end) || p.inner_row_end) {
		end_row(s, &p);
	} else {
		if (c == MARK_CELL && p.depth < 1)
			p.depth = 1;
		adjust_depth(s, p.depth);
		if (s->depth)
			open_cell(s, &s->tables[s->depth - 1]);
		give_para(s, &p);
		if (s->depth && (c == MARK_CELL || p.inner_cell))
			close_cell(s, &s->tables[s->depth - 1]);
	}
	buf_reset(&s->text);
	s->toc = false;
	for (size_t i = 0; s->kind == STORY_MAIN && i < w->n_boxes; i++)
		if (w->boxes[i].anchor >= s->para_from && w->boxes[i].anchor <= cp)
			read_box(w, &w->boxes[i]);
	s->para_from = cp + 1;
}

/* ---- characters ---- */

static bool in_result(const struct story *s)
{
	for (int i = 0; i < s->fields && i < MAX_FIELDS; i++)
		if (!s->field_result[i])
			return false;
	return true;
}

static void field_mark(struct story *s, unsigned c)
{
	struct span code;

	if (c == MARK_FIELD) {
		if (s->fields < MAX_FIELDS)
			s->field_result[s->fields] = s->field_toc[s->fields] = false;
		s->fields++;
		buf_reset(&s->instr);
	} else if (c == MARK_FIELD_RESULT && s->fields > 0 && s->fields <= MAX_FIELDS) {
		code = span_trim(buf_span(&s->instr));
		s->field_result[s->fields - 1] = true;
		s->field_toc[s->fields - 1] = span_is(code, "TOC") || span_starts(code, SPAN("TOC "));
	} else if (c == MARK_FIELD_END && s->fields > 0) {
		s->fields--;
	}
}

enum { PLCF_FOOTNOTES = 2, PLCF_ENDNOTES = 46 };

/*
 * Where in the text the references of that kind stand that Word numbers ([MS-DOC] 2.8.13, 2.8.17: positions, then two
 * bytes for each, 0 where the author wrote a mark): returns how many of them stand before cp; *nth is the position of
 * the one of that index, if it is there.
 */
static int refs_before(const struct doc_file *f, int index, uint32_t cp, size_t wanted, uint32_t *nth)
{
	struct doc_bytes plc = doc_table_part(f, index);
	size_t n = plc.n >= 4 ? (plc.n - 4) / 6 : 0, numbered = 0;
	int before = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t at = doc_u32(plc, 4 * i);

		if (!doc_u16(plc, 4 * (n + 1) + 2 * i))
			continue;
		if (numbered++ == wanted)
			*nth = at;
		before += at < cp;
	}
	return before;
}

/* The number of a note: in the text it is a reference, in the story of notes one begins. */
static void note_mark(struct story *s)
{
	const struct doc_file *f = &s->w->file;
	uint32_t at = UINT32_MAX, ignored;
	int own = s->kind == STORY_ENDNOTES ? PLCF_ENDNOTES : PLCF_FOOTNOTES;

	if (s->kind == STORY_MAIN) {
		buf_add(&s->text, flow_note_ref(&s->w->f, buf_span(&s->text)));
		return;
	}
	if ((s->kind != STORY_ENDNOTES && s->kind != STORY_FOOTNOTES) || span_trim(buf_span(&s->text)).n)
		return;
	(void)refs_before(f, own, 0, s->notes++, &at);
	if (at != UINT32_MAX)
		flow_note_begin(&s->w->f, 1 + refs_before(f, PLCF_FOOTNOTES, at, SIZE_MAX, &ignored) +
						  refs_before(f, PLCF_ENDNOTES, at, SIZE_MAX, &ignored));
}

static void put_char(struct story *s, unsigned c, const struct doc_chars *props)
{
	if (!in_result(s)) {
		if (s->instr.n < 200)
			buf_put_utf8(&s->instr, c);
		return;
	}
	if (props && (props->hidden || props->deleted))
		return;
	for (int i = 0; i < s->fields && i < MAX_FIELDS; i++)
		s->toc |= s->field_toc[i];
	if (props && props->symbol && c == MARK_SYMBOL)
		listnum_put_bullet(&s->text, props->symbol);
	else if (c == MARK_LINE)
		buf_putc(&s->text, '\n');
	else if (c == MARK_HYPHEN)
		buf_putc(&s->text, '-');
	else if (c == MARK_NOTE && props && props->special)
		note_mark(s);
	else if (props && props->superscript && c >= '0' && c <= '9')
		(void)high_digits(&s->text, span_make((char[]){ (char)c }, 1));
	else if (c >= 0xe000 && c <= 0xf8ff)
		listnum_put_bullet(&s->text, c);
	else if (c == '\t' || c >= ' ')
		buf_put_utf8(&s->text, c);
}

static bool is_surrogate(unsigned c)
{
	return c >= 0xd800 && c < 0xe000;
}

/* The character at fc in its piece; two units of UTF-16 come as one. */
static unsigned decode(const struct doc_file *f, const struct doc_piece *p, uint32_t *cp, uint32_t to, uint32_t fc)
{
	unsigned c, low;

	if (p->compressed) {
		c = f->main.p[fc];
		return c < 0x80 ? c : f->bytes.table ? f->bytes.table->high[c - 0x80] : c;
	}
	c = doc_u16(f->main, fc);
	if (!is_surrogate(c))
		return c;
	low = *cp + 1 < to ? doc_u16(f->main, (size_t)fc + 2) : 0;
	if (c >= 0xdc00 || low < 0xdc00 || low >= 0xe000)
		return 0xfffd;
	++*cp;
	return 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
}

static void one_char(struct story *s, unsigned c, uint32_t cp, uint32_t fc)
{
	const struct doc_chars *props = doc_chars_at(&s->w->file, fc);

	if (c == MARK_FIELD || c == MARK_FIELD_RESULT || c == MARK_FIELD_END)
		field_mark(s, c);
	else if (c == MARK_PARA && props && props->deleted && !s->depth)
		buf_putc(&s->text, ' '); /* a deleted end goes on in the next paragraph */
	else if (c == MARK_PARA || c == MARK_CELL || c == MARK_PAGE)
		end_para(s, c, cp, fc);
	else
		put_char(s, c, props);
}

/* Does a character stand for itself, without marks, surrogates and symbol fonts? */
static bool is_plain(unsigned c)
{
	return c >= ' ' && (c < 0xd800 || c > 0xf8ff);
}

enum { PLAIN_AT_ONCE = 1024 };

/* Up to n UTF-16LE characters from p that stand for themselves; how many they were. out has room for three bytes each.
 */
static uint32_t put_plain(struct buf *out, const unsigned char *p, uint32_t n)
{
	char *o = out->p + out->n;
	uint32_t i;

	for (i = 0; i < n; i++) {
		unsigned c = (unsigned)p[2 * i] | (unsigned)p[2 * i + 1] << 8;

		if (!is_plain(c))
			break;
		if (c < 0x80) {
			*o++ = (char)c;
		} else if (c < 0x800) {
			*o++ = (char)(0xc0 | c >> 6);
			*o++ = (char)(0x80 | (c & 0x3f));
		} else {
			*o++ = (char)(0xe0 | c >> 12);
			*o++ = (char)(0x80 | (c >> 6 & 0x3f));
			*o++ = (char)(0x80 | (c & 0x3f));
		}
	}
	out->n = (size_t)(o - out->p);
	return i;
}

/*
 * Nearly all text is characters that stand for themselves, without properties and outside fields: those from cp on go
 * into the paragraph at once. Returns where they end (cp itself: there are none).
 */
static uint32_t plain_text(struct story *s, const struct doc_piece *p, uint32_t cp, uint32_t end)
{
	const struct doc_file *f = &s->w->file;
	uint32_t fc = doc_fc(p, cp), until, limit;
	struct buf *out = &s->text;

	if (s->fields || p->compressed || doc_chars_at(f, fc))
		return cp;
	until = doc_chars_next(f, fc);
	limit = until > fc && (until - fc) / 2 < end - cp ? cp + (until - fc) / 2 : end;
	if (fc >= f->main.n)
		return cp;
	if (limit - cp > (f->main.n - fc) / 2)
		limit = cp + (uint32_t)((f->main.n - fc) / 2);
	while (cp < limit) {
		uint32_t stop = limit - cp < PLAIN_AT_ONCE ? limit : cp + PLAIN_AT_ONCE, n;

		buf_room(out, 3 * PLAIN_AT_ONCE);
		n = put_plain(out, f->main.p + fc, stop - cp);
		cp += n;
		fc += 2 * n;
		if (cp < stop)
			break;
	}
	return cp;
}

static void read_range(struct story *s, uint32_t from, uint32_t to)
{
	const struct doc_file *f = &s->w->file;

	s->para_from = from;
	for (uint32_t cp = from; cp < to;) {
		const struct doc_piece *p = doc_piece_at(f, cp);
		uint32_t end;

		if (!p) {
			cp++;
			if (cp > f->pieces[f->n_pieces - 1].cp_end)
				break;
			continue;
		}
		end = p->cp_end < to ? p->cp_end : to;
		while (cp < end) {
			uint32_t fc, at;
			unsigned c;

			cp = plain_text(s, p, cp, end);
			if (cp >= end)
				break;
			fc = doc_fc(p, cp);
			at = cp;
			c = decode(f, p, &cp, end, fc);
			one_char(s, c, at, fc);
			cp++;
		}
	}
	if (span_trim(buf_span(&s->text)).n)
		end_para(s, MARK_PARA, to, to ? to - 1 : 0);
	while (s->depth)
		close_table(s);
}

static void story_free(struct story *s)
{
	for (int i = 0; i < MAX_DEPTH; i++)
		grid_free(&s->tables[i].grid);
	buf_free(&s->text);
	buf_free(&s->instr);
}

/* ---- stories ---- */

enum { PLCF_SPA = 40, PLCF_TXBX = 56, PLCF_HDD = 11, SPA_BYTES = 26, TXBX_BYTES = 22 };

/* Where the shape of that number is anchored. */
static uint32_t anchor_of(const struct doc_file *f, uint32_t shape)
{
	struct doc_bytes plc = doc_table_part(f, PLCF_SPA);
	size_t n = plc.n >= 4 ? (plc.n - 4) / (4 + SPA_BYTES) : 0;

	for (size_t i = 0; i < n; i++)
		if (doc_u32(plc, 4 * (n + 1) + SPA_BYTES * i) == shape)
			return doc_u32(plc, 4 * i);
	return UINT32_MAX;
}

static void find_boxes(struct word *w)
{
	const struct doc_file *f = &w->file;
	struct doc_bytes plc = doc_table_part(f, PLCF_TXBX);
	size_t n = plc.n >= 4 ? (plc.n - 4) / (4 + TXBX_BYTES) : 0;

	if (f->story[STORY_BOXES + 1] <= f->story[STORY_BOXES])
		return;
	w->boxes = arena_alloc(&w->d->arena, (n + 1) * sizeof *w->boxes);
	for (size_t i = 0; i + 1 < n; i++) /* the last one is a guard */
		w->boxes[w->n_boxes++] = (struct box){
			.anchor = anchor_of(f, doc_u32(plc, 4 * (n + 1) + TXBX_BYTES * i + 14)),
			.from = f->story[STORY_BOXES] + doc_u32(plc, 4 * i),
			.to = f->story[STORY_BOXES] + doc_u32(plc, 4 * (i + 1)),
		};
	if (!w->n_boxes)
		w->boxes[w->n_boxes++] =
			(struct box){ UINT32_MAX, f->story[STORY_BOXES], f->story[STORY_BOXES + 1], false };
	for (size_t i = 0; i < w->n_boxes; i++)
		if (w->boxes[i].to > f->story[STORY_BOXES + 1])
			w->boxes[i].to = f->story[STORY_BOXES + 1];
}

static void read_story(struct word *w, enum doc_story kind, enum block_kind block, uint32_t from, uint32_t to)
{
	struct story s = { .w = w, .kind = kind, .block = block };

	s.hidden = block == BLOCK_HEADER || block == BLOCK_FOOTER;
	if (to > from)
		read_range(&s, from, to);
	story_free(&s);
}

/* Six stories a section after six separators: even and odd header, even and odd footer, first header, first footer. */
static void read_headers(struct word *w)
{
	static const enum block_kind kinds[] = { BLOCK_HEADER, BLOCK_HEADER, BLOCK_FOOTER,
						 BLOCK_FOOTER, BLOCK_HEADER, BLOCK_FOOTER };
	struct doc_bytes plc = doc_table_part(&w->file, PLCF_HDD);
	uint32_t base = w->file.story[STORY_HEADERS], end = w->file.story[STORY_HEADERS + 1];
	size_t n = plc.n / 4;

	for (size_t i = 6; i + 1 < n && i < 6 + 6 * 64; i++) {
		uint32_t from = base + doc_u32(plc, 4 * i), to = base + doc_u32(plc, 4 * (i + 1));

		if (to > from && to <= end)
			read_story(w, STORY_HEADERS, kinds[i % 6], from, to);
	}
}

static void read_all(struct word *w)
{
	const uint32_t *at = w->file.story;

	find_boxes(w);
	read_story(w, STORY_MAIN, BLOCK_PARA, at[STORY_MAIN], at[STORY_MAIN + 1]);
	for (size_t i = 0; i < w->n_boxes; i++)
		read_box(w, &w->boxes[i]);
	read_story(w, STORY_FOOTNOTES, BLOCK_NOTE, at[STORY_FOOTNOTES], at[STORY_FOOTNOTES + 1]);
	read_story(w, STORY_ENDNOTES, BLOCK_NOTE, at[STORY_ENDNOTES], at[STORY_ENDNOTES + 1]);
	read_story(w, STORY_COMMENTS, BLOCK_NOTE, at[STORY_COMMENTS], at[STORY_COMMENTS + 1]);
	read_headers(w);
}

static bool sniff(const struct reader_input *in)
{
	return span_starts(in->bytes, SPAN("\xd0\xcf\x11\xe0"));
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct word w = { .d = d };

	if (!doc_file_open(&w.file, in->bytes, in->late, &d->arena, e))
		return false;
	flow_start(&w.f, d);
	read_all(&w);
	flow_finish(&w.f);
	return true;
}

const struct reader reader_doc = { .format = "doc", .sniff = sniff, .read = read, .prepare = doc_file_prepare };
