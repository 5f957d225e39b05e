/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LOG_H
#define SVOD_LOG_H

#include <stdbool.h>

#include "err.h"

/* Messages for people on stderr: "program: place: problem, what to do". Only main and the main loops call these. */
struct log {
	const char *program;
	int level; /* -1 quiet: errors only; 0 warnings; 1, 2: more and more of what is done */
	bool color;
};

/* An error that is set; without one nothing is said. */
void log_err(const struct log *l, const struct err *e);
/* A warning, from level 0 on. */
void log_warn(const struct log *l, const char *format, ...) __attribute__((format(printf, 2, 3)));
void log_info(const struct log *l, const char *format, ...) __attribute__((format(printf, 2, 3))); /* level 1 */

/* Colour on that descriptor? choice as in opt_common.color; NO_COLOR (https://no-color.org) counts for auto. */
bool log_wants_color(int choice, int fd);

#endif
