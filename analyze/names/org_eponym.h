/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_EPONYM_H
#define SVOD_ORG_EPONYM_H

#include "org_scan.h"

/* The last token of "имени Ф. Эберта", "им. профессора Кулагина" that begins at token i; TOKEN_NONE: it does not. */
size_t org_eponym_end(const struct org_scan *s, size_t i);

#endif
