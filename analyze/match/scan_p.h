/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SCAN_P_H
#define SVOD_SCAN_P_H

#include "scan.h"

/* The forms that scan.c chooses from. Without the instructions (other CPUs) they are the scalar one. */
void scan_text_sse(struct span text, const struct scan_out *out);
void scan_text_avx2(struct span text, const struct scan_out *out);

/* From where on something may need repair: never behind the first such place at or after from. */
size_t scan_clean_sse(struct span text, size_t from);
size_t scan_clean_avx2(struct span text, size_t from);

/* What the pass carries from one piece of the text to the next. */
struct scan_carry {
	bool letter, digit; /* the last character was one */
};

/* Bytes [from, text.n) the scalar way, with their mask words; from is a character boundary. */
void scan_tail(struct span text, size_t from, struct scan_carry carry, const struct scan_out *out);

/* Folds the one character at `at`. */
void scan_fold_char(struct span text, size_t at, char *folded);

#endif
