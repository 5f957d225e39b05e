/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod doctor: what is installed and what is missing, with what to do about it. Changes nothing. */
#include <stdio.h>
#include <unistd.h>

#include "buf.h"
#include "data.h"
#include "i18n.h"
#include "install.h"
#include "log.h"
#include "opt.h"
#include "utf8.h"
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

/* One line: the state, what it is about, and more of it. */
static void say(const char *state, const char *what, const char *detail)
{
	enum { STATE = 8, WHAT = 24 };
	const struct {
		const char *text;
		size_t columns;
	} cells[] = { { state, STATE }, { what, WHAT } };

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		size_t n = utf8_count(span_of(cells[i].text));

		printf("%s%*s", cells[i].text, n < cells[i].columns ? (int)(cells[i].columns - n) : 1, "");
	}
	printf("%s\n", detail);
}

static bool say_checks(void)
{
	struct buf detail = { 0 };
	bool all = true;

	for (const struct install_check *c = install_checks; c->what; c++) {
		bool ok;

		buf_reset(&detail);
		ok = c->look(&detail);
		say(ok ? _("ok") : _("missing"), _(c->what), buf_str(&detail));
		all = all && ok;
	}
	buf_free(&detail);
	return all;
}

static void say_corpus(void)
{
	struct buf path = { 0 };

	data_corpus_path(NULL, &path);
	say(access(buf_str(&path), R_OK) ? _("none") : _("ok"), _("corpus"), buf_str(&path));
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
	ok = say_checks();
	say_corpus();
	if (err_flush(&e))
		return ok ? 0 : EX_UNAVAILABLE;
	log_err(&l, &e);
	return e.code;
}
