/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain text to paragraphs. Neither line ends nor blank lines can be trusted: programs that take text out of PDF files
 * put blank lines behind the first line of a paragraph and at every page end. So each break between two lines is judged
 * by what stands on both sides of it: how full the line is, how it ends, how the next one begins.
 */
#include "clean_furniture.h"
#include "clean_join.h"
#include "clean_layout.h"
#include "clean_lexicon.h"
#include "clean_mark.h"
#include "clean_p.h"
#include "clean_signs.h"
#include "clean_table.h"
#include "utf8.h"

/* What is known about the break between two lines. */
struct seam {
	struct span before, after;
	unsigned sign; /* the last of before */
	enum opening opening;
	bool full, gap, wrapped;
	bool annex;     /* the paragraph begins with the words of an annex: "Приложение 1 к …" */
	bool section;   /* the next line begins a section, or the contents */
	int64_t blanks; /* lines of the source between them; 0: none, or unknown */
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

/* A numbered heading that lacks its last word or two, which stand alone with a full stop in the next line. */
static bool is_rest_of_heading(const struct seam *s)
{
	size_t blanks = 0;

	for (size_t i = 0; i < s->after.n; i++)
		blanks += s->after.p[i] == ' ';
	return blanks <= 1 && s->after.n > 0 && s->after.p[s->after.n - 1] == '.' &&
	       mark_of(s->before).kind == MARK_NUMBER;
}

/* "… охватит 12" and "500 членов": the groups of a large number. */
static bool is_large_number(struct span before, struct span after)
{
	size_t n = before.n, digits = 0;

	while (n > 0 && before.p[n - 1] >= '0' && before.p[n - 1] <= '9')
		n--;
	while (digits < after.n && after.p[digits] >= '0' && after.p[digits] <= '9')
		digits++;
	return before.n - n > 0 && before.n - n <= 3 && n > 0 && before.p[n - 1] == ' ' && digits == 3 &&
	       digits + 1 < after.n && after.p[3] == ' ' && sign_opening(span_sub(after, 4, after.n)) == OPENS_LOWER;
}

/* "2022-" and "2024 годы": a hyphen directly behind a letter or digit at the line end belongs to what follows. */
static bool is_divided(const struct seam *s)
{
	size_t before = s->before.n, after = 0;

	if (!s->gap && (number_is_divided(s->before, s->after) || is_large_number(s->before, s->after)))
		return true;
	if (s->gap || utf8_prev(s->before, &before) != '-' || before == 0)
		return false;
	return utf8_is_word(utf8_prev(s->before, &before)) && utf8_is_word(utf8_next(s->after, &after));
}

static bool continues(const struct seam *s)
{
	if (is_divided(s))
		return true;
	if (begins_item(s) || (s->gap && s->section))
		return false;
	if (s->gap && span_find(s->after, SPAN("   "), 0) != SPAN_NONE) /* date, place and number set in columns */
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
	if (s->annex && !s->gap)
		return true;
	if (!s->wrapped)
		return false;
	if (is_rest_of_heading(s))
		return true;
	if (s->gap && s->opening == OPENS_UPPER && !sign_has_lower(s->before) &&
	    sign_has_lower(s->after)) /* a letterhead in capitals, and a line that is not */
		return false;
	if (s->full) /* one blank line is noise, three and more are a page end, two were meant */
		return s->blanks != 2;
	if (s->opening == OPENS_UPPER)
		return !s->gap && !sign_has_lower(s->before) && !sign_has_lower(s->after);
	return !s->gap;
}

static struct seam seam_at(const struct doc *d, const struct layout *ls, size_t k, size_t next)
{
	struct seam s = {
		.before = doc_slice(d, ls->v[k].start, ls->v[k].end),
		.after = doc_slice(d, ls->v[next].start, ls->v[next].end),
		.full = layout_is_full(d, ls, k, next),
		.gap = ls->v[next].gap,
		.wrapped = ls->width > 0,
	};

	if (ls->v[k].source && ls->v[next].source > ls->v[k].source)
		s.blanks = ls->v[next].source - ls->v[k].source - 1;
	s.sign = sign_at_end(s.before);
	s.opening = sign_opening(s.after);
	return s;
}

/* ---- pages ---- */

static void reverse_lines(struct line *v, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct line l = v[i];

		v[i] = v[n - 1 - i];
		v[n - 1 - i] = l;
	}
}

/* Exchanges lines [from, middle) and [middle, to), in the text too; what is between them stays between them. */
static void exchange_lines(struct doc *d, struct layout *ls, size_t from, size_t middle, size_t to)
{
	size_t start = ls->v[from].start, cut = ls->v[middle].start, end = ls->v[to - 1].end;
	size_t first = ls->v[middle - 1].end - start, second = end - cut, between = cut - start - first;

	edit_exchange(d, start, cut, end);
	edit_exchange(d, start + second, start + second + first, end);
	for (size_t i = from; i < middle; i++) {
		ls->v[i].start += second + between;
		ls->v[i].end += second + between;
	}
	for (size_t i = middle; i < to; i++) {
		ls->v[i].start -= first + between;
		ls->v[i].end -= first + between;
	}
	ls->v[middle].gap = false;
	ls->v[from].gap = true;
	reverse_lines(ls->v + from, middle - from);
	reverse_lines(ls->v + middle, to - middle);
	reverse_lines(ls->v + from, to - from);
}

static bool may_go_on(const struct line *l)
{
	return l->role == BLOCK_PARA && l->chars > 0 && !l->tab;
}

/* What stands between two pages in the middle of a paragraph goes behind it. */
static void close_pages(struct doc *d, struct layout *ls)
{
	for (size_t from = 1; from + 1 < ls->n; from++) {
		size_t middle = from, to;
		struct seam s;

		while (middle < ls->n && ls->v[middle].role != BLOCK_PARA)
			middle++;
		if (middle == from || middle == ls->n || !may_go_on(&ls->v[from - 1]) || !may_go_on(&ls->v[middle]))
			continue;
		s = seam_at(d, ls, from - 1, middle);
		s.blanks = 0;
		s.gap = true;
		if (!continues(&s))
			continue;
		for (to = middle + 1; to < ls->n && may_go_on(&ls->v[to]); to++) {
			s = seam_at(d, ls, to - 1, to);
			if (!continues(&s))
				break;
		}
		exchange_lines(d, ls, from, middle, to);
		from += to - middle - 1; /* the paragraph may go on behind the next page end too */
	}
}

/* The word of the lexicon that s begins with, and in *end where it ends; or NULL. */
static const struct lexicon_phrase *opening_word(const struct clean *c, struct span s, size_t *end)
{
	char folded[64];

	s = utf8_whole(span_sub(s, 0, sizeof folded));
	if (!lexicon_may_begin(c->structure, s))
		return NULL;
	utf8_fold(s, folded);
	return lexicon_at(c->structure, span_make(folded, s.n), 0, end);
}

/* "Приложение 2 к постановлению" and the lines that go on with it: one stands for each line of a small column. */
static bool is_annex(const struct clean *c, struct span paragraph)
{
	size_t end;
	const struct lexicon_phrase *p = paragraph.n > 400 ? NULL : opening_word(c, paragraph, &end);

	return p && span_is(p->tag, "annex");
}

/* "Раздел 1. …", "Глава IV": the word with a number behind it; "СОДЕРЖАНИЕ" alone. */
static bool is_section(const struct clean *c, struct span line)
{
	size_t end;
	const struct lexicon_phrase *p = opening_word(c, line, &end);

	if (!p || sign_opening(line) != OPENS_UPPER)
		return false;
	if (span_is(p->tag, "contents"))
		return end == line.n;
	return span_is(p->tag, "section") && end + 1 < line.n && line.p[end] == ' ' &&
	       ((line.p[end + 1] >= '0' && line.p[end + 1] <= '9') || strchr("IVX", line.p[end + 1]));
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
	if (furniture_mark(d, &ls)) {
		edit_own_text(d);
		close_pages(d, &ls);
	}
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
		if (ls.v[k].role != BLOCK_PARA) {
			doc_add_block(d, ls.v[k].role, ls.v[k].start, ls.v[k].end)->hidden = true;
			continue;
		}
		if (!open)
			open = doc_add_block(d, BLOCK_PARA, ls.v[k].start, ls.v[k].end);
		open->end = ls.v[k].end;
		if (k + 1 == ls.n)
			break;
		s = seam_at(d, &ls, k, k + 1);
		s.annex = is_annex(c, doc_slice(d, open->start, open->end));
		s.section = is_section(c, s.after);
		if (!continues(&s) || ls.v[k + 1].tab || ls.v[k + 1].role != BLOCK_PARA ||
		    table_rows_begin(c, &ls, k + 1))
			open = NULL;
	}
}
