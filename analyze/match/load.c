/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a rule set may be used. */
#include "load.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data.h"
#include "example.h"

/* Compiles everything and runs all examples; complaints are in the rule set. */
static void check_all(struct ruleset *rs)
{
	struct matcher *m;
	struct buf passing = { 0 };

	ruleset_compile_all(rs);
	if (ruleset_errors(rs))
		return;
	m = matcher_new(rs);
	examples_run(rs, m, NULL, &passing);
	matcher_free(m);
	buf_free(&passing);
}

static unsigned long long stir(unsigned long long h, unsigned long long w)
{
	return (h ^ w) * 0x100000001B3ULL;
}

/* FNV-1a over words of 8 bytes, four at a time: against a damaged file, not against an enemy. */
static unsigned long long check_sum(struct span s)
{
	enum { LANES = 4 };
	unsigned long long h[LANES] = { 1, 2, 3, 4 }, w[LANES], all = 0xCBF29CE484222325ULL;
	size_t i = 0;

	for (; s.n - i >= sizeof w; i += sizeof w) {
		memcpy(w, s.p + i, sizeof w);
		for (int k = 0; k < LANES; k++)
			h[k] = stir(h[k], w[k]);
	}
	for (; i < s.n; i++)
		h[0] = stir(h[0], (unsigned char)s.p[i]);
	for (int k = 0; k < LANES; k++)
		all = stir(all, h[k]);
	return all;
}

/*
 * The stamp: one line of hexadecimal numbers, "HASH CHECK BYTES ALL" and spaces up to STAMP_LINE bytes: the hash of the
 * rule set, that of the bytes that follow (those of ruleset_freeze), how many they are, and the length of the whole
 * file. Behind them, at a multiple of 8 bytes, stand those of matcher_save_sieves, not looked through at a start: only
 * the pages that a text leads to are ever read. A program with another PCRE2 trusts the rules and compiles them.
 */
enum { STAMP_LINE = 56, STAMP_BYTES = 64 << 20 };

static void write_line(struct buf *out, const struct ruleset *rs, struct span frozen, size_t all)
{
	buf_addf(out, "%016llx %016llx %08zx %08zx    \n", ruleset_hash(rs), check_sum(frozen), frozen.n, all);
}

static void write_sieves(struct ruleset *rs, struct buf *out)
{
	struct matcher *m = matcher_new(rs);

	matcher_save_sieves(m, out);
	matcher_free(m);
}

void rules_stamp(struct ruleset *rs, struct buf *out)
{
	struct buf frozen = { 0 }, sieves = { 0 };

	ruleset_freeze(rs, &frozen);
	while (frozen.n % 8)
		buf_putc(&frozen, 0);
	write_sieves(rs, &sieves);
	write_line(out, rs, buf_span(&frozen), STAMP_LINE + frozen.n + sieves.n);
	buf_add(out, buf_span(&frozen));
	buf_add(out, buf_span(&sieves));
	buf_free(&frozen);
	buf_free(&sieves);
}

/* The stamp beside the program, mapped for as long as the program runs; writable, for itself only; empty: there is
 * none. */
static struct span map_stamp(void)
{
	struct buf path = { 0 };
	struct span stamp = { 0 };
	struct stat st;
	int fd = data_path("rules.stamp", &path) ? open(buf_str(&path), O_RDONLY | O_CLOEXEC) : -1;

	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size >= STAMP_LINE && st.st_size <= STAMP_BYTES) {
		void *p = mmap(NULL, (size_t)st.st_size, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);

		if (p != MAP_FAILED)
			stamp = span_make(p, (size_t)st.st_size);
	}
	if (fd >= 0)
		close(fd);
	buf_free(&path);
	return stamp;
}

static size_t frozen_bytes(struct span stamp)
{
	size_t n = (size_t)strtoull(stamp.p + 34, NULL, 16);

	if (n > stamp.n - STAMP_LINE)
		n = stamp.n - STAMP_LINE;
	(void)madvise((void *)(uintptr_t)stamp.p, STAMP_LINE + n, MADV_POPULATE_READ); /* in one go, where it can */
	return n;
}

/* Takes the rules, opened but not defined, from the stamp; false: it is not theirs, and they are still to be defined.
 */
static bool take_stamp(struct ruleset *rs)
{
	struct span stamp = map_stamp(), frozen;
	struct buf line = { 0 };
	bool same;

	if (!stamp.n)
		return false;
	/* other rules, as with a folder of the user's own: no need to read all of it */
	buf_addf(&line, "%016llx ", ruleset_hash(rs));
	same = span_starts(stamp, buf_span(&line));
	if (same) {
		frozen = span_sub(stamp, STAMP_LINE, STAMP_LINE + frozen_bytes(stamp));
		buf_reset(&line);
		write_line(&line, rs, frozen, stamp.n);
		same = span_starts(stamp, buf_span(&line));
	}
	buf_free(&line);
	if (!same)
		munmap((void *)(uintptr_t)stamp.p, stamp.n);
	else if (ruleset_thaw(rs, frozen))
		ruleset_take_sieves(rs, span_sub(stamp, STAMP_LINE + frozen.n, stamp.n));
	return same;
}

static struct ruleset *refuse(struct ruleset *rs, struct err *e)
{
	size_t n = ruleset_errors(rs);
	char more[80] = "";

	ruleset_error(rs, 0, e);
	if (n > 1)
		snprintf(more, sizeof more, "\n%zu more: svod rules check", n - 1);
	snprintf(e->text + strlen(e->text), sizeof e->text - strlen(e->text), "%s", more);
	ruleset_free(rs);
	return NULL;
}

struct ruleset *rules_load_trusted(const struct ruleset_source *src, struct err *e)
{
	struct ruleset *rs = ruleset_open(src, e);

	if (!rs)
		return NULL;
	if (take_stamp(rs))
		return ruleset_errors(rs) ? refuse(rs, e) : rs;
	ruleset_define(rs);
	if (ruleset_errors(rs) == 0)
		check_all(rs);
	return ruleset_errors(rs) ? refuse(rs, e) : rs;
}
