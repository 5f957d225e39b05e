/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stems of the lexicon, by what they are used for. */
#include "stem_set.h"

#include <stdlib.h>

#include "lexicon.h"
#include "mem.h"

struct stem_set {
	struct lexicon *words;
	struct span *v; /* sorted by use, in the order of the file */
	size_t from[STEM_USES + 1];
};

static const char *const names[STEM_USES] = {
	[STEM_BELONGS] = "belongs", [STEM_REPORTS] = "reports", [STEM_TITLED] = "titled",
	[STEM_TELLING] = "telling", [STEM_COUNTRY] = "country", [STEM_LEVEL] = "level",
};

struct stem_set *stem_set_open(struct err *e)
{
	struct stem_set *s = mem_alloc(sizeof *s);
	size_t n = 0, rows;

	s->words = lexicon_open("org_stems", e);
	if (!s->words) {
		free(s);
		return NULL;
	}
	rows = (size_t)lexicon_rows(s->words);
	s->v = mem_alloc((rows + 1) * sizeof *s->v);
	for (size_t use = 0; use < STEM_USES; use++) {
		s->from[use] = n;
		for (long row = 0; row < (long)rows; row++)
			if (span_is(lexicon_cell(s->words, row, "use"), names[use]))
				s->v[n++] = lexicon_cell(s->words, row, "stem");
	}
	s->from[STEM_USES] = n;
	if (n == rows)
		return s;
	err_set(e, 78, "rules/lexicon/org_stems.tsv: a use that is not known");
	stem_set_close(s);
	return NULL;
}

void stem_set_close(struct stem_set *s)
{
	if (!s)
		return;
	lexicon_close(s->words);
	free(s->v);
	free(s);
}

bool stem_at(const struct stem_set *s, enum stem_use use, const struct tokens *ts, size_t i)
{
	if (!s || !token_is_word(ts, i))
		return false;
	for (size_t k = s->from[use]; k < s->from[use + 1]; k++)
		if (span_starts(token_fold(ts, i), s->v[k]))
			return true;
	return false;
}
