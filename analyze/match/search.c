/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the places where rules may begin, and what stands in their sentences. Most words begin like no stem: one pass
 * over a window of the text leaves the few that may, without a branch for each; these are looked at closer, and only
 * blocks in which a rule has what it needs are cut into sentences.
 */
#include "bisect.h"
#include "matcher_p.h"
#include "utf8.h"

enum {
	WINDOW = 16384, /* bytes looked through at once, where blocks are shorter */
	WORDS = 32,     /* of a mask, whose places are sifted at once */
};

/* Where in a block the search stands. */
struct search {
	struct matcher *m;
	const struct trigger_table *t;
	const struct hit *hits; /* of the block */
	size_t n;
	size_t n_chances; /* in m->chances */
	uint64_t *needs;  /* of the block, or of one stretch */
};

/* ---- words that may begin a stem ---- */

static bool bit_at(const uint64_t *mask, size_t at)
{
	return mask[at / 64] >> (at % 64) & 1;
}

/* May a stem begin with these bytes? n: of the table's levels, known where this is compiled. */
static inline __attribute__((always_inline)) bool may_begin(const struct trigger_table *t, uint64_t key, size_t n)
{
	bool may = false;

	for (size_t i = 0; i < n; i++)
		may |= level_may_have(t->active[i], key);
	return may;
}

/* Is it a number, or a word in which one of the first letters is a capital, where the table asks for such? */
static bool is_of_class(const struct matcher *m, const struct trigger_table *t, size_t at)
{
	const struct view *v = &m->view;

	if (t->has_digits && bit_at(v->digits, at))
		return true;
	return t->has_case && bit_at(v->words, at) &&
	       (at + 4 > v->cased.n || memcmp(v->cased.p + at, v->folded.p + at, 4) != 0);
}

/* A step for each place and none to foresee: whether a word is kept is chance. Compiled for every number of levels. */
static inline __attribute__((always_inline)) size_t sift_levels(const struct matcher *m, const struct trigger_table *t,
								unsigned *places, size_t n, size_t levels, bool classes)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		size_t at = places[i];
		bool may = may_begin(t, load8(m->view.folded.p + at), levels);

		places[kept] = (unsigned)at;
		kept += classes ? may || is_of_class(m, t, at) : may;
	}
	return kept;
}

/* Keeps the places where something of the table may stand; returns how many. */
static size_t sift(const struct matcher *m, const struct trigger_table *t, unsigned *places, size_t n)
{
	if (t->has_digits || t->has_case)
		return sift_levels(m, t, places, n, t->n_active, true);
	switch (t->n_active) {
	case 0:
		return 0;
	case 1:
		return sift_levels(m, t, places, n, 1, false);
	case 2:
		return sift_levels(m, t, places, n, 2, false);
	case 3:
		return sift_levels(m, t, places, n, 3, false);
	default:
		return sift_levels(m, t, places, n, STEM_LEVELS, false);
	}
}

/* ---- what stands at a place ---- */

static void push_hit(struct matcher *m, size_t at, size_t stem, bool has_rules)
{
	MEM_ROOM(m->hits, m->n_hits, m->cap_hits);
	m->hits[m->n_hits++] = (struct hit){ (unsigned)at, stem & INT32_MAX, has_rules };
}

static void push_class(struct matcher *m, const struct trigger_table *t, size_t class, size_t at)
{
	push_hit(m, at, t->n_stems + class, t->uses[t->n_stems + class].n_rules > 0);
}

/* Behind the text stand zeros. */
static inline bool stem_stands(const struct stem *stem, const char *p)
{
	uint64_t differ = 0;

#pragma GCC unroll 3
	for (size_t i = 0; i < STEM_BYTES / 8; i++)
		differ |= (load8(p + 8 * i) ^ stem->head[i]) & stem->head_mask[i];
	if (stem->whole)
		differ |= byte_is_letter((unsigned char)p[stem->text.n]);
	return differ == 0;
}

/* Writes the hit in any case, and tells whether it is one. */
static inline size_t put_stem(const struct matcher *m, const struct trigger_table *t, size_t number, size_t at,
			      struct hit *to)
{
	const struct stem *stem = &t->stems[number];

	*to = (struct hit){ (unsigned)at, number & INT32_MAX, stem->has_rules };
	return stem_stands(stem, m->view.folded.p + at);
}

/*
 * Stems of one level at a word start; the bloom filter has let the key pass. Whether a stem stands there, and whether
 * the key has a second one, is chance: no step depends on it. Few keys have more than two.
 */
static inline void look_up_level(struct matcher *m, const struct trigger_table *t, const struct stem_level *l,
				 uint64_t key, size_t at)
{
	const struct stem_slot *slot = level_find(l, key & l->mask);
	struct hit *to;

	if (!slot->n)
		return;
	while (m->n_hits + slot->n + 1 > m->cap_hits)
		m->hits = mem_room(m->hits, &m->cap_hits, sizeof *m->hits);
	to = m->hits + m->n_hits;
	to += put_stem(m, t, slot->first, at, to);
	to += put_stem(m, t, slot->first + 1, at, to) & (slot->n > 1);
	for (unsigned i = 2; i < slot->n; i++)
		to += put_stem(m, t, slot->first + i, at, to);
	m->n_hits = (size_t)(to - m->hits);
}

static inline void look_up_stems(struct matcher *m, const struct trigger_table *t, size_t at)
{
	uint64_t key = load8(m->view.folded.p + at);

	for (size_t i = 0; i < t->n_active; i++)
		if (t->n_active == 1 || level_may_have(t->active[i], key))
			look_up_level(m, t, t->active[i], key, at);
}

static size_t count_digits(struct span text, size_t at)
{
	size_t n = 0;

	while (at + n < text.n && text.p[at + n] >= '0' && text.p[at + n] <= '9')
		n++;
	return n;
}

static void look_up_digits(struct matcher *m, const struct trigger_table *t, size_t at)
{
	size_t n = count_digits(m->view.folded, at);

	for (size_t i = 0; i < t->n_classes; i++) {
		const struct class_trigger *c = &t->classes[i];

		if (c->kind == TRIGGER_DIGIT && (!c->max || (n >= (size_t)c->min && n <= (size_t)c->max)))
			push_class(m, t, i, at);
	}
}

static void look_up_case(struct matcher *m, const struct trigger_table *t, size_t at)
{
	struct span text = m->view.cased;
	bool caps = true;
	size_t letters = 1;
	size_t next = at;

	if (!utf8_is_upper(utf8_next(text, &next)))
		return;
	for (; caps && next < text.n; letters++) {
		unsigned c = utf8_next(text, &next);

		if (!utf8_is_letter(c))
			break;
		caps = utf8_is_upper(c);
	}
	for (size_t i = 0; i < t->n_classes; i++)
		if (t->classes[i].kind == TRIGGER_UPPER || (t->classes[i].kind == TRIGGER_CAPS && caps && letters > 1))
			push_class(m, t, i, at);
}

static void look_up_place(struct matcher *m, const struct trigger_table *t, size_t at)
{
	const struct view *v = &m->view;
	bool digit = t->has_digits && bit_at(v->digits, at);

	if (digit)
		look_up_digits(m, t, at);
	if (!digit || t->has_digit_stems)
		look_up_stems(m, t, at);
	if (t->has_case && bit_at(v->words, at))
		look_up_case(m, t, at);
}

/* ---- windows ---- */

/* The bits of a mask word that lie in [start, end). */
static uint64_t bits_of(const uint64_t *mask, size_t word, size_t start, size_t end)
{
	uint64_t bits = mask[word];

	if (word == start / 64)
		bits &= ~(uint64_t)0 << (start % 64);
	if (word == end / 64)
		bits &= ((uint64_t)1 << (end % 64)) - 1;
	return bits;
}

static uint64_t bits_of_table(const struct view *v, const struct trigger_table *t, size_t word, size_t start,
			      size_t end)
{
	uint64_t bits = bits_of(v->words, word, start, end);

	if (t->has_digits)
		bits |= bits_of(v->digits, word, start, end);
	if (t->has_signs)
		bits |= bits_of(v->signs, word, start, end);
	return bits;
}

/* All hits in [start, end), in text order. */
static void look_up_window(struct matcher *m, const struct trigger_table *t, size_t start, size_t end)
{
	unsigned places[64 * WORDS + SCAN_LIST_SLACK];
	uint64_t bits[WORDS];

	m->n_hits = m->next_hit = 0;
	m->window_start = start;
	m->window_end = end;
	for (size_t first = start / 64; first <= end / 64; first += WORDS) {
		size_t n = 0;

		for (; n < WORDS && first + n <= end / 64; n++)
			bits[n] = bits_of_table(&m->view, t, first + n, start, end);
		n = scan_list(m->scan, bits, n, 64 * first, places);
		n = sift(m, t, places, n);
		for (size_t i = 0; i < n; i++)
			look_up_place(m, t, places[i]);
	}
}

void search_begin(struct matcher *m)
{
	m->window_start = m->window_end = m->n_hits = m->next_hit = 0;
}

/* Blocks of hostile documents need not stand in the order of the text: for those no more than they are is looked at. */
static void move_window(struct matcher *m, const struct trigger_table *t)
{
	size_t start = m->here.start, end = m->here.end;

	if (start >= m->window_end && end - start < WINDOW)
		end = m->view.folded.n - start < WINDOW ? m->view.folded.n : start + WINDOW;
	look_up_window(m, t, start, end);
}

/* That a block holds nothing that a rule needs is seen by bits that several needs may share. */
bool search_finds(struct matcher *m, const struct trigger_table *t)
{
	uint64_t given = 0, asked = 0;
	size_t i;

	if (m->here.start < m->window_start || m->here.end > m->window_end)
		move_window(m, t);
	i = m->next_hit;
	if (i > 0 && m->hits[i - 1].at >= m->here.start)
		BISECT(i, m->n_hits, m->hits[i].at < m->here.start);
	while (i < m->n_hits && m->hits[i].at < m->here.start)
		i++;
	m->first_hit = i;
	for (; i < m->n_hits && m->hits[i].at < m->here.end; i++) {
		const struct hit_use *use = &t->uses[m->hits[i].stem];

		given |= use->gives;
		asked |= use->asks;
	}
	m->next_hit = i;
	return t->has_starts || (given & asked) || asked == ~(uint64_t)0;
}

/* ---- what comes of the hits of a block ---- */

static bool has_need(const struct search *s, unsigned id)
{
	return s->needs[id / 64] >> (id % 64) & 1;
}

static void set_need(struct search *s, unsigned id)
{
	s->needs[id / 64] |= (uint64_t)1 << (id % 64);
}

static void clear_needs(struct search *s)
{
	memset(s->needs, 0, s->m->need_words * sizeof *s->needs);
	set_need(s, (unsigned)s->t->n_need_ids); /* stands for no need at all */
}

/* A stem may reach into the next block. */
static bool ends_in_block(const struct search *s, const struct hit *h)
{
	return h->at + s->t->uses[h->stem].bytes <= s->m->here.end;
}

static void set_needs_of(struct search *s, size_t number)
{
	const struct hit_use *use = &s->t->uses[number];

	for (unsigned k = 0; k < use->n_needs; k++)
		set_need(s, s->t->needs[use->first_need + k]);
}

/* Two of the needs of the rule, as far as it has so many, stand in the block. */
static void add_chance(struct search *s, const struct rule_use *use, size_t at)
{
	struct matcher *m = s->m;

	if (!has_need(s, use->needs[0]) || !has_need(s, use->needs[1]))
		return;
	MEM_ROOM(m->chances, s->n_chances, m->cap_chances);
	m->chances[s->n_chances++] = (struct chance){ at, use->rule };
}

static void add_chances_of(struct search *s, size_t number, size_t at)
{
	const struct hit_use *use = &s->t->uses[number];

	for (unsigned k = 0; k < use->n_rules; k++)
		add_chance(s, &s->t->rules[use->first_rule + k], at);
}

static void list_chances(struct search *s)
{
	s->needs = s->m->block_needs;
	clear_needs(s);
	if (s->t->has_starts)
		set_needs_of(s, s->t->start);
	for (size_t i = 0; i < s->n; i++)
		if (ends_in_block(s, &s->hits[i]))
			set_needs_of(s, s->hits[i].stem);
	if (s->t->has_starts)
		add_chances_of(s, s->t->start, s->m->here.start);
	for (size_t i = 0; i < s->n; i++)
		if (s->hits[i].has_rules && ends_in_block(s, &s->hits[i]))
			add_chances_of(s, s->hits[i].stem, s->hits[i].at);
}

/* Bits of a stretch and all behind it: a match that begins here may end there. */
static void collect_later(struct matcher *m)
{
	size_t words = m->need_words;

	for (size_t i = m->n_stretches; i-- > 0;)
		for (size_t w = 0; w < words; w++)
			m->later[i * words + w] =
				m->needs[i * words + w] | (i + 1 < m->n_stretches ? m->later[(i + 1) * words + w] : 0);
}

/* What stands in each stretch. */
static void part_needs(struct search *s)
{
	struct matcher *m = s->m;
	size_t hit = 0;

	for (size_t i = 0; i < m->n_stretches; i++) {
		s->needs = m->needs + i * m->need_words;
		clear_needs(s);
		if (i == 0 && s->t->has_starts)
			set_needs_of(s, s->t->start);
		for (; hit < s->n && s->hits[hit].at < m->stretches[i].end; hit++)
			if (ends_in_block(s, &s->hits[hit]))
				set_needs_of(s, s->hits[hit].stem);
	}
	collect_later(m);
}

void search_block(struct matcher *m, const struct trigger_table *t)
{
	struct search s = {
		.m = m, .t = t, .hits = m->n_hits ? m->hits + m->first_hit : NULL, .n = m->next_hit - m->first_hit
	};
	size_t stretch = 0;

	if (m->here.start >= m->here.end)
		return;
	list_chances(&s);
	if (!s.n_chances)
		return;
	stretches_of_block(m);
	part_needs(&s);
	for (size_t i = 0; i < s.n_chances; i++) {
		struct chance c = m->chances[i];

		while (c.at >= m->stretches[stretch].end)
			stretch++;
		m->stretch = m->stretches[stretch];
		matcher_consider(m, c.rule, c.at, stretch);
	}
}
