/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_EVENT_HEADS_H
#define SVOD_EVENT_HEADS_H

#include "lexicon.h"
#include "tokens.h"

enum event_flag {
	EVENT_MEETING = 1, /* named by number, capital, adjective */
	EVENT_TITLED = 2,  /* named by what stands in quotes behind it */
	EVENT_DAY = 4,     /* with a capital, named by an adjective or a genitive */
};

/* A row of the lexicon event_heads. */
struct event_head {
	struct span stem, kind;
	unsigned flags;
};

struct event_heads {
	struct event_head *v;
	size_t n;
};

/* The rows of the lexicon event_heads, in the arena; their texts are borrowed from the lexicon. */
struct event_heads event_heads_read(struct arena *a, const struct lexicon *l);

/* The row of the noun at i; NULL: none. Ukrainian and Belarusian nouns are found by rules. */
const struct event_head *event_head_at(const struct event_heads *heads, struct tokens *ts, size_t i);

/* Is it a number in digits or a Roman one? False where i is out of range. */
bool event_is_number(const struct tokens *ts, size_t i);

/* The number before token i: VII, or 108-й in three tokens. Its first token, or i where there is none. */
size_t event_ordinal_before(const struct tokens *ts, size_t i);

/* "проект модельного закона «О …»": is what the noun at token head and the quote at token quote name a draft of a
 * paper? */
bool event_is_bill(const struct tokens *ts, size_t head, size_t quote);

#endif
