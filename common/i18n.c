/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the catalogue is and which language it speaks. */
#include "i18n.h"

#include <locale.h>
#include <stdlib.h>

#include "buf.h"
#include "data.h"

void i18n_start(int ui_lang)
{
	static const char *const language[] = { NULL, "ru", "en" };
	struct buf path = { 0 };

	/* gettext looks at LANGUAGE only where LC_MESSAGES is not "C", so a UTF-8 locale is asked for. */
	if (ui_lang) {
		setenv("LANGUAGE", language[ui_lang], 1);
		setlocale(LC_MESSAGES, "C.UTF-8");
		setlocale(LC_CTYPE, "C.UTF-8");
	} else if (!setlocale(LC_MESSAGES, "") || !setlocale(LC_CTYPE, "")) {
		setlocale(LC_ALL, "C");
	}
	if (data_path("locale", &path))
		bindtextdomain("svod", buf_str(&path));
	bind_textdomain_codeset("svod", "UTF-8");
	textdomain("svod");
	buf_free(&path);
}
