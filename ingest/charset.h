/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CHARSET_H
#define SVOD_CHARSET_H

#include <stdbool.h>
#include <stddef.h>

#include "doc.h"
#include "err.h"
#include "span.h"

/*
 * Text in any charset that Cyrillic was ever written in, as UTF-8, with the way back to the bytes of the source.
 */
struct charset; /* one row of the table of charsets */

struct decoded {
	struct span text;	       /* UTF-8, valid; in the source's bytes or in the document's arena */
	size_t skipped;		       /* bytes of the source before it: the byte order mark */
	const struct charset *charset; /* what the source was read as */
	int layers;		       /* times that mojibake was undone: 0, 1, 2 */
	const struct charset *read_as; /* of each layer: the charset it was wrongly read as … */
	const struct charset *meant;   /* … and the one that it was in (UTF-8 mostly) */
	bool repaired;		       /* bytes that are no text became U+FFFD */
};

/*
 * Decodes bytes into out. wanted: an IANA name or a usual alias that overrides detection, or NULL. Sets
 * d->source.charset and adds notes: what was assumed, undone mojibake, bytes that were no text.
 * False: 65, the bytes are no text in any known charset, or wanted is no known name (64).
 */
bool charset_decode(struct span bytes, const char *wanted, struct doc *d, struct decoded *out, struct err *e) MUST_USE;

/* How many bytes of the source the stretch part of the decoded text was. */
size_t charset_source_bytes(const struct decoded *dec, struct span part);

/* Do the bytes look like text at all (in UTF-8, UTF-16 or 32, or a charset of one byte a character)? */
bool charset_is_text(struct span bytes);

/*
 * For readers whose format names the charset of a part (RTF, DOC, EML): bytes in the charset of that IANA name or
 * Windows code page number ("windows-1251", "1251", "cp1251") appended to to as UTF-8. False: the name is not known.
 */
bool charset_append(struct buf *to, struct span bytes, const char *name);
const struct charset *charset_find(struct span name); /* NULL: not known */
void charset_append_with(struct buf *to, struct span bytes, const struct charset *c);

#endif
