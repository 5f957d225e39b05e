/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MORPH_P_H
#define SVOD_MORPH_P_H

#include <stdint.h>

#include "dawg.h"
#include "mem.h"
#include "morph.h"
#include "morph_tags.h"

/*
 * The dictionary's parts (pymorphy2's format 2.4, https://pymorphy2.readthedocs.io/en/stable/internals/dict.html, with
 * the graphs as az 0.2.3 packs them, see dawg.h):
 *   words.dawg                  WORD → (paradigm, form)
 *   prediction-suffixes-0.dawg  ENDING → (count, paradigm, form)
 *   p_t_given_w.intdawg         WORD:TAG → how often of a million this word is this tag
 *   paradigms.array             count, then each: length, suffix numbers, tag numbers, prefix numbers (16 bits)
 *   suffixes.json, gramtab-opencorpora-int.json, and in meta.json the prefixes
 */
enum { MORPH_MEMO_SLOTS = 8192 };

struct morph_memo {
	unsigned char bytes, n; /* of word; parses */
	char word[46];
	struct morph_parse parses[8];
};

struct morph {
	bool has_dictionary;
	unsigned long long hash;
	struct dawg words, endings, frequency;
	struct arena arena;         /* owns the tables below */
	const uint16_t **paradigms; /* each starts with its length */
	uint16_t *paradigm_data;
	size_t n_paradigms;
	struct span *suffixes; /* folded */
	size_t n_suffixes;
	struct morph_tags *tags;
	struct span *tag_names;
	size_t n_tags;
	struct morph_stemmer *stemmer; /* only without a dictionary */
	struct morph_memo *memo;       /* MORPH_MEMO_SLOTS recent answers; NULL without a dictionary */
};

#endif
