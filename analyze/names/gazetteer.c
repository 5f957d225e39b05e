/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Known names in all their forms, without listing the forms: the dictionary knows them. */
#include "gazetteer.h"

#include <stdlib.h>

#include "bisect.h"
#include "mem.h"
#include "utf8.h"

enum { NAME_WORDS = 32 };

/* A word of a name. What the dictionary says of it is looked up when a text first asks for it. */
struct name_word {
	struct span text; /* folded */
	struct span *lemmas;
	size_t n;
	bool known, guessed;
};

struct name {
	long row;
	struct name_word *words; /* marks are left out */
	size_t n;
	bool quotes; /* the name itself has a part in quotes */
	bool commas; /* … химической, горной и нефтяной … */
};

/* Names by the hash of what their first word may be: a lemma, or the first letters of a word without one. */
struct entry {
	unsigned long long key;
	size_t name;
};

struct gazetteer {
	const struct morph *morph;
	unsigned bit;
	struct arena arena;
	struct name *names;
	size_t n, cap;
	struct entry *entries; /* sorted by key */
	size_t n_entries, cap_entries;
};

enum { PREFIX_LETTERS = 4 };

static struct span word_prefix(struct span word)
{
	return span_sub(word, 0, utf8_offset(word, PREFIX_LETTERS));
}

/* Calls each lemma of a word, or its prefix where it has none. */
static void each_key(const struct morph *m, struct span word, void (*got)(void *ctx, unsigned long long key), void *ctx)
{
	struct buf lemmas = { 0 };
	struct span rest;

	morph_lemmas(m, word, &lemmas);
	rest = buf_span(&lemmas);
	while (rest.n)
		got(ctx, span_hash(span_cut(&rest, '\n')));
	got(ctx, span_hash(word_prefix(word))); /* for texts in other languages */
	buf_free(&lemmas);
}

static void add_entry(void *ctx, unsigned long long key)
{
	struct gazetteer *g = ctx;

	ARENA_ROOM(&g->arena, g->entries, g->n_entries, g->cap_entries);
	g->entries[g->n_entries++] = (struct entry){ key, g->n - 1 };
}

/* Об'єднаних, but not Workers' International */
static bool inside_word(struct span text, size_t behind, unsigned c)
{
	return (c == '\'' || c == 0x2019 || c == 0x2bc) && behind < text.n && utf8_is_word(utf8_next(text, &behind));
}

static void split_name(struct name *n, struct arena *a, struct span text)
{
	struct name_word words[NAME_WORDS] = { 0 };
	char *folded = arena_alloc(a, text.n + 1);
	size_t start = SPAN_NONE, at = 0;

	utf8_fold(text, folded);
	text.p = folded;
	while (at <= text.n && n->n < NAME_WORDS) {
		size_t from = at;
		unsigned c = at < text.n ? utf8_next(text, &at) : ' ';

		if (utf8_is_word(c) || ((c == '-' || inside_word(text, at, c)) && start != SPAN_NONE)) {
			start = start == SPAN_NONE ? from : start;
			continue;
		}
		if (start != SPAN_NONE)
			words[n->n++].text = span_sub(text, start, from);
		start = SPAN_NONE;
		if (from == text.n)
			break;
	}
	n->words = arena_alloc(a, (n->n + 1) * sizeof *words);
	memcpy(n->words, words, n->n * sizeof *words);
}

static void add_names(struct gazetteer *g, long row, struct span names)
{
	while (names.p) {
		struct span name = span_trim(span_cut(&names, '|'));
		struct name *n;

		if (!name.n)
			continue;
		ARENA_ROOM(&g->arena, g->names, g->n, g->cap);
		n = &g->names[g->n++];
		*n = (struct name){ .row = row,
				    .quotes = span_find(name, SPAN("«"), 0) != SPAN_NONE,
				    .commas = span_find_char(name, ',', 0) != SPAN_NONE };
		split_name(n, &g->arena, name);
		if (n->n)
			each_key(g->morph, n->words[0].text, add_entry, g);
	}
}

static int by_key(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->name < y->name ? -1 : x->name > y->name;
}

struct gazetteer *gazetteer_new(const struct lexicon *l, const char *column, const struct morph *m, unsigned bit)
{
	struct gazetteer *g = mem_alloc(sizeof *g);

	g->morph = m;
	g->bit = bit;
	for (long row = 0; row < lexicon_rows(l); row++)
		add_names(g, row, lexicon_cell(l, row, column));
	if (g->n_entries)
		qsort(g->entries, g->n_entries, sizeof *g->entries, by_key);
	return g;
}

void gazetteer_free(struct gazetteer *g)
{
	if (!g)
		return;
	arena_free(&g->arena);
	free(g);
}

/* ---- matching ---- */

/* a: the form of a text, b: the name. */
static bool same_beginning(struct span a, struct span b, bool slavic)
{
	enum { ENDING_LETTERS = 3 };
	size_t la = utf8_count(a), lb = utf8_count(b), shorter = la < lb ? la : lb, longer = la < lb ? lb : la;
	size_t need = longer > ENDING_LETTERS + PREFIX_LETTERS ? longer - ENDING_LETTERS
		      : longer > PREFIX_LETTERS                ? PREFIX_LETTERS
							       : PREFIX_LETTERS - 1;
	size_t last = a.n;
	struct span prefix;

	/* Салалық is no Салават, бала no Балашов: Kazakh and Kyrgyz endings stand behind a stem that hardly changes */
	if (!slavic && need + 1 < lb)
		need = lb - 1;
	/* Маладзёжны is no Маладзечна: of a long name more than its end stays */
	if (slavic && lb >= 8 && need + 2 < lb)
		need = lb - 2;
	/* ТАЛАП is no Талас: only к, қ and п change before an ending */
	if (!slavic && need < lb && !utf8_is_one_of(utf8_prev(b, &(size_t){ b.n }), "кқпаәыіиое"))
		need = lb;
	prefix = span_sub(a, 0, utf8_offset(a, need));
	/* no case of a name in -ез ends in -ін */
	if (slavic && la == lb && !span_eq(a, b) && utf8_is_one_of(utf8_prev(a, &last), "бвгґджзклнпрстфцчшщ"))
		return false;
	return shorter >= need && span_starts(b, prefix);
}

static bool is_guess(const struct morph_parse *parses, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!(parses[i].tags & M_PREDICTED))
			return false;
	return true;
}

/* The form is the name with the ending of a case, and no more. */
static bool is_ending(struct span name, struct span form)
{
	static const char *const endings[] = { "а", "у", "е", "ом", "ем", "и", "ы", "ой" };

	if (utf8_count(name) < PREFIX_LETTERS || !span_starts(form, name))
		return false;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (span_is(span_sub(form, name.n, form.n), endings[i]))
			return true;
	return false;
}

static void look_up(struct gazetteer *g, struct name_word *w)
{
	struct morph_parse parses[MORPH_MAX];
	struct buf lemma = { 0 };

	w->known = true;
	w->n = morph_parses(g->morph, w->text, parses);
	w->guessed = is_guess(parses, w->n);
	w->lemmas = arena_alloc(&g->arena, (w->n + 1) * sizeof *w->lemmas);
	for (size_t i = 0; i < w->n; i++) {
		buf_reset(&lemma);
		morph_lemma(g->morph, w->text, &parses[i], &lemma);
		w->lemmas[i] = arena_dup(&g->arena, buf_span(&lemma));
	}
	buf_free(&lemma);
}

static bool share_lemma(struct gazetteer *g, struct tokens *ts, size_t at, struct name_word *w)
{
	const struct token_info *info = token_info(ts, at);
	const struct span *lemmas;

	/* English does not inflect: General is not Geneva */
	if (info->lang == LANG_EN)
		return false;
	if (info->lang != LANG_RU)
		return same_beginning(info->folded, w->text, info->lang != LANG_TURKIC);
	if (!w->known)
		look_up(g, w);
	if (w->n == 0 || info->n == 0)
		return w->n == 0 && info->n == 0 && same_beginning(info->folded, w->text, true);
	lemmas = word_cache_lemmas(ts->words, g->morph, ts->t[at].info);
	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < info->n; k++)
			if (span_eq(w->lemmas[i], lemmas[k]))
				return true;
	/* Токмоке: where the dictionary guesses at both, the guesses need not agree */
	return w->guessed && is_guess(info->parse, info->n) && is_ending(w->text, info->folded);
}

static unsigned plain_apostrophe(unsigned c)
{
	return c == 0x2019 || c == 0x2bc ? '\'' : c;
}

/* Equal but for the sign that is taken for an apostrophe. */
static bool is_equal(struct span a, struct span b)
{
	size_t i = 0, k = 0;

	while (i < a.n && k < b.n)
		if (plain_apostrophe(utf8_next(a, &i)) != plain_apostrophe(utf8_next(b, &k)))
			return false;
	return i == a.n && k == b.n;
}

static bool word_fits(struct gazetteer *g, struct tokens *ts, size_t i, struct name_word *w)
{
	struct span word = w->text;

	if (span_eq(token_fold(ts, i), word) ||
	    (span_find_char(word, '\'', 0) != SPAN_NONE && is_equal(token_fold(ts, i), word)))
		return true;
	/* abbreviations have one form; a short word may be one */
	if (utf8_count(word) < PREFIX_LETTERS || ts->t[i].end - ts->t[i].start < 4)
		return false;
	return share_lemma(g, ts, i, w);
}

static bool may_skip(const struct name *n, unsigned mark)
{
	return mark == '.' || mark == '-' || mark == 0x2019 || (n->commas && mark == ',') ||
	       (n->quotes && (mark == '"' || mark == '\''));
}

/* Marks (quotes, points, dashes) between words do not count, within reason. */
static bool name_fits(struct gazetteer *g, struct tokens *ts, size_t i, const struct name *n, size_t *last)
{
	enum { MARKS = 3 };
	size_t at = i;

	for (size_t k = 0; k < n->n; k++) {
		size_t marks = 0;

		while (k > 0 && at < ts->n && ts->t[at].kind == TOKEN_MARK && may_skip(n, ts->t[at].mark) &&
		       marks++ < MARKS)
			at++;
		if (!tokens_same_block(ts, i, at) || ts->t[at].kind == TOKEN_MARK ||
		    !word_fits(g, ts, at, &n->words[k]))
			return false;
		*last = at++;
	}
	return n->n > 0;
}

struct search {
	struct gazetteer *g;
	struct tokens *ts;
	size_t at, last;
	size_t words;
	long row;
	bool any; /* some name begins with this word */
};

static void try_key(void *ctx, unsigned long long key)
{
	struct search *s = ctx;
	size_t lo, last;

	BISECT(lo, s->g->n_entries, s->g->entries[lo].key < key);
	s->any |= lo < s->g->n_entries && s->g->entries[lo].key == key;
	for (; lo < s->g->n_entries && s->g->entries[lo].key == key; lo++) {
		const struct name *n = &s->g->names[s->g->entries[lo].name];

		if (n->n <= s->words || !name_fits(s->g, s->ts, s->at, n, &last))
			continue;
		s->words = n->n;
		s->last = last;
		s->row = n->row;
	}
}

long gazetteer_at(struct gazetteer *g, struct tokens *ts, size_t i, size_t *last)
{
	struct search s = { .g = g, .ts = ts, .at = i, .row = LEXICON_NONE };
	const struct token_info *info;

	if (!token_is_word(ts, i))
		return LEXICON_NONE;
	info = token_info(ts, i);
	if (info->not_in & g->bit)
		return LEXICON_NONE;
	for (size_t k = 0; k < info->n && info->lang == LANG_RU; k++)
		try_key(&s, span_hash(word_cache_lemmas(ts->words, ts->morph, ts->t[i].info)[k]));
	if (is_guess(info->parse, info->n) || info->lang != LANG_RU)
		try_key(&s, span_hash(word_prefix(info->folded)));
	if (!s.any)
		ts->t[i].info->not_in |= g->bit;
	if (s.row != LEXICON_NONE)
		*last = s.last;
	return s.row;
}
