/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A goal becomes an item: where it truly begins and ends, how it is numbered. */
#include "goal_put.h"

#include "goal_forms.h"
#include "goal_piece.h"
#include "goals.h"

/* Has pass_table made a goal of this text? */
static bool overlaps_row(const struct goal_ctx *g, size_t start, size_t end)
{
	size_t k = item_index_from(&g->rows, end);

	return k > 0 && item_index_get(&g->rows, k - 1)->end > start;
}

/* "2.1" where the list mark prints so much; "1." of section 3 is 3.1; without a printed number goals are counted. */
static struct span reference(struct goal_ctx *g)
{
	struct arena *a = &g->d->arena;
	struct span number = g->number;

	if (!number.n && g->parent.n && g->letter.n)
		number = arena_printf(a, "%.*s.%.*s", SPAN_ARG(g->parent), SPAN_ARG(g->letter));
	else if (!number.n && g->parent.n)
		number = arena_printf(a, "%.*s.%d", SPAN_ARG(g->parent), ++g->below);
	else if (!number.n)
		number = arena_printf(a, "%d", g->count);
	if (!g->section.n || span_find_char(number, '.', 0) != SPAN_NONE)
		return number;
	return arena_printf(a, "%.*s.%.*s", SPAN_ARG(g->section), SPAN_ARG(number));
}

/* "осуждает увольнения и" before "требует: …": what joins the next clause is not of the goal. */
static size_t before_joint(const struct doc *d, size_t start, size_t end)
{
	static const char *const joints[] = { " и", " а", " та", " і", " and", ", а", " также" };
	struct span s = span_trim(doc_slice(d, start, end));

	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (span_ends(s, span_of(joints[i])))
			return start + (size_t)(s.p - (d->text.p + start)) + s.n - span_of(joints[i]).n;
	return end;
}

/* "(ii) report …" behind a semicolon of one paragraph: the mark is not of the goal. */
static size_t behind_label(const struct doc *d, size_t start, size_t end)
{
	size_t at = start, n;

	while (at < end && d->text.p[at] == ' ')
		at++;
	n = goal_label_bytes(span_sub(d->text, 0, end), at);
	return n ? at + n + 1 : start;
}

/* Does a date lie before that of the paper? */
static bool is_over(const struct goal_ctx *g, const struct item *date)
{
	struct span value = jval_str(date->norm, "value"), now = jval_str(g->d->meta, "date");
	long long year, this_year;

	return value.n >= 4 && now.n >= 4 && span_to_long(span_sub(value, 0, 4), &year) &&
	       span_to_long(span_sub(now, 0, 4), &this_year) && year < this_year;
}

/* "закрыть участок: в 2023 году там погибли девять человек": what has happened explains the goal before the colon. */
static size_t before_explanation(const struct goal_ctx *g, const struct words *w, size_t end)
{
	for (size_t i = 2; i + 2 < w->n; i++) {
		struct span gap = doc_slice(g->d, w->v[i - 1].end, w->v[i].start);

		if (!span_is(gap, ": "))
			continue;
		for (size_t k = i; k < i + 2; k++) {
			const struct item *date = item_index_at(&g->r->times, w->v[k].start, ITEM_DATE);

			if (word_list_has(g->r->lists, WORDS_SO_FAR, word_text(g->r->fold, w->v[k])) ||
			    (date && is_over(g, date)))
				return w->v[i - 1].end;
		}
	}
	return end;
}

struct item *goal_put(struct goal_ctx *g, size_t start, size_t end, const struct lead *lead, struct span actor)
{
	struct arena *a = &g->d->arena;
	bool bound = g->agreement && span_is(span_of(lead->level), "goal"); /* what must be done there is agreed */
	struct words w;
	struct item *it;

	start = behind_label(g->d, start, end);
	w = resolver_words(g->r, start, end);
	if (goal_enumerator(g, &w) && goal_enumerator(g, &w) < w.n)
		start = w.v[goal_enumerator(g, &w)].start;
	if (span_starts(doc_slice(g->d, start, end), SPAN("to ")) ||
	    span_starts(doc_slice(g->d, start, end), SPAN("To "))) /* the verb is the goal, not its particle */
		start += 3;
	end = before_explanation(g, &w, before_joint(g->d, start, end));
	if (overlaps_row(g, start, end))
		return NULL;
	it = goal_add(g->d, start, end, "goal", bound ? "commitment" : lead->level);

	if (!it)
		return NULL;
	if (lead->against)
		jval_set_str(a, it->norm, "polarity", SPAN("against"));
	g->count++;
	jval_set_str(a, it->norm, "ref", reference(g));
	if (actor.n)
		jval_set_str(a, it->norm, "actor", text_squeeze(a, actor));
	return it;
}
