/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks by a letterhead: its lines go from the union to its organ, and the last one is whose paper it is. */
#include "act_speaker.h"

#include "act_name.h"

const struct item *act_closing_body(const struct resolver *r, const struct doc *d, size_t start, size_t end)
{
	const struct item *it = item_index_last(&r->names, start, end);

	return it && !span_trim(doc_slice(d, it->end, end)).n ? it : NULL;
}

bool act_is_bare_organ(const struct doc *d, const struct item *body)
{
	return span_is(jval_str(body->norm, "kind"), "organ") &&
	       span_find_char(span_trim(item_text(d, body)), ' ', 0) == SPAN_NONE;
}

/* The organ directly above that body, in its block or on the line before; NULL: none. */
static const struct item *organ_over(const struct resolver *r, const struct doc *d, size_t block,
				     const struct item *body)
{
	size_t start =
		d->blocks[block].start == body->start && block ? d->blocks[block - 1].start : d->blocks[block].start;
	const struct item *it = act_closing_body(r, d, start, body->start);

	return it && span_is(jval_str(it->norm, "kind"), "organ") ? it : NULL;
}

struct span act_speaker_name(const struct resolver *r, struct doc *d, size_t block, const struct item *body)
{
	struct span name = jval_str(body->norm, "canonical"), own, whose;
	const struct item *over = act_is_bare_organ(d, body) ? organ_over(r, d, block, body) : NULL;

	if (!over)
		return body->start > block_body(&d->blocks[block]) ? act_name_genitive(r, d, name) : (struct span){ 0 };
	own = span_sub(name, 0, span_find_char(name, ' ', 0) == SPAN_NONE ? name.n : span_find_char(name, ' ', 0));
	whose = jval_str(over->norm, "abbr");
	if (!whose.n)
		whose = act_name_genitive(r, d, jval_str(over->norm, "canonical"));
	return arena_printf(&d->arena, "%.*s %.*s", SPAN_ARG(act_name_genitive(r, d, own)), SPAN_ARG(whose));
}

struct span act_unquoted(struct span s)
{
	static const struct {
		const char *open, *close;
	} quotes[] = { { "«", "»" }, { "“", "”" }, { "„", "“" }, { "\"", "\"" } };

	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
		struct span open = span_of(quotes[i].open), close = span_of(quotes[i].close);

		if (s.n > open.n + close.n && span_starts(s, open) && span_ends(s, close) &&
		    span_find(span_sub(s, open.n, s.n - close.n), close, 0) == SPAN_NONE)
			return span_sub(s, open.n, s.n - close.n);
		if (s.n > open.n && span_starts(s, open) && span_find(span_sub(s, open.n, s.n), close, 0) == SPAN_NONE)
			return span_sub(s, open.n, s.n); /* cut before its closing sign */
	}
	return s;
}
