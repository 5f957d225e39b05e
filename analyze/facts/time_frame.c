/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a document was written and what time it is about, where its facts leave that open. */
#include "time_frame.h"

enum { HEAD_BYTES = 2400, HEAD_YEARS = 3 };

struct frame {
	const struct doc *d;
	const bool *in_act;
	struct time_frame f;
};

bool time_is(const struct item *it)
{
	return it->type == ITEM_DATE || it->type == ITEM_DEADLINE;
}

int time_first_year(struct span value)
{
	struct day t;

	if (span_starts(value, SPAN("../")))
		value = span_sub(value, 3, value.n);
	time_day_of(value, &t);
	return t.year;
}

/* The one year of a value: both ends of an interval lie in it. */
int time_single_year(struct span value)
{
	int first, last;

	return timeval_extent(value, &first, &last) && first / 10000 == last / 10000 ? first / 10000 : 0;
}

bool time_in_report(const struct doc *d)
{
	return span_is(jval_str(d->meta, "kind"), "report");
}

/* A single day, from the year of first to the year of last? */
static bool is_day_of(const struct item *it, int first, int last, struct day *out)
{
	struct span v = jval_str(it->norm, "value");

	return time_is(it) && v.n == sizeof "2020-01-01" - 1 && !timeval_open(v) && time_day_of(v, out) &&
	       out->year >= first && out->year <= last;
}

/* "(к VII съезду, Баку, 21 ноября 2025 года)": the latest day that the head of the paper names, outside names of acts.
 */
static struct day day_of_head(const struct frame *t, int latest)
{
	struct day best = { 0 }, day;

	for (size_t i = 0; i < t->d->n_items && t->d->items[i].start < HEAD_BYTES; i++)
		if (!t->in_act[i] && is_day_of(&t->d->items[i], latest - HEAD_YEARS, latest, &day) &&
		    calendar_count(day) > (best.year ? calendar_count(best) : 0))
			best = day;
	return best;
}

/* "Звіт за 2025 рік (розглянуто 23 січня 2026 р.)": the year that the head of a report names, 0: none or several. */
static int year_of_report(const struct frame *t)
{
	int year = 0;

	for (size_t i = 0; i < t->d->n_items && t->d->items[i].start < HEAD_BYTES / 2; i++) {
		const struct item *it = &t->d->items[i];
		struct span v = jval_str(it->norm, "value");

		if (!time_is(it) || v.n != 4 || it->block < 0 || t->d->blocks[it->block].kind == BLOCK_PARA)
			continue;
		if (year && time_first_year(v) != year)
			return 0;
		year = time_first_year(v);
	}
	return year;
}

/* The document has no date and no period: the latest year that it speaks of. */
static int latest_year(const struct doc *d)
{
	int year = 0;

	for (size_t i = 0; i < d->n_items; i++) {
		int y = time_is(&d->items[i]) ? time_single_year(jval_str(d->items[i].norm, "value")) : 0;

		year = y > year && y < 2100 ? y : year;
	}
	return year;
}

/* A few days are when a paper was discussed, not what it is about. */
static bool is_meeting(struct span period)
{
	int first, last;

	return timeval_extent(period, &first, &last) && last / 100 == first / 100;
}

static void find_day(struct frame *t)
{
	int latest = latest_year(t->d);
	struct day head = latest ? day_of_head(t, latest) : (struct day){ 0 };

	if (head.year)
		t->f.now = head;
	else if (!t->f.now.year)
		t->f.now.year = latest;
}

static struct day date_of_document(const struct doc *d, int *period)
{
	struct span when = jval_str(d->meta, "period");
	struct day now, from;
	bool until = span_starts(when, SPAN("../")); /* "на период до 2030 года" */
	int first = until ? 0 : time_first_year(when), last;

	*period = time_single_year(when);
	time_day_of(jval_str(d->meta, "date"), &now);
	/* a law's date in the first lines is not the document's */
	if (now.year && first && now.year < first - 5)
		now = (struct day){ 0 };
	if (now.year)
		return now;
	/* a report is written when its period is over, a plan before it begins */
	if (time_in_report(d) && timeval_extent(when, &first, &last) && last < 99990000)
		return (struct day){ last / 10000, last / 100 % 100, last % 100 };
	if (!until && time_day_of(when, &from))
		now = (struct day){ from.year, 0, 0 };
	return now;
}

struct time_frame time_frame_of(const struct doc *d, const bool *in_act)
{
	struct frame t = { .d = d, .in_act = in_act };
	struct span when = jval_str(d->meta, "period");

	t.f.now = date_of_document(d, &t.f.period);
	t.f.starts = t.f.period || span_starts(when, SPAN("../")) ? 0 : time_first_year(when);
	if (time_in_report(d) && is_meeting(when) && year_of_report(&t))
		t.f.period = year_of_report(&t);
	if (!t.f.now.year || (time_in_report(d) && !t.f.now.day))
		find_day(&t);
	return t.f;
}
