/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a glance says for certain is what the tokenizer finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "buf.h"
#include "forms_p.h"
#include "glance.h"
#include "token.h"

static enum glance sees(const char *text, const char *word)
{
	return glance(span_of(text), span_of(word));
}

static void a_word_is_seen_in_any_case_and_as_a_whole(void **state)
{
	(void)state;
	assert_int_equal(sees("Маяк и МАЯКИ", "маяки"), GLANCE_YES);
	assert_int_equal(sees("приём", "прием"), GLANCE_YES);
	assert_int_equal(sees("2022год", "год"), GLANCE_YES);
	assert_int_equal(sees("за «Год»", "год"), GLANCE_YES);
	assert_int_equal(sees("маяками, маяка, умаяки", "маяки"), GLANCE_NO);
	assert_int_equal(sees("маямаяки", "маяки"), GLANCE_NO);
	assert_int_equal(sees("", "год"), GLANCE_NO);
	assert_int_equal(sees("годъ, погод, год\u0456", "год"), GLANCE_NO);
}

static void what_cannot_be_judged_is_unsure(void **state)
{
	(void)state;
	assert_int_equal(sees("ма\u00adяки", "маяки"), GLANCE_UNSURE);
	assert_int_equal(sees("мая\u0301ки", "маяки"), GLANCE_UNSURE);
	assert_int_equal(sees("cоюз", "союз"), GLANCE_UNSURE); /* a Latin c */
	assert_int_equal(sees("lighthouse", "lighthouse"), GLANCE_UNSURE);
	assert_int_equal(sees("nothing", "ўсё"), GLANCE_UNSURE);
}

/* ---- against the tokenizer ---- */

struct seeker {
	struct span text, word;
	bool found;
};

static int meet(void *ctx, bool same, struct span token, size_t start, size_t end)
{
	struct seeker *s = ctx;
	struct buf folded = { 0 };

	(void)same;
	(void)token;
	forms_fold(span_sub(s->text, start, end), &folded);
	s->found |= span_eq(buf_span(&folded), s->word);
	buf_free(&folded);
	return 0;
}

static void it_says_nothing_else_than_the_tokenizer(void **state)
{
	static const char *const pieces[] = { "о", "Ё",      "Ж",      "к", "c",      "і", "ә", " ",      "-", "'",
					      "1", "\u00ad", "\u0301", ".", "\u2019", "z", "«", "\u200b", "№" };
	static const char *const words[] = { "о", "еж", "око", "жок", "кок", "кожок" };
	uint32_t seed = 7;
	struct err e = { 0 };
	struct tokenizer *t = tokenizer_new(NULL, &e);

	(void)state;
	assert_non_null(t);
	for (int round = 0; round < 20000; round++) {
		struct buf text = { 0 };

		for (int i = 0; i < 12; i++) {
			seed = seed * 1664525u + 1013904223u;
			buf_puts(&text, pieces[(seed >> 24) % (sizeof pieces / sizeof *pieces)]);
		}
		for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
			struct seeker s = { buf_span(&text), span_of(words[i]), false };

			tokenizer_run(t, TOKEN_TEXT, s.text, meet, &s);
			if (glance(s.text, s.word) == (s.found ? GLANCE_NO : GLANCE_YES)) {
				print_error("%s in %s\n", words[i], buf_str(&text));
				fail();
			}
		}
		buf_free(&text);
	}
	tokenizer_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_is_seen_in_any_case_and_as_a_whole),
		cmocka_unit_test(what_cannot_be_judged_is_unsure),
		cmocka_unit_test(it_says_nothing_else_than_the_tokenizer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
