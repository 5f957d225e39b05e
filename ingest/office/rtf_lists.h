/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RTF_LISTS_H
#define SVOD_RTF_LISTS_H

#include "numbering.h"

/*
 * Reads the list tables of an RTF (Rich Text Format Specification 1.9.1, "List Tables") into n, which is zero; lists
 * have the numbers that \ls names. Nothing is read where the writer has put the marks into the text (\listtext,
 * \pntext): those are what it showed. What n holds lives in a.
 */
void rtf_lists_read(struct numbering *n, struct arena *a, struct span bytes);

#endif
