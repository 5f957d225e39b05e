/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_FURNITURE_H
#define SVOD_CLEAN_FURNITURE_H

#include "clean_layout.h"

/*
 * Page numbers and running headers of plain text that was made from pages: sets the role of their lines. Numbers that
 * stand alone in their lines, count up and lie a page apart; and lines that say the same beside several of them.
 * Returns whether there are any.
 */
bool furniture_mark(struct doc *d, struct layout *ls);

#endif
