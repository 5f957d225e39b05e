/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NUMBER_NAMES_H
#define SVOD_NUMBER_NAMES_H

#include "resolve.h"
#include "tokens.h"

/* "№ 17, 18 и 24": is the item in a list of names? */
bool number_in_list_of_names(const struct tokens *ts, const struct item *it);

/* "(Сорока М.И.)": is it a surname that is also a numeral, and an initial that is also a unit? */
bool number_is_initialled(const struct doc *d, const struct item *it);

/* "горячая линия «1229»": does a bare figure fill quotation marks? */
bool number_is_quoted(const struct tokens *ts, const struct doc *d, const struct item *it);

/* For each item of the document, in its arena: is it a bare figure that names an instrument ("Nos 102, 155 and 187")?
 */
bool *numbers_of_instruments(struct doc *d);

/* "к двум нормам: 1. Конвенция …": does the figure mark an item of a list inside a sentence? */
bool number_is_list_mark(const struct tokens *ts, const struct doc *d, const struct item *it);

#endif
