/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RECASE_H
#define SVOD_RECASE_H

#include "mem.h"
#include "morph.h"
#include "span.h"

/*
 * A name in another case: "членским организациям Профсоюза", M_DAT, M_NOM → "членские организации Профсоюза". Its words
 * up to the first noun, the head, change and keep their capitals; what follows stays as printed. In the arena; the name
 * itself where a word before the head, or the head, is not in the case from.
 */
struct span recase(struct arena *a, const struct morph *m, struct span name, unsigned from, unsigned to);

#endif
