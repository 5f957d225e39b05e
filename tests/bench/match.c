/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The kernel of the matcher beside the naive way: the same rules, one pass of PCRE2-JIT (UTF | UCP | CASELESS) a rule
 * over every block. Prints MB of text a second of both, their ratio, and whether they find the same. match RULES-DIR|-
 * STREAM [ours]: "-" stands for the built-in rules; ours leaves the naive way out.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "matcher.h"
#include "oracle.h"
#include "rules_p.h"

struct corpus {
	struct json_parser **parsers; /* strings of a document are borrowed from its parser */
	struct doc *docs;
	struct buf lines;
	struct arena scratch;
	size_t n, cap, cap_parsers, bytes;
};

static double now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool read_corpus(const char *name, struct corpus *c, struct err *e)
{
	int fd = open(name, O_RDONLY);
	struct span rest;

	if (fd < 0 || buf_read_fd(&c->lines, fd, (size_t)1 << 30) != 0)
		return err_sys(e, EX_NOINPUT, "%s", name);
	for (rest = buf_span(&c->lines); rest.n;) {
		struct span line = span_cut(&rest, '\n');

		if (!line.n)
			continue;
		MEM_ROOM(c->docs, c->n, c->cap);
		c->parsers = mem_grow(c->parsers, (c->n + 1) * sizeof *c->parsers);
		c->docs[c->n] = (struct doc){ 0 };
		c->parsers[c->n] = json_parser_new();
		if (!doc_parse(c->parsers[c->n], line, &c->docs[c->n], e))
			return false;
		c->bytes += c->docs[c->n++].text.n;
	}
	return true;
}

/* CPU seconds of one run of the matcher over the corpus; what it makes goes to an arena that is emptied each time. */
static double time_ours(struct matcher *m, struct corpus *c)
{
	double start = now_s();

	for (size_t i = 0; i < c->n; i++) {
		struct doc d = c->docs[i];

		d.arena = c->scratch;
		d.items = NULL;
		d.notes = NULL;
		d.n_items = d.cap_items = d.n_notes = d.cap_notes = 0;
		matcher_run(m, &d);
		c->scratch = d.arena;
		arena_reset(&c->scratch);
	}
	return now_s() - start;
}

static double median5(struct matcher *m, struct corpus *c)
{
	double t[5];

	for (int i = 0; i < 5; i++) {
		double x = time_ours(m, c);
		int k = i;

		for (; k > 0 && t[k - 1] > x; k--)
			t[k] = t[k - 1];
		t[k] = x;
	}
	return t[2];
}

int main(int argc, char **argv)
{
	struct err e = { 0 };
	struct corpus c = { 0 };
	bool builtin = argc >= 3 && !strcmp(argv[1], "-");
	struct ruleset_source src = { (const char **)&argv[1], builtin ? 0 : 1, NULL, !builtin };
	struct ruleset *rs;
	struct matcher *m;
	struct oracle *o;
	double ours, naive;
	size_t differences = 0, matches = 0;

	if (argc < 3 || !(rs = ruleset_load(&src, &e)) || !read_corpus(argv[2], &c, &e)) {
		fprintf(stderr, "match RULES-DIR|- STREAM [ours]: %s\n", e.text);
		return EX_USAGE;
	}
	m = matcher_new(rs);
	o = oracle_new(rs);
	time_ours(m, &c);
	ours = median5(m, &c);
	if (argc > 3) {
		printf("%4zu rules  ours %8.1f MB/s\n", ruleset_rules(rs), (double)c.bytes / 1e6 / ours);
		return 0;
	}
	for (size_t i = 0; i < c.n && i < 1 + c.n / 20; i++)
		oracle_count(o, &c.docs[i]); /* so that its compiling does not count */
	naive = now_s();
	for (size_t i = 0; i < c.n && i < 1 + c.n / 20; i++)
		matches += oracle_count(o, &c.docs[i]);
	naive = now_s() - naive;
	{
		size_t bytes = 0;

		for (size_t i = 0; i < c.n && i < 1 + c.n / 20; i++) {
			bytes += c.docs[i].text.n;
			differences += oracle_differences(o, m, &c.docs[i], stderr);
		}
		naive = (double)bytes / 1e6 / naive;
	}
	ours = (double)c.bytes / 1e6 / ours;
	printf("%4zu rules  ours %8.1f MB/s   one pass of PCRE2-JIT a rule %7.2f MB/s   ratio %6.1f   %zu matches, %zu "
	       "differences\n",
	       ruleset_rules(rs), ours, naive, ours / naive, matches, differences);
	return differences != 0;
}
