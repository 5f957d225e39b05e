/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines and cells of a paginated document: the one allocation that holds them. */
#include "pdf_text.h"

void pdf_text_free(struct pdf_text *t)
{
	arena_free(&t->arena);
	*t = (struct pdf_text){ 0 };
}
