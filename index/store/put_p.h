/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PUT_P_H
#define SVOD_PUT_P_H

#include "db_p.h"
#include "digest.h"
#include "doc.h"
#include "put.h"

/* Inside of put: the statements, and the parts of a document. */
enum put_sql {
	SQL_FIND_DOC,
	SQL_FIND_FILE,
	SQL_ADD_DOC,
	SQL_ADD_FILE,
	SQL_MOVE_FILE,
	SQL_SET_SOURCE,
	SQL_DROP_FILE,
	SQL_COUNT_FILES,
	SQL_NEXT_BLOCK,
	SQL_ADD_BLOCK,
	SQL_ADD_FTS,
	SQL_SET_BLOCKS,
	SQL_ADD_ITEM,
	SQL_ADD_ORG,
	SQL_FIND_ORG,
	SQL_ADD_NAME,
	SQL_ADD_ROW,
	SQL_ADD_NOTE,
	SQL_ADD_MADE,
	SQL_RANGE,
	SQL_FTS_DELETE,
	SQL_DROP_ROWS,
	SQL_DROP_ITEMS,
	SQL_DROP_BLOCKS,
	SQL_DROP_NOTES,
	SQL_DROP_MADE,
	SQL_DROP_DOC,
	SQL_ALL_FILES,
	SQL_FILES_AT,
	SQL_ADD_LANG,
	SQL_DROP_NAMES,
	SQL_DROP_ORGS,
	PUT_SQL
};

struct put {
	struct db *db;
	sqlite3_stmt *sql[PUT_SQL];
	struct buf text, json; /* reused */
	sqlite3_int64 *blocks; /* id of the row that each block of the stream went into */
	size_t cap_blocks;
	sqlite3_int64 doc;
	sqlite3_int64 last_item;                           /* id of the newest item */
	char text_hash[DIGEST_HEX], line_hash[DIGEST_HEX]; /* of the document at hand */
	bool orgs_may_be_orphans;
};

/* Blocks and their words; fills p->blocks. */
bool put_blocks(struct put *p, const struct doc *d, struct err *e) MUST_USE;

/* Items, organizations and plan rows; the blocks are placed. */
bool put_items(struct put *p, struct doc *d, struct err *e) MUST_USE;

/* v as JSON into p->json; valid until the next call. NULL or empty gives the empty span. */
struct span put_json(struct put *p, const struct jval *v);

#endif
