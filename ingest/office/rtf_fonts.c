/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charsets of RTF: by \fcharset of the font, by \ansicpg of the document, and by looking where both are wrong. */
#include "rtf_fonts.h"

#include <stdio.h>

#include "charset_guess.h"
#include "rtf_token.h"

enum { GUESS_BYTES = 8192 };

/* Text and \'hh bytes from the document's body, as the bytes they stand for. */
static void collect(struct span bytes, struct buf *out)
{
	struct rtf_input in = { .bytes = bytes, .line = 1 };

	for (struct rtf_token t = rtf_next(&in); t.kind != RTF_END && out->n < GUESS_BYTES; t = rtf_next(&in)) {
		if (t.kind == RTF_BYTE && t.value >= 0x80)
			buf_putc(out, (char)t.value);
		else if (t.kind == RTF_TEXT)
			buf_add(out, t.name);
		else if (t.kind == RTF_WORD && (span_is(t.name, "par") || span_is(t.name, "tab")))
			buf_putc(out, '\n');
	}
}

static bool page_charset(int page, struct charset *out)
{
	char name[16];

	snprintf(name, sizeof name, "%d", page);
	return charset_find(span_of(name), out);
}

void rtf_fonts_start(struct rtf_fonts *f, struct arena *a, struct span bytes, int page)
{
	struct buf text = { 0 };
	struct guess_score score;
	const struct charset_table *t;

	*f = (struct rtf_fonts){ .a = a };
	if (!page_charset(page ? page : 1252, &f->standard))
		(void)page_charset(1252, &f->standard);
	if (page && page != 1252)
		return;
	/* 1252 is what programs write that never asked: Cyrillic text shows by its letters */
	collect(bytes, &text);
	t = guess_table(buf_span(&text), &score);
	if (score.chars >= 20 && score.bits < 7 * score.chars && !strcmp(t->name, "windows-1251"))
		(void)page_charset(1251, &f->standard);
	buf_free(&text);
}

struct rtf_font *rtf_font(struct rtf_fonts *f, int number)
{
	if (f->last < f->n && f->v[f->last].number == number)
		return &f->v[f->last];
	for (f->last = 0; f->last < f->n; f->last++)
		if (f->v[f->last].number == number)
			return &f->v[f->last];
	if (f->n >= 10000)
		return &f->v[f->last = 0];
	ARENA_ROOM(f->a, f->v, f->n, f->cap);
	f->v[f->n] = (struct rtf_font){ .number = number };
	return &f->v[f->last = f->n++];
}

void rtf_font_page(struct rtf_font *font, int page)
{
	font->known = page_charset(page, &font->charset);
}

void rtf_font_charset(struct rtf_font *font, int fcharset)
{
	/* 0 and 1 (ANSI, default) are left to the document's code page */
	static const struct {
		int charset, page;
	} pages[] = {
		{ 77, 10000 }, { 128, 932 },  { 129, 949 },  { 134, 936 },  { 136, 950 },  { 161, 1253 },
		{ 162, 1254 }, { 163, 1258 }, { 177, 1255 }, { 178, 1256 }, { 186, 1257 }, { 204, 1251 },
		{ 222, 874 },  { 238, 1250 }, { 254, 437 },  { 255, 850 },
	};

	font->symbol = fcharset == 2;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (pages[i].charset == fcharset)
			rtf_font_page(font, pages[i].page);
}

const struct charset *rtf_font_decoder(const struct rtf_fonts *f, const struct rtf_font *font)
{
	return font && font->known ? &font->charset : &f->standard;
}

int rtf_page(struct span bytes)
{
	struct rtf_input in = { .bytes = span_sub(bytes, 0, 4096), .line = 1 };

	for (struct rtf_token t = rtf_next(&in); t.kind != RTF_END; t = rtf_next(&in)) {
		if (t.kind == RTF_WORD && span_is(t.name, "ansicpg") && t.value > 0)
			return t.value;
		if (t.kind == RTF_WORD && span_is(t.name, "mac"))
			return 10000;
		if (t.kind == RTF_WORD && span_is(t.name, "fonttbl"))
			return 0;
	}
	return 0;
}
