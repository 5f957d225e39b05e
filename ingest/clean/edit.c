/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every pass of svod-clean changes text through here, so that offsets and provenance are right in one place. */
#include "edit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "bisect.h"
#include "mem.h"
#include "utf8.h"

static void push(struct edits *es, struct edit e)
{
	MEM_ROOM(es->v, es->n, es->cap);
	es->v[es->n++] = e;
}

static bool is_inside_char(struct span s, size_t at)
{
	return at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80;
}

void edit_replace(struct edits *es, const struct doc *d, size_t start, size_t end, struct span with)
{
	struct span old = doc_slice(d, start, end);
	size_t head = 0, tail = 0;

	if (span_eq(old, with))
		return;
	while (head < old.n && head < with.n && old.p[head] == with.p[head])
		head++;
	while (head > 0 && (is_inside_char(old, head) || is_inside_char(with, head)))
		head--;
	while (tail < old.n - head && tail < with.n - head && old.p[old.n - 1 - tail] == with.p[with.n - 1 - tail])
		tail++;
	while (tail > 0 && (is_inside_char(old, old.n - tail) || is_inside_char(with, with.n - tail)))
		tail--;
	push(es, (struct edit){ start + head, end - tail, span_sub(with, head, with.n - tail), false });
}

void edit_make(struct edits *es, size_t start, size_t end, struct span with)
{
	push(es, (struct edit){ start, end, with, true });
}

void edit_free(struct edits *es)
{
	free(es->v);
	free(es->shift);
	*es = (struct edits){ 0 };
}

/* ---- order and offsets ---- */

static int edit_order(const void *x, const void *y)
{
	const struct edit *a = x, *b = y;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return (a->end > b->end) - (a->end < b->end);
}

static bool is_sorted(const struct edits *es)
{
	for (size_t i = 1; i < es->n; i++)
		if (es->v[i].start < es->v[i - 1].end || es->v[i].start == es->v[i - 1].start)
			return false;
	return true;
}

/* Sorts, drops what overlaps an earlier edit, and fills shift. Returns the length of the new text. */
static size_t settle(struct edits *es, size_t text_bytes)
{
	size_t kept = 0;
	ptrdiff_t shift = 0;

	if (!is_sorted(es))
		qsort(es->v, es->n, sizeof *es->v, edit_order);
	if (es->cap_shift < es->n) {
		es->cap_shift = es->cap;
		es->shift = mem_grow(es->shift, es->cap_shift * sizeof *es->shift);
	}
	for (size_t i = 0; i < es->n; i++) {
		if (kept && es->v[i].start < es->v[kept - 1].end)
			continue;
		es->v[kept] = es->v[i];
		shift += (ptrdiff_t)es->v[i].with.n - (ptrdiff_t)(es->v[i].end - es->v[i].start);
		es->shift[kept++] = shift;
	}
	es->n = kept;
	return (size_t)((ptrdiff_t)text_bytes + shift);
}

/* How many edits start before at. */
static size_t edits_before(const struct edits *es, size_t at)
{
	size_t lo;

	BISECT(lo, es->n, es->v[lo].start < at);
	return lo;
}

/*
 * Where an offset stands in the new text. Inside a replaced stretch a start moves behind the new bytes and an end
 * before them, so that a range never takes in a separator at its edge. An insertion at a range's start belongs to the
 * range, unless it is a line feed.
 */
static size_t moved(const struct edits *es, size_t at, bool is_end)
{
	size_t k = edits_before(es, at);
	const struct edit *e;

	if (!is_end && k < es->n && es->v[k].start == at && es->v[k].end == at && span_is(es->v[k].with, "\n"))
		k++;

	if (k == 0)
		return at;
	e = &es->v[k - 1];
	if (at >= e->end)
		return (size_t)((ptrdiff_t)at + es->shift[k - 1]);
	return (size_t)((ptrdiff_t)e->end + es->shift[k - 1]) - (is_end ? e->with.n : 0);
}

static void move_range(const struct edits *es, size_t *start, size_t *end)
{
	*start = moved(es, *start, false);
	*end = moved(es, *end, true);
	if (*end < *start)
		*end = *start;
}

static void move_offsets(const struct edits *es, struct doc *d)
{
	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block *b = &d->blocks[i];

		move_range(es, &b->start, &b->end);
		if (b->body)
			b->body = moved(es, b->body, false);
		if (b->body > b->end)
			b->body = b->end;
		if (b->dup)
			move_range(es, &b->dup_start, &b->dup_end);
	}
	for (size_t i = 0; i < d->n_sentences; i++)
		move_range(es, &d->sentences[i].start, &d->sentences[i].end);
	for (size_t i = 0; i < d->n_notes; i++)
		if (d->notes[i].placed)
			move_range(es, &d->notes[i].start, &d->notes[i].end);
}

/* ---- the map ---- */

/* Walks one run of the old map and gives the places of its parts. */
struct place {
	const struct map_run *run;
	struct span text; /* the old text */
	int64_t unit;     /* source bytes a byte (unit < 0) or a character of text; 0: the whole place for every part */
	size_t pos;       /* of the old text; at and line belong to it */
	int64_t at, line;
};

static struct place place_start(const struct map_run *run, struct span text)
{
	struct place p = { .run = run, .text = text, .pos = run->t, .at = run->at, .line = run->line };
	int64_t chars;

	if (run->kind != MAP_BYTES || run->made || run->path.n)
		return p;
	if (run->len == (int64_t)run->n) {
		p.unit = -1;
		return p;
	}
	chars = (int64_t)utf8_count(span_sub(text, run->t, run->t + run->n));
	for (int64_t k = 1; k <= 4; k *= 2)
		if (chars && run->len == chars * k)
			p.unit = k;
	return p;
}

/* Moves to `to` and returns the run for the bytes between, as long as `bytes` in the new text. t is not set. */
static struct map_run place_part(struct place *p, size_t to, size_t bytes)
{
	struct map_run r = *p->run;
	struct span part = span_sub(p->text, p->pos, to);

	r.n = bytes;
	if (p->unit) {
		r.at = p->at;
		r.line = p->line;
		r.len = p->unit < 0 ? (int64_t)part.n : (int64_t)utf8_count(part) * p->unit;
		p->at += r.len;
	}
	if (p->unit && r.line)
		for (size_t nl = 0; (nl = span_find_char(part, '\n', nl)) != SPAN_NONE; nl++)
			p->line++;
	p->pos = to;
	return r;
}

static bool same_place(const struct map_run *a, const struct map_run *b)
{
	switch (a->kind) {
	case MAP_BYTES:
		return a->at == b->at && a->len == b->len && span_eq(a->path, b->path) && a->line == b->line;
	case MAP_PAGE:
		return a->page == b->page && !memcmp(a->box, b->box, sizeof a->box);
	case MAP_PART:
		return a->para == b->para && a->table == b->table && a->row == b->row && a->col == b->col &&
		       span_eq(a->part, b->part);
	}
	return false;
}

/* Does b continue a in the source, byte by byte and in the same line? */
static bool continues(const struct map_run *a, const struct map_run *b)
{
	return a->kind == MAP_BYTES && a->len == (int64_t)a->n && b->len == (int64_t)b->n && a->at + a->len == b->at &&
	       !a->path.n && !b->path.n && a->line == b->line;
}

/* Appends a run to the new map, merged with the one before where both say the same. */
static void add_run(struct doc *d, struct map_run r, size_t t)
{
	struct map_run *last = d->n_map ? &d->map[d->n_map - 1] : NULL;

	if (r.n == 0)
		return;
	r.t = t;
	if (last && last->t + last->n == t && last->kind == r.kind && last->made == r.made) {
		if (same_place(last, &r)) {
			last->n += r.n;
			return;
		}
		if (!r.made && continues(last, &r)) {
			last->n += r.n;
			last->len += r.len;
			return;
		}
	}
	*doc_add_map(d, r.kind, r.t, r.n) = r;
}

/* The bytes that edit e puts in place of its part in this run, which goes up to `to`. */
static void add_replaced(struct doc *d, struct place *p, const struct edit *e, size_t to, size_t t)
{
	struct map_run r = place_part(p, to, e->with.n);

	if (e->made) {
		r.made = true;
		if (p->unit)
			r.len = 0;
	}
	add_run(d, r, t);
}

/* The bytes of the run up to `to`, unchanged. */
static void add_same(struct doc *d, struct place *p, size_t to, size_t t)
{
	struct map_run r = place_part(p, to, to - p->pos);

	add_run(d, r, t);
}

/* One run of the old map in the new one; *k is the first edit that may touch it. */
static void move_run(struct doc *d, const struct edits *es, const struct map_run *run, struct span old, size_t *k)
{
	struct place p = place_start(run, old);
	size_t end = run->t + run->n;
	size_t i = *k;

	for (; i < es->n && es->v[i].start < end; i++) {
		const struct edit *e = &es->v[i];
		size_t t = (size_t)((ptrdiff_t)e->end + es->shift[i]) - e->with.n;
		size_t to = e->end < end ? e->end : end;

		if (e->end < p.pos || (e->end == p.pos && e->start < p.pos))
			continue;
		if (e->start > p.pos)
			add_same(d, &p, e->start, t - (e->start - p.pos));
		if (e->start >= run->t)
			add_replaced(d, &p, e, to, t);
		else
			place_part(&p, to, 0);
	}
	if (p.pos < end)
		add_same(d, &p, end, (size_t)((ptrdiff_t)p.pos + (i ? es->shift[i - 1] : 0)));
	while (*k < es->n && es->v[*k].end <= end && es->v[*k].start < end)
		++*k;
}

static void move_map(const struct edits *es, struct doc *d, struct span old)
{
	struct map_run *runs = d->map;
	size_t n = d->n_map, k = 0;

	d->map = NULL;
	d->n_map = d->cap_map = 0;
	for (size_t i = 0; i < n; i++)
		move_run(d, es, &runs[i], old, &k);
}

/* ---- all at once ---- */

static struct span new_text(struct edits *es, struct doc *d, size_t bytes)
{
	char *p = arena_alloc(&d->arena, bytes + 1);
	size_t from = 0, to = 0;

	for (size_t i = 0; i < es->n; i++) {
		const struct edit *e = &es->v[i];

		memcpy(p + to, d->text.p + from, e->start - from);
		to += e->start - from;
		if (e->with.n)
			memcpy(p + to, e->with.p, e->with.n);
		to += e->with.n;
		from = e->end;
	}
	if (d->text.n > from)
		memcpy(p + to, d->text.p + from, d->text.n - from);
	return span_make(p, bytes);
}

bool edit_apply(struct edits *es, struct doc *d)
{
	struct span old = d->text;
	size_t bytes;

	if (es->n == 0)
		return false;
	bytes = settle(es, d->text.n);
	d->text = new_text(es, d, bytes);
	move_offsets(es, d);
	move_map(es, d, old);
	es->n = 0;
	return true;
}

/* ---- exchanging ---- */

void edit_own_text(struct doc *d)
{
	d->text = arena_dup(&d->arena, d->text);
}

/* Makes a run of the map begin at `at`; returns its index (n_map where no run begins or goes on there). */
static size_t cut_run(struct doc *d, size_t at)
{
	size_t k = 0;
	struct place p;
	struct map_run first;

	while (k < d->n_map && d->map[k].t + d->map[k].n <= at)
		k++;
	if (k == d->n_map || d->map[k].t >= at)
		return k;
	p = place_start(&d->map[k], d->text);
	first = place_part(&p, at, at - d->map[k].t);
	doc_add_map(d, first.kind, 0, 0);
	memmove(&d->map[k + 2], &d->map[k + 1], (d->n_map - k - 2) * sizeof *d->map);
	d->map[k + 1] = d->map[k];
	p.run = &d->map[k + 1];
	first.t = d->map[k].t;
	d->map[k + 1] = place_part(&p, first.t + d->map[k].n, d->map[k].n - first.n);
	d->map[k + 1].t = at;
	d->map[k] = first;
	return k + 1;
}

static void reverse_bytes(char *p, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		char c = p[i];

		p[i] = p[n - 1 - i];
		p[n - 1 - i] = c;
	}
}

static void reverse_runs(struct map_run *v, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct map_run r = v[i];

		v[i] = v[n - 1 - i];
		v[n - 1 - i] = r;
	}
}

static size_t exchanged(size_t at, size_t start, size_t middle, size_t end)
{
	if (at < start || at >= end)
		return at;
	return at < middle ? at + (end - middle) : at - (middle - start);
}

void edit_exchange(struct doc *d, size_t start, size_t middle, size_t end)
{
	char *p = (char *)(uintptr_t)d->text.p;
	size_t a = cut_run(d, start), b = cut_run(d, middle), c = cut_run(d, end);

	for (size_t i = a; i < c; i++)
		d->map[i].t = exchanged(d->map[i].t, start, middle, end);
	reverse_runs(d->map + a, b - a);
	reverse_runs(d->map + b, c - b);
	reverse_runs(d->map + a, c - a);
	reverse_bytes(p + start, middle - start);
	reverse_bytes(p + middle, end - middle);
	reverse_bytes(p + start, end - start);
	for (size_t i = 0; i < d->n_notes; i++) {
		size_t length = d->notes[i].end - d->notes[i].start;

		if (!d->notes[i].placed)
			continue;
		d->notes[i].start = exchanged(d->notes[i].start, start, middle, end);
		d->notes[i].end = d->notes[i].start + length < d->text.n ? d->notes[i].start + length : d->text.n;
	}
}

/* ---- gaps ---- */

/* Is there anything but a line feed between a and the run behind it? */
static bool is_open(const struct doc *d, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (d->text.p[i] != '\n')
			return true;
	return false;
}

void edit_close_gaps(struct doc *d)
{
	for (size_t i = 0; i + 1 < d->n_map; i++) {
		struct map_run *a = &d->map[i];
		const struct map_run *b = a + 1;
		size_t end = a->t + a->n;

		if (b->t <= end || !is_open(d, end, b->t) || a->made)
			continue;
		if (a->kind == MAP_BYTES && b->kind == MAP_BYTES && b->at >= a->at + a->len + (int64_t)(b->t - end))
			a->len += (int64_t)(b->t - end);
		a->n = b->t - a->t;
	}
}

/* ---- the size of the map ---- */

static size_t digits(int64_t v)
{
	size_t n = 1;

	for (; v >= 10; v /= 10)
		n++;
	return n;
}

/* About as many bytes as doc_write will need for the run. */
static size_t written_bytes(const struct map_run *r)
{
	size_t n = sizeof "{\"t\":,\"n\":}," - 1 + digits((int64_t)r->t) + digits((int64_t)r->n) + (r->made ? 12 : 0);

	switch (r->kind) {
	case MAP_BYTES:
		return n + sizeof ",\"at\":,\"len\":,\"line\":" - 1 + digits(r->at) + digits(r->len) + digits(r->line) +
		       (r->path.n ? r->path.n + 10 : 0);
	case MAP_PAGE:
		return n + sizeof ",\"page\":,\"box\":[,,,]" - 1 + digits(r->page) + 4 * 6;
	case MAP_PART:
		return n + sizeof ",\"part\":\"\",\"para\":" - 1 + r->part.n + digits(r->para) +
		       (r->table ? sizeof ",\"table\":,\"row\":,\"col\":" - 1 + 3 : 0);
	}
	return n;
}

/* May b be put into one run with a at the cost of exactness? */
static bool can_merge(const struct map_run *a, const struct map_run *b)
{
	if (a->kind != b->kind || a->made || b->made)
		return false;
	switch (a->kind) {
	case MAP_BYTES:
		return !a->path.n && !b->path.n && b->at >= a->at;
	case MAP_PAGE:
		return a->page == b->page;
	case MAP_PART:
		return a->table == b->table && a->row == b->row && a->col == b->col && a->para == b->para &&
		       span_eq(a->part, b->part);
	}
	return false;
}

static void merge(struct map_run *a, const struct map_run *b)
{
	int64_t end = b->at + b->len > a->at + a->len ? b->at + b->len : a->at + a->len;

	a->n = b->t + b->n - a->t;
	a->len = end - a->at;
	for (int i = 0; i < 2; i++) {
		a->box[i] = b->box[i] < a->box[i] ? b->box[i] : a->box[i];
		a->box[i + 2] = b->box[i + 2] > a->box[i + 2] ? b->box[i + 2] : a->box[i + 2];
	}
}

/* Merges runs shorter than `least` bytes into the run before them; across lines only when asked. Returns the size
 * written. */
static size_t shrink_once(struct doc *d, size_t least, bool across_lines)
{
	size_t kept = 0, bytes = 0;

	for (size_t i = 0; i < d->n_map; i++) {
		struct map_run *a = kept ? &d->map[kept - 1] : NULL;
		const struct map_run *b = &d->map[i];

		if (a && (a->n < least || b->n < least) && a->n < 8 * least && can_merge(a, b) &&
		    (across_lines || a->kind != MAP_BYTES || a->line == b->line))
			merge(a, b);
		else
			d->map[kept++] = *b;
	}
	d->n_map = kept;
	for (size_t i = 0; i < kept; i++)
		bytes += written_bytes(&d->map[i]);
	return bytes;
}

void edit_shrink_map(struct doc *d)
{
	size_t bytes = 0;

	for (size_t i = 0; i < d->n_map; i++)
		bytes += written_bytes(&d->map[i]);
	for (size_t least = 16; bytes >= d->text.n && least <= 4096; least *= 2)
		bytes = shrink_once(d, least, false);
	for (size_t least = 16; bytes >= d->text.n && least <= 4096; least *= 2)
		bytes = shrink_once(d, least, true);
}
