/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SQL_H
#define SVOD_SQL_H

#include "query.h"

/*
 * svod sql: any SELECT, and nothing else. Three locks: the file is open read-only, an authorizer lets reading through
 * and nothing that attaches, writes or loads, and a statement that runs for a minute is stopped.
 */
bool sql_run(struct query *q, char **operands, int n, struct err *e);

#endif
