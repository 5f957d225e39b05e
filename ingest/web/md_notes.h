/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MD_NOTES_H
#define SVOD_MD_NOTES_H

#include "mem.h"
#include "span.h"

/*
 * What people write in Markdown and md4c does not know: footnotes ("[^1]" in the text, "[^1]: …" at the start of a
 * line; PHP Markdown Extra, also GitHub and pandoc) and a head of metadata between lines of dashes (Jekyll, pandoc).
 */

/*
 * A copy of the text in the arena, as long as it, for md4c to read: the brackets of footnotes are other signs there, so
 * that it does not take "[^1]: Word" for the address of a link.
 */
enum { MD_NOTE_OPEN = 2, MD_NOTE_CLOSE = 3 };
struct span md_hide_notes(struct span text, struct arena *a);

/* Where the first footnote's sign stands in s (a piece of the copy), its label, and the bytes of it all; 0: none. */
size_t md_next_note(struct span s, size_t *at, struct span *label);

/* Does what stands at `at` of the text define a footnote? The bytes of it up to the content; 0: no. */
size_t md_definition(struct span text, size_t at);

/* Labels in the order of their first appearance. Starts all zero; grows in the arena. */
struct md_labels {
	struct span *v;
	size_t n, cap;
};

/* The number of that footnote: what its label says, else its place among the labels. */
int md_number(struct md_labels *l, struct span label, struct arena *a);

/* Bytes of the head of metadata at the start of the text; 0: none. *title: what it says there, or empty. */
size_t md_head(struct span text, struct span *title);

#endif
