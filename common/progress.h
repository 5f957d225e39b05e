/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PROGRESS_H
#define SVOD_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "span.h"

enum progress_mode { PROGRESS_AUTO, PROGRESS_NEVER, PROGRESS_JSON };
extern const char *const progress_choices[]; /* auto never json */

/*
 * A progress line on stderr. auto: only on a terminal, only in the foreground, only after half a second, at most six
 * times a second, and erased at the end. json: one object a step, for programs. Never on stdout.
 */
struct progress {
	enum progress_mode mode;
	bool shown; /* a line stands on the terminal */
	double started_s, drawn_s;
	size_t total, done;
};

/* The clock starts; total: how many there are. Nothing is drawn yet, and nothing needs to be freed. */
void progress_start(struct progress *p, enum progress_mode mode, size_t total);

/* done of total are finished; label is what is worked on (a file name). */
void progress_step(struct progress *p, size_t done, struct span label);

/* Page (1…) of pages of path is worked on; as many are finished as the last step said. A page of a scan takes seconds.
 */
void progress_page(struct progress *p, const char *path, int page, int pages);

/* Takes the line away, so that other output may follow; the next step draws it again. */
void progress_clear(struct progress *p);

/* Seconds since the start. */
double progress_seconds(const struct progress *p);

#endif
