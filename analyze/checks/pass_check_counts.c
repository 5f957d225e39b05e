/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counts against what is listed: "20-ти конвенций, в частности:" and the items below; "12 профцентрами, в том числе с
 * …" and the bodies named; "8 региональных Советов" and the persons or paragraphs that stand for them.
 */
#include <math.h>

#include "checks.h"
#include "morph.h"
#include "passes.h"
#include "slavic.h"
#include "span_index.h"
#include "units.h"
#include "utf8.h"

/* Fewer than three agree by chance; lists are short enough to be counted. */
enum {
	MIN_COUNT = 3,
	MAX_COUNT = 200,
	MIN_STEM = 8,
	NEAR_COLON_BYTES = 600,
	BESIDE_COLON_BYTES = 120,
	NEAR_AMONG_BYTES = 40,
	PAGE_BREAK_BLOCKS = 1,
	MAX_SEARCHES = 200,
	ELEMENT_WORDS = 8,
	ELEMENT_BYTES = 60,
	FEW = 8
};

struct place {
	size_t block, word; /* of the block's body */
};

struct counting {
	struct resolver *r;
	struct doc *d;
	struct item_index persons;
	struct words *blocks;      /* of the body of each block; this and what follows is made with the first search */
	struct span_index openers; /* paragraphs by their first word's stem */
	struct span_index listed;  /* words of list items by their stem: numbers of places */
	struct place *places;
	size_t n_places, cap_places;
	int searches; /* through the whole text, for one number each: bounded */
};

static void put_count(const struct counting *c, size_t number, double stated, double found, const char *result)
{
	struct item *check = check_add(c->d, c->d->items[number].start, c->d->items[number].end, "count", result);

	check_figures(c->d, check, stated, found);
	check_part(c->d, check, c->d->items[number].id);
}

static bool same_mark(const struct block *a, const struct block *b)
{
	size_t at = 0, bt = 0;

	return a->kind == BLOCK_ITEM && b->kind == BLOCK_ITEM && a->level == b->level &&
	       utf8_is_word(utf8_next(a->mark, &at)) == utf8_is_word(utf8_next(b->mark, &bt));
}

static unsigned last_sign(const struct doc *d, const struct block *b)
{
	size_t end = b->end;

	while (end > b->start) {
		unsigned c = utf8_prev(d->text, &end);

		if (!utf8_is_space(c))
			return c;
	}
	return 0;
}

static bool phrase_in(const struct counting *c, enum word_use use, size_t start, size_t end)
{
	struct words w = resolver_words(c->r, start, end);

	return word_list_within(c->r->lists, use, c->r->fold, &w, 0, w.n);
}

/* Where the sentence behind byte at ends; one that a page break cut off (no closing sign) goes on in the next block. */
static size_t sentence_end(const struct counting *c, size_t at, int block)
{
	size_t end = c->d->blocks[block].end, next = 0;
	int last = block;
	struct span text;

	while (last < block + PAGE_BREAK_BLOCKS && (size_t)last + 1 < c->d->n_blocks &&
	       last_sign(c->d, &c->d->blocks[last]) == ',')
		end = c->d->blocks[++last].end;
	text = span_sub(c->d->text, 0, end);
	for (size_t dot = span_find(text, SPAN(". "), at); dot != SPAN_NONE;
	     dot = span_find(text, SPAN(". "), dot + 1)) {
		next = dot + 2;
		if (utf8_is_upper(utf8_next(c->d->text, &next)))
			return dot;
	}
	return end;
}

/* "отмечает", "определены", "calls": the sentence says something else behind what it has counted. */
static bool says_more(const struct counting *c, size_t start, size_t end)
{
	struct words w = resolver_words(c->r, start, end);

	for (size_t i = 0; i < w.n; i++) {
		struct span word = word_text(c->r->fold, w.v[i]);
		struct morph_parse p[MORPH_MAX];

		if (word_list_has(c->r->lists, WORDS_THAT, word) || slavic_is_verb(word) ||
		    (morph_parses(c->r->morph, word, p) && (p[0].tags & (M_VERB | M_ADJ_SHORT))))
			return true;
	}
	return word_list_within(c->r->lists, WORDS_SAYS, c->r->fold, &w, 0, w.n);
}

/*
 * Does the colon behind text[start, end) open a list of what was counted right before it? "20-ти конвенций МОТ, …, в
 * частности:" and "три группы причин:" do; "Съезд, в котором участвуют 86 делегатов, отмечает:" does not.
 */
static bool announces_list(const struct counting *c, size_t start, size_t end)
{
	struct span between = doc_slice(c->d, start, end);
	size_t last = end - start > NEAR_AMONG_BYTES ? end - NEAR_AMONG_BYTES : start;

	while (last < end && (c->d->text.p[last] & 0xc0) == 0x80)
		last++;
	return phrase_in(c, WORDS_AMONG, last, end) ||
	       (between.n <= BESIDE_COLON_BYTES && span_find_char(between, ',', 0) == SPAN_NONE &&
		span_find_char(between, ')', 0) == SPAN_NONE && !says_more(c, start, end));
}

/* The list that the number's own block introduces. */
static bool count_list(const struct counting *c, size_t number, double stated)
{
	const struct item *it = &c->d->items[number];
	const struct block *b = &c->d->blocks[it->block];
	size_t first = (size_t)it->block + 1, n = 0;

	if (last_sign(c->d, b) != ':' || b->end - it->end > NEAR_COLON_BYTES ||
	    sentence_end(c, it->end, it->block) != b->end || !announces_list(c, it->end, b->end))
		return false;
	for (size_t i = first; i < c->d->n_blocks && same_mark(&c->d->blocks[first], &c->d->blocks[i]); i++)
		n++;
	if (n < 2 || fabs((double)n - stated) > (stated > FEW ? stated / FEW : 2)) /* not what was counted */
		return false;
	put_count(c, number, stated, (double)n, (double)n == stated ? "ok" : "warn");
	return true;
}

/* Outermost names of that type in text[start, end). */
static size_t names_in(const struct counting *c, enum item_type type, size_t start, size_t end)
{
	const struct item_index *x = type == ITEM_ORG ? &c->r->names : &c->persons;
	size_t n = 0, behind = start;

	for (size_t k = item_index_from(x, start); k < x->n && item_index_get(x, k)->start < end; k++) {
		const struct item *it = item_index_get(x, k);

		if (it->start < behind || it->end > end)
			continue;
		behind = it->end;
		n++;
	}
	return n;
}

/* "соглашения с 5 палатами, в том числе с Палатой ремёсел …": the bodies named behind it. */
static bool count_named(const struct counting *c, size_t number, double stated)
{
	const struct item *it = &c->d->items[number];
	size_t end = sentence_end(c, it->end, it->block), found;
	size_t near = it->end + 60 < end ? it->end + 60 : end;

	while (near < end && (c->d->text.p[near] & 0xc0) == 0x80)
		near++;
	if (!phrase_in(c, WORDS_AMONG, it->end, near))
		return false;
	found = names_in(c, ITEM_ORG, it->end, end);
	if (found < MIN_COUNT || found > 2 * (size_t)stated)
		return false;
	put_count(c, number, stated, (double)found, (double)found == stated ? "ok" : "warn");
	return true;
}

/* One element of a list in a sentence: short, and no figure itself. */
static bool is_element(const struct counting *c, size_t start, size_t end)
{
	struct words w = resolver_words(c->r, start, end);
	long long number;

	return w.n > 0 && w.n <= ELEMENT_WORDS && !span_to_long(word_text(c->r->fold, w.v[0]), &number);
}

/* "Three Ways to a Low Wage: Unions, Pay and Ratifications": behind the colon of a title stands what it is about. */
static bool is_heading(const struct counting *c, int block)
{
	return c->d->blocks[block].kind == BLOCK_TITLE || c->d->blocks[block].kind == BLOCK_HEADING;
}

/* "четырёх областях: Иссык-Кульской, Нарынской, Таласской и Чуйской": what commas and the last "и" divide. */
static bool count_elements(const struct counting *c, size_t number, double stated)
{
	static const struct span last[] = { { " и ", sizeof " и " - 1 },
					    { " та ", sizeof " та " - 1 },
					    { " і ", sizeof " і " - 1 },
					    { " және ", sizeof " және " - 1 },
					    { " and ", 5 } };
	const struct item *it = &c->d->items[number];
	size_t end = sentence_end(c, it->end, it->block), colon, from, n = 1, found = SPAN_NONE;
	int depth = 0;

	colon = span_find_char(span_sub(c->d->text, 0, end), ':', it->end);
	if (colon == SPAN_NONE || colon + 2 >= end || colon - it->end > ELEMENT_BYTES || is_heading(c, it->block) ||
	    !announces_list(c, it->end, colon))
		return false;
	from = colon + 2;
	for (size_t at = from; at < end; at++) {
		depth += (c->d->text.p[at] == '(') - (c->d->text.p[at] == ')');
		if (c->d->text.p[at] != ',' || depth)
			continue;
		if (!is_element(c, from, at))
			return false;
		from = at + 1;
		n++;
	}
	for (size_t i = 0; i < sizeof last / sizeof *last && found == SPAN_NONE; i++)
		found = span_find(span_sub(c->d->text, 0, end), last[i], from);
	if (found == SPAN_NONE || !is_element(c, from, found) || !is_element(c, found + 2, end))
		return false;
	n++;
	if (n < MIN_COUNT || n > 2 * (size_t)stated)
		return false;
	put_count(c, number, stated, (double)n, (double)n == stated ? "ok" : "warn");
	return true;
}

static struct span fold_copy(struct doc *d, struct span s)
{
	char *out = arena_alloc(&d->arena, s.n + 1);

	utf8_fold(s, out);
	return span_make(out, s.n);
}

static bool same_stem(struct span a, struct span b)
{
	size_t n = a.n < b.n ? a.n : b.n;

	if (n < MIN_STEM)
		return span_eq(a, b);
	n = n > MIN_STEM + 4 ? n - 4 : n - 2 > MIN_STEM ? n - 2 : n;
	return span_eq(span_sub(a, 0, n), span_sub(b, 0, n));
}

/* What words of the same stem have in common at least. */
static struct span stem(struct span word)
{
	return span_sub(word, 0, MIN_STEM);
}

/* Do the words of the unit stand at word i, one after another, in whatever case? */
static bool unit_at(const struct counting *c, struct span unit, const struct words *u, const struct words *w, size_t i)
{
	if (i + u->n > w->n)
		return false;
	for (size_t k = 0; k < u->n; k++)
		if (!same_stem(word_text(unit, u->v[k]), word_text(c->r->fold, w->v[i + k])))
			return false;
	return true;
}

/* Paragraphs that begin with the unit ("Семинар-совещание … региона прошел"), one for each that was counted. */
static bool count_paragraphs(const struct counting *c, size_t number, double stated, struct span unit,
			     const struct words *u)
{
	size_t n = 0;

	for (const struct span_entry *e = span_index_get(&c->openers, stem(word_text(unit, u->v[0]))); e; e = e->next) {
		const struct words *w = &c->blocks[e->value];

		n += w->n > u->n && unit_at(c, unit, u, w, 0);
	}
	if (n < MIN_COUNT || fabs((double)n - stated) > 0.5)
		return false;
	put_count(c, number, stated, (double)n, "ok");
	return true;
}

/* The persons listed behind the unit elsewhere ("председателям региональных Советов … Баковой Ф.О., …"). */
static bool count_persons(const struct counting *c, size_t number, double stated, struct span unit,
			  const struct words *u)
{
	for (const struct span_entry *e = span_index_get(&c->listed, stem(word_text(unit, u->v[0]))); e; e = e->next) {
		const struct place *p = &c->places[e->value];
		const struct words *w = &c->blocks[p->block];
		size_t found;

		if ((int)p->block == c->d->items[number].block || !unit_at(c, unit, u, w, p->word))
			continue;
		found = names_in(c, ITEM_PERSON, w->v[p->word].start, c->d->blocks[p->block].end);
		if (found < MIN_COUNT || (double)found != stated)
			continue;
		put_count(c, number, stated, (double)found, "ok");
		return true;
	}
	return false;
}

static void add_place(struct counting *c, size_t block, size_t word)
{
	ARENA_ROOM(&c->d->arena, c->places, c->n_places, c->cap_places);
	c->places[c->n_places] = (struct place){ block, word };
	span_index_add(&c->listed, &c->d->arena, stem(word_text(c->r->fold, c->blocks[block].v[word])), c->n_places++);
}

static void cut_blocks(struct counting *c)
{
	c->blocks = arena_alloc(&c->d->arena, (c->d->n_blocks + 1) * sizeof *c->blocks);
	for (size_t i = 0; i < c->d->n_blocks; i++) {
		const struct block *b = &c->d->blocks[i];
		struct words w = resolver_words(c->r, block_body(b), b->end);

		c->blocks[i] = w;
		if (b->hidden || b->dup || b->kind == BLOCK_CELL || !w.n)
			continue;
		span_index_add(&c->openers, &c->d->arena, stem(word_text(c->r->fold, w.v[0])), i);
		for (size_t k = 0; b->kind == BLOCK_ITEM && k < w.n; k++)
			add_place(c, i, k);
	}
}

static void one_number(struct counting *c, size_t number)
{
	const struct item *it = &c->d->items[number];
	double stated = check_number(it);
	struct span stated_unit = jval_str(it->norm, "unit"), unit = fold_copy(c->d, stated_unit);
	struct words u = words_of(&c->d->arena, unit, 0, unit.n);

	if (isnan(stated) || stated < MIN_COUNT || stated > MAX_COUNT || it->block < 0 || check_repeats(c->d, it) ||
	    !u.n || unit_is_money(stated_unit) || unit_is_measure(c->r->lists, unit))
		return;
	if (jval_get(it->norm, "comparator") || c->d->blocks[it->block].kind == BLOCK_CELL)
		return;
	if (count_list(c, number, stated) || count_elements(c, number, stated) || count_named(c, number, stated) ||
	    unit.n < 2 * MIN_STEM)
		return;
	if (!c->blocks)
		cut_blocks(c);
	if (c->searches++ < MAX_SEARCHES && !count_paragraphs(c, number, stated, unit, &u))
		count_persons(c, number, stated, unit, &u);
}

bool pass_check_counts(struct resolver *r, struct doc *d, struct err *e)
{
	struct counting c = { .r = r, .d = d, .persons = item_index_of(d, 1u << ITEM_PERSON) };
	size_t n = d->n_items;

	(void)e;
	resolver_index(r, d);
	for (size_t i = 0; i < n; i++)
		if (d->items[i].type == ITEM_NUMBER)
			one_number(&c, i);
	return true;
}
