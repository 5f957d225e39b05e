/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libarchive behind svod_archive.so: ZIP, 7z, TAR, RAR and packed single files, member by member. */
#include "late_archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include "charset_guess.h"
#include "charset.h"
#include "limit.h"
#include "utf8.h"

struct unpacking {
	const struct reader_input *in;
	struct archive *a;
	reader_member *each;
	void *ctx;
	struct buf name, bytes;
	size_t total;
};

/* Names are UTF-8, or in the DOS or Windows charset of whoever packed it. */
static struct span member_name(struct unpacking *u, struct archive_entry *entry)
{
	struct span raw = span_of(archive_entry_pathname(entry));
	struct guess_score score;

	buf_reset(&u->name);
	if (utf8_valid(raw)) {
		buf_add(&u->name, raw);
	} else {
		struct charset c;

		if (charset_find(span_of(guess_table(raw, &score)->name), &c))
			charset_append(&u->name, raw, &c);
	}
	if (!u->name.n)
		buf_puts(&u->name, "data");
	return buf_span(&u->name);
}

/* Resource forks, hidden files, folders: nothing that a person put in to be read. */
static bool is_wanted(struct archive_entry *entry, struct span name)
{
	size_t base = name.n;

	while (base > 0 && name.p[base - 1] != '/')
		base--;
	return archive_entry_filetype(entry) == AE_IFREG && base < name.n && name.p[base] != '.' &&
	       !span_starts(name, SPAN("__MACOSX/"));
}

static bool too_large(const struct unpacking *u)
{
	size_t n = u->total + u->bytes.n;

	return u->bytes.n > LIMIT_FILE_BYTES ||
	       (n > LIMIT_RATIO_FROM && n / LIMIT_RATIO > (u->in->bytes.n ? u->in->bytes.n : 1));
}

static bool take_data(struct unpacking *u, struct err *e)
{
	char piece[65536];

	buf_reset(&u->bytes);
	for (;;) {
		la_ssize_t n = archive_read_data(u->a, piece, sizeof piece);

		if (n == 0)
			return true;
		if (n < 0)
			return err_set(e, EX_DATAERR, "%.*s in it is damaged or encrypted: %s",
				       SPAN_ARG(buf_span(&u->name)),
				       archive_error_string(u->a) ? archive_error_string(u->a) : "not readable");
		buf_add(&u->bytes, span_make(piece, (size_t)n));
		if (too_large(u))
			return err_set(e, EX_DATAERR,
				       "%.*s unpacks to more than %d times the archive's size: a bomb, not read",
				       SPAN_ARG(buf_span(&u->name)), LIMIT_RATIO);
	}
}

static bool each_entry(struct unpacking *u, struct err *e)
{
	struct archive_entry *entry;
	int members = 0, got;

	while ((got = archive_read_next_header(u->a, &entry)) == ARCHIVE_OK || got == ARCHIVE_WARN) {
		struct span name = member_name(u, entry);

		if (!is_wanted(entry, name))
			continue;
		if (++members > LIMIT_MEMBERS)
			return err_set(e, EX_DATAERR, "more than %d files in it: the rest was not read", LIMIT_MEMBERS);
		if (!take_data(u, e))
			return false;
		u->total += u->bytes.n;
		(void)buf_str(&u->bytes);
		if (!u->each(u->ctx, name, buf_span(&u->bytes)))
			return true;
	}
	if (got != ARCHIVE_EOF)
		return err_set(e, EX_DATAERR, "a damaged or encrypted archive: %s",
			       archive_error_string(u->a) ? archive_error_string(u->a) : "not readable");
	return members > 0 || err_set(e, EX_DATAERR, "an archive without files in it");
}

static void support(struct archive *a)
{
	archive_read_support_filter_gzip(a);
	archive_read_support_filter_bzip2(a);
	archive_read_support_filter_xz(a);
	archive_read_support_filter_zstd(a);
	archive_read_support_format_zip(a);
	archive_read_support_format_7zip(a);
	archive_read_support_format_tar(a);
	archive_read_support_format_rar(a);
	archive_read_support_format_rar5(a);
	archive_read_support_format_cab(a);
	archive_read_support_format_raw(a); /* one packed file */
}

static bool unpack(const struct reader_input *in, reader_member *each, void *ctx, struct err *e)
{
	struct unpacking u = { .in = in, .each = each, .ctx = ctx };
	bool ok;

	/* libarchive converts names by the locale: in this one it leaves them alone */
	(void)setlocale(LC_CTYPE, "C.UTF-8");
	u.a = archive_read_new();
	support(u.a);
	if (archive_read_open_memory(u.a, in->bytes.p, in->bytes.n) != ARCHIVE_OK)
		ok = err_set(e, EX_DATAERR, "a damaged archive: %s",
			     archive_error_string(u.a) ? archive_error_string(u.a) : "not readable");
	else
		ok = each_entry(&u, e);
	archive_read_free(u.a);
	buf_free(&u.name);
	buf_free(&u.bytes);
	return ok;
}

__attribute__((visibility("default"))) archive_unpack *svod_late_archive(void)
{
	return unpack;
}
