/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A resolution of a congress is named by the congress, which its letterhead prints on a line of its own. */
#include "act_meeting.h"

#include "act_name.h"
#include "act_speaker.h"
#include "recase.h"
#include "utf8.h"

/* A letterhead is a few short lines. */
enum { LINES_ABOVE = 4, LINE_WORDS = 24, MEETING_ADJECTIVES = 3 };

/* "VII", "XII", "15", "5-й": what a meeting is counted by. */
static bool is_ordinal(struct span fold)
{
	static const char *const roman[] = { "i", "v", "x", "l", "і", "х" }; /* the last two in Cyrillic */
	size_t at = 0;

	if (fold.n && fold.p[0] >= '0' && fold.p[0] <= '9')
		return true;
	while (at < fold.n) {
		size_t from = at, i = 0;

		utf8_next(fold, &at);
		while (i < sizeof roman / sizeof *roman && !span_is(span_sub(fold, from, at), roman[i]))
			i++;
		if (i == sizeof roman / sizeof *roman)
			return false;
	}
	return fold.n > 0;
}

/*
 * The genitive of the meeting at word i, in the document's language where several know it, and *next behind it; empty:
 * none.
 */
static struct span meeting_at(const struct resolver *r, const struct doc *d, const struct words *w, size_t i,
			      size_t *next)
{
	const struct lexicon *l = r->lexicon[LEX_MEETINGS];
	struct phrase_hit hits[PHRASE_HITS];
	size_t n = phrases_all(r->phrases[LEX_MEETINGS], r->fold, w, i, w->n, hits), best = 0;

	for (size_t k = n; k-- > 0;)
		if (span_eq(lexicon_cell(l, hits[k].row, "lang"), jval_str(d->meta, "lang")))
			best = k;
	*next = n ? i + hits[best].words : i;
	return n ? lexicon_cell(l, hits[best].row, "genitive") : (struct span){ 0 };
}

/* The organ whose line stands above the meeting's, in the genitive: a plenum is a committee's. */
static struct span organ_above(const struct resolver *r, struct doc *d, size_t block)
{
	for (size_t i = block; i-- > 0 && i + LINES_ABOVE >= block;) {
		const struct item *it = act_closing_body(r, d, d->blocks[i].start, d->blocks[i].end);

		if (!it)
			it = item_index_at(&r->names, block_body(&d->blocks[i]), ITEM_ORG);
		if (it && span_is(jval_str(it->norm, "kind"), "organ"))
			return act_name_genitive(r, d, jval_str(it->norm, "canonical"));
	}
	return (struct span){ 0 };
}

/* The organ before the ordinal in its own block, "СОВЕТ VII ПЛЕНУМ", else the one above. */
static struct span organ_before(const struct resolver *r, struct doc *d, size_t block, const struct words *w)
{
	for (size_t i = 1; i < w->n; i++) {
		const struct item *it = is_ordinal(word_text(r->fold, w->v[i]))
						? act_closing_body(r, d, d->blocks[block].start, w->v[i].start)
						: NULL;

		if (it && span_is(jval_str(it->norm, "kind"), "organ"))
			return act_name_genitive(r, d, jval_str(it->norm, "canonical"));
	}
	return organ_above(r, d, block);
}

/* Whose meeting it is: the body behind its noun (word i), the organ above a plenum, or who issued the document. */
static struct span whose(const struct resolver *r, struct doc *d, const struct words *w, size_t i, size_t block)
{
	const struct item *body = i < w->n ? item_index_at(&r->names, w->v[i].start, ITEM_ORG) : NULL;
	struct span organ = { 0 };
	size_t at = i < w->n ? w->v[i].start : 0;

	if (body && jval_str(body->norm, "canonical").n && utf8_is_upper(utf8_next(d->text, &at)) &&
	    utf8_is_upper(utf8_next(d->text, &at))) /* in capitals */
		return act_name_genitive(r, d, jval_str(body->norm, "canonical"));
	if (body)
		return text_squeeze(&d->arena, item_text(d, body));
	if (span_starts(word_text(r->fold, w->v[i - 1]), SPAN("плен")))
		organ = organ_before(r, d, block, w);
	return organ.n ? organ : r->issuer;
}

/* What stands in quotes at the end of the block, behind the noun that ends at byte from and its body; empty: nothing.
 */
static struct span quoted(const struct resolver *r, const struct doc *d, const struct block *b, size_t from)
{
	const struct item *body = item_index_last(&r->names, from, b->end);
	struct span rest =
		span_trim(doc_slice(d, body && !span_starts(item_text(d, body), SPAN("«")) ? body->end : from, b->end));

	if (!span_starts(rest, SPAN("«")) || !span_ends(rest, SPAN("»")))
		return (struct span){ 0 };
	return span_sub(rest, sizeof "«" - 1, rest.n - sizeof "»" + 1);
}

/* "XXVIII отчётно-выборная конференция": the noun behind adjectives, with them in the genitive; empty: none. */
static struct span of_its_kind(const struct resolver *r, struct doc *d, const struct words *w, size_t i, size_t *next)
{
	for (size_t k = i + 1; k < w->n && k <= i + MEETING_ADJECTIVES; k++) {
		struct span noun = meeting_at(r, d, w, k, next), name, done;

		if (!noun.n)
			continue;
		name = doc_slice(d, w->v[i].start, w->v[*next - 1].end);
		done = recase(&d->arena, r->morph, name, M_NOM, M_GEN);
		return span_ends(done, noun) ? done : (struct span){ 0 };
	}
	return (struct span){ 0 };
}

/* A meeting that begins with the ordinal at word i of the block. */
static struct span meeting_in(const struct resolver *r, struct doc *d, size_t block, size_t i, struct span *title)
{
	const struct block *b = &d->blocks[block];
	struct words w = resolver_words(r, b->start, b->end);
	struct span noun, body, number;
	size_t next;

	if (i + 1 >= w.n || w.n - i > LINE_WORDS || !is_ordinal(word_text(r->fold, w.v[i])))
		return (struct span){ 0 };
	noun = meeting_at(r, d, &w, i + 1, &next);
	if (!noun.n)
		noun = of_its_kind(r, d, &w, i + 1, &next);
	if (!noun.n)
		return noun;
	*title = quoted(r, d, b, w.v[next - 1].end);
	body = whose(r, d, &w, next, block);
	number = doc_slice(d, w.v[i].start, w.v[i].end);
	return arena_printf(&d->arena, "%.*s %.*s%s%.*s", SPAN_ARG(number), SPAN_ARG(noun), body.n ? " " : "",
			    SPAN_ARG(body));
}

/* "ПОСТАНОВЛЕНИЕ V ПЛЕНУМА": the line of the head ends with the meeting */
static struct span behind_head(const struct resolver *r, struct doc *d, size_t block, struct span *title)
{
	enum { HEAD_WORDS = 4 };
	struct words w = resolver_words(r, d->blocks[block].start, d->blocks[block].end);
	size_t next;

	if (w.n < 3 || w.n > HEAD_WORDS || !meeting_at(r, d, &w, w.n - 1, &next).n)
		return (struct span){ 0 };
	return meeting_in(r, d, block, w.n - 2, title);
}

/* "РЭСПУБЛІКАНСКІ КАМІТЭТ IV ПЛЕНУМ": lines that a reader joined end with the meeting */
static struct span ends_with_meeting(const struct resolver *r, struct doc *d, size_t block, struct span *title)
{
	struct words w = resolver_words(r, d->blocks[block].start, d->blocks[block].end);
	size_t next;

	for (size_t i = w.n > 3 ? w.n - 3 : 1; i + 1 < w.n; i++)
		if (is_ordinal(word_text(r->fold, w.v[i])) && meeting_at(r, d, &w, i + 1, &next).n && next == w.n)
			return meeting_in(r, d, block, i, title);
	return (struct span){ 0 };
}

struct span act_meeting(const struct resolver *r, struct doc *d, size_t block, struct span *title)
{
	struct span found;

	*title = (struct span){ 0 };
	found = behind_head(r, d, block, title);
	if (!found.n && block + 1 < d->n_blocks)
		found = meeting_in(r, d, block + 1, 0, title);
	for (size_t i = block; !found.n && i-- > 0 && i + LINES_ABOVE >= block;)
		found = (found = meeting_in(r, d, i, 0, title)).n ? found : ends_with_meeting(r, d, i, title);
	return found;
}
