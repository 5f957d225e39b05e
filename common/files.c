/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders opened up in an order that does not depend on the file system: same input, same output. */
#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buf.h"
#include "i18n.h"
#include "limit.h"
#include "mem.h"
#include "utf8.h"

static void push(struct files *f, struct span path)
{
	MEM_ROOM(f->v, f->n, f->cap);
	f->v[f->n++] = mem_dup(path);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static int not_hidden(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

static bool add_folder(struct files *f, struct buf *path, struct err *e)
{
	struct dirent **names;
	size_t at = path->n;
	int n = scandir(buf_str(path), &names, not_hidden, by_name);
	bool ok = true;

	if (n < 0) {
		err_set(e, EX_NOINPUT, _("%s: cannot read the folder: %s"), buf_str(path), err_why(errno));
		return false;
	}
	for (int i = 0; i < n; i++) {
		struct stat st;

		path->n = at;
		buf_addf(path, "/%s", names[i]->d_name);
		free(names[i]);
		if (lstat(buf_str(path), &st) == 0 && S_ISDIR(st.st_mode))
			ok &= add_folder(f, path, e);
		else if (stat(buf_str(path), &st) == 0 && S_ISREG(st.st_mode))
			push(f, buf_span(path));
	}
	free(names);
	path->n = at;
	return ok;
}

bool files_add(struct files *f, const char *path, struct err *e)
{
	struct buf p = { 0 };
	struct stat st;
	bool ok = true;

	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
		buf_puts(&p, path);
		while (p.n > 1 && p.p[p.n - 1] == '/')
			p.n--;
		ok = add_folder(f, &p, e);
	} else {
		push(f, span_of(path));
	}
	buf_free(&p);
	return ok;
}

bool files_add_fd(struct files *f, int fd, struct err *e)
{
	struct buf all = { 0 };
	struct span rest, name;
	int got = buf_read_fd(&all, fd, (size_t)LIMIT_NAMES_MB << 20);

	if (got < 0)
		err_sys(e, EX_IOERR, _("list of names on standard input"));
	else if (got > 0)
		err_set(e, EX_DATAERR,
			_("list of names on standard input: longer than %d MB. Give a part of it at a time"),
			LIMIT_NAMES_MB);
	rest = buf_span(&all);
	while (got == 0 && rest.n) {
		name = span_cut(&rest, '\0');
		if (name.n)
			push(f, name);
	}
	buf_free(&all);
	return got == 0;
}

void files_name_of(const char *path, struct buf *out)
{
	struct span s = span_of(path);
	size_t at = 0;

	while (at < s.n) {
		size_t from = at;
		bool bad = utf8_next(s, &at) == 0xFFFD && at - from == 1;

		if (bad)
			buf_addf(out, "\\x%02X", (unsigned char)s.p[from]);
		else
			buf_add(out, span_sub(s, from, at));
	}
}

/* The byte that \xHH at s.p[at] stands for, or 0: bytes below 0x80 are never written so. */
static unsigned char byte_at(struct span s, size_t at)
{
	static const char hex[] = "0123456789ABCDEF";
	const char *high, *low;

	if (at + 4 > s.n || s.p[at] != '\\' || s.p[at + 1] != 'x')
		return 0;
	high = memchr(hex + 8, s.p[at + 2], 8);
	low = memchr(hex, s.p[at + 3], 16);
	return high && low ? (unsigned char)((high - hex) << 4 | (low - hex)) : 0;
}

void files_path_of(struct span name, struct buf *out)
{
	for (size_t i = 0; i < name.n; i++) {
		unsigned char byte = byte_at(name, i);

		buf_putc(out, byte ? (char)byte : name.p[i]);
		if (byte)
			i += 3;
	}
}

/* What a file that is made now may be read and written by. */
static mode_t mode_of_new(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/* Writes s to a new file beside path, which then takes its place. Returns 0, or 73 or 74, and errno says why. */
static int replace(const char *path, mode_t mode, struct span s)
{
	struct buf name = { 0 };
	char *part;
	int fd, why;
	bool ok;

	buf_addf(&name, "%s.part-XXXXXX", path);
	part = buf_take(&name);
	fd = mkostemp(part, O_CLOEXEC);
	ok = fd >= 0 && fchmod(fd, mode) == 0 && buf_write_fd(fd, s);
	ok = fd >= 0 && close(fd) == 0 && ok && rename(part, path) == 0;
	why = errno;
	if (fd >= 0 && !ok)
		unlink(part);
	free(part);
	errno = why;
	return ok ? 0 : fd < 0 ? EX_CANTCREAT : EX_IOERR;
}

/* Writes s to what is at path. Returns as replace() does. */
static int overwrite(const char *path, struct span s)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	bool ok;

	if (fd < 0)
		return EX_CANTCREAT;
	ok = buf_write_fd(fd, s);
	return close(fd) == 0 && ok ? 0 : EX_IOERR;
}

/* A closed folder, a name too long for more, a file that is mounted: no other file can take the place of this one. */
static bool stays_in_place(int why)
{
	return why == EACCES || why == EPERM || why == EBUSY || why == ENAMETOOLONG;
}

bool files_write(const char *path, struct span s, struct err *e)
{
	char *target = realpath(path, NULL);
	const char *to = target ? target : path;
	struct stat st;
	bool there = lstat(to, &st) == 0;
	bool beside = !there || (S_ISREG(st.st_mode) && access(to, W_OK) == 0);
	int code = beside ? replace(to, there ? st.st_mode & 07777 : mode_of_new(), s) : overwrite(to, s);

	if (code && beside && stays_in_place(errno))
		code = overwrite(to, s);
	if (code)
		err_sys(e, code, "%s", path);
	free(target);
	return code == 0;
}

void files_free(struct files *f)
{
	for (size_t i = 0; i < f->n; i++)
		free(f->v[i]);
	free(f->v);
	*f = (struct files){ 0 };
}
