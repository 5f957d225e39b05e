/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MIME_H
#define SVOD_MIME_H

#include "buf.h"

/* Mail messages (RFC 5322, 2045–2047): headers, parts, and the ways in which they are packed. */
struct mime_part {
	struct span head, body; /* of the source */
};

/* Splits a message or part at its first empty line. */
struct mime_part mime_split(struct span bytes);

/* Appends the value of the header field name, unfolded, as it stands. False: not there. */
bool mime_field(struct span head, const char *name, struct buf *out);

/* Appends the value with encoded words (=?windows-1251?B?…?=) in UTF-8. */
bool mime_field_text(struct span head, const char *name, struct buf *out);

/* Appends parameter name of a field ("charset" of Content-Type), in UTF-8. False: not there. */
bool mime_parameter(struct span field, const char *name, struct buf *out);

/* Appends the body with its Content-Transfer-Encoding undone. */
void mime_decode(const struct mime_part *p, struct buf *out);

/*
 * The next part of a multipart body: *rest starts as the whole body and moves on. False: no more.
 */
bool mime_next_part(struct span *rest, struct span boundary, struct span *part);

#endif
