/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML files: charset first, then the text. */
#include "reader.h"

#include <strings.h>

#include "charset.h"
#include "html.h"
#include "utf8.h"

enum { LOOK_BYTES = 4096 };

static size_t find_tag(struct span s, const char *tag, size_t from)
{
	size_t n = strlen(tag);

	for (size_t at = from; at + n <= s.n; at++)
		if (s.p[at] == tag[0] && !strncasecmp(s.p + at, tag, n))
			return at;
	return SPAN_NONE;
}

/* Text that has the look of HTML near its beginning. */
static bool looks_like_html(struct span s)
{
	static const char *const sure[] = { "<!doctype html", "<html", "<head>", "<body" };
	static const char *const likely[] = { "<p>", "<p ",   "<div", "<table",  "<h1",
					      "<h2", "<span", "<br",  "<title>", "<meta " };
	size_t first = 0, seen = 0;

	for (size_t i = 0; i < sizeof sure / sizeof *sure; i++)
		if (find_tag(s, sure[i], 0) != SPAN_NONE)
			return true;
	while (first < s.n && strchr(" \t\r\n", s.p[first]))
		first++;
	if (first >= s.n || s.p[first] != '<')
		return false;
	for (size_t i = 0; i < sizeof likely / sizeof *likely; i++)
		seen += find_tag(s, likely[i], 0) != SPAN_NONE;
	return seen >= 1;
}

static bool sniff(const struct reader_input *in)
{
	struct span head = span_sub(in->bytes, 0, LOOK_BYTES);
	struct decoded wide = { 0 };
	struct doc scratch = { 0 };
	struct err e = { 0 };
	bool html;

	if (looks_like_html(head))
		return charset_is_text(in->bytes);
	if (!memchr(head.p, 0, head.n) || !charset_is_text(in->bytes))
		return false;
	html = charset_decode(span_sub(head, 0, head.n & ~(size_t)3), NULL, &scratch, &wide, &e) &&
	       looks_like_html(wide.text);
	doc_free(&scratch);
	return html;
}

/* The charset that a meta element names, in buffer out; false: none. */
static bool declared(struct span bytes, char out[48])
{
	struct span head = span_sub(bytes, 0, LOOK_BYTES);
	size_t at = find_tag(head, "charset", 0), n = 0;

	while (at != SPAN_NONE) {
		size_t k = at + strlen("charset");

		while (k < head.n && strchr(" \t\"'=", head.p[k]))
			k++;
		while (k < head.n && n < 47 && !strchr("\"' \t;>/", head.p[k]))
			out[n++] = head.p[k++];
		out[n] = 0;
		if (n)
			return true;
		at = find_tag(head, "charset", at + 1);
	}
	return false;
}

/*
 * What the page declares is believed where the bytes can be it: UTF-8 proves itself, and a page that says UTF-8 but is
 * not was saved by a program that did not look.
 */
static const char *charset_of(struct span bytes, const char *wanted, char out[48])
{
	struct charset c;

	if (wanted || utf8_valid(bytes) || !declared(bytes, out) || !charset_find(span_of(out), &c))
		return wanted;
	return c.form == FORM_BYTES || c.form == FORM_ICU ? out : NULL;
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct decoded dec;
	struct lines lines;
	struct flow f;
	struct buf title = { 0 };
	char name[48];
	struct html_source s;
	struct span t;

	if (!charset_decode(in->bytes, charset_of(in->bytes, in->options->charset, name), d, &dec, e))
		return false;
	lines_index(&lines, &dec, &d->arena);
	s = (struct html_source){ .text = dec.text, .lines = &lines };
	flow_start(&f, d);
	html_read(&f, &s, &title);
	flow_finish(&f);
	t = span_trim(buf_span(&title));
	if (t.n && t.n < 500)
		jval_set_str(&d->arena, doc_meta(d), "title", t);
	buf_free(&title);
	return true;
}

const struct reader reader_html = { .format = "html", .sniff = sniff, .read = read };
