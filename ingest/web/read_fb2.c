/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FictionBook 2 (http://www.fictionbook.org, FictionBook2.1.xsd): sections with titles, notes in a body of their own.
 */
#include "reader.h"

#include "flow.h"
#include "high.h"
#include "utf8.h"
#include "xml.h"

struct book {
	struct flow f;
	struct doc *d;
	int section, title, skip, paras;
	bool in_body, notes, in_book_title, open, ref, high, subtitle;
	struct buf number; /* title of a note */
	struct buf book_title;
	int col;
};

static bool sniff(const struct reader_input *in)
{
	return span_find(span_sub(in->bytes, 0, 4096), SPAN("<FictionBook"), 0) != SPAN_NONE;
}

/* Rows of stars between parts are subtitles too. */
static bool has_letters(struct span s)
{
	for (size_t at = 0; at < s.n;)
		if (utf8_is_letter(utf8_next(s, &at)))
			return true;
	return false;
}

static void close_para(struct book *b)
{
	struct flow_para p = { .kind = BLOCK_PARA };
	int level = b->section + b->subtitle;

	if (!b->open)
		return;
	if (b->notes)
		p.kind = BLOCK_NOTE;
	else if (b->title || (b->subtitle && has_letters(flow_para_text(&b->f))))
		p.kind = BLOCK_HEADING;
	if (p.kind == BLOCK_HEADING)
		p.level = level < 1 ? 1 : level > 9 ? 9 : level;
	b->open = b->subtitle = false;
	flow_para_close(&b->f, &p);
}

static void open_para(struct book *b)
{
	struct map_run *place = &b->f.place;

	close_para(b);
	b->paras++;
	*place = (struct map_run){ .kind = MAP_PART, .part = SPAN("FictionBook"), .para = b->paras };
	flow_position(&b->f, &place->table, &place->row, &place->col);
	flow_para_open(&b->f);
	b->open = true;
}

static bool is_para(struct span name)
{
	static const char *const names[] = { "p", "v", "subtitle", "text-author", "date" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (span_is(name, names[i]))
			return true;
	return false;
}

static int count(const struct xml_tag *tag, const char *name)
{
	long long n;

	return span_to_long(xml_attr(tag, name), &n) && n > 0 && n < 1000 ? (int)n : 1;
}

static void on_cell(struct book *b, const struct xml_tag *tag)
{
	struct flow_cell c = { .col = b->col, .colspan = count(tag, "colspan"), .rowspan = count(tag, "rowspan") };

	c.head = span_is(tag->name, "th");
	flow_cell_open(&b->f, &c);
	b->col += c.colspan;
	open_para(b);
}

static void on_start(void *ctx, const struct xml_tag *tag)
{
	struct book *b = ctx;

	if (b->skip) {
		b->skip++;
	} else if (span_is(tag->name, "binary")) {
		b->skip = 1;
	} else if (span_is(tag->name, "book-title")) {
		b->in_book_title = true;
	} else if (span_is(tag->name, "body")) {
		b->in_body = true;
		b->notes = span_is(xml_attr(tag, "name"), "notes") || span_is(xml_attr(tag, "name"), "comments");
	} else if (!b->in_body) {
		return;
	} else if (span_is(tag->name, "section")) {
		b->section++;
	} else if (span_is(tag->name, "title")) {
		b->title++;
	} else if (span_is(tag->name, "table")) {
		close_para(b);
		flow_table_open(&b->f, 0);
	} else if (span_is(tag->name, "tr")) {
		flow_row_open(&b->f);
		b->col = 0;
	} else if (span_is(tag->name, "td") || span_is(tag->name, "th")) {
		on_cell(b, tag);
	} else if (is_para(tag->name) && !(b->notes && b->title)) {
		open_para(b);
		b->subtitle = span_is(tag->name, "subtitle");
	} else if (span_is(tag->name, "a")) {
		b->ref = span_is(xml_attr(tag, "type"), "note");
	} else if (span_is(tag->name, "sup")) {
		b->high = true;
	}
}

/* The title of a note is its number; of all notes, or of one that has a name, it is text. */
static void end_note_title(struct book *b)
{
	struct span s = span_trim(buf_span(&b->number));
	long long n;

	if (span_to_long(s, &n) && n > 0 && n < 10000) {
		flow_note_begin(&b->f, (int)n);
	} else if (s.n) {
		open_para(b);
		flow_text(&b->f, s);
		close_para(b);
	}
	buf_reset(&b->number);
}

static void on_end(void *ctx, struct span name, struct span uri)
{
	struct book *b = ctx;

	(void)uri;
	if (b->skip) {
		b->skip--;
	} else if (span_is(name, "book-title")) {
		b->in_book_title = false;
	} else if (!b->in_body) {
		return;
	} else if (span_is(name, "body")) {
		close_para(b);
		b->in_body = false;
	} else if (span_is(name, "section")) {
		b->section -= b->section > 0;
	} else if (span_is(name, "a")) {
		b->ref = false;
	} else if (span_is(name, "sup")) {
		b->high = false;
	} else if (span_is(name, "title")) {
		close_para(b);
		end_note_title(b);
		b->title -= b->title > 0;
	} else if (span_is(name, "table")) {
		flow_table_close(&b->f);
	} else if (span_is(name, "td") || span_is(name, "th")) {
		close_para(b);
		flow_cell_close(&b->f);
	} else if (is_para(name)) {
		close_para(b);
	}
}

/* The number of a note stands in brackets where the text refers to it. */
static void put_text(struct book *b, struct span text)
{
	struct buf high = { 0 };
	struct span s = span_trim(text);

	if (s.n > 2 && s.p[0] == '[' && s.p[s.n - 1] == ']')
		s = span_sub(s, 1, s.n - 1);
	flow_text(&b->f, (b->ref || b->high) && high_digits(&high, s) ? buf_span(&high) : text);
	buf_free(&high);
}

static void on_text(void *ctx, struct span text)
{
	struct book *b = ctx;

	if (b->in_book_title && b->book_title.n < 1000)
		buf_add(&b->book_title, text);
	else if (!b->skip && b->notes && b->title && b->number.n < 1000)
		buf_add(&b->number, text);
	else if (!b->skip && b->open)
		put_text(b, text);
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	static const struct xml_handler h = { on_start, on_end, on_text };
	struct book b = { .d = d };
	struct span title;
	bool ok;

	flow_start(&b.f, d);
	ok = xml_parse(in->bytes, &h, &b, e);
	close_para(&b);
	flow_finish(&b.f);
	d->has_text = ok || d->text.n > 0;
	title = span_trim(buf_span(&b.book_title));
	if (title.n && title.n < 500)
		jval_set_str(&d->arena, doc_meta(d), "title", title);
	buf_free(&b.book_title);
	buf_free(&b.number);
	return ok;
}

const struct reader reader_fb2 = { .format = "fb2", .sniff = sniff, .read = read };
