/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What readers find inside of packages and other wrappings, without the wrapping, which keeps mutations from getting
 * there: the first byte chooses a reader, the rest is its input.
 */
#include <stdint.h>
#include <stdlib.h>

#include "docx_body.h"
#include "html.h"
#include "odt_body.h"
#include "pdf_trailer.h"
#include "reader.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Text in UTF-8; blocks in order and inside of it; every byte of theirs has a source. */
static void check(const struct doc *d)
{
	size_t at = 0, run = 0;

	if (!utf8_valid(d->text))
		abort();
	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		if (b->start < at || b->end <= b->start || b->end > d->text.n || block_body(b) > b->end)
			abort();
		for (at = b->start; at < b->end; at = d->map[run].t + d->map[run].n) {
			while (run < d->n_map && d->map[run].t + d->map[run].n <= at)
				run++;
			if (run == d->n_map || d->map[run].t > at)
				abort();
		}
		at = b->end;
	}
}

/* Every relationship points at the rest of the input. */
static bool related(void *ctx, struct span id, struct span *part, struct buf *out)
{
	(void)id;
	*part = SPAN("word/other");
	buf_add(out, *(const struct span *)ctx);
	return true;
}

/* The parts of a DOCX, one behind the other: cut at bytes of 0x01. */
static void docx(struct doc *d, struct span s, struct err *e)
{
	struct docx_styles styles = { 0 };
	struct flow f;
	struct docx_parts parts = { .flow = &f, .styles = &styles, .related = related, .related_ctx = &s };

	docx_styles_read(&styles, span_cut(&s, 1), &d->arena);
	parts.numbering = docx_numbering_read(span_cut(&s, 1), &d->arena);
	flow_start(&f, d);
	(void)!docx_story_read(&parts, STORY_BODY, span_cut(&s, 1), SPAN("word/document.xml"), e);
	(void)!docx_story_read(&parts, STORY_NOTES, s, SPAN("word/footnotes.xml"), e);
	flow_finish(&f);
}

static bool get_part(void *ctx, const char *name, struct buf *out)
{
	(void)name;
	buf_add(out, *(const struct span *)ctx);
	return true;
}

/* The text, and behind a byte of 0x01 the part that each of its formulas is. */
static void odt(struct doc *d, struct span s, struct err *e)
{
	struct odt_styles styles = { .a = &d->arena };
	struct span formula;
	const struct odt_parts parts = { get_part, &formula };
	struct flow f;

	flow_start(&f, d);
	formula = s;
	s = span_cut(&formula, 1);
	(void)!odt_body_read(&f, &styles, &parts, s, SPAN("content.xml"), e);
	flow_finish(&f);
}

static void html(struct doc *d, struct span s, struct err *e)
{
	const struct html_source source = { .text = s, .part = SPAN("x.html") };
	struct flow f;

	(void)e;
	if (!utf8_valid(s))
		return;
	flow_start(&f, d);
	html_read(&f, &source, NULL);
	flow_finish(&f);
}

static void trailer(struct doc *d, struct span s, struct err *e)
{
	struct buf mended = { 0 };

	(void)d, (void)e;
	(void)!pdf_trailer_add(s, &mended);
	buf_free(&mended);
}

static void with(const struct reader *r, struct doc *d, struct span s, struct err *e)
{
	static const struct read_options none = { 0 };
	const struct reader_input in = { .bytes = s, .name = "x", .options = &none };

	(void)!r->read(&in, d, e);
}

static void rtf(struct doc *d, struct span s, struct err *e)
{
	with(&reader_rtf, d, s, e);
}

static void markdown(struct doc *d, struct span s, struct err *e)
{
	with(&reader_md, d, s, e);
}

static void mail(struct doc *d, struct span s, struct err *e)
{
	with(&reader_eml, d, s, e);
}

static void fb2(struct doc *d, struct span s, struct err *e)
{
	with(&reader_fb2, d, s, e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void (*const readers_of[])(struct doc * d, struct span s, struct err * e) = {
		docx, odt, html, trailer, rtf, markdown, mail, fb2,
	};
	struct doc d = { 0 };
	struct err e = { 0 };
	char *copy;

	if (!size)
		return 0;
	copy = malloc(size); /* with the NUL that readers are promised */
	memcpy(copy, data + 1, size - 1);
	copy[size - 1] = 0;
	readers_of[data[0] % (sizeof readers_of / sizeof *readers_of)](&d, span_make(copy, size - 1), &e);
	check(&d);
	doc_free(&d);
	free(copy);
	return 0;
}
