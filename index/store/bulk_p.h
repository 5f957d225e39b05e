/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_BULK_P_H
#define SVOD_BULK_P_H

#include "db_p.h"

/*
 * The first load of a database. It is written beside its place, as PATH-bulk, without a journal: nobody looks at what
 * a killed load leaves there, and the next one begins anew. It takes its place when it is complete.
 */

/* Sends db, not opened yet, to PATH-bulk. 75 while another load makes the same database; 73: no file can be made. */
bool bulk_begin(struct db *db, struct err *e) MUST_USE;

/* Closes the connection and moves the file to its place; db itself stays. 75, and the file is removed, where another
 * writer has made the database in the meantime; 73 and 74 as elsewhere. */
bool bulk_end(struct db *db, struct err *e) MUST_USE;

/* Removes what is still beside: a load that failed leaves nothing. Without a load, or after bulk_end, does nothing. */
void bulk_drop(struct db *db);

#endif
