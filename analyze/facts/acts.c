/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The grammar of a citation: "Закона Энской области от 3 марта 2009 г. № 41-ОЗ «О занятости молодёжи»".
 * Heads and what each needs to be one certain act stand in rules/lexicon/act_kinds.tsv; dates, periods and issuers are
 * the items that earlier passes found.
 */
#include "acts.h"

#include "act_name.h"
#include "act_text.h"
#include "morph.h"
#include "utf8.h"

/* Words that may stand between a head and its date, number, title or period; of a description "о …" */
enum {
	MAX_BETWEEN = 16,
	MAX_ABOUT = 26,
	MAX_TITLE_BYTES = 700,
	MAX_NUMBER_BYTES = 24,
	OFFICIAL_WORDS = 6,
	MAX_PARTIES = 40,
	MAX_PERIOD_BYTES = 40
};

static const char *const opening_quotes[] = { "«", "“", "„", "\"", NULL };

struct reading {
	const struct resolver *r;
	struct doc *d;
	const struct words *w;
	struct act *a;
};

static struct span word_at(const struct reading *x, size_t i)
{
	return word_text(x->r->fold, x->w->v[i]);
}

/* The text between word i and the one before it; before the first one, what the block begins with. */
static struct span gap(const struct reading *x, size_t i)
{
	int block = i ? -1 : doc_block_at(x->d, x->w->v[0].start);

	if (i)
		return doc_slice(x->d, x->w->v[i - 1].end, x->w->v[i].start);
	return block < 0 ? (struct span){ 0 } : doc_slice(x->d, x->d->blocks[block].start, x->w->v[0].start);
}

static bool has_any(struct span s, const char *const *signs)
{
	for (; *signs; signs++)
		if (span_find(s, span_of(*signs), 0) != SPAN_NONE)
			return true;
	return false;
}

static bool is_capital(const struct reading *x, size_t i)
{
	size_t at = x->w->v[i].start;

	return utf8_is_upper(utf8_next(x->d->text, &at));
}

static const struct item *name_at(const struct reading *x, size_t at)
{
	return item_index_at(&x->r->names, at, ITEM_ORG);
}

/* The time that begins at byte at; dates inside an act may also have been read as deadlines. */
static const struct item *time_at(const struct reading *x, size_t at)
{
	const struct item *it = item_index_at(&x->r->times, at, ITEM_DATE);

	return it ? it : item_index_at(&x->r->times, at, ITEM_DEADLINE);
}

/* The first word that begins at or behind byte at. */
static size_t word_behind(const struct reading *x, size_t at)
{
	return words_from(x->w, at);
}

/* "законопроект о ратификации Конвенции № 190": the number of what it is about. */
static bool in_instrument(const struct reading *x, size_t at)
{
	static const unsigned types = 1u << ITEM_CONVENTION | 1u << ITEM_RECOMMENDATION | 1u << ITEM_PROTOCOL;
	const struct doc *d = x->d;

	for (size_t i = 0; i < d->n_items; i++) /* acts found so far stand behind the others */
		if ((types >> d->items[i].type & 1) && d->items[i].start <= at && d->items[i].end > at)
			return true;
	return false;
}

/* "№ 10-ФЗ", "N 5", "No. 12": true and *next behind it. */
static bool read_number(struct reading *x, size_t i, size_t *next)
{
	struct span text = span_sub(x->d->text, 0, x->w->v[x->w->n - 1].end);
	size_t start = x->w->v[i].start, end = start, sign = span_find(gap(x, i), SPAN("№"), 0), dash;

	sign = sign == SPAN_NONE ? start : start - gap(x, i).n + sign;
	if (sign == start) {
		struct span word = word_at(x, i);

		if ((!span_is(word, "n") && !span_is(word, "no") && !span_is(word, "nr")) || i + 1 >= x->w->n)
			return false;
		start = end = x->w->v[i + 1].start;
	}
	while (end < text.n && end - start < MAX_NUMBER_BYTES) {
		size_t at = end;
		unsigned c = utf8_next(text, &at);

		if (c == ' ' && act_spaced_dash(text, start, end)) { /* "№ 3 - 5" */
			end += sizeof " - " - 1;
			continue;
		}
		if (!utf8_is_word(c) && c != '-' && c != '/' && c != 0x2013 && c != 0x2011 &&
		    !(c == '.' && at < text.n && utf8_is_word((unsigned char)text.p[at])))
			break;
		end = at;
	}
	if (x->a->number.n || end == start || !span_has_digit(doc_slice(x->d, start, end)) || in_instrument(x, start))
		return false;
	x->a->number = doc_slice(x->d, start, end);
	dash = span_find(x->a->number, SPAN(" - "), 0);
	if (dash != SPAN_NONE) /* "№ 3 - 5" is № 3-5 */
		x->a->number = arena_printf(&x->d->arena, "%.*s-%.*s", (int)dash, x->a->number.p,
					    (int)(x->a->number.n - dash - 3), x->a->number.p + dash + 3);
	x->a->number_at = (struct word){ sign, end };
	x->a->end = end;
	*next = word_behind(x, end);
	return true;
}

/* Is this place inside the name of an organization? Its quotes are not the act's title. */
static bool in_name(const struct reading *x, size_t at)
{
	const struct item *it = item_index_over(&x->r->names, at - (at > 0), at + 1);

	return it && it->end - at < MAX_TITLE_BYTES && !span_starts(doc_slice(x->d, it->start, at), SPAN("«"));
}

/* The head at word i: it does not reach into a quoted title (Закон «О …»). */
static bool read_head(const struct reading *x, size_t i, struct phrase_hit *hit)
{
	const struct phrases *heads = x->r->phrases[LEX_ACT_KINDS];

	if (!phrases_at(heads, x->r->fold, x->w, i, x->w->n, hit))
		return false;
	for (size_t k = i + 1; k < i + hit->words; k++)
		if (has_any(gap(x, k), opening_quotes))
			return phrases_at(heads, x->r->fold, x->w, i, k, hit);
	return true;
}

/* A quoted title that begins before word i. */
static bool read_title(struct reading *x, size_t i, size_t *next)
{
	struct span text = span_sub(x->d->text, 0, x->d->text.n), before = gap(x, i);
	size_t at = x->w->v[i].start;
	int depth = 1;

	if (x->a->title.n || !has_any(before, opening_quotes) || in_name(x, at))
		return false;
	while (at < text.n && at - x->w->v[i].start < MAX_TITLE_BYTES && text.p[at] != '\n') {
		size_t from = at;
		unsigned c = utf8_next(text, &at);

		if (c == 0xab || c == 0x201e)
			depth++;
		if ((c != 0xbb && c != 0x201d && c != '"' && c != 0x201c) || --depth > 0)
			continue;
		x->a->title = doc_slice(x->d, x->w->v[i].start, from);
		x->a->end = at;
		*next = word_behind(x, at);
		return true;
	}
	return false;
}

/* Years, halves and quarters are what an act is for, not when it was made; so is a month behind "на". */
static bool is_period(const struct reading *x, size_t i, struct span value)
{
	if (span_find_char(value, '/', 0) != SPAN_NONE || value.n == sizeof "2020" - 1)
		return true;
	if (value.n < sizeof "2020-01" - 1 || value.n >= sizeof "2020-01-01" - 1)
		return false;
	return value.p[sizeof "2020-" - 1] > '9' || span_is(word_at(x, i), "на");
}

/* A date or a period, with "от", "на" before it. */
static bool read_time(struct reading *x, size_t i, size_t *next)
{
	size_t k = i;
	const struct item *it;
	struct span value;

	if (i && word_list_has(x->r->lists, WORDS_OTHER_TIME, word_at(x, i - 1)))
		return false;
	if (i + 1 < x->w->n && word_list_has(x->r->lists, WORDS_ACT_TIME, word_at(x, i)))
		k++;
	it = time_at(x, x->w->v[k].start);
	if (!it) /* «2» июня: the quote is of the date */
		it = time_at(x, x->w->v[k].start - (x->w->v[k].start > 1 ? 2 : 0));
	if (!it || it->end > x->d->text.n)
		return false;
	value = jval_str(it->norm, "value");
	if (!value.n || value.p[0] < '0' || value.p[0] > '9')
		return false;
	if (value.n == sizeof "2020-01-01" - 1 && (x->a->date.n || (k == i && span_ends(gap(x, i), SPAN("(")))))
		return false; /* "до конца соглашения (31 декабря 2024 г.)" */
	if (k == i && value.n == sizeof "2020" - 1 && x->a->kind_row != LEXICON_NONE && i &&
	    x->w->v[i - 1].end == x->a->head_end) /* "План 2023 г." heads a column */
		return false;
	if (is_period(x, i, value)) {
		x->a->period = value;
	} else if (!x->a->date.n) {
		x->a->date = value;
		x->a->date_at = (struct word){ x->w->v[i].start < it->start ? x->w->v[i].start : it->start, it->end };
	}
	x->a->end = it->end;
	*next = word_behind(x, it->end);
	return true;
}

/* "… соглашения на 2023–2025 годы Министерство постановляет": a nominative owns no act. */
static bool is_subject(const struct reading *x, size_t i)
{
	struct morph_parse p[MORPH_MAX];
	size_t n = x->r->morph ? morph_parses(x->r->morph, word_at(x, i), p) : 0;
	unsigned tags = 0;

	for (size_t k = 0; k < n; k++)
		tags |= p[k].tags;
	return (tags & M_NOM) && !(tags & (M_GEN | M_PREDICTED));
}

static bool read_issuer(struct reading *x, size_t i, size_t *next)
{
	const struct item *it = name_at(x, x->w->v[i].start);

	if (!it && x->w->v[i].start >= 2) /* a quoted name */
		it = name_at(x, x->w->v[i].start - 2);
	if (!it || x->a->issuer.n || (x->a->period.n && is_subject(x, i)))
		return false;
	x->a->issuer = jval_str(it->norm, "canonical");
	if (!x->a->issuer.n)
		x->a->issuer = item_text(x->d, it);
	if (act_is_short_name(item_text(x->d, it), x->a->issuer)) {
		x->a->issuer_at = (struct word){ it->start, it->end };
		x->a->issuer_full = act_name_genitive(x->r, x->d, x->a->issuer);
	}
	x->a->end = it->end;
	*next = word_behind(x, it->end);
	return true;
}

/* The country that an abbreviation printed in capitals stands for: РК, КР. */
static bool read_country_abbr(struct reading *x, size_t i)
{
	const struct lexicon *l = x->r->lexicon[LEX_COUNTRIES];
	struct span word = doc_slice(x->d, x->w->v[i].start, x->w->v[i].end);

	for (long row = 0; row < lexicon_rows(l); row++) {
		struct span abbr = lexicon_cell(l, row, "abbr");

		if (!abbr.n || !span_eq(abbr, word))
			continue;
		x->a->iso = lexicon_cell(l, row, "iso");
		x->a->country = lexicon_cell(l, row, "genitive");
		x->a->country_at = x->w->v[i];
		return true;
	}
	return false;
}

/* "Республики Казахстан", "Российской Федерации", "України", "РК" */
static bool read_country(struct reading *x, size_t i, size_t *next)
{
	struct phrase_hit hit;
	size_t k = i + word_list_has(x->r->lists, WORDS_BEFORE_COUNTRY, word_at(x, i));

	if (read_country_abbr(x, i)) {
		*next = i + 1;
	} else if (k < x->w->n && !act_is_of_country(word_at(x, k)) &&
		   phrases_at(x->r->phrases[LEX_COUNTRIES], x->r->fold, x->w, k, x->w->n, &hit)) {
		x->a->iso = lexicon_cell(x->r->lexicon[LEX_COUNTRIES], hit.row, "iso");
		*next = k + hit.words;
	} else {
		return false;
	}
	if (*next < x->w->n && word_list_has(x->r->lists, WORDS_BEHIND_COUNTRY, word_at(x, *next)))
		++*next;
	x->a->end = x->w->v[*next - 1].end;
	return true;
}

/* A verb or a short participle ends a citation: "Программа разработана …", "постановление опубликовать …". */
static bool is_verb(const struct reading *x, size_t i)
{
	struct morph_parse p[MORPH_MAX];
	static const char *const endings[] = { "ана",  "ано",  "аны",  "ена", "ено", "ены",
					       "ется", "ются", "ится", "ает", "ует", "яет" };
	struct span word = word_at(x, i);

	if (x->r->morph && morph_parses(x->r->morph, word, p) && !(p[0].tags & M_PREDICTED))
		return (p[0].tags & (M_VERB | M_INF | M_ADJ_SHORT)) != 0;
	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (span_ends(word, span_of(endings[k])))
			return true;
	return false;
}

/* Signs that a citation does not cross; a bracket with an abbreviation it does. */
static bool breaks(const struct reading *x, size_t i)
{
	static const char *const signs[] = { ";", ":", ",", ". ", "\n", NULL };
	static const char *const brackets[] = { "(", ")", NULL };
	struct span g = gap(x, i);

	/* "(далее – Профсоюз)" in the middle of a citation */
	if ((word_list_has(x->r->lists, WORDS_HEREAFTER, word_at(x, i)) && span_ends(g, SPAN("("))) ||
	    (i && word_list_has(x->r->lists, WORDS_HEREAFTER, word_at(x, i - 1))))
		return false;
	if (has_any(g, signs))
		return true;
	return has_any(g, brackets) && !(is_capital(x, i) && x->w->v[i].end - x->w->v[i].start < 14) &&
	       !span_starts(span_trim(g), SPAN(")"));
}

/* Where "о мерах …" ends: with its clause. */
static void read_about(struct reading *x, size_t i)
{
	size_t k = i + 1, next;

	while (k < x->w->n && k < i + MAX_ABOUT && !breaks(x, k) && !is_verb(x, k) &&
	       !word_list_has(x->r->lists, WORDS_ACCORDING, word_at(x, k))) {
		next = k + 1;
		if (k > i + 1 && (read_number(x, k, &next) ||
				  (word_list_has(x->r->lists, WORDS_FROM, word_at(x, k)) && read_time(x, k, &next))))
			k = next > k ? next : k + 1; /* "Закон о занятости № 9 от 3 мая 2012 года" */
		else
			k++;
	}
	x->a->about = true;
	if (x->w->v[k - 1].end > x->a->end)
		x->a->end = x->w->v[k - 1].end;
}

static bool is_about_word(const struct resolver *r, struct span word)
{
	return word_list_has(r->lists, WORDS_ACT_ABOUT, word);
}

static bool has_identity(const struct act *a)
{
	return a->title.n || a->number.n || a->date.n || a->period.n || a->issuer.n || a->iso.n;
}

/* "в 2022 году": when something was done under the act; its own period stands directly behind it or behind "на". */
static bool tells_when(const struct reading *x, size_t i)
{
	return word_list_has(x->r->lists, WORDS_DONE_WHEN, word_at(x, i)) && i + 1 < x->w->n &&
	       time_at(x, x->w->v[i + 1].start);
}

static bool is_agreement(const struct reading *x)
{
	return span_is(lexicon_cell(x->r->lexicon[LEX_ACT_KINDS], x->a->kind_row, "kind"), "agreement");
}

/* "№ 3-5 Информация «…»": a capital behind the number begins another paper's name; in quotes it is the title's. */
static bool names_next(const struct reading *x, size_t i)
{
	return x->a->number.n && is_capital(x, i) && !has_any(gap(x, i), opening_quotes);
}

/* Reads components from word i on; words between them are tolerated when another component follows. */
static void read_components(struct reading *x, size_t i, bool free_words)
{
	bool parties = i < x->w->n && word_list_has(x->r->lists, WORDS_BETWEEN, word_at(x, i));
	size_t between = 0, next = i;
	bool titled = false;

	while (i < x->w->n && between <= (parties ? MAX_PARTIES : MAX_BETWEEN)) {
		bool direct = between == 0, broken = breaks(x, i) && !(parties && span_is(span_trim(gap(x, i)), ","));

		if ((!broken && read_title(x, i, &next)) || read_number(x, i, &next) || read_time(x, i, &next) ||
		    (!broken && (direct || x->a->described) && read_issuer(x, i, &next)) ||
		    (!broken && direct && read_country(x, i, &next))) {
			i = next > i ? next : i + 1;
			between = 0;
			/* behind its title an act is nearly at its end, and behind its period an agreement */
			free_words = free_words && !x->a->title.n && !(x->a->period.n && is_agreement(x));
			continue;
		}
		if (!broken && direct && free_words && is_about_word(x->r, word_at(x, i)))
			titled = true; /* "о профсоюзах": without quotes */
		if (broken || is_verb(x, i) || tells_when(x, i) || names_next(x, i) ||
		    (has_identity(x->a) && word_list_has(x->r->lists, WORDS_NEXT_ACT, word_at(x, i))) ||
		    (!free_words && !direct))
			break;
		between++;
		i++;
	}
	x->a->about |= titled && (x->a->number.n || x->a->date.n); /* which tell nothing more then */
}

/* "Соглашения о …" at the beginning of a line are several. */
static bool is_plural(const struct reading *x, size_t i)
{
	int block = doc_block_at(x->d, x->w->v[i].start);

	return block >= 0 && x->w->v[i].start <= block_body(&x->d->blocks[block]) + 2 &&
	       word_list_has(x->r->lists, WORDS_SEVERAL_ACTS, word_at(x, i));
}

/* Does what was read make it one certain act? */
static bool certain(const struct reading *x, size_t i, struct span need)
{
	const struct act *a = x->a;
	bool capital = is_capital(x, i);

	if (span_is(need, "always"))
		return true;
	if (span_is(need, "capital"))
		return capital || a->issuer.n || a->period.n;
	if (span_is(need, "order"))
		return has_identity(a) || (a->about && a->party);
	if (span_is(need, "country"))
		return capital && a->iso.n;
	if (span_is(need, "identity"))
		return has_identity(a);
	if (span_is(need, "titled"))
		return a->title.n || (capital && has_identity(a));
	if (span_is(need, "numbered"))
		return a->number.n || (a->date.n && a->issuer.n) || (a->title.n && capital);
	if (span_is(need, "dated"))
		return capital && (a->date.n || a->number.n || (a->period.n && a->title.n));
	if (span_is(need, "issuer"))
		return a->issuer.n || (capital && a->period.n);
	if (span_is(need, "about"))
		return capital || a->number.n || a->date.n;
	if (span_is(need, "agreement"))
		return capital && !is_plural(x, i) ? a->party || has_identity(a) : a->date.n && a->number.n;
	/* "о ходе выполнения коллективного договора на 2024–2026 годы" */
	return has_identity(a) &&
	       (capital || (a->period.n && a->end - a->head_end <= MAX_PERIOD_BYTES && is_agreement(x)));
}

/* "настоящее постановление", "данной Программы": the text itself or one named before. */
static bool is_pointed_at(const struct reading *x, size_t i)
{
	return i && word_list_has(x->r->lists, WORDS_POINTED_AT, word_at(x, i - 1));
}

/* An organization inside "о сотрудничестве с …" tells a certain act from a kind of acts. */
static bool find_party(const struct reading *x)
{
	size_t k = item_index_from(&x->r->names, x->a->head_end);

	return k < x->r->names.n && item_index_get(&x->r->names, k)->start < x->a->end;
}

/* "распоряжения Председателя Профсоюза по …": an official and his body before what it is about. */
static size_t behind_official(struct reading *x, size_t i)
{
	size_t k = i;

	while (k < x->w->n && k < i + OFFICIAL_WORDS && !breaks(x, k) && !is_about_word(x->r, word_at(x, k)))
		k++;
	if (k >= x->w->n || !is_about_word(x->r, word_at(x, k)) || breaks(x, k))
		return i;
	x->a->party = true;
	x->a->end = x->w->v[k - 1].end;
	return k;
}

/* Kazakh and Kyrgyz put the head last: "План", "Программа" at the beginning of a citation are Russian. */
static bool is_foreign(const struct reading *x, long row)
{
	struct span lang = jval_str(x->d->meta, "lang"), of = lexicon_cell(x->r->lexicon[LEX_ACT_KINDS], row, "lang");

	return (span_is(lang, "kk") || span_is(lang, "ky")) && span_is(of, "ru");
}

bool act_read(const struct resolver *r, struct doc *d, const struct words *w, size_t i, struct act *a)
{
	struct reading x = { r, d, w, a };
	struct phrase_hit hit;
	struct span need;
	size_t next;

	if (!read_head(&x, i, &hit) || is_foreign(&x, hit.row))
		return false;
	*a = (struct act){ .kind_row = hit.row, .start = w->v[i].start, .end = w->v[i + hit.words - 1].end };
	a->head_end = hit.words > 1 && is_about_word(r, word_text(r->fold, w->v[i + hit.words - 1]))
			      ? w->v[i + hit.words - 2].end
			      : a->end;
	next = i + hit.words;
	need = lexicon_cell(r->lexicon[LEX_ACT_KINDS], hit.row, "need");
	a->described = span_is(need, "capital+identity") && is_capital(&x, i);
	if (is_pointed_at(&x, i))
		return false;
	if (span_is(need, "about") || span_is(need, "agreement"))
		read_about(&x, next - 1);
	read_components(&x, next, !span_is(need, "always") && !span_is(need, "about") && !span_is(need, "agreement"));
	if (span_is(need, "order") && next + 1 < w->n && is_capital(&x, next) && !has_identity(a))
		next = behind_official(&x, next);
	if (!a->about && next < w->n && is_about_word(r, word_text(r->fold, w->v[next])) && !breaks(&x, next) &&
	    !a->title.n && !span_is(need, "always") && !span_is(need, "capital"))
		read_about(&x, next);
	a->party = a->party || find_party(&x);
	return certain(&x, i, need);
}

bool act_read_further(const struct resolver *r, struct doc *d, const struct words *w, size_t i, long kind_row,
		      struct act *a)
{
	struct reading x = { r, d, w, a };

	*a = (struct act){ .kind_row = kind_row, .start = w->v[i + 1 < w->n ? i + 1 : i].start };
	a->head_end = a->end = a->start;
	read_components(&x, i, false);
	if (a->date_at.start < a->head_end && a->date_at.end > a->head_end)
		a->date_at.start = a->head_end;
	return a->date.n || a->number.n;
}

/* Is between two words of a list nothing but a comma, a closing and an opening quote: "», «", " «"? */
static bool is_next_quotation(struct span gap)
{
	size_t blank = span_find_char(gap, ' ', 0);
	struct span quote = blank == SPAN_NONE ? (struct span){ 0 } : span_sub(gap, blank + 1, gap.n);

	for (size_t i = 0; opening_quotes[i]; i++)
		if (span_eq(quote, span_of(opening_quotes[i])))
			return blank == 0 || gap.p[blank - 1] == ',';
	return false;
}

bool act_read_further_title(const struct resolver *r, struct doc *d, const struct words *w, size_t i, long kind_row,
			    struct act *a)
{
	struct reading x = { r, d, w, a };
	size_t next;

	*a = (struct act){ .kind_row = kind_row };
	if (!i || !is_about_word(r, word_at(&x, i)) || !is_next_quotation(gap(&x, i)) || !read_title(&x, i, &next))
		return false;
	a->start = a->head_end = w->v[i - 1].end + span_find_char(gap(&x, i), ' ', 0) + 1;
	read_components(&x, next, false);
	return true;
}

bool act_read_bare_number(const struct resolver *r, struct doc *d, const struct words *w, size_t i, long kind_row,
			  struct act *a)
{
	struct reading x = { r, d, w, a };
	size_t next;

	*a = (struct act){ .kind_row = kind_row };
	if (!read_number(&x, i, &next))
		return false;
	a->start = a->head_end = a->number_at.start;
	return true;
}

bool act_read_header_line(const struct resolver *r, struct doc *d, const struct words *w, struct act *a)
{
	struct reading x = { r, d, w, a };
	size_t next;

	*a = (struct act){ .kind_row = LEXICON_NONE };
	for (size_t i = 0; i < w->n; i = next) {
		next = i + 1;
		/* "(протокол № 2 от …)" approved it and is not it */
		if (word_list_has(r->lists, WORDS_MINUTES, word_at(&x, i)))
			break;
		if (!a->number.n && read_number(&x, i, &next))
			continue;
		if (!a->date.n)
			(void)!read_time(&x, i, &next);
		if (next <= i)
			next = i + 1;
	}
	return a->date.n || a->number.n;
}

bool act_has_period(const struct resolver *r, struct doc *d, const struct words *w, struct act *a)
{
	struct reading x = { r, d, w, a };
	size_t next;

	*a = (struct act){ 0 };
	for (size_t i = 0; i < w->n; i++)
		if (read_time(&x, i, &next) && a->period.n) /* "Минск, 2024 год" is where and when it was printed */
			return !i || span_find_char(doc_slice(d, w->v[i - 1].end, w->v[i].start), ',', 0) == SPAN_NONE;
	return false;
}
