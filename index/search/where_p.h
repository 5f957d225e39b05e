/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WHERE_P_H
#define SVOD_WHERE_P_H

#include "db_p.h"
#include "where.h"

/* Binds the values; the statement holds them until it is finalized or rebound, the where must live as long. */
void where_bind(const struct where *w, sqlite3_stmt *s);

#endif
