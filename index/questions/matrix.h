/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MATRIX_H
#define SVOD_MATRIX_H

#include "query.h"

/* svod conventions: instruments by documents, with what each document wants done. */
bool conventions_run(struct query *q, char **operands, int n, struct err *e);

#endif
