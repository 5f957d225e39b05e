/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MORPH_TAGS_H
#define SVOD_MORPH_TAGS_H

#include <stdbool.h>

#include "span.h"

/* One entry of OpenCorpora's gramtab ("NOUN,inan,masc sing,nomn"; http://opencorpora.org/dict.php?act=gram) as bits. */
struct morph_tags {
	unsigned tags;  /* enum morph_tag */
	unsigned other; /* what two forms must share beyond that to be forms of one another: tense, voice, degree … */
	bool closed;    /* prepositions, pronouns …: no new word is ever one of these */
};

/* Grammemes that nobody asks about are left out of tags; an empty text gives zeros. */
struct morph_tags morph_tags_parse(struct span text);

/* Is "to" a form to write where "from" was read: same tense, voice and degree, and no variant like профсоюзною? */
bool morph_tags_kin(const struct morph_tags *to, const struct morph_tags *from);

#endif
