/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help in every form, from the option table: on the terminal, for the man page, for the shells' completion. */
#include "opt_help.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "span.h"
#include "utf8.h"
#include "version.h"

static void put_usage(const struct program *p, FILE *out)
{
	fprintf(out, "%s: %s\n\n", p->name, _(p->summary));
	fprintf(out, "%s %s %s%s\n", _("Usage:"), p->name, _("[OPTION]..."), p->operands ? "" : "\n");
	if (p->operands)
		fprintf(out, "%*s%s\n", (int)(utf8_count(span_of(_("Usage:"))) + strlen(p->name) + 2), "", p->operands);
}

static void put_examples(const struct program *p, FILE *out)
{
	if (!p->examples || !p->examples->command)
		return;
	fprintf(out, "\n%s\n", _("Examples:"));
	for (const struct example *x = p->examples; x->command; x++) {
		fprintf(out, "  %s\n", x->command);
		if (x->what)
			fprintf(out, "      %s\n", _(x->what));
	}
}

static void put_option(const struct opt *o, FILE *out)
{
	char left[80];
	size_t width;

	snprintf(left, sizeof left, "  %c%c%s --%s%s%s%s", o->letter ? '-' : ' ', o->letter ? o->letter : ' ',
		 o->letter ? "," : " ", o->name,
		 !o->arg                ? ""
		 : o->kind == OPT_MAYBE ? "[="
					: " ",
		 o->arg ? o->arg : "", o->kind == OPT_MAYBE ? "]" : "");
	width = utf8_count(span_of(left));
	if (width < 26)
		fprintf(out, "%s%*s%s", left, (int)(27 - width), "", _(o->help));
	else
		fprintf(out, "%s\n%27s%s", left, "", _(o->help));
	if (o->min || o->max)
		fprintf(out, " (%ld–%ld)", o->min, o->max);
	fputc('\n', out);
}

static void put_options(const struct program *p, FILE *out)
{
	fprintf(out, "\n%s\n", _("Options:"));
	for (const struct opt *o = p->opts; o && o->name; o++)
		put_option(o, out);
	for (const struct opt *o = opt_common_table; o->name; o++)
		put_option(o, out);
	fprintf(out, "  -h,  --help              %s\n", _("this help; --help says more than -h"));
	fprintf(out, "       --version           %s\n", _("version and licence"));
}

void opt_help_short(const struct program *p, FILE *out)
{
	put_usage(p, out);
	put_examples(p, out);
	put_options(p, out);
}

static void details_of(const struct program *p, struct buf *details)
{
	if (p->put_details)
		p->put_details(details);
	else if (p->details)
		buf_puts(details, _(p->details));
}

void opt_help_long(const struct program *p, FILE *out)
{
	struct buf details = { 0 };

	opt_help_short(p, out);
	details_of(p, &details);
	if (details.n)
		fprintf(out, "\n%s\n", buf_str(&details));
	buf_free(&details);
}

static void put_roff(const char *text, FILE *out)
{
	for (const char *c = text; *c; c++) {
		if ((*c == '.' || *c == '\'') && (c == text || c[-1] == '\n'))
			fputs("\\&", out);
		if (*c == '-')
			fputc('\\', out);
		if (*c == '\\')
			fputs("\\e", out);
		else
			fputc(*c, out);
	}
}

/* Lines that begin with spaces are lists and stay as they are. */
static void put_roff_prose(const char *text, FILE *out)
{
	bool list = false;

	while (*text) {
		size_t n = strcspn(text, "\n");
		char *line = strndup(text, n);

		if ((*text == ' ') != list)
			fputs(list ? ".fi\n.PP\n" : ".PP\n.nf\n", out);
		list = *text == ' ';
		put_roff(line ? line : "", out);
		fputc('\n', out);
		free(line);
		text += n + (text[n] == '\n');
	}
	if (list)
		fputs(".fi\n", out);
}

static void put_roff_option(const struct opt *o, FILE *out)
{
	fputs(".TP\n", out);
	if (o->letter)
		fprintf(out, ".BR \\-%c , \\ \\-\\-", o->letter);
	else
		fputs(".BR \\-\\-", out);
	put_roff(o->name, out);
	if (o->arg && o->kind == OPT_MAYBE)
		fprintf(out, " [= \\fI%s\\fR ]", o->arg);
	else if (o->arg)
		fprintf(out, " \" \" \\fI%s\\fR", o->arg);
	fputc('\n', out);
	put_roff(_(o->help), out);
	fputs(".\n", out);
}

static void put_roff_options(const struct program *p, FILE *out)
{
	fprintf(out, ".SH %s\n", _("OPTIONS"));
	for (const struct opt *o = p->opts; o && o->name; o++)
		put_roff_option(o, out);
	for (const struct opt *o = opt_common_table; o->name; o++)
		put_roff_option(o, out);
	fputs(".TP\n.BR \\-h , \\ \\-\\-help\n", out);
	put_roff(_("this help; --help says more than -h"), out);
	fputs(".\n.TP\n.B \\-\\-version\n", out);
	put_roff(_("version and licence"), out);
	fputs(".\n", out);
}

static void put_roff_examples(const struct program *p, FILE *out)
{
	fprintf(out, ".SH %s\n", _("EXAMPLES"));
	for (const struct example *x = p->examples; x && x->command; x++) {
		fputs(".PP\n", out);
		if (x->what) {
			put_roff(_(x->what), out);
			fputs(":\n", out);
		}
		fputs(".EX\n    ", out);
		put_roff(x->command, out);
		fputs("\n.EE\n", out);
	}
}

/* STYLE of exit codes: those of sysexits.h, the same for every program. */
static void put_roff_exit_codes(FILE *out)
{
	static const struct {
		int code;
		const char *what;
	} codes[] = {
		{ 0, N_("done") },
		{ 1, N_("nothing was found (questions), or a figure falls short (svod-eval)") },
		{ 64, N_("wrong usage") },
		{ 65, N_("a document or a line of the stream is bad; the rest was done") },
		{ 66, N_("an input is not there") },
		{ 69, N_("something that was asked for is not installed") },
		{ 70, N_("an error in svod") },
		{ 71, N_("the system or memory") },
		{ 73, N_("the output cannot be created") },
		{ 74, N_("reading or writing failed, a full disk included") },
		{ 75, N_("the corpus is being written by another program") },
		{ 78, N_("a rule file or the dictionary is wrong") },
	};

	fprintf(out, ".SH \"%s\"\n", _("EXIT STATUS"));
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		fprintf(out, ".TP\n.B %d\n%s.\n", codes[i].code, _(codes[i].what));
}

/* "svod search" is the page svod-search, in the title in capitals. */
static void put_roff_name(const char *name, bool upper, FILE *out)
{
	for (; *name; name++) {
		if (*name == ' ' || *name == '-')
			fputs(upper ? "-" : "\\-", out);
		else
			fputc(upper && *name >= 'a' && *name <= 'z' ? *name - 32 : *name, out);
	}
}

void opt_help_man(const struct program *p, FILE *out)
{
	struct buf details = { 0 };

	fputs(".TH ", out);
	put_roff_name(p->name, true, out);
	fprintf(out, " 1 \"\" \"svod %s\" svod\n.SH %s\n", SVOD_VERSION, _("NAME"));
	put_roff_name(p->name, false, out);
	fputs(" \\- ", out);
	put_roff(_(p->summary), out);
	fprintf(out, "\n.SH %s\n.B ", _("SYNOPSIS"));
	put_roff(p->name, out);
	fprintf(out, "\n%s %s\n", _("[OPTION]..."), p->operands ? p->operands : "");
	details_of(p, &details);
	if (details.n) {
		fprintf(out, ".SH %s\n", _("DESCRIPTION"));
		put_roff_prose(buf_str(&details), out);
	}
	buf_free(&details);
	put_roff_options(p, out);
	put_roff_examples(p, out);
	put_roff_exit_codes(out);
	fprintf(out,
		".SH \"%s\"\n.BR svod (1),\n.BR svod\\-query (7),\n.BR svod\\-stream (5),\n.BR svod\\-schema (5)\n",
		_("SEE ALSO"));
}

static void put_completion(const struct opt *o, FILE *out)
{
	fprintf(out, "--%s\t", o->name);
	if (o->letter)
		fprintf(out, "-%c", o->letter);
	fprintf(out, "\t%s\t", o->arg ? o->arg : "");
	for (int i = 0; o->choices && o->choices[i]; i++)
		fprintf(out, "%s%s", i ? " " : "", o->choices[i]);
	fprintf(out, "\t%s\n", _(o->help));
}

void opt_help_completion(const struct program *p, FILE *out)
{
	for (const struct opt *o = p->opts; o && o->name; o++)
		put_completion(o, out);
	for (const struct opt *o = opt_common_table; o->name; o++)
		put_completion(o, out);
}

void opt_help_version(const struct program *p, FILE *out)
{
	fprintf(out, "%s %s\n%s\n", p->name, SVOD_VERSION,
		_("Copyright the svod authors. Licence GPL-3.0-or-later: free software, no warranty."));
}
