/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bodies of a document: joining mentions by key, lexicon, quotes and initials; short names. */
#include "org_body.h"

#include "bisect.h"
#include "org_abridged.h"
#include "org_dash.h"
#include "org_phrase.h"
#include "org_row.h"
#include "org_state.h"
#include "utf8.h"

/* ---- names ---- */

enum { CHANGES = 8 };

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

/* РК where the paper has a Республиканский комитет and nothing of Kazakhstan */
static bool find_organ(const struct org_names *n, struct span letters, long row)
{
	enum { STEM_LETTERS = 5 };
	struct tokens *ts = n->scan->ts;
	struct span country = lexicon_cell(n->place_abbrs, row, "name");
	char stem[64];

	country = span_sub(country, 0, utf8_offset(country, STEM_LETTERS));
	if (country.n >= sizeof stem)
		return false;
	utf8_fold(country, stem);
	if (span_find(ts->fold, span_make(stem, country.n), 0) != SPAN_NONE)
		return false;
	for (size_t i = 0; i < n->cands.n; i++) {
		const struct org_cand *c = &n->cands.v[i];
		struct span name;

		if (!(c->flags & ORG_ORGAN) || c->head == TOKEN_NONE || c->head != c->first + 1)
			continue;
		name = span_make(ts->fold.p + ts->t[c->first].start, ts->t[c->head].end - ts->t[c->first].start);
		if (span_eq(org_body_initials(arena_of(n), name, ORG_ALL_WORDS), letters))
			return true;
	}
	return false;
}

bool org_body_stands_for_organ(const struct org_names *n, struct span letters, long row)
{
	enum { UNKNOWN, NO, YES };

	if (n->organ_of[row] == UNKNOWN)
		n->organ_of[row] = find_organ(n, letters, row) ? YES : NO;
	return n->organ_of[row] == YES;
}

/* РК, КР, РФ behind a head: the country in the genitive, unless the document has another meaning for the letters. */
static bool country_change(const struct org_names *n, size_t i, struct canonical_change *out)
{
	struct tokens *ts = n->scan->ts;
	struct span key, genitive;
	long row;

	if (!token_is_word(ts, i) || !ts->t[i].caps)
		return false;
	row = lexicon_find(n->place_abbrs, token_fold(ts, i));
	if (row == LEXICON_NONE)
		return false;
	key = canonical_key(arena_of(n), span_sub(n->scan->text, ts->t[i].start, ts->t[i].end));
	genitive = org_state_of_letters(n, row);
	if (!genitive.n)
		return false;
	if (!span_is(lexicon_cell(n->place_abbrs, row, "kind"), "country") && org_body_stands_for_organ(n, key, row))
		return false;
	if (org_names_short(n, key, i) != ORG_NO_BODY && !span_is(lexicon_cell(n->place_abbrs, row, "kind"), "country"))
		return false;
	*out = (struct canonical_change){ i, i, genitive };
	return true;
}

/* Открытое акционерное общество «…», Государственное учреждение «…»: a legal form in words. */
static bool is_spelled_form(const struct org_names *n, long row)
{
	static const char *const heads[] = { "общество",
					     "учреждение",
					     "предприятие",
					     "товарищество",
					     "объединение",
					     "підприємство | підприємств~",
					     "товариство | товариств~",
					     "прадпрыемства | прадпрыемств~",
					     "таварыства | таварыств~",
					     "бірлестігі | бірлестіг~",
					     "серіктестігі | серіктестіг~",
					     "қоғамы | қоғамы~",
					     "бирикмеси | бирикмеси~",
					     "коому | коому~",
					     "кәсіпорны | кәсіпорны~",
					     NULL };
	struct span lemma = row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(n->scan->heads, row, "lemma");

	for (const char *const *h = heads; *h; h++)
		if (span_is(lemma, *h))
			return true;
	return false;
}

/* The longest settled candidate inside (first, last] that begins at i. */
static size_t nested_at(const struct org_names *n, const struct org_cand *c, size_t i)
{
	size_t best = TOKEN_NONE, lo;

	BISECT(lo, n->cands.n, n->cands.v[lo].first < i);
	for (size_t k = lo; k < n->cands.n && n->cands.v[k].first == i; k++) {
		const struct org_cand *in = &n->cands.v[k];

		if (in->last > c->last || n->body[k] == ORG_NO_BODY || in->plural)
			continue;
		/* учреждение образования Федерации … «…»: the name in quotes is not the federation's, and has it whole
		 */
		if (c->quote != TOKEN_NONE && in->first < c->quote && is_spelled_form(n, c->row))
			continue;
		if (best == TOKEN_NONE || in->last > n->cands.v[best].last)
			best = k;
	}
	return best;
}

/* «Дән» салалық кәсіподағы Орталық кеңесі: the union stands before its organ, and has a short name (Кәсіподақтың …) */
static size_t union_before(const struct org_names *n, const struct org_cand *c, struct canonical_change *out)
{
	size_t in = TOKEN_NONE, from;
	struct span inside;

	if (n->lang != LANG_TURKIC || !n->body || c->head == TOKEN_NONE || !(c->flags & ORG_FINAL) ||
	    !(c->flags & ORG_ORGAN || span_is(lexicon_cell(n->scan->heads, c->row, "kind"), "organ")))
		return TOKEN_NONE;
	BISECT(from, n->cands.n, n->cands.v[from].first < c->first);
	for (size_t k = from; k < n->cands.n && n->cands.v[k].first == c->first; k++)
		if (n->cands.v[k].last < c->head && n->body[k] != ORG_NO_BODY &&
		    (in == TOKEN_NONE || n->cands.v[k].last > n->cands.v[in].last))
			in = k;
	if (in == TOKEN_NONE || !span_is(n->bodies[n->body[in]].kind, "union"))
		return TOKEN_NONE;
	inside = org_names_inside(n, n->body[in]);
	if (!inside.n)
		return TOKEN_NONE;
	*out = (struct canonical_change){ c->first, n->cands.v[in].last, inside };
	/* … бирлигинин (мындан ары – Кесиптик бирлик) Борбордук комитети */
	if (token_is_mark(n->scan->ts, out->last + 1, '('))
		while (out->last < c->head && !token_is_mark(n->scan->ts, out->last, ')'))
			out->last++;
	return in;
}

/*
 * How a body is called inside the name of another: letters anywhere, a short name that is a word in those of organs
 * alone: an organization has the whole name of its union, as it is printed.
 */
static struct span inside_name(const struct org_names *n, const struct org_cand *c, size_t body)
{
	struct span kind = c->row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(n->scan->heads, c->row, "kind");

	if (!n->bodies[body].abbr.n && span_is(kind, "union") && c->flags & ORG_GENERIC &&
	    !(n->unions_short && span_find_char(n->bodies[body].alias, ' ', 0) == SPAN_NONE))
		return (struct span){ 0 };
	/* постоянные комиссии Генерального Совета: of a class it is said in full whose it is, though ГС may stand for
	 * it */
	if (c->plural && n->bodies[body].flags & ORG_ORGAN)
		return (struct span){ 0 };
	/* letters that only the lexicon knows, and the document nowhere has */
	if (n->bodies[body].known != LEXICON_NONE && n->bodies[body].abbr.n &&
	    span_find(n->scan->text, n->bodies[body].abbr, 0) == SPAN_NONE)
		return (struct span){ 0 };
	return org_names_inside(n, body);
}

struct span org_body_name(const struct org_names *n, const struct org_cand *c, size_t *parent)
{
	struct canonical_change changes[CHANGES];
	size_t n_changes = 0, before = union_before(n, c, changes), whole = 0; /* end of a name that stays whole */

	if (before != TOKEN_NONE) {
		*parent = n->body[before];
		n_changes++;
	}
	for (size_t i = c->head == TOKEN_NONE ? c->last + 1 : c->head + 1; i <= c->last && n_changes < CHANGES; i++) {
		size_t in = n->body ? nested_at(n, c, i) : TOKEN_NONE;

		/* Объединение «Ассоциация …»: what the quotes hold is printed as it is */
		if (in != TOKEN_NONE && c->quote != TOKEN_NONE && i == c->quote + 1 &&
		    n->cands.v[in].last + 1 == c->last && token_is_mark(n->scan->ts, c->last, '\'')) {
			i = n->cands.v[in].last;
			continue;
		}
		if (in != TOKEN_NONE) {
			struct span inside = inside_name(n, c, n->body[in]);

			/* the quote of ЗАО «…» is the body, not what it belongs to */
			if (!((c->form || is_spelled_form(n, c->row)) && c->quote != TOKEN_NONE &&
			      n->cands.v[in].first == c->quote + 1 &&
			      token_is_mark(n->scan->ts, n->cands.v[in].last + 1, '\'')) &&
			    i > whole)
				*parent = n->body[in];
			/* Управление МВД России: its letters stand there, and more */
			if (inside.n && n->cands.v[in].last > i && n->scan->ts->t[i].caps &&
			    span_eq(inside, span_sub(n->scan->text, n->scan->ts->t[i].start, n->scan->ts->t[i].end)))
				continue;
			if (inside.n) {
				changes[n_changes++] = (struct canonical_change){ i, n->cands.v[in].last, inside };
				i = n->cands.v[in].last;
			} else if (whole < n->cands.v[in].last) {
				whole = n->cands.v[in]
						.last; /* президія обласної ради Профспілки: a body deeper inside */
			}
		} else if (!(c->quote != TOKEN_NONE && i == c->quote + 2 &&
			     i + 1 == c->last) && /* ГБУЗ «Заречная РБ» */
			   country_change(n, i, &changes[n_changes])) {
			n_changes++;
		}
	}
	for (size_t i = c->first; i + 2 < c->last && n_changes < CHANGES; i++)
		if ((i > c->head || n->lang == LANG_TURKIC) && token_is_mark(n->scan->ts, i, '(') &&
		    token_is_mark(n->scan->ts, i + 2, ')') && n->scan->ts->t[i + 1].caps)
			changes[n_changes++] = (struct canonical_change){ i, i + 2, { 0 } };
	for (size_t i = c->first; i + 1 < c->last && n_changes < CHANGES; i++)
		if (token_is(n->scan->ts, i, "им"))
			changes[n_changes++] =
				(struct canonical_change){ i, token_is_mark(n->scan->ts, i + 1, '.') ? i + 1 : i,
							   SPAN("имени") };
	/* ППО «Сталь» ГМПР is called by its union too */
	if (c->form && c->quote != TOKEN_NONE && c->quote > c->first && !token_is(n->scan->ts, c->first, "ппо")) {
		struct org_cand shorter = *c;

		shorter.last = org_quote_end(n->scan, c->quote);
		return canonical_name(n->scan, &shorter, changes, n_changes);
	}
	return canonical_name(n->scan, c, changes, n_changes);
}

/* The key of the innermost name in quotes; names in quotes of one word are too common to join bodies by. */
static struct span quote_key(const struct org_names *n, const struct org_cand *c, struct span *printed)
{
	size_t open = TOKEN_NONE, close = c->last;

	if (c->quote == TOKEN_NONE)
		return (struct span){ 0 };
	for (size_t i = c->quote; i <= c->last; i++) {
		if (token_is_mark(n->scan->ts, i, '"'))
			open = i;
		if (token_is_mark(n->scan->ts, i, '\'')) {
			close = i;
			break;
		}
	}
	if (open == TOKEN_NONE || open >= close)
		return (struct span){ 0 };
	*printed = span_sub(n->scan->text, n->scan->ts->t[open].end, n->scan->ts->t[close].start);
	return canonical_key(arena_of(n), *printed);
}

/* ---- bodies ---- */

size_t org_body_find(const struct org_names *n, struct span key)
{
	const struct span_entry *e = span_index_get(&n->by_key, key);

	return e ? e->value : ORG_NO_BODY;
}

static size_t new_body(struct org_names *n, struct span canonical, long known)
{
	struct org_body *b;

	ARENA_ROOM(arena_of(n), n->bodies, n->n, n->cap);
	b = &n->bodies[n->n];
	*b = (struct org_body){ .canonical = canonical, .known = known };
	if (known != LEXICON_NONE) {
		b->official = org_row_first(lexicon_cell(n->known, known, "name"));
		b->canonical = org_row_like(lexicon_cell(n->known, known, "name"), n->lang, canonical);
		b->abbr = org_row_name(lexicon_cell(n->known, known, "abbr"), n->lang == LANG_EN ? LANG_EN : LANG_RU);
		/* EFFAT in a Ukrainian paper, which has no other name for it */
		if ((n->lang == LANG_UK || n->lang == LANG_BE) && canonical.n && span_eq(b->canonical, b->official) &&
		    !org_row_is_in(b->canonical, n->lang))
			b->canonical = canonical;
		if (n->lang == LANG_EN && !org_row_is_in(b->canonical, LANG_EN) && org_row_is_in(b->abbr, LANG_EN))
			b->canonical = b->abbr;
		b->kind = lexicon_cell(n->known, known, "kind");
		b->country = lexicon_cell(n->known, known, "country");
		b->parent = lexicon_cell(n->known, known, "parent");
		b->is_class = span_is(b->kind, "class");
	}
	b->key = canonical_key(arena_of(n), b->canonical);
	span_index_add(&n->by_key, arena_of(n), b->key, n->n);
	if (known != LEXICON_NONE && !n->by_known[known])
		n->by_known[known] = n->n + 1;
	return n->n++;
}

static size_t body_by_name(struct org_names *n, struct span name, long known)
{
	struct span key = canonical_key(arena_of(n), name);
	size_t b;

	if (known == LEXICON_NONE)
		known = lexicon_find(n->known, name);
	if (known != LEXICON_NONE && n->by_known[known])
		return n->by_known[known] - 1;
	if (known != LEXICON_NONE)
		key = canonical_key(arena_of(n), org_row_name(lexicon_cell(n->known, known, "name"), n->lang));
	b = org_body_find(n, key);
	return b != ORG_NO_BODY ? b : new_body(n, name, known);
}

size_t org_body_named(struct org_names *n, struct span name, struct span kind)
{
	size_t b = body_by_name(n, name, LEXICON_NONE);

	if (!n->bodies[b].kind.n)
		n->bodies[b].kind = kind;
	return b;
}

/* The union itself, under one noun or another; not its organization, committee or branch. */
static bool is_union_head(const struct org_names *n, long row)
{
	struct span lemma = row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(n->scan->heads, row, "lemma");

	return span_is(lemma, "профсоюз") || span_is(lemma, "союз") || span_is(lemma, "объединение");
}

/*
 * КГУ «Парасат» is КГУ «Центр социальных услуг «Парасат»: equal names in the innermost quotes, and the same kind of
 * body: both behind a legal form, or with one head noun, or both a union.
 */
static bool is_same_kind(const struct org_names *n, const struct org_cand *c, const struct org_body *b)
{
	if ((b->form && is_spelled_form(n, c->row)) || (c->form && is_spelled_form(n, b->row)))
		return true;
	/* Мінскі абласны камітэт прафсаюза «Кніга»: the quote is the union's, which has more committees than one */
	if (c->flags & ORG_ORGAN && c->quote != TOKEN_NONE && c->head != TOKEN_NONE && c->quote > c->head + 1) {
		struct org_cand organ = *c;

		organ.last = organ.head;
		return span_starts(b->key, canonical_key(arena_of(n), canonical_name(n->scan, &organ, NULL, 0)));
	}
	return (b->form && c->form) || (c->row != LEXICON_NONE && b->row == c->row) ||
	       (is_union_head(n, c->row) && org_is_union_word(b->key) && (b->form || is_union_head(n, b->row)));
}

/* ВОП «Гута» of the Всеукраїнське об’єднання профспілок … «Гута»: the letters begin words of the union's name */
static bool is_by_letters(const struct org_names *n, const struct org_cand *c, const struct org_body *b)
{
	struct span letters = token_fold(n->scan->ts, c->first),
		    all = org_body_initials(arena_of(n), b->key, ORG_ALL_WORDS);
	size_t at = 0, k = 0;
	bool first = true;

	if (!c->form || c->quote != c->first + 1 || b->form || !org_is_union_word(b->key))
		return false;
	while (at < letters.n) {
		unsigned want = utf8_next(letters, &at);

		while (k < all.n && utf8_next(all, &k) != want)
			if (first || k >= all.n)
				return false;
		first = false;
	}
	return letters.n > 0;
}

static size_t body_by_quote(const struct org_names *n, const struct org_cand *c, struct span quote)
{
	enum { MIN_INITIALS = 3 };
	size_t best = ORG_NO_BODY;

	if (!quote.n)
		return ORG_NO_BODY;
	for (const struct span_entry *e = span_index_get(&n->by_quote, quote); e; e = e->next)
		if (e->value < best &&
		    (is_same_kind(n, c, &n->bodies[e->value]) || is_by_letters(n, c, &n->bodies[e->value])))
			best = e->value;
	/* «СКРУЦ» for «Северо-Кавказский региональный учебный центр» */
	if (!c->form || utf8_count(quote) < MIN_INITIALS)
		return best;
	for (const struct span_entry *e = span_index_get(&n->by_initials, quote); e; e = e->next)
		if (e->value < best)
			best = e->value;
	return best;
}

size_t org_body_in_quotes(const struct org_names *n, struct span name)
{
	const struct span_entry *e = span_index_get(&n->by_quote, canonical_key(arena_of(n), name));

	return e && !e->next ? e->value : ORG_NO_BODY;
}

static void add_quote(struct org_names *n, size_t body, struct span quote)
{
	struct org_body *b = &n->bodies[body];

	b->quote = quote;
	span_index_add(&n->by_quote, arena_of(n), quote, body);
	if (b->form || is_spelled_form(n, b->row))
		span_index_add(&n->by_initials, arena_of(n), org_body_initials(arena_of(n), quote, ORG_ALL_WORDS),
			       body);
}

static void better_name(struct org_names *n, size_t body, const struct org_cand *c, struct span name)
{
	struct org_body *b = &n->bodies[body];

	b->mentions++;
	if (b->known != LEXICON_NONE || !name.n)
		return;
	/* a heading has the whole name, and a short mention only its case: Профсоюз «…» is no better */
	if ((b->loud && !c->loud && 10 * name.n >= 8 * b->canonical.n) || name.n > b->canonical.n + 6) {
		b->canonical = name;
		b->loud = c->loud;
	}
}

/* ОО «Отраслевой профсоюз водников» is the Отраслевой профсоюз водников: one of them behind a legal form, in quotes. */
static size_t body_by_form(const struct org_names *n, const struct org_cand *c, struct span key, struct span quote)
{
	if (c->form)
		return quote.n && org_is_union_word(quote) ? org_body_find(n, quote) : ORG_NO_BODY;
	if (!org_is_union_word(key) || span_find_char(key, ' ', 0) == SPAN_NONE)
		return ORG_NO_BODY;
	for (const struct span_entry *e = span_index_get(&n->by_quote, key); e; e = e->next)
		if (n->bodies[e->value].form)
			return e->value;
	return ORG_NO_BODY;
}

/* «Отраслевой профессиональный союз …»: a union, though its name does not have the one word */
static bool names_union(struct span quote)
{
	return org_is_union_word(quote) || span_find(quote, SPAN("профессиональный союз"), 0) != SPAN_NONE ||
	       span_find(quote, SPAN("кәсіптік одағ"), 0) != SPAN_NONE ||
	       span_find(quote, SPAN("кәсіподағ"), 0) != SPAN_NONE;
}

/* инспекция труда Объединения профсоюзов «Единство»: the name in quotes is that of the union inside */
static bool is_quote_of_union(const struct org_names *n, const struct org_cand *c)
{
	size_t lo;

	/* a committee's own is the name of its union where nothing else tells them apart */
	if (!org_is_unions_inspectorate(canonical_key(arena_of(n), canonical_name(n->scan, c, NULL, 0))))
		return false;
	BISECT(lo, n->cands.n, n->cands.v[lo].first <= c->first);
	for (; lo < n->cands.n && n->cands.v[lo].first < c->quote; lo++)
		if (n->cands.v[lo].quote == c->quote && !n->cands.v[lo].form && n->cands.v[lo].row != LEXICON_NONE &&
		    span_is(lexicon_cell(n->scan->heads, n->cands.v[lo].row, "kind"), "union"))
			return true;
	return false;
}

void org_body_settle(struct org_names *n, size_t i)
{
	struct org_cand *c = &n->cands.v[i];
	size_t parent = ORG_NO_BODY, body;
	struct span printed = { 0 }, name, quote;

	if (org_dash_settle(n, i))
		return;
	name = org_body_name(n, c, &parent);
	quote = quote_key(n, c, &printed);
	/* ОО «Профсоюз Тувы», which the document defines, is not the Профсоюз Тувы that its quotes hold */
	body = c->known == LEXICON_NONE && c->form && quote.n
		       ? org_names_short(n, canonical_key(arena_of(n), name), c->first)
		       : ORG_NO_BODY;
	if (body == ORG_NO_BODY && c->known == LEXICON_NONE)
		body = body_by_quote(n, c, quote);
	if (body == ORG_NO_BODY && c->known == LEXICON_NONE)
		body = body_by_form(n, c, canonical_key(arena_of(n), name), quote);
	if (body == ORG_NO_BODY && c->known == LEXICON_NONE)
		body = org_abridged_body(n, c);
	if (body == ORG_NO_BODY && c->known == LEXICON_NONE)
		body = org_names_short(n, canonical_key(arena_of(n), name), c->first);
	if (body == ORG_NO_BODY)
		body = body_by_name(n, name, c->known);
	n->body[i] = body;
	if (!n->bodies[body].mentions) {
		n->bodies[body].flags = c->flags;
		n->bodies[body].row = c->row;
		n->bodies[body].form = c->form;
		n->bodies[body].head_words = c->head == TOKEN_NONE ? 0 : c->head - c->first + 1;
		n->bodies[body].loud = c->loud;
		if (!n->bodies[body].kind.n && c->row != LEXICON_NONE)
			n->bodies[body].kind = lexicon_cell(n->scan->heads, c->row, "kind");
		/* «…» кәсіподақ ұйымы: a union's organization */
		if (n->lang == LANG_TURKIC && span_is(n->bodies[body].kind, "international") &&
		    org_is_union_word(n->bodies[body].key))
			n->bodies[body].kind = SPAN("union");
		if (!n->bodies[body].kind.n && c->form) /* ОО «Отраслевой профсоюз …», ОАО «…» */
			n->bodies[body].kind = quote.n && (names_union(quote) || org_is_union_word(n->bodies[body].key))
						       ? SPAN("union")
						       : SPAN("company");
		if (org_is_unions_inspectorate(n->bodies[body].key))
			n->bodies[body].kind = SPAN("union");
		if (c->plural && n->bodies[body].known == LEXICON_NONE && !(c->flags & ORG_INNER))
			n->bodies[body].is_class = true;
	}
	if (quote.n && !n->bodies[body].quote.n && !is_quote_of_union(n, c))
		add_quote(n, body, quote);
	if (printed.n && !n->bodies[body].quote_text.n)
		n->bodies[body].quote_text = span_trim(printed);
	if (parent != ORG_NO_BODY && !n->bodies[body].parent.n)
		n->bodies[body].parent = n->bodies[parent].canonical;
	better_name(n, body, c, name);
}

/* ---- short names ---- */

static void add_meaning(struct org_names *n, size_t i)
{
	const struct span_entry *e = span_index_get(&n->by_short, n->shorts[i].key);
	struct org_meanings *m;

	if (!e) {
		ARENA_ROOM(arena_of(n), n->meanings, n->n_meanings, n->cap_meanings);
		n->meanings[n->n_meanings] = (struct org_meanings){ 0 };
		span_index_add(&n->by_short, arena_of(n), n->shorts[i].key, n->n_meanings++);
		e = span_index_get(&n->by_short, n->shorts[i].key);
	}
	m = &n->meanings[e->value];
	m->jumps |= m->n && n->shorts[m->v[m->n - 1]].at > n->shorts[i].at;
	ARENA_ROOM(arena_of(n), m->v, m->n, m->cap);
	m->v[m->n++] = i;
}

/* (далее – Работодатель): a short name by which none of the body's organs is called */
static bool is_party_role(const struct org_names *n, struct span text)
{
	return word_list_has(n->scan->ts->lists, WORDS_PARTY_ROLE, canonical_key(arena_of(n), text));
}

void org_body_add_short(struct org_names *n, struct span text, size_t body, size_t at, bool caps)
{
	ARENA_ROOM(arena_of(n), n->shorts, n->n_shorts, n->cap_shorts);
	n->shorts[n->n_shorts] = (struct org_short){ canonical_key(arena_of(n), text), body, at, caps };
	add_meaning(n, n->n_shorts++);
	if (caps && (!n->bodies[body].abbr.n || n->bodies[body].known == LEXICON_NONE ||
		     span_find(n->scan->text, n->bodies[body].abbr, 0) == SPAN_NONE || /* the lexicon's alone */
		     org_row_is_in(n->bodies[body].abbr, LANG_EN) != org_row_is_in(text, LANG_EN)))
		n->bodies[body].abbr = text;
	else if (!caps && !n->bodies[body].alias.n && !is_party_role(n, text))
		n->bodies[body].alias = text;
}

size_t org_names_short(const struct org_names *n, struct span key, size_t at)
{
	const struct span_entry *e = span_index_get(&n->by_short, key);
	const struct org_meanings *m = e ? &n->meanings[e->value] : NULL;
	size_t lo;

	if (!m)
		return ORG_NO_BODY;
	BISECT(lo, m->jumps ? 0 : m->n, n->shorts[m->v[lo]].at <= at);
	for (size_t i = 0; m->jumps && i < m->n; i++)
		if (n->shorts[m->v[i]].at <= at)
			lo = i + 1;
	return n->shorts[m->v[lo ? lo - 1 : 0]].body;
}

/* ЭЭУ: the row's name that begins with the first of the letters, so that Kyrgyz ones give no Kazakh name; empty: none
 */
static struct span name_of_letters(const struct org_names *n, long row, struct span abbr)
{
	struct span names = lexicon_cell(n->known, row, "name");

	while (n->lang == LANG_TURKIC && names.p) {
		struct span name = span_trim(span_cut(&names, '|'));
		size_t at = 0, with = 0;

		if (utf8_next(name, &at) == utf8_next(abbr, &with))
			return name;
	}
	return n->lang == LANG_UK || n->lang == LANG_BE ? abbr : (struct span){ 0 };
}

size_t org_names_known_abbr(struct org_names *n, struct span abbr)
{
	struct span lang = n->lang == LANG_UK ? SPAN("uk") : n->lang == LANG_BE ? SPAN("be") : SPAN("-");

	for (const struct span_entry *e = span_index_get(&n->naming->abbrs, abbr); e; e = e->next) {
		const struct known_abbr *known = &n->naming->known_abbrs[e->value];

		if (!known->lang.n || span_eq(known->lang, lang))
			return body_by_name(n, name_of_letters(n, known->row, abbr), known->row);
	}
	return ORG_NO_BODY;
}
