/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The front command: `svod NAME …` becomes the program svod-NAME beside it, or svod-query NAME for a question.
 * It knows names and one line about each; no logic of a stage.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "buf.h"
#include "data.h"
#include "err.h"
#include "i18n.h"
#include "opt.h"
#include "version.h"

struct command {
	const char *name, *summary;
	bool question; /* asked of svod-query */
};

static const struct command commands[] = {
	{ "add", N_("read files and folders into the corpus: all stages, with progress"), false },
	{ "search", N_("find words in all their forms, with filters"), true },
	{ "show", N_("one document or item: what was found in it, and where it stands"), true },
	{ "list", N_("what is there: docs, orgs, types, words, saved queries"), true },
	{ "due", N_("deadlines in a period"), true },
	{ "plan", N_("the rows of a plan"), true },
	{ "conventions", N_("ILO instruments by country and document"), true },
	{ "check", N_("damage and figures that do not add up"), true },
	{ "compare", N_("two documents side by side"), true },
	{ "glossary", N_("abbreviations of a document"), true },
	{ "figures", N_("numbers over time"), true },
	{ "export", N_("everything as CSV, JSON, SQLite, TEI, brat or iCalendar"), true },
	{ "report", N_("one HTML file to read, print or send"), true },
	{ "sql", N_("a read-only SQL question"), true },
	{ "read", N_("stage 1: files to the svod stream"), false },
	{ "clean", N_("stage 2: normalized text and its structure"), false },
	{ "extract", N_("stage 3: items by the rules"), false },
	{ "resolve", N_("stage 4: what needs the whole document"), false },
	{ "index", N_("stage 5: the stream into the database"), false },
	{ "rules", N_("check, test and explain rules"), false },
	{ "eval", N_("precision and recall against gold annotations"), false },
	{ "completion", N_("completion for bash, zsh or fish"), false },
	{ "doctor", N_("what is installed, what is missing"), false },
	{ "tour", N_("two minutes, guided"), false },
};

static bool runnable(const char *dir, const char *name, struct buf *path)
{
	buf_reset(path);
	buf_addf(path, "%s/svod-%s", dir, name);
	return access(buf_str(path), X_OK) == 0;
}

static void print_help(const char *dir)
{
	struct buf path = { 0 };

	printf("%s\n\n", _("svod: documents of labour unions in, searchable facts out"));
	printf("%s\n  svod add ~/programmes\n  svod search 'ратификация конвенций' --country KZ,KG\n"
	       "  svod due --from 2026-10-01 --to 2026-12-31\n  svod read plan.docx | svod clean --text\n\n",
	       _("Examples:"));
	printf("%s\n", _("Commands (svod NAME --help says more):"));
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (runnable(dir, commands[i].question ? "query" : commands[i].name, &path))
			printf("  %-12s %s\n", commands[i].name, _(commands[i].summary));
	printf("\n%s\n",
	       _("The corpus is --db FILE, else SVOD_DB, else svod/corpus.db in XDG_DATA_HOME or ~/.local/share."));
	buf_free(&path);
}

static const struct command *find(const char *name)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (!strcmp(commands[i].name, name))
			return &commands[i];
	return NULL;
}

/* The known command that shares the most letters at its beginning with name, for "did you mean". */
static const char *nearest(const char *name)
{
	const char *best = NULL;
	size_t most = 1;

	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		size_t n = 0;

		while (name[n] && name[n] == commands[i].name[n])
			n++;
		if (n > most) {
			most = n;
			best = commands[i].name;
		}
	}
	return best;
}

static int unknown(const char *name)
{
	const char *best = nearest(name);

	if (best)
		fprintf(stderr, _("svod: %s: no such command. Did you mean svod %s?\n"), name, best);
	else
		fprintf(stderr, _("svod: %s: no such command. See svod --help\n"), name);
	return EX_USAGE;
}

static bool is_help(const char *arg)
{
	return !strcmp(arg, "--help") || !strcmp(arg, "-h") || !strcmp(arg, "help");
}

static int finish(int code)
{
	struct err e = { 0 };

	if (err_flush(&e))
		return code;
	fprintf(stderr, "svod: %s\n", e.text);
	return e.code;
}

/*
 * --ui-lang before the command or behind help: chosen for all programs that are started, and taken out of argv. False
 * where its value is none.
 */
static bool take_language(int *argc, char **argv)
{
	static const char option[] = "--ui-lang";
	int at = *argc > 1 && is_help(argv[1]) ? 2 : 1, taken;
	const char *value;

	if (*argc <= at || strncmp(argv[at], option, sizeof option - 1))
		return true;
	value = argv[at] + sizeof option - 1;
	if (*value && *value != '=')
		return true;
	taken = *value ? 1 : 2;
	if (*value)
		value++;
	else if (*argc > at + 1)
		value = argv[at + 1];
	for (int lang = 0; opt_lang_choices[lang]; lang++) {
		if (strcmp(value, opt_lang_choices[lang]))
			continue;
		i18n_start(lang);
		*argc -= taken;
		memmove(argv + at, argv + at + taken, (size_t)(*argc - at + 1) * sizeof *argv);
		return true;
	}
	fprintf(stderr, _("svod: --ui-lang %s: one of these is wanted: auto, ru, en\n"), value);
	return false;
}

int main(int argc, char **argv)
{
	struct buf dir = { 0 }, path = { 0 };
	const struct command *c;

	i18n_start(0);
	if (!data_bin_dir(&dir)) {
		fputs(_("svod: /proc is not there: its programs cannot be found\n"), stderr);
		return EX_OSERR;
	}
	if (!take_language(&argc, argv))
		return EX_USAGE;
	if (argc > 2 && !strcmp(argv[1], "help")) { /* svod help search: svod search --help */
		static char help[] = "--help";

		argv[1] = argv[2];
		argv[2] = help;
	}
	if (argc < 2 || is_help(argv[1])) {
		print_help(buf_str(&dir));
		return finish(argc < 2 ? EX_USAGE : 0);
	}
	if (!strcmp(argv[1], "--version")) {
		printf("svod %s\n", SVOD_VERSION);
		return finish(0);
	}
	c = find(argv[1]);
	if (!c)
		return unknown(argv[1]);
	if (!runnable(buf_str(&dir), c->question ? "query" : c->name, &path))
		return unknown(argv[1]);
	/* svod-query finds its command in argv[1]; the others begin behind their name */
	execv(buf_str(&path), c->question ? argv : argv + 1);
	fprintf(stderr, "svod: %s: %s\n", buf_str(&path), err_why(errno));
	return EX_OSERR;
}
