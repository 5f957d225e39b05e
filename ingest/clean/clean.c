/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of passes, in the order in which they must run, and the loop over it. */
#include "clean.h"

#include <stdlib.h>

#include "clean_lexicon.h"
#include "clean_p.h"
#include "i18n.h"
#include "morph.h"

const struct clean_pass clean_passes[] = {
	{ "controls", N_("control, invisible and soft-hyphen characters out; private-use bullets to •"),
	  clean_controls },
	{ "nfc", N_("composed letters (NFC): Й and Ё are one character"), clean_nfc },
	{ "markup", N_("emphasis signs, tags and bookmarks that a conversion left behind"), clean_markup },
	{ "cover", N_("every stretch of text in exactly one block"), clean_cover },
	{ "paragraphs", N_("plain text: lines to paragraphs, flattened tables to cells"), clean_paragraphs },
	{ "split", N_("list items that share a block with line breaks between them"), clean_split },
	{ "pages", N_("paragraphs that a page end cut in two"), clean_pages },
	{ "join", N_("wrapped lines and words divided at a line end"), clean_join },
	{ "spaced", N_("letter-spaced words: П О С Т А Н О В И Л"), clean_spaced },
	{ "frame", N_("single spaces, one line feed between blocks"), clean_frame },
	{ "cut-words", N_("blanks inside words, where the document shows such damage and the dictionary agrees"),
	  clean_cut_words },
	{ "marks", N_("list marks and heading numbers: mark, body"), clean_marks },
	{ "contents", N_("the table of contents: kind toc"), clean_contents },
	{ "head", N_("the head of the document: lines of an annex note, an approval, a title that read on"),
	  clean_head },
	{ "title", N_("the title of the document"), clean_title },
	{ "table-heads", N_("rows of column headings in tables"), clean_table_heads },
	{ "headings", N_("headings by number, capitals, name and shape; their level"), clean_headings },
	{ "dup", N_("blocks that repeat an earlier stretch: flagged, never dropped"), clean_dup },
	{ "leads", N_("the lead of a list in one block with its first item"), clean_leads },
	{ "signatures", N_("who signed: post and name"), clean_signatures },
	{ "captions", N_("captions of tables and figures"), clean_captions },
	{ "items", N_("items of lists without marks, behind a colon"), clean_items },
	{ "levels", N_("how deep a list item lies"), clean_levels },
	{ "languages", N_("the language of the document, and of blocks in another one"), clean_languages },
	{ "sentences", N_("sentences of running text; Russian abbreviations and initials are known"), clean_sentences },
	{ "notes", N_("mixed alphabets and glued tokens: noted, the text stays"), clean_notes },
	{ NULL, NULL, NULL },
};

struct clean *clean_new(void)
{
	struct clean *c = mem_alloc(sizeof *c);

	bytes_init(&c->bytes);
	c->columns = lexicon_load("columns.tsv");
	c->structure = lexicon_load("structure.tsv");
	c->abbreviations = lexicon_load("abbreviations.tsv");
	return c;
}

void clean_free(struct clean *c)
{
	if (!c)
		return;
	edit_free(&c->edits);
	morph_close(c->morph);
	lexicon_free(c->abbreviations);
	lexicon_free(c->columns);
	lexicon_free(c->structure);
	free(c);
}

static void run_pass(struct clean *c, const struct clean_pass *p)
{
	p->run(c);
	edit_apply(&c->edits, c->d);
}

/* Has this program been over the document? Its line structure is gone then, and a second look would only guess. */
static bool is_clean(const struct doc *d)
{
	if (!d->made)
		return false;
	for (const struct jval *m = d->made->first; m; m = m->next)
		if (span_is(jval_str(m, "by"), "svod-clean"))
			return true;
	return false;
}

void clean_doc(struct clean *c, struct doc *d)
{
	if (is_clean(d))
		return;
	c->d = d;
	c->tables = 0;
	c->no_table = 0;
	if (d->has_text) {
		for (const struct clean_pass *p = clean_passes; p->name; p++)
			run_pass(c, p);
		edit_close_gaps(d);
		edit_shrink_map(d);
	}
	doc_add_made(d, "svod-clean");
}

bool clean_doc_pass(struct clean *c, struct doc *d, const char *name)
{
	c->d = d;
	for (const struct clean_pass *p = clean_passes; p->name; p++) {
		if (!span_is(span_of(name), p->name))
			continue;
		run_pass(c, p);
		return true;
	}
	return false;
}
