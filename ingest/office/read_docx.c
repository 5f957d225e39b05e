/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOCX: finds the parts of the package by their relationships and reads each (Open Packaging Conventions, ISO/IEC
 * 29500-2). */
#include "reader.h"

#include <string.h>

#include "docx_body.h"
#include "package.h"
#include "xml.h"

/* One relationship of a part: what it points at. */
struct relation {
	struct span id;
	struct span type;   /* last word of the type's URI: "styles", "footnotes" */
	struct span target; /* part name */
};

struct relations {
	struct relation *v;
	size_t n, cap;
	struct arena *a;
	struct span folder; /* that relative targets count from, with its slash */
};

/* What calls itself a document and has none is to be told so, rather than unpacked. */
static bool sniff(const struct reader_input *in)
{
	return package_mentions(in->bytes, "word/document.xml") ||
	       (in->name && span_ends(span_of(in->name), SPAN(".docx")) && package_mentions(in->bytes, "")) ||
	       (package_mentions(in->bytes, "[Content_Types].xml") &&
		(package_mentions(in->bytes, "word/") || package_mentions(in->bytes, "WORD/")));
}

static void rel_start(void *ctx, const struct xml_tag *tag)
{
	struct relations *r = ctx;
	struct span type = xml_attr(tag, "Type"), target = xml_attr(tag, "Target");
	size_t slash = type.n;

	if (!span_is(tag->name, "Relationship") || span_is(xml_attr(tag, "TargetMode"), "External"))
		return;
	while (slash > 0 && type.p[slash - 1] != '/')
		slash--;
	ARENA_ROOM(r->a, r->v, r->n, r->cap);
	r->v[r->n].id = arena_dup(r->a, xml_attr(tag, "Id"));
	r->v[r->n].type = arena_dup(r->a, span_sub(type, slash, type.n));
	if (target.n && target.p[0] == '/')
		r->v[r->n++].target = arena_dup(r->a, span_sub(target, 1, target.n));
	else
		r->v[r->n++].target = arena_printf(r->a, "%.*s%.*s", SPAN_ARG(r->folder), SPAN_ARG(target));
}

static void no_end(void *ctx, struct span name, struct span uri)
{
	(void)ctx, (void)name, (void)uri;
}

static void no_text(void *ctx, struct span text)
{
	(void)ctx, (void)text;
}

/* The relationships of part ("": of the package). */
static void read_relations(struct package *p, struct span part, struct relations *r, struct arena *a)
{
	static const struct xml_handler h = { rel_start, no_end, no_text };
	struct buf xml = { 0 };
	struct err ignored = { 0 };
	size_t slash = part.n;
	struct span name;

	while (slash > 0 && part.p[slash - 1] != '/')
		slash--;
	*r = (struct relations){ .a = a, .folder = span_sub(part, 0, slash) };
	name = arena_printf(a, "%.*s_rels/%.*s.rels", SPAN_ARG(r->folder), SPAN_ARG(span_sub(part, slash, part.n)));
	if (package_part(p, name.p, &xml, &ignored))
		(void)!xml_parse(buf_span(&xml), &h, r, &ignored);
	buf_free(&xml);
}

static struct span target_of(const struct relations *r, const char *type)
{
	for (size_t i = 0; i < r->n; i++)
		if (span_is(r->v[i].type, type))
			return r->v[i].target;
	return span_make(NULL, 0);
}

/* ---- document properties ---- */

struct properties {
	struct doc *d;
	struct span now;
	struct buf title;
};

static void prop_start(void *ctx, const struct xml_tag *tag)
{
	((struct properties *)ctx)->now = tag->name;
}

static void prop_end(void *ctx, struct span name, struct span uri)
{
	(void)name, (void)uri;
	((struct properties *)ctx)->now = span_make(NULL, 0);
}

static void prop_text(void *ctx, struct span text)
{
	struct properties *p = ctx;

	if (span_is(p->now, "title"))
		buf_add(&p->title, text);
}

static void read_properties(struct package *p, struct span part, struct doc *d)
{
	static const struct xml_handler h = { prop_start, prop_end, prop_text };
	struct properties props = { .d = d };
	struct buf xml = { 0 };
	struct err ignored = { 0 };
	struct span title;

	if (part.n && package_part(p, part.p, &xml, &ignored))
		(void)!xml_parse(buf_span(&xml), &h, &props, &ignored);
	title = span_trim(buf_span(&props.title));
	if (title.n && title.n < 500)
		jval_set_str(&d->arena, doc_meta(d), "title", title);
	buf_free(&props.title);
	buf_free(&xml);
}

/* ---- the stories ---- */

struct job {
	struct package *package;
	struct doc *d;
	struct docx_parts parts;
	struct relations relations; /* of the main part */
	int depth;
};

/* Reads one part; what is missing is no error, what is damaged becomes a note (and the error, in the main part). */
static bool read_story(struct job *j, enum docx_story story, struct span part, struct err *e)
{
	struct buf xml = { 0 };
	struct err mine = { 0 };
	bool ok = package_part(j->package, part.p, &xml, &mine) &&
		  docx_story_read(&j->parts, story, buf_span(&xml), part, &mine);

	buf_free(&xml);
	if (!ok && mine.code && story != STORY_BODY)
		doc_add_note(j->d, NOTE_WARN, "damaged", "%.*s: %s", SPAN_ARG(part), mine.text);
	else if (!ok && mine.code)
		err_set(e, mine.code, "%.*s: %s", SPAN_ARG(part), mine.text);
	else if (!ok && story == STORY_BODY)
		err_set(e, EX_DATAERR, "a DOCX without its main part %.*s: damaged. Get the file again",
			SPAN_ARG(part));
	return ok;
}

/* Headers and footers are written once for every section, mostly the same: each text is kept once. */
static void drop_repeated(struct doc *d, struct out *o, size_t first)
{
	size_t from, text = 0;

	if (first >= d->n_blocks)
		return;
	from = d->blocks[first].start;
	text = o->text.n - from;
	for (size_t i = 0; i < first; i++)
		if ((d->blocks[i].kind == BLOCK_HEADER || d->blocks[i].kind == BLOCK_FOOTER) &&
		    o->text.n >= from + text && from >= d->blocks[i].start + text &&
		    !memcmp(o->text.p + d->blocks[i].start, o->text.p + from, text)) {
			d->n_blocks = first;
			while (d->n_map && d->map[d->n_map - 1].t >= from)
				d->n_map--;
			o->text.n = from - (from > 0);
			return;
		}
}

static void read_margins(struct job *j, enum docx_story story, const char *type, struct err *e)
{
	for (size_t i = 0; i < j->relations.n; i++) {
		size_t first = j->d->n_blocks;

		if (!span_is(j->relations.v[i].type, type))
			continue;
		(void)!read_story(j, story, j->relations.v[i].target, e);
		drop_repeated(j->d, &j->parts.flow->o, first);
	}
}

static void read_optional(struct job *j, enum docx_story story, const char *type, struct err *e)
{
	struct span part = target_of(&j->relations, type);

	if (part.n)
		(void)!read_story(j, story, part, e);
}

static void load(struct job *j, const char *type, struct buf *xml)
{
	struct span part = target_of(&j->relations, type);
	struct err ignored = { 0 };

	if (part.n)
		(void)!package_part(j->package, part.p, xml, &ignored);
}

/* Pictures and sheets are related too: only what can hold text is loaded. */
static bool load_related(void *ctx, struct span id, struct span *part, struct buf *out)
{
	static const char *const types[] = { "aFChunk", "chart", "chartEx", "diagramData" };
	struct job *j = ctx;
	struct err ignored = { 0 };

	for (size_t i = 0; i < j->relations.n; i++) {
		const struct relation *r = &j->relations.v[i];

		if (!span_eq(r->id, id))
			continue;
		*part = r->target;
		for (size_t k = 0; k < sizeof types / sizeof *types; k++)
			if (span_is(r->type, types[k]))
				return package_part(j->package, r->target.p, out, &ignored);
	}
	return false;
}

static void read_stories(struct job *j, struct span main_part, struct err *e)
{
	struct docx_styles styles = { 0 };
	struct docx_notes notes = { 0 };
	struct flow flow;
	struct buf xml = { 0 };
	struct err rest = { 0 };

	load(j, "styles", &xml);
	docx_styles_read(&styles, buf_span(&xml), &j->d->arena);
	buf_reset(&xml);
	load(j, "numbering", &xml);
	flow_start(&flow, j->d);
	j->parts = (struct docx_parts){
		.flow = &flow,
		.notes = &notes,
		.styles = &styles,
		.numbering = docx_numbering_read(buf_span(&xml), &j->d->arena),
		.related = load_related,
		.related_ctx = j,
		.depth = j->depth,
	};
	buf_free(&xml);
	if (read_story(j, STORY_BODY, main_part, e) || flow.o.text.n) {
		read_optional(j, STORY_NOTES, "footnotes", &rest);
		read_optional(j, STORY_NOTES, "endnotes", &rest);
		read_optional(j, STORY_COMMENTS, "comments", &rest);
		read_margins(j, STORY_HEADER, "header", &rest);
		read_margins(j, STORY_FOOTER, "footer", &rest);
	}
	flow_finish(&flow);
	j->d->has_text = !e->code || j->d->text.n > 0;
}

static bool read(const struct reader_input *in, struct doc *d, struct err *e)
{
	struct job j = { .d = d, .depth = in->depth, .package = package_open(in->bytes, in->late, e) };
	struct relations root;
	struct span main_part;

	if (!j.package)
		return false;
	read_relations(j.package, SPAN(""), &root, &d->arena);
	main_part = target_of(&root, "officeDocument");
	if (!main_part.n)
		main_part = SPAN("word/document.xml");
	read_relations(j.package, main_part, &j.relations, &d->arena);
	read_stories(&j, main_part, e);
	read_properties(j.package, target_of(&root, "core-properties"), d);
	package_close(j.package);
	return e->code == 0;
}

const struct reader reader_docx = { .format = "docx", .sniff = sniff, .read = read, .prepare = package_prepare };
