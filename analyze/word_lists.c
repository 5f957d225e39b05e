/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that passes look for are data, so that a language is added without C. */
#include "word_lists.h"

#include <stdint.h>
#include <stdlib.h>

#include "i18n.h"
#include "lexicon.h"
#include "mem.h"

static const char *const names[WORD_USES] = {
	[WORDS_ABROAD] = "abroad",
	[WORDS_AMONG_OF_THOSE] = "among_of_those",
	[WORDS_ACCEPTED] = "accepted",
	[WORDS_ACCORDING] = "according",
	[WORDS_ACTING] = "acting",
	[WORDS_AGREEMENT_OF] = "agreement_of",
	[WORDS_ACT_ABOUT] = "act_about",
	[WORDS_ACT_NOUN] = "act_noun",
	[WORDS_ACT_TIME] = "act_time",
	[WORDS_ADDRESSED] = "addressed",
	[WORDS_ADDRESSED_TO] = "addressed_to",
	[WORDS_AGAINST] = "against",
	[WORDS_ALL_OF] = "all_of",
	[WORDS_AMONG] = "among",
	[WORDS_AND_BUT] = "and_but",
	[WORDS_ANNEX] = "annex",
	[WORDS_APPROVED] = "approved",
	[WORDS_ARTICLE_LINK] = "article_link",
	[WORDS_ARTICLE_OF] = "article_of",
	[WORDS_ASSEMBLY] = "assembly",
	[WORDS_AS_OF] = "as_of",
	[WORDS_AS_MANY_MORE] = "as_many_more",
	[WORDS_ATTENDEES] = "attendees",
	[WORDS_AUXILIARY] = "auxiliary",
	[WORDS_BAN] = "ban",
	[WORDS_BASIS] = "basis",
	[WORDS_BEFORE_ASKED] = "before_asked",
	[WORDS_BEFORE_COUNTED] = "before_counted",
	[WORDS_BEFORE_COUNTRY] = "before_country",
	[WORDS_BEFORE_TIME] = "before_time",
	[WORDS_BEFORE_TIME_NOUN] = "before_time_noun",
	[WORDS_BEHIND_COUNTRY] = "behind_country",
	[WORDS_BEHIND_FIGURE] = "behind_figure",
	[WORDS_BEHIND_PLACE] = "behind_place",
	[WORDS_BELONGS] = "belongs",
	[WORDS_BETWEEN] = "between",
	[WORDS_BRANCH_LEVEL] = "branch_level",
	[WORDS_CARRIES_OUT] = "carries_out",
	[WORDS_CHANGE_VERB] = "change_verb",
	[WORDS_CHARTER] = "charter",
	[WORDS_CIRCUMSTANCE] = "circumstance",
	[WORDS_CIRCUMSTANCE_AMONG] = "circumstance_among",
	[WORDS_CIRCUMSTANCE_FIRST] = "circumstance_first",
	[WORDS_CONDITION] = "condition",
	[WORDS_CONTRARY] = "contrary",
	[WORDS_COSTS] = "costs",
	[WORDS_COUNTRY] = "country",
	[WORDS_COUNTRY_BEHIND] = "country_behind",
	[WORDS_COUNT_OF] = "count_of",
	[WORDS_UNIT_COLUMN] = "unit_column",
	[WORDS_DATED] = "dated",
	[WORDS_DATES_ACTION] = "dates_action",
	[WORDS_DECISION] = "decision",
	[WORDS_DENIES] = "denies",
	[WORDS_DENIES_BEFORE] = "denies_before",
	[WORDS_DEPUTY_SHORTENED] = "deputy_shortened",
	[WORDS_DONE_WHEN] = "done_when",
	[WORDS_DRAFT] = "draft",
	[WORDS_EMPTY_ADJECTIVE] = "empty_adjective",
	[WORDS_ENGLISH_PLURAL] = "english_plural",
	[WORDS_ENGLISH_STOP] = "english_stop",
	[WORDS_EPONYM] = "eponym",
	[WORDS_EPONYM_BEHIND] = "eponym_behind",
	[WORDS_EVERY_UNIONS] = "every_unions",
	[WORDS_OFFICE_OVER] = "office_over",
	[WORDS_ROLE_OVER] = "role_over",
	[WORDS_ORGAN_ALONE] = "organ_alone",
	[WORDS_UNIONS_MEETING] = "unions_meeting",
	[WORDS_OFFICE_SECOND] = "office_second",
	[WORDS_EXPERTS] = "experts",
	[WORDS_ENUMERATOR] = "enumerator",
	[WORDS_EXCEPT] = "except",
	[WORDS_FREE_TO] = "free_to",
	[WORDS_FROM] = "from",
	[WORDS_FUNCTION] = "function",
	[WORDS_GAMES] = "games",
	[WORDS_HAS_OFFICES] = "has_offices",
	[WORDS_HAPPENED] = "happened",
	[WORDS_HEARD] = "heard",
	[WORDS_HELD_AT] = "held_at",
	[WORDS_PERIOD_NOUN] = "period_noun",
	[WORDS_HEREAFTER] = "hereafter",
	[WORDS_ILO] = "ilo",
	[WORDS_INSTRUMENT_BETWEEN] = "instrument_between",
	[WORDS_INSTRUMENT_HEAD] = "instrument_head",
	[WORDS_INSTRUMENT_STEM] = "instrument_stem",
	[WORDS_IN_FAVOUR] = "in_favour",
	[WORDS_ISSUERS_ORGAN] = "issuers_organ",
	[WORDS_KEEPS_CONTROL] = "keeps_control",
	[WORDS_KIND_NOUN] = "kind_noun",
	[WORDS_LAST_FIGURE] = "last_figure",
	[WORDS_ADMINISTERED] = "administered",
	[WORDS_LANGUAGE] = "language",
	[WORDS_LAST_PART] = "last_part",
	[WORDS_LAW] = "law",
	[WORDS_LAW_PASSED] = "law_passed",
	[WORDS_LETTERHEAD] = "letterhead",
	[WORDS_LIST_AND] = "list_and",
	[WORDS_BEHIND_BODY] = "behind_body",
	[WORDS_LEVEL] = "level",
	[WORDS_LOUD_TITLE] = "loud_title",
	[WORDS_MADE_FROM_HEAD] = "made_from_head",
	[WORDS_MANAGEMENT] = "management",
	[WORDS_MANY_STATES] = "many_states",
	[WORDS_MANY_COUNTRIES] = "many_countries",
	[WORDS_MEASURE] = "measure",
	[WORDS_MEETING] = "meeting",
	[WORDS_MEETING_KIND] = "meeting_kind",
	[WORDS_MINISTRY] = "ministry",
	[WORDS_MINUTES] = "minutes",
	[WORDS_NAMED_BODY] = "named_body",
	[WORDS_NAMING_PARTICIPLE] = "naming_participle",
	[WORDS_NEVER_IN_NAMES] = "never_in_names",
	[WORDS_NEXT_ACT] = "next_act",
	[WORDS_NEXT_FIGURE] = "next_figure",
	[WORDS_NOT_ALLOW] = "not_allow",
	[WORDS_NOT_ILO] = "not_ilo",
	[WORDS_NO_REGION] = "no_region",
	[WORDS_NO_SURNAME] = "no_surname",
	[WORDS_NO_STANCE] = "no_stance",
	[WORDS_NORMS] = "norms",
	[WORDS_NUMBERED] = "numbered",
	[WORDS_COURSE] = "course",
	[WORDS_EXECUTIVE] = "executive",
	[WORDS_OFFICE_TO] = "office_to",
	[WORDS_OFFICE_WITH] = "office_with",
	[WORDS_OF_OTHERS] = "of_others",
	[WORDS_ORDER_ABOUT] = "order_about",
	[WORDS_POORLY] = "poorly",
	[WORDS_TOPIC_BEHIND] = "topic_behind",
	[WORDS_ASKS_WHO] = "asks_who",
	[WORDS_DENIES_CLAUSE] = "denies_clause",
	[WORDS_UNIONS_CONCERN] = "unions_concern",
	[WORDS_OFFICE_CONCERN] = "office_concern",
	[WORDS_NO_CONCERN] = "no_concern",
	[WORDS_SENT_THERE] = "sent_there",
	[WORDS_OFFICE_ALONE] = "office_alone",
	[WORDS_DONE_WITH] = "done_with",
	[WORDS_TASK] = "task",
	[WORDS_OFFICE_OF] = "office_of",
	[WORDS_OFFICE_OF_SUBJECTS] = "office_of_subjects",
	[WORDS_OFFICE_ROLE] = "office_role",
	[WORDS_OFFICE_SPHERE] = "office_sphere",
	[WORDS_OFFICE_WORD] = "office_word",
	[WORDS_OF_AIMS] = "of_aims",
	[WORDS_OF_STATE] = "of_state",
	[WORDS_OF_TERRITORY] = "of_territory",
	[WORDS_OF_WORKERS] = "of_workers",
	[WORDS_OF_THEM] = "of_them",
	[WORDS_ORDERED_BODY] = "ordered_body",
	[WORDS_ORGANIZATIONS] = "organizations",
	[WORDS_ORGAN_OF_UNION] = "organ_of_union",
	[WORDS_ORGAN_WORD] = "organ_word",
	[WORDS_OTHER_TIME] = "other_time",
	[WORDS_OUTSIDE_NAME] = "outside_name",
	[WORDS_OWN_ORGAN] = "own_organ",
	[WORDS_PARTS] = "parts",
	[WORDS_PART_OF_PAPER] = "part_of_paper",
	[WORDS_PARTY_ROLE] = "party_role",
	[WORDS_PART_ROW] = "part_row",
	[WORDS_PEOPLE] = "people",
	[WORDS_PEOPLE_OF_TRADES] = "people_of_trades",
	[WORDS_PERIOD_OF] = "period_of",
	[WORDS_PERSON_ADJECTIVE] = "person_adjective",
	[WORDS_PLACE_PREPOSITION] = "place_preposition",
	[WORDS_PLACE_SHORTENED] = "place_shortened",
	[WORDS_POINTED_AT] = "pointed_at",
	[WORDS_POINTS_BACK] = "points_back",
	[WORDS_PROPER_BEHIND] = "proper_behind",
	[WORDS_REASON] = "reason",
	[WORDS_RECOMMENDATION] = "recommendation",
	[WORDS_REVISED] = "revised",
	[WORDS_TITLE_GOES_ON] = "title_goes_on",
	[WORDS_PROTOCOL] = "protocol",
	[WORDS_RANK] = "rank",
	[WORDS_RATE] = "rate",
	[WORDS_RELATIVE] = "relative",
	[WORDS_REPORTS] = "reports",
	[WORDS_RESPONSIBLE_OFFICE] = "responsible_office",
	[WORDS_RIGHT_OR_DUTY] = "right_or_duty",
	[WORDS_ROLE_BEFORE_INITIALS] = "role_before_initials",
	[WORDS_ROLE_LIKE_NAME] = "role_like_name",
	[WORDS_ROW_NAME] = "row_name",
	[WORDS_SALUTATION] = "salutation",
	[WORDS_SAYS] = "says",
	[WORDS_SAYS_NO] = "says_no",
	[WORDS_SCHEDULED] = "scheduled",
	[WORDS_SECOND_LEAD] = "second_lead",
	[WORDS_SECTION_LABEL] = "section_label",
	[WORDS_SEVERAL_ACTS] = "several_acts",
	[WORDS_SHORT_NAMED] = "short_named",
	[WORDS_SHORT_NAME_FILLER] = "short_name_filler",
	[WORDS_SHORT_OFFICE] = "short_office",
	[WORDS_SIGNED] = "signed",
	[WORDS_SO_MANY_PEOPLE] = "so_many_people",
	[WORDS_OWN_PART] = "own_part",
	[WORDS_SO_FAR] = "so_far",
	[WORDS_TOGETHER] = "together",
	[WORDS_SO_THAT] = "so_that",
	[WORDS_SO_THAT_STUB] = "so_that_stub",
	[WORDS_DONE_BY] = "done_by",
	[WORDS_PUBLISHED_IN] = "published_in",
	[WORDS_RECURRING] = "recurring",
	[WORDS_SPEECH] = "speech",
	[WORDS_SPEAKS] = "speaks",
	[WORDS_STAMP] = "stamp",
	[WORDS_STANDS_FOR_PEOPLE] = "stands_for_people",
	[WORDS_STATE_VERB] = "state_verb",
	[WORDS_SPHERE_OF_WORKS] = "sphere_of_works",
	[WORDS_EDITION] = "edition",
	[WORDS_FORECAST] = "forecast",
	[WORDS_SOME_ACTS] = "some_acts",
	[WORDS_FOR_YEARS] = "for_years",
	[WORDS_UNDER_WHOM] = "under_whom",
	[WORDS_SPOKEN_OF] = "spoken_of",
	[WORDS_SUBJECT] = "subject",
	[WORDS_TAKES_IN] = "takes_in",
	[WORDS_SUBLEAD] = "sublead",
	[WORDS_AMENDS] = "amends",
	[WORDS_TELLING] = "telling",
	[WORDS_TERMS] = "terms",
	[WORDS_TERRITORY] = "territory",
	[WORDS_THAT] = "that",
	[WORDS_THAT_STATE] = "that_state",
	[WORDS_TITLE] = "title",
	[WORDS_TITLED] = "titled",
	[WORDS_TITLE_ABOUT] = "title_about",
	[WORDS_TITLE_OF_ACT] = "title_of_act",
	[WORDS_TOTAL] = "total",
	[WORDS_TOWN] = "town",
	[WORDS_TOWN_OFFICE] = "town_office",
	[WORDS_TOWN_SHORTENED] = "town_shortened",
	[WORDS_TO_IT] = "to_it",
	[WORDS_TO_BE] = "to_be",
	[WORDS_TRADES_LIST_END] = "trades_list_end",
	[WORDS_TURKIC_STOP] = "turkic_stop",
	[WORDS_TURNS] = "turns",
	[WORDS_UNFINISHED] = "unfinished",
	[WORDS_UNINITIALLED] = "uninitialled",
	[WORDS_UNION_TAIL] = "union_tail",
	[WORDS_UNION_WORDS] = "union_words",
	[WORDS_WE_ASK] = "we_ask",
	[WORDS_WHICH] = "which",
	[WORDS_WHICH_BODY] = "which_body",
	[WORDS_WHOSE] = "whose",
	[WORDS_WHOSE_BODY] = "whose_body",
	[WORDS_WITH] = "with",
	[WORDS_WITH_AIM] = "with_aim",
};

enum shape { WHOLE, BEGINNING, ENDING };

struct entry {
	struct span printed;
	struct span text; /* without the star */
	enum shape shape;
};

struct list {
	struct entry *v;
	size_t n, cap;
	uint64_t begins; /* begin_bit of all; all bits where an entry does not tell how a word begins */
};

struct word_lists {
	struct lexicon *words;
	struct list of[WORD_USES];
};

/* Of the first letter: two bytes of ours, of which the second tells more. */
static uint64_t begin_bit(struct span word)
{
	unsigned lead = (unsigned char)word.p[0], next = word.n > 1 ? (unsigned char)word.p[1] : 0;

	return (uint64_t)1 << ((next ^ (lead & 1) << 5 ^ (lead & 2) << 2) & 63);
}

static void add(struct list *l, struct span word)
{
	struct entry x = { word, word, WHOLE };

	if (span_ends(word, SPAN("*")))
		x = (struct entry){ word, span_sub(word, 0, word.n - 1), BEGINNING };
	else if (span_starts(word, SPAN("*")))
		x = (struct entry){ word, span_sub(word, 1, word.n), ENDING };
	if (!x.text.n)
		return;
	l->begins |= x.shape == ENDING || (x.shape == BEGINNING && x.text.n < 2) ? ~(uint64_t)0 : begin_bit(x.text);
	MEM_ROOM(l->v, l->n, l->cap);
	l->v[l->n++] = x;
}

static size_t use_of(struct span name)
{
	size_t use = 0;

	while (use < WORD_USES && !span_is(name, names[use]))
		use++;
	return use;
}

struct word_lists *word_lists_open(struct err *e)
{
	struct word_lists *l = mem_alloc(sizeof *l);
	bool ok;

	l->words = lexicon_open("words", e);
	ok = l->words;
	for (long row = 0; ok && row < lexicon_rows(l->words); row++) {
		struct span name = lexicon_cell(l->words, row, "use");
		size_t use = use_of(name);

		ok = use < WORD_USES;
		if (!ok)
			err_set(e, 78, _("rules/lexicon/words.tsv: nothing asks for the use \"%.*s\""), SPAN_ARG(name));
		for (struct span rest = lexicon_cell(l->words, row, "words"); rest.n && ok;)
			add(&l->of[use], span_trim(span_cut(&rest, '|')));
	}
	for (size_t use = 0; use < WORD_USES && ok; use++) {
		ok = l->of[use].n > 0;
		if (!ok)
			err_set(e, 78, _("rules/lexicon/words.tsv: the use \"%s\" has no words"), names[use]);
	}
	if (ok)
		return l;
	word_lists_close(l);
	return NULL;
}

void word_lists_close(struct word_lists *l)
{
	if (!l)
		return;
	for (size_t use = 0; use < WORD_USES; use++)
		free(l->of[use].v);
	lexicon_close(l->words);
	free(l);
}

bool word_list_has(const struct word_lists *l, enum word_use use, struct span word)
{
	if (!word.n || !(l->of[use].begins & begin_bit(word)))
		return false;
	for (size_t i = 0; i < l->of[use].n; i++) {
		const struct entry *x = &l->of[use].v[i];

		if (x->shape == WHOLE ? span_eq(word, x->text)
				      : (x->shape == BEGINNING ? span_starts(word, x->text) : span_ends(word, x->text)))
			return true;
	}
	return false;
}

size_t word_list_phrase(const struct word_lists *l, enum word_use use, struct span fold, const struct words *w,
			size_t i, size_t end)
{
	size_t words = 0;

	for (size_t n = 0; n < l->of[use].n && !words; n++)
		words = phrase_match(l->of[use].v[n].printed, fold, w, i, end);
	return words;
}

bool word_list_within(const struct word_lists *l, enum word_use use, struct span fold, const struct words *w,
		      size_t from, size_t to)
{
	for (size_t i = from; i < to && i < w->n; i++)
		if (word_list_phrase(l, use, fold, w, i, w->n))
			return true;
	return false;
}
