/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes and titles of ILO instruments, from the lexicon that finds them. */
#include "category.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "data.h"
#include "i18n.h"
#include "limit.h"
#include "mem.h"

const char *const category_choices[] = { "any", "fundamental", "governance", "technical", NULL };

struct entry {
	struct span code, title;
	enum category category;
};

struct categories {
	struct buf lexicon; /* the spans stand in it */
	struct entry *v;
	size_t n, cap;
};

/* Numbers of the columns that are read. */
struct layout {
	size_t class, title, title_en;
};

static struct layout read_head(struct span head)
{
	/* the column with titles in the language of messages; its name is translated */
	const struct span title = span_of(_("title_en"));
	struct layout l = { 0 };

	for (size_t i = 0; head.n; i++) {
		struct span name = span_trim(span_cut(&head, '\t'));

		if (span_is(name, "class"))
			l.class = i;
		if (span_eq(name, title))
			l.title = i;
		if (span_is(name, "title_en"))
			l.title_en = i;
	}
	return l;
}

static void add_line(struct categories *c, const struct layout *l, struct span line)
{
	struct entry x = { .category = CATEGORY_NONE };
	struct span english = { 0 };

	for (size_t i = 0; line.n; i++) {
		struct span cell = span_trim(span_cut(&line, '\t'));

		if (i == 0)
			x.code = cell;
		if (i == l->title)
			x.title = cell;
		if (i == l->title_en)
			english = cell;
		for (int k = CATEGORY_FUNDAMENTAL; i == l->class && category_choices[k]; k++)
			if (span_is(cell, category_choices[k]))
				x.category = (enum category)k;
	}
	x.title = x.title.n ? x.title : english;
	MEM_ROOM(c->v, c->n, c->cap);
	c->v[c->n++] = x;
}

struct categories *categories_new(void)
{
	struct categories *c = mem_alloc(sizeof *c);
	struct buf path = { 0 };
	int fd = data_path("rules/lexicon/ilo.tsv", &path) ? open(buf_str(&path), O_RDONLY | O_CLOEXEC) : -1;
	struct layout l = { 0 };
	struct span rest;

	if (fd >= 0) {
		if (buf_read_fd(&c->lexicon, fd, LIMIT_FILE_BYTES) != 0)
			buf_reset(&c->lexicon);
		close(fd);
	}
	for (rest = buf_span(&c->lexicon); rest.n;) {
		struct span line = span_cut(&rest, '\n');

		if (line.n && line.p[0] == '#')
			continue;
		if (l.class)
			add_line(c, &l, line);
		else
			l = read_head(line);
	}
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

static const struct entry *find(const struct categories *c, struct span code)
{
	for (size_t i = 0; i < c->n; i++)
		if (span_eq(c->v[i].code, code))
			return &c->v[i];
	return NULL;
}

enum category categories_of(const struct categories *c, struct span code)
{
	const struct entry *x = find(c, code);

	return x ? x->category : CATEGORY_NONE;
}

struct span categories_title(const struct categories *c, struct span code)
{
	const struct entry *x = find(c, code);

	return x ? x->title : (struct span){ 0 };
}
