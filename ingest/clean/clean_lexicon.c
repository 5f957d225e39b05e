/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word lists of the passes: data files under rules/lexicon, small enough to be searched from end to end. */
#include "clean_lexicon.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "buf.h"
#include "data.h"
#include "mem.h"
#include "utf8.h"

enum { MAX_LEXICON_BYTES = 4 << 20 };

static bool read_whole(const char *name, struct buf *out)
{
	struct buf path = { 0 }, file = { 0 };
	int fd = -1;
	bool ok = false;

	buf_puts(&file, "rules/lexicon/");
	buf_puts(&file, name);
	if (data_path(buf_str(&file), &path))
		fd = open(buf_str(&path), O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		ok = buf_read_fd(out, fd, MAX_LEXICON_BYTES) == 0;
		close(fd);
	}
	buf_free(&path);
	buf_free(&file);
	return ok;
}

static void add_row(struct lexicon_table *t, struct span line)
{
	struct span phrases = span_cut(&line, '\t'), tag = line.p ? span_cut(&line, '\t') : line;

	while (phrases.p) {
		struct lexicon_phrase p = { .tag = span_trim(tag) };

		p.text = span_trim(span_cut(&phrases, '|'));
		if (!p.text.n)
			continue;
		MEM_ROOM(t->v, t->n, t->cap);
		t->v[t->n++] = p;
	}
}

/* The bucket of the character that s begins with. */
static unsigned bucket(struct span s)
{
	size_t at = 0;

	return utf8_next(s, &at) & 0xFF;
}

/* Chains phrases with the same first character in the order of the file. */
static void make_index(struct lexicon_table *t)
{
	t->next = mem_alloc((t->n + 1) * sizeof *t->next);
	for (size_t i = t->n; i-- > 0;) {
		unsigned b = bucket(t->v[i].text);

		t->next[i] = t->first[b];
		t->first[b] = (unsigned)i + 1;
	}
}

struct lexicon_table *lexicon_load(const char *name)
{
	struct lexicon_table *t = mem_alloc(sizeof *t);
	struct buf raw = { 0 };
	struct span rest;
	bool names = true;

	if (!read_whole(name, &raw)) {
		buf_free(&raw);
		return t; /* no index is needed: all buckets are empty */
	}
	t->bytes = mem_alloc(raw.n + 1);
	utf8_fold(buf_span(&raw), t->bytes);
	rest = span_make(t->bytes, raw.n);
	buf_free(&raw);
	while (rest.p) {
		struct span line = span_cut(&rest, '\n');

		if (!line.n || line.p[0] == '#')
			continue;
		if (!names)
			add_row(t, line);
		names = false;
	}
	make_index(t);
	return t;
}

void lexicon_free(struct lexicon_table *t)
{
	if (!t)
		return;
	free(t->v);
	free(t->next);
	free(t->bytes);
	free(t);
}

static size_t word_end(struct span s, size_t at)
{
	while (at < s.n) {
		size_t next = at;

		if (!utf8_is_word(utf8_next(s, &next)))
			break;
		at = next;
	}
	return at;
}

/* Does the phrase stand at s[at]? Returns its end, 0 if not. */
static size_t match(struct span phrase, struct span s, size_t at)
{
	size_t i = 0;

	while (i < phrase.n) {
		if (phrase.p[i] == '*') {
			at = word_end(s, at);
			i++;
		} else if (at < s.n && (phrase.p[i] == s.p[at] || (phrase.p[i] == ' ' && s.p[at] == '-'))) {
			i++;
			at++;
		} else {
			return 0;
		}
	}
	return phrase.p[phrase.n - 1] == '.' || word_end(s, at) == at ? at : 0;
}

bool lexicon_may_begin(const struct lexicon_table *t, struct span s)
{
	size_t at = 0;
	unsigned c = utf8_lower(utf8_next(s, &at));

	return t->first[(c == 0x451 ? 0x435 : c) & 0xFF] != 0;
}

const struct lexicon_phrase *lexicon_is(const struct lexicon_table *t, struct span folded)
{
	for (unsigned i = t->first[bucket(folded)]; i; i = t->next[i - 1])
		if (span_eq(t->v[i - 1].text, folded))
			return &t->v[i - 1];
	return NULL;
}

const struct lexicon_phrase *lexicon_at(const struct lexicon_table *t, struct span folded, size_t at, size_t *end)
{
	for (unsigned i = t->first[bucket(span_sub(folded, at, folded.n))]; i; i = t->next[i - 1]) {
		size_t to = match(t->v[i - 1].text, folded, at);

		if (!to)
			continue;
		*end = to;
		return &t->v[i - 1];
	}
	return NULL;
}

const struct lexicon_phrase *lexicon_in(const struct lexicon_table *t, struct span folded, const char *tag)
{
	bool start = true;
	size_t end;

	for (size_t i = 0; i < folded.n;) {
		const struct lexicon_phrase *p = start ? lexicon_at(t, folded, i, &end) : NULL;

		if (p && (!tag || span_is(p->tag, tag)))
			return p;
		start = !utf8_is_word(utf8_next(folded, &i));
	}
	return NULL;
}
