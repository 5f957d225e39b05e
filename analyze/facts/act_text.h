/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_TEXT_H
#define SVOD_ACT_TEXT_H

#include <stdbool.h>

#include "span.h"

/*
 * Do a dash between blanks and a figure go on with the figure of text[start, end), and no year: "№ 3 - 5", "№ 12 – 2024
 * год"?
 */
bool act_spaced_dash(struct span text, size_t start, size_t end);

/*
 * "Белорусского", "українським": may the folded word be an adjective made from the name of a country or place? Such a
 * one is of a union, or of the country when "Федерации" follows.
 */
bool act_is_of_country(struct span word);

#endif
