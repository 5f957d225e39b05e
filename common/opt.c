/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Options from one table. getopt_long is not used: it prints its own messages, permutes through globals and knows
 * nothing of help, man pages and completions, which come from the same table here.
 */
#include "opt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "i18n.h"
#include "mem.h"
#include "opt_help.h"
#include "utf8.h"

const char *const opt_color_choices[] = { "auto", "always", "never", NULL };
const char *const opt_lang_choices[] = { "auto", "ru", "en", NULL };

const struct opt opt_common_table[] = {
	{ "verbose", 'v', OPT_COUNT, offsetof(struct opt_common, verbose), NULL, N_("say more of what is done"), NULL,
	  0, 0 },
	{ "quiet", 'q', OPT_FLAG, offsetof(struct opt_common, quiet), NULL, N_("errors only"), NULL, 0, 0 },
	{ "color", 0, OPT_CHOICE, offsetof(struct opt_common, color), "WHEN", N_("colours: auto, always or never"),
	  opt_color_choices, 0, 0 },
	{ "ui-lang", 0, OPT_CHOICE, offsetof(struct opt_common, ui_lang), "LANG", N_("language of messages: ru or en"),
	  opt_lang_choices, 0, 0 },
	{ 0 },
};

struct parse {
	const struct program *program;
	void *values;
	char **argv;
	int argc, at;
	struct err *e;
};

static const struct opt *find_long(const struct opt *table, const char *name, size_t n)
{
	for (; table && table->name; table++)
		if (strlen(table->name) == n && !memcmp(table->name, name, n))
			return table;
	return NULL;
}

static const struct opt *find_letter(const struct opt *table, char c)
{
	for (; table && table->name; table++)
		if (table->letter == c)
			return table;
	return NULL;
}

/* Levenshtein distance of two short names. */
static size_t distance(const char *a, size_t an, const char *b, size_t bn)
{
	size_t row[64];

	if (bn >= 63)
		return bn;
	for (size_t j = 0; j <= bn; j++)
		row[j] = j;
	for (size_t i = 1; i <= an; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= bn; j++) {
			size_t up = row[j];
			size_t best = diagonal + (a[i - 1] != b[j - 1]);

			if (up + 1 < best)
				best = up + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
			diagonal = up;
		}
	}
	return row[bn];
}

static void nearest(const struct opt *table, const char *name, size_t n, const char **best, size_t *score)
{
	for (; table && table->name; table++) {
		size_t d = distance(name, n, table->name, strlen(table->name));

		if (d < *score) {
			*score = d;
			*best = table->name;
		}
	}
}

static bool unknown(struct parse *p, const char *arg, size_t n)
{
	const char *best = NULL;
	size_t score = 4;

	nearest(p->program->opts, arg + 2, n - 2, &best, &score);
	nearest(opt_common_table, arg + 2, n - 2, &best, &score);
	if (best)
		return err_set(p->e, EX_USAGE, _("option %.*s is unknown. Did you mean --%s?"), (int)n, arg, best);
	return err_set(p->e, EX_USAGE, _("option %.*s is unknown. See %s --help"), (int)n, arg, p->program->name);
}

static bool set_int(struct parse *p, const struct opt *o, void *to, const char *text)
{
	char *end;
	long v = strtol(text, &end, 10);

	if (!*text || *end || ((o->min || o->max) && (v < o->min || v > o->max))) {
		if (o->min || o->max)
			return err_set(p->e, EX_USAGE, _("--%s %s: a whole number from %ld to %ld is wanted"), o->name,
				       text, o->min, o->max);
		return err_set(p->e, EX_USAGE, _("--%s %s: a whole number is wanted"), o->name, text);
	}
	*(long *)to = v;
	return true;
}

static bool set_choice(struct parse *p, const struct opt *o, void *to, const char *text)
{
	struct buf all = { 0 };

	for (int i = 0; o->choices[i]; i++) {
		if (!strcmp(o->choices[i], text)) {
			*(int *)to = i;
			buf_free(&all);
			return true;
		}
		buf_addf(&all, "%s%s", i ? ", " : "", o->choices[i]);
	}
	err_set(p->e, EX_USAGE, _("--%s %s: one of these is wanted: %s"), o->name, text, buf_str(&all));
	buf_free(&all);
	return false;
}

static bool set_value(struct parse *p, const struct opt *o, const char *text)
{
	void *to = (char *)p->values + o->offset;
	struct opt_list *l = to;

	switch (o->kind) {
	case OPT_FLAG:
		*(bool *)to = true;
		break;
	case OPT_COUNT:
		*(int *)to += 1;
		break;
	case OPT_INT:
		return set_int(p, o, to, text);
	case OPT_MAYBE:
		*(const char **)to = text ? text : "";
		break;
	case OPT_STRING:
		*(const char **)to = text;
		break;
	case OPT_LIST:
		MEM_ROOM(l->v, l->n, l->cap);
		l->v[l->n++] = text;
		break;
	case OPT_CHOICE:
		return set_choice(p, o, to, text);
	}
	return true;
}

static bool takes_value(const struct opt *o)
{
	return o->kind != OPT_FLAG && o->kind != OPT_COUNT && o->kind != OPT_MAYBE;
}

/* The value of option o: what stands behind = or in the same word (inline_value), else the next argument. */
static bool apply(struct parse *p, const struct opt *o, const char *inline_value)
{
	if (!takes_value(o)) {
		if (inline_value && o->kind != OPT_MAYBE)
			return err_set(p->e, EX_USAGE, _("--%s takes no value"), o->name);
		return set_value(p, o, inline_value);
	}
	if (!inline_value && p->at + 1 < p->argc)
		inline_value = p->argv[++p->at];
	if (!inline_value)
		return err_set(p->e, EX_USAGE, _("--%s needs a value: --%s %s"), o->name, o->name,
			       o->arg ? o->arg : "VALUE");
	return set_value(p, o, inline_value);
}

static bool parse_long(struct parse *p, const char *arg)
{
	const char *eq = strchr(arg, '=');
	size_t n = eq ? (size_t)(eq - arg) : strlen(arg);
	const struct opt *o = find_long(p->program->opts, arg + 2, n - 2);

	if (!o)
		o = find_long(opt_common_table, arg + 2, n - 2);
	if (o)
		return apply(p, o, eq ? eq + 1 : NULL);
	if (n > 5 && !memcmp(arg, "--no-", 5) && !eq) {
		o = find_long(p->program->opts, arg + 5, n - 5);
		if (o && o->kind == OPT_FLAG) {
			*(bool *)((char *)p->values + o->offset) = false;
			return true;
		}
	}
	return unknown(p, arg, n);
}

/* A character of any length: operands that begin with - come behind --. */
static bool unknown_letter(struct parse *p, const char *c)
{
	struct span s = span_of(c);
	size_t n = 0;

	utf8_next(s, &n);
	if ((unsigned char)*c < 0x80)
		return err_set(p->e, EX_USAGE, _("option -%c is unknown. See %s --help"), *c, p->program->name);
	return err_set(p->e, EX_USAGE,
		       _("option -%.*s is unknown. What begins with - and is no option stands behind --"), (int)n, c);
}

static bool parse_letters(struct parse *p, const char *arg)
{
	for (const char *c = arg + 1; *c; c++) {
		const struct opt *o = find_letter(p->program->opts, *c);

		if (!o)
			o = find_letter(opt_common_table, *c);
		if (!o)
			return unknown_letter(p, c);
		if (takes_value(o))
			return apply(p, o, c[1] ? c + 1 : NULL);
		if (!set_value(p, o, NULL))
			return false;
	}
	return true;
}

/* -h, --help[=FORM], --version: prints; false where arg is none of them. */
static bool print_help(const struct program *p, const char *arg)
{
	if (!strcmp(arg, "-h"))
		opt_help_short(p, stdout);
	else if (!strcmp(arg, "--help"))
		opt_help_long(p, stdout);
	else if (!strcmp(arg, "--help=man"))
		opt_help_man(p, stdout);
	else if (!strcmp(arg, "--help=completion"))
		opt_help_completion(p, stdout);
	else if (!strcmp(arg, "--version"))
		opt_help_version(p, stdout);
	else
		return false;
	return true;
}

int opt_parse(const struct program *program, void *values, int argc, char **argv, struct err *e)
{
	struct parse p = { program, values, argv, argc, 1, e };
	int operands = 0;

	for (int i = 1; i < argc && strcmp(argv[i], "--"); i++) { /* before help is printed */
		const char *lang = !strncmp(argv[i], "--ui-lang=", 10) ? argv[i] + 10
				   : !strcmp(argv[i], "--ui-lang")     ? argv[i + 1]
								       : NULL;

		if (lang && !set_value(&p, &opt_common_table[3], lang))
			return -1;
	}
	i18n_start(((struct opt_common *)values)->ui_lang);
	for (; p.at < argc; p.at++) {
		char *arg = argv[p.at];

		if (!strcmp(arg, "--")) {
			while (++p.at < argc)
				argv[1 + operands++] = argv[p.at];
			break;
		}
		if (arg[0] != '-' || !arg[1]) {
			argv[1 + operands++] = arg;
			continue;
		}
		if (print_help(program, arg)) {
			((struct opt_common *)values)->stop = err_flush(e);
			return e->code ? -1 : 0;
		}
		if (!(arg[1] == '-' ? parse_long(&p, arg) : parse_letters(&p, arg)))
			return -1;
	}
	i18n_start(((struct opt_common *)values)->ui_lang);
	return operands;
}

void opt_list_free(struct opt_list *l)
{
	free(l->v);
	*l = (struct opt_list){ 0 };
}
