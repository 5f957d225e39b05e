/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_QUERY_H
#define SVOD_QUERY_H

#include "buf.h"
#include "db.h"
#include "log.h"
#include "opt.h"
#include "table.h"

/*
 * Every question of svod-query: one struct of options (each command's table names those that it has), and what a
 * command works with.
 */
struct query_options {
	struct opt_common common;
	const char *db;
	int format;
	bool json;
	/* filters */
	struct opt_list doc, country, year, type, org, who, convention, section, lang, kind, has;
	const char *since, *until;
	/* search */
	bool list, null, count, kwic, no_synonyms;
	const char *facet, *save, *saved, *forget;
	int sort;
	long limit, offset, context;
	/* show, due, export */
	bool text, overdue, ending, recurring, dups, bom, as_text;
	const char *source; /* NULL: not asked for; else the picture to write, or "" */
	const char *item, *from, *to, *at, *unit;
	int category; /* of instruments: 0 any */
	int export_format;
};

struct query {
	struct db *db;
	struct db_watch watch; /* of all its connections */
	struct query_options *o;
	const struct log *log;
	char **argv; /* as typed: the command's name first */
	int argc;
	struct buf out;
	int width;    /* of the terminal, 0: none */
	bool color;   /* on stdout */
	bool nothing; /* nothing was found: exit 1 */
	bool said;    /* … and the command has said so */
};

struct command {
	const char *name;
	const struct program program;
	/* Operands are argv-like; what is printed goes to q->out. */
	bool (*run)(struct query *q, char **operands, int n, struct err *e);
	int min, max; /* operands */
};

/* The command of that name, or NULL. */
const struct command *command_find(const char *name);

/* All of them, ended by a NULL name. */
extern const struct command commands[];

/* A table in the format that was asked for. */
struct table *query_table(struct query *q, const struct column *columns);

/* Writes q->out to stdout and empties it; 74 when that fails. */
bool query_flush(struct query *q, struct err *e) MUST_USE;

/*
 * On stderr, unless quiet: that nothing was found, and advice (may be empty) in lines of its own; or that the corpus is
 * empty and how it is filled.
 */
bool query_say_nothing(struct query *q, struct span advice, struct err *e) MUST_USE;

/* True when the answer is written as JSON or JSON lines. */
bool query_is_json(const struct query *q);

/* True when the answer is for people, not for programs. */
bool query_for_people(const struct query *q);

#endif
