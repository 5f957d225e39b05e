/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One name a body: what a text declines is brought back to the form under which a researcher looks it up. */
#include "canonical.h"

#include "slavic.h"
#include "utf8.h"

/* Ukrainian and Belarusian: a head noun's base form stands in the lexicon, adjectives change their ending. */
static void guessed_word(struct tokens *ts, struct span printed, size_t i, const struct morph_parse *p, unsigned want,
			 struct buf *out)
{
	const struct token_info *info = token_info(ts, i);
	struct span names = lexicon_cell(ts->heads, info->head, "lemma");

	if (info->head != LEXICON_NONE && !(want & M_PLUR)) {
		struct span lemma = span_trim(span_cut(&names, '|'));
		size_t at = 0;
		unsigned c = utf8_next(lemma, &at);

		buf_put_utf8(out, ts->t[i].cap ? utf8_upper(c) : c);
		buf_add(out, span_sub(lemma, at, lemma.n));
		return;
	}
	if (info->head != LEXICON_NONE)
		buf_add(out, printed);
	else
		slavic_nominative(info->lang == LANG_UK ? SLAVIC_UK : SLAVIC_BE, printed, p, want, out);
}

/* санатории-профилактории: the dictionary undoes the last part only; the first stands in the same case */
static void inflect_lead(const struct tokens *ts, struct span word, const struct morph_parse *p, unsigned want,
			 struct buf *form)
{
	struct morph_parse parse[MORPH_MAX];
	struct span lead = span_sub(word, 0, p->lead_bytes ? p->lead_bytes - 1u : 0);
	struct buf out = { 0 };
	size_t n;

	if (lead.n < 4 || word.p[lead.n] != '-' || form->n <= p->lead_bytes)
		return;
	n = morph_parses(ts->morph, lead, parse);
	for (size_t i = 0; i < n; i++) {
		if (!(parse[i].tags & M_NOUN) || !(parse[i].tags & p->tags & M_CASES) ||
		    !(parse[i].tags & p->tags & M_NUMBERS) || parse[i].tags & M_PREDICTED ||
		    !morph_inflect(ts->morph, lead, &parse[i], want & (M_CASES | M_NUMBERS), &out))
			continue;
		buf_add(&out, span_sub(buf_span(form), lead.n, form->n));
		buf_reset(form);
		buf_add(form, buf_span(&out));
		break;
	}
	buf_free(&out);
}

/* Терком, which the dictionary does not know and would take for the instrumental of "терк", is a noun of the lexicon.
 */
static bool is_head_in_nominative(struct tokens *ts, size_t i, const struct morph_parse *p, unsigned want)
{
	const struct token_info *info = token_info(ts, i);
	struct span names =
		info->head == LEXICON_NONE ? span_make(NULL, 0) : lexicon_cell(ts->heads, info->head, "lemma");

	return p->tags & M_PREDICTED && !(want & M_PLUR) &&
	       span_eq(span_trim(span_cut(&names, '|')), token_fold(ts, i));
}

void canonical_word(struct tokens *ts, struct span text, size_t i, const struct morph_parse *p, unsigned want,
		    struct buf *out)
{
	struct span folded = token_fold(ts, i), printed = span_sub(text, ts->t[i].start, ts->t[i].end);
	struct buf form = { 0 };
	size_t same = 0;

	if (p && p->paradigm == SLAVIC_GUESS) {
		guessed_word(ts, printed, i, p, want, out);
		return;
	}
	if (!p || is_head_in_nominative(ts, i, p, want) || !morph_inflect(ts->morph, folded, p, want, &form)) {
		buf_add(out, printed);
		buf_free(&form);
		return;
	}
	inflect_lead(ts, folded, p, want, &form);
	while (same < form.n && same < folded.n && form.p[same] == folded.p[same])
		same++;
	while (same > 0 && same < form.n && ((unsigned char)form.p[same] & 0xc0) == 0x80)
		same--;
	buf_add(out, span_sub(printed, 0, same));
	if (ts->t[i].caps && !ts->t[i].loud) {
		/* МИНИСТЕРСТВОМ inside a sentence: the ending in capitals as well */
		for (size_t at = same; at < form.n;)
			buf_put_utf8(out, utf8_upper(utf8_next(buf_span(&form), &at)));
	} else {
		buf_add(out, span_sub(buf_span(&form), same, form.n));
	}
	buf_free(&form);
}

/* ---- spacing ---- */

static bool space_before(const struct tokens *ts, size_t i, size_t first)
{
	const struct token *t = &ts->t[i];

	if (i == first)
		return false;
	if (t->kind == TOKEN_MARK &&
	    (t->mark == ',' || t->mark == '.' || t->mark == '\'' || t->mark == ')' || t->mark == ';'))
		return false;
	if (token_is_mark(ts, i - 1, '"') || token_is_mark(ts, i - 1, '('))
		return false;
	return !t->glued || token_is_mark(ts, i - 1, ',');
}

static void add_loud(struct span word, bool capital, struct buf *out)
{
	for (size_t at = 0; at < word.n;) {
		unsigned c = utf8_next(word, &at);

		buf_put_utf8(out, capital ? utf8_upper(c) : utf8_lower(c));
		capital = false;
	}
}

/* … ПРОФСОЮЗОВ (ФТП): alone in a bracket and no word */
static bool is_bracketed_letters(const struct org_scan *s, size_t i)
{
	enum { LETTERS = 7 };
	const struct token_info *info = token_info(s->ts, i);

	if (i == 0 || !token_is_mark(s->ts, i - 1, '(') || !token_is_mark(s->ts, i + 1, ')') ||
	    utf8_count(token_fold(s->ts, i)) > LETTERS)
		return false;
	for (size_t k = 0; k < info->n; k++)
		if (!(info->parse[k].tags & M_PREDICTED) && info->parse[k].paradigm != SLAVIC_GUESS)
			return false;
	return true;
}

/* РОССИЙСКОЙ ФЕДЕРАЦИИ: the second word of a country */
static bool is_federation_of_place(const struct org_scan *s, size_t i)
{
	size_t last;

	return i > 0 && span_starts(token_fold(s->ts, i), SPAN("федерац")) && s->places &&
	       gazetteer_at(s->places, s->ts, i - 1, &last) != LEXICON_NONE && last == i;
}

/* In a heading of capitals: names keep a capital, short words without vowels stay abbreviations. */
static void add_printed(const struct org_scan *s, size_t i, struct span printed, struct buf *out)
{
	enum { WORD = 5 };
	static const char *const joints[] = { "и", "і", "й", "в", "с", "у", "з", NULL };
	static const char *const english_joints[] = { "of", "and", "for", "the", "on", "in", "to", NULL };
	const struct token *t = &s->ts->t[i];
	size_t last;

	/* СОВЕТ, ПЛЕНУМ alone in a line, which is too short for a heading */
	if (t->kind == TOKEN_WORD && t->caps && !t->loud && t->lang == LANG_RU &&
	    utf8_count(token_fold(s->ts, i)) >= WORD && token_info(s->ts, i)->head != LEXICON_NONE &&
	    token_parse(s->ts, i, M_NOUN | M_NOM | M_SING, 0) && (i == 0 || s->ts->t[i - 1].block != t->block) &&
	    (i + 1 == s->ts->n || s->ts->t[i + 1].block != t->block)) {
		add_loud(printed, true, out);
		return;
	}
	if (t->kind == TOKEN_MARK) {
		if (t->mark == '"')
			buf_puts(out, "«");
		else if (t->mark == '\'')
			buf_puts(out, "»");
		else
			buf_add(out, printed);
		return;
	}
	/* TRADE UNION OF BAKERS: English names have capitals, but for their small words */
	if (t->loud && t->caps && t->latin && (token_in(s->ts, i, english_joints) || t->end - t->start > 3)) {
		add_loud(printed, !token_in(s->ts, i, english_joints), out);
		return;
	}
	/* РАБОТНИКОВ ЛЕСА И САДА */
	if (t->loud && token_in(s->ts, i, joints) && !token_is_mark(s->ts, i + 1, '.')) {
		add_loud(printed, false, out);
		return;
	}
	if (!t->loud || !t->caps || t->end - t->start <= 2 || is_bracketed_letters(s, i) ||
	    (t->info && t->info->n && t->info->tags & M_FIXED && utf8_count(printed) < 6)) {
		buf_add(out, printed);
		return;
	}
	add_loud(printed,
		 (i > 0 && token_is_mark(s->ts, i - 1, '"')) || is_federation_of_place(s, i) ||
			 (token_parse(s->ts, i, M_GEOX, 0) && !token_parse(s->ts, i, M_ADJ, 0)) ||
			 (s->places && gazetteer_at(s->places, s->ts, i, &last) != LEXICON_NONE),
		 out);
}

/* ---- the name ---- */

/* An adjective of the head, and not of a noun inserted between them (… и Ленинградской области общественная …). */
static const struct morph_parse *head_adjective(const struct org_scan *s, const struct org_cand *c, size_t i)
{
	const struct token_info *info;
	const struct morph_parse *p = NULL;

	if (!c->parse || i >= c->head || !token_is_word(s->ts, i))
		return NULL;
	info = token_info(s->ts, i);
	for (size_t k = 0; k < info->n && !p; k++)
		if (org_is_adjective(s, i, &info->parse[k]) && !(info->parse[k].tags & M_LOC) &&
		    org_agrees(info->parse[k].tags, c->parse->tags))
			p = &info->parse[k];
	for (size_t k = 0; k < info->n && !p; k++)
		if (org_is_adjective(s, i, &info->parse[k]) && org_agrees(info->parse[k].tags, c->parse->tags))
			p = &info->parse[k];
	if (p && i + 1 < c->head && token_is_word(s->ts, i + 1)) {
		const struct token_info *next = token_info(s->ts, i + 1);

		for (size_t k = 0; k < next->n && !(next->tags & (M_ADJ | M_PREP | M_CONJ)); k++)
			if (next->parse[k].tags & M_NOUN && org_agrees(p->tags, next->parse[k].tags))
				return NULL;
	}
	return p;
}

static const struct canonical_change *change_at(const struct canonical_change *v, size_t n, size_t i)
{
	for (size_t k = 0; k < n; k++)
		if (v[k].first == i)
			return &v[k];
	return NULL;
}

/* Kazakh and Kyrgyz: the base form of the last noun stands in the lexicon. */
static void base_form(struct tokens *ts, size_t i, struct buf *out)
{
	struct span names = lexicon_cell(ts->heads, token_info(ts, i)->head, "lemma");
	struct span lemma = span_trim(span_cut(&names, '|'));
	size_t at = 0;
	unsigned c = utf8_next(lemma, &at);

	buf_put_utf8(out, ts->t[i].cap ? utf8_upper(c) : c);
	buf_add(out, span_sub(lemma, at, lemma.n));
}

static void add_token(const struct org_scan *s, const struct org_cand *c, size_t i, struct span text, struct buf *out)
{
	unsigned tags = c->parse ? c->parse->tags : 0;
	unsigned want = M_NOM | (tags & M_NUMBERS) | (tags & M_PLUR ? 0 : tags & M_GENDERS);
	const struct morph_parse *p = i == c->head ? c->parse : head_adjective(s, c, i);
	struct buf word = { 0 };

	if (i == c->head && c->flags & ORG_FINAL && s->ts->t[i].lang == LANG_TURKIC)
		base_form(s->ts, i, &word);
	else if (s->ts->t[i].lang == LANG_TURKIC && c->form && i == c->last && token_letters(s->ts, i).n)
		buf_add(&word, token_letters(s->ts, i));
	else if (p)
		canonical_word(s->ts, text, i, p, want, &word);
	else
		buf_add(&word, span_sub(text, s->ts->t[i].start, s->ts->t[i].end));
	add_printed(s, i, buf_span(&word), out);
	buf_free(&word);
}

struct span canonical_capital(struct arena *a, struct span s)
{
	struct buf b = { 0 };
	struct span out;
	size_t at = 0;
	unsigned c = utf8_next(s, &at);

	buf_put_utf8(&b, utf8_upper(c));
	buf_add(&b, span_sub(s, at, s.n));
	out = arena_dup(a, buf_span(&b));
	buf_free(&b);
	return out;
}

struct span canonical_name(const struct org_scan *s, const struct org_cand *c, const struct canonical_change *changes,
			   size_t n_changes)
{
	struct span text = { s->text.p, s->text.n };
	struct buf out = { 0 };
	struct span name;

	for (size_t i = c->first; i <= c->last; i++) {
		const struct canonical_change *change = change_at(changes, n_changes, i);

		if (space_before(s->ts, i, c->first) && !(change && !change->text.n))
			buf_putc(&out, ' ');
		if (change) {
			buf_add(&out, change->text);
			i = change->last;
			continue;
		}
		add_token(s, c, i, text, &out);
	}
	if (s->ts->t[c->first].lang == LANG_BE) {
		struct buf spelled = { 0 };

		slavic_short_u(buf_span(&out), &spelled);
		buf_free(&out);
		out = spelled;
	}
	name = canonical_capital(s->ts->arena, buf_span(&out));
	buf_free(&out);
	return name;
}

struct span canonical_text(const struct org_scan *s, size_t first, size_t last)
{
	struct org_cand c = { .first = first, .last = last, .head = TOKEN_NONE };

	return canonical_name(s, &c, NULL, 0);
}

struct span canonical_key(struct arena *a, struct span name)
{
	static const struct {
		const char *from, *to;
	} unions[] = {
		{ "профессиональный союз", "профсоюз" },     { "профессионального союза", "профсоюза" },
		{ "профессиональных союзов", "профсоюзов" }, { "професійна спілка", "профспілка" },
		{ "професійної спілки", "профспілки" },      { "професійних спілок", "профспілок" },
		{ "прафесійны саюз", "прафсаюз" },           { "прафесійнага саюза", "прафсаюза" },
		{ "прафесіянальны саюз", "прафсаюз" },       { "прафесіянальнага саюза", "прафсаюза" },
		{ "прафесійных саюзаў", "прафсаюзаў" },
	};
	static const struct span begins[] = { { "професі", 14 }, { "професс", 14 }, { "прафес", 12 } };
	char *key = arena_alloc(a, name.n + 1);
	size_t n = 0;
	bool gap = false, may_be = false;

	utf8_fold(name, key);
	for (size_t at = 0; at < name.n;) {
		size_t from = at;
		unsigned c = utf8_next(span_make(key, name.n), &at);

		if (!utf8_is_word(c)) {
			gap = n > 0;
			continue;
		}
		if (gap)
			key[n++] = ' ';
		gap = false;
		memmove(key + n, key + from, at - from);
		n += at - from;
	}
	key[n] = '\0';
	for (size_t i = 0; i < sizeof begins / sizeof *begins && !may_be; i++)
		may_be = span_find(span_make(key, n), begins[i], 0) != SPAN_NONE;
	for (size_t i = 0; may_be && i < sizeof unions / sizeof *unions; i++) {
		struct span from = span_of(unions[i].from), to = span_of(unions[i].to);
		size_t at = span_find(span_make(key, n), from, 0);

		if (at == SPAN_NONE)
			continue;
		memcpy(key + at, to.p, to.n);
		memmove(key + at + to.n, key + at + from.n, n - at - from.n);
		n -= from.n - to.n;
	}
	return span_make(key, n);
}
