/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the places of a block where rules may begin, and what stands in its sentences: one look at every word. */
#include "matcher_p.h"
#include "utf8.h"

struct search {
	struct matcher *m;
	const struct trigger_table *t;
	uint64_t *needs; /* of the stretch */
	size_t n;        /* hits in m->hits */
};

static void set_need(struct search *s, unsigned id)
{
	s->needs[id / 64] |= (uint64_t)1 << (id % 64);
}

static void push_hit(struct search *s, size_t at, size_t stem)
{
	MEM_ROOM(s->m->hits, s->n, s->m->cap_hits);
	s->m->hits[s->n++] = (struct hit){ at, (unsigned)stem };
}

static bool word_ends(struct span text, size_t at)
{
	return at >= text.n || !byte_is_letter((unsigned char)text.p[at]);
}

static inline bool stem_stands(const struct stem *stem, const char *p)
{
	uint64_t differ = 0;

	for (size_t i = 0; i < STEM_BYTES / 8; i++)
		differ |= (load8(p + 8 * i) ^ stem->head[i]) & stem->head_mask[i];
	return differ == 0;
}

/* Stems of one level at a word start; the bloom filter has let the key pass. */
static void look_up_level(struct search *s, const struct stem_level *l, uint64_t key, size_t at)
{
	const struct trigger_table *t = s->t;
	struct span text = s->m->view.folded;

	for (unsigned i = level_find(l, key & l->mask); i; i = t->stems[i - 1].next) {
		const struct stem *stem = &t->stems[i - 1];

		if (!stem_stands(stem, text.p + at) || at + stem->text.n > s->m->here.end)
			continue;
		if (stem->whole && !word_ends(text, at + stem->text.n))
			continue;
		for (unsigned k = 0; k < stem->n_needs; k++)
			set_need(s, t->needs[stem->first_need + k]);
		if (stem->n_rules)
			push_hit(s, at, i - 1);
	}
}

static inline void look_up_stems(struct search *s, size_t at)
{
	uint64_t key = load8(s->m->view.folded.p + at);

	for (size_t i = 0; i < s->t->n_active; i++)
		if (level_may_have(s->t->active[i], key))
			look_up_level(s, s->t->active[i], key, at);
}

static size_t count_digits(struct span text, size_t at)
{
	size_t n = 0;

	while (at + n < text.n && text.p[at + n] >= '0' && text.p[at + n] <= '9')
		n++;
	return n;
}

static void hit_class(struct search *s, size_t i, size_t at)
{
	if (s->t->classes[i].is_need)
		set_need(s, s->t->classes[i].id);
	else
		push_hit(s, at, s->t->n_stems + i);
}

static void look_up_digits(struct search *s, size_t at)
{
	size_t n = count_digits(s->m->view.folded, at);

	for (size_t i = 0; i < s->t->n_classes; i++) {
		const struct class_trigger *c = &s->t->classes[i];

		if (c->kind == TRIGGER_DIGIT && (!c->max || (n >= (size_t)c->min && n <= (size_t)c->max)))
			hit_class(s, i, at);
	}
}

static void look_up_case(struct search *s, size_t at)
{
	struct span text = s->m->view.cased;
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
	for (size_t i = 0; i < s->t->n_classes; i++)
		if (s->t->classes[i].kind == TRIGGER_UPPER ||
		    (s->t->classes[i].kind == TRIGGER_CAPS && caps && letters > 1))
			hit_class(s, i, at);
}

static void look_up_start(struct search *s, size_t at)
{
	for (size_t i = 0; i < s->t->n_classes; i++)
		if (s->t->classes[i].kind == TRIGGER_START)
			hit_class(s, i, at);
}

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

static void look_up_word(struct search *s, size_t word, size_t start, size_t end)
{
	const struct view *v = &s->m->view;
	uint64_t words = bits_of(v->words, word, start, end);
	uint64_t digits = s->t->has_digits ? bits_of(v->digits, word, start, end) : 0;
	uint64_t signs = s->t->has_signs ? bits_of(v->signs, word, start, end) : 0;

	for (uint64_t all = words | digits | signs; all; all &= all - 1) {
		int bit = __builtin_ctzll(all);
		size_t at = word * 64 + (size_t)bit;
		bool digit = digits >> bit & 1;

		if (digit)
			look_up_digits(s, at);
		if (!digit || s->t->has_digit_stems)
			look_up_stems(s, at);
		if (s->t->has_case && (words >> bit & 1))
			look_up_case(s, at);
	}
}

static void run_hit(struct search *s, const struct hit *h, size_t stretch)
{
	const struct stem *stem;

	if (h->stem >= s->t->n_stems) {
		matcher_consider(s->m, s->t->classes[h->stem - s->t->n_stems].id, h->at, stretch);
		return;
	}
	stem = &s->t->stems[h->stem];
	for (unsigned k = 0; k < stem->n_rules; k++)
		matcher_consider(s->m, s->t->rules[stem->first_rule + k], h->at, stretch);
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

static void look_up_stretch(struct search *s, size_t i)
{
	const struct stretch *x = &s->m->stretches[i];

	s->needs = s->m->needs + i * s->m->need_words;
	memset(s->needs, 0, s->m->need_words * sizeof *s->needs);
	if (i == 0)
		look_up_start(s, x->start);
	for (size_t w = x->start / 64; w <= x->end / 64; w++)
		look_up_word(s, w, x->start, x->end);
}

void search_block(struct matcher *m, const struct trigger_table *t)
{
	struct search x = { .m = m, .t = t };
	struct search *s = &x;

	for (size_t i = 0; i < m->n_stretches; i++) {
		m->stretches[i].first_hit = s->n;
		look_up_stretch(s, i);
	}
	if (s->n == 0)
		return;
	collect_later(m);
	for (size_t i = 0; i < m->n_stretches; i++) {
		size_t end = i + 1 < m->n_stretches ? m->stretches[i + 1].first_hit : s->n;

		m->stretch = m->stretches[i];
		for (size_t h = m->stretch.first_hit; h < end; h++) {
			struct hit hit = m->hits[h];

			run_hit(s, &hit, i);
		}
	}
}
