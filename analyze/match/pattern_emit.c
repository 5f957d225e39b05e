/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pattern trees as PCRE2 text: once for matching bytes (no UTF mode, no caseless mode: everything is spelled out), once
 * for the plain UTF | UCP | CASELESS way, which the tests use as an oracle.
 */
#include "pattern_emit.h"

#include <stdlib.h>

#include "pattern_digits.h"
#include "utf8.h"

#define BYTES_BEFORE_WORD "[0-9A-Za-z_]|[\\xc3-\\xdf][\\x80-\\xbf]|[\\xe0\\xe1\\xe3-\\xed][\\x80-\\xbf]{2}"
#define BYTES_BEFORE_LETTER "[A-Za-z]|[\\xc3-\\xdf][\\x80-\\xbf]|[\\xe0\\xe1\\xe3-\\xed][\\x80-\\xbf]{2}"

/*
 * Fixed pieces, in bytes and in UTF mode. White space and the end of a word are written so that the usual case stands
 * in place and the rare one is called: patterns stay small, and small patterns compile fast.
 */
enum piece { PIECE_SPACE, PIECE_GLUE, PIECE_TAIL, PIECE_END, PIECE_WORD_END, PIECE_EDGE, PIECE_NO_EDGE, PIECES };
static const char *const pieces[PIECES][2] = {
	[PIECE_SPACE] = { "(?: ++|(?&_g))", "(?: ++|(?&_g))" },
	[PIECE_GLUE] = {
		"(?<_g>(?<=[A-Za-z\\x80-\\xbf])(?=[0-9])|(?<=[0-9])(?=" BYTES_NEXT_LETTER ")|(?<=[.,:])(?=" BYTES_NEXT_LETTER
		")|(?<=[;)])(?=[0-9A-Za-z" BYTES_LEAD "])|(?<=[A-Za-z\\x80-\\xbf]\\.)(?=[0-9]))",
		"(?<_g>(?<=[A-Za-z]|[^\\x00-\\x7f])(?=[0-9])|(?<=[0-9])(?=[" UTF_LETTERS "])|(?<=[.,:])(?=[" UTF_LETTERS
		"])|(?<=[;)])(?=[0-9" UTF_LETTERS "])|(?<=(?:[A-Za-z]|[^\\x00-\\x7f])\\.)(?=[0-9]))",
	},
	[PIECE_TAIL] = { "[A-Za-z\\x80-\\xbf" BYTES_LEAD "]*+", "[" UTF_LETTERS "]*+" },
	[PIECE_END] = { "(?:(?!" BYTES_NEXT_WORD ")|(?&_e))", "(?:(?![0-9_" UTF_LETTERS "])|(?&_e))" },
	[PIECE_WORD_END] = {
		"(?<_e>(?=[0-9])(?<![0-9])|(?![0-9])(?<!" BYTES_BEFORE_LETTER "))",
		"(?<_e>(?=[0-9])(?<![0-9])|(?![0-9])(?<![" UTF_LETTERS "]))",
	},
	[PIECE_EDGE] = {
		"(?:(?<=" BYTES_BEFORE_WORD ")(?!" BYTES_NEXT_WORD ")|(?<!" BYTES_BEFORE_WORD ")(?=" BYTES_NEXT_WORD "))",
		"\\b",
	},
	[PIECE_NO_EDGE] = {
		"(?:(?<=" BYTES_BEFORE_WORD ")(?=" BYTES_NEXT_WORD ")|(?<!" BYTES_BEFORE_WORD ")(?!" BYTES_NEXT_WORD "))",
		"\\B",
	},
};

static void emit_piece(struct emitter *e, enum piece piece)
{
	e->glue = e->glue || piece == PIECE_SPACE;
	e->end = e->end || piece == PIECE_END;
	buf_puts(e->out, pieces[piece][e->utf]);
}

void pattern_emit_end(struct emitter *e)
{
	emit_piece(e, PIECE_END);
}

static void emit_set(struct emitter *e, const struct charset *set)
{
	bool ascii = set->n && set->v[set->n - 1].hi < 0x80;

	if (e->utf || ascii)
		charset_emit_utf(set, e->out);
	else
		charset_emit_bytes(set, e->out);
}

/* A class for text that is not folded. */
static void emit_unfolded(struct emitter *e, const struct charset *set, bool any_case)
{
	struct charset all = { 0 };

	charset_add_set(e->arena, &all, set);
	if (any_case)
		charset_both_cases(e->arena, &all);
	charset_add_yo(e->arena, &all);
	emit_set(e, &all);
}

static void emit_char(struct emitter *e, unsigned cp, bool any_case)
{
	char bytes[4];

	bool has_case = utf8_lower(cp) != cp || utf8_upper(cp) != cp;

	if (e->cased && ((any_case && has_case) || cp == 0x435 || cp == 0x415)) {
		struct range one = { cp, cp };
		struct charset set = { &one, 1, 1 };

		emit_unfolded(e, &set, any_case);
	} else if (cp < 0x80) {
		if (!utf8_is_word(cp) && cp != ' ')
			buf_putc(e->out, '\\');
		buf_putc(e->out, (char)cp);
	} else if (e->utf) {
		buf_addf(e->out, "\\x{%x}", cp);
	} else {
		buf_add(e->out, span_make(bytes, utf8_encode(cp, bytes)));
	}
}

static void emit_class(struct emitter *e, const struct node *n)
{
	if (e->cased)
		emit_unfolded(e, n->set, e->any_case);
	else
		emit_set(e, n->set);
}

/* A space between two letters or two digits cannot be glue: most spaces are such, and the full form is long. */
static void emit_between(struct emitter *e, const struct node *before, const struct node *n, const struct node *after)
{
	enum edge edge = node_edge(before);

	if (n->kind == NODE_SPACE && edge != EDGE_UNKNOWN && edge == node_edge(after))
		buf_puts(e->out, " ++");
	else
		pattern_emit(e, n);
}

static void emit_digits(struct emitter *e, const struct node *n, bool possessive)
{
	struct node own = *n;

	own.mode = possessive ? '+' : 0;
	pattern_emit(e, &own);
}

/* ---- sets: a trie, so that thousands of alternatives share what they begin with ---- */

struct trie {
	const struct node *sym;
	struct trie *kids, *next;
	bool end;
};

static bool same_symbol(const struct node *a, const struct node *b)
{
	if (a == b)
		return true;
	if (a->kind != b->kind)
		return false;
	if (a->kind == NODE_CHAR)
		return a->cp == b->cp;
	return a->kind == NODE_SPACE || a->kind == NODE_TAIL;
}

/* Longest first: letters before classes, before white space, before what only looks ahead, before "any ending". */
static int symbol_order(const struct node *n)
{
	switch (n->kind) {
	case NODE_CHAR:
		return 0;
	case NODE_SPACE:
		return 2;
	case NODE_ASSERT:
		return 3;
	case NODE_GROUP:
		return n->open[0] == '?' && n->open[1] != ':' && n->open[1] != '>' && !n->name.n ? 3 : 1;
	case NODE_TAIL:
		return 4;
	default:
		return 1;
	}
}

static struct trie *trie_step(struct arena *a, struct trie *t, const struct node *sym)
{
	struct trie **at = &t->kids;
	struct trie *made;

	for (struct trie *k = t->kids; k; k = k->next)
		if (same_symbol(k->sym, sym))
			return k;
	while (*at && symbol_order((*at)->sym) <= symbol_order(sym))
		at = &(*at)->next;
	made = arena_alloc(a, sizeof *made);
	made->sym = sym;
	made->next = *at;
	*at = made;
	return made;
}

static bool only_letters_follow(const struct trie *t)
{
	for (const struct trie *k = t->kids; k; k = k->next)
		if (node_edge(k->sym) != EDGE_LETTER)
			return false;
	return t->kids && !t->end;
}

static void emit_trie(struct emitter *e, const struct trie *t);

/* A set's element ends where its number ends. */
static bool no_digit_follows(const struct trie *t)
{
	for (const struct trie *k = t->kids; k; k = k->next) {
		enum digit_start x = node_digit_start(k->sym);

		if (x == DIGIT_MAYBE || (x == DIGIT_EMPTY && !no_digit_follows(k)))
			return false;
	}
	return true;
}

static void emit_branch(struct emitter *e, const struct trie *parent, const struct trie *k)
{
	if (node_is_digits(k->sym))
		emit_digits(e, k->sym, no_digit_follows(k));
	else
		emit_between(e, parent->sym, k->sym, only_letters_follow(k) ? k->kids->sym : NULL);
	if (k->kids)
		emit_trie(e, k);
}

static int by_char(const void *x, const void *y)
{
	const struct trie *const *a = x, *const *b = y;

	return (*a)->sym->cp < (*b)->sym->cp ? -1 : (*a)->sym->cp > (*b)->sym->cp;
}

/*
 * PCRE2 tries alternatives one after the other. Many letters are split into runs behind a look at the range of the
 * run, so that a letter that none begins with costs a few comparisons instead of all.
 */
static void emit_runs(struct emitter *e, const struct trie *parent, const struct trie **v, size_t n)
{
	enum { RUN = 4 };

	qsort(v, n, sizeof *v, by_char);
	for (size_t from = 0; from < n;) {
		size_t to = from;
		struct range r = { v[from]->sym->cp, 0 };
		struct charset set = { &r, 1, 1 };

		for (; to < n && to < from + RUN && v[to]->sym->cp >> 6 == r.lo >> 6; to++)
			r.hi = v[to]->sym->cp;
		buf_puts(e->out, from ? "|(?=" : "(?=");
		emit_set(e, &set);
		buf_puts(e->out, ")(?:");
		for (size_t i = from; i < to; i++) {
			buf_puts(e->out, i > from ? "|" : "");
			emit_branch(e, parent, v[i]);
		}
		buf_putc(e->out, ')');
		from = to;
	}
}

static void emit_trie(struct emitter *e, const struct trie *t)
{
	enum { MANY = 6 };
	bool group = t->end || (t->kids && t->kids->next);
	const struct trie *k = t->kids;
	size_t n = 0;

	if (!k)
		return;
	if (group)
		buf_puts(e->out, "(?:");
	for (; k && k->sym->kind == NODE_CHAR; k = k->next)
		n++;
	k = t->kids;
	if (n >= MANY && !e->cased && !e->utf) {
		const struct trie **v = arena_alloc(e->arena, n * sizeof *v);

		for (size_t i = 0; i < n; i++, k = k->next)
			v[i] = k;
		emit_runs(e, t, v, n);
	}
	for (; k; k = k->next) {
		if (k != t->kids)
			buf_putc(e->out, '|');
		emit_branch(e, t, k);
	}
	if (group)
		buf_puts(e->out, t->end ? "|)" : ")");
}

static bool has_sets(const struct node *n)
{
	for (; n; n = n->next)
		if (n->kind == NODE_SET || has_sets(n->kids))
			return true;
	return false;
}

static void emit_alternatives(struct emitter *e, const struct node *kids)
{
	struct sequences all = { 0 };
	struct trie root = { 0 };

	if (!pattern_flatten(e->arena, kids, false, &all)) {
		pattern_emit(e, kids);
		return;
	}
	for (size_t i = 0; i < all.n; i++) {
		struct trie *t = &root;

		for (size_t k = 0; k < all.v[i].n; k++)
			t = trie_step(e->arena, t, all.v[i].v[k]);
		t->end = true;
	}
	emit_trie(e, &root);
}

/* The text of a set; kept for the next pattern that names it, unless it depends on other sets or definitions. */
static void emit_set_text(struct emitter *e, struct node *kids)
{
	struct buf *out = e->out;
	struct buf text = { 0 };
	int defs = e->n_defs;
	bool any_case = e->any_case;
	struct span *kept = &kids->texts[e->utf][e->cased];

	if (kept->p) {
		buf_add(out, *kept);
		e->glue = e->end = true;
		return;
	}
	e->any_case = true;
	e->out = &text;
	buf_puts(&text, "(?:");
	emit_alternatives(e, kids);
	emit_piece(e, PIECE_END);
	buf_putc(&text, ')');
	e->out = out;
	e->any_case = any_case;
	buf_add(out, buf_span(&text));
	if (e->keep && defs == e->n_defs && !has_sets(kids))
		*kept = arena_dup(e->keep, buf_span(&text));
	buf_free(&text);
}

static struct set_use *find_use(struct emitter *e, const struct node *kids)
{
	for (size_t i = 0; i < e->n_uses; i++)
		if (e->uses[i].kids == kids)
			return &e->uses[i];
	return NULL;
}

void pattern_count_sets(struct emitter *e, const struct node *n)
{
	for (; n; n = n->next) {
		struct set_use *use = n->kind == NODE_SET ? find_use(e, n->kids) : NULL;

		if (use) {
			use->times++;
			continue; /* what it contains is called with it */
		}
		if (n->kind == NODE_SET && e->n_uses < EMIT_SETS)
			e->uses[e->n_uses++] = (struct set_use){ n->kids, 1, false };
		pattern_count_sets(e, n->kids);
	}
}

/* A set that is used again is defined once and called; the name has its number in uses. */
static void emit_named_set(struct emitter *e, const struct node *n)
{
	struct set_use *use = find_use(e, n->kids);
	struct buf *out = e->out;
	struct buf body = { 0 };

	if (!use || use->times < 2) {
		emit_set_text(e, n->kids);
		return;
	}
	buf_addf(out, "(?&_s%td)", use - e->uses);
	if (use->defined)
		return;
	use->defined = true;
	e->n_defs++;
	buf_addf(&body, "(?<_s%td>", use - e->uses);
	e->out = &body;
	emit_set_text(e, n->kids);
	e->out = out;
	buf_putc(&body, ')');
	buf_add(&e->defs, buf_span(&body));
	buf_free(&body);
}

/* ---- look-behinds: PCRE2 wants alternatives of fixed length, so classes are split by their characters' bytes ---- */

static bool class_of_length(struct arena *a, const struct charset *set, size_t bytes, struct charset *out)
{
	static const struct range lengths[] = {
		[1] = { 0, 0x7F }, { 0x80, 0x7FF }, { 0x800, 0xFFFF }, { 0x10000, 0x10FFFF }
	};

	*out = (struct charset){ 0 };
	for (size_t i = 0; i < set->n; i++) {
		unsigned lo = set->v[i].lo > lengths[bytes].lo ? set->v[i].lo : lengths[bytes].lo;
		unsigned hi = set->v[i].hi < lengths[bytes].hi ? set->v[i].hi : lengths[bytes].hi;

		if (lo <= hi)
			charset_add(a, out, lo, hi);
	}
	return out->n > 0;
}

static void emit_behind(struct emitter *e, struct sequence s, size_t i, struct span before, bool *first)
{
	struct buf own = { 0 }, *out = e->out;

	if (out->n > 1 << 20) /* more than PCRE2 compiles: it refuses the pattern, whatever else would come */
		return;
	if (i == s.n) {
		buf_puts(out, *first ? "" : "|");
		buf_add(out, before);
		*first = false;
		return;
	}
	if (s.v[i]->kind != NODE_CLASS || e->utf) {
		e->out = &own;
		buf_add(&own, before);
		if (s.v[i]->kind == NODE_SPACE)
			buf_putc(&own, ' ');
		else
			pattern_emit(e, s.v[i]);
		e->out = out;
		emit_behind(e, s, i + 1, buf_span(&own), first);
	}
	for (size_t n = 1; n <= 4 && s.v[i]->kind == NODE_CLASS && !e->utf; n++) {
		struct charset set;

		if (!class_of_length(e->arena, s.v[i]->set, n, &set))
			continue;
		e->out = &own;
		buf_reset(&own);
		buf_add(&own, before);
		emit_set(e, &set);
		e->out = out;
		emit_behind(e, s, i + 1, buf_span(&own), first);
	}
	buf_free(&own);
}

static void emit_look_behind(struct emitter *e, const struct node *n)
{
	struct sequences all = { 0 };
	bool first = true;

	if (!pattern_flatten(e->arena, n->kids, true, &all)) {
		pattern_emit(e, n->kids);
		return;
	}
	for (size_t i = 0; i < all.n; i++)
		emit_behind(e, all.v[i], 0, (struct span){ 0 }, &first);
}

/* ---- the rest ---- */

static void emit_group(struct emitter *e, const struct node *n)
{
	buf_putc(e->out, '(');
	if (n->name.n)
		buf_addf(e->out, "?<%.*s>", SPAN_ARG(n->name));
	else
		buf_puts(e->out, n->open);
	if (!strncmp(n->open, "?<", 2) && !n->name.n)
		emit_look_behind(e, n);
	else
		pattern_emit(e, n->kids);
	buf_putc(e->out, ')');
}

static bool has_names(const struct node *n)
{
	for (; n; n = n->next)
		if (n->name.n ? n->kind == NODE_GROUP || has_names(n->kids) : has_names(n->kids))
			return true;
	return false;
}

/*
 * PCRE2 copies what is counted: [^«»]{3,250}, spelled out in bytes, would pass its limit of 64 KB. So it is defined
 * once and called. Definitions stand at the end: the numbers of the rule's own groups stay.
 */
static void emit_call(struct emitter *e, const struct node *n)
{
	struct buf *out = e->out;
	struct buf body = { 0 };

	buf_addf(out, "(?&_%d)", ++e->n_defs);
	buf_addf(&body, "(?<_%d>", e->n_defs);
	e->out = &body;
	pattern_emit(e, n);
	e->out = out;
	buf_putc(&body, ')');
	buf_add(&e->defs, buf_span(&body));
	buf_free(&body);
}

void pattern_emit_defs(struct emitter *e)
{
	if (e->defs.n || e->glue || e->end) {
		buf_puts(e->out, "(?(DEFINE)");
		buf_add(e->out, buf_span(&e->defs));
		buf_puts(e->out, e->glue ? pieces[PIECE_GLUE][e->utf] : "");
		buf_puts(e->out, e->end ? pieces[PIECE_WORD_END][e->utf] : "");
		buf_putc(e->out, ')');
	}
	buf_free(&e->defs);
}

static bool is_ascii_class(const struct node *n)
{
	return n->kind == NODE_CLASS && n->set->n && n->set->v[n->set->n - 1].hi < 0x80;
}

static void emit_repeat(struct emitter *e, const struct node *n)
{
	enum { COPIES = 12 };
	bool often = (n->min > COPIES || n->max > COPIES) && !is_ascii_class(n->kids) && !has_names(n->kids);
	bool simple = n->kids->kind == NODE_GROUP || n->kids->kind == NODE_CLASS || n->kids->kind == NODE_SPACE;

	if (!simple && !often)
		buf_puts(e->out, "(?:");
	if (often)
		emit_call(e, n->kids);
	else
		pattern_emit(e, n->kids);
	if (!simple && !often)
		buf_putc(e->out, ')');
	if (n->max == 1 && n->min == 0)
		buf_putc(e->out, '?');
	else if (n->max < 0 && n->min < 2)
		buf_putc(e->out, n->min ? '+' : '*');
	else if (n->max < 0)
		buf_addf(e->out, "{%d,}", n->min);
	else
		buf_addf(e->out, "{%d,%d}", n->min, n->max);
	if (n->mode)
		buf_putc(e->out, n->mode);
}

static void emit_alternation(struct emitter *e, const struct node *kids)
{
	for (const struct node *k = kids; k; k = k->next) {
		if (k != kids)
			buf_putc(e->out, '|');
		pattern_emit(e, k);
	}
}

static void emit_cat(struct emitter *e, const struct node *kids)
{
	const struct node *before = NULL;

	for (const struct node *k = kids; k; before = k, k = k->next) {
		if (node_is_digits(k))
			emit_digits(e, k, nodes_digit_start(k->next) == DIGIT_NEVER);
		else
			emit_between(e, before, k, k->next);
	}
}

void pattern_emit(struct emitter *e, const struct node *n)
{
	switch (n->kind) {
	case NODE_EMPTY:
		return;
	case NODE_CHAR:
		emit_char(e, n->cp, e->any_case || n->any_case);
		return;
	case NODE_CLASS:
		emit_class(e, n);
		return;
	case NODE_SPACE:
		emit_piece(e, PIECE_SPACE);
		return;
	case NODE_TAIL:
		emit_piece(e, PIECE_TAIL);
		return;
	case NODE_CAT:
		emit_cat(e, n->kids);
		return;
	case NODE_ALT:
		buf_puts(e->out, "(?:");
		emit_alternation(e, n->kids);
		buf_putc(e->out, ')');
		return;
	case NODE_GROUP:
		emit_group(e, n);
		return;
	case NODE_REPEAT:
		emit_repeat(e, n);
		return;
	case NODE_ASSERT:
		if (n->cp == 'b' || n->cp == 'B')
			emit_piece(e, n->cp == 'b' ? PIECE_EDGE : PIECE_NO_EDGE);
		else
			buf_puts(e->out, n->cp == '^' ? "\\A" : "\\z");
		return;
	case NODE_SET:
		emit_named_set(e, n);
		return;
	}
}
