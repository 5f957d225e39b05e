/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MORPH_H
#define SVOD_MORPH_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "err.h"
#include "span.h"

/*
 * Russian morphology: OpenCorpora's dictionary in the compact form of the npm package az, fetched by the set-up;
 * without it libstemmer gives stems only (morph_has_dictionary is false and inflection is refused).
 * Words go in folded (utf8_fold: lower case, ё = е). A morph belongs to one thread (it remembers recent answers).
 */
struct morph;

enum { MORPH_MAX = 16 }; /* parses of one word */

/* Grammemes, as a bit set. OpenCorpora's names in comments. */
enum morph_tag {
	M_NOUN = 1 << 0,
	M_ADJ = 1 << 1,       /* ADJF, PRTF */
	M_ADJ_SHORT = 1 << 2, /* ADJS, PRTS */
	M_VERB = 1 << 3,      /* VERB */
	M_INF = 1 << 4,       /* INFN */
	M_ADV = 1 << 5,
	M_PREP = 1 << 6,
	M_CONJ = 1 << 7,
	M_NUMR = 1 << 8,
	M_PRON = 1 << 9, /* NPRO, Apro */
	M_NOM = 1 << 10,
	M_GEN = 1 << 11, /* gent, gen2 */
	M_DAT = 1 << 12,
	M_ACC = 1 << 13,
	M_INS = 1 << 14,
	M_LOC = 1 << 15, /* loct, loc2 */
	M_SING = 1 << 16,
	M_PLUR = 1 << 17,
	M_MASC = 1 << 18,
	M_FEM = 1 << 19,
	M_NEUT = 1 << 20,
	M_ANIM = 1 << 21,
	M_INAN = 1 << 22,
	M_NAME = 1 << 23,       /* Name */
	M_SURN = 1 << 24,       /* Surn */
	M_PATR = 1 << 25,       /* Patr */
	M_GEOX = 1 << 26,       /* Geox */
	M_FIXED = 1 << 27,      /* Fixd: does not inflect */
	M_PREDICTED = 1 << 28,  /* not in the dictionary: from the ending */
	M_PARTICIPLE = 1 << 29, /* PRTF, PRTS (M_ADJ or M_ADJ_SHORT is set as well) */
};
enum {
	M_CASES = M_NOM | M_GEN | M_DAT | M_ACC | M_INS | M_LOC,
	M_NUMBERS = M_SING | M_PLUR,
	M_GENDERS = M_MASC | M_FEM | M_NEUT,
};

struct morph_parse {
	unsigned tags;                                      /* enum morph_tag */
	unsigned paradigm, form;                            /* for morph_inflect */
	unsigned char lead_bytes, prefix_bytes, stem_bytes; /* word = lead (нефте-) prefix (наи-) stem ending */
};

/* path: the dictionary folder, or NULL to look for it with data_path("dict/ru"). Fails only on a broken dictionary
 * (78). */
struct morph *morph_open(const char *path, struct err *e);
/* m may be NULL. */
void morph_close(struct morph *m);
/* False: there are stems only. */
bool morph_has_dictionary(const struct morph *m);

/* A hash of the dictionary's release (meta.json and file sizes), for databases that depend on it; 0 without one. */
unsigned long long morph_hash(const struct morph *m);

/*
 * Parses of a folded word, best first (by frequency in the OpenCorpora corpus, else in the dictionary's order); a word
 * that the dictionary lacks is parsed by its part behind a hyphen or a known prefix, else by its ending (M_PREDICTED).
 * None without dictionary, and for words without Cyrillic letters or of more than 120 bytes. No
 * allocation.
 */
size_t morph_parses(const struct morph *m, struct span word, struct morph_parse out[MORPH_MAX]);

/* Appends the lemma of a parse (folded); of a paradigm that the dictionary does not have: the word itself. */
void morph_lemma(const struct morph *m, struct span word, const struct morph_parse *p, struct buf *out);

/*
 * Appends the form of the same word that has all grammemes of want (case, number, gender; gender counts for
 * adjectives, participles, surnames and patronymics; without one a surname keeps its own). False, and nothing appended,
 * where there is none.
 */
bool morph_inflect(const struct morph *m, struct span word, const struct morph_parse *p, unsigned want,
		   struct buf *out);

/* Appends all forms of the word (of a verb: participles too), each ended by \n; none where the paradigm is not known.
 */
void morph_forms(const struct morph *m, struct span word, const struct morph_parse *p, struct buf *out);

/*
 * Appends the lemmas, each ended by \n, of words of the dictionary that have a form with this beginning (folded) and a
 * lemma without it: "дет" gives ребенок. Forms with по- and наи- before the stem do not count. False, and nothing
 * appended, when there are more than MORPH_BEGIN_MAX of them or too many words begin so to look at all.
 */
enum { MORPH_BEGIN_MAX = 40 };
bool morph_begin(const struct morph *m, struct span beginning, struct buf *out);

/*
 * The distinct lemmas of a folded word into out, each ended by \n; without dictionary its Snowball stem.
 * Returns their number (at most MORPH_MAX); 0 where morph_parses finds none. Never call it for abbreviations: a
 * dictionary does not know that СМ or МОТ is no word.
 */
size_t morph_lemmas(const struct morph *m, struct span word, struct buf *out);

#endif
