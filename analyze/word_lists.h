/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WORD_LISTS_H
#define SVOD_WORD_LISTS_H

#include <stdbool.h>

#include "err.h"
#include "phrases.h"
#include "span.h"

/*
 * Short lists of words that passes ask for by what the words say of others beside them: rules/lexicon/words.tsv, a use
 * a row, where the use is described. "word" is a whole word, "stem*" begins one, "*ending" ends one; all are folded.
 * Uses that are asked for by phrase hold phrases of several words, as phrases.h reads them.
 */
enum word_use {
	WORDS_ABROAD,         /* beside the country of guests or of an example */
	WORDS_AMONG_OF_THOSE, /* open a sentence that names some of those told of before */
	WORDS_ACCEPTED,       /* says of a country, before an instrument, that it has ratified that */
	WORDS_ACCORDING,      /* ends what an act is about: as annexed */
	WORDS_ACTING,         /* the role behind it is held for somebody */
	WORDS_AGREEMENT_OF, /* before the head of an agreement: of what it is (областное, трехстороннее) */
	WORDS_ACT_ABOUT,          /* before what an act is about */
	WORDS_ACT_NOUN,           /* heads of acts and instruments by which no body is named */
	WORDS_ACT_TIME,           /* before the day or the period of an act */
	WORDS_ADDRESSED,          /* stands before whom a letter speaks to, who is no place */
	WORDS_ADDRESSED_TO,       /* before whom a paper is addressed to */
	WORDS_AGAINST,            /* before what is fought against */
	WORDS_ALL_OF,             /* before a numeral: all of those that were named, not some more */
	WORDS_AMONG,              /* announces some or all of what was counted */
	WORDS_AND_BUT,            /* turns to something else behind a comma */
	WORDS_ANNEX,              /* heads an annex */
	WORDS_APPROVED,           /* by whom and when a paper was adopted */
	WORDS_ARTICLE_LINK,       /* between the articles that are cited and their act */
	WORDS_ARTICLE_OF,         /* words of a place in an instrument, before its name */
	WORDS_ASSEMBLY,           /* meetings that need no name of their own */
	WORDS_AS_OF,              /* before the day for which a state of things is given */
	WORDS_AS_MANY_MORE,       /* says that there are more and not which */
	WORDS_ATTENDEES,          /* who is asked to come, and is no part of an event's name */
	WORDS_AUXILIARY,          /* between a denial and its verb */
	WORDS_BAN,                /* opens an item that bans what follows */
	WORDS_BASIS,              /* phrases before what something is based on */
	WORDS_BEFORE_ASKED,       /* small words between a demand and whom it asks */
	WORDS_BEFORE_COUNTED,     /* what may stand before a noun that opens its clause */
	WORDS_BEFORE_COUNTRY,     /* heads the name of a country */
	WORDS_BEFORE_TIME,        /* prepositions before a time by which something is to be done */
	WORDS_BEFORE_TIME_NOUN,   /* nouns between such a preposition and the time */
	WORDS_BEHIND_COUNTRY,     /* closes the name of a country */
	WORDS_BEHIND_FIGURE,      /* may stand behind a figure that stands for its noun */
	WORDS_BEHIND_PLACE,       /* how far a body reaches, behind the place */
	WORDS_BELONGS,            /* a noun whose genitive is a body */
	WORDS_BETWEEN,            /* before the parties of an agreement */
	WORDS_BRANCH_LEVEL,       /* how far a branch reaches whose union goes without saying */
	WORDS_CARRIES_OUT,        /* before the paper that is carried out */
	WORDS_CHANGE_VERB,        /* verbs that say to how much something is brought */
	WORDS_CHARTER,            /* titles a body's statutes */
	WORDS_CIRCUMSTANCE,       /* adjectives that tell where or how, not what is counted */
	WORDS_CIRCUMSTANCE_AMONG, /* the same, only beside another adjective */
	WORDS_CIRCUMSTANCE_FIRST, /* opens an item of an agreement that says when before what */
	WORDS_CONDITION,          /* opens a condition under which a body will act */
	WORDS_CONTRARY,           /* says that something is against an instrument */
	WORDS_COSTS,              /* costs that are costs of something */
	WORDS_COUNTRY,            /* adjectives made from the name of a country */
	WORDS_COUNTRY_BEHIND,     /* stands with a capital behind the letters of an office that is of it */
	WORDS_COUNT_OF,           /* says that what stands behind it is counted */
	WORDS_UNIT_COLUMN,        /* opens the heading of the column of units */
	WORDS_DATED,              /* before the day that a thing is called by */
	WORDS_DATES_ACTION,       /* before a year that dates an action */
	WORDS_DECISION,           /* what an organ adopts */
	WORDS_DENIES,             /* denies the verb behind it */
	WORDS_DENIES_BEFORE,      /* denies the verb before it */
	WORDS_DEPUTY_SHORTENED,   /* shortened with a full stop before a role */
	WORDS_DONE_WHEN,          /* before the time when something was done under an act */
	WORDS_DRAFT,              /* a paper that is not in force yet */
	WORDS_EMPTY_ADJECTIVE,    /* adjectives that say nothing of what is counted */
	WORDS_ENGLISH_PLURAL,     /* English plurals without s */
	WORDS_ENGLISH_STOP,       /* English words that no counted thing contains */
	WORDS_EPONYM,             /* before a name: a thing is called by it */
	WORDS_EPONYM_BEHIND,      /* behind a name: a thing is called by it */
	WORDS_EVERY_UNIONS,       /* people whom every union has, so that they name none */
	WORDS_OFFICE_OVER, /* what an office is for, with what it watches behind за (по надзору за соблюдением …) */
	WORDS_ROLE_OVER,   /* ends the words of a role before the name (председателем избран …) */
	WORDS_ORGAN_ALONE, /* organs of one word that are the issuer's (Төралқа) */
	WORDS_UNIONS_MEETING, /* parliaments that are meetings where a union has them (Курултай Федерации профсоюзов) */
	WORDS_OFFICE_SECOND, /* clipped words that go on the clipped name of a ministry behind "and" (Минтруда и
				соцзащиты) */
	WORDS_EXPERTS, /* people of whom a committee or group consists, before what it is for (комитет экспертов по …)
			*/
	WORDS_ENUMERATOR,         /* counts what a speaker says: phrases */
	WORDS_EXCEPT,             /* before what is left out of what was said */
	WORDS_FREE_TO,            /* gives a right or a possibility, no task */
	WORDS_FROM,               /* before whom, when or what something is from */
	WORDS_FUNCTION,           /* words between nouns that name nothing */
	WORDS_GAMES,              /* games, which a capital and whose they are make an event */
	WORDS_HAS_OFFICES,        /* heads of names that go on with the town */
	WORDS_HAPPENED,           /* tells that a ratification has been made */
	WORDS_HEARD,              /* stands before a speaker in minutes */
	WORDS_HELD_AT,            /* where an act was heard or printed, behind на */
	WORDS_PERIOD_NOUN,        /* between на and the period of an act */
	WORDS_HEREAFTER,          /* opens the bracket with a short name */
	WORDS_ILO,                /* the ILO, or a word of its name */
	WORDS_INSTRUMENT_BETWEEN, /* may stand between that head and the title, or behind the title */
	WORDS_INSTRUMENT_HEAD,    /* heads the name of a convention or a recommendation */
	WORDS_INSTRUMENT_STEM,    /* begins the head of the name of an instrument in any form */
	WORDS_IN_FAVOUR,          /* before what is fought for */
	WORDS_ISSUERS_ORGAN,      /* opens the name of an organ of the issuer's */
	WORDS_KEEPS_CONTROL,      /* verbs with which a head keeps or gives the control of an order */
	WORDS_ADMINISTERED,       /* whose an English administration is: Regional, City */
	WORDS_KIND_NOUN,          /* nouns that tell of what kind the next one is */
	WORDS_LAST_FIGURE,        /* joins the last of several figures of one noun */
	WORDS_LANGUAGE,           /* behind an adjective that names a tongue */
	WORDS_LAST_PART,          /* joins the last of several parts */
	WORDS_LAW,                /* an act of a parliament */
	WORDS_LAW_PASSED,         /* tells before a law that it was passed */
	WORDS_LETTERHEAD,         /* tells that a line of capitals is a body */
	WORDS_LIST_AND,           /* stands before a further member of a list */
	WORDS_BEHIND_BODY,        /* roles and shouted verbs behind the name of an English body */
	WORDS_LEVEL,              /* adjectives that say how far a body reaches */
	WORDS_LOUD_TITLE,         /* kinds of papers that in capitals stand right behind who wrote them */
	WORDS_MADE_FROM_HEAD,     /* adjectives that look like a head of names from which they are made */
	WORDS_MANAGEMENT,         /* speaks for a company in small letters */
	WORDS_MANY_STATES,        /* states that did something, none of which is meant */
	WORDS_MANY_COUNTRIES,     /* heads of bodies that are of no one country */
	WORDS_MEASURE,            /* units that measure and do not count */
	WORDS_MEETING,            /* heads of names that may be meetings rather than bodies */
	WORDS_MEETING_KIND,       /* what may stand before the head of a mere meeting */
	WORDS_MINISTRY,           /* ministries: what stands behind in the genitive is their name */
	WORDS_MINUTES,            /* heads minutes */
	WORDS_NAMED_BODY,         /* bodies and things called by a person whose name stands in the genitive */
	WORDS_NAMING_PARTICIPLE,  /* participles in small letters that belong to a name */
	WORDS_NEVER_IN_NAMES,     /* a name is over before it */
	WORDS_NEXT_ACT,           /* joins the next act of several */
	WORDS_NEXT_FIGURE,        /* joins the next figure of one noun */
	WORDS_NOT_ALLOW,          /* opens an item that denies what must not happen: a goal with its verb */
	WORDS_NOT_ILO,    /* before "convention": of another organization (Европейская конвенция) */
	WORDS_NO_REGION,  /* adjectives in -ск- that are made from no name of a place */
	WORDS_NO_SURNAME, /* opens a salutation and is no surname */
	WORDS_NO_STANCE,  /* behind "за": when, how or by whose means, not what is fought for */
	WORDS_NORMS,      /* what an instrument holds */
	WORDS_NUMBERED,   /* things that are numbered rather than counted */
	WORDS_COURSE,     /* where a union teaches: with a quote behind it an event (школа «…») */
	WORDS_EXECUTIVE,  /* organs in one word, which nobody else has (Исполком) */
	WORDS_OFFICE_TO, /* concern of an office, with to what behind it (по содействию занятости) */
	WORDS_OFFICE_WITH,          /* concern of an office, with whom behind it (по связям с …) */
	WORDS_OF_OTHERS,            /* before a country whose people or deeds are only told of */
	WORDS_ORDER_ABOUT,          /* opens an order that names first what it is about */
	WORDS_POORLY,               /* before a verb: what it tells is hardly done */
	WORDS_TOPIC_BEHIND,         /* right behind a word of Kazakh or Kyrgyz: what another word is about */
	WORDS_ASKS_WHO,             /* before a verb: nobody is said to have done it */
	WORDS_DENIES_CLAUSE,        /* denies whatever follows in its clause */
	WORDS_UNIONS_CONCERN,       /* what the office of a union is for (Відділ охорони праці) */
	WORDS_OFFICE_CONCERN,       /* what an office is for, behind по */
	WORDS_NO_CONCERN,           /* behind по nothing that a body is for */
	WORDS_SENT_THERE,           /* behind a body's noun alone no part of its name */
	WORDS_OFFICE_ALONE,         /* an office that every union has one of: in a plan it needs no more */
	WORDS_DONE_WITH,            /* behind a body in the instrumental: what is done with it */
	WORDS_TASK,                 /* behind по what a council has to do, and is not called by */
	WORDS_OFFICE_OF,            /* what such an office is of */
	WORDS_OFFICE_OF_SUBJECTS,   /* offices whose name may be a list of subjects */
	WORDS_OFFICE_ROLE,          /* who works in an office, which is then a part of a role */
	WORDS_OFFICE_SPHERE,        /* opens the sphere that an office is for */
	WORDS_OFFICE_WORD,          /* begins an office in one word that is no other word */
	WORDS_OF_AIMS,              /* aims in the genitive plural */
	WORDS_OF_STATE,             /* bodies that every state has, by their key */
	WORDS_OF_TERRITORY,         /* the territory that an office is of */
	WORDS_OF_WORKERS,           /* workers in the genitive, whose union follows */
	WORDS_OF_THEM,              /* Kazakh and Kyrgyz pronouns: of it, of them */
	WORDS_ORDERED_BODY,         /* bodies that open an order in the nominative */
	WORDS_ORGANIZATIONS,        /* organizations that share a noun */
	WORDS_ORGAN_OF_UNION,       /* the union whose organ is meant, before its people */
	WORDS_ORGAN_WORD,           /* adjectives that name an organ by themselves */
	WORDS_OTHER_TIME,           /* before a time that is not of the act */
	WORDS_OUTSIDE_NAME,         /* has a capital only because a sentence begins with it */
	WORDS_OWN_ORGAN,            /* opens the name of an organ that every union has */
	WORDS_PARTS,                /* announces the parts of a figure */
	WORDS_PART_OF_PAPER,        /* parts of a paper, whose number is no initial */
	WORDS_PARTY_ROLE,           /* what a party of an agreement is called, no name */
	WORDS_PART_ROW,             /* opens a row that repeats a part of the one above */
	WORDS_PEOPLE,               /* participles and adjectives that have become nouns for people */
	WORDS_PEOPLE_OF_TRADES,     /* people behind whom a list of trades may stand */
	WORDS_PERIOD_OF,            /* before a period that a thing is for */
	WORDS_PERSON_ADJECTIVE,     /* adjectives that have become nouns for people (uk, be) */
	WORDS_PLACE_PREPOSITION,    /* opens an item with where or when */
	WORDS_PLACE_SHORTENED,      /* shortened with a full stop before the place that a name is of */
	WORDS_POINTED_AT,           /* points to the act itself or one named before */
	WORDS_POINTS_BACK,          /* points back to a body that was named */
	WORDS_PROPER_BEHIND,        /* a proper name stands uninflected behind it */
	WORDS_REASON,               /* opens the reason of what a sentence then says */
	WORDS_RECOMMENDATION,       /* heads the name of a recommendation */
	WORDS_REVISED,              /* says that an instrument is the revised one of its title */
	WORDS_TITLE_GOES_ON,        /* behind a title: it is a longer one, and another */
	WORDS_PROTOCOL,             /* heads the name of a protocol to a convention */
	WORDS_RANK,                 /* opens a role */
	WORDS_RATE,                 /* heads a column whose figures are not added up */
	WORDS_RELATIVE,             /* opens a clause that tells of a party */
	WORDS_REPORTS,              /* says that a medium speaks */
	WORDS_RESPONSIBLE_OFFICE,   /* offices that need no capital in the column of the responsible */
	WORDS_RIGHT_OR_DUTY,        /* an item with it gives a right or states a duty in full */
	WORDS_ROLE_BEFORE_INITIALS, /* proves a person of three names behind it */
	WORDS_ROLE_LIKE_NAME,       /* roles that look like first names */
	WORDS_ROW_NAME,             /* heads a column that names rows */
	WORDS_SALUTATION,           /* opens a letter */
	WORDS_SAYS,                 /* verbs with which a body says what follows */
	WORDS_SAYS_NO,              /* stands for a denied verb behind its object */
	WORDS_SCHEDULED,            /* sets a time for what is to come */
	WORDS_SECOND_LEAD,          /* conjunctions before a second lead of a sentence */
	WORDS_SECTION_LABEL,        /* stands before the number of a heading */
	WORDS_SEVERAL_ACTS,         /* heads several acts at once */
	WORDS_SHORT_NAMED,          /* opens the definition of a short name */
	WORDS_SHORT_NAME_FILLER,    /* stands between such an opening and the short name */
	WORDS_SHORT_OFFICE,         /* begins an office in one word, in brackets behind its full name */
	WORDS_SIGNED,               /* when a paper was signed */
	WORDS_SO_MANY_PEOPLE,       /* numerals of people */
	WORDS_OWN_PART,             /* phrases before what somebody promises for themselves */
	WORDS_SO_FAR,               /* open what explains a goal behind its colon */
	WORDS_TOGETHER,             /* open a task with whom it is done with */
	WORDS_SO_THAT,              /* conjunctions before what is wished for */
	WORDS_SO_THAT_STUB,         /* the pronoun that such a conjunction leans on */
	WORDS_DONE_BY,              /* with "by" before a name it proves a person */
	WORDS_PUBLISHED_IN,         /* what an act is printed in, which is no title of it */
	WORDS_RECURRING,            /* adjectives: an event is held again */
	WORDS_SPEECH,               /* says in minutes that somebody spoke */
	WORDS_SPEAKS,               /* behind a name it proves a person */
	WORDS_STAMP,                /* opens the stamp that tells by what a paper was approved */
	WORDS_STANDS_FOR_PEOPLE,    /* adjectives that stand for people in names */
	WORDS_STATE_VERB,           /* verbs of how things are, not of deeds */
	WORDS_SPHERE_OF_WORKS,      /* part of the name of works, before its quotes */
	WORDS_EDITION,              /* in the bracket that tells by which acts one was changed */
	WORDS_FORECAST,             /* the first word of a paper that foresees */
	WORDS_SOME_ACTS,            /* before acts of which nobody says which */
	WORDS_FOR_YEARS,            /* before the period of an act */
	WORDS_UNDER_WHOM,           /* participles of a clause inside the name of an agreement */
	WORDS_SPOKEN_OF,            /* in the head of a statement, before bodies that do not make it */
	WORDS_SUBJECT,              /* what a paper is about: о, про, on */
	WORDS_TAKES_IN,             /* verbs that carry norms over into something */
	WORDS_SUBLEAD,              /* opens a line that divides a list */
	WORDS_AMENDS,               /* what an order does with the words of an earlier one */
	WORDS_TELLING,              /* adjectives that belong to the name of an organization in quotes */
	WORDS_TERMS,                /* opens a sentence of its own that says when and who */
	WORDS_TERRITORY,            /* territories, which belong to the name of a body before them */
	WORDS_THAT,                 /* before what was agreed or said */
	WORDS_THAT_STATE,           /* points at the state that was named before */
	WORDS_TITLE,                /* before a name it proves a person */
	WORDS_TITLED,               /* what stands in quotes behind it is a title, not a body */
	WORDS_TITLE_ABOUT,          /* before what an act is about, behind its number or issuer */
	WORDS_TITLE_OF_ACT,         /* tells that a chain of capitals is the title of an act */
	WORDS_TOTAL,                /* opens a row or a line of totals */
	WORDS_TOWN,                 /* stands before the name of a town or village */
	WORDS_TOWN_OFFICE,          /* an office that a town or district may have */
	WORDS_TOWN_SHORTENED,       /* shortened with a full stop before the name of a town or village */
	WORDS_TO_IT,                /* behind a protocol: to the convention named before */
	WORDS_TO_BE,                /* says before a participle that it is still to be done */
	WORDS_TRADES_LIST_END,      /* ends the list of trades in the name of a union */
	WORDS_TURKIC_STOP,          /* ends the name of a body before it in Kazakh and Kyrgyz */
	WORDS_TURNS,                /* turns to something else */
	WORDS_UNFINISHED,           /* a line that ends with it goes on below */
	WORDS_UNINITIALLED,         /* words without a letter in an abbreviation */
	WORDS_UNION_TAIL,           /* tells of a union behind the head of a name */
	WORDS_UNION_WORDS,          /* goes on the name of a union behind its short head */
	WORDS_WE_ASK,               /* ends a verb with which we ask for something */
	WORDS_WHICH,                /* opens a clause about the instrument before it */
	WORDS_WHICH_BODY,           /* adjectives that say which body is meant, and name none */
	WORDS_WHOSE,                /* before what a share is of */
	WORDS_WHOSE_BODY,           /* says in Kazakh and Kyrgyz whose body it is, before the noun */
	WORDS_WITH,                 /* before the other party of an agreement */
	WORDS_WITH_AIM,             /* before an aim that is a circumstance */
	WORD_USES
};

struct word_lists;

/*
 * Read-only, one a process. 78 where the lexicon is missing or broken, has a use that is not known, or lacks one. The
 * caller frees it with word_lists_close.
 */
struct word_lists *word_lists_open(struct err *e) MUST_USE;
void word_lists_close(struct word_lists *l);

/* Is the folded word in the list of that use? */
bool word_list_has(const struct word_lists *l, enum word_use use, struct span word);

/* The number of words that the first phrase of that use covers from word i on, none of them behind word end; 0: none.
 */
size_t word_list_phrase(const struct word_lists *l, enum word_use use, struct span fold, const struct words *w,
			size_t i, size_t end);

/* Does a phrase of that use begin at one of the words [from, to)? */
bool word_list_within(const struct word_lists *l, enum word_use use, struct span fold, const struct words *w,
		      size_t from, size_t to);

#endif
