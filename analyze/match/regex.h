/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_REGEX_H
#define SVOD_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "err.h"
#include "mem.h"
#include "span.h"

/*
 * PCRE2 behind a wall: compiled on first use, walked as steps first (steps.h) where it can be, JIT-compiled when it has
 * earned it; match, depth and heap limits are always set. Subjects must be valid UTF-8 (nothing is checked again).
 */
struct regex;

enum {
	REGEX_ANCHORED = 1,    /* matches at the start offset only */
	REGEX_NAIVE = 2,       /* UTF | UCP | CASELESS: the oracle of the tests and the benchmark's peer */
	REGEX_NAIVE_CASED = 4, /* UTF | UCP */
	REGEX_PCRE_ONLY = 8,   /* without steps (steps.h): what tests compare with */
};

/* In the arena; source is borrowed and must outlive the regex. Nothing is compiled yet. */
struct regex *regex_new(struct arena *a, struct span source, unsigned flags);
/* Gives back what PCRE2 holds, before the arena goes. */
void regex_free(struct regex *r);

/* Compiles now; e gets 78 and PCRE2's reason, *offset the byte of the source. True when it is compiled already. */
bool regex_compile(struct regex *r, size_t *offset, struct err *e) MUST_USE;

/*
 * A compiled regex as bytes (pcre2serialize(3)), so that a rule set that does not change is not compiled at every
 * start; false: it is not compiled. regex_frozen makes a regex of such bytes, which it borrows and looks at when it is
 * first used; they must come unharmed (compare a hash) from the PCRE2 of the same regex_version.
 */
bool regex_save(const struct regex *r, struct buf *out);
/* In the arena; bytes of regex_save. */
struct regex *regex_frozen(struct arena *a, struct span bytes);

enum { REGEX_VERSION = 64 };
/* PCRE2's own name of its version, in out. */
struct span regex_version(char out[REGEX_VERSION]);

/* What one matching thread needs: match data, limits, a JIT stack. */
struct regex_run;
/* Never NULL; the caller frees it. */
struct regex_run *regex_run_new(void);
/* run may be NULL. */
void regex_run_free(struct regex_run *run);

enum regex_result { REGEX_NO, REGEX_YES, REGEX_LIMIT };

/*
 * Matches in subject from offset at. REGEX_YES: out[2 * i], out[2 * i + 1] are the bytes of group i (SPAN_NONE: took no
 * part), for i < *n; out is good until the next call. REGEX_LIMIT: a match, depth or heap limit was hit, or the
 * regex does not compile (regex_compile says why).
 */
enum regex_result regex_exec(struct regex_run *run, struct regex *r, struct span subject, size_t at, const size_t **out,
			     size_t *n);

/* As regex_exec, for yes or no; a limit counts as no. */
bool regex_test(struct regex_run *run, struct regex *r, struct span subject, size_t at);

/* JIT at the first call instead of the twentieth (for the benchmark's peer). */
void regex_jit_now(struct regex *r);

#endif
