/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Objects are found by their heads ("3 0 obj") over the whole file, not by the table of offsets: one kind of table
 * less, and a file whose table is wrong needs no other way. Two objects of one number mean that the file was changed in
 * place; which one counts only the tables say, and such a file is refused.
 */
#include "pdf_objects.h"

#include <stdlib.h>
#define ZLIB_CONST /* zlib's input is const then */
#include <zlib.h>

#include "pdf_token.h"

enum {
	MAX_OBJECTS = 400000,
	MAX_PAGES = 20000,
	MAX_DEPTH = 40,        /* of the tree of pages */
	MAX_NODES = 60000,     /* of it, visited: it may hang together in circles */
	MAX_PACKED = 64 << 20, /* bytes of all object streams together */
	CHUNK = 1 << 16
};

struct pdf_objects {
	struct span *of; /* by number: what stands behind its head, to the end of the file or of its stream */
	size_t n, cap;
	struct arena arena;
	size_t packed;
	struct pdf_leaf *pages;
	size_t n_pages, cap_pages, nodes;
};

/* What a page takes over from the nodes above it (ISO 32000-1, 7.7.3.4). */
struct inherited {
	struct span media, crop, resources, turn;
};

static bool keep_object(struct pdf_objects *o, size_t number, struct span body)
{
	if (number >= MAX_OBJECTS)
		return false;
	while (o->n <= number) {
		MEM_ROOM(o->of, o->n, o->cap);
		o->of[o->n++] = (struct span){ NULL, 0 };
	}
	if (o->of[number].p)
		return false;
	o->of[number] = body;
	return true;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The whole number that ends before *at, behind spaces; *at moves to its start. False: there is none. */
static bool number_before(struct span s, size_t *at, size_t *out)
{
	size_t end = *at, unit = 1;
	while (end > 0 && (s.p[end - 1] == ' ' || s.p[end - 1] == '\r' || s.p[end - 1] == '\n'))
		end--;
	if (end == *at)
		return false;
	*out = 0;
	for (*at = end; *at > 0 && end - *at < 9 && is_digit(s.p[*at - 1]); unit *= 10)
		*out += unit * (size_t)(s.p[--*at] - '0');
	return *at < end;
}

static bool find_objects(struct pdf_objects *o, struct span s)
{
	for (size_t at = 0; (at = span_find(s, SPAN("obj"), at)) != SPAN_NONE; at += 3) {
		size_t head = at, generation, number;
		if (at > 0 && s.p[at - 1] == 'd') /* endobj */
			continue;
		if (number_before(s, &head, &generation) && number_before(s, &head, &number) &&
		    !keep_object(o, number, span_sub(s, at + 3, s.n)))
			return false;
	}
	return o->n > 0;
}

struct span pdf_objects_value(const struct pdf_objects *o, struct span value)
{
	size_t number;
	for (int hops = 0; hops < 8 && value_reference(value, &number); hops++) {
		size_t at = 0;
		value = number < o->n ? value_next(o->of[number], &at) : (struct span){ NULL, 0 };
	}
	return value;
}

static struct span look_up(const struct pdf_objects *o, struct span dict, const char *key)
{
	return pdf_objects_value(o, value_of_key(dict, key));
}

/* Is the stream's filter none or Flate without a predictor? *flate tells which. */
static bool is_plain_filter(const struct pdf_objects *o, struct span dict, bool *flate)
{
	struct span filter = look_up(o, dict, "Filter");
	size_t at = 0;
	struct token t = token_next(filter, &at);
	if (t.kind == TOKEN_ARRAY) {
		t = token_next(filter, &at);
		if (t.kind == TOKEN_NAME && token_next(filter, &at).kind != TOKEN_ARRAY_END)
			return false;
	}
	*flate = t.kind == TOKEN_NAME;
	return value_of_key(dict, "DecodeParms").n == 0 && value_of_key(dict, "DP").n == 0 &&
	       (!*flate || span_is(t.text, "FlateDecode") || span_is(t.text, "Fl"));
}

static bool inflate_into(struct span in, struct buf *out, size_t most)
{
	z_stream z = { .next_in = (const unsigned char *)in.p, .avail_in = (unsigned)in.n };
	int state = inflateInit(&z);
	while (state == Z_OK && out->n < most) {
		buf_room(out, CHUNK);
		z.next_out = (unsigned char *)out->p + out->n;
		z.avail_out = CHUNK;
		state = inflate(&z, Z_NO_FLUSH);
		out->n += CHUNK - z.avail_out;
	}
	inflateEnd(&z);
	return state == Z_STREAM_END && out->n <= most;
}

/* Appends what the stream object behind body holds. */
static bool read_stream(const struct pdf_objects *o, struct span body, struct buf *out, size_t most)
{
	size_t at = 0;
	struct span dict = value_next(body, &at);
	double length;
	bool flate;
	struct token word = token_next(body, &at);
	if (word.kind != TOKEN_WORD || !span_is(word.text, "stream") || !is_plain_filter(o, dict, &flate) ||
	    !value_number(look_up(o, dict, "Length"), &length) || length < 0)
		return false;
	at += at < body.n && body.p[at] == '\r';
	at += at < body.n && body.p[at] == '\n';
	struct span raw = span_sub(body, at, body.n);
	if (length > (double)raw.n || length > PDF_CONTENTS)
		return false;
	raw = span_sub(raw, 0, (size_t)length);
	if (flate)
		return inflate_into(raw, out, most);
	if (raw.n > most - (out->n < most ? out->n : most))
		return false;
	buf_add(out, raw);
	return true;
}

/* Takes the objects out of a stream of objects (ISO 32000-1, 7.5.7). */
static bool unpack(struct pdf_objects *o, struct span body, struct span dict)
{
	double count, first;
	struct buf b = { 0 };
	if (!value_number(look_up(o, dict, "N"), &count) || !value_number(look_up(o, dict, "First"), &first) ||
	    !read_stream(o, body, &b, MAX_PACKED - o->packed)) {
		buf_free(&b);
		return false;
	}
	struct span s = arena_dup(&o->arena, buf_span(&b));
	o->packed += s.n;
	buf_free(&b);
	size_t at = 0;
	for (double i = 0; i < count; i++) {
		struct token number = token_next(s, &at), offset = token_next(s, &at);
		if (number.kind != TOKEN_NUMBER || offset.kind != TOKEN_NUMBER || number.number < 0 ||
		    offset.number < 0 || first < 0 || offset.number + first > (double)s.n ||
		    !keep_object(o, (size_t)number.number, span_sub(s, (size_t)(offset.number + first), s.n)))
			return false;
	}
	return true;
}

static bool unpack_all(struct pdf_objects *o)
{
	size_t n = o->n;
	for (size_t i = 0; i < n; i++) {
		size_t at = 0;
		struct span dict = span_sub(o->of[i], 0, 4096);
		if (span_find(span_sub(dict, 0, 512), SPAN("/ObjStm"), 0) == SPAN_NONE)
			continue;
		dict = value_next(dict, &at);
		if (span_is(value_of_key(dict, "Type"), "/ObjStm") && !unpack(o, o->of[i], dict))
			return false;
	}
	return true;
}

static bool read_box(const struct pdf_objects *o, struct span array, struct box *out)
{
	double v[4];
	size_t at = 0;
	if (token_next(array, &at).kind != TOKEN_ARRAY)
		return false;
	for (int i = 0; i < 4; i++)
		if (!value_number(pdf_objects_value(o, value_next(array, &at)), &v[i]))
			return false;
	out->x0 = v[0] < v[2] ? v[0] : v[2];
	out->x1 = v[0] < v[2] ? v[2] : v[0];
	out->y0 = v[1] < v[3] ? v[1] : v[3];
	out->y1 = v[1] < v[3] ? v[3] : v[1];
	return true;
}

/* A page that cannot be drawn here keeps its place, with an empty box. */
static void keep_page(struct pdf_objects *o, struct span dict, const struct inherited *from)
{
	struct pdf_leaf page = { .resources = from->resources, .contents = value_of_key(dict, "Contents") };
	struct box media, crop;
	double turn = 0;
	bool plain = read_box(o, from->media, &media) && value_of_key(dict, "UserUnit").n == 0 &&
		     (from->turn.n == 0 || (value_number(from->turn, &turn) && turn == 0));
	if (plain && read_box(o, from->crop, &crop)) {
		media.x0 = crop.x0 > media.x0 ? crop.x0 : media.x0;
		media.y0 = crop.y0 > media.y0 ? crop.y0 : media.y0;
		media.x1 = crop.x1 < media.x1 ? crop.x1 : media.x1;
		media.y1 = crop.y1 < media.y1 ? crop.y1 : media.y1;
	}
	if (plain)
		page.box = media;
	MEM_ROOM(o->pages, o->n_pages, o->cap_pages);
	o->pages[o->n_pages++] = page;
}

static void take_over(const struct pdf_objects *o, struct span dict, const char *key, struct span *value)
{
	struct span own = look_up(o, dict, key);
	*value = own.n ? own : *value;
}

/* False: not a tree. */
static bool walk_pages(struct pdf_objects *o, struct span node, struct inherited from, int depth)
{
	size_t at = 0;
	take_over(o, node, "MediaBox", &from.media);
	take_over(o, node, "CropBox", &from.crop);
	take_over(o, node, "Resources", &from.resources);
	take_over(o, node, "Rotate", &from.turn);
	struct span kids = look_up(o, node, "Kids");
	if (node.n == 0 || depth > MAX_DEPTH || o->n_pages >= MAX_PAGES || o->nodes++ >= MAX_NODES)
		return false;
	if (kids.n == 0) {
		keep_page(o, node, &from);
		return true;
	}
	if (token_next(kids, &at).kind != TOKEN_ARRAY)
		return false;
	for (;;) {
		struct span kid = value_next(kids, &at);
		size_t number;
		if (!value_reference(kid, &number))
			return true;
		if (!walk_pages(o, pdf_objects_value(o, kid), from, depth + 1))
			return false;
	}
}

/* The catalog: what /Root of the trailer, the last one in the file, refers to. */
static struct span catalog(const struct pdf_objects *o, struct span s)
{
	size_t last = SPAN_NONE;
	for (size_t at = 0; (at = span_find(s, SPAN("/Root"), at)) != SPAN_NONE; at += 5)
		last = at;
	if (last == SPAN_NONE)
		return (struct span){ NULL, 0 };
	last += 5;
	return pdf_objects_value(o, value_next(s, &last));
}

struct pdf_objects *pdf_objects_new(struct span bytes)
{
	struct pdf_objects *o = mem_alloc(sizeof *o);
	struct inherited none = { 0 };
	bool ok = span_find(bytes, SPAN("/Encrypt"), 0) == SPAN_NONE && find_objects(o, bytes) && unpack_all(o);
	struct span root = ok ? catalog(o, bytes) : (struct span){ NULL, 0 };
	ok = root.n && value_of_key(root, "OCProperties").n == 0 && walk_pages(o, look_up(o, root, "Pages"), none, 0);
	if (ok)
		return o;
	pdf_objects_free(o);
	return NULL;
}

void pdf_objects_free(struct pdf_objects *o)
{
	if (!o)
		return;
	free(o->of);
	free(o->pages);
	arena_free(&o->arena);
	free(o);
}

bool pdf_objects_page(const struct pdf_objects *o, int index, struct pdf_leaf *out)
{
	if (index < 0 || (size_t)index >= o->n_pages)
		return false;
	*out = o->pages[index];
	return out->box.x1 > out->box.x0 && out->box.y1 > out->box.y0;
}

bool pdf_objects_contents(const struct pdf_objects *o, const struct pdf_leaf *page, struct buf *out)
{
	struct span list = page->contents, direct = pdf_objects_value(o, list);
	size_t at = 0, number;
	bool array = token_next(direct, &at).kind == TOKEN_ARRAY;
	if (list.n == 0)
		return true;
	if (!array)
		return value_reference(list, &number) && number < o->n &&
		       read_stream(o, o->of[number], out, PDF_CONTENTS);
	for (;;) {
		struct span each = value_next(direct, &at);
		if (!value_reference(each, &number))
			return true;
		if (number >= o->n || !read_stream(o, o->of[number], out, PDF_CONTENTS))
			return false;
		buf_putc(out, '\n'); /* a token ends with its stream */
	}
}
