/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LISTNUM_H
#define SVOD_LISTNUM_H

#include "buf.h"

/* Automatic list numbers, as word processors print them. */
enum num_format {
	NUM_NONE,
	NUM_DECIMAL,
	NUM_DECIMAL_ZERO, /* 01, 02 … */
	NUM_LOWER_LETTER,
	NUM_UPPER_LETTER,
	NUM_LOWER_ROMAN,
	NUM_UPPER_ROMAN,
	NUM_LOWER_RUSSIAN, /* а, б, в … without ё, з counted, й, ъ, ы, ь left out */
	NUM_UPPER_RUSSIAN,
	NUM_BULLET
};

/* Appends n (1…) in that format; a number that the format cannot write comes in digits. */
void listnum_put(struct buf *to, enum num_format format, long n);

/*
 * The bullet that stands for character c of a symbol font (Symbol, Wingdings: private use U+F000–F0FF) or of a text
 * font: "•" for every round, square or arrow-like picture, the character itself where it is a dash or a letter of the
 * text.
 */
void listnum_put_bullet(struct buf *to, unsigned c);

#endif
