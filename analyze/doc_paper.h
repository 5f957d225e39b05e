/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOC_PAPER_H
#define SVOD_DOC_PAPER_H

#include "doc.h"
#include "resolve.h"

/* "Зарегистрировано в Министерстве труда": is it a body that keeps the list of papers and issued none of them? */
bool doc_is_registrar(const struct resolver *r, const struct doc *d, const struct item *it);

/*
 * "МЕМОРАНДУМ Комитета … относительно проекта закона": is a paper of that kind and title, whose head is that block,
 * what one body thinks and no agreement, which is between two?
 */
bool doc_is_position(const struct resolver *r, const struct doc *d, size_t head, struct span kind, struct span title);

/*
 * Is that title the first heading behind block head, which names the kind of the paper, and are there more headings of
 * its sort? Then it opens a section ("Раздел 1. Общие положения", "Introduction"), and the head is the title.
 */
bool doc_is_section(const struct doc *d, size_t head, struct span title);

/* РЕЗОЛЮЦИЯ «Молодежь – будущее профсоюзов»: does the name fill a pair of quotes? Then it may be a motto. */
bool doc_is_motto(const struct doc *d, const struct item *it);

/*
 * "Комитеттің № 8 қаулысымен бекітілді": does the folded Kazakh or Kyrgyz word stand in the instrumental? What
 * something was done by is no head.
 */
bool doc_is_means(struct span word);

/* "(2031-жылдын 28-ноябры, № 3 токтом)": does the word stand in a bracket of that block? It tells by what a paper was
 * adopted. */
bool doc_in_bracket(const struct doc *d, const struct block *b, struct word w);

#endif
