/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between what a person typed and what is looked up. */
#include "words.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "data.h"
#include "db_p.h"
#include "forms_p.h"
#include "i18n.h"
#include "match.h"
#include "morph.h"
#include "utf8.h"
#include "where.h"

enum { LONGEST_WORD = 60, SUGGESTIONS = 3, QUESTION_WORDS = 3, MOST_LEAVES = 64, STOP_WORDS_BYTES = 1 << 20 };

static const struct morph *dictionary(const struct search *s)
{
	return tokenizer_morph(fts_tokenizer(s->q->db->fts));
}

/* ---- function words ---- */

struct stop_words {
	const struct morph *m;
	struct buf listed; /* " word word ", folded */
};

/* The words of rules/lexicon/stop_words.tsv; without it only the dictionary knows such words. */
static void stop_words_load(struct stop_words *stop)
{
	struct buf path = { 0 }, file = { 0 };
	int fd = data_path("rules/lexicon/stop_words.tsv", &path) ? open(buf_str(&path), O_RDONLY | O_CLOEXEC) : -1;
	struct span rest;
	bool heading = true;

	if (fd >= 0) {
		if (buf_read_fd(&file, fd, STOP_WORDS_BYTES) != 0)
			buf_reset(&file);
		close(fd);
	}
	for (rest = buf_span(&file); rest.n;) {
		struct span line = span_cut(&rest, '\n');

		if (span_starts(line, SPAN("#")))
			continue;
		span_cut(&line, '\t'); /* the language is for readers */
		if (!heading)
			buf_addf(&stop->listed, " %.*s", SPAN_ARG(line));
		heading = false;
	}
	buf_putc(&stop->listed, ' ');
	buf_free(&path);
	buf_free(&file);
}

static bool is_function_word(const struct stop_words *stop, struct span word)
{
	struct morph_parse parses[MORPH_MAX];
	struct buf key = { 0 };
	bool yes;
	size_t n;

	buf_putc(&key, ' ');
	forms_fold(word, &key);
	n = morph_parses(stop->m, span_sub(buf_span(&key), 1, key.n), parses);
	yes = n > 0 && !(parses[0].tags & M_PREDICTED) && (parses[0].tags & (M_PREP | M_CONJ));
	buf_putc(&key, ' ');
	yes = yes || span_find(buf_span(&stop->listed), buf_span(&key), 0) != SPAN_NONE;
	buf_free(&key);
	return yes;
}

static bool droppable(const struct stop_words *stop, const struct ask_node *n)
{
	return n->kind == ASK_WORD && !n->exact && !n->prefix && is_function_word(stop, n->text);
}

void words_drop_function_words(struct search *s)
{
	struct ask_node *root = s->ask.words, **link;
	struct stop_words stop = { .m = dictionary(s) };
	bool keeps = false;

	if (root->kind != ASK_AND)
		return;
	stop_words_load(&stop);
	for (const struct ask_node *n = root->first; n; n = n->next)
		keeps |= n->kind != ASK_NOT && !droppable(&stop, n);
	for (link = &root->first; keeps && *link;) {
		if (droppable(&stop, *link))
			*link = (*link)->next;
		else
			link = &(*link)->next;
	}
	buf_free(&stop.listed);
}

/* ---- any of the words ---- */

bool words_any(struct search *s)
{
	struct ask_node *root = s->ask.words, *either, **link, **end;
	int wanted = 0;

	if (!root || root->kind != ASK_AND)
		return false;
	for (const struct ask_node *n = root->first; n; n = n->next)
		wanted += n->kind != ASK_NOT;
	if (wanted < QUESTION_WORDS)
		return false;
	either = arena_alloc(&s->arena, sizeof *either);
	*either = (struct ask_node){ .kind = ASK_OR, .at = root->at };
	end = &either->first;
	for (link = &root->first; *link;) {
		struct ask_node *n = *link;

		if (n->kind == ASK_NOT) {
			link = &n->next;
			continue;
		}
		*link = n->next;
		n->next = NULL;
		*end = n;
		end = &n->next;
	}
	either->next = root->first; /* what is not wanted */
	root->first = either;
	return true;
}

/* ---- is a word known? ---- */

/* Does the corpus have any place with this word? */
static bool is_known(struct search *s, const struct ask_node *word, bool *known, struct err *e)
{
	struct buf fts = { 0 };
	sqlite3_stmt *st = NULL;
	struct ask_node alone = *word;

	alone.next = NULL;
	match_put(&alone, &fts);
	if (db_prepare(s->q->db, "SELECT 1 FROM blocks_fts WHERE blocks_fts MATCH ?1 LIMIT 1", &st, e)) {
		int rc;

		sqlite3_bind_text64(st, 1, fts.p, fts.n, SQLITE_STATIC, SQLITE_UTF8);
		rc = sqlite3_step(st);
		*known = rc == SQLITE_ROW;
		if (rc != SQLITE_ROW && rc != SQLITE_DONE)
			db_fail(s->q->db, e);
	}
	sqlite3_finalize(st);
	buf_free(&fts);
	return e->code == 0;
}

/*
 * The single words that are searched for into leaves; with all, those that must not be there and phrases too. Returns
 * their number.
 */
static size_t leaves_of(struct ask_node *n, bool all, struct ask_node **leaves, size_t count)
{
	if (n->kind == ASK_NOT && !all)
		return count;
	if ((n->kind == ASK_WORD || (all && n->kind == ASK_PHRASE)) && count < MOST_LEAVES)
		leaves[count++] = n;
	for (struct ask_node *c = n->first; c; c = c->next)
		count = leaves_of(c, all, leaves, count);
	return count;
}

/* ---- keyboards and alphabets ---- */

static const char latin_keys[] = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
static const char cyrillic_keys[] = "ёйцукенгшщзхъфывапролджэячсмитьбю";

/* Every letter of from read as the one at its place in to, spaces as they are; false where one is not there. */
static bool translate(struct span word, const char *from, const char *to, struct buf *out)
{
	size_t at = 0;

	while (at < word.n) {
		unsigned typed = utf8_next(word, &at), c = utf8_lower(typed);
		struct span f = span_of(from), t = span_of(to);
		size_t i = 0, k = 0;
		unsigned found = 0;

		while (i < f.n && !found) {
			unsigned a = utf8_next(f, &i), b = utf8_next(t, &k);

			found = a == c ? b : 0;
		}
		found = typed == ' ' ? typed : found;
		if (!found)
			return false;
		buf_put_utf8(out, typed == c ? found : utf8_upper(found));
	}
	return out->n > 0;
}

static bool try_reading(struct search *s, struct ask_node *word, struct span reading, bool *changed, struct err *e)
{
	struct ask_node other = *word;
	bool known = false;

	other.text = reading;
	if (!is_known(s, &other, &known, e))
		return false;
	if (!known)
		return true;
	buf_puts(&s->said, s->said.n ? " " : "");
	buf_addf(&s->said, _("“%.*s” was read as “%.*s”."), SPAN_ARG(word->text), SPAN_ARG(reading));
	word->text = arena_dup(&s->arena, reading);
	*changed = true;
	return true;
}

/* ГОД is looked for as an abbreviation; where there is none, it is a word. */
static bool try_small(struct search *s, struct ask_node *word, bool *known, struct err *e)
{
	struct ask_node other = *word;
	struct buf folded = { 0 };
	bool ok;

	forms_fold(word->text, &folded);
	other.text = arena_dup(&s->arena, buf_span(&folded));
	buf_free(&folded);
	ok = is_known(s, &other, known, e);
	if (ok && *known)
		word->text = other.text;
	return ok;
}

bool words_fix_layout(struct search *s, bool *changed, struct err *e)
{
	static const char alike_latin[] = "aceopxykmthbi";
	static const char alike_cyrillic[] = "асеорхукмтнві";
	const struct {
		const char *from, *to;
	} ways[] = { { alike_latin, alike_cyrillic },
		     { alike_cyrillic, alike_latin },
		     { latin_keys, cyrillic_keys },
		     { cyrillic_keys, latin_keys } };
	struct ask_node *leaves[MOST_LEAVES];
	size_t n = leaves_of(s->ask.words, true, leaves, 0);

	for (size_t i = 0; i < n; i++) {
		bool known = false, fixed = false;

		if (!is_known(s, leaves[i], &known, e) || (!known && !try_small(s, leaves[i], &known, e)))
			return false;
		for (size_t w = 0; w < sizeof ways / sizeof *ways && !known && !fixed; w++) {
			struct buf reading = { 0 };
			bool ok = !translate(leaves[i]->text, ways[w].from, ways[w].to, &reading) ||
				  try_reading(s, leaves[i], buf_span(&reading), &fixed, e);

			buf_free(&reading);
			if (!ok)
				return false;
		}
		*changed |= fixed;
	}
	return true;
}

/* ---- did you mean ---- */

struct guess {
	char word[LONGEST_WORD * 4 + 1];
	int distance;
	long long docs;
};

/* Edit distance of code points, an exchange of neighbours counts one; more than most: most + 1. */
static int distance(const unsigned *a, int an, const unsigned *b, int bn, int most)
{
	int rows[3][LONGEST_WORD + 1];

	if (abs(an - bn) > most)
		return most + 1;
	for (int j = 0; j <= bn; j++)
		rows[0][j] = j;
	for (int i = 1; i <= an; i++) {
		int *row = rows[i % 3], *before = rows[(i + 2) % 3], *second = rows[(i + 1) % 3], least = most + 1;

		row[0] = i;
		for (int j = 1; j <= bn; j++) {
			int d = before[j - 1] + (a[i - 1] != b[j - 1]);

			d = before[j] + 1 < d ? before[j] + 1 : d;
			d = row[j - 1] + 1 < d ? row[j - 1] + 1 : d;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && second[j - 2] + 1 < d)
				d = second[j - 2] + 1;
			row[j] = d;
			least = d < least ? d : least;
		}
		if (least > most)
			return most + 1;
	}
	return rows[an % 3][bn];
}

/* Letters that people without such a keyboard write as these: қ as к. */
static unsigned plain_letter(unsigned c)
{
	static const unsigned pairs[][2] = { { 0x49b, 0x43a }, { 0x493, 0x433 }, { 0x4d9, 0x430 }, { 0x4a3, 0x43d },
					     { 0x4e9, 0x43e }, { 0x4af, 0x443 }, { 0x4b1, 0x443 }, { 0x4bb, 0x445 },
					     { 0x456, 0x438 }, { 0x457, 0x438 }, { 0x45e, 0x443 }, { 0x491, 0x433 },
					     { 0x454, 0x435 }, { 0x4b7, 0x447 }, { 0x4b3, 0x445 } };

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i][0] == c)
			return pairs[i][1];
	return c;
}

static int letters_of(struct span s, unsigned out[LONGEST_WORD])
{
	size_t at = 0;
	int n = 0;

	while (at < s.n && n < LONGEST_WORD)
		out[n++] = plain_letter(utf8_next(s, &at));
	return at < s.n ? LONGEST_WORD + 1 : n;
}

static void insert_guess(struct guess *best, struct span word, int d, long long docs)
{
	int i = SUGGESTIONS;

	for (int k = 0; k < SUGGESTIONS; k++)
		if (span_is(word, best[k].word))
			return; /* as a lemma and as a stem */
	while (i > 0 && (!best[i - 1].word[0] || best[i - 1].distance > d ||
			 (best[i - 1].distance == d && best[i - 1].docs < docs)))
		i--;
	if (i == SUGGESTIONS || word.n > LONGEST_WORD * 4)
		return;
	memmove(&best[i + 1], &best[i], (size_t)(SUGGESTIONS - 1 - i) * sizeof *best);
	best[i].distance = d;
	best[i].docs = docs;
	memcpy(best[i].word, word.p, word.n);
	best[i].word[word.n] = 0;
}

/* How far is the word, or the lemma that its ending lets guess, from a word of the vocabulary? */
struct typo {
	unsigned word[LONGEST_WORD], lemma[LONGEST_WORD];
	int n, lemma_n, most;
	bool known; /* to the dictionary */
};

static void read_typo(const struct morph *m, struct span word, struct typo *t)
{
	struct morph_parse parses[MORPH_MAX];
	struct buf lemma = { 0 };
	size_t n = morph_parses(m, word, parses);

	t->known = n > 0 && !(parses[0].tags & M_PREDICTED);
	t->n = letters_of(word, t->word);
	t->most = t->n > 7 ? 2 : 1;
	if (n > 0)
		morph_lemma(m, word, &parses[0], &lemma);
	t->lemma_n = letters_of(buf_span(&lemma), t->lemma);
	buf_free(&lemma);
}

/* To take an ending off what is no word counts as one mistake. */
static int distance_to(const struct typo *t, struct span term)
{
	enum { LONGEST_ENDING = 3, LEFT = 5 };
	unsigned b[LONGEST_WORD];
	int n = letters_of(term, b), d = t->most + 1, other = d;

	if (n > LONGEST_WORD)
		return d;
	d = distance(t->word, t->n, b, n, t->most);
	for (int k = 1; k <= LONGEST_ENDING && t->n - k >= LEFT && d > 1 && !t->known; k++) {
		other = 1 + distance(t->word, t->n - k, b, n, t->most - 1);
		d = other < d ? other : d;
	}
	if (t->lemma_n && t->lemma_n <= LONGEST_WORD)
		other = distance(t->lemma, t->lemma_n, b, n, t->most);
	return other < d ? other : d;
}

/* The nearest words of the vocabulary: lemmas, and stems where it has no lemmas. */
static bool nearest(struct search *s, struct span word, struct guess best[SUGGESTIONS], struct err *e)
{
	sqlite3_stmt *st = NULL;
	struct typo t;

	read_typo(dictionary(s), word, &t);
	if (t.n > LONGEST_WORD || t.n < 3)
		return true;
	if (!db_prepare(s->q->db, "SELECT term, doc FROM temp.vocabulary WHERE term >= ':'", &st, e)) /* no digits */
		return false;
	while (sqlite3_step(st) == SQLITE_ROW) {
		struct span term = column_text(st, 0);
		int d;

		if (term.p[0] == '=' || term.p[0] == '~' || term.p[0] == '^')
			term = span_sub(term, 1, term.n);
		d = distance_to(&t, term);
		if (d == 0 && !span_eq(term, word))
			d = 1; /* қ for к */
		if (d > 0 && d <= t.most)
			insert_guess(best, term, d, sqlite3_column_int64(st, 1));
	}
	sqlite3_finalize(st);
	return true;
}

/* C190 is no word of most documents, which write "Конвенция № 190", but the value of what was found there. */
static bool suggest_instrument(struct search *s, const struct ask_node *word, struct buf *out, struct err *e)
{
	struct span code = where_instrument(word->text, &s->arena);
	sqlite3_stmt *st = NULL;
	struct buf line = { 0 };

	if (!code.n)
		return true;
	if (!db_prepare(s->q->db,
			"SELECT value, count(*) FROM items WHERE type IN ('convention', 'recommendation', 'protocol')"
			" AND value = ?1 GROUP BY value",
			&st, e))
		return false;
	sqlite3_bind_text64(st, 1, code.p, code.n, SQLITE_STATIC, SQLITE_UTF8);
	if (sqlite3_step(st) == SQLITE_ROW) {
		long long n = sqlite3_column_int64(st, 1);

		buf_addf(&line,
			 ngettext("Did you mean convention:%.*s (%lld place)?\n",
				  "Did you mean convention:%.*s (%lld places)?\n", (unsigned long)n),
			 SPAN_ARG(column_text(st, 0)), n);
	}
	if (span_find(buf_span(out), buf_span(&line), 0) == SPAN_NONE) /* another word may have named the same */
		buf_add(out, buf_span(&line));
	buf_free(&line);
	sqlite3_finalize(st);
	return true;
}

static bool suggest(struct search *s, const struct ask_node *word, struct buf *out, struct err *e)
{
	struct guess best[SUGGESTIONS + 1] = { 0 };
	struct buf folded = { 0 };
	bool ok;

	forms_fold(word->text, &folded);
	ok = nearest(s, buf_span(&folded), best, e);
	buf_free(&folded);
	if (!ok)
		return false;
	buf_addf(out, _("The corpus has no word “%.*s”."), SPAN_ARG(word->text));
	for (int i = 0; i < SUGGESTIONS && best[i].word[0]; i++)
		buf_addf(out, "%s%s", i ? ", " : _(" Did you mean "), best[i].word);
	buf_puts(out, best[0].word[0] ? "?\n" : "\n");
	return best[0].word[0] || suggest_instrument(s, word, out, e);
}

bool words_did_you_mean(struct search *s, struct buf *out, struct err *e)
{
	struct ask_node *leaves[MOST_LEAVES];
	size_t n = leaves_of(s->ask.words, false, leaves, 0);
	bool all = n > 1 && s->ask.words->kind == ASK_AND;

	for (size_t i = 0; i < n; i++) {
		bool known = false;

		if (!is_known(s, leaves[i], &known, e) || (!known && !suggest(s, leaves[i], out, e)))
			return false;
		all &= known;
	}
	if (all)
		buf_addf(out, "%s\n",
			 _("The corpus has each of these words, but no place has them all: try OR between them."));
	return true;
}

bool words_instruments(struct search *s, struct buf *out, struct err *e)
{
	struct ask_node *leaves[MOST_LEAVES];
	size_t n = s->ask.words ? leaves_of(s->ask.words, false, leaves, 0) : 0;
	bool ok = true;

	for (size_t i = 0; i < n && ok; i++)
		ok = leaves[i]->kind != ASK_WORD || suggest_instrument(s, leaves[i], out, e);
	return ok;
}

/* Does b differ from a by its last two letters at most: a form of the same word, most likely? */
static bool is_form_of(struct span a, struct span b)
{
	enum { ENDING = 2 };
	size_t i = 0, k = 0, same = 0;

	while (i < a.n && k < b.n && utf8_next(a, &i) == utf8_next(b, &k))
		same++;
	return same + ENDING >= utf8_count(a) || same + ENDING >= utf8_count(b);
}

bool words_rare(struct search *s, long long places, struct buf *out, struct err *e)
{
	enum { MORE = 20 }; /* times as frequent as what was asked for */
	struct ask_node *leaves[MOST_LEAVES];
	size_t n = s->ask.words ? leaves_of(s->ask.words, false, leaves, 0) : 0;

	for (size_t i = 0; i < n; i++) {
		struct guess best[SUGGESTIONS + 1] = { 0 };
		struct buf folded = { 0 };
		bool ok = true;

		if (leaves[i]->exact || leaves[i]->prefix)
			continue;
		forms_fold(leaves[i]->text, &folded);
		ok = nearest(s, buf_span(&folded), best, e);
		for (int k = 0; ok && k < SUGGESTIONS && best[k].word[0]; k++) {
			if (best[k].docs < places * MORE || is_form_of(buf_span(&folded), span_of(best[k].word)))
				continue;
			buf_addf(out, _("“%.*s” is rare here. Did you mean %s (%lld places)?\n"),
				 SPAN_ARG(leaves[i]->text), best[k].word, best[k].docs);
			break;
		}
		buf_free(&folded);
		if (!ok)
			return false;
	}
	return true;
}
