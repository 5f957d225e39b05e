/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TEXTCUT_H
#define SVOD_TEXTCUT_H

#include "buf.h"

/*
 * Markup with its Cyrillic taken out. libxml2 reads ASCII ten times as fast as anything else, so text between tags that
 * is more than ASCII is replaced by a short placeholder before parsing and put back when the parser hands it out.
 */
struct textcut_piece {
	size_t at, n;   /* bytes of the source */
	size_t compact; /* where its placeholder begins */
};

struct textcut {
	struct span source;
	struct buf compact; /* what is to be parsed */
	struct textcut_piece *v;
	size_t n, cap;
	bool off; /* nothing was cut: compact is not used, parse the source */
};

/*
 * Cuts source, which must be valid UTF-8 and outlive the cut; anything else is left as it is (off). Text with entities
 * stays, as does XML text with line breaks (the parser counts lines for its messages). Where source is HTML, Word's
 * conditions (<![if …]>) become comments.
 */
void textcut_make(struct textcut *c, struct span source, bool html);
void textcut_free(struct textcut *c);

/* What to parse. */
struct span textcut_span(const struct textcut *c);

/*
 * Takes the next piece off text, which the parser gave out: what a placeholder stands for, *at being its place in the
 * source, or text that was left as it is, *at being SIZE_MAX. text.n is 0 behind the last one.
 */
struct span textcut_restore(const struct textcut *c, struct span *text, size_t *at);

/* The offset in the source that belongs to an offset in the compact text. */
size_t textcut_origin(const struct textcut *c, size_t compact);

#endif
