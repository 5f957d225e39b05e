/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decides between the matches of one block: phase, priority, longer item, file order, text order. Matches are taken in
 * clusters that touch, so that the cost grows with the text and not with its square.
 */
#include <stdlib.h>

#include "matcher_p.h"

static uint64_t type_bit(const struct match *t)
{
	return t->rule->type >= 0 ? (uint64_t)1 << t->rule->type : 0;
}

static int by_place(const void *x, const void *y)
{
	const struct match *const *a = x, *const *b = y;

	if ((*a)->start != (*b)->start)
		return (*a)->start < (*b)->start ? -1 : 1;
	if ((*a)->end != (*b)->end)
		return (*a)->end > (*b)->end ? -1 : 1;
	return (*a)->rule->order < (*b)->rule->order ? -1 : (*a)->rule->order > (*b)->rule->order;
}

static int by_rank(const void *x, const void *y)
{
	const struct match *const *a = x, *const *b = y;
	const struct rule *r = (*a)->rule, *s = (*b)->rule;
	size_t la = (*a)->end - (*a)->start, lb = (*b)->end - (*b)->start;

	if ((*a)->fixed != (*b)->fixed)
		return (*a)->fixed ? -1 : 1;
	if (r->priority != s->priority)
		return r->priority > s->priority ? -1 : 1;
	if ((r->type == -1) != (s->type == -1))
		return r->type == -1 ? -1 : 1; /* a blocking rule wins a tie */
	if (la != lb)
		return la > lb ? -1 : 1;
	if (r->order != s->order)
		return r->order < s->order ? -1 : 1;
	return (*a)->start < (*b)->start ? -1 : (*a)->start > (*b)->start;
}

static bool contains(const struct match *a, const struct match *b)
{
	return a->start <= b->start && b->end <= a->end && a->end - a->start > b->end - b->start;
}

/* Does the winner w keep t from becoming an item? */
static bool suppresses(const struct ruleset *rs, const struct match *w, const struct match *t)
{
	if (w->start >= t->end || t->start >= w->end)
		return false;
	if (w->rule->type < 0)
		return w->rule->blocks & type_bit(t);
	if (t->rule->type < 0)
		return false;
	if (!(rs->exclusive[w->rule->type] >> t->rule->type & 1))
		return false;
	if (w->rule->type == t->rule->type && (w->rule->nest || t->rule->nest))
		return !contains(w, t) && !contains(t, w);
	return true;
}

static void settle_cluster(const struct ruleset *rs, struct match **v, size_t n)
{
	size_t won = 0;

	if (n > 1)
		qsort(v, n, sizeof *v, by_rank);
	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		while (k < won && !suppresses(rs, v[k], v[i]))
			k++;
		if (k < won && !v[i]->fixed) {
			v[i]->winner = v[k];
		} else {
			struct match *t = v[i];

			v[i] = v[won];
			v[won++] = t;
		}
	}
}

static void settle_clusters(const struct ruleset *rs, struct match **v, size_t n)
{
	for (size_t from = 0; from < n;) {
		size_t to = from + 1;
		size_t end = v[from]->end;

		while (to < n && v[to]->start < end) {
			if (v[to]->end > end)
				end = v[to]->end;
			to++;
		}
		settle_cluster(rs, v + from, to - from);
		from = to;
	}
}

static void accept(struct matcher *m, const struct match *t)
{
	ARENA_ROOM(m->a, m->accepted.v, m->accepted.n, m->accepted.cap);
	m->accepted.v[m->accepted.n++] = *t;
}

/* ---- room for what follows ---- */

/* Accepted matches of the block in work, by the stretches of BUCKET bytes that they lie in. */
enum { BUCKET = 64 };

static size_t bucket_of(const struct matcher *m, size_t at)
{
	return (at - m->here.start) / BUCKET;
}

static void take_room(struct matcher *m, size_t accepted)
{
	struct room *r = &m->room;
	const struct match *t = &m->accepted.v[accepted];

	for (size_t b = bucket_of(m, t->start); b <= bucket_of(m, t->end); b++) {
		MEM_ROOM(r->places, r->n_places, r->cap_places);
		r->places[r->n_places] = (struct room_place){ (unsigned)accepted, r->first[b] };
		r->first[b] = (unsigned)++r->n_places;
	}
}

/* Of all that stands in the block: earlier phases, and accepted from index `from`. */
static void begin_room(struct matcher *m, size_t from)
{
	struct room *r = &m->room;
	size_t n = (m->here.end - m->here.start) / BUCKET + 1;

	if (n > r->cap_first) {
		r->cap_first = 2 * n;
		r->first = mem_grow(r->first, r->cap_first * sizeof *r->first);
	}
	memset(r->first, 0, n * sizeof *r->first);
	r->n_places = 0;
	for (size_t i = m->first_accepted[m->here.index]; i < m->first_accepted[m->here.index + 1]; i++)
		take_room(m, i);
	for (size_t i = from; i < m->accepted.n; i++)
		take_room(m, i);
}

static bool has_room(const struct matcher *m, const struct match *t)
{
	const struct room *r = &m->room;

	for (size_t b = bucket_of(m, t->start); b <= bucket_of(m, t->end); b++)
		for (unsigned i = r->first[b]; i; i = r->places[i - 1].next)
			if (suppresses(m->rs, &m->accepted.v[r->places[i - 1].accepted], t))
				return false;
	return true;
}

/* The sentence in which the next match would begin is the one that its guards see. */
static void enter_stretch(struct matcher *m, size_t at)
{
	stretches_of_block(m);
	if (m->n_stretches)
		m->stretch = m->stretches[stretch_number(m, at)];
}

static bool follow_once(struct matcher *m, const struct match *before, int phase)
{
	enter_stretch(m, before->end);
	for (struct rule **r = m->follows[phase]; *r; r++) {
		struct match t;

		if (!((*r)->follows & type_bit(before)))
			continue;
		if (match_try(m, *r, before->end, before->norm, &t) && has_room(m, &t)) {
			accept(m, &t);
			take_room(m, m->accepted.n - 1);
			return true;
		}
	}
	return false;
}

/* Rules that follow items: behind each accepted one, and behind what they accept themselves. */
static void settle_follows(struct matcher *m, size_t from, int phase)
{
	if (m->first_accepted[m->here.index] == m->first_accepted[m->here.index + 1] && from == m->accepted.n)
		return;
	begin_room(m, from);
	for (size_t i = m->first_accepted[m->here.index]; i < m->first_accepted[m->here.index + 1]; i++) {
		struct match before = m->accepted.v[i];

		follow_once(m, &before, phase);
	}
	for (size_t i = from; i < m->accepted.n; i++) {
		struct match before = m->accepted.v[i];

		follow_once(m, &before, phase);
	}
}

void settle_block(struct matcher *m, int phase)
{
	size_t before = m->first_accepted[m->here.index + 1] - m->first_accepted[m->here.index];
	size_t n = before + m->found.n;
	size_t from = m->accepted.n;
	struct match **v;

	if (m->found.n) {
		v = mem_alloc(n * sizeof *v);
		for (size_t i = 0; i < before; i++) {
			v[i] = &m->accepted.v[m->first_accepted[m->here.index] + i];
			v[i]->fixed = true;
		}
		for (size_t i = 0; i < m->found.n; i++)
			v[before + i] = &m->found.v[i];
		qsort(v, n, sizeof *v, by_place);
		settle_clusters(m->rs, v, n);
		for (size_t i = 0; i < m->found.n; i++)
			if (!m->found.v[i].winner)
				accept(m, &m->found.v[i]);
		free(v);
	}
	if (m->follows[phase])
		settle_follows(m, from, phase);
}
