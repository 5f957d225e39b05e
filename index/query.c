/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all questions share: where the answer goes and in which form. */
#include "query.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "db_p.h"
#include "i18n.h"

struct table *query_table(struct query *q, const struct column *columns)
{
	return table_new(q->o->json ? TABLE_JSON : (enum table_format)q->o->format, columns, q->width, q->color,
			 &q->out);
}

bool query_is_json(const struct query *q)
{
	return q->o->json || q->o->format == TABLE_JSON || q->o->format == TABLE_JSONL;
}

bool query_for_people(const struct query *q)
{
	return !q->o->json && q->o->format == TABLE_TEXT;
}

bool query_flush(struct query *q, struct err *e)
{
	if (!buf_write_fd(STDOUT_FILENO, buf_span(&q->out)))
		return err_sys(e, EX_IOERR, "%s", _("standard output"));
	buf_reset(&q->out);
	return true;
}

bool query_say_nothing(struct query *q, struct span advice, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool empty;

	if (q->log->level < 0)
		return true;
	if (!db_prepare(q->db, "SELECT 1 FROM documents LIMIT 1", &st, e))
		return false;
	empty = sqlite3_step(st) == SQLITE_DONE;
	sqlite3_finalize(st);
	if (empty)
		fprintf(stderr, "%s\n", _("The corpus is empty. Fill it: svod add FOLDER"));
	else
		fprintf(stderr, "%s\n%.*s", _("Nothing was found."), SPAN_ARG(advice));
	q->said = true;
	return true;
}
