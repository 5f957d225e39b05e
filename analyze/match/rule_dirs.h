/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RULE_DIRS_H
#define SVOD_RULE_DIRS_H

#include "ruleset.h"

/* Who is told of the files of rule directories: the *.rules in them and the *.tsv in their lexicon folders, by name. */
struct rule_dirs_visitor {
	void *ctx;
	/* A directory begins; NULL: nobody asks. */
	void (*dir)(void *ctx, struct span path);
	/* A file of it; path as messages show it. Both live until the function returns. NULL: only the hash is wanted.
	 */
	void (*file)(void *ctx, struct span path, struct span text, bool is_lexicon);
};

/*
 * Reads the built-in directory, then those of src->env, then src->dirs. *hash is of all texts in that order; False: a
 * file or directory cannot be read (66), is too large or no UTF-8 (78).
 */
bool rule_dirs_read(const struct ruleset_source *src, const struct rule_dirs_visitor *v, unsigned long long *hash,
		    struct err *e) MUST_USE;

#endif
