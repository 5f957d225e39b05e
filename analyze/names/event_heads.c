/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nouns of meetings and undertakings, and the numbers that stand before them. */
#include "event_heads.h"

#include <string.h>

#include "buf.h"
#include "utf8.h"

struct event_heads event_heads_read(struct arena *a, const struct lexicon *l)
{
	static const struct {
		const char *name;
		unsigned flag;
	} names[] = { { "meeting", EVENT_MEETING }, { "titled", EVENT_TITLED }, { "day", EVENT_DAY } };

	struct event_heads h = { .n = (size_t)lexicon_rows(l) };

	h.v = arena_alloc(a, (h.n + 1) * sizeof *h.v);
	for (size_t k = 0; k < h.n; k++) {
		struct span flags = lexicon_cell(l, (long)k, "flags");

		h.v[k] = (struct event_head){ lexicon_cell(l, (long)k, "stem"), lexicon_cell(l, (long)k, "kind"), 0 };
		while (flags.p) {
			struct span flag = span_cut(&flags, ' ');

			for (size_t i = 0; i < sizeof names / sizeof *names; i++)
				h.v[k].flags |= span_is(flag, names[i].name) ? names[i].flag : 0;
		}
	}
	return h;
}

/* Is that the base form of the noun at i? */
static bool has_lemma(struct tokens *ts, size_t i, struct span lemma)
{
	const struct morph_parse *parse = token_parse(ts, i, M_NOUN | M_SING, 0);
	struct buf b = { 0 };
	bool same;

	if (!parse)
		return false;
	morph_lemma(ts->morph, token_fold(ts, i), parse, &b);
	same = span_eq(buf_span(&b), lemma);
	buf_free(&b);
	return same;
}

const struct event_head *event_head_at(const struct event_heads *heads, struct tokens *ts, size_t i)
{
	enum { FIRST_BYTES = 2, ENDING = 3 };
	struct span word;

	/* Ukrainian and Belarusian ones are found by rules, which know their forms */
	if (!token_is_word(ts, i) || ts->t[i].lang == LANG_UK || ts->t[i].lang == LANG_BE ||
	    !token_parse(ts, i, M_NOUN | M_SING, 0))
		return NULL;
	word = token_fold(ts, i);
	if (utf8_count(word) < 3) /* Абенова Г. Т.: an initial, though the dictionary has г. as a year */
		return NULL;
	/* смотр-конкурс, семинар-практикум: the last part is the noun */
	if (memrchr(word.p, '-', word.n) && !span_starts(word, SPAN("семинар-совещани")))
		word = span_sub(word, (size_t)((const char *)memrchr(word.p, '-', word.n) + 1 - word.p), word.n);
	for (size_t k = 0; k < heads->n; k++) {
		const struct event_head *h = &heads->v[k];

		if (h->flags & EVENT_DAY) {
			if (ts->t[i].lang == LANG_RU && span_starts(word, span_sub(h->stem, 0, FIRST_BYTES)) &&
			    has_lemma(ts, i, h->stem))
				return h;
			continue;
		}
		if (span_starts(word, h->stem) && utf8_count(word) <= utf8_count(h->stem) + ENDING)
			return h;
		if (span_starts(word, SPAN("семинар-совещани")) && span_is(h->stem, "семинар"))
			return h;
	}
	return NULL;
}

/* XII, also with letters of the other alphabet: ХII, ІV */
static bool is_roman(const struct tokens *ts, size_t i)
{
	enum { LONGEST = 12 }; /* bytes */
	struct span w;
	size_t at = 0;

	if (!token_is_word(ts, i) || !ts->t[i].cap)
		return false;
	w = token_fold(ts, i);
	while (at < w.n) {
		unsigned c = utf8_next(w, &at);

		if (c != 'i' && c != 'v' && c != 'x' && c != 'l' && c != 0x445 && c != 0x456)
			return false;
	}
	return w.n <= LONGEST && (ts->t[i].latin || !span_is(w, "і"));
}

bool event_is_number(const struct tokens *ts, size_t i)
{
	return i < ts->n && (ts->t[i].kind == TOKEN_NUMBER || is_roman(ts, i));
}

size_t event_ordinal_before(const struct tokens *ts, size_t i)
{
	enum { ENDING = 3 }; /* letters: го, ая, му */
	if (i > 0 && tokens_same_block(ts, i - 1, i) && is_roman(ts, i - 1))
		return i - 1;
	if (i > 2 && tokens_same_block(ts, i - 3, i) && token_is_word(ts, i - 1) && ts->t[i - 1].glued &&
	    utf8_count(token_fold(ts, i - 1)) <= ENDING && token_is_mark(ts, i - 2, '-') && ts->t[i - 2].glued &&
	    ts->t[i - 3].kind == TOKEN_NUMBER)
		return i - 3;
	return i;
}

bool event_is_bill(const struct tokens *ts, size_t head, size_t quote)
{
	static const char *const papers[] = { "закон",    "постановл", "указ",   "соглашен", "резолюц",  "решен",
					      "стандарт", "положен",   "устав",  "договор",  "декларац", "программ",
					      "стратеги", "концепц",   "приказ", "плана",    "кодекс",   "хартии" };

	if (!span_starts(token_fold(ts, head), SPAN("проект")))
		return false;
	for (size_t i = head + 1; i < quote; i++)
		for (size_t k = 0; k < sizeof papers / sizeof *papers; k++)
			if (span_starts(token_fold(ts, i), span_of(papers[k])))
				return true;
	return false;
}
