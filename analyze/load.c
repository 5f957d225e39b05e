/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a rule set may be used. */
#include "load.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "data.h"
#include "example.h"

struct ruleset *rules_load_checked(const struct ruleset_source *src, struct err *e)
{
	struct ruleset *rs = ruleset_load(src, e);
	struct matcher *m;
	struct buf passing = { 0 };

	if (!rs)
		return NULL;
	ruleset_compile_all(rs);
	if (ruleset_errors(rs) == 0) {
		m = matcher_new(rs);
		examples_run(rs, m, NULL, &passing);
		matcher_free(m);
	}
	buf_free(&passing);
	return rs;
}

static bool is_stamped(const struct ruleset *rs)
{
	struct buf path = { 0 }, text = { 0 };
	char hash[20];
	bool same = false;
	int fd;

	snprintf(hash, sizeof hash, "%016llx", ruleset_hash(rs));
	fd = data_path("rules.stamp", &path) ? open(buf_str(&path), O_RDONLY | O_CLOEXEC) : -1;
	if (fd >= 0) {
		same = buf_read_fd(&text, fd, 64) == 0 && span_eq(span_trim(buf_span(&text)), span_of(hash));
		close(fd);
	}
	buf_free(&path);
	buf_free(&text);
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
	ruleset_free(rs);
	rs = rules_load_checked(src, e);
	return rs && ruleset_errors(rs) ? refuse(rs, e) : rs;
}
