/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACTS_H
#define SVOD_ACTS_H

#include "phrases.h"
#include "resolve.h"

/* What a mention of a legal act is made of; spans and offsets of the document's text, 0 and empty where absent. */
struct act {
	long kind_row;     /* of the lexicon act_kinds */
	size_t start, end; /* of the whole mention */
	size_t head_end;
	struct span lead;  /* "Кировское областное" before the head of an agreement */
	struct span title; /* inside its quotes */
	struct span number;
	struct span date;        /* value of the date item */
	struct span period;      /* value of the interval */
	struct span issuer;      /* canonical name */
	struct span iso;         /* country named */
	struct span country;     /* its name in the genitive, where an abbreviation stands for it */
	struct span issuer_full; /* genitive of the issuer's full name, where a short one is printed */
	struct word issuer_at;   /* where that short one stands */
	struct word date_at, number_at, country_at; /* where these stand, with "от" and "№"; start == end: nowhere */
	bool about;                                 /* "о …", "по …" behind the head */
	bool party;                                 /* names an organization or an official behind the head */
	const struct act *first; /* of whose list it is a further one: its issuer or country counts; NULL: none */
	bool revised;            /* "(пересмотренная)" belongs to its name */
	bool described; /* an issuer may stand behind a description (Программа развития … Федерации) */
};

/*
 * Reads the act whose head stands at word i of a block (words w): the head, then in any order issuer, country, date,
 * number, title, period and the words between. False: no head there, or what follows does not make it one certain act.
 */
bool act_read(const struct resolver *r, struct doc *d, const struct words *w, size_t i, struct act *a);

/*
 * A further act of a list, whose head stands with the first one: date, number, title from word i ("от") on. False where
 * there is neither date nor number.
 */
bool act_read_further(const struct resolver *r, struct doc *d, const struct words *w, size_t i, long kind_row,
		      struct act *a);

/* The same without "от": "17 февраля 2009 года № 54", "№ 1-5 от 28 января 1997 г."; both day and number are there. */
bool act_read_further_dated(const struct resolver *r, struct doc *d, const struct words *w, size_t i, long kind_row,
			    struct act *a);

/*
 * A further act of a list of titles: "законами «О занятости», «О пенсиях»", whose quote opens before word i. False
 * where there is no title of a law.
 */
bool act_read_further_title(const struct resolver *r, struct doc *d, const struct words *w, size_t i, long kind_row,
			    struct act *a);

/* A further act of a list of bare numbers: "№ 5054" at word i. False where there is none. */
bool act_read_bare_number(const struct resolver *r, struct doc *d, const struct words *w, size_t i, long kind_row,
			  struct act *a);

/*
 * A short line below a header ("18 октября 2022 г.  г. Челябинск  № 4-3"): its date and number, wherever they stand.
 * False where there is neither.
 */
bool act_read_header_line(const struct resolver *r, struct doc *d, const struct words *w, struct act *a);

/* A period anywhere in those words ("на 2022-2025 годы"): a->period and a->end. */
bool act_has_period(const struct resolver *r, struct doc *d, const struct words *w, struct act *a);

#endif
