/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: paragraphs are what stands between blank lines; every line of the source is a run of the map. */
#include "reader.h"

#include "charset.h"
#include "out.h"

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
		struct span ended, line = next_line(dec.text, &at, &ended);

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
