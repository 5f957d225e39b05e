/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: paragraphs are what stands between blank lines; every line of the source is a run of the map. */
#include "reader.h"

#include "charset.h"
#include "out.h"
#include "utf8.h"

static bool sniff(const struct reader_input *in)
{
	return charset_is_text(in->bytes);
}

/* The next line of text from *at, without its end (\n, \r\n, \r, \f); *ended gets the bytes of the end. */
static struct span next_line(struct span text, size_t *at, struct span *ended)
{
	size_t from = *at, to = from;

	while (to < text.n && text.p[to] != '\n' && text.p[to] != '\r' && text.p[to] != '\f')
		to++;
	*at = to;
	if (*at < text.n)
		*at += text.p[to] == '\r' && to + 1 < text.n && text.p[to + 1] == '\n' ? 2 : 1;
	*ended = span_sub(text, to, *at);
	return span_sub(text, from, to);
}

/* A tab alone is an empty cell where a table was written a cell a line: svod-clean needs to see it. */
static bool is_blank(struct span line)
{
	return span_trim(line).n == 0 && span_find_char(line, '\t', 0) == SPAN_NONE;
}

/* Adds a line to the open paragraph. The line break before it belongs to the run of the line that it ends. */
static void add_line(struct out *o, struct span line, const struct map_run *place, int64_t broken)
{
	if (out_block_bytes(o))
		out_extend(o, SPAN("\n"), broken);
	out_text(o, line, place);
}

/* ---- two signatures side by side ---- */

enum { SIGN_LINES = 10, SIGN_GAP = 2 };

/* The byte of the line at which that many characters lie before it. */
static size_t byte_of_column(struct span line, size_t column)
{
	size_t at = 0;

	while (column-- > 0 && at < line.n)
		utf8_next(line, &at);
	return at;
}

/* The column of the second place to sign ("____ А.Б. Орлов   ____ В.Г. Белова"); 0: there are not two. */
static size_t second_place(struct span line)
{
	struct span left = span_trim(line);
	size_t first = (size_t)(left.p - line.p), at, column = 0;

	if (!span_starts(left, SPAN("___")))
		return 0;
	while (first < line.n && line.p[first] == '_')
		first++;
	at = span_find(line, SPAN("  ___"), first);
	for (size_t i = 0; at != SPAN_NONE && i < at + SIGN_GAP; column++)
		utf8_next(line, &i);
	return column;
}

/* Does the line fall into two at that column, with a gap before it? Either part may be empty. */
static bool is_parted(struct span line, size_t column)
{
	size_t at = byte_of_column(line, column), gap = byte_of_column(line, column - SIGN_GAP);

	return span_trim(span_sub(line, gap, at)).n == 0;
}

/* The lines of a paragraph that begins at `at`: the column at which all of them fall into two signatures; 0: they do
 * not. *end: behind the last one. */
static size_t signed_lines(struct span text, size_t at, size_t *end)
{
	struct span lines[SIGN_LINES], ended;
	size_t n = 0, column = 0;

	for (*end = at; at < text.n; *end = at) {
		struct span line = next_line(text, &at, &ended);

		if (!span_trim(line).n)
			break;
		if (n == SIGN_LINES)
			return 0;
		column = column ? column : second_place(line);
		lines[n++] = line;
	}
	for (size_t i = 0; column && i < n; i++)
		column = is_parted(lines[i], column) ? column : 0;
	return n > 1 ? column : 0;
}

/*
 * Reads the lines [at, end) as two paragraphs of one line each, the left half and the right one. first: the place of
 * the first line.
 */
static void put_signed(struct out *o, const struct decoded *dec, size_t at, size_t end, size_t column,
		       struct map_run first)
{
	for (int right = 0; right < 2; right++) {
		struct map_run place = first;

		for (size_t next = at; next < end;) {
			struct span ended, line = next_line(dec->text, &next, &ended), part, before;
			size_t cut = byte_of_column(line, column);

			part = span_trim(right ? span_sub(line, cut, line.n) : span_sub(line, 0, cut));
			before = span_make(line.p, (size_t)(part.p - line.p));
			if (part.n) {
				struct map_run here = place;

				here.at += (int64_t)charset_source_bytes(dec, before);
				here.len = (int64_t)charset_source_bytes(dec, part);
				if (out_block_bytes(o))
					out_extend(o, SPAN(" "), 0);
				out_text(o, part, &here);
			}
			place.at += (int64_t)(charset_source_bytes(dec, line) + charset_source_bytes(dec, ended));
			place.line++;
		}
		out_close(o);
	}
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct decoded dec;
	struct map_run place = { .kind = MAP_BYTES, .line = 1 };
	struct out o;
	size_t at = 0;
	int64_t broken = 0; /* source bytes of the line break before this line */

	if (!charset_decode(in->bytes, in->options->charset, d, &dec, e))
		return false;
	out_start(&o, d);
	o.tabs = true;
	place.at = (int64_t)dec.skipped;
	while (at < dec.text.n) {
		size_t end = at, column = o.open ? 0 : signed_lines(dec.text, at, &end);
		struct span ended, line;

		if (column) {
			put_signed(&o, &dec, at, end, column, place);
			place.at += (int64_t)charset_source_bytes(&dec, span_sub(dec.text, at, end));
			for (; at < end; place.line++)
				(void)next_line(dec.text, &at, &ended);
			continue;
		}
		line = next_line(dec.text, &at, &ended);
		place.len = (int64_t)charset_source_bytes(&dec, line);
		if (is_blank(line))
			out_close(&o);
		else
			add_line(&o, line, &place, broken);
		broken = (int64_t)charset_source_bytes(&dec, ended);
		if (ended.n && ended.p[0] == '\f')
			out_close(&o);
		place.at += place.len + broken;
		place.line += !ended.n || ended.p[0] != '\f';
	}
	out_finish(&o);
	return true;
}

const struct reader reader_txt = { .format = "txt", .sniff = sniff, .read = read };
