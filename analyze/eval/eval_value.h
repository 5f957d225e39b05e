/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_EVAL_VALUE_H
#define SVOD_EVAL_VALUE_H

#include "json.h"
#include "mem.h"
#include "span.h"

/* When two items mean the same: their normalized values as comparable strings. */

/* The value of an item of that type, e.g. the two ends of a time, the folded canonical name, the cells of a row. */
struct span eval_value(struct arena *a, struct span type, const struct jval *norm);

/* The detail that "full" wants equal as well: the unit of a number, country and action of an instrument; else "". */
struct span eval_detail(struct arena *a, struct span type, const struct jval *norm);

#endif
