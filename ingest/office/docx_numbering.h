/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOCX_NUMBERING_H
#define SVOD_DOCX_NUMBERING_H

#include "numbering.h"

/* Reads numbering.xml (empty: no lists) into the arena. Damage is passed over. */
struct numbering *docx_numbering_read(struct span xml, struct arena *a);

#endif
