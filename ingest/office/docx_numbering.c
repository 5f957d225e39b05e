/* SPDX-License-Identifier: GPL-3.0-or-later */
/* numbering.xml: w:abstractNum is a definition, w:num a list. */
#include "docx_numbering.h"

#include "docx_styles.h"
#include "xml.h"

struct reading {
	struct numbering *n;
	struct arena *a;
	struct num_definition *definition;
	struct num_list *list;
	struct num_level *level;
	int override; /* level being overridden */
};

static enum num_format format_of(struct span name)
{
	static const struct {
		const char *name;
		enum num_format format;
	} formats[] = {
		{ "decimal", NUM_DECIMAL },
		{ "bullet", NUM_BULLET },
		{ "none", NUM_NONE },
		{ "lowerLetter", NUM_LOWER_LETTER },
		{ "upperLetter", NUM_UPPER_LETTER },
		{ "lowerRoman", NUM_LOWER_ROMAN },
		{ "upperRoman", NUM_UPPER_ROMAN },
		{ "russianLower", NUM_LOWER_RUSSIAN },
		{ "russianUpper", NUM_UPPER_RUSSIAN },
		{ "decimalZero", NUM_DECIMAL_ZERO },
	};

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (span_is(name, formats[i].name))
			return formats[i].format;
	return NUM_DECIMAL;
}

static void open_definition(struct reading *r, const struct xml_tag *tag)
{
	r->definition = numbering_add_definition(r->n, r->a, docx_int(xml_attr(tag, "abstractNumId"), -1));
}

static void open_list(struct reading *r, const struct xml_tag *tag)
{
	r->list = numbering_add_list(r->n, r->a, docx_int(xml_attr(tag, "numId"), -1), -1);
}

static int level_number(const struct xml_tag *tag)
{
	int n = docx_int(xml_attr(tag, "ilvl"), 0);

	return n < 0 ? 0 : n >= NUM_LEVELS ? NUM_LEVELS - 1 : n;
}

static void open_level(struct reading *r, const struct xml_tag *tag)
{
	struct num_level *levels = r->list ? r->list->levels : r->definition ? r->definition->levels : NULL;

	if (!levels)
		return;
	r->level = &levels[level_number(tag)];
	*r->level = (struct num_level){ .set = true, .start = 0, .format = NUM_DECIMAL, .restart = -1 };
}

static void level_property(struct reading *r, struct num_level *l, const struct xml_tag *tag)
{
	struct span val = xml_attr(tag, "val");

	if (span_is(tag->name, "start"))
		l->start = docx_int(val, 0);
	else if (span_is(tag->name, "numFmt"))
		l->format = format_of(val);
	else if (span_is(tag->name, "lvlText"))
		l->text = arena_dup(r->a, val);
	else if (span_is(tag->name, "pStyle"))
		l->style = arena_dup(r->a, val);
	else if (span_is(tag->name, "isLgl"))
		l->legal = docx_on(val);
	else if (span_is(tag->name, "lvlRestart"))
		l->restart = docx_int(val, -1);
}

static void on_start(void *ctx, const struct xml_tag *tag)
{
	struct reading *r = ctx;
	struct span val;

	if (r->level) {
		level_property(r, r->level, tag);
		return;
	}
	val = xml_attr(tag, "val");
	if (span_is(tag->name, "abstractNum"))
		open_definition(r, tag);
	else if (span_is(tag->name, "num"))
		open_list(r, tag);
	else if (span_is(tag->name, "lvl"))
		open_level(r, tag);
	else if (r->list && span_is(tag->name, "abstractNumId"))
		r->list->definition = docx_int(val, -1);
	else if (r->list && span_is(tag->name, "lvlOverride"))
		r->override = level_number(tag);
	else if (r->list && span_is(tag->name, "startOverride"))
		r->list->start[r->override] = docx_int(val, -1);
	else if (r->definition && span_is(tag->name, "numStyleLink"))
		r->definition->link = arena_dup(r->a, val);
	else if (r->definition && span_is(tag->name, "styleLink"))
		r->definition->style_link = arena_dup(r->a, val);
}

static void on_end(void *ctx, struct span name, struct span uri)
{
	struct reading *r = ctx;

	(void)uri;
	if (span_is(name, "lvl"))
		r->level = NULL;
	else if (span_is(name, "abstractNum"))
		r->definition = NULL;
	else if (span_is(name, "num"))
		r->list = NULL;
}

static void on_text(void *ctx, struct span text)
{
	(void)ctx, (void)text;
}

struct numbering *docx_numbering_read(struct span xml, struct arena *a)
{
	static const struct xml_handler h = { on_start, on_end, on_text };
	struct numbering *n = arena_alloc(a, sizeof *n);
	struct reading r = { .n = n, .a = a };
	struct err ignored = { 0 };

	if (xml.n)
		(void)!xml_parse(xml, &h, &r, &ignored);
	return n;
}
