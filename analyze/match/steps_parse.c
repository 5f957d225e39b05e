/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the part of PCRE2's syntax (pcre2pattern(3)) that pattern_emit and charset_emit write for bytes. */
#include <string.h>

#include "steps_p.h"

enum { DEPTH = 200, COUNT_MOST = 1000 };

struct reading {
	struct arena *a;
	struct span s;
	size_t at;
	struct piece_defs *defs;
	int depth;
	bool bad;
};

static struct piece *read_ways(struct reading *r);

static struct piece *piece_new(struct reading *r, enum piece_kind kind)
{
	struct piece *p = arena_alloc(r->a, sizeof *p);

	p->kind = kind;
	return p;
}

static struct piece *refuse(struct reading *r)
{
	r->bad = true;
	r->at = r->s.n;
	return piece_new(r, PIECE_EMPTY);
}

static bool takes(struct reading *r, const char *text)
{
	size_t n = strlen(text);

	if (r->s.n - r->at < n || memcmp(r->s.p + r->at, text, n) != 0)
		return false;
	r->at += n;
	return true;
}

/* Behind \x: two digits, or digits in braces. More than a byte is refused. */
static unsigned read_hex(struct reading *r)
{
	bool braces = takes(r, "{");
	unsigned x = 0, n = 0;

	for (; r->at < r->s.n && hex_digit(r->s.p[r->at]) >= 0 && (braces || n < 2); r->at++, n++)
		x = x < 0x100 ? x * 16 + (unsigned)hex_digit(r->s.p[r->at]) : x;
	if (n == 0 || x > 0xFF || (braces && !takes(r, "}")))
		r->bad = true;
	return x & 0xFF;
}

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* A byte as it stands, or behind a backslash. */
static unsigned read_byte(struct reading *r)
{
	char c = r->s.p[r->at++];

	if (c != '\\')
		return (unsigned char)c;
	if (takes(r, "x"))
		return read_hex(r);
	if (r->at >= r->s.n || is_alnum(r->s.p[r->at])) {
		r->bad = true;
		return 0;
	}
	return (unsigned char)r->s.p[r->at++];
}

static struct piece *read_class(struct reading *r)
{
	struct piece *p = piece_new(r, PIECE_SET);
	bool negate = takes(r, "^");

	for (bool first = true; !r->bad && r->at < r->s.n && (first || r->s.p[r->at] != ']'); first = false) {
		unsigned lo, hi;

		if (r->s.p[r->at] == '[') /* as in [[:alpha:]] */
			return refuse(r);
		lo = hi = read_byte(r);
		if (r->at + 1 < r->s.n && r->s.p[r->at] == '-' && r->s.p[r->at + 1] != ']') {
			r->at++;
			hi = read_byte(r);
		}
		for (unsigned b = lo; b <= hi; b++)
			byte_set_add(&p->set, b);
	}
	for (size_t i = 0; negate && i < 4; i++)
		p->set.bits[i] = ~p->set.bits[i];
	return takes(r, "]") ? p : refuse(r);
}

static struct span read_name(struct reading *r, char end)
{
	size_t from = r->at, to = span_find_char(r->s, end, r->at);

	if (to == SPAN_NONE || to == from) {
		r->bad = true;
		return (struct span){ 0 };
	}
	r->at = to + 1;
	return span_sub(r->s, from, to);
}

static struct piece *read_call(struct reading *r)
{
	struct piece *p = piece_new(r, PIECE_CALL);

	p->name = read_name(r, ')');
	return p;
}

/* Up to its parenthesis. */
static struct piece *read_body(struct reading *r, struct piece *p)
{
	p->kids = read_ways(r);
	return takes(r, ")") ? p : refuse(r);
}

static struct piece *read_named(struct reading *r)
{
	struct piece *p = piece_new(r, PIECE_GROUP);

	read_name(r, '>');
	p->group = ++r->defs->groups;
	return read_body(r, p);
}

/* (?(DEFINE)(?<name>…)…) */
static struct piece *read_defs(struct reading *r)
{
	while (!r->bad && takes(r, "(?<")) {
		struct piece *body = piece_new(r, PIECE_CAT);
		struct span name = read_name(r, '>');
		unsigned groups = r->defs->groups;

		read_body(r, body);
		if (r->defs->groups != groups) /* a group in a definition */
			return refuse(r);
		ARENA_ROOM(r->a, r->defs->v, r->defs->n, r->defs->cap);
		r->defs->v[r->defs->n++] = (struct piece_def){ .name = name, .body = body };
	}
	return takes(r, ")") ? piece_new(r, PIECE_EMPTY) : refuse(r);
}

static struct piece *read_look(struct reading *r, bool behind, bool no)
{
	struct piece *p = piece_new(r, PIECE_LOOK);

	p->behind = behind;
	p->no = no;
	return read_body(r, p);
}

static struct piece *read_group(struct reading *r)
{
	if (takes(r, "?:"))
		return read_body(r, piece_new(r, PIECE_CAT));
	if (takes(r, "?>"))
		return read_body(r, piece_new(r, PIECE_ONE));
	if (takes(r, "?="))
		return read_look(r, false, false);
	if (takes(r, "?!"))
		return read_look(r, false, true);
	if (takes(r, "?<="))
		return read_look(r, true, false);
	if (takes(r, "?<!"))
		return read_look(r, true, true);
	if (takes(r, "?<"))
		return read_named(r);
	if (takes(r, "?&"))
		return read_call(r);
	if (takes(r, "?(DEFINE)"))
		return read_defs(r);
	return refuse(r);
}

static struct piece *read_atom(struct reading *r)
{
	struct piece *p;

	if (takes(r, "("))
		return read_group(r);
	if (takes(r, "["))
		return read_class(r);
	if (takes(r, "\\A"))
		return piece_new(r, PIECE_START);
	if (takes(r, "\\z"))
		return piece_new(r, PIECE_END);
	if (strchr("*+?{.^$", r->s.p[r->at]))
		return refuse(r);
	p = piece_new(r, PIECE_SET);
	byte_set_add(&p->set, read_byte(r));
	return p;
}

static int read_count(struct reading *r)
{
	int n = 0;
	size_t from = r->at;

	while (r->at < r->s.n && r->s.p[r->at] >= '0' && r->s.p[r->at] <= '9' && n <= COUNT_MOST)
		n = n * 10 + (r->s.p[r->at++] - '0');
	if (r->at == from || n > COUNT_MOST)
		r->bad = true;
	return n;
}

static bool read_times(struct reading *r, int *least, int *most)
{
	*least = 0;
	*most = -1;
	if (takes(r, "?"))
		*most = 1;
	else if (takes(r, "+"))
		*least = 1;
	else if (takes(r, "{")) {
		*least = *most = read_count(r);
		if (takes(r, ","))
			*most = r->at < r->s.n && r->s.p[r->at] == '}' ? -1 : read_count(r);
		if (!takes(r, "}") || (*most >= 0 && *most < *least))
			r->bad = true;
	} else {
		return takes(r, "*");
	}
	return true;
}

static struct piece *read_repeated(struct reading *r)
{
	struct piece *p = read_atom(r);
	int least, most;

	if (r->bad || r->at >= r->s.n || !read_times(r, &least, &most))
		return p;
	if (p->kind == PIECE_START || p->kind == PIECE_END || p->kind == PIECE_LOOK)
		return refuse(r);
	{
		struct piece *all = piece_new(r, PIECE_REPEAT);

		all->kids = p;
		all->least = least;
		all->most = most;
		all->mode = (char)(takes(r, "+") ? '+' : takes(r, "?") ? '?' : 0);
		if (all->mode == '+' && most == 1 && p->kind != PIECE_SET) /* PCRE2 10.42 gets (?:…)?+ wrong */
			return refuse(r);
		return all;
	}
}

static struct piece *read_list(struct reading *r)
{
	struct piece *list = piece_new(r, PIECE_CAT), **end = &list->kids;

	while (!r->bad && r->at < r->s.n && r->s.p[r->at] != '|' && r->s.p[r->at] != ')') {
		*end = read_repeated(r);
		end = &(*end)->next;
	}
	return list;
}

static struct piece *read_ways(struct reading *r)
{
	struct piece *first, *alt, **end;

	if (++r->depth > DEPTH)
		return refuse(r);
	first = read_list(r);
	if (!r->bad && r->at < r->s.n && r->s.p[r->at] == '|') {
		alt = piece_new(r, PIECE_ALT);
		alt->kids = first;
		for (end = &first->next; !r->bad && takes(r, "|"); end = &(*end)->next)
			*end = read_list(r);
		first = alt;
	}
	r->depth--;
	return first;
}

const struct piece *steps_parse(struct arena *a, struct span source, struct piece_defs *defs)
{
	struct reading r = { .a = a, .s = source, .defs = defs };
	const struct piece *p = read_ways(&r);

	return r.bad || r.at < source.n ? NULL : p;
}
