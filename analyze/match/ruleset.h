/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RULESET_H
#define SVOD_RULESET_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "err.h"
#include "span.h"

/*
 * The rules, sets, maps and lexicons of one or more directories (docs/man/svod-rules.5), checked and compiled. Loading
 * parses everything; PCRE2 sees a rule when it is first tried. A rule set belongs to one thread.
 */
struct ruleset;

struct ruleset_source {
	const char *const *dirs; /* user directories, in order; later ones override */
	size_t n_dirs;
	const char *env;      /* SVOD_RULES: directories separated by ':', before dirs; may be NULL */
	bool without_builtin; /* do not load data_path("rules") */
};

/*
 * NULL only where a directory or file cannot be read (66). Faulty rules are left out and said in diags: see
 * ruleset_error; a caller that works on documents must refuse a rule set with an error.
 */
struct ruleset *ruleset_load(const struct ruleset_source *src, struct err *e);
/* A rule set of one file that is already in memory (copied), for tests. NULL: not UTF-8 (78). */
struct ruleset *ruleset_of_text(const char *name, struct span text, struct err *e);

/*
 * ruleset_load and ruleset_of_text in two steps: reading the files, after which only ruleset_hash may be asked, and
 * then one of ruleset_define and ruleset_thaw.
 */
struct ruleset *ruleset_open(const struct ruleset_source *src, struct err *e);
/* The same of one file in memory, as ruleset_of_text takes it. */
struct ruleset *ruleset_open_text(const char *name, struct span text, struct err *e);
/* Parses and defines what was opened; complaints are kept (ruleset_errors). */
void ruleset_define(struct ruleset *rs);

/* Frees it, after its matchers; rs may be NULL. */
void ruleset_free(struct ruleset *rs);

/* Number of complaints, and complaint i as an error: file, line, column, caret (78). */
size_t ruleset_errors(const struct ruleset *rs);
/* Sets e to complaint i < ruleset_errors; returns false, as err_set does. */
bool ruleset_error(const struct ruleset *rs, size_t i, struct err *e);

/* A hash of all rule files and lexicons, for `made`. */
unsigned long long ruleset_hash(const struct ruleset *rs);

/* Compiles every rule and guard with PCRE2 and makes all forms, so that errors are found; they are added to the
 * complaints. */
void ruleset_compile_all(struct ruleset *rs);

/*
 * The compiled rules as bytes, and back: ruleset_thaw spares reading and compiling their patterns. The bytes must come
 * from ruleset_freeze of a rule set of the same hash and outlive the rule set; false: they are of another PCRE2 or
 * layout, and the rules were defined without them.
 */
bool ruleset_freeze(struct ruleset *rs, struct buf *out);
/* The other half of ruleset_freeze; see there. */
bool ruleset_thaw(struct ruleset *rs, struct span bytes);

/* For matchers that are made behind this: the bytes of matcher_save_sieves, which must outlive them. */
void ruleset_take_sieves(struct ruleset *rs, struct span bytes);

/* Number of rules; they are numbered from 0. */
size_t ruleset_rules(const struct ruleset *rs);

#endif
