/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PATTERN_DIGITS_H
#define SVOD_PATTERN_DIGITS_H

#include "pattern.h"

/* What a node is made of at its edges, as far as glue is concerned; NULL: unknown. */
enum edge { EDGE_UNKNOWN, EDGE_LETTER, EDGE_DIGIT };
enum edge node_edge(const struct node *n);

/*
 * Digits that are counted give nothing back where what follows cannot begin with a digit: PCRE2 sees that only for its
 * direct neighbour, we know the end of a word too.
 */
bool node_is_digits(const struct node *n);

enum digit_start { DIGIT_NEVER, DIGIT_MAYBE, DIGIT_EMPTY /* never, but it may be empty */ };
/* Can a match of n begin with a digit? */
enum digit_start node_digit_start(const struct node *n);
/* Of a list of nodes one behind the other. */
enum digit_start nodes_digit_start(const struct node *kids);

/* At most so many bytes does a match of n take up, white space counted generously; PATTERN_LONG: no bound worth using.
 */
enum { PATTERN_LONG = 200 };
size_t node_max_bytes(const struct node *n);

#endif
