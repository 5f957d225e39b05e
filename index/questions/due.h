/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DUE_H
#define SVOD_DUE_H

#include "query.h"

/* svod due: what has to be done in a period. */
bool due_run(struct query *q, char **operands, int n, struct err *e);

extern const char *const due_format_choices[]; /* those of tables, and ics */

/* A deadline's value shorter for reading: 2022-10/2022-11 → 2022-10/11. Appended to out. */
void due_short(struct span value, struct buf *out);

/* One task of an iCalendar file (RFC 5545, 3.6.2 VTODO). Days are YYYY-MM-DD or empty. */
struct task {
	struct span uid, summary, description, repeats, who;
	struct span from, to;
	struct span stamp; /* day of the document, for DTSTAMP: the same database gives the same file */
};

/* Append the head of a calendar, one task, its end: lines end in CRLF and are folded at 75 bytes (RFC 5545, 3.1). */
void ics_begin(struct buf *out);
void ics_put(const struct task *t, struct buf *out);
void ics_end(struct buf *out);

#endif
