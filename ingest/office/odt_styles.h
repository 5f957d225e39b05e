/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ODT_STYLES_H
#define SVOD_ODT_STYLES_H

#include "buf.h"
#include "listnum.h"
#include "mem.h"
#include "xml.h"

/* What the styles of an ODF text mean for its text (OASIS OpenDocument 1.3, part 3, 16). */
enum { ODT_LEVELS = 10 };

struct odt_style {
	struct span name, parent, list;
	int outline; /* default-outline-level; 0: none */
	bool hidden; /* text:display="none" */
	bool superscript;
};

struct odt_level {
	bool set;
	enum num_format format;
	struct span prefix, suffix, pattern; /* pattern: loext:num-list-format "%1%.%2%." */
	unsigned bullet;
	int start, shown; /* display-levels */
};

struct odt_list_style {
	struct span name;
	struct odt_level levels[ODT_LEVELS];
};

struct odt_styles {
	struct arena *a;
	struct odt_style *v;
	size_t n, cap;
	struct odt_list_style *lists; /* the outline style has the name "" */
	size_t n_lists, cap_lists;
	/* while reading */
	bool sorted, in_style, in_list;
	int level;
};

/* Takes what concerns styles from an element's start or end; true when the element belonged to a style. */
bool odt_styles_start(struct odt_styles *s, const struct xml_tag *tag);
bool odt_styles_end(struct odt_styles *s, struct span name);

const struct odt_list_style *odt_list_find(const struct odt_styles *s, struct span name);

/* Does the style, or one that it inherits from, have that name? */
bool odt_style_is(struct odt_styles *s, struct span name, const char *wanted);

/* The properties of a paragraph style with what it inherits. */
struct odt_style odt_style_resolve(struct odt_styles *s, struct span name);

/* The definition of level (0 …): its own, or that of the nearest higher level that has one. */
const struct odt_level *odt_level_of(const struct odt_list_style *l, int level);

/* Appends the mark of level (0 …) for these counts. */
void odt_put_mark(const struct odt_list_style *l, int level, const int counts[ODT_LEVELS], struct buf *to);

#endif
