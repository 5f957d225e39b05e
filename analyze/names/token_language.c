/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One language for the whole: what a document prints most says which name of a body is its own. */
#include "token_language.h"

enum token_lang tokens_language(const struct tokens *ts)
{
	size_t count[LANG_EN + 1] = { 0 }, best = LANG_RU;

	for (size_t i = 0; i < ts->n; i++)
		count[ts->t[i].lang]++;
	for (size_t k = 0; k <= LANG_EN; k++)
		best = count[k] > count[best] ? k : best;
	return (enum token_lang)best;
}
