/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LATE_H
#define SVOD_LATE_H

#include "err.h"

/*
 * Libraries that only some documents need are not linked to svod-read: those of PDF alone would cost every run fifteen
 * milliseconds, and every forked worker their pages. Each stands behind a small shared library of ours in the data
 * folder, which is loaded when the first such document comes: by the parent (reader.prepare), so that it is done once
 * for all documents. Only what few documents need is loaded by the worker itself (sandbox.c names it).
 *
 * The function of that name in the library of that name, to be cast to its type; it stays loaded, asking again is
 * cheap. NULL: e has 69 and what is missing for the documents called what.
 */
typedef void late_function(void);
late_function *late_load(const char *library, const char *function, const char *what, struct err *e);

#endif
