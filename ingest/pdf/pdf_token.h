/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_TOKEN_H
#define SVOD_PDF_TOKEN_H

#include <stdbool.h>

#include "span.h"

/* The words of PDF's syntax (ISO 32000-1, 7.2 and 7.3), as its objects and the contents of its pages are written. */
enum token_kind {
	TOKEN_END,
	TOKEN_NUMBER,
	TOKEN_NAME, /* text is without the slash */
	TOKEN_STRING,
	TOKEN_WORD, /* an operator, true, R, … */
	TOKEN_DICT,
	TOKEN_DICT_END,
	TOKEN_ARRAY,
	TOKEN_ARRAY_END
};

struct token {
	enum token_kind kind;
	struct span text; /* in the text that was read */
	double number;
};

/* The token at *at or behind the space there; *at moves behind it. */
struct token token_next(struct span s, size_t *at);

/* The whole value at *at: a dictionary or array with all in it, a reference ("3 0 R"), or one token. Empty: none. */
struct span value_next(struct span s, size_t *at);

/* The value of a key of a dictionary; empty: not there, or no dictionary. */
struct span value_of_key(struct span dict, const char *key);

/* A value that is a number, or a reference to an object. */
bool value_number(struct span value, double *out);
bool value_reference(struct span value, size_t *object);

#endif
