/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PLACES_SQL_P_H
#define SVOD_PLACES_SQL_P_H

#include "fts_p.h"

/*
 * Two functions of SQL, also in the sqlite3 shell with the extension:
 *   svod_holds(TEXT, QUERY)          1 when the text has what a query of svod search asks for, exact forms included
 *   svod_mark(TEXT, QUERY, ON, OFF)  the text with ON and OFF around what was found; NULL when it is not there
 * QUERY is the query's text, without fields (org:…), or a struct places bound as the pointer PLACES_POINTER. A
 * mistake in the query is an error. f lives longer than the connection. Returns SQLite's code.
 */
#define PLACES_POINTER "svod_places"
int places_register(sqlite3 *h, struct fts *f);

#endif
