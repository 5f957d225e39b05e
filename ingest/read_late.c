/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for the reader of PDF until there is a PDF to read: late_pdf.h has the reason. */
#include "reader.h"

#include <dlfcn.h>

#include "data.h"
#include "late_pdf.h"

enum { HEAD_BYTES = 1024 }; /* the header may stand behind rubbish of that length (PDF 1.7, annex H.3.4.1) */

static bool sniff(const struct reader_input *in)
{
	return span_find(span_sub(in->bytes, 0, HEAD_BYTES), SPAN("%PDF-"), 0) != SPAN_NONE;
}

/* The library stays loaded; asking for it again is cheap. NULL: it is not there. */
static const struct reader *load(struct err *e)
{
	struct buf path = { 0 };
	const struct reader *(*entry)(void) = NULL;
	void *library;

	if (!data_path("svod_pdf.so", &path)) {
		err_set(e, EX_UNAVAILABLE, "svod_pdf.so, which reads PDF, is not installed");
	} else {
		library = dlopen(buf_str(&path), RTLD_NOW | RTLD_LOCAL);
		if (library)
			*(void **)&entry = dlsym(library, "svod_late_pdf");
		if (!entry)
			err_set(e, EX_UNAVAILABLE, "svod_pdf.so, which reads PDF, cannot be loaded: %s", dlerror());
	}
	buf_free(&path);
	return entry ? entry() : NULL;
}

static void prepare(const struct reader_input *in)
{
	struct err ignored = { 0 }; /* said when the document is read */

	if (sniff(in))
		(void)load(&ignored);
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	const struct reader *r = load(e);

	return r && r->read(in, d, e);
}

const struct reader reader_late_pdf = { .format = "pdf", .sniff = sniff, .read = read, .prepare = prepare };
