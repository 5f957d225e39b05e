/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CHARSET_TABLES_H
#define SVOD_CHARSET_TABLES_H

#include <stddef.h>

/* One charset of one byte a character; bytes below 0x80 are ASCII in all of them. */
struct charset_table {
	const char *name;         /* IANA name */
	int prior_bits;           /* how much less common than windows-1251 it is */
	unsigned short high[128]; /* code points of bytes 0x80 …; 0: undefined */
};

/* All of them, in the order of preference where two fit equally well; ends with a NULL name. */
extern const struct charset_table charset_tables[];

/* Charsets without Cyrillic that programs took Cyrillic for, beside those above; the same end. */
extern const struct charset_table charset_misread[];

#endif
