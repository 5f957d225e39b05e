/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of questions: name, options, and the function that answers. */
#include <string.h>

#include "i18n.h"
#include "query.h"
#include "search.h"

#define FIELD(f) offsetof(struct query_options, f)
static const char *const sort_choices[] = { "rank", "date", "doc", "left", NULL };

#define OPT_DB { "db", 0, OPT_STRING, FIELD(db), "DB", N_("the database (else SVOD_DB, else the XDG data folder)"), NULL, 0, 0 }
#define OPT_OUTPUT                                                                                                             \
	{ "output", 'o', OPT_CHOICE, FIELD(format), "FORMAT", N_("table, csv, tsv, json or jsonl"), table_format_choices, 0, 0 },      \
	{                                                                                                                      \
		"json", 0, OPT_FLAG, FIELD(json), NULL, N_("short for -o json"), NULL, 0, 0                                     \
	}
#define OPT_DOCS { "doc", 0, OPT_LIST, FIELD(doc), "DOC", N_("only in this document"), NULL, 0, 0 }
#define OPT_FILTERS                                                                                                            \
	OPT_DOCS, { "country", 0, OPT_LIST, FIELD(country), "KZ,KG", N_("only documents of these countries"), NULL, 0, 0 },            \
		{ "year", 0, OPT_LIST, FIELD(year), "2021..2023", N_("only documents of this time"), NULL, 0, 0 },              \
		{ "since", 0, OPT_STRING, FIELD(since), "YEAR", N_("only documents that reach into this time or later"), NULL, 0, 0 }, \
		{ "until", 0, OPT_STRING, FIELD(until), "YEAR", N_("only documents that begin in this time or before"), NULL, 0, 0 },  \
		{ "kind", 0, OPT_LIST, FIELD(kind), "KIND", N_("programme, plan, resolution, report, agreement …"), NULL, 0, 0 },      \
		{ "lang", 0, OPT_LIST, FIELD(lang), "ru,kk", N_("only documents in these languages"), NULL, 0, 0 }

static const struct opt search_opts[] = {
	OPT_DB,
	OPT_OUTPUT,
	OPT_FILTERS,
	{ "type", 't', OPT_LIST, FIELD(type), "TYPE", N_("only places that hold items of these types"), NULL, 0, 0 },
	{ "org", 0, OPT_LIST, FIELD(org), "NAME", N_("only places that name this organization"), NULL, 0, 0 },
	{ "who", 0, OPT_LIST, FIELD(who), "NAME", N_("only plan rows that this body is responsible for"), NULL, 0, 0 },
	{ "convention", 0, OPT_LIST, FIELD(convention), "C190", N_("only places that name this ILO instrument"), NULL, 0, 0 },
	{ "section", 0, OPT_LIST, FIELD(section), "TEXT", N_("only under headings that hold this text"), NULL, 0, 0 },
	{ "has", 0, OPT_LIST, FIELD(has), "deadline", N_("only places that hold a deadline, an indicator, a number …"), NULL, 0, 0 },
	{ "list", 'l', OPT_FLAG, FIELD(list), NULL, N_("paths of documents only"), NULL, 0, 0 },
	{ "count", 'c', OPT_FLAG, FIELD(count), NULL, N_("number of places in each document"), NULL, 0, 0 },
	{ "context", 'C', OPT_INT, FIELD(context), "N", N_("with N paragraphs around each place"), NULL, 0, 100 },
	{ "kwic", 0, OPT_FLAG, FIELD(kwic), NULL, N_("concordance: the words in one column, sorted by what follows"), NULL, 0, 0 },
	{ "facet", 0, OPT_STRING, FIELD(facet), "WHAT", N_("counts by type, org, convention, country, year, kind, lang or doc"), NULL, 0, 0 },
	{ "sort", 0, OPT_CHOICE, FIELD(sort), "ORDER", N_("rank, date (newest first) or doc; left: a concordance by what stands before"), sort_choices, 0, 0 },
	{ "limit", 'n', OPT_INT, FIELD(limit), "N", N_("at most N places (20); 0: all"), NULL, 0, 100000000 },
	{ "offset", 0, OPT_INT, FIELD(offset), "N", N_("leave out the first N places"), NULL, 0, 100000000 },
	{ "no-synonyms", 0, OPT_FLAG, FIELD(no_synonyms), NULL, N_("do not look for other names of organizations"), NULL, 0, 0 },
	{ 0 },
};

static const struct example search_examples[] = {
	{ "svod search 'ратификация конвенций'", N_("both words, in all their forms, in one paragraph or plan row") },
	{ "svod search '\"охрана труда\" -пожарная' --type deadline", N_("a phrase, without a word, only where a deadline stands") },
	{ "svod search 'convention:C190 country:KZ'", N_("filters inside of the query") },
	{ "svod search профсоюз --kwic", N_("a concordance") },
	{ "svod search обучение --facet org", N_("which organizations stand in these places") },
	{ NULL, NULL },
};

const struct command commands[] = {
	{ "search",
	  { "svod search", N_("finds places by words in all forms"), "QUERY", search_examples, search_opts,
	    N_("The language of queries is in svod-query(7). Exit: 0 found, 1 nothing found, 64 malformed query.") },
	  search_run, 0, 1000 },
	{ .name = NULL },
};

const struct command *command_find(const char *name)
{
	for (const struct command *c = commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}
