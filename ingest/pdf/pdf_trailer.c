/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A download or a copy that broke off has lost the end of the file, and with it the trailer. Word and others write the
 * catalog and the fonts first: the pages before the cut are whole then. Where the catalog comes last (LibreOffice), the
 * fonts do too, and nothing that stands before the cut can be read.
 */
#include "pdf_trailer.h"

enum { LONGEST_HEAD = 2048 }; /* bytes from "N G obj" to the type of the catalog, at most */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0';
}

/* Is the name before byte at, spaces left aside, /Type? */
static bool is_type_before(struct span s, size_t at)
{
	while (at > 0 && is_space(s.p[at - 1]))
		at--;
	return at >= 5 && span_is(span_sub(s, at - 5, at), "/Type");
}

/* The number that ends before *at, spaces after it left aside; *at becomes its start. Empty: there is none. */
static struct span number_before(struct span s, size_t *at)
{
	while (*at > 0 && is_space(s.p[*at - 1]))
		--*at;
	size_t end = *at;
	while (*at > 0 && end - *at < 10 && is_digit(s.p[*at - 1]))
		--*at;
	return span_sub(s, *at, end);
}

/* Writes the reference to the object that byte at stands in. */
static bool put_reference(struct span s, size_t at, struct buf *out)
{
	size_t least = at > LONGEST_HEAD ? at - LONGEST_HEAD : 0;
	while (at >= least + 3 && !span_is(span_sub(s, at - 3, at), "obj"))
		at--;
	if (at < least + 3)
		return false;
	at -= 3;
	struct span generation = number_before(s, &at), number = number_before(s, &at);
	if (number.n == 0 || generation.n == 0)
		return false;
	buf_puts(out, "\ntrailer\n<</Root ");
	buf_add(out, number);
	buf_putc(out, ' ');
	buf_add(out, generation);
	buf_puts(out, " R>>\nstartxref\n0\n%%EOF\n");
	return true;
}

bool pdf_trailer_add(struct span bytes, struct buf *out)
{
	struct buf end = { 0 };
	bool ok = false;
	if (span_find(bytes, SPAN("trailer"), 0) != SPAN_NONE ||
	    span_find(bytes, SPAN("/Filter/Standard"), 0) != SPAN_NONE ||
	    span_find(bytes, SPAN("/Filter /Standard"), 0) != SPAN_NONE)
		return false;
	for (size_t at = 0; !ok && (at = span_find(bytes, SPAN("/Catalog"), at)) != SPAN_NONE; at++)
		ok = is_type_before(bytes, at) && put_reference(bytes, at, &end);
	if (ok) {
		buf_add(out, bytes);
		buf_add(out, buf_span(&end));
	}
	buf_free(&end);
	return ok;
}
