/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents in ZIP files: what can be said without unpacking here, the rest by libzip, which comes late. */
#include "package.h"

#include <stdlib.h>
#include <string.h>

#include "late.h"
#include "late_zip.h"
#include "mem.h"

struct package {
	const struct zip_functions *f;
	struct zip_parts *parts;
};

static const struct zip_functions *load(struct err *e)
{
	const struct zip_functions *(*entry)(void);

	entry = (const struct zip_functions *(*)(void))late_load("svod_zip.so", "svod_late_zip", "DOCX, ODT and EPUB",
								 e);
	return entry ? entry() : NULL;
}

const void *package_prepare(void)
{
	struct err ignored = { 0 }; /* said when the document is read */

	return load(&ignored);
}

struct package *package_open(struct span bytes, const void *late, struct err *e)
{
	const struct zip_functions *f = late ? late : load(e);
	struct zip_parts *parts = f ? f->open(bytes, e) : NULL;
	struct package *p;

	if (!parts)
		return NULL;
	p = mem_alloc(sizeof *p);
	*p = (struct package){ f, parts };
	return p;
}

void package_close(struct package *p)
{
	if (p)
		p->f->close(p->parts);
	free(p);
}

bool package_part(struct package *p, const char *name, struct buf *out, struct err *e)
{
	return p->f->read(p->parts, name, out, e);
}

/* Local file header: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7. */
enum { HEADER_BYTES = 30, NAME_LENGTH_AT = 26, EXTRA_LENGTH_AT = 28, SIZE_AT = 18 };

/* The record at the end, of 22 bytes and a comment of at most 65,535. */
enum { END_BYTES = 22, END_SIZE_AT = 12, END_OFFSET_AT = 16, END_COMMENT = 65535 };

static size_t le16(const char *p)
{
	return (size_t)(unsigned char)p[0] | (size_t)(unsigned char)p[1] << 8;
}

struct span package_mimetype(struct span bytes)
{
	const char *h = bytes.p;
	size_t name, data, size;

	if (bytes.n < HEADER_BYTES || memcmp(h, "PK\3\4", 4))
		return span_make(NULL, 0);
	name = le16(h + NAME_LENGTH_AT);
	data = HEADER_BYTES + name + le16(h + EXTRA_LENGTH_AT);
	size = le16(h + SIZE_AT) | le16(h + SIZE_AT + 2) << 16;
	if (data > bytes.n || !span_eq(span_sub(bytes, HEADER_BYTES, HEADER_BYTES + name), SPAN("mimetype")))
		return span_make(NULL, 0);
	return span_sub(bytes, data, data + (size && size < 100 ? size : 60));
}

static size_t le32(const char *p)
{
	return le16(p) | le16(p + 2) << 16;
}

/*
 * The list of the entries' names, 4.3.12 of the same, found by the record at the end, 4.3.16; all bytes where a damaged
 * file has none. Entries that are ZIP files themselves and were stored as they are have names of their own before it.
 */
static struct span directory_of(struct span bytes)
{
	size_t at = bytes.n < END_BYTES ? 0 : bytes.n - END_BYTES;
	size_t least = at > END_COMMENT ? at - END_COMMENT : 0;

	for (; at > least; at--) {
		const char *h = bytes.p + at;
		size_t size, from;

		if (memcmp(h, "PK\5\6", 4))
			continue;
		size = le32(h + END_SIZE_AT);
		from = le32(h + END_OFFSET_AT);
		if (from < at && size <= at - from && size >= 4 && !memcmp(bytes.p + from, "PK\1\2", 4))
			return span_sub(bytes, from, from + size);
	}
	return bytes;
}

bool package_mentions(struct span bytes, const char *name)
{
	struct span names;

	if (bytes.n < HEADER_BYTES || memcmp(bytes.p, "PK\3\4", 4))
		return false;
	names = directory_of(bytes);
	return memmem(names.p, names.n, name, strlen(name)) != NULL;
}
