/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a page's words: filling it, and turning a page whose text is written sideways. */
#include "pdf_words.h"

#include <stdlib.h>

void page_words_reset(struct page_words *w)
{
	w->n = 0;
	w->width = w->height = 0;
	buf_reset(&w->text);
}

void page_words_free(struct page_words *w)
{
	free(w->v);
	buf_free(&w->text);
	*w = (struct page_words){ 0 };
}

struct word *page_words_add(struct page_words *w, struct span text, struct box box)
{
	MEM_ROOM(w->v, w->n, w->cap);
	struct word *v = &w->v[w->n++];
	*v = (struct word){ .box = box, .at = w->text.n, .n = text.n, .size = box.y1 - box.y0 };
	buf_add(&w->text, text);
	return v;
}

/* One quarter turn counter-clockwise of a box on a page of that width: x becomes y. */
static struct box turn_left(struct box b, double width)
{
	return (struct box){ b.y0, width - b.x1, b.y1, width - b.x0 };
}

static struct box turn(struct box b, int turns, double width, double height)
{
	for (; turns > 0; turns--) {
		b = turn_left(b, width);
		double t = width;
		width = height;
		height = t;
	}
	return b;
}

int page_words_upright(struct page_words *w)
{
	size_t count[4] = { 0 };
	int most = 0;
	for (size_t i = 0; i < w->n; i++)
		count[w->v[i].turn & 3] += w->v[i].n;
	for (int t = 1; t < 4; t++)
		if (count[t] > count[most])
			most = t;
	if (most == 0)
		return 0;
	for (size_t i = 0; i < w->n; i++) {
		w->v[i].box = turn(w->v[i].box, most, w->width, w->height);
		w->v[i].turn = (w->v[i].turn + 4 - most) & 3;
	}
	if (most & 1) {
		double t = w->width;
		w->width = w->height;
		w->height = t;
	}
	return most;
}

struct box box_unturn(struct box b, int turns, double width, double height)
{
	return turn(b, (4 - turns) & 3, width, height);
}
