/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small questions about a stretch of text that several passes ask. */
#include "clean_signs.h"

#include "utf8.h"

unsigned sign_at_end(struct span s)
{
	size_t at = s.n;

	while (at > 0) {
		unsigned c = utf8_prev(s, &at);

		if (c != 0xBB && c != 0x201D && c != 0x201C && c != '"' && c != ')' && c != '*' && c != '_' && c != ' ')
			return c;
	}
	return 0;
}

bool sign_is_stop(unsigned c)
{
	return c == '.' || c == '!' || c == '?' || c == ';' || c == ':' || c == 0x2026;
}

/* "г. Минск", "м. Полтава": the name of a town with its small abbreviation begins a line like a capital. */
static bool begins_town(struct span s)
{
	static const char *const towns[] = { "г.", "м.", "гор.", "пос.", "с.", "смт", "ст.", "аг." };

	for (size_t i = 0; i < sizeof towns / sizeof *towns; i++) {
		struct span abbr = span_of(towns[i]);
		size_t at = abbr.n;

		if (!span_starts(s, abbr))
			continue;
		at += at < s.n && s.p[at] == ' ';
		return at < s.n && utf8_is_upper(utf8_next(s, &at));
	}
	return false;
}

enum opening sign_opening(struct span s)
{
	if (begins_town(s))
		return OPENS_UPPER;
	for (size_t i = 0; i < s.n;) {
		unsigned c = utf8_next(s, &i);

		if (utf8_is_letter(c))
			return utf8_is_upper(c) ? OPENS_UPPER : OPENS_LOWER;
		if (c != 0xAB && c != 0x201E && c != 0x201C && c != '"' && c != '(' && c != '*' && c != '_')
			return OPENS_OTHER;
	}
	return OPENS_OTHER;
}

bool sign_has_lower(struct span s)
{
	for (size_t i = 0; i < s.n;) {
		unsigned c = utf8_next(s, &i);

		if (utf8_is_letter(c) && !utf8_is_upper(c))
			return true;
	}
	return false;
}

size_t sign_letters(struct span s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n;)
		n += utf8_is_letter(utf8_next(s, &i));
	return n;
}

bool sign_is_day(struct span s)
{
	static const char *const from[] = { "от ", "від ", "ад ", "dated " };

	for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
		size_t n = strlen(from[i]);

		if (span_starts(s, span_of(from[i])) && n < s.n && strchr("0123456789\"_", s.p[n]))
			return true;
	}
	return false;
}
