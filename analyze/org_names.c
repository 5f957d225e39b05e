/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One body, many mentions: by the key of the name, by what the document defines, by the lexicon, by the name in quotes.
 */
#include "org_names.h"

#include "org_body.h"

#include "utf8.h"

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

/* ---- the order in which things become clear ---- */

static struct span tokens_text(const struct org_names *n, size_t first, size_t last)
{
	return canonical_text(n->scan, first, last);
}

static void settle_defined(struct org_names *n, const struct abbr_defs *defs)
{
	for (size_t i = 0; i < defs->n; i++) {
		const struct abbr_def *d = &defs->v[i];

		if (n->verdict[d->cand] == ORG_SHORT)
			continue;
		n->verdict[d->cand] = ORG_NAME;
		if (n->body[d->cand] == ORG_NO_BODY)
			org_body_settle(n, d->cand);
		if (d->glossary && n->cands.v[d->cand].flags & ORG_ORGAN && !n->cands.v[d->cand].tail)
			n->bodies[n->body[d->cand]].is_class = true;
		org_body_add_short(n, tokens_text(n, d->short_first, d->short_last), n->body[d->cand], d->short_first,
				   d->caps);
	}
}

static void settle_names(struct org_names *n)
{
	for (size_t i = 0; i < n->cands.n; i++)
		if (n->verdict[i] == ORG_NAME && n->body[i] == ORG_NO_BODY)
			org_body_settle(n, i);
}

/* Who speaks: a body with a short name that is a word, else the union named first. */
static void find_issuer(struct org_names *n)
{
	n->issuer = ORG_NO_BODY;
	for (size_t i = 0; i < n->n_shorts && n->issuer == ORG_NO_BODY; i++)
		if (!n->shorts[i].caps && org_is_union_word(n->bodies[n->shorts[i].body].key) &&
		    !span_starts(n->shorts[i].key, SPAN("профком")))
			n->issuer = n->shorts[i].body;
	for (size_t i = 0; i < n->cands.n && n->issuer == ORG_NO_BODY; i++)
		if (n->verdict[i] == ORG_NAME && n->body[i] != ORG_NO_BODY && !n->bodies[n->body[i]].is_class &&
		    span_is(n->bodies[n->body[i]].kind, "union") && org_is_union_word(n->bodies[n->body[i]].key))
			n->issuer = n->body[i];
}

static bool has_word(struct span key, struct span word)
{
	for (size_t at = span_find(key, word, 0); at != SPAN_NONE; at = span_find(key, word, at + 1))
		if ((at == 0 || key.p[at - 1] == ' ') && (at + word.n == key.n || key.p[at + word.n] == ' '))
			return true;
	return false;
}

/*
 * The body that a noun alone stands for: the issuer where it has that noun (Профсоюз: "… профессиональный союз
 * работников …"), else the last one named before that begins with it.
 */
static size_t body_with_head(const struct org_names *n, struct span key, size_t at)
{
	size_t found = ORG_NO_BODY;

	if (n->issuer != ORG_NO_BODY && has_word(n->bodies[n->issuer].key, key))
		return n->issuer;
	for (size_t i = 0; i < n->cands.n && n->cands.v[i].first < at; i++) {
		size_t b = n->body[i];

		if (b != ORG_NO_BODY && !n->bodies[b].is_class && n->cands.v[i].last > n->cands.v[i].first &&
		    has_word(n->bodies[b].key, key))
			found = b;
	}
	return found;
}

/* данного Фонда, этой Комиссии */
static bool points_back(const struct org_scan *s, size_t i)
{
	static const char *const stems[] = {
		"данн", "этог", "этой", "этом", "указанн", "настоящ", "названн", "упомянут"
	};

	for (size_t k = 0; k < sizeof stems / sizeof *stems && token_is_word(s->ts, i); k++)
		if (span_starts(token_fold(s->ts, i), span_of(stems[k])))
			return true;
	return false;
}

/* A capital noun alone: what it is defined as, else the body that has this head. */
static void settle_short(struct org_names *n, size_t i)
{
	struct org_cand *c = &n->cands.v[i];
	struct span name = canonical_name(n->scan, c, NULL, 0), key = canonical_key(arena_of(n), name);
	size_t body = org_names_short(n, key, c->first);

	if (body == ORG_NO_BODY && c->first > 0 && points_back(n->scan, c->first - 1))
		return;
	if (body == ORG_NO_BODY && !(c->flags & ORG_ORGAN))
		body = body_with_head(n, key, c->first);
	if (body != ORG_NO_BODY && c->flags & ORG_ORGAN && !span_starts(n->bodies[body].key, key))
		body = ORG_NO_BODY;
	if (body == ORG_NO_BODY && !c->capital && !(c->loud && c->flags & ORG_ORGAN))
		return;
	if (body == ORG_NO_BODY && !(c->flags & (ORG_STRONG | ORG_ORGAN)))
		return;
	if (body == ORG_NO_BODY) {
		org_body_settle(n, i);
	} else {
		n->body[i] = body;
		n->bodies[body].mentions++;
		if (body == n->issuer && !n->bodies[body].alias.n && !(c->flags & ORG_ORGAN))
			n->bodies[body].alias = name;
	}
	n->verdict[i] = ORG_NAME;
}

/* What looks like a name and is one elsewhere in the document: in small letters, shortened, in the plural. */
static void settle_weak(struct org_names *n, size_t i)
{
	struct org_cand *c = &n->cands.v[i];
	struct span key = canonical_key(arena_of(n), canonical_name(n->scan, c, NULL, 0));
	size_t body = org_names_short(n, key, c->first);

	if (c->first == c->last && !c->capital)
		return;
	if (body == ORG_NO_BODY)
		body = org_body_find(n, key);
	for (size_t k = 0; k < n->n_shorts && body == ORG_NO_BODY && c->first < c->head && !c->plural; k++) {
		struct span full = n->bodies[n->shorts[k].body].key;

		/* трехсторонняя комиссия for Республиканская трехсторонняя комиссия */
		if (n->shorts[k].caps && full.n > key.n + 1 && span_ends(full, key) &&
		    full.p[full.n - key.n - 1] == ' ')
			body = n->shorts[k].body;
	}
	if (body == ORG_NO_BODY || n->bodies[body].mentions == 0)
		return;
	n->body[i] = body;
	n->verdict[i] = ORG_NAME;
	n->bodies[body].mentions++;
}

/* May a name that goes on like this be the same body's full name? Комиссия ВКП – Комиссия ВКП по рассмотрению … */
static bool may_go_on(struct span full, size_t key_bytes)
{
	struct span rest = span_sub(full, key_bytes, full.n);

	if (!span_starts(rest, SPAN(" ")))
		return false;
	return (!span_starts(rest, SPAN(" по ")) && !span_starts(rest, SPAN(" для "))) ||
	       span_starts(full, SPAN("комисси")) || span_starts(full, SPAN("групп"));
}

/* A name cut short: Общероссийский профсоюз, Федерация профсоюзов, Министерство труда; the issuer before others. */
static void join_prefixes(struct org_names *n)
{
	for (size_t i = 0; i < n->cands.n; i++) {
		size_t b = n->body[i], found = ORG_NO_BODY;
		bool many = false;

		if (n->verdict[i] != ORG_NAME || b == ORG_NO_BODY || n->bodies[b].known != LEXICON_NONE ||
		    !(n->cands.v[i].tail || n->cands.v[i].first < n->cands.v[i].head))
			continue;
		for (size_t k = 0; k < n->n; k++) {
			struct span full = n->bodies[k].key, key = n->bodies[b].key;

			if (k == b || !span_starts(full, key) || !may_go_on(full, key.n) || n->bodies[k].is_class)
				continue;
			many |= found != ORG_NO_BODY;
			if (found == ORG_NO_BODY || k == n->issuer)
				found = k;
		}
		if (found == ORG_NO_BODY || (many && found != n->issuer))
			continue;
		n->body[i] = found;
		for (size_t k = 0; k < n->n_shorts; k++)
			if (n->shorts[k].body == b)
				n->shorts[k].body = found;
		if (!n->bodies[found].abbr.n)
			n->bodies[found].abbr = n->bodies[b].abbr;
	}
}

static bool has_identity(const struct org_names *n, const struct org_cand *c)
{
	return c->quote != TOKEN_NONE || c->proper || (c->tail && org_has_identity(n->scan, c->head + 1, c->last));
}

/* An organ without its body is the issuer's: Президиум → Президиум Профсоюза. */
static struct span with_issuer(const struct org_names *n, const struct org_cand *c, struct span name)
{
	static const char *const own[] = { "президиум",      "президія",    "прэзідыум", "рада",        "савет",
					   "исполком",       "отдел",       "сектор",    "инспекция",   "совет",
					   "исполнительный", "центральный", "аппарат",   "секретариат", "генеральный",
					   "правовая",       "техническая", "учебно",    "молодежный",  "юридическая" };
	struct span inside, key = canonical_key(arena_of(n), name);

	if (n->issuer == ORG_NO_BODY || has_identity(n, c) || !(c->flags & (ORG_ORGAN | ORG_NAMED | ORG_CAP)) ||
	    c->plural)
		return name;
	inside = org_names_inside(n, n->issuer);
	if (c->row != LEXICON_NONE && span_is(lexicon_cell(n->scan->heads, c->row, "lemma"), "филиал") &&
	    n->bodies[n->issuer].quote_text.n)
		return arena_printf(arena_of(n), "%.*s «%.*s»", SPAN_ARG(name),
				    SPAN_ARG(n->bodies[n->issuer].quote_text));
	for (size_t i = 0; i < sizeof own / sizeof *own && inside.n; i++) {
		struct span first = key;

		if (span_is(span_cut(&first, ' '), own[i]))
			return arena_printf(arena_of(n), "%.*s %.*s", SPAN_ARG(name), SPAN_ARG(inside));
	}
	return name;
}

/* Names again, now that it is known what stands inside them: Генеральный Совет ФПРК. */
static void contract_names(struct org_names *n)
{
	for (size_t i = 0; i < n->cands.n; i++) {
		struct org_cand *c = &n->cands.v[i];
		size_t parent = ORG_NO_BODY, b = n->body[i];
		struct span name;

		if (n->verdict[i] != ORG_NAME || b == ORG_NO_BODY || n->bodies[b].known != LEXICON_NONE ||
		    c->head == TOKEN_NONE || b == n->issuer)
			continue;
		if (canonical_key(arena_of(n), canonical_name(n->scan, c, NULL, 0)).n + 24 < n->bodies[b].key.n)
			continue; /* a short mention: the full one gives the name */
		name = org_body_name(n, c, &parent);
		if (!n->bodies[b].is_class)
			name = with_issuer(n, c, name);
		if (parent != ORG_NO_BODY && parent != b) {
			n->bodies[b].parent = n->bodies[parent].canonical;
			n->bodies[b].canonical = name;
		} else if (name.n > n->bodies[b].canonical.n && (!c->loud || c->first == c->last)) {
			n->bodies[b].canonical = name;
		}
	}
}

/* исполком → исполнительный комитет: compounds are what they abbreviate. */
static void expand_compounds(struct org_names *n)
{
	static const struct {
		const char *from, *to;
	} compounds[] = {
		{ "Исполком ", "Исполнительный комитет " },
		{ "Оргкомитет ", "Организационный комитет " },
	};

	for (size_t i = 0; i < n->n; i++) {
		for (size_t k = 0; k < sizeof compounds / sizeof *compounds; k++) {
			struct span from = span_of(compounds[k].from);
			struct org_body *b = &n->bodies[i];

			if (span_starts(b->canonical, from))
				b->canonical = arena_printf(arena_of(n), "%s%.*s", compounds[k].to,
							    SPAN_ARG(span_sub(b->canonical, from.n, b->canonical.n)));
		}
	}
}

/* отраслевого Профсоюза: the adjective describes, the name is the noun with its capital */
static void drop_small_adjectives(const struct org_names *n, struct org_cand *c)
{
	if (c->head == TOKEN_NONE || c->tail || c->form || c->first == c->head || !(c->flags & ORG_ALIAS) ||
	    !n->scan->ts->t[c->head].cap || n->scan->ts->t[c->head].loud)
		return;
	for (size_t i = c->first; i < c->head; i++)
		if (n->scan->ts->t[i].cap)
			return;
	c->first = c->head;
}

void org_names_settle(struct org_names *n, const struct abbr_defs *defs)
{
	n->verdict = arena_alloc(arena_of(n), (n->cands.n + 1) * sizeof *n->verdict);
	n->body = arena_alloc(arena_of(n), (n->cands.n + 1) * sizeof *n->body);
	n->issuer = ORG_NO_BODY;
	for (size_t i = 0; i < n->cands.n; i++) {
		drop_small_adjectives(n, &n->cands.v[i]);
		n->verdict[i] = org_accept(n->scan, &n->cands.v[i]);
		n->body[i] = ORG_NO_BODY;
	}
	settle_defined(n, defs);
	settle_names(n);
	find_issuer(n);
	for (size_t i = 0; i < n->cands.n; i++)
		if (n->verdict[i] == ORG_SHORT)
			settle_short(n, i);
	for (size_t i = 0; i < n->cands.n; i++)
		if (n->verdict[i] == ORG_WEAK)
			settle_weak(n, i);
	join_prefixes(n);
	contract_names(n);
	expand_compounds(n);
}
