/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for scoring. Python's re and unicodedata define the reference method; the same properties are asked of ICU. */
#include "eval_words.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "bisect.h"
#include "buf.h"
#include "utf8.h"

static bool is_word(unsigned c)
{
	if (c < 0x80)
		return utf8_is_word(c);
	if (c >= 0x400 && c < 0x482)
		return true;
	return (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

/* Latin and Russian letters and digits need no normalization: only lower case and ё = е. */
static bool is_simple(struct span s)
{
	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);

		if (c >= 0x80 && !(c >= 0x410 && c < 0x450) && c != 0x401 && c != 0x451)
			return false;
	}
	return true;
}

/* Without combining marks except U+0306, in place; s is decomposed. Returns the new length. */
static int32_t drop_marks(UChar *s, int32_t n)
{
	int32_t kept = 0;

	for (int32_t i = 0; i < n;) {
		int32_t from = i;
		UChar32 c = s[i++];

		if (U16_IS_LEAD((UChar)c) && i < n && U16_IS_TRAIL(s[i]))
			c = U16_GET_SUPPLEMENTARY(c, s[i++]);
		if (c != 0x306 && u_getCombiningClass(c))
			continue;
		while (from < i)
			s[kept++] = s[from++];
	}
	return kept;
}

static struct span fold_by_icu(struct arena *a, struct span s)
{
	UErrorCode bad = U_ZERO_ERROR;
	const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&bad), *nfd = unorm2_getNFDInstance(&bad),
			   *nfc = unorm2_getNFCInstance(&bad);
	int32_t cap = (int32_t)s.n * 20 + 64, n = 0; /* one code point gives at most 18 */
	UChar *x = mem_alloc((size_t)cap * sizeof *x), *y = mem_alloc((size_t)cap * sizeof *y);
	struct span out = { NULL, 0 };
	char *utf8;

	u_strFromUTF8(x, cap, &n, s.p, (int32_t)s.n, &bad);
	n = unorm2_normalize(nfkc, x, n, y, cap, &bad);
	n = u_strFoldCase(x, cap, y, n, U_FOLD_CASE_DEFAULT, &bad);
	for (int32_t i = 0; i < n; i++)
		if (x[i] == 0x451)
			x[i] = 0x435;
	n = unorm2_normalize(nfd, x, n, y, cap, &bad);
	if (U_SUCCESS(bad))
		n = drop_marks(y, n);
	n = unorm2_normalize(nfc, y, n, x, cap, &bad);
	if (U_SUCCESS(bad)) {
		utf8 = arena_alloc(a, (size_t)n * 3 + 1);
		u_strToUTF8(utf8, n * 3 + 1, &n, x, n, &bad);
		out = span_make(utf8, (size_t)n);
	}
	free(x);
	free(y);
	return U_SUCCESS(bad) ? out : arena_dup(a, s);
}

struct span eval_fold(struct arena *a, struct span s)
{
	struct span out;

	if (!is_simple(s))
		return fold_by_icu(a, s);
	out = arena_dup(a, s);
	utf8_fold(s, (char *)(uintptr_t)out.p);
	return out;
}

/* The next run of word characters at or after *at; false at the end. */
static bool next_word(struct span s, size_t *at, size_t *start, size_t *end)
{
	size_t here = *at, i = *at;

	while (i < s.n) {
		here = i;
		if (is_word(utf8_next(s, &i)))
			break;
		here = i;
	}
	if (here >= s.n)
		return false;
	*start = here;
	*end = i;
	while (i < s.n && is_word(utf8_next(s, &i)))
		*end = i;
	*at = *end;
	return true;
}

struct eval_words eval_split(struct arena *a, struct span text)
{
	struct eval_words w = { 0 };
	size_t at = 0, start, end;

	while (next_word(text, &at, &start, &end)) {
		ARENA_ROOM(a, w.v, w.n, w.cap);
		w.v[w.n++] = (struct eval_word){ eval_fold(a, span_sub(text, start, end)), start, end };
	}
	return w;
}

struct span eval_join(struct arena *a, struct span folded, const char *sep)
{
	struct buf b = { 0 };
	size_t at = 0, start, end;
	struct span out;

	while (next_word(folded, &at, &start, &end)) {
		if (b.n)
			buf_puts(&b, sep);
		buf_add(&b, span_sub(folded, start, end));
	}
	out = arena_dup(a, buf_span(&b));
	buf_free(&b);
	return out;
}

bool eval_range(const struct eval_words *w, size_t start, size_t end, size_t *first, size_t *last)
{
	size_t at;

	BISECT(at, w->n, w->v[at].end <= start);
	if (at == w->n || w->v[at].start >= end)
		return false;
	*first = *last = at;
	while (*last + 1 < w->n && w->v[*last + 1].start < end)
		++*last;
	return true;
}
