/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ODT_BODY_H
#define SVOD_ODT_BODY_H

#include "flow.h"
#include "odt_styles.h"

/*
 * Reads one part of an ODF text into the flow: content.xml, or a flat file whole. part: its name, for the map.
 * The styles that stand in the part are added to styles; those of styles.xml must have been read before.
 * False: 65, damaged, read up to there.
 */
bool odt_body_read(struct flow *f, struct odt_styles *styles, struct span xml, struct span part,
		   struct err *e) MUST_USE;

/* Reads styles.xml: styles only, or (margins) its page headers and footers as hidden blocks. Damage is passed over. */
void odt_styles_read(struct odt_styles *styles, struct span xml);
void odt_margins_read(struct flow *f, struct odt_styles *styles, struct span xml, struct span part);

#endif
