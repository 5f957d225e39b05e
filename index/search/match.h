/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MATCH_H
#define SVOD_MATCH_H

#include "ask.h"

/*
 * Appends the FTS5 query of a node. Where words are wide it finds what is asked and more: what is taken away by a wide
 * word is left in.
 */
void match_put(const struct ask_node *n, struct buf *out);

#endif
