/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which article of an act is cited: "статьями 40–44 Трудового кодекса", "п. 1 ст. 40 КЗпП", "кодексінің 176-бабы". */
#include "act_article.h"

#include "utf8.h"

enum { LOOK_WORDS = 12 };

/* Beginnings of the words for parts of an act (short ones are whole), in the nominative singular and plural. */
static const struct label {
	const char *stem;
	bool whole;
	const char *one, *many;
} labels[] = {
	{ "статт", false, "стаття", "статті" },
	{ "стат", false, "статья", "статьи" },
	{ "ст", true, NULL, NULL },
	{ "частин", false, "частина", "частини" },
	{ "част", false, "часть", "части" },
	{ "ч", true, "часть", "части" },
	{ "подпункт", false, "подпункт", "подпункты" },
	{ "пункт", false, "пункт", "пункты" },
	{ "п", true, "пункт", "пункты" },
	{ "пп", true, "пункты", "пункты" },
	{ "абзац", false, "абзац", "абзацы" },
	{ "раздел", false, "раздел", "разделы" },
	{ "розділ", false, "розділ", "розділи" },
	{ "глав", false, "глава", "главы" },
	{ "артыкул", false, "артыкул", "артыкулы" },
	{ "арт", true, "артыкул", "артыкулы" },
	{ "article", false, "article", "articles" },
	{ "section", false, "section", "sections" },
	{ "chapter", false, "chapter", "chapters" },
	{ "paragraph", false, "paragraph", "paragraphs" },
};

static const struct label *label_of(struct span word)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (labels[i].whole ? span_is(word, labels[i].stem) : span_starts(word, span_of(labels[i].stem)))
			return &labels[i];
	return NULL;
}

static bool is_number(struct span word)
{
	return word.n && word.p[0] >= '0' && word.p[0] <= '9';
}

/* "ст" is Russian, Ukrainian or Belarusian. */
static const char *name_of(const struct label *l, bool many, struct span lang)
{
	if (l->one)
		return many ? l->many : l->one;
	if (span_is(lang, "uk"))
		return many ? "статті" : "стаття";
	if (span_is(lang, "be"))
		return many ? "артыкулы" : "артыкул";
	return many ? "статьи" : "статья";
}

/* Kazakh and Kyrgyz put it behind: "кодексінің 176-бабына". */
static struct span behind(const struct resolver *r, struct doc *d, const struct words *w)
{
	struct span name = w->n > 1 ? word_text(r->fold, w->v[1]) : (struct span){ 0 };
	const char *label = span_starts(name, SPAN("баб")) || span_starts(name, SPAN("бап")) ? "бап"
			    : span_starts(name, SPAN("берене"))                              ? "берене"
											     : NULL;

	return label && is_number(word_text(r->fold, w->v[0]))
		       ? arena_printf(&d->arena, "%.*s-%s", SPAN_ARG(word_text(r->fold, w->v[0])), label)
		       : (struct span){ 0 };
}

/* Do several numbers follow the first label, as in "81, 82", "40–44"? The parts of "5.3" and "51(4)" are one. */
static bool has_many(const struct resolver *r, const struct doc *d, const struct words *w, size_t from)
{
	for (size_t i = from + 1; i < w->n && !label_of(word_text(r->fold, w->v[i])); i++) {
		struct span gap = doc_slice(d, w->v[i - 1].end, w->v[i].start);

		if (is_number(word_text(r->fold, w->v[i])) && !span_is(gap, ".") && !span_is(gap, "("))
			return true;
	}
	return false;
}

/* Behind the last number before byte end, with its bracket: "51(4) of the" ends before "of". */
static size_t number_end(const struct resolver *r, const struct doc *d, const struct words *w, size_t end)
{
	size_t i = w->n;

	while (i > 1 && !is_number(word_text(r->fold, w->v[i - 1])))
		i--;
	return w->v[i - 1].end + (w->v[i - 1].end < end && d->text.p[w->v[i - 1].end] == ')');
}

struct span act_article(const struct resolver *r, struct doc *d, const struct item *it)
{
	const struct block *b = it->block >= 0 ? &d->blocks[it->block] : NULL;
	struct span lang = b && b->lang.n ? b->lang : jval_str(d->meta, "lang");
	const struct label *first = NULL;
	size_t from = 0, numbers = 0;
	struct words w;

	if (!b)
		return (struct span){ 0 };
	if (span_is(lang, "kk") || span_is(lang, "ky")) {
		w = resolver_words(r, it->end, b->end);
		return behind(r, d, &w);
	}
	w = resolver_words(r, b->start, it->start);
	for (size_t i = w.n; i > 0 && w.n - i < LOOK_WORDS; i--) {
		struct span word = word_text(r->fold, w.v[i - 1]);
		const struct label *l = label_of(word);

		if (l && i < w.n && !is_number(word_text(r->fold, w.v[i])))
			break;
		if (l) {
			first = l;
			from = i;
			continue;
		}
		if (!is_number(word) && !word_list_has(r->lists, WORDS_ARTICLE_LINK, word))
			break;
		numbers += is_number(word) && !first;
	}
	if (!first || !numbers)
		return (struct span){ 0 };
	return text_squeeze(
		&d->arena,
		arena_printf(&d->arena, "%s %.*s", name_of(first, has_many(r, d, &w, from), lang),
			     SPAN_ARG(span_trim(doc_slice(d, w.v[from].start, number_end(r, d, &w, it->start))))));
}
