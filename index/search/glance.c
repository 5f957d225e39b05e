/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An exact form is looked for in the texts of all rows that have its lemma. Most have other forms of it: they are told
 * here, so that only the rest is cut into tokens.
 */
#include "glance.h"

#include <stdint.h>

#include "utf8.h"

/* A letter of the Russian alphabet in two bytes, lower case, ё = е; 0: something else. */
static unsigned russian(unsigned char lead, unsigned char trail)
{
	if (lead == 0xd0)
		return trail >= 0x90 ? (trail < 0xb0 ? 0x410u + (trail - 0x90u) + 0x20u : 0x430u + (trail - 0xb0u))
				     : (trail == 0x81 ? 0x435 : 0);
	if (lead == 0xd1)
		return trail < 0x90 ? 0x440u + (trail - 0x80u) : (trail == 0x91 ? 0x435 : 0);
	return 0;
}

static bool is_russian(struct span word)
{
	for (size_t i = 0; i + 1 < word.n; i += 2)
		if (!russian((unsigned char)word.p[i], (unsigned char)word.p[i + 1]))
			return false;
	return word.n > 0 && word.n % 2 == 0;
}

struct run {
	bool latin, other; /* letters met in the word at hand beside Russian ones */
	size_t matched;    /* bytes of the word asked for; SIZE_MAX: it is another word */
};

/* False: the glance cannot go on (a mark that folding drops, or a word of two alphabets). */
static bool step(struct run *r, struct span text, size_t *at, struct span word, bool *ended)
{
	unsigned char c = (unsigned char)text.p[*at];
	unsigned letter = *at + 1 < text.n ? russian(c, (unsigned char)text.p[*at + 1]) : 0;
	unsigned cp;

	*ended = false;
	if (letter) {
		size_t m = r->matched;

		*at += 2;
		if (r->latin)
			return false;
		r->matched = m < word.n && letter == russian((unsigned char)word.p[m], (unsigned char)word.p[m + 1])
				     ? m + 2
				     : SIZE_MAX;
		return true;
	}
	cp = utf8_next(text, at);
	if (cp == 0xad || (cp >= 0x300 && cp < 0x370))
		return false;
	if (!utf8_is_letter(cp)) {
		*ended = true;
		return true;
	}
	if (cp < 0x250 && (r->matched || r->other))
		return false;
	r->latin |= cp < 0x250;
	r->other |= cp >= 0x250;
	r->matched = SIZE_MAX;
	return true;
}

bool glance(struct span text, struct span word)
{
	struct run r = { 0 };
	size_t at = 0;

	if (!is_russian(word))
		return true;
	while (at < text.n) {
		bool ended;

		if (!step(&r, text, &at, word, &ended))
			return true;
		if (!ended)
			continue;
		if (r.matched == word.n)
			return true;
		r = (struct run){ 0 };
	}
	return r.matched == word.n;
}
