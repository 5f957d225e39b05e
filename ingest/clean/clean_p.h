/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_P_H
#define SVOD_CLEAN_P_H

#include "clean.h"
#include "clean_bytes.h"
#include "edit.h"

/* What the passes share: the document at hand, the edits being recorded, and tables that live longer than a document.
 */
struct clean {
	struct doc *d;
	struct byte_sets bytes;
	struct edits edits;  /* applied after each pass */
	struct morph *morph; /* see clean_dict.h */
	bool morph_tried;
	size_t no_table;               /* lines before it begin no flattened table: looked at already */
	int tables;                    /* number of the last table of the document */
	struct lexicon_table *columns; /* headings of plan columns */
	struct lexicon_table *abbreviations;
	struct lexicon_table *structure; /* words that tell titles, contents, sections … */
};

/* clean_chars.c */
void clean_controls(struct clean *c);
void clean_nfc(struct clean *c);
/* clean_markup.c */
void clean_markup(struct clean *c);
/* clean_frame.c */
void clean_cover(struct clean *c);
void clean_frame(struct clean *c);
/* clean_paragraphs.c */
void clean_paragraphs(struct clean *c);
/* clean_split.c */
void clean_split(struct clean *c);
void clean_pages(struct clean *c);
/* clean_join.c */
void clean_join(struct clean *c);
/* clean_mark.c */
void clean_marks(struct clean *c);
void clean_levels(struct clean *c);
/* clean_roles.c */
void clean_contents(struct clean *c);
void clean_title(struct clean *c);
void clean_signatures(struct clean *c);
void clean_captions(struct clean *c);
void clean_items(struct clean *c);
/* clean_glued.c */
void clean_leads(struct clean *c);
/* clean_head.c */
void clean_head(struct clean *c);
/* clean_plan.c */
void clean_table_heads(struct clean *c);
/* clean_headings.c */
void clean_headings(struct clean *c);
/* clean_dup.c */
void clean_dup(struct clean *c);
/* clean_words.c */
void clean_spaced(struct clean *c);
void clean_cut_words(struct clean *c);
/* clean_notes.c */
void clean_notes(struct clean *c);
/* clean_lang.c */
void clean_languages(struct clean *c);
/* clean_sentences.c */
void clean_sentences(struct clean *c);

#endif
