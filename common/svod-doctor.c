/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod doctor: what is installed and what is missing, with what to do about it. Changes nothing. */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "chain.h"
#include "data.h"
#include "i18n.h"
#include "log.h"
#include "morph.h"
#include "opt.h"
#include "version.h"

static const struct example examples[] = {
	{ "svod doctor", N_("is everything there? Exit code 69 where something is missing") },
	{ 0 },
};

static const struct program program = {
	.name = "svod-doctor",
	.summary = N_("says what is installed and what is missing"),
	.examples = examples,
};

static bool say(bool ok, const char *what, const char *detail)
{
	printf("%-8s%-24s%s\n", ok ? _("ok") : _("missing"), what, detail);
	return ok;
}

static bool check_programs(void)
{
	static const char *const names[] = { "read",  "clean", "extract", "resolve", "index",
					     "query", "rules", "eval",    "add" };
	struct buf path = { 0 }, missing = { 0 };
	size_t bin;
	bool ok;

	data_bin_dir(&path);
	bin = path.n;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		path.n = bin;
		buf_addf(&path, "/svod-%s", names[i]);
		if (access(buf_str(&path), X_OK))
			buf_addf(&missing, " svod-%s", names[i]);
	}
	path.n = bin;
	ok = missing.n == 0;
	say(ok, _("programs"), ok ? buf_str(&path) : buf_str(&missing) + 1);
	buf_free(&path);
	buf_free(&missing);
	return ok;
}

static bool check_dictionary(void)
{
	struct err e = { 0 };
	struct morph *m = morph_open(NULL, &e);
	bool ok = m && morph_has_dictionary(m);

	say(ok, _("Russian dictionary"),
	    ok       ? _("OpenCorpora")
	    : e.code ? e.text
		     : _("words are stemmed only. make setup fetches it where npm and a network are there"));
	morph_close(m);
	return ok;
}

static bool check_rules(void)
{
	char *argv[] = { "svod-rules", "check", NULL };
	char *const *const chain[] = { argv };
	struct buf out = { 0 };
	struct err e = { 0 };
	struct chain c;
	bool ok = chain_start(&c, chain, 1, STDIN_FILENO, false, &e) && buf_read_fd(&out, c.out, 1 << 20) == 0;

	ok = ok && chain_wait(&c) == 0;
	say(ok, _("rules"), ok ? _("load") : _("do not load: svod rules check tells where"));
	buf_free(&out);
	return ok;
}

/* Recognition languages, by the files that tesseract looks for. */
static bool check_ocr(void)
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
	if (!ok) {
		buf_reset(&pattern);
		buf_addf(&pattern, "apt-get install%s", buf_str(&missing));
	}
	say(ok, _("recognition of scans"), ok ? "rus kaz kir bel ukr eng" : buf_str(&pattern));
	buf_free(&missing);
	buf_free(&pattern);
	return ok;
}

static void say_corpus(void)
{
	struct buf path = { 0 };

	data_corpus_path(NULL, &path);
	printf("%-8s%-24s%s\n", access(buf_str(&path), R_OK) ? _("none") : _("ok"), _("corpus"), buf_str(&path));
	buf_free(&path);
}

int main(int argc, char **argv)
{
	struct opt_common o = { 0 };
	struct log l = { .program = "svod-doctor" };
	struct err e = { 0 };
	bool ok;

	if (opt_parse(&program, &o, argc, argv, &e) > 0)
		err_set(&e, EX_USAGE, _("no operand is wanted"));
	if (o.stop)
		return o.stop - 1;
	if (e.code) {
		log_err(&l, &e);
		return e.code;
	}
	printf("svod %s\n", SVOD_VERSION);
	ok = check_programs();
	ok &= check_dictionary();
	ok &= check_rules();
	ok &= check_ocr();
	say_corpus();
	return fflush(stdout) ? EX_IOERR : ok ? 0 : EX_UNAVAILABLE;
}
