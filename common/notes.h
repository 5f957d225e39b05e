/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NOTES_H
#define SVOD_NOTES_H

#include "buf.h"

/*
 * The notes of a document are in English, since the same input gives the same bytes whoever reads it. For a person:
 * appends text in the language of the session where it is one of the sentences in notes.c, whatever figures and names
 * stand in it, and as it is where not.
 */
void notes_say(struct span text, struct buf *out);

#endif
