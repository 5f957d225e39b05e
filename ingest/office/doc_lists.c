/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of a binary Word file: [MS-DOC] 2.9.131 (LFO), 2.9.147 (LSTF), 2.9.150 (LVLF). */
#include "doc_lists.h"

#include "utf8.h"

enum { PLF_LST = 73, PLF_LFO = 74, LSTF_BYTES = 28, LVLF_BYTES = 28, LFO_BYTES = 16, MAX_LISTS = 10000 };

static enum num_format format_of(unsigned nfc)
{
	static const struct {
		unsigned nfc;
		enum num_format format;
	} formats[] = {
		{ 0, NUM_DECIMAL },        { 1, NUM_UPPER_ROMAN },   { 2, NUM_LOWER_ROMAN }, { 3, NUM_UPPER_LETTER },
		{ 4, NUM_LOWER_LETTER },   { 22, NUM_DECIMAL_ZERO }, { 23, NUM_BULLET },     { 58, NUM_LOWER_RUSSIAN },
		{ 59, NUM_UPPER_RUSSIAN }, { 255, NUM_NONE },
	};

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (formats[i].nfc == nfc)
			return formats[i].format;
	return NUM_DECIMAL;
}

/* The mark's text: characters 0 … 8 stand for the numbers of the levels. */
static struct span pattern_of(struct doc_file *f, struct doc_bytes b, size_t at, unsigned n)
{
	struct buf text = { 0 };
	struct span s;

	for (unsigned i = 0; i < n && i < 64; i++) {
		unsigned c = doc_u16(b, at + 2 * (size_t)i);

		if (c < NUM_LEVELS)
			buf_addf(&text, "%%%u", c + 1);
		else
			buf_put_utf8(&text, c);
	}
	s = arena_dup(f->a, buf_span(&text));
	buf_free(&text);
	return s;
}

/* A number that lists begin with, of which there is room to count on; otherwise where nobody begins so. */
static int start_of(uint32_t n, int otherwise)
{
	return n <= 100000 ? (int)n : otherwise;
}

/* Reads one LVL at *at and moves behind it. False: beyond the end. */
static bool read_level(struct doc_file *f, struct doc_bytes b, size_t *at, struct num_level *l)
{
	size_t chpx, papx, text;
	unsigned n, flags;

	if (*at + LVLF_BYTES > b.n)
		return false;
	flags = b.p[*at + 5];
	chpx = b.p[*at + 24];
	papx = b.p[*at + 25];
	text = *at + LVLF_BYTES + papx + chpx;
	n = doc_u16(b, text);
	if (text + 2 + 2 * (size_t)n > b.n)
		return false;
	*l = (struct num_level){
		.set = true,
		.start = start_of(doc_u32(b, *at), 1),
		.format = format_of(b.p[*at + 4]),
		.legal = flags & 4,
		.restart = flags & 8 ? (int)b.p[*at + 26] : -1,
		.text = pattern_of(f, b, text + 2, n),
	};
	*at = text + 2 + 2 * (size_t)n;
	return true;
}

/* Definitions; their levels follow the table of them in the stream, beyond the part's own length. */
static void read_definitions(struct doc_file *f)
{
	struct doc_bytes part = doc_table_part(f, PLF_LST);
	unsigned n = doc_u16(part, 0);
	struct doc_bytes rest;
	size_t at = 0;

	if (part.n < 2 || n > MAX_LISTS || 2 + (size_t)n * LSTF_BYTES > part.n)
		return;
	rest = (struct doc_bytes){ part.p + part.n, (size_t)(f->table.p + f->table.n - (part.p + part.n)) };
	for (unsigned i = 0; i < n; i++) {
		size_t lstf = 2 + (size_t)i * LSTF_BYTES;
		struct num_definition *d = numbering_add_definition(&f->numbering, f->a, (int)doc_u32(part, lstf));
		int levels = part.p[lstf + 26] & 1 ? 1 : NUM_LEVELS;

		for (int k = 0; k < levels; k++)
			if (!read_level(f, rest, &at, &d->levels[k]))
				return;
	}
}

static bool read_overrides(struct doc_file *f, struct doc_bytes part, size_t *at, unsigned n, struct num_list *l)
{
	*at += 4; /* cp of an old numbering field */
	for (unsigned k = 0; k < n; k++) {
		unsigned flags = doc_u32(part, *at + 4) & 0xff;
		unsigned level = flags & 15;

		if (*at + 8 > part.n || level >= NUM_LEVELS)
			return false;
		if (flags & 16)
			l->start[level] = start_of(doc_u32(part, *at), -1);
		*at += 8;
		if ((flags & 32) && !read_level(f, part, at, &l->levels[level]))
			return false;
		if ((flags & 16) && (flags & 32))
			l->start[level] = l->levels[level].start;
	}
	return true;
}

void doc_lists_read(struct doc_file *f)
{
	struct doc_bytes part = doc_table_part(f, PLF_LFO);
	uint32_t n = doc_u32(part, 0);
	size_t at;

	read_definitions(f);
	if (n > MAX_LISTS || 4 + (size_t)n * LFO_BYTES > part.n)
		return;
	for (uint32_t i = 0; i < n; i++)
		(void)numbering_add_list(&f->numbering, f->a, (int)i + 1,
					 (int)doc_u32(part, 4 + (size_t)i * LFO_BYTES));
	at = 4 + (size_t)n * LFO_BYTES;
	for (uint32_t i = 0; i < n; i++)
		if (!read_overrides(f, part, &at, part.p[4 + (size_t)i * LFO_BYTES + 12], &f->numbering.lists[i]))
			return;
}
