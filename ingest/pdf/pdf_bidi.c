/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ICU does the work; most lines have no letter above U+0590 and are let through at a glance. */
#include "pdf_bidi.h"

#include <limits.h>
#include <stdlib.h>
#include <unicode/ubidi.h>
#include <unicode/ustring.h>

#include "mem.h"
#include "utf8.h"

/* Letters of a line, as it stands on the page. */
struct letters {
	size_t leftwards, rightwards;
	bool first, last; /* are the outermost ones written from right to left? */
};

static struct letters count_letters(struct span s)
{
	struct letters l = { 0 };
	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);
		UCharDirection d = c < 0x590 ? U_LEFT_TO_RIGHT : u_charDirection((UChar32)c);
		bool strong = d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC;
		if (!strong && !utf8_is_letter(c))
			continue;
		if (l.leftwards + l.rightwards == 0)
			l.first = strong;
		l.last = strong;
		*(strong ? &l.leftwards : &l.rightwards) += 1;
	}
	return l;
}

/* A line that begins and ends with one direction has it; else it has that of most of its letters. */
static bool is_rightwards(struct letters l)
{
	return l.first == l.last ? !l.first : l.rightwards > l.leftwards;
}

/* The first bytes of what such a line holds: U+0590 to U+08FF, and forms from U+FB00 on. */
static bool may_run_left(struct span s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if ((c >= 0xd6 && c <= 0xe0) || c == 0xef || c == 0xf0)
			return true;
	}
	return false;
}

/* The line in logical order; n: units of it. False: ICU would not. */
static bool reorder(const UChar *visual, UChar *logical, int32_t *n, bool rightwards)
{
	UErrorCode code = U_ZERO_ERROR;
	UBiDi *b = ubidi_openSized(*n, 0, &code);
	ubidi_setReorderingMode(b, UBIDI_REORDER_INVERSE_LIKE_DIRECT);
	ubidi_setPara(b, visual, *n, rightwards ? 0 : 1, NULL, &code);
	*n = ubidi_writeReordered(b, logical, *n, UBIDI_DO_MIRRORING | UBIDI_KEEP_BASE_COMBINING, &code);
	ubidi_close(b);
	return U_SUCCESS(code);
}

void pdf_bidi_line(struct buf *line)
{
	struct span s = buf_span(line);
	if (!may_run_left(s) || s.n > INT_MAX / 4)
		return;
	struct letters l = count_letters(s);
	if (l.leftwards == 0)
		return;
	UErrorCode code = U_ZERO_ERROR;
	int32_t n = 0, bytes = 0, room = 3 * (int32_t)s.n + 1;
	UChar *visual = mem_alloc(2 * (s.n + 1) * sizeof *visual), *logical = visual + s.n + 1;
	char *text = mem_alloc((size_t)room);
	u_strFromUTF8(visual, (int32_t)s.n, &n, s.p, (int32_t)s.n, &code);
	if (U_SUCCESS(code) && reorder(visual, logical, &n, is_rightwards(l))) {
		u_strToUTF8(text, room, &bytes, logical, n, &code);
		if (U_SUCCESS(code)) {
			buf_reset(line);
			buf_add(line, span_make(text, (size_t)bytes));
		}
	}
	free(text);
	free(visual);
}
