/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_IMAGE_H
#define SVOD_IMAGE_H

#include "ruleset.h"

/*
 * A whole rule set, ready for use, as bytes that a program maps and uses where they lie: a start reads no rule, asks
 * for no memory and writes to next to none of it. The bytes are for this build and this kind of machine only.
 *
 * Layout: struct image_head up to HEAD; the memory of the rule set's arena as it is when the file stands at IMAGE_BASE;
 * where in the file pointers stand, as numbers of 4 bytes (a program that gets another address moves them); the bytes
 * of matcher_save_sieves, of which only what a text leads to is ever read.
 */

/*
 * Appends the image of the rules of src, which are right (no complaints, all examples hold). frozen: of ruleset_freeze
 * of the same rules; sieves: of matcher_save_sieves, or empty. False: it cannot be made, and nothing was appended. out
 * is empty before.
 */
bool image_write(const struct ruleset_source *src, struct span frozen, struct span sieves, struct buf *out);

/*
 * The rule set in an open file, which may be closed then; NULL: what is there is not whole, of another build, or of
 * rules with another hash. Its directories are to be set (ruleset_set_dirs). look_through: compares a digest of its
 * bytes too, for a file that was not installed as the program itself was.
 */
struct ruleset *image_map(int fd, unsigned long long hash, bool look_through);

#endif
