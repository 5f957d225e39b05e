/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text and list marks of an ODF document. */
#include "odt_body_p.h"

#include "docx_styles.h"
#include "high.h"
#include "utf8.h"

/* ---- text ---- */

static unsigned flags(const struct body *b)
{
	unsigned all = 0;

	for (int i = 0; i < b->spans && i < MAX_SPANS; i++)
		all |= b->span_flags[i];
	return all;
}

static void put(struct body *b, struct span s)
{
	struct para *p = current(b);

	if (b->comment) {
		if (b->comment_text.n < 2000)
			buf_add(&b->comment_text, s);
		return;
	}
	if (!p || p->style.hidden || (flags(b) & 2))
		return;
	b->f->place = p->place;
	flow_text(b->f, s);
}

static void put_high(struct body *b, struct span s)
{
	struct buf high = { 0 };

	put(b, high_digits(&high, s) ? buf_span(&high) : s);
	buf_free(&high);
}

void odt_put_formula(struct body *b)
{
	struct para *p = current(b);

	if (p && b->formula.n)
		p->blank = false;
	put(b, buf_span(&b->formula));
	buf_reset(&b->formula);
}

/* The number that the program gave the note is counted anew: a label of letters would join the word before it. */
void odt_noteref_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	put(b, flow_note_ref(b->f, flow_para_text(b->f)));
	b->skip = 1;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* White space in the XML collapses; what is meant to stay has elements of its own. */
void odt_on_text(void *ctx, struct span s)
{
	struct body *b = ctx;
	struct para *p = current(b);
	size_t at = 0;

	if (b->skip || !p)
		return;
	if (b->math.depth) {
		mathml_text(&b->math, s, &b->formula);
		return;
	}
	while (at < s.n) {
		size_t from = at;

		if (is_blank(s.p[at])) {
			while (at < s.n && is_blank(s.p[at]))
				at++;
			if (!p->blank)
				put(b, SPAN(" "));
			p->blank = true;
			continue;
		}
		while (at < s.n && !is_blank(s.p[at]))
			at++;
		/* as far as words are parted by one space, they go together */
		while (at + 1 < s.n && s.p[at] == ' ' && !is_blank(s.p[at + 1])) {
			at++;
			while (at < s.n && !is_blank(s.p[at]))
				at++;
		}
		p->blank = false;
		if (flags(b) & 1)
			put_high(b, span_sub(s, from, at));
		else
			put(b, span_sub(s, from, at));
	}
}

void odt_s_start(struct body *b, const struct xml_tag *tag)
{
	int n = docx_int(xml_attr(tag, "c"), 1);

	for (int i = 0; i < n && i < 100; i++)
		put(b, SPAN(" "));
	if (current(b))
		current(b)->blank = true;
}

void odt_tab_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	put(b, SPAN("\t"));
	if (current(b))
		current(b)->blank = true;
}

void odt_break_start(struct body *b, const struct xml_tag *tag)
{
	(void)tag;
	put(b, SPAN("\n"));
	if (current(b))
		current(b)->blank = true;
}

void odt_span_start(struct body *b, const struct xml_tag *tag)
{
	struct odt_style st = odt_style_resolve(b->styles, xml_attr(tag, "style-name"));

	if (b->spans < MAX_SPANS)
		b->span_flags[b->spans] = (unsigned char)((st.superscript ? 1 : 0) | (st.hidden ? 2 : 0));
	b->spans++;
}

void odt_span_end(struct body *b)
{
	b->spans -= b->spans > 0;
}

/* ---- lists ---- */

static size_t new_list(struct body *b, struct span id, struct span style)
{
	ARENA_ROOM(arena_of(b), b->lists, b->n_lists, b->cap_lists);
	b->lists[b->n_lists] = (struct list){ .id = arena_dup(arena_of(b), id), .style = style };
	return b->n_lists++;
}

/* The list that an outermost text:list goes on with, or a new one. */
static size_t list_for(struct body *b, const struct xml_tag *tag, struct span style)
{
	struct span go_on = xml_attr(tag, "continue-list");
	bool number = span_is(xml_attr(tag, "continue-numbering"), "true");

	for (size_t i = b->n_lists; i-- > 0 && (go_on.n || number);)
		if (go_on.n ? span_eq(b->lists[i].id, go_on) : span_eq(b->lists[i].style, style)) {
			struct span id = xml_attr(tag, "id");
			struct list copy = b->lists[i];
			size_t at = new_list(b, id, style);

			copy.id = b->lists[at].id;
			copy.style = style;
			b->lists[at] = copy;
			return at;
		}
	return new_list(b, xml_attr(tag, "id"), style);
}

void odt_list_start(struct body *b, const struct xml_tag *tag)
{
	struct span style = arena_dup(arena_of(b), xml_attr(tag, "style-name"));
	struct open_list *outer = b->n_open > 0 && b->n_open <= MAX_OPEN_LISTS ? &b->open[b->n_open - 1] : NULL;

	if (b->n_open++ >= MAX_OPEN_LISTS)
		return;
	b->open[b->n_open - 1].style = style.n ? style : outer ? outer->style : style;
	b->open[b->n_open - 1].list = outer ? outer->list : list_for(b, tag, style);
	if (outer && b->n_open <= ODT_LEVELS && !span_is(xml_attr(tag, "continue-numbering"), "true"))
		b->lists[outer->list].begun[b->n_open - 1] = false;
}

void odt_list_end(struct body *b)
{
	b->n_open -= b->n_open > 0;
	b->item = false;
}

void odt_item_start(struct body *b, const struct xml_tag *tag)
{
	b->item = true;
	b->item_start = docx_int(xml_attr(tag, "start-value"), -1);
	b->item_style = arena_dup(arena_of(b), xml_attr(tag, "style-override"));
}

void odt_item_end(struct body *b)
{
	b->item = false;
}

/* Counts level on in counts (start: where it begins anew; -1: it does not) and lets deeper ones begin anew; higher ones
 * that have not begun count as begun. */
static void count_on(const struct odt_list_style *style, int level, int start, int counts[], bool begun[])
{
	if (start >= 0)
		counts[level] = start;
	else if (begun[level])
		counts[level]++;
	else
		counts[level] = odt_level_of(style, level)->start;
	begun[level] = true;
	for (int i = 0; i < level; i++)
		if (!begun[i]) {
			counts[i] = odt_level_of(style, i)->start;
			begun[i] = true;
		}
	for (int i = level + 1; i < ODT_LEVELS; i++)
		begun[i] = false;
}

/* The mark of the paragraph that is being closed; false: it is not in a list. */
bool odt_mark_of(struct body *b, const struct para *p, struct buf *mark, int *level)
{
	const struct odt_list_style *style;
	struct open_list *open = b->n_open > 0 && b->n_open <= MAX_OPEN_LISTS ? &b->open[b->n_open - 1] : NULL;

	if (open && p->item) {
		*level = b->n_open - 1 < ODT_LEVELS ? b->n_open - 1 : ODT_LEVELS - 1;
		style = odt_list_find(b->styles, b->item_style.n ? b->item_style
						 : open->style.n ? open->style
								 : p->style.list);
		if (!style)
			return true;
		count_on(style, *level, b->item_start, b->lists[open->list].counts, b->lists[open->list].begun);
		odt_put_mark(style, *level, b->lists[open->list].counts, mark);
		return true;
	}
	if (p->heading && !p->no_number && !open && p->outline >= 1 && p->outline <= ODT_LEVELS) {
		style = odt_list_find(b->styles, SPAN(""));
		*level = p->outline - 1;
		if (!style || style->levels[*level].format == NUM_NONE)
			return false;
		count_on(style, *level, p->start, b->outline_counts, b->outline_begun);
		odt_put_mark(style, *level, b->outline_counts, mark);
	}
	return false;
}
