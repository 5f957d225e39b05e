/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the catalogue is and which language it speaks. */
#include "i18n.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "data.h"

/* The language that the environment asks for ("ru" of LANG=ru_RU.UTF-8), where that locale itself is not installed. */
static const char *asked_for(char language[4])
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *value = NULL;

	for (size_t i = 0; i < sizeof names / sizeof *names && (!value || !*value); i++)
		value = getenv(names[i]);
	snprintf(language, 4, "%.*s", value ? (int)strcspn(value, "_.@") : 0, value ? value : "");
	return language;
}

void i18n_start(int ui_lang)
{
	static const char *const language[] = { NULL, "ru", "en" };
	struct buf path = { 0 };
	const char *already = getenv("LANGUAGE");
	char asked[4];

	/* gettext looks at LANGUAGE only where LC_MESSAGES is not "C", so a UTF-8 locale is asked for. */
	if (ui_lang) {
		setenv("LANGUAGE", language[ui_lang], 1);
		setenv("LC_ALL", "C.UTF-8", 1); /* for the programs that this one starts: they speak the same */
		setlocale(LC_MESSAGES, "C.UTF-8");
		setlocale(LC_CTYPE, "C.UTF-8");
	} else if (!setlocale(LC_MESSAGES, "") || !setlocale(LC_CTYPE, "")) {
		if (!already || !*already)
			setenv("LANGUAGE", asked_for(asked), 1);
		setlocale(LC_MESSAGES, "C.UTF-8");
		setlocale(LC_CTYPE, "C.UTF-8");
	}
	if (data_path("locale", &path))
		bindtextdomain("svod", buf_str(&path));
	bind_textdomain_codeset("svod", "UTF-8");
	textdomain("svod");
	buf_free(&path);
}
