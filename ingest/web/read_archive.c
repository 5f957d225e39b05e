/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ZIP, 7z, TAR, RAR and packed single files: told from documents here, unpacked by libarchive, which comes late. */
#include "reader.h"

#include "late.h"
#include "late_archive.h"
#include "package.h"

static const struct {
	struct span magic;
	size_t at;
} magics[] = {
	{ { "PK\3\4", 4 }, 0 },
	{ { "PK\5\6", 4 }, 0 },
	{ { "7z\xbc\xaf\x27\x1c", 6 }, 0 },
	{ { "Rar!\x1a\x07", 6 }, 0 },
	{ { "\x1f\x8b", 2 }, 0 },
	{ { "BZh", 3 }, 0 },
	{ { "\xfd"
	    "7zXZ",
	    5 },
	  0 },
	{ { "\x28\xb5\x2f\xfd", 4 }, 0 },
	{ { "MSCF", 4 }, 0 },
	{ { "ustar", 5 }, 257 },
};

static bool sniff(const struct reader_input *in)
{
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (in->bytes.n > magics[i].at &&
		    span_starts(span_sub(in->bytes, magics[i].at, in->bytes.n), magics[i].magic))
			return true;
	return false;
}

/* An Office package that no reader took: spreadsheets, slides. */
static const char *office_package(struct span bytes)
{
	if (!package_mentions(bytes, "[Content_Types].xml") && !package_mentions(bytes, "_rels/.rels") &&
	    !package_mimetype(bytes).n)
		return NULL;
	if (package_mentions(bytes, "xl/"))
		return "an Excel table, not a document. Convert it: soffice --convert-to html";
	if (package_mentions(bytes, "ppt/"))
		return "slides, not a document. Convert them: soffice --convert-to pdf";
	if (span_starts(package_mimetype(bytes), SPAN("application/vnd.oasis.opendocument")))
		return "an OpenDocument file other than text: not supported. Convert it: soffice --convert-to pdf";
	return "an Office package without a document in it: damaged, or of another kind";
}

static archive_unpack *load(struct err *e)
{
	archive_unpack *(*entry)(void);

	entry = (archive_unpack * (*)(void)) late_load("svod_archive.so", "svod_late_archive", "archives", e);
	return entry ? entry() : NULL;
}

static const void *prepare(void)
{
	struct err ignored = { 0 }; /* said when the archive is unpacked */

	(void)load(&ignored);
	return NULL;
}

static bool unpack(const struct reader_input *in, reader_member *each, void *ctx, struct err *e)
{
	const char *office = office_package(in->bytes);
	archive_unpack *all;

	if (office)
		return err_set(e, EX_DATAERR, "%s", office);
	all = load(e);
	return all && all(in, each, ctx, e);
}

const struct reader reader_archive = { .format = "archive", .sniff = sniff, .unpack = unpack, .prepare = prepare };
