/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Can the text layer of a page be trusted? Decided by the share of characters that running text does not have. */
#include "pdf_quality.h"

#include "utf8.h"

struct shares {
	size_t all, odd, letters, latin1; /* characters; latin1: letters from U+00C0 to U+00FF */
	size_t strange;                   /* letters that no language of these documents has */
	size_t words, mixed; /* of three characters and more; with signs, figures or scripts mixed inside */
};

/* Signs that fill no page of text: what comes out where a font has no mapping to Unicode. */
static bool is_odd(unsigned c)
{
	if (c < 0x80)
		return c < 0x20 || strchr("!\"#$%&'*+/<=>?@[\\]^`{|}~", (int)c);
	return (c >= 0x7f && c < 0xa0) || (c >= 0xe000 && c < 0xf900) || c == 0xfffd || c >= 0xf0000;
}

/* Latin letters with numbers as glyphs have them, less those of Azerbaijani, Romanian and Vietnamese. */
static bool is_strange(unsigned c)
{
	static const unsigned letters[] = { 0x18f, 0x1a0, 0x1a1, 0x1af, 0x1b0, 0x218, 0x219, 0x21a, 0x21b, 0x259 };
	if (c < 0x180 || c > 0x2af)
		return false;
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i] == c)
			return false;
	return true;
}

enum shape { SHAPE_NONE, SHAPE_LATIN, SHAPE_CYRILLIC, SHAPE_SIGN };

static enum shape shape_of(unsigned c)
{
	if (c >= 0x400 && c < 0x530)
		return SHAPE_CYRILLIC;
	if (utf8_is_letter(c))
		return SHAPE_LATIN;
	return (c >= '0' && c <= '9') || is_odd(c) || c == ':' || c == ';' ? SHAPE_SIGN : SHAPE_NONE;
}

/* Has the word signs or figures between letters, twice, or letters of two scripts side by side? */
static bool is_mixed(struct span s)
{
	enum shape before = SHAPE_NONE, letter = SHAPE_NONE;
	size_t inner = 0;
	bool scripts = false;
	for (size_t at = 0; at < s.n;) {
		enum shape now = shape_of(utf8_next(s, &at));
		bool is_letter = now == SHAPE_LATIN || now == SHAPE_CYRILLIC;
		scripts = scripts || (is_letter && before == (now == SHAPE_LATIN ? SHAPE_CYRILLIC : SHAPE_LATIN));
		inner += is_letter && before == SHAPE_SIGN && letter != SHAPE_NONE;
		inner += now == SHAPE_SIGN && (before == SHAPE_LATIN || before == SHAPE_CYRILLIC) && at < s.n;
		letter = is_letter ? now : letter;
		before = now;
	}
	return scripts || inner > 1;
}

static struct shares measure(const struct page_words *w)
{
	struct shares s = { 0 };
	for (size_t i = 0; i < w->n; i++) {
		struct span text = page_words_text(w, &w->v[i]);
		size_t from = s.all;
		for (size_t at = 0; at < text.n;) {
			unsigned c = utf8_next(text, &at);
			s.all++;
			s.odd += is_odd(c);
			s.letters += utf8_is_letter(c);
			s.latin1 += c >= 0xc0 && c <= 0xff;
			s.strange += is_strange(c);
		}
		if (s.all - from >= 3) {
			s.words++;
			s.mixed += is_mixed(text);
		}
	}
	return s;
}

/* Running text: three letters in four characters, a sign in twenty, few words of mixed kinds. */
static bool is_broken(const struct shares *s)
{
	return (s->odd * 4 > s->all && s->letters * 10 < s->all * 3) || s->odd * 2 > s->all ||
	       (s->letters > 30 && s->strange * 4 > s->letters) || (s->words >= 20 && s->mixed * 10 > s->words * 3);
}

enum quality pdf_quality(const struct page_words *w)
{
	struct shares s = measure(w);
	if (s.all < 6)
		return QUALITY_NONE;
	if (is_broken(&s))
		return QUALITY_BROKEN;
	if (s.letters > 30 && s.latin1 * 5 > s.letters * 3)
		return QUALITY_MOJIBAKE;
	return QUALITY_GOOD;
}

/* The character of CP1251 whose byte is c in Latin-1 or CP1252 (WHATWG index windows-1251); c itself where it is none.
 */
static unsigned from_cp1251(unsigned c)
{
	if (c >= 0xc0 && c <= 0xff)
		return c - 0xc0 + 0x410;
	switch (c) {
	case 0xa8:
		return 0x401;
	case 0xb8:
		return 0x451;
	case 0xb9:
		return 0x2116;
	case 0xa1:
		return 0x40e;
	case 0xa2:
		return 0x45e;
	case 0xb2:
		return 0x406;
	case 0xb3:
		return 0x456;
	case 0xaf:
		return 0x407;
	case 0xbf:
		return 0x457;
	case 0xaa:
		return 0x404;
	case 0xba:
		return 0x454;
	default:
		return c;
	}
}

void pdf_quality_mend(struct page_words *w)
{
	struct buf text = { 0 };
	for (size_t i = 0; i < w->n; i++) {
		struct span s = page_words_text(w, &w->v[i]);
		size_t from = text.n;
		for (size_t at = 0; at < s.n;)
			buf_put_utf8(&text, from_cp1251(utf8_next(s, &at)));
		w->v[i].at = from;
		w->v[i].n = text.n - from;
	}
	buf_free(&w->text);
	w->text = text;
}

bool pdf_quality_has_ink(const struct picture *im)
{
	size_t n = (size_t)im->width * (size_t)im->height, dark = 0;
	unsigned char paper = 0;
	for (size_t i = 0; i < n; i++)
		paper = im->p[i] > paper ? im->p[i] : paper;
	for (size_t i = 0; i < n; i++)
		dark += im->p[i] + 64 < paper;
	return dark * 4000 > n;
}
