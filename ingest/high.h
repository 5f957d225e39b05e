/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_HIGH_H
#define SVOD_HIGH_H

#include "buf.h"

/*
 * Digits set high keep their height in the text: in "312¹" the 1 is another number. Appends one to four digits, with a
 * minus before them or a bracket behind ("10⁻³", "¹⁾"), as superscripts; false, and nothing appended, where there is
 * anything else in s.
 */
bool high_digits(struct buf *out, struct span s);

#endif
