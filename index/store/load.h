/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LOAD_H
#define SVOD_LOAD_H

#include "db.h"
#include "doc.h"

/*
 * A document as it was indexed, from its rows: the same struct that svod-index got, so that doc_write gives its line of
 * the stream again. d must be zero or reset; the caller frees it. 65 when the rows do not fit together.
 */
bool load_doc(struct db *db, long long doc, struct doc *d, struct err *e) MUST_USE;

/* Text and blocks alone. */
bool load_text(struct db *db, long long doc, struct doc *d, struct err *e) MUST_USE;

#endif
