/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place of an item in the file that was read, as a person would check it: lines, cell, or a picture of the page. */
#include "show_source.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db_p.h"
#include "doc.h"
#include "i18n.h"
#include "limit.h"
#include "load.h"
#include "snippet.h"

extern char **environ;

enum {
	LINES_AROUND = 2,
	CHARSET_NAME = 40,
	PICTURE_DPI = 150,
	PICTURE_MARGIN = 12 /* pt */,
	PAGE_POINTS = 14400 /* PDF 1.7, annex C */
};

struct place {
	struct query *q;
	struct doc d;
	size_t start, end;       /* of the item */
	const struct map_run *r; /* at its start, or NULL */
};

/* ---- text files ---- */

/* The bytes of s as UTF-8; false where the charset is unknown. What cannot be decoded becomes U+FFFD. */
static bool decode(struct span s, struct span charset, struct buf *out)
{
	char name[CHARSET_NAME], block[4096];
	char *from = (char *)(size_t)s.p; /* iconv does not write there */
	size_t left = s.n;
	iconv_t cd;

	if (!charset.n || span_is(charset, "UTF-8")) {
		buf_add(out, span_starts(s, SPAN("\xef\xbb\xbf")) ? span_sub(s, 3, s.n) : s);
		return true;
	}
	if (charset.n >= sizeof name)
		return false;
	snprintf(name, sizeof name, "%.*s", SPAN_ARG(charset));
	cd = iconv_open("UTF-8", name);
	if (cd == (iconv_t)-1)
		return false;
	while (left > 0) {
		char *to = block;
		size_t room = sizeof block;
		size_t rc = iconv(cd, &from, &left, &to, &room);

		buf_add(out, span_make(block, (size_t)(to - block)));
		if (rc == (size_t)-1 && errno != E2BIG) {
			buf_puts(out, "\xef\xbf\xbd");
			from++;
			left--;
		}
	}
	iconv_close(cd);
	return true;
}

/* The file as it was read, or false when it is gone or another one by now. */
static bool read_source(const struct doc *d, struct buf *all)
{
	struct buf path = { 0 };
	bool ok;
	int fd;

	buf_add(&path, d->source.path);
	fd = open(buf_str(&path), O_RDONLY | O_CLOEXEC);
	buf_free(&path);
	if (fd < 0)
		return false;
	ok = buf_read_fd(all, fd, LIMIT_FILE_BYTES) == 0 && (int64_t)all->n == d->source.bytes;
	close(fd);
	return ok;
}

/* Lines of the file around the run, decoded, with their numbers. */
static bool put_file_lines(struct place *p)
{
	const struct map_run *r = p->r;
	struct buf all = { 0 }, text = { 0 };
	bool ok = r && r->kind == MAP_BYTES && r->line && !p->d.source.member.n && read_source(&p->d, &all) &&
		  decode(buf_span(&all), p->d.source.charset, &text);
	struct span rest = buf_span(&text);

	for (long long line = 1; ok && rest.n && line <= r->line + LINES_AROUND; line++) {
		struct span one = span_cut(&rest, '\n');

		if (line < r->line - LINES_AROUND)
			continue;
		buf_addf(&p->q->out, "%s%6lld  ", line == r->line ? ">" : " ", line);
		snippet_paint(span_ends(one, SPAN("\r")) ? span_sub(one, 0, one.n - 1) : one, &mark_brackets,
			      &p->q->out);
		buf_putc(&p->q->out, '\n');
	}
	buf_free(&all);
	buf_free(&text);
	return ok;
}

/* ---- blocks and cells ---- */

/* The heading of a cell's column: the last heading cell above it, or nothing. */
static struct span heading_of(const struct doc *d, const struct block *cell)
{
	struct span head = { 0 };

	for (size_t i = 0; i < d->n_blocks && &d->blocks[i] < cell; i++)
		if (d->blocks[i].table == cell->table && d->blocks[i].head && d->blocks[i].col == cell->col)
			head = doc_slice(d, d->blocks[i].start, d->blocks[i].end);
	return head;
}

/* The block with the item marked in it. */
static void put_block(struct place *p)
{
	const struct mark_style *style = p->q->color ? &mark_colors : &mark_brackets;
	int at = doc_block_at(&p->d, p->start);
	const struct block *b = at >= 0 ? &p->d.blocks[at] : NULL;
	size_t from = b ? b->start : p->start, to = b && b->end >= p->end ? b->end : p->end;
	struct buf marked = { 0 };

	if (b && b->table) {
		struct span head = heading_of(&p->d, b);

		buf_addf(&p->q->out, _("  table %d, row %d, column %d"), b->table, b->row + 1, b->col + 1);
		buf_addf(&p->q->out, head.n ? " (%.*s)\n" : "\n", SPAN_ARG(head));
	}
	buf_add(&marked, doc_slice(&p->d, from, p->start));
	buf_putc(&marked, MARK_ON);
	buf_add(&marked, doc_slice(&p->d, p->start, p->end));
	buf_putc(&marked, MARK_OFF);
	buf_add(&marked, doc_slice(&p->d, p->end, to));
	buf_puts(&p->q->out, "  ");
	snippet_wrap(buf_span(&marked), style, p->q->width ? (size_t)p->q->width : 100, 2, &p->q->out);
	buf_putc(&p->q->out, '\n');
	buf_free(&marked);
}

static void put_run(struct place *p, const struct map_run *r)
{
	struct buf *out = &p->q->out;

	buf_addf(out, "%.*s", SPAN_ARG(p->d.source.path));
	if (p->d.source.member.n)
		buf_addf(out, "!%.*s", SPAN_ARG(p->d.source.member));
	switch (r->kind) {
	case MAP_BYTES:
		buf_addf(out, _(": line %lld, bytes %lld–%lld"), (long long)r->line, (long long)r->at,
			 (long long)(r->at + r->len));
		if (r->path.n)
			buf_addf(out, ", %.*s", SPAN_ARG(r->path));
		break;
	case MAP_PAGE:
		buf_addf(out, _(": page %d, box %.1f %.1f %.1f %.1f pt from the top left"), r->page, r->box[0],
			 r->box[1], r->box[2], r->box[3]);
		break;
	case MAP_PART:
		buf_addf(out, _(": %.*s, paragraph %d"), SPAN_ARG(r->part), r->para);
		if (r->table)
			buf_addf(out, _(", table %d, row %d, column %d"), r->table, r->row + 1, r->col + 1);
		break;
	}
	buf_puts(out, r->made ? _(" (made up by a repair)\n") : "\n");
}

static bool touches(const struct place *p, const struct map_run *r)
{
	return r->t < p->end && r->t + r->n > p->start;
}

/* ---- pictures ---- */

struct crop {
	int page, x, y, w, h; /* pixels */
};

/* What holds all runs of the item on its first page, with a margin; false where it stands on none. */
static bool find_crop(const struct place *p, struct crop *c)
{
	double box[4] = { 0 }, scale = PICTURE_DPI / 72.0;

	c->page = 0;
	for (size_t i = 0; i < p->d.n_map; i++) {
		const struct map_run *r = &p->d.map[i];

		if (!touches(p, r) || r->kind != MAP_PAGE || (c->page && r->page != c->page))
			continue;
		for (int k = 0; k < 4; k++)
			if (!c->page || (k < 2 ? r->box[k] < box[k] : r->box[k] > box[k]))
				box[k] = r->box[k];
		c->page = r->page;
	}
	for (int k = 0; k < 4; k++) {
		box[k] += k < 2 ? -PICTURE_MARGIN : PICTURE_MARGIN;
		box[k] = box[k] < 0 ? 0 : box[k] > PAGE_POINTS ? PAGE_POINTS : box[k];
	}
	c->x = (int)(box[0] * scale);
	c->y = (int)(box[1] * scale);
	c->w = (int)(box[2] * scale) - c->x;
	c->h = (int)(box[3] * scale) - c->y;
	return c->page > 0 && c->w > 0 && c->h > 0;
}

/* Runs argv with its standard output in fd; its exit code, 127 where it is not there. */
static int run_into(char **argv, int fd)
{
	posix_spawn_file_actions_t actions;
	int status = 0, rc;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, fd, STDOUT_FILENO);
	rc = posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (rc != 0)
		return 127;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return 127;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

static bool draw(const char *pdf, const struct crop *c, const char *to, struct err *e)
{
	enum { ARGUMENTS = 7, DIGITS = 16 };
	const int numbers[ARGUMENTS] = { PICTURE_DPI, c->page, c->page, c->x, c->y, c->w, c->h };
	static const char *const names[ARGUMENTS] = { "-r", "-f", "-l", "-x", "-y", "-W", "-H" };
	char digits[ARGUMENTS][DIGITS], *argv[3 + 2 * ARGUMENTS + 3];
	int n = 0, code, fd = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (fd < 0)
		return err_sys(e, EX_CANTCREAT, "%s", to);
	argv[n++] = (char *)(size_t) "pdftocairo";
	argv[n++] = (char *)(size_t) "-png";
	argv[n++] = (char *)(size_t) "-singlefile";
	for (int i = 0; i < ARGUMENTS; i++) {
		snprintf(digits[i], DIGITS, "%d", numbers[i]);
		argv[n++] = (char *)(size_t)names[i];
		argv[n++] = digits[i];
	}
	argv[n++] = (char *)(size_t)pdf;
	argv[n++] = (char *)(size_t) "-";
	argv[n] = NULL;
	code = run_into(argv, fd);
	if (close(fd) != 0)
		return err_sys(e, EX_IOERR, "%s", to);
	if (code == 0)
		return true;
	unlink(to);
	if (code == 127)
		return err_set(e, EX_UNAVAILABLE, _("pdftocairo is needed to draw a page: install poppler-utils"));
	return err_set(e, EX_DATAERR, _("%s: page %d could not be drawn"), pdf, c->page);
}

static bool write_picture(struct place *p, struct err *e)
{
	struct buf all = { 0 }, path = { 0 };
	struct crop c;
	bool ok;

	if (!find_crop(p, &c) || p->d.source.member.n)
		return err_set(e, EX_USAGE,
			       _("--source=FILE.png draws the page of a PDF; this item stands on none. Use --source"));
	buf_addf(&path, "%s%.*s", p->d.source.path.p[0] == '-' ? "./" : "", SPAN_ARG(p->d.source.path));
	ok = read_source(&p->d, &all);
	if (ok)
		ok = draw(buf_str(&path), &c, p->q->o->source, e);
	else
		err_set(e, EX_NOINPUT, _("%s: no longer the file that was read. Add it again: svod add"),
			buf_str(&path));
	buf_free(&path);
	buf_free(&all);
	return ok;
}

/* ---- */

static bool find_place(struct place *p, long long doc, long long item, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool ok = load_doc(p->q->db, doc, &p->d, e) &&
		  db_prepare(p->q->db, "SELECT start, stop FROM items WHERE id = ?1", &st, e);
	int at;

	if (ok) {
		sqlite3_bind_int64(st, 1, item);
		ok = sqlite3_step(st) == SQLITE_ROW || db_fail(p->q->db, e);
	}
	if (ok) {
		p->start = (size_t)sqlite3_column_int64(st, 0);
		p->end = (size_t)sqlite3_column_int64(st, 1);
		at = doc_map_at(&p->d, p->start);
		p->r = at >= 0 ? &p->d.map[at] : NULL;
	}
	sqlite3_finalize(st);
	return ok;
}

bool show_source(struct query *q, long long doc, long long item, struct err *e)
{
	struct place p = { .q = q };
	bool ok = find_place(&p, doc, item, e);

	if (ok) {
		for (size_t i = 0; i < p.d.n_map; i++)
			if (touches(&p, &p.d.map[i]))
				put_run(&p, &p.d.map[i]);
		if (!put_file_lines(&p))
			put_block(&p);
		if (*q->o->source)
			ok = write_picture(&p, e);
	}
	doc_free(&p.d);
	return ok;
}
