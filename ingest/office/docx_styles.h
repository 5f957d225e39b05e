/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOCX_STYLES_H
#define SVOD_DOCX_STYLES_H

#include "err.h"
#include "mem.h"
#include "span.h"

/* What the paragraph styles of a DOCX mean for its text (ISO/IEC 29500-1, 17.7). */
enum style_role { ROLE_NONE, ROLE_TITLE, ROLE_TOC, ROLE_CAPTION };

struct docx_style {
	struct span id, based_on;
	enum style_role role;
	int outline; /* 1 … 9 heading level; 0: not said; -1: body text, said so */
	int num_id;  /* list; 0: none; -1: not said */
	int level;   /* in the list, 0 …; -1: not said */
	int hidden;  /* 1, 0; -1: not said */
};

struct docx_styles {
	struct docx_style *v; /* sorted by id */
	size_t n, cap;
	const struct docx_style *standard; /* of paragraphs that name none; NULL: none */
};

/* Reads styles.xml; what is inherited is filled in. Damage is passed over: styles only add to the text. */
void docx_styles_read(struct docx_styles *s, struct span xml, struct arena *a);

/* NULL: no such style. */
const struct docx_style *docx_style_find(const struct docx_styles *s, struct span id);

/* "1", "true", "on" or an absent value: yes (17.17.4, ST_OnOff). */
int docx_on(struct span value);

/* A decimal number, or otherwise. */
int docx_int(struct span value, int otherwise);

#endif
