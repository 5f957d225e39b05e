/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_INSTALL_H
#define SVOD_INSTALL_H

#include <stdbool.h>

#include "buf.h"

/*
 * Looks whether what svod needs at run time is there: its programs, dictionaries, rules, what reads single formats and
 * scans, the extension of SQLite. Changes nothing; svod-rules is started to load the rules.
 */
struct install_check {
	const char *what; /* to be translated where it is printed */

	/* Appends to detail where it is or which it is; where it is missing, what to do about it, translated. */
	bool (*look)(struct buf *detail);
};

extern const struct install_check install_checks[]; /* ended by a NULL what */

#endif
