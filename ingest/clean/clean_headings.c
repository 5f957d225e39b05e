/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Headings where the reader knows no styles. A number alone does not tell a heading from an item of a list: the whole
 * series does. The numbers of headings have text between them, those of a list follow each other.
 */
#include "clean_glued.h"
#include "clean_lexicon.h"
#include "clean_mark.h"
#include "clean_signs.h"
#include "utf8.h"

enum {
	HEADING_BYTES = 500,
	SHORT_BYTES = 130, /* a heading without a number or capitals is no longer than that (60 letters) */
	OPEN_SERIES = 16,
	WORD_LETTERS = 4,
	ARTICLE_WORDS = 9, /* an article of so many words that ends with a full stop is its own text */
};

static struct span text_of(const struct doc *d, const struct block *b)
{
	return doc_slice(d, b->start, b->end);
}

/* ---- series of numbers ---- */

struct series {
	struct mark last;
	bool bracket; /* 1) and not 1. */
	size_t at;    /* block of the last member */
	int n;        /* members */
	int joined;   /* members whose next one follows at once */
	int like;     /* members that could be headings */
	int glued;    /* members that are one with the text behind them */
	int headings; /* members that the reader calls headings */
	int duties;   /* members that say, or are followed by a line that says, when it is to be done and by whom */
	bool chosen;
};

struct numbering {
	struct series *v; /* in the document's arena */
	size_t n, cap;
	size_t open[OPEN_SERIES]; /* indexes of series that may go on, innermost last */
	size_t n_open;
	size_t *of;   /* series of each block + 1; 0: none */
	size_t *body; /* of each block: where the text behind a heading begins that is one with it; 0: nowhere */
};

/* Full stops between a word of four letters or more and a capital; with two of them it says more than a heading does.
 */
static bool is_prose(struct span s)
{
	int stops = 0;

	for (size_t at = span_find(s, SPAN(". "), 0); at != SPAN_NONE; at = span_find(s, SPAN(". "), at + 1)) {
		size_t word = at, letters = 0, next = at + 2;

		while (word > 0 && utf8_is_letter(utf8_prev(s, &word)))
			letters++;
		stops += letters >= WORD_LETTERS && next < s.n && utf8_is_upper(utf8_next(s, &next));
	}
	return stops > 1;
}

static bool is_heading_like(const struct doc *d, const struct block *b)
{
	struct span s = text_of(d, b);
	unsigned sign = sign_at_end(s);

	return s.n <= HEADING_BYTES && !(sign == '.' && is_prose(s)) && sign != ';' && sign != ',' && sign != ':' &&
	       sign_opening(doc_slice(d, block_body(b), b->end)) != OPENS_LOWER;
}

/* "Срок: май", "Отв.: Петров": what follows a task and no heading; "СЛУШАЛИ: …" is none either. */
static bool is_duty(const struct clean *c, struct span s)
{
	const struct lexicon_phrase *p;
	char folded[64];
	size_t end;

	if (!lexicon_may_begin(c->structure, s))
		return false;
	s = utf8_whole(span_sub(s, 0, sizeof folded));
	utf8_fold(s, folded);
	p = lexicon_at(c->structure, span_make(folded, s.n), 0, &end);
	return p && span_is(p->tag, "duty");
}

static bool has_duty(const struct clean *c, const struct block *b)
{
	struct span s = text_of(c->d, b);

	for (size_t at = span_find(s, SPAN(". "), 0); at != SPAN_NONE; at = span_find(s, SPAN(". "), at + 1))
		if (is_duty(c, span_sub(s, at + 2, s.n)))
			return true;
	return false;
}

/* The open series that block's mark goes on with; inner ones are closed. SPAN_NONE: a new one. */
static size_t goes_on(struct numbering *g, const struct mark *m, bool bracket)
{
	for (size_t k = g->n_open; k-- > 0;) {
		const struct series *s = &g->v[g->open[k]];

		if (s->last.kind != m->kind || s->last.depth != m->depth || s->bracket != bracket)
			continue;
		if (m->number == s->last.number + 1 || (m->depth > 1 && m->number == s->last.number + 2)) {
			g->n_open = k + 1;
			return g->open[k];
		}
	}
	return SPAN_NONE;
}

static size_t new_series(struct doc *d, struct numbering *g, const struct mark *m, bool bracket)
{
	ARENA_ROOM(&d->arena, g->v, g->n, g->cap);
	g->v[g->n] = (struct series){ .last = *m, .bracket = bracket };
	if (g->n_open == OPEN_SERIES)
		memmove(g->open, g->open + 1, --g->n_open * sizeof *g->open);
	g->open[g->n_open++] = g->n;
	return g->n++;
}

static void add_member(const struct clean *c, struct numbering *g, size_t i, size_t shown)
{
	struct doc *d = c->d;
	const struct block *b = &d->blocks[i];
	struct mark m = mark_of(text_of(d, b));
	bool bracket = b->mark.n && b->mark.p[b->mark.n - 1] == ')';
	size_t k;
	struct series *s;

	if (m.kind != MARK_NUMBER && m.kind != MARK_ROMAN)
		return;
	k = goes_on(g, &m, bracket);
	if (k == SPAN_NONE)
		k = new_series(d, g, &m, bracket);
	s = &g->v[k];
	s->joined += s->n > 0 && s->at == shown;
	s->n++;
	s->like += is_heading_like(d, b);
	s->headings += b->kind == BLOCK_HEADING;
	s->duties += has_duty(c, b) || is_duty(c, doc_slice(d, block_body(b), b->end));
	s->last = m;
	s->at = i;
	g->of[i] = k + 1;
}

/*
 * Members of a series that is spread like headings may be one with the text behind them. Asked only there: the answer
 * costs a look at the dictionary for each word.
 */
static void find_bodies(struct clean *c, struct numbering *g)
{
	for (size_t i = 0; i < c->d->n_blocks; i++) {
		struct series *s = g->of[i] ? &g->v[g->of[i] - 1] : NULL;
		const struct block *b = &c->d->blocks[i];

		if (!s || s->bracket || s->n < 2 || s->joined * 4 > s->n - 1 || s->like * 4 < s->n ||
		    b->kind == BLOCK_HEADING)
			continue;
		g->body[i] = glued_body(c, b);
		if (!g->body[i])
			continue;
		s->like -= is_heading_like(c->d, b);
		s->glued++;
	}
}

/* Two numbers at least, mostly with text between them, and nearly all of them of a heading's shape. */
static bool are_headings(const struct series *s)
{
	if (s->bracket || s->duties * 3 > s->n || (s->like + s->glued) * 4 < s->n * 3 || s->like * 3 < s->n)
		return false;
	if (s->headings)
		return true;
	return s->n >= 2 && s->joined * 4 <= s->n - 1;
}

static void make_heading(struct clean *c, struct cuts *cuts, size_t i, size_t body)
{
	struct block *b = &c->d->blocks[i];

	b->kind = BLOCK_HEADING;
	b->level = 0;
	if (body)
		glued_cut(c, cuts, i, body);
	else
		glued_take_rest(c, i);
}

static void numbered_headings(struct clean *c)
{
	struct doc *d = c->d;
	struct numbering g = { 0 };
	struct cuts cuts = { 0 };
	size_t shown = SPAN_NONE; /* the last block that is not hidden */

	g.of = arena_alloc(&d->arena, (d->n_blocks + 1) * sizeof *g.of);
	g.body = arena_alloc(&d->arena, (d->n_blocks + 1) * sizeof *g.body);
	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		if (b->hidden || b->table)
			continue;
		if (b->kind == BLOCK_ITEM || b->kind == BLOCK_PARA || b->kind == BLOCK_HEADING)
			add_member(c, &g, i, shown);
		if (shown != SPAN_NONE && g.of[shown] && !g.of[i] && is_duty(c, text_of(d, b)))
			g.v[g.of[shown] - 1].duties++;
		shown = i;
	}
	find_bodies(c, &g);
	for (size_t k = 0; k < g.n; k++)
		g.v[k].chosen = are_headings(&g.v[k]);
	for (size_t i = 0; i < d->n_blocks; i++)
		if (g.of[i] && g.v[g.of[i] - 1].chosen && d->blocks[i].kind != BLOCK_HEADING &&
		    (g.body[i] || (is_heading_like(d, &d->blocks[i]) && i + 1 < d->n_blocks)))
			make_heading(c, &cuts, i, g.body[i]);
	glued_finish(c, &cuts);
}

/* ---- other headings ---- */

/* "Раздел 3 настоящего Соглашения …", "Статья 5 Закона запрещает ….": what follows the number at s is a sentence. */
static bool number_stands_in_sentence(struct span s)
{
	size_t at = 0;

	while (at < s.n && s.p[at] != ' ' && s.p[at] != '.' && s.p[at] != ':')
		at++;
	if (at >= s.n || s.p[at] != ' ')
		return false;
	return sign_opening(span_sub(s, at + 1, s.n)) == OPENS_LOWER || s.p[s.n - 1] == '.';
}

static size_t spaces_in(struct span s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == ' ';
	return n;
}

/* "Глава 2", "Раздел IV. …": the word and its number. */
static bool is_named_section(const struct clean *c, const struct block *b)
{
	struct span s = text_of(c->d, b);
	const struct lexicon_phrase *p;
	char folded[128];
	size_t end = 0;

	if (b->end - b->start > HEADING_BYTES || !lexicon_may_begin(c->structure, s))
		return false;
	s = utf8_whole(span_sub(s, 0, sizeof folded));
	utf8_fold(s, folded);
	p = lexicon_at(c->structure, span_make(folded, s.n), 0, &end);
	if (!p || !(span_is(p->tag, "section") || span_is(p->tag, "annex")) || end + 1 >= s.n || s.p[end] != ' ')
		return false;
	if (sign_opening(s) != OPENS_UPPER)
		return false;
	end++;
	if (sign_at_end(text_of(c->d, b)) == '.' && spaces_in(text_of(c->d, b)) >= ARTICLE_WORDS)
		return false; /* "Статья 9. Комиссия проверяет кассу и отчитывается перед съездом." */
	if (span_is(p->tag, "section") && number_stands_in_sentence(span_sub(text_of(c->d, b), end, SIZE_MAX)))
		return false;
	return (s.p[end] >= '0' && s.p[end] <= '9') || s.p[end] == 'I' || s.p[end] == 'V' || s.p[end] == 'X' ||
	       span_starts(span_sub(s, end, s.n), SPAN("№"));
}

static bool is_text(const struct block *b)
{
	return !b->hidden && !b->table && (b->kind == BLOCK_PARA || b->kind == BLOCK_ITEM);
}

/* A short line that ends without a stop, between text that has ended and text that begins. */
static bool is_short_heading(const struct doc *d, size_t i)
{
	const struct block *b = &d->blocks[i];
	struct span s = text_of(d, b);
	unsigned sign = sign_at_end(s), c0;
	size_t at = 0;

	if (b->mark.n || s.n > SHORT_BYTES || sign_is_stop(sign) || sign == ',' || sign_opening(s) != OPENS_UPPER)
		return false;
	c0 = utf8_next(s, &at);
	if (!utf8_is_letter(c0) || i == 0 || i + 1 >= d->n_blocks || !is_text(&b[-1]) || !is_text(&b[1]))
		return false;
	if (span_find(s, SPAN(" – "), 0) != SPAN_NONE || span_find(s, SPAN(" - "), 0) != SPAN_NONE)
		return false;
	return sign_is_stop(sign_at_end(text_of(d, &b[-1]))) && b[1].end - b[1].start > 2 * s.n &&
	       sign_opening(text_of(d, &b[1])) == OPENS_UPPER;
}

/* The block behind the title: what stands before is who speaks, where and when. */
static size_t behind_title(const struct doc *d)
{
	for (size_t i = d->n_blocks < 20 ? d->n_blocks : 20; i-- > 0;)
		if (d->blocks[i].kind == BLOCK_TITLE)
			return i + 1;
	return 0;
}

static void other_headings(struct clean *c, bool plain)
{
	struct doc *d = c->d;

	for (size_t i = behind_title(d); i < d->n_blocks; i++) {
		struct block *b = &d->blocks[i];
		struct span s = text_of(d, b);
		unsigned sign;

		if (!is_text(b))
			continue;
		sign = sign_at_end(s);
		if (is_named_section(c, b) && sign != ';' && sign != ',' && s.n < HEADING_BYTES / 2)
			b->kind = BLOCK_HEADING, b->level = 1;
		else if (s.n <= HEADING_BYTES && sign != ':' && sign != ';' && sign != ',' && sign_all_caps(s) &&
			 i + 1 < d->n_blocks)
			b->kind = BLOCK_HEADING, b->level = 1;
		else if (plain && b->kind == BLOCK_PARA && is_short_heading(d, i))
			b->kind = BLOCK_HEADING, b->level = 2;
	}
}

/* The level of a numbered heading says its number, whatever the style or the number of # said. */
static void levels(struct doc *d, bool plain)
{
	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block *b = &d->blocks[i];
		struct mark m;

		if (b->kind != BLOCK_HEADING)
			continue;
		m = mark_of(text_of(d, b));
		if ((plain || !b->level) && m.depth > 0)
			b->level = m.depth;
		if (!b->level)
			b->level = 1;
	}
}

void clean_headings(struct clean *c)
{
	struct doc *d = c->d;
	bool txt = span_is(d->source.format, "txt");
	bool plain = txt || span_is(d->source.format, "md") || span_is(d->source.format, "pdf");

	numbered_headings(c);
	other_headings(c, txt);
	levels(d, plain);
}
