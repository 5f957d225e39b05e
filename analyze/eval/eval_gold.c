/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gold folder: NAME.jsonl with NAME.txt beside it (or in --texts), and slices.json where a type is incomplete. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "eval_p.h"
#include "i18n.h"
#include "utf8.h"

static bool slurp(struct arena *a, const char *path, struct span *out, struct err *e)
{
	struct buf b = { 0 };
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && buf_read_fd(&b, fd, (size_t)256 << 20) == 0;

	if (!ok)
		err_sys(e, EX_NOINPUT, "%s", path);
	else
		*out = arena_dup(a, buf_span(&b));
	if (fd >= 0)
		close(fd);
	buf_free(&b);
	return ok;
}

static struct span stem_of(struct span path)
{
	size_t at = path.n;

	while (at > 0 && path.p[at - 1] != '/')
		at--;
	path = span_sub(path, at, path.n);
	for (size_t i = path.n; i > 1; i--)
		if (path.p[i - 1] == '.')
			return span_sub(path, 0, i - 1);
	return path;
}

static struct span leading_digits(struct span stem)
{
	size_t n = 0;

	while (n < stem.n && stem.p[n] >= '0' && stem.p[n] <= '9')
		n++;
	return span_sub(stem, 0, n);
}

/* A gold named 003.jsonl is called 003; one named plan-2.jsonl plan-2. */
struct gold_doc *eval_gold_for(struct eval *v, struct span path)
{
	struct span stem = stem_of(path), number = leading_digits(stem);

	for (size_t i = 0; i < v->n_docs; i++)
		if (span_eq(v->docs[i].key, stem))
			return &v->docs[i];
	for (size_t i = 0; i < v->n_docs && number.n; i++)
		if (span_eq(v->docs[i].key, number))
			return &v->docs[i];
	return NULL;
}

size_t eval_gold_byte(const struct gold_doc *g, long code_point)
{
	size_t n = utf8_count(g->text);

	return code_point < 0 ? 0 : g->code_points[(size_t)code_point < n ? (size_t)code_point : n];
}

static void index_code_points(struct eval *v, struct gold_doc *g)
{
	size_t at = 0, n = 0;

	g->code_points = arena_alloc(&v->arena, (utf8_count(g->text) + 1) * sizeof *g->code_points);
	while (at < g->text.n) {
		g->code_points[n++] = at;
		utf8_next(g->text, &at);
	}
	g->code_points[n] = at;
}

static bool parse_lines(struct eval *v, struct gold_doc *g, struct span rest, const char *path, struct err *e)
{
	long line = 0;

	while (rest.n) {
		struct span one = span_cut(&rest, '\n');
		struct json_ref root;

		line++;
		if (!span_trim(one).n)
			continue;
		if (!json_parse(v->json, one, &root, e))
			return err_in(e, _("%s: line %ld"), path, line);
		ARENA_ROOM(&v->arena, g->items, g->n_items, g->cap_items);
		g->items[g->n_items++] = jval_from(&v->arena, root);
	}
	return true;
}

/* The reference text: TEXTS/STEM.txt, or the first file there whose name begins with STEM and ends in .txt. */
static bool find_text(const char *folder, const char *stem, struct buf *path, struct err *e)
{
	DIR *d = opendir(folder);
	char best[256] = "";

	for (struct dirent *f = d ? readdir(d) : NULL; f; f = readdir(d)) {
		struct span name = span_of(f->d_name);

		if (!span_starts(name, span_of(stem)) || !span_ends(name, SPAN(".txt")) || name.n >= sizeof best)
			continue;
		if (!*best || strlen(f->d_name) < strlen(best) ||
		    (strlen(f->d_name) == strlen(best) && strcmp(f->d_name, best) < 0))
			memcpy(best, name.p, name.n + 1);
	}
	if (d)
		closedir(d);
	if (!*best)
		return err_set(e, EX_NOINPUT,
			       _("%s: no text %s.txt for the gold %s.jsonl. Name its folder with --texts"), folder,
			       stem, stem);
	buf_reset(path);
	buf_addf(path, "%s/%s", folder, best);
	return true;
}

static bool load_one(struct eval *v, const char *name, struct err *e)
{
	struct buf path = { 0 };
	struct span stem = arena_dup(&v->arena, stem_of(span_of(name))), lines;
	struct gold_doc *g;
	bool ok;

	ARENA_ROOM(&v->arena, v->docs, v->n_docs, v->cap_docs);
	g = &v->docs[v->n_docs++];
	*g = (struct gold_doc){ .key = stem };
	buf_addf(&path, "%s/%s", v->o->gold, name);
	ok = slurp(&v->arena, buf_str(&path), &lines, e) && parse_lines(v, g, lines, buf_str(&path), e) &&
	     find_text(v->o->texts ? v->o->texts : v->o->gold, stem.p, &path, e) &&
	     slurp(&v->arena, buf_str(&path), &g->text, e);
	if (ok && !utf8_valid(g->text))
		ok = err_set(e, EX_DATAERR, _("%s: not UTF-8"), buf_str(&path));
	if (ok) {
		index_code_points(v, g);
		g->words = eval_split(&v->arena, g->text);
	}
	buf_free(&path);
	return ok;
}

static bool load_slices(struct eval *v, struct err *e)
{
	struct buf path = { 0 };
	struct json_ref root;
	struct span text;
	bool ok = true;

	buf_addf(&path, "%s/slices.json", v->o->gold);
	if (access(buf_str(&path), R_OK) == 0) {
		ok = slurp(&v->arena, buf_str(&path), &text, e) && json_parse(v->json, text, &root, e);
		if (ok)
			v->slices = jval_from(&v->arena, root);
	}
	buf_free(&path);
	return ok;
}

static int is_gold(const struct dirent *d)
{
	struct span name = span_of(d->d_name);

	return span_ends(name, SPAN(".jsonl")) && !span_is(name, "checks.jsonl") && name.p[0] != '.';
}

bool eval_gold_load(struct eval *v, struct err *e)
{
	struct dirent **names;
	int n = scandir(v->o->gold, &names, is_gold, alphasort);
	bool ok = true;

	if (n < 0)
		return err_sys(e, EX_NOINPUT, "%s", v->o->gold);
	for (int i = 0; i < n; i++) {
		ok = ok && load_one(v, names[i]->d_name, e);
		free(names[i]);
	}
	free(names);
	if (ok && n == 0)
		return err_set(e, EX_NOINPUT, _("%s: no NAME.jsonl there"), v->o->gold);
	return ok && load_slices(v, e);
}
