/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Other names of what a query asks for: from the corpus (canonical names and abbreviations of organizations) and from
 * the lexicon of organizations. Only abbreviations and names of several words have other names: a document that calls
 * its union «Профсоюз» for short does not make that word a name for everybody.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "data.h"
#include "db_p.h"
#include "i18n.h"
#include "synonyms.h"
#include "utf8.h"

enum { NAMES_OF_ONE = 8, NAMES_SAID = 3, LEXICON_BYTES = 4 << 20 };

struct names {
	struct span v[NAMES_OF_ONE], fold[NAMES_OF_ONE];
	size_t n;
};

static struct span fold(struct span s, struct arena *a)
{
	char *p = arena_alloc(a, s.n + 1);

	utf8_fold(s, p);
	return span_make(p, s.n);
}

/* Two capitals, or several words. */
static bool is_name(struct span s)
{
	size_t at = 0;

	if (span_find_char(s, ' ', 0) != SPAN_NONE)
		return true;
	return utf8_is_upper(utf8_next(s, &at)) && utf8_is_upper(utf8_next(s, &at));
}

static void add_name(struct names *names, struct span s, struct span asked, struct arena *a)
{
	struct span folded = fold(s, a);

	if (names->n == NAMES_OF_ONE || !is_name(s) || span_eq(folded, asked))
		return;
	for (size_t i = 0; i < names->n; i++)
		if (span_eq(names->fold[i], folded))
			return;
	names->fold[names->n] = folded;
	names->v[names->n++] = arena_dup(a, s);
}

/* Organizations of the corpus whose canonical name or abbreviation is asked for. */
static bool names_of_corpus(struct search *s, struct span asked, struct names *names, struct err *e)
{
	sqlite3_stmt *st = NULL;

	if (!db_prepare(
		    s->q->db,
		    "SELECT DISTINCT o.canonical, o.abbr FROM org_names m JOIN orgs o ON o.id = m.org WHERE m.fold = ?1"
		    " AND (svod_fold(o.abbr) = ?1 OR svod_fold(o.canonical) = ?1) ORDER BY 1",
		    &st, e))
		return false;
	sqlite3_bind_text64(st, 1, asked.p, asked.n, SQLITE_STATIC, SQLITE_UTF8);
	while (sqlite3_step(st) == SQLITE_ROW) {
		struct span canonical = column_text(st, 0), abbr = column_text(st, 1);

		if (!is_name(span_eq(fold(canonical, &s->arena), asked) ? canonical : abbr))
			continue;
		add_name(names, canonical, asked, &s->arena);
		if (abbr.n)
			add_name(names, abbr, asked, &s->arena);
	}
	sqlite3_finalize(st);
	return true;
}

/* Does the list "a | b | c" hold it? */
static bool list_has(struct span list, struct span asked, struct arena *a)
{
	while (list.p) {
		struct span one = span_trim(span_cut(&list, '|'));

		if (one.n && span_eq(fold(one, a), asked))
			return true;
	}
	return false;
}

static void add_list(struct names *names, struct span list, struct span asked, struct arena *a)
{
	while (list.p) {
		struct span one = span_trim(span_cut(&list, '|'));

		if (one.n)
			add_name(names, one, asked, a);
	}
}

/* Rows of rules/lexicon/orgs.tsv: names and abbreviations in the first two columns. Without the file: none. */
static void names_of_lexicon(struct search *s, struct span asked, struct names *names)
{
	struct buf path = { 0 }, text = { 0 };
	int fd = data_path("rules/lexicon/orgs.tsv", &path) ? open(buf_str(&path), O_RDONLY | O_CLOEXEC) : -1;
	struct span rest;

	buf_free(&path);
	if (fd < 0)
		return;
	if (buf_read_fd(&text, fd, LEXICON_BYTES) == 0) {
		rest = buf_span(&text);
		while (rest.n) {
			struct span row = span_cut(&rest, '\n'), full = span_cut(&row, '\t'),
				    abbr = span_cut(&row, '\t');

			if (!full.n || full.p[0] == '#' ||
			    !(list_has(full, asked, &s->arena) || list_has(abbr, asked, &s->arena)))
				continue;
			add_list(names, abbr, asked, &s->arena);
			add_list(names, full, asked, &s->arena);
		}
	}
	close(fd);
	buf_free(&text);
}

static bool other_names(struct search *s, struct span text, struct names *names, struct err *e)
{
	struct span asked = fold(text, &s->arena);

	*names = (struct names){ .n = 0 };
	if (!names_of_corpus(s, asked, names, e))
		return false;
	names_of_lexicon(s, asked, names);
	return true;
}

/* Replaces the run first … last of the list at *link by (run AND-ed) OR each other name. */
static void widen(struct search *s, struct ask_node **link, struct ask_node *last, const struct names *names)
{
	struct ask_node *either = arena_alloc(&s->arena, sizeof *either), *first = *link, **end;
	struct ask_node *after = last->next;

	*either = (struct ask_node){ .kind = ASK_OR, .at = first->at, .next = after };
	last->next = NULL;
	if (first == last) {
		either->first = first;
	} else {
		struct ask_node *all = arena_alloc(&s->arena, sizeof *all);

		*all = (struct ask_node){ .kind = ASK_AND, .at = first->at, .first = first };
		either->first = all;
	}
	end = &either->first->next;
	for (size_t i = 0; i < names->n; i++) {
		struct ask_node *name = arena_alloc(&s->arena, sizeof *name);

		*name = (struct ask_node){ .kind = ASK_PHRASE, .text = names->v[i], .at = first->at };
		*end = name;
		end = &name->next;
	}
	*link = either;
}

static bool may_name(const struct ask_node *n)
{
	return (n->kind == ASK_WORD || n->kind == ASK_PHRASE) && !n->exact && !n->prefix;
}

static void say_names(struct search *s, struct span text, const struct names *names)
{
	buf_addf(&s->said, _("%s%.*s is also "), s->said.n ? " " : "", SPAN_ARG(text));
	for (size_t i = 0; i < names->n && i < NAMES_SAID; i++)
		buf_addf(&s->said, "%s“%.*s”", i ? ", " : "", SPAN_ARG(names->v[i]));
	buf_puts(&s->said, names->n > NAMES_SAID ? " … (--no-synonyms)." : " (--no-synonyms).");
}

/* The longest run of words from *link on that is a name. */
static bool widen_at(struct search *s, struct ask_node **link, bool *widened, struct err *e)
{
	enum { RUN = 12 };
	struct ask_node *run[RUN];
	struct names names;
	size_t n = 0;

	*widened = false;
	for (struct ask_node *c = *link; c && n < RUN && may_name(c) && (n == 0 || c->kind == ASK_WORD); c = c->next) {
		run[n++] = c;
		if (c->kind == ASK_PHRASE)
			break;
	}
	for (; n > 0; n--) {
		struct buf text = { 0 };

		for (size_t i = 0; i < n; i++)
			buf_addf(&text, "%s%.*s", i ? " " : "", SPAN_ARG(run[i]->text));
		if (!other_names(s, buf_span(&text), &names, e)) {
			buf_free(&text);
			return false;
		}
		if (names.n) {
			say_names(s, buf_span(&text), &names);
			widen(s, link, run[n - 1], &names);
		}
		buf_free(&text);
		*widened = names.n > 0;
		if (names.n)
			return true;
	}
	return true;
}

static bool widen_list(struct search *s, struct ask_node **link, struct err *e)
{
	for (; *link; link = &(*link)->next) {
		bool widened = false;

		if (may_name(*link) && !widen_at(s, link, &widened, e))
			return false;
		if (!widened && ((*link)->kind == ASK_AND || (*link)->kind == ASK_OR) &&
		    !widen_list(s, &(*link)->first, e))
			return false;
	}
	return true;
}

bool synonyms_add(struct search *s, struct err *e)
{
	return widen_list(s, &s->ask.words, e);
}
