/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MORPH_LOAD_H
#define SVOD_MORPH_LOAD_H

#include "morph_p.h"

/* One form of a paradigm: bounds are checked when the dictionary is opened. */
struct morph_form {
	struct span prefix, suffix;
	const struct morph_tags *tags;
	struct span tag_name;
};
/* How many forms it has; 0: there is no such paradigm. */
size_t morph_paradigm_forms(const struct morph *m, unsigned paradigm);
/* Form number form < morph_paradigm_forms; its spans live as long as m. */
struct morph_form morph_paradigm_form(const struct morph *m, unsigned paradigm, unsigned form);

/* Loads the dictionary in this folder (ends without a slash). */
bool morph_load(struct morph *m, const char *folder, struct err *e) MUST_USE;

#endif
