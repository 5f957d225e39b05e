/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ODT_BODY_H
#define SVOD_ODT_BODY_H

#include "flow.h"
#include "odt_styles.h"

/* Hands out other parts of the file (formulas are parts of their own): appends the part to out. False: not there. */
struct odt_parts {
	bool (*get)(void *ctx, const char *name, struct buf *out);
	void *ctx;
};

/*
 * Reads one part of an ODF text into the flow: content.xml, or a flat file whole. part: its name, for the map.
 * The styles that stand in the part are added to styles; those of styles.xml must have been read before. parts may be
 * NULL: there are none. False: 65, damaged, read up to there.
 */
bool odt_body_read(struct flow *f, struct odt_styles *styles, const struct odt_parts *parts, struct span xml,
		   struct span part, struct err *e) MUST_USE;

/* Reads styles.xml: styles only, or (margins) its page headers and footers as hidden blocks. Damage is passed over. */
void odt_styles_read(struct odt_styles *styles, struct span xml);
void odt_margins_read(struct flow *f, struct odt_styles *styles, struct span xml, struct span part);

#endif
