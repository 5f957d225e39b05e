/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RULEFILE_H
#define SVOD_RULEFILE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "err.h"
#include "mem.h"
#include "span.h"

/*
 * The lines of a rule file (docs/man/svod-rules.5) as entries and fields, without their meaning; and where each stands,
 * so that an error can show it.
 */
struct place {
	struct span file;
	int line;         /* 1… */
	struct span text; /* the whole line */
};

/* One complaint about a rule file. */
struct diag {
	struct place at;
	size_t col; /* byte in at.text, from 0 */
	struct span text;
};

struct diags {
	struct arena *arena; /* owns the texts */
	struct diag *v;
	size_t n, cap;
};

/*
 * Adds a complaint, once. where points into at->text (then the caret stands there) or anywhere else (then at the line's
 * first character). Always returns false.
 */
bool diag_add(struct diags *ds, const struct place *at, const char *where, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* "FILE:LINE:COLUMN: text", the line and a caret, as several lines into e (code 78). Always returns false. */
bool diag_to_err(const struct diag *d, struct err *e);

struct field {
	struct span key, value; /* in a set or map: key = the whole line resp. the form, value = the map's value */
	struct place at;
	struct field *next;
};

enum entry_kind { ENTRY_RULE, ENTRY_SET, ENTRY_PARADIGM, ENTRY_MAP, ENTRY_LEXICON, ENTRY_EXCLUSIVE, ENTRY_KINDS };

struct entry {
	enum entry_kind kind;
	struct span name, args; /* args: what stands behind the name on the first line */
	struct place at;
	int dir; /* number of the rule directory, from 0 */
	struct field *first, *last;
	struct entry *next;
};

struct entry_list {
	struct entry *first, *last;
};

/* Appends the entries of one file. text, file and the entries live in arena; text must be valid UTF-8. */
void rulefile_parse(struct arena *a, struct span file, struct span text, int dir, struct entry_list *out,
		    struct diags *ds);

#endif
