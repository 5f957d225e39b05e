/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML has no element for notes, so every program has signs of its own: they stand here in tables. */
#include "html_notes.h"

#include <stdlib.h>
#include <string.h>

/* An attribute that says it, by its whole value, a word of it, or its beginning. */
struct sign {
	const char *name, *value;
	enum { WHOLE, WORD, BEGIN } how;
};

static const struct sign notes[] = {
	{ "epub:type", "footnote", WORD }, { "epub:type", "endnote", WORD }, { "epub:type", "rearnote", WORD },
	{ "role", "doc-footnote", WHOLE }, { "role", "doc-endnote", WHOLE },
};

static const struct sign marks[] = {
	{ "epub:type", "noteref", WORD },   { "role", "doc-noteref", WHOLE },   { "class", "footnote-ref", WORD },
	{ "class", "footnoteRef", WORD },   { "class", "sdfootnoteanc", WORD }, { "class", "sdendnoteanc", WORD },
	{ "class", "sdfootnotesym", WORD }, { "class", "sdendnotesym", WORD },  { "href", "#_ftn", BEGIN },
	{ "href", "#_edn", BEGIN },
};

static const struct sign close_marks[] = {
	{ "class", "sdfootnotesym", WORD },
	{ "class", "sdendnotesym", WORD },
};

static const struct sign back[] = {
	{ "role", "doc-backlink", WHOLE },
	{ "class", "footnote-back", WORD },
	{ "class", "footnoteBack", WORD },
	{ "class", "footnote-backref", WORD },
};

/* Beginnings of the ids that LibreOffice and Word give their notes; a number follows. */
static const char *const ids[] = { "sdfootnote", "sdendnote", "ftn", "edn" };

const char *html_attribute(const xmlChar **atts, const char *name)
{
	for (int i = 0; atts && atts[i]; i += 2)
		if (!strcmp((const char *)atts[i], name))
			return atts[i + 1] ? (const char *)atts[i + 1] : "";
	return NULL;
}

static bool has_word(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = list; (p = strstr(p, word)); p += n)
		if ((p == list || p[-1] == ' ') && (p[n] == 0 || p[n] == ' '))
			return true;
	return false;
}

static bool has_sign(const xmlChar **atts, const struct sign *signs, size_t n)
{
	for (size_t i = 0; atts && i < n; i++) {
		const char *value = html_attribute(atts, signs[i].name), *wanted = signs[i].value;

		if (value && (signs[i].how == WORD    ? has_word(value, wanted)
			      : signs[i].how == BEGIN ? !strncmp(value, wanted, strlen(wanted))
						      : !strcmp(value, wanted)))
			return true;
	}
	return false;
}

#define HAS_SIGN(atts, signs) has_sign(atts, signs, sizeof(signs) / sizeof *(signs))

/* Is it an id of LibreOffice or Word? Their notes begin with their number. */
static bool has_office_id(const xmlChar **atts)
{
	const char *id = html_attribute(atts, "id");

	for (size_t i = 0; id && i < sizeof ids / sizeof *ids; i++) {
		size_t n = strlen(ids[i]);

		if (!strncmp(id, ids[i], n) && id[n] && strspn(id + n, "0123456789") == strlen(id + n))
			return true;
	}
	return false;
}

bool html_is_note(const xmlChar **atts)
{
	return has_office_id(atts) || HAS_SIGN(atts, notes);
}

int html_note_number(const xmlChar **atts)
{
	const char *id = html_attribute(atts, "id"), *digits;

	if (!id || has_office_id(atts))
		return 0;
	digits = id + strlen(id);
	while (digits > id && digits[-1] >= '0' && digits[-1] <= '9')
		digits--;
	return strlen(digits) <= 4 ? atoi(digits) : 0;
}

bool html_is_note_mark(const xmlChar **atts)
{
	return HAS_SIGN(atts, marks);
}

bool html_is_close_mark(const xmlChar **atts)
{
	return HAS_SIGN(atts, close_marks);
}

bool html_is_way_back(const xmlChar **atts)
{
	return HAS_SIGN(atts, back);
}
