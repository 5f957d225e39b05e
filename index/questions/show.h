/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SHOW_H
#define SVOD_SHOW_H

#include "query.h"

/* svod show: the items of a document, one item, the text with its items marked, the place in the source. */
bool show_run(struct query *q, char **operands, int n, struct err *e);

#endif
