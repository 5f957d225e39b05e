/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders into files, in an order that does not depend on the file system. */
#include "walk.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "buf.h"
#include "limit.h"
#include "mem.h"

struct walker {
	struct walk *w;
	void (*problem)(void *ctx, struct err *e);
	void *ctx;
};

static void add_path(struct walk *w, const char *path)
{
	MEM_ROOM(w->paths, w->n, w->cap);
	w->paths[w->n++] = mem_dup(span_of(path));
}

static void tell(struct walker *k, const char *path)
{
	struct err e = { 0 };

	err_sys(&e, EX_NOINPUT, "%s", path);
	k->problem(k->ctx, &e);
}

static void walk_dir(struct walker *k, const char *dir, int depth);

static void visit(struct walker *k, const char *path, int depth)
{
	struct stat st;

	if (lstat(path, &st) < 0)
		tell(k, path);
	else if (S_ISDIR(st.st_mode))
		walk_dir(k, path, depth + 1);
	else if (S_ISREG(st.st_mode) || (S_ISLNK(st.st_mode) && stat(path, &st) == 0 && S_ISREG(st.st_mode)))
		add_path(k->w, path);
}

static void walk_dir(struct walker *k, const char *dir, int depth)
{
	DIR *h = depth < LIMIT_DEPTH ? opendir(dir) : NULL;
	struct buf path = { 0 };
	const char *slash = dir[strlen(dir) - 1] == '/' ? "" : "/";

	if (!h) {
		tell(k, dir);
		return;
	}
	for (struct dirent *entry = readdir(h); entry; entry = readdir(h)) {
		if (entry->d_name[0] == '.')
			continue;
		buf_reset(&path);
		buf_addf(&path, "%s%s%s", dir, slash, entry->d_name);
		visit(k, buf_str(&path), depth);
	}
	buf_free(&path);
	closedir(h);
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void walk_add(struct walk *w, const char *operand, void (*problem)(void *ctx, struct err *e), void *ctx)
{
	struct walker k = { w, problem, ctx };
	size_t first = w->n;
	struct stat st;

	if (!*operand || stat(operand, &st) < 0 || !S_ISDIR(st.st_mode)) {
		add_path(w, operand);
		return;
	}
	walk_dir(&k, operand, 0);
	if (w->n > first)
		qsort(w->paths + first, w->n - first, sizeof *w->paths, by_bytes);
}

void walk_free(struct walk *w)
{
	for (size_t i = 0; i < w->n; i++)
		free(w->paths[i]);
	free(w->paths);
	*w = (struct walk){ 0 };
}
