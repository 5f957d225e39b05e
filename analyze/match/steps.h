/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_STEPS_H
#define SVOD_STEPS_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "span.h"

/*
 * A pattern as steps that are walked over the text: what PCRE2 matches, found in the same order. Where PCRE2's
 * interpreter tries one alternative after the other, each step here knows which characters its alternatives can begin
 * with, so that most of a lexicon is passed over; and steps are bytes without pointers, which are used where they are
 * mapped. Only what pattern_emit writes for bytes is understood; PCRE2 does the rest.
 */
struct steps;

enum { STEPS_ALIGN = 8 };

/*
 * Appends the steps of a pattern, a multiple of STEPS_ALIGN bytes, for bytes that are aligned so. anchored: matches at
 * the start offset only. False: the pattern says something that steps cannot, or is too large; nothing is appended.
 */
bool steps_make(struct span source, bool anchored, struct buf *out);

/* The steps that begin there: unharmed bytes of steps_make of this build. */
const struct steps *steps_take(struct span bytes);

/* What one matching thread needs. */
struct walk;
/* Never NULL; the caller frees it. */
struct walk *walk_new(void);
/* w may be NULL. */
void walk_free(struct walk *w);

enum walk_result { WALK_NO, WALK_YES, WALK_LIMIT };

/* Groups that are reported: the whole match and those numbered below. */
enum { WALK_GROUPS = 64 };

/*
 * Matches in subject from offset at. WALK_YES: out[2 * i], out[2 * i + 1] are the bytes of group i (SPAN_NONE: took no
 * part), for i < *n; out is good until the next call. WALK_LIMIT: too many ways were tried.
 */
enum walk_result steps_walk(struct walk *w, const struct steps *s, struct span subject, size_t at, const size_t **out,
			    size_t *n);

/* How many steps the last one took. */
size_t walk_steps(const struct walk *w);

#endif
