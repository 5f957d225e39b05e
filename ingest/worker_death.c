/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the end of a worker means to a person: most of them died of what they read. */
#include "worker_death.h"

#include <signal.h>
#include <sys/wait.h>
#include <sysexits.h>

bool worker_took_too_long(int status)
{
	return WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
}

const char *worker_death_cause(int status, bool listened)
{
	if (!listened)
		return "reading it was stopped: no sign of life for too long";
	if (WIFEXITED(status) && WEXITSTATUS(status) == EX_OSERR)
		return "reading it was stopped: it needs too much memory (damaged, or made to do so)";
	if (WIFEXITED(status))
		return "reading it ended early (damaged, or made to do so)";
	switch (WTERMSIG(status)) {
	case SIGXCPU:
	case SIGKILL:
		return "reading it was stopped: it takes too long (damaged, or made to do so)";
	case SIGSEGV:
	case SIGBUS:
	case SIGABRT:
	case SIGFPE:
	case SIGILL:
		return "reading it crashed (damaged, or made to do so)";
	default:
		return "reading it was stopped by a signal";
	}
}
