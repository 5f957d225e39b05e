/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that need the Russian dictionary. Include it behind cmocka.h. */
#ifndef TESTS_DICTIONARY_H
#define TESTS_DICTIONARY_H

#include <stdio.h>

#include "morph.h"

/* Skips the test, with the reason, where the dictionary is not there: without npm or a network words are only stemmed.
 */
static inline void needs_dictionary(void)
{
	struct morph *m = morph_open(NULL, &(struct err){ 0 });
	bool there = m && morph_has_dictionary(m);

	morph_close(m);
	if (there)
		return;
	printf("skipped: the Russian dictionary is not there (make setup fetches it)\n");
	skip();
}

#endif
