/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hashes that tell whether a text is still the one that was indexed. */
#include "digest.h"

#include <sha2.h>
#include <stdint.h>

void digest_hex(struct span s, char out[DIGEST_HEX])
{
	SHA2_CTX c;

	SHA256Init(&c);
	SHA256Update(&c, (const uint8_t *)s.p, s.n);
	SHA256End(&c, out);
}
