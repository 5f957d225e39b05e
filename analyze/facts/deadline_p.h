/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DEADLINE_P_H
#define SVOD_DEADLINE_P_H

#include "deadline.h"

struct stretch {
	size_t start, end;
	size_t reach; /* the furthest end up to here */
};

struct stretches {
	struct stretch *v;
	size_t n, cap;
};

struct deadlines {
	struct resolver *r;
	struct doc *d;
	struct day now;
	bool now_guessed; /* from the period: the document names no day of its own */
	bool forecast;    /* a paper that foresees binds nobody */
	struct span kind;
	struct stretches goals, cells, names;
	struct item_index times;
};

/* The sentence of an item, or its block; of a very long one what is near. */
struct stretch beside_sentence(const struct deadlines *dl, const struct item *it);

/* The words before the item: at[0] is the nearest. Returns how many there are in its block, at most max. */
size_t beside_words(const struct deadlines *dl, const struct item *it, struct span *at, size_t max);

/* Is it a verb by the dictionary? */
bool beside_is_verb(const struct deadlines *dl, struct span word);

/* One year; one year or several. */
bool beside_is_year(struct span value);
bool beside_is_years(struct span value);

/* What stands behind "../" of a bound. */
struct span beside_last_part(struct span value);

/* Is it part of what a thing is called or when an event is, rather than when something is to be done? */
bool beside_names_thing(const struct deadlines *dl, const struct item *it, struct span value);

/* "(в 2026 году – около 90 млн евро)": of which year a figure is. */
bool beside_dates_figure(const struct deadlines *dl, const struct item *it, struct span value);

/* "Срок: в течение года.", "Сроки реализации: I этап – 2025 г., …", or the cell before says so. */
bool beside_is_labelled(const struct deadlines *dl, const struct item *it);

#endif
