/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Most of a line of the stream is passed on as it came. The parser has marked where each bracket, colon, comma, string
 * and other value begins; to find the end of a member only marks are counted.
 */
#include "json_raw.h"

struct marks {
	const uint32_t *v;
	size_t n;
	struct span text;
};

/* The character at a mark; 0 behind the last. */
static char mark_char(const struct marks *m, size_t i)
{
	return i < m->n && m->v[i] < m->text.n ? m->text.p[m->v[i]] : 0;
}

/* i: the mark of a value; the result is that behind it. */
static size_t skip_value(const struct marks *m, size_t i)
{
	static const int deeper[256] = { ['['] = 1, ['{'] = 1, [']'] = -1, ['}'] = -1 };
	const unsigned char *text = (const unsigned char *)m->text.p;
	int depth = 0;

	do
		depth += deeper[text[m->v[i++]]];
	while (depth > 0 && i < m->n);
	return i;
}

/* From one mark to before the next, without the white space between them. */
static struct span between(const struct marks *m, size_t from, size_t to)
{
	return span_trim(span_sub(m->text, m->v[from], to < m->n ? m->v[to] : m->text.n));
}

bool json_raw_next(struct json_raw *r, struct span *key, struct span *value)
{
	struct marks m = { .text = r->text };
	size_t i = r->at + 1, end; /* behind the bracket that opens the object, or a comma */
	struct span name;

	m.v = json_marks(r->parser, &m.n);
	if (mark_char(&m, i) != '"')
		return false;
	if (i + 3 >= m.n) /* the key, the colon, a value, the bracket that closes the object */
		return false;
	end = skip_value(&m, i + 2);
	name = between(&m, i, i + 1);
	*key = span_sub(name, 1, name.n - 1);
	*value = between(&m, i + 2, end);
	r->at = end;
	return true;
}
