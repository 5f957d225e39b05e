/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod-clean: the stream of svod-read in, the stream with normalized text and real blocks out. */
#include <stddef.h>

#include "clean.h"
#include "clean_text.h"
#include "filter.h"
#include "i18n.h"
#include "version.h"

struct options {
	struct opt_common common;
	bool text, strict;
};

static const struct opt options[] = {
	{ "text", 't', OPT_FLAG, offsetof(struct options, text), NULL,
	  N_("write the text alone: a block a line, table cells with tabs between them"), NULL, 0, 0 },
	{ "strict", 0, OPT_FLAG, offsetof(struct options, strict), NULL, N_("stop at the first bad line"), NULL, 0, 0 },
	{ 0 },
};

static const struct example examples[] = {
	{ "svod-read plan.docx | svod-clean --text", N_("the text of a document, ready to read") },
	{ "svod-read -0 <files.list | svod-clean | svod-extract | svod-resolve | svod-index corpus.db",
	  N_("the whole chain") },
	{ "svod-read *.pdf | svod-clean | jq -r '.blocks[] | select(.kind==\"heading\") | [.start,.end] | @tsv'",
	  N_("where the headings are") },
	{ NULL, NULL },
};

static bool each(void *ctx, struct doc *d, struct err *e)
{
	(void)e;
	clean_doc(ctx, d);
	return true;
}

static void put_text(void *ctx, const struct doc *d, struct buf *out)
{
	(void)ctx;
	clean_text(d, out);
}

/* --help lists the passes from the table that runs them. */
static void put_details(struct buf *b)
{
	buf_puts(b, _("The passes, in this order; each keeps the map to the source:\n"));
	for (const struct clean_pass *pass = clean_passes; pass->name; pass++)
		buf_addf(b, "  %-12s %s\n", pass->name, _(pass->what));
	buf_puts(b, _("Glued words, look-alike letters and spelling stay as they are; notes name them.\n"
		      "Exit codes: 0; 64 usage; 65 a line that is cut off or is no svod stream; 66 a file that is not "
		      "there; 74 an output error."));
}

static const struct program program = {
	.name = "svod-clean",
	.summary = N_("normalizes the text of a svod stream"),
	.operands = "[FILE|-]...",
	.examples = examples,
	.opts = options,
	.put_details = put_details,
};

int main(int argc, char **argv)
{
	struct options o = { 0 };
	struct err e = { 0 };
	int n = opt_parse(&program, &o, argc, argv, &e);
	struct log l = { program.name, o.common.quiet ? -1 : o.common.verbose, log_wants_color(o.common.color, 2) };
	struct filter f = { .each = each, .strict = o.strict };
	int code;

	if (n < 0) {
		log_err(&l, &e);
		return e.code;
	}
	if (o.common.stop)
		return o.common.stop - 1;
	if (o.text)
		f.put = put_text;
	f.ctx = clean_new();
	code = filter_run(&f, &l, argv + 1, n);
	clean_free(f.ctx);
	return code;
}
