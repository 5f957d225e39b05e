/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF: page by page into lines (pdf_order.c), then over all pages into blocks (pdf_blocks.c). */
#include "reader.h"

#include <stdlib.h>

#include "limit.h"
#include "pdf_blocks.h"
#include "pdf_furniture.h"
#include "pdf_join.h"
#include "pdf_margins.h"
#include "pdf_order.h"
#include "pdf_poppler.h"
#include "pdf_table.h"

enum {
	HEAD_BYTES = 1024,      /* the header may stand behind rubbish of that length (PDF 1.7, annex H.3.4.1) */
	RULES_PIXELS = 4000000, /* picture in which ruling lines are looked for; at 72 dpi a page has 0.5 million */
};

struct pdf {
	const struct reader_input *in;
	struct doc *d;
	struct pdf_file *file;
	struct pdf_complaints complaints;
	struct page_words words;
	struct pdf_text text;
	int lost; /* pages that poppler could not make */
};

static bool sniff(const struct reader_input *in)
{
	return span_find(span_sub(in->bytes, 0, HEAD_BYTES), SPAN("%PDF-"), 0) != SPAN_NONE;
}

/* A page while it is read. */
struct reading {
	struct pdf *p;
	struct grid *grids;
	int page;
};

static void put_table(void *ctx, int table)
{
	struct reading *r = ctx;
	pdf_table_put(&r->p->text, &r->p->words, &r->grids[table], r->page);
}

/* Looks for ruled tables in a picture of the page; the words in them are claimed. */
static void find_tables(struct reading *r)
{
	struct picture im;
	size_t n;
	if (!pdf_table_likely(&r->p->words) || !pdf_file_render(r->p->file, r->page - 1, 72, RULES_PIXELS, false, &im))
		return;
	n = pdf_rules_grids(im, &r->p->words, &r->p->text.arena, &r->grids);
	for (size_t i = 0; i < n; i++)
		pdf_table_claim(&r->p->words, &r->grids[i], (int)i);
	free(im.p);
}

static void read_page(struct pdf *p, int index)
{
	struct reading r = { p, NULL, index + 1 };
	if (!pdf_file_words(p->file, index, &p->words)) {
		p->lost++;
		return;
	}
	p->text.sheets[index] = (struct box){ 0, 0, p->words.width, p->words.height };
	if (page_words_upright(&p->words) == 0)
		find_tables(&r);
	pdf_order_page(&p->text, &p->words, r.page, put_table, &r);
	if (p->in->progress)
		p->in->progress(p->in->progress_ctx, r.page, p->text.pages);
}

/* The title and author of the information dictionary, where they are more than a file's name. */
static void read_info(struct pdf *p)
{
	struct buf b = { 0 };
	pdf_file_info(p->file, PDF_TITLE, &b);
	struct span title = span_trim(buf_span(&b));
	(void)title;
	buf_free(&b);
}

static bool open_file(struct pdf *p, struct err *e)
{
	enum pdf_state state;
	p->file = pdf_file_open(p->in->bytes, NULL, &p->complaints, &state);
	if (p->file)
		return true;
	if (state == PDF_LOCKED)
		return err_set(e, EX_DATAERR, "encrypted, a password is needed. Save it without one: qpdf --decrypt");
	return err_set(e, EX_DATAERR, "damaged PDF: poppler cannot open it%s%s", p->complaints.n ? ": " : "",
		       p->complaints.first);
}

static void add_notes(struct pdf *p)
{
	if (p->lost)
		doc_add_note(p->d, NOTE_WARN, "pages-lost", "%d of %d pages could not be read", p->lost, p->text.pages);
	if (p->text.n == 0)
		doc_add_note(p->d, NOTE_WARN, "no-text", "none of the %d pages holds text", p->text.pages);
	if (p->complaints.n)
		doc_add_note(p->d, NOTE_INFO, "pdf-damage", "poppler repaired or skipped %zu things, the first: %s",
			     p->complaints.n, p->complaints.first);
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct pdf p = { .in = in, .d = d };
	bool ok = open_file(&p, e);
	if (ok) {
		int pages = pdf_file_pages(p.file);
		p.text.pages = pages > LIMIT_PAGES ? LIMIT_PAGES : pages < 0 ? 0 : pages;
		p.text.sheets = arena_alloc(&p.text.arena, (size_t)p.text.pages * sizeof *p.text.sheets + 1);
		d->source.pages = pages;
		for (int i = 0; i < p.text.pages; i++)
			read_page(&p, i);
		read_info(&p);
		pdf_furniture(&p.text);
		pdf_margins(&p.text);
		pdf_join_tables(&p.text);
		pdf_blocks(&p.text, d);
		add_notes(&p);
		pdf_file_close(p.file);
	}
	page_words_free(&p.words);
	pdf_text_free(&p.text);
	return ok;
}

const struct reader reader_pdf = { .format = "pdf", .sniff = sniff, .read = read };
