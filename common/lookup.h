/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LOOKUP_H
#define SVOD_LOOKUP_H

#include "span.h"

/*
 * The entry that has this name, in a table of the program whose entries begin with their name (const char *) and are
 * sorted by its bytes; NULL: none. size: bytes of an entry.
 */
const void *lookup(struct span name, const void *table, size_t n, size_t size);
#define LOOKUP(name, table) lookup(name, table, sizeof(table) / sizeof *(table), sizeof *(table))

#endif
