/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOCX_NUMBERING_H
#define SVOD_DOCX_NUMBERING_H

#include "buf.h"
#include "mem.h"

/* Automatic numbers of a DOCX (ISO/IEC 29500-1, 17.9): definitions from numbering.xml, and the counters. */
struct docx_numbering;

/* Reads numbering.xml (empty: no lists) into the arena. Damage is passed over. */
struct docx_numbering *docx_numbering_read(struct span xml, struct arena *a);

/*
 * Counts one paragraph at that level (0 …) of list num_id and appends its mark ("3.1.", "•") to to. False: the list is
 * not defined, nothing appended. A level whose mark is empty appends nothing and is true.
 */
bool docx_numbering_next(struct docx_numbering *n, int num_id, int level, struct buf *to);

/* The level of list num_id that is tied to a paragraph style, or -1. */
int docx_numbering_level_of(const struct docx_numbering *n, int num_id, struct span style);

#endif
