/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_OPT_HELP_H
#define SVOD_OPT_HELP_H

#include <stdio.h>

#include "opt.h"

/* The forms in which one option table can be shown. Each prints to out and says nothing of errors: check ferror. */
void opt_help_short(const struct program *p, FILE *out);      /* -h: examples and one line an option */
void opt_help_long(const struct program *p, FILE *out);       /* --help: the same and the details */
void opt_help_man(const struct program *p, FILE *out);        /* the whole man page */
void opt_help_completion(const struct program *p, FILE *out); /* "--name<TAB>-l<TAB>arg<TAB>choices<TAB>help" lines */
void opt_help_version(const struct program *p, FILE *out);

/* The options of every program (opt_common), ended by a NULL name. */
extern const struct opt opt_common_table[];

#endif
