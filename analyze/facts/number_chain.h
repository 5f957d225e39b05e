/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NUMBER_CHAIN_H
#define SVOD_NUMBER_CHAIN_H

#include "resolve.h"

/*
 * "96, 141 и 175 млн тенге": a bare figure takes unit and scale of the last one of its list. it: the figure; next: the
 * index of the item behind it in the document, whose items are sorted. False, and nothing set, where it is not so.
 */
bool number_from_chain(const struct resolver *r, struct doc *d, size_t next, struct item *it);

#endif
