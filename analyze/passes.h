/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PASSES_H
#define SVOD_PASSES_H

#include "resolve.h"

/* Persons: names with initials or first names, in the nominative, with the role beside them. */
bool pass_person(struct resolver *r, struct doc *d, struct err *e);

/* Places that are not parts of the names of bodies, acts and persons; behind the passes that find those. */
bool pass_place(struct resolver *r, struct doc *d, struct err *e);

/* Named meetings, contests, projects, anniversaries. */
bool pass_event(struct resolver *r, struct doc *d, struct err *e);

/* Bodies: names with their canonical form, abbreviations and short names that the document defines. */
bool pass_org(struct resolver *r, struct doc *d, struct err *e);

/*
 * The passes of svod-resolve, one public function a file (pass_NAME.c), in running order. Each takes the document as
 * the passes before it left it; e is set only for what makes the document unusable. What a pass adds lives in the
 * document's arena.
 */

/* doc: kind, title, issuer, date, period, country, parts. */
bool pass_docfacts(struct resolver *r, struct doc *d, struct err *e);

/* Conventions, recommendations, protocols: checked, found by title, with official title, country, action. */
bool pass_instruments(struct resolver *r, struct doc *d, struct err *e);

/* Legal acts: citations, the document's own header, short names. */
bool pass_acts(struct resolver *r, struct doc *d, struct err *e);

/* Rows of plans: table_row items, and the goals that stand in their action cells and section headings. */
bool pass_table(struct resolver *r, struct doc *d, struct err *e);

/* Goals in lists and sentences. */
bool pass_goal(struct resolver *r, struct doc *d, struct err *e);

/* Deadlines, measures and bodies joined to the rows and goals that they belong to; sorts and numbers the items. */
bool pass_link(struct resolver *r, struct doc *d, struct err *e);
bool pass_event_facts(struct resolver *r, struct doc *d, struct err *e);

/* Sums against their parts, figures stated twice. */
bool pass_check_figures(struct resolver *r, struct doc *d, struct err *e);

/* Counts against lists. */
bool pass_check_counts(struct resolver *r, struct doc *d, struct err *e);

/* Totals of tables against their columns. */
bool pass_check_tables(struct resolver *r, struct doc *d, struct err *e);

/* Plan rows against the plan's period, contents against headings. */
bool pass_check_plan(struct resolver *r, struct doc *d, struct err *e);

/* Abbreviations explained twice or never. */
bool pass_check_abbr(struct resolver *r, struct doc *d, struct err *e);

/* Repeated stretches, unbalanced quotes, words of two alphabets. */
bool pass_check_text(struct resolver *r, struct doc *d, struct err *e);

/* Marks items inside a block that repeats another stretch with norm.dup. */
bool pass_dup(struct resolver *r, struct doc *d, struct err *e);

/* Times: what is left to the document filled in, dates and deadlines told apart. */
bool pass_time(struct resolver *r, struct doc *d, struct err *e);

/* Quantities: the counted noun of bare figures; what counts nothing is dropped. */
bool pass_number(struct resolver *r, struct doc *d, struct err *e);

#endif
