/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a paragraph ends. The strongest sign in set text: a line was broken although the next word would have fitted.
 * Then indent, leading, size and list marks; over a column or page only the words themselves are left to ask.
 */
#include "pdf_blocks.h"

#include <math.h>
#include <stdlib.h>

#include "out.h"
#include "pdf_furniture.h"
#include "pdf_vocab.h"
#include "utf8.h"

enum { FULL_BYTES = 40 }; /* a shorter line fills no column: a title, not a paragraph that goes on */

struct flow {
	const struct pdf_text *t;
	struct out out;
	double body;         /* size of the running text */
	double leading;      /* usual distance of baselines in it, in sizes */
	bool bold_body;      /* most of the text is bold: weight says nothing */
	bool indents;        /* paragraphs begin with an indent */
	struct vocab *vocab; /* made when first asked */
	size_t *block;       /* lines of the block being built */
	size_t n, cap;
	size_t *later; /* furniture and notes that wait for its end */
	size_t n_later, cap_later;
};

static unsigned last_char(struct span s)
{
	size_t at = s.n;
	return utf8_prev(s, &at);
}

static unsigned first_char(struct span s)
{
	size_t at = 0;
	return utf8_next(s, &at);
}

static bool is_closing(unsigned c)
{
	return c == 0xbb || c == 0x201d || c == 0x201c || c == '"' || c == ')' || c == ']';
}

/* Does the text end a sentence or a list item? */
static bool ends_sentence(struct span s)
{
	size_t at = s.n;
	unsigned c = utf8_prev(s, &at);
	while (is_closing(c) && at > 0)
		c = utf8_prev(s, &at);
	return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026;
}

static bool ends_hyphen(struct span s)
{
	unsigned c = last_char(s);
	return c == '-' || c == 0xad || c == 0x2010;
}

static bool is_lower(unsigned c)
{
	return utf8_is_letter(c) && !utf8_is_upper(c);
}

/* Bytes of a list mark that a space follows at the start: "•", "–", "3.", "3.1.", "3)", "а)", "IV."; 0: none. */
static size_t list_mark(struct span s)
{
	size_t at = 0, parts = 0;
	unsigned c = first_char(s);
	if (c == '-' || c == '*' || c == 0x2013 || c == 0x2014 || c == 0x2022 || c == 0xb7 || c == 0x25cf ||
	    c == 0x25aa || c == 0x25a0 || c == 0x25cb || c == 0x2023 || c == 0x2713 || c == 0x27a2 ||
	    (c >= 0xe000 && c < 0xf900)) {
		utf8_next(s, &at);
		return at == s.n || s.p[at] == ' ' ? at : 0;
	}
	while (at < s.n) {
		size_t from = at;
		while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9' && at - from < 4)
			at++;
		if (at == from && parts == 0) {
			while (at < s.n && at - from < 5 && strchr("IVXLC", s.p[at]))
				at++;
			if (at == from && utf8_is_letter(c) && !utf8_is_upper(c))
				utf8_next(s, &at);
		}
		if (at == from || at == s.n || (s.p[at] != '.' && s.p[at] != ')'))
			return parts && at == from && at < s.n && s.p[at] == ' ' ? at : 0;
		at++;
		parts++;
	}
	return 0;
}

static bool same_size(const struct line *a, const struct line *b)
{
	double off = a->conf || b->conf ? 0.2 : 0.08; /* recognized sizes are guesses */
	return fabs(a->size - b->size) < off * fmax(a->size, b->size);
}

/* Would the next line's first word have fitted behind a? Then the break was meant. */
static bool is_short(const struct line *a, const struct line *next)
{
	return a->right - a->box.x1 > next->first + a->space + 0.1 * a->size;
}

static bool is_centred(const struct line *l)
{
	double left = l->box.x0 - l->left, right = l->right - l->box.x1;
	return left > l->size && right > l->size && fabs(left - right) < 1.5 * l->size;
}

/* Two lines of a title in the middle of the column. */
static bool centred_pair(const struct line *a, const struct line *b)
{
	bool middle = is_centred(a) || is_centred(b);
	double off = (a->box.x0 + a->box.x1) / 2 - (b->box.x0 + b->box.x1) / 2;
	return middle && fabs(off) < 0.6 * a->size && a->bold == b->bold && !ends_sentence(a->text);
}

/* b follows a in another column or on another page: the words decide. */
static bool continues_elsewhere(const struct flow *f, const struct line *a, const struct line *b)
{
	if (!same_size(a, b) || (a->bold != b->bold && !f->bold_body))
		return false;
	if (ends_hyphen(a->text) && is_lower(first_char(b->text)))
		return true;
	if (list_mark(b->text) || is_short(a, b) || a->text.n < FULL_BYTES)
		return false;
	if (is_lower(first_char(b->text)))
		return true;
	if (ends_sentence(a->text))
		return f->indents && b->box.x0 - b->left < 0.5 * b->size;
	return true;
}

/* Is b the line below a in the same column? */
static bool is_below(const struct line *a, const struct line *b)
{
	return a->page == b->page && b->box.y0 > a->box.y0 &&
	       (a->column == b->column || fabs(a->left - b->left) < 2 * a->size) && b->box.y1 - a->box.y1 < 3 * a->size;
}

/* A line that is a mark and nothing else. */
static bool is_lone_mark(const struct line *l)
{
	return l->cell < 0 && l->text.n > 0 && list_mark(l->text) == l->text.n;
}

/* a is the last line of the block, b the next one of the document. */
static bool continues(const struct flow *f, const struct line *a, const struct line *b)
{
	if (a->cell >= 0 || b->cell >= 0)
		return a->cell == b->cell;
	if (!is_below(a, b))
		return continues_elsewhere(f, a, b);
	double em = fmax(a->size, b->size), indent = b->box.x0 - a->box.x0;
	if (is_lone_mark(a) && f->n == 1)
		return indent > 0;
	bool mark = list_mark(b->text) > 0, first = f->n < 2;
	if (!same_size(a, b) || b->box.y1 - a->box.y1 > (f->leading * 1.25) * em + 1)
		return false;
	if (mark && (ends_sentence(a->text) || last_char(a->text) == ',' || is_short(a, b) || fabs(indent) > 0.5 * em))
		return false;
	if (centred_pair(a, b))
		return true;
	if (is_short(a, b))
		return false;
	if (indent > 0.8 * em)
		return first && list_mark(f->t->lines[f->block[0]].text) > 0;
	return indent > -0.8 * em || first;
}

static int cmp_double(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

/* The middle one of the distances between lines that fill their column, in sizes. */
static double usual_leading(const struct pdf_text *t)
{
	double *d = mem_alloc((t->n + 1) * sizeof *d), r = 1.2;
	size_t n = 0;
	for (size_t i = 1; i < t->n; i++) {
		const struct line *a = &t->lines[i - 1], *b = &t->lines[i];
		if (a->cell < 0 && b->cell < 0 && a->column == b->column && same_size(a, b) && is_below(a, b) &&
		    !is_short(a, b) && b->size > 1)
			d[n++] = (b->box.y1 - a->box.y1) / b->size;
	}
	qsort(d, n, sizeof *d, cmp_double);
	if (n)
		r = d[n / 2];
	free(d);
	return r < 1 ? 1 : r;
}

static void measure(struct flow *f)
{
	const struct pdf_text *t = f->t;
	size_t bold = 0, all = 0, indented = 0, flush = 0;
	f->body = pdf_body_size(t);
	f->leading = usual_leading(t);
	for (size_t i = 0; i < t->n; i++) {
		const struct line *l = &t->lines[i];
		if (l->role != LINE_BODY || l->cell >= 0)
			continue;
		all += l->text.n;
		bold += l->bold ? l->text.n : 0;
		bool starts = i && ends_sentence(l[-1].text) && !list_mark(l->text) && l[-1].column == l->column;
		double in = l->box.x0 - l->left;
		indented += starts && in > 0.8 * l->size && in < 5 * l->size;
		flush += starts && in < 0.5 * l->size && utf8_is_upper(first_char(l->text));
	}
	f->bold_body = bold * 2 > all;
	f->indents = indented > flush;
}

static bool has_lower(struct span s)
{
	for (size_t at = 0; at < s.n;)
		if (is_lower(utf8_next(s, &at)))
			return true;
	return false;
}

/* Heading by size, weight or capitals in the middle; *level gets its level. */
static bool is_heading(const struct flow *f, int *level)
{
	const struct line *l = &f->t->lines[f->block[0]], *last = &f->t->lines[f->block[f->n - 1]];
	size_t bytes = 0;
	bool bold = true, lower = false;
	for (size_t i = 0; i < f->n; i++) {
		bytes += f->t->lines[f->block[i]].text.n;
		bold = bold && f->t->lines[f->block[i]].bold;
		lower = lower || has_lower(f->t->lines[f->block[i]].text);
	}
	unsigned end = last_char(last->text);
	if (f->n > 6 || bytes > 600 || end == ';' || end == ',' || (end == '.' && bytes > 160))
		return false;
	double ratio = f->body > 0 ? l->size / f->body : 1;
	*level = ratio > 1.5 ? 1 : ratio > 1.12 ? 2 : 3;
	return ratio > 1.12 || (bold && !f->bold_body && ratio > 0.9) ||
	       (!lower && is_centred(l) && bytes > 6 && utf8_is_upper(first_char(l->text)));
}

/* The level of the block in the outline; 0: it is not there. */
static int outline_level(const struct flow *f)
{
	unsigned long long hash = 0;
	if (f->t->n_outline == 0 || f->n > 6)
		return 0;
	for (size_t i = 0; i < f->n; i++)
		pdf_text_hash(&hash, f->t->lines[f->block[i]].text);
	for (size_t i = 0; i < f->t->n_outline; i++)
		if (f->t->outline[i].hash == hash)
			return f->t->outline[i].level;
	return 0;
}

static enum block_kind kind_of(struct flow *f, struct block *b)
{
	const struct line *l = &f->t->lines[f->block[0]];
	int level = 0;
	if (l->cell >= 0) {
		const struct cell *c = &f->t->cells[l->cell];
		b->table = c->table;
		b->row = c->row;
		b->col = c->col;
		b->rowspan = c->rowspan;
		b->colspan = c->colspan;
		b->head = c->head;
		return BLOCK_CELL;
	}
	if (l->role == LINE_HEADER || l->role == LINE_FOOTER) {
		b->hidden = true;
		return l->role == LINE_HEADER ? BLOCK_HEADER : BLOCK_FOOTER;
	}
	if (l->role == LINE_NOTE)
		return BLOCK_NOTE;
	b->level = outline_level(f);
	if (b->level)
		return BLOCK_HEADING;
	if (is_heading(f, &level)) {
		b->level = level;
		return BLOCK_HEADING;
	}
	return BLOCK_PARA;
}

/* The word that s begins or (last) ends with. */
static struct span edge_word(struct span s, bool last)
{
	size_t at = last ? s.n : 0, to = at;
	while (last ? at > 0 : at < s.n) {
		if (!utf8_is_word(last ? utf8_prev(s, &at) : utf8_next(s, &at)))
			return last ? span_sub(s, to, s.n) : span_sub(s, 0, to);
		to = at;
	}
	return s;
}

/* Padding of the cell that the block is: the least distance of a line to the cell's left border. */
static double padding(const struct flow *f)
{
	double least = 1e9;
	for (size_t i = 0; i < f->n; i++) {
		const struct line *l = &f->t->lines[f->block[i]];
		least = fmin(least, fmax(0, l->box.x0 - l->left));
	}
	return least;
}

/*
 * Was a word cut between two lines of a cell without a hyphen? That is done to a word wider than its cell: it begins
 * the line and fills it, so that the next letter would not fit. By chance many a line is full like that: only a whole
 * that the document knows, or one last letter, tells; svod-clean asks the dictionary about the others.
 */
static bool is_cut_word(struct flow *f, const struct line *a, const struct line *b)
{
	if (a->cell < 0 || a->cell != b->cell || memchr(a->text.p, ' ', a->text.n) || !is_lower(first_char(b->text)) ||
	    !utf8_is_letter(last_char(a->text)))
		return false;
	struct span head = edge_word(a->text, true), rest = edge_word(b->text, false);
	double letter = (a->box.x1 - a->box.x0) / (double)utf8_count(a->text);
	if (a->right - padding(f) - a->box.x1 > letter)
		return false;
	if (!f->vocab)
		f->vocab = vocab_new(f->t);
	struct buf whole = { 0 };
	buf_add(&whole, head);
	buf_add(&whole, rest);
	bool joined = vocab_count(f->vocab, buf_span(&whole)) > 0;
	buf_free(&whole);
	return joined || (utf8_count(rest) < 2 && vocab_count(f->vocab, head) == 0);
}

/* Points to the hundredth: enough to find the words by, and short in the stream. */
static double hundredth(double v)
{
	return rint(v * 100) / 100;
}

/* Where the line stands on the page as it is shown. */
static struct map_run place_of(const struct pdf_text *t, const struct line *l)
{
	struct box sheet = t->sheets[l->page - 1],
		   b = box_unturn(l->box, t->turns[l->page - 1] & 3, sheet.x1, sheet.y1);
	return (struct map_run){ .kind = MAP_PAGE,
				 .page = l->page,
				 .box = { hundredth(b.x0), hundredth(b.y0), hundredth(b.x1), hundredth(b.y1) } };
}

/* Writes the lines in f->block as one block. */
static void put_block(struct flow *f)
{
	long conf = 0;
	if (f->n == 0)
		return;
	struct block *b = out_open(&f->out, BLOCK_PARA);
	b->kind = kind_of(f, b);
	for (size_t i = 0; i < f->n; i++) {
		const struct line *l = &f->t->lines[f->block[i]];
		struct map_run place = place_of(f->t, l);
		if (i && !is_cut_word(f, &f->t->lines[f->block[i - 1]], l))
			out_extend(&f->out, SPAN("\n"), 0);
		out_text(&f->out, l->text, &place);
		conf += l->conf;
	}
	b->conf = (int)(conf / (long)f->n);
	out_close(&f->out);
	f->n = 0;
}

static void block_add(struct flow *f, size_t line)
{
	MEM_ROOM(f->block, f->n, f->cap);
	f->block[f->n++] = line;
}

/* What waited for the end of the paragraph: each stretch of one role on one page is a block. */
static void put_later(struct flow *f)
{
	for (size_t i = 0; i < f->n_later; i++) {
		const struct line *l = &f->t->lines[f->later[i]];
		if (f->n) {
			const struct line *o = &f->t->lines[f->block[f->n - 1]];
			bool new_note = l->role == LINE_NOTE && l->text.p[0] >= '0' && l->text.p[0] <= '9';
			if (o->role != l->role || o->page != l->page || new_note)
				put_block(f);
		}
		block_add(f, f->later[i]);
	}
	put_block(f);
	f->n_later = 0;
}

/* Does the next line of running text begin with a list mark? */
static bool next_is_item(const struct pdf_text *t, size_t i)
{
	for (i++; i < t->n; i++)
		if (t->lines[i].role == LINE_BODY)
			return list_mark(t->lines[i].text) > 0;
	return false;
}

void pdf_blocks(const struct pdf_text *t, struct doc *d)
{
	struct flow f = { .t = t };
	measure(&f);
	out_start(&f.out, d);
	for (size_t i = 0; i < t->n; i++) {
		const struct line *l = &t->lines[i];
		if (l->role != LINE_BODY) {
			MEM_ROOM(f.later, f.n_later, f.cap_later);
			f.later[f.n_later++] = i;
			continue;
		}
		if (is_lone_mark(l) && next_is_item(t, i))
			continue; /* the empty item that a nested list hangs from */
		if (f.n == 0 || !continues(&f, &t->lines[f.block[f.n - 1]], l)) {
			put_block(&f);
			put_later(&f);
		}
		block_add(&f, i);
	}
	put_block(&f);
	put_later(&f);
	out_finish(&f.out);
	vocab_free(f.vocab);
	free(f.block);
	free(f.later);
}
