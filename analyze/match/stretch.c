/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most blocks hold nothing that a rule could begin with: they are cut into sentences when something is found. */
#include "bisect.h"
#include "matcher_p.h"

static size_t sentence_start(const struct matcher *m, size_t i)
{
	return view_from_text(&m->view, m->d->sentences[i].start);
}

static void add_stretch(struct matcher *m, size_t start, size_t end)
{
	MEM_ROOM(m->stretches, m->n_stretches, m->cap_stretches);
	m->stretches[m->n_stretches++] = (struct stretch){ .start = start, .end = end };
}

static void make_needs(struct matcher *m)
{
	size_t n = m->n_stretches * m->need_words;

	if (n <= m->cap_needs)
		return;
	m->cap_needs = 2 * n;
	m->needs = mem_grow(m->needs, m->cap_needs * sizeof *m->needs);
	m->later = mem_grow(m->later, m->cap_needs * sizeof *m->later);
}

void stretches_of_block(struct matcher *m)
{
	size_t start = m->here.start, next;

	if (m->n_stretches)
		return;
	BISECT(next, m->d->n_sentences, sentence_start(m, next) <= start);
	for (; next < m->d->n_sentences && sentence_start(m, next) < m->here.end; next++) {
		size_t end = sentence_start(m, next);

		if (end <= start)
			continue;
		add_stretch(m, start, end);
		start = end;
	}
	if (start < m->here.end)
		add_stretch(m, start, m->here.end);
	make_needs(m);
}

size_t stretch_number(const struct matcher *m, size_t at)
{
	size_t behind;

	BISECT(behind, m->n_stretches, m->stretches[behind].start <= at);
	return behind ? behind - 1 : 0;
}
