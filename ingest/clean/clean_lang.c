/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Languages. The Cyrillic ones of this field differ in letters that make up 3 to 25 % of any text, which two lines are
 * enough to see; general detectors take Kyrgyz for Kazakh and short Russian for Bulgarian.
 */
#include "clean_lang.h"

#include "clean_p.h"
#include "utf8.h"

enum {
	SENTENCE_WORDS = 8, /* of so many words some are small ones */
	LOOK_BYTES = 500,   /* of a block: more says nothing new */
	MIN_LETTERS = 12,
	SURE_LETTERS = 24,      /* shorter blocks in another language than the document's are names … */
	SURE_LETTERS_WEST = 40, /* … or Russian in which "ІІІ" is set with the letter of its neighbours */
};

struct letters {
	unsigned cyrillic[256]; /* U+0400 … U+04FF */
	size_t cyr, lat;
	size_t latin_words, english, uzbek;
	size_t words, russian;       /* Cyrillic words; those of them that Russian cannot do without */
	size_t small;                /* those that a Russian sentence has, although others may have them too */
	size_t turkic;               /* those that end as in Kazakh and Kyrgyz and hardly in Russian */
	size_t plural_tg, plural_uz; /* words with the endings of Tajik and of Uzbek: ҳо, ҳои; лар, нинг */
};

/* ---- counting ---- */

static bool is_one_of(struct span word, const char *const *list)
{
	for (; *list; list++)
		if (span_is(word, *list))
			return true;
	return false;
}

static void count_latin_word(struct letters *l, struct span word)
{
	static const char *const english[] = { "the", "of",  "and",   "to",   "in",   "for", "on",
					       "is",  "are", "by",    "with", "that", "be",  "at",
					       "as",  "or",  "shall", "will", "this", "all", NULL };
	static const char *const uzbek[] = { "va",      "bilan",  "uchun",     "bu",      "ham",
					     "yoki",    "kasaba", "uyushmasi", "bo'lgan", "to'g'risida",
					     "asosida", "mehnat", "haqida",    "qilish",  NULL };
	char folded[16];

	l->latin_words++;
	if (word.n > sizeof folded)
		return;
	utf8_fold(word, folded);
	l->english += is_one_of(span_make(folded, word.n), english);
	l->uzbek += is_one_of(span_make(folded, word.n), uzbek);
}

static bool is_latin(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Small words of Russian that its neighbours write otherwise or do not have. */
static bool is_russian(struct span word)
{
	static const char *const words[] = { "и",   "с",   "о",  "об", "от",  "из", "что", "как",
					     "или", "его", "ее", "их", "это", "со", "ко",  NULL };

	return word.n <= 6 && is_one_of(word, words);
}

/* Words that hardly a Russian sentence does without; some of them are also Ukrainian or Belarusian, none is Turkic. */
static bool is_small_russian(struct span word)
{
	static const char *const words[] = { "в",   "на", "по", "за", "к",  "не", "для", "до",
					     "при", "во", "у",  "В",  "На", "По", NULL };

	return word.n <= 6 && is_one_of(word, words);
}

/* Has the word that part behind its first letters? */
static bool has_part(struct span word, const char *part)
{
	return word.n > 6 && span_find(word, span_of(part), 4) != SPAN_NONE;
}

/* Республикасынын, федерациясы, профсоюздар: loanwords with endings of Kazakh and Kyrgyz, without their own letters */
static bool is_turkic(struct span word)
{
	static const char *const words[] = { "жана", "менен", "боюнча", "бойынша", NULL };
	static const char *const ends[] = { "нын",  "дын",  "тын",  "инин", "унун", "иясы", "лыгы",  "лиги",
					    "дары", "лары", "лери", "здар", "ктар", "лдык", "лигине" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (word.n > 10 && span_ends(word, span_of(ends[i])))
			return true;
	return is_one_of(word, words);
}

static size_t count_cyrillic(struct letters *l, struct span s, size_t i)
{
	size_t from = i;

	while (i + 1 < s.n && (unsigned char)s.p[i] >= 0xD0 && (unsigned char)s.p[i] <= 0xD3) {
		unsigned c = ((unsigned char)s.p[i] & 0x1Fu) << 6 | ((unsigned char)s.p[i + 1] & 0x3Fu);

		l->cyrillic[c & 0xFF]++;
		l->cyr++;
		i += 2;
	}
	l->words++;
	l->plural_tg += has_part(span_sub(s, from, i), "ҳо");
	l->plural_uz += has_part(span_sub(s, from, i), "лар") || has_part(span_sub(s, from, i), "нинг");
	l->turkic += is_turkic(span_sub(s, from, i));
	if (from && s.p[from - 1] >= '0' && s.p[from - 1] <= '9') /* "315и": an ending, no word */
		return i;
	l->russian += is_russian(span_sub(s, from, i));
	l->small += is_small_russian(span_sub(s, from, i));
	return i;
}

static void count(struct letters *l, struct span s)
{
	for (size_t i = 0; i < s.n;) {
		unsigned char b = (unsigned char)s.p[i];

		if (b >= 0xD0 && b <= 0xD3 && i + 1 < s.n) {
			i = count_cyrillic(l, s, i);
		} else if (is_latin(s.p[i])) {
			size_t from = i;

			while (i < s.n && (is_latin(s.p[i]) || s.p[i] == '\''))
				i++;
			l->lat += i - from;
			count_latin_word(l, span_sub(s, from, i));
		} else {
			i++;
		}
	}
}

/* ---- deciding ---- */

/* How many letters are of the set, which is given in small ones. */
static size_t of(const struct letters *l, const char *set)
{
	struct span s = span_of(set);
	size_t n = 0;

	for (size_t i = 0; i < s.n;) {
		unsigned c = utf8_next(s, &i);

		n += l->cyrillic[c & 0xFF] + l->cyrillic[utf8_upper(c) & 0xFF];
	}
	return n;
}

/* Are n letters at least that many of a thousand? Fewer come with a name or a quotation. */
static bool per_mille(const struct letters *l, size_t n, size_t least)
{
	return n * 1000 >= l->cyr * least;
}

/* The Turkic languages and Tajik: least is the share of their letters that is enough. */
static const char *eastern(const struct letters *l, size_t least)
{
	size_t tajik = of(l, "ҷӣӯ"), kazakh = of(l, "әұһ"), turkic = of(l, "қғңөү"), i = of(l, "і");

	if (tajik && tajik >= kazakh && per_mille(l, tajik + of(l, "ҳқғ"), least))
		return "tg";
	if ((kazakh || (i && turkic)) && per_mille(l, kazakh + turkic + i, least))
		return "kk";
	if (of(l, "ў") && of(l, "қғҳ") && per_mille(l, of(l, "ўқғҳ"), least))
		return "uz";
	if (of(l, "ҳ") && l->plural_tg + l->plural_uz && per_mille(l, of(l, "ҳқғ"), least))
		return l->plural_tg > l->plural_uz ? "tg" : "uz"; /* lines without ҷ, ӣ, ӯ or ў */
	if (of(l, "қғ") && !of(l, "ҳўҷӣӯ") && per_mille(l, of(l, "қғңөү"), least))
		return "kk"; /* a line without і, ә, ұ */
	return of(l, "ңөү") && per_mille(l, of(l, "ңөү"), least) ? "ky" : NULL;
}

/* Belarusian and Ukrainian write і for и; Belarusian has no и at all, Ukrainian no ы, э, ё. */
static const char *western(const struct letters *l)
{
	size_t i = of(l, "і") + of(l, "їєґў");

	if (!of(l, "иїєґ"))
		return per_mille(l, i, 8) && of(l, "ўыэё") && i ? "be" : NULL;
	return per_mille(l, i, 25) && of(l, "ыэъё") < of(l, "иіїєґ") / 4 ? "uk" : NULL;
}

static const char *cyrillic(const struct letters *l, bool *weak)
{
	/* в, ь, ц … are a tenth of Russian and rare in the Turkic languages */
	bool russian = l->russian * 24 >= l->words || per_mille(l, of(l, "вьцщфя"), 60);
	/* a whole sentence of loanwords has their letters, but not one of the small words; a line has its endings */
	bool loans = russian && !l->russian && !l->small && (l->words >= SENTENCE_WORDS || l->turkic);
	/* between Russian words a few foreign letters are a name; without any they are the language */
	const char *lang = eastern(l, loans ? 20 : russian ? 80 : 6);
	bool foreign;

	if (!lang)
		lang = western(l);
	if (lang)
		return lang;
	/* "Министрлер Кабинетине № 183 Конвенцияны ратификациялоо жөнүндө …": loanwords, and nothing that is Russian
	 * alone */
	foreign = !l->russian && !l->small && (l->turkic || of(l, "ңөүқғәұһ"));
	*weak = !russian || loans || foreign ||
		(!l->russian && !of(l, "ыэъё")); /* nothing against it, but nothing for it either */
	return "ru";
}

const char *lang_of(struct span s, size_t *letters)
{
	struct letters l = { 0 };
	bool weak = false;
	const char *lang;

	count(&l, utf8_whole(span_sub(s, 0, LOOK_BYTES)));
	*letters = l.cyr + l.lat;
	if (*letters < MIN_LETTERS)
		return NULL;
	if (l.cyr >= l.lat) {
		lang = cyrillic(&l, &weak);
		*letters = weak ? 0 : *letters;
		return lang;
	}
	if (l.lat < 4 * l.cyr)
		return NULL;
	if (l.uzbek * 12 >= l.latin_words && l.uzbek > l.english)
		return "uz";
	return l.english * 8 >= l.latin_words && l.english ? "en" : NULL;
}

/* ---- the pass ---- */

static const char *const languages[] = { "ru", "be", "uk", "kk", "ky", "uz", "tg", "en" };
enum { LANGUAGES = sizeof languages / sizeof *languages };

static size_t index_of(const char *lang)
{
	size_t k = 0;

	while (k < LANGUAGES && !span_is(span_of(lang), languages[k]))
		k++;
	return k;
}

void clean_languages(struct clean *c)
{
	struct doc *d = c->d;
	unsigned char *lang = arena_alloc(&d->arena, d->n_blocks + 1); /* index + 1; 0: unknown */
	enum { UNSURE, SURE, BY_NEIGHBOUR };
	unsigned char *sure = arena_alloc(&d->arena, d->n_blocks + 1);
	size_t weight[LANGUAGES] = { 0 }, best = 0;

	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];
		size_t letters;
		const char *name = lang_of(doc_slice(d, b->start, b->end), &letters);

		if (!name)
			continue;
		lang[i] = (unsigned char)(index_of(name) + 1);
		sure[i] = letters >= (*name == 'b' || !strcmp(name, "uk") ? SURE_LETTERS_WEST : SURE_LETTERS) ? SURE
													      : UNSURE;
		/* a line that could be of several languages says nothing about the document's, unless all are such */
		weight[lang[i] - 1] += letters ? b->end - b->start : 1;
	}
	for (size_t k = 1; k < LANGUAGES; k++)
		if (weight[k] > weight[best])
			best = k;
	if (!weight[best])
		return;
	jval_set_str(&d->arena, doc_meta(d), "lang", span_of(languages[best]));
	for (size_t i = 0; i < d->n_blocks; i++) { /* a heading is of the language of what it stands above or below */
		bool above = i + 1 < d->n_blocks && sure[i + 1] == SURE && lang[i + 1] == lang[i];
		bool below = i > 0 && sure[i - 1] == SURE && lang[i - 1] == lang[i];

		if (!sure[i] && (above || below))
			sure[i] = BY_NEIGHBOUR;
	}
	for (size_t i = 0; i < d->n_blocks; i++)
		d->blocks[i].lang = lang[i] && sure[i] && (size_t)lang[i] != best + 1 ? span_of(languages[lang[i] - 1])
										      : (struct span){ 0 };
}
