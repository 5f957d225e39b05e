/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walks steps over a text and back to the last choice where they lead nowhere. What a step changes besides the place
 * (groups) is written down and put back; what it must know later (where a call returns to) stands in a list that only
 * grows, so that each choice remembers no more than its end.
 */
#include "steps.h"

#include <stdlib.h>

#include "steps_p.h"

enum {
	CHOICES_MAX = 100000, /* in one walk, as PCRE2's match limit in regex.c */
};

/* A way that was not taken yet. */
struct choice {
	uint32_t step;
	uint32_t at;  /* STEP_WAYS: number of the way; STEP_MANY: the least place, STEP_MANY_FEW: the last one */
	uint32_t pos; /* where it goes on */
	uint32_t frame;
	uint32_t n_frames, n_changes;
};

/* What a step that encloses others keeps until they are done. */
struct frame {
	uint32_t outer;
	uint32_t back; /* STEP_CALL: the step to return to; else how many choices there were */
	uint32_t pos;
};

/* A slot that was changed, and what it held. */
struct change {
	uint32_t slot, was;
};

enum { UNSET = UINT32_MAX, SLOTS = 3 * WALK_GROUPS /* start and end of each group, where it began */ };

struct walk {
	struct choice *choices;
	size_t n_choices, cap_choices;
	struct frame *frames;
	size_t n_frames, cap_frames;
	struct change *changes;
	size_t n_changes, cap_changes;
	size_t tried, taken; /* choices in this walk; steps from all places */
	uint32_t slots[SLOTS];
	size_t out[2 * WALK_GROUPS];
	/* the walk that goes on */
	const unsigned char *text;
	uint32_t n, pos, frame;
	const struct byte_set *sets;
	const struct step *steps;
	const struct steps *all;
	const uint32_t *ways;
	const unsigned char *masks;
	const unsigned char *texts;
};

struct walk *walk_new(void)
{
	return mem_alloc(sizeof(struct walk));
}

void walk_free(struct walk *w)
{
	if (!w)
		return;
	free(w->choices);
	free(w->frames);
	free(w->changes);
	free(w);
}

static void set_slot(struct walk *w, uint32_t slot, uint32_t value)
{
	MEM_ROOM(w->changes, w->n_changes, w->cap_changes);
	w->changes[w->n_changes++] = (struct change){ slot, w->slots[slot] };
	w->slots[slot] = value;
}

static void put_back(struct walk *w, size_t n_changes)
{
	while (w->n_changes > n_changes) {
		const struct change *c = &w->changes[--w->n_changes];

		w->slots[c->slot] = c->was;
	}
}

static void enter(struct walk *w, uint32_t back)
{
	MEM_ROOM(w->frames, w->n_frames, w->cap_frames);
	w->frames[w->n_frames] = (struct frame){ w->frame, back, w->pos };
	w->frame = (uint32_t)w->n_frames++;
}

static const struct frame *leave(struct walk *w)
{
	const struct frame *f = &w->frames[w->frame];

	w->frame = f->outer;
	return f;
}

static inline void choose_later(struct walk *w, uint32_t step, uint32_t at, uint32_t pos)
{
	struct choice c = { step, at, pos, w->frame, (uint32_t)w->n_frames, (uint32_t)w->n_changes };

	MEM_ROOM(w->choices, w->n_choices, w->cap_choices);
	w->choices[w->n_choices++] = c;
	w->tried++;
}

/* ---- ways ---- */

/* What stands here, as a class of steps.class_of. */
static inline unsigned class_here(const struct walk *w)
{
	if (w->pos >= w->n)
		return w->all->end_class;
	return w->all->class_of[steps_key(w->text[w->pos], w->pos + 1 < w->n ? w->text[w->pos + 1] : 0)];
}

/* Takes a way that can begin here, from number i on, and remembers the next one; UNSET: there is none. */
static inline uint32_t take_way(struct walk *w, uint32_t number, uint32_t i)
{
	const struct step *s = &w->steps[number];
	const unsigned char *masks = w->masks + s->next;
	unsigned class = class_here(w);
	uint64_t mask = masks[class];
	uint32_t way;

	if (s->op == STEP_WAYS_MANY)
		memcpy(&mask, masks + class * sizeof mask, sizeof mask);
	mask &= ~(uint64_t)0 << i;
	if (!mask)
		return UNSET;
	way = (uint32_t)__builtin_ctzll(mask);
	mask &= mask - 1;
	if (mask)
		choose_later(w, number, (uint32_t)__builtin_ctzll(mask), w->pos);
	return w->ways[s->arg + way];
}

/* ---- bytes of a set ---- */

static inline uint32_t end_of_set(const struct walk *w, const struct step *s)
{
	const struct byte_set *set = &w->sets[s->set];
	uint32_t end = w->pos, last = w->n;

	if (s->most != STEPS_MOST && last - end > s->most)
		last = end + s->most;
	while (end < last && byte_set_has(set, w->text[end]))
		end++;
	return end;
}

static uint32_t take_many(struct walk *w, uint32_t number)
{
	const struct step *s = &w->steps[number];
	uint32_t end = end_of_set(w, s), least = w->pos + s->least;

	if (end < least)
		return UNSET;
	if (s->op == STEP_MANY && end > least)
		choose_later(w, number, least, end - 1);
	if (s->op == STEP_MANY_FEW && end > least)
		choose_later(w, number, end, least + 1);
	w->pos = s->op == STEP_MANY_FEW ? least : end;
	return s->next;
}

/* ---- back ---- */

/* Goes on at the last choice; UNSET: there was none. */
static uint32_t go_back(struct walk *w)
{
	struct choice c;

	if (w->n_choices == 0)
		return UNSET;
	c = w->choices[--w->n_choices];
	w->pos = c.pos;
	w->frame = c.frame;
	w->n_frames = c.n_frames;
	put_back(w, c.n_changes);
	switch (w->steps[c.step].op) {
	case STEP_WAYS:
	case STEP_WAYS_MANY:
		return take_way(w, c.step, c.at);
	case STEP_MANY:
		if (c.pos > c.at)
			choose_later(w, c.step, c.at, c.pos - 1);
		break;
	case STEP_MANY_FEW:
		if (c.pos < c.at)
			choose_later(w, c.step, c.at, c.pos + 1);
		break;
	default:
		break;
	}
	return w->steps[c.step].next;
}

/* ---- what encloses ---- */

static uint32_t close_group(struct walk *w, const struct step *s)
{
	set_slot(w, 2 * s->arg, w->slots[2 * WALK_GROUPS + s->arg]);
	set_slot(w, 2 * s->arg + 1, w->pos);
	return s->next;
}

/* No choice that was made inside counts any more. */
static uint32_t close_one(struct walk *w, const struct step *s)
{
	const struct frame *f = leave(w);

	w->n_choices = f->back;
	if (s->op == STEP_LOOK_OUT)
		w->pos = f->pos;
	return s->next;
}

static uint32_t open_not(struct walk *w, uint32_t number)
{
	const struct step *s = &w->steps[number];
	uint32_t choices = (uint32_t)w->n_choices;

	choose_later(w, number, 0, w->pos);
	enter(w, choices);
	return s->arg;
}

static uint32_t close_loop(struct walk *w, const struct step *s)
{
	return leave(w)->pos == w->pos ? s->arg : s->next;
}

/* A step that takes no text or more than a byte; UNSET: it does not hold here. */
static uint32_t enclose(struct walk *w, uint32_t number)
{
	const struct step *s = &w->steps[number];

	switch (s->op) {
	case STEP_OPEN:
		set_slot(w, 2 * WALK_GROUPS + s->arg, w->pos);
		return s->next;
	case STEP_CLOSE:
		return close_group(w, s);
	case STEP_CALL:
		enter(w, s->next);
		return s->arg;
	case STEP_RETURN:
		return leave(w)->back;
	case STEP_LOOP_IN:
	case STEP_ONE_IN:
		enter(w, (uint32_t)w->n_choices);
		return s->next;
	case STEP_LOOP_OUT:
		return close_loop(w, s);
	case STEP_ONE_OUT:
	case STEP_LOOK_OUT:
		return close_one(w, s);
	case STEP_NOT_IN:
		return open_not(w, number);
	case STEP_NOT_OUT:
		w->n_choices = leave(w)->back;
		return UNSET;
	case STEP_BACK:
		if (w->pos < s->arg)
			return UNSET;
		w->pos -= s->arg;
		return s->next;
	case STEP_START:
		return w->pos == 0 ? s->next : UNSET;
	case STEP_END:
		return w->pos == w->n ? s->next : UNSET;
	default:
		return UNSET;
	}
}

static inline bool next_is(const struct walk *w, const struct step *s)
{
	return w->pos < w->n && byte_set_has(&w->sets[s->set], w->text[w->pos]);
}

static inline bool previous_is(const struct walk *w, const struct step *s)
{
	return w->pos > 0 && byte_set_has(&w->sets[s->set], w->text[w->pos - 1]);
}

static inline bool take_text(struct walk *w, const struct step *s)
{
	if (w->n - w->pos < s->count || memcmp(w->text + w->pos, w->texts + s->arg, s->count) != 0)
		return false;
	w->pos += s->count;
	return true;
}

/* The step behind this one; UNSET: it does not hold here. */
static inline uint32_t step_on(struct walk *w, uint32_t number)
{
	const struct step *s = &w->steps[number];

	switch (s->op) {
	case STEP_BYTE:
		if (w->pos >= w->n || w->text[w->pos] != s->low)
			return UNSET;
		w->pos++;
		return s->next;
	case STEP_SET:
		if (!next_is(w, s))
			return UNSET;
		w->pos++;
		return s->next;
	case STEP_TEXT:
		return take_text(w, s) ? s->next : UNSET;
	case STEP_WAYS:
	case STEP_WAYS_MANY:
		return take_way(w, number, 0);
	case STEP_MANY:
	case STEP_MANY_FEW:
	case STEP_MANY_ALL:
		return take_many(w, number);
	case STEP_NEXT_IS:
		return next_is(w, s) ? s->next : UNSET;
	case STEP_NEXT_NOT:
		return next_is(w, s) ? UNSET : s->next;
	case STEP_PREV_IS:
		return previous_is(w, s) ? s->next : UNSET;
	case STEP_PREV_NOT:
		return previous_is(w, s) ? UNSET : s->next;
	default:
		return enclose(w, number);
	}
}

/* ---- a walk ---- */

static enum walk_result walk_from(struct walk *w, uint32_t step, uint32_t at)
{
	w->n_choices = w->n_frames = w->n_changes = w->tried = 0;
	w->pos = at;
	w->frame = UNSET;
	for (; step != STEPS_DONE; w->taken++) {
		step = step_on(w, step);
		while (step == UNSET) {
			if (w->n_choices == 0)
				return WALK_NO;
			if (w->tried > CHOICES_MAX)
				return WALK_LIMIT;
			step = go_back(w);
		}
	}
	return WALK_YES;
}

static void list_groups(struct walk *w, const struct steps *s, uint32_t at, size_t *n)
{
	*n = 1;
	w->out[0] = at;
	w->out[1] = w->pos;
	for (uint32_t i = 1; i < s->groups; i++) {
		bool set = w->slots[2 * i + 1] != UNSET;

		w->out[2 * i] = set ? w->slots[2 * i] : SPAN_NONE;
		w->out[2 * i + 1] = set ? w->slots[2 * i + 1] : SPAN_NONE;
		*n = set ? i + 1 : *n;
	}
}

static const void *behind(const void *p, size_t bytes)
{
	return (const char *)p + ((bytes + STEPS_ALIGN - 1) & ~(size_t)(STEPS_ALIGN - 1));
}

/* Points the walk at the tables of the steps. */
static void open_tables(struct walk *w, const struct steps *s)
{
	w->all = s;
	w->sets = behind(s, sizeof *s);
	w->steps = behind(w->sets, s->n_sets * sizeof *w->sets);
	w->ways = behind(w->steps, s->n_steps * sizeof *w->steps);
	w->masks = behind(w->ways, s->n_ways * sizeof *w->ways);
	w->texts = behind(w->masks, s->n_masks);
}

/* Matches end where a walk does: the places between are tried one after the other. */
static enum walk_result search(struct walk *w, const struct steps *s, uint32_t at, size_t *n)
{
	for (; at <= w->n; at++) {
		enum walk_result result = WALK_NO;

		w->pos = at;
		if (s->can_begin[class_here(w)])
			result = walk_from(w, s->start, at);
		if (result == WALK_YES)
			list_groups(w, s, at, n);
		if (result != WALK_NO || s->anchored)
			return result;
		put_back(w, 0);
		w->taken++;
	}
	return WALK_NO;
}

static void empty_slots(struct walk *w, const struct steps *s)
{
	for (uint32_t i = 0; i < s->groups; i++)
		w->slots[2 * i] = w->slots[2 * i + 1] = w->slots[2 * WALK_GROUPS + i] = UNSET;
}

enum walk_result steps_walk(struct walk *w, const struct steps *s, struct span subject, size_t at, const size_t **out,
			    size_t *n)
{
	if (subject.n >= UNSET || at > subject.n)
		return WALK_LIMIT;
	w->text = (const unsigned char *)subject.p;
	w->n = (uint32_t)subject.n;
	w->taken = 0;
	empty_slots(w, s);
	*out = w->out;
	open_tables(w, s);
	return search(w, s, (uint32_t)at, n);
}

size_t walk_steps(const struct walk *w)
{
	return w->taken;
}

const struct steps *steps_take(struct span bytes)
{
	const struct steps *s = (const void *)bytes.p;

	return bytes.n >= sizeof *s && (uintptr_t)bytes.p % STEPS_ALIGN == 0 && s->bytes <= bytes.n ? s : NULL;
}
