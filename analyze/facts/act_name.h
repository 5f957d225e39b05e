/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_NAME_H
#define SVOD_ACT_NAME_H

#include "acts.h"

/* A name in the genitive, as far as the dictionary knows it ("Белорусский профсоюз …" → "Белорусского профсоюза …"). */
struct span act_name_genitive(const struct resolver *r, struct doc *d, struct span name);

/* Canonical name, kind, number, date, period and issuer of an act into the item's norm. */
void act_put_norm(const struct resolver *r, struct doc *d, struct item *it, const struct act *a);

/* " от 16.01.2026", as the language writes it; nothing where iso is no day. */
void act_put_date(struct buf *out, struct span iso, struct span lang);

#endif
