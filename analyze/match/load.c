/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a rule set may be used. */
#include "load.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "data.h"
#include "example.h"
#include "i18n.h"
#include "image.h"
#include "rule_cache.h"
#include "rule_dirs.h"
#include "rules_p.h"

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

static void write_sieves(struct ruleset *rs, struct buf *out)
{
	struct matcher *m = matcher_new(rs);

	matcher_save_sieves(m, out);
	matcher_free(m);
}

bool rules_stamp(struct ruleset *rs, const struct ruleset_source *src, struct buf *out)
{
	struct buf frozen = { 0 }, sieves = { 0 };
	bool ok = ruleset_freeze(rs, &frozen);

	write_sieves(rs, &sieves);
	ok = ok && image_write(src, buf_span(&frozen), buf_span(&sieves), out);
	buf_free(&frozen);
	buf_free(&sieves);
	return ok;
}

/* What is found while only the hash is asked for. */
struct found {
	struct buf dirs; /* each with a NUL behind it */
	unsigned long long hash;
};

static void note_dir(void *ctx, struct span dir)
{
	struct found *f = ctx;

	buf_add(&f->dirs, dir);
	buf_putc(&f->dirs, 0);
}

/* The rule set in the stamp beside the program, if it is that of these rules. */
static struct ruleset *take_stamp(unsigned long long hash)
{
	struct buf path = { 0 };
	int fd = data_path("rules.stamp", &path) ? open(buf_str(&path), O_RDONLY | O_CLOEXEC) : -1;
	struct ruleset *rs = fd < 0 ? NULL : image_map(fd, hash, false);

	if (fd >= 0)
		close(fd);
	buf_free(&path);
	return rs;
}

static bool has_user_dirs(const struct ruleset_source *src)
{
	return src->n_dirs || (src->env && *src->env);
}

static struct ruleset *refuse(struct ruleset *rs, struct err *e)
{
	size_t n = ruleset_errors(rs);
	char more[160] = "";

	ruleset_error(rs, 0, e);
	if (n > 1)
		snprintf(more, sizeof more,
			 ngettext("\n%zu more complaint: svod rules check", "\n%zu more complaints: svod rules check",
				  n - 1),
			 n - 1);
	snprintf(e->text + strlen(e->text), sizeof e->text - strlen(e->text), "%s", more);
	ruleset_free(rs);
	return NULL;
}

static struct ruleset *load_checked(const struct ruleset_source *src, struct err *e)
{
	struct ruleset *rs = ruleset_load(src, e);

	if (rs && ruleset_errors(rs) == 0)
		check_all(rs);
	if (rs && ruleset_errors(rs))
		return refuse(rs, e);
	if (rs && has_user_dirs(src))
		rule_cache_keep(rs, src);
	return rs;
}

struct ruleset *rules_load_trusted(const struct ruleset_source *src, struct err *e)
{
	struct found f = { 0 };
	struct ruleset *rs = NULL;

	if (rule_dirs_read(src, &(struct rule_dirs_visitor){ &f, note_dir, NULL }, &f.hash, e)) {
		rs = has_user_dirs(src) ? rule_cache_take(f.hash) : take_stamp(f.hash);
		if (rs)
			ruleset_set_dirs(rs, buf_span(&f.dirs));
		else
			rs = load_checked(src, e);
	}
	buf_free(&f.dirs);
	return rs;
}
