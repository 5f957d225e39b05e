/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_KNOWN_H
#define SVOD_KNOWN_H

#include <stdio.h>

#include "db.h"

/*
 * Prints "SHA-256  path" of every file in the database, each ended by a NUL, for svod add to leave out what has not
 * changed; nothing when db has no tables yet (DB_KNOWN). Members of an archive give their archive once. Errors: 74
 * writing, and those of the database.
 */
bool known_print(struct db *db, FILE *out, struct err *e) MUST_USE;

#endif
