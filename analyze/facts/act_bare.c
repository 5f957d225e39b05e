/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heads without more that stand for one act all the same: the paper itself, or the only one of its kind cited before.
 */
#include "act_bare.h"

#include "utf8.h"

enum { FAR_BACK = 4000 /* items that are looked at */ };

/* Does "(далее – Соглашение)" open before word next? */
static bool gets_short_name(const struct resolver *r, const struct words *w, size_t next)
{
	return next && next < w->n && word_list_has(r->lists, WORDS_HEREAFTER, word_text(r->fold, w->v[next])) &&
	       span_find_char(span_sub(r->fold, w->v[next - 1].end, w->v[next].start), '(', 0) != SPAN_NONE;
}

bool act_is_itself(const struct resolver *r, const struct item *self, const struct words *w, const struct act *a)
{
	size_t next = words_from(w, a->end);

	return self && span_is(lexicon_cell(r->lexicon[LEX_ACT_KINDS], a->kind_row, "kind"), "agreement") &&
	       span_is(jval_str(self->norm, "kind"), "agreement") && !a->period.n && !a->number.n && !a->date.n &&
	       !a->title.n && gets_short_name(r, w, next);
}

/* "Коллективный договор": two words with a capital stand for the one agreement of that name cited before. */
static void put_agreement(const struct resolver *r, struct doc *d, const struct words *w, size_t i)
{
	const struct lexicon *l = r->lexicon[LEX_ACT_KINDS];
	struct phrase_hit hit;
	const struct item *full = NULL;
	struct item *it;
	struct span name;
	size_t at = w->v[i].start;

	if (!utf8_is_upper(utf8_next(d->text, &at)) ||
	    !phrases_at(r->phrases[LEX_ACT_KINDS], r->fold, w, i, w->n, &hit) || hit.words != 2 ||
	    !span_is(lexicon_cell(l, hit.row, "kind"), "agreement"))
		return;
	if (gets_short_name(r, w, i + hit.words) ||
	    (i && word_list_has(r->lists, WORDS_POINTED_AT, word_text(r->fold, w->v[i - 1]))))
		return; /* "настоящее Отраслевое соглашение (далее – Соглашение)" */
	name = lexicon_cell(l, hit.row, "nominative");
	for (size_t k = d->n_items > FAR_BACK ? d->n_items - FAR_BACK : 0; k < d->n_items; k++) {
		const struct item *other = &d->items[k];
		struct span canonical = jval_str(other->norm, "canonical");

		if (other->type != ITEM_LEGAL_ACT || other->end > w->v[i].start || !span_starts(canonical, name) ||
		    jval_true(other->norm, "anaphoric") || canonical.n == name.n)
			continue;
		if (full && !span_eq(jval_str(full->norm, "canonical"), canonical))
			return;
		full = other;
	}
	if (!full)
		return;
	name = jval_str(full->norm, "canonical");
	it = doc_add_item(d, ITEM_LEGAL_ACT, w->v[i].start, w->v[i + 1].end, "acts");
	jval_set_str(&d->arena, it->norm, "canonical", name);
	jval_set_str(&d->arena, it->norm, "kind", SPAN("agreement"));
	jval_set_true(&d->arena, it->norm, "anaphoric");
}

/* "Псковское областное соглашение", "… между администрацией и …": is one name the other's beginning? */
static bool same_or_fuller(const struct item *a, const struct item *b)
{
	struct span one = jval_str(a->norm, "canonical"), other = jval_str(b->norm, "canonical");

	return span_starts(one, other) || span_starts(other, one);
}

/*
 * "Трудового кодекса …. В Кодекс внесено 38 норм", "Кировского областного соглашения …. 118 мероприятий Соглашения": a
 * capital inside a sentence stands for the one code or agreement that was cited before.
 */
static void put_head(const struct resolver *r, struct doc *d, const struct item *self, const struct words *w, size_t i)
{
	const struct lexicon *l = r->lexicon[LEX_ACT_KINDS];
	const struct item *full = NULL;
	struct span gap = i ? span_trim(doc_slice(d, w->v[i - 1].end, w->v[i].start)) : SPAN("."), kind, name;
	struct phrase_hit hit;
	struct item *it;
	size_t at = w->v[i].start;

	if (gap.n || !utf8_is_upper(utf8_next(d->text, &at)) || utf8_is_upper(utf8_next(d->text, &at)) ||
	    !phrases_at(r->phrases[LEX_ACT_KINDS], r->fold, w, i, w->n, &hit) || hit.words != 1)
		return;
	kind = lexicon_cell(l, hit.row, "kind");
	name = lexicon_cell(l, hit.row, "nominative");
	if (!(span_is(name, "Кодекс") || span_is(name, "Соглашение") || span_is(name, "Угода") ||
	      span_is(name, "Пагадненне")) ||
	    span_is(jval_str(d->meta, "kind"), "agreement") || (self && span_eq(jval_str(self->norm, "kind"), kind)))
		return;
	for (size_t k = d->n_items > FAR_BACK ? d->n_items - FAR_BACK : 0; k < d->n_items; k++) {
		const struct item *other = &d->items[k];

		if (other->type != ITEM_LEGAL_ACT || other->end > w->v[i].start || other == self ||
		    !span_eq(jval_str(other->norm, "kind"), kind))
			continue;
		if (full && !same_or_fuller(full, other))
			return;
		if (!full || jval_str(other->norm, "canonical").n > jval_str(full->norm, "canonical").n)
			full = other;
	}
	if (!full)
		return;
	name = jval_str(full->norm, "canonical");
	it = doc_add_item(d, ITEM_LEGAL_ACT, w->v[i].start, w->v[i].end, "acts");
	jval_set_str(&d->arena, it->norm, "canonical", name);
	jval_set_str(&d->arena, it->norm, "kind", kind);
	jval_set_true(&d->arena, it->norm, "anaphoric");
}

/* "article 19 of the Constitution": in English, of the only constitution cited before. */
static void put_constitution(const struct resolver *r, struct doc *d, const struct words *w, size_t i)
{
	const struct item *full = NULL;
	size_t at = w->v[i].start;
	struct item *it;
	struct span name, kind;

	if (!i || !span_is(word_text(r->fold, w->v[i]), "constitution") || !utf8_is_upper(utf8_next(d->text, &at)) ||
	    utf8_is_upper(utf8_next(d->text, &at)) || !span_is(word_text(r->fold, w->v[i - 1]), "the") ||
	    (i + 1 < w->n && span_is(word_text(r->fold, w->v[i + 1]), "of")))
		return;
	for (size_t k = d->n_items > FAR_BACK ? d->n_items - FAR_BACK : 0; k < d->n_items; k++) {
		const struct item *other = &d->items[k];

		name = jval_str(other->norm, "canonical");
		if (other->type != ITEM_LEGAL_ACT || other->end > w->v[i].start ||
		    !span_starts(name, SPAN("Constitution of ")))
			continue;
		if (jval_true(other->norm, "self") || (full && !span_eq(jval_str(full->norm, "canonical"), name)))
			return;
		full = other;
	}
	if (!full)
		return;
	name = jval_str(full->norm, "canonical");
	kind = jval_str(full->norm, "kind");
	it = doc_add_item(d, ITEM_LEGAL_ACT, w->v[i].start, w->v[i].end, "acts");
	jval_set_str(&d->arena, it->norm, "canonical", name);
	jval_set_str(&d->arena, it->norm, "kind", kind);
	jval_set_true(&d->arena, it->norm, "anaphoric");
}

void act_put_bare(const struct resolver *r, struct doc *d, const struct item *self, const struct words *w, size_t i)
{
	put_agreement(r, d, w, i);
	put_head(r, d, self, w, i);
	put_constitution(r, d, w, i);
}
