/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of bodies that print their noun once: each adjective names one, and the noun tells gender and kind. */
#include "org_shared.h"

#include "canonical.h"
#include "org_phrase.h"
#include "utf8.h"

enum {
	ADJECTIVES = 3, /* of one body */
	LEVELS = 2,     /* plural adjectives between the list and its noun: областным, городским */
	NOUN_BACK = 4, /* words from the noun to the colon: организациям профсоюза работников: */
};

struct shared {
	const struct org_scan *s;
	size_t head;       /* token of the noun */
	size_t level;      /* first plural adjective before it, or head */
	unsigned gender;   /* of the noun */
	unsigned in_cases; /* in which the noun may stand */
	size_t item[ORG_SHARED_MAX], end[ORG_SHARED_MAX], n;
	size_t from[ORG_SHARED_MAX], to[ORG_SHARED_MAX]; /* level of a group of items; none where to is 0 */
	bool grouped;
	bool dashed; /* each has its sum behind it: Кобринскому – 900 руб., Пинскому – … */
};

static bool is_joint(const struct org_scan *s, size_t i)
{
	static const char *const and[] = { "и", "і", "й", "та", "ды", NULL };

	return token_is_mark(s->ts, i, ',') || token_in(s->ts, i, and);
}

/* Made from the name of a place: Томскому, Вінницької, Гродзенскай */
static bool is_regional(const struct org_scan *s, size_t i)
{
	static const char *const joints[] = { "ск", "цк", "ськ", "цьк", "зьк" };
	struct span word;

	if (!token_is_word(s->ts, i) || !s->ts->t[i].cap || s->ts->t[i].caps || (s->barrier && s->barrier[i]))
		return false;
	word = token_fold(s->ts, i);
	for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
		if (span_find(word, span_of(joints[k]), 4) != SPAN_NONE)
			return true;
	return false;
}

/* Cases in which the word is an adjective of that number; 0: it is none. */
static unsigned adjective_cases(const struct org_scan *s, size_t i, unsigned number)
{
	const struct token_info *info;
	unsigned cases = 0;

	if (!token_is_word(s->ts, i) || (s->barrier && s->barrier[i]))
		return 0;
	info = token_info(s->ts, i);
	for (size_t k = 0; k < info->n; k++)
		if (org_is_adjective(s, i, &info->parse[k]) && info->parse[k].tags & number &&
		    !(info->parse[k].tags & M_PRON))
			cases |= info->parse[k].tags & M_CASES;
	return cases;
}

/* Курганской, Псковской областных и …: the level of the items so far, before others that have theirs; what follows */
static size_t end_group(struct shared *l, size_t i)
{
	size_t at = i;

	while (at - i < LEVELS && tokens_same_block(l->s->ts, i, at) && adjective_cases(l->s, at, M_PLUR) &&
	       !l->s->ts->t[at].cap)
		at++;
	if (at == i || !is_joint(l->s, at) || !is_regional(l->s, at + 1) || !tokens_same_block(l->s->ts, i, at + 1))
		return i;
	for (size_t k = 0; k < l->n; k++)
		if (!l->to[k]) {
			l->from[k] = i;
			l->to[k] = at;
		}
	l->grouped = true;
	return at;
}

/* Псковской and областным may share a case, but no gender. */
static bool is_feminine(const struct org_scan *s, size_t i)
{
	static const char *const ends[] = { "ой", "ей", "ая", "яя", "ую", "ій", "ай", "яй", "ої" };

	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (span_ends(token_fold(s->ts, i), span_of(ends[k])))
			return true;
	return false;
}

/* Псковской областной, Псковский областной: the nominative of областной is masculine, though it ends like a feminine */
static bool same_gender(const struct org_scan *s, size_t first, size_t i)
{
	return is_feminine(s, first) == is_feminine(s, i) ||
	       (span_ends(token_fold(s->ts, first), SPAN("ий")) && token_parse(s->ts, i, M_ADJ | M_MASC | M_NOM, 0));
}

/* Кобринскому – 900 руб., Пинскому …: the joint behind what the item gets, or at itself */
static size_t behind_sum(struct shared *l, size_t at)
{
	enum { SUM_TOKENS = 9 };
	const struct tokens *ts = l->s->ts;

	if (!token_is_mark(ts, at, '-') || !tokens_same_block(ts, at, at + 1) || ts->t[at + 1].kind != TOKEN_NUMBER)
		return at;
	l->dashed = true;
	for (size_t i = at + 2; i < at + SUM_TOKENS && tokens_same_block(ts, at, i + 1); i++)
		if ((is_joint(l->s, i) || token_is_mark(ts, i, ';')) && is_regional(l->s, i + 1))
			return i;
	return at;
}

/* Adjectives joined by commas and "and", each group a body; returns the token behind the list. */
static size_t take_list(struct shared *l, size_t i)
{
	size_t at = i;

	while (l->n < ORG_SHARED_MAX && tokens_same_block(l->s->ts, i, at) && is_regional(l->s, at) &&
	       adjective_cases(l->s, at, M_SING)) {
		size_t end = at;
		unsigned cases = adjective_cases(l->s, at, M_SING);

		while (end - at + 1 < ADJECTIVES && tokens_same_block(l->s->ts, i, end + 1) &&
		       !l->s->ts->t[end + 1].cap && same_gender(l->s, at, end + 1) &&
		       (cases & adjective_cases(l->s, end + 1, M_SING)) &&
		       (token_says(l->s->ts, end + 1, WORDS_BRANCH_LEVEL) ||
			!token_parse(l->s->ts, end + 1, M_NOUN, 0)))
			end++;
		l->item[l->n] = at;
		l->end[l->n++] = end;
		at = behind_sum(l, end_group(l, end + 1));
		if (!(is_joint(l->s, at) || (l->dashed && token_is_mark(l->s->ts, at, ';'))) ||
		    !is_regional(l->s, at + 1))
			break;
		at++;
	}
	return at;
}

/* A noun in the plural that heads the names of a union's bodies. */
static bool take_noun(struct shared *l, size_t i)
{
	static const struct {
		const char *letter;
		unsigned gender;
	} genders[] = { { "m", M_MASC }, { "f", M_FEM }, { "n", M_NEUT } };
	const struct org_scan *s = l->s;
	long row = token_is_word(s->ts, i) ? token_info(s->ts, i)->head : LEXICON_NONE;
	const struct token_info *info;

	if (row == LEXICON_NONE || !(org_head_flags(s->heads, row) & (ORG_ORGAN | ORG_GENERIC) ||
				     span_is(lexicon_cell(s->heads, row, "kind"), "union") ||
				     span_is(lexicon_cell(s->heads, row, "kind"), "government")))
		return false;
	info = token_info(s->ts, i);
	for (size_t k = 0; k < info->n; k++)
		if (info->parse[k].tags & M_NOUN && info->parse[k].tags & M_PLUR) {
			l->in_cases |= info->parse[k].tags & M_CASES;
			l->gender |= info->parse[k].tags & M_GENDERS;
		}
	for (size_t k = 0; k < sizeof genders / sizeof *genders; k++)
		if (span_is(lexicon_cell(s->heads, row, "gender"), genders[k].letter))
			l->gender = genders[k].gender;
	if (l->gender & (l->gender - 1) || !l->gender)
		l->gender = span_find(token_fold(s->ts, i), SPAN("ц"), 0) != SPAN_NONE ? M_FEM : M_MASC;
	l->head = i;
	return l->in_cases != 0;
}

static void add_word(const struct shared *l, size_t i, unsigned tag, unsigned number, struct buf *out)
{
	const struct morph_parse *p = NULL;
	struct buf word = { 0 };
	size_t at = 0;

	if (number == M_SING)
		p = token_parse(l->s->ts, i, tag | number | l->gender, l->in_cases);
	if (!p)
		p = token_parse(l->s->ts, i, tag | number, l->in_cases);
	if (!p)
		p = token_parse(l->s->ts, i, tag | number, 0);
	if (out->n)
		buf_putc(out, ' ');
	canonical_word(l->s->ts, l->s->text, i, p, M_NOM | M_SING | l->gender, &word);
	/* Районным комитетам: Кобринскому – …: a sentence's capital */
	if (i < l->item[0] && l->s->ts->t[i].first && l->s->ts->t[i].cap) {
		unsigned c = utf8_next(buf_span(&word), &at);

		buf_put_utf8(out, utf8_lower(c));
	}
	buf_add(out, span_sub(buf_span(&word), at, word.n));
	buf_free(&word);
}

static struct span name_of(const struct shared *l, size_t item)
{
	struct buf out = { 0 };
	struct span name;

	for (size_t k = l->item[item]; k <= l->end[item]; k++)
		add_word(l, k, M_ADJ, M_SING, &out);
	for (size_t k = l->to[item] ? l->from[item] : l->level; k < (l->to[item] ? l->to[item] : l->head); k++)
		add_word(l, k, M_ADJ, M_PLUR, &out);
	add_word(l, l->head, M_NOUN, M_PLUR, &out);
	name = arena_dup(l->s->ts->arena, buf_span(&out));
	buf_free(&out);
	return name;
}

/* Томскому, Омскому областным комитетам */
static bool noun_behind(struct shared *l, size_t at)
{
	size_t first = at;

	while (at - first < LEVELS && adjective_cases(l->s, at, M_PLUR) && !l->s->ts->t[at].cap &&
	       tokens_same_block(l->s->ts, l->item[0], at + 1))
		at++;
	if (!tokens_same_block(l->s->ts, l->item[0], at) || !take_noun(l, at))
		return false;
	l->level = first;
	return true;
}

/* районным организациям профсоюза: Ирбитской, Серовской */
static bool noun_before(struct shared *l, size_t i)
{
	if (i < 2 || !tokens_same_block(l->s->ts, i - 2, i) ||
	    !(token_is_mark(l->s->ts, i - 1, ':') || token_is_mark(l->s->ts, i - 1, '(')))
		return false;
	for (size_t at = i - 1;
	     at-- > 0 && i - at < NOUN_BACK + 2 && token_is_word(l->s->ts, at) && tokens_same_block(l->s->ts, at, i);)
		if (take_noun(l, at)) {
			l->level = l->head;
			while (l->dashed && l->level > 0 && tokens_same_block(l->s->ts, l->level - 1, i) &&
			       token_says(l->s->ts, l->level - 1, WORDS_BRANCH_LEVEL))
				l->level--;
			return true;
		}
	return false;
}

/* Where no noun stands before sums for each, the noun of the list before: областных комитетов … Гродненскому – 10 руб.
 */
static bool noun_of_list_before(struct shared *l, const struct org_shared_noun *noun)
{
	if (!l->dashed || !noun->known || !(adjective_cases(l->s, l->item[0], M_SING) & M_DAT))
		return false;
	l->head = noun->head;
	l->level = noun->level;
	l->gender = noun->gender;
	l->in_cases = M_CASES;
	return true;
}

/* областных и Ошский городской советы: the noun's other bodies are told by their level alone */
static bool behind_level(const struct shared *l, size_t i)
{
	static const char *const and[] = { "и", "і", "та", "ды", NULL };

	return i >= 2 && l->end[0] > l->item[0] && token_in(l->s->ts, i - 1, and) &&
	       tokens_same_block(l->s->ts, i - 2, i) && adjective_cases(l->s, i - 2, M_PLUR) &&
	       token_says(l->s->ts, i - 2, WORDS_BRANCH_LEVEL) && token_says(l->s->ts, l->end[0], WORDS_BRANCH_LEVEL);
}

size_t org_shared_at(const struct org_scan *s, size_t i, struct org_shared *v, struct org_shared_noun *noun)
{
	struct shared l = { .s = s };
	bool behind;
	size_t at;

	if (!is_regional(s, i) || (i > 0 && is_joint(s, i - 1) && is_regional(s, i - 2)))
		return 0;
	at = take_list(&l, i);
	if (l.n < 2 && !(l.n == 1 && behind_level(&l, i)))
		return 0;
	behind = !l.dashed && noun_behind(&l, at);
	if (!behind && !noun_before(&l, i) && !noun_of_list_before(&l, noun))
		return 0;
	if (!l.grouped && !(adjective_cases(s, i, M_SING) & (l.in_cases | (behind ? 0u : (unsigned)M_NOM))))
		return 0;
	for (size_t k = 0; k < l.n; k++)
		v[k] = (struct org_shared){ l.item[k], l.end[k], name_of(&l, k) };
	*noun = (struct org_shared_noun){ l.head, l.level, l.gender, true };
	if (behind)
		v[l.n - 1].last = l.head;
	return l.n;
}

bool org_shared_is_office(const struct org_scan *s, const struct org_shared_noun *noun)
{
	long row = noun->known ? token_info(s->ts, noun->head)->head : LEXICON_NONE;

	return row != LEXICON_NONE && span_is(lexicon_cell(s->heads, row, "kind"), "government");
}

size_t org_shared_tail(const struct org_scan *s, size_t last)
{
	size_t first = last + 1, end = last, next;
	bool proper = false;

	if (!tokens_same_block(s->ts, last, first) || s->ts->t[first].cap ||
	    !(token_says(s->ts, first, WORDS_UNION_TAIL) || token_says(s->ts, first, WORDS_ORGANIZATIONS)))
		return last;
	while (org_noun_phrase(s, end + 1, M_GEN, &next, &proper) && !s->ts->t[end + 1].cap && !proper)
		end = next;
	return end;
}
