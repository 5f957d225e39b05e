/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_REPORT_P_H
#define SVOD_REPORT_P_H

#include "db_p.h"
#include "doc.h"
#include "query.h"

/*
 * The parts of the HTML report. The page holds both languages, and CSS shows one of them: words of the report are given
 * in English and Russian where they are used. Anchors: item-HASH:TYPE-START of an item, at-HASH-START of a block,
 * doc-HASH of a document, due-YYYY-Qn of a quarter.
 */
struct report {
	struct query *q;
	struct buf *out;
	struct buf ids; /* "1,4": the documents, for SQL */
	long long *docs;
	size_t n;
	bool russian; /* the language that is shown first */
};

/* SQL: the place of block b as in citations, the same in both languages: 003:210, scan:p3, act:¶12. */
#define REPORT_PLACE(doc) "svod_label(" doc ") || coalesce(':p' || b.page, ':' || b.line, ':¶' || b.para, '')"

/* A word of the page in both languages. */
struct words {
	const char *en, *ru;
};

/* Escapes text for elements and attributes; control characters become spaces. */
void html_put(struct buf *out, struct span s);

/* Appends both languages as spans. */
void html_say(struct buf *out, struct words w);

/* Opens <section id> with its heading; its heading's id is h-ID, for aria-labelledby. */
void html_section(struct report *r, const char *id, struct words title);

/* <th scope="col"> for each, up to a NULL. */
void html_heads(struct report *r, const struct words *heads);

/* The attribute id of an item, or of its document where no item is given: escaped, with the space before it. */
void html_id(struct buf *out, struct span doc, struct span item);

/* <a href> to what html_id names, open. */
void html_link(struct buf *out, struct span doc, struct span item);

/* The value of a date or deadline: short, and in words where it is no date (continuous, R/P1Y). */
void html_due(struct buf *out, struct span value);

/* What an item type is called. */
struct words html_type(enum item_type type);

/* before IN (the documents) after. */
bool report_prepare(struct report *r, const char *before, const char *after, sqlite3_stmt **st, struct err *e) MUST_USE;

/* Sections; each writes nothing where there is nothing to show. */
bool report_overview(struct report *r, struct err *e) MUST_USE;
bool report_due(struct report *r, struct err *e) MUST_USE;
bool report_who(struct report *r, struct err *e) MUST_USE;
bool report_instruments(struct report *r, struct err *e) MUST_USE;
bool report_network(struct report *r, struct err *e) MUST_USE;
bool report_checks(struct report *r, struct err *e) MUST_USE;
bool report_text(struct report *r, long long doc, struct err *e) MUST_USE;

#endif
