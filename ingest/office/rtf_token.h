/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RTF_TOKEN_H
#define SVOD_RTF_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "span.h"

/* The grain of RTF (Microsoft, Rich Text Format Specification 1.9.1, "Conventions of an RTF Reader"). */
enum rtf_kind {
	RTF_END,
	RTF_OPEN,   /* { */
	RTF_CLOSE,  /* } */
	RTF_WORD,   /* \name, \name-12 */
	RTF_SYMBOL, /* \~ and the like: name holds the character */
	RTF_BYTE,   /* \'hh: value */
	RTF_TEXT    /* bytes as they stand: name */
};

struct rtf_token {
	enum rtf_kind kind;
	struct span name;
	bool has_value;
	int value;
	size_t at; /* where it begins */
};

struct rtf_input {
	struct span bytes;
	size_t at;
	long line; /* of at, from 1 */
};

/* The next token. Line breaks between tokens are counted and are no text. \bin data is skipped. */
struct rtf_token rtf_next(struct rtf_input *in);

#endif
