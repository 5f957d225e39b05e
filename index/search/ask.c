/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recursive-descent parser for queries; every message shows the query with a caret under the trouble. */
#include "ask.h"

#include "i18n.h"
#include "utf8.h"

const char *const ask_fields[] = { "org",  "convention", "type", "due", "country", "year", "doc",
				   "lang", "section",    "kind", "who", "has",     NULL };

enum { DEEPEST = 50, NEAR_DEFAULT = 10, NEAR_MOST = 1000 };

struct parser {
	struct span q;
	size_t at;
	int depth;
	struct arena *a;
	struct ask_field **fields; /* where the next field goes */
	bool inside;               /* of OR, of a group or behind NOT: fields have no meaning there */
	size_t noise;              /* where the first sign without a word stands, + 1 */
	struct err *e;
};

static struct ask_node *parse_or(struct parser *p);

bool ask_complain(struct span query, size_t at, const char *what, struct err *e)
{
	enum { AROUND = 60 }; /* characters shown on either side of the place */
	size_t columns = utf8_count(span_sub(query, 0, at)), skip = columns > AROUND ? columns - AROUND : 0;
	struct span shown = span_sub(query, utf8_offset(query, skip), utf8_offset(query, columns + AROUND));
	struct buf line = { 0 }, caret = { 0 };

	buf_puts(&line, skip ? "…" : "");
	for (size_t i = 0; i < shown.n; i++)
		buf_putc(&line, (unsigned char)shown.p[i] < 0x20 ? ' ' : shown.p[i]);
	for (size_t i = skip; i < columns + (skip > 0); i++)
		buf_putc(&caret, ' ');
	err_set(e, EX_USAGE, "%s\n  %s\n  %s^", what, buf_str(&line), caret.n ? buf_str(&caret) : "");
	buf_free(&line);
	buf_free(&caret);
	return false;
}

static struct ask_node *complain(struct parser *p, size_t at, const char *what)
{
	ask_complain(p->q, at, what, p->e);
	return NULL;
}

static struct ask_node *new_node(struct parser *p, enum ask_kind kind, size_t at)
{
	struct ask_node *n = arena_alloc(p->a, sizeof *n);

	n->kind = kind;
	n->at = at;
	return n;
}

static void skip_spaces(struct parser *p)
{
	while (p->at < p->q.n) {
		size_t at = p->at;

		if (!utf8_is_space(utf8_next(p->q, &at)))
			return;
		p->at = at;
	}
}

static bool at_end(struct parser *p)
{
	skip_spaces(p);
	return p->at >= p->q.n;
}

static char peek(const struct parser *p, size_t ahead)
{
	return p->at + ahead < p->q.n ? p->q.p[p->at + ahead] : 0;
}

/* “ ” „ « » are quotation marks like "; their length at p->at, or 0. */
static size_t quote_at(struct span s, size_t at)
{
	static const char *const marks[] = { "\"", "“", "”", "„", "«", "»" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (span_starts(span_sub(s, at, s.n), span_of(marks[i])))
			return strlen(marks[i]);
	return 0;
}

static bool ends_word(struct span s, size_t at)
{
	size_t next = at;

	return at >= s.n || s.p[at] == '(' || s.p[at] == ')' || s.p[at] == '|' || quote_at(s, at) ||
	       utf8_is_space(utf8_next(s, &next));
}

/* Is the keyword here, as a word of its own? */
static bool keyword(struct parser *p, const char *word)
{
	struct span k = span_of(word);

	return span_starts(span_sub(p->q, p->at, p->q.n), k) && ends_word(p->q, p->at + k.n);
}

static bool has_words(struct span s)
{
	size_t at = 0;

	while (at < s.n)
		if (utf8_is_word(utf8_next(s, &at)))
			return true;
	return false;
}

/* What stands between quotation marks; p->at is at the first and moves behind the last. */
static bool quoted(struct parser *p, struct span *out)
{
	size_t start = p->at, n = quote_at(p->q, p->at), from = start + n, to = from;

	while (to < p->q.n && !quote_at(p->q, to))
		to++;
	if (to >= p->q.n) {
		complain(p, start, _("this quotation mark is never closed"));
		return false;
	}
	*out = span_sub(p->q, from, to);
	p->at = to + quote_at(p->q, to);
	return true;
}

static struct span bare_word(struct parser *p)
{
	size_t start = p->at;

	while (!ends_word(p->q, p->at))
		utf8_next(p->q, &p->at);
	return span_sub(p->q, start, p->at);
}

static struct ask_node *parse_phrase(struct parser *p, bool exact, size_t at)
{
	struct ask_node *n = new_node(p, ASK_PHRASE, at);

	n->exact = n->wide = exact;
	if (!quoted(p, &n->text))
		return NULL;
	if (!has_words(n->text))
		return complain(p, at, _("there is no word between these quotation marks"));
	if (peek(p, 0) == '*') {
		n->prefix = true;
		p->at++;
	}
	return n;
}

static struct ask_node *parse_word(struct parser *p, bool exact, size_t at)
{
	struct ask_node *n = new_node(p, ASK_WORD, at);

	n->exact = n->wide = exact;
	n->text = bare_word(p);
	if (n->text.n > 1 && n->text.p[n->text.n - 1] == '*') {
		n->prefix = true;
		n->text.n--;
	}
	if (!has_words(n->text))
		return complain(p, at, _("a word is wanted here"));
	return n;
}

/* ---- fields ---- */

/* Length of "name:" at p->at where it is a field and a value follows, or 0. */
static size_t field_name(struct parser *p, struct span *name)
{
	for (size_t i = 0; ask_fields[i]; i++) {
		struct span f = span_of(ask_fields[i]);

		if (span_starts(span_sub(p->q, p->at, p->q.n), f) && peek(p, f.n) == ':') {
			*name = f;
			return f.n + 1;
		}
	}
	return 0;
}

/* Letters, then a colon, then a value: a field that there is not. */
static bool looks_like_field(struct parser *p)
{
	size_t at = p->at;

	while (at < p->q.n && p->q.p[at] >= 'a' && p->q.p[at] <= 'z')
		at++;
	return at > p->at && at < p->q.n && p->q.p[at] == ':' && !ends_word(p->q, at + 1);
}

/* How many letters two names share in the same order from both ends: enough to guess what was meant. */
static size_t likeness(struct span a, struct span b)
{
	size_t head = 0, tail = 0, shorter = a.n < b.n ? a.n : b.n;

	while (head < shorter && a.p[head] == b.p[head])
		head++;
	while (tail < shorter - head && a.p[a.n - 1 - tail] == b.p[b.n - 1 - tail])
		tail++;
	return head + tail;
}

static struct ask_node *no_such_field(struct parser *p)
{
	struct span typed = span_sub(p->q, p->at, p->q.n), best = { 0 };
	struct buf message = { 0 };
	size_t most = 0;

	typed = span_cut(&typed, ':');
	buf_puts(&message, _("there is no such field."));
	for (size_t i = 0; ask_fields[i]; i++) {
		size_t like = likeness(typed, span_of(ask_fields[i]));

		if (like > most && like * 3 >= strlen(ask_fields[i]) * 2)
			most = like, best = span_of(ask_fields[i]);
	}
	if (best.n)
		buf_addf(&message, _(" Did you mean %.*s:?"), SPAN_ARG(best));
	buf_puts(&message, _(" Fields:"));
	for (size_t i = 0; ask_fields[i]; i++)
		buf_addf(&message, " %s", ask_fields[i]);
	complain(p, p->at, buf_str(&message));
	buf_free(&message);
	return NULL;
}

static bool parse_field(struct parser *p, struct span name, size_t skip, bool without)
{
	struct ask_field *f = arena_alloc(p->a, sizeof *f);

	*f = (struct ask_field){ .name = name, .without = without, .at = p->at };
	if (p->inside) {
		complain(p, p->at, _("a field filters the whole query: put it outside of OR, of brackets and of NOT"));
		return false;
	}
	p->at += skip;
	if (quote_at(p->q, p->at)) {
		if (!quoted(p, &f->value))
			return false;
	} else {
		f->value = bare_word(p);
	}
	if (!f->value.n) {
		complain(p, p->at, _("this field needs a value right after the colon"));
		return false;
	}
	*p->fields = f;
	p->fields = &f->next;
	return true;
}

/* ---- expressions ---- */

static struct ask_node *parse_group(struct parser *p)
{
	bool inside = p->inside;
	size_t open = p->at++;
	struct ask_node *n;

	p->inside = true;
	if (++p->depth > DEEPEST)
		return complain(p, open, _("brackets are nested too deeply"));
	if (!at_end(p) && peek(p, 0) == ')')
		return complain(p, open, _("there is nothing between these brackets"));
	n = parse_or(p);
	if (!n)
		return NULL;
	if (at_end(p) || peek(p, 0) != ')')
		return complain(p, open, _("this bracket is never closed"));
	p->at++;
	p->depth--;
	p->inside = inside;
	return n;
}

static struct ask_node *parse_operand(struct parser *p)
{
	size_t at = p->at;

	if (at_end(p))
		return complain(p, p->q.n, _("something is missing at the end"));
	at = p->at;
	if (peek(p, 0) == '(')
		return parse_group(p);
	if (peek(p, 0) == ')')
		return complain(p, at, _("this bracket was never opened"));
	if (keyword(p, "OR") || keyword(p, "AND") || peek(p, 0) == '|')
		return complain(p, at, _("a word is wanted before this"));
	if (peek(p, 0) == '=' && (quote_at(p->q, p->at + 1) || !ends_word(p->q, p->at + 1))) {
		p->at++;
		return quote_at(p->q, p->at) ? parse_phrase(p, true, at) : parse_word(p, true, at);
	}
	if (quote_at(p->q, p->at))
		return parse_phrase(p, false, at);
	if (looks_like_field(p))
		return no_such_field(p);
	return parse_word(p, false, at);
}

/* "NEAR" or "NEAR/n" at p->at: its length and the distance; -1 where no number follows the stroke. */
static size_t near_operator(struct parser *p, int *distance)
{
	struct span rest = span_sub(p->q, p->at, p->q.n);
	long long n = NEAR_DEFAULT;
	size_t at = 4;

	if (!span_starts(rest, SPAN("NEAR")))
		return 0;
	if (at < rest.n && rest.p[at] == '/') {
		size_t from = ++at;

		while (at < rest.n && rest.p[at] >= '0' && rest.p[at] <= '9')
			at++;
		if (!span_to_long(span_sub(rest, from, at), &n)) {
			*distance = -1;
			return at;
		}
	}
	*distance = n > NEAR_MOST ? NEAR_MOST : (int)n;
	return ends_word(rest, at) ? at : 0;
}

static bool is_leaf(const struct ask_node *n)
{
	return n->kind == ASK_WORD || n->kind == ASK_PHRASE;
}

/* operand (NEAR/n operand)* */
static struct ask_node *parse_near(struct parser *p)
{
	struct ask_node *n = parse_operand(p), *last = n, *near = NULL;
	int distance = 0;
	size_t skip;

	while (n && !at_end(p) && (skip = near_operator(p, &distance))) {
		size_t at = p->at;
		struct ask_node *right;

		p->at += skip;
		if (distance < 0)
			return complain(p, p->at, _("a number of words is wanted here: NEAR/5"));
		right = parse_operand(p);
		if (!right)
			return NULL;
		if (!is_leaf(last) || !is_leaf(right))
			return complain(p, at, _("NEAR stands between two words or phrases"));
		if (!near) {
			near = new_node(p, ASK_NEAR, at);
			near->distance = distance;
			near->first = n;
			n = near;
		}
		near->distance = distance > near->distance ? distance : near->distance;
		last->next = right;
		last = right;
	}
	return n;
}

static struct ask_node *parse_not(struct parser *p)
{
	bool inside = p->inside;
	struct ask_node *n = new_node(p, ASK_NOT, p->at);

	p->at += peek(p, 0) == '-' ? 1 : 3;
	p->inside = true;
	n->first = parse_near(p);
	p->inside = inside;
	return n->first ? n : NULL;
}

static bool starts_not(struct parser *p)
{
	return (peek(p, 0) == '-' && !ends_word(p->q, p->at + 1)) || (peek(p, 0) == '-' && quote_at(p->q, p->at + 1)) ||
	       (peek(p, 0) == '-' && peek(p, 1) == '(') || keyword(p, "NOT");
}

/* Signs that stand alone and mean nothing here (№, —, &, …): their length, or 0. */
static size_t noise_at(const struct parser *p)
{
	size_t at = p->at;

	while (!ends_word(p->q, at)) {
		unsigned c = utf8_next(p->q, &at);

		if (utf8_is_word(c) || c == '-' || c == '=' || c == '*' || c == ':')
			return 0;
	}
	return quote_at(p->q, at) ? 0 : at - p->at;
}

/* Everything up to OR, a closing bracket or the end: all of it is wanted. */
static struct ask_node *parse_and(struct parser *p)
{
	struct ask_node *list = new_node(p, ASK_AND, p->at), **end = &list->first;

	while (!at_end(p) && peek(p, 0) != ')' && !keyword(p, "OR") && peek(p, 0) != '|') {
		bool without = peek(p, 0) == '-';
		struct span name;
		size_t skip = noise_at(p);

		if (skip) {
			p->noise = p->noise ? p->noise : p->at + 1;
			p->at += skip;
			continue;
		}
		if (keyword(p, "AND") && list->first) {
			p->at += 3;
			continue;
		}
		p->at += without;
		skip = field_name(p, &name);
		if (skip) {
			if (!parse_field(p, name, skip, without))
				return NULL;
			continue;
		}
		p->at -= without;
		*end = starts_not(p) ? parse_not(p) : parse_near(p);
		if (!*end)
			return NULL;
		end = &(*end)->next;
	}
	if (list->first && !list->first->next)
		return list->first;
	return list;
}

static struct ask_node *parse_or(struct parser *p)
{
	struct ask_node *first, *list = NULL, **end = NULL;

	first = parse_and(p);
	while (first && !at_end(p) && (keyword(p, "OR") || peek(p, 0) == '|')) {
		size_t at = p->at;
		bool inside = p->inside;

		if (first->kind == ASK_AND && !first->first)
			return complain(p, at, _("a word is wanted before this"));
		p->at += peek(p, 0) == '|' ? 1 : 2;
		if (!list) {
			list = new_node(p, ASK_OR, at);
			list->first = first;
			end = &first->next;
			first = list;
		}
		p->inside = true;
		*end = parse_and(p);
		p->inside = inside;
		if (!*end)
			return NULL;
		if ((*end)->kind == ASK_AND && !(*end)->first)
			return complain(p, p->q.n, _("a word is wanted after OR"));
		end = &(*end)->next;
	}
	return first;
}

/* Without a word that is wanted, -word has nothing to be taken from. */
static const struct ask_node *only_negative(const struct ask_node *n)
{
	const struct ask_node *bad = NULL;

	if (n->kind == ASK_NOT)
		return n;
	if (n->kind == ASK_AND) {
		for (const struct ask_node *c = n->first; c; c = c->next) {
			if (c->kind != ASK_NOT)
				return only_negative(c);
			bad = c;
		}
		return bad;
	}
	if (n->kind == ASK_OR)
		for (const struct ask_node *c = n->first; c && !bad; c = c->next)
			bad = only_negative(c);
	return bad;
}

bool ask_parse(struct span query, struct arena *a, struct ask *out, struct err *e)
{
	struct parser p = { .q = query, .a = a, .fields = &out->fields, .e = e };
	const struct ask_node *bad;
	struct ask_node *n;

	*out = (struct ask){ 0 };
	if (!utf8_valid(query))
		return err_set(e, EX_USAGE, _("the query is not valid UTF-8"));
	for (size_t i = 0; i < query.n; i++)
		if ((unsigned char)query.p[i] < 0x20 && query.p[i] != '\t' && query.p[i] != '\n')
			return err_set(e, EX_USAGE, _("the query holds a control character"));
	n = parse_or(&p);
	if (!n)
		return false;
	if (!at_end(&p)) {
		complain(&p, p.at, _("this bracket was never opened"));
		return false;
	}
	if (n->kind == ASK_AND && !n->first)
		n = NULL;
	if (!n && !out->fields && p.noise)
		return complain(&p, p.noise - 1, _("a word is wanted here")) != NULL;
	if (!n && !out->fields)
		return err_set(e, EX_USAGE, _("what is to be found? The query is empty"));
	bad = n ? only_negative(n) : NULL;
	if (bad) {
		complain(&p, bad->at, _("-word takes away from what other words find: add a word that is wanted"));
		return false;
	}
	out->words = n;
	return true;
}
