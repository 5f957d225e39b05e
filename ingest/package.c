/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents in ZIP files, through libzip, with the bounds that keep a small file from becoming a large memory. */
#include "package.h"

#include <string.h>
#include <stdlib.h>
#include <zip.h>

#include "limit.h"
#include "mem.h"

struct package {
	zip_t *zip;
};

static const char *const cut_off = "the ZIP file that it is has lost its end: cut off or damaged. Get the file again";

struct package *package_open(struct span bytes, struct err *e)
{
	zip_error_t why;
	zip_source_t *source;
	struct package *p = mem_alloc(sizeof *p);

	zip_error_init(&why);
	source = zip_source_buffer_create(bytes.p, bytes.n, 0, &why);
	p->zip = source ? zip_open_from_source(source, ZIP_RDONLY, &why) : NULL;
	if (!p->zip) {
		if (zip_error_code_zip(&why) == ZIP_ER_NOZIP || zip_error_code_zip(&why) == ZIP_ER_INCONS)
			err_set(e, EX_DATAERR, "%s", cut_off);
		else
			err_set(e, EX_DATAERR, "a ZIP file that cannot be opened: %s", zip_error_strerror(&why));
		if (source)
			zip_source_free(source);
		free(p);
		p = NULL;
	}
	zip_error_fini(&why);
	return p;
}

void package_close(struct package *p)
{
	if (p)
		zip_discard(p->zip);
	free(p);
}

static zip_int64_t find(struct package *p, const char *name)
{
	zip_int64_t i;

	while (*name == '/')
		name++;
	i = zip_name_locate(p->zip, name, 0);
	return i >= 0 ? i : zip_name_locate(p->zip, name, ZIP_FL_NOCASE);
}

bool package_has(struct package *p, const char *name)
{
	return find(p, name) >= 0;
}

static bool bounded(const zip_stat_t *st, const char *name, struct err *e)
{
	if (st->size > LIMIT_RATIO_FROM && st->comp_size > 0 && st->size / st->comp_size > LIMIT_RATIO)
		return err_set(e, EX_DATAERR, "%s unpacks to %llu times its size: a ZIP bomb, not read", name,
			       (unsigned long long)(st->size / st->comp_size));
	if (st->size > LIMIT_FILE_BYTES)
		return err_set(e, EX_DATAERR, "%s unpacks to more than %d MB: not read", name, LIMIT_FILE_BYTES >> 20);
	return true;
}

/* Reads what the directory promises and no more. */
static bool inflate_part(zip_file_t *f, const zip_stat_t *st, const char *name, struct buf *out, struct err *e)
{
	zip_uint64_t left = st->size;

	while (left) {
		size_t want = left < (1 << 20) ? (size_t)left : (size_t)1 << 20;
		zip_int64_t n;

		buf_room(out, want);
		n = zip_fread(f, out->p + out->n, want);
		if (n <= 0)
			return err_set(e, EX_DATAERR, "%s in it is damaged. Get the file again", name);
		out->n += (size_t)n;
		left -= (zip_uint64_t)n;
	}
	return true;
}

bool package_part(struct package *p, const char *name, struct buf *out, struct err *e)
{
	zip_int64_t i = find(p, name);
	zip_stat_t st;
	zip_file_t *f;
	bool ok;

	if (i < 0)
		return false;
	if (zip_stat_index(p->zip, (zip_uint64_t)i, 0, &st) < 0)
		return err_set(e, EX_DATAERR, "%s in it is damaged. Get the file again", name);
	if (!bounded(&st, name, e))
		return false;
	f = zip_fopen_index(p->zip, (zip_uint64_t)i, 0);
	if (!f && st.encryption_method != ZIP_EM_NONE)
		return err_set(e, EX_DATAERR, "%s in it is encrypted. Save it without a password", name);
	if (!f)
		return err_set(e, EX_DATAERR, "%s in it cannot be unpacked: %s", name, zip_strerror(p->zip));
	ok = inflate_part(f, &st, name, out, e);
	zip_fclose(f);
	return ok;
}

size_t package_count(struct package *p)
{
	zip_int64_t n = zip_get_num_entries(p->zip, 0);

	return n > 0 ? (size_t)n : 0;
}

const char *package_name(struct package *p, size_t i)
{
	return zip_get_name(p->zip, i, 0);
}

/* Local file header: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7. */
enum { HEADER_BYTES = 30, NAME_LENGTH_AT = 26, EXTRA_LENGTH_AT = 28, SIZE_AT = 18 };

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

bool package_mentions(struct span bytes, const char *name)
{
	if (bytes.n < HEADER_BYTES || memcmp(bytes.p, "PK\3\4", 4))
		return false;
	return memmem(bytes.p, bytes.n, name, strlen(name)) != NULL;
}
