/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms that nobody wants to write out. They are looked up when rules are compiled, never while documents are read. */
#include "paradigm.h"

#include "i18n.h"
#include "morph.h"
#include "utf8.h"

/* Opened for the first word, closed with the rule set; NULL: it is broken or not there. */
static const struct morph *dictionary(struct ruleset *rs)
{
	struct err e = { 0 };

	if (!rs->morph)
		rs->morph = morph_open(NULL, &e);
	return rs->morph && morph_has_dictionary(rs->morph) ? rs->morph : NULL;
}

static bool is_plain_word(struct span word)
{
	size_t at = 0;

	while (at < word.n) {
		unsigned c = utf8_next(word, &at);

		if (!utf8_is_letter(c) && c != '-')
			return false;
	}
	return true;
}

/* In its first form, or one that stands in the first form of a phrase: рабочее время. */
static bool is_first_form(const struct morph *m, struct span word, const struct morph_parse *p)
{
	struct buf lemma = { 0 };
	bool same;

	if (p->tags & M_PREDICTED)
		return false;
	if (p->tags & M_NOM)
		return true;
	morph_lemma(m, word, p, &lemma);
	same = span_eq(buf_span(&lemma), word);
	buf_free(&lemma);
	return same;
}

/* The forms of a folded word in all its meanings, each ended by \n. */
static void put_forms(const struct morph *m, struct span word, struct buf *out)
{
	struct morph_parse parses[MORPH_MAX];
	size_t n = morph_parses(m, word, parses);

	for (size_t i = 0; i < n; i++)
		if (is_first_form(m, word, &parses[i]))
			morph_forms(m, word, &parses[i], out);
}

/* (?:a|b|…); a trie is made of it later, so that what comes twice does no harm. */
static void put_alternatives(struct span forms, struct buf *out)
{
	const char *before = "(?:";

	while (forms.n) {
		buf_puts(out, before);
		buf_add(out, span_cut(&forms, '\n'));
		before = "|";
	}
	buf_putc(out, ')');
}

static bool put_word(struct ruleset *rs, const struct field *line, struct span word, struct buf *out)
{
	const struct morph *m = dictionary(rs);
	struct buf folded = { 0 }, forms = { 0 };
	bool ok;

	if (!m)
		return diag_add(
			&rs->diags, &line->at, word.p,
			_("%%paradigm needs the dictionary, which is missing (svod doctor); or write the endings in a "
			  "%%set: слов{о,а,у}"));
	buf_room(&folded, word.n);
	utf8_fold(word, folded.p);
	folded.n = word.n;
	put_forms(m, buf_span(&folded), &forms);
	ok = forms.n > 0;
	if (ok)
		put_alternatives(buf_span(&forms), out);
	else
		diag_add(&rs->diags, &line->at, word.p,
			 _("the dictionary does not have %.*s as a first form; write its endings: слов{о,а,у}"),
			 SPAN_ARG(word));
	buf_free(&folded);
	buf_free(&forms);
	return ok;
}

bool paradigm_pattern(struct ruleset *rs, const struct field *line, struct buf *out)
{
	struct span rest = line->key;

	while (rest.p) {
		struct span word = span_cut(&rest, ' ');

		if (out->n)
			buf_putc(out, ' ');
		if (!is_plain_word(word))
			buf_add(out, word);
		else if (word.n && !put_word(rs, line, word, out))
			return false;
	}
	return true;
}
