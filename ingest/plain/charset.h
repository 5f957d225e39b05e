/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CHARSET_H
#define SVOD_CHARSET_H

#include <stdbool.h>
#include <stddef.h>

#include "doc.h"
#include "err.h"
#include "mojibake.h"
#include "span.h"

/* Text in any charset that Cyrillic was ever written in, as UTF-8, with the way back to the bytes of the source. */
enum charset_form { FORM_UTF8, FORM_UTF16LE, FORM_UTF16BE, FORM_UTF32LE, FORM_UTF32BE, FORM_BYTES, FORM_ICU };

struct charset {
	enum charset_form form;
	const char *name;                  /* IANA name */
	const struct charset_table *table; /* FORM_BYTES */
};

enum { MAX_LAYERS = 2 };

struct decoded {
	struct span text; /* UTF-8, valid; in the source's bytes or in the document's arena */
	size_t skipped;   /* bytes of the source before it: the byte order mark */
	struct charset charset;
	bool repaired; /* bytes that are no text became U+FFFD, one for each */
	int layers;    /* times that mojibake was undone */
	struct mojibake layer[MAX_LAYERS];
};

/*
 * Decodes bytes into out. wanted: an IANA name or a usual alias that overrides detection, or NULL. Sets
 * d->source.charset and adds notes: what was assumed, undone mojibake, bytes that were no text.
 * False: 65, the bytes are no text in any known charset; 64: wanted is no known name.
 */
bool charset_decode(struct span bytes, const char *wanted, struct doc *d, struct decoded *out, struct err *e) MUST_USE;

/* How many bytes of the source the stretch part of the decoded text was. */
size_t charset_source_bytes(const struct decoded *dec, struct span part);

/* Do the bytes look like text at all (in UTF-8, UTF-16 or 32, or a charset of one byte a character)? */
bool charset_is_text(struct span bytes);

/*
 * The charset of an IANA name, a usual alias, or a Windows code page number ("1251", "cp1251", "windows-1251").
 * False: not known.
 */
bool charset_find(struct span name, struct charset *out);

/* Appends bytes in that charset to to as UTF-8; bytes that are no text in it become U+FFFD. */
void charset_append(struct buf *to, struct span bytes, const struct charset *c);

#endif
