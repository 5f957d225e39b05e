/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_PARTS_H
#define SVOD_ACT_PARTS_H

#include "acts.h"

/* A citation while it is read. */
struct reading {
	const struct resolver *r;
	struct doc *d;
	const struct words *w;
	struct act *a;
};

/* Signs that open a quotation; the last one is NULL. */
extern const char *const reading_quotes[];

/* Word i, folded. */
struct span reading_word(const struct reading *x, size_t i);

/* The text between word i and the one before it; before the first one, what the block begins with. */
struct span reading_gap(const struct reading *x, size_t i);

/* Is one of these signs in s? The last sign is NULL. */
bool reading_has_any(struct span s, const char *const *signs);

bool reading_is_capital(const struct reading *x, size_t i);

/* "… соглашения на 2023–2025 годы Министерство постановляет": a nominative at word i owns no act. */
bool reading_is_subject(const struct reading *x, size_t i);

/* The organization, and the time, that begins at byte at, the organization also at a quote before it; NULL: none. */
const struct item *reading_name_at(const struct reading *x, size_t at);
const struct item *reading_time_at(const struct reading *x, size_t at);

/*
 * Each reads one part that begins at word i into x->a: "№ 10-ФЗ", «О занятости», "от 3 мая 2012 года", an issuer, a
 * country. True: it stood there; x->a->end and *next are behind it.
 */
bool reading_number(struct reading *x, size_t i, size_t *next);
bool reading_title(struct reading *x, size_t i, size_t *next);
bool reading_time(struct reading *x, size_t i, size_t *next);
bool reading_issuer(struct reading *x, size_t i, size_t *next);

/* "поправки в Правила содержания лифтов": a capital in the sentence, and behind the head what the rules are for. */
bool reading_begins_subject(const struct reading *x, size_t i, size_t next);

/* "1966 года", "of 16 December 1966": when a treaty was made, which is cited with it and no part of what it is called.
 */
bool reading_treaty_year(struct reading *x, size_t i);
bool reading_country(struct reading *x, size_t i, size_t *next);

/*
 * "Директива (ЕС) 2022/2041", "Directive 2003/88/EC": the number of the Union has no sign; behind the head of one, at
 * word i. It belongs to the name, but of a Russian one that has a title.
 */
bool reading_directive(struct reading *x, size_t i, size_t *next);

#endif
