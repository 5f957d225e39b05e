/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RTF_FONTS_H
#define SVOD_RTF_FONTS_H

#include "charset.h"

/* In RTF the charset of a byte depends on the font it is set in. */
struct rtf_font {
	int number;
	bool symbol; /* fcharset 2: pictures, not letters */
	bool known;  /* its own charset, else the document's */
	struct charset charset;
};

struct rtf_fonts {
	struct arena *a;
	struct rtf_font *v;
	size_t n, cap, last;
	struct charset standard; /* of the document: \ansicpg */
};

/* Chooses the document's charset from \ansicpg page (0: not said), unless the text itself is clearly in another. */
void rtf_fonts_start(struct rtf_fonts *f, struct arena *a, struct span bytes, int page);

/* The font of that number, made when it is new. */
struct rtf_font *rtf_font(struct rtf_fonts *f, int number);

/* Takes \fcharset or \cpg of a font. */
void rtf_font_charset(struct rtf_font *font, int fcharset);
void rtf_font_page(struct rtf_font *font, int page);

/* The charset that bytes in this font are in. */
const struct charset *rtf_font_decoder(const struct rtf_fonts *f, const struct rtf_font *font);

/* The code page that the header says (\ansicpg), or the one that \mac stands for; 0: not said. */
int rtf_page(struct span bytes);

#endif
