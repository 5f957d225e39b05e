/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of words and facts, looked up by folded key: what rules and passes know lies in data, not in C. */
#include "lexicon.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "buf.h"
#include "data.h"
#include "i18n.h"
#include "mem.h"
#include "utf8.h"

enum { MAX_BYTES = 16 << 20, MAX_COLUMNS = 32, MAX_KEY = 1024 };

struct slot {
	struct span key; /* folded, in keys */
	long row;
};

struct lexicon {
	struct buf owned; /* the file, where lexicon_open read it */
	struct arena keys;
	struct span columns[MAX_COLUMNS];
	size_t n_columns;
	struct span *cells; /* n_rows × n_columns */
	size_t n_rows, cap_rows;
	struct slot *slots; /* open addressing, a power of two */
	size_t n_slots, n_keys;
};

/* No space stands in it: of the leads other than those of our letters, each may begin a space. */
static bool is_one_word(struct span s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c <= ' ' || c == 0xC2 || c >= 0xE0)
			return false;
	}
	return true;
}

/* The key folded and with single spaces; at most MAX_KEY bytes are compared. */
static struct span fold_key(struct span key, char out[MAX_KEY])
{
	size_t n = 0;

	key = span_trim(key);
	if (key.n > MAX_KEY)
		key = utf8_whole(span_make(key.p, MAX_KEY));
	utf8_fold(key, out);
	if (is_one_word(span_make(out, key.n)))
		return span_make(out, key.n);
	for (size_t at = 0; at < key.n;) {
		size_t from = at;
		unsigned c = utf8_next(span_make(out, key.n), &at);

		if (!utf8_is_space(c)) {
			memmove(out + n, out + from, at - from);
			n += at - from;
		} else if (n && out[n - 1] != ' ') {
			out[n++] = ' ';
		}
	}
	return span_make(out, n);
}

static struct slot *slot_of(const struct lexicon *l, struct span key)
{
	size_t at = (size_t)span_hash(key) & (l->n_slots - 1);

	while (l->slots[at].key.p && !span_eq(l->slots[at].key, key))
		at = (at + 1) & (l->n_slots - 1);
	return &l->slots[at];
}

static void grow_slots(struct lexicon *l)
{
	struct slot *old = l->slots;
	size_t n = l->n_slots;

	l->n_slots = n ? n * 2 : 64;
	l->slots = mem_alloc(l->n_slots * sizeof *l->slots);
	for (size_t i = 0; i < n; i++)
		if (old[i].key.p)
			*slot_of(l, old[i].key) = old[i];
	free(old);
}

static void add_key(struct lexicon *l, struct span key, long row)
{
	char folded[MAX_KEY];
	struct slot *s;

	key = fold_key(key, folded);
	if (!key.n)
		return;
	if (l->n_keys * 2 >= l->n_slots)
		grow_slots(l);
	s = slot_of(l, key);
	if (s->key.p)
		return;
	s->key = arena_dup(&l->keys, key);
	s->row = row;
	l->n_keys++;
}

static void add_keys(struct lexicon *l, struct span keys, long row)
{
	for (size_t from = 0; from <= keys.n;) {
		size_t bar = span_find(keys, SPAN(" | "), from);
		size_t end = bar == SPAN_NONE ? keys.n : bar;

		add_key(l, span_sub(keys, from, end), row);
		from = bar == SPAN_NONE ? keys.n + 1 : bar + 3;
	}
}

static bool add_row(struct lexicon *l, struct span line, struct err *e)
{
	struct span *row;
	size_t n = 0;

	if (l->n_rows == l->cap_rows) {
		l->cap_rows = l->cap_rows ? l->cap_rows * 2 : 64;
		l->cells = mem_grow(l->cells, l->cap_rows * l->n_columns * sizeof *l->cells);
	}
	row = l->cells + l->n_rows * l->n_columns;
	while (line.p) {
		struct span cell = span_trim(span_cut(&line, '\t'));

		if (n == l->n_columns)
			return err_set(e, EX_CONFIG, _("more cells than the header has columns (%zu)"), l->n_columns);
		row[n++] = cell;
	}
	while (n < l->n_columns)
		row[n++] = (struct span){ 0 };
	add_keys(l, row[0], (long)l->n_rows);
	l->n_rows++;
	return true;
}

static bool add_header(struct lexicon *l, struct span line, struct err *e)
{
	while (line.p) {
		if (l->n_columns == MAX_COLUMNS)
			return err_set(e, EX_CONFIG, _("more than %d columns"), MAX_COLUMNS);
		l->columns[l->n_columns++] = span_trim(span_cut(&line, '\t'));
	}
	return true;
}

static bool parse_lines(struct lexicon *l, struct span text, const char *name, struct err *e)
{
	int number = 0;

	if (!utf8_valid(text))
		return err_set(e, EX_CONFIG, _("%s.tsv: not UTF-8"), name);
	grow_slots(l);
	while (text.p) {
		struct span line = span_cut(&text, '\n');
		bool ok = true;

		number++;
		if (!span_trim(line).n || line.p[0] == '#')
			continue;
		ok = l->n_columns ? add_row(l, line, e) : add_header(l, line, e);
		if (!ok)
			return err_in(e, "%s.tsv:%d", name, number);
	}
	return true;
}

struct lexicon *lexicon_open(const char *name, struct err *e)
{
	struct lexicon *l = mem_alloc(sizeof *l);
	struct buf path = { 0 }, wanted = { 0 };
	int fd = -1;
	bool ok = false;

	buf_addf(&wanted, "rules/lexicon/%s.tsv", name);
	if (!data_path(buf_str(&wanted), &path)) {
		err_set(e, EX_CONFIG, _("%s: not found; set SVOD_DATA to the folder that holds rules/"),
			buf_str(&wanted));
		goto done;
	}
	fd = open(buf_str(&path), O_RDONLY | O_CLOEXEC);
	if (fd < 0 || buf_read_fd(&l->owned, fd, MAX_BYTES)) {
		err_sys(e, EX_CONFIG, "%s", buf_str(&path));
		goto done;
	}
	ok = parse_lines(l, buf_span(&l->owned), name, e);
done:
	if (fd >= 0)
		close(fd);
	buf_free(&path);
	buf_free(&wanted);
	if (ok)
		return l;
	lexicon_close(l);
	return NULL;
}

void lexicon_close(struct lexicon *l)
{
	if (!l)
		return;
	buf_free(&l->owned);
	arena_free(&l->keys);
	free(l->cells);
	free(l->slots);
	free(l);
}

long lexicon_find(const struct lexicon *l, struct span key)
{
	char folded[MAX_KEY];
	const struct slot *s;

	key = fold_key(key, folded);
	if (!l || !key.n)
		return LEXICON_NONE;
	s = slot_of(l, key);
	return s->key.p ? s->row : LEXICON_NONE;
}

long lexicon_rows(const struct lexicon *l)
{
	return l ? (long)l->n_rows : 0;
}

struct span lexicon_cell(const struct lexicon *l, long row, const char *column)
{
	if (!l || row < 0 || row >= (long)l->n_rows)
		return (struct span){ 0 };
	for (size_t i = 0; i < l->n_columns; i++)
		if (span_is(l->columns[i], column))
			return l->cells[(size_t)row * l->n_columns + i];
	return (struct span){ 0 };
}
