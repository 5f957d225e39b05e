/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings and courses among the candidates for names of bodies. */
#ifndef SVOD_ORG_MEETING_H
#define SVOD_ORG_MEETING_H

#include "org_scan.h"

/* IX Congress of the Confederation of …: is the noun at i a meeting of the union that is named behind it, up to last?
 */
bool org_meets(const struct org_scan *s, size_t i, size_t last);

/* the General Assembly, World Congress: a meeting that speaks, not a body; the Trades Union Congress is one. */
bool org_is_meeting(const struct org_scan *s, const struct org_cand *c);

/* X Конгресс Федерации …, 5-й конгресс, 5th World Congress: by its number a meeting. */
bool org_is_numbered_meeting(const struct org_scan *s, const struct org_cand *c);

/* летняя школа «Рассвет»: where a union teaches, for some days; a school of children has a number or a legal form. */
bool org_is_course(const struct org_scan *s, const struct org_cand *c);

/* Всемирный конгресс МКП: a meeting of the body behind it. */
bool org_is_world_congress(const struct org_scan *s, const struct org_cand *c);

#endif
