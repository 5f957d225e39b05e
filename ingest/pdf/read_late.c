/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for the reader of PDF until there is a PDF to read: late.h has the reason. */
#include "reader.h"

#include "late.h"
#include "late_pdf.h"

enum { HEAD_BYTES = 1024 }; /* the header may stand behind rubbish of that length (PDF 1.7, annex H.3.4.1) */

static bool sniff(const struct reader_input *in)
{
	return span_find(span_sub(in->bytes, 0, HEAD_BYTES), SPAN("%PDF-"), 0) != SPAN_NONE;
}

static const struct reader *load(struct err *e)
{
	const struct reader *(*entry)(void);

	entry = (const struct reader *(*)(void))late_load("svod_pdf.so", "svod_late_pdf", "PDF", e);
	return entry ? entry() : NULL;
}

static const void *prepare(void)
{
	struct err ignored = { 0 }; /* said when the document is read */

	(void)load(&ignored);
	return NULL;
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	const struct reader *r = load(e);

	return r && r->read(in, d, e);
}

const struct reader reader_late_pdf = { .format = "pdf", .sniff = sniff, .read = read, .prepare = prepare };
