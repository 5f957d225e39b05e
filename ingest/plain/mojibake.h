/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MOJIBAKE_H
#define SVOD_MOJIBAKE_H

#include <stdbool.h>

#include "buf.h"
#include "charset_tables.h"

/*
 * Text that was read in a wrong charset and saved like that ("РџСЂРѕРіСЂР°РјРјР°"). One layer of it: text in the
 * charset meant was read as read_as.
 */
struct mojibake {
	const struct charset_table *read_as;
	const struct charset_table *meant; /* NULL: UTF-8 */
	bool raw;                          /* bytes 0x80 … 0x9f stand as U+0080 … U+009F in the text */
	bool lost; /* a byte that read_as has no character for became U+FFFD; И survives this */
};

/* Is text (valid UTF-8) mojibake? Sets *m. */
bool mojibake_find(struct span text, struct mojibake *m);

/* Appends text without that layer to out (valid UTF-8). */
void mojibake_undo(struct span text, const struct mojibake *m, struct buf *out);

/* The way back: appends what a stretch of the undone text was before. */
void mojibake_redo(struct span text, const struct mojibake *m, struct buf *out);

#endif
