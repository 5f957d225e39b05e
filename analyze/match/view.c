/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Repairs that rules should not have to think about. The text of the document stays as it is; matches are mapped back.
 */
#include "view.h"

#include <stdlib.h>

#include "mem.h"
#include "scan.h"
#include "utf8.h"

/* Latin letters and the Cyrillic ones that look the same in print. */
static const struct {
	char latin;
	unsigned short cyrillic;
} twins[] = {
	{ 'A', 0x410 }, { 'B', 0x412 }, { 'C', 0x421 }, { 'E', 0x415 }, { 'H', 0x41D }, { 'I', 0x406 },
	{ 'K', 0x41A }, { 'M', 0x41C }, { 'O', 0x41E }, { 'P', 0x420 }, { 'T', 0x422 }, { 'X', 0x425 },
	{ 'Y', 0x423 }, { 'a', 0x430 }, { 'c', 0x441 }, { 'e', 0x435 }, { 'i', 0x456 }, { 'k', 0x43A },
	{ 'o', 0x43E }, { 'p', 0x440 }, { 'u', 0x438 }, { 'x', 0x445 }, { 'y', 0x443 },
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

static void note_shift(struct view *v, size_t text_at)
{
	MEM_ROOM(v->shifts, v->n_shifts, v->cap_shifts);
	v->shifts[v->n_shifts++] = (struct shift){ v->rewritten.n, text_at };
}

/* Copies the word with the letters of one alphabet replaced. */
static void copy_word(struct view *v, struct span text, size_t at, size_t end, unsigned (*other)(unsigned))
{
	MEM_ROOM(v->repairs, v->n_repairs, v->cap_repairs);
	v->repairs[v->n_repairs++] = (struct repair){ at, end };
	while (at < end) {
		unsigned c = utf8_next(text, &at);
		unsigned twin = other(c);

		buf_put_utf8(&v->rewritten, twin ? twin : c);
		if (twin)
			note_shift(v, at);
	}
}

static size_t copy_letters(struct view *v, struct span text, size_t at)
{
	struct word w = read_word(text, at);

	if (w.latin && w.cyrillic && w.to_cyrillic)
		copy_word(v, text, at, w.end, cyrillic_of);
	else if (w.latin && w.cyrillic && w.to_latin)
		copy_word(v, text, at, w.end, latin_of);
	else
		buf_add(&v->rewritten, span_sub(text, at, w.end));
	return w.end;
}

/* Copies what stands at the place of a repair: white space, or the whole word; returns where that ends. */
static size_t copy_repaired(struct view *v, struct span text, size_t at)
{
	size_t next = at;
	unsigned c = utf8_next(text, &next);

	if (utf8_is_letter(c))
		return copy_letters(v, text, at);
	for (size_t i = at; i < next; i++)
		buf_putc(&v->rewritten, ' ');
	return next;
}

/* The beginning of the word around at, not before from. */
static size_t word_start(struct span text, size_t at, size_t from)
{
	while (at > from) {
		size_t before = at;

		if (!utf8_is_letter(utf8_prev(text, &before)))
			break;
		at = before;
	}
	return at;
}

static struct span repair_text(struct view *v, enum scan_path path, struct span text)
{
	size_t from = 0;
	size_t at = scan_find_repair(path, text, 0);

	if (at == text.n)
		return text;
	buf_reset(&v->rewritten);
	while (at < text.n) {
		size_t next = at;

		if (utf8_is_letter(utf8_next(text, &next)))
			at = word_start(text, at, from);
		buf_add(&v->rewritten, span_sub(text, from, at));
		from = copy_repaired(v, text, at);
		at = scan_find_repair(path, text, from);
	}
	buf_add(&v->rewritten, span_sub(text, from, text.n));
	return buf_span(&v->rewritten);
}

static void make_room(struct view *v, size_t n)
{
	size_t masks = n / 64 + 1;

	buf_reset(&v->shadow);
	buf_room(&v->shadow, n + SCAN_SLACK); /* load8 reads up to 8 bytes behind the text too */
	if (masks > v->cap_masks) {
		v->cap_masks = masks * 2;
		v->words = mem_grow(v->words, 3 * v->cap_masks * sizeof *v->words);
	}
	v->digits = v->words + v->cap_masks;
	v->signs = v->digits + v->cap_masks;
}

/* Folds what cased shows; returns whether something in it may need repair. */
static bool fold_view(struct view *v, enum scan_path path)
{
	bool odd;

	make_room(v, v->cased.n);
	odd = scan_text(path, v->cased, &(struct scan_out){ v->shadow.p, v->words, v->digits, v->signs });
	memset(v->shadow.p + v->cased.n, 0, SCAN_SLACK);
	v->folded = span_make(v->shadow.p, v->cased.n);
	return odd;
}

void view_make(struct view *v, struct span text)
{
	enum scan_path path = scan_best();

	v->n_shifts = v->n_repairs = 0;
	v->cased = text;
	if (!fold_view(v, path))
		return;
	v->cased = repair_text(v, path, text);
	if (v->cased.p != text.p)
		fold_view(v, path);
}

void view_free(struct view *v)
{
	buf_free(&v->rewritten);
	buf_free(&v->shadow);
	free(v->shifts);
	free(v->repairs);
	free(v->words);
	*v = (struct view){ 0 };
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
