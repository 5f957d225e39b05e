/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Countries by their codes or names, languages, kinds of documents. */
#include "choices.h"

#include <fcntl.h>
#include <unistd.h>

#include "data.h"
#include "db_p.h"
#include "i18n.h"
#include "limit.h"
#include "utf8.h"

static const struct {
	const char *known; /* beside what the corpus holds */
	const char *corpus;
	const char *unknown;
} choices[] = {
	[CHOICE_COUNTRY] = { "", "SELECT DISTINCT country FROM documents WHERE country IS NOT NULL ORDER BY 1",
			     N_("%.*s: no such country is known. Countries of the corpus: %s") },
	[CHOICE_LANG] = { "ru|be|uk|kk|ky|uz|tg|en",
			  "SELECT DISTINCT lang FROM documents WHERE lang IS NOT NULL ORDER BY 1",
			  N_("%.*s: no such language is known. Languages of the corpus: %s") },
	[CHOICE_KIND] = { "programme|plan|resolution|report|agreement|charter|statement|convention|other",
			  "SELECT DISTINCT kind FROM documents WHERE kind IS NOT NULL ORDER BY 1",
			  N_("%.*s: no such kind of document is known. Kinds of the corpus: %s") },
};

static struct span fold(struct span s, struct arena *a)
{
	char *p = arena_alloc(a, s.n + 1);

	utf8_fold(s, p);
	return span_make(p, s.n);
}

static bool list_has(struct span list, struct span folded, struct arena *a)
{
	while (list.n)
		if (span_eq(fold(span_trim(span_cut(&list, '|')), a), folded))
			return true;
	return false;
}

/*
 * The code of the country that a line of a lexicon has by this code or name; nothing if it is another. Columns of
 * countries.tsv: stems, code, name, abbreviation; of places.tsv: names, code, "country".
 */
static struct span code_in(struct span line, bool places, struct span folded, struct arena *a)
{
	struct span first = span_cut(&line, '\t'), code = span_cut(&line, '\t'), third = span_cut(&line, '\t');

	if (first.n && first.p[0] == '#')
		return (struct span){ 0 };
	if (places ? span_is(third, "country") && list_has(first, folded, a)
		   : list_has(third, folded, a) || list_has(span_cut(&line, '\t'), folded, a))
		return code;
	return list_has(code, folded, a) ? code : (struct span){ 0 };
}

/* Without the lexicons only codes of the corpus are known. */
static struct span country_code(struct span folded, struct arena *a)
{
	static const char *const files[] = { "rules/lexicon/countries.tsv", "rules/lexicon/places.tsv" };
	struct span code = { 0 };

	for (size_t i = 0; i < sizeof files / sizeof *files && !code.n; i++) {
		struct buf path = { 0 }, text = { 0 };
		int fd = data_path(files[i], &path) ? open(buf_str(&path), O_RDONLY | O_CLOEXEC) : -1;
		struct span rest = { 0 };

		if (fd >= 0 && buf_read_fd(&text, fd, LIMIT_FILE_BYTES) == 0)
			rest = buf_span(&text);
		while (rest.n && !code.n)
			code = code_in(span_cut(&rest, '\n'), i == 1, folded, a);
		code = arena_dup(a, code);
		if (fd >= 0)
			close(fd);
		buf_free(&text);
		buf_free(&path);
	}
	return code;
}

/* The value of the corpus that is so written, in small letters; of "ru-Latn" also "ru". */
static bool corpus_has(struct query *q, enum choice choice, struct span folded, struct arena *a, struct span *out,
		       struct buf *all, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool found = false;

	if (!db_prepare(q->db, choices[choice].corpus, &st, e))
		return false;
	while (!found && sqlite3_step(st) == SQLITE_ROW) {
		struct span one = column_text(st, 0), small = fold(one, a);

		found = span_eq(small, folded) || (choice == CHOICE_LANG && span_eq(span_sub(small, 0, 2), folded));
		if (found)
			*out = choice == CHOICE_COUNTRY ? arena_dup(a, one) : folded;
		buf_addf(all, "%s%.*s", all->n ? ", " : "", SPAN_ARG(one));
	}
	sqlite3_finalize(st);
	return found;
}

bool choice_find(struct query *q, enum choice choice, struct span value, struct arena *a, struct span *out,
		 struct err *e)
{
	struct span folded = fold(value, a);
	struct buf all = { 0 };
	bool found = list_has(span_of(choices[choice].known), folded, a);

	*out = choice == CHOICE_COUNTRY ? country_code(folded, a) : folded;
	found = found || (choice == CHOICE_COUNTRY && out->n) || corpus_has(q, choice, folded, a, out, &all, e);
	if (!found && !e->code)
		err_set(e, EX_USAGE, _(choices[choice].unknown), SPAN_ARG(value), buf_str(&all));
	buf_free(&all);
	return found;
}
