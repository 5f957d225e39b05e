/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the head of a paper says beside its kind: a memorandum may be no agreement, a registrar issues nothing. */
#include "doc_paper.h"

bool doc_is_registrar(const struct resolver *r, const struct doc *d, const struct item *it)
{
	static const char *const stems[] = { "зарегистр", "зареєстр", "зарэгістр", "регистрационн" };
	struct words w = resolver_words(r, block_body(&d->blocks[it->block]), it->start);

	for (size_t i = 0; w.n && i < sizeof stems / sizeof *stems; i++)
		if (span_starts(word_text(r->fold, w.v[0]), span_of(stems[i])))
			return true;
	return false;
}

bool doc_is_position(const struct resolver *r, const struct doc *d, size_t head, struct span kind, struct span title)
{
	static const char *const about[] = { "относительно ", "по проекту ", "по вопрос", "о проекте ",
					     "в связи с ",    "щодо ",       "адносна " };
	struct words w = resolver_words(r, block_body(&d->blocks[head]), d->blocks[head].end);

	if (!span_is(kind, "agreement") || !w.n || !span_starts(word_text(r->fold, w.v[0]), SPAN("меморандум")) ||
	    span_find(title, SPAN(" между "), 0) != SPAN_NONE || span_find(title, SPAN(" між "), 0) != SPAN_NONE)
		return false;
	for (size_t i = 0; i < sizeof about / sizeof *about; i++)
		if (span_find(title, span_of(about[i]), 0) != SPAN_NONE)
			return true;
	return false;
}

bool doc_is_section(const struct doc *d, size_t head, struct span title)
{
	size_t i = head + 1;

	while (i < d->n_blocks && d->blocks[i].kind != BLOCK_TITLE)
		i++;
	if (!title.n || i >= d->n_blocks || !span_eq(doc_slice(d, block_body(&d->blocks[i]), d->blocks[i].end), title))
		return false;
	while (++i < d->n_blocks)
		if (d->blocks[i].kind == BLOCK_HEADING)
			return true;
	return false;
}

bool doc_is_motto(const struct doc *d, const struct item *it)
{
	return span_ends(span_sub(d->text, 0, it->start), SPAN("«")) &&
	       span_starts(span_sub(d->text, it->end, d->text.n), SPAN("»"));
}

bool doc_is_means(struct span word)
{
	static const char *const endings[] = { "мен", "бен", "пен", "менен" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (span_ends(word, span_of(endings[i])))
			return true;
	return false;
}

bool doc_in_bracket(const struct doc *d, const struct block *b, struct word w)
{
	struct span before = doc_slice(d, b->start, w.start);
	size_t open = before.n;

	while (open > 0 && before.p[open - 1] != '(' && before.p[open - 1] != ')')
		open--;
	return open > 0 && before.p[open - 1] == '(';
}
