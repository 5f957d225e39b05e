/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inspectorates of several kinds that share a noun: each adjective is in the singular, so that none agrees with the
 * noun. Other organs are not taken apart: in papers that nobody tuned to that named more wrong bodies than right ones.
 */
#include "org_kinds.h"

#include "canonical.h"
#include "org_body.h"

/* Cases in which the word is an adjective in the singular of a gender that the noun may have; 0: it is none. */
static unsigned cases_of(const struct org_names *n, size_t i, unsigned gender)
{
	const struct org_scan *s = n->scan;
	const struct token_info *info;
	unsigned cases = 0;

	if (!token_is_word(s->ts, i) || s->ts->t[i].loud || (s->barrier && s->barrier[i]))
		return 0;
	info = token_info(s->ts, i);
	for (size_t k = 0; k < info->n; k++)
		if (info->parse[k].tags & M_ADJ && info->parse[k].tags & M_SING && info->parse[k].tags & gender &&
		    !(info->parse[k].tags & (M_PRON | M_PARTICIPLE)))
			cases |= info->parse[k].tags & M_CASES;
	return cases;
}

/* The noun as one of many; *gender is its own. */
static const struct morph_parse *many(const struct org_scan *s, const struct org_cand *c, unsigned *gender)
{
	static const struct {
		const char *letter;
		unsigned gender;
	} genders[] = { { "m", M_MASC }, { "f", M_FEM }, { "n", M_NEUT } };
	const struct morph_parse *p = token_parse(s->ts, c->head, M_NOUN | M_PLUR, 0);

	*gender = p ? p->tags & M_GENDERS : 0;
	for (size_t k = 0; k < sizeof genders / sizeof *genders; k++)
		if (span_is(lexicon_cell(s->heads, c->row, "gender"), genders[k].letter))
			*gender = genders[k].gender;
	return p;
}

static bool is_joint(const struct tokens *ts, size_t i)
{
	static const char *const and[] = { "и", "і", "та", "ды", NULL };

	return token_is_mark(ts, i, ',') || token_in(ts, i, and);
}

/* инспекции труда: unions and states have them, in any letters */
static bool is_inspectorate(const struct org_scan *s, const struct org_cand *c)
{
	static const char *const labour[] = { "труда", "праці", "працы", NULL };

	return c->last > c->head && token_in(s->ts, c->head + 1, labour) &&
	       (span_starts(token_fold(s->ts, c->head), SPAN("инспекц")) ||
		span_starts(token_fold(s->ts, c->head), SPAN("інспекц")));
}

/* The adjectives before the noun, from the last to the first, joined by "and" and commas, in a case they all have. */
static size_t adjectives(const struct org_names *n, const struct org_cand *c, unsigned in_cases, unsigned gender,
			 size_t *v)
{
	const struct tokens *ts = n->scan->ts;
	size_t at = c->head, found = 0;

	while (at > 0 && found < ORG_KINDS_MAX && tokens_same_block(ts, at - 1, c->head)) {
		unsigned cases = cases_of(n, at - 1, gender) & in_cases;

		if (!cases)
			break;
		in_cases = cases;
		v[found++] = at - 1;
		if (at < 2 || !is_joint(ts, at - 2))
			break;
		at -= 2;
	}
	return found;
}

static struct span name_of(const struct org_scan *s, const struct org_cand *c, size_t adjective,
			   const struct morph_parse *noun, unsigned gender)
{
	struct buf out = { 0 };
	struct span name;

	canonical_word(s->ts, s->text, adjective, token_parse(s->ts, adjective, M_ADJ | M_SING | gender, 0),
		       M_NOM | M_SING | gender, &out);
	buf_putc(&out, ' ');
	canonical_word(s->ts, s->text, c->head, noun, M_NOM | M_SING | gender, &out);
	if (c->last > c->head) {
		struct span tail = text_squeeze(s->ts->arena,
						span_sub(s->text, s->ts->t[c->head + 1].start, s->ts->t[c->last].end));

		buf_putc(&out, ' ');
		buf_add(&out, tail);
	}
	name = canonical_capital(s->ts->arena, buf_span(&out));
	buf_free(&out);
	return name;
}

size_t org_kinds_of(const struct org_names *n, const struct org_cand *c, struct org_kind *v)
{
	const struct org_scan *s = n->scan;
	const struct morph_parse *noun;
	size_t adjective[ORG_KINDS_MAX], count;
	unsigned gender;

	if (c->head == TOKEN_NONE || c->head < 3 || c->form || c->first != c->head || !is_inspectorate(s, c) ||
	    !token_is_word(s->ts, c->head - 1) || !is_joint(s->ts, c->head - 2))
		return 0;
	noun = many(s, c, &gender);
	if (!noun || !gender || gender & (gender - 1))
		return 0;
	count = adjectives(n, c, token_info(s->ts, c->head)->tags & M_CASES, gender, adjective);
	/* in small letters they are any inspections */
	if (count < 2 || !s->ts->t[adjective[count - 1]].cap)
		return 0;
	for (size_t k = 0; k < count; k++) {
		size_t first = adjective[count - 1 - k];

		v[k] = (struct org_kind){ first, k + 1 == count ? c->last : first, name_of(s, c, first, noun, gender) };
	}
	return count;
}
