/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text, blocks and map of one document, built side by side so that they cannot disagree. */
#include "out.h"

#include "limit.h"
#include "utf8.h"

void out_start(struct out *o, struct doc *d)
{
	*o = (struct out){ .d = d };
}

struct block *out_open(struct out *o, enum block_kind kind)
{
	out_close(o);
	if (o->text.n)
		buf_putc(&o->text, '\n');
	o->block = (struct block){ .kind = kind, .start = o->text.n };
	o->open = &o->block;
	return o->open;
}

/* Is place the same stretch of the source as run, or its direct continuation? */
static bool follows(const struct map_run *run, const struct map_run *place, size_t n)
{
	if (run->kind != place->kind || run->made != place->made)
		return false;
	switch (run->kind) {
	case MAP_BYTES:
		/* byte for byte, so that any part of the joined run can still be found in the source */
		return run->at + run->len == place->at && run->len == (int64_t)run->n && place->len == (int64_t)n &&
		       run->line == place->line && span_eq(run->path, place->path);
	case MAP_PAGE:
		return run->page == place->page && !memcmp(run->box, place->box, sizeof run->box);
	case MAP_PART:
		return run->para == place->para && run->table == place->table && run->row == place->row &&
		       run->col == place->col && span_eq(run->part, place->part);
	}
	return false;
}

static void cut_at_limit(struct out *o, struct span *s)
{
	size_t room = LIMIT_TEXT_BYTES - (o->text.n < LIMIT_TEXT_BYTES ? o->text.n : LIMIT_TEXT_BYTES);

	if (s->n <= room)
		return;
	*s = utf8_whole(span_sub(*s, 0, room));
	if (!o->full)
		doc_add_note(o->d, NOTE_WARN, "limit", "text ends at %d MB, the rest was left out",
			     LIMIT_TEXT_BYTES >> 20);
	o->full = true;
}

void out_text(struct out *o, struct span s, const struct map_run *place)
{
	struct doc *d = o->d;
	struct map_run *run;

	cut_at_limit(o, &s);
	if (!s.n)
		return;
	if (!o->open)
		out_open(o, BLOCK_PARA);
	run = d->n_map ? &d->map[d->n_map - 1] : NULL;
	if (run && run->t + run->n == o->text.n && run->t >= o->block.start && follows(run, place, s.n)) {
		run->n += s.n;
		run->len += place->len;
	} else {
		run = doc_add_map(d, place->kind, 0, 0);
		*run = *place;
		run->t = o->text.n;
		run->n = s.n;
	}
	buf_add(&o->text, s);
}

void out_extend(struct out *o, struct span s, int64_t len)
{
	struct map_run *run = o->d->n_map ? &o->d->map[o->d->n_map - 1] : NULL;

	cut_at_limit(o, &s);
	if (!s.n || !run || run->t + run->n != o->text.n)
		return;
	run->n += s.n;
	run->len += len;
	buf_add(&o->text, s);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

size_t out_block_bytes(const struct out *o)
{
	return o->open ? o->text.n - o->block.start : 0;
}

/* Takes the runs back that lie behind the end of the text. */
static void cut_map(struct out *o)
{
	struct doc *d = o->d;

	while (d->n_map && d->map[d->n_map - 1].t >= o->text.n)
		d->n_map--;
	if (d->n_map && d->map[d->n_map - 1].t + d->map[d->n_map - 1].n > o->text.n) {
		struct map_run *m = &d->map[d->n_map - 1];
		size_t gone = m->t + m->n - o->text.n;

		if (m->kind == MAP_BYTES && m->len == (int64_t)m->n)
			m->len -= (int64_t)gone;
		m->n -= gone;
	}
}

/* Bytes that are no text (a damaged file) become question marks: the map stays as it is. */
static void mend(struct out *o)
{
	struct span s = span_make(o->text.p + o->block.start, o->text.n - o->block.start);

	if (utf8_valid(s))
		return;
	for (size_t at = 0; at < s.n;) {
		size_t from = at;

		if (utf8_next(s, &at) == 0xfffd && at - from == 1)
			o->text.p[o->block.start + from] = '?';
	}
}

void out_close(struct out *o)
{
	struct block *b;

	if (!o->open)
		return;
	while (o->text.n > o->block.start && is_blank(o->text.p[o->text.n - 1]) &&
	       !(o->tabs && o->text.p[o->text.n - 1] == '\t'))
		o->text.n--;
	o->open = NULL;
	if (o->text.n == o->block.start) {
		o->text.n -= o->text.n > 0; /* the separator */
		cut_map(o);
		return;
	}
	cut_map(o);
	mend(o);
	b = doc_add_block(o->d, o->block.kind, 0, 0);
	*b = o->block;
	b->end = o->text.n;
	if (b->body > b->end) /* a mark and nothing behind it */
		b->body = b->end;
}

void out_finish(struct out *o)
{
	out_close(o);
	o->d->text = arena_dup(&o->d->arena, buf_span(&o->text));
	o->d->has_text = true;
	buf_free(&o->text);
}
