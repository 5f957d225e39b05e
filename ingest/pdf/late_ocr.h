/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LATE_OCR_H
#define SVOD_LATE_OCR_H

#include "pdf_ocr.h"

/*
 * Recognition stands behind a library of its own, svod_ocr.so: tesseract brings libcurl, LDAP and Kerberos with it,
 * which cost a PDF without scans fifteen milliseconds. The worker loads it itself, for the first page that needs it.
 */
struct ocr_calls {
	struct ocr_run *(*start)(const struct reader_input *in, struct err *e);
	void (*free)(struct ocr_run *r);
	void (*batch)(struct ocr_run *r, struct ocr_page *p, size_t n, int pages);
	const char *(*languages)(struct ocr_run *r);
	const char *(*missing)(struct ocr_run *r);
	const char *(*mended)(struct ocr_run *r);
};

/* The functions of pdf_ocr.h, static: the way in to svod_ocr.so (late.h). */
const struct ocr_calls *svod_late_ocr(void);

#endif
