/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packing and unpacking the arrays that would cost more than the text; the format stands in pack.h. */
#include "pack.h"

#include <math.h>

#include "i18n.h"
#include "span_index.h"

enum { F_MADE = 1 << 2, F_T = 1 << 3, F_A = 1 << 4, F_B = 1 << 5, F_C = 1 << 6, F_D = 1 << 7 };

static void put_u(struct buf *b, uint64_t v)
{
	for (; v >= 0x80; v >>= 7)
		buf_putc(b, (char)(v | 0x80));
	buf_putc(b, (char)v);
}

static void put_s(struct buf *b, int64_t v)
{
	put_u(b, ((uint64_t)v << 1) ^ (uint64_t)(v >> 63));
}

/* Strings met so far, each with its number: a text has one path, a web page a part for every element. */
struct numbers {
	struct span_index of;
	struct arena a;
};

static void put_name(struct buf *b, struct numbers *names, struct span s)
{
	const struct span_entry *known = span_index_get(&names->of, s);

	put_u(b, known ? known->value : names->of.n);
	if (known)
		return;
	put_u(b, s.n);
	buf_add(b, s);
	span_index_add(&names->of, &names->a, s, names->of.n);
}

/* The run before, as far as predictions need it. */
struct last {
	size_t next_t;
	int64_t next_at, line;
	int page, para, table, row, col;
	double box[4];
	struct span path, part;
};

static int64_t hundredths(double v)
{
	return (int64_t)llround(v * 100);
}

static bool box_is_exact(const double box[4])
{
	for (int i = 0; i < 4; i++)
		if (!(fabs(box[i]) < 1e7) || (double)hundredths(box[i]) / 100 != box[i])
			return false;
	return true;
}

static bool box_is_empty(const double box[4])
{
	return box[0] == 0 && box[1] == 0 && box[2] == 0 && box[3] == 0;
}

static unsigned flags_of(const struct map_run *r, const struct last *l)
{
	unsigned f = (unsigned)r->kind | (r->made ? F_MADE : 0) | (r->t != l->next_t ? F_T : 0);

	switch (r->kind) {
	case MAP_BYTES:
		return f | (r->at != l->next_at ? F_A : 0) | (r->len != (int64_t)r->n ? F_B : 0) |
		       (r->line != l->line + 1 ? F_C : 0) | (span_eq(r->path, l->path) ? 0 : F_D);
	case MAP_PAGE:
		return f | (r->page != l->page ? F_A : 0) | (box_is_exact(r->box) ? 0 : F_B) |
		       (box_is_empty(r->box) ? F_C : 0);
	case MAP_PART:
		return f | (span_eq(r->part, l->part) ? 0 : F_A) | (r->para != l->para + 1 ? F_B : 0) |
		       (r->table ? F_C : 0);
	}
	return f;
}

static void put_box(struct buf *out, unsigned f, const double box[4], const double before[4])
{
	if (f & F_C)
		return;
	for (int i = 0; i < 4; i++) {
		if (f & F_B)
			buf_add(out, span_make((const char *)&box[i], sizeof box[i]));
		else
			put_s(out, hundredths(box[i]) - hundredths(before[i]));
	}
}

static void put_run(struct buf *out, struct numbers *names, const struct map_run *r, const struct last *l)
{
	unsigned f = flags_of(r, l);

	buf_putc(out, (char)f);
	if (f & F_T)
		put_s(out, (int64_t)r->t - (int64_t)l->next_t);
	put_u(out, r->n);
	switch (r->kind) {
	case MAP_BYTES:
		if (f & F_A)
			put_s(out, r->at - l->next_at);
		if (f & F_B)
			put_s(out, r->len - (int64_t)r->n);
		if (f & F_C)
			put_s(out, r->line - l->line - 1);
		if (f & F_D)
			put_name(out, names, r->path);
		break;
	case MAP_PAGE:
		if (f & F_A)
			put_s(out, r->page - l->page);
		put_box(out, f, r->box, l->box);
		break;
	case MAP_PART:
		if (f & F_A)
			put_name(out, names, r->part);
		if (f & F_B)
			put_s(out, r->para - l->para - 1);
		if (f & F_C) {
			put_s(out, r->table - l->table);
			put_s(out, r->row - l->row);
			put_s(out, r->col - l->col);
		}
		break;
	}
}

static void remember(struct last *l, const struct map_run *r)
{
	l->next_t = r->t + r->n + 1;
	switch (r->kind) {
	case MAP_BYTES:
		l->next_at = r->at + r->len + 1;
		l->line = r->line;
		l->path = r->path;
		break;
	case MAP_PAGE:
		l->page = r->page;
		if (box_is_exact(r->box) && !box_is_empty(r->box))
			memcpy(l->box, r->box, sizeof l->box);
		break;
	case MAP_PART:
		l->part = r->part;
		l->para = r->para;
		if (r->table) {
			l->table = r->table;
			l->row = r->row;
			l->col = r->col;
		}
		break;
	}
}

void pack_map(const struct doc *d, struct buf *out)
{
	struct numbers names = { 0 };
	struct last l = { 0 };

	for (size_t i = 0; i < d->n_map; i++) {
		put_run(out, &names, &d->map[i], &l);
		remember(&l, &d->map[i]);
	}
	arena_free(&names.a);
}

void pack_sentences(const struct doc *d, struct buf *out)
{
	size_t end = 0;

	for (size_t i = 0; i < d->n_sentences; i++) {
		put_s(out, (int64_t)d->sentences[i].start - (int64_t)end);
		put_u(out, d->sentences[i].end - d->sentences[i].start);
		end = d->sentences[i].end;
	}
}

/* Reading: sticky, so that a damaged blob is found once at the end. */
struct in {
	struct span s;
	size_t at;
	bool bad;
};

static unsigned get_byte(struct in *in)
{
	if (in->at >= in->s.n) {
		in->bad = true;
		return 0;
	}
	return (unsigned char)in->s.p[in->at++];
}

static uint64_t get_u(struct in *in)
{
	uint64_t v = 0;

	for (unsigned shift = 0; shift < 64; shift += 7) {
		unsigned c = get_byte(in);

		v |= (uint64_t)(c & 0x7f) << shift;
		if (!(c & 0x80))
			return v;
	}
	in->bad = true;
	return 0;
}

static int64_t get_s(struct in *in)
{
	uint64_t v = get_u(in);

	return (int64_t)(v >> 1) ^ -(int64_t)(v & 1);
}

static struct span get_bytes(struct in *in, uint64_t n)
{
	if (n > in->s.n - in->at) {
		in->bad = true;
		return (struct span){ 0 };
	}
	in->at += n;
	return span_make(in->s.p + in->at - n, (size_t)n);
}

/* Strings met so far, by number. */
struct names {
	struct span *v;
	size_t n, cap;
	struct arena a;
};

static struct span get_name(struct in *in, struct names *names)
{
	uint64_t i = get_u(in);

	if (i < names->n)
		return names->v[i];
	ARENA_ROOM(&names->a, names->v, names->n, names->cap);
	names->v[names->n] = get_bytes(in, get_u(in));
	return names->v[names->n++];
}

static void get_box(struct in *in, unsigned f, double box[4], const double before[4])
{
	if (f & F_C)
		return;
	for (int i = 0; i < 4; i++) {
		if (f & F_B) {
			struct span s = get_bytes(in, sizeof box[i]);

			if (s.n)
				memcpy(&box[i], s.p, s.n);
		} else {
			box[i] = (double)(hundredths(before[i]) + get_s(in)) / 100;
		}
	}
}

static void get_run(struct in *in, struct names *names, struct map_run *r, const struct last *l)
{
	unsigned f = get_byte(in);

	*r = (struct map_run){ .kind = (enum map_kind)(f & 3), .made = f & F_MADE };
	in->bad |= (f & 3) == 3;
	r->t = l->next_t + (f & F_T ? (size_t)get_s(in) : 0);
	r->n = get_u(in);
	switch (f & 3) {
	case MAP_BYTES:
		r->at = l->next_at + (f & F_A ? get_s(in) : 0);
		r->len = (int64_t)r->n + (f & F_B ? get_s(in) : 0);
		r->line = l->line + 1 + (f & F_C ? get_s(in) : 0);
		r->path = f & F_D ? get_name(in, names) : l->path;
		break;
	case MAP_PAGE:
		r->page = l->page + (int)(f & F_A ? get_s(in) : 0);
		get_box(in, f, r->box, l->box);
		break;
	case MAP_PART:
		r->part = f & F_A ? get_name(in, names) : l->part;
		r->para = l->para + 1 + (int)(f & F_B ? get_s(in) : 0);
		if (f & F_C) {
			r->table = l->table + (int)get_s(in);
			r->row = l->row + (int)get_s(in);
			r->col = l->col + (int)get_s(in);
		}
		break;
	}
}

bool unpack_map(struct span blob, struct doc *d, struct err *e)
{
	struct in in = { blob, 0, false };
	struct names names = { 0 };
	struct last l = { 0 };

	while (in.at < blob.n && !in.bad) {
		struct map_run r;

		get_run(&in, &names, &r, &l);
		remember(&l, &r);
		r.path = arena_dup(&d->arena, r.path);
		r.part = arena_dup(&d->arena, r.part);
		if (!in.bad)
			*doc_add_map(d, r.kind, r.t, r.n) = r;
	}
	arena_free(&names.a);
	return !in.bad || err_set(e, EX_DATAERR, _("the stored provenance map is damaged"));
}

bool unpack_sentences(struct span blob, struct doc *d, struct err *e)
{
	struct in in = { blob, 0, false };
	size_t end = 0;

	while (in.at < blob.n && !in.bad) {
		size_t start = end + (size_t)get_s(&in);

		end = start + get_u(&in);
		if (!in.bad)
			doc_add_sentence(d, start, end);
	}
	return !in.bad || err_set(e, EX_DATAERR, _("the stored sentences are damaged"));
}
