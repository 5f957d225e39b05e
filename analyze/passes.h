/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PASSES_H
#define SVOD_PASSES_H

#include "resolve.h"

/*
 * The passes of svod-resolve, one public function a file (pass_NAME.c), in running order. Each takes the document as the
 * passes before it left it; e is set only for what makes the document unusable. What a pass adds lives in the
 * document's arena.
 */

/* Marks items inside a block that repeats another stretch with norm.dup. */
bool pass_dup(struct resolver *r, struct doc *d, struct err *e);

#endif
