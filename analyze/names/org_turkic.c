/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where names of bodies end in Kazakh and Kyrgyz, by endings and small words. */
#include "org_turkic.h"

#include "utf8.h"

/* облысында, Жарғысына, сәйкес: where and to what something is done; names have nominatives and genitives */
bool org_turkic_stop(const struct org_scan *s, size_t i)
{
	static const char *const ends[] = { "нда", "нде", "сына", "сіне", "ңына", "ңіне", "мына", "міне" };

	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (span_ends(token_fold(s->ts, i), span_of(ends[k])))
			return true;
	return token_says(s->ts, i, WORDS_TURKIC_STOP);
}

/* Эмгек, социалдык камсыздоо жана миграция министрлиги: a comma inside a ministry's name */
bool org_turkic_list(const struct org_scan *s, size_t head, size_t i)
{
	return token_is_mark(s->ts, i, ',') && span_starts(token_fold(s->ts, head), SPAN("министрл")) && i + 1 < head &&
	       !s->ts->t[i + 1].cap;
}

bool org_turkic_plural(struct span word)
{
	static const char *const ends[] = { "тар", "тер", "дар", "дер", "лар", "лер",
					    "тор", "төр", "дор", "дөр", "лор", "лөр" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

bool org_turkic_genitive(struct span word)
{
	static const char *const ends[] = { "ның", "нің", "дың", "дің", "тың", "тің", "нын", "нин",
					    "нун", "нүн", "дын", "дин", "дун", "дүн", "тын", "тин" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

bool org_turkic_locative(struct span word)
{
	static const char *const ends[] = { "да", "де", "та", "те", "до", "дө", "то", "тө" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

size_t org_turkic_quote_open(const struct org_scan *s, size_t close)
{
	enum { LONGEST = 30 };
	size_t inside = 0, nearest = close;

	for (size_t open = close; open > 0 && close - open < LONGEST && tokens_same_block(s->ts, open - 1, close);) {
		open--;
		inside += token_is_mark(s->ts, open, '\'');
		if (!token_is_mark(s->ts, open, '"'))
			continue;
		if (inside == 0)
			return open;
		inside--;
		if (nearest == close)
			nearest = open; /* «Темір жолы» ҰК» АҚ: one more is closed than was opened */
	}
	return nearest;
}

bool org_turkic_many(struct span word)
{
	static const char *const ends[] = { "лары", "лері", "дары", "дері", "тары", "тері", "лери", "дери", "тери" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

bool org_turkic_object(struct span word)
{
	static const char *const ends[] = { "ын", "ін", "ин", "ун", "үн" };
	enum { SHORTEST = 6 };

	if (utf8_count(word) < SHORTEST || org_turkic_genitive(word))
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

bool org_turkic_theirs(struct span word)
{
	static const char *const many[] = { "лары", "лері", "лери", "дары", "дері", "дери", "тары", "тері", "тери" };
	enum { STEM = 8 }; /* bytes */

	for (size_t i = 0; i < sizeof many / sizeof *many; i++)
		if (span_find(word, span_of(many[i]), STEM) != SPAN_NONE)
			return true;
	return false;
}

bool org_turkic_doing(struct span word)
{
	static const char *const ends[] = { "у", "оо", "өө", "үү" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

struct span org_turkic_possessive(struct arena *a, struct span name, bool kazakh)
{
	static const struct {
		const char *end, *add;
	} ends[] = { { "комитет", "и" },  { "комиссия", "сы" }, { "инспекция", "сы" }, { "кеңес", "і" },
		     { "кеңеш", "и" },    { "бөлүм", "ү" },     { "бөлім", "і" },      { "комитеті", "" },
		     { "төралқа", "сы" }, { "Төралқа", "сы" },  { "президиум", "у" },  { "Президиум", "у" } };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(name, span_of(ends[i].end)))
			return arena_printf(a, "%.*s%s", SPAN_ARG(name),
					    kazakh && span_is(span_of(ends[i].add), "и") ? "і" : ends[i].add);
	return name;
}

bool org_turkic_harmony(struct span word, bool kazakh, struct turkic_harmony *h)
{
	static const char *const vowels = "аәеиоөуүұыіэюя", *const front = "әеиіөүэ", *const round = "оуұюөү";

	*h = (struct turkic_harmony){ 0 };
	for (size_t at = 0; at < word.n;) {
		size_t from = at;

		utf8_next(word, &at);
		h->last = span_sub(word, from, at);
		if (span_find(span_of(vowels), h->last, 0) != SPAN_NONE)
			h->vowel = h->last;
	}
	if (!h->vowel.n)
		return false;
	h->kind = span_find(span_of(front), h->vowel, 0) != SPAN_NONE;
	if (!kazakh && span_find(span_of(round), h->vowel, 0) != SPAN_NONE)
		h->kind += 2;
	return true;
}

bool org_turkic_part_of_paper(const struct org_scan *s, size_t head)
{
	static const char *const papers[] = { "шарт", "келісім",  "бағдарлам", "жарғы",    "заң",    "кодекс", "жоспар",
					      "есеп", "баяндама", "келишим",   "программ", "мыйзам", "устав",  "план" };
	enum { WORDS = 3 };

	if (!span_starts(token_fold(s->ts, head), SPAN("бөлім")) &&
	    !span_starts(token_fold(s->ts, head), SPAN("бөлүм")))
		return false;
	for (size_t k = 1; k <= WORDS && k <= head && tokens_same_block(s->ts, head - k, head); k++)
		for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
			if (span_starts(token_fold(s->ts, head - k), span_of(papers[i])) &&
			    !org_turkic_plural(token_fold(s->ts, head - k)) &&
			    !token_is(s->ts, head - k, "заң")) /* Заң бөлімі: who deals with laws */
				return true;
	/* II бөлім */
	return head > 0 && tokens_same_block(s->ts, head - 1, head) &&
	       (s->ts->t[head - 1].kind == TOKEN_NUMBER ||
		(token_is_word(s->ts, head - 1) && s->ts->t[head - 1].latin && s->ts->t[head - 1].caps) ||
		token_is(s->ts, head - 1, "i") || token_is(s->ts, head - 1, "v"));
}

bool org_turkic_wage_fund(const struct org_scan *s, size_t head)
{
	static const char *const wages[] = { "жалақы", "еңбекақы", "айлық", "ақы", "акы", "айлык", "маяна", NULL };

	return head > 0 && tokens_same_block(s->ts, head - 1, head) && token_in(s->ts, head - 1, wages) &&
	       (span_starts(token_fold(s->ts, head), SPAN("қор")) ||
		span_starts(token_fold(s->ts, head), SPAN("фонд")));
}
