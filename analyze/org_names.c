/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One body, many mentions: by the key of the name, by what the document defines, by the lexicon, by the name in quotes.
 */
#include "org_names.h"

#include "org_tail.h"
#include "utf8.h"

/* ---- names ---- */

enum { CHANGES = 8 };

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

/* РК, КР, РФ behind a head: the country in the genitive, unless the document has another meaning for the letters. */
static bool country_change(const struct org_names *n, size_t i, struct canonical_change *out)
{
	struct tokens *ts = n->scan->ts;
	struct span key;
	long row;

	if (!token_is_word(ts, i) || !ts->t[i].caps)
		return false;
	row = lexicon_find(n->place_abbrs, token_fold(ts, i));
	if (row == LEXICON_NONE)
		return false;
	key = canonical_key(arena_of(n), span_sub(n->scan->text, ts->t[i].start, ts->t[i].end));
	if (org_names_short(n, key, i) != ORG_NO_BODY && !span_is(lexicon_cell(n->place_abbrs, row, "kind"), "country"))
		return false;
	*out = (struct canonical_change){ i, i, lexicon_cell(n->place_abbrs, row, "genitive") };
	return out->text.n > 0;
}

/* The longest settled candidate inside (first, last] that begins at i. */
static size_t nested_at(const struct org_names *n, const struct org_cand *c, size_t i)
{
	size_t best = TOKEN_NONE, lo = 0, hi = n->cands.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (n->cands.v[mid].first < i)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (size_t k = lo; k < n->cands.n && n->cands.v[k].first == i; k++) {
		const struct org_cand *in = &n->cands.v[k];

		if (in->last > c->last || n->body[k] == ORG_NO_BODY || in->plural)
			continue;
		if (best == TOKEN_NONE || in->last > n->cands.v[best].last)
			best = k;
	}
	return best;
}

static struct span name_of(const struct org_names *n, const struct org_cand *c, size_t *parent)
{
	struct canonical_change changes[CHANGES];
	size_t n_changes = 0;

	for (size_t i = c->head == TOKEN_NONE ? c->last + 1 : c->head + 1; i <= c->last && n_changes < CHANGES; i++) {
		size_t in = n->body ? nested_at(n, c, i) : TOKEN_NONE;

		if (in != TOKEN_NONE) {
			struct span inside = org_names_inside(n, n->body[in]);

			*parent = n->body[in];
			if (inside.n)
				changes[n_changes++] = (struct canonical_change){ i, n->cands.v[in].last, inside };
			i = n->cands.v[in].last;
		} else if (country_change(n, i, &changes[n_changes])) {
			n_changes++;
		}
	}
	for (size_t i = c->first; i + 2 < c->last && n_changes < CHANGES; i++)
		if (i > c->head && token_is_mark(n->scan->ts, i, '(') && token_is_mark(n->scan->ts, i + 2, ')') &&
		    n->scan->ts->t[i + 1].caps)
			changes[n_changes++] = (struct canonical_change){ i, i + 2, { 0 } };
	for (size_t i = c->first; i + 1 < c->last && n_changes < CHANGES; i++)
		if (token_is(n->scan->ts, i, "им"))
			changes[n_changes++] =
				(struct canonical_change){ i, token_is_mark(n->scan->ts, i + 1, '.') ? i + 1 : i,
							   SPAN("имени") };
	if (c->form && c->quote != TOKEN_NONE && c->quote > c->first) {
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

static size_t find_body(const struct org_names *n, struct span key)
{
	for (size_t i = 0; i < n->n; i++)
		if (span_eq(n->bodies[i].key, key))
			return i;
	return ORG_NO_BODY;
}

static struct span first_name(struct span names)
{
	return span_trim(span_cut(&names, '|'));
}

/* Letters that only this language's texts have. */
static bool in_language(struct span name, enum token_lang lang)
{
	static const char *const letters[] = {
		[LANG_RU] = "",
		[LANG_UK] = "і ї є",
		[LANG_BE] = "ў і",
		[LANG_TURKIC] = "ұ ғ қ ө ү ң",
		[LANG_EN] = "e a I T P C E",
	};
	struct span list = span_of(letters[lang]);

	while (list.p && list.n)
		if (span_find(name, span_cut(&list, ' '), 0) != SPAN_NONE)
			return true;
	return false;
}

/* The name in the language of the mention; the first of the row where it has none in that language. */
static struct span name_in(struct span names, enum token_lang lang)
{
	struct span rest = names;

	while (lang != LANG_RU && rest.p) {
		struct span name = span_trim(span_cut(&rest, '|'));

		if (in_language(name, lang) && !(lang == LANG_UK && span_find(name, SPAN("ў"), 0) != SPAN_NONE))
			return name;
	}
	return first_name(names);
}

static size_t new_body(struct org_names *n, struct span canonical, long known)
{
	struct org_body *b;

	ARENA_ROOM(arena_of(n), n->bodies, n->n, n->cap);
	b = &n->bodies[n->n];
	*b = (struct org_body){ .canonical = canonical, .known = known };
	if (known != LEXICON_NONE) {
		b->official = first_name(lexicon_cell(n->known, known, "name"));
		b->canonical = name_in(lexicon_cell(n->known, known, "name"), n->lang);
		b->abbr = name_in(lexicon_cell(n->known, known, "abbr"), n->lang == LANG_EN ? LANG_EN : LANG_RU);
		if (n->lang == LANG_EN && !in_language(b->canonical, LANG_EN) && in_language(b->abbr, LANG_EN))
			b->canonical = b->abbr;
		b->kind = lexicon_cell(n->known, known, "kind");
		b->country = lexicon_cell(n->known, known, "country");
		b->parent = lexicon_cell(n->known, known, "parent");
		b->is_class = span_is(b->kind, "class");
	}
	b->key = canonical_key(arena_of(n), b->canonical);
	return n->n++;
}

static size_t body_by_name(struct org_names *n, struct span name, long known)
{
	struct span key = canonical_key(arena_of(n), name);
	size_t b;

	if (known == LEXICON_NONE)
		known = lexicon_find(n->known, name);
	if (known != LEXICON_NONE)
		key = canonical_key(arena_of(n), name_in(lexicon_cell(n->known, known, "name"), n->lang));
	b = find_body(n, key);
	return b != ORG_NO_BODY ? b : new_body(n, name, known);
}

static bool is_union_word(struct span key)
{
	return span_find(key, SPAN("профсоюз"), 0) != SPAN_NONE || span_find(key, SPAN("федерац"), 0) != SPAN_NONE ||
	       span_find(key, SPAN("профсп"), 0) != SPAN_NONE;
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
/* «СКРУЦ» for «Северо-Кавказский региональный учебный центр» */
static bool is_initials_of(struct span letters, struct span key)
{
	size_t at = 0;

	if (utf8_count(letters) < 3)
		return false;
	while (at < letters.n && key.n) {
		struct span word = span_cut(&key, ' ');
		size_t k = 0;

		if (utf8_next(letters, &at) != utf8_next(word, &k))
			return false;
	}
	return at == letters.n && !key.n;
}

static size_t body_by_quote(const struct org_names *n, const struct org_cand *c, struct span quote)
{
	if (!quote.n)
		return ORG_NO_BODY;
	for (size_t i = 0; i < n->n; i++) {
		const struct org_body *b = &n->bodies[i];

		if ((span_eq(b->quote, quote) || (b->form && c->form && is_initials_of(quote, b->quote))) &&
		    ((b->form && c->form) || (c->row != LEXICON_NONE && b->row == c->row) ||
		     (is_union_head(n, c->row) && is_union_word(b->key) && (b->form || is_union_head(n, b->row)))))
			return i;
	}
	return ORG_NO_BODY;
}

static void better_name(struct org_names *n, size_t body, const struct org_cand *c, struct span name)
{
	struct org_body *b = &n->bodies[body];

	b->mentions++;
	if (b->known != LEXICON_NONE || !name.n)
		return;
	if ((b->loud && !c->loud) || name.n > b->canonical.n + 6) {
		b->canonical = name;
		b->loud = c->loud;
	}
}

static void settle_cand(struct org_names *n, size_t i)
{
	struct org_cand *c = &n->cands.v[i];
	size_t parent = ORG_NO_BODY, body;
	struct span printed = { 0 }, name = name_of(n, c, &parent), quote = quote_key(n, c, &printed);

	body = c->known == LEXICON_NONE ? body_by_quote(n, c, quote) : ORG_NO_BODY;
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
		if (c->plural && n->bodies[body].known == LEXICON_NONE)
			n->bodies[body].is_class = true;
	}
	if (quote.n && !n->bodies[body].quote.n)
		n->bodies[body].quote = quote;
	if (printed.n && !n->bodies[body].quote_text.n)
		n->bodies[body].quote_text = span_trim(printed);
	if (parent != ORG_NO_BODY && !n->bodies[body].parent.n)
		n->bodies[body].parent = n->bodies[parent].canonical;
	better_name(n, body, c, name);
}

/* ---- short names ---- */

static void add_short(struct org_names *n, struct span text, size_t body, size_t at, bool caps)
{
	ARENA_ROOM(arena_of(n), n->shorts, n->n_shorts, n->cap_shorts);
	n->shorts[n->n_shorts++] = (struct org_short){ canonical_key(arena_of(n), text), body, at, caps };
	if (caps && (!n->bodies[body].abbr.n || n->bodies[body].known == LEXICON_NONE))
		n->bodies[body].abbr = text;
	else if (!caps && !n->bodies[body].alias.n)
		n->bodies[body].alias = text;
}

size_t org_names_short(const struct org_names *n, struct span key, size_t at)
{
	size_t found = ORG_NO_BODY;

	for (size_t i = 0; i < n->n_shorts; i++) {
		if (!span_eq(n->shorts[i].key, key))
			continue;
		if (found == ORG_NO_BODY || n->shorts[i].at <= at)
			found = n->shorts[i].body;
	}
	return found;
}

size_t org_names_known_abbr(struct org_names *n, struct span abbr)
{
	for (long row = 0; row < lexicon_rows(n->known); row++) {
		struct span cell = lexicon_cell(n->known, row, "abbr");

		while (cell.p)
			if (span_eq(span_trim(span_cut(&cell, '|')), abbr))
				return body_by_name(n, (struct span){ 0 }, row);
	}
	return ORG_NO_BODY;
}

/* One word of a short name in the genitive, agreeing with the gender of its noun; printed capitals stay. */
static void add_genitive(const struct morph *m, struct span word, unsigned gender, struct buf *out)
{
	struct morph_parse p[MORPH_MAX];
	char folded[128];
	struct span f = { folded, word.n };
	struct buf form = { 0 };
	size_t n = 0, same = 0;

	if (word.n < sizeof folded) {
		utf8_fold(word, folded);
		n = morph_parses(m, f, p);
	}
	for (size_t i = 0; i < n && !form.n; i++)
		if (p[i].tags & M_NOM && p[i].tags & M_SING && p[i].tags & (M_NOUN | M_ADJ))
			morph_inflect(m, f, &p[i], M_GEN | M_SING | (p[i].tags & M_ADJ ? gender : 0), &form);
	while (same < form.n && same < word.n && form.p[same] == folded[same])
		same++;
	while (same > 0 && same < form.n && ((unsigned char)form.p[same] & 0xc0) == 0x80)
		same--;
	buf_add(out, form.n ? span_sub(word, 0, same) : word);
	buf_add(out, span_sub(buf_span(&form), same, form.n));
	buf_free(&form);
}

struct span org_names_inside(const struct org_names *n, size_t body)
{
	const struct org_body *b = &n->bodies[body];
	const struct morph *m = n->scan->ts->morph;
	struct span rest = b->alias, inside;
	struct buf out = { 0 };
	bool several = span_find_char(b->alias, ' ', 0) != SPAN_NONE;

	if (b->abbr.n || !b->alias.n || n->lang != LANG_RU)
		return b->abbr;
	while (rest.p) {
		if (out.n)
			buf_putc(&out, ' ');
		add_genitive(m, span_cut(&rest, ' '), M_MASC, &out);
	}
	/* a short name of several words is itself common: Отраслевого профсоюза «Қызмет» */
	if (several && b->quote_text.n && span_find(b->alias, SPAN("«"), 0) == SPAN_NONE)
		buf_addf(&out, " «%.*s»", SPAN_ARG(b->quote_text));
	inside = arena_dup(arena_of(n), buf_span(&out));
	buf_free(&out);
	return inside;
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
			settle_cand(n, d->cand);
		if (d->glossary && n->cands.v[d->cand].flags & ORG_ORGAN && !n->cands.v[d->cand].tail)
			n->bodies[n->body[d->cand]].is_class = true;
		add_short(n, tokens_text(n, d->short_first, d->short_last), n->body[d->cand], d->short_first, d->caps);
	}
}

static void settle_names(struct org_names *n)
{
	for (size_t i = 0; i < n->cands.n; i++)
		if (n->verdict[i] == ORG_NAME && n->body[i] == ORG_NO_BODY)
			settle_cand(n, i);
}

/* Who speaks: a body with a short name that is a word, else the union named first. */
static void find_issuer(struct org_names *n)
{
	n->issuer = ORG_NO_BODY;
	for (size_t i = 0; i < n->n_shorts && n->issuer == ORG_NO_BODY; i++)
		if (!n->shorts[i].caps && is_union_word(n->bodies[n->shorts[i].body].key) &&
		    !span_starts(n->shorts[i].key, SPAN("профком")))
			n->issuer = n->shorts[i].body;
	for (size_t i = 0; i < n->cands.n && n->issuer == ORG_NO_BODY; i++)
		if (n->verdict[i] == ORG_NAME && n->body[i] != ORG_NO_BODY && !n->bodies[n->body[i]].is_class &&
		    span_is(n->bodies[n->body[i]].kind, "union") && is_union_word(n->bodies[n->body[i]].key))
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
		settle_cand(n, i);
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
		body = find_body(n, key);
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
		name = name_of(n, c, &parent);
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
