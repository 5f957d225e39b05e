/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CODES_H
#define SVOD_CODES_H

#include "span.h"

/*
 * Codes of the stream in words, for people: kinds and results of checks, actions on instruments. Both languages stand
 * here because the report holds both; other commands translate the English through the catalogue.
 */
struct code_words {
	const char *en, *ru;
};

/* en is NULL where the code has no words. */
struct code_words codes_check(struct span kind);
struct code_words codes_result(struct span result);
struct code_words codes_action(struct span action); /* empty: "named" */

#endif
