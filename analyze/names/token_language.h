/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TOKEN_LANGUAGE_H
#define SVOD_TOKEN_LANGUAGE_H

#include "tokens.h"

/* The language of most tokens; Russian where there are none. */
enum token_lang tokens_language(const struct tokens *ts);

#endif
