/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parser of patterns. It knows every construct that it lets through, so that bytes and UTF mode mean the same. */
#include "pattern.h"

#include <string.h>

#include "i18n.h"
#include "utf8.h"

struct cursor {
	struct pattern_parser *p;
	struct span s;
	size_t at;
	int depth;
	bool any_case, plain, failed;
};

static struct node *parse_alternatives(struct cursor *c, bool nested);

struct node *node_new(struct arena *a, enum node_kind kind)
{
	struct node *n = arena_alloc(a, sizeof *n);

	n->kind = kind;
	return n;
}

void node_push(struct node *parent, struct node *kid)
{
	struct node **end = &parent->kids;

	while (*end)
		end = &(*end)->next;
	*end = kid;
}

static struct node *fail(struct cursor *c, size_t at, const char *what)
{
	if (!c->failed)
		diag_add(c->p->diags, c->p->at, c->s.p + at, "%s", what);
	c->failed = true;
	c->at = c->s.n;
	return node_new(c->p->arena, NODE_EMPTY);
}

static bool looking_at(const struct cursor *c, const char *text)
{
	return span_starts(span_sub(c->s, c->at, c->s.n), span_of(text));
}

static unsigned fold(const struct cursor *c, unsigned cp)
{
	if (!c->p->cased)
		cp = utf8_lower(cp);
	return charset_plain_e(cp);
}

static struct node *new_char(struct cursor *c, unsigned cp)
{
	struct node *n = node_new(c->p->arena, NODE_CHAR);

	n->cp = fold(c, cp);
	n->any_case = c->any_case;
	return n;
}

static struct node *new_class(struct cursor *c)
{
	struct node *n = node_new(c->p->arena, NODE_CLASS);

	n->set = arena_alloc(c->p->arena, sizeof *n->set);
	return n;
}

static struct node *settled(struct cursor *c, struct node *n, bool negate)
{
	charset_settle(n->set);
	if (!c->p->cased)
		charset_fold(c->p->arena, n->set);
	else if (c->any_case)
		charset_both_cases(c->p->arena, n->set);
	if (negate)
		charset_negate(c->p->arena, n->set);
	return n;
}

/* Adds what \d, \w, \s, \l, \u stand for; false: no such class. */
static bool add_escape_class(struct cursor *c, struct charset *set, unsigned letter)
{
	struct arena *a = c->p->arena;

	switch (letter) {
	case 'd':
		charset_add(a, set, '0', '9');
		return true;
	case 'w':
		charset_add_word(a, set);
		return true;
	case 's':
		charset_add(a, set, ' ', ' ');
		return true;
	case 'l':
		if (c->p->cased)
			charset_add_case(a, set, false);
		else
			charset_add_letters(a, set);
		return true;
	case 'u':
		if (c->p->cased)
			charset_add_case(a, set, true);
		return c->p->cased;
	default:
		return false;
	}
}

static struct node *parse_negated(struct cursor *c, unsigned letter)
{
	struct node *n = new_class(c);

	add_escape_class(c, n->set, letter | 0x20);
	charset_settle(n->set);
	charset_negate(c->p->arena, n->set);
	return n;
}

static struct node *parse_escape(struct cursor *c)
{
	size_t start = c->at++;
	unsigned cp;
	struct node *n;

	if (c->at >= c->s.n)
		return fail(c, start, _("a backslash at the end of the pattern"));
	cp = utf8_next(c->s, &c->at);
	if (cp == 'D' || cp == 'W' || cp == 'S')
		return parse_negated(c, cp);
	n = new_class(c);
	if (add_escape_class(c, n->set, cp)) {
		charset_settle(n->set);
		return n;
	}
	if (cp == 'b' || cp == 'B') {
		n = node_new(c->p->arena, NODE_ASSERT);
		n->cp = cp;
		return n;
	}
	if (cp == 'u')
		return fail(c, start, _("\\u (a capital) needs the field case: other rules see small letters only"));
	if (cp < 0x80 && utf8_is_word(cp))
		return fail(c, start,
			    _("this escape is not part of the language: \\d \\w \\s \\l \\u \\b and \\ before a sign"));
	return new_char(c, cp);
}

/* One end of a range, or an escape class (returns false and adds it to the set). */
static bool class_char(struct cursor *c, struct charset *set, unsigned *cp)
{
	*cp = utf8_next(c->s, &c->at);
	if (*cp != '\\')
		return true;
	*cp = utf8_next(c->s, &c->at);
	if (*cp == 'n' || *cp == 't') {
		*cp = *cp == 'n' ? '\n' : '\t';
		return true;
	}
	return !add_escape_class(c, set, *cp);
}

static struct node *parse_class(struct cursor *c)
{
	size_t start = c->at++;
	struct node *n = new_class(c);
	bool negate = looking_at(c, "^");

	c->at += negate;
	for (bool first = true; c->at < c->s.n && (first || c->s.p[c->at] != ']'); first = false) {
		unsigned lo, hi;
		size_t here = c->at;

		if (!class_char(c, n->set, &lo))
			continue;
		hi = lo;
		if (c->at + 1 < c->s.n && c->s.p[c->at] == '-' && c->s.p[c->at + 1] != ']') {
			c->at++;
			if (!class_char(c, n->set, &hi))
				return fail(c, here, _("a range in [ ] needs a character at both ends"));
		}
		if (hi < lo)
			return fail(c, here, _("a range in [ ] runs backwards"));
		charset_add(c->p->arena, n->set, lo, hi);
	}
	if (c->at >= c->s.n)
		return fail(c, start, _("[ is not closed by ]"));
	c->at++;
	return settled(c, n, negate);
}

static struct node *parse_named(struct cursor *c, struct node *n, size_t start)
{
	size_t from = c->at;
	size_t end = span_find_char(c->s, '>', from);

	if (end == SPAN_NONE || end == from)
		return fail(c, start, _("(?< needs a name and >"));
	n->name = span_sub(c->s, from, end);
	for (size_t i = 0; i < n->name.n; i++)
		if (!(utf8_is_word((unsigned char)n->name.p[i]) || n->name.p[i] == '_') ||
		    (unsigned char)n->name.p[i] >= 0x80)
			return fail(c, from + i, _("a group's name has letters a-z, digits and _ only"));
	if (c->p->in_set)
		return fail(c, start, _("no named groups inside a set"));
	if (c->p->n_names >= PATTERN_GROUPS)
		return fail(c, start, _("more than 50 groups"));
	c->p->names[c->p->n_names++] = n->name;
	c->at = end + 1;
	return n;
}

static struct node *parse_group(struct cursor *c)
{
	static const char *const opens[] = { "?:", "?>", "?=", "?!", "?<=", "?<!", "?|" };
	size_t start = c->at++;
	struct node *n = node_new(c->p->arena, NODE_GROUP);
	bool any_case = c->any_case;

	n->open = "?:";
	if (looking_at(c, "?i:")) {
		if (!c->p->cased)
			return fail(c, start, _("(?i: makes sense in rules with the field case only"));
		c->any_case = true;
		c->at += 3;
	} else if (looking_at(c, "?<") && !looking_at(c, "?<=") && !looking_at(c, "?<!")) {
		c->at += 2;
		if (parse_named(c, n, start)->kind == NODE_EMPTY)
			return n;
	} else if (looking_at(c, "?")) {
		size_t i = 0;

		while (i < sizeof opens / sizeof *opens && !looking_at(c, opens[i]))
			i++;
		if (i == sizeof opens / sizeof *opens)
			return fail(c, start,
				    _("this kind of group is not part of the language: (?: (?<name> (?= (?! (?<= (?<! "
				      "(?>"));
		n->open = opens[i];
		c->at += strlen(opens[i]);
	}
	n->kids = parse_alternatives(c, true);
	c->any_case = any_case;
	if (c->failed)
		return n;
	if (!looking_at(c, ")"))
		return fail(c, start, _("( is not closed by )"));
	c->at++;
	return n;
}

/* The lengths of endings differ: the longest comes first, so that "годах" is not cut to "год". */
static void push_longest_first(struct node *alt, struct node *kid, size_t bytes, size_t *lengths, size_t n)
{
	struct node **at = &alt->kids;
	size_t i = 0;

	while (*at && lengths[i] >= bytes)
		at = &(*at)->next, i++;
	kid->next = *at;
	*at = kid;
	memmove(lengths + i + 1, lengths + i, (n - i) * sizeof *lengths);
	lengths[i] = bytes;
}

static struct node *parse_endings(struct cursor *c)
{
	enum { MAX_ENDINGS = 64 };
	size_t start = c->at++;
	size_t close = span_find_char(c->s, '}', start);
	struct node *alt = node_new(c->p->arena, NODE_ALT);
	size_t lengths[MAX_ENDINGS + 1];
	size_t n = 0;
	struct span rest;

	if (close == SPAN_NONE)
		return fail(c, start, _("{ is not closed by }"));
	rest = span_sub(c->s, start + 1, close);
	for (bool more = true; more; n++) {
		size_t comma = span_find_char(rest, ',', 0);
		struct span one = span_trim(span_sub(rest, 0, comma));
		struct node *cat = node_new(c->p->arena, NODE_CAT);

		more = comma != SPAN_NONE;
		rest = span_sub(rest, more ? comma + 1 : rest.n, rest.n);
		if (n == MAX_ENDINGS)
			return fail(c, start, _("more than 64 endings"));
		for (size_t i = 0; i < one.n;)
			node_push(cat, new_char(c, utf8_next(one, &i)));
		push_longest_first(alt, cat, one.n, lengths, n);
	}
	c->at = close + 1;
	return alt;
}

static struct node *parse_set_name(struct cursor *c)
{
	size_t start = c->at++;
	struct node *n = node_new(c->p->arena, NODE_SET);
	size_t end = c->at;

	while (end < c->s.n && (unsigned char)c->s.p[end] < 0x80 &&
	       (utf8_is_word((unsigned char)c->s.p[end]) || c->s.p[end] == '_'))
		end++;
	n->name = span_sub(c->s, c->at, end);
	n->any_case = true;
	c->at = end;
	if (n->name.n == 0)
		return new_char(c, '%');
	n->kids = c->p->lookup ? c->p->lookup(c->p->ctx, n->name) : NULL;
	if (!n->kids)
		return fail(c, start, _("no %set, %map or %lexicon has this name"));
	return n;
}

static struct node *new_special(struct cursor *c, void (*add)(struct arena *, struct charset *))
{
	struct node *n = new_class(c);

	c->at++;
	add(c->p->arena, n->set);
	charset_settle(n->set);
	return n;
}

static struct node *parse_simple(struct cursor *c, enum node_kind kind, unsigned cp)
{
	struct node *n = node_new(c->p->arena, kind);

	n->cp = cp;
	c->at++;
	return n;
}

static struct node *parse_spaces(struct cursor *c)
{
	while (c->at + 1 < c->s.n && c->s.p[c->at + 1] == ' ')
		c->at++;
	return parse_simple(c, NODE_SPACE, 0);
}

static struct node *parse_dot(struct cursor *c)
{
	struct node *n = new_class(c);

	c->at++;
	charset_negate(c->p->arena, n->set);
	return n;
}

static bool is_count(struct span s, size_t at)
{
	size_t i = at + 1;

	if (i >= s.n || s.p[i] < '0' || s.p[i] > '9')
		return false;
	while (i < s.n && ((s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == ','))
		i++;
	return i < s.n && s.p[i] == '}';
}

static struct node *parse_atom(struct cursor *c)
{
	char ch = c->s.p[c->at];

	if (c->plain && !strchr(" ~{-\"'", ch))
		return new_char(c, utf8_next(c->s, &c->at));
	switch (ch) {
	case '\\':
		return parse_escape(c);
	case '[':
		return parse_class(c);
	case '(':
		return parse_group(c);
	case '{':
		return parse_endings(c);
	case '%':
		return parse_set_name(c);
	case '.':
		return parse_dot(c);
	case ' ':
	case '\t':
		return parse_spaces(c);
	case '~':
		return parse_simple(c, NODE_TAIL, 0);
	case '^':
	case '$':
		return parse_simple(c, NODE_ASSERT, (unsigned char)ch);
	case '-':
		return new_special(c, charset_add_dashes);
	case '"':
		return new_special(c, charset_add_quotes);
	case '\'':
		return new_special(c, charset_add_apostrophes);
	case '*':
	case '+':
	case '?':
		return fail(c, c->at, _("nothing stands before this quantifier"));
	case '#':
		return fail(c, c->at, _("# is a trigger, not a pattern; a plain one is \\#"));
	default:
		return new_char(c, utf8_next(c->s, &c->at));
	}
}

static int parse_int(struct cursor *c)
{
	int n = 0;

	while (c->at < c->s.n && c->s.p[c->at] >= '0' && c->s.p[c->at] <= '9') {
		n = n * 10 + (c->s.p[c->at++] - '0');
		if (n > 1000)
			n = 1000;
	}
	return n;
}

static bool parse_quantifier(struct cursor *c, int *min, int *max)
{
	char ch = c->at < c->s.n ? c->s.p[c->at] : 0;

	if (c->plain)
		return false;
	if (ch == '?' || ch == '*' || ch == '+') {
		*min = ch == '+';
		*max = ch == '?' ? 1 : -1;
		c->at++;
		return true;
	}
	if (ch != '{' || !is_count(c->s, c->at))
		return false;
	c->at++;
	*min = *max = parse_int(c);
	if (c->s.p[c->at] == ',') {
		c->at++;
		*max = c->s.p[c->at] == '}' ? -1 : parse_int(c);
	}
	c->at++;
	return true;
}

static struct node *parse_repeated(struct cursor *c)
{
	size_t start = c->at;
	struct node *n = parse_atom(c);
	int min, max;

	while (!c->failed && parse_quantifier(c, &min, &max)) {
		struct node *r = node_new(c->p->arena, NODE_REPEAT);

		if (max >= 0 && max < min)
			return fail(c, start, _("a count runs backwards"));
		r->min = min;
		r->max = max;
		r->kids = n;
		if (c->at < c->s.n && (c->s.p[c->at] == '?' || c->s.p[c->at] == '+'))
			r->mode = c->s.p[c->at++];
		n = r;
	}
	return n;
}

static struct node *parse_cat(struct cursor *c, bool nested)
{
	struct node *cat = node_new(c->p->arena, NODE_CAT);
	struct node **end = &cat->kids;

	while (!c->failed && c->at < c->s.n) {
		if (!c->plain && (c->s.p[c->at] == '|' || (nested && c->s.p[c->at] == ')')))
			break;
		if (!c->plain && c->s.p[c->at] == ')') {
			fail(c, c->at, _(") closes nothing; a plain one is \\)"));
			break;
		}
		*end = parse_repeated(c);
		end = &(*end)->next;
	}
	return cat;
}

static struct node *parse_alternatives(struct cursor *c, bool nested)
{
	struct node *first;
	struct node *alt;

	if (++c->depth > PATTERN_DEPTH)
		return fail(c, c->at, _("groups are nested too deep"));
	first = parse_cat(c, nested);
	if (c->failed || c->at >= c->s.n || c->s.p[c->at] != '|') {
		c->depth--;
		return first;
	}
	alt = node_new(c->p->arena, NODE_ALT);
	alt->kids = first;
	for (struct node *last = first; !c->failed && c->at < c->s.n && c->s.p[c->at] == '|'; last = last->next) {
		c->at++;
		last->next = parse_cat(c, nested);
	}
	c->depth--;
	return alt;
}

static struct node *parse_all(struct pattern_parser *p, struct span source, bool plain)
{
	struct cursor c = { .p = p, .s = source, .plain = plain };
	struct node *n = parse_alternatives(&c, false);

	return c.failed ? NULL : n;
}

struct node *pattern_parse(struct pattern_parser *p, struct span source)
{
	return parse_all(p, source, false);
}

struct node *pattern_parse_plain(struct pattern_parser *p, struct span source)
{
	return parse_all(p, source, true);
}
