/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every reader but PDF's on anything: whatever comes in, what goes out is valid and whole. */
#include <stdint.h>
#include <stdlib.h>

#include "json.h"
#include "reader.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Offsets in order and inside the text, text in UTF-8, and a line that reads back. */
static void check(struct doc *d)
{
	struct buf line = { 0 };
	struct json_parser *p = json_parser_new();
	struct doc back = { 0 };
	struct err e = { 0 };
	size_t at = 0;

	if (!utf8_valid(d->text))
		abort();
	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		if (b->start < at || b->end <= b->start || b->end > d->text.n || block_body(b) > b->end)
			abort();
		at = b->end;
	}
	d->id = SPAN("0");
	d->source.path = SPAN("x");
	doc_write(d, &line);
	if (!doc_parse(p, span_make(line.p, line.n - 1), &back, &e))
		abort();
	doc_free(&back);
	json_parser_free(p);
	buf_free(&line);
}

static bool member(void *ctx, struct span name, struct span bytes)
{
	(void)ctx;
	return name.n > 0 && bytes.n < 1 << 20;
}

static void read_with(const struct reader *r, struct span bytes)
{
	static const struct read_options none = { 0 };
	const struct reader_input in = { .bytes = bytes, .name = "x", .options = &none };
	struct doc d = { 0 };
	struct err e = { 0 };

	if (r->read && !r->read(&in, &d, &e) && !e.code)
		abort();
	if (d.has_text)
		check(&d);
	doc_free(&d);
	if (r->unpack)
		(void)r->unpack(&in, member, NULL, &e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct reader *const targets[] = {
		&reader_docx, &reader_odt,  &reader_epub, &reader_doc,  &reader_rtf, &reader_archive, &reader_fodt,
		&reader_fb2,  &reader_mbox, &reader_eml,  &reader_html, &reader_md,  &reader_txt,
	};
	static const struct read_options none = { 0 };
	char *copy = malloc(size + 1); /* with the NUL that readers are promised */
	struct reader_input in = { .name = "x", .options = &none };

	memcpy(copy, data, size);
	copy[size] = 0;
	in.bytes = span_make(copy, size);
	for (size_t i = 0; size && i < sizeof targets / sizeof *targets; i++)
		if (targets[i]->sniff(&in)) {
			read_with(targets[i], in.bytes);
			break;
		}
	free(copy);
	return 0;
}
