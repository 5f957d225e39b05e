/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A note comes as text in which figures and names stand already, so the catalogue cannot know it. The sentences are
 * listed here once more as the stages print them; what stands at their conversions is carried over, and is a sentence
 * itself where a note says why.
 */
#include "notes.h"

#include <string.h>

#include "i18n.h"

static const char *const sentences[] = {
	N_("%.*s in it is damaged or encrypted: %s"),
	N_("%.*s is not in UTF-8"),
	N_("%.*s unpacks to more than %d times the archive's size: a bomb, not read"),
	N_("%d of %d pages could not be read"),
	N_("%d of %d pages have no usable text and could not be recognized: install tesseract-ocr-rus"),
	N_("%d of %d pages have no usable text, and --ocr=never"),
	N_("%d of %d pages without usable text were recognized with tesseract (%s), quality %ld %%"),
	N_("%s in it cannot be unpacked: %s"),
	N_("%s in it is damaged. Get the file again"),
	N_("%s in it is encrypted. Save it without a password"),
	N_("%s text had been read as %s and saved like that: undone"),
	N_("%s unpacks to %llu times its size: a ZIP bomb, not read"),
	N_("%s unpacks to more than %d MB: not read"),
	N_("%s, which reads %s, cannot be loaded: %s"),
	N_("%s, which reads %s, is not installed"),
	N_("Markdown that the parser gave up on"),
	N_("XML of more than 2 GB"),
	N_("a damaged Word file: cut off, or its table of contents is broken. Get the file again"),
	N_("an Outlook message. Save it as .eml"),
	N_("charset %s is unknown. An IANA name is wanted: windows-1251, KOI8-R, IBM866 …"),
	N_("format %s is unknown: pdf, docx, odt, doc, rtf, html, md, txt …"),
	N_("no trained data for %s: install tesseract-ocr-%s"),
	N_("\"%.*s\" cannot be as it stands"),
	N_("a DOCX without its main part %.*s: damaged. Get the file again"),
	N_("a DjVu file: not supported. Convert it: ddjvu -format=pdf"),
	N_("a Word %s file, older than Word 97: not supported. Convert it: soffice --convert-to docx"),
	N_("a Works or Publisher file: not supported. Convert it: soffice --convert-to docx"),
	N_("a ZIP file that cannot be opened: %s"),
	N_("a blank inside a word was removed: %.*s"),
	N_("a damaged archive: %s"),
	N_("a damaged or encrypted archive: %s"),
	N_("a program, not a document"),
	N_("a %s picture, not a document. Put it into a PDF: img2pdf"),
	N_("an EPUB without a list of its chapters: damaged. Get the file again"),
	N_("an ODT without its content.xml: damaged. Get the file again"),
	N_("an Office package without a document in it: damaged, or of another kind"),
	N_("an Excel table, not a document. Convert it: soffice --convert-to html"),
	N_("an OLE file without a document in it"),
	N_("an OpenDocument file other than text: not supported. Convert it: soffice --convert-to pdf"),
	N_("an SQLite database, not a document"),
	N_("an archive without files in it"),
	N_("an embedded document (altChunk) %.*s: %s"),
	N_("an empty file"),
	N_("archives inside archives, %d deep: unpack it first"),
	N_("archives"),
	N_("binary data of no known type"),
	N_("chapter %.*s: %s"),
	N_("confusions of the recognition were repaired: %s"),
	N_("damaged PDF: it is cut off, no text stands before the cut. Get the file again"),
	N_("damaged PDF: poppler cannot open it"),
	N_("damaged PDF: poppler cannot open it: %s"),
	N_("damaged XML"),
	N_("damaged XML, line %d: %.*s"),
	N_("drawing its pages takes too long: read without their ruling lines and scans"),
	N_("empty XML"),
	N_("encrypted, a password is needed. Save it without one: qpdf --decrypt"),
	N_("encrypted. Save it without a password"),
	N_("groups nested %d deep: damaged, or made to do harm"),
	N_("is missing"),
	N_("it ends in the middle: cut off or damaged. Get the file again"),
	N_("it is missing"),
	N_("its line is longer than %d MB"),
	N_("letters of two alphabets in one word: %.*s"),
	N_("letters of windows-1251 shown as Latin were put right on %d pages"),
	N_("more than %d files in it: the rest was not read"),
	N_("more than %d letters: the rest was not read"),
	N_("more than %d parts: the rest was not read"),
	N_("nested deeper than %d levels: inner structure is lost"),
	N_("no text in any known charset. --charset NAME says which"),
	N_("no text in it"),
	N_("no trained data for %s: install the packages tesseract-ocr-*"),
	N_("no sandbox: Landlock: %s"),
	N_("no sandbox: seccomp: %s"),
	N_("no sandbox: %s"),
	N_("none of the %d pages holds text"),
	N_("not readable"),
	N_("of no known format"),
	N_("only the first %d of %d pages were read"),
	N_("poppler repaired or skipped %zu things, the first: %s"),
	N_("read as %s. --charset NAME overrides"),
	N_("reading it crashed (damaged, or made to do so)"),
	N_("reading it ended early (damaged, or made to do so)"),
	N_("reading it was stopped by a signal"),
	N_("reading it was stopped: it needs too much memory (damaged, or made to do so)"),
	N_("reading it was stopped: it takes too long (damaged, or made to do so)"),
	N_("reading it was stopped: no sign of life for too long"),
	N_("reading it was stopped: what came of it is no document (damaged, or made to do so)"),
	N_("rule %.*s ran into its matching limit on %.*s; what it would find there is missing"),
	N_("scans"),
	N_("slides, not a document. Convert them: soffice --convert-to pdf"),
	N_("some bytes are no UTF-8 and became U+FFFD"),
	N_("sound or video, not a document"),
	N_("text ends at %d MB, the rest was left out"),
	N_("the Russian dictionary is not there: fewer names are found (make setup fetches it)"),
	N_("the end of the file is missing: only what stands before the cut was read. Get the file again"),
	N_("the ZIP file that it is has lost its end: cut off or damaged. Get the file again"),
	N_("there are more of these than are noted"),
	N_("this block says again what stands before it"),
	N_("%.*s: %s"), /* a part of a file and what is wrong with it */
};

enum { MOST_PARTS = 5 }; /* conversions of one sentence */

/* Cuts what stands before the next conversion off *format. */
static struct span cut_literal(struct span *format)
{
	size_t at = span_find_char(*format, '%', 0);
	struct span literal = span_sub(*format, 0, at);

	*format = span_sub(*format, literal.n, format->n);
	return literal;
}

/* %% is one as well: the sign is carried over like a figure. */
static void cut_conversion(struct span *format)
{
	size_t at = 1;

	while (at < format->n && !strchr("dsu%", format->p[at]))
		at++;
	*format = span_sub(*format, at + 1, format->n);
}

/* Is text this sentence? What stands at its conversions goes to part, in their order. */
static bool is_sentence(struct span text, const char *sentence, struct span part[MOST_PARTS])
{
	struct span format = span_of(sentence), literal = cut_literal(&format);

	if (!span_starts(text, literal))
		return false;
	text = span_sub(text, literal.n, text.n);
	for (size_t n = 0; format.n; n++) {
		size_t end;

		cut_conversion(&format);
		literal = cut_literal(&format);
		if (n == MOST_PARTS || literal.n > text.n)
			return false;
		end = format.n ? span_find(text, literal, 0) : text.n - literal.n;
		if (end == SPAN_NONE || !span_starts(span_sub(text, end, text.n), literal))
			return false;
		part[n] = span_sub(text, 0, end);
		text = span_sub(text, end + literal.n, text.n);
	}
	return text.n == 0;
}

void notes_say(struct span text, struct buf *out)
{
	struct span part[MOST_PARTS], format;
	size_t i = 0;

	while (i < sizeof sentences / sizeof *sentences && !is_sentence(text, sentences[i], part))
		i++;
	if (i == sizeof sentences / sizeof *sentences) {
		buf_add(out, text);
		return;
	}
	format = span_of(_(sentences[i]));
	for (size_t n = 0;; n++) {
		buf_add(out, cut_literal(&format));
		if (!format.n || n == MOST_PARTS)
			return;
		cut_conversion(&format);
		notes_say(part[n], out);
	}
}
