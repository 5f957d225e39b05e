/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_HEADER_H
#define SVOD_ACT_HEADER_H

#include "acts.h"

struct act_header {
	size_t item;            /* its index in the document's items; SPAN_NONE: there is no header */
	size_t start, head_end; /* of its first word or words (ПОСТАНОВЛЕНИЕ) */
	struct words words;     /* of the header, borrowed from the resolver: how the text may call itself */
};

/*
 * Adds the item of the document's own header, marked self, and tells the document its date and period where they are
 * not known yet. False: there is none.
 */
bool act_header_put(struct resolver *r, struct doc *d, struct act_header *out);

#endif
