/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOC_COUNTRY_H
#define SVOD_DOC_COUNTRY_H

#include "resolve.h"

/*
 * The country that a document is of, as an ISO 3166-1 code of rules/lexicon/countries.tsv; empty where it is of several
 * or none can be told. head_end: the byte behind its title. Needs the organizations among its items. Borrowed from the
 * lexicon.
 */
struct span doc_country(struct resolver *r, struct doc *d, size_t head_end);

#endif
