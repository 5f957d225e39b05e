/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the candidates before a definition its short name stands for. */
#include "abbr_full.h"

#include "abbr_short.h"
#include "bisect.h"
#include "org_meeting.h"
#include "utf8.h"

/* профсоюз is short for профессиональный союз: heads that a short name may stand for. */
bool abbr_head_fits(const struct org_scan *s, const struct org_cand *c, long row)
{
	if (row == LEXICON_NONE || c->row == LEXICON_NONE)
		return false;
	return c->row == row || (span_is(lexicon_cell(s->heads, row, "kind"), "union") &&
				 span_is(lexicon_cell(s->heads, c->row, "kind"), "union"));
}

/* A union, federation or association; not its council. */
static bool is_union(const struct org_scan *s, const struct org_cand *c)
{
	return c->row != LEXICON_NONE && span_is(lexicon_cell(s->heads, c->row, "kind"), "union");
}

/* The first candidate that begins at or behind that token; they stand in the order of their first tokens. */
size_t abbr_cands_from(const struct org_cands *cs, size_t first)
{
	size_t lo;

	BISECT(lo, cs->n, cs->v[lo].first < first);
	return lo;
}

/*
 * The candidate that ends at this token: the longest; for a short name that is a noun (row: its head), the longest that
 * has this noun. longest: tokens from first to last of the longest candidate. "Центральный совет Профсоюза … (далее –
 * Профсоюз)" defines the union, not its council.
 */
static size_t cand_ending(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t last, long row,
			  bool union_only)
{
	size_t best = TOKEN_NONE, fitting = TOKEN_NONE;

	for (size_t i = abbr_cands_from(cs, last > longest ? last - longest : 0); i < cs->n && cs->v[i].first <= last;
	     i++) {
		const struct org_cand *c = &cs->v[i];

		/* в организациях Профсоюза … (далее – Профсоюз): whose organizations they are */
		if (c->plural && (row == LEXICON_NONE || c->row != row) && c->flags & ORG_GENERIC &&
		    !s->ts->t[c->first].cap)
			continue;
		if (c->last != last || (c->first == c->last && c->plural && !s->ts->t[c->first].cap))
			continue;
		/* IX Congress of the Confederation … (hereinafter the Confederation): who has met */
		if (c->flags & ORG_EVENT && c->head != TOKEN_NONE && org_meets(s, c->head, last))
			continue;
		if (best == TOKEN_NONE || c->first < cs->v[best].first)
			best = i;
		if ((union_only ? is_union(s, c) : abbr_head_fits(s, c, row)) &&
		    (fitting == TOKEN_NONE || c->first < cs->v[fitting].first))
			fitting = i;
	}
	/* Объединение юридических лиц «Ассоциация …» (далее – Ассоциация): the quotes hold the outer one's own name */
	if (best != TOKEN_NONE && fitting != TOKEN_NONE && cs->v[best].quote != TOKEN_NONE &&
	    cs->v[fitting].first == cs->v[best].quote + 1)
		return best;
	if (best != TOKEN_NONE && fitting != TOKEN_NONE && !cs->v[best].form && cs->v[best].known == LEXICON_NONE)
		return fitting;
	return best;
}

/* Are the letters of the word at abbr, three or more, the first letters of the words from first to last? */
static bool is_initials(const struct org_scan *s, size_t abbr, size_t first, size_t last)
{
	enum { MIN_LETTERS = 3 };
	static const char *const joints[] = { "и", "по", "of", "and", "the", "for", "та", "і", NULL };
	struct span letters = token_fold(s->ts, abbr);
	size_t at = 0;

	if (utf8_count(letters) < MIN_LETTERS)
		return false;
	for (size_t i = first; i <= last; i++) {
		struct span word = token_fold(s->ts, i);

		if (s->ts->t[i].kind != TOKEN_WORD || token_in(s->ts, i, joints))
			continue;
		while (word.p) {
			struct span part = span_cut(&word, '-');
			size_t k = 0;

			if (!part.n || at >= letters.n || utf8_next(part, &k) != utf8_next(letters, &at))
				return false;
		}
	}
	return at == letters.n;
}

/* Президиум Федерации … (ФНПР): the letters are those of the body inside the name, not of its organ. */
static size_t cand_of_letters(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t last,
			      size_t abbr)
{
	for (size_t i = abbr_cands_from(cs, last > longest ? last - longest : 0); i < cs->n && cs->v[i].first <= last;
	     i++)
		/* Ассоциация профсоюзов Курской области «Край» (АПКО): the name in quotes has no letter */
		if (cs->v[i].last == last && (is_initials(s, abbr, cs->v[i].first, last) ||
					      (cs->v[i].quote != TOKEN_NONE && cs->v[i].quote > cs->v[i].first &&
					       is_initials(s, abbr, cs->v[i].first, cs->v[i].quote - 1)) ||
					      (cs->v[i].quote != TOKEN_NONE && token_is_mark(s->ts, last, '\'') &&
					       is_initials(s, abbr, cs->v[i].quote + 1, last - 1))))
			return i;
	/* Черкаська обласна військова адміністрація (ОВА): the place before it has no letter */
	for (size_t i = abbr_cands_from(cs, last > longest ? last - longest : 0); i < cs->n && cs->v[i].first < last;
	     i++)
		if (cs->v[i].last == last && cs->v[i].head != TOKEN_NONE && cs->v[i].first + 1 < cs->v[i].head &&
		    is_initials(s, abbr, cs->v[i].first + 1, last))
			return i;
	return TOKEN_NONE;
}

size_t abbr_cand_starting(const struct org_cands *cs, size_t first)
{
	size_t best = TOKEN_NONE;

	for (size_t i = abbr_cands_from(cs, first); i < cs->n && cs->v[i].first == first; i++)
		if (best == TOKEN_NONE || cs->v[i].last > cs->v[best].last)
			best = i;
	return best;
}

/* Do the letters of the abbreviation begin words of the name, most of them? Then МКП (…) is a definition. */
bool abbr_letters_fit(const struct org_scan *s, size_t abbr, size_t first, size_t last)
{
	struct span letters = token_fold(s->ts, abbr);
	size_t at = 0, hits = 0;
	unsigned want = utf8_next(letters, &at);

	for (size_t i = first; i <= last && want; i++) {
		struct span word = s->ts->t[i].kind == TOKEN_WORD ? token_fold(s->ts, i) : (struct span){ 0 };

		while (word.p && want) {
			struct span part = span_cut(&word, '-');
			size_t k = 0;

			if (!part.n || utf8_next(part, &k) != want)
				continue;
			hits++;
			want = at < letters.n ? utf8_next(letters, &at) : 0;
		}
	}
	return hits >= 2 && hits + 1 >= utf8_count(letters);
}

/* ЦК Профспілки трудящих … (далі – ПТПУ): where the letters do not begin the outer name, a body inside it may be meant
 */
static size_t cand_of_some_letters(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t last,
				   size_t abbr)
{
	size_t at = 0;
	unsigned letter = utf8_next(token_fold(s->ts, abbr), &at);

	for (size_t i = abbr_cands_from(cs, last > longest ? last - longest : 0); i < cs->n && cs->v[i].first <= last;
	     i++) {
		if (cs->v[i].last != last)
			continue;
		at = 0;
		if (utf8_next(token_fold(s->ts, cs->v[i].first), &at) == letter &&
		    abbr_letters_fit(s, abbr, cs->v[i].first, last))
			return i;
	}
	return TOKEN_NONE;
}

/* Executive Committee of the … Union (SINDLEX): letters that are not the organ's are those of the union that it is of
 */
static size_t union_inside(const struct org_scan *s, const struct org_cands *cs, size_t cand, size_t abbr)
{
	const struct org_cand *out = &cs->v[cand];

	/* Всеєвропейської регіональної ради … (ПЕРК): known by its name, whatever its letters begin */
	if (out->known != LEXICON_NONE ||
	    !(out->flags & ORG_ORGAN ||
	      (out->row != LEXICON_NONE && span_is(lexicon_cell(s->heads, out->row, "kind"), "organ"))) ||
	    abbr_letters_fit(s, abbr, out->first, out->last))
		return cand;
	for (size_t i = abbr_cands_from(cs, out->first + 1); i < cs->n && cs->v[i].first <= out->last; i++)
		if (cs->v[i].last == out->last && is_union(s, &cs->v[i]))
			return i;
	return cand;
}

/* Совет Межпарламентской Ассамблеи … (МПА СНГ): letters that begin otherwise than the name are those of the body inside
 */
static size_t inside_of_letters(const struct org_scan *s, const struct org_cands *cs, size_t cand, size_t abbr)
{
	const struct org_cand *out = &cs->v[cand];
	struct span letters = token_fold(s->ts, abbr);
	size_t a = 0, b = 0;
	unsigned letter = utf8_next(letters, &a);

	if (utf8_next(token_fold(s->ts, out->first), &b) == letter)
		return cand;
	for (size_t i = abbr_cands_from(cs, out->first + 1); i < cs->n && cs->v[i].first <= out->last; i++) {
		b = 0;
		if (cs->v[i].last == out->last && utf8_next(token_fold(s->ts, cs->v[i].first), &b) == letter)
			return i;
	}
	return cand;
}

/* … комиссии комиссией (далее – КРК): letters that are not those of the name before them, but of one shortly before */
static size_t cand_of_letters_before(const struct org_scan *s, const struct org_cands *cs, size_t last, size_t abbr)
{
	enum { NEAR = 60 };
	size_t best = TOKEN_NONE;

	for (size_t i = abbr_cands_from(cs, last > NEAR ? last - NEAR : 0); i < cs->n && cs->v[i].first <= last; i++)
		if (cs->v[i].last <= last && is_initials(s, abbr, cs->v[i].first, cs->v[i].last))
			best = i;
	return best;
}

/* The candidate that ends at last and has that short name behind it; TOKEN_NONE: there is none. */
static size_t cand_of_short(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t last,
			    const struct abbr_def *def)
{
	bool letters = def->caps && def->short_first == def->short_last;
	size_t cand = letters ? cand_of_letters(s, cs, longest, last, def->short_first) : TOKEN_NONE;

	if (cand == TOKEN_NONE && letters)
		cand = cand_of_some_letters(s, cs, longest, last, def->short_first);
	if (cand == TOKEN_NONE && letters)
		cand = cand_of_letters_before(s, cs, last, def->short_first);
	if (cand == TOKEN_NONE)
		cand = cand_ending(s, cs, longest, last, abbr_short_row(s, def),
				   def->short_first == def->short_last && abbr_is_compound(s, def->short_first));
	if (cand != TOKEN_NONE && def->caps && !letters)
		cand = inside_of_letters(s, cs, cand, def->short_first);
	return cand != TOKEN_NONE && letters ? union_inside(s, cs, cand, def->short_first) : cand;
}

/*
 * АО «…» в лице директора … (далее – Работодатель): the role of a party tells nothing of its noun; it is the company or
 * the institution named nearest before token i.
 */
static size_t party_before(const struct org_scan *s, const struct org_cands *cs, size_t i, size_t role)
{
	enum { NEAR = 40 };
	size_t best = TOKEN_NONE;

	if (!token_says(s->ts, role, WORDS_PARTY_ROLE))
		return best;
	for (size_t k = abbr_cands_from(cs, i > NEAR ? i - NEAR : 0); k < cs->n && cs->v[k].first < i; k++) {
		const struct org_cand *c = &cs->v[k];

		if (c->last < i && tokens_same_block(s->ts, c->first, i) && (c->form || c->quote != TOKEN_NONE) &&
		    !is_union(s, c) && !(c->flags & ORG_ORGAN) &&
		    (best == TOKEN_NONE || c->first > cs->v[best].last || c->last > cs->v[best].last))
			best = k;
	}
	return best;
}

/* Союз «…» в лице председателя …, именуемый далее Союз: the nearest candidate before whose noun the short name has */
static size_t cand_before(const struct org_scan *s, const struct org_cands *cs, size_t i, long row)
{
	enum { NEAR = 40 };
	size_t best = TOKEN_NONE;

	for (size_t k = abbr_cands_from(cs, i > NEAR ? i - NEAR : 0); k < cs->n && cs->v[k].first < i; k++)
		if (cs->v[k].last < i && tokens_same_block(s->ts, cs->v[k].first, i) &&
		    cs->v[k].last > cs->v[k].first && abbr_head_fits(s, &cs->v[k], row) &&
		    (best == TOKEN_NONE || cs->v[k].first > cs->v[best].last || cs->v[k].last > cs->v[best].last))
			best = k;
	return best;
}

/* The longest candidate that ends at this token, and is more than a noun. */
static size_t whole_ending(const struct org_cands *cs, size_t longest, size_t last)
{
	for (size_t i = abbr_cands_from(cs, last > longest ? last - longest : 0); i < cs->n && cs->v[i].first <= last;
	     i++)
		if (cs->v[i].last == last && cs->v[i].first < last)
			return i;
	return TOKEN_NONE;
}

/* в лице */
static bool is_represented(const struct org_scan *s, size_t i)
{
	static const char *const in[] = { "в", "у", NULL };
	static const char *const person[] = { "лице", "особі", "асобе", NULL };

	return token_in(s->ts, i, in) && tokens_same_block(s->ts, i, i + 1) && token_in(s->ts, i + 1, person);
}

/* Does a clause about the body before it begin at i: в лице председателя …, представляющая интересы …? */
static bool begins_clause(const struct org_scan *s, size_t i)
{
	static const char *const which[] = { "который", "которая", "которое", "який", "яка", "яке", NULL };

	return is_represented(s, i) ||
	       (i > 0 && token_is_mark(s->ts, i - 1, ',') && token_is_word(s->ts, i) && !s->ts->t[i].cap &&
		(token_parse(s->ts, i, M_PARTICIPLE | M_NOM, 0) || token_in(s->ts, i, which)));
}

/* The body before the clause that begins at i. */
static size_t cand_of_clause(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i)
{
	enum { BRACKET = 12 };
	size_t at = i - 1;

	if (i < 2)
		return TOKEN_NONE;
	/* университет «…» (ФГБОУ ВО «…») в лице: a bracket between them */
	if (token_is_mark(s->ts, at, ')')) {
		while (at > 1 && !token_is_mark(s->ts, at, '(') && i - at < BRACKET)
			at--;
		at -= token_is_mark(s->ts, at, '(');
	}
	return whole_ending(cs, longest, token_is_mark(s->ts, at, ',') ? at - 1 : at);
}

/*
 * Организация …, представляющая интересы членов профсоюза (далее – Профсоюз): what stands before the bracket or comma
 * behind token end is a clause about the body that stands before the clause.
 */
static size_t cand_before_clause(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t end)
{
	enum { NEAR = 60 };

	for (size_t i = end; i > 1 && end - i < NEAR && tokens_same_block(s->ts, i - 2, end); i--) {
		size_t cand = begins_clause(s, i) ? cand_of_clause(s, cs, longest, i) : TOKEN_NONE;

		if (cand != TOKEN_NONE)
			return cand;
	}
	return TOKEN_NONE;
}

/* Комитет … в лице председателя первичной организации (далее – Профсоюз): whose chair somebody has; the body before */
static size_t cand_represented(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t cand)
{
	enum { NEAR = 8 };
	static const char *const joints[] = { "и", "і", "та", "and", NULL };
	size_t first = cs->v[cand].first, body;

	/* в лице директора Ивановой Л. П. и организация …: the other party */
	if (first > 0 && token_in(s->ts, first - 1, joints))
		return cand;

	for (size_t i = first; i > 1 && first - i < NEAR && tokens_same_block(s->ts, i - 1, first); i--) {
		if (is_represented(s, i - 1)) {
			body = cand_of_clause(s, cs, longest, i - 1);
			/* республиканские объединения профсоюзов в лице Федерации … (далее – Профсоюзы): they are one
			 */
			if (body != TOKEN_NONE && cs->v[body].plural && !s->ts->t[cs->v[body].first].cap &&
			    is_union(s, &cs->v[cand]) && cs->v[cand].last > cs->v[cand].first)
				return cand;
			return body != TOKEN_NONE ? body : cand;
		}
		if (!token_is_word(s->ts, i - 1))
			break;
	}
	return cand;
}

/* членов профсоюза, подведомственных управлению: a noun alone, which a definition would not say in full */
static bool is_aside(const struct org_scan *s, const struct org_cand *c)
{
	return c->first == c->last && !c->form && c->known == LEXICON_NONE && c->row != LEXICON_NONE &&
	       !s->ts->t[c->first].caps;
}

/* Bus Drivers, Local 12, AFL-CIO (hereinafter the "Union"): the branch, not the centre whose letters end at token end
 */
static size_t branch_before(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t end)
{
	size_t last = end >= 2 ? end - 2 : 0;

	if (end < 2 || !s->ts->t[end].latin || !s->ts->t[end].caps || !token_is_mark(s->ts, end - 1, ','))
		return TOKEN_NONE;
	for (size_t i = abbr_cands_from(cs, last > longest ? last - longest : 0); i < cs->n && cs->v[i].first <= last;
	     i++)
		if (cs->v[i].last == last && cs->v[i].numbered && is_union(s, &cs->v[i]))
			return i;
	return TOKEN_NONE;
}

/* Does the paper say at its beginning that it is an agreement? */
static bool is_agreement(const struct org_scan *s)
{
	enum { TITLE_BYTES = 600 };
	static const char *const stems[] = { "соглашен", "договор", "меморандум" };
	struct span head = span_sub(s->ts->fold, 0, TITLE_BYTES);
	bool is = false;

	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		is |= span_find(head, span_of(stems[i]), 0) != SPAN_NONE;
	return is;
}

/*
 * Гомельская областная организация Белорусского профсоюза … (далее – Профсоюз): the union, but in an agreement its
 * organization, which is a party
 */
static size_t union_of_branch(const struct org_scan *s, const struct org_cands *cs, size_t cand,
			      const struct abbr_def *def)
{
	long row = abbr_short_row(s, def);
	const struct org_cand *c = &cs->v[cand];
	size_t of;

	if (def->caps || def->short_first != def->short_last || row == LEXICON_NONE || c->row == row ||
	    c->head == TOKEN_NONE || !token_says(s->ts, c->head, WORDS_ORGANIZATIONS) || is_agreement(s))
		return cand;
	of = abbr_full_of_noun(s, cs, cand, row);
	return of != TOKEN_NONE && (cs->v[of].row == row || token_parse(s->ts, cs->v[of].head - 1, M_ADJ, 0)) ? of
													      : cand;
}

/*
 * республиканские объединения нанимателей – Союз «…», Ассоциация … (далее – Наниматели): a short name of many stands
 * for all of those that end with its noun; TOKEN_NONE: none are named so.
 */
static size_t cand_of_many(const struct org_scan *s, const struct org_cands *cs, size_t end, const struct abbr_def *def)
{
	enum { NEAR = 60, STEM_BYTES = 12 };
	size_t best = TOKEN_NONE;
	struct span word = token_fold(s->ts, def->short_first);

	if (def->caps || def->short_first != def->short_last || word.n < STEM_BYTES + 2 ||
	    token_info(s->ts, def->short_first)->head != LEXICON_NONE ||
	    !token_parse(s->ts, def->short_first, M_NOUN | M_PLUR | M_NOM, 0))
		return best;
	for (size_t i = abbr_cands_from(cs, end > NEAR ? end - NEAR : 0); i < cs->n && cs->v[i].first < end; i++)
		if (cs->v[i].plural && cs->v[i].last <= end && cs->v[i].last > cs->v[i].first &&
		    tokens_same_block(s->ts, cs->v[i].first, end) &&
		    span_starts(token_fold(s->ts, cs->v[i].last), span_sub(word, 0, word.n - 2)))
			best = i;
	return best;
}

size_t abbr_full_in_bracket(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t end,
			    const struct abbr_def *def)
{
	size_t cand = cand_of_many(s, cs, end, def), outer;

	if (cand != TOKEN_NONE)
		return cand;
	cand = branch_before(s, cs, longest, end);
	if (cand == TOKEN_NONE)
		cand = cand_of_short(s, cs, longest, end, def);
	if (cand != TOKEN_NONE && !is_aside(s, &cs->v[cand]))
		return def->caps ? cand : union_of_branch(s, cs, cand_represented(s, cs, longest, cand), def);
	outer = cand_before_clause(s, cs, longest, end);
	if (outer == TOKEN_NONE)
		outer = party_before(s, cs, end + 1, def->short_first);
	return outer != TOKEN_NONE ? outer : cand;
}

size_t abbr_full_behind_comma(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t end,
			      const struct abbr_def *def)
{
	long row = abbr_short_row(s, def);
	size_t cand = cand_ending(s, cs, longest, end, row, false);

	cand = cand == TOKEN_NONE ? cand_before_clause(s, cs, longest, end) : cand_represented(s, cs, longest, cand);
	if (cand == TOKEN_NONE)
		cand = cand_before(s, cs, end + 2, row);
	return cand != TOKEN_NONE ? cand : party_before(s, cs, end + 2, def->short_last);
}

/* Техническая инспекция труда Ассоциации … (далее соответственно – ТИТ, А): the body before i that has those letters */
static size_t cand_with_letters(const struct org_scan *s, const struct org_cands *cs, size_t i, size_t abbr)
{
	enum { NEAR = 60 };
	size_t fits = TOKEN_NONE;

	for (size_t k = abbr_cands_from(cs, i > NEAR ? i - NEAR : 0); k < cs->n && cs->v[k].first < i; k++) {
		const struct org_cand *c = &cs->v[k];
		size_t at = 0, with = 0;

		if (c->last >= i || c->last == c->first || !tokens_same_block(s->ts, c->first, i))
			continue;
		if (is_initials(s, abbr, c->first, c->last) ||
		    (c->quote != TOKEN_NONE && c->quote > c->first && is_initials(s, abbr, c->first, c->quote - 1)))
			return k;
		if (utf8_next(token_fold(s->ts, c->first), &at) == utf8_next(token_fold(s->ts, abbr), &with) &&
		    abbr_letters_fit(s, abbr, c->first, c->last))
			fits = k;
	}
	return fits;
}

size_t abbr_full_before(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i,
			const struct abbr_def *def)
{
	size_t cand = def->caps ? cand_with_letters(s, cs, i, def->short_first)
				: cand_before(s, cs, i, abbr_short_row(s, def));

	/* обком of the областной комитет … that ends at the bracket */
	if (cand == TOKEN_NONE && abbr_is_small_compound(s, def->short_first))
		cand = cand_ending(s, cs, longest, i - 1, LEXICON_NONE, false);
	return cand != TOKEN_NONE ? cand : party_before(s, cs, i, def->short_first);
}

size_t abbr_full_of_noun(const struct org_scan *s, const struct org_cands *cs, size_t outer, long row)
{
	const struct org_cand *out = &cs->v[outer];

	for (size_t i = abbr_cands_from(cs, out->first + 1); i < cs->n && cs->v[i].first <= out->last; i++)
		if (cs->v[i].last == out->last && is_union(s, &cs->v[i]) && abbr_head_fits(s, &cs->v[i], row) &&
		    cs->v[i].first < out->last)
			return i;
	return TOKEN_NONE;
}
