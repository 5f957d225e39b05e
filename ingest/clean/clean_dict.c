/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What svod-clean asks the dictionary: whether a form exists, and whether it can be a name. */
#include "clean_dict.h"

#include "morph.h"
#include "utf8.h"

enum { MAX_WORD_BYTES = 120 };

static const struct morph *dictionary(struct clean *c)
{
	struct err e = { 0 };

	if (!c->morph && !c->morph_tried)
		c->morph = morph_open(NULL, &e); /* a broken one is as good as none here: svod-resolve says so */
	c->morph_tried = true;
	return c->morph;
}

bool dict_is_there(struct clean *c)
{
	const struct morph *m = dictionary(c);

	return m && morph_has_dictionary(m);
}

static size_t parses(struct clean *c, struct span word, struct morph_parse out[MORPH_MAX])
{
	char folded[MAX_WORD_BYTES];

	if (word.n > sizeof folded || !word.n || !dict_is_there(c))
		return 0;
	utf8_fold(word, folded);
	return morph_parses(c->morph, span_make(folded, word.n), out);
}

bool dict_knows(struct clean *c, struct span word)
{
	struct morph_parse p[MORPH_MAX];
	size_t n = parses(c, word, p);

	for (size_t i = 0; i < n; i++)
		if (!(p[i].tags & M_PREDICTED) && !p[i].lead_bytes) /* with a lead, only the part behind a hyphen */
			return true;
	return false;
}

bool dict_is_plain(struct clean *c, struct span word)
{
	struct morph_parse p[MORPH_MAX];
	size_t n = parses(c, word, p), known = 0;

	for (size_t i = 0; i < n; i++) {
		if (p[i].tags & (M_NAME | M_SURN | M_PATR | M_GEOX))
			return false;
		known += !(p[i].tags & M_PREDICTED);
	}
	return known > 0;
}

bool dict_is_verb(struct clean *c, struct span word)
{
	struct morph_parse p[MORPH_MAX];
	size_t n = parses(c, word, p);

	for (size_t i = 0; i < n; i++)
		if ((p[i].tags & M_PREDICTED) || !(p[i].tags & (M_VERB | M_INF | M_ADJ_SHORT)))
			return false;
	return n > 0;
}

bool dict_is_open(struct clean *c, struct span word)
{
	struct morph_parse p[MORPH_MAX];
	size_t n = parses(c, word, p);

	for (size_t i = 0; i < n; i++)
		if ((p[i].tags & M_PREDICTED) || !(p[i].tags & (M_ADJ | M_PREP | M_CONJ)) || (p[i].tags & M_SURN))
			return false;
	return n > 0;
}

bool dict_is_genitive(struct clean *c, struct span word)
{
	struct morph_parse p[MORPH_MAX];
	size_t n = parses(c, word, p);
	bool genitive = false;

	for (size_t i = 0; i < n; i++) {
		if ((p[i].tags & M_PREDICTED) || (p[i].tags & (M_NOM | M_SING)) == (M_NOM | M_SING))
			return false;
		genitive |= (p[i].tags & (M_NOUN | M_ADJ)) && (p[i].tags & M_GEN);
	}
	return genitive;
}
