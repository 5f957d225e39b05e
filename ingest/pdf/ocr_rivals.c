/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A badly read line is read in several ways, of which none is right everywhere. Names are settled by the document
 * alone: a dictionary that lacks one has another that is only a letter away.
 */
#include "ocr_rivals.h"

#include "utf8.h"

enum { RIVALS = 10, SURE = 85, WORD_LETTERS = 6, SHORT_LETTERS = 2, MOST_BYTES = 80 };

/* A word without what stands before and behind it, in small letters; n is 0 where it is not of Russian letters alone.
 */
struct bare {
	char small[MOST_BYTES];
	size_t n, from, to;     /* bytes of small; its place in the text */
	bool capital, capitals; /* its first letter; all */
};

struct rivals {
	struct span text[RIVALS];
	struct bare bare[RIVALS];
	int conf[RIVALS];
	size_t n;
};

static struct bare bare_of(struct span s)
{
	struct bare b = { .to = s.n, .capitals = true };
	size_t at;
	while (b.from < s.n && (at = b.from, !utf8_is_word(utf8_next(s, &at))))
		b.from = at;
	while (b.to > b.from && (at = b.to, !utf8_is_word(utf8_prev(s, &at))))
		b.to = at;
	if (b.to - b.from > MOST_BYTES)
		return b;
	for (at = b.from; at < b.to;) {
		unsigned c = utf8_next(s, &at), small = utf8_lower(c);
		if (small != 0x451 && (small < 0x430 || small > 0x44f))
			return b;
		b.capital = b.capital || (b.capitals && utf8_is_upper(c));
		b.capitals = b.capitals && utf8_is_upper(c);
	}
	utf8_fold(span_sub(s, b.from, b.to), b.small);
	b.n = b.to - b.from;
	return b;
}

static struct span small_of(const struct bare *b)
{
	return span_make(b->small, b->n);
}

static bool is_same_place(struct box a, struct box b)
{
	double over = (a.x1 < b.x1 ? a.x1 : b.x1) - (a.x0 > b.x0 ? a.x0 : b.x0);
	double wa = a.x1 - a.x0, wb = b.x1 - b.x0;
	return over > 0.7 * (wa > wb ? wa : wb) && a.y0 < b.y1 && b.y0 < a.y1;
}

static void add_rival(struct rivals *r, struct span text, int conf)
{
	r->text[r->n] = text;
	r->bare[r->n] = bare_of(text);
	r->conf[r->n++] = conf;
}

/*
 * The readings of that place. False: its line was read once only, or the word was put there since, by the reading of a
 * language with letters of its own.
 */
static bool gather(struct rivals *r, struct span text, const struct word *v, const struct page_words *other)
{
	bool own = false;
	for (size_t i = 0; i < other->n && r->n + 1 < RIVALS; i++) {
		if (!is_same_place(v->box, other->v[i].box))
			continue;
		add_rival(r, page_words_text(other, &other->v[i]), other->v[i].conf);
		own = own || span_eq(text, r->text[r->n - 1]);
	}
	if (!own && r->n)
		add_rival(r, text, v->conf);
	return r->n && (own || r->bare[r->n - 1].n);
}

/* The reading whose text the others have most often and most surely. */
static size_t elect(const struct rivals *r)
{
	size_t best = 0;
	long most = -1;
	for (size_t i = 0; i < r->n; i++) {
		long votes = 0;
		for (size_t k = 0; k < r->n; k++)
			votes += span_eq(r->text[i], r->text[k]) ? r->conf[k] : 0;
		if (votes > most) {
			most = votes;
			best = i;
		}
	}
	return best;
}

/* The readings that have as many letters as reading first, into v (room for RIVALS). */
static struct ocr_readings alike(const struct rivals *r, size_t first, struct span *v)
{
	size_t n = 0;
	for (size_t i = 0; i < r->n; i++)
		if (r->bare[i].n && r->bare[i].n == r->bare[first].n)
			v[n++] = small_of(&r->bare[i]);
	return (struct ocr_readings){ v, n };
}

/* What a word of the document may cost (ocr_lattice.h): a letter of another shape in a word of eight letters. */
static int affordable(const struct ocr_readings *r, bool capital)
{
	return capital ? 1 : (int)(r->v[0].n / 2) * 5 / 8;
}

/* The sure word of the document that the readings come nearest to; self is no witness for itself. */
static bool find_in_document(const struct ocr_readings *r, const struct bare *like, const struct ocr_known *known,
			     const struct word *self, struct buf *out)
{
	int least = affordable(r, like->capital);
	bool only = false;
	buf_reset(out);
	for (size_t p = 0; p < known->n; p++)
		for (size_t i = 0; i < known->v[p]->n; i++) {
			const struct word *v = &known->v[p]->v[i];
			struct bare b = v->conf < SURE || v == self ? (struct bare){ 0 }
								    : bare_of(page_words_text(known->v[p], v));
			int cost = b.n && b.capitals == like->capitals ? ocr_lattice_cost(r, small_of(&b)) : 1000;
			if (cost > least || (only && span_eq(buf_span(out), small_of(&b))))
				continue;
			only = !out->n || cost < least;
			least = cost;
			buf_reset(out);
			buf_add(out, small_of(&b));
		}
	return only;
}

/* Is the word long enough to be told by its letters? In capitals a shorter one is too. */
static bool is_telling(const struct bare *b)
{
	return b->n >= 2 * (b->capitals ? SHORT_LETTERS : WORD_LETTERS);
}

/* What the readings make of the elected one's letters, in small letters. */
static bool find_word(const struct rivals *r, size_t elected, const struct ocr_known *known, const struct word *self,
		      const struct ocr_oracle *o, struct buf *out)
{
	struct span v[RIVALS];
	const struct bare *b = &r->bare[elected];
	bool small = !b->capital && o && o->knows;
	if (!is_telling(b) || (small && o->knows(o->ctx, small_of(b))))
		return false;
	for (size_t i = elected, n = 0; n < r->n; n++, i = (i + 1) % r->n) {
		struct ocr_readings same = alike(r, i, v);
		const struct bare *like = &r->bare[i];
		if (like->capital == b->capital && like->capitals == b->capitals && is_telling(like) &&
		    (find_in_document(&same, like, known, self, out) || (small && ocr_lattice_word(&same, o, out))))
			return true;
	}
	return false;
}

/* The text with the word in place of its bare one, in capitals as that was. */
static void put_word(struct span text, const struct bare *b, struct span word, struct buf *out)
{
	buf_add(out, span_sub(text, 0, b->from));
	for (size_t at = 0; at < word.n;) {
		bool up = b->capitals || (b->capital && at == 0);
		unsigned c = utf8_next(word, &at);
		buf_put_utf8(out, up ? utf8_upper(c) : c);
	}
	buf_add(out, span_sub(text, b->to, text.n));
}

bool ocr_rivals_agree(const struct page_words *w, size_t i, const struct page_words *other,
		      const struct ocr_known *known, const struct ocr_oracle *o, struct buf *now)
{
	struct rivals r = { .n = 0 };
	struct span text = page_words_text(w, &w->v[i]);
	struct buf word = { 0 };
	buf_reset(now);
	if (other->n == 0 || !gather(&r, text, &w->v[i], other))
		return false;
	size_t best = elect(&r);
	if (find_word(&r, best, known, &w->v[i], o, &word))
		put_word(r.text[best], &r.bare[best], buf_span(&word), now);
	else
		buf_add(now, r.text[best]);
	buf_free(&word);
	return !span_eq(buf_span(now), text);
}
