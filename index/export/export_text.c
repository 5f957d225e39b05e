/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TEI and brat: the text with its items, for editors of texts and for annotators. */
#include "export.h"
#include "utf8.h"

static void put_xml(struct span s, struct buf *out)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '<')
			buf_puts(out, "&lt;");
		else if (c == '>')
			buf_puts(out, "&gt;");
		else if (c == '&')
			buf_puts(out, "&amp;");
		else if (c == '"')
			buf_puts(out, "&quot;");
		else
			buf_putc(out, (unsigned char)c < 0x20 && c != '\n' && c != '\t' ? ' ' : c);
	}
}

static void put_attribute(const char *name, struct span value, struct buf *out)
{
	if (!value.n)
		return;
	buf_addf(out, " %s=\"", name);
	put_xml(value, out);
	buf_putc(out, '"');
}

static bool is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/*
 * Ids may hold what no XML id does (those of an archive's members hold their names): a byte that is neither an ASCII
 * letter, digit, '-' nor '_' becomes '.' with two digits, and '_' goes before what begins with no letter. Different ids
 * stay different. https://www.w3.org/TR/xml-names/#NT-NCName
 */
static void put_id(struct span id, struct buf *out)
{
	buf_puts(out, " xml:id=\"");
	if (!id.n || !is_ascii_letter(id.p[0]))
		buf_putc(out, '_');
	for (size_t i = 0; i < id.n; i++) {
		char c = id.p[i];

		if (is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_')
			buf_putc(out, c);
		else
			buf_addf(out, ".%02X", (unsigned char)c);
	}
	buf_putc(out, '"');
}

/* An item as an element around its text: only items that neither hold nor cross another one that is an element. */
static const char *element_of(enum item_type type)
{
	static const char *const names[ITEM_TYPES] = {
		[ITEM_DATE] = "date",       [ITEM_DEADLINE] = "date",  [ITEM_NUMBER] = "measure",
		[ITEM_ORG] = "orgName",     [ITEM_CONVENTION] = "ref", [ITEM_RECOMMENDATION] = "ref",
		[ITEM_PROTOCOL] = "ref",    [ITEM_LEGAL_ACT] = "ref",  [ITEM_PERSON] = "persName",
		[ITEM_PLACE] = "placeName", [ITEM_EVENT] = "rs",
	};

	return type < ITEM_TYPES ? names[type] : NULL;
}

static void put_when(const struct jval *norm, struct buf *out)
{
	struct span value = jval_str(norm, "value");
	size_t slash = span_find_char(value, '/', 0);

	if (!value.n || value.p[0] < '0' || value.p[0] > '9' || span_find_char(value, 'Q', 0) != SPAN_NONE ||
	    span_find_char(value, 'H', 0) != SPAN_NONE) {
		put_attribute("n", value, out);
		return;
	}
	if (slash == SPAN_NONE) {
		put_attribute("when", value, out);
		return;
	}
	put_attribute("from", span_sub(value, 0, slash), out);
	if (!span_is(span_sub(value, slash + 1, value.n), ".."))
		put_attribute("to", span_sub(value, slash + 1, value.n), out);
}

static void open_item(const struct item *i, struct buf *out)
{
	buf_addf(out, "<%s", element_of(i->type));
	put_id(i->id, out);
	if (i->type == ITEM_DATE || i->type == ITEM_DEADLINE) {
		put_attribute("type", span_of(item_type_names[i->type]), out);
		put_when(i->norm, out);
	} else if (i->type == ITEM_NUMBER) {
		put_attribute("unit", jval_str(i->norm, "unit"), out);
	} else if (i->type == ITEM_ORG || i->type == ITEM_PERSON || i->type == ITEM_PLACE) {
		put_attribute("key", jval_str(i->norm, "canonical"), out);
	} else {
		put_attribute("type", span_of(item_type_names[i->type]), out);
		put_attribute(
			"n", jval_str(i->norm, "value").n ? jval_str(i->norm, "value") : jval_str(i->norm, "canonical"),
			out);
	}
	buf_putc(out, '>');
}

/* text[start … end) with the outermost items that lie in it as elements. */
static void put_stretch(const struct doc *d, size_t start, size_t end, struct buf *out)
{
	size_t at = start;

	for (size_t i = doc_item_from(d, start); i < d->n_items && d->items[i].start < end; i++) {
		const struct item *it = &d->items[i];

		if (!element_of(it->type) || it->start < at || it->end > end || it->start == it->end)
			continue;
		put_xml(doc_slice(d, at, it->start), out);
		open_item(it, out);
		put_xml(item_text(d, it), out);
		buf_addf(out, "</%s>", element_of(it->type));
		at = it->end;
	}
	put_xml(doc_slice(d, at, end), out);
}

static void put_header(const struct doc *d, struct span label, struct buf *out)
{
	struct span title = jval_str(d->meta, "title");

	buf_puts(out, "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader><fileDesc><titleStmt><title>");
	put_xml(title.n ? title : label, out);
	buf_puts(out, "</title>");
	if (jval_str(d->meta, "issuer").n) {
		buf_puts(out, "<author>");
		put_xml(jval_str(d->meta, "issuer"), out);
		buf_puts(out, "</author>");
	}
	buf_puts(out, "</titleStmt><publicationStmt><p>svod</p></publicationStmt><sourceDesc><bibl");
	put_attribute("n", d->id, out);
	buf_puts(out, ">");
	put_xml(d->source.path, out);
	if (jval_str(d->meta, "date").n) {
		buf_puts(out, "<date");
		put_attribute("when", jval_str(d->meta, "date"), out);
		buf_puts(out, "/>");
	}
	buf_puts(out, "</bibl></sourceDesc></fileDesc></teiHeader>\n<text");
	put_attribute("xml:lang", jval_str(d->meta, "lang"), out);
	buf_puts(out, "><body>\n");
}

static void put_table(const struct doc *d, size_t *i, struct buf *out)
{
	int table = d->blocks[*i].table, row = -1;

	buf_puts(out, "<table>");
	for (; *i < d->n_blocks && d->blocks[*i].table == table; ++*i) {
		const struct block *b = &d->blocks[*i];

		if (b->row != row)
			buf_puts(out, row < 0 ? "\n<row>" : "</row>\n<row>");
		row = b->row;
		buf_puts(out, b->head ? "<cell role=\"label\">" : "<cell>");
		put_stretch(d, b->start, b->end, out);
		buf_puts(out, "</cell>");
	}
	buf_puts(out, "</row>\n</table>\n");
}

static void put_goals(const struct doc *d, struct buf *out)
{
	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *it = &d->items[i];

		if (it->type != ITEM_GOAL && it->type != ITEM_CHECK)
			continue;
		buf_puts(out, "<note type=\"item\"");
		put_id(it->id, out);
		put_attribute("subtype", span_of(item_type_names[it->type]), out);
		buf_addf(out, " from=\"%zu\" to=\"%zu\">", it->start, it->end);
		put_xml(item_text(d, it), out);
		buf_puts(out, "</note>\n");
	}
}

void export_tei(const struct doc *d, struct span label, struct buf *out)
{
	bool in_div = false;

	put_header(d, label, out);
	for (size_t i = 0; i < d->n_blocks;) {
		const struct block *b = &d->blocks[i];

		if (b->table) {
			put_table(d, &i, out);
			continue;
		}
		if (b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE) {
			buf_puts(out, in_div ? "</div>\n<div>" : "<div>");
			in_div = true;
		}
		buf_puts(out, b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE ? "<head>" : "<p>");
		put_stretch(d, b->start, b->end, out);
		buf_puts(out, b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE ? "</head>\n" : "</p>\n");
		i++;
	}
	buf_puts(out, in_div ? "</div>\n" : "");
	put_goals(d, out);
	buf_puts(out, "</body></text>\n</TEI>\n");
}

/* ---- brat ---- */

static struct span value_of(const struct item *i)
{
	struct span v = jval_str(i->norm, "value");

	return v.n ? v : jval_str(i->norm, "canonical");
}

/* "0 10;11 20", where the item begins at so many characters: an annotation may not hold a newline, so it is cut into
 * pieces there. Offsets are code points. */
static void put_pieces(const struct doc *d, const struct item *it, size_t chars, struct buf *ann)
{
	size_t at = it->start;
	bool first = true;

	while (at < it->end) {
		size_t nl = span_find_char(span_sub(d->text, 0, it->end), '\n', at),
		       end = nl == SPAN_NONE ? it->end : nl;
		size_t n = utf8_count(doc_slice(d, at, end));

		if (n) {
			buf_addf(ann, "%s%zu %zu", first ? "" : ";", chars, chars + n);
			first = false;
		}
		chars += n + 1;
		at = end + 1;
	}
}

void export_brat(const struct doc *d, struct buf *ann)
{
	size_t notes = 0, at = 0, chars = 0; /* of the text up to byte `at`: items come in order */

	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *it = &d->items[i];
		struct span type = it->type == ITEM_OTHER ? it->type_name : span_of(item_type_names[it->type]),
			    text = item_text(d, it);

		chars += utf8_count(doc_slice(d, at, it->start));
		at = it->start;
		if (!span_trim(text).n)
			continue;
		buf_addf(ann, "T%zu\t", i + 1);
		buf_add_plain(ann, type, "");
		buf_putc(ann, ' ');
		put_pieces(d, it, chars, ann);
		buf_putc(ann, '\t');
		buf_add_plain(ann, text, "");
		buf_putc(ann, '\n');
		if (!value_of(it).n)
			continue;
		buf_addf(ann, "N%zu\tReference T%zu svod:", ++notes, i + 1);
		buf_add_plain(ann, it->id, "");
		buf_putc(ann, '\t');
		buf_add_plain(ann, value_of(it), "");
		buf_putc(ann, '\n');
	}
}

void export_brat_conf(struct buf *conf)
{
	buf_puts(conf, "[entities]\n");
	for (int i = 0; i < ITEM_TYPES; i++)
		buf_addf(conf, "%s\n", item_type_names[i]);
	buf_puts(conf,
		 "[relations]\n<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n[events]\n[attributes]\n");
}
