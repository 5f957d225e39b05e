/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_JSON_RAW_H
#define SVOD_JSON_RAW_H

#include "json.h"

/*
 * Members of an object as they stand in its text, for passing them on without writing them anew. The text is the one
 * that the parser read last (without an error; its value is an object), unchanged and still there. Where values end is
 * known from the parsing.
 */
struct json_raw {
	const struct json_parser *parser;
	struct span text;
	size_t at; /* marks of the parser passed; 0 at the beginning */
};

/* The next member: key as it stands between its quotes, value from its first to its last byte. False: no more. */
bool json_raw_next(struct json_raw *r, struct span *key, struct span *value);

#endif
