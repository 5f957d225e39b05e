/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the words of a text and hands out their tokens. Nearly every word was met before: its tokens come from a
 * table of fixed size that is looked up with the word's raw bytes, before any folding.
 */
#include "token.h"

#include <stdio.h>
#include <stdlib.h>

#include "forms_p.h"
#include "mem.h"
#include "morph.h"
#include "utf8.h"
#include "wordforms.h"

/* Slots grow with the words met: a query, or one more document, does not pay for the pages of a large table. */
enum {
	FIRST_SLOTS = 1 << 11,
	MOST_SLOTS = 1 << 17,
	SLOT_BYTES = 64,
	KEY_AT = 8,
	LETTERS_FOR_CAPITALS = 12,
	LETTERS_LOOKED_AT = 200
};

/*
 * A word of a context and its tokens, one cache line: the word as it was written, then the tokens with their length
 * bytes. When the last token is the word as it was written, it is the key itself.
 */
struct slot {
	unsigned hash;
	unsigned char context, key_n, n;
	bool key_is_token;
	char bytes[];
};

/* Long words, and those with many lemmas, have slots four times as wide; there are fewer of them. */
enum { WIDE_BYTES = 4 * SLOT_BYTES, FEWER = 8 };

struct tokenizer {
	struct forms *forms;
	char *slots, *wide;
	size_t n_slots, filled;
	struct buf tokens; /* of a word that no slot could take */
};

static void make_slots(struct tokenizer *t, size_t n)
{
	t->n_slots = n;
	t->filled = 0;
	t->slots = mem_alloc(n * SLOT_BYTES);
	t->wide = mem_alloc(n / FEWER * WIDE_BYTES);
}

/* The slot of a hash in a table of n slots, a power of two. */
static struct slot *slot_of(char *slots, size_t n, size_t bytes, unsigned hash)
{
	return (void *)(slots + (hash & (n - 1)) * bytes);
}

static void move_slots(char *from, size_t n_from, char *to, size_t n_to, size_t bytes)
{
	for (size_t i = 0; i < n_from; i++) {
		const struct slot *s = (const void *)(from + i * bytes);

		if (s->key_n)
			memcpy(slot_of(to, n_to, bytes, s->hash), s, bytes);
	}
	free(from);
}

/* When half of them were filled. */
static void grow_slots(struct tokenizer *t)
{
	char *slots = t->slots, *wide = t->wide;
	size_t n = t->n_slots;

	if (n == MOST_SLOTS || ++t->filled < n / 2)
		return;
	make_slots(t, n * 4 < MOST_SLOTS ? n * 4 : MOST_SLOTS);
	move_slots(slots, n, t->slots, t->n_slots, SLOT_BYTES);
	move_slots(wide, n / FEWER, t->wide, t->n_slots / FEWER, WIDE_BYTES);
}

struct tokenizer *tokenizer_new(const char *dictionary, struct err *e)
{
	struct forms *f = forms_new(dictionary, e);
	struct tokenizer *t;

	if (!f)
		return NULL;
	t = mem_alloc(sizeof *t);
	t->forms = f;
	make_slots(t, FIRST_SLOTS);
	return t;
}

void tokenizer_free(struct tokenizer *t)
{
	if (!t)
		return;
	forms_free(t->forms);
	free(t->slots);
	free(t->wide);
	buf_free(&t->tokens);
	free(t);
}

void tokenizer_query_languages(struct tokenizer *t, unsigned langs)
{
	forms_query_languages(t->forms, langs);
	free(t->slots);
	free(t->wide);
	make_slots(t, FIRST_SLOTS);
}

const struct morph *tokenizer_morph(const struct tokenizer *t)
{
	return forms_morph(t->forms);
}

void tokenizer_signature(const struct tokenizer *t, char out[TOKEN_SIGNATURE])
{
	snprintf(out, TOKEN_SIGNATURE, "svod-7 ru:%016llx uk:%llx be:%llx", morph_hash(forms_morph(t->forms)),
		 wordforms_version(SPAN("uk")), wordforms_version(SPAN("be")));
}

/* ---- words ---- */

enum run_kind { RUN_NONE, RUN_LETTERS, RUN_DIGITS };

struct run {
	enum run_kind kind;
	size_t start, end;
};

/* What a character does: it is a letter, a digit, belongs to letters around it, or ends the run. */
enum role { ROLE_END, ROLE_LETTER, ROLE_DIGIT, ROLE_JOIN, ROLE_SILENT };

static enum role role_ascii(unsigned char c)
{
	if ((unsigned char)((c | 0x20) - 'a') < 26)
		return ROLE_LETTER;
	if ((unsigned char)(c - '0') < 10)
		return ROLE_DIGIT;
	return c == '\'' ? ROLE_JOIN : ROLE_END;
}

/* Role of the character at *at, which moves behind it. Cyrillic and ASCII without a call. */
static enum role next_role(struct span s, size_t *at)
{
	unsigned char c = (unsigned char)s.p[*at];
	unsigned u;

	if (c < 0x80) {
		*at += 1;
		return role_ascii(c);
	}
	if (c >= 0xd0 && c <= 0xd3 && *at + 1 < s.n && !(c == 0xd2 && (unsigned char)s.p[*at + 1] == 0x82)) {
		*at += 2;
		return ROLE_LETTER;
	}
	u = utf8_next(s, at);
	if (u == 0x2019 || u == 0x2018 || u == 0x2bc || u == 0x2bb)
		return ROLE_JOIN;
	if (u == 0xad || (u >= 0x300 && u < 0x370) || (u >= 0x200b && u <= 0x200d) || u == 0x2060)
		return ROLE_SILENT;
	return utf8_is_letter(u) ? ROLE_LETTER : utf8_is_word(u) ? ROLE_DIGIT : ROLE_END;
}

/* The next run at or after *at, which moves behind it. */
static struct run next_run(struct span s, size_t *at)
{
	struct run r = { RUN_NONE, 0, 0 };
	size_t i = *at;

	while (i < s.n) {
		size_t before = i;
		enum role role = next_role(s, &i);

		if (role == ROLE_JOIN || role == ROLE_SILENT) {
			if (r.kind != RUN_DIGITS)
				continue; /* it counts when a letter follows: end stays before it */
			role = ROLE_END;
		}
		if (role == ROLE_END || (r.kind == RUN_LETTERS && role == ROLE_DIGIT) ||
		    (r.kind == RUN_DIGITS && role == ROLE_LETTER)) {
			if (r.kind == RUN_NONE)
				continue;
			*at = before;
			return r;
		}
		if (r.kind == RUN_NONE) {
			r.kind = role == ROLE_LETTER ? RUN_LETTERS : RUN_DIGITS;
			r.start = before;
		}
		r.end = i;
	}
	*at = s.n;
	return r;
}

/* ---- language of a text ---- */

struct letters {
	unsigned total, upper;
	unsigned turkic;  /* ә ғ қ ң ө ұ ү һ, ҳ ҷ ӣ ӯ */
	unsigned tajik;   /* ҷ ӣ ӯ of these */
	unsigned uzbek;   /* oʻ gʻ, q without u */
	unsigned uk;      /* ї є ґ */
	unsigned i;       /* і */
	unsigned short_u; /* ў */
	unsigned ru;      /* ы э ъ: not Ukrainian */
	unsigned not_be;  /* и щ ъ */
};

static void count_letter(struct letters *l, unsigned char lead, unsigned char tail)
{
	unsigned c = ((lead & 0x1fU) << 6) | (tail & 0x3fU);

	l->total++;
	l->upper += c < 0x430;
	if (c >= 0x490) {
		l->uk += c == 0x490 || c == 0x491;
		l->turkic += c > 0x491;
		l->tajik += c == 0x4b6 || c == 0x4b7 || c == 0x4e2 || c == 0x4e3 || c == 0x4ee || c == 0x4ef;
	} else if (c >= 0x450 || c < 0x410) {
		l->uk += c == 0x454 || c == 0x457 || c == 0x404 || c == 0x407;
		l->i += c == 0x456 || c == 0x406;
		l->short_u += c == 0x45e || c == 0x40e;
	} else {
		c += c < 0x430 ? 0x20 : 0;
		l->ru += c == 0x44b || c == 0x44d || c == 0x44a;
		l->not_be += c == 0x438 || c == 0x449 || c == 0x44a;
	}
}

/* Thresholds are shares of all letters: a foreign name does not make a Russian paragraph Kazakh. */
static enum text_lang lang_of(const struct letters *l)
{
	enum { ENOUGH = 60 }; /* letters, before і alone decides: Ukrainian, Belarusian and Kazakh have it */

	if (l->turkic * 64 > l->total)
		return l->tajik * 8 > l->turkic ? LANG_TAJIK : LANG_TURKIC;
	if (l->uzbek * 60 > l->total)
		return LANG_UZBEK;
	if (l->short_u && l->i)
		return LANG_BE;
	if (l->uk && (l->uk + l->i) * 50 > l->total)
		return LANG_UK;
	if (l->i * 50 > l->total) {
		if (l->total < ENOUGH)
			return LANG_UNSURE;
		return !l->ru ? LANG_UK : l->not_be ? LANG_TURKIC : LANG_BE;
	}
	return l->ru * 100 > l->total ? LANG_RU : LANG_UNSURE;
}

/* Does an apostrophe of any kind stand at byte at, and a letter other than s (dog's) behind it? */
static bool uzbek_apostrophe(struct span s, size_t at)
{
	size_t next = at;
	unsigned c = at < s.n ? utf8_next(s, &next) : 0;

	return (c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2bc || c == 0x2bb) && next < s.n &&
	       role_ascii((unsigned char)s.p[next]) == ROLE_LETTER && (s.p[next] | 0x20) != 's';
}

/* A letter that the Latin alphabet of Uzbek alone has, at byte i; q at the end of a word is Iraq's as well. */
static bool is_uzbek(struct span s, size_t i)
{
	switch (s.p[i] | 0x20) {
	case 'o':
	case 'g':
		return uzbek_apostrophe(s, i + 1);
	case 'q':
		return i + 1 < s.n && (s.p[i + 1] | 0x20) != 'u' &&
		       role_ascii((unsigned char)s.p[i + 1]) == ROLE_LETTER;
	}
	return false;
}

static struct word_context context_of(struct span text)
{
	struct letters l = { 0 };
	struct word_context c = { .lang = LANG_UNSURE };

	for (size_t i = 0; i + 1 < text.n && l.total < LETTERS_LOOKED_AT; i++) {
		unsigned char lead = (unsigned char)text.p[i];

		if (lead >= 0xd0 && lead <= 0xd3)
			count_letter(&l, lead, (unsigned char)text.p[++i]);
		else if (lead < 0x80 && role_ascii(lead) == ROLE_LETTER)
			l.upper += lead < 'a', l.total++, l.uzbek += is_uzbek(text, i);
	}
	c.capitals = l.total >= LETTERS_FOR_CAPITALS && l.upper * 3 > l.total * 2;
	c.lang = lang_of(&l);
	return c;
}

/* ---- tokens ---- */

static unsigned hash_of(struct span s, unsigned seed)
{
	unsigned long long h = seed + 0x9e3779b97f4a7c15ULL * s.n, v = 0;

	while (s.n >= 8) {
		memcpy(&v, s.p, 8);
		h = (h ^ v) * 0xff51afd7ed558ccdULL;
		h ^= h >> 32;
		s = span_sub(s, 8, s.n);
	}
	if (s.n) {
		v = 0;
		memcpy(&v, s.p, s.n);
		h = (h ^ v) * 0xff51afd7ed558ccdULL;
		h ^= h >> 32;
	}
	return (unsigned)h;
}

/* A word and where its tokens may be. */
struct lookup {
	struct span word;
	unsigned hash;
	unsigned char context;
};

static struct lookup look_up(struct tokenizer *t, struct span word, struct word_context c)
{
	struct lookup l = { word, 0, (unsigned char)(c.lang << 2 | (c.capitals ? 2 : 0) | (c.query ? 1 : 0)) };

	l.hash = hash_of(word, l.context);
	__builtin_prefetch(slot_of(t->slots, t->n_slots, SLOT_BYTES, l.hash));
	return l;
}

/* The tokens of a word: all but the last with length bytes, and the last. */
struct tokens {
	struct span others, last;
};

static bool holds(const struct slot *s, const struct lookup *l)
{
	return s->hash == l->hash && s->context == l->context && s->key_n == l->word.n &&
	       memcmp(s->bytes, l->word.p, l->word.n) == 0;
}

static struct tokens split_tokens(struct span all)
{
	struct tokens t = { all, all };

	while (t.last.n > 1 + (size_t)(unsigned char)t.last.p[0])
		t.last = span_sub(t.last, 1 + (size_t)(unsigned char)t.last.p[0], t.last.n);
	t.others.n -= t.last.n;
	t.last = span_sub(t.last, 1, t.last.n);
	return t;
}

static struct tokens tokens_in(const struct slot *s)
{
	struct span all = { s->bytes + s->key_n, s->n };

	if (s->key_is_token)
		return (struct tokens){ all, { s->bytes, s->key_n } };
	return split_tokens(all);
}

/* Puts a word's tokens into the slot when they fit into room bytes. */
static bool fill(struct slot *s, size_t room, const struct lookup *l, struct span all)
{
	struct tokens t = split_tokens(all);
	bool same = span_eq(t.last, l->word);
	struct span keep = same ? t.others : all;

	if (l->word.n + keep.n > room || keep.n > 255 || l->word.n > 255)
		return false;
	s->hash = l->hash;
	s->context = l->context;
	s->key_n = (unsigned char)l->word.n;
	s->n = (unsigned char)keep.n;
	s->key_is_token = same;
	memcpy(s->bytes, l->word.p, l->word.n);
	memcpy(s->bytes + l->word.n, keep.p, keep.n);
	return true;
}

/* Valid until the next call. */
static struct tokens tokens_of(struct tokenizer *t, const struct lookup *l, struct word_context c)
{
	struct slot *slot = slot_of(t->slots, t->n_slots, SLOT_BYTES, l->hash);
	struct slot *wide = slot_of(t->wide, t->n_slots / FEWER, WIDE_BYTES, l->hash);

	if (holds(slot, l))
		return tokens_in(slot);
	if (holds(wide, l))
		return tokens_in(wide);
	buf_reset(&t->tokens);
	forms_of(t->forms, l->word, c, &t->tokens);
	grow_slots(t);
	slot = slot_of(t->slots, t->n_slots, SLOT_BYTES, l->hash);
	wide = slot_of(t->wide, t->n_slots / FEWER, WIDE_BYTES, l->hash);
	if (!fill(slot, SLOT_BYTES - KEY_AT, l, buf_span(&t->tokens)))
		(void)!fill(wide, WIDE_BYTES - KEY_AT, l, buf_span(&t->tokens));
	return split_tokens(buf_span(&t->tokens));
}

static int emit_all(struct tokens t, struct run r, token_emit *emit, void *ctx)
{
	bool same = false;
	int rc = 0;

	while (t.others.n && rc == 0) {
		size_t n = (unsigned char)t.others.p[0];

		rc = emit(ctx, same, span_make(t.others.p + 1, n), r.start, r.end);
		t.others = span_sub(t.others, 1 + n, t.others.n);
		same = true;
	}
	return rc ? rc : emit(ctx, same, t.last, r.start, r.end);
}

/* A word that is asked for exactly has the tokens of the word in small letters: capitals decide nothing here. */
static int emit_exact(struct tokenizer *t, struct span word, struct run r, token_emit *emit, void *ctx)
{
	struct word_context c = { .lang = LANG_UNSURE, .query = true };
	struct buf folded = { 0 };
	int rc;

	forms_fold(word, &folded);
	buf_reset(&t->tokens);
	forms_of(t->forms, buf_span(&folded), c, &t->tokens);
	rc = emit_all(split_tokens(buf_span(&t->tokens)), r, emit, ctx);
	buf_free(&folded);
	return rc;
}

static int emit_begun(struct tokenizer *t, struct span word, struct run r, token_emit *emit, void *ctx)
{
	buf_reset(&t->tokens);
	forms_begun(t->forms, word, &t->tokens);
	return emit_all(split_tokens(buf_span(&t->tokens)), r, emit, ctx);
}

bool tokenizer_is_wide(struct tokenizer *t, struct span beginning)
{
	buf_reset(&t->tokens);
	return forms_begun(t->forms, beginning, &t->tokens);
}

static int emit_digits(struct span digits, struct run r, token_emit *emit, void *ctx)
{
	enum { DIGITS = 64 };

	return emit(ctx, false, utf8_whole(span_sub(digits, 0, DIGITS)), r.start, r.end);
}

int tokenizer_run(struct tokenizer *t, enum token_mode mode, struct span text, token_emit *emit, void *ctx)
{
	struct word_context c = { .lang = LANG_UNSURE, .query = true };
	bool exact = mode != TOKEN_TEXT && text.n && text.p[0] == '=';
	struct run r, next;
	struct lookup l, ahead;
	size_t at = 0;
	int rc = 0;

	if (mode == TOKEN_TEXT)
		c = context_of(text);
	r = next_run(text, &at);
	l = look_up(t, span_sub(text, r.start, r.end), c);
	for (; r.kind != RUN_NONE && rc == 0; r = next, l = ahead) {
		next = next_run(text, &at);
		ahead = look_up(t, span_sub(text, next.start, next.end), c); /* its slot is on its way meanwhile */
		if (r.kind == RUN_DIGITS)
			rc = emit_digits(l.word, r, emit, ctx);
		else if (mode == TOKEN_PREFIX && next.kind == RUN_NONE)
			rc = emit_begun(t, l.word, r, emit, ctx);
		else if (exact)
			rc = emit_exact(t, l.word, r, emit, ctx);
		else
			rc = emit_all(tokens_of(t, &l, c), r, emit, ctx);
	}
	return rc;
}
