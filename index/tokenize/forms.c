/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the index for one word. Slow and careful: the tokenizer remembers the answers. */
#include <libstemmer.h>
#include <stdlib.h>

#include "forms_p.h"
#include "mem.h"
#include "morph.h"
#include "slavic.h"
#include "turkic.h"
#include "utf8.h"
#include "wordforms.h"

enum {
	TOKEN_BYTES = 120,        /* of a word; what follows is not looked at */
	SHORT_LETTERS = 2,        /* never lemmatized */
	ABBREVIATION_LETTERS = 6, /* longest word in capitals that may be one: no endings are guessed */
	SURE_ABBREVIATION = 3,    /* longest one that is one even where the dictionary has such a word */
};

struct forms {
	struct morph *morph;
	struct sb_stemmer *russian, *english;
	struct wordforms *slavic;
	unsigned query_langs;
	struct buf word; /* the folded word */
	struct buf lines;
};

struct forms *forms_new(const char *dictionary, struct err *e)
{
	struct morph *m = morph_open(dictionary, e);
	struct forms *f;

	if (!m)
		return NULL;
	f = mem_alloc(sizeof *f);
	f->morph = m;
	f->russian = sb_stemmer_new("russian", "UTF_8");
	f->english = sb_stemmer_new("english", "UTF_8");
	f->slavic = wordforms_new();
	f->query_langs = TOKEN_TURKIC | TOKEN_TAJIK;
	return f;
}

void forms_free(struct forms *f)
{
	if (!f)
		return;
	morph_close(f->morph);
	sb_stemmer_delete(f->russian);
	sb_stemmer_delete(f->english);
	wordforms_free(f->slavic);
	buf_free(&f->word);
	buf_free(&f->lines);
	free(f);
}

void forms_query_languages(struct forms *f, unsigned langs)
{
	f->query_langs = langs;
}

const struct morph *forms_morph(const struct forms *f)
{
	return f->morph;
}

/* ---- folding ---- */

/* Latin and Cyrillic letters (lower case) that look alike. */
static const struct {
	unsigned latin, cyrillic;
} alike[] = {
	{ 'a', 0x430 }, { 'c', 0x441 }, { 'e', 0x435 }, { 'o', 0x43e }, { 'p', 0x440 },
	{ 'x', 0x445 }, { 'y', 0x443 }, { 'k', 0x43a }, { 'm', 0x43c }, { 't', 0x442 },
	{ 'h', 0x43d }, { 'b', 0x432 }, { 'i', 0x456 }, { 's', 0x455 }, { 'j', 0x458 },
};

static unsigned look_alike(unsigned c, bool to_cyrillic)
{
	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
		if (c == (to_cyrillic ? alike[i].latin : alike[i].cyrillic))
			return to_cyrillic ? alike[i].cyrillic : alike[i].latin;
	return 0;
}

static bool is_latin(unsigned c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_cyrillic(unsigned c)
{
	return c >= 0x400 && c < 0x530;
}

static bool is_apostrophe(unsigned c)
{
	return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2bc || c == 0x2bb;
}

static bool is_silent(unsigned c)
{
	return c == 0xad || (c >= 0x300 && c < 0x370) || (c >= 0x200b && c <= 0x200d) || c == 0x2060;
}

/* A word of both alphabets whose fewer letters all have a look-alike in the other is rewritten in the other. */
static void one_alphabet(struct buf *out, size_t start)
{
	struct span s = span_make(out->p + start, out->n - start);
	size_t latin = 0, cyrillic = 0, at = 0;
	char fixed[TOKEN_BYTES * 2];
	size_t n = 0;
	bool to_cyrillic;

	while (at < s.n) {
		unsigned c = utf8_next(s, &at);

		latin += is_latin(c);
		cyrillic += is_cyrillic(c);
	}
	if (!latin || !cyrillic)
		return;
	to_cyrillic = cyrillic >= latin;
	for (at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);

		if (to_cyrillic ? is_latin(c) : is_cyrillic(c))
			c = look_alike(c, to_cyrillic);
		if (!c)
			return;
		n += utf8_encode(c, fixed + n);
	}
	out->n = start;
	buf_add(out, span_make(fixed, n));
}

void forms_fold(struct span word, struct buf *out)
{
	size_t at = 0, start = out->n;

	while (at < word.n && out->n - start < TOKEN_BYTES) {
		unsigned c = utf8_lower(utf8_next(word, &at));

		if (is_silent(c))
			continue;
		if (c == 0x451)
			c = 0x435;
		else if (is_apostrophe(c))
			c = '\'';
		buf_put_utf8(out, c);
	}
	one_alphabet(out, start);
}

/* ---- what kind of word it is ---- */

static bool all_capitals(struct span word)
{
	size_t at = 0;

	while (at < word.n) {
		unsigned c = utf8_next(word, &at);

		if (utf8_is_letter(c) && !utf8_is_upper(c))
			return false;
	}
	return true;
}

/* The language that a letter of the folded word gives away, or LANG_UNSURE. */
static enum text_lang lang_of_word(struct span word)
{
	enum text_lang lang = LANG_UNSURE;
	size_t at = 0;

	while (at < word.n) {
		switch (utf8_next(word, &at)) {
		case 0x457: /* ї */
		case 0x454: /* є */
		case 0x491: /* ґ */
			return LANG_UK;
		case 0x493:                 /* ғ */
		case 0x49b:                 /* қ */
		case 0x4b3:                 /* ҳ */
			lang = LANG_TURKIC; /* or Tajik, when another letter says so */
			break;
		case 0x4d9: /* ә */
		case 0x4a3: /* ң */
		case 0x4e9: /* ө */
		case 0x4b1: /* ұ */
		case 0x4af: /* ү */
		case 0x4bb: /* һ */
			return LANG_TURKIC;
		case 0x4b7: /* ҷ */
		case 0x4e3: /* ӣ */
		case 0x4ef: /* ӯ */
			return LANG_TAJIK;
		case 0x45e:                           /* ў */
			lang = lang ? lang : LANG_BE; /* and Uzbek */
			break;
		case 0x456: /* і */
			lang = lang ? lang : LANG_UK;
			break;
		}
	}
	return lang;
}

/* ---- tokens ---- */

static void put_token(struct buf *out, const char *mark, struct span s)
{
	size_t n = strlen(mark);

	s = utf8_whole(span_sub(s, 0, 255 - n));
	buf_putc(out, (char)(s.n + n));
	buf_puts(out, mark);
	buf_add(out, s);
}

static void put_snowball(struct sb_stemmer *stemmer, struct span word, struct buf *out)
{
	const sb_symbol *stem = sb_stemmer_stem(stemmer, (const sb_symbol *)word.p, (int)word.n);

	if (stem)
		put_token(out, "~", span_make((const char *)stem, (size_t)sb_stemmer_length(stemmer)));
}

static void put_turkic(struct span word, struct buf *out)
{
	char stem[TOKEN_BYTES * 2];

	put_token(out, "^", span_make(stem, turkic_stem(word, stem)));
}

static void put_tajik(struct span word, struct buf *out)
{
	char stem[TOKEN_BYTES * 2];

	put_token(out, "^", span_make(stem, tajik_stem(word, stem)));
}

static void put_uzbek(struct span word, struct buf *out)
{
	struct buf cyrillic = { 0 };

	uzbek_cyrillic(word, &cyrillic);
	put_turkic(utf8_whole(span_sub(buf_span(&cyrillic), 0, TOKEN_BYTES)), out);
	buf_free(&cyrillic);
}

static bool has_token(const struct buf *out, size_t from, const char *mark, struct span s)
{
	size_t mark_n = strlen(mark);

	for (size_t at = from; at < out->n;) {
		struct span one = span_make(out->p + at + 1, (unsigned char)out->p[at]);

		if (one.n == mark_n + s.n && memcmp(one.p, mark, mark_n) == 0 &&
		    span_eq(span_sub(one, mark_n, one.n), s))
			return true;
		at += 1 + one.n;
	}
	return false;
}

static void put_new(struct buf *out, size_t from, const char *mark, struct span s)
{
	if (!has_token(out, from, mark, s))
		put_token(out, mark, s);
}

/* True: the dictionary has the word, and all its lemmas look like lemmas. */
static bool put_known(struct forms *f, struct span code, enum slavic lang, struct buf *out)
{
	size_t from = out->n;
	bool sure;

	buf_reset(&f->lines);
	sure = wordforms_stems(f->slavic, code, buf_span(&f->word), &f->lines) > 0;
	for (struct span rest = buf_span(&f->lines); rest.n;) {
		struct buf folded = { 0 };

		forms_fold(span_cut(&rest, '\n'), &folded);
		put_new(out, from, "", buf_span(&folded));
		sure = sure && slavic_is_lemma(buf_span(&folded), lang);
		buf_free(&folded);
	}
	return sure;
}

static bool is_own_lemma(struct forms *f, struct span code, struct span word, enum slavic lang)
{
	struct buf stems = { 0 };
	bool own = false;

	if (slavic_is_lemma(word, lang))
		wordforms_stems(f->slavic, code, word, &stems);
	for (struct span rest = buf_span(&stems); rest.n && !own;)
		own = span_eq(word, span_cut(&rest, '\n'));
	buf_free(&stems);
	return own;
}

/* Of the words that it may be a form of, those that the dictionary has. */
static void put_guessed(struct forms *f, struct span code, enum slavic lang, size_t from, struct buf *out)
{
	enum { MOST = 4 };
	int n = 0;

	buf_reset(&f->lines);
	slavic_lemmas(buf_span(&f->word), lang, &f->lines);
	for (struct span rest = buf_span(&f->lines); rest.n && n < MOST;) {
		struct span lemma = span_cut(&rest, '\n');
		struct buf folded = { 0 };

		if (is_own_lemma(f, code, lemma, lang)) {
			forms_fold(lemma, &folded);
			put_new(out, from, "", buf_span(&folded));
			n++;
		}
		buf_free(&folded);
	}
}

/*
 * Lemmas of the dictionary. Where it lacks the word, or has it as a form without lemma, those that it may belong to,
 * and its stems.
 */
static void put_slavic(struct forms *f, enum slavic lang, struct buf *out)
{
	struct span code = lang == SLAVIC_UK ? SPAN("uk") : SPAN("be");
	size_t from = out->n;
	bool known;

	if (put_known(f, code, lang, out))
		return;
	known = out->n > from;
	put_guessed(f, code, lang, from, out);
	buf_reset(&f->lines);
	if (!known)
		slavic_stems(buf_span(&f->word), lang, &f->lines);
	for (struct span rest = buf_span(&f->lines); rest.n;)
		put_new(out, from, "~", span_cut(&rest, '\n'));
}

/* A word's parses without those that nobody means: "для" is a form of "длить" as well. */
static size_t parses_of(const struct morph *m, struct span word, struct morph_parse out[MORPH_MAX])
{
	enum { FUNCTION = M_PREP | M_CONJ };
	size_t n = morph_parses(m, word, out), kept = 0;
	bool function = n > 0 && (out[0].tags & FUNCTION);

	for (size_t i = 0; i < n; i++)
		if (!function || (out[i].tags & FUNCTION))
			out[kept++] = out[i];
	return kept;
}

/* Russian lemmas; true when the dictionary has the word itself. */
static bool put_russian(struct forms *f, bool known_only, struct buf *out)
{
	struct span word = buf_span(&f->word);
	struct morph_parse parses[MORPH_MAX];
	size_t n = parses_of(f->morph, word, parses), from = out->n;
	bool known = n > 0 && !(parses[0].tags & M_PREDICTED);

	if (!known && known_only)
		return false;
	for (size_t i = 0; i < n; i++) {
		buf_reset(&f->lines);
		morph_lemma(f->morph, word, &parses[i], &f->lines);
		put_new(out, from, "", buf_span(&f->lines));
	}
	return known;
}

static void put_cyrillic_text(struct forms *f, struct word_context c, bool known_only, struct buf *out)
{
	enum text_lang lang = c.lang;

	enum text_lang own = lang_of_word(buf_span(&f->word));

	if (own != LANG_UNSURE && (lang == LANG_RU || lang == LANG_UNSURE))
		lang = own == LANG_TAJIK
			       ? own
			       : LANG_TURKIC; /* a foreign name; dictionaries are for texts in their languages */
	switch (lang) {
	case LANG_UK:
		put_slavic(f, SLAVIC_UK, out);
		return;
	case LANG_BE:
		put_slavic(f, SLAVIC_BE, out);
		return;
	case LANG_TURKIC:
	case LANG_UZBEK:
		put_turkic(buf_span(&f->word), out);
		return;
	case LANG_TAJIK:
		put_tajik(buf_span(&f->word), out);
		return;
	case LANG_RU:
	case LANG_UNSURE:
		break;
	}
	if (put_russian(f, known_only, out) || known_only)
		return;
	put_snowball(f->russian, buf_span(&f->word), out);
	if (lang == LANG_UNSURE)
		put_turkic(buf_span(&f->word), out);
}

/*
 * Every further token of a query costs a pass over its places, so a word gets those under which it can stand: a word of
 * the dictionary its lemmas; an unknown one, or one that a language of the corpus may have as well, other readings too.
 */
static void put_cyrillic_query(struct forms *f, bool capitals, struct buf *out)
{
	enum text_lang own = lang_of_word(buf_span(&f->word));
	size_t from = out->n;
	bool known = put_russian(f, false, out);

	if (!known)
		put_snowball(f->russian, buf_span(&f->word), out);
	if ((f->query_langs & TOKEN_TURKIC) || own == LANG_TURKIC)
		put_turkic(buf_span(&f->word), out);
	if ((f->query_langs & TOKEN_TAJIK) || own == LANG_TAJIK)
		put_tajik(buf_span(&f->word), out);
	if (own == LANG_UK || ((f->query_langs & TOKEN_UK) && own != LANG_BE))
		put_slavic(f, SLAVIC_UK, out);
	if ((f->query_langs & TOKEN_BE) || own == LANG_BE)
		put_slavic(f, SLAVIC_BE, out);
	if (!known || capitals)
		put_new(out, from, "=", buf_span(&f->word)); /* as an abbreviation stands in a text */
}

static void put_latin(struct forms *f, struct word_context c, struct buf *out)
{
	struct span word = buf_span(&f->word);
	bool uzbek = c.lang == LANG_UZBEK || uzbek_letters(word);

	if (c.query || !uzbek)
		put_snowball(f->english, word, out);
	if (uzbek || (c.query && (f->query_langs & TOKEN_TURKIC)))
		put_uzbek(word, out);
}

static bool starts_cyrillic(struct span word)
{
	size_t at = 0;

	return is_cyrillic(utf8_next(word, &at));
}

/* In a heading of capitals three letters may be an abbreviation or a word: they are both. */
static bool may_be_either(struct span word, struct word_context c, size_t letters)
{
	return !c.query && c.capitals && letters <= SURE_ABBREVIATION && all_capitals(word);
}

void forms_of(struct forms *f, struct span word, struct word_context c, struct buf *out)
{
	size_t letters, from = out->n;
	bool capitals, abbreviation;

	buf_reset(&f->word);
	forms_fold(word, &f->word);
	letters = utf8_count(buf_span(&f->word));
	capitals = all_capitals(word) && letters <= ABBREVIATION_LETTERS;
	abbreviation = capitals && !c.capitals && letters <= SURE_ABBREVIATION;
	if (letters > SHORT_LETTERS && !(c.query && abbreviation)) {
		if (!starts_cyrillic(buf_span(&f->word)))
			put_latin(f, c, out);
		else if (c.query)
			put_cyrillic_query(f, letters <= SURE_ABBREVIATION, out);
		else if (!abbreviation)
			put_cyrillic_text(f, c, capitals, out);
	}
	if (out->n == from || may_be_either(word, c, letters))
		put_new(out, from, "=", buf_span(&f->word));
}

/* ---- beginnings ---- */

/* The beginning without what may be an ending of a stem's forms; at least STEM letters are left. True: it is shorter.
 */
static bool put_begun_stem(const char *mark, struct span word, struct buf *out)
{
	enum { STEM = 4, ENDING = 6 };
	size_t letters = utf8_count(word), n = word.n;

	for (; letters > STEM && letters + ENDING > utf8_count(word); letters--)
		utf8_prev(word, &n);
	put_token(out, mark, span_sub(word, 0, n));
	return n < word.n;
}

bool forms_begun(struct forms *f, struct span word, struct buf *out)
{
	bool wide = false;
	struct span lines;

	buf_reset(&f->word);
	forms_fold(word, &f->word);
	put_token(out, "", buf_span(&f->word));
	put_token(out, "=", buf_span(&f->word));
	if (!starts_cyrillic(buf_span(&f->word)) || (f->query_langs & (TOKEN_UK | TOKEN_BE)))
		wide |= put_begun_stem("~", buf_span(&f->word), out);
	if (starts_cyrillic(buf_span(&f->word)) || (f->query_langs & TOKEN_TURKIC)) {
		struct buf cyrillic = { 0 };

		if (starts_cyrillic(buf_span(&f->word)))
			buf_add(&cyrillic, buf_span(&f->word));
		else
			uzbek_cyrillic(buf_span(&f->word), &cyrillic);
		wide |= put_begun_stem("^", utf8_whole(span_sub(buf_span(&cyrillic), 0, TOKEN_BYTES)), out);
		buf_free(&cyrillic);
	}
	buf_reset(&f->lines);
	morph_begin(f->morph, buf_span(&f->word), &f->lines);
	lines = buf_span(&f->lines);
	wide |= lines.n > 0;
	while (lines.n)
		put_token(out, "", span_cut(&lines, '\n'));
	return wide;
}
