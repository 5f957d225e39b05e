/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mentions of an act that tell less than another one: they are called by what the fuller one says. */
#include "act_full.h"

bool act_is_short(const struct resolver *r, const struct item *it)
{
	return resolver_words(r, it->start, it->end).n <= 2;
}

void act_full_names(const struct resolver *r, const struct doc *d, struct act_full_names *f)
{
	for (size_t i = 0; i < d->n_items && f->n < ACT_MAX_FULL; i++) {
		const struct item *it = &d->items[i];
		bool known = it->type != ITEM_LEGAL_ACT || act_is_short(r, it);

		for (size_t k = 0; k < f->n && !known; k++)
			known = span_eq(jval_str(f->v[k]->norm, "canonical"), jval_str(it->norm, "canonical"));
		if (!known)
			f->v[f->n++] = it;
	}
}

struct span act_fuller_name(const struct act_full_names *f, const struct item *it)
{
	struct span name = jval_str(it->norm, "canonical"), issuer = jval_str(it->norm, "issuer"), best = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < f->n; i++) {
		const struct item *other = f->v[i];
		struct span full = jval_str(other->norm, "canonical");

		if ((full.n <= best.n && !span_is(jval_str(it->norm, "kind"), "agreement")) ||
		    !span_eq(jval_str(other->norm, "kind"), jval_str(it->norm, "kind")))
			continue;
		if (issuer.n ? span_eq(issuer, jval_str(other->norm, "issuer")) : span_starts(full, name)) {
			best = full;
			n++;
		}
	}
	/* of agreements for several periods none is meant for certain */
	return n > 1 && span_is(jval_str(it->norm, "kind"), "agreement") ? (struct span){ 0 } : best;
}

/*
 * "Закон № 131 о контроле … Закон № 131 применяется", "приказ Минтруда от … № 766н … приказа № 766н": by its number
 * alone an act is the one whose title or issuer and day are told elsewhere.
 */
void act_resolve_number(const struct act_full_names *f, struct doc *d, struct item *it)
{
	struct span number = jval_str(it->norm, "number"), name = jval_str(it->norm, "canonical"), noun = name;

	if (!number.n || jval_str(it->norm, "date").n || span_find(name, number, 0) == SPAN_NONE)
		return;
	noun.n = span_find_char(name, ' ', 0) == SPAN_NONE ? name.n : span_find_char(name, ' ', 0);
	for (size_t k = 0; k < f->n; k++) {
		struct span full = jval_str(f->v[k]->norm, "canonical");

		if (f->v[k] == it || !span_eq(jval_str(f->v[k]->norm, "number"), number) ||
		    !span_eq(jval_str(f->v[k]->norm, "kind"), jval_str(it->norm, "kind")) ||
		    (span_find(full, number, 0) != SPAN_NONE && (full.n <= name.n || !span_starts(full, noun))))
			continue;
		jval_set_str(&d->arena, it->norm, "canonical", full);
		return;
	}
}

/* "Decent Work Country Programme", of which the title says for whom and when: an English name that another goes on. */
static void resolve_programme(const struct act_full_names *f, struct doc *d, struct item *it)
{
	struct span name = jval_str(it->norm, "canonical");

	if (!span_is(jval_str(d->meta, "lang"), "en") || !span_is(jval_str(it->norm, "kind"), "programme") ||
	    span_has_digit(name))
		return;
	for (size_t k = 0; k < f->n; k++) {
		struct span full = jval_str(f->v[k]->norm, "canonical");

		if (full.n <= name.n || !span_starts(full, name) || full.p[name.n] != ' ')
			continue;
		jval_set_str(&d->arena, it->norm, "canonical", full);
		return;
	}
}

/* "Программа «Знающий союз»", of which another mention tells whose it is and for when. */
void act_resolve_title(const struct act_full_names *f, struct doc *d, struct item *it)
{
	struct span name = jval_str(it->norm, "canonical"), kind = jval_str(it->norm, "kind"), noun, title;
	size_t open = span_find(name, SPAN(" «"), 0);

	resolve_programme(f, d, it);
	if (open == SPAN_NONE || !span_ends(name, SPAN("»")) ||
	    !(span_is(kind, "programme") || span_is(kind, "strategy") || span_is(kind, "plan")))
		return;
	noun = span_sub(name, 0, span_find_char(name, ' ', 0));
	title = span_sub(name, open, name.n);
	for (size_t k = 0; k < f->n; k++) {
		struct span full = jval_str(f->v[k]->norm, "canonical");

		if (full.n <= name.n || !span_starts(full, noun) || span_find(full, title, 0) == SPAN_NONE ||
		    !span_eq(jval_str(f->v[k]->norm, "kind"), kind))
			continue;
		jval_set_str(&d->arena, it->norm, "canonical", full);
		return;
	}
}
