/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * svod add. Files are dealt to N chains in turn (file i to chain i mod N) and their lines are taken back in the same
 * turn, so that the database is written in the same order whatever N is and however fast each chain runs.
 */
#include "add.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "chain.h"
#include "data.h"
#include "digest.h"
#include "doc.h"
#include "filter.h"
#include "i18n.h"
#include "utf8.h"

/* ---- what is in the corpus already ---- */

struct known {
	struct buf text; /* "sha256  path\0" records as svod-index --known prints them */
	struct span *v;  /* sorted */
	size_t n, cap;
};

static int by_span(const void *a, const void *b)
{
	return span_cmp(*(const struct span *)a, *(const struct span *)b);
}

/*
 * Returns 0, or the code of a corpus that cannot be asked: no database, damaged, made by a newer svod; svod-index has
 * said so. A file with nothing in it, or without tables, knows nothing.
 */
static int known_load(struct known *k, const struct log *l, const char *db)
{
	char *argv[] = { "svod-index", "--known", (char *)(uintptr_t)db, NULL };
	char *const *const chain[] = { argv };
	struct err e = { 0 };
	struct chain c;
	struct span rest;
	struct stat st;
	int code;

	if (stat(db, &st) || !st.st_size)
		return 0;
	if (!chain_start(&c, chain, 1, STDIN_FILENO, false, &e)) {
		log_err(l, &e);
		return e.code;
	}
	if (buf_read_fd(&k->text, c.out, (size_t)1 << 30))
		buf_reset(&k->text); /* more than can be: everything is read again */
	code = chain_wait(&c);
	if (code)
		return code;
	rest = buf_span(&k->text);
	while (rest.n) {
		struct span record = span_cut(&rest, '\0');

		MEM_ROOM(k->v, k->n, k->cap);
		k->v[k->n++] = record;
	}
	if (k->n)
		qsort(k->v, k->n, sizeof *k->v, by_span);
	return 0;
}

static bool known_has(const struct known *k, const char *path)
{
	char hex[DIGEST_HEX];
	struct buf record = { 0 };
	struct span key;
	bool found;

	if (!k->n || !digest_file(path, hex))
		return false;
	buf_addf(&record, "%s  ", hex);
	files_name_of(path, &record);
	key = buf_span(&record);
	found = bsearch(&key, k->v, k->n, sizeof *k->v, by_span) != NULL;
	buf_free(&record);
	return found;
}

static void known_free(struct known *k)
{
	free(k->v);
	buf_free(&k->text);
}

/* ---- the chains ---- */

enum { MAX_ARGS = 16, MAX_JOBS = 256 };

struct lane {
	struct chain chain;
	struct doc_reader *in;
	struct doc doc;
	bool ready; /* doc holds a document that has not been taken */
	bool ended;
};

struct adding {
	const struct add_options *o;
	const struct log *l;
	struct add_result *r;
	struct lane *lanes;
	size_t n_lanes;
	struct chain writer;
	struct sink to_index;
	struct progress progress;
	bool started;
	int code;
};

/* A nameless file with the NUL-separated names of the files that belong to lane k. */
static int names_for_lane(char *const *paths, size_t n, size_t k, size_t lanes, struct err *e)
{
	int fd = memfd_create("svod-names", MFD_CLOEXEC);
	struct buf names = { 0 };
	bool ok;

	if (fd < 0) {
		err_sys(e, EX_OSERR, _("the list of files could not be made"));
		return -1;
	}
	for (size_t i = k; i < n; i += lanes) {
		buf_puts(&names, paths[i]);
		buf_putc(&names, '\0');
	}
	ok = names.n == 0 || write(fd, names.p, names.n) == (ssize_t)names.n;
	buf_free(&names);
	if (ok && lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	err_sys(e, EX_OSERR, _("the list of files could not be made"));
	close(fd);
	return -1;
}

static bool lane_start(struct lane *lane, const struct add_options *o, int names, struct err *e)
{
	char *read[MAX_ARGS] = { "svod-read", "-0" }, *clean[] = { "svod-clean", NULL },
	     *resolve[] = { "svod-resolve", NULL };
	char *extract[MAX_ARGS] = { "svod-extract" };
	char *const *const argvs[] = { read, clean, extract, resolve };
	size_t n = 2;

	if (o->ocr) {
		read[n++] = "--ocr";
		read[n++] = (char *)(uintptr_t)o->ocr;
	}
	if (o->charset) {
		read[n++] = "--charset";
		read[n++] = (char *)(uintptr_t)o->charset;
	}
	if (o->no_sandbox)
		read[n++] = "--no-sandbox";
	if (o->strict)
		read[n++] = "--strict";
	if (o->rules) {
		extract[1] = "--rules";
		extract[2] = (char *)(uintptr_t)o->rules;
	}
	if (!chain_start(&lane->chain, argvs, sizeof argvs / sizeof *argvs, names, false, e))
		return false;
	lane->in = doc_reader_new(lane->chain.out, "svod-resolve");
	return true;
}

/* Makes sure that the lane holds its next document, if there is one. */
static bool lane_peek(struct adding *a, struct lane *lane)
{
	while (!lane->ready && !lane->ended) {
		struct err e = { 0 };
		enum step step = doc_read(lane->in, &lane->doc, &e);

		if (step == STEP_RECORD)
			lane->ready = true;
		else if (step == STEP_END)
			lane->ended = true;
		else if (!doc_reader_cut_off(lane->in)) { /* a stage was ended; its exit code tells */
			log_err(a->l, &e);
			a->code = chain_worse(a->code, e.code);
		}
	}
	return lane->ready;
}

static struct span keep(struct add_result *r, struct span s)
{
	return arena_dup(&r->arena, s);
}

static void remember(struct add_result *r, const struct doc *d)
{
	struct added *x;
	struct span date = jval_str(d->meta, "date");

	MEM_ROOM(r->v, r->n, r->cap);
	x = &r->v[r->n++];
	*x = (struct added){ .items = d->n_items, .chars = utf8_count(d->text), .unread = !d->has_text };
	x->path = keep(r, d->source.path);
	x->lang = keep(r, jval_str(d->meta, "lang"));
	x->country = keep(r, jval_str(d->meta, "country"));
	x->period = keep(r, jval_str(d->meta, "period"));
	if (!x->period.n)
		x->period = keep(r, date);
	for (size_t i = 0; i < d->n_items; i++)
		x->rows += d->items[i].type == ITEM_TABLE_ROW;
	for (size_t i = 0; i < d->n_notes; i++) {
		if (d->notes[i].level == NOTE_INFO)
			continue;
		if (!x->warnings++)
			x->note = keep(r, d->notes[i].text);
	}
}

/* Takes all documents of one file (an archive has several) from its lane. */
static void take_file(struct adding *a, struct lane *lane, struct span name)
{
	while (lane_peek(a, lane) && span_eq(lane->doc.source.path, name)) {
		remember(a->r, &lane->doc);
		doc_write(&lane->doc, &a->to_index.b);
		sink_flush_if_full(&a->to_index);
		lane->ready = false;
	}
}

/* How long the writer waits for another, as its option. */
static void put_wait(const struct add_options *o, char out[32])
{
	snprintf(out, 32, "--wait=%ld", o->no_wait ? 0 : o->wait);
}

static bool start_all(struct adding *a, char **paths, size_t n, struct err *e)
{
	int in;
	char wait[32];
	char *writer[] = { "svod-index", wait, (char *)(uintptr_t)buf_str(&a->r->db), NULL };

	for (size_t k = 0; k < a->n_lanes; k++) {
		int names = names_for_lane(paths, n, k, a->n_lanes, e);

		if (names < 0 || !lane_start(&a->lanes[k], a->o, names, e))
			return false;
		close(names);
	}
	put_wait(a->o, wait);
	if (!chain_start_writer(&a->writer, writer, &in, e))
		return false;
	sink_start(&a->to_index, in);
	a->started = true;
	return true;
}

static void finish_all(struct adding *a)
{
	struct err e = { 0 };
	bool whole = true;
	int code;

	for (size_t k = 0; k < a->n_lanes; k++) {
		doc_reader_free(a->lanes[k].in);
		doc_free(&a->lanes[k].doc);
		code = chain_wait(&a->lanes[k].chain);
		a->r->interrupted |= code == 128 + SIGINT;
		a->code = chain_worse(a->code, code);
	}
	if (a->started) {
		whole = sink_finish(&a->to_index, &e);
		close(a->to_index.fd);
	}
	code = chain_wait(&a->writer); /* svod-index says itself why it ended before all was read */
	a->r->unwritten = !whole || (code != 0 && code != EX_DATAERR); /* 65: single documents were refused */
	a->code = chain_worse(a->code, whole || code ? code : EX_IOERR);
}

static void add_files(struct adding *a, char **paths, size_t n)
{
	struct err e = { 0 };
	struct buf name = { 0 };

	a->n_lanes = (size_t)(a->o->jobs > 0 ? a->o->jobs : 1);
	if (a->n_lanes > n)
		a->n_lanes = n;
	a->lanes = mem_alloc(a->n_lanes * sizeof *a->lanes);
	progress_start(&a->progress, (enum progress_mode)a->o->progress, n);
	if (!start_all(a, paths, n, &e)) {
		log_err(a->l, &e);
		a->code = e.code;
	}
	for (size_t i = 0; a->started && i < n && !a->to_index.failed; i++) {
		buf_reset(&name);
		files_name_of(paths[i], &name);
		progress_step(&a->progress, i, buf_span(&name));
		take_file(a, &a->lanes[i % a->n_lanes], buf_span(&name));
	}
	if (a->started && !a->to_index.failed)
		progress_step(&a->progress, n, buf_span(&name));
	buf_free(&name);
	progress_clear(&a->progress);
	finish_all(a);
	a->r->seconds = progress_seconds(&a->progress);
	free(a->lanes);
}

static int prune(const struct add_options *o, const char *db)
{
	char wait[32];
	char *argv[] = { "svod-index", "--prune", wait, (char *)(uintptr_t)db, NULL };
	char *const *const chain[] = { argv };
	struct err e = { 0 };
	struct chain c;

	if (access(db, F_OK))
		return 0;
	put_wait(o, wait);
	return chain_start(&c, chain, 1, STDIN_FILENO, true, &e) ? chain_wait(&c) : e.code;
}

int add_run(const struct add_options *o, const struct files *f, const struct log *l, struct add_result *r)
{
	struct adding a = { .o = o, .l = l, .r = r };
	struct known known = { 0 };
	char **paths = mem_alloc((f->n + 1) * sizeof *paths);
	size_t n = 0;

	data_corpus_path(o->db, &r->db);
	r->new_corpus = access(buf_str(&r->db), F_OK) != 0;
	signal(SIGINT, SIG_IGN);  /* the stages end; what they finished is written */
	signal(SIGPIPE, SIG_IGN); /* a writer that ended says why itself */
	a.code = known_load(&known, l, buf_str(&r->db));
	r->interrupted = a.code == 128 + SIGINT;
	r->unwritten = a.code && !r->interrupted;
	for (size_t i = 0; !a.code && i < f->n; i++) {
		if (!o->force && known_has(&known, f->v[i]))
			r->unchanged++;
		else
			paths[n++] = f->v[i];
	}
	known_free(&known);
	if (n)
		add_files(&a, paths, n);
	free(paths);
	if (o->prune && !r->interrupted && !r->unwritten)
		a.code = chain_worse(a.code, prune(o, buf_str(&r->db)));
	signal(SIGPIPE, SIG_DFL);
	return r->interrupted ? 128 + SIGINT : a.code;
}

void add_result_free(struct add_result *r)
{
	free(r->v);
	buf_free(&r->db);
	arena_free(&r->arena);
}
