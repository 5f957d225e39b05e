/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What svod add says at the end: one line a document, then what to do next. */
#include <stdio.h>

#include "add.h"
#include "i18n.h"
#include "notes.h"
#include "utf8.h"

enum { LINES_AT_MOST = 40 };

static struct span base_name(struct span path)
{
	for (size_t i = path.n; i > 0; i--)
		if (path.p[i - 1] == '/')
			return span_sub(path, i, path.n);
	return path;
}

/* Left-justified in a column of so many characters, cut off with … where it is longer. */
static void put_column(struct span s, size_t columns)
{
	size_t n = utf8_count(s);
	struct buf plain = { 0 };

	buf_add_plain(&plain, span_sub(s, 0, n > columns ? utf8_offset(s, columns - 1) : s.n), "");
	printf("%s%s%*s ", buf_str(&plain), n > columns ? "…" : "", n > columns ? 0 : (int)(columns - n), "");
	buf_free(&plain);
}

static void put_note(const struct added *x)
{
	struct buf said = { 0 }, plain = { 0 };

	notes_say(x->note, &said);
	buf_add_plain(&plain, buf_span(&said), "");
	printf("! %s", buf_str(&plain));
	buf_free(&said);
	buf_free(&plain);
}

static void put_document(const struct added *x)
{
	printf("  ");
	put_column(base_name(x->path), 28);
	if (x->unread) {
		put_note(x);
		putchar('\n');
		return;
	}
	put_column(x->lang, 3);
	put_column(x->country, 2);
	put_column(x->period, 12);
	printf(ngettext("%5zu item", "%5zu items", x->items), x->items);
	if (x->rows)
		printf(ngettext("  %3zu plan row", "  %3zu plan rows", x->rows), x->rows);
	if (x->warnings) {
		printf("   ");
		put_note(x);
	}
	putchar('\n');
}

static void put_totals(const struct add_result *r)
{
	size_t chars = 0, items = 0;

	for (size_t i = 0; i < r->n; i++) {
		chars += r->v[i].chars;
		items += r->v[i].items;
	}
	printf(ngettext("%zu document", "%zu documents", r->n), r->n);
	printf(ngettext(", %zu character", ", %zu characters", chars), chars);
	printf(ngettext(", %zu item", ", %zu items", items), items);
	printf(_(" in %.1f s"), r->seconds);
	if (r->unchanged)
		printf(ngettext("; %zu file unchanged", "; %zu files unchanged", r->unchanged), r->unchanged);
	putchar('\n');
}

static void put_next(const struct add_result *r)
{
	int warnings = 0;
	struct span first = { 0 };

	for (size_t i = 0; i < r->n; i++) {
		if (r->v[i].warnings && !warnings)
			first = base_name(r->v[i].path);
		warnings += r->v[i].warnings;
	}
	if (warnings) {
		printf(ngettext("%d warning.", "%d warnings.", (unsigned long)warnings), warnings);
		printf(_(" Details: svod check '%.*s'"), SPAN_ARG(first));
		printf("     ");
	}
	printf("%s svod search 'социальное партнерство'\n", _("Next:"));
}

void add_print(const struct add_result *r, const struct add_options *o)
{
	size_t shown = o->common.verbose || r->n <= LINES_AT_MOST ? r->n : LINES_AT_MOST;

	if (o->common.quiet)
		return;
	printf("%s %s%s\n", _("Corpus:"), r->db.p, r->new_corpus && !r->unwritten ? _(" (new)") : "");
	if (r->interrupted)
		printf("%s\n", _("Interrupted: what was finished is kept. The same command goes on from there."));
	if (r->unwritten) {
		printf("%s\n", _("Not all was written, for the reason given above; what the corpus held is kept. The "
				 "same command goes on "
				 "from there."));
		return;
	}
	put_totals(r);
	for (size_t i = 0; i < shown; i++)
		put_document(&r->v[i]);
	if (shown < r->n)
		printf(_("  … and %zu more (svod list docs)\n"), r->n - shown);
	if (r->n)
		put_next(r);
}
