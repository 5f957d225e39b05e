/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LATE_PDF_H
#define SVOD_LATE_PDF_H

#include "reader.h"

/*
 * The one function of svod_pdf.so: the reader of PDF. Poppler and tesseract bring seventy libraries with them, whose
 * loading would cost every document, also those that are no PDF, fifteen milliseconds: they come with this file, when
 * the first PDF does (read_late.c).
 */
const struct reader *svod_late_pdf(void);

#endif
