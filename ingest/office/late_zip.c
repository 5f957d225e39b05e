/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libzip behind svod_zip.so, with the bounds that keep a small file from becoming a large memory. */
#include "late_zip.h"

#include <zip.h>

#include "limit.h"

/* struct zip_parts is a zip_t by another name. */
static zip_t *zip(struct zip_parts *p)
{
	return (zip_t *)(void *)p;
}

static const char *const cut_off = "the ZIP file that it is has lost its end: cut off or damaged. Get the file again";

static struct zip_parts *parts_open(struct span bytes, struct err *e)
{
	zip_error_t why;
	zip_source_t *source;
	zip_t *z;

	zip_error_init(&why);
	source = zip_source_buffer_create(bytes.p, bytes.n, 0, &why);
	z = source ? zip_open_from_source(source, ZIP_RDONLY, &why) : NULL;
	if (!z) {
		if (zip_error_code_zip(&why) == ZIP_ER_NOZIP || zip_error_code_zip(&why) == ZIP_ER_INCONS)
			err_set(e, EX_DATAERR, "%s", cut_off);
		else
			err_set(e, EX_DATAERR, "a ZIP file that cannot be opened: %s", zip_error_strerror(&why));
		if (source)
			zip_source_free(source);
	}
	zip_error_fini(&why);
	return (struct zip_parts *)(void *)z;
}

static void parts_close(struct zip_parts *p)
{
	zip_discard(zip(p));
}

static zip_int64_t find(struct zip_parts *p, const char *name)
{
	zip_int64_t i;

	while (*name == '/')
		name++;
	i = zip_name_locate(zip(p), name, 0);
	return i >= 0 ? i : zip_name_locate(zip(p), name, ZIP_FL_NOCASE);
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

static bool parts_read(struct zip_parts *p, const char *name, struct buf *out, struct err *e)
{
	zip_int64_t i = find(p, name);
	zip_stat_t st;
	zip_file_t *f;
	bool ok;

	if (i < 0)
		return false;
	if (zip_stat_index(zip(p), (zip_uint64_t)i, 0, &st) < 0)
		return err_set(e, EX_DATAERR, "%s in it is damaged. Get the file again", name);
	if (!bounded(&st, name, e))
		return false;
	f = zip_fopen_index(zip(p), (zip_uint64_t)i, 0);
	if (!f && st.encryption_method != ZIP_EM_NONE)
		return err_set(e, EX_DATAERR, "%s in it is encrypted. Save it without a password", name);
	if (!f)
		return err_set(e, EX_DATAERR, "%s in it cannot be unpacked: %s", name, zip_strerror(zip(p)));
	ok = inflate_part(f, &st, name, out, e);
	zip_fclose(f);
	return ok;
}

__attribute__((visibility("default"))) const struct zip_functions *svod_late_zip(void)
{
	static const struct zip_functions functions = { parts_open, parts_close, parts_read };

	return &functions;
}
