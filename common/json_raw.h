/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_JSON_RAW_H
#define SVOD_JSON_RAW_H

#include <stdbool.h>

#include "span.h"

/*
 * Members of an object as they stand in its text, for passing them on without writing them anew. The text must be valid
 * JSON (json_parse has read it) whose value is an object.
 */
struct json_raw {
	struct span s;
	size_t at;
};

/* The next member: key as it stands between its quotes, value from its first to its last byte. False: no more. */
bool json_raw_next(struct json_raw *r, struct span *key, struct span *value);

#endif
