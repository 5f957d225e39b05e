/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EPUB: the chapters of the spine in their order, each through the HTML reader (W3C EPUB 3.3, 5). */
#include "reader.h"

#include "html.h"
#include "package.h"
#include "utf8.h"
#include "xml.h"

struct entry {
	struct span id, href;
};

struct book {
	struct arena *a;
	struct span opf, folder; /* package document, and its folder with the slash */
	struct entry *items;
	size_t n_items, cap_items;
	struct span *spine; /* ids */
	size_t n_spine, cap_spine;
	struct buf title;
	bool in_title;
};

static bool sniff(const struct reader_input *in)
{
	return span_starts(package_mimetype(in->bytes), SPAN("application/epub+zip")) ||
	       package_mentions(in->bytes, "META-INF/container.xml");
}

static void on_start(void *ctx, const struct xml_tag *tag)
{
	struct book *b = ctx;

	if (span_is(tag->name, "rootfile") && !b->opf.n) {
		b->opf = arena_dup(b->a, xml_attr(tag, "full-path"));
	} else if (span_is(tag->name, "item")) {
		ARENA_ROOM(b->a, b->items, b->n_items, b->cap_items);
		b->items[b->n_items++] =
			(struct entry){ arena_dup(b->a, xml_attr(tag, "id")), arena_dup(b->a, xml_attr(tag, "href")) };
	} else if (span_is(tag->name, "itemref") && !span_is(xml_attr(tag, "linear"), "no")) {
		ARENA_ROOM(b->a, b->spine, b->n_spine, b->cap_spine);
		b->spine[b->n_spine++] = arena_dup(b->a, xml_attr(tag, "idref"));
	}
	b->in_title = span_is(tag->name, "title") && !b->title.n;
}

static void on_end(void *ctx, struct span name, struct span uri)
{
	(void)name, (void)uri;
	((struct book *)ctx)->in_title = false;
}

static void on_text(void *ctx, struct span text)
{
	struct book *b = ctx;

	if (b->in_title && b->title.n < 1000)
		buf_add(&b->title, text);
}

static const struct xml_handler handler = { on_start, on_end, on_text };

/* href of the manifest, %-escapes undone, below the folder of the package document. */
static struct span part_name(const struct book *b, struct span href)
{
	struct buf name = { 0 };
	struct span s;

	buf_add(&name, b->folder);
	for (size_t i = 0; i < href.n && href.p[i] != '#'; i++) {
		int byte = href.p[i] == '%' ? span_hex_byte(href, i + 1) : -1;

		buf_putc(&name, byte >= 0 ? (char)byte : href.p[i]);
		if (byte >= 0)
			i += 2;
	}
	s = arena_dup(b->a, buf_span(&name));
	buf_free(&name);
	return s;
}

static void read_chapter(struct package *p, const struct book *b, struct span id, struct flow *f)
{
	struct doc *d = f->o.d;
	struct buf bytes = { 0 };
	struct err why = { 0 };
	struct html_source s = { 0 };

	for (size_t i = 0; i < b->n_items && !s.part.n; i++)
		if (span_eq(b->items[i].id, id))
			s.part = part_name(b, b->items[i].href);
	if (s.part.n && package_part(p, s.part.p, &bytes, &why)) {
		s.text = buf_span(&bytes);
		if (!utf8_valid(s.text))
			doc_add_note(d, NOTE_WARN, "charset", "%.*s is not in UTF-8", SPAN_ARG(s.part));
		else
			html_read(f, &s, NULL);
	} else {
		doc_add_note(d, NOTE_WARN, "damaged", "chapter %.*s: %s", SPAN_ARG(s.part.n ? s.part : id),
			     why.code ? why.text : "is missing");
	}
	buf_free(&bytes);
}

static bool load(struct package *p, struct book *b, struct err *e)
{
	struct buf xml = { 0 };
	struct err ignored = { 0 };
	size_t slash;

	if (package_part(p, "META-INF/container.xml", &xml, &ignored))
		(void)!xml_parse(buf_span(&xml), &handler, b, &ignored);
	for (slash = b->opf.n; slash > 0 && b->opf.p[slash - 1] != '/'; slash--)
		;
	b->folder = span_sub(b->opf, 0, slash);
	buf_reset(&xml);
	err_clear(&ignored);
	if (b->opf.n && package_part(p, b->opf.p, &xml, &ignored))
		(void)!xml_parse(buf_span(&xml), &handler, b, &ignored);
	buf_free(&xml);
	return b->n_spine > 0 ||
	       err_set(e, EX_DATAERR, "an EPUB without a list of its chapters: damaged. Get the file again");
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct package *p = package_open(in->bytes, in->late, e);
	struct book b = { .a = &d->arena };
	struct flow f;
	struct span title;
	bool ok;

	if (!p)
		return false;
	ok = load(p, &b, e);
	flow_start(&f, d);
	for (size_t i = 0; ok && i < b.n_spine; i++)
		read_chapter(p, &b, b.spine[i], &f);
	flow_finish(&f);
	d->has_text = ok;
	title = span_trim(buf_span(&b.title));
	if (title.n && title.n < 500)
		jval_set_str(&d->arena, doc_meta(d), "title", title);
	buf_free(&b.title);
	package_close(p);
	return ok;
}

const struct reader reader_epub = { .format = "epub", .sniff = sniff, .read = read, .prepare = package_prepare };
