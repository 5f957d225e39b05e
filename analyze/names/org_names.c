/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One body, many mentions: by the key of the name, by what the document defines, by the lexicon, by the name in quotes.
 */
#include "org_names.h"

#include <stdlib.h>
#include <string.h>

#include "bisect.h"
#include "org_abridged.h"
#include "org_body.h"
#include "org_brand.h"
#include "org_clipped.h"
#include "org_home.h"
#include "org_issuer.h"
#include "org_join.h"
#include "org_english.h"
#include "org_letters.h"
#include "org_local.h"
#include "org_owner.h"
#include "org_phrase.h"
#include "org_short.h"
#include "org_state.h"
#include "org_turkic.h"

#include "utf8.h"

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

/* ---- the order in which things become clear ---- */

/*
 * договор государственного учреждения «Заречная центральная больница», далее ГБУЗ «Заречная ЦБ» (далее – Учреждение):
 * the full names at the beginning go before the short ones that the document defines.
 */
static void settle_spelled(struct org_names *n)
{
	enum { TITLE_TOKENS = 150 };

	for (size_t i = 0; i < n->cands.n && n->cands.v[i].first < TITLE_TOKENS; i++) {
		const struct org_cand *c = &n->cands.v[i];

		if (n->verdict[i] == ORG_NAME && !c->form && c->quote != TOKEN_NONE && c->known == LEXICON_NONE &&
		    c->row != LEXICON_NONE && !c->plural &&
		    span_is(lexicon_cell(n->scan->heads, c->row, "kind"), "institution"))
			org_body_settle(n, i);
	}
}

/* областных объединений работодателей: many unions of unions or of employers, and none of them named */
static bool is_small_class(const struct org_names *n, size_t cand)
{
	const struct org_cand *c = &n->cands.v[cand];

	return c->plural && !c->capital && !c->weak_capital && !c->loud && c->quote == TOKEN_NONE && !c->proper &&
	       span_starts(token_fold(n->scan->ts, c->head), SPAN("объединени"));
}

static void settle_defined(struct org_names *n, const struct abbr_defs *defs)
{
	settle_spelled(n);
	for (size_t i = 0; i < defs->n; i++) {
		const struct abbr_def *d = &defs->v[i];
		bool loose, said;

		if (n->verdict[d->cand] == ORG_SHORT)
			continue;
		n->verdict[d->cand] = ORG_NAME;
		if (n->body[d->cand] == ORG_NO_BODY)
			org_body_settle(n, d->cand);
		if (d->glossary && n->cands.v[d->cand].flags & ORG_ORGAN && !n->cands.v[d->cand].tail)
			n->bodies[n->body[d->cand]].is_class = true;
		loose = !d->said && !n->bodies[n->body[d->cand]].alias.n;
		said = d->said && !d->caps && !n->bodies[n->body[d->cand]].alias.n;
		org_body_add_short(n, org_short_text(n, d->short_first, d->short_last), n->body[d->cand],
				   d->short_first, d->caps);
		n->bodies[n->body[d->cand]].said_alias |= said && n->bodies[n->body[d->cand]].alias.n;
		n->bodies[n->body[d->cand]].loose_alias |= loose && n->bodies[n->body[d->cand]].alias.n;
		org_short_cases(n, d);
		/* республиканские объединения нанимателей (далее – Наниматели): in small letters they are no name
		 * themselves */
		if (!d->caps && !d->glossary && is_small_class(n, d->cand))
			n->verdict[d->cand] = ORG_NO;
	}
}

static void settle_names(struct org_names *n)
{
	for (size_t i = 0; i < n->cands.n; i++)
		if (n->verdict[i] == ORG_NAME && n->body[i] == ORG_NO_BODY)
			org_body_settle(n, i);
}

/* Совет Федерации in the paper of a federation is its council, and no house of a parliament. */
static void own_council(struct org_names *n)
{
	size_t of = n->issuer;

	/* (далее – Федерация) */
	if (of == ORG_NO_BODY || !span_starts(n->bodies[of].key, SPAN("федерация")))
		of = org_names_short(n, SPAN("федерация"), n->scan->ts->n);
	if (of == ORG_NO_BODY)
		return;
	for (size_t i = 0; i < n->n; i++) {
		struct org_body *b = &n->bodies[i];

		if (b->known == LEXICON_NONE || !span_is(b->key, "совет федерации"))
			continue;
		b->known = LEXICON_NONE;
		b->country = b->official = b->abbr = (struct span){ 0 };
		b->kind = SPAN("organ");
		b->parent = n->bodies[of].canonical;
	}
}

/* How far the candidates were searched for the body that a noun stands for: those behind are settled later. */
struct seen {
	size_t to; /* candidates */
	size_t at; /* token up to which was asked */
	size_t body;
};

struct heads {
	struct span_index by_key; /* positions in v */
	struct seen *v;
	size_t n, cap;
};

static struct seen *seen_of(const struct org_names *n, struct heads *h, struct span key)
{
	const struct span_entry *e = span_index_get(&h->by_key, key);

	if (e)
		return &h->v[e->value];
	span_index_add(&h->by_key, arena_of(n), key, h->n);
	ARENA_ROOM(arena_of(n), h->v, h->n, h->cap);
	h->v[h->n] = (struct seen){ .body = ORG_NO_BODY };
	return &h->v[h->n++];
}

/* ОЮЛ «Ассоциация дорожников»: the body of candidate i, or of the one with a legal form whose quotes hold it */
static size_t outer_body(const struct org_names *n, size_t i)
{
	enum { BACK = 3 };
	const struct org_cand *c = &n->cands.v[i];

	for (size_t k = i; c->first > 0 && k > 0 && i - k < BACK; k--) {
		const struct org_cand *out = &n->cands.v[k - 1];

		if (out->form && out->quote != TOKEN_NONE && out->quote + 1 == c->first && out->last >= c->last &&
		    n->body[k - 1] != ORG_NO_BODY)
			return n->body[k - 1];
	}
	return n->body[i];
}

/*
 * The body that a noun alone stands for: the issuer where it has that noun (Профсоюз: "… профессиональный союз
 * работников …"), else the last one named before that begins with it.
 */
static size_t body_with_head(const struct org_names *n, struct heads *h, struct span key, size_t cand)
{
	size_t at = n->cands.v[cand].first, i, found;
	struct seen *seen;

	if (n->issuer != ORG_NO_BODY && org_issuer_has_noun(n, n->bodies[n->issuer].key, key))
		return n->issuer;
	seen = seen_of(n, h, key);
	if (seen->to > 0 && seen->at > at)
		*seen = (struct seen){ .body = ORG_NO_BODY };
	seen->at = at;
	found = seen->body;
	for (i = seen->to; i < n->cands.n && n->cands.v[i].first < at; i++) {
		size_t b = outer_body(n, i);

		if (b != ORG_NO_BODY && !n->bodies[b].is_class && n->cands.v[i].last > n->cands.v[i].first &&
		    org_issuer_has_noun(n, n->bodies[b].key, key) &&
		    (found == ORG_NO_BODY || n->bodies[b].mentions >= n->bodies[found].mentions))
			found = b;
		if (i < cand)
			*seen = (struct seen){ i + 1, at, found };
	}
	return found;
}

/* данного Фонда, этой Комиссии */
static bool points_back(const struct org_scan *s, size_t i)
{
	return token_says(s->ts, i, WORDS_POINTS_BACK);
}

/* Rows of the heads under which a sentence has an organ with a capital: at its beginning it is the same organ then. */
static bool *organs_in_use(const struct org_names *n)
{
	bool *used = arena_alloc(arena_of(n), ((size_t)lexicon_rows(n->scan->heads) + 1) * sizeof *used);

	for (size_t i = 0; i < n->cands.n; i++) {
		const struct org_cand *c = &n->cands.v[i];

		if (c->row != LEXICON_NONE && c->flags & ORG_ORGAN && c->flags & ORG_ALIAS && c->capital &&
		    !c->plural && c->first == c->head && (c->last == c->head || n->verdict[i] == ORG_NAME))
			used[c->row] = true;
	}
	return used;
}

/*
 * заседание Исполнительного комитета ФНПР. Исполком принял …: an organ alone is the one that was named in full shortly
 * before, whosever it is.
 */
static size_t organ_before(const struct org_names *n, size_t cand, struct span key)
{
	enum { NEAR = 60 };
	const struct org_cand *c = &n->cands.v[cand];
	struct span names = lexicon_cell(n->scan->heads, c->row, "lemma"),
		    full = org_clipped_full(n->naming->clipped, n->lang, span_trim(span_cut(&names, '|')));

	for (size_t k = cand; k-- > 0 && c->first - n->cands.v[k].first <= NEAR;) {
		struct org_cand other = n->cands.v[k];
		struct span of;

		if (n->verdict[k] != ORG_NAME || n->body[k] == ORG_NO_BODY || other.head == TOKEN_NONE ||
		    other.plural || other.last == other.head || !(other.flags & ORG_ORGAN) || other.last >= c->first)
			continue;
		other.last = other.head;
		of = canonical_key(arena_of(n), canonical_name(n->scan, &other, NULL, 0));
		if (span_eq(of, key) || (full.n && span_eq(of, full)))
			return n->body[k];
	}
	return ORG_NO_BODY;
}

/* A capital noun alone: what it is defined as, else the body that has this head. */
static void settle_short(struct org_names *n, struct heads *h, const bool *used, size_t i)
{
	struct org_cand *c = &n->cands.v[i];
	struct span name = canonical_name(n->scan, c, NULL, 0), key = canonical_key(arena_of(n), name);
	size_t body = org_names_short(n, key, c->first);

	if (body == ORG_NO_BODY && c->first > 0 && points_back(n->scan, c->first - 1))
		return;
	if (body == ORG_NO_BODY && !(c->flags & ORG_ORGAN))
		body = body_with_head(n, h, key, i);
	if (body != ORG_NO_BODY && c->flags & ORG_ORGAN && !span_starts(n->bodies[body].key, key))
		body = ORG_NO_BODY;
	if (body == ORG_NO_BODY && c->flags & ORG_ORGAN && !c->loud && n->lang == LANG_RU)
		body = organ_before(n, i, key);
	if (body == ORG_NO_BODY && !c->capital && !(c->loud && c->flags & ORG_ORGAN) &&
	    !(n->issuer != ORG_NO_BODY && c->row != LEXICON_NONE && used[c->row]) &&
	    !(n->issuer != ORG_NO_BODY && token_says(n->scan->ts, c->head, WORDS_EXECUTIVE)) &&
	    !(n->scan->responsible && n->scan->responsible[c->first]))
		return;
	if (body == ORG_NO_BODY && !(c->flags & (ORG_STRONG | ORG_ORGAN)))
		return;
	if (body == ORG_NO_BODY) {
		org_body_settle(n, i);
	} else {
		n->body[i] = body;
		n->bodies[body].mentions++;
		if (body == n->issuer && (!n->bodies[body].alias.n || n->bodies[body].loose_alias) &&
		    !(c->flags & ORG_ORGAN) && c->first == c->last && !n->of_state &&
		    !(c->loud && n->lang == LANG_TURKIC && n->bodies[body].abbr.n)) { /* ФЕДЕРАЦИЯНЫН КЕҢЕШИ */
			n->bodies[body].alias = name;
			n->bodies[body].loose_alias = false;
		}
	}
	n->verdict[i] = ORG_NAME;
}

/* трехсторонняя комиссия for Республиканская трехсторонняя комиссия (РТК): the last words of abbreviated names */
static void index_ends(const struct org_names *n, struct span_index *ends)
{
	bool *done = arena_alloc(arena_of(n), n->n + 1);

	for (size_t k = 0; k < n->n_shorts; k++) {
		size_t body = n->shorts[k].body;
		struct span full = n->bodies[body].key;

		if (!n->shorts[k].caps || done[body])
			continue;
		done[body] = true;
		for (size_t at = span_find_char(full, ' ', 1); at != SPAN_NONE; at = span_find_char(full, ' ', at + 1))
			if (!span_index_get(ends, span_sub(full, at + 1, full.n)))
				span_index_add(ends, arena_of(n), span_sub(full, at + 1, full.n), body);
	}
}

/* Секретариат Комиссии in the minutes of a commission: the organ with that noun that the head of the paper names */
static size_t organ_of_paper(const struct org_names *n, long row)
{
	enum { HEAD_TOKENS = 160 };

	for (size_t i = 0; i < n->cands.n && n->cands.v[i].first < HEAD_TOKENS; i++) {
		const struct org_cand *c = &n->cands.v[i];

		if (c->row == row && row != LEXICON_NONE && c->first < c->head && !c->plural &&
		    n->verdict[i] == ORG_NAME && n->body[i] != ORG_NO_BODY)
			return n->body[i];
	}
	return ORG_NO_BODY;
}

/* What looks like a name and is one elsewhere in the document: in small letters, shortened, in the plural. */
static void settle_weak(struct org_names *n, const struct span_index *ends, size_t i)
{
	struct org_cand *c = &n->cands.v[i];
	struct span key = canonical_key(arena_of(n), canonical_name(n->scan, c, NULL, 0));
	size_t body = org_names_short(n, key, c->first);

	if (c->first == c->last && c->plural && !c->capital && !c->weak_capital)
		return; /* (далее – Профсоюзы), but общероссийскими объединениями профсоюзов */
	if (body == ORG_NO_BODY && c->first == c->last)
		body = org_owner_clipped(n, c);
	if (body == ORG_NO_BODY)
		body = org_home_body(n, i);
	if (body == ORG_NO_BODY && c->first == c->last && c->capital && !c->plural && c->flags & ORG_ORGAN)
		body = organ_of_paper(n, c->row);
	if (body == ORG_NO_BODY && c->first == c->last && !c->capital)
		return;
	if (body == ORG_NO_BODY)
		body = org_body_find(n, key);
	if (body == ORG_NO_BODY && c->first < c->head && !c->plural) {
		const struct span_entry *e = span_index_get(ends, key);

		body = e ? e->value : ORG_NO_BODY;
	}
	if (body == ORG_NO_BODY || n->bodies[body].mentions == 0 || is_small_class(n, i))
		return;
	n->body[i] = body;
	n->verdict[i] = ORG_NAME;
	n->bodies[body].mentions++;
}

/* ОК – областные комитеты: in the paper of one union they are its own */
static struct span of_union(const struct org_names *n, struct span name)
{
	struct span inside = org_names_inside(n, n->issuer);

	return inside.n && n->lang == LANG_RU ? arena_printf(arena_of(n), "%.*s %.*s", SPAN_ARG(name), SPAN_ARG(inside))
					      : name;
}

/* Names again, now that it is known what stands inside them: Генеральный Совет ФПРК. */
static void contract_names(struct org_names *n)
{
	for (size_t i = 0; i < n->cands.n; i++) {
		struct org_cand *c = &n->cands.v[i];
		size_t parent = ORG_NO_BODY, b = n->body[i];
		struct span name;

		if (n->verdict[i] != ORG_NAME || b == ORG_NO_BODY || n->bodies[b].known != LEXICON_NONE ||
		    c->head == TOKEN_NONE || b == n->issuer || n->by_level[i] || c->dash)
			continue;
		name = canonical_key(arena_of(n), canonical_name(n->scan, c, NULL, 0));
		if (name.n + 24 < n->bodies[b].key.n)
			continue; /* a short mention: the full one gives the name */
		if (c->first == c->last && n->bodies[b].form && org_names_short(n, name, c->first) == b)
			continue; /* ГБУ «Дом» (далее – Учреждение) */
		name = org_body_name(n, c, &parent);
		if (n->lang == LANG_EN) {
			struct span shorter = org_english_contracted(n, c, name);

			if (!span_eq(shorter, name)) {
				n->bodies[b].canonical = shorter;
				continue;
			}
		}
		/* ЦК in a list of abbreviations: of the union that speaks, but a class where a federation does */
		if (n->bodies[b].is_class && !c->plural && c->flags & ORG_ORGAN && n->issuer != ORG_NO_BODY &&
		    !org_is_federation(&n->bodies[n->issuer]))
			n->bodies[b].is_class = false;
		if (!n->bodies[b].is_class)
			name = org_owner_added(n, c, name);
		else if (c->plural && c->flags & ORG_ORGAN && c->last == c->head && c->first < c->head &&
			 n->issuer != ORG_NO_BODY && !org_is_federation(&n->bodies[n->issuer]))
			name = of_union(n, name);
		if (parent != ORG_NO_BODY && parent != b) {
			n->bodies[b].parent = n->bodies[parent].canonical;
			n->bodies[b].canonical = name;
		} else if (name.n > n->bodies[b].canonical.n &&
			   (!c->loud || c->first == c->last || n->bodies[b].loud)) {
			n->bodies[b].canonical = name;
		}
	}
}

/* Президиум обкома, where the paper says (далее – обком): does the name go on with a defined clipped word? */
static bool has_defined_word(const struct org_names *n, struct span name)
{
	struct span rest = name, ending = SPAN("а");

	for (span_cut(&rest, ' '); rest.n;) {
		struct span word = span_cut(&rest, ' ');

		if (span_ends(word, ending) &&
		    org_clipped_full(n->naming->clipped, n->lang, span_sub(word, 0, word.n - ending.n)).n &&
		    span_index_get(&n->by_short, span_sub(word, 0, word.n - ending.n)))
			return true;
	}
	return false;
}

/* исполком → исполнительный комитет: clipped words are what they abbreviate. */
static void expand_clipped(struct org_names *n)
{
	struct span letters = SPAN("ППО ");

	for (size_t i = 0; i < n->n; i++) {
		struct span name = n->bodies[i].canonical;

		/* ППО ООО «Мебель» */
		if (n->lang == LANG_RU && span_starts(name, letters))
			name = arena_printf(arena_of(n), "Первичная профсоюзная организация %.*s",
					    SPAN_ARG(span_sub(name, letters.n, name.n)));
		if (n->lang == LANG_RU && has_defined_word(n, name))
			continue;
		n->bodies[i].canonical =
			org_in_full(arena_of(n), n->naming->clipped, n->scan->ts->morph, n->lang, name);
	}
}

/* Is that printed name, without a noun that could be put into the nominative, one of the row's as it stands? */
static bool is_name_of_row(const struct org_names *n, long known, struct span name)
{
	struct span names = lexicon_cell(n->known, known, "name"), key = canonical_key(arena_of(n), name);

	while (names.p)
		if (span_eq(canonical_key(arena_of(n), span_trim(span_cut(&names, '|'))), key))
			return true;
	return false;
}

/* Жогорку Кеңештин: the longest of the row's names with which it begins; empty: none */
static struct span row_name_begun(const struct org_names *n, long known, struct span name)
{
	struct span names = lexicon_cell(n->known, known, "name"), best = { 0 };

	while (names.p) {
		struct span row = span_trim(span_cut(&names, '|'));

		if (span_starts(name, row) && row.n > best.n)
			best = row;
	}
	return best;
}

/* Фонд им. Ф. Эберта is shortened, МЧС России is МЧС: that is not how the document calls a known body in full. */
static bool is_whole_name(const struct org_names *n, const struct org_body *b, const struct org_cand *c,
			  struct span name)
{
	enum { MUCH = 24 };

	/* Бюро МОТ по деятельности …: whose it is stands inside, and the official name has it at its end */
	if (b->parent.n && (span_find(name, SPAN(" МОТ "), 0) != SPAN_NONE ||
			    (span_starts(b->official, name) && b->official.n > name.n)))
		return false;
	if (n->lang == LANG_EN && b->canonical.n > name.n &&
	    span_starts(canonical_key(arena_of(n), b->canonical), canonical_key(arena_of(n), name)))
		return false; /* Jogorku Kenesh */
	/* Комитет экспертов МОТ, Жогорку Кенеш КР: what everybody knows in full is cut short */
	if (b->parent.n && name.n + MUCH < b->canonical.n)
		return false;
	if (span_is(b->kind, "government") && b->country.n && name.n < b->canonical.n && n->scan->ts->t[c->last].caps)
		return false;
	/* Жогорку Кеңештин депутаттары: whose parliament it is goes without saying */
	if (c->loud || c->plural || c->last == c->first || span_find_char(name, '.', 0) != SPAN_NONE ||
	    (n->lang == LANG_TURKIC && !span_is(b->kind, "government")) || span_is(b->kind, "fund") ||
	    span_find_char(b->key, ' ', 0) == SPAN_NONE)
		return false;
	return c->parse || n->lang == LANG_EN || n->lang == LANG_TURKIC || is_name_of_row(n, b->known, name);
}

/* A known body is called as the document calls it in full; the lexicon's name is the official one. */
static void call_as_printed(struct org_names *n)
{
	for (size_t i = 0; i < n->cands.n; i++) {
		const struct org_cand *c = &n->cands.v[i];
		struct org_body *b = n->body[i] == ORG_NO_BODY ? NULL : &n->bodies[n->body[i]];
		size_t parent = ORG_NO_BODY;
		struct span name;

		if (!b || b->known == LEXICON_NONE || c->known != b->known)
			continue;
		name = org_body_name(n, c, &parent);
		if (n->lang == LANG_TURKIC)
			name = row_name_begun(n, b->known, name);
		if (name.n > b->printed.n && is_whole_name(n, b, c, name))
			b->printed = name;
	}
	for (size_t i = 0; i < n->n; i++)
		if (n->bodies[i].printed.n)
			n->bodies[i].canonical = n->bodies[i].printed;
}

/* отраслевого Профсоюза: the adjective describes, the name is the noun with its capital */
static void drop_small_adjectives(const struct org_names *n, struct org_cand *c)
{
	if (c->row != LEXICON_NONE && span_is(lexicon_cell(n->scan->heads, c->row, "kind"), "government"))
		return; /* областной Думы */
	if (c->head == TOKEN_NONE || c->tail || c->form || c->first == c->head || !(c->flags & ORG_ALIAS) ||
	    !n->scan->ts->t[c->head].cap || n->scan->ts->t[c->head].loud)
		return;
	for (size_t i = c->first; i < c->head; i++)
		if (n->scan->ts->t[i].cap)
			return;
	c->first = c->head;
}

/* конкурс ФНПР «За содружество»: letters that stand for a body are no kind of body whose name is in the quotes */
static void drop_letters(struct org_names *n)
{
	for (size_t i = 0; i < n->cands.n; i++) {
		const struct org_cand *c = &n->cands.v[i];
		const struct token *t = &n->scan->ts->t[c->first];
		struct span text;

		if (n->verdict[i] != ORG_NAME || n->body[i] != ORG_NO_BODY || !c->form || c->quote != c->first + 1 ||
		    lexicon_find(n->scan->forms, token_fold(n->scan->ts, c->first)) != LEXICON_NONE)
			continue;
		text = span_sub(n->scan->text, t->start, t->end);
		if (org_names_short(n, canonical_key(arena_of(n), text), c->first) != ORG_NO_BODY ||
		    org_names_known_abbr(n, text) != ORG_NO_BODY)
			n->verdict[i] = ORG_NO;
	}
}

void org_names_settle(struct org_names *n, const struct abbr_defs *defs)
{
	struct heads h = { 0 };
	bool *used;
	struct span_index ends = { 0 };

	n->verdict = arena_alloc(arena_of(n), (n->cands.n + 1) * sizeof *n->verdict);
	n->body = arena_alloc(arena_of(n), (n->cands.n + 1) * sizeof *n->body);
	n->by_known = arena_alloc(arena_of(n), ((size_t)lexicon_rows(n->known) + 1) * sizeof *n->by_known);
	n->organ_of = arena_alloc(arena_of(n), (size_t)lexicon_rows(n->place_abbrs) + 1);
	n->issuer = ORG_NO_BODY;
	for (size_t i = 0; i < n->cands.n; i++) {
		drop_small_adjectives(n, &n->cands.v[i]);
		n->verdict[i] = org_accept(n->scan, &n->cands.v[i]);
		n->body[i] = ORG_NO_BODY;
	}
	settle_defined(n, defs);
	drop_letters(n);
	settle_names(n);
	call_as_printed(n);
	org_issuer_find(n);
	org_home_find(n);
	org_home_primary(n);
	org_brand_learn(n);
	org_letters_learn(n);
	own_council(n);
	org_state_addressee(n);
	used = organs_in_use(n);
	for (size_t i = 0; i < n->cands.n; i++)
		if (n->verdict[i] == ORG_SHORT)
			settle_short(n, &h, used, i);
	index_ends(n, &ends);
	for (size_t i = 0; i < n->cands.n; i++)
		if (n->verdict[i] == ORG_WEAK)
			settle_weak(n, &ends, i);
	org_join_prefixes(n);
	org_abridged_ministries(n);
	org_local_join(n);
	contract_names(n);
	org_home_contract(n);
	org_state_countries(n);
	expand_clipped(n);
	org_home_committee(n);
}
