/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks as their readers cut them are mostly right. Two things go wrong: list items that share a paragraph, with line
 * breaks between them; and a paragraph in two blocks, cut by a page end or by a program that took lines for paragraphs.
 */
#include "clean_dict.h"
#include "clean_mark.h"
#include "clean_signs.h"
#include "utf8.h"

/* ---- items in one block ---- */

static struct span line_from(const struct doc *d, size_t at, size_t end)
{
	size_t nl = span_find_char(doc_slice(d, 0, end), '\n', at);

	return span_trim(doc_slice(d, at, nl == SPAN_NONE ? end : nl));
}

/* Is the line a contents entry: dots or a tab lead to its page number? */
static bool is_contents_line(struct span line)
{
	size_t tab = span_find_char(line, '\t', 0);

	return span_find(line, SPAN("...."), 0) != SPAN_NONE || span_find(line, SPAN("\u2026\u2026"), 0) != SPAN_NONE ||
	       (tab != SPAN_NONE && mark_of(line).kind == MARK_NUMBER);
}

/* Does a list item begin with the line `after`, so that the block must be cut before it? */
static bool begins_item(struct span before, struct span after)
{
	struct mark m = mark_of(after), own = mark_of(before);
	unsigned sign = sign_at_end(before);

	if (is_contents_line(before) || (is_contents_line(after) && own.kind == MARK_NUMBER))
		return true;
	if (m.kind == MARK_NONE)
		return false;
	if (m.kind == MARK_NUMBER && m.depth > 1 && own.kind == MARK_NUMBER && sign != ',')
		return true;
	return sign_is_stop(sign) || (m.kind == MARK_BULLET);
}

/* Appends the parts of block b to the new list. */
static void split_block(struct doc *d, const struct block *b)
{
	struct block part = *b;
	size_t at = b->start;

	for (size_t nl; (nl = span_find_char(d->text, '\n', at)) < b->end; at = nl + 1) {
		if (!begins_item(line_from(d, at, nl), line_from(d, nl + 1, b->end)))
			continue;
		part.end = nl;
		*doc_add_block(d, b->kind, 0, 0) = part;
		part = *b;
		part.start = nl + 1;
		part.body = 0;
		part.mark = (struct span){ 0 };
	}
	*doc_add_block(d, b->kind, 0, 0) = part;
}

static bool may_split(const struct doc *d, const struct block *b)
{
	return (b->kind == BLOCK_PARA || b->kind == BLOCK_ITEM || b->kind == BLOCK_TOC) && !b->table &&
	       span_find_char(d->text, '\n', b->start) < b->end;
}

void clean_split(struct clean *c)
{
	struct doc *d = c->d;
	struct block *old = d->blocks;
	size_t n = d->n_blocks;
	bool any = false;

	for (size_t i = 0; i < n && !any; i++)
		any = may_split(d, &old[i]);
	if (!any)
		return;
	d->blocks = NULL;
	d->n_blocks = d->cap_blocks = 0;
	for (size_t i = 0; i < n; i++)
		if (may_split(d, &old[i]))
			split_block(d, &old[i]);
		else
			*doc_add_block(d, old[i].kind, 0, 0) = old[i];
}

/* ---- one paragraph in two blocks ---- */

enum {
	LONG_BYTES = 160, /* a paragraph of a few words may be a heading without a full stop */
	PART_BYTES = 60,
};

static bool is_running_text(const struct block *b)
{
	return (b->kind == BLOCK_PARA || b->kind == BLOCK_ITEM) && !b->table && !b->hidden;
}

/*
 * Does the document end its paragraphs and items with a stop? Then one without, before one that begins small, was cut
 * in mid-sentence: by a page end, or by the program that made paragraphs of lines. Elsewhere it may be a list.
 */
static bool is_punctuated(const struct doc *d)
{
	size_t n = 0, stopped = 0;

	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		if (!is_running_text(b) || b->end - b->start < LONG_BYTES)
			continue;
		n++;
		stopped += sign_is_stop(sign_at_end(doc_slice(d, b->start, b->end)));
	}
	return stopped * 10 >= n * 7;
}

/* Does the last word need another one behind it? Surnames look like adjectives: only small words are asked about. */
static bool ends_open(struct clean *c, struct span s)
{
	size_t at = s.n, next;

	while (at > 0) {
		size_t i = at;

		if (!utf8_is_letter(utf8_prev(s, &i)))
			break;
		at = i;
	}
	next = at;
	return at < s.n && !utf8_is_upper(utf8_next(s, &next)) && dict_is_open(c, span_sub(s, at, s.n));
}

static bool goes_on(struct clean *c, const struct block *a, const struct block *b, bool pages)
{
	const struct doc *d = c->d;
	struct span before = doc_slice(d, a->start, a->end), after = doc_slice(d, b->start, b->end);
	unsigned sign = sign_at_end(before);

	if (!is_running_text(a) || !is_running_text(b) || b->kind == BLOCK_ITEM || b->mark.n || before.n < PART_BYTES)
		return false;
	if (sign_is_stop(sign) || mark_of(after).kind != MARK_NONE || !sign_has_lower(before))
		return false;
	if (sign_opening(after) == OPENS_LOWER)
		return true;
	if (ends_open(c, before))
		return true;
	if (!pages || before.n < LONG_BYTES)
		return false;
	return (sign == ',' || (sign >= '0' && sign <= '9' && after.p[0] == '\xC2')) && after.n >= LONG_BYTES / 2;
}

void clean_pages(struct clean *c)
{
	struct doc *d = c->d;
	bool pages =
		span_is(d->source.format, "txt") || span_is(d->source.format, "md") || span_is(d->source.format, "pdf");
	size_t kept = 0;

	if (!is_punctuated(d))
		return;
	for (size_t i = 0; i < d->n_blocks; i++) {
		if (kept && goes_on(c, &d->blocks[kept - 1], &d->blocks[i], pages))
			d->blocks[kept - 1].end = d->blocks[i].end;
		else
			d->blocks[kept++] = d->blocks[i];
	}
	d->n_blocks = kept;
}
