/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MATCHER_H
#define SVOD_MATCHER_H

#include "doc.h"
#include "ruleset.h"

/*
 * Runs a rule set over documents. One matcher a thread; the rule set must outlive it. The result depends on the rules
 * and the document only, never on the CPU or on what was matched before.
 */
struct matcher;

/* Never NULL; rs stays the caller's and must live longer. */
struct matcher *matcher_new(struct ruleset *rs);
/* m may be NULL. */
void matcher_free(struct matcher *m);

/* Asks the sieves (sieve.h) from the first attempt on, as in a long text. */
void matcher_warm(struct matcher *m);

/* Tables of its sieves (sieve_table.h), as bytes for ruleset_take_sieves; out.n a multiple of 8 before. */
void matcher_save_sieves(struct matcher *m, struct buf *out);

/*
 * Appends an item for each accepted match, and notes: "homoglyph" for each repaired word, "limit" for each rule that
 * ran into a limit on this document. Items are neither sorted nor numbered.
 */
void matcher_run(struct matcher *m, struct doc *d);

/* What became of one match (svod-rules explain). Offsets are bytes of the document's text. */
struct match_report {
	struct span rule;
	size_t start, end;             /* of the item */
	size_t match_start, match_end; /* with the context */
	const char *refused;           /* "unless-before", "value", …; NULL: it competed */
	struct span winner;            /* the rule that suppressed it; empty: it became an item (or blocks others) */
	bool blocks;
	struct span groups; /* "d=30 m=ноября" */
};

/* Keeps reports of the next runs; off by default. */
void matcher_keep_reports(struct matcher *m, bool on);
/* Reports of the last run; their spans are good until the next one. */
size_t matcher_reports(const struct matcher *m);
/* Report i < matcher_reports. */
struct match_report matcher_report(const struct matcher *m, size_t i);

/* Counts by rule since the matcher was made, in the order of ruleset_rules. */
struct rule_count {
	struct span rule;
	size_t tried, matched, items;
	double ms; /* only with matcher_time on */
};
/* Measures time by rule from now on; off by default, as it costs some. */
void matcher_time(struct matcher *m, bool on);
/* What rule number rule < ruleset_rules counted. */
struct rule_count matcher_count(const struct matcher *m, size_t rule);

#endif
