/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SHOW_SOURCE_H
#define SVOD_SHOW_SOURCE_H

#include "query.h"

/*
 * Appends to q->out where item stands in the file that was read: place, and the lines of a text file around it in its
 * own charset, the cell with its column's heading, or the paragraph with the item marked. q->o->source, when not empty,
 * names a PNG file to write the item's part of the PDF page to (pdftocairo of poppler-utils). Errors: 64 where the
 * item stands on no page, 66 the file is gone or another one, 69 no pdftocairo, 73 the picture cannot be written.
 */
bool show_source(struct query *q, long long doc, long long item, struct err *e) MUST_USE;

#endif
