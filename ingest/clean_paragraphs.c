/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain text to paragraphs. Neither line ends nor blank lines can be trusted: programs that take text out of PDF files
 * put blank lines behind the first line of a paragraph and at every page end. So each break between two lines is judged
 * by what stands on both sides of it: how full the line is, how it ends, how the next one begins.
 */
#include "clean_layout.h"
#include "clean_mark.h"
#include "clean_p.h"
#include "clean_table.h"
#include "utf8.h"

/* The last character of a line that says something: closing quotes and brackets are looked through. */
static unsigned final_sign(struct span s)
{
	size_t at = s.n;

	while (at > 0) {
		unsigned c = utf8_prev(s, &at);

		if (c != 0xBB && c != 0x201D && c != 0x201C && c != '"' && c != ')' && c != '*' && c != '_')
			return c;
	}
	return 0;
}

static bool has_lower(struct span s)
{
	for (size_t i = 0; i < s.n;) {
		unsigned c = utf8_next(s, &i);

		if (utf8_is_letter(c) && !utf8_is_upper(c))
			return true;
	}
	return false;
}

/* How a line begins, as far as paragraphs care. */
enum opening { OPENS_LOWER, OPENS_UPPER, OPENS_OTHER };

static enum opening opening_of(struct span s)
{
	for (size_t i = 0; i < s.n;) {
		unsigned c = utf8_next(s, &i);

		if (utf8_is_letter(c))
			return utf8_is_upper(c) ? OPENS_UPPER : OPENS_LOWER;
		if (c != 0xAB && c != 0x201E && c != 0x201C && c != '"' && c != '(' && c != '*' && c != '_')
			return OPENS_OTHER;
	}
	return OPENS_OTHER;
}

/* What is known about the break between line k and line k + 1. */
struct seam {
	struct span before, after;
	unsigned sign; /* the last of before */
	enum opening opening;
	bool full, gap, wrapped;
};

/* Does the next line begin a list item? A dash in a full line that goes on is a dash. */
static bool begins_item(const struct seam *s)
{
	struct mark m = mark_of(s->after);

	if (m.kind == MARK_NONE)
		return false;
	if (m.kind == MARK_DASH && s->full && !s->gap && s->sign != ';' && s->sign != ':' && s->sign != '.')
		return false;
	return true;
}

/* Behind . ! ? ; : at the line end. */
static bool continues_after_stop(const struct seam *s)
{
	if (s->gap || !s->full)
		return false;
	if (s->sign == ':')
		return s->opening != OPENS_LOWER;
	return s->sign != ';';
}

static bool continues(const struct seam *s)
{
	if (begins_item(s))
		return false;
	switch (s->sign) {
	case '.':
	case '!':
	case '?':
	case ';':
	case ':':
	case 0x2026:
		return continues_after_stop(s);
	default:
		break;
	}
	if (s->opening == OPENS_LOWER)
		return true;
	if (!s->wrapped)
		return false;
	if (s->full)
		return true;
	if (s->opening == OPENS_UPPER)
		return !s->gap && !has_lower(s->before) && !has_lower(s->after);
	return !s->gap;
}

static struct seam seam_at(const struct doc *d, const struct layout *ls, size_t k)
{
	struct seam s = {
		.before = doc_slice(d, ls->v[k].start, ls->v[k].end),
		.after = doc_slice(d, ls->v[k + 1].start, ls->v[k + 1].end),
		.full = layout_is_full(d, ls, k),
		.gap = ls->v[k + 1].gap,
		.wrapped = ls->width > 0,
	};

	s.sign = final_sign(s.before);
	s.opening = opening_of(s.after);
	return s;
}

/* Only plain text is looked at: other readers know their paragraphs. */
static bool is_plain(const struct doc *d)
{
	if (!span_is(d->source.format, "txt"))
		return false;
	for (size_t i = 0; i < d->n_blocks; i++)
		if (d->blocks[i].kind != BLOCK_PARA)
			return false;
	return true;
}

void clean_paragraphs(struct clean *c)
{
	struct doc *d = c->d;
	struct layout ls;
	struct block *open = NULL;

	if (!is_plain(d))
		return;
	ls = layout_of(d);
	d->blocks = NULL;
	d->n_blocks = d->cap_blocks = 0;
	for (size_t k = 0; k < ls.n; k++) {
		struct seam s;
		size_t behind = open ? k : table_read(c, &ls, k);

		if (behind > k) {
			k = behind - 1;
			continue;
		}
		if (ls.v[k].chars == 0)
			continue;
		if (!open)
			open = doc_add_block(d, BLOCK_PARA, ls.v[k].start, ls.v[k].end);
		open->end = ls.v[k].end;
		if (k + 1 == ls.n)
			break;
		s = seam_at(d, &ls, k);
		if (!continues(&s) || ls.v[k + 1].tab)
			open = NULL;
	}
}
