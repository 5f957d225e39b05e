/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_ACCEPT_H
#define SVOD_ORG_ACCEPT_H

#include "org_scan.h"

/* What a candidate is. */
enum org_verdict {
	ORG_NO, /* no name: членские организации, комиссия по трудовым спорам */
	ORG_NAME, /* a full name */
	ORG_SHORT, /* a head alone with a capital (Федерация, Совет): a name if the document has the full one */
	ORG_WEAK, /* looks like one: a name if the document defines it or has it elsewhere as a name */
};

enum org_verdict org_accept(const struct org_scan *s, struct org_cand *c);

/* Is there a proper name in tokens [first, last]: an abbreviation, a place, a quote, a capital that is no head noun's?
 */
bool org_has_identity(const struct org_scan *s, size_t first, size_t last);

#endif
