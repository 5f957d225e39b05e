/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_OPT_H
#define SVOD_OPT_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "err.h"

/*
 * One option table gives parsing, --help, the OPTIONS of the man page and the completions.
 * Values go into a struct of the program's own, by offset: no file-scope state.
 */
enum opt_kind {
	OPT_FLAG,   /* bool: true when given (also --no-NAME: false) */
	OPT_COUNT,  /* int: + 1 each time */
	OPT_INT,    /* long, in [min, max] */
	OPT_STRING, /* const char * */
	OPT_MAYBE,  /* const char *: "" without a value; a value only behind = */
	OPT_LIST,   /* struct opt_list: may be repeated; the value is not split */
	OPT_CHOICE, /* int: index in choices */
};

struct opt_list {
	const char **v;
	size_t n, cap;
};

struct opt {
	const char *name; /* long name without --; a NULL name ends the table */
	char letter;      /* 0: none */
	enum opt_kind kind;
	size_t offset;              /* offsetof(struct NAME_options, field) */
	const char *arg;            /* what the argument is called, NULL for flags */
	const char *help;           /* one sentence, no full stop */
	const char *const *choices; /* OPT_CHOICE: NULL-terminated */
	long min, max;              /* OPT_INT; both 0: any */
};

/* One line of EXAMPLES: a command and what it does. */
struct example {
	const char *command, *what;
};

struct program {
	const char *name;               /* "svod-read" */
	const char *summary;            /* "reads documents into the svod stream" */
	const char *operands;           /* "[FILE|DIR|-]..." */
	const struct example *examples; /* ends with a NULL command */
	const struct opt *opts;
	const char *details; /* more text for --help, or NULL: exit codes, files, environment */
	/* Appends what --help says instead of details where a table gives it: the language is known only by then. */
	void (*put_details)(struct buf *out);
};

/* Every program has these too; they come first in its options struct. */
struct opt_common {
	int verbose;
	bool quiet;
	int color;   /* index in opt_color_choices */
	int ui_lang; /* index in opt_lang_choices */
	int stop;    /* set by opt_parse: 0 go on; else exit with stop - 1 (help was printed) */
};
extern const char *const opt_color_choices[]; /* auto always never */
extern const char *const opt_lang_choices[];  /* auto ru en */

/*
 * Parses argv into values (which starts with struct opt_common) and moves the operands to the front of argv + 1;
 * returns their number, or -1 with e (64: what is wrong and the nearest option there is; 74: help could not be
 * printed). -h, --help, --version print to stdout and set stop. --help=man prints the man page (roff),
 * --help=completion the table for completions (one "--name<TAB>arg<TAB>help" a line).
 */
int opt_parse(const struct program *p, void *values, int argc, char **argv, struct err *e);

/* Frees the array; the values are those of argv. The list may be used again. */
void opt_list_free(struct opt_list *l);

#endif
