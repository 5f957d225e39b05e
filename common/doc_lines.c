/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stream as lines: where each ends, what was cut off, and what is no stream at all. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "doc_p.h"
#include "i18n.h"
#include "limit.h"

enum { READ_BYTES = 1 << 16 /* what is read at once is still in the nearest caches when it is parsed */ };

struct doc_reader {
	int fd;
	const char *name;
	struct json_parser *json;
	struct buf in; /* bytes read and not yet used: [at, in.n) */
	size_t at;
	long line;
	bool eof, raw;
	bool cut_off; /* the line before had no \n */
	bool foreign; /* the line before was no document at all */
};

struct doc_reader *doc_reader_new(int fd, const char *name)
{
	struct doc_reader *r = mem_alloc(sizeof *r);

	r->fd = fd;
	r->name = name;
	r->json = json_parser_new();
	return r;
}

void doc_reader_keep_raw(struct doc_reader *r)
{
	r->raw = true;
}

void doc_reader_free(struct doc_reader *r)
{
	if (!r)
		return;
	json_parser_free(r->json);
	buf_free(&r->in);
	free(r);
}

/* Reads more bytes behind in.n; false at the end of input or on an error (e set). */
static bool fill(struct doc_reader *r, struct err *e)
{
	ssize_t got;

	if (r->at) {
		memmove(r->in.p, r->in.p + r->at, r->in.n - r->at);
		r->in.n -= r->at;
		r->at = 0;
	}
	if (r->in.n > LIMIT_LINE_BYTES)
		return err_set(e, EX_DATAERR, _("%s: line %ld: longer than %zu bytes"), r->name, r->line + 1,
			       (size_t)LIMIT_LINE_BYTES);
	buf_room(&r->in, READ_BYTES + JSON_SLACK);
	do
		got = read(r->fd, r->in.p + r->in.n, READ_BYTES);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return err_sys(e, EX_IOERR, "%s", r->name);
	r->in.n += (size_t)got;
	memset(r->in.p + r->in.n, 0, JSON_SLACK);
	return got > 0;
}

/* The next line without its \n. False at the end or on an error. */
static bool cut_line(struct doc_reader *r, struct span *line, struct err *e)
{
	size_t scanned = r->at;

	for (;;) {
		size_t nl = span_find_char(buf_span(&r->in), '\n', scanned);

		if (nl != SPAN_NONE) {
			*line = span_sub(buf_span(&r->in), r->at, nl);
			r->at = nl + 1;
			r->cut_off = false;
			return true;
		}
		scanned = r->in.n - r->at; /* fill moves the rest to the front */
		if (r->eof || !fill(r, e))
			break;
	}
	r->eof = true;
	if (e->code || r->at == r->in.n)
		return false;
	*line = span_sub(buf_span(&r->in), r->at, r->in.n);
	r->at = r->in.n;
	r->cut_off = true;
	return true;
}

/*
 * The next line that may be a document or is blank. A row of lines that are neither is one error at its first line: the
 * first thing that goes wrong with pipes is a stage that was left out.
 */
static bool next_line(struct doc_reader *r, struct span *line, struct err *e)
{
	while (cut_line(r, line, e)) {
		struct span trimmed = span_trim(*line);
		bool was_foreign = r->foreign;

		r->foreign = trimmed.n ? trimmed.p[0] != '{' : was_foreign;
		if (trimmed.n == 0 || !r->foreign)
			return true;
		r->line++;
		if (was_foreign)
			continue;
		err_set(e, EX_DATAERR, _("no svod stream here; svod read makes one of a document"));
		return err_in(e, _("%s: line %ld"), r->name, r->line);
	}
	return false;
}

enum step doc_read(struct doc_reader *r, struct doc *d, struct err *e)
{
	struct json_ref root;
	struct span line;

	do {
		if (!next_line(r, &line, e))
			return e->code ? STEP_ERROR : STEP_END;
		r->line++;
	} while (span_trim(line).n == 0);
	doc_reset(d);
	if (json_parse_in_place(r->json, line, &root, e) && doc_take_line(r->json, line, root, d, r->raw, e))
		return STEP_RECORD;
	if (r->cut_off)
		err_in(e, _("cut off in the middle (the program before this one ended early?)"));
	doc_reader_place(r, e);
	return STEP_ERROR;
}

bool doc_reader_cut_off(const struct doc_reader *r)
{
	return r->cut_off;
}

void doc_reader_place(const struct doc_reader *r, struct err *e)
{
	err_in(e, _("%s: line %ld"), r->name, r->line);
}
