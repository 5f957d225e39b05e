/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Repairs that rules should not have to think about. The text of the document stays as it is; matches are mapped back.
 */
#include "view.h"

#include "scan.h"
#include "utf8.h"

/* Latin letters and the Cyrillic ones that look the same in print. */
static const struct {
	char latin;
	unsigned short cyrillic;
} twins[] = {
	{ 'A', 0x410 }, { 'B', 0x412 }, { 'C', 0x421 }, { 'E', 0x415 }, { 'H', 0x41D }, { 'I', 0x406 }, { 'K', 0x41A },
	{ 'M', 0x41C }, { 'O', 0x41E }, { 'P', 0x420 }, { 'T', 0x422 }, { 'X', 0x425 }, { 'Y', 0x423 }, { 'a', 0x430 },
	{ 'c', 0x441 }, { 'e', 0x435 }, { 'i', 0x456 }, { 'k', 0x43A }, { 'o', 0x43E }, { 'p', 0x440 }, { 'u', 0x438 },
	{ 'x', 0x445 }, { 'y', 0x443 },
};
enum { TWINS = sizeof twins / sizeof *twins };

static unsigned cyrillic_of(unsigned c)
{
	for (size_t i = 0; i < TWINS; i++)
		if ((unsigned)twins[i].latin == c)
			return twins[i].cyrillic;
	return 0;
}

static unsigned latin_of(unsigned c)
{
	for (size_t i = 0; i < TWINS; i++)
		if (twins[i].cyrillic == c)
			return (unsigned char)twins[i].latin;
	return 0;
}

struct word {
	size_t end;
	size_t latin, cyrillic;
	bool to_cyrillic, to_latin; /* every letter of the other alphabet has a twin */
};

static bool is_cyrillic(unsigned c)
{
	return c >= 0x400 && c < 0x530;
}

static struct word read_word(struct span s, size_t at)
{
	struct word w = { .end = at, .to_cyrillic = true, .to_latin = true };

	while (w.end < s.n) {
		size_t next = w.end;
		unsigned c = utf8_next(s, &next);

		if (!utf8_is_letter(c))
			break;
		if (c < 0x80) {
			w.latin++;
			w.to_cyrillic = w.to_cyrillic && cyrillic_of(c);
		} else if (is_cyrillic(c)) {
			w.cyrillic++;
			w.to_latin = w.to_latin && latin_of(c);
		}
		w.end = next;
	}
	return w;
}

struct rewrite {
	struct view *v;
	struct arena *a;
	struct span text;
	struct buf out;
};

static void note_shift(struct rewrite *r, size_t text_at)
{
	struct view *v = r->v;

	ARENA_ROOM(r->a, v->shifts, v->n_shifts, v->cap_shifts);
	v->shifts[v->n_shifts++] = (struct shift){ r->out.n, text_at };
}

/* Copies the word with the letters of one alphabet replaced. */
static void copy_word(struct rewrite *r, size_t at, size_t end, unsigned (*other)(unsigned))
{
	struct view *v = r->v;

	ARENA_ROOM(r->a, v->repairs, v->n_repairs, v->cap_repairs);
	v->repairs[v->n_repairs++] = (struct repair){ at, end };
	while (at < end) {
		unsigned c = utf8_next(r->text, &at);
		unsigned twin = other(c);

		buf_put_utf8(&r->out, twin ? twin : c);
		if (twin)
			note_shift(r, at);
	}
}

static void copy_letters(struct rewrite *r, size_t *at)
{
	struct word w = read_word(r->text, *at);

	if (w.latin && w.cyrillic && w.to_cyrillic)
		copy_word(r, *at, w.end, cyrillic_of);
	else if (w.latin && w.cyrillic && w.to_latin)
		copy_word(r, *at, w.end, latin_of);
	else
		buf_add(&r->out, span_sub(r->text, *at, w.end));
	*at = w.end;
}

static struct span rewrite_text(struct view *v, struct arena *a, struct span text)
{
	struct rewrite r = { .v = v, .a = a, .text = text };
	struct span out;

	buf_room(&r.out, text.n);
	for (size_t at = 0; at < text.n;) {
		size_t next = at;
		unsigned c = utf8_next(text, &next);

		if (utf8_is_letter(c)) {
			copy_letters(&r, &at);
			continue;
		}
		if (c != '\n' && utf8_is_space(c))
			for (size_t i = at; i < next; i++)
				buf_putc(&r.out, ' ');
		else
			buf_add(&r.out, span_sub(text, at, next));
		at = next;
	}
	out = arena_dup(a, buf_span(&r.out));
	buf_free(&r.out);
	return out;
}

void view_make(struct view *v, struct arena *a, struct span text)
{
	enum scan_path path = scan_best();
	struct scan_out out;
	size_t masks = text.n / 64 + 1;

	*v = (struct view){ .cased = text };
	if (scan_needs_repair(path, text)) {
		v->cased = rewrite_text(v, a, text);
		masks = v->cased.n / 64 + 1;
	}
	out.folded = arena_alloc(a, v->cased.n + SCAN_SLACK); /* load8 reads up to 8 bytes too */
	out.words = v->words = arena_alloc(a, 3 * masks * sizeof *v->words);
	out.digits = v->digits = v->words + masks;
	out.signs = v->signs = v->digits + masks;
	scan_text(path, v->cased, &out);
	v->folded = span_make(out.folded, v->cased.n);
}

size_t view_to_text(const struct view *v, size_t at)
{
	size_t lo = 0, hi = v->n_shifts;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (v->shifts[mid].view <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo ? v->shifts[lo - 1].text + (at - v->shifts[lo - 1].view) : at;
}

size_t view_from_text(const struct view *v, size_t at)
{
	size_t lo = 0, hi = v->n_shifts;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (v->shifts[mid].text <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo ? v->shifts[lo - 1].view + (at - v->shifts[lo - 1].text) : at;
}
