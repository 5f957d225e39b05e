/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_TURKIC_HEAD_H
#define SVOD_ACT_TURKIC_HEAD_H

#include "resolve.h"

/* "… қаулысымен бекітілген «Дала» одағының ЖОСПАРЫ": the words behind the stamp, which is no part of the title; all. */
struct words act_behind_stamp(const struct resolver *r, const struct words *w);

/*
 * Where a title begins whose head stands on a line of its own (block): "2026–2028 ЖЫЛДАРҒА АРНАЛҒАН" / "САЛАЛЫҚ
 * КЕЛІСІМ"; start where the line above does not go on.
 */
size_t act_turkic_start(const struct resolver *r, const struct doc *d, size_t block, size_t start);

/*
 * The name with its head last: "САЛАЛЫҚ КЕЛІСІМ Министрлік … арасындағы 2026–2028 жылдарға арналған" is called
 * "Министрлік … арналған салалық келісім". The name as it is where it does not end so.
 */
struct span act_head_last(struct doc *d, struct span name);

#endif
