/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kazakh and Kyrgyz names end with their noun: how far to the left they reach. */
#include "org_chain.h"
#include "org_phrase.h"
#include "org_turkic.h"
#include "utf8.h"

/* «Дән» салалық кәсіподағы, Қазақстан Республикасының Еңбек министрлігі: back to the quote or the first capital. */
enum { CHAIN_WORDS = 20, QUOTE_WORDS_BETWEEN = 3, SMALL_WORDS_BETWEEN = 8 };

/* комиссия, КЕҢЕС: without the ending that says that it is somebody's */
static bool is_bare_organ(const struct org_scan *s, size_t head)
{
	static const char *const organs[] = { "комиссия", "комитет", "кеңес", "кеңеш", "төралқа", "президиум" };
	struct span names = lexicon_cell(s->heads, token_info(s->ts, head)->head, "lemma"),
		    lemma = span_trim(span_cut(&names, '|'));

	for (size_t i = 0; i < sizeof organs / sizeof *organs; i++)
		if (span_is(lemma, organs[i]))
			return true;
	return false;
}

/* Парламенті Халықаралық …: a noun of bodies in the nominative ends one name, and a capital behind it begins the next
 */
static bool ends_other_name(const struct org_scan *s, size_t i, size_t head)
{
	long row = token_is_word(s->ts, i) ? token_info(s->ts, i)->head : LEXICON_NONE;
	struct span kind = lexicon_cell(s->heads, token_info(s->ts, head)->head, "kind");

	if (i + 1 < head && s->ts->t[i + 1].cap && org_turkic_many(token_fold(s->ts, i)))
		return true;
	/* қалалық әкімдігі комиссия құрды, ОДАҒЫ РЕСПУБЛИКАЛЫҚ КЕҢЕС: an organ of the body would have an ending */
	if (row != LEXICON_NONE && org_head_flags(s->heads, row) & ORG_FINAL &&
	    !(org_head_flags(s->heads, row) & ORG_ALIAS) && span_is(kind, "organ") && is_bare_organ(s, head) &&
	    !org_turkic_genitive(token_fold(s->ts, i)))
		return true;
	if (row == LEXICON_NONE || !(org_head_flags(s->heads, row) & ORG_FINAL) || !s->ts->t[i + 1].cap ||
	    org_turkic_genitive(token_fold(s->ts, i)) || org_turkic_plural(token_fold(s->ts, i)))
		return false;
	/* … министрлігі Еңбек департаменті, … кәсіподағы Орталық кеңесі: its parts may stand behind a body as it is */
	return !(span_is(kind, "organ") || span_starts(token_fold(s->ts, head), SPAN("ұйымы")) ||
		 span_starts(token_fold(s->ts, head), SPAN("уюму")) ||
		 ((span_starts(token_fold(s->ts, i), SPAN("министрл")) ||
		   span_starts(token_fold(s->ts, i), SPAN("парламент"))) &&
		  span_is(kind, "government")));
}

/* Алматы қаласы бойынша департаменті: the place that an office is for */
static bool is_territory(const struct org_scan *s, size_t i, size_t head)
{
	static const char *const of[] = { "бойынша", "боюнча", NULL };

	/* Әлеуметтік саясат бойынша комитет */
	if (token_in(s->ts, i, of) && i + 1 == head)
		return true;
	return token_in(s->ts, i, of) && i > 0 && token_says(s->ts, i - 1, WORDS_OF_TERRITORY) &&
	       span_is(lexicon_cell(s->heads, token_info(s->ts, head)->head, "kind"), "government");
}

/* … Кәсіподақтар федерациясы Атқару комитеті: in small letters behind a capital, the noun of a longer name */
static bool ends_union_name(const struct org_scan *s, size_t i)
{
	return i > 0 && !s->ts->t[i].cap && tokens_same_block(s->ts, i - 1, i) && s->ts->t[i - 1].cap &&
	       org_turkic_plural(token_fold(s->ts, i - 1));
}

/* A short name of its own (Кәсіподақ …), not a part of a longer one (Кәсіподақтар федерациясы). */
static bool is_own_name(const struct org_scan *s, size_t i)
{
	long row = token_info(s->ts, i)->head;

	return row != LEXICON_NONE && (org_head_flags(s->heads, row) & ORG_ALIAS) &&
	       !org_turkic_plural(token_fold(s->ts, i)) && !ends_union_name(s, i) &&
	       !(i > 0 && token_is(s->ts, i - 1, "жогорку")); /* Жогорку Кеңештин Салык боюнча комитети */
}

/* Павлодар … кәсіподақ ұйымы: the noun that says whose body it is, before the body's own noun */
bool org_is_of_union(const struct org_scan *s, size_t i, size_t head)
{
	long row = i + 1 == head && token_is_word(s->ts, head) ? token_info(s->ts, head)->head : LEXICON_NONE;

	/* баштапкы кесиптик бирлик комитети */
	if (row != LEXICON_NONE && i > 0 && (token_is(s->ts, i, "бирлик") || token_is(s->ts, i, "одақ")) &&
	    (token_is(s->ts, i - 1, "кесиптик") || token_is(s->ts, i - 1, "кәсіптік")))
		return tokens_same_block(s->ts, i - 1, head) && org_head_flags(s->heads, row) & ORG_FINAL;
	return row != LEXICON_NONE && token_says(s->ts, i, WORDS_WHOSE_BODY) && tokens_same_block(s->ts, i, head) &&
	       s->ts->t[head].lang == LANG_TURKIC && org_head_flags(s->heads, row) & ORG_FINAL;
}

/* Бас кеңес, Атқару комитеті: what an organ is called needs no other capital than that of the sentence */
static bool is_organ_word(const struct org_scan *s, size_t i)
{
	return token_says(s->ts, i, WORDS_ORGAN_WORD);
}

/* Билим берүү … кызматкерлеринин профсоюзу: whose union it is, so that the sentence's first word may open the name */
static bool is_of_workers(const struct org_scan *s, size_t i)
{
	return token_says(s->ts, i, WORDS_OF_WORKERS);
}

/* Астанада ҚР Кәсіподақтар …, IV Пленумда Кәсіподақтың …: where it was, before a name */
static bool opens_in_locative(const struct org_scan *s, size_t i, size_t head)
{
	if (!token_is_word(s->ts, i) || s->ts->t[i].caps || !s->ts->t[i + 1].cap)
		return false;
	return org_turkic_locative(token_fold(s->ts, i)) &&
	       ((s->ts->t[i].first && org_is_place(s, i)) || (i + 1 == head && is_own_name(s, head)));
}

/* Кесиптик бирликтин, Кәсіптік одақтың: the short name has two words */
static size_t owner_first(const struct org_scan *s, size_t i)
{
	static const char *const trade[] = { "кесиптик", "кәсіптік", NULL };

	return i > 0 && tokens_same_block(s->ts, i - 1, i) && token_in(s->ts, i - 1, trade) && s->ts->t[i - 1].cap
		       ? i - 1
		       : i;
}

/* … ПРОФСОЮЗДАР ФЕДЕРАЦИЯСЫ / ФЕДЕРАЦИЯНЫН КЕҢЕШИ: a line of a letterhead, which its owner begins */
static bool begins_loud_line(const struct org_scan *s, size_t i)
{
	long row;

	if (s->ts->t[i].first || tokens_new_line(s->ts, i))
		return true;
	/* lines that a reader has joined: the noun of a body ends the one before */
	row = token_is_word(s->ts, i - 1) ? token_info(s->ts, i - 1)->head : LEXICON_NONE;
	return row != LEXICON_NONE && org_head_flags(s->heads, row) & ORG_FINAL &&
	       !org_turkic_genitive(token_fold(s->ts, i - 1));
}

/* Одақтың құқық бөлімі, Кәсіподақтың Орталық кеңесі: a short name in the genitive, before its organ or department */
static bool is_owner_of_part(const struct org_scan *s, size_t i, size_t head)
{
	static const char *const parts[] = { "бөлім", "бөлүм", "инспекция", "филиал", "департамент", "сектор" };
	struct span kind = lexicon_cell(s->heads, token_info(s->ts, head)->head, "kind");
	bool part = span_is(kind, "organ");

	for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
		part |= span_starts(token_fold(s->ts, head), span_of(parts[k]));
	if (s->ts->t[i].loud && !begins_loud_line(s, i))
		return false;
	return part && token_is_word(s->ts, i) && (s->ts->t[i].cap || owner_first(s, i) != i) && is_own_name(s, i) &&
	       org_turkic_genitive(token_fold(s->ts, i));
}

/* «Арман» … кәсіподағы Семей қалалық ұйымы: a noun for a union, whose quote stands further off */
static bool is_union_noun(const struct org_scan *s, size_t i)
{
	static const char *const nouns[] = { "кәсіподағ", "бирлиг", "одағ", "кошуун" };

	for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
		if (token_is_word(s->ts, i) && span_starts(token_fold(s->ts, i), span_of(nouns[k])))
			return true;
	return false;
}

/* Кыргызстандын … кызматкерлеринин «Чынар» кесиптик бирлиги: does the name go on before the quote that opens at i? */
static bool goes_before_quote(const struct org_scan *s, size_t open)
{
	size_t i = open - 1;

	if (open == 0 || !tokens_same_block(s->ts, i, open) || !token_is_word(s->ts, i) ||
	    (s->barrier && s->barrier[i]))
		return false;
	if (is_union_noun(s, i) && org_turkic_genitive(token_fold(s->ts, i)))
		return true;
	if (org_turkic_theirs(token_fold(s->ts, i)) && org_turkic_genitive(token_fold(s->ts, i)))
		return true;
	return is_of_workers(s, i) || (org_turkic_genitive(token_fold(s->ts, i)) && s->ts->t[i].cap &&
				       !is_own_name(s, i) && (org_is_place(s, i) || !s->ts->t[i].first));
}

/* … бирлигинин (мындан ары – Кесиптик бирлик) Борбордук комитети: the bracket that closes at i; where it opens, or i */
static size_t definition_open(const struct org_scan *s, size_t i)
{
	enum { LONGEST = 10 };
	size_t open = i;

	while (i - open < LONGEST && open > 0 && tokens_same_block(s->ts, open - 1, i) &&
	       !token_is_mark(s->ts, open, '('))
		open--;
	for (size_t k = open + 1; token_is_mark(s->ts, open, '(') && k < i; k++)
		if (token_says(s->ts, k, WORDS_SHORT_NAMED))
			return open;
	return i;
}

/* … конфедерациясынын (ЭАПК) аймактык кеңеши: the letters of whose organ it is, in the bracket that closes at i; where
 * it opens, or i */
static size_t letters_open(const struct org_scan *s, size_t i)
{
	struct tokens *ts = s->ts;
	size_t open = i >= 2 && token_is_mark(ts, i - 2, '(') ? i - 2 : i - 3;
	long row;

	if (i < 4 || !tokens_same_block(ts, open - 1, i) || !token_is_mark(ts, open, '(') || !ts->t[i - 1].caps ||
	    !ts->t[open + 1].caps || !token_is_word(ts, open - 1))
		return i;
	row = token_info(ts, open - 1)->head;
	return row != LEXICON_NONE && org_head_flags(s->heads, row) & ORG_FINAL &&
			       org_turkic_genitive(token_fold(ts, open - 1))
		       ? open
		       : i;
}

/* Келісім Қарағанды облысының әкімдігі, БК Кыргыз …: capitals side by side that are no name together */
static bool is_next_to(const struct org_scan *s, size_t i)
{
	static const char *const papers[] = { "келісім",   "келишим",   "макулдашуу", "шарт",     "бағдарлама",
					      "программа", "жоспар",    "план",       "тараптар", "токтом",
					      "қаулы",     "конвенция", "кодекс",     NULL };

	static const char *const countries[] = { "қр", "кр", NULL };
	size_t known;

	return !token_in(s->ts, i, papers) && !org_turkic_object(token_fold(s->ts, i)) &&
	       (!s->ts->t[i].caps || s->ts->t[i].loud || org_is_place(s, i) || token_in(s->ts, i, countries) ||
		gazetteer_at(s->known, s->ts, i, &known) != LEXICON_NONE); /* ХЕҰ Сарапшылар комитеті */
}

/* Does a name whose first capital so far stands at first go on to the capital at i: is what stands between a genitive?
 */
static bool is_linked(const struct org_scan *s, size_t i, size_t first, size_t head)
{
	static const char *const joints[] = { "караштуу", "қарасты", "бойынша",      "боюнча", "атындағы", "атындагы",
					      "және",     "жана",    "облысы",       "қаласы", "ауданы",   "облусу",
					      "шаары",    "району",  "республикасы", NULL };
	static const char *const whose[] = { "ғы", "гі", "гы", "ги", "гу", "гү" };
	struct span word;

	/* Қазақстан Халықаралық еңбек ұйымының …; ХЕҰ-ның Сарапшылар комитеті */
	if (i + 1 == first && (token_is(s->ts, first, "халықаралық") || token_is(s->ts, first, "эл")))
		return false;
	if (i + 1 == first)
		return is_next_to(s, i) || org_turkic_genitive(token_fold(s->ts, i));
	if (token_is_mark(s->ts, first - 1, '\'') || token_is_mark(s->ts, first, '"') ||
	    org_turkic_list(s, head, first - 1))
		return true;
	word = token_fold(s->ts, first - 1);
	for (size_t k = 0; k < sizeof whose / sizeof *whose; k++)
		if (span_ends(word, span_of(whose[k])))
			return true;
	/* … Кәсіподақтар федерациясы Атқару комитеті */
	return org_turkic_genitive(word) || token_in(s->ts, first - 1, joints) || ends_union_name(s, first - 1);
}

/* Does the capital of the word at i belong to the name, and not to the sentence that begins with it? */
static bool is_names_capital(const struct org_scan *s, size_t i, size_t head, size_t first, bool of_workers)
{
	const struct token *t = &s->ts->t[i];
	size_t known;

	/* ХЕҰ-ның Мәскеудегі бюросы: letters in the genitive */
	if (i < head && token_letters(s->ts, i).n < t->end - t->start && utf8_count(token_letters(s->ts, i)) > 1 &&
	    org_turkic_genitive(token_fold(s->ts, i)))
		return true;
	if (!t->first || t->caps || of_workers || (s->responsible && s->responsible[i]) || org_is_place(s, i))
		return true;
	/* Еңбекті қорғау департаменті (Қ.Т. Бейсенбаев): who answers for it stands behind it */
	if (first == head && token_is_mark(s->ts, head + 1, '(') && s->barrier && head + 2 < s->ts->n &&
	    s->barrier[head + 2])
		return true;
	/* Саламаттык сактоо министрлиги: every ministry has a name; Парламент Сенатының … */
	if ((first == head && span_starts(token_fold(s->ts, head), SPAN("министрл")) && is_next_to(s, i)) ||
	    (i + 1 == first && first != head && s->ts->t[first].cap && org_turkic_genitive(token_fold(s->ts, first))))
		return true;
	if (i + 1 == head && (is_organ_word(s, i) || s->ts->t[head].cap || org_is_of_union(s, i, head)))
		return true;
	return (first == head && org_turkic_list(s, head, i + 1)) ||
	       (token_says(s->ts, i + 1, WORDS_BEHIND_PLACE) && is_next_to(s, i)) ||
	       token_says(s->ts, i, WORDS_LEVEL) || gazetteer_at(s->known, s->ts, i, &known) != LEXICON_NONE;
}

/* Чыгыш Европа жана Борбордук Азия өлкөлөрү: two places */
static bool joins_places(const struct org_scan *s, size_t and)
{
	size_t last;

	return and > 1 && gazetteer_at(s->places, s->ts, and+1, &last) != LEXICON_NONE && last > and+1 &&
	       gazetteer_at(s->places, s->ts, and-2, &last) != LEXICON_NONE && last == and-1;
}

/* Words at which every name ends that stands behind them. */
static bool is_end(const struct org_scan *s, size_t i, size_t head)
{
	static const char *const and[] = { "және", "жана", "мен", "менен", NULL };
	const struct token *t = &s->ts->t[i];

	/* … КӘСІПТІК ОДАҒЫ / РЕСПУБЛИКАЛЫҚ КЕҢЕС: another line of a letterhead */
	if (t->loud && token_is_word(s->ts, i) && token_info(s->ts, i)->head != LEXICON_NONE &&
	    !org_turkic_genitive(token_fold(s->ts, i)) &&
	    (tokens_new_line(s->ts, i + 1) || (i + 1 < head && org_turkic_genitive(token_fold(s->ts, i + 1)))))
		return true;
	/* № 98 Конвенция жана эмгек инспекциясы …: a paper, and something else */
	if (t->cap && !t->loud && token_in(s->ts, i + 1, and) &&
	    (token_is(s->ts, i, "конвенция") || token_is(s->ts, i, "ұсыным") || token_is(s->ts, i, "сунуш")))
		return true;
	/* «Береке Пласт» ЖЧКда профсоюз уюму: at the company */
	if (t->cap && token_letters(s->ts, i).n < t->end - t->start && org_turkic_locative(token_fold(s->ts, i)) &&
	    lexicon_find(s->forms, token_letters(s->ts, i)) != LEXICON_NONE)
		return true;
	/* Тиркеме / КПФнын Кеңешинин … токтомуна: the word for an annex above whose it is */
	return t->kind != TOKEN_WORD || (s->barrier && s->barrier[i]) || token_says(s->ts, i, WORDS_ANNEX) ||
	       (is_own_name(s, i) && !org_is_of_union(s, i, head)) ||
	       (org_turkic_stop(s, i) && !is_territory(s, i, head)) || ends_other_name(s, i, head) ||
	       (org_turkic_object(token_fold(s->ts, i)) && !org_turkic_doing(token_fold(s->ts, i + 1))) ||
	       (s->ts->t[i + 1].cap && !s->ts->t[i + 1].loud && token_in(s->ts, i, and) && !joins_places(s, i));
}

/* А. Байтұрсынов атындағы …: the initial of whom it is named after */
static size_t with_initial(const struct org_scan *s, size_t first)
{
	const struct tokens *ts = s->ts;

	if (first > 1 && token_is_mark(ts, first - 1, '.') && tokens_same_block(ts, first - 2, first) &&
	    token_is_word(ts, first - 2) && ts->t[first - 2].cap && ts->t[first - 2].end - ts->t[first - 2].start <= 2)
		return first - 2;
	return first;
}

bool org_turkic_chain(const struct org_scan *s, size_t head, size_t *first, size_t *last)
{
	struct tokens *ts = s->ts;
	bool of_workers = false, quoted = false;
	size_t quote_words = QUOTE_WORDS_BETWEEN, longest = CHAIN_WORDS, list_head = head;

	*first = *last = head;
	for (size_t at = head; at > 0 && tokens_same_block(ts, at - 1, head) && head - at < longest; at--) {
		const struct token *t = &ts->t[at - 1];

		/* БЕКІТЕМІН above a name: a shouted line is not of it */
		if (t->loud && !ts->t[head].loud)
			break;
		if (is_union_noun(s, at - 1) && quote_words < SMALL_WORDS_BETWEEN)
			quote_words = SMALL_WORDS_BETWEEN;
		of_workers |= is_of_workers(s, at - 1);
		if (token_is_mark(ts, at - 1, '\'') && !quoted &&
		    (head - at <= quote_words || at == *first ||
		     (*first == head && head - at <= SMALL_WORDS_BETWEEN))) {
			size_t open = org_turkic_quote_open(s, at - 1);

			if (open != at - 1)
				*first = open;
			if (open == at - 1 || !goes_before_quote(s, open))
				break;
			quoted = true;
			at = open + 1;
			continue;
		}
		if (token_is_mark(ts, at - 1, ')') && is_union_noun(s, definition_open(s, at - 1) - 1) &&
		    *first != head) {
			size_t open = definition_open(s, at - 1);

			quote_words = SMALL_WORDS_BETWEEN + at - open;
			longest += at - open;
			at = open + 1;
			continue;
		}
		if (token_is_mark(ts, at - 1, ')') && letters_open(s, at - 1) != at - 1 && *first != head) {
			at = letters_open(s, at - 1) + 1;
			*first = at - 2;
			continue;
		}
		/* Эмгек, … жана миграция министрлигине караштуу … кызматы */
		if (t->kind == TOKEN_WORD && span_starts(token_fold(ts, at - 1), SPAN("министрл")))
			list_head = at - 1;
		if (org_turkic_list(s, list_head, at - 1))
			continue;
		if (opens_in_locative(s, at - 1, head))
			break;
		if (is_owner_of_part(s, at - 1, head)) {
			*first = owner_first(s, at - 1);
			break;
		}
		if (is_end(s, at - 1, head))
			break;
		/* Оған Кәсіподақтың: before a short name the sentence's capital says nothing */
		if (t->first && at == head && is_own_name(s, head) && !is_organ_word(s, at - 1) &&
		    !(s->responsible && s->responsible[at - 1]))
			break;
		if (!t->cap ||
		    !is_names_capital(s, at - 1, list_head, list_head == head ? *first : list_head, of_workers))
			continue;
		if (*first != head && !t->loud && !is_linked(s, at - 1, *first, list_head))
			break;
		*first = at - 1;
	}
	*first = with_initial(s, *first);
	return ts->t[*first].cap || token_is_mark(ts, *first, '"');
}

/* облыстық, үшжақты, үч тараптуу: of which level it is, and how many parties it has */
static bool is_level(const struct org_scan *s, size_t i)
{
	static const char *const ends[] = { "лық", "лік", "дық", "дік", "тық", "тік", "жақты", "тараптуу",
					    "лык", "лик", "дык", "дик", "тык", "тик", "лук",   "лүк",
					    "дук", "дүк", "тук", "түк", "үч",  "үш" };

	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (span_ends(token_fold(s->ts, i), span_of(ends[k])))
			return true;
	return false;
}

bool org_turkic_defined(const struct org_scan *s, size_t head, size_t *first)
{
	enum { WORDS = 14 };
	static const char *const on[] = { "жөніндегі", "боюнча", "бойынша", NULL };
	const struct tokens *ts = s->ts;
	bool concern = false;

	*first = head;
	if (!token_is_mark(ts, head + 1, '(') || !tokens_same_block(ts, head, head + 3) ||
	    !(token_says(s->ts, head + 2, WORDS_SHORT_NAMED) || token_says(s->ts, head + 3, WORDS_SHORT_NAMED)))
		return false;
	while (*first > 0 && head - *first < WORDS && tokens_same_block(ts, *first - 1, head)) {
		size_t at = *first - 1;

		concern |= token_in(s->ts, at, on);
		/* what it deals with may be many words: мамилелерин жөнгө салуу боюнча */
		if (ts->t[at].cap || ts->t[at].kind != TOKEN_WORD || (s->barrier && s->barrier[at]) ||
		    (!concern && is_end(s, at, head)))
			break;
		if (!concern && !is_level(s, at))
			break;
		*first = at;
	}
	return *first < head;
}
