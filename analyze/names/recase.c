/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of acts ask for their issuer in the genitive, goals for an addressee in the nominative: one inflection. */
#include "recase.h"

#include "buf.h"
#include "phrases.h"
#include "utf8.h"

enum { WORD_BYTES = 128 };

static void put_with_capital(struct span form, struct span as, struct buf *out)
{
	size_t at = 0, first = 0;
	unsigned c = utf8_next(form, &at);

	buf_put_utf8(out, utf8_is_upper(utf8_next(as, &first)) ? utf8_upper(c) : c);
	buf_add(out, span_sub(form, at, form.n));
}

/* False: the word is not in the case from, nothing is appended. *head: it is a noun. */
static bool put_word(const struct morph *m, struct span word, unsigned from, unsigned to, struct buf *out, bool *head)
{
	struct morph_parse p[MORPH_MAX];
	struct buf form = { 0 };
	char fold[WORD_BYTES];
	size_t n;
	bool done = false;

	if (word.n > sizeof fold)
		return false;
	utf8_fold(word, fold);
	n = morph_parses(m, span_make(fold, word.n), p);
	for (size_t i = 0; i < n && !done; i++) {
		unsigned number = p[i].tags & M_PLUR ? M_PLUR : M_SING;

		if (!(p[i].tags & from) || !(p[i].tags & (M_NOUN | M_ADJ)))
			continue;
		*head = (p[i].tags & M_NOUN) != 0;
		done = morph_inflect(m, span_make(fold, word.n), &p[i], to | number | (p[i].tags & M_GENDERS), &form);
	}
	if (done)
		put_with_capital(buf_span(&form), word, out);
	buf_free(&form);
	return done;
}

struct span recase(struct arena *a, const struct morph *m, struct span name, unsigned from, unsigned to)
{
	struct buf b = { 0 };
	struct span rest = name;
	bool head = false;

	while (rest.n && !head) {
		struct span word = span_cut(&rest, ' ');

		if (!put_word(m, word, from, to, &b, &head))
			break;
		buf_putc(&b, ' ');
	}
	buf_add(&b, rest);
	if (head)
		name = text_squeeze(a, arena_dup(a, buf_span(&b)));
	buf_free(&b);
	return name;
}
