/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands right beside a time: the words before it, the bracket around it, the label in front of it. */
#include <string.h>

#include "deadline_p.h"
#include "morph.h"
#include "utf8.h"

enum { AROUND = 4000 /* bytes */, SESSION_BYTES = 160, LABEL_BYTES = 90 };

/* The sentence of an item, or its block; of a very long one what is near. */
struct stretch beside_sentence(const struct deadlines *dl, const struct item *it)
{
	const struct block *b = it->block >= 0 ? &dl->d->blocks[it->block] : NULL;
	struct stretch s = { b ? block_body(b) : it->start, b ? b->end : it->end, 0 };
	size_t lo = doc_sentence_at(dl->d, it->start);

	if (lo < dl->d->n_sentences && dl->d->sentences[lo].start <= it->start) {
		s.start = dl->d->sentences[lo].start > s.start ? dl->d->sentences[lo].start : s.start;
		s.end = dl->d->sentences[lo].end < s.end ? dl->d->sentences[lo].end : s.end;
	}
	if (it->start - s.start > AROUND)
		s.start = it->start - AROUND;
	if (s.end > it->end + AROUND)
		s.end = it->end + AROUND;
	return s;
}

/* The words before the item: at[0] is the nearest. Returns how many there are in its block. */
size_t beside_words(const struct deadlines *dl, const struct item *it, struct span *at, size_t max)
{
	struct stretch s = beside_sentence(dl, it);
	size_t from = it->start > s.start + 200 ? it->start - 200 : s.start;
	struct words w;
	size_t n;

	while (from > s.start && ((unsigned char)dl->r->fold.p[from] & 0xC0) == 0x80)
		from--;
	w = resolver_words(dl->r, from, it->start);
	for (n = 0; n < max && n < w.n; n++)
		at[n] = word_text(dl->r->fold, w.v[w.n - 1 - n]);
	return n;
}

bool beside_is_verb(const struct deadlines *dl, struct span word)
{
	struct morph_parse p[MORPH_MAX];
	size_t n = morph_parses(dl->r->morph, word, p);

	return n > 0 && (p[0].tags & (M_INF | M_VERB)) != 0;
}

bool beside_is_year(struct span value)
{
	return value.n == 4;
}

bool beside_is_years(struct span value)
{
	return value.n == 4 || (value.n == 9 && value.p[4] == '/') || (value.n == 7 && value.p[2] == '/');
}

/* What stands behind "../" of a bound. */
struct span beside_last_part(struct span value)
{
	return span_starts(value, SPAN("../")) ? span_sub(value, 3, value.n) : value;
}

/* "по Программе действий профсоюза в 2020–2025 годах": a capital inside the sentence names a paper. */
static bool is_titled_paper(const struct deadlines *dl, struct span word)
{
	static const char *const papers[] = { "программ", "план", "праграм", "програм" };
	size_t at = (size_t)(word.p - dl->r->fold.p), here = at, there = at;

	if (at == 0 || dl->r->fold.p[at - 1] != ' ' || utf8_next(dl->d->text, &here) == utf8_next(dl->r->fold, &there))
		return false;
	for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
		if (span_starts(word, span_of(papers[i])))
			return true;
	return false;
}

/* "Концепция безопасного труда до 2030 года": how far a paper looks, not when something is to be done. */
static bool is_horizon(const struct deadlines *dl, const struct item *it, struct span value)
{
	enum { NAME_WORDS = 16 };
	static const char *const papers[] = { "концепци", "стратеги", "концепці", "стратегі", "канцэпцы", "стратэгі" };
	struct span before[NAME_WORDS];
	size_t n = beside_words(dl, it, before, NAME_WORDS);

	if (!beside_is_years(beside_last_part(value)))
		return false;
	if (n && span_starts(value, SPAN("../")) && (span_is(before[0], "период") || span_is(before[0], "період")))
		return true; /* "на период до 2035 года" */
	for (size_t i = 0; i < n; i++) {
		if (value.n == sizeof "2020/2025" - 1 && is_titled_paper(dl, before[i]))
			return true;
		for (size_t k = 0; k < sizeof papers / sizeof *papers; k++)
			if (span_starts(before[i], span_of(papers[k])))
				return true;
		if (beside_is_verb(dl, before[i]))
			return false;
	}
	return false;
}

/* Does the item fill a bracket? */
static bool in_bracket(const struct deadlines *dl, const struct item *it)
{
	return it->start > 0 && dl->d->text.p[it->start - 1] == '(' && it->end < dl->d->text.n &&
	       dl->d->text.p[it->end] == ')';
}

/* "делегатам 114-й сессии конференции (июнь 2026 года)": when an event is, of which only its time is told. */
static bool dates_session(const struct deadlines *dl, const struct item *it)
{
	static const char *const sessions[] = { "сесси", "сесі", "сэсі", "session" };
	size_t from = it->start > SESSION_BYTES ? it->start - SESSION_BYTES : 0;
	struct span before = span_sub(dl->r->fold, from, it->start);

	if (!in_bracket(dl, it))
		return false;
	for (size_t i = 0; i < sizeof sessions / sizeof *sessions; i++)
		if (span_find(before, span_of(sessions[i]), 0) != SPAN_NONE)
			return true;
	return false;
}

/* "(в 2026 году – около 90 млн евро)": of which year a figure is. */
bool beside_dates_figure(const struct deadlines *dl, const struct item *it, struct span value)
{
	struct span before[1], behind = span_sub(dl->r->fold, it->end, dl->r->fold.n);
	size_t open;

	if (!beside_is_year(value) || beside_words(dl, it, before, 1) == 0)
		return false;
	open = (size_t)(before[0].p - dl->r->fold.p);
	return open > 0 && dl->r->fold.p[open - 1] == '(' &&
	       (span_starts(behind, SPAN(" - ")) || span_starts(behind, SPAN(" – ")) ||
		span_starts(behind, SPAN(" — ")) || span_starts(behind, SPAN(": ")));
}

/* "the decision of 12 July", "рішення від 3 липня": the day is part of what a thing is called. */
static bool is_dated(const struct deadlines *dl, const struct item *it)
{
	struct span before[1];

	return beside_words(dl, it, before, 1) > 0 && word_list_has(dl->r->lists, WORDS_DATED, before[0]);
}

/* "с 2021 года не пересматривались": it began before the paper was written. */
static bool began_before(const struct deadlines *dl, struct span value)
{
	struct day t;

	return span_ends(value, SPAN("/..")) && time_day_of(value, &t) && dl->now.year && t.year < dl->now.year &&
	       !dl->now_guessed;
}

/* "долг, который на 1 августа составлял 40 млн": how things stood that day. */
static bool tells_stand(const struct deadlines *dl, const struct item *it, struct span value)
{
	static const char *const stands[] = { " состав", " насчит", " станов", " наліч", " налічу", " склад",
					      " имел",   " достиг", " сяг",    " было ", " була ",  " були " };
	struct span behind = span_sub(dl->r->fold, it->end, dl->r->fold.n), before[1];

	if (value.n != sizeof "2020-01-01" - 1 || beside_words(dl, it, before, 1) == 0 || !span_is(before[0], "на"))
		return false;
	for (size_t i = 0; i < sizeof stands / sizeof *stands; i++)
		if (span_starts(behind, span_of(stands[i])))
			return true;
	return false;
}

/* "дня, отмечаемого 28 апреля", "смотра, проводимого в мае": when a thing is every time. */
static bool dates_participle(const struct deadlines *dl, const struct item *it)
{
	static const char *const ends[] = { "емого", "имого", "емому", "имому", "емой", "имой", "емым", "имым",
					    "емый",  "имый",  "емая",  "имая",  "емые", "имые", "емых", "имых" };
	struct span before[1];

	if (beside_words(dl, it, before, 1) == 0)
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(before[0], span_of(ends[i])))
			return before[0].n > 14;
	return false;
}

/* Is it part of what a thing is called or when an event is, rather than when something is to be done? */
bool beside_names_thing(const struct deadlines *dl, const struct item *it, struct span value)
{
	return is_dated(dl, it) || tells_stand(dl, it, value) || is_horizon(dl, it, value) || dates_session(dl, it) ||
	       began_before(dl, value) || dates_participle(dl, it);
}

/* "Сроки реализации", "Срок исполнения", not "Срок действия": how a label begins that says when. */
static bool labels_terms(const struct deadlines *dl, struct span fold)
{
	static const char *const others[] = { "действ", "дії", "дзеян", "полномоч", "служб", "оплат" };
	struct words w =
		resolver_words(dl->r, (size_t)(fold.p - dl->r->fold.p), (size_t)(fold.p - dl->r->fold.p) + fold.n);

	if (!w.n || !word_list_has(dl->r->lists, WORDS_TERMS, word_text(dl->r->fold, w.v[0])))
		return false;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (span_find(fold, span_of(others[i]), 0) != SPAN_NONE)
			return false;
	return true;
}

/* "Провести собрания в следующие сроки:" above the list. */
static bool under_terms(const struct deadlines *dl, int block)
{
	static const char *const ends[] = {
		"сроки:", "строки:", "терміни:", "тэрміны:", "мерзімдерде:", "мөөнөттөрдө:"
	};

	for (int i = block - 1; i >= 0; i--) {
		const struct block *b = &dl->d->blocks[i];
		struct span fold = span_trim(span_sub(dl->r->fold, b->start, b->end));

		for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
			if (span_ends(fold, span_of(ends[k])))
				return true;
		if (b->kind != BLOCK_ITEM && !b->hidden)
			return false;
	}
	return false;
}

/* "Сроки реализации: I этап – 2025 г., II этап – 2026 г.", also where the label is the cell before. */
static bool is_in_terms(const struct deadlines *dl, const struct item *it)
{
	const struct block *b = it->block >= 0 ? &dl->d->blocks[it->block] : NULL;
	struct span fold;
	size_t colon;

	if (!b)
		return false;
	if (b->kind == BLOCK_CELL)
		return b->col == 1 && it->block > 0 && b[-1].table == b->table && b[-1].row == b->row && !b[-1].head &&
		       b[-1].end - b[-1].start < LABEL_BYTES &&
		       labels_terms(dl, span_sub(dl->r->fold, block_body(&b[-1]), b[-1].end));
	if (b->kind == BLOCK_ITEM && under_terms(dl, it->block))
		return true;
	fold = span_sub(dl->r->fold, block_body(b), it->start);
	fold = span_sub(fold, 0, fold.n < LABEL_BYTES ? fold.n : LABEL_BYTES);
	colon = span_find_char(fold, ':', 0);
	return colon != SPAN_NONE && labels_terms(dl, span_sub(fold, 0, colon));
}

/* "Срок: в течение года." behind what is to be done. */
bool beside_is_labelled(const struct deadlines *dl, const struct item *it)
{
	struct span before[1];

	if (is_in_terms(dl, it))
		return true;
	return it->start > 2 && span_ends(span_sub(dl->d->text, 0, it->start), SPAN(": ")) &&
	       beside_words(dl, it, before, 1) > 0 && word_list_has(dl->r->lists, WORDS_TERMS, before[0]);
}
