/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some writers leave the marks of lists to the reader: \ls says which list, and the tables what its marks look like. */
#include "rtf_lists.h"

#include "rtf_token.h"
#include "utf8.h"

enum { MAX_LISTS = 10000, MAX_MARK = 64 };

struct reading {
	struct rtf_input in;
	struct numbering *n;
	struct arena *a;
	int depth;
	struct num_level levels[NUM_LEVELS]; /* of the list being read */
	int level;                           /* -1: none has begun */
	int id, ls;                          /* of the list or override being read */
};

/* \levelnfc: the numbers of [MS-OSHARED] 2.2.1.3. */
static enum num_format format_of(int nfc)
{
	static const struct {
		int nfc;
		enum num_format format;
	} formats[] = {
		{ 1, NUM_UPPER_ROMAN },    { 2, NUM_LOWER_ROMAN },    { 3, NUM_UPPER_LETTER },
		{ 4, NUM_LOWER_LETTER },   { 22, NUM_DECIMAL_ZERO },  { 23, NUM_BULLET },
		{ 58, NUM_LOWER_RUSSIAN }, { 59, NUM_UPPER_RUSSIAN }, { 255, NUM_NONE },
	};

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (formats[i].nfc == nfc)
			return formats[i].format;
	return NUM_DECIMAL;
}

/* The next token of the group that was entered at depth; false: it is over. */
static bool next_in(struct reading *r, int depth, struct rtf_token *t)
{
	*t = rtf_next(&r->in);
	r->depth += (t->kind == RTF_OPEN) - (t->kind == RTF_CLOSE);
	return t->kind != RTF_END && r->depth >= depth;
}

/* \leveltext: a length, then text in which the bytes 0 … 8 stand for the numbers of levels; a semicolon ends it. */
static struct span read_pattern(struct reading *r)
{
	struct buf text = { 0 };
	struct rtf_token t;
	bool length = true;
	int depth = r->depth, skip = 0;

	while (next_in(r, depth, &t)) {
		if (t.kind == RTF_WORD && span_is(t.name, "u") && text.n < MAX_MARK) {
			buf_put_utf8(&text, (unsigned)(t.value & 0xffff));
			skip = 1;
		} else if (t.kind == RTF_BYTE && length) {
			length = false;
		} else if (t.kind == RTF_BYTE && !skip && t.value < NUM_LEVELS) {
			buf_addf(&text, "%%%d", t.value + 1);
		} else if (t.kind == RTF_TEXT && text.n < MAX_MARK) {
			struct span s = span_sub(t.name, (size_t)(skip && t.name.n), t.name.n);
			buf_add(&text, utf8_valid(s) ? s : SPAN(""));
		}
		skip = skip && t.kind == RTF_WORD;
	}
	while (text.n && text.p[text.n - 1] == ';')
		text.n--;
	struct span s = arena_dup(r->a, buf_span(&text));
	buf_free(&text);
	return s;
}

static void do_word(struct reading *r, const struct rtf_token *t)
{
	struct num_level *l = r->level >= 0 ? &r->levels[r->level] : NULL;

	if (span_is(t->name, "listlevel") && r->level + 1 < NUM_LEVELS)
		r->levels[++r->level] =
			(struct num_level){ .set = true, .start = 1, .format = NUM_DECIMAL, .restart = -1 };
	else if (span_is(t->name, "listid"))
		r->id = t->value;
	else if (span_is(t->name, "ls"))
		r->ls = t->value;
	else if (l && (span_is(t->name, "levelnfc") || span_is(t->name, "levelnfcn")))
		l->format = format_of(t->value);
	else if (l && span_is(t->name, "levelstartat") && t->value >= 0 && t->value <= 100000)
		l->start = t->value;
	else if (l && span_is(t->name, "levellegal"))
		l->legal = !t->has_value || t->value;
	else if (l && span_is(t->name, "leveltext"))
		l->text = read_pattern(r);
}

/* One \list or \listoverride, its first word read already. */
static void read_entry(struct reading *r, bool override)
{
	struct rtf_token t;
	int depth = r->depth;

	r->level = r->id = r->ls = -1;
	while (next_in(r, depth, &t))
		if (t.kind == RTF_WORD)
			do_word(r, &t);
	if (override && r->ls > 0 && r->n->n_lists < MAX_LISTS)
		(void)numbering_add_list(r->n, r->a, r->ls, r->id);
	if (override || r->level < 0 || r->n->n_definitions >= MAX_LISTS)
		return;
	struct num_definition *d = numbering_add_definition(r->n, r->a, r->id);
	for (int i = 0; i <= r->level; i++)
		d->levels[i] = r->levels[i];
}

static void read_table(struct reading *r, struct span entry)
{
	struct rtf_token t;
	int depth = r->depth;

	while (next_in(r, depth, &t))
		if (t.kind == RTF_WORD && span_eq(t.name, entry))
			read_entry(r, span_is(entry, "listoverride"));
}

void rtf_lists_read(struct numbering *n, struct arena *a, struct span bytes)
{
	static const char *const tables[][2] = { { "\\listtable", "list" }, { "\\listoverridetable", "listoverride" } };

	if (span_find(bytes, SPAN("\\listtext"), 0) != SPAN_NONE || span_find(bytes, SPAN("\\pntext"), 0) != SPAN_NONE)
		return;
	for (size_t i = 0; i < 2; i++) {
		size_t at = span_find(bytes, span_of(tables[i][0]), 0);
		struct reading r = { .in = { .bytes = bytes, .at = at, .line = 1 }, .n = n, .a = a };
		if (at != SPAN_NONE)
			read_table(&r, span_of(tables[i][1]));
	}
}
