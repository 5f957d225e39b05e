/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cutting a document into tokens for the recognition of names. Rules see patterns of letters; a name is a matter of
 * agreement between words, for which each word's forms are needed, once.
 */
#include "tokens.h"

#include "bisect.h"
#include "mem.h"
#include "slavic.h"
#include "slavic_head.h"
#include "utf8.h"

/* ---- cutting ---- */

static unsigned plain_mark(unsigned c)
{
	switch (c) {
	case '\'': /* an apostrophe; the code '\'' stands for closing quotes */
		return 0x2019;
	case 0xab:   /* « */
	case 0x201c: /* “: opens in English, closes in German and Russian handwriting style; parity decides later */
	case 0x201e: /* „ */
		return '"';
	case 0xbb:   /* » */
	case 0x201d: /* ” */
		return '\'';
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2212:
		return '-';
	default:
		return c;
	}
}

static bool joins_letters(unsigned c)
{
	return c == '-' || c == 0x2010 || c == 0x2011 || c == '\'' || c == 0x2019 || c == 0x2bc || c == 0xad;
}

static bool is_digit(unsigned c)
{
	return c >= '0' && c <= '9';
}

/* The number of a note is no part of the word before it. */
static bool is_raised(unsigned c)
{
	return c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2079);
}

/* The end of the word or number that begins at start. */
static size_t token_end(struct span text, size_t start, size_t limit, bool letters)
{
	size_t at = start, end = start;

	text.n = limit;
	while (at < limit) {
		unsigned c = utf8_next(text, &at);

		if (letters ? utf8_is_word(c) && !is_digit(c) && !is_raised(c) : is_digit(c)) {
			end = at;
			continue;
		}
		if (!letters || !joins_letters(c) || at >= limit)
			break;
		c = utf8_next(text, &at);
		if (!utf8_is_letter(c))
			break;
		end = at;
	}
	return end;
}

static void note_letters(struct token *t, struct span text)
{
	size_t at = t->start, letters = 0, upper = 0;

	text.n = t->end;
	while (at < t->end) {
		unsigned c = utf8_next(text, &at);

		if (!utf8_is_letter(c))
			continue;
		if (utf8_is_upper(c)) {
			t->cap |= letters == 0;
			upper++;
		}
		t->latin |= c < 0x250;
		letters++;
	}
	t->caps = letters >= 2 && upper == letters;
}

static void add_token(struct tokens *ts, struct span text, size_t *at, size_t limit, int block)
{
	size_t start = *at, next = *at;
	unsigned c = utf8_next(text, &next);
	struct token *t;

	*at = next;
	if (utf8_is_space(c))
		return;
	ARENA_ROOM(ts->arena, ts->t, ts->n, ts->cap);
	t = &ts->t[ts->n++];
	*t = (struct token){ .start = start, .block = block, .kind = TOKEN_MARK, .mark = plain_mark(c) };
	t->glued = ts->n > 1 && t[-1].end == start;
	if (is_digit(c))
		t->kind = TOKEN_NUMBER;
	else if (utf8_is_word(c) && !is_raised(c))
		t->kind = TOKEN_WORD;
	if (t->kind != TOKEN_MARK)
		*at = token_end(text, start, limit, t->kind == TOKEN_WORD);
	if (*at < next)
		*at = next;
	t->end = *at;
	if (t->kind == TOKEN_WORD)
		note_letters(t, text);
}

/* ---- what capitals are worth ---- */

/*
 * Marks headings: runs of capital words, or whole blocks of them. A row of abbreviations (НЧОУ ДПО «СКРУЦ») is none:
 * one word must be too long for that.
 */
static void mark_loud(struct tokens *ts, size_t from, size_t to)
{
	enum { RUN = 3, WORD_BYTES = 14, BLOCK_WORD_BYTES = 12, SMALL_BYTES = 4, LETTERS_BYTES = 10 };
	size_t run = 0, words = 0, start = from, longest = 0, longest_all = 0, last = from;
	size_t others = 0; /* the longest word of the run but for its last one */
	bool whole = true;

	for (size_t i = from; i <= to; i++) {
		const struct token *t = &ts->t[i < to ? i : from];
		size_t bytes = t->end - t->start;
		bool word = i < to && t->kind == TOKEN_WORD;

		if (i < to && (!word || (bytes <= 2 && t->cap)))
			continue;
		if (word && t->caps) {
			start = run++ ? start : i;
			others = run > 1 ? longest : 0;
			last = i;
			longest = bytes > longest ? bytes : longest;
			longest_all = bytes > longest_all ? bytes : longest_all;
			words++;
			continue;
		}
		if (word && bytes > SMALL_BYTES)
			whole = false;
		/* ЦС ГМПР ПОСТАНОВЛЯЕТ: a verb behind abbreviations */
		if (others <= LETTERS_BYTES && last + 1 < to && token_is_mark(ts, last + 1, ':'))
			run = 0;
		for (size_t k = start; run >= RUN && longest >= WORD_BYTES && k < i; k++)
			ts->t[k].loud = true;
		run = longest = 0;
	}
	for (size_t k = from; whole && words && longest_all >= BLOCK_WORD_BYTES && k < to; k++)
		ts->t[k].loud = true;
}

static void mark_first(struct tokens *ts, const struct doc *d)
{
	size_t s = 0;

	for (size_t i = 0; i < ts->n; i++) {
		struct token *t = &ts->t[i];

		while (s < d->n_sentences && d->sentences[s].start < t->start)
			s++;
		t->first = i == 0 || ts->t[i - 1].block != t->block ||
			   (s < d->n_sentences && d->sentences[s].start == t->start) ||
			   (d->n_sentences == 0 && t->cap && !t->caps && token_is_mark(ts, i - 1, '.') && !t->glued);
		/* a title in quotes begins with a capital as a sentence does */
		if (i > 0 && token_is_mark(ts, i - 1, '"'))
			t->first = true;
		/* an opening quote or a dash does not take the beginning away from the word behind it */
		if (i > 0 && ts->t[i - 1].first && ts->t[i - 1].kind == TOKEN_MARK && ts->t[i - 1].block == t->block)
			t->first = true;
	}
}

enum straight { STRAIGHT_UNCLEAR, STRAIGHT_OPENS, STRAIGHT_CLOSES };

/* A straight quote behind a blank and before a word opens, one behind a word and before a blank closes. */
static enum straight straight_quote(const struct tokens *ts, size_t i, size_t from, size_t to)
{
	bool before = i > from && ts->t[i].glued, behind = i + 1 < to && ts->t[i + 1].glued;
	bool word_before = before && ts->t[i - 1].kind != TOKEN_MARK;
	bool word_behind = behind && ts->t[i + 1].kind != TOKEN_MARK;

	if (word_behind && !before)
		return STRAIGHT_OPENS;
	if (word_before && (!behind || !word_behind))
		return STRAIGHT_CLOSES;
	return STRAIGHT_UNCLEAR;
}

/* Straight quotes: by the blanks around them; else odd ones open, even ones close. */
static void pair_quotes(struct tokens *ts, size_t from, size_t to)
{
	bool open = false;

	for (size_t i = from; i < to; i++) {
		struct token *t = &ts->t[i];

		if (t->kind != TOKEN_MARK || (t->mark != '"' && t->mark != '\''))
			continue;
		if (t->end - t->start == 1 && t->mark == '"') {
			enum straight s = straight_quote(ts, i, from, to);

			open = s == STRAIGHT_UNCLEAR ? !open : s == STRAIGHT_OPENS;
			t->mark = open ? '"' : '\'';
		} else if (t->end - t->start == 3 && t->mark == '"' && open && t->glued) {
			t->mark = '\''; /* “ behind „ */
			open = false;
		} else {
			open = t->mark == '"';
		}
	}
}

static enum token_lang lang_of(const struct doc *d, const struct block *b)
{
	struct span lang = b->lang.n ? b->lang : jval_str(d->meta, "lang");
	static const struct {
		const char *code;
		enum token_lang lang;
	} langs[] = {
		{ "uk", LANG_UK }, { "be", LANG_BE }, { "kk", LANG_TURKIC }, { "ky", LANG_TURKIC }, { "en", LANG_EN },
	};

	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++)
		if (span_starts(lang, span_of(langs[i].code)))
			return langs[i].lang;
	return LANG_RU;
}

/* A paper that does not say which it is: no Kyrgyz word has қ. */
static bool is_kazakh(const struct doc *d, struct span fold)
{
	struct span lang = jval_str(d->meta, "lang");

	return span_starts(lang, SPAN("kk")) ||
	       (!span_starts(lang, SPAN("ky")) && span_find(fold, SPAN("қ"), 0) != SPAN_NONE);
}

struct tokens *tokens_of(struct doc *d, struct span fold, const struct morph *m, const struct lexicon *heads,
			 struct word_cache *words)
{
	struct tokens *ts = arena_alloc(&d->arena, sizeof *ts);

	*ts = (struct tokens){ .morph = m, .heads = heads, .text = d->text, .fold = fold, .arena = &d->arena };
	ts->words = words;
	ts->kazakh = is_kazakh(d, fold);
	word_cache_begin(words);
	for (size_t b = 0; b < d->n_blocks; b++) {
		const struct block *block = &d->blocks[b];
		size_t from = ts->n;

		if (block->hidden)
			continue;
		for (size_t at = block_body(block); at < block->end;)
			add_token(ts, d->text, &at, block->end, (int)b);
		for (size_t i = from; i < ts->n; i++)
			ts->t[i].lang = (unsigned char)lang_of(d, block);
		mark_loud(ts, from, ts->n);
		pair_quotes(ts, from, ts->n);
	}
	mark_first(ts, d);
	return ts;
}

/* ---- words and their forms ---- */

/* In the lexicon a stem is written with ~: федераці~ */
static long stem_row(const struct tokens *ts, struct span word, size_t endings, bool slavic)
{
	size_t at = word.n;
	long row = LEXICON_NONE;

	for (size_t i = 0; i <= endings && row == LEXICON_NONE && at >= 6; i++) {
		struct buf key = { 0 };

		buf_add(&key, span_sub(word, 0, at));
		buf_putc(&key, '~');
		row = lexicon_find(ts->heads, buf_span(&key));
		/* Kyrgyz фонду is Ukrainian фонд in the dative */
		if (row != LEXICON_NONE && slavic &&
		    span_find(lexicon_cell(ts->heads, row, "flags"), SPAN("final"), 0) != SPAN_NONE)
			row = LEXICON_NONE;
		buf_free(&key);
		utf8_prev(word, &at);
	}
	return row;
}

/* профспілкова, прафсаюзная, організаційний: adjectives made from heads */
static bool is_derived_adjective(const struct tokens *ts, const struct token_info *info)
{
	return word_list_has(ts->lists, WORDS_MADE_FROM_HEAD, info->folded);
}

/* өкмөттүк, комитеттік, кәсіподақтық: of a body, and no body; министрлік, бірлестік are none of these */
static bool is_turkic_adjective(struct span word)
{
	static const char *const stems[] = {
		"өкмөт", "үкімет",    "парламент", "комитет",  "федерация", "кеңеш",
		"кеңес", "кәсіподақ", "профсоюз",  "комиссия", "фонд",      "департамент"
	};
	static const char *const ends[] = { "тік", "тық", "дік", "дық", "лік", "лық", "түк", "тук",
					    "тик", "тык", "дүк", "дук", "дик", "дык", "лик", "лык" };

	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		for (size_t k = 0; span_starts(word, span_of(stems[i])) && k < sizeof ends / sizeof *ends; k++)
			if (span_is(span_sub(word, span_of(stems[i]).n, word.n), ends[k]))
				return true;
	return false;
}

/* санатория-профилактория: both parts are nouns of bodies; not пресс-служба */
static bool begins_with_head(const struct tokens *ts, struct span word)
{
	struct morph_parse parse[MORPH_MAX];
	struct span part = span_sub(word, 0, span_find_char(word, '-', 0));
	size_t n = part.n < word.n ? morph_parses(ts->morph, part, parse) : 0;
	struct buf lemma = { 0 };
	bool found = false;

	for (size_t i = 0; i < n && !found; i++) {
		buf_reset(&lemma);
		morph_lemma(ts->morph, part, &parse[i], &lemma);
		found = parse[i].tags & M_NOUN && lexicon_find(ts->heads, buf_span(&lemma)) != LEXICON_NONE;
	}
	buf_free(&lemma);
	return found;
}

static void find_head(struct tokens *ts, struct token_info *info)
{
	enum { SLAVIC_ENDING = 3, TURKIC_ENDING = 9 };
	struct buf lemma = { 0 };

	info->head = LEXICON_NONE;
	if (info->lang == LANG_UK || info->lang == LANG_BE || info->lang == LANG_TURKIC) {
		if (!is_derived_adjective(ts, info) &&
		    !(info->lang == LANG_TURKIC && is_turkic_adjective(info->folded)))
			info->head =
				stem_row(ts, info->folded, info->lang == LANG_TURKIC ? TURKIC_ENDING : SLAVIC_ENDING,
					 info->lang != LANG_TURKIC);
		return;
	}
	for (size_t i = 0; i < info->n && info->head == LEXICON_NONE; i++) {
		if (!(info->parse[i].tags & M_NOUN))
			continue;
		buf_reset(&lemma);
		morph_lemma(ts->morph, info->folded, &info->parse[i], &lemma);
		info->head = lexicon_find(ts->heads, buf_span(&lemma));
		info->head_parse = i;
	}
	if (info->head == LEXICON_NONE)
		info->head = lexicon_find(ts->heads, info->folded);
	/* санатория-профилактория: the last part is the noun */
	for (size_t i = 0; i < info->n && info->head == LEXICON_NONE; i++) {
		size_t hyphen;

		if (!(info->parse[i].tags & M_NOUN))
			continue;
		buf_reset(&lemma);
		morph_lemma(ts->morph, info->folded, &info->parse[i], &lemma);
		hyphen = span_find_char(buf_span(&lemma), '-', 0);
		if (hyphen == SPAN_NONE || !begins_with_head(ts, info->folded))
			break;
		info->head = lexicon_find(ts->heads, span_sub(buf_span(&lemma), hyphen + 1, lemma.n));
		info->head_parse = i;
	}
	buf_free(&lemma);
}

/* Adds the parses of kind tag that the model word has, which word shares the ending of: word is declined like it. */
static size_t add_like(const struct morph *m, struct span word, struct span model, unsigned tag,
		       struct morph_parse *parse, size_t n)
{
	struct morph_parse like[MORPH_MAX];
	size_t models = word.n < model.n ? 0 : morph_parses(m, model, like);

	for (size_t i = 0; i < models && n < MORPH_MAX; i++) {
		if (!(like[i].tags & tag) || like[i].lead_bytes || like[i].prefix_bytes)
			continue;
		like[i].stem_bytes = (unsigned char)(word.n - model.n + like[i].stem_bytes);
		parse[n++] = like[i];
	}
	return n;
}

/*
 * в Бобруйском отделении: a dictionary that has the town in the instrumental may lack its adjective, which then is
 * declined like that of another town.
 */
static size_t add_town_adjective(const struct morph *m, struct span word, struct morph_parse *parse, size_t n)
{
	if (span_is(word, "донском") || span_is(word, "тверском"))
		return add_like(m, word, SPAN("морском"), M_ADJ, parse, 0);
	if (!n || !span_ends(word, SPAN("ском")))
		return n;
	for (size_t i = 0; i < n; i++)
		if (parse[i].tags & M_ADJ)
			return n;
	return add_like(m, word, SPAN("омском"), M_ADJ, parse, n);
}

/*
 * крайсовпрофа, трехсторонней: compounds of unions' papers that no dictionary has, or takes for something else, are
 * declined like a word of the same ending.
 */
static size_t add_compound(const struct morph *m, struct span word, struct morph_parse *parse, size_t n)
{
	static const struct {
		const char *part, *model;
		unsigned tag;
	} compounds[] = { { "совпроф", "завод", M_NOUN }, { "трехсторонн", "посторонн", M_ADJ } };
	struct buf model = { 0 };

	for (size_t i = 0; i < sizeof compounds / sizeof *compounds; i++) {
		size_t at = span_find(word, span_of(compounds[i].part), 0);
		struct span ending;

		if (at == SPAN_NONE || word.n > 100)
			continue;
		ending = span_sub(word, at + span_of(compounds[i].part).n, word.n);
		if (!ending.n || ending.n > 6)
			continue;
		buf_puts(&model, compounds[i].model);
		buf_add(&model, ending);
		n = add_like(m, word, buf_span(&model), compounds[i].tag, parse, 0);
		break;
	}
	buf_free(&model);
	return n;
}

static struct token_info *make_info(struct tokens *ts, struct span folded, enum token_lang lang)
{
	struct arena *a = &ts->words->arena;
	struct token_info *info = arena_alloc(a, sizeof *info);
	struct morph_parse parse[MORPH_MAX];

	folded = info->folded = arena_dup(a, folded);
	info->lang = lang;
	info->head = LEXICON_NONE;
	if (lang == LANG_UK || lang == LANG_BE) {
		find_head(ts, info);
		info->n = info->head != LEXICON_NONE
				  ? slavic_head_parses(ts->heads, info, parse)
				  : slavic_parses(lang == LANG_UK ? SLAVIC_UK : SLAVIC_BE, folded, parse);
	} else if (lang == LANG_RU) {
		info->n = add_town_adjective(ts->morph, folded, parse, morph_parses(ts->morph, folded, parse));
		info->n = add_compound(ts->morph, folded, parse, info->n);
	}
	if (info->n) {
		struct morph_parse *kept = arena_alloc(a, info->n * sizeof *kept);

		memcpy(kept, parse, info->n * sizeof *kept);
		info->parse = kept;
	}
	for (size_t i = 0; i < info->n; i++)
		info->tags |= parse[i].tags;
	if (lang != LANG_UK && lang != LANG_BE)
		find_head(ts, info);
	return info;
}

const struct token_info *token_info(struct tokens *ts, size_t i)
{
	struct token *t = &ts->t[i];
	struct token_info **known;

	if (t->info)
		return t->info;
	known = word_cache_at(ts->words, token_fold(ts, i), t->lang);
	if (!*known)
		*known = make_info(ts, token_fold(ts, i), (enum token_lang)t->lang);
	t->info = *known;
	return t->info;
}

bool tokens_same_block(const struct tokens *ts, size_t i, size_t k)
{
	return i < ts->n && k < ts->n && ts->t[i].block == ts->t[k].block;
}

bool tokens_new_line(const struct tokens *ts, size_t i)
{
	return i > 0 && i < ts->n &&
	       span_find_char(span_sub(ts->text, ts->t[i - 1].end, ts->t[i].start), '\n', 0) != SPAN_NONE;
}

size_t tokens_from(const struct tokens *ts, size_t at)
{
	size_t lo;

	BISECT(lo, ts->n, ts->t[lo].start < at);
	return lo;
}

const struct morph_parse *token_parse(struct tokens *ts, size_t i, unsigned all, unsigned any)
{
	const struct token_info *info;

	if (!token_is_word(ts, i))
		return NULL;
	info = token_info(ts, i);
	for (size_t k = 0; k < info->n; k++)
		if ((info->parse[k].tags & all) == all && (!any || info->parse[k].tags & any))
			return &info->parse[k];
	return NULL;
}

struct span token_letters(const struct tokens *ts, size_t i)
{
	struct span word = span_sub(ts->text, ts->t[i].start, ts->t[i].end);
	size_t at = 0, end = 0;

	while (at < word.n && utf8_is_upper(utf8_next(word, &at)))
		end = at;
	return span_sub(word, 0, end);
}

bool token_is(const struct tokens *ts, size_t i, const char *folded)
{
	return token_is_word(ts, i) && span_is(token_fold(ts, i), folded);
}

bool token_in(const struct tokens *ts, size_t i, const char *const *list)
{
	for (; token_is_word(ts, i) && *list; list++)
		if (span_is(token_fold(ts, i), *list))
			return true;
	return false;
}

bool token_says(const struct tokens *ts, size_t i, enum word_use use)
{
	return token_is_word(ts, i) && word_list_has(ts->lists, use, token_fold(ts, i));
}
