/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_ARTICLE_H
#define SVOD_ACT_ARTICLE_H

#include "resolve.h"

/*
 * The article, part or point of a legal act that the text cites directly before it (behind it in Kazakh and Kyrgyz),
 * its first word in the nominative: "статья 370", "пункт 5.3". Empty: none. Lives in the document's arena.
 */
struct span act_article(const struct resolver *r, struct doc *d, const struct item *it);

#endif
