/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF: page by page into lines (pdf_order.c), then over all pages into blocks (pdf_blocks.c). */
#include "reader.h"

#include <malloc.h>

#include "limit.h"
#include "pdf_blocks.h"
#include "pdf_furniture.h"
#include "pdf_join.h"
#include "pdf_margins.h"
#include "pdf_pages.h"
#include "utf8.h"

enum {
	HEAD_BYTES = 1024, /* the header may stand behind rubbish of that length (PDF 1.7, annex H.3.4.1) */
	TITLE_LINES = 12   /* first lines among which the title is looked for */
};

struct pdf {
	const struct reader_input *in;
	struct doc *d;
	struct pdf_file *file;
	struct pdf_complaints complaints;
	struct pdf_text text;
	struct page_counts count;
	bool cut; /* the end of the file is missing */
};

static bool sniff(const struct reader_input *in)
{
	return span_find(span_sub(in->bytes, 0, HEAD_BYTES), SPAN("%PDF-"), 0) != SPAN_NONE;
}

/*
 * The title of the information dictionary. It is a file's name more often than a title ("Microsoft Word - Document1"),
 * so it counts only where the document's first lines say the same.
 */
static void read_title(struct pdf *p)
{
	struct buf b = { 0 };
	pdf_file_title(p->file, &b);
	struct span title = span_trim(buf_span(&b));
	unsigned long long wanted = 0;
	pdf_text_hash(&wanted, title);
	for (size_t from = 0; wanted && from < p->text.n && from < TITLE_LINES; from++) {
		unsigned long long hash = 0;
		for (size_t i = from; i < p->text.n && i < from + TITLE_LINES && hash != wanted; i++)
			pdf_text_hash(&hash, p->text.lines[i].text);
		if (hash == wanted && utf8_valid(title) && span_find_char(title, ' ', 0) != SPAN_NONE) {
			jval_set_str(&p->d->arena, doc_meta(p->d), "title", arena_dup(&p->d->arena, title));
			break;
		}
	}
	buf_free(&b);
}

/* Poppler frees and asks again for every page; giving the memory back to the system in between costs a twentieth. */
static void keep_memory(void)
{
	mallopt(M_TRIM_THRESHOLD, 256 << 20);
	mallopt(M_TOP_PAD, 16 << 20);
}

static bool open_file(struct pdf *p, struct err *e)
{
	enum pdf_state state;
	keep_memory();
	p->file = pdf_file_open(p->in->bytes, NULL, &p->complaints, &state);
	p->cut = state == PDF_CUT;
	if (p->file)
		return true;
	if (state == PDF_LOCKED)
		return err_set(e, EX_DATAERR, "encrypted, a password is needed. Save it without one: qpdf --decrypt");
	if (p->complaints.n)
		return err_set(e, EX_DATAERR, "damaged PDF: poppler cannot open it: %s", p->complaints.first);
	return err_set(e, EX_DATAERR, "damaged PDF: poppler cannot open it");
}

/* What the recognition did. */
static void add_ocr_notes(struct pdf *p)
{
	const struct page_counts *c = &p->count;
	if (c->recognized)
		doc_add_note(p->d, NOTE_INFO, "ocr",
			     "%d of %d pages without usable text were recognized with tesseract (%s), quality %ld %%",
			     c->recognized, p->text.pages, c->langs, c->words ? c->conf / c->words : 0);
	if (c->repaired[0])
		doc_add_note(p->d, NOTE_INFO, "ocr-repair", "confusions of the recognition were repaired: %s",
			     c->repaired);
	if (c->missing[0])
		doc_add_note(p->d, NOTE_WARN, "ocr-language",
			     "no trained data for %s: install the packages tesseract-ocr-*", c->missing);
	if (c->unread && p->in->options->ocr == OCR_NEVER)
		doc_add_note(p->d, NOTE_WARN, "ocr-off", "%d of %d pages have no usable text, and --ocr=never",
			     c->unread, p->text.pages);
	else if (c->unread)
		doc_add_note(
			p->d, NOTE_WARN, "ocr-missing",
			"%d of %d pages have no usable text and could not be recognized: install tesseract-ocr-rus",
			c->unread, p->text.pages);
}

static void add_notes(struct pdf *p)
{
	const struct page_counts *c = &p->count;
	add_ocr_notes(p);
	if (p->in->options->no_pictures)
		doc_add_note(p->d, NOTE_WARN, "not-drawn",
			     "drawing its pages takes too long: read without their ruling lines and scans");
	if (p->cut)
		doc_add_note(p->d, NOTE_WARN, "cut-off",
			     "the end of the file is missing: only what stands before the cut was read. Get the file "
			     "again");
	if (c->lost)
		doc_add_note(p->d, NOTE_WARN, "pages-lost", "%d of %d pages could not be read", c->lost, p->text.pages);
	if (c->mended)
		doc_add_note(p->d, NOTE_INFO, "mojibake",
			     "letters of windows-1251 shown as Latin were put right on %d pages", c->mended);
	if (p->text.n == 0)
		doc_add_note(p->d, NOTE_WARN, "no-text", "none of the %d pages holds text", p->text.pages);
	if (p->d->source.pages > p->text.pages)
		doc_add_note(p->d, NOTE_WARN, "limit", "only the first %d of %d pages were read", p->text.pages,
			     p->d->source.pages);
	if (p->complaints.n)
		doc_add_note(p->d, NOTE_INFO, "pdf-damage", "poppler repaired or skipped %zu things, the first: %s",
			     p->complaints.n, p->complaints.first);
}

static bool read_pages(struct pdf *p, struct err *e)
{
	int pages = pdf_file_pages(p->file);
	p->text.pages = pages > LIMIT_PAGES ? LIMIT_PAGES : pages < 0 ? 0 : pages;
	p->text.sheets = arena_alloc(&p->text.arena, (size_t)p->text.pages * sizeof *p->text.sheets + 1);
	p->text.turns = arena_alloc(&p->text.arena, (size_t)p->text.pages * sizeof *p->text.turns + 1);
	p->d->source.pages = pages;
	if (!pdf_pages_read(p->file, p->in, &p->text, &p->count, e))
		return false;
	p->d->source.ocr = p->count.recognized;
	if (p->cut && p->text.n == 0)
		return err_set(e, EX_DATAERR,
			       "damaged PDF: it is cut off, no text stands before the cut. Get the file again");
	read_title(p);
	pdf_file_outline(p->file, pdf_text_outline, &p->text);
	pdf_furniture(&p->text);
	pdf_margins(&p->text);
	pdf_join_tables(&p->text);
	pdf_blocks(&p->text, p->d);
	add_notes(p);
	return true;
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct pdf p = { .in = in, .d = d };
	bool ok = open_file(&p, e);
	if (ok) {
		ok = read_pages(&p, e);
		pdf_file_close(p.file);
	}
	pdf_text_free(&p.text);
	return ok;
}

const struct reader reader_pdf = { .format = "pdf", .sniff = sniff, .read = read };
