/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever is typed, an answer or a message comes: random queries of words, operators, quotation marks, brackets,
 * fields and plain bytes against a small database. The numbers are always the same.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "db.h"
#include "intake.h"
#include "names.h"
#include "query.h"
#include "search.h"

enum { QUERIES = 600, LONGEST = 9 };

static const struct log quiet = { "test", -1, false };

struct place {
	char dir[64], db[80], stream[80];
	struct db *open;
	uint64_t random;
};

static void put_document(FILE *f, int id, const char *title, const char *body)
{
	size_t n = strlen(title), m = n + 1 + strlen(body);

	fprintf(f,
		"{\"svod\":1,\"id\":\"%016d\",\"source\":{\"path\":\"d/"
		"%03d-plan.txt\",\"format\":\"txt\",\"bytes\":%zu},"
		"\"doc\":{\"title\":\"%s\",\"lang\":\"ru\",\"country\":\"KG\",\"date\":\"2022-0%d-05\"},\"text\":\"%"
		"s\\n%s\","
		"\"blocks\":[{\"kind\":\"heading\",\"start\":0,\"end\":%zu,\"level\":1},"
		"{\"kind\":\"para\",\"start\":%zu,\"end\":%zu}],\"map\":[],\"items\":[]}\n",
		id, id, m, title, id + 1, title, body, n, n + 1, m);
}

static int make_database(void **state)
{
	struct place *p = calloc(1, sizeof *p);
	char *operands[1];
	struct db *db = NULL;
	struct err e = { 0 };
	FILE *f;

	*state = p;
	strcpy(p->dir, "/tmp/svod-queries-XXXXXX");
	if (!mkdtemp(p->dir))
		return -1;
	snprintf(p->db, sizeof p->db, "%s/c.db", p->dir);
	snprintf(p->stream, sizeof p->stream, "%s/stream", p->dir);
	f = fopen(p->stream, "w");
	if (!f)
		return -1;
	put_document(f, 1, "План работы",
		     "Обсудить ратификацию конвенции о труде на заводе, см. план-отчёт за 2022-2025 годы.");
	put_document(f, 2, "Отчёт", "Профсоюз провёл обучение (12 человек) и просит: «улучшить охрану труда».");
	put_document(f, 3, "Report", "The union asked for C190; МОТ answered in Geneva*, 50% = half.");
	fclose(f);
	operands[0] = p->stream;
	if (!db_open(&db, p->db, DB_WRITE, NULL, &e) || intake_stream(db, &quiet, operands, 1, &e)) {
		fprintf(stderr, "%s\n", e.text);
		return -1;
	}
	if (!db_finish(db, true, &e) || !db_open(&p->open, p->db, DB_READ, NULL, &e) || !names_register(p->open, &e))
		return -1;
	return 0;
}

static int remove_database(void **state)
{
	struct place *p = *state;
	char path[96];

	db_close(p->open);
	unlink(p->stream);
	unlink(p->db);
	snprintf(path, sizeof path, "%s-wal", p->db);
	unlink(path);
	snprintf(path, sizeof path, "%s-shm", p->db);
	unlink(path);
	rmdir(p->dir);
	free(p);
	return 0;
}

/* xorshift64: https://en.wikipedia.org/wiki/Xorshift */
static size_t any(struct place *p, size_t below)
{
	p->random ^= p->random << 13;
	p->random ^= p->random >> 7;
	p->random ^= p->random << 17;
	return (size_t)(p->random % below);
}

static void put_bytes(struct place *p, struct buf *out)
{
	for (size_t n = 1 + any(p, 4); n; n--)
		buf_putc(out, (char)(1 + any(p, 255)));
}

static void put_query(struct place *p, struct buf *out)
{
	static const char *const sound[] = {
		"план",
		"отчет",
		"конвенция",
		"труда",
		"ghjacj.p",
		"ПРОФСОЮЗ",
		"прафсоюз",
		"C190",
		"MOT",
		"о",
		"и",
		"12",
		"50%",
		"rowid",
		"2022-2025",
		"обуч*",
		"=планы",
		"-обучение",
		"\"охрана труда\"",
		"=\"план работы\"",
		"\"охрана тр\"*",
		"«план работы»",
		"(план OR отчет)",
		"(труд | (завод конвенция))",
		"план NEAR/3 отчет",
		"-(a OR b)",
		"NOT =план",
		"year:2022..",
		"doc:001",
		"country:KG,KZ",
		"-lang:kk",
		"type:goal",
		"section:\"План\"",
		"org:МОТ",
		"due:2022-Q4",
		"convention:C190,R205",
		"has:deadline",
		"who:ФПК",
		"kind:plan",
		"ё",
		"é",
		"a\u0301",
		"𐍈",
	};
	static const char *const broken[] = {
		"OR",          "AND",    "NOT",     "NEAR",        "NEAR/3",      "NEAR/",  "NEAR/99999999999999999999",
		"NEAR(",       "|",      "-",       "--",          "=",           "*",      "*план",
		"=план*",      "\"",     "\"\"",    "«",           "»",           "“",      "”",
		"'",           "''",     "(",       ")",           "()",          "((",     "))",
		"{",           "}",      "[",       "]",           "^",           "+",      ":",
		",",           ";",      "\\",      "\t",          "%",           "_",      "type:",
		"org:",        "year:",  "year:..", "due:2022-Q9", "country:KZ,", "doc:",   "text:",
		"blocks_fts:", "-type:", "org:\"",  "==план",      "-=план",      "\u00a0", "\u200b",
	};
	size_t hostile = any(p, 3) * any(p, 5); /* of 10 parts */

	for (size_t n = 1 + any(p, LONGEST); n; n--) {
		if (any(p, 10) >= hostile)
			buf_puts(out, sound[any(p, sizeof sound / sizeof *sound)]);
		else if (any(p, 8) == 0)
			put_bytes(p, out);
		else
			buf_puts(out, broken[any(p, sizeof broken / sizeof *broken)]);
		if (any(p, 10) >= hostile / 2)
			buf_putc(out, ' ');
	}
}

/* One query as svod search runs it; which form of answer it takes is random too. */
static void ask(struct place *p, const char *text, struct err *e)
{
	static const char *const facets[] = { NULL, NULL, NULL, "type", "org", "year", "doc" };
	struct query_options o = { .limit = (long)any(p, 4) - 1, .json = any(p, 2), .kwic = any(p, 4) == 0 };
	struct query q = { .db = p->open, .o = &o, .log = &quiet, .width = any(p, 2) ? 80 : 0 };
	char *operand = (char *)(uintptr_t)text;

	o.count = any(p, 6) == 0;
	o.context = (long)any(p, 3);
	o.sort = (int)any(p, 3);
	o.no_synonyms = any(p, 3) == 0;
	o.facet = facets[any(p, sizeof facets / sizeof *facets)];
	(void)search_run(&q, &operand, 1, e);
	buf_free(&q.out);
}

static void no_query_reaches_sqlite_broken(void **state)
{
	static const char *const words[] = { "fts5",  "SQL",          "syntax",      "no such col",
					     "MATCH", "unterminated", "unrecognized" };
	struct place *p = *state;
	struct buf query = { 0 };
	int answered = 0;

	p->random = 88172645463325252U;
	for (int i = 0; i < QUERIES; i++) {
		struct err e = { 0 };

		buf_reset(&query);
		put_query(p, &query);
		ask(p, buf_str(&query), &e);
		if (e.code != 0 && e.code != EX_USAGE && e.code != EX_NOINPUT)
			fail_msg("%s: %d %s", buf_str(&query), e.code, e.text);
		answered += e.code == 0;
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (e.code && strstr(e.text, words[k]) && !strstr(buf_str(&query), words[k]))
				fail_msg("%s: %s", buf_str(&query), e.text);
	}
	buf_free(&query);
	assert_true(answered > QUERIES / 4); /* not messages alone */
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(no_query_reaches_sqlite_broken) };

	return cmocka_run_group_tests(tests, make_database, remove_database);
}
