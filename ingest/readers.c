/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of formats, and what is said of the ones that are not in it. */
#include "reader.h"

#include <string.h>

const struct reader *const readers[] = {
	&reader_late_pdf, &reader_docx,    &reader_odt,  &reader_epub, &reader_doc,
	&reader_rtf,      &reader_archive, &reader_fodt, &reader_fb2,  &reader_mbox,
	&reader_eml,      &reader_html,    &reader_md,   &reader_txt,  NULL,
};

static bool is_for(const struct reader *r, const struct reader_input *in)
{
	const char *wanted = in->options->format;

	return wanted ? !strcmp(r->format, wanted) : r->sniff(in);
}

const struct reader *reader_find(const struct reader_input *in)
{
	for (size_t i = 0; readers[i]; i++)
		if (is_for(readers[i], in))
			return readers[i];
	return NULL;
}

_Static_assert(sizeof readers / sizeof *readers <= sizeof((struct readers_late *)0)->of / sizeof(void *),
	       "a place for every reader");

const void *reader_prepare(const struct reader_input *in, struct readers_late *known)
{
	for (size_t i = 0; readers[i]; i++)
		if (readers[i]->prepare && is_for(readers[i], in)) {
			if (!known->of[i])
				known->of[i] = readers[i]->prepare();
			return known->of[i];
		}
	return NULL;
}

struct magic {
	struct span bytes;
	size_t at;
	const char *what;
};

static const struct magic magics[] = {
	{ { "\xff\xd8\xff", 3 }, 0, "a JPEG picture, not a document. Put it into a PDF: img2pdf" },
	{ { "\x89PNG", 4 }, 0, "a PNG picture, not a document. Put it into a PDF: img2pdf" },
	{ { "II*\0", 4 }, 0, "a TIFF picture, not a document. Put it into a PDF: img2pdf" },
	{ { "MM\0*", 4 }, 0, "a TIFF picture, not a document. Put it into a PDF: img2pdf" },
	{ { "GIF8", 4 }, 0, "a GIF picture, not a document. Put it into a PDF: img2pdf" },
	{ { "AT&TFORM", 8 }, 0, "a DjVu file: not supported. Convert it: ddjvu -format=pdf" },
	{ { "SQLite format 3", 16 }, 0, "an SQLite database, not a document" },
	{ { "\x7f"
	    "ELF",
	    4 },
	  0,
	  "a program, not a document" },
	{ { "MZ", 2 }, 0, "a program, not a document" },
	{ { "\xdb\xa5", 2 },
	  0,
	  "a Word 2 file, older than Word 97: not supported. Convert it: soffice --convert-to docx" },
	{ { "\xdc\xa5", 2 },
	  0,
	  "a Word 6 file, older than Word 97: not supported. Convert it: soffice --convert-to docx" },
	{ { "RIFF", 4 }, 0, "sound or video, not a document" },
	{ { "OggS", 4 }, 0, "sound or video, not a document" },
	{ { "ID3", 3 }, 0, "sound or video, not a document" },
	{ { "ftyp", 4 }, 4, "sound or video, not a document" },
};

const char *reader_unknown(const struct reader_input *in)
{
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
		const struct magic *m = &magics[i];

		if (in->bytes.n > m->at && span_starts(span_sub(in->bytes, m->at, in->bytes.n), m->bytes))
			return m->what;
	}
	return in->bytes.n ? "binary data of no known type" : "an empty file";
}
