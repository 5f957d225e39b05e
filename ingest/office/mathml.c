/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas of ODF, in the text or as objects of their own. */
#include "mathml.h"

#include "high.h"
#include "xml.h"

enum { MOST_BYTES = 4000 }; /* of one formula */

static bool is_one_of(struct span name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (span_is(name, names[i]))
			return true;
	return false;
}

#define IS_ONE_OF(name, names) is_one_of(name, names, sizeof(names) / sizeof *(names))

static void put(struct mathml *m, struct span s, struct buf *out)
{
	if (out->n + s.n > MOST_BYTES || (m->raised && high_digits(out, s)))
		return;
	buf_add(out, s);
}

/* A child of the innermost element begins: what stands between it and the one before. */
static bool begin_child(struct mathml *m, struct span name, struct buf *out)
{
	int child;
	bool several = span_is(name, "mrow") || span_is(name, "mfenced");

	if (!m->depth || m->depth > MATHML_DEPTH)
		return false;
	child = ++m->open[m->depth - 1].children;
	if (m->open[m->depth - 1].kind != MATH_FRACTION)
		return false;
	if (child == 2)
		put(m, SPAN("/"), out);
	return several;
}

void mathml_start(struct mathml *m, struct span name, struct buf *out)
{
	static const char *const raised[] = { "msup", "mover" }, *const left_out[] = { "annotation", "annotation-xml" };
	bool brackets, raises;

	if (m->skip || IS_ONE_OF(name, left_out)) {
		m->skip++;
		return;
	}
	brackets = begin_child(m, name, out);
	raises = m->depth && m->depth <= MATHML_DEPTH && m->open[m->depth - 1].kind == MATH_RAISED &&
		 m->open[m->depth - 1].children == 2;
	if (m->depth++ >= MATHML_DEPTH)
		return;
	m->open[m->depth - 1].kind = span_is(name, "mfrac")    ? MATH_FRACTION
				     : IS_ONE_OF(name, raised) ? MATH_RAISED
							       : MATH_OTHER;
	m->open[m->depth - 1].children = 0;
	m->open[m->depth - 1].raises = raises;
	m->open[m->depth - 1].brackets = brackets;
	m->raised += raises;
	if (brackets)
		put(m, SPAN("("), out);
	if (span_is(name, "msqrt") || span_is(name, "mroot"))
		put(m, SPAN("√"), out);
}

void mathml_text(struct mathml *m, struct span text, struct buf *out)
{
	struct span s = span_trim(text);

	if (!m->skip && m->depth && s.n)
		put(m, s, out);
}

void mathml_end(struct mathml *m, struct buf *out)
{
	if (m->skip) {
		m->skip--;
		return;
	}
	if (!m->depth || m->depth-- > MATHML_DEPTH)
		return;
	m->raised -= m->open[m->depth].raises;
	if (m->open[m->depth].brackets)
		put(m, SPAN(")"), out);
}

/* ---- a part of its own ---- */

struct part {
	struct mathml m;
	struct buf *out;
	bool other; /* the part is something else */
};

static void on_start(void *ctx, const struct xml_tag *tag)
{
	struct part *p = ctx;

	p->other = p->other || (!p->m.depth && !span_is(tag->name, "math"));
	if (!p->other)
		mathml_start(&p->m, tag->name, p->out);
}

static void on_end(void *ctx, struct span name, struct span uri)
{
	struct part *p = ctx;

	(void)name, (void)uri;
	if (!p->other)
		mathml_end(&p->m, p->out);
}

static void on_text(void *ctx, struct span text)
{
	struct part *p = ctx;

	if (!p->other)
		mathml_text(&p->m, text, p->out);
}

bool mathml_read(struct span xml, struct buf *out)
{
	static const struct xml_handler handler = { on_start, on_end, on_text };
	struct part p = { .out = out };
	struct err ignored = { 0 };

	return xml_parse(xml, &handler, &p, &ignored) && !p.other;
}
