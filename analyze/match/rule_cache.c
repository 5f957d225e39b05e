/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever writes rules starts svod often, and changes them seldom: what was checked once is kept. */
#include "rule_cache.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data.h"
#include "image.h"
#include "rule_dirs.h"
#include "rules_p.h"

enum { SLOTS = 2 /* of 20 MB each */ };

/* The folder, made where it is missing. */
static bool cache_dir(struct buf *out)
{
	const char *xdg = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");

	if (xdg && xdg[0] == '/')
		buf_puts(out, xdg);
	else if (home && home[0] == '/')
		buf_addf(out, "%s/.cache", home);
	else
		return false;
	(void)mkdir(buf_str(out), 0700);
	buf_puts(out, "/svod");
	(void)mkdir(buf_str(out), 0700);
	return true;
}

static bool slot_path(unsigned long long hash, struct buf *out)
{
	if (!cache_dir(out))
		return false;
	buf_addf(out, "/rules-%u.stamp", (unsigned)(hash % SLOTS));
	return true;
}

/* Nobody else may have written it: it is used as it lies there. */
static bool is_own(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid() &&
	       !(st.st_mode & (S_IWGRP | S_IWOTH));
}

struct ruleset *rule_cache_take(unsigned long long hash)
{
	struct buf path = { 0 };
	struct ruleset *rs = NULL;
	int fd = slot_path(hash, &path) ? open(buf_str(&path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : -1;

	if (fd >= 0 && is_own(fd))
		rs = image_map(fd, hash, true);
	if (fd >= 0)
		close(fd);
	buf_free(&path);
	return rs;
}

/* ---- keeping ---- */

/* The built-in rules as their stamp has them; NULL: there is none. */
static struct ruleset *map_builtin(void)
{
	struct buf path = { 0 };
	unsigned long long hash;
	struct err e = { 0 };
	struct ruleset *rs = NULL;
	int fd = data_path("rules.stamp", &path) ? open(buf_str(&path), O_RDONLY | O_CLOEXEC) : -1;

	if (fd >= 0 && rule_dirs_read(&(struct ruleset_source){ 0 }, &(struct rule_dirs_visitor){ 0 }, &hash, &e))
		rs = image_map(fd, hash, false);
	if (fd >= 0)
		close(fd);
	buf_free(&path);
	return rs;
}

/* Did no directory of the user's change a rule or a set of the built-in ones? Then these have the same numbers too. */
static bool only_adds(struct ruleset *rs, struct ruleset *builtin)
{
	if (rs->n_rules < builtin->n_rules)
		return false;
	for (size_t i = 0; i < builtin->n_rules; i++)
		if (rs->rules[i].entry->dir != 0 || !span_eq(rs->rules[i].name, builtin->rules[i].name))
			return false;
	for (size_t i = 0; i < rs->n_sets; i++)
		for (size_t k = 0; k < rs->sets[i].n_entries; k++)
			if (rs->sets[i].entries[k]->dir != 0 && ruleset_set(builtin, rs->sets[i].name))
				return false;
	return true;
}

static void write_file(const char *path, struct span bytes)
{
	struct buf draft = { 0 };
	bool ok;
	int fd;

	buf_addf(&draft, "%s.XXXXXX", path);
	(void)buf_str(&draft); /* a NUL behind it */
	fd = mkstemp(draft.p);
	if (fd >= 0) {
		ok = write(fd, bytes.p, bytes.n) == (ssize_t)bytes.n;
		ok = close(fd) == 0 && ok && rename(buf_str(&draft), path) == 0;
		if (!ok)
			unlink(buf_str(&draft));
	}
	buf_free(&draft);
}

void rule_cache_keep(struct ruleset *rs, const struct ruleset_source *src)
{
	struct ruleset *builtin = src->without_builtin ? NULL : map_builtin();
	bool same = builtin && only_adds(rs, builtin);
	struct buf frozen = { 0 }, image = { 0 }, path = { 0 };

	if (slot_path(ruleset_hash(rs), &path) && ruleset_freeze(rs, &frozen) &&
	    image_write(src, buf_span(&frozen), same ? builtin->sieves : (struct span){ 0 }, &image))
		write_file(buf_str(&path), buf_span(&image));
	buf_free(&frozen);
	buf_free(&image);
	buf_free(&path);
	ruleset_free(builtin);
}
