/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DIGEST_H
#define SVOD_DIGEST_H

#include <stdbool.h>

#include "span.h"

enum { DIGEST_HEX = 65 };

/* SHA-256 (FIPS 180-4) of s, as 64 hex digits and a NUL. */
void digest_hex(struct span s, char out[DIGEST_HEX]);

/*
 * XXH3, 128 bits (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md), as 32 hex digits and a NUL: thirty
 * times as fast. It tells damage and change, not who means harm.
 */
void digest_quick(struct span s, char out[DIGEST_HEX]);

/* XXH3, 64 bits. */
unsigned long long digest_short(struct span s);

/* SHA-256 of a file's bytes; false where it cannot be read. */
bool digest_file(const char *path, char out[DIGEST_HEX]);

#endif
