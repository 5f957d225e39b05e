/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of questions: name, options, and the function that answers. */
#include <string.h>

#include "category.h"
#include "compare.h"
#include "due.h"
#include "export.h"
#include "i18n.h"
#include "listing.h"
#include "matrix.h"
#include "query.h"
#include "report.h"
#include "search.h"
#include "show.h"
#include "sql.h"

#define FIELD(f) offsetof(struct query_options, f)
static const char *const sort_choices[] = { "rank", "date", "doc", "left", "right", "word", NULL };

#define OPT_DB                                                                                                         \
	{                                                                                                              \
		"db", 0, OPT_STRING, FIELD(db), "DB", N_("the database (else SVOD_DB, else the XDG data folder)"),     \
			NULL, 0, 0                                                                                     \
	}
#define OPT_OUTPUT                                                                                                     \
	{ "output",                                                                                                    \
	  'o',                                                                                                         \
	  OPT_CHOICE,                                                                                                  \
	  FIELD(format),                                                                                               \
	  "FORMAT",                                                                                                    \
	  N_("table, csv, tsv, json or jsonl"),                                                                        \
	  table_format_choices,                                                                                        \
	  0,                                                                                                           \
	  0 },                                                                                                         \
	{                                                                                                              \
		"json", 0, OPT_FLAG, FIELD(json), NULL, N_("short for -o json"), NULL, 0, 0                            \
	}
#define OPT_DOCS                                                                                                       \
	{                                                                                                              \
		"doc", 0, OPT_LIST, FIELD(doc), "DOC", N_("only in this document"), NULL, 0, 0                         \
	}
#define OPT_FILTERS                                                                                                      \
	OPT_DOCS, { "country",      0,       OPT_LIST,                                                                   \
		    FIELD(country), "KZ,KG", N_("only documents of these countries: codes, or names"),                   \
		    NULL,           0,       0 },                                                                        \
		{ "year", 0, OPT_LIST, FIELD(year), "2021..2023", N_("only documents of this time"), NULL, 0, 0 },       \
		{ "since", 0, OPT_STRING, FIELD(since), "YEAR", N_("only documents that reach into this time or later"), \
		  NULL,    0, 0 },                                                                                       \
		{ "until", 0, OPT_STRING, FIELD(until), "YEAR", N_("only documents that begin in this time or before"),  \
		  NULL,    0, 0 },                                                                                       \
		{ "kind", 0, OPT_LIST, FIELD(kind), "KIND", N_("programme, plan, resolution, report, agreement …"),      \
		  NULL,   0, 0 },                                                                                        \
	{                                                                                                                \
		"lang", 0, OPT_LIST, FIELD(lang), "ru,kk", N_("only documents in these languages"), NULL, 0, 0           \
	}

#define OPT_PAGE                                                                                                       \
	{ "limit", 'n', OPT_INT, FIELD(limit), "N", N_("at most N rows"), NULL, 0, 100000000 },                        \
	{                                                                                                              \
		"offset", 0, OPT_INT, FIELD(offset), "N", N_("leave out the first N rows"), NULL, 0, 100000000         \
	}

static const struct opt search_opts[] = {
	OPT_DB,
	OPT_OUTPUT,
	OPT_FILTERS,
	{ "type", 't', OPT_LIST, FIELD(type), "TYPE", N_("only places that hold items of these types"), NULL, 0, 0 },
	{ "org", 0, OPT_LIST, FIELD(org), "NAME", N_("only places that name this organization"), NULL, 0, 0 },
	{ "who", 0, OPT_LIST, FIELD(who), "NAME", N_("only plan rows that this body is responsible for"), NULL, 0, 0 },
	{ "convention", 0, OPT_LIST, FIELD(convention), "C190", N_("only places that name this ILO instrument"), NULL,
	  0, 0 },
	{ "section", 0, OPT_LIST, FIELD(section), "TEXT", N_("only under headings that hold this text"), NULL, 0, 0 },
	{ "has", 0, OPT_LIST, FIELD(has), "deadline", N_("only places that hold a deadline, an indicator, a number …"),
	  NULL, 0, 0 },
	{ "list", 'l', OPT_FLAG, FIELD(list), NULL, N_("paths of documents only"), NULL, 0, 0 },
	{ "null", '0', OPT_FLAG, FIELD(null), NULL, N_("with -l: NUL after each path, for xargs -0"), NULL, 0, 0 },
	{ "count", 'c', OPT_FLAG, FIELD(count), NULL, N_("number of places in each document"), NULL, 0, 0 },
	{ "context", 'C', OPT_INT, FIELD(context), "N", N_("with N paragraphs around each place"), NULL, 0, 100 },
	{ "kwic", 0, OPT_FLAG, FIELD(kwic), NULL, N_("concordance: the words in one column, sorted by what follows"),
	  NULL, 0, 0 },
	{ "facet", 0, OPT_STRING, FIELD(facet), "WHAT",
	  N_("counts by type, org, convention, country, year, kind, lang or doc"), NULL, 0, 0 },
	{ "sort", 0, OPT_CHOICE, FIELD(sort), "ORDER",
	  N_("rank, date (newest first) or doc; a concordance also by left, right or word"), sort_choices, 0, 0 },
	{ "limit", 'n', OPT_INT, FIELD(limit), "N",
	  N_("at most N places, of -l and -c documents (a table: 20, a concordance: 100 lines); 0: all"), NULL, 0,
	  100000000 },
	{ "offset", 0, OPT_INT, FIELD(offset), "N", N_("leave out the first N places"), NULL, 0, 100000000 },
	{ "save", 0, OPT_STRING, FIELD(save), "NAME", N_("keep this query in the database"), NULL, 0, 0 },
	{ "saved", 0, OPT_STRING, FIELD(saved), "NAME", N_("ask a query that was kept"), NULL, 0, 0 },
	{ "forget", 0, OPT_STRING, FIELD(forget), "NAME", N_("remove a query that was kept"), NULL, 0, 0 },
	{ "no-synonyms", 0, OPT_FLAG, FIELD(no_synonyms), NULL, N_("do not look for other names of organizations"),
	  NULL, 0, 0 },
	{ 0 },
};

static const struct example search_examples[] = {
	{ "svod search 'ратификация конвенций'", N_("both words, in all their forms, in one paragraph or plan row") },
	{ "svod search '\"охрана труда\" -пожарная' --type deadline",
	  N_("a phrase, without a word, only where a deadline stands") },
	{ "svod search 'convention:C190 country:KZ'", N_("filters inside of the query") },
	{ "svod search профсоюз --kwic", N_("a concordance") },
	{ "svod search обучение --facet org", N_("which organizations stand in these places") },
	{ NULL, NULL },
};

static const struct opt show_opts[] = {
	OPT_DB,
	OPT_OUTPUT,
	{ "type", 't', OPT_LIST, FIELD(type), "TYPE", N_("only items of this type"), NULL, 0, 0 },
	{ "item", 0, OPT_STRING, FIELD(item), "TYPE-START", N_("one item"), NULL, 0, 0 },
	{ "text", 0, OPT_FLAG, FIELD(text), NULL, N_("the whole text with its items in colours"), NULL, 0, 0 },
	{ "source", 0, OPT_MAYBE, FIELD(source), "FILE.png",
	  N_("the place of the item in the file that was read; of a PDF also as a picture"), NULL, 0, 0 },
	{ "dups", 0, OPT_FLAG, FIELD(dups), NULL, N_("items in repeated stretches too"), NULL, 0, 0 },
	{ 0 },
};
static const struct example show_examples[] = {
	{ "svod show 003 --type convention,recommendation", N_("items of two types") },
	{ "svod show 003 --type convention -o jsonl | jq -r .norm.value | sort -u", N_("their values") },
	{ "svod show 004 --text --color=always | less -R", N_("read the text with what was found in it") },
	{ "svod show 003:210", N_("what stands at the place that a search named; with --text the place itself") },
	{ "svod show 003 --item deadline-1075 --source", N_("where it stands in the file") },
	{ "svod show scan.pdf:number-820 --source=place.png", N_("that part of the page as a picture") },
	{ NULL, NULL },
};

static const struct opt list_opts[] = {
	OPT_DB, OPT_OUTPUT, OPT_PAGE, OPT_FILTERS, { 0 },
};
static const struct example list_examples[] = {
	{ "svod list docs", N_("documents with language, country, time and number of items") },
	{ "svod list docs --country KZ --kind plan", N_("the plans of one country") },
	{ "svod list orgs -n 20", N_("the organizations that are named most") },
	{ "svod list words -n 100 -o tsv", N_("words by how often they occur") },
	{ "svod list saved", N_("queries that were kept with svod search --save") },
	{ NULL, NULL },
};

static const struct opt due_opts[] = {
	OPT_DB,
	{ "output", 'o', OPT_CHOICE, FIELD(format), "FORMAT",
	  N_("table, csv, tsv, json, jsonl or ics (a calendar of tasks)"), due_format_choices, 0, 0 },
	{ "json", 0, OPT_FLAG, FIELD(json), NULL, N_("short for -o json"), NULL, 0, 0 },
	OPT_DOCS,
	{ "from", 0, OPT_STRING, FIELD(from), "DAY", N_("beginning of the period: 2022-10-01, 2022-Q4 …"), NULL, 0, 0 },
	{ "to", 0, OPT_STRING, FIELD(to), "DAY", N_("its end"), NULL, 0, 0 },
	{ "until", 0, OPT_STRING, FIELD(until), "DAY", N_("the same as --to"), NULL, 0, 0 },
	{ "ending", 0, OPT_FLAG, FIELD(ending), NULL, N_("only what ends in the period"), NULL, 0, 0 },
	{ "overdue", 0, OPT_FLAG, FIELD(overdue), NULL, N_("what was due before --at"), NULL, 0, 0 },
	{ "at", 0, OPT_STRING, FIELD(at), "DAY", N_("the day that --overdue looks from (today)"), NULL, 0, 0 },
	{ "who", 0, OPT_LIST, FIELD(who), "NAME", N_("only what this body is responsible for"), NULL, 0, 0 },
	{ "with-recurring", 0, OPT_FLAG, FIELD(recurring), NULL, N_("also what recurs, is continuous, or has no date"),
	  NULL, 0, 0 },
	OPT_PAGE,
	{ 0 },
};
static const struct example due_examples[] = {
	{ "svod due --from 2022-10-01 --to 2022-12-31 --doc 003", N_("the rows of a plan that touch a quarter") },
	{ "svod due --from 2022-12 --to 2022-12 --ending", N_("what is to be done by some day of a month") },
	{ "svod due --overdue --who ФПК", N_("what one body should have done by today") },
	{ "svod due --until 2025-12 -o ics > plan.ics", N_("tasks for a calendar program") },
	{ NULL, NULL },
};

static const struct opt doc_opts[] = { OPT_DB, OPT_OUTPUT, OPT_PAGE, { 0 } };
static const struct opt sql_opts[] = { OPT_DB, OPT_OUTPUT, { 0 } };
static const struct example plan_examples[] = {
	{ "svod plan 003", N_("the rows of a plan") },
	{ "svod plan 003 -o csv > plan.csv", N_("all columns for a spreadsheet") },
	{ NULL, NULL },
};
static const struct example check_examples[] = {
	{ "svod check", N_("damage and sums that do not fit, in all documents") },
	{ "svod check 004", N_("in one") },
	{ NULL, NULL },
};
static const struct example glossary_examples[] = {
	{ "svod glossary 003", N_("abbreviations and what they stand for; ! where one stands for two things") },
	{ NULL, NULL },
};
static const struct opt figures_opts[] = {
	OPT_DB,
	OPT_OUTPUT,
	OPT_PAGE,
	OPT_FILTERS,
	{ "unit", 0, OPT_STRING, FIELD(unit), "UNIT", N_("only numbers of this unit; per cent is %"), NULL, 0, 0 },
	{ 0 },
};
static const struct example figures_examples[] = {
	{ "svod figures --unit человек", N_("numbers of people in all documents, by time") },
	{ "svod figures --country KZ --since 2025 -o csv", N_("all numbers of one country since a year") },
	{ "svod figures 001 -o csv", N_("all numbers of a document") },
	{ NULL, NULL },
};
static const struct opt conventions_opts[] = {
	OPT_DB,
	OPT_OUTPUT,
	OPT_PAGE,
	OPT_FILTERS,
	{ "category", 0, OPT_CHOICE, FIELD(category), "CATEGORY",
	  N_("fundamental, governance or technical, as the ILO lists them (June 2022); any"), category_choices, 0, 0 },
	{ 0 },
};
static const struct example conventions_examples[] = {
	{ "svod conventions", N_("which document wants which ILO instrument ratified, discussed, implemented") },
	{ "svod conventions --category fundamental", N_("only the eleven fundamental instruments") },
	{ "svod conventions --country KZ,KG -o csv", N_("one row an instrument, document and action") },
	{ NULL, NULL },
};
static const struct example sql_examples[] = {
	{ "svod sql 'SELECT type, count(*) FROM items GROUP BY 1'",
	  N_("any question; the tables are in svod-schema(5)") },
	{ "svod sql 'SELECT * FROM v_due WHERE date_to < \"2023\"' -o csv", N_("as CSV") },
	{ NULL, NULL },
};

static const struct opt export_opts[] = {
	OPT_DB,
	{ "format", 'f', OPT_CHOICE, FIELD(export_format), "FORMAT",
	  N_("jsonl (the stream), json, csv, sqlite, tei, brat or ics"), export_format_choices, 0, 0 },
	{ "to", 0, OPT_STRING, FIELD(to), "PATH", N_("the file or folder to make; else standard output"), NULL, 0, 0 },
	{ "bom", 0, OPT_FLAG, FIELD(bom), NULL, N_("CSV for Excel: with a byte order mark"), NULL, 0, 0 },
	{ 0 },
};
static const struct example export_examples[] = {
	{ "svod export -f csv --to tables --bom", N_("tables for a spreadsheet") },
	{ "svod export -f sqlite --to out.db",
	  N_("plain tables for any SQLite program, and metadata.json for Datasette") },
	{ "svod export -f tei 003 > plan.xml", N_("one document in TEI") },
	{ "svod export -f jsonl | jq -c '.items[]'", N_("the stream again") },
	{ NULL, NULL },
};

static const struct example compare_examples[] = {
	{ "svod compare 000 003", N_("what two programmes share, and what sets them apart") },
	{ NULL, NULL },
};

static const struct opt report_opts[] = {
	OPT_DB,
	{ "to", 0, OPT_STRING, FIELD(to), "FILE", N_("the file to write; else standard output"), NULL, 0, 0 },
	{ 0 },
};
static const struct example report_examples[] = {
	{ "svod report 003 --to plan.html", N_("a plan with its deadlines, bodies and marks, in one file") },
	{ NULL, NULL },
};

const struct command commands[] = {
	{ "search",
	  { .name = "svod search",
	    .summary = N_("finds places by words in all forms"),
	    .operands = "QUERY",
	    .examples = search_examples,
	    .opts = search_opts,
	    .details = N_("The language of queries is in svod-query(7). Exit: 0 found, 1 nothing found, 64 malformed "
			  "query.") },
	  search_run,
	  0,
	  1000 },
	{ "show",
	  { .name = "svod show",
	    .summary = N_("shows what was found in a document, or its text"),
	    .operands = "DOC|DOC:PLACE|DOC:ITEM",
	    .examples = show_examples,
	    .opts = show_opts,
	    .details = N_("DOC is an id, a path, or the beginning of a file name that is unique; PLACE is a line "
			  "(210), a page "
			  "(p.3)\n"
			  "or a paragraph (¶12), as a search prints it.") },
	  show_run,
	  1,
	  1 },
	{ "list",
	  { .name = "svod list",
	    .summary = N_("lists docs, orgs, types, words or saved queries"),
	    .operands = "[docs|orgs|types|words|saved]",
	    .examples = list_examples,
	    .opts = list_opts },
	  list_run,
	  0,
	  1 },
	{ "due",
	  { .name = "svod due",
	    .summary = N_("lists deadlines in a period"),
	    .operands = "",
	    .examples = due_examples,
	    .opts = due_opts,
	    .details =
		    N_("A deadline touches the period when any of its days lies in it. Exit: 1 when there is none.") },
	  due_run,
	  0,
	  0 },
	{ "plan",
	  { .name = "svod plan",
	    .summary = N_("prints the rows of a plan"),
	    .operands = "[DOC]",
	    .examples = plan_examples,
	    .opts = doc_opts },
	  plan_run,
	  0,
	  1 },
	{ "conventions",
	  { .name = "svod conventions",
	    .summary = N_("ILO instruments by country and document"),
	    .operands = "",
	    .examples = conventions_examples,
	    .opts = conventions_opts,
	    .details = N_("A country is the one that the text speaks of, else that of the document. Titles are the "
			  "official ones, in the language of messages.") },
	  conventions_run,
	  0,
	  0 },
	{ "check",
	  { .name = "svod check",
	    .summary = N_("damage, and figures that do not add up"),
	    .operands = "[DOC]",
	    .examples = check_examples,
	    .opts = doc_opts },
	  check_run,
	  0,
	  1 },
	{ "glossary",
	  { .name = "svod glossary",
	    .summary = N_("abbreviations of a document"),
	    .operands = "DOC",
	    .examples = glossary_examples,
	    .opts = doc_opts },
	  glossary_run,
	  1,
	  1 },
	{ "figures",
	  { .name = "svod figures",
	    .summary = N_("numbers with their units, over time"),
	    .operands = "[DOC]",
	    .examples = figures_examples,
	    .opts = figures_opts },
	  figures_run,
	  0,
	  1 },
	{ "compare",
	  { .name = "svod compare",
	    .summary = N_("two documents side by side"),
	    .operands = "A B",
	    .examples = compare_examples,
	    .opts = sql_opts },
	  compare_run,
	  2,
	  2 },
	{ "export",
	  { .name = "svod export",
	    .summary = N_("writes everything, or some documents, for other programs"),
	    .operands = "[DOC]...",
	    .examples = export_examples,
	    .opts = export_opts,
	    .details =
		    N_("-f csv and -f sqlite hold all documents; -f ics one or all. A file that is there is replaced "
		       "when the new one is whole; -f sqlite wants a new one.") },
	  export_run,
	  0,
	  1000 },
	{ "report",
	  { .name = "svod report",
	    .summary = N_("one HTML file to read, print or send"),
	    .operands = "DOC...",
	    .examples = report_examples,
	    .opts = report_opts },
	  report_run,
	  1,
	  1000 },
	{ "sql",
	  { .name = "svod sql",
	    .summary = N_("answers a question in SQL, read-only"),
	    .operands = "SELECT",
	    .examples = sql_examples,
	    .opts = sql_opts },
	  sql_run,
	  1,
	  1 },
	{ .name = NULL },
};

const struct command *command_find(const char *name)
{
	for (const struct command *c = commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}
