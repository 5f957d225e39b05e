/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_MINUTES_H
#define SVOD_ACT_MINUTES_H

#include "resolve.h"

/*
 * Minutes by their number: the paper's own ("ПРОТОКОЛ № 5 заседания Центрального Совета") and those by which it was
 * adopted ("Принят на общем собрании 24 января 2024 года (протокол № 1)"), as legal acts with the day and the meeting
 * of their line. Behind an act and in brackets they give its number. acts: those that are known already.
 */
void act_minutes_put(const struct resolver *r, struct doc *d, const struct item_index *acts);

#endif
