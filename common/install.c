/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an installation, looked for one after another: people see what is missing before a document fails. */
#include "install.h"

#include <glob.h>
#include <stdlib.h>
#include <unistd.h>

#include "chain.h"
#include "data.h"
#include "i18n.h"
#include "morph.h"
#include "wordforms.h"

static bool look_programs(struct buf *detail)
{
	static const char *const names[] = { "read",  "clean", "extract", "resolve", "index",
					     "query", "rules", "eval",    "add" };
	struct buf path = { 0 };
	size_t bin;
	bool ok;

	data_bin_dir(&path);
	bin = path.n;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		path.n = bin;
		buf_addf(&path, "/svod-%s", names[i]);
		if (access(buf_str(&path), X_OK))
			buf_addf(detail, "%ssvod-%s", detail->n ? " " : "", names[i]);
	}
	ok = detail->n == 0;
	path.n = bin;
	if (ok)
		buf_add(detail, buf_span(&path));
	buf_free(&path);
	return ok;
}

static bool look_russian(struct buf *detail)
{
	struct err e = { 0 };
	struct morph *m = morph_open(NULL, &e);
	bool ok = m && morph_has_dictionary(m);

	buf_puts(detail,
		 ok       ? _("OpenCorpora")
		 : e.code ? e.text
			  : _("words are stemmed only. make setup fetches it where npm and a network are there"));
	morph_close(m);
	return ok;
}

static bool look_wordforms(struct buf *detail)
{
	bool ok = wordforms_version(SPAN("uk")) && wordforms_version(SPAN("be"));

	buf_puts(detail,
		 ok ? _("hunspell's")
		    : _("words are cut by endings. make setup installs hunspell-uk and hunspell-be, make writes "
			"their words out"));
	return ok;
}

static bool look_rules(struct buf *detail)
{
	char *argv[] = { "svod-rules", "check", NULL };
	char *const *const chain[] = { argv };
	struct buf out = { 0 };
	struct err e = { 0 };
	struct chain c;
	bool ok = chain_start(&c, chain, 1, STDIN_FILENO, false, &e) && buf_read_fd(&out, c.out, 1 << 20) == 0;

	ok = ok && chain_wait(&c) == 0;
	buf_puts(detail, ok ? _("load") : _("do not load: svod rules check tells where"));
	buf_free(&out);
	return ok;
}

/* What is loaded when the first document of its format comes. */
static bool look_formats(struct buf *detail)
{
	static const char *const names[] = { "pdf", "ocr", "ole", "zip", "archive" };
	struct buf name = { 0 }, path = { 0 };
	size_t found = 0;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		buf_reset(&name);
		buf_reset(&path);
		buf_addf(&name, "svod_%s.so", names[i]);
		if (data_path(buf_str(&name), &path))
			found++;
		else
			buf_addf(detail, "%s ", buf_str(&name));
	}
	buf_puts(detail, found == sizeof names / sizeof *names ? "pdf ocr ole zip archive" : _("make builds them"));
	buf_free(&name);
	buf_free(&path);
	return found == sizeof names / sizeof *names;
}

/* Recognition languages, by the files that tesseract looks for. */
static bool look_ocr(struct buf *detail)
{
	static const char *const languages[] = { "rus", "kaz", "kir", "bel", "ukr", "eng" };
	const char *prefix = getenv("TESSDATA_PREFIX");
	struct buf missing = { 0 }, pattern = { 0 };
	bool ok;

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		glob_t found;

		buf_reset(&pattern);
		buf_addf(&pattern, "%s/%s.traineddata",
			 prefix && *prefix ? prefix : "/usr/share/tesseract-ocr/*/tessdata", languages[i]);
		if (glob(buf_str(&pattern), 0, NULL, &found))
			buf_addf(&missing, " tesseract-ocr-%s", languages[i]);
		else
			globfree(&found);
	}
	ok = missing.n == 0;
	buf_addf(detail, "%s%s", ok ? "rus kaz kir bel ukr eng" : "apt-get install", ok ? "" : buf_str(&missing));
	buf_free(&missing);
	buf_free(&pattern);
	return ok;
}

/* For sqlite3 -cmd ".load PATH": built beside the libraries of objects, installed beside the rules. */
static bool look_extension(struct buf *detail)
{
	struct buf path = { 0 };
	bool ok = data_path("../lib/svod_fts5.so", &path) || data_path("svod_fts5.so", &path);
	char *whole = ok ? realpath(buf_str(&path), NULL) : NULL;

	buf_puts(detail, whole ? whole : _("make builds it"));
	free(whole);
	buf_free(&path);
	return ok;
}

const struct install_check install_checks[] = {
	{ N_("programs"), look_programs },
	{ N_("Russian dictionary"), look_russian },
	{ N_("Ukrainian, Belarusian"), look_wordforms },
	{ N_("rules"), look_rules },
	{ N_("formats"), look_formats },
	{ N_("recognition of scans"), look_ocr },
	{ N_("extension of SQLite"), look_extension },
	{ NULL, NULL },
};
