/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SCAN_P_H
#define SVOD_SCAN_P_H

#include "scan.h"

/* The forms that scan.c chooses from. Without the instructions (other CPUs) they are the scalar one. */
bool scan_text_sse(struct span text, const struct scan_out *out);
bool scan_text_avx2(struct span text, const struct scan_out *out);

/* From where on something may need repair: never behind the first such place at or after from. */
size_t scan_clean_sse(struct span text, size_t from);
size_t scan_clean_avx2(struct span text, size_t from);

/* As scan_list. */
size_t scan_list_sse(const uint64_t *mask, size_t words, size_t first, unsigned *out);
size_t scan_list_avx2(const uint64_t *mask, size_t words, size_t first, unsigned *out);
size_t scan_list_bits(const uint64_t *mask, size_t words, size_t first, unsigned *out);

/* What the pass carries from one piece of the text to the next; words, so that no store is waited for. */
struct scan_carry {
	uint64_t letter, digit; /* the last character was one */
	uint64_t latin;         /* the last byte is such a letter */
	uint64_t cyrillic;      /* bits 1, 0: the last two bytes are lead bytes of Cyrillic */
	uint64_t odd;           /* something may need repair */
	uint64_t pair, rare;    /* the piece ends within a letter in a pair, a rare one (which begins at rare_at) */
	size_t rare_at;
};

/* Bytes [from, text.n) the scalar way, with their mask words; from is a character boundary. As scan_text. */
bool scan_tail(struct span text, size_t from, struct scan_carry carry, const struct scan_out *out);

/* Folds the one character at `at`. */
void scan_fold_char(struct span text, size_t at, char *folded);

/* Does the character there need repair by itself, as white space that is no plain space? */
bool scan_is_odd_space(struct span text, size_t at);

/* A dash, a quote, №: the signs of our texts whose lead byte begins letters too. */
bool scan_is_plain_sign(struct span text, size_t at);

#endif
