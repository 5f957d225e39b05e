/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_FILES_H
#define SVOD_FILES_H

#include <stddef.h>

#include "buf.h"
#include "err.h"

/* Files named on a command line, folders opened up: what svod-read and svod add agree on. */
struct files {
	char **v; /* malloc'd paths, NUL-terminated */
	size_t n, cap;
};

/*
 * Appends path: a file as it is given (whether it exists or not), a folder as the regular files below it, ordered by
 * the bytes of their paths. Names that begin with a dot are passed over, symbolic links to folders are not followed.
 * A folder that cannot be read: false, e has 66 (and the rest of it is still added).
 */
bool files_add(struct files *f, const char *path, struct err *e) MUST_USE;

/* Appends the NUL-separated names that fd gives (find -print0). False: e has 74, or 65 above LIMIT_NAMES_MB. */
bool files_add_fd(struct files *f, int fd, struct err *e) MUST_USE;

/*
 * Appends path as the stream writes it, which holds UTF-8 only: a byte of the name that is none becomes \xHH.
 * files_path_of turns such a name back into the bytes of the path.
 */
void files_name_of(const char *path, struct buf *out);
/* The other way: appends the bytes of the path that files_name_of wrote as name. */
void files_path_of(struct span name, struct buf *out);

/*
 * Writes s to path, beside it first (PATH.part-XXXXXX): what was there stays until all of it is written. A symbolic
 * link stays one: its target is written. What is no plain file (a pipe, a device), and a file that no other can take
 * the place of (its folder is closed), is written to as it is. 73: it cannot be made or may not be written to; 74: the
 * disk is full.
 */
bool files_write(const char *path, struct span s, struct err *e) MUST_USE;

/* Frees the paths too; an f of zeros is allowed. */
void files_free(struct files *f);

#endif
