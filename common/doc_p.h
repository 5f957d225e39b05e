/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOC_P_H
#define SVOD_DOC_P_H

#include "doc.h"

/*
 * Fills d, which is empty, from root, the value that p made of line. raw: finds what is passed on as it stands
 * (doc.raw), too. d borrows from p and line. False: e, which must be clear before, has 65 and says what the stream does
 * not allow.
 */
bool doc_take_line(struct json_parser *p, struct span line, struct json_ref root, struct doc *d, bool raw,
		   struct err *e) MUST_USE;

#endif
