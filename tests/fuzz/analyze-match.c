/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matcher against the naive oracle on any text of our alphabets, with the built-in rules. */
#include <stdint.h>
#include <stdlib.h>

#include "../bench/oracle.c"
#include "load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
const char *__lsan_default_suppressions(void);

/* The leak detector does not look into mapped files, where the compiled rules of an image are pointed to. */
const char *__lsan_default_suppressions(void)
{
	return "leak:libpcre2\n";
}

/* Letters outside our alphabets have case rules that bytes cannot follow (K, ſ): they become x. */
static bool is_ours(unsigned c)
{
	return (c >= ' ' && c < 0x7F) || c == '\n' || (c >= 0xA0 && c <= 0xBB) || (c >= 0x400 && c < 0x482) ||
	       (c >= 0x48A && c < 0x530) || (c >= 0x2010 && c <= 0x201F) || c == 0x2116;
}

static void make_doc(struct doc *d, struct span s)
{
	struct buf text = { 0 };
	size_t start = 0;

	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);

		buf_put_utf8(&text, is_ours(c) ? c : 'x');
	}
	d->text = arena_dup(&d->arena, buf_span(&text));
	d->has_text = true;
	buf_free(&text);
	for (size_t i = 0; i <= d->text.n; i++) {
		if (i < d->text.n && d->text.p[i] != '\n')
			continue;
		if (i > start)
			doc_add_block(d, BLOCK_PARA, start, i);
		start = i + 1;
	}
}

/* A rule set, what finds its matches, and what says whether they are right. */
struct beside {
	struct oracle *o;
	struct matcher *m;
};

static bool begin(struct beside *b, struct ruleset *rs)
{
	if (!rs)
		return false; /* no rules beside the program */
	b->o = oracle_new(rs);
	b->m = matcher_new(rs);
	return true;
}

static void compare(const struct beside *b, struct doc *d)
{
	if (oracle_differences(b->o, b->m, d, stderr))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct beside made, mapped; /* rules as they are read, and as programs take them from the stamp */
	struct err e = { 0 };
	struct doc d = { 0 };

	if (!made.o && !begin(&made, ruleset_load(&(struct ruleset_source){ 0 }, &e)))
		return 0;
	if (!mapped.o && !begin(&mapped, rules_load_trusted(&(struct ruleset_source){ 0 }, &e)))
		return 0;
	if (size > 2000)
		return 0;
	make_doc(&d, span_make((const char *)data, size));
	if (size % 2) {
		compare(&mapped, &d);
	} else {
		made.m->sieve_calls = 0;
		compare(&made, &d);
		matcher_warm(made.m); /* as in a long text: the sieve is asked */
		compare(&made, &d);
	}
	doc_free(&d);
	return 0;
}
