/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Legal acts: citations (acts.c), the document's own header, further acts of a list ("законов от … № …, от … № …"), and
 * the short names that a text gives its acts (ГС, «далее – Соглашение»).
 */
#include "act_article.h"
#include "act_bare.h"
#include "act_full.h"
#include "act_header.h"
#include "act_minutes.h"
#include "act_name.h"
#include "act_turkic.h"

#include <string.h>

#include "passes.h"
#include "slavic.h"
#include "utf8.h"

enum { MAX_ALIASES = 64, MAX_ALIAS_BYTES = 90, SELF_WORDS = 3, RECENT = 8 };

struct alias {
	struct span name; /* as printed */
	struct span canonical, kind;
	size_t from;       /* counts behind this byte */
	int table, row;    /* where it counts in this row of a table only; table 0: everywhere */
	struct span other; /* its name with the period that a mention gave it, good for the row of that mention */
	int other_table, other_row;
};

struct act_pass {
	struct resolver *r;
	struct doc *d;
	struct alias alias[MAX_ALIASES];
	size_t n_aliases;
	struct act_header header; /* the document's own */
	struct item_index ruled;  /* acts that rules found before this pass */
};

static bool usable(const struct block *b)
{
	return !b->hidden && b->kind != BLOCK_HEADER && b->kind != BLOCK_FOOTER && b->kind != BLOCK_TOC;
}

static void set_if(struct doc *d, struct item *it, const char *key, struct span value)
{
	if (value.n)
		jval_set_str(&d->arena, it->norm, key, value);
}

/* Has an act that begins here been found already, by a rule or as the header? */
static bool act_starts(const struct act_pass *p, size_t start)
{
	const struct item *ruled = item_index_over(&p->ruled, start, start + 1);
	size_t from = p->d->n_items > RECENT ? p->d->n_items - RECENT : 0;

	if (ruled || (p->header.item != SPAN_NONE && start == p->header.start))
		return true;
	for (size_t i = p->d->n_items; i-- > from;)
		if (p->d->items[i].type == ITEM_LEGAL_ACT && p->d->items[i].start == start)
			return true;
	return false;
}

/* "План … по реализации ГС": abbreviations of other acts are spelled out in a canonical name. */
static struct span with_full_names(struct act_pass *p, struct span name)
{
	for (size_t i = 0; i < p->n_aliases; i++) {
		struct span abbr = p->alias[i].name, full = p->alias[i].canonical;
		size_t at = span_find(name, abbr, 0), second = 2, period = span_find(full, SPAN(" на 20"), 0);

		if (at == SPAN_NONE || at == 0 || name.p[at - 1] != ' ' || !utf8_is_upper(utf8_next(abbr, &second)) ||
		    (at + abbr.n < name.n && name.p[at + abbr.n] != ' '))
			continue;
		full = act_name_genitive(p->r, p->d, span_sub(full, 0, period == SPAN_NONE ? full.n : period));
		name = arena_printf(&p->d->arena, "%.*s%.*s%.*s", (int)at, name.p, SPAN_ARG(full),
				    (int)(name.n - at - abbr.n), name.p + at + abbr.n);
	}
	return name;
}

/* As act_put_norm does it, with the names that abbreviations of other acts stand for. */
static void put_norm(struct act_pass *p, struct item *it, const struct act *a)
{
	act_put_norm(p->r, p->d, it, a);
	set_if(p->d, it, "canonical", with_full_names(p, jval_str(it->norm, "canonical")));
}

/* Do the capitals of an abbreviation begin the words of the act's name, or does the word stand in it? */
static bool names_act(struct act_pass *p, struct span name, const struct act *a)
{
	struct span nominative = lexicon_cell(p->r->lexicon[LEX_ACT_KINDS], a->kind_row, "nominative");
	char fold[MAX_ALIAS_BYTES], whole[MAX_ALIAS_BYTES];
	size_t at = 2;

	if (name.n < 4 || name.n > MAX_ALIAS_BYTES || nominative.n > MAX_ALIAS_BYTES)
		return false;
	if (utf8_is_upper(utf8_next(name, &at)))
		return !memcmp(name.p, nominative.p, 2);
	utf8_fold(name, fold);
	utf8_fold(nominative, whole);
	return span_find(span_make(whole, nominative.n), span_make(fold, name.n < 8 ? name.n : 8), 0) != SPAN_NONE;
}

/* "(ГС)", "(далее – Соглашение)" behind or inside the act: the name that stands for it from there on. */
static void learn_alias(struct act_pass *p, const struct act *a, const struct item *it)
{
	struct span text = span_sub(p->d->text, 0, a->end + MAX_ALIAS_BYTES), name;
	size_t open = span_find_char(span_sub(text, 0, a->end + 3), '(', a->head_end);
	size_t close = open == SPAN_NONE ? SPAN_NONE : span_find_char(text, ')', open);
	size_t dash, from;

	if (close == SPAN_NONE || p->n_aliases == MAX_ALIASES ||
	    span_eq(jval_str(it->norm, "kind"), jval_str(p->d->meta, "kind")))
		return;
	from = close;
	name = span_trim(doc_slice(p->d, open + 1, close));
	for (dash = span_find_char(name, ' ', 0); dash != SPAN_NONE; dash = span_find_char(name, ' ', 0))
		name = span_sub(name, dash + 1, name.n);
	if (!names_act(p, name, a))
		return;
	p->alias[p->n_aliases++] =
		(struct alias){ name, jval_str(it->norm, "canonical"), jval_str(it->norm, "kind"), .from = from };
}

/* "Подписать Соглашение о … | Соглашение подписано": in the other cells of its row the head stands for the act. */
static void learn_in_row(struct act_pass *p, const struct block *b, const struct act *a, const struct item *it)
{
	struct words w = resolver_words(p->r, a->start, a->head_end);
	struct span nominative = lexicon_cell(p->r->lexicon[LEX_ACT_KINDS], a->kind_row, "nominative");
	size_t first = a->start;

	if (b->kind != BLOCK_CELL || w.n != 1 || p->n_aliases == MAX_ALIASES ||
	    !utf8_is_upper(utf8_next(p->d->text, &first)) || span_find_char(nominative, ' ', 0) != SPAN_NONE)
		return;
	p->alias[p->n_aliases++] = (struct alias){ nominative,
						   jval_str(it->norm, "canonical"),
						   jval_str(it->norm, "kind"),
						   .from = b->end,
						   .table = b->table,
						   .row = b->row };
}

/* Is the printed word that alias, in any of its cases? Abbreviations do not change. */
static bool is_alias(const struct alias *a, struct span word)
{
	size_t at = 2, stem = a->name.n > 8 ? a->name.n - 4 : a->name.n;
	bool abbreviation = utf8_is_upper(utf8_next(a->name, &at));

	if (abbreviation || a->name.n <= 8)
		return span_eq(word, a->name);
	return word.n <= a->name.n + 6 && span_starts(word, span_sub(a->name, 0, stem));
}

static struct alias *find_alias(struct act_pass *p, const struct block *b, struct word w)
{
	for (size_t i = p->n_aliases; i-- > 0;)
		if ((!p->alias[i].table || (b->table == p->alias[i].table && b->row == p->alias[i].row)) &&
		    w.start >= p->alias[i].from && is_alias(&p->alias[i], doc_slice(p->d, w.start, w.end)))
			return &p->alias[i];
	return NULL;
}

/* The period directly behind a short name: "ГС на 2025-2027 годы" is one mention. */
static const struct item *period_behind(const struct act_pass *p, size_t end)
{
	struct span after = span_sub(p->d->text, end, end + 8);

	size_t at = end + sizeof " на " - 1;
	const struct item *it;

	if (!span_starts(after, SPAN(" на ")))
		return NULL;
	it = item_index_at(&p->r->times, at, ITEM_DATE);
	return it ? it : item_index_at(&p->r->times, at, ITEM_DEADLINE);
}

/* The same act for another period; in the other cells of its row of a table the name means that one too. */
static struct span with_period(struct doc *d, struct span canonical, struct span period)
{
	size_t at = span_find(canonical, SPAN(" на 20"), 0);
	struct span base = span_sub(canonical, 0, at == SPAN_NONE ? canonical.n : at);

	return arena_printf(&d->arena, "%.*s %.*s", SPAN_ARG(base), SPAN_ARG(text_squeeze(&d->arena, period)));
}

static void put_alias(struct act_pass *p, const struct block *b, struct alias *a, struct word w)
{
	const struct item *period = period_behind(p, w.end);
	struct span value = period ? jval_str(period->norm, "value") : (struct span){ 0 };
	struct item *it = doc_add_item(p->d, ITEM_LEGAL_ACT, w.start, period ? period->end : w.end, "acts");

	if (period) {
		a->other = with_period(p->d, a->canonical, doc_slice(p->d, w.end, period->end));
		a->other_table = b->table;
		a->other_row = b->row;
	}
	set_if(p->d, it, "canonical",
	       a->other.n && (period || (b->table && b->table == a->other_table && b->row == a->other_row))
		       ? a->other
		       : a->canonical);
	set_if(p->d, it, "kind", a->kind);
	set_if(p->d, it, "period", value);
	jval_set_true(&p->d->arena, it->norm, "anaphoric");
}

/* A further act that begins at word k of a list, behind "и" or a comma. */
static bool further_act(struct act_pass *p, const struct words *w, size_t k, const struct act *first, struct act *a)
{
	size_t from = k;

	while (from + 1 < w->n && word_list_has(p->r->lists, WORDS_LIST_AND, word_text(p->r->fold, w->v[from])))
		from++;
	if (first->title.n && act_read_further_title(p->r, p->d, w, from, first->kind_row, a))
		return true;
	if (word_list_has(p->r->lists, WORDS_FROM, word_text(p->r->fold, w->v[from])))
		return (first->date.n || first->number.n) && act_read_further(p->r, p->d, w, from, first->kind_row, a);
	if (first->date.n && first->number.n && act_read_further_dated(p->r, p->d, w, from, first->kind_row, a))
		return true;
	return !first->title.n && first->number.n && !first->date.n &&
	       act_read_bare_number(p->r, p->d, w, from, first->kind_row, a);
}

/*
 * "…, от 5 мая 2010 г. № 12-З", "… № 2681 та № 5054", "…, «О пенсиях»": further acts of the same kind and issuer.
 * Returns the word behind the last one.
 */
static size_t further_acts(struct act_pass *p, const struct words *w, size_t k, const struct act *first)
{
	struct act a;

	while (k < w->n && further_act(p, w, k, first, &a)) {
		struct item *it = doc_add_item(p->d, ITEM_LEGAL_ACT, a.start, a.end, "acts");

		a.first = first;
		if (!a.issuer.n) {
			a.issuer = first->issuer;
			a.issuer_full = first->issuer_full;
		}
		put_norm(p, it, &a);
		k = words_from(w, a.end);
	}
	return k;
}

/* The document speaks of itself by the first words of its header: "Программа развития сотрудничества (далее – …". */
static bool names_itself(const struct act_pass *p, const struct words *w, size_t i, size_t *last)
{
	size_t n = 0, at = w->v[i].start;

	while (n < p->header.words.n && i + n < w->n &&
	       span_eq(word_text(p->r->fold, p->header.words.v[n]), word_text(p->r->fold, w->v[i + n])))
		n++;
	while (n && word_list_has(p->r->lists, WORDS_FUNCTION, word_text(p->r->fold, w->v[i + n - 1])))
		n--; /* "Constitution of the" begins many */
	*last = i + n - (n > 0);
	return n >= SELF_WORDS && p->header.words.v[0].start != at && utf8_is_upper(utf8_next(p->d->text, &at));
}

static void put_self(struct act_pass *p, const struct words *w, size_t i, size_t last)
{
	struct item *it;

	it = doc_add_item(p->d, ITEM_LEGAL_ACT, w->v[i].start, w->v[last].end, "acts");
	it->norm = jval_copy(&p->d->arena, p->d->items[p->header.item].norm);
}

/* "Приложение к постановлению … от 17 апреля № 4-11" inside the same file: the header's own number and date. */
static void cite_header(struct act_pass *p, struct item *it)
{
	struct span number = jval_str(it->norm, "number"), date = jval_str(it->norm, "date");

	const struct item *self = p->header.item < p->d->n_items ? &p->d->items[p->header.item] : NULL;

	if (self && number.n && span_eq(jval_str(self->norm, "number"), number) && date.n &&
	    span_eq(jval_str(self->norm, "date"), date))
		jval_set_str(&p->d->arena, it->norm, "canonical", jval_str(self->norm, "canonical"));
}

/* Is this place inside the quoted title of the act read last? What it cites there is not cited here. */
static bool in_title(const struct act_pass *p, const struct act *last, size_t at)
{
	size_t start = last->title.n ? (size_t)(last->title.p - p->d->text.p) : 0;

	return last->title.n && at >= start && at < start + last->title.n;
}

/* "Указ «О Стратегии «Узбекистан – 2030»": a strategy named in the title is cited, too. */
static bool is_titled_programme(const struct act_pass *p, const struct act *a)
{
	struct span kind = lexicon_cell(p->r->lexicon[LEX_ACT_KINDS], a->kind_row, "kind");

	return a->title.n && (span_is(kind, "strategy") || span_is(kind, "programme"));
}

/* Програма ґрунтується на Конституції: behind the head stands what it does, and no name of it */
static bool is_subject_of_verb(const struct act_pass *p, const struct words *w, const struct act *a)
{
	struct span lang = jval_str(p->d->meta, "lang");
	size_t next = words_from(w, a->head_end);

	return (span_is(lang, "uk") || span_is(lang, "be")) && next < w->n && w->v[next].start < a->end &&
	       w->v[next].start <= a->head_end + 1 && slavic_is_verb(word_text(p->r->fold, w->v[next]));
}

/* "Соглашение на 2026–2028 годы": a head that many agreements share, and a period. */
static bool is_bare_agreement(const struct act_pass *p, const struct act *a)
{
	return span_is(lexicon_cell(p->r->lexicon[LEX_ACT_KINDS], a->kind_row, "need"), "period");
}

/* The document's own header; NULL: none. */
static const struct item *own_header(const struct act_pass *p)
{
	return p->header.item < p->d->n_items ? &p->d->items[p->header.item] : NULL;
}

static void one_block(struct act_pass *p, size_t index)
{
	const struct block *b = &p->d->blocks[index];
	struct words w = resolver_words(p->r, b->start, b->end);
	struct act a, last = { 0 };

	for (size_t i = 0; i < w.n; i++) {
		struct alias *alias = find_alias(p, b, w.v[i]);
		struct item *it;

		bool inside = in_title(p, &last, w.v[i].start);

		if (!act_read(p->r, p->d, &w, i, &a) || (alias && is_bare_agreement(p, &a))) {
			size_t to;

			if (inside)
				continue;
			if (names_itself(p, &w, i, &to))
				put_self(p, &w, i, to);
			else if (alias && !act_starts(p, w.v[i].start))
				put_alias(p, b, alias, w.v[i]);
			else if (!act_starts(p, w.v[i].start))
				act_put_bare(p->r, p->d, own_header(p), &w, i);
			continue;
		}
		if (inside && !is_titled_programme(p, &a))
			continue;
		if (is_subject_of_verb(p, &w, &a) || act_is_itself(p->r, own_header(p), &w, &a))
			continue;
		if (act_starts(p, a.start) || (a.start > p->header.start && a.start < p->header.head_end))
			continue;
		it = doc_add_item(p->d, ITEM_LEGAL_ACT, a.start, a.end, "acts");
		last = inside ? last : a;
		put_norm(p, it, &a);
		cite_header(p, it);
		learn_alias(p, &a, it);
		learn_in_row(p, b, &a, it);
		further_acts(p, &w, words_from(&w, a.end), &a);
		i = words_from(&w, a.head_end) - 1;
	}
}

/* "Устава", "Госпрограмма" stand for the act that is named in full elsewhere; a charter, for that of the issuer. */
static void resolve_short(struct act_pass *p)
{
	struct act_full_names *f = arena_alloc(&p->d->arena, sizeof *f);
	struct span whose = jval_str(p->d->meta, "issuer");

	act_full_names(p->r, p->d, f);
	/* the paper of a union's committee: it has no charter of its own */
	if (p->r->issuer.n && p->r->issuer_name.n && span_ends(whose, p->r->issuer) &&
	    !span_eq(whose, p->r->issuer_name))
		whose = p->r->issuer_name;
	for (size_t i = 0; i < p->d->n_items; i++) {
		struct item *it = &p->d->items[i];
		struct span kind = jval_str(it->norm, "kind"), full;
		bool bare = span_find_char(span_trim(item_text(p->d, it)), ' ', 0) == SPAN_NONE;

		if (it->type == ITEM_LEGAL_ACT) {
			act_resolve_number(f, p->d, it);
			act_resolve_title(f, p->d, it);
		}
		if (it->type != ITEM_LEGAL_ACT || !act_is_short(p->r, it) || jval_true(it->norm, "self") ||
		    jval_true(it->norm, "anaphoric") ||
		    !(span_is(kind, "charter") || span_is(kind, "agreement") || bare))
			continue;
		full = act_fuller_name(f, it);
		if (!full.n && bare && span_is(kind, "charter") && whose.n)
			full = arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(jval_str(it->norm, "canonical")),
					    SPAN_ARG(act_name_genitive(p->r, p->d, whose)));
		if (full.n)
			jval_set_str(&p->d->arena, it->norm, "canonical", full);
		if (bare)
			jval_set_true(&p->d->arena, it->norm, "anaphoric");
	}
}

/* What stands before " на 2026-2028 годы" in the name of an agreement. */
static struct span agreement_base(struct span name)
{
	size_t at = span_find(name, SPAN(" на 20"), 0);

	return span_sub(name, 0, at == SPAN_NONE ? name.n : at);
}

/*
 * "соглашение на 2026–2028 годы": the agreement of that period that is named in full, else the next one of the only
 * agreement that the document speaks of.
 */
static struct span full_agreement(struct act_pass *p, const struct item *it)
{
	struct span name = jval_str(it->norm, "canonical"), own = agreement_base(name), base = { 0 };
	struct span period = span_sub(name, own.n, name.n);

	for (size_t i = 0; i < p->d->n_items; i++) {
		const struct item *other = &p->d->items[i];
		struct span full = jval_str(other->norm, "canonical"), stem = agreement_base(full);

		if (other->type != ITEM_LEGAL_ACT || !span_is(jval_str(other->norm, "kind"), "agreement") ||
		    span_eq(stem, own) || span_find(stem, SPAN("оглашение"), 0) == SPAN_NONE)
			continue;
		if (span_ends(full, period))
			return full;
		if (base.n && !span_eq(base, stem))
			base = own;
		else
			base = stem;
	}
	return base.n && !span_eq(base, own) ? arena_printf(&p->d->arena, "%.*s%.*s", SPAN_ARG(base), SPAN_ARG(period))
					     : name;
}

static void resolve_agreements(struct act_pass *p)
{
	for (size_t i = 0; i < p->d->n_items; i++) {
		struct item *it = &p->d->items[i];

		if (it->type == ITEM_LEGAL_ACT && span_is(jval_str(it->norm, "kind"), "agreement") &&
		    span_starts(jval_str(it->norm, "canonical"), SPAN("Соглашение на 20")))
			jval_set_str(&p->d->arena, it->norm, "canonical", full_agreement(p, it));
	}
}

/* "2024–2026 жылдарға арналған САЛАЛЫҚ КЕЛІСІМ": the head that a rule has found inside the header is the header. */
static void drop_head_of_header(struct act_pass *p)
{
	struct item self = p->d->items[p->header.item];
	size_t n = 0;

	for (size_t i = 0; i < p->d->n_items; i++) {
		const struct item *it = &p->d->items[i];

		if (it->type == ITEM_LEGAL_ACT && !jval_true(it->norm, "self") && it->start == self.start &&
		    it->end < self.end && !jval_str(it->norm, "date").n)
			continue; /* RESOLUTION No. 3, of "RESOLUTION No. 3 on safe work" */
		if (!p->header.words.n && it->type == ITEM_LEGAL_ACT && !jval_true(it->norm, "self") &&
		    it->start >= self.start && it->end <= self.end && !jval_str(it->norm, "number").n &&
		    span_is(jval_str(it->norm, "kind"), "agreement"))
			continue;
		p->d->items[n++] = *it;
	}
	p->d->n_items = n;
}

/* Are the letters of an abbreviation the capitals that begin the words of text[start, end), in order? */
static bool begins_words(const struct act_pass *p, struct span letters, size_t start, size_t end)
{
	struct words w = resolver_words(p->r, start, end);
	size_t next = 0;

	for (size_t i = 0; i < w.n && next < letters.n; i++) {
		size_t at = w.v[i].start;

		next += p->d->text.p[at] == letters.p[next] && letters.p[next] >= 'A' && letters.p[next] <= 'Z';
	}
	return next == letters.n;
}

/* "Decent Work Country Programme … (DWCP)": the letters in brackets inside or behind an English act that a rule found.
 */
static void learn_letters(struct act_pass *p)
{
	enum { LETTERS = 3 };

	for (size_t i = 0; i < p->d->n_items && p->n_aliases < MAX_ALIASES; i++) {
		const struct item *it = &p->d->items[i];
		struct span text = span_sub(p->d->text, 0, it->end + 2), name;
		size_t open, close;

		if (it->type != ITEM_LEGAL_ACT || !span_is(jval_str(p->d->meta, "lang"), "en"))
			continue;
		open = span_find_char(text, '(', it->start);
		close = open == SPAN_NONE ? SPAN_NONE : span_find_char(p->d->text, ')', open);
		if (close == SPAN_NONE || close - open > MAX_ALIAS_BYTES)
			continue;
		name = span_sub(p->d->text, open + 1, close);
		if (name.n >= LETTERS && name.p[0] == p->d->text.p[it->start] && begins_words(p, name, it->start, open))
			p->alias[p->n_aliases++] = (struct alias){ name, jval_str(it->norm, "canonical"),
								   jval_str(it->norm, "kind"), .from = open };
	}
}

bool pass_acts(struct resolver *r, struct doc *d, struct err *e)
{
	struct act_pass p = { .r = r, .d = d };
	struct item_index known;

	(void)e;
	resolver_index(r, d);
	p.ruled = item_index_of(d, 1u << ITEM_LEGAL_ACT);
	learn_letters(&p);
	act_header_put(r, d, &p.header);
	for (size_t i = 0; i < d->n_blocks; i++)
		if (usable(&d->blocks[i]))
			one_block(&p, i);
	known = item_index_of(d, 1u << ITEM_LEGAL_ACT);
	act_minutes_put(r, d, &known);
	resolve_short(&p);
	resolve_agreements(&p);
	if (p.header.item != SPAN_NONE)
		drop_head_of_header(&p);
	act_turkic_owners(r, d, p.header.item == SPAN_NONE ? SPAN_NONE : p.header.start);
	for (size_t i = 0; i < d->n_items; i++)
		if (d->items[i].type == ITEM_LEGAL_ACT)
			set_if(d, &d->items[i], "article", act_article(r, d, &d->items[i]));
	return true;
}
