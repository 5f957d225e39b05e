/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bodies: candidates are scanned, the document's own definitions read, each name brought to one body, and then what
 * stands for a body (abbreviations, capital nouns alone) is found. Items of one type do not nest: the outermost name
 * stays. Items that rules found are kept where no longer name covers them.
 */
#include "pass_org_p.h"
#include "passes.h"

#include "canonical.h"
#include "morph.h"
#include "naming.h"
#include "org_aliases.h"
#include "org_body.h"
#include "org_columns.h"
#include "org_evidence.h"
#include "org_inflected.h"
#include "org_names.h"
#include "org_phrase.h"
#include "org_state.h"
#include "token_language.h"
#include <stdlib.h>

#include "utf8.h"

void org_pass_add(struct org_pass *p, struct mention m)
{
	ARENA_ROOM(&p->d->arena, p->v, p->n, p->cap);
	p->v[p->n++] = m;
	if (!p->longest[m.first] || m.last > p->v[p->longest[m.first] - 1].last)
		p->longest[m.first] = p->n;
}

/* ---- scanning twice: what the document defines decides how far a short name goes ---- */

static void find_barriers(struct org_pass *p)
{
	const struct tokens *ts = p->scan.ts;

	p->barrier = arena_alloc(&p->d->arena, ts->n + 1);
	for (size_t i = 0; i < p->d->n_items; i++) {
		const struct item *it = &p->d->items[i];

		p->rule_items |= it->type == ITEM_ORG;
		if (it->type != ITEM_PERSON)
			continue;
		for (size_t k = tokens_from(ts, it->start); k < ts->n && ts->t[k].start < it->end; k++)
			p->barrier[k] = true;
	}
	p->scan.barrier = p->barrier;
}

static void scan_document(struct org_pass *p)
{
	p->names.cands = org_scan(&p->scan);
	p->defs = abbr_definitions(&p->scan, &p->names.cands);
	p->scan.aliases = org_aliases_of(&p->scan, &p->names.cands, &p->defs);
	if (p->scan.aliases->n) {
		p->names.cands = org_scan(&p->scan);
		p->defs = abbr_definitions(&p->scan, &p->names.cands);
	}
}

/* ---- mentions ---- */

static void mention_names(struct org_pass *p)
{
	for (size_t i = 0; i < p->names.cands.n; i++) {
		const struct org_cand *c = &p->names.cands.v[i];

		if (p->names.verdict[i] == ORG_NAME && p->names.body[i] != ORG_NO_BODY)
			org_pass_add(p,
				     (struct mention){ .first = c->first, .last = c->last, .body = p->names.body[i] });
	}
	for (size_t i = 0; i < p->defs.n; i++) {
		const struct abbr_def *d = &p->defs.v[i];

		if (p->names.body[d->cand] == ORG_NO_BODY)
			continue;
		org_pass_add(p, (struct mention){ .first = d->short_first,
						  .last = d->short_last,
						  .body = p->names.body[d->cand],
						  .glossary = d->glossary });
	}
}

static void index_initials(struct org_pass *p)
{
	for (size_t i = 0; i < p->names.n; i++) {
		const struct org_body *b = &p->names.bodies[i];

		if (b->flags & ORG_ORGAN && b->head_words >= 2)
			span_index_add(&p->initials, &p->d->arena,
				       org_body_initials(&p->d->arena, b->key, b->head_words), i);
	}
}

/* ЦС where the document has a Центральный Совет: the letters begin the words of an organ's name up to its noun. */
static size_t body_by_initials(const struct org_pass *p, size_t i)
{
	struct span letters = token_fold(p->scan.ts, i);
	const struct span_entry *e = span_index_get(&p->initials, letters);
	long row = e ? lexicon_find(p->names.place_abbrs, letters) : LEXICON_NONE;

	/* Трудового кодекса РК in a paper with a Ревизионная комиссия */
	return e && (row == LEXICON_NONE || org_body_stands_for_organ(&p->names, letters, row)) ? e->value
												: ORG_NO_BODY;
}

/* The body of an abbreviation of one to three tokens that begins at i; *last its last token. */
static size_t abbreviation_at(struct org_pass *p, size_t i, size_t *last)
{
	const struct tokens *ts = p->scan.ts;

	for (size_t n = 5; n > 0; n--) {
		size_t end = i + n - 1, body;
		struct span text;

		if (!tokens_same_block(ts, i, end) ||
		    !(n > 3 ? token_is_mark(ts, end, ')') && token_is_mark(ts, end - 2, '(') /* ФП РС (Я) */
			    : ts->t[end].kind == TOKEN_WORD))
			continue;
		if (n > 1 && !p->names.n_shorts && !(n == 2 && ts->t[end].caps))
			continue;
		text = span_sub(p->d->text, ts->t[i].start, ts->t[end].end);
		body = org_names_short(&p->names, canonical_key(&p->d->arena, canonical_text(&p->scan, i, end)), i);
		if (body == ORG_NO_BODY && n == 1)
			body = body_by_initials(p, i);
		if (body == ORG_NO_BODY && (n == 1 || (n == 2 && ts->t[end].caps && ts->t[i].caps))) /* МПА СНГ */
			body = org_names_known_abbr(&p->names, text);
		if (body == ORG_NO_BODY && n == 1 && !ts->t[i].caps)
			body = org_inflected_body(&p->names, i);
		if (body == ORG_NO_BODY)
			continue;
		*last = end;
		return body;
	}
	return ORG_NO_BODY;
}

const struct mention *org_pass_from(const struct org_pass *p, size_t first)
{
	return p->longest[first] ? &p->v[p->longest[first] - 1] : NULL;
}

/* УЦ «Шам», where УЦ is учебный центр: the quote behind the letters gives the centre its name */
static void extend_quote(struct org_pass *p, struct mention *m)
{
	const struct tokens *ts = p->scan.ts;
	struct org_body *b = &p->names.bodies[m->body];
	size_t at = m->last + 1, end;

	if (b->known != LEXICON_NONE || b->quote.n || !span_is(b->kind, "institution") ||
	    !tokens_same_block(ts, m->last, at) || !token_is_mark(ts, at, '"') || !org_quote_is_name(&p->scan, at))
		return;
	end = org_quote_end(&p->scan, at);
	if (end == TOKEN_NONE)
		return;
	m->last = end;
	m->canonical = arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(b->canonical),
				    SPAN_ARG(canonical_text(&p->scan, at, end)));
	if (!b->quote_text.n) {
		b->quote_text = span_trim(span_sub(p->d->text, ts->t[at].end, ts->t[end].start));
		b->canonical = m->canonical;
	}
}

/* УМЦ ФПК, ЦК Профсоюза: an organ's abbreviation and the body that it belongs to */
static void extend_organ(struct org_pass *p, struct mention *m)
{
	const struct org_body *b = &p->names.bodies[m->body];
	const struct mention *of;
	size_t last = m->last;
	struct span inside;

	if (!(b->flags & (ORG_ORGAN | ORG_PO)) && !b->is_class)
		return;
	if (!tokens_same_block(p->scan.ts, last, last + 1) || !token_is_word(p->scan.ts, last + 1))
		return;
	of = org_pass_from(p, last + 1);
	/* РК профсоюза: in small letters it is the union of the paper */
	if (!of && token_is(p->scan.ts, last + 1, "профсоюза") && !p->scan.ts->t[last + 1].cap &&
	    !(tokens_same_block(p->scan.ts, last, last + 2) && token_is_word(p->scan.ts, last + 2) &&
	      token_parse(p->scan.ts, last + 2, M_NOUN | M_GEN | M_PLUR, 0)))
		m->last++;
	if (!of || of->body == ORG_NO_BODY || of->body == m->body || !span_is(p->names.bodies[of->body].kind, "union"))
		return;
	m->last = of->last;
	inside = org_names_inside(&p->names, of->body);
	if (inside.n && !span_ends(b->canonical, inside))
		m->canonical = arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(b->canonical), SPAN_ARG(inside));
}

/* ФАС России, МЧС РК: the country of an office stands behind its letters */
static void extend_country(struct org_pass *p, struct mention *m)
{
	const struct tokens *ts = p->scan.ts;
	size_t next = m->last + 1;

	if (m->body == ORG_NO_BODY || !span_is(p->names.bodies[m->body].kind, "government") ||
	    !tokens_same_block(ts, m->last, next) || !ts->t[next].cap)
		return;
	if (token_says(ts, next, WORDS_COUNTRY_BEHIND))
		m->last++;
	/* МТиСЗ Ярской области: its own territory */
	else if (tokens_same_block(ts, m->last, next + 1) &&
		 span_ends(p->names.bodies[m->body].canonical,
			   text_squeeze(&p->d->arena, doc_slice(p->d, ts->t[next].start, ts->t[next + 1].end))))
		m->last += 2;
}

/* the Russian Federation in the paper of a federation */
static bool ends_place(struct org_pass *p, size_t i)
{
	size_t last;

	return i > 0 && tokens_same_block(p->scan.ts, i - 1, i) && token_is_word(p->scan.ts, i - 1) &&
	       p->scan.ts->t[i - 1].cap && gazetteer_at(p->scan.places, p->scan.ts, i - 1, &last) != LEXICON_NONE &&
	       last == i;
}

static void mention_abbreviations(struct org_pass *p)
{
	enum { LONGEST_ABBREVIATION = 10 };
	const struct tokens *ts = p->scan.ts;
	size_t last;

	index_initials(p);
	for (size_t i = ts->n; i-- > 0;) {
		struct mention m = { .first = i };
		bool guessed = ts->t[i].lang == LANG_UK || ts->t[i].lang == LANG_BE; /* no dictionary: any word */

		if (ts->t[i].kind != TOKEN_WORD || !ts->t[i].cap || p->barrier[i] ||
		    org_inflected_in_title(&p->names, i))
			continue;
		if (!ts->t[i].caps && !guessed && !abbr_is_compound(&p->scan, i) &&
		    !org_inflected_is_like(&p->names, i) && utf8_count(token_letters(ts, i)) < 2 && /* ФПУз */
		    (utf8_count(token_fold(ts, i)) > LONGEST_ABBREVIATION || token_info(p->scan.ts, i)->n > 0))
			continue;
		m.body = abbreviation_at(p, i, &last);
		if (m.body == ORG_NO_BODY || (last == i && ends_place(p, i)))
			continue;
		m.last = last;
		if (!p->names.bodies[m.body].quote_text.n)
			extend_quote(p, &m);
		org_pass_concern(p, &m);
		extend_organ(p, &m);
		extend_country(p, &m);
		org_pass_add(p, m);
	}
}

/* ЦК профсоюза работников леса: the union in small letters is named by its people */
static void mention_organ_of_union(struct org_pass *p, size_t i)
{
	const struct org_cands *cs = &p->names.cands;

	if (!token_is(p->scan.ts, i, "цк") || !token_is(p->scan.ts, i + 1, "профсоюза"))
		return;
	for (size_t k = 0; k < cs->n; k++) {
		const struct org_cand *c = &cs->v[k];

		if (c->first != i + 1 || c->last < i + 3 || !c->tail)
			continue;
		org_pass_add(p, (struct mention){
					.first = i,
					.last = c->last,
					.body = ORG_NO_BODY,
					.canonical = arena_printf(
						&p->d->arena, "Центральный комитет %.*s",
						SPAN_ARG(text_squeeze(&p->d->arena,
								      doc_slice(p->d, p->scan.ts->t[c->first].start,
										p->scan.ts->t[c->last].end)))) });
		return;
	}
}

/* ЦК Профсоюза where nothing says what ЦК is: the central committee or council of the union named behind it */
static void mention_organs(struct org_pass *p)
{
	static const struct {
		enum token_lang lang;
		const char *letters, *name;
	} organs[] = { { LANG_RU, "цк", "Центральный комитет" },     { LANG_RU, "цс", "Центральный совет" },
		       { LANG_RU, "рк", "Республиканский комитет" }, { LANG_UK, "цк", "Центральний комітет" },
		       { LANG_UK, "цр", "Центральна рада" },         { LANG_BE, "цк", "Цэнтральны камітэт" },
		       { LANG_BE, "рк", "Рэспубліканскі камітэт" } };
	const struct tokens *ts = p->scan.ts;
	struct span named[sizeof organs / sizeof *organs] = { { 0 } };

	for (size_t i = 0; i + 1 < ts->n; i++) {
		const struct mention *of;
		struct span inside;

		if (!token_is_word(ts, i) || !ts->t[i].caps || p->longest[i] || !tokens_same_block(ts, i, i + 1) ||
		    !token_is_word(ts, i + 1))
			continue;
		of = org_pass_from(p, i + 1);
		if (!of)
			mention_organ_of_union(p, i);
		for (size_t k = 0; of && of->body != ORG_NO_BODY && k < sizeof organs / sizeof *organs; k++) {
			if (ts->t[i].lang != organs[k].lang || !token_is(ts, i, organs[k].letters) ||
			    !span_is(p->names.bodies[of->body].kind, "union"))
				continue;
			inside = org_names_inside(&p->names, of->body);
			if (!inside.n)
				inside = text_squeeze(&p->d->arena,
						      doc_slice(p->d, ts->t[i + 1].start, ts->t[of->last].end));
			inside = arena_printf(&p->d->arena, "%s %.*s", organs[k].name, SPAN_ARG(inside));
			org_pass_add(p,
				     (struct mention){
					     .first = i, .last = of->last, .body = ORG_NO_BODY, .canonical = inside });
			if (of->body == p->names.issuer)
				named[k] = inside;
			break;
		}
	}
	/* ЦК Профсоюза, and ЦК alone: of the union that speaks */
	for (size_t i = 0; i < ts->n; i++)
		for (size_t k = 0;
		     token_is_word(ts, i) && ts->t[i].caps && !p->longest[i] && k < sizeof named / sizeof *named; k++)
			if (named[k].n && ts->t[i].lang == organs[k].lang && token_is(ts, i, organs[k].letters))
				org_pass_add(
					p, (struct mention){
						   .first = i, .last = i, .body = ORG_NO_BODY, .canonical = named[k] });
}

/* ---- what only the context proves ---- */

/* МТСЗН РК: the country of an office is spelled out, as in every name */
static struct span with_country(struct org_pass *p, const struct org_guess *g)
{
	long row = g->last == g->first + 1 && p->scan.ts->t[g->last].caps
			   ? lexicon_find(p->names.place_abbrs, token_fold(p->scan.ts, g->last))
			   : LEXICON_NONE;
	struct span country = row == LEXICON_NONE ? (struct span){ 0 } : org_state_of_letters(&p->names, row);

	return country.n ? arena_printf(&p->d->arena, "%.*s %.*s",
					SPAN_ARG(doc_slice(p->d, p->scan.ts->t[g->first].start,
							   p->scan.ts->t[g->first].end)),
					SPAN_ARG(country))
			 : g->name;
}

static void mention_guesses(struct org_pass *p, const struct naming *n)
{
	bool *taken = arena_alloc(&p->d->arena, p->scan.ts->n + 1);
	struct org_guesses found;

	for (size_t i = 0; i < p->n; i++)
		for (size_t k = p->v[i].first; k <= p->v[i].last; k++)
			taken[k] = true;
	found = org_evidence(&p->scan, n->roles, n->not_orgs, taken, &p->names.by_quote);
	for (size_t i = 0; i < found.n; i++) {
		size_t body = org_body_in_quotes(&p->names, found.v[i].name);

		org_pass_add(p, (struct mention){ .first = found.v[i].first,
						  .last = found.v[i].last,
						  .body = body,
						  .canonical = body == ORG_NO_BODY ? with_country(p, &found.v[i])
										   : (struct span){ 0 } });
	}
}

/* ---- the outermost of overlapping mentions become items ---- */

static int by_place(const void *a, const void *b)
{
	const struct mention *x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	if (x->last != y->last)
		return x->last > y->last ? -1 : 1;
	return x->body < y->body ? -1 : x->body > y->body;
}

static void drop_rule_items(struct doc *d, size_t start, size_t end)
{
	size_t kept = 0;

	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *it = &d->items[i];

		if (it->type == ITEM_ORG && it->start >= start && it->end <= end)
			continue;
		d->items[kept++] = d->items[i];
	}
	d->n_items = kept;
}

static void add_org(struct org_pass *p, const struct mention *m)
{
	struct doc *d = p->d;
	static const struct org_body regional = { .kind = { "union", 5 } }, unknown = { 0 };
	const struct org_body *b = m->body != ORG_NO_BODY ? &p->names.bodies[m->body]
				   : m->elliptical        ? &regional
							  : &unknown;
	struct item *it;

	if (p->rule_items)
		drop_rule_items(d, p->scan.ts->t[m->first].start, p->scan.ts->t[m->last].end);
	it = doc_add_item(d, ITEM_ORG, p->scan.ts->t[m->first].start, p->scan.ts->t[m->last].end, "pass.org");
	jval_set_str(&d->arena, it->norm, "canonical", m->canonical.n ? m->canonical : b->canonical);
	if (b->abbr.n)
		jval_set_str(&d->arena, it->norm, "abbr", b->abbr);
	if (b->official.n && !span_eq(b->official, b->canonical))
		jval_set_str(&d->arena, it->norm, "official", b->official);
	if (b->parent.n)
		jval_set_str(&d->arena, it->norm, "parent", b->parent);
	if (b->is_class && !m->one)
		jval_set_str(&d->arena, it->norm, "kind", SPAN("class"));
	else if (b->kind.n)
		jval_set_str(&d->arena, it->norm, "kind", b->kind);
	if (b->country.n)
		jval_set_str(&d->arena, it->norm, "country", b->country);
	if (m->elliptical)
		jval_set_true(&d->arena, it->norm, "elliptical");
	if (m->glossary)
		jval_set_true(&d->arena, it->norm, "glossary");
}

static bool covered_by_rule(const struct org_pass *p, const struct mention *m)
{
	size_t start = p->scan.ts->t[m->first].start, end = p->scan.ts->t[m->last].end;

	for (size_t i = 0; p->rule_items && i < p->d->n_items; i++) {
		const struct item *it = &p->d->items[i];

		if (it->type == ITEM_ORG && it->start <= start && it->end >= end && it->end - it->start > end - start)
			return true;
	}
	return false;
}

static void add_outermost(struct org_pass *p)
{
	size_t end = 0;

	if (p->n)
		qsort(p->v, p->n, sizeof *p->v, by_place);
	for (size_t i = 0; i < p->n; i++) {
		if (p->scan.ts->t[p->v[i].first].start < end || covered_by_rule(p, &p->v[i]))
			continue;
		add_org(p, &p->v[i]);
		end = p->scan.ts->t[p->v[i].last].end;
	}
}

/* председатель Томской организации Иванова А. А.: the body right before a person with a role is the role's. */
static void join_persons(struct org_pass *p)
{
	const struct tokens *ts = p->scan.ts;
	size_t *ends = arena_alloc(&p->d->arena, (ts->n + 1) * sizeof *ends); /* 1 + mention that ends at a token */

	for (size_t i = 0; i < p->n; i++)
		if (!ends[p->v[i].last] || p->v[ends[p->v[i].last] - 1].first > p->v[i].first)
			ends[p->v[i].last] = i + 1;
	for (size_t i = 0; i < p->d->n_items; i++) {
		struct item *it = &p->d->items[i];
		size_t first = tokens_from(ts, it->start);
		const struct mention *m;

		if (it->type != ITEM_PERSON || first == 0 || first >= ts->n || !ends[first - 1] ||
		    !jval_str(it->norm, "role").n)
			continue;
		m = &p->v[ends[first - 1] - 1];
		if (m->canonical.n || m->body != ORG_NO_BODY)
			jval_set_str(&p->d->arena, it->norm, "org",
				     m->canonical.n ? m->canonical : p->names.bodies[m->body].canonical);
	}
}

bool pass_org(struct resolver *r, struct doc *d, struct err *e)
{
	struct org_pass p = { .d = d };

	(void)e;
	if (!morph_has_dictionary(r->morph))
		doc_add_note(d, NOTE_INFO, "no_dictionary",
			     "the Russian dictionary is not there: fewer names are found (make setup fetches it)");
	p.scan = (struct org_scan){ .ts = r->tokens,
				    .text = d->text,
				    .heads = r->naming->heads,
				    .known = r->naming->known_orgs,
				    .places = r->naming->known_places,
				    .forms = r->naming->forms,
				    .not_orgs = r->naming->not_orgs };
	p.scan.responsible = org_columns(r, d);
	p.names.scan = &p.scan;
	p.names.lang = tokens_language(r->tokens);
	p.names.naming = r->naming;
	p.names.known = r->naming->orgs;
	p.names.place_abbrs = r->naming->place_abbrs;
	p.longest = arena_alloc(&d->arena, (p.scan.ts->n + 1) * sizeof *p.longest);
	find_barriers(&p);
	scan_document(&p);
	org_names_settle(&p.names, &p.defs);
	r->issuer = p.names.issuer == ORG_NO_BODY ? (struct span){ 0 } : org_names_inside(&p.names, p.names.issuer);
	r->issuer_name = r->issuer.n ? p.names.bodies[p.names.issuer].canonical : (struct span){ 0 };
	mention_names(&p);
	mention_abbreviations(&p);
	mention_organs(&p);
	org_pass_lists(&p);
	mention_guesses(&p, r->naming);
	add_outermost(&p);
	join_persons(&p);
	return true;
}
