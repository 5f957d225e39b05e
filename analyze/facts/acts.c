/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The grammar of a citation: "Закона Энской области от 3 марта 2009 г. № 41-ОЗ «О занятости молодёжи»".
 * Heads and what each needs to be one certain act stand in rules/lexicon/act_kinds.tsv; dates, periods and issuers are
 * the items that earlier passes found.
 */
#include "acts.h"

#include "act_lead.h"
#include "act_parts.h"
#include "act_stop.h"
#include "morph.h"
#include "slavic.h"
#include "utf8.h"

/* Words that may stand between a head and its date, number, title or period; of a description "о …" */
enum {
	MAX_BETWEEN = 16,
	MAX_ABOUT = 26,
	OFFICIAL_WORDS = 6,
	MAX_PARTIES = 40,
	PARTY_GAP = 3,
	MAX_PERIOD_BYTES = 40,
	MAX_REVISED = 48
};

/* "Трудовому кодексу" is Russian and Ukrainian: of equal heads that of the document's language counts. */
static void of_the_tongue(const struct reading *x, size_t i, struct phrase_hit *hit)
{
	const struct lexicon *l = x->r->lexicon[LEX_ACT_KINDS];
	struct phrase_hit hits[PHRASE_HITS];
	size_t n = phrases_all(x->r->phrases[LEX_ACT_KINDS], x->r->fold, x->w, i, x->w->n, hits);

	for (size_t k = 0; k < n; k++)
		if (hits[k].words == hit->words &&
		    span_eq(lexicon_cell(l, hits[k].row, "lang"), jval_str(x->d->meta, "lang"))) {
			*hit = hits[k];
			return;
		}
}

/* The head at word i: it does not reach into a quoted title (Закон «О …»). */
static bool read_head(const struct reading *x, size_t i, struct phrase_hit *hit)
{
	const struct phrases *heads = x->r->phrases[LEX_ACT_KINDS];

	if (!phrases_at(heads, x->r->fold, x->w, i, x->w->n, hit))
		return false;
	of_the_tongue(x, i, hit);
	for (size_t k = i + 1; k < i + hit->words; k++)
		if (reading_has_any(reading_gap(x, k), reading_quotes))
			return phrases_at(heads, x->r->fold, x->w, i, k, hit);
	return true;
}

/* A verb or a short participle ends a citation: "Программа разработана …", "постановление опубликовать …". */
static bool is_verb(const struct reading *x, size_t i)
{
	struct morph_parse p[MORPH_MAX];
	static const char *const endings[] = { "ана",  "ано",  "аны",  "ена", "ено", "ены",
					       "ется", "ются", "ится", "ает", "ует", "яет" };
	struct span word = reading_word(x, i);

	if (i + 1 < x->w->n && span_is(reading_gap(x, i + 1), "-")) /* "жилищно-коммунальном" */
		return false;
	if (x->r->morph && morph_parses(x->r->morph, word, p) && !(p[0].tags & M_PREDICTED))
		return (p[0].tags & (M_VERB | M_INF | M_ADJ_SHORT)) != 0;
	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (span_ends(word, span_of(endings[k])))
			return true;
	return false;
}

/* "(Закон от 17 декабря 2010 г. № 4113) после реформы": does g before word i close a bracket opened before the act? */
static bool closes_outer(const struct reading *x, size_t i, struct span g)
{
	return span_find_char(g, ')', 0) != SPAN_NONE && x->a->end > x->a->start &&
	       span_find_char(doc_slice(x->d, x->a->start, x->w->v[i].start), '(', 0) == SPAN_NONE;
}

/* Signs that a citation does not cross; a bracket with an abbreviation it does. */
static bool breaks(const struct reading *x, size_t i)
{
	static const char *const signs[] = { ";", ":", ",", ". ", "\n", NULL };
	static const char *const brackets[] = { "(", ")", NULL };
	struct span g = reading_gap(x, i);

	/* "(далее – Профсоюз)" in the middle of a citation */
	if ((word_list_has(x->r->lists, WORDS_HEREAFTER, reading_word(x, i)) && span_ends(g, SPAN("("))) ||
	    (i && word_list_has(x->r->lists, WORDS_HEREAFTER, reading_word(x, i - 1))))
		return false;
	if (span_starts(g, SPAN(". «")) && i && x->w->v[i - 1].end - x->w->v[i - 1].start <= sizeof "гг" - 1)
		return false; /* "на 2023–2027 гг. «Дорога»" */
	if (reading_has_any(g, signs) || closes_outer(x, i, g))
		return true;
	return reading_has_any(g, brackets) && !(reading_is_capital(x, i) && x->w->v[i].end - x->w->v[i].start < 14) &&
	       !span_starts(span_trim(g), SPAN(")"));
}

static bool is_agreement(const struct reading *x)
{
	return span_is(lexicon_cell(x->r->lexicon[LEX_ACT_KINDS], x->a->kind_row, "kind"), "agreement");
}

static bool is_of_lang(const struct reading *x, const char *lang)
{
	return span_is(jval_str(x->d->meta, "lang"), lang);
}

/* "… по реализации Соглашения и Дорожную карту": does another act stand behind "и" at word k? */
static bool joins_act(const struct reading *x, size_t k)
{
	struct phrase_hit hit;

	return word_list_has(x->r->lists, WORDS_LIST_AND, reading_word(x, k)) && k + 1 < x->w->n &&
	       reading_is_capital(x, k + 1) &&
	       phrases_at(x->r->phrases[LEX_ACT_KINDS], x->r->fold, x->w, k + 1, x->w->n, &hit);
}

/* "о контроле по-прежнему", "об инспекции на них", "о занятости и Закон о": word k is none of what an act is about. */
static bool ends_about(const struct reading *x, size_t k)
{
	static const char *const pronouns[] = {
		"них", "него", "неё", "нее", "ней", "нем", "ним", "ними", "нас", "нами"
	};
	struct span word = reading_word(x, k);

	for (size_t n = 0; n < sizeof pronouns / sizeof *pronouns; n++)
		if (span_is(word, pronouns[n]))
			return true;
	if ((is_of_lang(x, "uk") || is_of_lang(x, "be")) && slavic_is_verb(word))
		return true;
	return (span_is(word, "по") && k + 1 < x->w->n && span_is(reading_gap(x, k + 1), "-")) || joins_act(x, k);
}

/* Where "о мерах …" ends: with its clause. */
static void read_about(struct reading *x, size_t i)
{
	size_t k = i + 1, next;

	while (k < x->w->n && k < i + MAX_ABOUT && !breaks(x, k) && !is_verb(x, k) && !ends_about(x, k) &&
	       !(is_agreement(x) && word_list_has(x->r->lists, WORDS_BETWEEN, reading_word(x, k))) &&
	       !act_tells_accord(x, k) && !word_list_has(x->r->lists, WORDS_ACCORDING, reading_word(x, k))) {
		next = k + 1;
		if (k > i + 1 &&
		    (reading_number(x, k, &next) ||
		     ((word_list_has(x->r->lists, WORDS_FROM, reading_word(x, k)) ||
		       (is_agreement(x) && word_list_has(x->r->lists, WORDS_FOR_YEARS, reading_word(x, k)))) &&
		      reading_time(x, k, &next))))
			k = next > k ? next : k + 1; /* "Закон о занятости № 9 от 3 мая 2012 года" */
		else
			k++;
	}
	x->a->about = true;
	while (k > i + 2 && word_list_has(x->r->lists, WORDS_FUNCTION, reading_word(x, k - 1)))
		k--;
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

/* "№ 3-5 Информация «…»": a capital behind the number begins another paper's name; in quotes it is the title's. */
static bool names_next(const struct reading *x, size_t i)
{
	return x->a->number.n && reading_is_capital(x, i) && !reading_has_any(reading_gap(x, i), reading_quotes);
}

/* Signs that the list of an agreement's parties does not cross; commas and "(далее – Союз)" it does. */
static bool breaks_parties(const struct reading *x, size_t i)
{
	static const char *const signs[] = { ";", ":", ". ", "\n", NULL };
	struct span g = reading_gap(x, i);

	if (span_find_char(g, ',', 0) != SPAN_NONE && !x->a->party && span_is(jval_str(x->d->meta, "lang"), "en"))
		return true; /* "between our unions, the Declaration" */
	return reading_has_any(g, signs) || (span_find_char(g, '(', 0) != SPAN_NONE && breaks(x, i));
}

/* A party of an agreement that begins at word i. */
static bool read_party(struct reading *x, size_t i, size_t *next)
{
	const struct item *it = reading_name_at(x, x->w->v[i].start);

	if (!it || it->end <= x->a->end)
		return false;
	x->a->party = true;
	x->a->end = it->end;
	*next = words_from(x->w, it->end);
	return true;
}

/* "между …" and, where a body follows, "с …" open the parties of an agreement. */
static bool opens_parties(const struct reading *x, size_t i)
{
	if (!is_agreement(x) || i + 1 >= x->w->n)
		return false;
	return word_list_has(x->r->lists, WORDS_BETWEEN, reading_word(x, i)) ||
	       (!x->a->period.n && word_list_has(x->r->lists, WORDS_WITH, reading_word(x, i)) &&
		reading_name_at(x, x->w->v[i + 1].start));
}

/* "по решению Программы молодёжный лагерь «Волна»": what the programme does has a name of its own. */
static bool is_programme(const struct reading *x)
{
	return span_is(lexicon_cell(x->r->lexicon[LEX_ACT_KINDS], x->a->kind_row, "kind"), "programme");
}

/*
 * "соглашением по организациям, находящимся в ведении министерства, на 2031–2033 годы": a participle behind a comma
 * opens a clause that a period behind the next comma closes.
 */
static bool crosses_clause(const struct reading *x, size_t i, bool *clause)
{
	struct span g = span_trim(reading_gap(x, i));

	if (!is_agreement(x) || x->a->period.n || !span_is(g, ","))
		return false;
	if (!*clause)
		return *clause = word_list_has(x->r->lists, WORDS_UNDER_WHOM, reading_word(x, i));
	return word_list_has(x->r->lists, WORDS_FOR_YEARS, reading_word(x, i)) && i + 1 < x->w->n &&
	       reading_time_at(x, x->w->v[i + 1].start);
}

/* "постановление V пленума Совета": does the noun of a meeting stand before word i, whose meeting it was? */
static bool behind_meeting(const struct reading *x, size_t i)
{
	struct phrase_hit hit;

	return i && (phrases_at(x->r->phrases[LEX_MEETINGS], x->r->fold, x->w, i - 1, i, &hit) ||
		     (i > 1 && /* з’їзд */
		      phrases_at(x->r->phrases[LEX_MEETINGS], x->r->fold, x->w, i - 2, i, &hit)));
}

/* "рассмотрение Плана на Президиуме", "Стратегия – заместитель": what stands behind is no issuer. */
static bool is_place(const struct reading *x, size_t i)
{
	static const char *const dashes[] = { " – ", " — ", NULL };

	return i && (span_is(reading_word(x, i - 1), "на") || reading_has_any(reading_gap(x, i), dashes) ||
		     word_list_has(x->r->lists, WORDS_INSTRUMENT_STEM, reading_word(x, i - 1)));
}

/* Reads components from word i on; words between them are tolerated when another component follows. */
static void read_components(struct reading *x, size_t i, bool free_words)
{
	bool parties = false, titled = false, clause = false;
	size_t between = 0, next = i;

	while (i < x->w->n && between <= (parties ? MAX_PARTIES : MAX_BETWEEN)) {
		bool direct = between == 0, broken = parties ? breaks_parties(x, i) : breaks(x, i);

		broken = broken && !crosses_clause(x, i, &clause);

		if (!broken && direct && opens_parties(x, i)) {
			parties = free_words = true;
			i++;
			continue;
		}
		if ((!broken && !parties && reading_title(x, i, &next)) || (!parties && reading_number(x, i, &next)) ||
		    reading_time(x, i, &next) ||
		    (!broken && parties && between <= PARTY_GAP && read_party(x, i, &next)) ||
		    (!broken && !parties && (direct || x->a->described || behind_meeting(x, i)) && !is_place(x, i) &&
		     reading_issuer(x, i, &next)) ||
		    (!broken && (direct || x->a->described) && reading_country(x, i, &next))) {
			i = next > i ? next : i + 1;
			between = 0;
			/* behind its title an act is nearly at its end, and behind its period an agreement */
			free_words = free_words && !x->a->title.n && !(x->a->period.n && is_agreement(x));
			continue;
		}
		if (!broken && direct && free_words && is_about_word(x->r, reading_word(x, i)))
			titled = true; /* "о профсоюзах": without quotes */
		if (broken || is_verb(x, i) || (!parties && joins_act(x, i)) || act_tells_when(x, i) ||
		    act_tells_where(x, i) || act_tells_accord(x, i) || (i && act_begins_aside(x, i)) ||
		    names_next(x, i) || (!parties && is_programme(x) && reading_is_subject(x, i)) ||
		    (!parties && has_identity(x->a) &&
		     word_list_has(x->r->lists, WORDS_NEXT_ACT, reading_word(x, i))) ||
		    (!free_words && !direct))
			break;
		between++;
		i++;
	}
	/* which tell nothing more then */
	x->a->about |= titled && between == 0 && (x->a->number.n || x->a->date.n);
}

/* "Закон № 12 об отпусках", "постановление Кабинета Министров о складах": what it is about behind the rest. */
static void read_about_behind(struct reading *x)
{
	struct span kind = lexicon_cell(x->r->lexicon[LEX_ACT_KINDS], x->a->kind_row, "kind");
	size_t i = words_from(x->w, x->a->end);

	if (x->a->about || x->a->title.n || !has_identity(x->a) || i + 1 >= x->w->n || i == 0 || breaks(x, i) ||
	    !(span_is(kind, "law") || span_is(kind, "order") || span_is(kind, "resolution")) ||
	    !word_list_has(x->r->lists, WORDS_TITLE_ABOUT, reading_word(x, i)) ||
	    !span_is(span_trim(reading_gap(x, i)), ""))
		return;
	read_about(x, i);
}

/* "Соглашения о …" at the beginning of a line are several. */
static bool is_plural(const struct reading *x, size_t i)
{
	int block = doc_block_at(x->d, x->w->v[i].start);

	return block >= 0 && x->w->v[i].start <= block_body(&x->d->blocks[block]) + 2 &&
	       word_list_has(x->r->lists, WORDS_SEVERAL_ACTS, reading_word(x, i));
}

/* Does what was read make it one certain act? */
static bool certain(const struct reading *x, size_t i, struct span need)
{
	const struct act *a = x->a;
	bool capital = reading_is_capital(x, i);
	size_t first = a->start;

	if (a->lead.n && (utf8_is_upper(utf8_next(x->d->text, &first)) || has_identity(a)))
		return true;
	if (span_is(need, "always"))
		return true;
	if (span_is(need, "capital"))
		return capital || a->issuer.n || a->period.n || (a->party && is_agreement(x));
	if (span_is(need, "order"))
		return has_identity(a) || (a->about && a->party);
	if (span_is(need, "ruling"))
		return capital && (a->title.n || a->about);
	if (span_is(need, "ruled"))
		return a->number.n || (a->date.n && a->issuer.n) || (capital && (a->title.n || a->about));
	if (span_is(need, "own"))
		return false;
	if (span_is(need, "country"))
		return capital && a->iso.n;
	if (span_is(need, "letters"))
		return utf8_is_upper(utf8_next(x->d->text, &first)) && utf8_is_upper(utf8_next(x->d->text, &first)) &&
		       span_eq(lexicon_cell(x->r->lexicon[LEX_ACT_KINDS], a->kind_row, "lang"),
			       jval_str(x->d->meta, "lang"));
	if (span_is(need, "identity"))
		return has_identity(a);
	if (span_is(need, "titled"))
		return a->title.n || (capital && has_identity(a));
	if (span_is(need, "period"))
		return a->period.n && a->end - a->head_end <= MAX_PERIOD_BYTES;
	if (span_is(need, "numbered"))
		return a->number.n || (a->date.n && a->issuer.n) || (a->title.n && capital);
	if (span_is(need, "dated"))
		return capital && (a->date.n || a->number.n || (a->issuer.n && !a->title.n) ||
				   (a->period.n && a->end > a->head_end + MAX_PERIOD_BYTES));
	if (span_is(need, "issuer"))
		return a->issuer.n || (capital && a->period.n);
	if (span_is(need, "about"))
		return capital || a->number.n || a->date.n;
	if (span_is(need, "agreement"))
		return capital && !is_plural(x, i) ? a->party || has_identity(a)
						   : (a->date.n && a->number.n) || (a->party && a->period.n);
	/* "о ходе выполнения коллективного договора на 2024–2026 годы" */
	return has_identity(a) &&
	       (capital || (a->period.n && a->end - a->head_end <= MAX_PERIOD_BYTES && is_agreement(x)));
}

/* "настоящее постановление", "данной Программы": the text itself or one named before. */
static bool is_pointed_at(const struct reading *x, size_t i)
{
	return i && word_list_has(x->r->lists, WORDS_POINTED_AT, reading_word(x, i - 1));
}

/* "некоторые постановления Правительства": which ones nobody says. */
static bool is_vague(const struct reading *x, size_t i)
{
	return i && !x->a->number.n && !x->a->date.n && !x->a->title.n &&
	       word_list_has(x->r->lists, WORDS_SOME_ACTS, reading_word(x, i - 1));
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

	while (k < x->w->n && k < i + OFFICIAL_WORDS && !breaks(x, k) && !is_about_word(x->r, reading_word(x, k)))
		k++;
	if (k >= x->w->n || !is_about_word(x->r, reading_word(x, k)) || breaks(x, k))
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

/* "Кодекс (№ 296-З от 26.07.1999)": the bracket that the citation opened is of it. */
static void close_bracket(struct reading *x)
{
	struct span s = doc_slice(x->d, x->a->start, x->a->end);

	if (span_find_char(s, '(', 0) != SPAN_NONE && span_find_char(s, ')', 0) == SPAN_NONE &&
	    x->a->end < x->d->text.n && x->d->text.p[x->a->end] == ')')
		x->a->end++;
}

/* "Европейская социальная хартия (пересмотренная) 1996 года": bracket and year behind a treaty are of its name. */
static void read_behind_treaty(struct reading *x)
{
	static const char *const stems[] = { " (пересмотр", " (переглян", " (перагледж", " (revised" };
	struct span behind = doc_slice(x->d, x->a->end, x->d->text.n);
	size_t close = span_find_char(span_sub(behind, 0, MAX_REVISED), ')', 0);

	size_t next;

	if (!span_is(lexicon_cell(x->r->lexicon[LEX_ACT_KINDS], x->a->kind_row, "kind"), "treaty"))
		return;
	for (size_t i = 0; i < sizeof stems / sizeof *stems && close != SPAN_NONE; i++)
		if (span_starts(behind, span_of(stems[i]))) {
			x->a->revised = true;
			x->a->end += close + 1;
			break;
		}
	next = words_from(x->w, x->a->end);
	if (next < x->w->n && span_is(reading_gap(x, next), " "))
		(void)!reading_treaty_year(x, next);
}

bool act_read(const struct resolver *r, struct doc *d, const struct words *w, size_t i, struct act *a)
{
	struct reading x = { r, d, w, a };
	struct phrase_hit hit;
	struct span need;
	size_t next, lead;

	if (!read_head(&x, i, &hit) || is_foreign(&x, hit.row))
		return false;
	*a = (struct act){ .kind_row = hit.row, .start = w->v[i].start, .end = w->v[i + hit.words - 1].end };
	if (hit.words > 1 && word_list_has(r->lists, WORDS_BETWEEN, word_text(r->fold, w->v[i + hit.words - 1])))
		a->end = w->v[i + --hit.words - 1].end; /* the parties follow */
	a->head_end = hit.words > 1 && is_about_word(r, word_text(r->fold, w->v[i + hit.words - 1]))
			      ? w->v[i + hit.words - 2].end
			      : a->end;
	next = i + hit.words;
	need = lexicon_cell(r->lexicon[LEX_ACT_KINDS], hit.row, "need");
	a->described = (span_is(need, "capital+identity") || span_is(need, "dated") || span_is(need, "titled")) &&
		       reading_is_capital(&x, i);
	if (span_is(need, "about") ||
	    (span_is(need, "agreement") && is_about_word(r, word_text(r->fold, w->v[next - 1]))))
		read_about(&x, next - 1);
	if (a->about && is_agreement(&x) && words_from(w, a->end) < w->n && /* "Соглашение о … между …" */
	    word_list_has(r->lists, WORDS_BETWEEN, word_text(r->fold, w->v[words_from(w, a->end)])))
		next = words_from(w, a->end);
	if (reading_directive(&x, next, &next)) {
		if (next < w->n && is_about_word(r, word_text(r->fold, w->v[next])) && !breaks(&x, next))
			read_about(&x, next);
	}
	read_components(&x, next, !span_is(need, "always") && !span_is(need, "about") && !span_is(need, "agreement"));
	if (span_is(need, "order") && next + 1 < w->n && reading_is_capital(&x, next) && !has_identity(a))
		next = behind_official(&x, next);
	if (!a->about && next < w->n && is_about_word(r, word_text(r->fold, w->v[next])) && !breaks(&x, next) &&
	    !a->title.n && !span_is(need, "always") &&
	    (!span_is(need, "capital") || (is_agreement(&x) && !a->period.n && !a->party)))
		read_about(&x, next);
	if ((span_is(need, "ruled") || span_is(need, "ruling")) && !has_identity(a) && !a->about &&
	    reading_begins_subject(&x, i, next))
		read_about(&x, next - 1);
	read_about_behind(&x);
	close_bracket(&x);
	read_behind_treaty(&x);
	a->party = a->party || find_party(&x);
	lead = is_agreement(&x) ? act_lead_words(r, d, w, i) : 0;
	if (lead) {
		a->lead = act_lead_name(r, d, w, i, lead);
		a->start = w->v[i - lead].start;
	}
	/* "настоящее Отраслевое соглашение … на 2023–2025 годы" is named in full */
	return certain(&x, i, need) && !is_vague(&x, i - lead) &&
	       (!is_pointed_at(&x, i - lead) || (reading_is_capital(&x, i) && a->period.n));
}

bool act_read_further(const struct resolver *r, struct doc *d, const struct words *w, size_t i, long kind_row,
		      struct act *a)
{
	struct reading x = { r, d, w, a };

	*a = (struct act){ .kind_row = kind_row, .start = w->v[i].start };
	a->head_end = a->end = a->start;
	read_components(&x, i, false);
	return a->date.n || a->number.n;
}

bool act_read_further_dated(const struct resolver *r, struct doc *d, const struct words *w, size_t i, long kind_row,
			    struct act *a)
{
	struct reading x = { r, d, w, a };
	size_t next = i, last;

	*a = (struct act){ .kind_row = kind_row, .start = w->v[i].start };
	a->head_end = a->end = a->start;
	if (!reading_number(&x, i, &next) && !reading_time(&x, i, &next))
		return false;
	if (next >= w->n || !(a->number.n ? reading_time(&x, next, &last) : reading_number(&x, next, &last)))
		return false;
	if (a->number_at.start < a->start)
		a->start = a->head_end = a->number_at.start; /* the sign */
	return a->date.n && a->number.n;
}

/* Is between two words of a list nothing but a comma, a closing and an opening quote: "», «", " «"? */
static bool is_next_quotation(struct span gap)
{
	size_t blank = span_find_char(gap, ' ', 0);
	struct span quote = blank == SPAN_NONE ? (struct span){ 0 } : span_sub(gap, blank + 1, gap.n);

	for (size_t i = 0; reading_quotes[i]; i++)
		if (span_eq(quote, span_of(reading_quotes[i])))
			return blank == 0 || gap.p[blank - 1] == ',';
	return false;
}

bool act_read_further_title(const struct resolver *r, struct doc *d, const struct words *w, size_t i, long kind_row,
			    struct act *a)
{
	struct reading x = { r, d, w, a };
	size_t next;

	*a = (struct act){ .kind_row = kind_row };
	if (!i || !is_about_word(r, reading_word(&x, i)) || !is_next_quotation(reading_gap(&x, i)) ||
	    !reading_title(&x, i, &next))
		return false;
	a->start = a->head_end = w->v[i - 1].end + span_find_char(reading_gap(&x, i), ' ', 0) + 1;
	read_components(&x, next, false);
	return true;
}

bool act_read_bare_number(const struct resolver *r, struct doc *d, const struct words *w, size_t i, long kind_row,
			  struct act *a)
{
	struct reading x = { r, d, w, a };
	size_t next;

	*a = (struct act){ .kind_row = kind_row };
	if (!reading_number(&x, i, &next))
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
		if (word_list_has(r->lists, WORDS_MINUTES, reading_word(&x, i)))
			break;
		if (!a->number.n && reading_number(&x, i, &next))
			continue;
		if (!a->date.n)
			(void)!reading_time(&x, i, &next);
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
		if (reading_time(&x, i, &next) && a->period.n) /* "Минск, 2024 год" is where and when it was printed */
			return !i || span_find_char(doc_slice(d, w->v[i - 1].end, w->v[i].start), ',', 0) == SPAN_NONE;
	return false;
}
