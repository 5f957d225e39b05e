/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matcher against the naive oracle on any text of our alphabets, with the built-in rules. */
#include <stdint.h>
#include <stdlib.h>

#include "../bench/oracle.c"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct ruleset *rs;
	static struct oracle *o;
	static struct matcher *m;
	struct err e = { 0 };
	struct doc d = { 0 };

	if (!rs) {
		rs = ruleset_load(&(struct ruleset_source){ 0 }, &e);
		if (!rs)
			return 0; /* no rules beside the program */
		o = oracle_new(rs);
		m = matcher_new(rs);
	}
	if (size > 2000)
		return 0;
	make_doc(&d, span_make((const char *)data, size));
	m->sieve_calls = 0;
	if (oracle_differences(o, m, &d, stderr))
		abort();
	matcher_warm(m); /* as in a long text: the sieve is asked */
	if (oracle_differences(o, m, &d, stderr))
		abort();
	doc_free(&d);
	return 0;
}
