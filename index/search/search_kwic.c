/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A concordance: every word that was found in one column, with what stands around it. The lines are sorted before they
 * are counted off, by the words beside the found one, as a dictionary of the language would sort them.
 */
#include <stdlib.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include "mem.h"
#include "search_p.h"
#include "utf8.h"

enum { KWIC_PIPE = 50, MARKS = 64, KEY_WORDS = 6, KEY_BYTES = 400 };

struct line {
	struct span left, word, right;
	struct span key, second; /* sort keys: bytes to compare */
	struct hit *hit;
	size_t start;
};

struct lines {
	struct line *v;
	size_t n, cap;
	struct arena arena;
	UCollator *order; /* NULL where ICU has no data: then by code point */
	enum sort sort;
};

static int by_key(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	int d = span_cmp(x->key, y->key);

	d = d ? d : span_cmp(x->second, y->second);
	return d ? d : x->hit != y->hit ? x->hit < y->hit ? -1 : 1 : x->start < y->start ? -1 : x->start > y->start;
}

/* The word of s that begins at *at or later, *at behind it; empty at the end. */
static struct span next_word(struct span s, size_t *at)
{
	size_t from = *at, end = *at;

	while (end < s.n) {
		size_t before = end;
		bool word = utf8_is_word(utf8_next(s, &end));

		if (!word && from < before) {
			*at = end;
			return span_sub(s, from, before);
		}
		from = word ? from : end;
	}
	*at = end;
	return span_sub(s, from, end);
}

/* The same towards the beginning. */
static struct span word_before(struct span s, size_t *at)
{
	size_t end = *at, from = *at;

	while (from > 0) {
		size_t after = from;
		bool word = utf8_is_word(utf8_prev(s, &from));

		if (!word && after < end) {
			*at = from;
			return span_sub(s, after, end);
		}
		end = word ? end : from;
	}
	*at = from;
	return span_sub(s, from, end);
}

/* What the collation makes of the text; the text itself where there is none. */
static struct span collate(struct lines *all, struct span text)
{
	UChar wide[KEY_BYTES];
	UErrorCode status = U_ZERO_ERROR;
	int32_t n = 0, size;
	uint8_t *key;

	u_strFromUTF8(wide, KEY_BYTES, &n, text.p, (int32_t)text.n, &status);
	if (!all->order || U_FAILURE(status))
		return arena_dup(&all->arena, text);
	size = ucol_getSortKey(all->order, wide, n, NULL, 0);
	key = arena_alloc(&all->arena, (size_t)size + 1);
	size = ucol_getSortKey(all->order, wide, n, key, size);
	return span_make((const char *)key, size > 0 ? (size_t)size - 1 : 0);
}

/*
 * The words from the found one outwards: to the left they come in turn, each written forwards. A side without any comes
 * last: FF is in no text and begins no key of a collation.
 */
static struct span key_of(struct lines *all, struct span s, bool backwards)
{
	char room[KEY_BYTES];
	size_t n = 0, at = backwards ? s.n : 0;

	for (int i = 0; i < KEY_WORDS; i++) {
		struct span w = backwards ? word_before(s, &at) : next_word(s, &at);

		if (!w.n || w.n + n + 1 > sizeof room)
			break;
		memcpy(room + n, w.p, w.n);
		n += w.n;
		room[n++] = ' ';
	}
	return n ? collate(all, span_make(room, n)) : SPAN("\xff");
}

static void set_keys(struct lines *all, struct line *l)
{
	if (all->sort == SORT_DATE || all->sort == SORT_DOC)
		return; /* the hits are in this order already */
	if (all->sort == SORT_WORD) {
		l->key = key_of(all, l->word, false);
		l->second = key_of(all, l->right, false);
		return;
	}
	l->key = key_of(all, all->sort == SORT_LEFT ? l->left : l->right, all->sort == SORT_LEFT);
	l->second = key_of(all, l->word, false);
}

static void add_lines(struct lines *all, struct hit *hit)
{
	struct buf plain = { 0 };
	struct mark marks[MARKS];
	size_t n = snippet_marks(hit->text, &plain, marks, MARKS);
	struct span text = arena_dup(&all->arena, buf_span(&plain));

	for (size_t i = 0; i < n; i++) {
		struct line l = { .left = span_sub(text, 0, marks[i].start),
				  .word = span_sub(text, marks[i].start, marks[i].end),
				  .right = span_sub(text, marks[i].end, text.n),
				  .hit = hit,
				  .start = marks[i].start };

		set_keys(all, &l);
		MEM_ROOM(all->v, all->n, all->cap);
		all->v[all->n++] = l;
	}
	buf_free(&plain);
}

/* ---- printing ---- */

static const struct column kwic_columns[] = {
	{ "doc", NULL, COL_DATA },
	{ "label", NULL, COL_DATA },
	{ "page", NULL, COL_DATA | COL_NUMBER },
	{ "line", NULL, COL_DATA | COL_NUMBER },
	{ "start", NULL, COL_DATA | COL_NUMBER },
	{ "left", NULL, COL_DATA },
	{ "word", NULL, COL_DATA },
	{ "right", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

/* At most width columns of s, its end kept. */
static struct span tail_of(struct span s, size_t width)
{
	size_t at = s.n;

	while (at > 0 && text_width(span_sub(s, at, s.n)) < width)
		utf8_prev(s, &at);
	while (at > 0 && at < s.n && text_width(span_sub(s, at, s.n)) > width)
		utf8_next(s, &at);
	return span_sub(s, at, s.n);
}

static void print_line(struct search *s, const struct line *l, size_t place_width, size_t side)
{
	struct buf *out = &s->q->out, place = { 0 }, painted = { 0 };
	struct span left;

	search_put_place(l->hit, &place);
	buf_add(out, buf_span(&place));
	snippet_paint(l->left, &mark_brackets, &painted);
	left = tail_of(buf_span(&painted), side);
	text_pad(place_width - text_width(buf_span(&place)) + 2 + side - text_width(left), out);
	buf_add(out, left);
	buf_puts(out, s->q->color ? mark_colors.on : "  ");
	snippet_paint(l->word, &mark_brackets, out);
	buf_puts(out, s->q->color ? mark_colors.off : "  ");
	buf_reset(&painted);
	snippet_paint(l->right, &mark_brackets, &painted);
	text_fit(buf_span(&painted), side, out);
	buf_putc(out, '\n');
	buf_free(&place);
	buf_free(&painted);
}

static void put_row(struct table *t, const struct line *l)
{
	table_put(t, 0, l->hit->hash);
	table_put(t, 1, l->hit->label);
	if (l->hit->page)
		table_put_int(t, 2, l->hit->page);
	if (l->hit->line)
		table_put_int(t, 3, l->hit->line);
	table_put_int(t, 4, (long long)(l->hit->start + l->start));
	table_put(t, 5, l->left);
	table_put(t, 6, l->word);
	table_put(t, 7, l->right);
	table_end_row(t);
}

static void print_lines(struct search *s, const struct line *v, size_t n)
{
	struct table *t = query_for_people(s->q) ? NULL : query_table(s->q, kwic_columns);
	size_t place = 0, side = KWIC_PIPE;

	for (size_t i = 0; i < n; i++) {
		struct buf b = { 0 };

		search_put_place(v[i].hit, &b);
		place = text_width(buf_span(&b)) > place ? text_width(buf_span(&b)) : place;
		buf_free(&b);
	}
	if (s->q->width && (size_t)s->q->width > place + 50)
		side = ((size_t)s->q->width - place - 2 - 18) / 2;
	for (size_t i = 0; i < n; i++) {
		if (t)
			put_row(t, &v[i]);
		else
			print_line(s, &v[i], place, side);
	}
	if (t)
		table_end(t);
}

bool search_print_kwic(struct search *s, struct hits *h, struct err *e)
{
	const struct query_options *o = s->q->o;
	struct lines all = { .sort = (enum sort)o->sort };
	UErrorCode status = U_ZERO_ERROR;
	size_t from = (size_t)o->offset, n;
	bool ok;

	all.order = ucol_open("ru", &status);
	for (size_t i = 0; i < h->n; i++)
		add_lines(&all, &h->v[i]);
	if (all.n)
		qsort(all.v, all.n, sizeof *all.v, by_key);
	from = from < all.n ? from : all.n;
	n = all.n - from;
	if (o->limit > 0 && n > (size_t)o->limit)
		n = (size_t)o->limit;
	for (size_t i = 0; i < n; i++)
		all.v[from + i].hit->shown = true;
	ok = search_fetch_details(s, h, e);
	if (ok && (n || !query_for_people(s->q)))
		print_lines(s, n ? all.v + from : NULL, n);
	h->lines = all.n;
	h->shown = n;
	free(all.v);
	if (all.order)
		ucol_close(all.order);
	arena_free(&all.arena);
	return ok;
}
