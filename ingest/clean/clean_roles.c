/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What blocks are, where the reader could not say: contents, title, signatures, captions, and the unmarked items of
 * a list. Each is known by its words (rules/lexicon/structure.tsv), its shape and its neighbours.
 */
#include "clean_lexicon.h"
#include "clean_mark.h"
#include "clean_p.h"
#include "clean_signs.h"
#include "utf8.h"

enum {
	BARE_LETTERS = 24, /* "План работы", "Коллективный договор" say not yet whose */
	TITLE_BLOCKS = 20, /* a title stands among so many first blocks */
	TITLE_BYTES = 600,
	BODY_BYTES = 500, /* a paragraph of that size begins the body */
	CONTENTS_BYTES = 1500,
	CONTENTS_BLOCKS = 200,
	SIGNATURE_BYTES = 300,
	VERB_BYTES = 10,
	LAST_BLOCKS = 10, /* where signatures stand that do not begin with the post */
	CAPTION_BYTES = 300,
	FOLDED_BYTES = 200,
};

static struct span text_of(const struct doc *d, const struct block *b)
{
	return doc_slice(d, b->start, b->end);
}

/* Does the block begin with a word of that role? */
static bool begins_with(const struct clean *c, const struct block *b, const char *role)
{
	struct span s = utf8_whole(span_sub(text_of(c->d, b), 0, FOLDED_BYTES));
	const struct lexicon_phrase *p;
	char folded[FOLDED_BYTES];
	size_t at = 0, end;

	if (!lexicon_may_begin(c->structure, s) && s.n && s.p[0] != '"' && s.p[0] != '(' && s.p[0] != '*')
		return false;
	utf8_fold(s, folded);
	while (at < s.n && (s.p[at] == '"' || s.p[at] == '(' || s.p[at] == '*'))
		at++;
	p = lexicon_at(c->structure, span_make(folded, s.n), at, &end);
	return p && span_is(p->tag, role);
}

/* ---- contents ---- */

/* s without the leader and the page number at its end: "Введение ........ 3". *dots gets the width of the leader. */
static struct span without_leader(struct span s, size_t *dots)
{
	struct span ellipsis = SPAN("\u2026");

	*dots = 0;
	while (s.n && ((s.p[s.n - 1] >= '0' && s.p[s.n - 1] <= '9') || s.p[s.n - 1] == ' '))
		s.n--;
	for (;;) {
		if (span_ends(s, ellipsis)) {
			s.n -= ellipsis.n;
			*dots += 3;
		} else if (s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ' ')) {
			*dots += s.p[--s.n] == '.';
		} else {
			return s;
		}
	}
}

/* Dots lead to a number at the end. */
static bool is_contents_entry(struct span s)
{
	size_t dots;
	struct span title = without_leader(s, &dots);

	if (!s.n || !(s.p[s.n - 1] >= '0' && s.p[s.n - 1] <= '9'))
		return dots >= 5 && title.n > 0;
	return dots >= 3 && title.n > 0;
}

/* Does b say again what block a said, which is then a contents entry? Numbers and dots at the end do not count. */
static bool repeats(const struct doc *d, const struct block *a, const struct block *b)
{
	struct span x = doc_slice(d, block_body(a), a->end), y = doc_slice(d, block_body(b), b->end);
	char fx[FOLDED_BYTES], fy[FOLDED_BYTES];
	size_t dots;

	x = without_leader(x, &dots);
	x = utf8_whole(span_sub(x, 0, FOLDED_BYTES));
	y = span_sub(y, 0, x.n);
	if (x.n < 4 || y.n < x.n)
		return false;
	utf8_fold(x, fx);
	utf8_fold(y, fy);
	return !memcmp(fx, fy, x.n);
}

/*
 * A contents list that stands in the text as text is part of the document: its names count and its words can be found.
 * Only one that the reader knows for an automatic one is hidden, by the reader.
 */
static void make_contents(struct block *b)
{
	b->kind = BLOCK_TOC;
	b->mark = (struct span){ 0 };
	b->body = 0;
	b->level = 0;
}

/* The block that says again what the first entry behind the contents' heading at i said; 0: none. */
static size_t first_heading(const struct doc *d, size_t i)
{
	for (size_t k = i + 2; k < d->n_blocks && k < i + CONTENTS_BLOCKS; k++) {
		if (d->blocks[k].table || d->blocks[k].end - d->blocks[k].start > CONTENTS_BYTES)
			return 0;
		if (!is_contents_entry(text_of(d, &d->blocks[k])) && repeats(d, &d->blocks[i + 1], &d->blocks[k]))
			return k;
	}
	return 0;
}

/* The block behind the entries that follow the heading of the contents at block i. */
static size_t end_of_contents(const struct doc *d, size_t i)
{
	size_t k = i + 1 < d->n_blocks ? first_heading(d, i) : 0;

	if (k)
		return k;
	for (k = i + 1; k < d->n_blocks; k++)
		if (!is_contents_entry(text_of(d, &d->blocks[k])) && !d->blocks[k].hidden)
			break;
	return k;
}

void clean_contents(struct clean *c)
{
	struct doc *d = c->d;

	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block *b = &d->blocks[i];
		size_t end;

		if (b->table || b->hidden)
			continue;
		if (is_contents_entry(text_of(d, b)) && b->kind != BLOCK_TITLE) {
			make_contents(b);
			continue;
		}
		if (b->end - b->start > 60 || !begins_with(c, b, "contents"))
			continue;
		end = end_of_contents(d, i);
		for (size_t k = i; end > i + 2 && k < end; k++)
			if (!d->blocks[k].hidden)
				make_contents(&d->blocks[k]);
	}
}

/* ---- title ---- */

static bool is_title_like(const struct doc *d, const struct block *b)
{
	struct span s = text_of(d, b);
	unsigned sign = sign_at_end(s);

	if (b->table || b->hidden || b->dup || s.n > TITLE_BYTES || sign == ':' || sign == ';')
		return false;
	if (b->kind != BLOCK_PARA && b->kind != BLOCK_TITLE && b->kind != BLOCK_HEADING)
		return false;
	if (sign == '.' && b->kind == BLOCK_PARA)
		return false;
	return b->mark.n == 0 && sign_letters(s) >= 4;
}

/* Only a date, a number or a place: "30 ноября 2022 г.", "№ 20-3", "Москва". */
static bool is_date_line(const struct doc *d, const struct block *b)
{
	struct span s = text_of(d, b);
	bool digit = false;

	for (size_t i = 0; i < s.n; i++)
		digit |= s.p[i] >= '0' && s.p[i] <= '9';
	if (sign_opening(s) == OPENS_LOWER)
		return sign_is_day(s);
	if (s.n && s.p[0] >= '0' && s.p[0] <= '9')
		return s.n < 160;
	return s.n < 60 && (digit || span_find_char(s, ' ', 0) == SPAN_NONE);
}

/* "О …", "Об итогах …", "Про …": what a resolution is about. */
static bool is_subject(const struct doc *d, const struct block *b)
{
	static const char *const heads[] = { "О ", "Об ", "Обо ", "Про ", "Аб ", "по вопросу", "об ", "о ", "On " };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (span_starts(text_of(d, b), span_of(heads[i])))
			return true;
	return false;
}

/* Adds block i to the title that is being put together. */
static void add_to_title(struct doc *d, struct buf *title, size_t i)
{
	struct block *b = &d->blocks[i];

	if (title->n)
		buf_putc(title, ' ');
	buf_add(title, text_of(d, b));
	b->kind = BLOCK_TITLE;
	b->level = 0;
}

static size_t find_title(const struct clean *c)
{
	const struct doc *d = c->d;

	for (size_t i = 0; i < d->n_blocks && i < TITLE_BLOCKS; i++) {
		const struct block *b = &d->blocks[i];

		if (b->hidden)
			continue;
		if (b->kind == BLOCK_TITLE)
			return i;
		if (b->end - b->start > BODY_BYTES || b->mark.n || b->table)
			return SPAN_NONE;
		if (is_title_like(d, b) && begins_with(c, b, "title"))
			return i;
	}
	return SPAN_NONE;
}

/* Kazakh and Kyrgyz put the head last: "… жылға арналған іс-шаралар жоспары". */
static bool ends_with_title(const struct clean *c, struct span line)
{
	size_t last = line.n, end;
	const struct lexicon_phrase *p;
	char folded[FOLDED_BYTES];

	while (last > 0 && line.p[last - 1] != ' ')
		last--;
	line = span_sub(line, last, line.n);
	if (!line.n || line.n > sizeof folded)
		return false;
	utf8_fold(line, folded);
	p = lexicon_at(c->structure, span_make(folded, line.n), 0, &end);
	return p && span_is(p->tag, "title-last");
}

/*
 * "ANNUAL REPORT 2031", "… ҚАУЛЫСЫ": the word stands further on in a line of capitals, or a heading, at the top, or
 * ends the line where the language wants it there.
 */
static size_t find_late_title(const struct clean *c)
{
	const struct doc *d = c->d;
	char folded[BODY_BYTES];

	for (size_t i = 0, seen = 0; i < d->n_blocks && seen < 4; i++) {
		const struct block *b = &d->blocks[i];
		struct span s = text_of(d, b);

		if (b->hidden)
			continue;
		seen++;
		if (!is_title_like(d, b) || s.n > sizeof folded)
			continue;
		if (ends_with_title(c, s))
			return i;
		utf8_fold(s, folded);
		if (b->kind != BLOCK_HEADING && !sign_all_caps(s))
			continue;
		if (lexicon_in(c->structure, span_make(folded, s.n), "title"))
			return i;
	}
	return SPAN_NONE;
}

/*
 * Does block k go on with the title that the block before it began? Where the reader knows headings (styled), a
 * paragraph goes on only with a head that says nothing yet, or in lower case.
 */
static bool goes_on(const struct clean *c, size_t k, bool styled, struct span title)
{
	static const char *const others[] = { "approved", "annex", "period", "section", "contents" };
	const struct block *b = &c->d->blocks[k];
	struct span s = text_of(c->d, b);
	unsigned sign = sign_at_end(s);

	if (!is_title_like(c->d, b) || is_date_line(c->d, b) || b->kind == BLOCK_HEADING || sign == '.' || sign == ',')
		return false;
	if (styled && b->kind == BLOCK_PARA && sign_opening(s) != OPENS_LOWER && !sign_all_caps(s) &&
	    sign_letters(title) > BARE_LETTERS)
		return false;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (begins_with(c, b, others[i]))
			return false;
	return true;
}

/* The lines that go on with the title at block i; then, past date and place, the line that says what it is about. */
static void read_title(struct clean *c, size_t i)
{
	struct doc *d = c->d;
	struct buf title = { 0 };
	size_t k = i + 1;
	bool styled = d->blocks[i].kind != BLOCK_PARA;

	add_to_title(d, &title, i);
	while (k < d->n_blocks && !ends_with_title(c, text_of(d, &d->blocks[k - 1])) &&
	       goes_on(c, k, styled, buf_span(&title)))
		add_to_title(d, &title, k++);
	if (k == i + 1 && sign_letters(buf_span(&title)) <= BARE_LETTERS)
		for (; k < d->n_blocks && k < i + 8; k++) {
			if (d->blocks[k].end - d->blocks[k].start > TITLE_BYTES || d->blocks[k].mark.n ||
			    d->blocks[k].table)
				break;
			if (!is_subject(d, &d->blocks[k]) || !is_title_like(d, &d->blocks[k]))
				continue;
			add_to_title(d, &title, k);
			break;
		}
	jval_set_str(&d->arena, doc_meta(d), "title", buf_span(&title));
	buf_free(&title);
}

/* Where no word tells: the first heading, or the reader's title, stays what it is; a numbered one heads a part. */
static void title_from_heading(struct doc *d)
{
	if (jval_str(d->meta, "title").n)
		return;
	for (size_t i = 0; i < d->n_blocks && i < TITLE_BLOCKS; i++) {
		struct block *b = &d->blocks[i];

		if (b->hidden || b->end - b->start > TITLE_BYTES ||
		    (b->kind != BLOCK_HEADING && b->kind != BLOCK_TITLE))
			continue;
		if (b->mark.n)
			return;
		jval_set_str(&d->arena, doc_meta(d), "title", doc_slice(d, block_body(b), b->end));
		b->kind = BLOCK_TITLE;
		b->level = 0;
		return;
	}
}

void clean_title(struct clean *c)
{
	size_t i = find_title(c);

	if (i == SPAN_NONE)
		i = find_late_title(c);
	if (i != SPAN_NONE)
		read_title(c, i);
	else
		title_from_heading(c->d);
}

/* ---- signatures ---- */

/* Where "И.О. Фамилия" or "Фамилия И.О." begins that ends the text, or SPAN_NONE. */
static size_t name_at_end(struct span s)
{
	size_t from = s.n, words = 0, initials = 0, full = 0;

	while (from > 0 && words < 4) {
		size_t at = from, start, chars = 0;
		unsigned first = 0;

		while (at > 0 && (s.p[at - 1] == ' '))
			at--;
		for (start = at; start > 0 && s.p[start - 1] != ' ';) {
			first = utf8_prev(s, &start);
			chars++;
			if (first == '.' && chars > 1) {
				start++;
				first = 0;
				break;
			}
		}
		if (!first) { /* И.О.Фамилия without a blank: the rest is looked at as a word of its own */
			size_t peek = start;

			first = utf8_next(s, &peek);
			chars--;
		}
		if (!utf8_is_upper(first))
			break;
		if (s.p[at - 1] == '.' && chars <= 3)
			initials++;
		else if (full || chars < 3)
			break;
		else
			full++;
		from = start;
		words++;
	}
	return initials && full == 1 ? from : SPAN_NONE;
}

/* Single capitals with a full stop: initials. */
static int count_initials(struct span s)
{
	int n = 0;
	unsigned before = ' ', c = ' ';

	for (size_t i = 0; i < s.n;) {
		unsigned next = utf8_next(s, &i);

		n += next == '.' && utf8_is_upper(c) && !utf8_is_letter(before);
		before = c;
		c = next;
	}
	return n;
}

/* "Контроль возложить на секретаря Иванову О.Л.": what has a verb in small letters tells, it does not sign. */
static bool has_verb(struct span s)
{
	static const char *const ends[] = { "ить",   "ать",   "ять", "ется", "ится", "ются",  "ити", "ати",
					    "ється", "ються", "іць", "аць",  "яць",  "аецца", "сын", "сін" };

	while (s.n) {
		struct span word = span_cut(&s, ' ');
		size_t at = 0;
		unsigned first = word.n > VERB_BYTES ? utf8_next(word, &at) : 0;

		for (size_t i = 0; utf8_is_letter(first) && !utf8_is_upper(first) && i < sizeof ends / sizeof *ends;
		     i++)
			if (span_ends(word, span_of(ends[i])))
				return true;
	}
	return false;
}

static bool is_signature(const struct clean *c, const struct block *b)
{
	struct span s = text_of(c->d, b);

	return s.n <= SIGNATURE_BYTES && count_initials(s) <= 2 && name_at_end(s) != SPAN_NONE &&
	       begins_with(c, b, "post");
}

/* "От Профсоюза: председатель Иванов И.И.": the post stands inside, which counts at the end of the document. */
static bool is_late_signature(const struct clean *c, size_t i)
{
	const struct block *b = &c->d->blocks[i];
	struct span s = text_of(c->d, b);
	char folded[SIGNATURE_BYTES];

	if (s.n > SIGNATURE_BYTES || i + LAST_BLOCKS < c->d->n_blocks || count_initials(s) > 2 ||
	    name_at_end(s) == SPAN_NONE || begins_with(c, b, "title") || has_verb(s))
		return false;
	utf8_fold(s, folded);
	return lexicon_in(c->structure, span_make(folded, s.n), "post") != NULL;
}

static bool is_name_alone(const struct doc *d, const struct block *b)
{
	struct span s = text_of(d, b);

	return s.n <= 80 && name_at_end(s) == 0;
}

/* Two or three words with a capital each and nothing else: "Олена Вербицька". */
static bool is_full_name(struct span s)
{
	size_t words = 0, at = 0;

	if (s.n > 80)
		return false;
	while (at < s.n) {
		if (!utf8_is_upper(utf8_next(s, &at)))
			return false;
		while (at < s.n && s.p[at] != ' ')
			if (!utf8_is_letter(utf8_next(s, &at)) && s.p[at - 1] != '-')
				return false;
		at += at < s.n;
		words++;
	}
	return words == 2 || words == 3;
}

static struct span without_comma(struct span s)
{
	return span_ends(s, SPAN(",")) ? span_sub(s, 0, s.n - 1) : s;
}

static bool may_sign(const struct block *b)
{
	return b->kind == BLOCK_PARA && !b->table && !b->hidden && !b->mark.n;
}

/* "Председатель Правительства" / "Энской Республики  И.И. Иванов": the post takes two lines, the name ends the second.
 */
static bool signs_on(const struct clean *c, const struct block *before, const struct block *b)
{
	struct span post = text_of(c->d, before), s = text_of(c->d, b);
	size_t name = s.n <= SIGNATURE_BYTES ? name_at_end(s) : SPAN_NONE;

	return may_sign(before) && may_sign(b) && name != SPAN_NONE && name > 0 && post.n <= SIGNATURE_BYTES &&
	       name_at_end(post) == SPAN_NONE && !sign_is_stop(sign_at_end(post)) && begins_with(c, before, "post") &&
	       !begins_with(c, b, "post");
}

static void join_posts(struct clean *c)
{
	struct doc *d = c->d;
	size_t kept = 0;

	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block b = d->blocks[i];
		struct block *before = kept ? &d->blocks[kept - 1] : NULL;

		if (before && i + LAST_BLOCKS >= d->n_blocks && signs_on(c, before, &b)) {
			edit_replace(&c->edits, d, before->end, b.start, SPAN(" "));
			before->end = b.end;
			continue;
		}
		d->blocks[kept++] = b;
	}
	d->n_blocks = kept;
}

void clean_signatures(struct clean *c)
{
	struct doc *d = c->d;

	join_posts(c);

	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block *b = &d->blocks[i];

		if (!may_sign(b))
			continue;
		if (is_signature(c, b) || is_late_signature(c, i)) {
			b->kind = BLOCK_SIGNATURE;
		} else if (i > 0 &&
			   (is_name_alone(d, b) || (i + LAST_BLOCKS >= d->n_blocks && is_full_name(text_of(d, b)))) &&
			   may_sign(b - 1) && begins_with(c, b - 1, "post") &&
			   b[-1].end - b[-1].start <= SIGNATURE_BYTES &&
			   !sign_is_stop(sign_at_end(text_of(d, b - 1)))) {
			b->kind = BLOCK_SIGNATURE;
			b[-1].kind = BLOCK_SIGNATURE;
		} else if (i > 0 && i + LAST_BLOCKS >= d->n_blocks && begins_with(c, b, "post") && may_sign(b - 1) &&
			   b->end - b->start <= TITLE_BYTES / 4 && is_full_name(without_comma(text_of(d, b - 1)))) {
			b->kind = BLOCK_SIGNATURE; /* "Mary Smith, / General Secretary" */
			b[-1].kind = BLOCK_SIGNATURE;
		}
	}
}

/* ---- captions, items ---- */

/* "Таблица 2. …", "Рис. 1": the word, a number, little else. */
void clean_captions(struct clean *c)
{
	struct doc *d = c->d;

	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block *b = &d->blocks[i];
		struct span s = text_of(d, b);
		size_t digit = 0;

		if (b->kind != BLOCK_PARA || b->table || b->hidden || s.n > CAPTION_BYTES ||
		    !begins_with(c, b, "caption"))
			continue;
		while (digit < s.n && digit < 30 && !(s.p[digit] >= '0' && s.p[digit] <= '9'))
			digit++;
		if (digit < s.n && digit < 30 && sign_opening(s) == OPENS_UPPER && sign_at_end(s) != ':')
			b->kind = BLOCK_CAPTION;
	}
}

/* Behind a paragraph that ends with a colon, clauses that begin small and end with a semicolon are a list. */
void clean_items(struct clean *c)
{
	struct doc *d = c->d;
	bool open = false;

	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block *b = &d->blocks[i];
		struct span s = text_of(d, b);
		unsigned sign = sign_at_end(s);

		if (b->hidden || b->table)
			continue;
		if (open && b->kind == BLOCK_PARA && sign_opening(s) == OPENS_LOWER &&
		    (sign == ';' || sign == '.' || sign == ':' || sign == ',')) {
			b->kind = BLOCK_ITEM;
		}
		if (sign == ':' && (b->kind == BLOCK_PARA || b->kind == BLOCK_HEADING || b->kind == BLOCK_ITEM))
			open = true;
		else if (b->kind != BLOCK_ITEM || (sign == '.' && !b->mark.n))
			open = false;
	}
}
