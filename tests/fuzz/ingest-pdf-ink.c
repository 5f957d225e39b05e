/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contents of a PDF page as they come, and a whole file: what is drawn stays inside its picture. */
#include <stdint.h>
#include <stdlib.h>

#include "buf.h"
#include "pdf_ink.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void draw(struct span file)
{
	struct picture im;
	struct pdf_objects *o = pdf_objects_new(file);
	if (pdf_ink_draw(o, 0, 200, 300, 1e6, &im) && im.p) {
		unsigned sum = 0;
		for (int i = 0; i < im.width * im.height; i++)
			sum += im.p[i];
		if (sum == 1)
			abort(); /* never: the pixels are read, so that the sanitizers see them */
		free(im.p);
	}
	pdf_objects_free(o);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf b = { 0 };
	draw(span_make((const char *)data, size));
	buf_puts(&b, "1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]/MediaBox[0 0 200 300]>>endobj\n"
		     "3 0 obj<</Contents 4 0 R/Resources<</ExtGState<</A<</ca 1>>/B<</ca .5>>>>\n"
		     "/ColorSpace<</C[/ICCBased 5 0 R]/D[/Separation /X]>>>>>>endobj\n");
	buf_addf(&b, "4 0 obj<</Length %zu>>stream\n", size);
	buf_add(&b, span_make((const char *)data, size));
	buf_puts(&b, "\nendstream endobj trailer<</Root 1 0 R>>");
	draw(buf_span(&b));
	buf_free(&b);
	return 0;
}
