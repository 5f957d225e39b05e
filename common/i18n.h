/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_I18N_H
#define SVOD_I18N_H

#include <libintl.h>

/* Messages in Russian and English through gettext; the catalogue is docs/po/ru.po. */
#define _(text) gettext(text)
#define N_(text) (text) /* marks a text in a table; it is translated where it is printed */

/*
 * Chooses the language of messages: 0 as the locale says, 1 ru, 2 en. Only LC_MESSAGES and LC_CTYPE are touched:
 * numbers, sorting and dates never depend on the locale. A language that was chosen goes into the environment too:
 * programs that are started speak it as well.
 */
void i18n_start(int ui_lang);

#endif
