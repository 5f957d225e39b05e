/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short names that a paper defines: as they are printed, and their cases where no dictionary has them. */
#include "org_short.h"

#include "org_body.h"

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

struct span org_short_text(const struct org_names *n, size_t first, size_t last)
{
	const struct token *t = n->scan->ts->t;

	/* (далее – отраслевой профсоюз): the canonical text would give it a capital */
	if (!t[first].cap && !n->scan->ts->t[first].latin && t[first].lang == LANG_RU)
		return span_sub(n->scan->text, t[first].start, t[last].end);
	return canonical_text(n->scan, first, last);
}

/* A case of the short name: the body is called by its nominative alone. */
static void add_form(struct org_names *n, const struct abbr_def *d, struct span form)
{
	size_t body = n->body[d->cand];
	struct span alias = n->bodies[body].alias;

	org_body_add_short(n, form, body, d->short_first, false);
	n->bodies[body].alias = alias;
}

/* (далее – Наниматели): the dictionary may not have the word, so that its cases are defined with it */
static void add_cases_of_many(struct org_names *n, const struct abbr_def *d)
{
	static const char *const ends[] = { "ов", "ей", "ам", "ям", "ами", "ями", "ах", "ях" };
	enum { SHORTEST = 12 }; /* bytes */
	struct span text = org_short_text(n, d->short_first, d->short_last);

	if (d->caps || d->short_first != d->short_last || text.n < SHORTEST ||
	    n->scan->ts->t[d->short_first].lang != LANG_RU ||
	    token_info(n->scan->ts, d->short_first)->head != LEXICON_NONE ||
	    !(span_ends(text, SPAN("и")) || span_ends(text, SPAN("ы"))))
		return;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		add_form(n, d, arena_printf(arena_of(n), "%.*s%s", SPAN_ARG(span_sub(text, 0, text.n - 2)), ends[i]));
}

/* (надалі – Роботодавець), (далей – Наймальнік): without a dictionary its cases are made from the ending */
static void add_cases_of_one(struct org_names *n, const struct abbr_def *d)
{
	static const struct {
		enum token_lang lang;
		const char *end, *cases;
	} rows[] = {
		{ LANG_UK, "ець", "ця цю цем цеві" }, { LANG_UK, "ь", "я ю ем еві" },
		{ LANG_UK, "к", "ка ку ком кові" },   { LANG_UK, "р", "ра ру ром рові" },
		{ LANG_UK, "д", "да ду дом ді" },     { LANG_UK, "т", "та ту том ті" },
		{ LANG_UK, "ня", "ні ню нею" },       { LANG_UK, "ія", "ії ію ією" },
		{ LANG_UK, "а", "и і у ою" },         { LANG_BE, "ыя", "ыі ыю ыяй" },
		{ LANG_BE, "ец", "ца цу цам" },       { LANG_BE, "к", "ка ку кам ку" },
		{ LANG_BE, "д", "да ду дам дзе" },    { LANG_BE, "р", "ра ру рам ры" },
		{ LANG_BE, "т", "та ту там це" },     { LANG_BE, "ня", "ні ню няй" },
		{ LANG_BE, "а", "ы е у ай" },
	};
	struct span text = org_short_text(n, d->short_first, d->short_last);
	enum token_lang lang = n->scan->ts->t[d->short_first].lang;

	if (d->caps || d->short_first != d->short_last || token_info(n->scan->ts, d->short_first)->head != LEXICON_NONE)
		return;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span cases = span_of(rows[i].cases), end = span_of(rows[i].end);

		if (rows[i].lang != lang || !span_ends(text, end))
			continue;
		while (cases.p) {
			struct span ending = span_cut(&cases, ' '), stem = span_sub(text, 0, text.n - end.n);

			add_form(n, d, arena_printf(arena_of(n), "%.*s%.*s", SPAN_ARG(stem), SPAN_ARG(ending)));
		}
		return;
	}
}

/* (далее – Работодатель): Работодателя, Работодателем; what is an alias by its noun declines of itself */
static void add_cases_of_noun(struct org_names *n, const struct abbr_def *d)
{
	static const unsigned cases[] = { M_GEN, M_DAT, M_INS, M_LOC };
	struct tokens *ts = n->scan->ts;
	const struct token_info *info = token_info(ts, d->short_first);
	const struct morph_parse *noun = NULL;
	struct buf form = { 0 };

	if (d->caps || d->short_first != d->short_last || ts->t[d->short_first].lang != LANG_RU ||
	    !ts->t[d->short_first].cap)
		return;
	if (info->head != LEXICON_NONE && org_head_flags(n->scan->heads, info->head) & ORG_ALIAS)
		return;
	for (size_t i = 0; i < info->n && !noun; i++)
		if (info->parse[i].tags & M_NOUN && info->parse[i].tags & M_NOM && info->parse[i].tags & M_SING &&
		    !(info->parse[i].tags & (M_NAME | M_SURN | M_PATR)))
			noun = &info->parse[i];
	for (size_t i = 0; noun && i < sizeof cases / sizeof *cases; i++) {
		buf_reset(&form);
		if (morph_inflect(ts->morph, info->folded, noun, cases[i] | M_SING, &form) &&
		    !span_eq(buf_span(&form), info->folded))
			add_form(n, d, arena_dup(arena_of(n), buf_span(&form)));
	}
	buf_free(&form);
}

void org_short_cases(struct org_names *n, const struct abbr_def *d)
{
	add_cases_of_noun(n, d);
	add_cases_of_many(n, d);
	add_cases_of_one(n, d);
}
