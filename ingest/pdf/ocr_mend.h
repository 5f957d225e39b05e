/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_OCR_MEND_H
#define SVOD_OCR_MEND_H

#include "ocr_lattice.h"
#include "pdf_words.h"

/*
 * Repairs of what recognition confuses, on the words of one page. Each repair is appended to log as "ХП → XII", several
 * separated by ", ". Returns the number of words changed.
 *
 * Roman numerals read as Cyrillic letters: ХП, ХУ, ХШ in the number of an act (№ 1605-ХП) or before съезд, пленум, век;
 * abbreviations read unsurely that differ in one letter from one that the pages have several times, read surely
 * (known: the pages to look in, n of them); and, on pages whose words the dictionary knows otherwise, a long word that
 * it does not know and that becomes one it does when one letter is taken for its double (заселания → заседания), or
 * when its letters are taken from several readings of its line (other: all words of lines that were read again).
 */
size_t ocr_mend(struct page_words *w, const struct page_words *other, const struct page_words *const *known, size_t n,
		const struct ocr_oracle *o, struct buf *log);

#endif
