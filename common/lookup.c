/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats are tables of element names: one way to find a row in them. */
#include "lookup.h"

#include <stdlib.h>

static int by_name(const void *key, const void *entry)
{
	return span_cmp(*(const struct span *)key, span_of(*(const char *const *)entry));
}

const void *lookup(struct span name, const void *table, size_t n, size_t size)
{
	return bsearch(&name, table, n, size, by_name);
}
