/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_HTML_NOTES_H
#define SVOD_HTML_NOTES_H

#include <libxml/HTMLparser.h>
#include <stdbool.h>

/* What an element has to do with foot- and endnotes, by its attributes (name, value, …, NULL). */

/* It holds a note: LibreOffice gives it an id of its own, Word an id, EPUB 3 a type, ARIA a role (DPUB-ARIA 1.0). */
bool html_is_note(const xmlChar **atts);

/* The number that a note of a book ends its id with ("fn12"), where its text does not begin with it; 0: none. */
int html_note_number(const xmlChar **atts);

/* A link that stands for a note in the text, or the number before a note: its digits belong set high. */
bool html_is_note_mark(const xmlChar **atts);

/* The number of a note that is set close to its text. */
bool html_is_close_mark(const xmlChar **atts);

/* The way back from a note to the text ("↩"). */
bool html_is_way_back(const xmlChar **atts);

/* The value of an attribute; NULL: not there. */
const char *html_attribute(const xmlChar **atts, const char *name);

#endif
