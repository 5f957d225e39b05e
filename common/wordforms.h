/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WORDFORMS_H
#define SVOD_WORDFORMS_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "span.h"

/*
 * Forms of Ukrainian and Belarusian words with their dictionary forms, from the hunspell dictionaries of Debian
 * (hunspell-uk, hunspell-be), written out by common/wordforms.sh into dict/LANG.forms: a trie of libmarisa that is
 * mapped when the language's first word is asked for. Where the file is missing no word is known. For one thread.
 */
struct wordforms;

/* Never NULL; opens no file yet. */
struct wordforms *wordforms_new(void);
/* w may be NULL. */
void wordforms_free(struct wordforms *w);

/*
 * Appends the dictionary forms of a folded word (utf8_fold; apostrophes as '), each ended by \n, best first, and
 * returns their number; 0 for words that the dictionary lacks. lang: "uk" or "be" (BCP 47; a region may follow).
 */
size_t wordforms_stems(struct wordforms *w, struct span lang, struct span word, struct buf *out);

/* Changes with the dictionary of the language, for databases that depend on it: the size of its file; 0 without one. */
unsigned long long wordforms_version(struct span lang);

#endif
