/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Way in to svod_pdf.so. */
#include "late_pdf.h"

extern const struct reader reader_pdf; /* read_pdf.c; not in reader.h, so that nobody links it by accident */

__attribute__((visibility("default"))) const struct reader *svod_late_pdf(void)
{
	return &reader_pdf;
}
