/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files are there already: asked by svod add before it reads anything. */
#include "known.h"

#include "db_p.h"
#include "i18n.h"

bool known_print(struct db *db, FILE *out, struct err *e)
{
	static const char sql[] = "SELECT DISTINCT json_extract(source, '$.sha256'), path FROM files "
				  "WHERE json_extract(source, '$.sha256') IS NOT NULL ORDER BY path";
	sqlite3_stmt *s = NULL;
	sqlite3_int64 tables;
	int step;

	if (!db_int(db, "SELECT count(*) FROM sqlite_schema", &tables, e))
		return false;
	if (!tables) /* as an ended first run leaves it */
		return true;
	if (!db_prepare(db, sql, &s, e))
		return false;
	while ((step = sqlite3_step(s)) == SQLITE_ROW)
		fprintf(out, "%s  %s%c", sqlite3_column_text(s, 0), sqlite3_column_text(s, 1), '\0');
	sqlite3_finalize(s);
	if (step != SQLITE_DONE)
		return db_fail(db, e);
	return fflush(out) == 0 || err_sys(e, EX_IOERR, "%s", _("standard output"));
}
