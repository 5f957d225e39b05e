/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a rule set may be used. */
#include "load.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
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

/* FNV-1a over words of 8 bytes: against a damaged file, not against an enemy. */
static unsigned long long check_sum(struct span s)
{
	unsigned long long h = 0xCBF29CE484222325ULL;

	for (size_t i = 0; i < s.n; i += 8) {
		unsigned long long w = 0;

		memcpy(&w, s.p + i, s.n - i < 8 ? s.n - i : 8);
		h = (h ^ w) * 0x100000001B3ULL;
	}
	return h;
}

/*
 * The stamp: one line "HASH CHECK\n" of hexadecimal numbers, the hash of the rule set and of the bytes that follow:
 * ruleset_freeze. A program with another PCRE2 trusts the rules and compiles them.
 */
enum { STAMP_LINE = 34, STAMP_BYTES = 64 << 20 };

void rules_stamp(struct ruleset *rs, struct buf *out)
{
	struct buf frozen = { 0 };

	ruleset_freeze(rs, &frozen);
	buf_addf(out, "%016llx %016llx\n", ruleset_hash(rs), check_sum(buf_span(&frozen)));
	buf_add(out, buf_span(&frozen));
	buf_free(&frozen);
}

/* Reads the stamp; true: it is that of rs, whose rules are ready then. */
static bool is_stamped(struct ruleset *rs)
{
	struct buf path = { 0 }, text = { 0 }, line = { 0 };
	bool same = false;
	int fd = data_path("rules.stamp", &path) ? open(buf_str(&path), O_RDONLY | O_CLOEXEC) : -1;

	if (fd >= 0 && buf_read_fd(&text, fd, STAMP_BYTES) == 0 && text.n >= STAMP_LINE) {
		struct span frozen = span_sub(buf_span(&text), STAMP_LINE, text.n);

		buf_addf(&line, "%016llx", ruleset_hash(rs));
		same = span_starts(buf_span(&text), buf_span(&line));
		buf_addf(&line, " %016llx\n", check_sum(frozen));
		if (same && frozen.n && span_starts(buf_span(&text), buf_span(&line)))
			ruleset_thaw(rs, frozen);
	}
	if (fd >= 0)
		close(fd);
	buf_free(&path);
	buf_free(&text);
	buf_free(&line);
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
	struct ruleset *rs = ruleset_load(src, e);

	if (!rs)
		return NULL;
	if (ruleset_errors(rs) == 0 && is_stamped(rs))
		return rs;
	if (ruleset_errors(rs) == 0)
		check_all(rs);
	return ruleset_errors(rs) ? refuse(rs, e) : rs;
}
