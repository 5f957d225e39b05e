/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines in a period. Rows without one day (every year, continuous, by schedule) are counted, and shown on request.
 */
#include "due.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "db_p.h"
#include "i18n.h"
#include "listing.h"
#include "names.h"
#include "utf8.h"
#include "when.h"

const char *const due_format_choices[] = { "table", "csv", "tsv", "json", "jsonl", "ics", NULL };
enum { FORMAT_ICS = 5 };

void due_short(struct span value, struct buf *out)
{
	size_t slash = span_find_char(value, '/', 0), same = 0;
	struct span a, b;

	if (slash == SPAN_NONE || span_starts(value, SPAN("R"))) {
		buf_add(out, value);
		return;
	}
	a = span_sub(value, 0, slash);
	b = span_sub(value, slash + 1, value.n);
	for (size_t i = 0; i < a.n && i < b.n && a.p[i] == b.p[i]; i++)
		if (a.p[i] == '-')
			same = i + 1;
	buf_add(out, a);
	buf_putc(out, '/');
	buf_add(out, a.n == b.n ? span_sub(b, same, b.n) : b);
}

/*
 * Whether an item falls in :from … :to; both may be NULL. Written once, asked three ways. "Until May" begins when its
 * document does.
 */
#define THOSE                                                                                                          \
	" FROM v_due v JOIN documents d ON d.id = v.doc WHERE (:doc IS NULL OR v.doc = :doc)"                          \
	" AND (:who IS NULL OR instr(svod_fold(coalesce(v.responsible, '') || ' ' || coalesce(v.who, '') || ' ' ||"    \
	" coalesce(v.partners, '')), :who) OR EXISTS (SELECT 1 FROM org_names n JOIN org_names m ON m.org = n.org"     \
	" WHERE n.fold = :who AND length(m.fold) > 2 AND instr(' ' || replace(svod_fold(coalesce(v.responsible, "      \
	"'')), ',', ' ')"                                                                                              \
	" || ' ' || svod_fold(coalesce(v.who, '')) || ' ' || svod_fold(coalesce(v.partners, '')) || ' ', m.fold)))"
#define DATED " AND v.repeats IS NULL AND coalesce(v.date_from, v.date_to) IS NOT NULL"
#define IN_PERIOD                                                                                                      \
	DATED " AND (:from IS NULL OR coalesce(v.date_to, '9999') >= :from) AND (:to IS NULL OR "                      \
	      "coalesce(v.date_from, min(d.date_from, v.date_to), '') <= :to)"                                         \
	      " AND (:before IS NULL OR v.date_to < :before)"                                                          \
	      " AND (NOT :ending OR (v.date_to >= coalesce(:from, '') AND v.date_to <= coalesce(:to, '9999')))"

static const char rows_sql[] =
	"SELECT svod_label(v.doc), v.due, v.row, v.action, v.responsible, v.date_from, v.date_to, v.repeats, v.type, "
	"v.who,"
	" v.page, v.line, v.item_name, d.hash, d.date_to, v.document" THOSE " AND ((v.repeats IS NULL" IN_PERIOD
	") OR (:recurring AND (v.repeats IS NOT NULL OR coalesce(v.date_from, v.date_to) IS NULL)))"
	" ORDER BY v.repeats IS NOT NULL OR coalesce(v.date_from, v.date_to) IS NULL, v.date_to IS NULL, v.date_to, "
	"v.date_from,"
	" v.doc, v.start, v.item LIMIT :limit OFFSET :offset";

enum row_column {
	R_LABEL,
	R_DUE,
	R_ROW,
	R_ACTION,
	R_RESPONSIBLE,
	R_FROM,
	R_TO,
	R_REPEATS,
	R_TYPE,
	R_WHO,
	R_PAGE,
	R_LINE,
	R_ITEM,
	R_DOC,
	R_STAMP,
	R_NAME,
};

static const struct column columns[] = {
	{ "label", N_("DOC"), COL_BOTH },
	{ "due_short", N_("DUE"), COL_TEXT },
	{ "row", NULL, COL_BOTH },
	{ "action", NULL, COL_BOTH | COL_FLEX },
	{ "responsible", N_("WHO"), COL_BOTH | COL_FLEX },
	{ "due", NULL, COL_DATA },
	{ "date_from", NULL, COL_DATA },
	{ "date_to", NULL, COL_DATA },
	{ "repeats", NULL, COL_DATA },
	{ "type", NULL, COL_DATA },
	{ "who", NULL, COL_DATA | COL_JSON },
	{ "page", NULL, COL_DATA | COL_NUMBER },
	{ "line", NULL, COL_DATA | COL_NUMBER },
	{ "item", NULL, COL_DATA },
	{ "doc", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

/* What the options mean in days. */
struct period {
	char from[12], to[12], before[12];
	struct buf who;
	long long doc;
	bool one_doc;
};

static bool day_option(const char *name, const char *text, bool last, char out[12], struct err *e)
{
	struct when w = when_parse(span_of(text));

	if (!text)
		return true;
	if (!w.known || w.repeats || !w.from[0] || !w.to[0])
		return err_set(e, EX_USAGE,
			       _("--%s %s: a day is written 2022-10-31; 2022-10, 2022-Q4 and 2022 will do too"), name,
			       text);
	memcpy(out, last ? w.to : w.from, 12);
	return true;
}

static bool today(const char *at, char out[12], struct err *e)
{
	time_t now;

	if (at && strcmp(at, "today"))
		return day_option("at", at, false, out, e);
	now = time(NULL);
	when_put(calendar_day((long)(now / 86400)), out);
	return true;
}

static bool read_period(struct query *q, struct period *p, struct err *e)
{
	const struct query_options *o = q->o;
	struct span who = span_of(o->who.n ? o->who.v[0] : NULL);

	if (o->doc.n > 1 || o->who.n > 1)
		return err_set(e, EX_USAGE, _("--doc and --who are given once"));
	p->one_doc = o->doc.n == 1;
	buf_room(&p->who, who.n);
	utf8_fold(who, p->who.p);
	p->who.n = who.n;
	if ((p->one_doc && !names_find(q->db, span_of(o->doc.v[0]), &p->doc, e)) ||
	    !day_option("from", o->from, false, p->from, e) || !day_option("to", o->to, true, p->to, e) ||
	    !day_option("until", o->until, true, p->to, e) || (o->overdue && !today(o->at, p->before, e)))
		return false;
	return !p->to[0] || strcmp(p->from, p->to) <= 0 ||
	       err_set(e, EX_USAGE, _("the period from %s to %s ends before it begins"), p->from, p->to);
}

static void put_row(struct table *t, sqlite3_stmt *st)
{
	static const enum row_column data[] = { R_ROW,  R_ACTION, R_RESPONSIBLE, R_DUE,  R_FROM, R_TO, R_REPEATS,
						R_TYPE, R_WHO,    R_PAGE,        R_LINE, R_ITEM, R_DOC };
	struct buf due = { 0 };

	due_short(column_text(st, R_DUE), &due);
	table_put(t, 0, column_text(st, R_LABEL));
	table_put(t, 1, buf_span(&due));
	for (size_t i = 0; i < sizeof data / sizeof *data; i++)
		table_put(t, i + 2, column_text(st, (int)data[i]));
	table_end_row(t);
	buf_free(&due);
}

static void put_task(sqlite3_stmt *st, struct buf *out)
{
	struct buf uid = { 0 }, why = { 0 };
	struct task task = { .summary = column_text(st, R_ACTION),
			     .repeats = column_text(st, R_REPEATS),
			     .who = column_text(st, R_RESPONSIBLE),
			     .from = column_text(st, R_FROM),
			     .to = column_text(st, R_TO),
			     .stamp = column_text(st, R_STAMP) };

	buf_addf(&uid, "%.*s:%.*s@svod", SPAN_ARG(column_text(st, R_DOC)), SPAN_ARG(column_text(st, R_ITEM)));
	buf_addf(&why, "%.*s", SPAN_ARG(column_text(st, R_NAME)));
	if (column_text(st, R_ROW).n)
		buf_addf(&why, _(", row %.*s"), SPAN_ARG(column_text(st, R_ROW)));
	if (column_text(st, R_PAGE).n)
		buf_addf(&why, _(", p.%.*s"), SPAN_ARG(column_text(st, R_PAGE)));
	else if (column_text(st, R_LINE).n)
		buf_addf(&why, _(", l.%.*s"), SPAN_ARG(column_text(st, R_LINE)));
	buf_addf(&why, ": %.*s", SPAN_ARG(column_text(st, R_DUE)));
	task.uid = buf_span(&uid);
	task.description = buf_span(&why);
	ics_put(&task, out);
	buf_free(&uid);
	buf_free(&why);
}

struct asked {
	struct param v[9];
	size_t n;
};

static struct asked params_of(struct query *q, const struct period *p)
{
	return (struct asked){ { { .name = ":doc", .number = p->doc, .is_number = p->one_doc },
				 { .name = ":from", .text = span_of(p->from) },
				 { .name = ":to", .text = span_of(p->to) },
				 { .name = ":before", .text = span_of(p->before) },
				 { .name = ":who", .text = buf_span(&p->who) },
				 { .name = ":ending", .number = q->o->ending, .is_number = true },
				 { .name = ":recurring", .number = q->o->recurring, .is_number = true },
				 { .name = ":limit", .number = q->o->limit > 0 ? q->o->limit : -1, .is_number = true },
				 { .name = ":offset", .number = q->o->offset, .is_number = true } },
			       9 };
}

/* "26 rows touch the period (14 end in it). 15 more recur …" */
static bool say_counts(struct query *q, const struct asked *a, const struct period *p, struct err *e)
{
	long long touch, end, repeat, none;

	if (!listing_number(q, "SELECT count(*)" THOSE IN_PERIOD, a->v, a->n, &touch, e) ||
	    !listing_number(
		    q, "SELECT count(*)" THOSE IN_PERIOD " AND v.date_to <= :to AND v.date_to >= coalesce(:from, '')",
		    a->v, a->n, &end, e) ||
	    !listing_number(q, "SELECT count(*)" THOSE " AND v.repeats IS NOT NULL", a->v, a->n, &repeat, e) ||
	    !listing_number(
		    q, "SELECT count(*)" THOSE " AND v.repeats IS NULL AND coalesce(v.date_from, v.date_to) IS NULL",
		    a->v, a->n, &none, e))
		return false;
	if (p->before[0])
		buf_addf(&q->out,
			 ngettext("%lld row was due before %s.", "%lld rows were due before %s.", (unsigned long)touch),
			 touch, p->before);
	else if (q->o->ending)
		buf_addf(&q->out,
			 ngettext("%lld row ends in the period.", "%lld rows end in the period.", (unsigned long)end),
			 end);
	else if (p->to[0])
		buf_addf(&q->out,
			 ngettext("%lld row touches the period (%lld end in it).",
				  "%lld rows touch the period (%lld end in it).", (unsigned long)touch),
			 touch, end);
	else
		buf_addf(&q->out, ngettext("%lld row has a date.", "%lld rows have a date.", (unsigned long)touch),
			 touch);
	if (repeat && !q->o->recurring)
		buf_addf(&q->out,
			 ngettext(" %lld more recurs or is continuous: --with-recurring.",
				  " %lld more recur or are continuous: --with-recurring.", (unsigned long)repeat),
			 repeat);
	if (none && !q->o->recurring)
		buf_addf(&q->out, ngettext(" %lld has no date.", " %lld have no date.", (unsigned long)none), none);
	buf_putc(&q->out, '\n');
	return true;
}

/* Prints the rows in one form or the other; returns how many there were. */
static size_t print_rows(struct query *q, sqlite3_stmt *st, const struct period *p)
{
	struct column shown[sizeof columns / sizeof *columns];
	bool ics = q->o->format == FORMAT_ICS && !q->o->json;
	struct table *t;
	size_t n = 0;

	memcpy(shown, columns, sizeof columns);
	if (p->one_doc)
		shown[0].flags = COL_DATA;
	t = ics ? NULL : query_table(q, shown);
	if (ics)
		ics_begin(&q->out);
	for (; sqlite3_step(st) == SQLITE_ROW; n++) {
		if (ics)
			put_task(st, &q->out);
		else
			put_row(t, st);
	}
	if (ics)
		ics_end(&q->out);
	else
		table_end(t);
	return n;
}

bool due_run(struct query *q, char **operands, int n, struct err *e)
{
	struct period p = { .one_doc = false };
	sqlite3_stmt *st = NULL;
	struct asked a;
	bool ok = read_period(q, &p, e) && db_prepare(q->db, rows_sql, &st, e);

	(void)operands;
	(void)n;
	if (ok) {
		a = params_of(q, &p);
		for (size_t i = 0; i < a.n; i++) {
			int at = sqlite3_bind_parameter_index(st, a.v[i].name);

			if (a.v[i].is_number)
				sqlite3_bind_int64(st, at, a.v[i].number);
			else if (a.v[i].text.n)
				sqlite3_bind_text64(st, at, a.v[i].text.p, a.v[i].text.n, SQLITE_STATIC, SQLITE_UTF8);
		}
		q->nothing = print_rows(q, st, &p) == 0;
		q->said = query_for_people(q); /* the line of counts does */
		ok = sqlite3_reset(st) == SQLITE_OK || db_fail(q->db, e);
		if (ok && query_for_people(q))
			ok = say_counts(q, &a, &p, e);
	}
	sqlite3_finalize(st);
	buf_free(&p.who);
	return ok;
}
