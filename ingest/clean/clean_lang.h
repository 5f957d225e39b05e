/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_LANG_H
#define SVOD_CLEAN_LANG_H

#include "span.h"

/*
 * The language of a stretch of text, among ru be uk kk ky uz tg en, by the letters that only some of them have and, for
 * Latin script, by frequent words. NULL: too short, or none of these. *letters gets how many letters
 * speak for it: 0 for Russian that only nothing speaks against.
 */
const char *lang_of(struct span s, size_t *letters);

#endif
