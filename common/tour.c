/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of svod tour as a person follows them. */
#include "tour.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "i18n.h"

static void run_command(struct span command)
{
	char *text = strndup(command.p, command.n);

	printf("\n$ %s\n", text);
	fflush(stdout);
	if (system(text) == -1)
		perror("sh");
	free(text);
}

static void pause_for_key(void)
{
	int c;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return;
	printf("\n%s ", _("[Enter]"));
	fflush(stdout);
	do
		c = getchar();
	while (c != '\n' && c != EOF);
}

void tour_walk(struct span steps)
{
	while (steps.n && !ferror(stdout)) {
		struct span line = span_cut(&steps, '\n');

		if (span_starts(line, SPAN("$ "))) {
			run_command(span_sub(line, 2, line.n));
			pause_for_key();
		} else {
			printf("\n%.*s\n", SPAN_ARG(line));
		}
	}
}
