/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_ALIGN_H
#define SVOD_PDF_ALIGN_H

#include "pdf_rules.h"

/*
 * Tables without ruling lines: rows whose words start at the same places behind wide gaps. Looks at the words that
 * stand in no table yet; the grids (every cell one column wide) come in the arena, top to bottom. Returns their number.
 */
size_t pdf_align_grids(const struct page_words *w, struct arena *a, struct grid **out);

#endif
