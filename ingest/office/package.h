/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PACKAGE_H
#define SVOD_PACKAGE_H

#include "buf.h"
#include "err.h"

/* A ZIP file that holds the parts of one document (DOCX, ODT, EPUB), in memory. */
struct package;

/* reader.prepare for readers of packages (reader.h): what package_open takes as late. */
const void *package_prepare(void);

/*
 * Opens bytes, which must outlive the package; late: reader_input's. NULL: e has 65, a sentence that says what is wrong
 * (cut off, no ZIP).
 */
struct package *package_open(struct span bytes, const void *late, struct err *e);
void package_close(struct package *p);

/*
 * Appends the part to out; letters of its name are compared without case where no exact name exists. False with e->code
 * 0: no such part; with 65: damaged, encrypted, or unpacked far beyond what LIMIT_RATIO allows.
 */
bool package_part(struct package *p, const char *name, struct buf *out, struct err *e);

/*
 * The first bytes of entry number 0 of a ZIP without opening it as one (its local header), as ODF and EPUB store their
 * type there. Empty where bytes are no ZIP or the entry has another name.
 */
struct span package_mimetype(struct span bytes);

/* Do the bytes begin like a ZIP, and does the name occur as an entry's name in it? For sniffing without unpacking. */
bool package_mentions(struct span bytes, const char *name);

#endif
