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

enum { SLOTS = 1 << 16, SLOT_BYTES = 112, LETTERS_FOR_CAPITALS = 12 };

/* A word of a context and its tokens: key_n bytes of word, then n bytes of tokens. */
struct slot {
	unsigned hash;
	unsigned char context, key_n;
	unsigned char n;
	char bytes[SLOT_BYTES - 7];
};

struct tokenizer {
	struct forms *forms;
	struct slot *slots;
	struct buf tokens; /* of a word that no slot could take */
};

struct tokenizer *tokenizer_new(const char *dictionary, struct err *e)
{
	struct forms *f = forms_new(dictionary, e);
	struct tokenizer *t;

	if (!f)
		return NULL;
	t = mem_alloc(sizeof *t);
	t->forms = f;
	t->slots = mem_alloc(sizeof *t->slots * SLOTS);
	return t;
}

void tokenizer_free(struct tokenizer *t)
{
	if (!t)
		return;
	forms_free(t->forms);
	free(t->slots);
	buf_free(&t->tokens);
	free(t);
}

void tokenizer_query_languages(struct tokenizer *t, unsigned langs)
{
	forms_query_languages(t->forms, langs);
	memset(t->slots, 0, sizeof *t->slots * SLOTS);
}

const struct morph *tokenizer_morph(const struct tokenizer *t)
{
	return forms_morph(t->forms);
}

void tokenizer_signature(const struct tokenizer *t, char out[TOKEN_SIGNATURE])
{
	snprintf(out, TOKEN_SIGNATURE, "svod-1 ru:%016llx", morph_hash(forms_morph(t->forms)));
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
	unsigned turkic; /* ә ғ қ ң ө ұ ү һ, ҳ ҷ ӣ ӯ */
	unsigned uk;	 /* ї є ґ */
	unsigned i;	 /* і */
	unsigned short_u; /* ў */
	unsigned ru;	 /* ы э ъ: not Ukrainian */
	unsigned not_be; /* и щ ъ */
};

static void count_letter(struct letters *l, unsigned char lead, unsigned char tail)
{
	unsigned c = ((lead & 0x1fU) << 6) | (tail & 0x3fU);

	l->total++;
	l->upper += c < 0x430;
	if (c >= 0x490) {
		l->uk += c == 0x490 || c == 0x491;
		l->turkic += c > 0x491;
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
		return LANG_TURKIC;
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

static struct word_context context_of(struct span text)
{
	struct letters l = { 0 };
	struct word_context c = { LANG_UNSURE, false, false };

	for (size_t i = 0; i + 1 < text.n; i++) {
		unsigned char lead = (unsigned char)text.p[i];

		if (lead >= 0xd0 && lead <= 0xd3)
			count_letter(&l, lead, (unsigned char)text.p[++i]);
		else if (lead < 0x80 && role_ascii(lead) == ROLE_LETTER)
			l.upper += lead < 'a', l.total++;
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

/* The word's tokens, each with its length byte before it; valid until the next call. */
static struct span tokens_of(struct tokenizer *t, struct span word, struct word_context c)
{
	unsigned char context = (unsigned char)(c.lang << 2 | (c.capitals ? 2 : 0) | (c.query ? 1 : 0));
	unsigned hash = hash_of(word, context);
	struct slot *slot = &t->slots[hash % SLOTS];

	if (slot->hash == hash && slot->context == context && slot->key_n == word.n && memcmp(slot->bytes, word.p, word.n) == 0)
		return span_make(slot->bytes + slot->key_n, slot->n);
	buf_reset(&t->tokens);
	forms_of(t->forms, word, c, &t->tokens);
	if (word.n + t->tokens.n > sizeof slot->bytes)
		return buf_span(&t->tokens);
	slot->hash = hash;
	slot->context = context;
	slot->key_n = (unsigned char)word.n;
	slot->n = (unsigned char)t->tokens.n;
	memcpy(slot->bytes, word.p, word.n);
	memcpy(slot->bytes + word.n, t->tokens.p, t->tokens.n);
	return span_make(slot->bytes + slot->key_n, slot->n);
}

/* Only the =form of a word: the last of its tokens. */
static struct span exact_of(struct span tokens)
{
	struct span last = tokens;

	while (tokens.n) {
		last = tokens;
		tokens = span_sub(tokens, 1 + (size_t)(unsigned char)tokens.p[0], tokens.n);
	}
	return last;
}

static int emit_all(struct span tokens, struct run r, token_emit *emit, void *ctx)
{
	bool same = false;
	int rc = 0;

	while (tokens.n && rc == 0) {
		size_t n = (unsigned char)tokens.p[0];

		rc = emit(ctx, same, span_make(tokens.p + 1, n), r.start, r.end);
		tokens = span_sub(tokens, 1 + n, tokens.n);
		same = true;
	}
	return rc;
}

static int emit_digits(struct span digits, struct run r, token_emit *emit, void *ctx)
{
	enum { DIGITS = 64 };

	return emit(ctx, false, utf8_whole(span_sub(digits, 0, DIGITS)), r.start, r.end);
}

int tokenizer_run(struct tokenizer *t, enum token_mode mode, struct span text, token_emit *emit, void *ctx)
{
	struct word_context c = { LANG_UNSURE, false, true };
	bool exact = mode != TOKEN_TEXT && text.n && text.p[0] == '=';
	struct run r, next;
	size_t at = 0;
	int rc = 0;

	if (mode == TOKEN_TEXT)
		c = context_of(text);
	for (r = next_run(text, &at); r.kind != RUN_NONE && rc == 0; r = next) {
		struct span word = span_sub(text, r.start, r.end);

		next = next_run(text, &at);
		if (r.kind == RUN_DIGITS) {
			rc = emit_digits(word, r, emit, ctx);
			continue;
		}
		word = tokens_of(t, word, c);
		if (exact || (mode == TOKEN_PREFIX && next.kind == RUN_NONE))
			word = exact_of(word);
		rc = emit_all(word, r, emit, ctx);
	}
	return rc;
}
