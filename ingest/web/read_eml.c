/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mail: the letter is a document, every attachment another; an mbox is a container of letters. */
#include "reader.h"

#include <stdio.h>
#include <strings.h>

#include "charset.h"
#include "html.h"
#include "limit.h"
#include "mime.h"
#include "utf8.h"

enum { LOOK_BYTES = 8192, MAX_PARTS = 1000, MAX_NESTING = 20, MAX_TEXTS = 16 };

/* Header fields that every letter has some of; named: it is called a letter, so that one is enough. */
static bool has_fields(struct span bytes, bool named)
{
	static const char *const names[] = { "from",       "to",       "subject",      "date",
					     "message-id", "received", "mime-version", "return-path" };
	struct span rest = mime_split(span_sub(bytes, 0, LOOK_BYTES)).head;
	int known = 0, lines = 0;

	while (rest.p && rest.n) {
		struct span line = span_cut(&rest, '\n');
		size_t colon = span_find_char(line, ':', 0);

		if (line.n && (line.p[0] == ' ' || line.p[0] == '\t'))
			continue;
		if (colon == SPAN_NONE || span_find_char(span_sub(line, 0, colon), ' ', 0) != SPAN_NONE)
			return false;
		lines++;
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			known += colon == strlen(names[i]) && !strncasecmp(line.p, names[i], colon);
	}
	return named ? known >= 1 : known >= 2 && lines >= 3;
}

static bool sniff_eml(const struct reader_input *in)
{
	return has_fields(in->bytes, in->name && span_ends(span_of(in->name), SPAN(".eml")));
}

static bool sniff_mbox(const struct reader_input *in)
{
	size_t end = span_find_char(in->bytes, '\n', 0);

	return span_starts(in->bytes, SPAN("From ")) && end != SPAN_NONE &&
	       has_fields(span_sub(in->bytes, end + 1, in->bytes.n), false);
}

/* One letter taken apart: the parts that are its text, and what is attached. */
struct letter {
	struct {
		struct mime_part part;
		bool html;
	} text[MAX_TEXTS];
	size_t n;
	reader_member *each; /* gets the attachments; NULL: only the text is wanted */
	void *ctx;
	int parts;
	bool stopped;
};

static bool type_starts(struct span type, const char *what)
{
	return type.n >= strlen(what) && !strncasecmp(type.p, what, strlen(what));
}

static void attach(struct letter *l, const struct mime_part *p, struct span type, struct span disposition)
{
	struct buf name = { 0 }, bytes = { 0 };

	if (!l->each)
		return;
	if (!mime_parameter(disposition, "filename", &name) && !mime_parameter(type, "name", &name))
		buf_addf(&name, "part-%d%s", l->parts, type_starts(type, "message/rfc822") ? ".eml" : "");
	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] == '/' || name.p[i] == '\0')
			name.p[i] = '_';
	mime_decode(p, &bytes);
	(void)buf_str(&bytes);
	l->stopped |= !l->each(l->ctx, buf_span(&name), buf_span(&bytes));
	buf_free(&name);
	buf_free(&bytes);
}

/* Where the texts begin of which only one is wanted, since they say the same; NONE: all are. */
enum { NONE = MAX_TEXTS };

static void take_part(struct letter *l, struct span bytes, int depth, size_t same);

static void take_parts(struct letter *l, const struct mime_part *p, struct span type, int depth, size_t same)
{
	struct buf boundary = { 0 };
	struct span rest = p->body, part;

	if (type_starts(type, "multipart/alternative"))
		same = same == NONE ? l->n : same;
	if (mime_parameter(type, "boundary", &boundary))
		while (!l->stopped && l->parts < MAX_PARTS && mime_next_part(&rest, buf_span(&boundary), &part))
			take_part(l, part, depth + 1, same);
	buf_free(&boundary);
}

/* Of two that say the same, text/plain is preferred to text/html. */
static void take_text(struct letter *l, const struct mime_part *p, bool html, size_t same)
{
	size_t at = same < l->n ? same : l->n;

	if (at == MAX_TEXTS || (at < l->n && (html || !l->text[at].html)))
		return;
	l->text[at].part = *p;
	l->text[at].html = html;
	l->n += at == l->n;
}

/* Whatever has a file name is attached. */
static void take_part(struct letter *l, struct span bytes, int depth, size_t same)
{
	struct mime_part p = mime_split(bytes);
	struct buf type = { 0 }, disposition = { 0 };
	struct span t, d;
	bool plain, html;

	l->parts++;
	(void)mime_field(p.head, "Content-Type", &type);
	(void)mime_field(p.head, "Content-Disposition", &disposition);
	t = span_trim(buf_span(&type));
	d = span_trim(buf_span(&disposition));
	plain = !t.n || type_starts(t, "text/plain");
	html = type_starts(t, "text/html");
	if (type_starts(t, "multipart/") && depth < MAX_NESTING) {
		take_parts(l, &p, t, depth, same);
	} else if ((plain || html) && !type_starts(d, "attachment")) {
		take_text(l, &p, html, same);
	} else if (!type_starts(t, "multipart/") && !(type_starts(t, "image/") && !type_starts(d, "attachment"))) {
		attach(l, &p, t, d);
	}
	buf_free(&type);
	buf_free(&disposition);
}

static void put_para(struct flow *f, struct span s, int *paras)
{
	f->place = (struct map_run){ .kind = MAP_PART, .part = SPAN("message"), .para = ++*paras };
	flow_para_open(f);
	flow_text(f, s);
	flow_para_close(f, &(struct flow_para){ .kind = BLOCK_PARA });
}

static void put_plain(struct flow *f, struct span text, int *paras)
{
	size_t from = 0;

	for (size_t at = 0; at <= text.n; at++) {
		bool end = at == text.n,
		     blank = !end && text.p[at] == '\n' && at + 1 < text.n &&
			     (text.p[at + 1] == '\n' ||
			      (text.p[at + 1] == '\r' && at + 2 < text.n && text.p[at + 2] == '\n'));

		if (!end && !blank)
			continue;
		if (span_trim(span_sub(text, from, at)).n)
			put_para(f, span_trim(span_sub(text, from, at)), paras);
		from = at;
	}
}

static void put_headers(struct flow *f, struct span head, int *paras)
{
	static const char *const names[] = { "From", "To", "Date", "Subject" };
	struct buf line = { 0 };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		buf_reset(&line);
		buf_addf(&line, "%s: ", names[i]);
		if (mime_field_text(head, names[i], &line))
			put_para(f, buf_span(&line), paras);
	}
	buf_free(&line);
}

static bool put_body(struct flow *f, const struct mime_part *part, bool html, int *paras, struct err *e)
{
	struct buf bytes = { 0 }, type = { 0 }, charset = { 0 };
	struct decoded dec;
	struct charset known;
	struct doc *d = f->o.d;
	bool named, ok;

	mime_decode(part, &bytes);
	(void)mime_field(part->head, "Content-Type", &type);
	named = mime_parameter(buf_span(&type), "charset", &charset) && charset_find(buf_span(&charset), &known);
	ok = !bytes.n || charset_decode(buf_span(&bytes), named ? buf_str(&charset) : NULL, d, &dec, e);
	if (ok && bytes.n && html)
		html_read(f, &(struct html_source){ .text = dec.text, .part = SPAN("message") }, NULL);
	else if (ok && bytes.n)
		put_plain(f, dec.text, paras);
	buf_free(&bytes);
	buf_free(&type);
	buf_free(&charset);
	return ok;
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct letter l = { 0 };
	struct span head = mime_split(in->bytes).head;
	struct buf title = { 0 };
	struct flow f;
	int paras = 0;
	bool ok = true;

	take_part(&l, in->bytes, 0, NONE);
	flow_start(&f, d);
	put_headers(&f, head, &paras);
	for (size_t i = 0; i < l.n && ok; i++)
		ok = put_body(&f, &l.text[i].part, l.text[i].html, &paras, e);
	flow_finish(&f);
	if (mime_field_text(head, "Subject", &title) && title.n < 500)
		jval_set_str(&d->arena, doc_meta(d), "title", buf_span(&title));
	buf_free(&title);
	return ok;
}

static bool unpack(const struct reader_input *in, reader_member *each, void *ctx, struct err *e)
{
	struct letter l = { .each = each, .ctx = ctx };

	take_part(&l, in->bytes, 0, NONE);
	return l.parts < MAX_PARTS || err_set(e, EX_DATAERR, "more than %d parts: the rest was not read", MAX_PARTS);
}

/* A line that begins with From stands quoted in a mailbox (mboxrd): one ">" of ">From ", ">>From " … goes. */
static struct span unquote(struct span s, struct buf *b)
{
	size_t from = 0, at = 0;

	buf_reset(b);
	while ((at = span_find(s, SPAN("\n>"), at)) != SPAN_NONE) {
		size_t end = ++at;

		while (end < s.n && s.p[end] == '>')
			end++;
		if (!span_starts(span_sub(s, end, s.n), SPAN("From ")))
			continue;
		buf_add(b, span_sub(s, from, at));
		from = at + 1;
	}
	if (!from)
		return s;
	buf_add(b, span_sub(s, from, s.n));
	return buf_span(b);
}

static bool unpack_mbox(const struct reader_input *in, reader_member *each, void *ctx, struct err *e)
{
	struct span s = in->bytes;
	struct buf plain = { 0 };
	bool ok = true;
	size_t from = 0;

	for (int n = 1; from < s.n; n++) {
		size_t start = span_find_char(s, '\n', from), to;
		char name[32];

		start = start == SPAN_NONE ? s.n : start + 1;
		to = span_find(s, SPAN("\nFrom "), start);
		to = to == SPAN_NONE ? s.n : to + 1;
		if (n > LIMIT_MEMBERS) {
			ok = err_set(e, EX_DATAERR, "more than %d letters: the rest was not read", LIMIT_MEMBERS);
			break;
		}
		snprintf(name, sizeof name, "letter-%d.eml", n);
		if (!each(ctx, span_of(name), unquote(span_sub(s, start, to), &plain)))
			break;
		from = to;
	}
	buf_free(&plain);
	return ok;
}

const struct reader reader_eml = { .format = "eml", .sniff = sniff_eml, .read = read, .unpack = unpack };
const struct reader reader_mbox = { .format = "mbox", .sniff = sniff_mbox, .unpack = unpack_mbox };
