/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SAVED_H
#define SVOD_SAVED_H

#include "mem.h"
#include "query.h"

/* Queries kept by name in the database, as the arguments that were typed. */

/* Keeps the arguments (without --save NAME) under that name; an older one of the name is replaced. */
bool saved_keep(struct query *q, const char *name, struct err *e) MUST_USE;

/* Removes it; 66 with the names that there are when it is none of them. */
bool saved_forget(struct query *q, const char *name, struct err *e) MUST_USE;

/* The arguments of that name, in the arena, after args[0]; 66 with the names that there are when it is none of them. */
bool saved_load(struct query *q, const char *name, struct arena *a, char ***args, int *n, struct err *e) MUST_USE;

#endif
