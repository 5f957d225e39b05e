/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decoding: the order of questions is mark, UTF-8, UTF-16 and 32 by their zeros, then the tables by likelihood. */
#include "charset.h"

#include <stdio.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include "charset_guess.h"
#include "utf8.h"

/* ---- names ---- */

static const struct {
	const char *name;
	enum charset_form form;
} unicode_names[] = {
	{ "UTF-8", FORM_UTF8 },       { "UTF-16LE", FORM_UTF16LE }, { "UTF-16BE", FORM_UTF16BE },
	{ "UTF-32LE", FORM_UTF32LE }, { "UTF-32BE", FORM_UTF32BE }, { "UTF-16", FORM_UTF16LE },
	{ "US-ASCII", FORM_UTF8 },    { "ASCII", FORM_UTF8 },
};

/* Spellings that differ in more than hyphens and case. */
static const char *const aliases[][2] = {
	{ "1251", "windows-1251" },
	{ "cp1251", "windows-1251" },
	{ "win1251", "windows-1251" },
	{ "ansi1251", "windows-1251" },
	{ "1252", "windows-1252" },
	{ "cp1252", "windows-1252" },
	{ "iso88591", "windows-1252" },
	{ "latin1", "windows-1252" },
	{ "iso885915", "windows-1252" },
	{ "1250", "windows-1250" },
	{ "cp1250", "windows-1250" },
	{ "1254", "windows-1254" },
	{ "cp1254", "windows-1254" },
	{ "koi8", "KOI8-R" },
	{ "20866", "KOI8-R" },
	{ "21866", "KOI8-U" },
	{ "866", "IBM866" },
	{ "cp866", "IBM866" },
	{ "dos", "IBM866" },
	{ "855", "IBM855" },
	{ "cp855", "IBM855" },
	{ "28595", "ISO-8859-5" },
	{ "cyrillic", "ISO-8859-5" },
	{ "maccyrillic", "x-mac-cyrillic" },
	{ "10007", "x-mac-cyrillic" },
	{ "macukraine", "x-mac-cyrillic" },
	{ "rk1048", "KZ-1048" },
	{ "strk10482002", "KZ-1048" },
	{ "pt154", "PTCP154" },
	{ "cp154", "PTCP154" },
	{ "65001", "UTF-8" },
	{ "1200", "UTF-16LE" },
	{ "1201", "UTF-16BE" },
	{ "unicode", "UTF-16LE" },
};

/* Letters and digits only, small, NUL-terminated. */
static void squeeze(struct span name, char out[40])
{
	size_t n = 0;

	for (size_t i = 0; i < name.n && n < 39; i++) {
		char c = name.p[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			out[n++] = c;
	}
	out[n] = 0;
}

static bool same_name(const char *squeezed, const char *name)
{
	char other[40];

	squeeze(span_of(name), other);
	return !strcmp(squeezed, other);
}

static struct charset of_table(const struct charset_table *t)
{
	return (struct charset){ FORM_BYTES, t->name, t };
}

bool charset_find(struct span name, struct charset *out)
{
	char plain[40];
	char known[48];
	const char *standard;
	UErrorCode status = U_ZERO_ERROR;

	squeeze(name, plain);
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (!strcmp(plain, aliases[i][0]))
			squeeze(span_of(aliases[i][1]), plain);
	for (size_t i = 0; i < sizeof unicode_names / sizeof *unicode_names; i++)
		if (same_name(plain, unicode_names[i].name)) {
			*out = (struct charset){ unicode_names[i].form, unicode_names[i].name, NULL };
			return true;
		}
	for (const struct charset_table *t = charset_tables; t->name; t++)
		if (same_name(plain, t->name)) {
			*out = of_table(t);
			return true;
		}
	snprintf(known, sizeof known, "%s%s", plain[0] >= '0' && plain[0] <= '9' ? "windows-" : "", plain);
	standard = plain[0] ? ucnv_getStandardName(known, "IANA", &status) : NULL;
	if (standard)
		*out = (struct charset){ FORM_ICU, standard, NULL };
	return standard != NULL;
}

/* ---- decoding ---- */

static unsigned unit16(const char *p, bool big)
{
	unsigned a = (unsigned char)p[0], b = (unsigned char)p[1];

	return big ? a << 8 | b : b << 8 | a;
}

static void append_utf16(struct buf *to, struct span s, bool big)
{
	for (size_t i = 0; i + 1 < s.n; i += 2) {
		unsigned c = unit16(s.p + i, big);

		if (c >= 0xd800 && c < 0xdc00 && i + 3 < s.n) {
			unsigned low = unit16(s.p + i + 2, big);

			if (low >= 0xdc00 && low < 0xe000) {
				c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
				i += 2;
			}
		}
		buf_put_utf8(to, c);
	}
}

static unsigned unit32(const char *p, bool big)
{
	unsigned first = unit16(p, big), second = unit16(p + 2, big);

	return big ? first << 16 | second : second << 16 | first;
}

static void append_utf32(struct buf *to, struct span s, bool big)
{
	for (size_t i = 0; i + 3 < s.n; i += 4)
		buf_put_utf8(to, unit32(s.p + i, big));
}

static void append_table(struct buf *to, struct span s, const struct charset_table *t)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char b = (unsigned char)s.p[i];
		unsigned c = b < 0x80 ? b : t->high[b - 0x80];

		if (b < 0x80)
			buf_putc(to, (char)b);
		else
			buf_put_utf8(to, c ? c : b >= 0xa0 ? 0xfffd : b);
	}
}

static void append_utf8(struct buf *to, struct span s)
{
	if (utf8_valid(s)) {
		buf_add(to, s);
		return;
	}
	for (size_t at = 0; at < s.n;)
		buf_put_utf8(to, utf8_next(s, &at));
}

static void append_icu(struct buf *to, struct span s, const char *name)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *from = ucnv_open(name, &status), *utf8 = ucnv_open("UTF-8", &status);
	const char *in = s.p, *end = s.p + s.n;

	while (from && utf8 && U_SUCCESS(status) && in < end) {
		UChar mid[1024];
		UChar *mid_end = mid;
		char *out;

		ucnv_toUnicode(from, &mid_end, mid + 1024, &in, end, NULL, in == end, &status);
		if (status == U_BUFFER_OVERFLOW_ERROR)
			status = U_ZERO_ERROR;
		buf_room(to, 4096);
		out = to->p + to->n;
		for (const UChar *m = mid; m < mid_end && U_SUCCESS(status);)
			ucnv_fromUnicode(utf8, &out, to->p + to->cap, &m, mid_end, NULL, false, &status);
		to->n = (size_t)(out - to->p);
	}
	ucnv_close(from);
	ucnv_close(utf8);
}

void charset_append(struct buf *to, struct span s, const struct charset *c)
{
	switch (c->form) {
	case FORM_UTF8:
		append_utf8(to, s);
		break;
	case FORM_UTF16LE:
	case FORM_UTF16BE:
		append_utf16(to, s, c->form == FORM_UTF16BE);
		break;
	case FORM_UTF32LE:
	case FORM_UTF32BE:
		append_utf32(to, s, c->form == FORM_UTF32BE);
		break;
	case FORM_BYTES:
		append_table(to, s, c->table);
		break;
	case FORM_ICU:
		append_icu(to, s, c->name);
		break;
	}
}

/* ---- detection ---- */

static const struct {
	struct span mark;
	enum charset_form form;
	const char *name;
} marks[] = {
	{ { "\xef\xbb\xbf", 3 }, FORM_UTF8, "UTF-8" },       { { "\xff\xfe\0\0", 4 }, FORM_UTF32LE, "UTF-32LE" },
	{ { "\0\0\xfe\xff", 4 }, FORM_UTF32BE, "UTF-32BE" }, { { "\xff\xfe", 2 }, FORM_UTF16LE, "UTF-16LE" },
	{ { "\xfe\xff", 2 }, FORM_UTF16BE, "UTF-16BE" },
};

static bool find_mark(struct span s, struct decoded *out)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (span_starts(s, marks[i].mark)) {
			out->charset = (struct charset){ marks[i].form, marks[i].name, NULL };
			out->skipped = marks[i].mark.n;
			return true;
		}
	return false;
}

/* A character that documents are written with: ASCII, Latin, Cyrillic, punctuation, the East Asian planes. */
static bool is_plausible(unsigned c)
{
	return c == '\n' || c == '\r' || c == '\t' || c == '\f' || (c >= 0x20 && c < 0x7f) ||
	       (c >= 0xa0 && c < 0x590) || (c >= 0x2010 && c < 0x2070) || (c >= 0x20a0 && c < 0x2270) ||
	       (c >= 0x3000 && c < 0xd7a4) || c == 0xfeff;
}

static unsigned unit_at(const char *p, enum charset_form f)
{
	if (f == FORM_UTF16LE || f == FORM_UTF16BE)
		return unit16(p, f == FORM_UTF16BE);
	return unit32(p, f == FORM_UTF32BE);
}

/* Permille of plausible characters in the first bytes read as that form. East Asian ones count half: any pair of bytes
 * is one. */
static unsigned plausible_share(struct span s, enum charset_form f)
{
	size_t width = f == FORM_UTF16LE || f == FORM_UTF16BE ? 2 : 4, n = 0, good = 0;

	for (size_t i = 0; i + width <= s.n && n < 4096; i += width, n++) {
		unsigned c = unit_at(s.p + i, f);

		good += is_plausible(c) ? (c >= 0x3000 && c != 0xfeff ? 1 : 2) : 0;
	}
	return n ? (unsigned)(good * 500 / n) : 0;
}

/* UTF-16 and 32 without a mark show by bytes that no other text has: zeros, and 04 before or behind Cyrillic letters.
 */
static bool find_wide(struct span s, struct decoded *out)
{
	static const struct charset forms[] = {
		{ FORM_UTF32LE, "UTF-32LE", NULL },
		{ FORM_UTF32BE, "UTF-32BE", NULL },
		{ FORM_UTF16LE, "UTF-16LE", NULL },
		{ FORM_UTF16BE, "UTF-16BE", NULL },
	};
	size_t controls = 0, n = s.n < 4096 ? s.n : 4096;
	unsigned best = 0;

	for (size_t i = 0; i < n; i++)
		controls += (unsigned char)s.p[i] < 9;
	if (controls * 8 < n)
		return false;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		unsigned share = plausible_share(s, forms[i].form);

		if (share > best && share >= 900) {
			best = share;
			out->charset = forms[i];
		}
	}
	return best > 0;
}

/* Is nearly all beyond ASCII well-formed UTF-8 (cut off, or with a few bad bytes)? */
static bool is_mostly_utf8(struct span s)
{
	size_t good = 0, bad = 0;

	s = utf8_whole(s); /* a cut through the last character is no doubt */
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		unsigned c = utf8_next(s, &at);

		if (c == 0xfffd && at - from == 1)
			bad++;
		else
			good += c >= 0x80;
	}
	return good > 0 && bad * 20 <= good;
}

static bool has_controls(struct span s)
{
	size_t bad = 0, n = s.n < 65536 ? s.n : 65536;

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (!c)
			return true;
		bad += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1a && c != 0x1b &&
		       c != 0x0b;
	}
	return bad * 50 > n;
}

/* East Asian and other charsets of several bytes, which are not this program's trade: uchardet's word is taken. */
static bool ask_uchardet(struct span s, struct charset *out)
{
	uchardet_t u = uchardet_new();
	struct charset said;
	bool found;

	(void)uchardet_handle_data(u, s.p, s.n < 65536 ? s.n : 65536);
	uchardet_data_end(u);
	found = charset_find(span_of(uchardet_get_charset(u)), &said) && said.form == FORM_ICU;
	if (found)
		*out = said;
	uchardet_delete(u);
	return found;
}

/* Finds the charset out. False: no text. *sure: there was nothing to guess. */
static bool detect(struct span s, struct decoded *out, bool *sure)
{
	struct guess_score score;

	*sure = true;
	if (find_mark(s, out) || find_wide(s, out))
		return true;
	if (has_controls(s))
		return false;
	out->charset = (struct charset){ FORM_UTF8, "UTF-8", NULL };
	if (utf8_valid(s)) {
		if (memchr(s.p, 0x1b, s.n) &&
		    span_find(s, SPAN("\x1b$"), 0) != SPAN_NONE) /* ISO 2022 shifts between charsets in ASCII */
			(void)ask_uchardet(s, &out->charset);
		return true;
	}
	if (is_mostly_utf8(s))
		return true;
	*sure = false;
	out->charset = of_table(guess_table(s, &score));
	if (score.bits > 9 * score.chars)
		(void)ask_uchardet(s, &out->charset);
	return true;
}

bool charset_is_text(struct span bytes)
{
	struct decoded out = { 0 };
	bool sure;

	return bytes.n && detect(bytes, &out, &sure);
}

/* ---- the whole ---- */

static void undo_mojibake(struct doc *d, struct decoded *out)
{
	for (; out->layers < MAX_LAYERS; out->layers++) {
		struct mojibake *m = &out->layer[out->layers];
		struct buf undone = { 0 };

		if (!mojibake_find(out->text, m))
			break;
		mojibake_undo(out->text, m, &undone);
		out->text = arena_dup(&d->arena, buf_span(&undone));
		buf_free(&undone);
		doc_add_note(d, NOTE_WARN, "mojibake", "%s text had been read as %s and saved like that: undone",
			     m->meant ? m->meant->name : "UTF-8", m->read_as->name);
	}
}

static bool choose(struct span bytes, const char *wanted, struct doc *d, struct decoded *out, struct err *e)
{
	struct decoded marked = { 0 };
	bool sure = true;

	if (wanted) {
		if (!charset_find(span_of(wanted), &out->charset))
			return err_set(e, EX_USAGE,
				       "charset %s is unknown. An IANA name is wanted: windows-1251, KOI8-R, IBM866 …",
				       wanted);
		if (find_mark(bytes, &marked) &&
		    (marked.charset.form == out->charset.form || span_is(span_of(wanted), "UTF-16"))) {
			out->charset = marked.charset;
			out->skipped = marked.skipped;
		}
		return true;
	}
	if (!detect(bytes, out, &sure))
		return err_set(e, EX_DATAERR, "no text in any known charset. --charset NAME says which");
	if (!sure)
		doc_add_note(d, NOTE_INFO, "charset", "read as %s. --charset NAME overrides", out->charset.name);
	return true;
}

bool charset_decode(struct span bytes, const char *wanted, struct doc *d, struct decoded *out, struct err *e)
{
	struct span s;

	*out = (struct decoded){ 0 };
	if (!choose(bytes, wanted, d, out, e))
		return false;
	s = span_sub(bytes, out->skipped, bytes.n);
	d->source.charset = span_of(out->charset.name);
	if (out->charset.form == FORM_UTF8 && utf8_valid(s)) {
		out->text = s;
	} else {
		struct buf text = { 0 };

		charset_append(&text, s, &out->charset);
		out->text = arena_dup(&d->arena, buf_span(&text));
		buf_free(&text);
		out->repaired = out->charset.form == FORM_UTF8;
	}
	if (out->repaired)
		doc_add_note(d, NOTE_WARN, "charset", "some bytes are no UTF-8 and became U+FFFD");
	undo_mojibake(d, out);
	return true;
}

/* Bytes that text has in the charset. */
static size_t bytes_in(const struct decoded *dec, struct span s)
{
	UErrorCode status = U_ZERO_ERROR;
	size_t n = 0;

	if (dec->charset.form == FORM_UTF8 && !dec->repaired)
		return s.n;
	if (dec->charset.form == FORM_ICU)
		return s.n ? (size_t)ucnv_convert(dec->charset.name, "UTF-8", NULL, 0, s.p, (int32_t)s.n, &status) : 0;
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		unsigned c = utf8_next(s, &at);

		switch (dec->charset.form) {
		case FORM_UTF8:
			n += c == 0xfffd ? 1 : at - from;
			break;
		case FORM_UTF16LE:
		case FORM_UTF16BE:
			n += c >= 0x10000 ? 4 : 2;
			break;
		case FORM_UTF32LE:
		case FORM_UTF32BE:
			n += 4;
			break;
		case FORM_BYTES:
		case FORM_ICU:
			n++;
			break;
		}
	}
	return n;
}

size_t charset_source_bytes(const struct decoded *dec, struct span part)
{
	struct buf now = { 0 }, wrapped = { 0 };
	size_t n;

	if (!dec->layers)
		return bytes_in(dec, part);
	buf_add(&now, part);
	for (int i = dec->layers; i-- > 0;) {
		struct buf swap = now;

		buf_reset(&wrapped);
		mojibake_redo(buf_span(&now), &dec->layer[i], &wrapped);
		now = wrapped;
		wrapped = swap;
	}
	n = bytes_in(dec, buf_span(&now));
	buf_free(&now);
	buf_free(&wrapped);
	return n;
}
