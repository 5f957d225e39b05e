/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_INTAKE_H
#define SVOD_INTAKE_H

#include "db.h"
#include "log.h"

/* What svod-index does with a database, once it is open. Each returns the exit code; e has the message of a failure. */

/* Reads the streams named by operands (none: stdin) into it, a transaction a batch. */
int intake_stream(struct db *db, const struct log *log, char **operands, int n, struct err *e);

/* Forgets the files at paths, and with prune those that are not there any more. */
int intake_remove(struct db *db, const struct log *log, bool prune, char **paths, int n, struct err *e);

/* Says what is wrong with it; with repair, makes it whole again. 65 when something was wrong. */
int intake_check(struct db *db, const struct log *log, bool repair, struct err *e);

#endif
