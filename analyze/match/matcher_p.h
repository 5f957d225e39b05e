/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MATCHER_P_H
#define SVOD_MATCHER_P_H

#include "matcher.h"
#include "rules_p.h"
#include "scan.h"
#include "sieve.h"
#include "sieve_table.h"
#include "triggers.h"
#include "view.h"

/* What the parts of the matcher share. Offsets in here are bytes of the view. */

struct match {
	struct rule *rule;
	int block;
	size_t start, end;             /* the item */
	size_t match_start, match_end; /* with the context */
	size_t *groups;
	size_t n_groups;
	struct jval *norm;
	const char *refused;        /* why it did not compete; NULL */
	const struct match *winner; /* who suppressed it; NULL: accepted */
	bool fixed;                 /* accepted in an earlier phase */
};

struct match_list {
	struct match *v;
	size_t n, cap;
};

/* A place where a stem, or something of a class, stands. */
struct hit {
	unsigned at;
	uint32_t stem : 31;     /* number in the table; behind them those of class triggers */
	uint32_t has_rules : 1; /* not needs only */
};

/* A place where a rule may begin. */
struct chance {
	size_t at;
	unsigned rule;
};

/* What stands above and before each block. */
struct context {
	int heading; /* block index, -1: none */
	int lead;
	int column; /* heading cell of this column */
	int above; /* the heading that this one stands below, as "Сроки" over "начало" and "окончание" */
};

/* A stretch of a block: a sentence with the space behind it. */
struct stretch {
	size_t start, end;
};

struct block_view {
	int index;
	const struct block *block;
	size_t start, end; /* body, in the view */
	uint32_t lang;     /* bit; 0: unknown */
};

struct rule_state {
	unsigned sieve; /* number + 1 in matcher.sieves, 0: none */
	unsigned sieve_bit;
	unsigned block_seen; /* number of the block for which next is valid */
	size_t next;         /* not tried before this offset */
	unsigned doc_seen;
	unsigned strikes; /* limit hits in this document */
	size_t tried, matched, items;
	double ms;
};

/* Rules of one phase, judged together before PCRE2 is asked. */
struct sieve_use {
	const struct sieve_table *table; /* or: */
	struct sieve *sieve;             /* NULL: not made yet */
	struct rule *rules[SIEVE_RULES]; /* of sieve */
	size_t n;
	unsigned long long block; /* for which, with at, may is the answer */
	size_t at;
	uint64_t may;
	unsigned long long wanted_block; /* for which, with the stretch, wanted holds the rules that are asked for */
	size_t wanted_stretch;
	uint64_t wanted;
};

/* What stands where in a block, while rules that follow items look for room (settle.c). */
struct room_place {
	unsigned accepted; /* index in matcher.accepted */
	unsigned next;     /* index + 1 in places of the next one in the same bucket, 0: none */
};

struct room {
	unsigned *first; /* by bucket: index + 1 in places */
	size_t cap_first;
	struct room_place *places;
	size_t n_places, cap_places;
};

/* What a guard said of a stretch of text: many matches ask the same of their sentence, and of the headings above. */
struct guard_answer {
	const struct guard *guard;
	size_t start, end;
	unsigned doc;
	bool holds;
};

enum { GUARD_ANSWERS = 256 };

struct matcher {
	struct ruleset *rs;
	struct regex_run *run;
	const struct trigger_table *tables[PHASES + 1];
	struct rule **follows[PHASES + 1]; /* the rules of the phase that follow items, ended by NULL; NULL: none */
	struct rule_state *state;
	struct sieve_use *sieves;
	size_t n_sieves, cap_sieves;
	unsigned sieve_calls; /* until the sieves are worth their making */
	/* Bits by need id, need_words for each stretch of the block: what stands in it; the same and in what follows.
	 */
	uint64_t *needs, *later;
	uint64_t *block_needs; /* what stands in the block */
	size_t need_words;
	bool reports, timing;
	struct match_list all; /* reports of the last run */

	/* the document in work */
	struct doc *d;
	struct arena *a; /* of the document */
	enum scan_path scan;
	struct view view;
	const struct block *blocks;
	size_t n_blocks;
	struct buf scratch[4]; /* of match_fill */
	struct guard_answer answers[GUARD_ANSWERS];
	struct context *contexts; /* made when a guard first asks; NULL */
	unsigned block_number, doc_number;
	uint32_t doc_kind;       /* bit; 0: unknown */
	struct match_list found; /* competing in this block */
	struct room room;
	struct match_list accepted; /* of all phases, sorted by block after each phase */
	size_t *first_accepted;     /* by block, and one more */
	size_t cap_blocks;
	struct hit *hits; /* of the window [window_start, window_end), in text order */
	size_t n_hits, cap_hits;
	size_t window_start, window_end;
	size_t first_hit, next_hit; /* of the block */
	struct chance *chances;     /* of the block */
	size_t cap_chances;
	struct span lang_name; /* the last one looked up, and its bit */
	uint32_t lang;
	struct block_view here;
	struct stretch stretch; /* in work */
	/* The figure looked at last, and the characters behind its digits and behind all of it (0: end of the block).
	 */
	size_t figure;
	unsigned behind_digits, behind_figure;
	bool figure_is_long;       /* its end was not looked for */
	struct stretch *stretches; /* of the block, if there are any yet (stretches_of_block) */
	size_t n_stretches, cap_stretches, cap_needs;
};

/* Gives every rule its sieve: those of ruleset_take_sieves, else ones that are made when they are asked. */
void matcher_make_sieves(struct matcher *m);

/* May the rule match there, as far as its sieve can tell? */
bool matcher_sieve_passes(struct matcher *m, const struct rule_state *s, size_t at);

/*
 * The same for a rule that matcher_wants, as long as it does not cost more than it saves: sieves are made only in long
 * texts.
 */
bool matcher_may_begin(struct matcher *m, const struct rule_state *s, size_t at, size_t stretch);

/* Is the rule for such blocks, and stands all it needs in the stretch, or where a match from there may end? */
bool matcher_wants(const struct matcher *m, const struct rule *r, size_t stretch);

/* The context of one block. */
const struct context *context_of(struct matcher *m, int block);

/* The guards of a match; NULL: it holds, else the name of the guard that refused it. */
const char *guards_check(struct matcher *m, const struct match *t);

/* Fills the norm; false: no value line holds. previous: norm of the item that a follows rule stands behind. */
bool match_fill(struct matcher *m, struct match *t, const struct jval *previous);

/* Decides between the matches that a phase found in a block and appends the winners to accepted. */
void settle_block(struct matcher *m, int phase);

/* Before the first block of a phase. */
void search_begin(struct matcher *m);

/* Finds the hits of the current block, of which only start and end need be known; false: no rule matches in it. */
bool search_finds(struct matcher *m, const struct trigger_table *t);

/* Hands what search_finds found to matcher_consider in text order, sentence by sentence. */
void search_block(struct matcher *m, const struct trigger_table *t);

/* Cuts the current block into stretches where that is not done yet: each from the beginning of a sentence to the next.
 */
void stretches_of_block(struct matcher *m);

/* The number of the stretch in which a place of the block lies; there must be some. */
size_t stretch_number(const struct matcher *m, size_t at);

/* Rule number may begin at that offset, in that stretch of the block: tried if all it needs is there. */
void matcher_consider(struct matcher *m, unsigned number, size_t at, size_t stretch);

/* Tries a rule at a place of the current block. True: out is a match that holds (guards and value included). */
bool match_try(struct matcher *m, struct rule *r, size_t at, const struct jval *previous, struct match *out);

/* Rules see its text: it is neither hidden nor of the page's frame or the table of contents. */
static inline bool block_is_visible(const struct block *b)
{
	return !b->hidden && b->kind != BLOCK_TOC && b->kind != BLOCK_HEADER && b->kind != BLOCK_FOOTER;
}

#endif
