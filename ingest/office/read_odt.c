/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ODT (a package) and flat ODT (one XML file). */
#include "reader.h"

#include "odt_body.h"
#include "package.h"

static bool sniff(const struct reader_input *in)
{
	return span_starts(package_mimetype(in->bytes), SPAN("application/vnd.oasis.opendocument.text")) ||
	       span_starts(package_mimetype(in->bytes), SPAN("application/vnd.sun.xml.writer")) ||
	       (!package_mimetype(in->bytes).n && package_mentions(in->bytes, "META-INF/manifest.xml") &&
		package_mentions(in->bytes, "content.xml") && package_mentions(in->bytes, "styles.xml"));
}

static bool sniff_flat(const struct reader_input *in)
{
	struct span head = span_sub(in->bytes, 0, 16384);

	return span_find(head, SPAN("<office:document"), 0) != SPAN_NONE &&
	       span_find(head, SPAN("application/vnd.oasis.opendocument.text"), 0) != SPAN_NONE;
}

static bool is_encrypted(struct package *p)
{
	struct buf manifest = { 0 };
	struct err ignored = { 0 };
	bool encrypted = package_part(p, "META-INF/manifest.xml", &manifest, &ignored) &&
			 span_find(buf_span(&manifest), SPAN("encryption-data"), 0) != SPAN_NONE;

	buf_free(&manifest);
	return encrypted;
}

/* dc:title of meta.xml. */
static void title_of(struct span xml, struct doc *d)
{
	size_t from = span_find(xml, SPAN("<dc:title>"), 0), to;
	struct span title;

	if (from == SPAN_NONE)
		return;
	from += strlen("<dc:title>");
	to = span_find(xml, SPAN("</dc:title>"), from);
	if (to == SPAN_NONE || to - from > 500)
		return;
	title = span_trim(span_sub(xml, from, to));
	if (title.n && !memchr(title.p, '&', title.n) && !memchr(title.p, '<', title.n))
		jval_set_str(&d->arena, doc_meta(d), "title", title);
}

static bool get_part(void *ctx, const char *name, struct buf *out)
{
	struct err ignored = { 0 };

	return package_part(ctx, name, out, &ignored);
}

static bool read_parts(struct package *p, struct doc *d, struct err *e)
{
	const struct odt_parts parts = { get_part, p };
	struct odt_styles styles = { .a = &d->arena };
	struct buf style_xml = { 0 }, xml = { 0 };
	struct err ignored = { 0 };
	struct flow f;
	bool ok;

	if (package_part(p, "styles.xml", &style_xml, &ignored))
		odt_styles_read(&styles, buf_span(&style_xml));
	flow_start(&f, d);
	ok = package_part(p, "content.xml", &xml, e) &&
	     odt_body_read(&f, &styles, &parts, buf_span(&xml), SPAN("content.xml"), e);
	if (!ok && !e->code)
		err_set(e, EX_DATAERR, "an ODT without its content.xml: damaged. Get the file again");
	if (style_xml.n)
		odt_margins_read(&f, &styles, buf_span(&style_xml), SPAN("styles.xml"));
	flow_finish(&f);
	d->has_text = ok || d->text.n > 0;
	buf_reset(&xml);
	if (package_part(p, "meta.xml", &xml, &ignored))
		title_of(buf_span(&xml), d);
	buf_free(&style_xml);
	buf_free(&xml);
	return ok;
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct package *p = package_open(in->bytes, in->late, e);
	bool ok;

	if (!p)
		return false;
	if (is_encrypted(p))
		ok = err_set(e, EX_DATAERR, "encrypted. Save it without a password");
	else
		ok = read_parts(p, d, e);
	package_close(p);
	return ok;
}

static bool read_flat(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct odt_styles styles = { .a = &d->arena };
	struct flow f;
	bool ok;

	flow_start(&f, d);
	ok = odt_body_read(&f, &styles, NULL, in->bytes, span_make(NULL, 0), e);
	odt_margins_read(&f, &styles, in->bytes, span_make(NULL, 0));
	flow_finish(&f);
	title_of(span_sub(in->bytes, 0, 65536), d);
	return ok;
}

const struct reader reader_odt = { .format = "odt", .sniff = sniff, .read = read, .prepare = package_prepare };
const struct reader reader_fodt = { .format = "fodt", .sniff = sniff_flat, .read = read_flat };
