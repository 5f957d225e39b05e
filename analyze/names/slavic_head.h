/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SLAVIC_HEAD_H
#define SVOD_SLAVIC_HEAD_H

#include "tokens.h"

/* What case and number the noun of a row of heads (info->head) can stand in; how many parses. */
size_t slavic_head_parses(const struct lexicon *heads, const struct token_info *info,
			  struct morph_parse parse[MORPH_MAX]);

#endif
