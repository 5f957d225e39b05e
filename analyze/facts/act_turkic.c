/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Kazakh and Kyrgyz acts have whose they are before them, in the genitive: a short name stands for the body's full one
 * in a charter, an organ for the union's organ in a resolution, and a resolution is known by what it is about.
 */
#include "act_turkic.h"

#include "act_speaker.h"
#include "org_genitive.h"
#include "tokens.h"
#include "utf8.h"

enum { LINES = 8, LINE_WORDS = 30 };

static struct span genitive(const struct resolver *r, struct doc *d, struct span name)
{
	return org_genitive_turkic(&d->arena, name, r->tokens->kazakh);
}

static struct span last_word(struct span s)
{
	size_t at = s.n;

	while (at > 0 && s.p[at - 1] != ' ')
		at--;
	return span_sub(s, at, s.n);
}

/* Кәсіподақтың Жарғысы, Атқару комитетінің … қаулысы: the body that the act begins with, and is not the whole of it */
static const struct item *owner_of(const struct resolver *r, const struct item *act)
{
	const struct item *org = item_index_at(&r->names, act->start, ITEM_ORG);

	return org && org->end < act->end && jval_str(org->norm, "canonical").n ? org : NULL;
}

/* ---- citations ---- */

static void name_charter(struct resolver *r, struct doc *d, struct item *it)
{
	const struct item *org = owner_of(r, it);
	struct span noun = last_word(jval_str(it->norm, "canonical")), whose;

	if (!org || !(span_is(noun, "Жарғысы") || span_is(noun, "Уставы")))
		return;
	whose = genitive(r, d, jval_str(org->norm, "canonical"));
	if (whose.n)
		jval_set_str(&d->arena, it->norm, "canonical",
			     arena_printf(&d->arena, "%.*s %.*s", SPAN_ARG(whose), SPAN_ARG(noun)));
}

/* Атқару комитетінің 23.12.2025 № 8-5 қаулысы: in the paper of a union its committee's */
static void name_resolution(struct resolver *r, struct doc *d, struct item *it)
{
	const struct item *org = owner_of(r, it);
	struct span name = jval_str(it->norm, "canonical"), printed, whose;

	if (!org)
		return;
	/* of the union's own organ: ҚРКФ Атқару комитетінің */
	if (r->issuer.n && r->issuer_name.n < name.n && span_starts(name, r->issuer_name) &&
	    name.p[r->issuer_name.n] == ' ') {
		jval_set_str(&d->arena, it->norm, "canonical",
			     arena_printf(&d->arena, "%.*s%.*s", SPAN_ARG(r->issuer),
					  SPAN_ARG(span_sub(name, r->issuer_name.n, name.n))));
		return;
	}
	printed = text_squeeze(&d->arena, item_text(d, org));
	if (!span_starts(name, printed) || span_find(printed, SPAN("«"), 0) != SPAN_NONE ||
	    jval_str(org->norm, "canonical").n <= printed.n)
		return;
	whose = genitive(r, d, jval_str(org->norm, "canonical"));
	if (whose.n)
		jval_set_str(&d->arena, it->norm, "canonical",
			     arena_printf(&d->arena, "%.*s%.*s", SPAN_ARG(whose),
					  SPAN_ARG(span_sub(name, printed.n, name.n))));
}

/* ---- the document's own header ---- */

/* ҚАУЛЫСЫ, ТОКТОМУ: the noun of a resolution as its name has it */
static const char *own_noun(struct span word)
{
	static const struct {
		const char *stem, *noun;
	} nouns[] = { { "қаулы", "қаулысы" }, { "шешім", "шешімі" },         { "бұйры", "бұйрығы" },
		      { "қарар", "қарары" },  { "токтом", "токтому" },       { "чечим", "чечими" },
		      { "буйру", "буйругу" }, { "резолюция", "резолюциясы" } };

	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
		if (span_starts(word, span_of(nouns[i].stem)))
			return nouns[i].noun;
	return NULL;
}

static size_t block_of(const struct doc *d, size_t at)
{
	for (size_t i = 0; i < d->n_blocks; i++)
		if (d->blocks[i].start <= at && at < d->blocks[i].end)
			return i;
	return d->n_blocks;
}

static bool says_about(struct span word)
{
	static const char *const about[] = { "туралы", "жөнінде", "жөнүндө", "тууралуу" };

	for (size_t k = 0; k < sizeof about / sizeof *about; k++)
		if (span_is(word, about[k]))
			return true;
	return false;
}

/* Does a sentence begin behind word i, which a reader may have set into one paragraph with its title? */
static bool ends_title(const struct doc *d, const struct words *w, size_t i)
{
	size_t at = w->v[i].end;
	struct span rest;

	if (i + 1 == w->n)
		return true;
	rest = span_trim(doc_slice(d, at, w->v[i + 1].end));
	at = 0;
	return span_starts(rest, SPAN("«")) || (rest.n && utf8_is_upper(utf8_next(rest, &at)));
}

/* The line near the header that says what the act is about: "… шаралары туралы", "… жакшыртуу жөнүндө". */
static struct span subject_near(const struct resolver *r, struct doc *d, size_t block)
{
	for (size_t i = block + 1; i < d->n_blocks && i <= block + LINES; i++) {
		const struct block *b = &d->blocks[i];
		struct words w = resolver_words(r, b->start, b->end);

		if (b->hidden || b->mark.n || b->kind == BLOCK_ITEM)
			continue;
		for (size_t k = 1; k < w.n && k < LINE_WORDS; k++)
			if (says_about(word_text(r->fold, w.v[k])) && ends_title(d, &w, k) &&
			    span_find_char(doc_slice(d, b->start, w.v[k].end), '.', 0) == SPAN_NONE)
				return act_unquoted(text_squeeze(&d->arena, doc_slice(d, b->start, w.v[k].end)));
	}
	return (struct span){ 0 };
}

/* Who speaks: the body in the header's line, or the organ on a line around it. */
static const struct item *speaker_near(const struct resolver *r, const struct doc *d, size_t block)
{
	const struct item *org = item_index_at(&r->names, block_body(&d->blocks[block]), ITEM_ORG);

	for (size_t i = block; !org && i-- > 0 && i + LINES > block;) {
		org = act_closing_body(r, d, d->blocks[i].start, d->blocks[i].end);
		if (!org)
			org = item_index_at(&r->names, block_body(&d->blocks[i]), ITEM_ORG);
	}
	for (size_t i = block + 1;
	     i < d->n_blocks && i <= block + LINES && (!org || !span_is(jval_str(org->norm, "kind"), "organ")); i++) {
		const struct item *below = item_index_at(&r->names, block_body(&d->blocks[i]), ITEM_ORG);

		if (below && span_is(jval_str(below->norm, "kind"), "organ"))
			org = below;
	}
	return org;
}

/* V ПЛЕНУМУНУН: what stands in the header between the body and the noun, in small letters; numbers stay */
static struct span between(const struct resolver *r, struct doc *d, size_t from, size_t to)
{
	struct words w = resolver_words(r, from, to);
	struct buf out = { 0 };
	struct span done;

	for (size_t i = 0; i < w.n; i++) {
		struct span word = word_text(r->fold, w.v[i]);

		buf_putc(&out, ' ');
		buf_add(&out, word.n <= 4 ? doc_slice(d, w.v[i].start, w.v[i].end) : word);
	}
	done = arena_dup(&d->arena, buf_span(&out));
	buf_free(&out);
	return done;
}

static void name_header(struct resolver *r, struct doc *d, struct item *it)
{
	size_t block = block_of(d, it->start);
	const struct item *org;
	struct words w;
	struct span whose, subject, more = { 0 };
	const char *noun = NULL;
	size_t head;

	if (block == d->n_blocks || !span_is(jval_str(it->norm, "kind"), "resolution"))
		return;
	w = resolver_words(r, d->blocks[block].start, d->blocks[block].end);
	for (head = w.n; head-- > 0 && !noun;)
		noun = own_noun(word_text(r->fold, w.v[head]));
	org = noun ? speaker_near(r, d, block) : NULL;
	subject = org ? subject_near(r, d, block) : (struct span){ 0 };
	if (!subject.n)
		return;
	whose = genitive(r, d, jval_str(org->norm, "canonical"));
	if (org->start >= d->blocks[block].start && org->end <= d->blocks[block].end)
		more = between(r, d, org->end, w.v[head + 1].start);
	if (whose.n)
		jval_set_str(&d->arena, it->norm, "canonical",
			     arena_printf(&d->arena, "%.*s%.*s «%.*s» %s", SPAN_ARG(whose), SPAN_ARG(more),
					  SPAN_ARG(subject), noun));
}

void act_turkic_owners(struct resolver *r, struct doc *d, size_t header)
{
	struct span lang = jval_str(d->meta, "lang");

	if (!span_is(lang, "kk") && !span_is(lang, "ky"))
		return;
	for (size_t i = 0; i < d->n_items; i++) {
		struct item *it = &d->items[i];
		struct span kind = jval_str(it->norm, "kind");

		if (it->type != ITEM_LEGAL_ACT)
			continue;
		if (jval_true(it->norm, "self") && it->start == header)
			name_header(r, d, it);
		else if (span_is(kind, "charter"))
			name_charter(r, d, it);
		else if (span_is(kind, "resolution"))
			name_resolution(r, d, it);
	}
}
