/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps match what PCRE2 matches, groups included: on patterns of every kind that rules become, and on any others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "regex.h"
#include "steps.h"

struct peers {
	struct arena arena;
	struct regex_run *ours, *theirs;
};

static void compare_at(struct peers *p, struct span pattern, struct regex *ours, struct regex *theirs, struct span text,
		       size_t at)
{
	const size_t *x, *y;
	size_t n = 0, k = 0;
	enum regex_result a = regex_exec(p->ours, ours, text, at, &x, &n);
	enum regex_result b = regex_exec(p->theirs, theirs, text, at, &y, &k);

	if (a == REGEX_LIMIT || b == REGEX_LIMIT)
		return;
	if (a != b || (a == REGEX_YES && (n != k || memcmp(x, y, 2 * n * sizeof *x) != 0)))
		print_error("%.*s on \"%.*s\" from %zu: %d %d, %zu %zu\n", SPAN_ARG(pattern), SPAN_ARG(text), at, a, b,
			    a == REGEX_YES ? x[1] : 0, b == REGEX_YES ? y[1] : 0);
	assert_int_equal(a, b);
	if (a != REGEX_YES)
		return;
	assert_int_equal(n, k);
	assert_memory_equal(x, y, 2 * n * sizeof *x);
}

static bool has_steps(struct span pattern)
{
	struct buf b = { 0 };
	bool ok = steps_make(pattern, true, &b);

	buf_free(&b);
	return ok;
}

/* From every place of the text, and anywhere behind it. A pattern that PCRE2 refuses is none. */
static void compare(struct span pattern, struct span text)
{
	struct peers p = { .ours = regex_run_new(), .theirs = regex_run_new() };

	for (unsigned flags = 0; flags <= REGEX_ANCHORED; flags++) {
		struct regex *ours = regex_new(&p.arena, pattern, flags);
		struct regex *theirs = regex_new(&p.arena, pattern, flags | REGEX_PCRE_ONLY);
		struct err e = { 0 };
		size_t where;

		if (regex_compile(ours, &where, &e) && regex_compile(theirs, &where, &e))
			for (size_t at = 0; at <= text.n; at++)
				compare_at(&p, pattern, ours, theirs, text, at);
		regex_free(ours);
		regex_free(theirs);
	}
	regex_run_free(p.ours);
	regex_run_free(p.theirs);
	arena_free(&p.arena);
}

static void patterns_of_rules(void **state)
{
	static const char *const patterns[] = {
		"(?<a>[0-9]{1,2})(?: ++|(?&_g))(?:май|мая|марта)(?(DEFINE)(?<_g>(?<=[0-9])(?=[a-z\\xd0])))",
		"(?:(?=\\xd0[\\xb0-\\xb3])(?:а|б(?:в|)|в)|г)++",
		"(?<a>а|аб)(?<b>бв|в)?(?<c>г)?",
		"(?<x>(?:аб|а)*?)(?<y>б*+)\\z",
		"\\A(?:[ab]|[\\xd0-\\xd1][\\x80-\\xbf]){2,5}?(?![0-9])",
		"(?<!(?:a|б))(?>а+|аа)(?<=а)",
		"(?&_1){2,4}(?(DEFINE)(?<_1>[а-я]|\\xd0[\\x90-\\xbf]))",
		"(?:|а)+б",
		"(?<g>а(?<h>б)?)+в",
		"(?=(?<g>а+))аа",
		"(?!а)(?:б|в)|\\x61[^b]",
	};
	static const char *const texts[] = {
		"12 мая 3марта", "абвгабв", "ааабаааб", "аббвг абв г", "ab абв1", "", "бааа", "aab абв",
	};

	(void)state;
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
			compare(span_of(patterns[i]), span_of(texts[k]));
	assert_true(has_steps(span_of(patterns[0])));
}

static void what_steps_cannot_say_is_left_to_pcre(void **state)
{
	static const char *const patterns[] = { "a.b",    "(?|a|b)",     "\\d",      "(a)\\1",
						"(?R)?a", "[[:alpha:]]", "(?<=a+)b", "^a$" };

	(void)state;
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
		assert_false(has_steps(span_of(patterns[i])));
	compare(SPAN("a[bc]*d"), SPAN("xabcbd"));
}

/* ---- any patterns ---- */

static unsigned dice(unsigned *seed, unsigned sides)
{
	*seed = *seed * 1103515245 + 12345;
	return (*seed >> 12) % sides;
}

static void any_pattern(unsigned *seed, int depth, int *groups, struct buf *out);

static void any_atom(unsigned *seed, int depth, int *groups, struct buf *out)
{
	static const char *const atoms[] = {
		"a", "b", "1", " ", "(?:п)", "(?:р)", "[a1]", "[^b]", "[\\xd0\\xd1]", "(?:ab|а)", "(?&_1)"
	};
	static const char *const opens[] = { "(?:", "(?:", "(?>", "(?=", "(?!" };
	unsigned r = dice(seed, 18);

	if (depth == 0 || r < 11) {
		buf_puts(out, atoms[r % 11]);
	} else if (r < 16) {
		buf_puts(out, opens[r - 11]);
		any_pattern(seed, depth - 1, groups, out);
		buf_putc(out, ')');
	} else if (r == 16) {
		buf_puts(out, dice(seed, 2) ? "(?<=a|[1 ])" : "(?<!b|\\xd0[\\xb0-\\xbf])");
	} else if (*groups < 5) {
		buf_addf(out, "(?<g%d>", (*groups)++);
		any_pattern(seed, depth - 1, groups, out);
		buf_putc(out, ')');
	}
}

static void any_pattern(unsigned *seed, int depth, int *groups, struct buf *out)
{
	static const char *const times[] = { "?", "*", "+", "{1,3}", "{2}", "??", "*?", "+?", "*+", "++", "{0,2}?" };
	unsigned n = 1 + dice(seed, 4);

	for (unsigned i = 0; i < n; i++) {
		size_t before = out->n;

		if (i && dice(seed, 4) == 0)
			buf_putc(out, '|');
		before = out->n;
		any_atom(seed, depth, groups, out);
		if (out->n > before && dice(seed, 3) == 0 && strncmp(out->p + before, "(?=", 3) != 0 &&
		    strncmp(out->p + before, "(?!", 3) != 0 && strncmp(out->p + before, "(?<=", 4) != 0 &&
		    strncmp(out->p + before, "(?<!", 4) != 0)
			buf_puts(out, times[dice(seed, sizeof times / sizeof *times)]);
	}
}

static void any_pattern_on_any_text(void **state)
{
	static const char *const pieces[] = { "a", "b", "1", " ", "п", "р", "а", "aa", "ab" };
	size_t walked = 0;

	(void)state;
	for (unsigned i = 0; i < 3000; i++) {
		struct buf pattern = { 0 }, text = { 0 };
		unsigned seed = i * 2654435761u + 1;
		int groups = 0;

		any_pattern(&seed, 3, &groups, &pattern);
		buf_puts(&pattern, "(?(DEFINE)(?<_1>b|1a|\\xd0))");
		for (unsigned k = dice(&seed, 14); k > 0; k--)
			buf_puts(&text, pieces[dice(&seed, sizeof pieces / sizeof *pieces)]);
		walked += has_steps(buf_span(&pattern));
		compare(buf_span(&pattern), buf_span(&text));
		buf_free(&pattern);
		buf_free(&text);
	}
	assert_true(walked > 2900);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(patterns_of_rules),
		cmocka_unit_test(what_steps_cannot_say_is_left_to_pcre),
		cmocka_unit_test(any_pattern_on_any_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
