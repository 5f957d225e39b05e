/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tokenizer as an extension, so that the sqlite3 shell, Python and Datasette can search a corpus:
 *   sqlite> .load svod_fts5.so
 *   sqlite> SELECT snippet(blocks_fts, 0, '[', ']', '…', 12) FROM blocks_fts WHERE blocks_fts MATCH 'ратификация';
 * SQLite has it loaded as long as the process lives, so the tokenizer of a connection is never freed.
 */
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "fts_p.h"

int sqlite3_svodfts_init(sqlite3 *h, char **message, const sqlite3_api_routines *api);

/* The dictionary beside the extension: PREFIX/lib → PREFIX/share/svod, build/release/lib → build. */
static bool find_dictionary(struct buf *out)
{
	static const char *const near[] = { "../share/svod/dict/ru", "../../dict/ru", "../../share/svod/dict/ru",
					    "dict/ru" };
	const char *slash;
	Dl_info self;

	if (!dladdr((void *)(size_t)sqlite3_svodfts_init, &self) || !(slash = strrchr(self.dli_fname, '/')))
		return false;
	for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
		buf_reset(out);
		buf_add(out, span_make(self.dli_fname, (size_t)(slash + 1 - self.dli_fname)));
		buf_puts(out, near[i]);
		if (access(buf_str(out), R_OK) == 0)
			return true;
	}
	return false;
}

__attribute__((visibility("default"))) int sqlite3_svodfts_init(sqlite3 *h, char **message,
								const sqlite3_api_routines *api)
{
	struct fts *f = NULL;
	struct err e = { 0 };
	struct buf dictionary = { 0 };
	bool ok;

	SQLITE_EXTENSION_INIT2(api);
	ok = fts_register(h, find_dictionary(&dictionary) ? buf_str(&dictionary) : NULL, &f, &e);
	buf_free(&dictionary);
	if (ok)
		return SQLITE_OK;
	*message = sqlite3_mprintf("%s", e.text);
	return SQLITE_ERROR;
}
