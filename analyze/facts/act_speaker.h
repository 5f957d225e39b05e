/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_SPEAKER_H
#define SVOD_ACT_SPEAKER_H

#include "resolve.h"

/* The body with which text[start, end) of a letterhead ends, NULL: it ends with something else. */
const struct item *act_closing_body(const struct resolver *r, const struct doc *d, size_t start, size_t end);

/* Is a body printed as the one word of an organ, so that whose it is stands on the line above: ПРЕЗИДИУМ? */
bool act_is_bare_organ(const struct doc *d, const struct item *body);

/*
 * The body that a letterhead ends with (in that block), in the genitive: "Президиума обкома"; a bare organ is the
 * organ's above it, by its letters where it has any: ТЕРРИТОРИАЛЬНЫЙ КОМИТЕТ / ПРЕЗИДИУМ → "Президиума КТК". Empty: not
 * known.
 */
struct span act_speaker_name(const struct resolver *r, struct doc *d, size_t block, const struct item *body);

/* A title without the quotes that hold all of it. */
struct span act_unquoted(struct span s);

#endif
