/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TOUR_H
#define SVOD_TOUR_H

#include "span.h"

/*
 * Prints the steps to stdout and runs the commands among them (lines that begin with "$ ") in a shell, with a pause
 * behind each on a terminal. Ends early where nobody reads on.
 */
void tour_walk(struct span steps);

#endif
