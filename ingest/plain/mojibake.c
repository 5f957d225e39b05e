/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undoing the damage of one wrong charset, judged by the same letter pairs that find a charset. */
#include "mojibake.h"

#include "charset_guess.h"
#include "utf8.h"

/* The byte that c is in table t, or -1. Bytes without a character pass through programs as U+0080 … U+009F. */
static int byte_of(const struct charset_table *t, unsigned c)
{
	if (c < 0xa0)
		return (int)c;
	if (c >= 0x2600 && c < 0xf8ff) /* beyond the last box of the DOS charsets, before Apple's apple */
		return -1;
	for (int i = 0; i < 128; i++)
		if (t->high[i] == c)
			return i + 0x80;
	return -1;
}

enum { LOST_BYTE = 0x98 }; /* the only byte that windows-1251 leaves undefined; И ends in it */

/* text as the bytes it was before it was read as m->read_as; what was not, stays in UTF-8. Counts what fits. */
static void to_bytes(struct span text, const struct mojibake *m, struct buf *out, size_t *fits, size_t * not )
{
	short cache[0x500];

	for (size_t i = 0; i < sizeof cache / sizeof *cache; i++)
		cache[i] = -2;
	for (size_t at = 0; at < text.n;) {
		unsigned c = utf8_next(text, &at);
		int b;

		if (c < sizeof cache / sizeof *cache) {
			if (cache[c] == -2)
				cache[c] = (short)byte_of(m->read_as, c);
			b = cache[c];
		} else {
			b = byte_of(m->read_as, c);
		}
		if (b < 0 && c == 0xfffd && !m->meant)
			b = LOST_BYTE;
		*fits += b >= 0x80;
		*not += b < 0;
		if (b >= 0)
			buf_putc(out, (char)b);
		else
			buf_put_utf8(out, c);
	}
}

/* Bytes as text in the charset meant; in UTF-8 a space behind D0 was a no-break space (Р). */
static void from_bytes(struct span bytes, const struct mojibake *m, struct buf *out)
{
	for (size_t at = 0; at < bytes.n;) {
		unsigned char b = (unsigned char)bytes.p[at];

		if (m->meant) {
			unsigned c = b < 0x80 ? b : m->meant->high[b - 0x80];

			buf_put_utf8(out, c ? c : 0xfffd);
			at++;
		} else if (b == 0xd0 && at + 1 < bytes.n && bytes.p[at + 1] == ' ') {
			buf_put_utf8(out, 0x420);
			at += 2;
		} else {
			buf_put_utf8(out, utf8_next(bytes, &at));
		}
	}
}

void mojibake_undo(struct span text, const struct mojibake *m, struct buf *out)
{
	struct buf bytes = { 0 };
	size_t fits = 0, not = 0;

	to_bytes(text, m, &bytes, &fits, &not );
	from_bytes(buf_span(&bytes), m, out);
	buf_free(&bytes);
}

static struct guess_score score_of(struct span text)
{
	unsigned sample[GUESS_SAMPLE];

	return guess_score(sample, guess_sample_utf8(text, sample));
}

/* Bits for each character beyond ASCII: three to five in a good text. */
enum { BITS_SUSPECT = 5, BITS_WRONG = 7 };

static bool looks_wrong(const struct guess_score *s, int bits)
{
	return s->chars >= 6 && s->bits > bits * s->chars;
}

/* Is the text, whose bytes in m->read_as are given, better when these are read as m says? Sets *after. */
static bool try_layer(struct span bytes, const struct guess_score *now, const struct mojibake *m,
		      struct guess_score *after)
{
	struct buf undone = { 0 };

	from_bytes(bytes, m, &undone);
	*after = score_of(buf_span(&undone));
	after->bits += m->meant ? 2 * m->meant->prior_bits : 0;
	buf_free(&undone);
	return after->chars > 0 && after->bits * 10 < now->bits * 7;
}

/* All that the text could have been meant in if it was read as m->read_as; the best of it goes into *m and *best. */
static bool try_reading(struct span sample, const struct guess_score *now, const struct charset_table *read_as,
			struct mojibake *m, struct guess_score *best)
{
	struct mojibake one = { .read_as = read_as };
	struct guess_score after;
	struct buf bytes = { 0 };
	size_t fits = 0, not = 0;
	bool found = false;

	to_bytes(sample, &one, &bytes, &fits, &not );
	if (fits >= 6 && not *20 <= fits) {
		if (try_layer(buf_span(&bytes), now, &one, &after) && after.bits < best->bits) {
			*m = one;
			*best = after;
			found = true;
		}
		for (one.meant = charset_tables; one.meant->name; one.meant++)
			if (one.meant != read_as && try_layer(buf_span(&bytes), now, &one, &after) &&
			    !looks_wrong(&after, BITS_WRONG) && after.bits < best->bits) {
				*m = one;
				*best = after;
				found = true;
			}
	}
	buf_free(&bytes);
	return found;
}

/* U+0080 … U+009F where the charset has characters for these bytes: it was read as Latin-1 proper. */
static bool has_raw(struct span text, const struct charset_table *t)
{
	for (size_t at = 0; at + 1 < text.n; at++) {
		unsigned char next = (unsigned char)text.p[at + 1];

		if (text.p[at] == '\xc2' && next < 0xa0 && t->high[next - 0x80])
			return true;
	}
	return false;
}

enum { TRY_BYTES = 8192 };

bool mojibake_find(struct span text, struct mojibake *m)
{
	struct guess_score now = score_of(text), best;
	struct span sample = utf8_whole(span_sub(text, 0, TRY_BYTES));
	bool found = false;

	if (!looks_wrong(&now, BITS_SUSPECT))
		return false;
	best = now = score_of(sample);
	for (const struct charset_table *r = charset_tables; r->name; r++)
		found |= try_reading(sample, &now, r, m, &best);
	for (const struct charset_table *r = charset_misread; r->name; r++)
		found |= try_reading(sample, &now, r, m, &best);
	if (found) {
		m->raw = has_raw(text, m->read_as);
		m->lost = span_find(text, SPAN("\xef\xbf\xbd"), 0) != SPAN_NONE;
	}
	return found;
}

static void redo_byte(const struct mojibake *m, unsigned b, struct buf *out)
{
	unsigned c = b < 0x80 || (m->raw && b < 0xa0) ? b : m->read_as->high[b - 0x80];

	buf_put_utf8(out, c ? c : m->lost ? 0xfffd : b);
}

void mojibake_redo(struct span text, const struct mojibake *m, struct buf *out)
{
	for (size_t at = 0; at < text.n;) {
		unsigned c;
		int b;

		if (!m->meant) {
			redo_byte(m, (unsigned char)text.p[at++], out);
			continue;
		}
		c = utf8_next(text, &at);
		b = byte_of(m->meant, c);
		if (b >= 0)
			redo_byte(m, (unsigned)b, out);
		else
			buf_put_utf8(out, c);
	}
}
