/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Named meetings and undertakings: a congress with a number or a capital, a contest, project or campaign with its
 * title, anniversaries. Runs behind the bodies, whose short names stand in the canonical form (XXVI Съезд ФПРК).
 */
#include "passes.h"

#include "recase.h"

#include "canonical.h"
#include "event_body.h"
#include "event_heads.h"
#include "naming.h"
#include "org_phrase.h"
#include "org_tail.h"
#include "utf8.h"

enum { OF_WORDS = 3 /* between a contest and its title */ };

struct event_pass {
	struct doc *d;
	struct tokens *ts;
	struct org_scan scan;
	bool charter;                  /* statutes of a body */
	struct span issuer;            /* how the issuer is called inside a name, empty: unknown */
	struct span plenary;           /* whose its plenums are, in the genitive; empty: nobody's of its own */
	struct item_index orgs, taken; /* organizations; the same and the events that rules found */
	struct event_heads heads;
	struct event_bodies bodies;
};

/* Events of this pass need not be asked: each begins behind the one before. */
static bool is_taken(const struct event_pass *p, size_t start, size_t end)
{
	return item_index_over(&p->taken, start, end) != NULL;
}

static struct item *add_event(struct event_pass *p, size_t first, size_t last, struct span canonical, struct span kind)
{
	size_t start = p->ts->t[first].start, end = p->ts->t[last].end;
	struct item *it;

	if (is_taken(p, start, end))
		return NULL;
	it = doc_add_item(p->d, ITEM_EVENT, start, end, "pass.event");
	jval_set_str(&p->d->arena, it->norm, "canonical", canonical);
	if (kind.n)
		jval_set_str(&p->d->arena, it->norm, "kind", kind);
	return it;
}

/* 108-й of a feminine head: 108-я. True: there is such a change. */
static bool ordinal_change(const struct event_pass *p, const struct org_cand *c, size_t first,
			   struct canonical_change *out)
{
	struct span number;

	if (first >= c->first || p->ts->t[first].kind != TOKEN_NUMBER)
		return false;
	number = span_sub(p->d->text, p->ts->t[first].start, p->ts->t[first].end);
	*out = (struct canonical_change){ first, first + 2,
					  arena_printf(&p->d->arena, "%.*s-%s", SPAN_ARG(number),
						       c->parse && c->parse->tags & M_FEM    ? "я"
						       : c->parse && c->parse->tags & M_NEUT ? "е"
											     : "й") };
	return true;
}

static size_t adjectives_before(const struct event_pass *p, size_t head)
{
	const struct token_info *noun = token_info(p->ts, head);
	size_t first = head;
	unsigned cases = 0;

	for (size_t k = 0; k < noun->n; k++)
		if (noun->parse[k].tags & M_NOUN && noun->parse[k].tags & M_SING)
			cases |= noun->parse[k].tags & M_CASES;
	while (first > 0 && tokens_same_block(p->ts, first - 1, head) && token_is_word(p->ts, first - 1) &&
	       token_parse(p->ts, first - 1, M_ADJ | M_SING, cases) && !token_says(p->ts, first - 1, WORDS_RECURRING) &&
	       !token_parse(p->ts, first - 1, M_ADJ | M_PRON, 0) &&
	       !token_parse(p->ts, first - 1, M_ADJ | M_PARTICIPLE, 0))
		first--;
	return first;
}

/* Adjectives that agree with the head, and a number before them. *named: a number or a capital names the meeting. */
static size_t scan_left(const struct event_pass *p, size_t head, bool *named)
{
	size_t first = adjectives_before(p, head);

	/* the name begins with its first capital */
	for (size_t i = first; i <= head; i++)
		if (p->ts->t[i].cap && !p->ts->t[i].loud) {
			*named = !p->ts->t[i].first || i < head;
			first = i;
			break;
		}
	if (event_ordinal_before(p->ts, first) < first)
		*named = true;
	return first;
}

static const struct morph_parse *head_parse(const struct event_pass *p, size_t first, size_t head)
{
	const struct token_info *noun = token_info(p->ts, head);

	for (size_t k = 0; k < noun->n && first < head; k++)
		if (noun->parse[k].tags & M_NOUN && noun->parse[k].tags & M_SING &&
		    token_parse(p->ts, head - 1, M_ADJ | M_SING | (noun->parse[k].tags & (M_CASES | M_GENDERS)), 0))
			return &noun->parse[k];
	return token_parse(p->ts, head, M_NOUN | M_SING, 0);
}

/* "Смотра-конкурс", "Смотром-конкурс": the dictionary undoes the last part of the noun only. */
static struct span undo_first_part(struct event_pass *p, struct span name)
{
	static const char *const forms[] = { "мотра-", "мотру-", "мотром-", "мотре-" };

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		size_t at = span_find(name, span_of(forms[i]), 0);

		if (at != SPAN_NONE)
			return arena_printf(&p->d->arena, "%.*sмотр-%.*s", SPAN_ARG(span_sub(name, 0, at)),
					    SPAN_ARG(span_sub(name, at + strlen(forms[i]), name.n)));
	}
	return name;
}

/* семинар Федерации … «Труд и климат»: the token behind the body that holds it, TOKEN_NONE: none stands there */
static size_t behind_organizer(const struct event_pass *p, size_t head)
{
	const struct item *org = tokens_same_block(p->ts, head, head + 1)
					 ? item_index_at(&p->orgs, p->ts->t[head + 1].start, ITEM_ORG)
					 : NULL;

	return org ? tokens_from(p->ts, org->end) : TOKEN_NONE;
}

/* конкурс «…», семинар на тему «…»: the title is the item, the head stands in the canonical name. */
static bool titled(struct event_pass *p, size_t head, const struct event_head *h, size_t *last)
{
	static const char *const on[] = { "на", "тему", "темі", "звание", "приз", "кубок", NULL };
	struct org_cand c = { .first = head, .last = head, .head = head };
	struct canonical_change number;
	size_t at = head + 1, end, n;

	c.first = adjectives_before(p, head);
	c.parse = head_parse(p, c.first, head);

	while (token_in(p->ts, at, on) || token_is_mark(p->ts, at, ':'))
		at++;
	/* конкурс профессионального мастерства «…» */
	if (at == head + 1 && !token_is_mark(p->ts, at, '"') && c.first <= head) {
		size_t of = head;
		bool proper = false;

		if (org_noun_phrase(&p->scan, at, M_GEN, &of, &proper) && !proper && of - head <= OF_WORDS)
			at = of + 1;
		c.last = at - 1;
		if (!token_is_mark(p->ts, at, '"') && behind_organizer(p, head) != TOKEN_NONE) {
			at = behind_organizer(p, head);
			c.last = head;
		}
	}
	if (!tokens_same_block(p->ts, head, at + 2) || !token_is_mark(p->ts, at, '"') ||
	    !(p->ts->t[at + 1].cap || (p->ts->t[at + 1].kind == TOKEN_NUMBER && token_is_word(p->ts, at + 2))))
		return false;
	end = org_quote_end(&p->scan, at);
	if (end == TOKEN_NONE || end < at + 2)
		return false;
	/* "повестка дня: «О ходе …»", "2007 года «О труде …»": what a meeting or an act is about */
	if (h->flags & EVENT_DAY && token_says(p->ts, at + 1, WORDS_ACT_ABOUT))
		return false;
	if (event_is_bill(p->ts, head, at))
		return false;
	*last = end;
	n = ordinal_change(p, &c, event_ordinal_before(p->ts, c.first), &number);
	c.first = event_ordinal_before(p->ts, c.first);
	add_event(p, at + 1, end - 1,
		  arena_printf(&p->d->arena, "%.*s «%.*s»",
			       SPAN_ARG(undo_first_part(p, canonical_name(&p->scan, &c, &number, n))),
			       SPAN_ARG(canonical_text(&p->scan, at + 1, end - 1))),
		  h->kind);
	return true;
}

static bool is_assembly(const struct event_pass *p, size_t head)
{
	return token_says(p->ts, head, WORDS_ASSEMBLY);
}

/* Спартакиада угольщиков: with its capital, even that of a sentence, and whose it is */
static bool is_games(const struct event_pass *p, size_t head)
{
	return p->ts->t[head].cap && !p->ts->t[head].loud && token_says(p->ts, head, WORDS_GAMES);
}

/* XXIX отчётно-выборная конференция: there is one of a body alone */
static bool is_report_conference(const struct event_pass *p, const struct org_cand *c)
{
	return c->first < c->head && span_starts(token_fold(p->ts, c->head), SPAN("конференц")) &&
	       span_starts(token_fold(p->ts, c->head - 1), SPAN("отч"));
}

static bool is_congress(const struct event_pass *p, size_t head)
{
	return span_starts(token_fold(p->ts, head), SPAN("съезд")) ||
	       span_starts(token_fold(p->ts, head), SPAN("пленум"));
}

/* "съезда горняков «Уголь и люди»", "школы мастера и других программ": the quote is a resolution's, the rest another's.
 */
static void cut_tail(const struct event_pass *p, struct org_cand *c)
{
	for (size_t k = c->head + 1; k <= c->last; k++) {
		bool other = k < c->last && span_is(token_fold(p->ts, k), "и") &&
			     span_starts(token_fold(p->ts, k + 1), SPAN("друг"));

		if (k > c->head + 1 && (other || (token_is_mark(p->ts, k, '"') && is_congress(p, c->head)))) {
			c->last = k - 1;
			return;
		}
	}
}

/* Семинар-совещание кадров и актива Южного региона: who is asked to come is no part of the name */
static size_t attendees(const struct event_pass *p, const struct org_cand *c, struct canonical_change *out)
{
	bool found = false;
	size_t at = c->head + 1;

	for (; at <= c->last && token_is_word(p->ts, at) && !p->ts->t[at].cap; at++)
		found |= token_says(p->ts, at, WORDS_ATTENDEES) && token_parse(p->ts, at, M_NOUN, 0);
	if (!found || at > c->last || !p->ts->t[at].cap)
		return 0;
	*out = (struct canonical_change){ c->head + 1, at - 1, { 0 } };
	return 1;
}

/* съезд профсоюза работников архивов и библиотек: the body knows better where its name ends */
static void end_with_body(const struct event_pass *p, struct org_cand *c)
{
	size_t end = p->ts->t[c->last].end;

	for (size_t i = item_index_from(&p->orgs, p->ts->t[c->head].start + 1); i < p->orgs.n; i++) {
		const struct item *it = item_index_get(&p->orgs, i);

		/* II Конгресс IndustriALL: a name that has no cases stands right behind */
		if (!c->tail && c->last == c->head && tokens_same_block(p->ts, c->last, c->last + 1) &&
		    it->start == p->ts->t[c->last + 1].start &&
		    (p->ts->t[c->last + 1].latin || p->ts->t[c->last + 1].caps) &&
		    span_is(jval_str(it->norm, "kind"), "union")) {
			c->last = tokens_from(p->ts, it->end) - 1;
			c->tail = true;
			break;
		}
		if (it->start >= end)
			break;
		if (it->end > end)
			c->last = tokens_from(p->ts, it->end) - 1;
	}
}

/* VIII СЪЕЗД → VIII Съезд */
static struct span lowered_noun(const struct event_pass *p, struct span name)
{
	size_t space = span_find_char(name, ' ', 0), at;
	struct buf out = { 0 };
	struct span lowered;

	if (space == SPAN_NONE)
		return name;
	at = space + 1;
	utf8_next(name, &at);
	buf_add(&out, span_sub(name, 0, at));
	while (at < name.n)
		buf_put_utf8(&out, utf8_lower(utf8_next(name, &at)));
	lowered = arena_dup(&p->d->arena, buf_span(&out));
	buf_free(&out);
	return lowered;
}

/* Центральный комитет → Центрального комитета: the organ whose plenums a union has; empty: no such name */
static struct span plenary_genitive(struct arena *a, const struct morph *m, struct span name)
{
	static const struct {
		const char *from, *to;
	} known[] = {
		{ "скі камітэт", "скага камітэта" },    { "ны камітэт", "нага камітэта" },
		{ "льний комітет", "льного комітету" }, { "ський комітет", "ського комітету" },
		{ "льна рада", "льної ради" },          { "льны савет", "льнага савета" },
	};
	static const struct span heads[] = { { " комитет", 15 }, { " совет", 11 } };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		struct span from = span_of(known[i].from);
		size_t at = span_find(name, from, 0);

		if (at != SPAN_NONE)
			return arena_printf(a, "%.*s%s%.*s", SPAN_ARG(span_sub(name, 0, at)), known[i].to,
					    SPAN_ARG(span_sub(name, at + from.n, name.n)));
	}
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (span_find(name, heads[i], 0) != SPAN_NONE)
			return recase(a, m, name, M_NOM, M_GEN);
	return (struct span){ 0 };
}

/* III пленум: of the central or republican committee of the union that speaks, in the genitive; empty: none is named */
static struct span plenary_organ(const struct event_pass *p)
{
	static const char *const levels[] = { "Центральн", "Республиканск", "Рэспубліканск", "Цэнтральн", "Генеральн" };

	for (size_t i = 0; p->issuer.n && i < p->d->n_items; i++) {
		const struct item *it = &p->d->items[i];
		struct span name = it->type == ITEM_ORG ? jval_str(it->norm, "canonical") : (struct span){ 0 };

		for (size_t k = 0; name.n && k < sizeof levels / sizeof *levels; k++)
			if (span_starts(name, span_of(levels[k])) && span_ends(name, p->issuer))
				return plenary_genitive(&p->d->arena, p->ts->morph, name);
	}
	return (struct span){ 0 };
}

/* Whose meeting a number alone names: a congress is the issuer's, a plenum its committee's. */
static struct span meets(const struct event_pass *p, struct span name)
{
	struct span organ = span_ends(name, SPAN("пленум")) || span_ends(name, SPAN("Пленум")) ? p->plenary : p->issuer;

	return organ.n ? organ : p->issuer;
}

static bool is_founding(const struct event_pass *p, size_t head)
{
	return head > 0 && tokens_same_block(p->ts, head - 1, head) && token_is_word(p->ts, head - 1) &&
	       !p->ts->t[head].loud && span_starts(token_fold(p->ts, head - 1), SPAN("учредительн"));
}

static struct span founding_name(const struct event_pass *p, const struct org_cand *c, size_t head)
{
	struct org_cand name = *c;

	name.first = head - 1;
	name.last = head;
	return canonical_name(&p->scan, &name, NULL, 0);
}

static bool meeting(struct event_pass *p, size_t head, struct span kind, size_t *last)
{
	struct canonical_change changes[6];
	size_t n_changes, number;
	bool named = false, report;
	struct org_cand c = { .head = head, .row = LEXICON_NONE, .known = LEXICON_NONE, .flags = ORG_PO | ORG_LIST };
	struct span name;

	c.first = scan_left(p, head, &named);
	number = event_ordinal_before(p->ts, c.first);
	c.capital = named;
	c.parse = head_parse(p, c.first, head);
	org_tail(&p->scan, &c);
	cut_tail(p, &c);
	end_with_body(p, &c);
	if (p->charter && number == c.first && !is_founding(p, head))
		return false; /* a charter speaks of every congress that there will be */
	/* учредительной конференцией: a body has one alone */
	if (!named && !c.tail && p->issuer.n && is_founding(p, head)) {
		*last = head;
		add_event(p, head - 1, head,
			  arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(founding_name(p, &c, head)),
				       SPAN_ARG(p->issuer)),
			  kind);
		return true;
	}
	/* съезд Профсоюза, пленум РК: whose meeting it is names it */
	if (!named && !(c.tail && ((c.proper && is_assembly(p, head)) || is_games(p, head))))
		return false;
	n_changes = attendees(p, &c, changes);
	n_changes += event_body_changes(&p->bodies, &c, is_congress(p, head) || is_report_conference(p, &c),
					changes + n_changes, 4);
	n_changes += ordinal_change(p, &c, number, changes + n_changes);
	report = is_report_conference(p, &c);
	c.first = number;
	name = canonical_name(&p->scan, &c, changes, n_changes);
	if (p->ts->t[head].loud && c.first < head && c.last == head)
		name = lowered_noun(p, name);
	if (!c.tail && (c.first == head || (event_is_number(p->ts, c.first) && (is_congress(p, head) || report)))) {
		if (!p->issuer.n && c.first == head)
			return false;
		if (p->issuer.n)
			name = arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(name), SPAN_ARG(meets(p, name)));
	} else if (is_congress(p, head) && event_ends_with_organ(&p->bodies, &c))
		name = arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(name), SPAN_ARG(p->issuer));
	*last = c.last;
	add_event(p, c.first, c.last, name, kind);
	return true;
}

/* действий за достойный труд: what a day is for */
static void take_aim(const struct event_pass *p, struct org_cand *c)
{
	size_t last;
	bool proper = false;

	if (!token_is(p->ts, c->last + 1, "за") || !tokens_same_block(p->ts, c->last, c->last + 2) ||
	    !org_noun_phrase(&p->scan, c->last + 2, M_ACC, &last, &proper))
		return;
	c->last = last;
	c->tail = true;
}

/* Дню металлурга, Года качества, Всемирный день охраны труда, Международный женский день */
static bool observance(struct event_pass *p, size_t head, struct span kind, size_t *last)
{
	struct org_cand c = { .head = head, .row = LEXICON_NONE, .known = LEXICON_NONE, .flags = ORG_LIST };
	bool adjective;

	c.first = adjectives_before(p, head);
	while (c.first < head && !p->ts->t[c.first].cap)
		c.first++;
	adjective = c.first < head;
	if (!p->ts->t[c.first].cap || p->ts->t[c.first].loud || (p->ts->t[c.first].first && !adjective) ||
	    (c.first > 0 && p->ts->t[c.first - 1].kind == TOKEN_NUMBER))
		return false;
	c.parse = head_parse(p, c.first, head);
	org_tail(&p->scan, &c);
	take_aim(p, &c);
	if (!c.tail && !adjective)
		return false;
	*last = c.last;
	add_event(p, c.first, c.last, canonical_name(&p->scan, &c, NULL, 0), kind);
	return true;
}

/* 105-летия Профсоюза, 100-летнего юбилея ФПК */
static bool anniversary(struct event_pass *p, size_t i, size_t *last)
{
	struct canonical_change changes[4];
	struct org_cand c = { .head = i + 2, .row = LEXICON_NONE, .known = LEXICON_NONE };
	struct span word, name;

	if (p->ts->t[i].kind != TOKEN_NUMBER || !token_is_mark(p->ts, i + 1, '-') || !p->ts->t[i + 1].glued ||
	    !tokens_same_block(p->ts, i, i + 2) || !token_is_word(p->ts, i + 2))
		return false;
	word = token_fold(p->ts, i + 2);
	if (span_starts(word, SPAN("летн")) && tokens_same_block(p->ts, i, i + 3) && token_is_word(p->ts, i + 3) &&
	    span_starts(token_fold(p->ts, i + 3), SPAN("юбиле")))
		c.head = i + 3;
	else if (!span_starts(word, SPAN("лети")))
		return false;
	c.parse = token_parse(p->ts, c.head, M_NOUN | M_SING, 0);
	c.first = c.head;
	org_tail(&p->scan, &c);
	if (!c.tail)
		return false;
	c.first = i;
	name = canonical_name(&p->scan, &c, changes, event_body_changes(&p->bodies, &c, false, changes, 4));
	*last = c.last;
	add_event(p, i, c.last, name, SPAN("anniversary"));
	return true;
}

/* Of two events that overlap the longer stays, of two of a length the first: a rule and a pass may both have seen it.
 */
static bool is_inner(const struct item_index *events, const struct item *it)
{
	size_t n = it->end - it->start;
	size_t from = it->start > events->longest ? it->start - events->longest : 0;

	for (size_t k = item_index_from(events, from); k < events->n; k++) {
		const struct item *other = item_index_get(events, k);
		size_t m = other->end - other->start;

		if (other->start >= it->end)
			return false;
		if (other != it && it->start < other->end && (m > n || (m == n && other < it)))
			return true;
	}
	return false;
}

static void drop_inner_events(struct doc *d)
{
	struct item_index events = item_index_of(d, 1u << ITEM_EVENT);
	bool *inner = arena_alloc(&d->arena, d->n_items + 1);
	size_t kept = 0;

	for (size_t i = 0; i < d->n_items; i++)
		inner[i] = d->items[i].type == ITEM_EVENT && is_inner(&events, &d->items[i]);
	for (size_t i = 0; i < d->n_items; i++)
		if (!inner[i])
			d->items[kept++] = d->items[i];
	d->n_items = kept;
}

/* Does one of the first lines say that these are the statutes of a body? */
static bool is_charter(const struct tokens *ts)
{
	enum { FIRST_TOKENS = 60 };

	for (size_t i = 0; i < ts->n && i < FIRST_TOKENS; i++)
		if (token_says(ts, i, WORDS_CHARTER) &&
		    (i == 0 || ts->t[i - 1].block != ts->t[i].block || ts->t[i].loud))
			return true;
	return false;
}

/* VIII з'їзд Профспілки працівників … України: where a rule cut the body that meets, the event ends with it */
static void extend_to_body(struct event_pass *p, struct item *event)
{
	struct arena *arena = &p->d->arena;
	struct span name = jval_str(event->norm, "canonical"), lang = jval_str(p->d->meta, "lang"), rest;

	if (span_is(lang, "kk") || span_is(lang, "ky")) /* where it stands before */
		return;
	for (size_t i = item_index_from(&p->orgs, event->start + 1); name.n && i < p->orgs.n; i++) {
		const struct item *it = item_index_get(&p->orgs, i);

		if (it->start >= event->end)
			return;
		if (it->end <= event->end)
			continue;
		rest = text_squeeze(arena, doc_slice(p->d, event->end, it->end));
		jval_set_str(arena, event->norm, "canonical",
			     arena_printf(arena, "%.*s%s%.*s", SPAN_ARG(name), span_starts(rest, SPAN(",")) ? "" : " ",
					  SPAN_ARG(rest)));
		event->end = it->end;
		return;
	}
}

/* II съезд Союза … Армении И. О. Петросян: a person's name is no part of the event's; a token each */
static const bool *persons_of(struct doc *d, const struct tokens *ts)
{
	bool *v = arena_alloc(&d->arena, ts->n + 1);

	for (size_t i = 0; i < d->n_items; i++)
		for (size_t k = d->items[i].type == ITEM_PERSON ? tokens_from(ts, d->items[i].start) : ts->n;
		     k < ts->n && ts->t[k].start < d->items[i].end; k++)
			v[k] = true;
	return v;
}

bool pass_event(struct resolver *r, struct doc *d, struct err *e)
{
	struct event_pass p = { .d = d, .ts = r->tokens, .issuer = r->issuer };

	(void)e;
	p.scan = (struct org_scan){ .ts = p.ts, .text = d->text, .places = r->naming->known_places };
	p.scan.barrier = persons_of(d, p.ts);
	p.orgs = item_index_of(d, 1u << ITEM_ORG);
	p.heads = event_heads_read(&d->arena, r->naming->event_heads);
	p.bodies = (struct event_bodies){ d, p.ts, &p.orgs, r->issuer, r->issuer_name };
	p.taken = item_index_of(d, 1u << ITEM_ORG | 1u << ITEM_EVENT);
	p.charter = is_charter(p.ts);
	p.plenary = plenary_organ(&p);
	for (size_t i = 0; i < p.ts->n; i++) {
		const struct event_head *h;
		size_t last = i;

		if (p.ts->t[i].kind == TOKEN_NUMBER && anniversary(&p, i, &last)) {
			i = last;
			continue;
		}
		h = event_head_at(&p.heads, p.ts, i);
		if (!h)
			continue;
		if ((h->flags & EVENT_TITLED && titled(&p, i, h, &last)) ||
		    (h->flags & EVENT_MEETING && meeting(&p, i, h->kind, &last)) ||
		    (h->flags & EVENT_DAY && observance(&p, i, h->kind, &last)))
			i = last;
	}
	for (size_t i = 0; i < d->n_items; i++)
		if (d->items[i].type == ITEM_EVENT) {
			extend_to_body(&p, &d->items[i]);
			event_body_contract(&p.bodies, &d->arena, &d->items[i]);
			event_name_issuer(&p.bodies, &d->arena, &d->items[i], p.plenary);
		}
	drop_inner_events(d);
	return true;
}
