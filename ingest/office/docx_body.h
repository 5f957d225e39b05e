/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOCX_BODY_H
#define SVOD_DOCX_BODY_H

#include "docx_numbering.h"
#include "docx_styles.h"
#include "flow.h"

/* Which part of a DOCX is being read: decides what its paragraphs become. */
enum docx_story { STORY_BODY, STORY_NOTES, STORY_HEADER, STORY_FOOTER, STORY_COMMENTS };

/* Which number the note of that id got where the text refers to it. */
struct docx_note {
	int id;
	bool end; /* an endnote: they have ids of their own */
	int number;
};

struct docx_notes {
	struct docx_note *v; /* in the document's arena */
	size_t n, cap;
};

struct docx_parts {
	struct flow *flow;
	struct docx_notes *notes; /* filled by the body, used by the notes; NULL: notes are not counted */
	const struct docx_styles *styles;
	struct numbering *numbering;
	/*
	 * The part that relationship id of the main part points at: its name, which lives as long as the document, and
	 * its bytes appended to out. False: there is none. NULL: the document has no other parts.
	 */
	bool (*related)(void *ctx, struct span id, struct span *part, struct buf *out);
	void *related_ctx;
	int depth; /* how many documents this one lies in */
};

/*
 * Reads one part of WordprocessingML (transitional or strict) into the flow. part: its name, for the map; must live as
 * long as the document. Comments become notes of the document. False: 65, the part is damaged and was read up to there.
 */
bool docx_story_read(const struct docx_parts *p, enum docx_story story, struct span xml, struct span part,
		     struct err *e) MUST_USE;

#endif
