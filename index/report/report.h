/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_REPORT_H
#define SVOD_REPORT_H

#include "query.h"

/*
 * svod report DOC… --to FILE: one HTML file without scripts and without network: deadlines by quarter, who answers for
 * how many rows, instruments, warnings, and every document with its items marked. Anchors are the items' ids.
 */
bool report_run(struct query *q, char **operands, int n, struct err *e);

#endif
