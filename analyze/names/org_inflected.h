/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_INFLECTED_H
#define SVOD_ORG_INFLECTED_H

#include "org_names.h"

/* The body whose short name, with a case ending, is the word at i (ФНПРа, Росканалом, КПФнин), or ORG_NO_BODY. */
size_t org_inflected_body(struct org_names *n, size_t i);

/* May the word at i be a short name that the paper defines as a word, in any case? A first look. */
bool org_inflected_is_like(const struct org_names *n, size_t i);

/* UNION RIGHTS: does token i open a title of capitals, though the paper calls a body by that word? */
bool org_inflected_in_title(const struct org_names *n, size_t i);

#endif
