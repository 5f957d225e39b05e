/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The passes on single characters: what nobody sees goes out, and letters are composed. Clean text costs one look at
 * each byte: only lead bytes that can begin such a character are looked at closer, and ICU sees only what may change.
 */
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "clean_p.h"
#include "utf8.h"

static bool is_invisible(unsigned c)
{
	if (c < 0x20)
		return c != '\n' && c != '\t' && c != '\f';
	return (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x34F || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE ||
	       (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xFE00 && c <= 0xFE0F) || c >= 0xE0000;
}

static bool is_blank(char b)
{
	return b == ' ' || b == '\t';
}

/* The end of "blanks, line feed, blanks" at `at`, or `at` where there is no line end. */
static size_t line_end_after(struct span s, size_t at)
{
	size_t i = at;

	while (i < s.n && is_blank(s.p[i]))
		i++;
	if (i == s.n || s.p[i] != '\n')
		return at;
	for (i++; i < s.n && is_blank(s.p[i]);)
		i++;
	return i;
}

/* A character of a symbol font (Wingdings, Symbol) in the private area, where a list mark stands: before a blank. */
static bool is_private_bullet(struct span s, size_t start, size_t end, unsigned c)
{
	bool first = start == 0 || s.p[start - 1] == '\n' || is_blank(s.p[start - 1]);

	if (c == 0xF0B7 || c == 0xF0A7 || c == 0xF0D8)
		return true;
	return c >= 0xF020 && c <= 0xF0FF && first && end < s.n &&
	       (is_blank(s.p[end]) || (unsigned char)s.p[end] == 0xC2);
}

/* Latin letters that are set as one: U+FB00 … U+FB06; nobody who looks for "ratification" types them. */
static struct span ligature(unsigned c)
{
	static const char *const letters[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

	return c >= 0xFB00 && c <= 0xFB06 ? span_of(letters[c - 0xFB00]) : (struct span){ 0 };
}

static void change_one(struct clean *c, size_t start, size_t end, unsigned ch)
{
	struct span s = c->d->text;

	if (ch == '\r' || ch == 0x0B || ch == 0x85 || ch == 0x2028 || ch == 0x2029)
		edit_replace(&c->edits, c->d, start, end, end < s.n && s.p[end] == '\n' ? SPAN("") : SPAN("\n"));
	else if (ch == 0xF0FC || ch == 0xF0FE)
		edit_replace(&c->edits, c->d, start, end, SPAN("\u2713"));
	else if (ch >= 0xE000 && ch <= 0xF8FF && is_private_bullet(s, start, end, ch))
		edit_replace(&c->edits, c->d, start, end, SPAN("\u2022"));
	else if (ch == 0xAD) /* at a line end the word goes on in the next line */
		edit_delete(&c->edits, c->d, start, line_end_after(s, end));
	else if (ch == 0x2010 ||
		 ch == 0x2011) /* a hyphen, and one where no line may end: as space and no-break space */
		edit_replace(&c->edits, c->d, start, end, SPAN("-"));
	else if (ligature(ch).n)
		edit_replace(&c->edits, c->d, start, end, ligature(ch));
	else if (is_invisible(ch))
		edit_delete(&c->edits, c->d, start, end);
}

void clean_controls(struct clean *c)
{
	struct span s = c->d->text;

	for (size_t i = 0; (i = bytes_next(&c->bytes, BYTES_CONTROL, s, i)) < s.n;) {
		size_t start = i;
		unsigned ch = utf8_next(s, &i);

		change_one(c, start, i, ch);
	}
}

/* The frequent characters that begin with a byte of BYTES_COMPOSE and do not. */
static bool is_harmless(struct span s, size_t i)
{
	unsigned char b = (unsigned char)s.p[i], b2 = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
	unsigned char b3 = i + 2 < s.n ? (unsigned char)s.p[i + 2] : 0;

	if (b == 0xD2)
		return b2 < 0x83 || b2 > 0x87;
	return b == 0xE2 && ((b2 == 0x80 && b3 >= 0x90) || (b2 == 0x84 && b3 == 0x96) || b2 >= 0x85);
}

static bool is_composed(unsigned c)
{
	return u_getIntPropertyValue((UChar32)c, UCHAR_NFC_QUICK_CHECK) == UNORM_YES &&
	       u_getCombiningClass((UChar32)c) == 0;
}

enum { SEGMENT_CHARS = 256 }; /* a base letter with more marks than that is no text */

/* Normalizes the stretch between two boundaries; leaves it alone where ICU refuses. */
static void compose(struct clean *c, const UNormalizer2 *nfc, size_t start, size_t end)
{
	UChar from[SEGMENT_CHARS * 2], to[SEGMENT_CHARS * 4];
	char out[SEGMENT_CHARS * 12];
	UErrorCode status = U_ZERO_ERROR;
	int32_t n = 0;

	u_strFromUTF8(from, SEGMENT_CHARS * 2, &n, c->d->text.p + start, (int32_t)(end - start), &status);
	n = unorm2_normalize(nfc, from, n, to, SEGMENT_CHARS * 4, &status);
	u_strToUTF8(out, (int32_t)sizeof out, &n, to, n, &status);
	if (U_SUCCESS(status))
		edit_replace(&c->edits, c->d, start, end, arena_dup(&c->d->arena, span_make(out, (size_t)n)));
}

void clean_nfc(struct clean *c)
{
	struct span s = c->d->text;
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = NULL;

	for (size_t i = 0; (i = bytes_next(&c->bytes, BYTES_COMPOSE, s, i)) < s.n;) {
		size_t start = i, end;

		if (is_harmless(s, i)) {
			i += 2;
			continue;
		}
		if (is_composed(utf8_next(s, &i)))
			continue;
		if (!nfc)
			nfc = unorm2_getNFCInstance(&status);
		if (U_FAILURE(status))
			return;
		do
			end = start;
		while (start > 0 && !unorm2_hasBoundaryBefore(nfc, (UChar32)utf8_next(s, &end)) &&
		       utf8_prev(s, &start));
		for (end = i; i < s.n && i - start < SEGMENT_CHARS; end = i)
			if (unorm2_hasBoundaryBefore(nfc, (UChar32)utf8_next(s, &i)))
				break;
		compose(c, nfc, start, end);
		i = end;
	}
}
