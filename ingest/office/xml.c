/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libxml2's push-style events for the readers of office formats; its types stay in here. */
#include "xml.h"

#include "textcut.h"
#include "utf8.h"

#include <limits.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

struct parse {
	const struct xml_handler *h;
	void *ctx;
	struct textcut cut;
};

struct span xml_attr(const struct xml_tag *tag, const char *name)
{
	const xmlChar *const *a = tag->attributes;

	/* localname, prefix, URI, value, end: parser.h, startElementNsSAX2Func */
	for (int i = 0; i < tag->n; i++, a += 5)
		if (!strcmp((const char *)a[0], name)) {
			struct span value = span_make((const char *)a[3], (size_t)(a[4] - a[3]));

			return utf8_valid(value) ? value : span_make(NULL, 0);
		}
	return span_make(NULL, 0);
}

static void on_start(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_ns,
		     const xmlChar **ns, int n, int n_default, const xmlChar **attributes)
{
	struct parse *p = ctx;
	const struct xml_tag tag = { span_of((const char *)name), span_of((const char *)uri), n, attributes };

	(void)prefix, (void)n_ns, (void)ns, (void)n_default;
	p->h->start(p->ctx, &tag);
}

static void on_end(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct parse *p = ctx;

	(void)prefix;
	p->h->end(p->ctx, span_of((const char *)name), span_of((const char *)uri));
}

/* Behind damage libxml2 hands out bytes as they come: those that are no text become U+FFFD. */
static void mended_text(const struct parse *p, struct span s)
{
	struct buf whole = { 0 };

	for (size_t at = 0; at < s.n;)
		buf_put_utf8(&whole, utf8_next(s, &at));
	p->h->text(p->ctx, buf_span(&whole));
	buf_free(&whole);
}

static void on_text(void *ctx, const xmlChar *text, int n)
{
	struct parse *p = ctx;
	struct span rest = span_make((const char *)text, (size_t)n);

	while (rest.n) {
		size_t at;
		struct span s = textcut_restore(&p->cut, &rest, &at);

		if (utf8_valid(s))
			p->h->text(p->ctx, s);
		else
			mended_text(p, s);
	}
}

static void on_error(void *ctx, xmlErrorPtr error)
{
	(void)ctx, (void)error; /* kept in the parser, asked for at the end */
}

bool xml_parse(struct span bytes, const struct xml_handler *h, void *ctx, struct err *e)
{
	xmlSAXHandler sax = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.serror = on_error,
	};
	struct parse p = { .h = h, .ctx = ctx };
	struct span text;
	xmlParserCtxtPtr parser;
	const xmlError *error;

	if (bytes.n > INT_MAX)
		return err_set(e, EX_DATAERR, "XML of more than 2 GB");
	textcut_make(&p.cut, bytes, false);
	text = textcut_span(&p.cut);
	parser = xmlCreateMemoryParserCtxt(text.p, (int)text.n);
	if (!parser) {
		textcut_free(&p.cut);
		return err_set(e, EX_DATAERR, "empty XML");
	}
	xmlFree(parser->sax);
	parser->sax = &sax;
	parser->userData = &p;
	xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_HUGE);
	xmlParseDocument(parser);
	error = xmlCtxtGetLastError(parser);
	if (!parser->wellFormed && error && error->level >= XML_ERR_FATAL)
		err_set(e, EX_DATAERR, "damaged XML, line %d: %.*s", error->line,
			(int)strcspn(error->message ? error->message : "", "\n"), error->message ? error->message : "");
	else if (!parser->wellFormed)
		err_set(e, EX_DATAERR, "damaged XML");
	parser->sax = NULL;
	xmlFreeParserCtxt(parser);
	textcut_free(&p.cut);
	return e->code == 0;
}
