/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_QUOTE_H
#define SVOD_ORG_QUOTE_H

#include "org_scan.h"

/*
 * Does the quote that opens at token at, behind a proper name in the tail of c, belong to the body's name: because it
 * begins with a head noun, or because c is a union's with the country behind it (Профсоюз печатников Казахстана
 * «Таңба»)?
 */
bool org_quote_is_own(const struct org_scan *s, const struct org_cand *c, size_t at);

/* семинар Союза писателей «Слово и труд»: is the quote behind the candidate the title of what stands before it? */
bool org_quote_is_events(const struct org_scan *s, const struct org_cand *c, size_t at);

#endif
