/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_ABRIDGED_H
#define SVOD_ORG_ABRIDGED_H

#include "org_names.h"

/*
 * ГБУЗ «Заречная ЦРБ» of the учреждение здравоохранения «Заречная центральная районная больница»: the body whose name
 * in quotes has the words of the candidate's, or words with the letters of its capitals. ORG_NO_BODY: there is none.
 */
size_t org_abridged_body(const struct org_names *n, const struct org_cand *c);

/* Минтранс is the Министерство транспорта where the document has one such ministry and no other. */
void org_abridged_ministries(struct org_names *n);

#endif
