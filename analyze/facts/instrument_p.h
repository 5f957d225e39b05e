/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_INSTRUMENT_P_H
#define SVOD_INSTRUMENT_P_H

#include "morph.h"
#include "resolve.h"

/* The instrument that is asked about; shared by the files instrument_*.c. */
struct governed {
	const struct resolver *r;
	struct doc *d;
	const struct item *it;
	const struct item_index *instruments;
};

/* Where it stands: the words of its sentence, from byte start on, of which words [first, last) are the instrument. */
struct instrument_place {
	struct words w;
	size_t start, first, last;
};

/* Is one of words [from, to) a verb, by any reading? */
bool instrument_has_verb(const struct resolver *r, const struct words *w, size_t from, size_t to);

/* Has the first reading of a word that the dictionary knows one of these tags (morph.h)? */
bool instrument_word_is(const struct resolver *r, struct span word, unsigned tags);

/* What stands between word k and the one before it. */
struct span words_gap_before(const struct resolver *r, const struct words *w, size_t k);

/* Does mark stand between word k and the one before it? */
bool words_open_with(const struct resolver *r, const struct words *w, size_t k, char mark);

/* The sentence around an item, or its block where there are none; of a very long one what is near. */
void instrument_sentence(const struct doc *d, const struct item *it, size_t *start, size_t *end);

/* An action word of rules/lexicon/instrument_actions.tsv at word k, up to word end, that no name or title holds. */
bool instrument_governs_at(const struct governed *g, const struct words *w, size_t k, size_t end,
			   struct phrase_hit *hit);

/* The action that the lexicon gives to a hit. */
struct span instrument_action_of(const struct resolver *r, const struct phrase_hit *hit);

/* "пока не ратифицировал", "has not ratified", "ратификациялаган эмес": is the verb at word k denied? */
bool instrument_is_denied(const struct resolver *r, const struct words *w, size_t k);

/* The action of a hit at word k; empty for what did not happen ("не ратифицирована"). */
struct span instrument_action_at(const struct resolver *r, const struct words *w, size_t k,
				 const struct phrase_hit *hit);

/* "ратифицированных", "ратифікованої", "ratified": by the dictionary, or by ending where that does not know the word.
 */
bool instrument_is_participle(const struct resolver *r, struct span word);

/*
 * What a clause tells that begins at word i right behind the item, or behind its title and the other members of its
 * list
 * ("№ 87 и № 98, ратифицированных страной", "…, которую Беларусь ратифицировала"); empty: none, or nothing done.
 */
struct span instrument_clause_behind(const struct governed *g, const struct words *w, size_t i);

/* Where word k opens such a clause behind an instrument: the word that ends it, at most `to`; else k. */
size_t instrument_clause_end(const struct governed *g, const struct words *w, size_t k, size_t to);

/*
 * What the words before word i tell. The action word that ends nearest before it (the longer of two) counts, but for
 * "ratified" as an attribute of what is dealt with; norms taken over into something are implemented; of an application
 * ("применение") what is done with that counts. *end: behind the word that tells, 0: none. Empty where it tells of
 * nothing done ("has not ratified"), or of all but this ("кроме").
 */
struct span instrument_action_before(const struct governed *g, const struct words *w, size_t i, size_t *end);

/* The first action word at or behind word i, within its clause; *said: there is one. */
struct span instrument_action_after(const struct governed *g, const struct words *w, size_t i, bool *said);

/* "в соответствии с …, конвенциями МОТ" at words [from, i): a legal basis, which nobody does anything with. */
bool instrument_is_basis(const struct resolver *r, const struct words *w, size_t from, size_t i);

/* Is the document in a language whose verb stands behind its object (Kazakh, Kyrgyz)? */
bool instrument_verb_is_last(const struct governed *g);

/*
 * What its sentence tells in such a language, where the words before the item tell `before`, up to word `from`. *said:
 * it tells, be it of nothing done.
 */
struct span instrument_action_late(const struct governed *g, const struct instrument_place *at, struct span before,
				   size_t from, bool *said);

/* Does its sentence name one country before the item, or one stand in front of its paragraph? */
bool instrument_of_country(const struct resolver *r, const struct doc *d, const struct item *it);

/* Does an action word stand at word k or behind it? */
bool instrument_action_ahead(const struct resolver *r, const struct words *w, size_t k);

/*
 * "ратифицировала № 87, однако № 102 …", "ратифицировать № 87; в работе опираемся на …", "напоминает, что МОТ приняла
 * …": what was said in words before `from` is not said of what follows word to.
 */
bool instrument_turns_between(const struct resolver *r, const struct words *w, size_t from, size_t to);

/* What the lines above the item tell of it: the one that introduces its list, else the heading. */
struct span instrument_action_above(const struct governed *g);

#endif
