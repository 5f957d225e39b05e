/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_BARE_H
#define SVOD_ACT_BARE_H

#include "acts.h"

/* "1.1. Отраслевое соглашение (далее – Соглашение) заключено …": the agreement speaks of itself by its head. */
bool act_is_itself(const struct resolver *r, const struct item *self, const struct words *w, const struct act *a);

/*
 * A head at word i that stands for an act cited before, which is the only one of its kind: "Коллективный договор",
 * "Кодекс". self: the document's own header or NULL.
 */
void act_put_bare(const struct resolver *r, struct doc *d, const struct item *self, const struct words *w, size_t i);

#endif
