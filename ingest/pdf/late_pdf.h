/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LATE_PDF_H
#define SVOD_LATE_PDF_H

#include "reader.h"

/* The reader of PDF, with poppler: the way in to svod_pdf.so (late.h). */
const struct reader *svod_late_pdf(void);

#endif
