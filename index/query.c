/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all questions share: where the answer goes and in which form. */
#include "query.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

struct table *query_table(struct query *q, const struct column *columns)
{
	return table_new(q->o->json ? TABLE_JSON : (enum table_format)q->o->format, columns, q->width, q->color,
			 &q->out);
}

bool query_for_people(const struct query *q)
{
	return !q->o->json && q->o->format == TABLE_TEXT;
}

bool query_flush(struct query *q, struct err *e)
{
	size_t at = 0;

	while (at < q->out.n) {
		ssize_t n = write(STDOUT_FILENO, q->out.p + at, q->out.n - at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_sys(e, EX_IOERR, "standard output");
		at += (size_t)n;
	}
	buf_reset(&q->out);
	return true;
}
