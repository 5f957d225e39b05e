/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Streams and tables of a binary Word file. late_ole opens the compound file; the tables in it are read here. */
#include "doc_file.h"

#include <stdlib.h>

#include "bisect.h"
#include "charset_guess.h"
#include "doc_lists.h"
#include "late.h"
#include "late_ole.h"

unsigned doc_u16(struct doc_bytes b, size_t at)
{
	return at + 2 <= b.n ? (unsigned)b.p[at] | (unsigned)b.p[at + 1] << 8 : 0;
}

uint32_t doc_u32(struct doc_bytes b, size_t at)
{
	return at + 4 <= b.n ? doc_u16(b, at) | (uint32_t)doc_u16(b, at + 2) << 16 : 0;
}

static struct doc_bytes slice(struct doc_bytes b, size_t at, size_t n)
{
	if (at > b.n || n > b.n - at)
		return (struct doc_bytes){ b.p, 0 };
	return (struct doc_bytes){ b.p + at, n };
}

/* ---- streams ---- */

/* A compound file that is open, with what reads it. */
struct streams {
	const struct ole_functions *f;
	struct ole *ole;
};

static const struct ole_functions *load_ole(struct err *e)
{
	const struct ole_functions *(*entry)(void);

	entry = (const struct ole_functions *(*)(void))late_load("svod_ole.so", "svod_late_ole", "DOC", e);
	return entry ? entry() : NULL;
}

static bool open_ole(struct streams *s, struct span bytes, const void *late, struct err *e)
{
	*s = (struct streams){ 0 };
	if (!span_starts(bytes, SPAN("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")))
		return false;
	s->f = late ? late : load_ole(e);
	s->ole = s->f ? s->f->open(bytes) : NULL;
	return s->ole != NULL;
}

static bool read_stream(const struct streams *s, const char *name, struct arena *a, struct doc_bytes *out)
{
	struct span bytes;

	if (!s->f->stream(s->ole, name, a, &bytes))
		return false;
	*out = (struct doc_bytes){ (const unsigned char *)bytes.p, bytes.n };
	return true;
}

const void *doc_file_prepare(void)
{
	struct err ignored = { 0 }; /* said when the document is read */

	return load_ole(&ignored);
}

static const char *const damaged =
	"a damaged Word file: cut off, or its table of contents is broken. Get the file again";

static const char *content_of(const struct streams *s)
{
	static const struct {
		const char *stream, *what;
	} kinds[] = {
		{ "WordDocument", NULL },
		{ "EncryptedPackage", "encrypted. Save it without a password" },
		{ "Workbook", "an Excel table, not a document. Convert it: soffice --convert-to html" },
		{ "Book", "an Excel table, not a document. Convert it: soffice --convert-to html" },
		{ "PowerPoint Document", "slides, not a document. Convert them: soffice --convert-to pdf" },
		{ "__properties_version1.0", "an Outlook message. Save it as .eml" },
		{ "CONTENTS", "a Works or Publisher file: not supported. Convert it: soffice --convert-to docx" },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (s->f->has(s->ole, kinds[i].stream))
			return kinds[i].what;
	return "an OLE file without a document in it";
}

/* ---- the file information block ---- */

enum {
	FIB_MAGIC = 0xa5ec,
	FIB_MAGIC_6 = 0xa5dc,
	FIB_NFIB = 2,
	FIB_FLAGS = 10,
	FIB_CCP = 0x4c,
	FIB_FCLCB = 0x9a,
	NFIB_97 = 0xc1
};
enum { FLAG_ENCRYPTED = 0x100, FLAG_TABLE_1 = 0x200 };
enum { PLC_BTE_CHPX = 12, PLC_BTE_PAPX = 13, CLX = 33, STSH = 1 };

static const char *const too_old =
	"a Word 6 or 95 file, older than Word 97: not supported. Convert it: soffice --convert-to docx";

struct doc_bytes doc_table_part(const struct doc_file *f, int index)
{
	size_t at = FIB_FCLCB + (size_t)index * 8;

	return slice(f->table, doc_u32(f->main, at), doc_u32(f->main, at + 4));
}

static bool check_fib(const struct doc_file *f, struct err *e)
{
	unsigned magic = doc_u16(f->main, 0), version = doc_u16(f->main, FIB_NFIB);

	if (magic == FIB_MAGIC_6 || (magic == FIB_MAGIC && version < NFIB_97))
		return err_set(e, EX_DATAERR, "%s", too_old);
	if (magic != FIB_MAGIC || f->main.n < 0x400)
		return err_set(e, EX_DATAERR, "%s", damaged);
	if (doc_u16(f->main, FIB_FLAGS) & FLAG_ENCRYPTED)
		return err_set(e, EX_DATAERR, "encrypted. Save it without a password");
	return true;
}

static void read_stories(struct doc_file *f)
{
	uint32_t cp = 0;

	for (int i = 0; i < DOC_STORIES; i++) {
		uint32_t n = doc_u32(f->main, FIB_CCP + 4 * (size_t)i);

		f->story[i] = cp;
		cp += n < 0x10000000 ? n : 0;
	}
	f->story[DOC_STORIES] = cp;
}

/* ---- text ---- */

/* The piece table lies behind the property changes of a fast save ([MS-DOC] 2.9.38). */
static struct doc_bytes find_piece_table(const struct doc_file *f)
{
	struct doc_bytes clx = doc_table_part(f, CLX);
	size_t at = 0;

	while (at < clx.n && clx.p[at] == 1)
		at += 3 + (size_t)doc_u16(clx, at + 1);
	if (at >= clx.n || clx.p[at] != 2)
		return (struct doc_bytes){ clx.p, 0 };
	return slice(clx, at + 5, doc_u32(clx, at + 1));
}

static bool read_pieces(struct doc_file *f, struct err *e)
{
	struct doc_bytes plc = find_piece_table(f);
	size_t n = plc.n >= 16 ? (plc.n - 4) / 12 : 0;

	if (!n)
		return err_set(e, EX_DATAERR, "%s", damaged);
	f->pieces = arena_alloc(f->a, n * sizeof *f->pieces);
	for (size_t i = 0; i < n; i++) {
		uint32_t fc = doc_u32(plc, 4 * (n + 1) + 8 * i + 2);
		struct doc_piece p = { .cp = doc_u32(plc, 4 * i), .cp_end = doc_u32(plc, 4 * (i + 1)) };
		size_t width;

		p.compressed = fc & 0x40000000;
		p.fc = p.compressed ? (fc & 0x3fffffff) / 2 : fc & 0x3fffffff;
		width = p.compressed ? 1 : 2;
		if (p.cp_end <= p.cp || p.fc >= f->main.n || (f->n_pieces && p.cp < f->pieces[f->n_pieces - 1].cp_end))
			continue;
		if ((size_t)(p.cp_end - p.cp) * width > f->main.n - p.fc)
			p.cp_end = p.cp + (uint32_t)((f->main.n - p.fc) / width);
		f->pieces[f->n_pieces++] = p;
	}
	return f->n_pieces > 0 || err_set(e, EX_DATAERR, "%s", damaged);
}

const struct doc_piece *doc_piece_at(const struct doc_file *f, uint32_t cp)
{
	size_t lo;

	BISECT(lo, f->n_pieces, f->pieces[lo].cp_end <= cp);
	return lo < f->n_pieces && f->pieces[lo].cp <= cp ? &f->pieces[lo] : NULL;
}

uint32_t doc_fc(const struct doc_piece *p, uint32_t cp)
{
	return p->fc + (cp - p->cp) * (p->compressed ? 1 : 2);
}

/* Compressed text is in code page 1252 by the book; converters wrote other pages into it. */
static void choose_charset(struct doc_file *f)
{
	struct buf sample = { 0 };
	struct guess_score score;

	for (size_t i = 0; i < f->n_pieces && sample.n < 16384; i++)
		if (f->pieces[i].compressed) {
			size_t n = f->pieces[i].cp_end - f->pieces[i].cp;

			buf_add(&sample, span_make((const char *)f->main.p + f->pieces[i].fc, n < 4096 ? n : 4096));
		}
	(void)charset_find(SPAN("windows-1252"), &f->bytes);
	if (sample.n) {
		const struct charset_table *t = guess_table(buf_span(&sample), &score);

		if (score.chars >= 20 && score.bits < 7 * score.chars && !strcmp(t->name, "windows-1251"))
			(void)charset_find(span_of(t->name), &f->bytes);
	}
	buf_free(&sample);
}

/* ---- properties ---- */

bool doc_next_sprm(struct doc_bytes s, size_t *at, unsigned *sprm, struct doc_bytes *operand)
{
	static const unsigned char sizes[] = { 1, 1, 2, 4, 2, 2, 0, 3 };
	size_t n, from = *at + 2;

	if (*at + 2 > s.n)
		return false;
	*sprm = doc_u16(s, *at);
	n = sizes[*sprm >> 13];
	if (*sprm >> 13 == 6) {
		if (*sprm == 0xd608 || *sprm == 0xd606) { /* sprmTDefTable: a length of two bytes, one too large */
			n = doc_u16(s, from);
			n -= n > 0;
			from += 2;
		} else {
			n = from < s.n ? s.p[from] : 0;
			from++;
		}
	}
	if (from > s.n || n > s.n - from)
		return false;
	*operand = (struct doc_bytes){ s.p + from, n };
	*at = from + n;
	return true;
}

enum {
	SPRM_VANISH = 0x083c,
	SPRM_DELETED = 0x0800,
	SPRM_SPECIAL = 0x0855,
	SPRM_ISS = 0x2a48,
	SPRM_SYMBOL = 0x6a09,
	SPRM_POSITION = 0x4845,
	RAISED = 4,
	LOWERED = 0x8000
};

static void take_char_sprms(struct doc_chars *c, struct doc_bytes sprms)
{
	struct doc_bytes op;
	unsigned sprm;

	for (size_t at = 0; doc_next_sprm(sprms, &at, &sprm, &op);) {
		if (sprm == SPRM_VANISH)
			c->hidden = op.p[0] & 1;
		else if (sprm == SPRM_DELETED)
			c->deleted = op.p[0] & 1;
		else if (sprm == SPRM_SPECIAL)
			c->special = op.p[0] & 1;
		else if (sprm == SPRM_ISS)
			c->superscript = op.p[0] == 1;
		else if (sprm == SPRM_POSITION && doc_u16(op, 0) >= RAISED && doc_u16(op, 0) < LOWERED)
			c->superscript = true; /* raised by so many half points */
		else if (sprm == SPRM_SYMBOL)
			c->symbol = doc_u16(op, 2);
	}
}

/* A page of 512 bytes with the properties of the stretches it lists ([MS-DOC] 2.9.33, ChpxFkp). */
static void read_char_page(struct doc_file *f, struct doc_bytes page)
{
	size_t n = page.p[511];

	for (size_t i = 0; i < n && 4 * (n + 1) + n <= 511; i++) {
		struct doc_chars c = { .fc = doc_u32(page, 4 * i), .fc_end = doc_u32(page, 4 * (i + 1)) };
		size_t at = (size_t)page.p[4 * (n + 1) + i] * 2;

		if (at && at < 511)
			take_char_sprms(&c, slice(page, at + 1, page.p[at]));
		if (!(c.hidden || c.deleted || c.special || c.superscript || c.symbol) || c.fc_end <= c.fc)
			continue;
		ARENA_ROOM(f->a, f->chars, f->n_chars, f->cap_chars);
		f->chars[f->n_chars++] = c;
	}
}

/* PapxFkp ([MS-DOC] 2.9.175): the length is given in words, with a detour for long ones. */
static void read_para_page(struct doc_file *f, struct doc_bytes page)
{
	size_t n = page.p[511];

	for (size_t i = 0; i < n && 4 * (n + 1) + 13 * n <= 511; i++) {
		struct doc_para p = { .fc = doc_u32(page, 4 * i), .fc_end = doc_u32(page, 4 * (i + 1)) };
		size_t at = (size_t)page.p[4 * (n + 1) + 13 * i] * 2, len;

		if (at && at < 510) {
			len = page.p[at] ? (size_t)page.p[at] * 2 - 1 : (size_t)page.p[at + 1] * 2;
			at += page.p[at] ? 1 : 2;
			p.style = (int)doc_u16(page, at);
			p.sprms = slice(page, at + 2, len >= 2 ? len - 2 : 0);
		}
		if (p.fc_end <= p.fc)
			continue;
		ARENA_ROOM(f->a, f->paras, f->n_paras, f->cap_paras);
		f->paras[f->n_paras++] = p;
	}
}

static void read_pages(struct doc_file *f, int index, void (*take)(struct doc_file *f, struct doc_bytes page))
{
	struct doc_bytes plc = doc_table_part(f, index);
	size_t n = plc.n >= 12 ? (plc.n - 4) / 8 : 0;

	for (size_t i = 0; i < n; i++) {
		struct doc_bytes page =
			slice(f->main, ((size_t)doc_u32(plc, 4 * (n + 1) + 4 * i) & 0x3fffff) * 512, 512);

		if (page.n == 512)
			take(f, page);
	}
}

static int chars_order(const void *a, const void *b)
{
	const struct doc_chars *x = a, *y = b;

	return (x->fc > y->fc) - (x->fc < y->fc);
}

static int paras_order(const void *a, const void *b)
{
	const struct doc_para *x = a, *y = b;

	return (x->fc > y->fc) - (x->fc < y->fc);
}

static void read_properties(struct doc_file *f)
{
	read_pages(f, PLC_BTE_CHPX, read_char_page);
	read_pages(f, PLC_BTE_PAPX, read_para_page);
	if (f->n_chars)
		qsort(f->chars, f->n_chars, sizeof *f->chars, chars_order);
	if (f->n_paras)
		qsort(f->paras, f->n_paras, sizeof *f->paras, paras_order);
}

/* Index of the first properties that begin behind fc. */
static size_t chars_behind(const struct doc_file *f, uint32_t fc)
{
	size_t lo;

	BISECT(lo, f->n_chars, f->chars[lo].fc <= fc);
	return lo;
}

const struct doc_chars *doc_chars_at(const struct doc_file *f, uint32_t fc)
{
	size_t k = chars_behind(f, fc);

	return k && f->chars[k - 1].fc_end > fc ? &f->chars[k - 1] : NULL;
}

uint32_t doc_chars_next(const struct doc_file *f, uint32_t fc)
{
	size_t k = chars_behind(f, fc);

	return k < f->n_chars ? f->chars[k].fc : UINT32_MAX;
}

const struct doc_para *doc_para_at(const struct doc_file *f, uint32_t fc)
{
	size_t lo;

	BISECT(lo, f->n_paras, f->paras[lo].fc <= fc);
	return lo && f->paras[lo - 1].fc_end > fc ? &f->paras[lo - 1] : NULL;
}

/* ---- styles ([MS-DOC] 2.9.271, STSH) ---- */

static void read_style(struct doc_file *f, struct doc_bytes std, size_t base, struct doc_style *s)
{
	size_t name = base, papx;

	s->kind = (int)(doc_u16(std, 0) & 0xfff);
	s->base = (int)(doc_u16(std, 2) >> 4);
	if ((doc_u16(std, 2) & 15) != 1) /* no paragraph style */
		return;
	papx = name + 2 + 2 * (size_t)doc_u16(std, name) + 2;
	s->sprms = slice(std, papx + 4, doc_u16(std, papx) >= 2 ? doc_u16(std, papx) - 2u : 0);
	(void)f;
}

static void read_styles(struct doc_file *f)
{
	struct doc_bytes stsh = doc_table_part(f, STSH);
	size_t at = 2 + (size_t)doc_u16(stsh, 0), n = doc_u16(stsh, 2), base = doc_u16(stsh, 4);

	if (n > 4095 || stsh.n < 6)
		return;
	f->styles = arena_alloc(f->a, (n + 1) * sizeof *f->styles);
	for (f->n_styles = 0; f->n_styles < n && at + 2 <= stsh.n; f->n_styles++) {
		size_t len = doc_u16(stsh, at);
		struct doc_style *s = &f->styles[f->n_styles];

		*s = (struct doc_style){ .kind = 4094, .base = 4095 };
		if (len)
			read_style(f, slice(stsh, at + 2, len), base, s);
		at += 2 + len + (len & 1);
	}
}

/* ---- the whole ---- */

static bool read_tables(struct doc_file *f, struct err *e)
{
	read_stories(f);
	if (!read_pieces(f, e))
		return false;
	choose_charset(f);
	read_properties(f);
	read_styles(f);
	doc_lists_read(f);
	return true;
}

bool doc_file_open(struct doc_file *f, struct span bytes, const void *late, struct arena *a, struct err *e)
{
	struct streams s;
	const char *other;
	bool ok;

	*f = (struct doc_file){ .a = a };
	if (!open_ole(&s, bytes, late, e))
		return e->code ? false : err_set(e, EX_DATAERR, "%s", damaged);
	other = content_of(&s);
	if (other)
		ok = err_set(e, EX_DATAERR, "%s", other);
	else if (!read_stream(&s, "WordDocument", a, &f->main))
		ok = err_set(e, EX_DATAERR, "%s", damaged);
	else
		ok = check_fib(f, e);
	if (ok && !read_stream(&s, doc_u16(f->main, FIB_FLAGS) & FLAG_TABLE_1 ? "1Table" : "0Table", a, &f->table))
		ok = err_set(e, EX_DATAERR, "%s", damaged);
	if (ok)
		(void)read_stream(&s, "Data", a, &f->data); /* only there where something was too long for its place */
	s.f->close(s.ole);
	return ok && read_tables(f, e);
}
