/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The front command: `svod NAME …` runs svod-NAME beside it, or svod-query NAME for a question. No logic of a stage. */
#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "buf.h"
#include "data.h"

int main(int argc, char **argv)
{
	struct buf path = { 0 };

	if (argc < 2) {
		fputs("svod: what is to be done? svod --help\n", stderr);
		return EX_USAGE;
	}
	if (!data_bin_dir(&path))
		return EX_OSERR;
	buf_addf(&path, "/svod-%s", argv[1]);
	execv(buf_str(&path), argv + 1);
	fprintf(stderr, "svod: %s: no such command. svod --help\n", argv[1]);
	return EX_USAGE;
}
