/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes of ILO instruments, from the lexicon that finds them. */
#include "category.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "data.h"
#include "limit.h"
#include "mem.h"

const char *const category_choices[] = { "any", "fundamental", "governance", "technical", NULL };

struct entry {
	struct span code;
	enum category category;
};

struct categories {
	struct buf lexicon; /* the spans stand in it */
	struct entry *v;
	size_t n, cap;
};

/* Class is the eighth column. */
static void add_line(struct categories *c, struct span line)
{
	enum { CLASS = 7 };
	struct entry x = { span_cut(&line, '\t'), CATEGORY_NONE };

	for (int i = 1; i < CLASS; i++)
		span_cut(&line, '\t');
	line = span_trim(span_cut(&line, '\t'));
	for (int i = CATEGORY_FUNDAMENTAL; category_choices[i]; i++)
		if (span_is(line, category_choices[i]))
			x.category = (enum category)i;
	if (!x.category)
		return;
	MEM_ROOM(c->v, c->n, c->cap);
	c->v[c->n++] = x;
}

struct categories *categories_new(void)
{
	struct categories *c = mem_alloc(sizeof *c);
	struct buf path = { 0 };
	int fd = data_path("rules/lexicon/ilo.tsv", &path) ? open(buf_str(&path), O_RDONLY | O_CLOEXEC) : -1;
	struct span rest;

	if (fd >= 0) {
		if (buf_read_fd(&c->lexicon, fd, LIMIT_FILE_BYTES) != 0)
			buf_reset(&c->lexicon);
		close(fd);
	}
	for (rest = buf_span(&c->lexicon); rest.n;)
		add_line(c, span_cut(&rest, '\n'));
	buf_free(&path);
	return c;
}

void categories_free(struct categories *c)
{
	if (!c)
		return;
	buf_free(&c->lexicon);
	free(c->v);
	free(c);
}

enum category categories_of(const struct categories *c, struct span code)
{
	for (size_t i = 0; i < c->n; i++)
		if (span_eq(c->v[i].code, code))
			return c->v[i].category;
	return CATEGORY_NONE;
}
