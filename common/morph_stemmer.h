/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MORPH_STEMMER_H
#define SVOD_MORPH_STEMMER_H

#include "buf.h"

/*
 * Snowball's stemmer for Russian (libstemmer), for where there is no dictionary. Its library is loaded when the first
 * one is made: the tables of all its languages are relocated at every start, a tenth of the start of a program, and
 * hardly a run needs them. Threads may share one.
 */
struct morph_stemmer;

/* NULL: there is no such library. */
struct morph_stemmer *morph_stemmer_new(void);
/* s may be NULL. */
void morph_stemmer_free(struct morph_stemmer *s);

/* Appends the stem of a word in lower case; false: there is none. s may be NULL. */
bool morph_stemmer_put(struct morph_stemmer *s, struct span word, struct buf *out);

#endif
