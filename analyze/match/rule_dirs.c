/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files a rule set is made of. Their hash is asked for at every start: nothing of them is kept. */
#include "rule_dirs.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data.h"
#include "digest.h"
#include "i18n.h"
#include "mem.h"
#include "utf8.h"

enum { RULE_FILE_BYTES = 8 << 20, RULE_FILES = 1000 };

struct reading {
	const struct rule_dirs_visitor *v;
	unsigned long long hash;
	struct buf text, path, shown; /* of the file in work */
	struct err *e;
};

static void stir(struct reading *r, unsigned long long x)
{
	r->hash = (r->hash ^ x) * 0x100000001B3ULL;
}

static bool read_whole(struct reading *r, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe would be waited for */
	struct stat st;
	int rc;

	if (fd < 0)
		return err_sys(r->e, EX_NOINPUT, "%s", path);
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		close(fd);
		return err_set(r->e, EX_NOINPUT, _("%s: not a file"), path);
	}
	buf_reset(&r->text);
	rc = buf_read_fd(&r->text, fd, RULE_FILE_BYTES);
	close(fd);
	if (rc < 0)
		return err_sys(r->e, EX_NOINPUT, "%s", path);
	if (rc > 0)
		return err_set(r->e, EX_CONFIG, _("%s: a rule file of more than 8 MB"), path);
	if (r->v->file && !utf8_valid(buf_span(&r->text)))
		return err_set(r->e, EX_CONFIG, _("%s: not UTF-8. Save it as UTF-8"), path);
	return true;
}

static bool has_ending(const char *name, const char *ending)
{
	return name[0] != '.' && span_ends(span_of(name), span_of(ending));
}

static int by_name(const void *x, const void *y)
{
	return strcmp(*(char *const *)x, *(char *const *)y);
}

/* Names in dir that end so, sorted by bytes; the caller frees each and the array. */
static size_t list_files(const char *dir, const char *ending, char ***out)
{
	DIR *d = opendir(dir);
	size_t n = 0, cap = 0;

	*out = NULL;
	for (struct dirent *entry; d && (entry = readdir(d));) {
		if (!has_ending(entry->d_name, ending))
			continue;
		MEM_ROOM(*out, n, cap);
		(*out)[n++] = mem_dup(span_of(entry->d_name));
	}
	if (d)
		closedir(d);
	if (n)
		qsort(*out, n, sizeof **out, by_name);
	return n;
}

/* Editors of Windows put a byte order mark before UTF-8. */
static struct span without_mark(struct span text)
{
	return span_starts(text, SPAN("\xEF\xBB\xBF")) ? span_sub(text, 3, text.n) : text;
}

static bool read_file(struct reading *r, const char *dir, const char *shown, const char *name, bool is_lexicon)
{
	buf_reset(&r->path);
	buf_addf(&r->path, "%s/%s", dir, name);
	if (!read_whole(r, buf_str(&r->path)))
		return false;
	stir(r, digest_short(buf_span(&r->text)));
	if (!r->v->file)
		return true;
	buf_reset(&r->shown);
	buf_addf(&r->shown, "%s/%s", shown, name);
	r->v->file(r->v->ctx, buf_span(&r->shown), without_mark(buf_span(&r->text)), is_lexicon);
	return true;
}

static bool read_files(struct reading *r, const char *dir, const char *shown, const char *ending, bool is_lexicon)
{
	char **names;
	size_t n = list_files(dir, ending, &names);
	bool ok = n <= RULE_FILES || err_set(r->e, EX_CONFIG, _("%s: more than %d rule files"), dir, RULE_FILES);

	for (size_t i = 0; i < n; i++) {
		ok = ok && read_file(r, dir, shown, names[i], is_lexicon);
		free(names[i]);
	}
	free(names);
	return ok;
}

static bool read_dir(struct reading *r, const char *dir, const char *shown)
{
	struct buf lexicon = { 0 };
	struct stat st;
	bool ok;

	if (stat(dir, &st) != 0)
		return err_sys(r->e, EX_NOINPUT, "%s", dir);
	if (!S_ISDIR(st.st_mode))
		return err_set(r->e, EX_NOINPUT, _("%s: not a directory of rule files"), dir);
	stir(r, 1); /* a rule means something else in a directory of its own */
	if (r->v->dir)
		r->v->dir(r->v->ctx, span_of(dir));
	buf_addf(&lexicon, "%s/lexicon", dir);
	ok = read_files(r, dir, shown, ".rules", false) && read_files(r, buf_str(&lexicon), shown, ".tsv", true);
	buf_free(&lexicon);
	return ok;
}

static bool read_named(struct reading *r, struct span dirs)
{
	bool ok = true;

	while (ok && dirs.p) {
		struct span dir = span_cut(&dirs, ':');
		char *path = mem_dup(dir);

		ok = !dir.n || read_dir(r, path, path);
		free(path);
	}
	return ok;
}

static bool read_builtin(struct reading *r)
{
	struct buf path = { 0 };
	bool ok = data_path("rules", &path)
			  ? read_dir(r, buf_str(&path), "rules")
			  : err_set(r->e, EX_NOINPUT, _("the rules folder is missing: set SVOD_DATA, or --rules DIR"));

	buf_free(&path);
	return ok;
}

bool rule_dirs_read(const struct ruleset_source *src, const struct rule_dirs_visitor *v, unsigned long long *hash,
		    struct err *e)
{
	struct reading r = { .v = v, .hash = 0xCBF29CE484222325ULL, .e = e };
	bool ok = (src->without_builtin || read_builtin(&r)) && read_named(&r, span_of(src->env));

	for (size_t i = 0; ok && i < src->n_dirs; i++)
		ok = read_dir(&r, src->dirs[i], src->dirs[i]);
	*hash = r.hash;
	buf_free(&r.text);
	buf_free(&r.path);
	buf_free(&r.shown);
	return ok;
}
