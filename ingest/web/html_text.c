/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of an HTML page on its way into paragraphs, with its place in the source. */
#include "html_text_p.h"

#include <libxml/parserInternals.h>
#include <stdint.h>

#include "high.h"
#include "utf8.h"

/* ---- places ---- */

size_t html_position(struct html *h)
{
	long at = xmlByteConsumed(h->parser);

	return at > 0 ? textcut_origin(&h->cut, (size_t)at) : 0;
}

/* [n], at every paragraph: without printf, which took longer than the rest of the path. */
static void put_index(struct buf *path, int n)
{
	char digits[16];
	size_t at = sizeof digits;

	do
		digits[--at] = (char)('0' + n % 10);
	while (n /= 10);
	buf_putc(path, '[');
	buf_add(path, span_make(digits + at, sizeof digits - at));
	buf_putc(path, ']');
}

/* The element path below body: it counts among its parent's children of that name. */
static struct span path_of(struct html *h)
{
	struct buf path = { 0 };
	struct span s;

	for (size_t i = 0; i < h->n_nodes && i < PATH_DEPTH; i++) {
		const struct node *n = &h->nodes[i];

		if (i < 2 && (!strcmp(n->name, "html") || !strcmp(n->name, "body")))
			continue;

		buf_putc(&path, '/');
		buf_puts(&path, n->name);
		if (n->index > 1)
			put_index(&path, n->index);
	}
	s = arena_dup(&h->f->o.d->arena, buf_span(&path));
	buf_free(&path);
	return s;
}

/* The place where the paragraph begins whose first text is s. */
static void begin_place(struct html *h, struct span s, size_t end)
{
	struct map_run *p = &h->f->place;
	size_t at = h->done;

	h->paras++;
	if (!h->s->lines) {
		*p = (struct map_run){ .kind = MAP_PART, .part = h->s->part, .para = h->paras };
		flow_position(h->f, &p->table, &p->row, &p->col);
		return;
	}
	if (s.n && at < end) {
		const char *first = memchr(h->s->text.p + at, s.p[0], (end < h->s->text.n ? end : h->s->text.n) - at);

		at = first ? (size_t)(first - h->s->text.p) : at;
	}
	*p = lines_place(h->s->lines, h->s->base + at, 0);
	p->path = path_of(h);
}

/* The open paragraph's place reaches to here. */
static void extend_place(struct html *h, size_t end)
{
	struct map_run *p = &h->f->place, to;

	if (!h->s->lines || end > h->s->text.n)
		return;
	to = lines_place(h->s->lines, h->s->base + end, 0);
	if (to.at > p->at)
		p->len = to.at - p->at;
}

/* ---- paragraphs ---- */

void html_close_para(struct html *h)
{
	if (!h->open)
		return;
	h->open = false;
	h->blank = false;
	h->para.mark = span_trim(buf_span(&h->mark));
	flow_para_close(h->f, &h->para);
	buf_reset(&h->mark);
}

/* Does the author's own bullet stand in the text already? */
static bool begins_with_bullet(struct span s)
{
	static const char *const bullets[] = { "•", "-", "–", "—", "·", "*", "▪", "‣", "◦" };

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (span_starts(s, span_of(bullets[i])))
			return true;
	return false;
}

static void put_item_mark(struct html *h, struct span first)
{
	struct list *l = h->n_lists > 0 && h->n_lists <= MAX_LISTS ? &h->lists[h->n_lists - 1] : NULL;

	h->para.kind = BLOCK_ITEM;
	h->para.level = h->n_lists < 1 ? 1 : h->n_lists > MAX_LISTS ? MAX_LISTS : h->n_lists;
	if (l && l->numbered) {
		listnum_put(&h->mark, l->format, l->next - 1);
		buf_putc(&h->mark, '.');
	} else if (!begins_with_bullet(first)) {
		buf_puts(&h->mark, "•");
	}
}

static void open_para(struct html *h, struct span first, size_t end)
{
	h->open = true;
	h->para = (struct flow_para){ .kind = BLOCK_PARA };
	if (h->hidden) {
		h->para.kind = h->hidden_kind;
		h->para.hidden = true;
	} else if (h->heading) {
		h->para.kind = BLOCK_HEADING;
		h->para.level = h->heading;
	} else if (h->note) {
		h->para.kind = BLOCK_NOTE;
	} else if (h->caption) {
		h->para.kind = BLOCK_CAPTION;
	}
	if (h->item && !h->hidden && !h->note)
		put_item_mark(h, first);
	h->item = false;
	flow_para_open(h->f);
	begin_place(h, first, end);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Digits set high keep their height. */
static void put_words(struct html *h, struct span s)
{
	struct buf high = { 0 };
	bool framed = s.n > 2 && s.p[0] == '[' && s.p[s.n - 1] == ']'; /* Word's notes */

	flow_text(h->f, h->sup > 0 && high_digits(&high, framed ? span_sub(s, 1, s.n - 1) : s) ? buf_span(&high) : s);
	buf_free(&high);
}

/*
 * How many bytes at the beginning of s are words with single spaces between them: those go over as one piece. Eight
 * bytes at a time are looked at for control characters and spaces, which is right but for bytes behind a match.
 */
static size_t plain_words(struct span s)
{
	const uint64_t ones = 0x0101010101010101ULL, tops = 0x8080808080808080ULL;
	size_t at = 0;

	for (;;) {
		while (at + 8 <= s.n) {
			uint64_t v;

			memcpy(&v, s.p + at, 8);
			if ((v - ones * 0x21) & ~v & tops)
				break;
			at += 8;
		}
		while (at < s.n && (unsigned char)s.p[at] > ' ')
			at++;
		if (at == s.n || (is_blank(s.p[at]) && (s.p[at] != ' ' || at + 1 == s.n || is_blank(s.p[at + 1]))))
			return at;
		at++;
	}
}

/* A line of the source that ends in a hyphen divides a word, as pages made from print do: svod-clean looks at it. */
static bool is_divided(const struct html *h, struct span white)
{
	return memchr(white.p, '\n', white.n) && span_ends(flow_para_text(h->f), SPAN("-"));
}

/* Runs of white space become one space; none stands at the beginning of a paragraph. */
static void put_collapsed(struct html *h, struct span s, size_t end)
{
	size_t at = 0;
	bool reached = false;

	while (at < s.n) {
		size_t from = at;

		if (is_blank(s.p[at])) {
			while (at < s.n && is_blank(s.p[at]))
				at++;
			if (h->open && is_divided(h, span_sub(s, from, at)))
				flow_text(h->f, SPAN("\n"));
			h->blank = h->open && !span_ends(flow_para_text(h->f), SPAN("\n"));
			continue;
		}
		at += plain_words(span_sub(s, at, s.n));
		if (!h->open)
			open_para(h, span_sub(s, from, at), end);
		if (!reached)
			extend_place(h, end);
		reached = true;
		if (h->blank)
			flow_text(h->f, SPAN(" "));
		h->blank = false;
		put_words(h, span_sub(s, from, at));
	}
}

/* How far s goes on without a new paragraph: to a blank line, or to a line set in deeper than the one before it. */
static size_t preformatted(struct html *h, struct span s)
{
	for (size_t i = 0; i < s.n; i++) {
		size_t end = i + 1, margin = 0;

		if (s.p[i] != '\n')
			continue;
		while (end < s.n && (s.p[end] == ' ' || s.p[end] == '\t' || s.p[end] == '\r'))
			margin += s.p[end++] == '\t' ? TAB : 1;
		if (end < s.n && (s.p[end] == '\n' || margin > h->margin)) {
			h->margin = margin;
			return end;
		}
		h->margin = margin;
	}
	return s.n;
}

/* Lines of preformatted text stay lines; what was typed as paragraphs becomes paragraphs. */
static void put_lines(struct html *h, struct span s, size_t end)
{
	while (s.n) {
		size_t n = preformatted(h, s), from = 0;

		while (!h->open && from < n && is_blank(s.p[from]))
			from++;
		if (from < n) {
			if (!h->open)
				open_para(h, span_sub(s, from, n), end);
			extend_place(h, end);
			flow_text(h->f, span_sub(s, from, n));
		}
		s = span_sub(s, n, s.n);
		if (s.n)
			html_close_para(h);
	}
}

static void put_text(struct html *h, struct span s, size_t at)
{
	size_t end;

	if (at != SIZE_MAX)
		h->done = at;
	end = at != SIZE_MAX ? at + s.n : html_position(h);
	if (h->pre)
		put_lines(h, s, end);
	else
		put_collapsed(h, s, end);
	h->done = end;
}

void html_on_text(void *ctx, const xmlChar *text, int n)
{
	struct html *h = ctx;
	struct span rest = span_make((const char *)text, (size_t)n);

	while (rest.n) {
		size_t at;
		struct span s = textcut_restore(&h->cut, &rest, &at);

		if (!h->in_title && !h->skip)
			put_text(h, s, at);
		else if (h->in_title && h->title && h->title->n < 1000)
			buf_add(h->title, s);
	}
}
