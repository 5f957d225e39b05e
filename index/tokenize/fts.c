/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thin layer between FTS5's tokenizer interface and ours: flags become modes, tokens are passed through. */
#include "fts_p.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "mem.h"
#include "places_sql_p.h"
#include "rank_p.h"

#ifdef SVOD_FTS5_EXTENSION
SQLITE_EXTENSION_INIT3
#endif

struct fts {
	struct tokenizer *t;
	sqlite3 *h;
	bool asked; /* which languages the corpus has */
};

/* One tokenizer serves every table of the connection: FTS5's object is the fts itself. */
static int create(void *ctx, const char **arg, int n, Fts5Tokenizer **out)
{
	(void)arg;
	(void)n;
	*out = ctx;
	return SQLITE_OK;
}

static void destroy(Fts5Tokenizer *t)
{
	(void)t; /* fts_free does it, after the connection is closed */
}

struct target {
	void *ctx;
	int (*token)(void *ctx, int flags, const char *token, int n, int start, int end);
};

static int emit(void *ctx, bool same, struct span token, size_t start, size_t end)
{
	const struct target *t = ctx;

	return t->token(t->ctx, same ? FTS5_TOKEN_COLOCATED : 0, token.p, (int)token.n, (int)start, (int)end);
}

/* The way of reading words that a setting of the database asks for; 0: none of its own. */
static unsigned flag_of(const char *key)
{
	static const struct {
		const char *key;
		unsigned flag;
	} langs[] = { { "lang:uk", TOKEN_UK },     { "lang:be", TOKEN_BE },     { "lang:kk", TOKEN_TURKIC },
		      { "lang:ky", TOKEN_TURKIC }, { "lang:uz", TOKEN_TURKIC }, { "lang:tg", TOKEN_TAJIK } };

	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++)
		if (!strcmp(key, langs[i].key))
			return langs[i].flag;
	return 0;
}

/* Queries are read in the languages that svod-index met; a database without such settings is taken to be Russian. */
static void ask_languages(struct fts *f)
{
	sqlite3_stmt *s = NULL;
	unsigned found = 0;

	f->asked = true;
	if (sqlite3_prepare_v2(f->h, "SELECT key FROM settings WHERE key >= 'lang:' AND key < 'lang;'", -1, &s, NULL) ==
	    SQLITE_OK)
		while (sqlite3_step(s) == SQLITE_ROW)
			found |= flag_of((const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	tokenizer_query_languages(f->t, found);
}

static int tokenize(Fts5Tokenizer *self, void *ctx, int flags, const char *text, int n,
		    int (*token)(void *ctx, int flags, const char *token, int n, int start, int end))
{
	struct fts *f = (struct fts *)self;
	struct target target = { ctx, token };
	enum token_mode mode = TOKEN_TEXT;

	if (flags & FTS5_TOKENIZE_QUERY)
		mode = flags & FTS5_TOKENIZE_PREFIX ? TOKEN_PREFIX : TOKEN_QUERY;
	return tokenizer_run(mode == TOKEN_TEXT ? f->t : fts_tokenizer_for_queries(f), mode, span_make(text, (size_t)n),
			     emit, &target);
}

static fts5_api *api_of(sqlite3 *h)
{
	fts5_api *api = NULL;
	sqlite3_stmt *s = NULL;

	if (sqlite3_prepare_v2(h, "SELECT fts5(?1)", -1, &s, NULL) == SQLITE_OK) {
		sqlite3_bind_pointer(s, 1, &api, "fts5_api_ptr", NULL);
		sqlite3_step(s);
	}
	sqlite3_finalize(s);
	return api;
}

bool fts_register(sqlite3 *h, const char *dictionary, struct fts **out, struct err *e)
{
	fts5_tokenizer methods = { create, destroy, tokenize };
	fts5_api *api = api_of(h);
	struct fts *f;

	if (!api)
		return err_set(e, EX_UNAVAILABLE, _("this SQLite was built without FTS5"));
	f = mem_alloc(sizeof *f);
	f->h = h;
	f->t = tokenizer_new(dictionary, e);
	if (f->t && api->xCreateTokenizer(api, "svod", f, &methods, NULL) == SQLITE_OK &&
	    rank_register(api) == SQLITE_OK && places_register(h, f) == SQLITE_OK) {
		*out = f;
		return true;
	}
	fts_free(f);
	return err_set(e, EX_SOFTWARE, _("the tokenizer could not be registered"));
}

void fts_free(struct fts *f)
{
	if (!f)
		return;
	tokenizer_free(f->t);
	free(f);
}

struct tokenizer *fts_tokenizer(struct fts *f)
{
	return f->t;
}

struct tokenizer *fts_tokenizer_for_queries(struct fts *f)
{
	if (!f->asked)
		ask_languages(f);
	return f->t;
}
