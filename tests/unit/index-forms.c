/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of one word find each other and no others: over the paradigms of tests/morphology/paradigms.txt. */
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
#include "morph.h"
#include "token.h"

struct form {
	struct span word;
	size_t paradigm;
	struct span query, text; /* tokens, each between spaces */
};

struct forms {
	struct form *v;
	size_t n, cap, paradigms;
	struct arena a;
};

static int append(void *ctx, bool same, struct span token, size_t start, size_t end)
{
	(void)same;
	(void)start;
	(void)end;
	buf_addf(ctx, "%.*s ", SPAN_ARG(token));
	return 0;
}

static struct span tokens(struct tokenizer *t, enum token_mode mode, struct span word, struct arena *a)
{
	struct buf b = { 0 };
	struct span s;

	buf_putc(&b, ' ');
	assert_int_equal(tokenizer_run(t, mode, word, append, &b), 0);
	s = arena_dup(a, buf_span(&b));
	buf_free(&b);
	return s;
}

static void add_paradigm(struct forms *f, struct tokenizer *t, struct span stem, struct span endings)
{
	while (endings.n) {
		struct span ending = span_cut(&endings, ' ');
		struct form form = { .paradigm = f->paradigms };

		if (!ending.n)
			continue;
		form.word = arena_printf(&f->a, "%.*s%.*s", SPAN_ARG(stem),
					 SPAN_ARG(span_is(ending, "-") ? (struct span){ 0 } : ending));
		form.query = tokens(t, TOKEN_QUERY, form.word, &f->a);
		form.text = tokens(t, TOKEN_TEXT, form.word, &f->a);
		MEM_ROOM(f->v, f->n, f->cap);
		f->v[f->n++] = form;
	}
	f->paradigms++;
}

static bool read_paradigms(struct forms *f, struct tokenizer *t)
{
	struct buf all = { 0 };
	struct span rest, endings = { 0 };
	int fd = open("tests/morphology/paradigms.txt", O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	assert_int_equal(buf_read_fd(&all, fd, 1 << 20), 0);
	close(fd);
	rest = buf_span(&all);
	while (rest.n) {
		struct span line = span_cut(&rest, '\n');

		if (span_starts(line, SPAN("@")))
			endings = span_sub(line, 2, line.n);
		else if (!span_starts(line, SPAN("#")))
			while (line.n) {
				struct span stem = span_cut(&line, ' ');

				if (stem.n)
					add_paradigm(f, t, stem, endings);
			}
	}
	buf_free(&all);
	return true;
}

static bool finds(const struct form *a, const struct form *b)
{
	struct span rest = a->query;

	while (rest.n) {
		size_t before = (size_t)(rest.p - a->query.p);
		struct span one = span_cut(&rest, ' ');

		/* with the spaces around it */
		if (one.n && span_find(b->text, span_make(a->query.p + before - 1, one.n + 2), 0) != SPAN_NONE)
			return true;
	}
	return false;
}

static void forms_of_one_word_find_each_other_and_no_others(void **state)
{
	struct err e = { 0 };
	struct tokenizer *t = tokenizer_new(NULL, &e);
	struct forms f = { 0 };
	double same = 0, found = 0, wrong = 0, precision, recall, f1;

	(void)state;
	assert_non_null(t);
	if (!morph_has_dictionary(tokenizer_morph(t)) || !read_paradigms(&f, t)) {
		puts("skip: the Russian dictionary or the paradigms are not there");
		tokenizer_free(t);
		return;
	}
	assert_true(f.n >= 2000);
	for (size_t i = 0; i < f.n; i++) {
		for (size_t k = 0; k < f.n; k++) {
			bool one = f.v[i].paradigm == f.v[k].paradigm;
			bool hit = i != k && finds(&f.v[i], &f.v[k]);

			same += one && i != k;
			found += one && hit;
			wrong += !one && hit;
			if (getenv("SHOW") && i != k && one != hit && i % 7 == k % 7)
				printf("%s %.*s %.*s\n", one ? "missed" : "wrong", SPAN_ARG(f.v[i].word),
				       SPAN_ARG(f.v[k].word));
		}
	}
	precision = found / (found + wrong);
	recall = found / same;
	f1 = 2 * precision * recall / (precision + recall);
	printf("%zu forms of %zu words: F1 %.3f, under-stemming %.1f %%\n", f.n, f.paradigms, f1, (1 - recall) * 100);
	assert_true(f1 >= 0.93);
	assert_true(recall >= 0.98);
	free(f.v);
	arena_free(&f.a);
	tokenizer_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(forms_of_one_word_find_each_other_and_no_others) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
