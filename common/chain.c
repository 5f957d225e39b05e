/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting svod's own programs: what the front command does instead of a shell. */
#include "chain.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buf.h"
#include "data.h"
#include "i18n.h"

extern char **environ;

static int spawn(pid_t *pid, char *const *argv, int in, int out, bool keep_interrupts)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	struct buf path = { 0 };
	sigset_t defaults;
	int failed;

	sigemptyset(&defaults);
	if (!keep_interrupts)
		sigaddset(&defaults, SIGINT);
	sigaddset(&defaults, SIGPIPE);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigdefault(&attr, &defaults);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_init(&actions);
	if (in >= 0)
		posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	if (out >= 0)
		posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	if (data_bin_dir(&path))
		buf_putc(&path, '/');
	buf_puts(&path, argv[0]);
	failed = posix_spawn(pid, buf_str(&path), &actions, &attr, argv, environ);
	buf_free(&path);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attr);
	return failed;
}

static bool make_pipe(int fds[2], struct err *e)
{
	if (pipe2(fds, O_CLOEXEC))
		return err_sys(e, EX_OSERR, _("no pipe could be made"));
	(void)fcntl(fds[1], F_SETPIPE_SZ, 1 << 20); /* where it is allowed */
	return true;
}

bool chain_start(struct chain *c, char *const *const *argvs, size_t n, int in, bool keep_interrupts, struct err *e)
{
	*c = (struct chain){ .out = -1 };
	for (size_t i = 0; i < n && i < CHAIN_PROGRAMS; i++) {
		int fds[2], failed;

		if (!make_pipe(fds, e))
			return false;
		failed = spawn(&c->pids[i], argvs[i], i ? c->out : in, fds[1], keep_interrupts);
		if (i)
			close(c->out);
		close(fds[1]);
		c->out = fds[0];
		if (failed)
			return err_set(e, EX_OSERR, _("%s: cannot start: %s"), argvs[i][0], err_why(failed));
		c->n++;
	}
	return true;
}

bool chain_start_writer(struct chain *c, char *const *argv, int *in, struct err *e)
{
	int fds[2], failed;

	*c = (struct chain){ .out = -1 };
	if (!make_pipe(fds, e))
		return false;
	failed = spawn(&c->pids[0], argv, fds[0], -1, true);
	close(fds[0]);
	if (failed) {
		close(fds[1]);
		return err_set(e, EX_OSERR, _("%s: cannot start: %s"), argv[0], err_why(failed));
	}
	c->n = 1;
	*in = fds[1];
	return true;
}

int chain_worse(int a, int b)
{
	static const int order[] = { EX_OSERR,    EX_SOFTWARE, EX_CONFIG, EX_UNAVAILABLE, EX_CANTCREAT,
				     EX_TEMPFAIL, EX_IOERR,    EX_USAGE,  EX_DATAERR,     EX_NOINPUT };

	if (a > 128 || b > 128)
		return a > b ? a : b;
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		if (a == order[i] || b == order[i])
			return order[i];
	return a ? a : b;
}

int chain_wait(struct chain *c)
{
	int worst = 0;

	if (c->out >= 0)
		close(c->out);
	c->out = -1;
	for (size_t i = 0; i < c->n; i++) {
		int status, code = EX_OSERR;

		while (waitpid(c->pids[i], &status, 0) < 0 && errno == EINTR)
			;
		if (WIFEXITED(status))
			code = WEXITSTATUS(status);
		/* a reader of ours that ended early leaves SIGPIPE behind: its own code tells why */
		else if (WIFSIGNALED(status))
			code = WTERMSIG(status) == SIGPIPE ? 0 : 128 + WTERMSIG(status);
		worst = chain_worse(worst, code);
	}
	c->n = 0;
	return worst;
}
