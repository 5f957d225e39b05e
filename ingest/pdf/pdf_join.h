/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_JOIN_H
#define SVOD_PDF_JOIN_H

#include "pdf_text.h"

/*
 * Joins tables that go on over pages, once furniture is known: rows are numbered on, a repeated head becomes hidden
 * furniture, and a row that the page break cut in two becomes one again. Numbers the tables (cell.table from 1).
 */
void pdf_join_tables(struct pdf_text *t);

#endif
