/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MATHML_H
#define SVOD_MATHML_H

#include "buf.h"
#include "err.h"

/*
 * A formula in MathML (W3C, MathML 3, chapter 3) as a line of text: its signs in the order of the page, a fraction as
 * a/b, small raised numbers as superscripts. What an editor keeps of its own beside it (annotations) is left out.
 */
enum { MATHML_DEPTH = 64 };
struct mathml {
	struct {
		enum { MATH_OTHER, MATH_FRACTION, MATH_RAISED } kind;
		int children;
		bool raises, brackets; /* it is the exponent; it is a part of a fraction and has several signs */
	} open[MATHML_DEPTH];
	int depth; /* elements that are open, counting those beyond MATHML_DEPTH */
	int raised, skip;
};

/* The events of a parser, from the element math on; what is to be read goes to out. m starts all zero. */
void mathml_start(struct mathml *m, struct span name, struct buf *out);
void mathml_text(struct mathml *m, struct span text, struct buf *out);
void mathml_end(struct mathml *m, struct buf *out);

/* A part that is a formula and nothing else. False: it is none, or damaged. */
bool mathml_read(struct span xml, struct buf *out) MUST_USE;

#endif
