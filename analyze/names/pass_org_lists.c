/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies of lists: the noun, or whose they are, is printed once for several of them. */
#include "pass_org_p.h"

#include "canonical.h"
#include "org_body.h"
#include "org_clipped.h"
#include "org_ellipsis.h"
#include "org_home.h"
#include "org_kinds.h"
#include "org_owner.h"
#include "org_quoted.h"
#include "org_shared.h"
#include "org_shared_places.h"
#include "org_shared_turkic.h"

/* Томский и Омский городские советы профсоюзов */
static struct span small_tail(struct org_pass *p, struct org_shared *last)
{
	const struct token *t = p->scan.ts->t;
	size_t end = org_shared_tail(&p->scan, last->last), from = t[last->last].end;

	last->last = end;
	return span_trim(text_squeeze(&p->d->arena, doc_slice(p->d, from, t[end].end)));
}

/*
 * Томскому и Омскому областным комитетам Рыбпрофсоюза: the union whose bodies they are belongs to the last of them; how
 * it is called inside a name, empty: none stands there.
 */
static struct span union_behind(struct org_pass *p, struct org_shared *last)
{
	const struct mention *of =
		tokens_same_block(p->scan.ts, last->last, last->last + 1) ? org_pass_from(p, last->last + 1) : NULL;
	struct span inside;
	long row;

	if (!of || of->body == ORG_NO_BODY)
		return small_tail(p, last);
	if (!token_is_word(p->scan.ts, last->last + 1) || p->scan.ts->t[last->last].kind != TOKEN_WORD ||
	    !span_is(p->names.bodies[of->body].kind, "union"))
		return (struct span){ 0 };
	last->last = of->last;
	inside = org_names_inside(&p->names, of->body);
	if (inside.n)
		return inside;
	inside = text_squeeze(&p->d->arena,
			      doc_slice(p->d, p->scan.ts->t[of->first].start, p->scan.ts->t[of->last].end));
	/* Профсоюза работников АПК РФ */
	row = token_is_word(p->scan.ts, of->last) && p->scan.ts->t[of->last].caps && of->last > of->first
		      ? lexicon_find(p->names.place_abbrs, token_fold(p->scan.ts, of->last))
		      : LEXICON_NONE;
	if (row == LEXICON_NONE || !span_is(lexicon_cell(p->names.place_abbrs, row, "kind"), "country"))
		return inside;
	return arena_printf(&p->d->arena, "%.*s %.*s",
			    SPAN_ARG(text_squeeze(&p->d->arena, doc_slice(p->d, p->scan.ts->t[of->first].start,
									  p->scan.ts->t[of->last - 1].end))),
			    SPAN_ARG(lexicon_cell(p->names.place_abbrs, row, "genitive")));
}

/* Томскому, Омскому областным комитетам */
static void mention_shared(struct org_pass *p, struct span inside)
{
	struct org_shared v[ORG_SHARED_MAX];
	struct org_shared_noun noun = { 0 };

	for (size_t i = 0; i < p->scan.ts->n; i++) {
		size_t n = p->scan.ts->t[i].cap ? org_shared_at(&p->scan, i, v, &noun) : 0;
		struct span of = n ? union_behind(p, &v[n - 1]) : (struct span){ 0 };

		if (!of.n && !org_shared_is_office(&p->scan, &noun))
			of = inside;
		for (size_t k = 0; k < n; k++) {
			struct mention m = { v[k].first, v[k].last, ORG_NO_BODY, .elliptical = true };

			m.canonical = org_in_full(&p->d->arena, p->names.naming->clipped, p->scan.ts->morph,
						  p->names.lang, v[k].name);

			if (of.n)
				m.canonical =
					arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(m.canonical), SPAN_ARG(of));
			org_pass_add(p, m);
			i = v[k].last;
		}
	}
}

/* профсоюзов «Хлеб» и «Соль», администрациям Ачинского и Канского районов */
static void mention_quoted(struct org_pass *p)
{
	for (size_t i = 0; i < p->names.cands.n; i++) {
		struct org_quoted v[ORG_QUOTED_MAX];
		struct org_shared offices[ORG_SHARED_MAX];
		size_t n = org_shared_offices(&p->scan, &p->names.cands.v[i], offices);

		for (size_t k = 0; k < n; k++)
			org_pass_add(p, (struct mention){ .first = offices[k].first,
							  .last = offices[k].last,
							  .body = org_body_named(&p->names, offices[k].name,
										 SPAN("government")) });
		n = org_quoted_of(&p->scan, &p->names.cands.v[i], v);
		for (size_t k = 0; k < n; k++) {
			size_t body = org_body_find(&p->names, canonical_key(&p->d->arena, v[k].name));

			if (body == ORG_NO_BODY)
				body = org_body_in_quotes(&p->names, canonical_text(&p->scan, v[k].first, v[k].last));
			if (body == ORG_NO_BODY)
				body = org_body_named(&p->names, v[k].name,
						      lexicon_cell(p->scan.heads, p->names.cands.v[i].row, "kind"));
			org_pass_add(p, (struct mention){ .first = v[k].first, .last = v[k].last, .body = body });
		}
	}
}

/* … инспекции труда ФНПР: whose they are is written short; the issuer's where nothing says whose */
static struct span name_of_kind(struct org_pass *p, const struct org_cand *c, const struct org_kind *kind)
{
	const struct mention *of = NULL;
	struct org_cand one = *c;
	struct span inside, printed;

	for (size_t k = c->head + 1; k <= c->last && !of; k++) {
		of = org_pass_from(p, k);
		if (of && (of->last != c->last || of->body == ORG_NO_BODY))
			of = NULL;
	}
	if (of) {
		inside = org_names_inside(&p->names, of->body);
		printed = text_squeeze(&p->d->arena,
				       doc_slice(p->d, p->scan.ts->t[of->first].start, p->scan.ts->t[of->last].end));
		return inside.n && span_ends(kind->name, printed)
			       ? arena_printf(&p->d->arena, "%.*s%.*s",
					      SPAN_ARG(span_sub(kind->name, 0, kind->name.n - printed.n)),
					      SPAN_ARG(inside))
			       : kind->name;
	}
	one.first = one.head - 1;
	one.plural = false;
	return org_owner_added(&p->names, &one, kind->name);
}

/* Техническая и правовая инспекции труда */
static void mention_kinds(struct org_pass *p)
{
	for (size_t i = 0; i < p->names.cands.n; i++) {
		const struct org_cand *c = &p->names.cands.v[i];
		struct org_kind v[ORG_KINDS_MAX];
		size_t n = org_kinds_of(&p->names, c, v);

		for (size_t k = 0; k < n; k++) {
			struct span name = name_of_kind(p, c, &v[k]), key = canonical_key(&p->d->arena, name);
			size_t body = org_body_named(&p->names, name,
						     org_is_unions_inspectorate(key)
							     ? SPAN("union")
							     : lexicon_cell(p->scan.heads, c->row, "kind"));

			p->names.bodies[body].mentions++;
			org_pass_add(
				p, (struct mention){
					   .first = v[k].first, .last = v[k].last, .body = body, .elliptical = true });
		}
	}
}

/* Ош облустук жана Чүй облустук кеңештери */
static void mention_turkic(struct org_pass *p)
{
	struct org_shared v[ORG_SHARED_MAX];

	for (size_t i = 0; i < p->scan.ts->n; i++) {
		size_t n = p->scan.ts->t[i].cap ? org_shared_turkic_at(&p->scan, i, v) : 0;

		for (size_t k = 0; k < n; k++) {
			org_pass_add(p, (struct mention){ .first = v[k].first,
							  .last = v[k].last,
							  .body = ORG_NO_BODY,
							  .canonical = text_squeeze(&p->d->arena, v[k].name),
							  .elliptical = true });
			i = v[k].last;
		}
	}
}

void org_pass_lists(struct org_pass *p)
{
	struct span inside = org_home_union(&p->names);

	mention_shared(p, inside);
	for (size_t i = 0; i < p->scan.ts->n; i++) {
		struct mention m = { .first = i, .body = ORG_NO_BODY, .elliptical = true };

		if (!p->scan.ts->t[i].cap || !org_ellipsis_at(&p->scan, i, &m.last, &m.canonical))
			continue;
		if (inside.n)
			m.canonical = arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(m.canonical), SPAN_ARG(inside));
		org_pass_add(p, m);
	}
	mention_quoted(p);
	mention_kinds(p);
	mention_turkic(p);
}
