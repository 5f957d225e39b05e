/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forms of one word find each other and no others, in the languages beside Russian: over forms that
 * tests/morphology/generate.py makes from paradigms (Kazakh, Kyrgyz, Uzbek, Tajik), and over those written down in
 * tests/morphology/uk.txt and be.txt, and in uk-more.txt and be-more.txt with stems that change. Beside it what cutting
 * words to five letters would do. make morphology prints it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

#include "buf.h"
#include "mem.h"
#include "token.h"
#include "utf8.h"

enum { TOKENS = 12, CUT = 5, LIST_BYTES = 4 << 20 };

struct tokens {
	uint64_t v[TOKENS]; /* hashes */
	size_t n;
	size_t from; /* only words that begin here or later */
};

struct form {
	struct span word;
	size_t paradigm;
	struct tokens query, text;
	uint64_t cut;
};

struct list {
	struct form *v;
	size_t n, cap, paradigms;
	struct span around; /* words of the language before each form, as in a text */
	struct buf all;
};

struct score {
	double f1, missed; /* share of pairs of one word that do not find each other */
};

static int keep(void *ctx, bool same, struct span token, size_t start, size_t end)
{
	struct tokens *t = ctx;

	(void)same;
	(void)end;
	if (start >= t->from && t->n < TOKENS)
		t->v[t->n++] = span_hash(token);
	return 0;
}

static void add_form(struct list *l, struct tokenizer *t, struct span word)
{
	struct form f = { .word = word, .paradigm = l->paradigms };
	struct buf text = { 0 };
	size_t cut = 0;

	buf_add(&text, l->around);
	buf_putc(&text, ' ');
	f.text.from = text.n;
	buf_add(&text, word);
	assert_int_equal(tokenizer_run(t, TOKEN_TEXT, buf_span(&text), keep, &f.text), 0);
	assert_int_equal(tokenizer_run(t, TOKEN_QUERY, word, keep, &f.query), 0);
	for (int i = 0; i < CUT && cut < word.n; i++)
		utf8_next(word, &cut);
	f.cut = span_hash(span_sub(word, 0, cut));
	MEM_ROOM(l->v, l->n, l->cap);
	l->v[l->n++] = f;
	buf_free(&text);
}

/* A line is a word with its forms. "% words": what stands before each. "@ endings": the lines below hold stems. */
static void add_line(struct list *l, struct tokenizer *t, struct span line, struct span *endings, struct arena *a)
{
	if (span_starts(line, SPAN("#")) || !line.n)
		return;
	if (span_starts(line, SPAN("%"))) {
		l->around = span_sub(line, 2, line.n);
		return;
	}
	if (span_starts(line, SPAN("@"))) {
		*endings = span_sub(line, 2, line.n);
		return;
	}
	while (line.n) {
		struct span one = span_cut(&line, ' '), rest = *endings;

		if (!rest.n)
			add_form(l, t, one);
		while (rest.n) {
			struct span ending = span_cut(&rest, ' ');

			add_form(l, t,
				 arena_printf(a, "%.*s%.*s", SPAN_ARG(one),
					      SPAN_ARG(span_is(ending, "-") ? (struct span){ 0 } : ending)));
		}
		l->paradigms += endings->n > 0;
	}
	l->paradigms += endings->n == 0;
}

static bool finds(const struct form *a, const struct form *b)
{
	for (size_t i = 0; i < a->query.n; i++)
		for (size_t k = 0; k < b->text.n; k++)
			if (a->query.v[i] == b->text.v[k])
				return true;
	return false;
}

static bool same_cut(const struct form *a, const struct form *b)
{
	return a->cut == b->cut;
}

static struct score measure(const struct list *l, bool (*meets)(const struct form *, const struct form *), bool show)
{
	double same = 0, found = 0, wrong = 0, precision, recall;

	for (size_t i = 0; i < l->n; i++) {
		for (size_t k = 0; k < l->n; k++) {
			bool one = l->v[i].paradigm == l->v[k].paradigm;
			bool hit = i != k && meets(&l->v[i], &l->v[k]);

			same += one && i != k;
			found += one && hit;
			wrong += !one && hit;
			if (show && i != k && one != hit)
				printf("%s %.*s %.*s\n", one ? "missed" : "wrong", SPAN_ARG(l->v[i].word),
				       SPAN_ARG(l->v[k].word));
		}
	}
	precision = found / (found + wrong);
	recall = found / same;
	return (struct score){ 2 * precision * recall / (precision + recall), 1 - recall };
}

static bool read_list(const char *lang, struct list *l)
{
	char name[80];
	FILE *f;

	snprintf(name, sizeof name, "tests/morphology/%s.txt", lang);
	if (access(name, R_OK) != 0)
		snprintf(name, sizeof name, "python3 tests/morphology/generate.py %s", lang);
	f = name[0] == 't' ? fopen(name, "re") : popen(name, "r");
	if (!f || buf_read_fd(&l->all, fileno(f), LIST_BYTES) != 0)
		return false;
	if (name[0] == 't')
		fclose(f);
	else
		pclose(f);
	return l->all.n > 0;
}

static void check_language(const char *lang, unsigned langs, double least, double missed)
{
	struct err e = { 0 };
	struct tokenizer *t = tokenizer_new(NULL, &e);
	struct list l = { 0 };
	struct arena a = { 0 };
	struct span rest, endings = { 0 };
	struct score ours, cut;

	assert_non_null(t);
	tokenizer_query_languages(t, langs);
	if (!read_list(lang, &l)) {
		printf("skip: %s: the list could not be made (python3?)\n", lang);
		tokenizer_free(t);
		return;
	}
	for (rest = buf_span(&l.all); rest.n;)
		add_line(&l, t, span_cut(&rest, '\n'), &endings, &a);
	ours = measure(&l, finds, getenv("SHOW") && !strcmp(getenv("SHOW"), lang));
	cut = measure(&l, same_cut, false);
	printf("%-9s %6zu %6zu   %.3f  %5.1f %%   %.3f  %5.1f %%\n", lang, l.n, l.paradigms, ours.f1, ours.missed * 100,
	       cut.f1, cut.missed * 100);
	assert_true(l.n >= 400);
	assert_true(ours.f1 >= least);
	assert_true(ours.missed <= missed);
	assert_true(ours.f1 > cut.f1);
	free(l.v);
	buf_free(&l.all);
	arena_free(&a);
	tokenizer_free(t);
}

static void every_language_beats_cutting_words_to_five_letters(void **state)
{
	static const struct {
		const char *name;
		unsigned langs;
		double least, missed;
	} langs[] = {
		{ "kk", TOKEN_TURKIC, .96, .02 },  { "ky", TOKEN_TURKIC, .97, .02 },
		{ "uz", TOKEN_TURKIC, .98, .02 },  { "uz-latin", TOKEN_TURKIC, .98, .02 },
		{ "tg", TOKEN_TAJIK, .97, .02 },   { "uk", TOKEN_UK, .99, .01 },
		{ "uk-more", TOKEN_UK, .98, .02 }, { "be", TOKEN_BE, .99, .01 },
		{ "be-more", TOKEN_BE, .97, .04 },
	};

	(void)state;
	puts("language   forms  words   F1     missed    five letters: F1, missed");
	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++)
		check_language(langs[i].name, langs[i].langs, langs[i].least, langs[i].missed);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_language_beats_cutting_words_to_five_letters) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
