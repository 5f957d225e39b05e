/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ABBR_H
#define SVOD_ABBR_H

#include "org_scan.h"

/*
 * Short names that a document defines for itself:
 *   Федерация профсоюзов … (далее – Федерация)    … (далее по тексту: ФПРК)    … (МКП)    МКП (Международная …)
 *   lines of a list of abbreviations: "ЦК – центральный комитет"
 */
struct abbr_def {
	size_t short_first, short_last; /* tokens of the short name */
	size_t cand;                    /* index of the candidate that it stands for */
	bool caps;                      /* an abbreviation, not a word */
	bool glossary;                  /* from a list of abbreviations */
	bool said;                      /* далее, именуемый: from then on the body is called so */
};

struct abbr_defs {
	struct abbr_def *v;
	size_t n, cap;
};

/* All definitions whose full name is one of the candidates, in text order. In the arena of the tokens. */
struct abbr_defs abbr_definitions(const struct org_scan *s, const struct org_cands *cs);

/*
 * членские организации (ЧО), ЧО – членские организации: do letters that the paper defines for the noun at head begin
 * like the adjective at i before it?
 */
bool abbr_has_letter(const struct org_scan *s, size_t i, size_t head);

/* облсовпроф, горком: a clipped name in small letters, which a paper may define. */
bool abbr_is_small_compound(const struct org_scan *s, size_t i);

/* Укрелектропрофспілка, Белхимпрофсоюз: a union's short name in one word with a capital; needs no "further". */
bool abbr_is_compound(const struct org_scan *s, size_t i);

#endif
