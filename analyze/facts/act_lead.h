/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_LEAD_H
#define SVOD_ACT_LEAD_H

#include "acts.h"

/*
 * How many words right before word i say whose an agreement is: "Кировского областного [соглашения]", "ФЕДЕРАЛЬНОЕ
 * [ОТРАСЛЕВОЕ ТАРИФНОЕ СОГЛАШЕНИЕ]".
 */
size_t act_lead_words(const struct resolver *r, const struct doc *d, const struct words *w, size_t i);

/* Those n words before word i in the nominative, as a name begins: "Кировское областное". */
struct span act_lead_name(const struct resolver *r, struct doc *d, const struct words *w, size_t i, size_t n);

#endif
