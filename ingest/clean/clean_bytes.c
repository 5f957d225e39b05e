/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sets of bytes as ranges, two bytes each, and how they become tables. */
#include "clean_bytes.h"

#define RANGES(lit)                                                                                                    \
	{                                                                                                              \
		(lit), sizeof(lit) - 1                                                                                 \
	}

static const struct {
	const char *p;
	size_t n;
} ranges[BYTE_SETS] = {
	[BYTES_CONTROL] = RANGES("\x00\x08\x0B\x1F\x7F\x7F\xC2\xC2\xCD\xCD\xE1\xE2\xEE\xFF"),
	[BYTES_COMPOSE] = RANGES("\xCC\xCF\xD2\xD2\xD4\xFF"),
	[BYTES_MARKUP] = RANGES("<<[[**__"),
	[BYTES_SPACE] = RANGES("\t\r  \xC2\xC2\xE1\xE3"),
	[BYTES_WORD] = RANGES("\x01 \xA0\xA0(("),
	[BYTES_GROWN] = RANGES("09AZaz,,\x81\x81\x84\x84\x86\x87\x90\x90\x92\xAF"),
	[BYTES_STOP] = RANGES("..!!??\xE2\xE2"),
};

void bytes_init(struct byte_sets *b)
{
	*b = (struct byte_sets){ 0 };
	for (int set = 0; set < BYTE_SETS; set++)
		for (size_t i = 0; i + 1 < ranges[set].n; i += 2)
			for (unsigned c = (unsigned char)ranges[set].p[i]; c <= (unsigned char)ranges[set].p[i + 1];
			     c++)
				b->has[set][c] = true;
}
