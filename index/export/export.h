/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_EXPORT_H
#define SVOD_EXPORT_H

#include "doc.h"
#include "query.h"

/* svod export: everything, or some documents, for other programs. Ids are those of the database in every format, in TEI
 * with what no XML id may hold written in hexadecimal digits. */
bool export_run(struct query *q, char **operands, int n, struct err *e);

extern const char *const export_format_choices[]; /* jsonl json csv sqlite tei brat ics */

/* A TEI document (https://tei-c.org/guidelines/p5/), appended to out; its items are sorted. */
void export_tei(const struct doc *d, struct span label, struct buf *out);

/* Annotations of the brat standoff format (https://brat.nlplab.org/standoff.html), appended to ann; the items are
 * sorted. */
void export_brat(const struct doc *d, struct buf *ann);

/* The annotation.conf of a folder of them. */
void export_brat_conf(struct buf *conf);

/* Plain tables in a new file, with a search index that needs no extension, and Datasette's metadata beside it. */
bool export_sqlite(struct query *q, const char *path, struct err *e) MUST_USE;

#endif
