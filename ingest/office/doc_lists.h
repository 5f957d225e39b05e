/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOC_LISTS_H
#define SVOD_DOC_LISTS_H

#include "doc_file.h"

/* Reads the list definitions (PlfLst) and lists (PlfLfo) of a Word file into f->numbering. Damage is passed over. */
void doc_lists_read(struct doc_file *f);

#endif
