/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Russian words: which forms a form can be, its lemma, and its other forms. The search index needs the lemmas,
 * canonical names need the nominative. Measured against Snowball (F1 .938 to .768), a dictionary is worth its 10 MB.
 */
#include "morph.h"

#include <stdlib.h>

#include "data.h"
#include "morph_load.h"
#include "morph_stemmer.h"
#include "utf8.h"

enum {
	WORD_BYTES = 120,
	ENDING_LETTERS = 5,  /* longest ending in the prediction graph */
	PREDICT_LETTERS = 4, /* shorter unknown words are abbreviations */
	RARE = 20,           /* a predicted parse this many times rarer than the best is left out */
};

struct morph *morph_open(const char *path, struct err *e)
{
	struct morph *m = mem_alloc(sizeof *m);
	struct buf folder = { 0 };
	bool there = path && *path;

	if (there)
		buf_puts(&folder, path);
	else if (!path)
		there = data_path("dict/ru", &folder);
	if (there && !morph_load(m, buf_str(&folder), e)) {
		morph_close(m);
		m = NULL;
	} else if (!m->has_dictionary) {
		m->stemmer = morph_stemmer_new();
	}
	buf_free(&folder);
	return m;
}

void morph_close(struct morph *m)
{
	if (!m)
		return;
	dawg_close(&m->words);
	dawg_close(&m->endings);
	dawg_close(&m->frequency);
	arena_free(&m->arena);
	morph_stemmer_free(m->stemmer);
	free(m->memo);
	free(m);
}

bool morph_has_dictionary(const struct morph *m)
{
	return m->has_dictionary;
}

unsigned long long morph_hash(const struct morph *m)
{
	return m->hash;
}

/* ---- looking a word up ---- */

#define LETTER_YE '\xe5'
#define LETTER_YO '\xb8'

static bool is_cyrillic(struct span word)
{
	return word.n >= 2 && ((unsigned char)word.p[0] & 0xfe) == 0xd0;
}

/* The word in Windows-1251, the dictionary's keys; out has room for s.n bytes. 0 where a letter is not Russian. */
static size_t to_letters(struct span s, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i], next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;

		if (c < 0x80)
			out[n++] = (char)c;
		else if (c == 0xd0 && next >= 0xb0 && next <= 0xbf)
			out[n++] = (char)(next + 0x30), i++;
		else if (c == 0xd1 && next >= 0x80 && next <= 0x8f)
			out[n++] = (char)(next + 0x70), i++;
		else if (c == 0xd1 && next == 0x91)
			out[n++] = LETTER_YO, i++;
		else
			return 0;
	}
	return n;
}

struct lookup {
	const struct morph *m;
	struct morph_parse *out;
	size_t n;
	size_t word_bytes, lead_bytes;
	unsigned weight[MORPH_MAX];
	bool predict;
};

/* Keeps the parses in the order of their weight; equal ones stay in the order in which they came. */
static void insert_parse(struct lookup *l, struct morph_parse p, unsigned weight)
{
	size_t i = l->n;

	while (i > 0 && l->weight[i - 1] < weight)
		i--;
	if (i == MORPH_MAX)
		return;
	if (l->n < MORPH_MAX)
		l->n++;
	for (size_t k = l->n - 1; k > i; k--) {
		l->out[k] = l->out[k - 1];
		l->weight[k] = l->weight[k - 1];
	}
	l->out[i] = p;
	l->weight[i] = weight;
}

static void add_parse(struct lookup *l, unsigned paradigm, unsigned form, unsigned weight)
{
	struct morph_form f;
	size_t fixed;

	if (form >= morph_paradigm_forms(l->m, paradigm))
		return;
	f = morph_paradigm_form(l->m, paradigm, form);
	fixed = l->lead_bytes + f.prefix.n + f.suffix.n;
	if (fixed > l->word_bytes || (l->predict && f.tags->closed))
		return;
	insert_parse(l,
		     (struct morph_parse){ .tags = f.tags->tags | (l->predict ? (unsigned)M_PREDICTED : 0),
					   .paradigm = paradigm,
					   .form = form,
					   .lead_bytes = (unsigned char)l->lead_bytes,
					   .prefix_bytes = (unsigned char)f.prefix.n,
					   .stem_bytes = (unsigned char)(l->word_bytes - fixed) },
		     weight);
}

static void got_word(void *ctx, const unsigned *field, size_t n)
{
	if (n == 2)
		add_parse(ctx, field[0], field[1], 0);
}

static void got_ending(void *ctx, const unsigned *field, size_t n)
{
	if (n == 3)
		add_parse(ctx, field[1], field[2], field[0]);
}

/* Follows s from unit at, trying ё for every е (texts mostly print е, the dictionary has ё), and takes the records. */
static void follow(const struct dawg *d, struct span s, uint32_t at,
		   void (*got)(void *ctx, const unsigned *field, size_t n), struct lookup *l)
{
	for (size_t i = 0; i < s.n && at != DAWG_NONE; i++) {
		if (s.p[i] == LETTER_YE) {
			uint32_t other = dawg_step(d, at, (unsigned char)LETTER_YO);

			if (other != DAWG_NONE)
				follow(d, span_sub(s, i + 1, s.n), other, got, l);
		}
		at = dawg_step(d, at, (unsigned char)s.p[i]);
	}
	if (at != DAWG_NONE)
		dawg_records(d, at, got, l);
}

/* Orders the parses by how often the corpus has the word as each of them; most words are not in it and keep the order.
 */
static void rank_parses(struct lookup *l, struct span letters)
{
	const struct dawg *d = &l->m->frequency;
	uint32_t at = dawg_step(d, dawg_walk(d, DAWG_ROOT, letters.p, letters.n), ':');
	struct morph_parse parses[MORPH_MAX];
	size_t n = l->n;

	if (at == DAWG_NONE || n < 2)
		return;
	memcpy(parses, l->out, n * sizeof *parses);
	l->n = 0;
	for (size_t i = 0; i < n; i++) {
		struct span tag = morph_paradigm_form(l->m, parses[i].paradigm, parses[i].form).tag_name;
		uint32_t weight = 0;

		if (!dawg_value(d, dawg_walk(d, at, tag.p, tag.n), &weight))
			weight = 0;
		insert_parse(l, parses[i], weight);
	}
}

/* The longest ending that is known decides; rare readings of it are dropped. */
static void predict(struct lookup *l, struct span letters)
{
	if (letters.n < PREDICT_LETTERS)
		return;
	l->predict = true;
	for (size_t n = ENDING_LETTERS; n > 0 && l->n == 0; n--)
		follow(&l->m->endings, span_sub(letters, letters.n > n ? letters.n - n : 0, letters.n), DAWG_ROOT,
		       got_ending, l);
	while (l->n > 1 && l->weight[l->n - 1] < l->weight[0] / RARE)
		l->n--;
}

/* Prefixes that may stand before any word; the rest must be a word of the dictionary. */
static const char *const word_prefixes[] = {
	"авиа",   "авто",   "агро",  "анти",   "архи",  "аудио",  "био",   "вице",  "внутри", "вне",    "все",
	"гидро",  "гипер",  "гос",   "горно",  "еже",   "евро",   "жил",   "зоо",   "интер",  "кибер",  "контр",
	"кино",   "лже",    "макро", "медиа",  "меж",   "мега",   "метро", "мини",  "много",  "моно",   "мото",
	"мульти", "нано",   "нарко", "не",     "недо",  "нейро",  "нефте", "обще",  "около",  "опер",   "орг",
	"пара",   "пере",   "пост",  "после",  "пре",   "пред",   "при",   "про",   "проф",   "псевдо", "радио",
	"ре",     "само",   "сверх", "северо", "соц",   "со",     "спец",  "спорт", "стройм", "суб",    "супер",
	"теле",   "тепло",  "техно", "транс",  "турбо", "ультра", "фин",   "фото",  "экс",    "экстра", "электро",
	"эко",    "энерго", "юго",   "психо",  "гео",   "микро",  "благо",
};

static void split_prefix(struct lookup *l, struct span letters)
{
	enum { SHORTEST_REST = 4 };
	size_t lead = l->lead_bytes;

	l->predict = true;
	for (size_t i = 0; i < sizeof word_prefixes / sizeof *word_prefixes && l->n == 0; i++) {
		char prefix[32];
		size_t n = to_letters(span_of(word_prefixes[i]), prefix);

		if (letters.n < n + SHORTEST_REST || memcmp(letters.p, prefix, n) != 0)
			continue;
		l->lead_bytes = lead + 2 * n;
		follow(&l->m->words, span_sub(letters, n, letters.n), DAWG_ROOT, got_word, l);
	}
	if (l->n > 0)
		return;
	l->lead_bytes = lead;
	l->predict = false;
}

static size_t look_up(const struct morph *m, struct span word, struct morph_parse out[MORPH_MAX])
{
	struct lookup l = { .m = m, .out = out, .word_bytes = word.n };
	char storage[WORD_BYTES];
	struct span letters = { storage, 0 };
	const char *hyphen;

	if (!m->has_dictionary || word.n > WORD_BYTES || !is_cyrillic(word))
		return 0;
	letters.n = to_letters(word, storage);
	follow(&m->words, letters, DAWG_ROOT, got_word, &l);
	hyphen = l.n == 0 && letters.n ? memrchr(letters.p, '-', letters.n) : NULL;
	if (hyphen) {
		letters = span_sub(letters, (size_t)(hyphen + 1 - letters.p), letters.n);
		l.lead_bytes = (size_t)((const char *)memrchr(word.p, '-', word.n) + 1 - word.p);
		follow(&m->words, letters, DAWG_ROOT, got_word, &l);
	}
	if (l.n > 0) {
		rank_parses(&l, letters);
		return l.n;
	}
	split_prefix(&l, letters);
	if (l.n == 0)
		predict(&l, letters);
	return l.n;
}

/*
 * Words come again and again (every pass asks for the same ones): the last answer for each slot is kept. A slot holds
 * what fits; longer words and richer answers are looked up each time.
 */
size_t morph_parses(const struct morph *m, struct span word, struct morph_parse out[MORPH_MAX])
{
	struct morph_memo *memo;
	size_t n;

	if (!m->memo || word.n == 0 || word.n > sizeof memo->word)
		return look_up(m, word, out);
	memo = &m->memo[span_hash(word) % MORPH_MEMO_SLOTS];
	if (memo->bytes == word.n && memcmp(memo->word, word.p, word.n) == 0) {
		memcpy(out, memo->parses, memo->n * sizeof *out);
		return memo->n;
	}
	n = look_up(m, word, out);
	if (n <= sizeof memo->parses / sizeof *memo->parses) {
		memo->bytes = (unsigned char)word.n;
		memo->n = (unsigned char)n;
		memcpy(memo->word, word.p, word.n);
		memcpy(memo->parses, out, n * sizeof *out);
	}
	return n;
}

/* ---- other forms ---- */

static void add_form(struct span word, const struct morph_parse *p, const struct morph_form *f, struct buf *out)
{
	buf_add(out, span_sub(word, 0, p->lead_bytes));
	buf_add(out, f->prefix);
	buf_add(out, span_sub(word, (size_t)p->lead_bytes + p->prefix_bytes,
			      (size_t)p->lead_bytes + p->prefix_bytes + p->stem_bytes));
	buf_add(out, f->suffix);
}

void morph_lemma(const struct morph *m, struct span word, const struct morph_parse *p, struct buf *out)
{
	struct morph_form f;

	if (p->paradigm >= m->n_paradigms) {
		buf_add(out, word);
		return;
	}
	f = morph_paradigm_form(m, p->paradigm, 0);
	add_form(word, p, &f, out);
}

/*
 * A noun's gender is fixed, so what is asked for does not count; but surnames and patronymics have the forms of men and
 * women in one paradigm: those keep the gender of the form that was read unless another is asked for.
 */
static unsigned wanted_grammemes(unsigned is, unsigned want)
{
	if (!(is & M_NOUN))
		return want;
	if (!(is & (M_SURN | M_PATR)))
		return want & ~(unsigned)M_GENDERS;
	return want & M_GENDERS ? want : want | (is & M_GENDERS);
}

static bool fits(unsigned tags, unsigned want)
{
	if (tags & M_PLUR)
		want &= ~(unsigned)M_GENDERS;
	return (tags & want) == want;
}

static size_t same_bytes(struct span a, struct span b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	return n;
}

bool morph_inflect(const struct morph *m, struct span word, const struct morph_parse *p, unsigned want, struct buf *out)
{
	enum { SAME = M_NOUN | M_ADJ | M_ADJ_SHORT | M_VERB | M_INF | M_PARTICIPLE };
	size_t forms = morph_paradigm_forms(m, p->paradigm);
	struct morph_form is, best = { 0 };
	size_t best_alike = 0; /* лучшей → лучшая, not наихорошая: the form that begins most alike */

	if (p->form >= forms)
		return false;
	is = morph_paradigm_form(m, p->paradigm, p->form);
	want = wanted_grammemes(is.tags->tags, want);
	for (unsigned i = 0; i < forms; i++) {
		struct morph_form f = morph_paradigm_form(m, p->paradigm, i);
		size_t alike = 1 + same_bytes(f.suffix, is.suffix);

		if ((f.tags->tags & SAME) != (is.tags->tags & SAME) || !fits(f.tags->tags, want) ||
		    !span_eq(f.prefix, is.prefix) || !morph_tags_kin(f.tags, is.tags) || alike <= best_alike)
			continue;
		best = f;
		best_alike = alike;
	}
	if (best_alike)
		add_form(word, p, &best, out);
	return best_alike > 0;
}

void morph_forms(const struct morph *m, struct span word, const struct morph_parse *p, struct buf *out)
{
	size_t forms = morph_paradigm_forms(m, p->paradigm);

	for (unsigned i = 0; i < forms; i++) {
		struct morph_form f = morph_paradigm_form(m, p->paradigm, i);

		add_form(word, p, &f, out);
		buf_putc(out, '\n');
	}
}

/* ---- lemmas ---- */

static bool has_line(struct span lines, struct span line)
{
	while (lines.n)
		if (span_eq(span_cut(&lines, '\n'), line))
			return true;
	return false;
}

static size_t add_stem(const struct morph *m, struct span word, struct buf *out)
{
	if (word.n > WORD_BYTES || !is_cyrillic(word) || !morph_stemmer_put(m->stemmer, word, out))
		return 0;
	buf_putc(out, '\n');
	return 1;
}

static void add_line(struct buf *out, size_t start, size_t at)
{
	if (has_line(span_make(out->p + start, at - start), span_make(out->p + at, out->n - at)))
		out->n = at;
	else
		buf_putc(out, '\n');
}

/* ---- words by their beginning ---- */

struct beginning {
	const struct morph *m;
	struct span wanted;
	struct buf *out;
	size_t start, lemmas, steps, least; /* least: letters of the beginning */
	char letters[WORD_BYTES];           /* of the word at hand */
	size_t n;
};

enum { MOST_STEPS = 60000 };

static void put_letters(struct span letters, struct buf *out)
{
	for (size_t i = 0; i < letters.n; i++) {
		unsigned char c = (unsigned char)letters.p[i] == (unsigned char)LETTER_YO ? (unsigned char)LETTER_YE
											  : (unsigned char)letters.p[i];

		buf_put_utf8(out, c < 0x80 ? c : 0x430U + (c - 0xe0U));
	}
}

static void got_beginning(void *ctx, const unsigned *field, size_t n)
{
	struct beginning *b = ctx;
	struct morph_form f, first;
	size_t at = b->out->n, suffix;

	if (n != 2 || field[1] >= morph_paradigm_forms(b->m, field[0]) || b->lemmas > MORPH_BEGIN_MAX)
		return;
	f = morph_paradigm_form(b->m, field[0], field[1]);
	first = morph_paradigm_form(b->m, field[0], 0);
	suffix = utf8_count(f.suffix);
	if (f.prefix.n || suffix > b->n || b->n - suffix >= b->least)
		return;
	buf_add(b->out, first.prefix);
	put_letters(span_make(b->letters, b->n - suffix), b->out);
	buf_add(b->out, first.suffix);
	if (span_starts(span_make(b->out->p + at, b->out->n - at), b->wanted)) {
		b->out->n = at;
		return;
	}
	add_line(b->out, b->start, at);
	b->lemmas += b->out->n > at;
}

static void walk_words(struct beginning *b, uint32_t at)
{
	static const char alphabet[] = "\xe0\xe1\xe2\xe3\xe4\xe5\xb8\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee\xef"
				       "\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff";

	if (at == DAWG_NONE || b->n == WORD_BYTES || ++b->steps > MOST_STEPS)
		return;
	dawg_records(&b->m->words, at, got_beginning, b);
	for (const char *c = alphabet; *c; c++) {
		b->letters[b->n++] = *c;
		walk_words(b, dawg_step(&b->m->words, at, (unsigned char)*c));
		b->n--;
	}
}

/* To every place where the letters end, ё read for е as well, and on from there. */
static void walk_to(struct beginning *b, struct span letters, uint32_t at)
{
	if (!letters.n) {
		walk_words(b, at);
		return;
	}
	b->letters[b->n++] = letters.p[0];
	walk_to(b, span_sub(letters, 1, letters.n), dawg_step(&b->m->words, at, (unsigned char)letters.p[0]));
	if (letters.p[0] == LETTER_YE)
		walk_to(b, span_sub(letters, 1, letters.n), dawg_step(&b->m->words, at, (unsigned char)LETTER_YO));
	b->n--;
}

bool morph_begin(const struct morph *m, struct span beginning, struct buf *out)
{
	struct beginning b = { .m = m, .wanted = beginning, .out = out, .start = out->n };
	char storage[WORD_BYTES];

	if (!m->has_dictionary || beginning.n > WORD_BYTES || !is_cyrillic(beginning))
		return true;
	b.least = to_letters(beginning, storage);
	if (b.least)
		walk_to(&b, span_make(storage, b.least), DAWG_ROOT);
	if (b.steps <= MOST_STEPS && b.lemmas <= MORPH_BEGIN_MAX)
		return true;
	out->n = b.start;
	return false;
}

size_t morph_lemmas(const struct morph *m, struct span word, struct buf *out)
{
	struct morph_parse parses[MORPH_MAX];
	size_t n = morph_parses(m, word, parses), start = out->n, found = 0;

	if (!m->has_dictionary)
		return add_stem(m, word, out);
	for (size_t i = 0; i < n; i++) {
		size_t at = out->n;

		morph_lemma(m, word, &parses[i], out);
		if (has_line(span_make(out->p + start, at - start), span_make(out->p + at, out->n - at))) {
			out->n = at;
			continue;
		}
		buf_putc(out, '\n');
		found++;
	}
	return found;
}
