/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod tour: the steps of docs/tour/LANG.txt, one after the other; a line that begins with "$ " is a command. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buf.h"
#include "data.h"
#include "i18n.h"
#include "log.h"
#include "opt.h"
#include "tour.h"

static const struct example examples[] = {
	{ "svod tour", N_("two minutes, with svod's own documents, in a corpus that is thrown away") },
	{ 0 },
};

static const struct program program = {
	.name = "svod-tour",
	.summary = N_("shows svod in two minutes"),
	.examples = examples,
};

/* Finds a data file and puts its path into the environment variable name. */
static bool export_path(const char *name, const char *data, struct err *e)
{
	struct buf path = { 0 };
	bool ok = data_path(data, &path);

	if (ok)
		setenv(name, buf_str(&path), 1);
	else
		err_set(e, EX_UNAVAILABLE, _("%s is not installed"), data);
	buf_free(&path);
	return ok;
}

static bool read_steps(struct buf *out, struct err *e)
{
	struct buf path = { 0 };
	/* gettext's own choice: what it makes of a word that differs in the catalogues */
	bool russian = strcmp(_("Usage:"), "Usage:") != 0;
	int fd = data_path(russian ? "docs/tour/ru.txt" : "docs/tour/en.txt", &path)
			 ? open(buf_str(&path), O_RDONLY | O_CLOEXEC)
			 : -1;
	bool ok = fd >= 0 && buf_read_fd(out, fd, 1 << 20) == 0;

	if (fd >= 0)
		close(fd);
	buf_free(&path);
	return ok || err_set(e, EX_UNAVAILABLE, _("%s is not installed"), "docs/tour");
}

static volatile pid_t walker; /* the process of the steps; 0: not started, and in itself */

static void pass_on(int number)
{
	if (walker > 0)
		kill(walker, number);
}

/*
 * The steps in a process of their own: this one outlives whatever ends them (Ctrl-C, a terminal that was closed, a
 * reader that went away), and cleans up. Returns the exit code.
 */
static int walk_apart(struct span steps, const struct log *l, struct err *e)
{
	static const int endings[] = { SIGINT, SIGHUP, SIGTERM };
	enum { N = sizeof endings / sizeof *endings };
	void (*before[N])(int);
	int status;

	for (int i = 0; i < N; i++)
		before[i] = signal(endings[i], pass_on);
	walker = fork();
	if (walker < 0)
		return err_sys(e, EX_OSERR, "%s", "svod-tour") ? 0 : e->code;
	if (!walker) {
		for (int i = 0; i < N; i++)
			signal(endings[i], before[i]);
		tour_walk(steps);
		if (!err_flush(e))
			log_err(l, e);
		_exit(e->code);
	}
	while (waitpid(walker, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* The programs first in PATH, a corpus of the tour's own. */
static bool prepare(char *folder, struct err *e)
{
	struct buf path = { 0 };

	if (!mkdtemp(folder))
		return err_sys(e, EX_CANTCREAT, "%s", folder);
	data_bin_dir(&path);
	buf_addf(&path, ":%s", getenv("PATH") ? getenv("PATH") : "/usr/bin:/bin");
	setenv("PATH", buf_str(&path), 1);
	buf_reset(&path);
	buf_addf(&path, "%s/corpus.db", folder);
	setenv("SVOD_DB", buf_str(&path), 1);
	buf_free(&path);
	return export_path("SVOD_TOUR", "corpus/documents", e);
}

int main(int argc, char **argv)
{
	static const char *const leftovers[] = { "corpus.db", "corpus.db-wal", "corpus.db-shm" };
	struct opt_common o = { 0 };
	struct log l = { .program = "svod-tour" };
	struct err e = { 0 };
	struct buf steps = { 0 };
	char folder[] = "/tmp/svod-tour-XXXXXX";
	int code = 0;

	if (opt_parse(&program, &o, argc, argv, &e) > 0)
		err_set(&e, EX_USAGE, _("no operand is wanted"));
	if (o.stop)
		return o.stop - 1;
	if (!e.code && read_steps(&steps, &e) && prepare(folder, &e))
		code = walk_apart(buf_span(&steps), &l, &e);
	log_err(&l, &e);
	for (size_t i = 0; i < sizeof leftovers / sizeof *leftovers; i++) {
		char path[64];

		snprintf(path, sizeof path, "%s/%s", folder, leftovers[i]);
		unlink(path);
	}
	rmdir(folder);
	buf_free(&steps);
	return e.code ? e.code : code;
}
