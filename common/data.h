/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DATA_H
#define SVOD_DATA_H

#include <stdbool.h>

#include "buf.h"

/*
 * Finds a file or folder that svod needs at run time: "rules", "index/schema.sql", "dict/ru.dawg", "locale".
 * Looked for in SVOD_DATA, then beside the program as built (BIN/../share, then build/ and the source tree two and
 * three levels above BIN), then in PREFIX/share/svod (BIN/../share/svod). Appends the path to out and returns true when
 * it exists.
 */
bool data_path(const char *name, struct buf *out);

/* The folder of the running program (without a slash at the end), for starting its sisters. */
bool data_bin_dir(struct buf *out);

/*
 * The corpus to work on: option (--db) if it is not NULL, else SVOD_DB, else svod/corpus.db in XDG_DATA_HOME or
 * ~/.local/share (https://specifications.freedesktop.org/basedir-spec/). Appends the path.
 */
void data_corpus_path(const char *option, struct buf *out);

#endif
