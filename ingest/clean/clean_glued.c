/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks that have grown together: a heading with its text, a lead with the first item of its list. */
#include "clean_glued.h"

#include "clean_dict.h"
#include "clean_signs.h"
#include "utf8.h"

enum {
	HEADING_BYTES = 300, /* a heading is no longer */
	TITLE_BYTES = 120,   /* a sentence without a verb that is no longer may belong to the heading */
	BODY_BYTES = 80,
	LONG_BYTES = 200,    /* behind a full stop no verb is needed to tell so much text from a heading */
	VERB_WORDS = 30,     /* the verb of a sentence stands among so many first words */
	NEAR_BYTES = 200000, /* so far around a word its other places are looked for */
	LEAD_BYTES = 300,
	REST_BYTES = 60,
};

static size_t word_end(struct span s, size_t at)
{
	while (at < s.n) {
		size_t next = at;
		unsigned c = utf8_next(s, &next);

		if (!utf8_is_letter(c) && c != '-')
			break;
		at = next;
	}
	return at;
}

/* Is there a finite verb among the first words of s? */
static bool has_verb(struct clean *c, struct span s)
{
	size_t at = 0;

	for (int words = 0; words < VERB_WORDS && at < s.n;) {
		size_t end = word_end(s, at);

		if (end == at) {
			utf8_next(s, &at);
			continue;
		}
		if (dict_is_verb(c, span_sub(s, at, end)))
			return true;
		at = end;
		words++;
	}
	return false;
}

/* Does the word at `at` stand with a capital in the middle of a sentence elsewhere: a name, or what this text writes
 * so? */
static bool is_written_big(const struct doc *d, size_t at, size_t end)
{
	struct span word = span_sub(d->text, at, end), near = span_sub(d->text, 0, at + NEAR_BYTES);

	for (size_t cut = 0; cut < 2 && word.n > 8; cut++)
		utf8_prev(word, &word.n);
	for (size_t i = at > NEAR_BYTES ? at - NEAR_BYTES : 0; (i = span_find(near, word, i)) != SPAN_NONE;
	     i += word.n) {
		size_t before = i;

		if (i == at || i < 2 || d->text.p[i - 1] != ' ')
			continue;
		before--;
		if (utf8_is_letter(utf8_prev(d->text, &before)))
			return true;
	}
	return false;
}

/* Can the text from `at` to the end of the block be the body, and not more of the heading? */
static bool is_body(struct clean *c, size_t at, size_t end, bool stop)
{
	struct span rest = doc_slice(c->d, at, end);

	if (stop && rest.n >= LONG_BYTES)
		return true;
	return rest.n >= BODY_BYTES && has_verb(c, rest);
}

size_t glued_body(struct clean *c, const struct block *b)
{
	const struct doc *d = c->d;
	size_t from = block_body(b), limit = from + HEADING_BYTES < b->end ? from + HEADING_BYTES : b->end;

	if (b->end - from < BODY_BYTES || !dict_is_there(c) ||
	    dict_is_verb(c, span_sub(d->text, from, word_end(span_sub(d->text, 0, b->end), from))))
		return 0;
	for (size_t at = from; (at = span_find_char(d->text, ' ', at)) < limit; at++) {
		size_t word = at + 1, next = word, end, before = at;
		unsigned sign = utf8_prev(d->text, &before);

		if (word >= b->end || !utf8_is_upper(utf8_next(d->text, &next)) || sign == ':' || sign == ';')
			continue;
		end = word_end(span_sub(d->text, 0, b->end), word);
		if (sign != '.' && (!utf8_is_letter(sign) || !dict_is_plain(c, span_sub(d->text, word, end)) ||
				    is_written_big(d, word, end)))
			continue;
		if (is_body(c, word, b->end, sign == '.'))
			return word;
	}
	return 0;
}

void glued_cut(struct clean *c, struct cuts *cuts, size_t i, size_t at)
{
	ARENA_ROOM(&c->d->arena, cuts->v, cuts->n, cuts->cap);
	cuts->v[cuts->n++] = (struct cut){ i, at };
	edit_replace(&c->edits, c->d, at - 1, at, SPAN("\n"));
}

void glued_finish(struct clean *c, const struct cuts *cuts)
{
	struct doc *d = c->d;
	const struct block *old = d->blocks;
	size_t n = d->n_blocks, k = 0;

	if (!cuts->n)
		return;
	d->blocks = NULL;
	d->n_blocks = d->cap_blocks = 0;
	for (size_t i = 0; i < n; i++) {
		struct block *b = doc_add_block(d, old[i].kind, 0, 0);

		*b = old[i];
		if (k == cuts->n || cuts->v[k].block != i)
			continue;
		b->end = cuts->v[k].at - 1;
		doc_add_block(d, BLOCK_PARA, cuts->v[k].at, old[i].end)->conf = old[i].conf;
		k++;
	}
}

void glued_take_rest(struct clean *c, size_t i)
{
	struct doc *d = c->d;
	struct block *b = &d->blocks[i], *next = b + 1;
	struct span s;
	size_t stop, blank;

	if (i + 1 >= d->n_blocks || next->kind != BLOCK_PARA || next->table || next->mark.n ||
	    sign_is_stop(sign_at_end(doc_slice(d, b->start, b->end))))
		return;
	s = doc_slice(d, next->start, next->end);
	stop = span_find(span_sub(s, 0, REST_BYTES), SPAN(". "), 0);
	blank = span_find_char(s, ' ', 0);
	if (stop == SPAN_NONE || blank < stop)
		return;
	edit_replace(&c->edits, d, b->end, next->start, SPAN(" "));
	edit_replace(&c->edits, d, next->start + stop + 1, next->start + stop + 2, SPAN("\n"));
	b->end = next->start + stop + 1;
	next->start += stop + 2;
}

/* "Союз использует: участие в работе …;" before items that begin small: the byte behind ": ", 0 if there is none. */
static size_t end_of_lead(const struct doc *d, size_t i)
{
	const struct block *b = &d->blocks[i], *next = &d->blocks[i + 1];
	struct span s = doc_slice(d, b->start, b->end);
	size_t colon = span_find(span_sub(s, 0, LEAD_BYTES), SPAN(": "), 0);
	unsigned sign;

	if (colon == SPAN_NONE || b->kind != BLOCK_PARA || b->table || b->hidden || sign_at_end(s) != ';')
		return 0;
	if (next->kind != BLOCK_PARA || next->table || next->hidden || sign_opening(s) != OPENS_UPPER)
		return 0;
	sign = sign_at_end(doc_slice(d, next->start, next->end));
	if (sign_opening(doc_slice(d, next->start, next->end)) != OPENS_LOWER || (sign != ';' && sign != '.'))
		return 0;
	if (sign_opening(span_sub(s, colon + 2, s.n)) != OPENS_LOWER)
		return 0;
	return b->start + colon + 2;
}

void clean_leads(struct clean *c)
{
	struct doc *d = c->d;
	struct cuts cuts = { 0 };

	for (size_t i = 0; i + 1 < d->n_blocks; i++) {
		size_t at = end_of_lead(d, i);

		if (at)
			glued_cut(c, &cuts, i, at);
	}
	glued_finish(c, &cuts);
}
