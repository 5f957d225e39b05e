/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the stream as a document. Everything known is checked here once, so that no stage has to doubt an offset.
 */
#include "doc_p.h"
#include "i18n.h"
#include "json_raw.h"

/* More than any file has of bytes, or of anything else; two of them together do not overflow. */
static const int64_t MOST_BYTES = (int64_t)1 << 48;
enum { MOST_THINGS = 1000000000 };

/* Keeps a member that this version does not know, so that it is written again. */
static void keep_unknown(struct doc *d, struct jval **extra, struct span key, struct json_ref v)
{
	struct jval *copy = jval_from(&d->arena, v);

	copy->key = arena_dup(&d->arena, key);
	if (!*extra)
		*extra = jval_object(&d->arena);
	jval_push(*extra, copy);
}

static size_t to_size(struct json_ref v)
{
	int64_t i = json_int(v, -1);

	return i < 0 ? SPAN_NONE : (size_t)i;
}

/* The whole number that v is; 0, and e says which member is none, where it is not one from 0 to most. */
static int64_t to_whole(struct span key, struct json_ref v, int64_t most, struct err *e)
{
	int64_t i = json_int(v, -1);

	if (i >= 0 && i <= most)
		return i;
	err_set(e, EX_DATAERR, _("%.*s: not a whole number from 0 to %lld"), SPAN_ARG(key), (long long)most);
	return 0;
}

static int to_count(struct span key, struct json_ref v, struct err *e)
{
	return (int)to_whole(key, v, MOST_THINGS, e);
}

/* False, and e says in which field of the stream, where to_whole or to_count failed. */
static bool all_whole(const char *field, struct err *e)
{
	return !e->code || err_in(e, "%s", field);
}

static bool is_boundary(struct span text, size_t at)
{
	return at == text.n || (at < text.n && ((unsigned char)text.p[at] & 0xC0) != 0x80);
}

static bool check_range(struct span text, size_t start, size_t end, const char *what, struct err *e)
{
	if (start <= end && end <= text.n && is_boundary(text, start) && is_boundary(text, end))
		return true;
	return err_set(e, EX_DATAERR, _("%s: offsets outside the text or inside a character"), what);
}

/* Blocks, sentences and runs of the map stand in the order of the text, so that they can be searched by bisection. */
static bool check_order(size_t end_before, size_t start, const char *what, struct err *e)
{
	return end_before <= start || err_set(e, EX_DATAERR, _("%s: begins before the end of the one before it"), what);
}

static bool get_range(struct json_ref v, size_t *start, size_t *end)
{
	struct json_iter it = json_each(v);
	struct json_ref one;
	struct span key;

	if (!json_next(&it, &key, &one))
		return false;
	*start = to_size(one);
	if (!json_next(&it, &key, &one))
		return false;
	*end = to_size(one);
	return true;
}

static bool read_source(struct doc *d, struct json_ref v, struct err *e)
{
	struct source *s = &d->source;
	struct json_iter it = json_each(v);
	struct span key;
	struct json_ref m;

	while (json_next(&it, &key, &m)) {
		if (span_is(key, "path"))
			s->path = json_string(m);
		else if (span_is(key, "format"))
			s->format = json_string(m);
		else if (span_is(key, "sha256"))
			s->sha256 = json_string(m);
		else if (span_is(key, "charset"))
			s->charset = json_string(m);
		else if (span_is(key, "member"))
			s->member = json_string(m);
		else if (span_is(key, "bytes"))
			s->bytes = to_whole(key, m, MOST_BYTES, e);
		else if (span_is(key, "pages"))
			s->pages = to_count(key, m, e);
		else if (span_is(key, "ocr"))
			s->ocr = to_count(key, m, e);
		else
			keep_unknown(d, &s->extra, key, m);
	}
	return all_whole("source", e);
}

/* As span_is, for names whose length is not known here: they are short, and most differ in the first letter. */
static bool named(struct span s, const char *name)
{
	size_t i = 0;

	while (i < s.n && name[i] && s.p[i] == name[i])
		i++;
	return i == s.n && !name[i];
}

static enum block_kind kind_of(struct span name)
{
	for (int k = 0; k < BLOCK_KINDS; k++)
		if (named(name, block_kind_names[k]))
			return (enum block_kind)k;
	return BLOCK_PARA;
}

/* The members of a block with their places in the struct; a table instead of a chain of comparisons. */
static bool set_block_int(struct block *b, struct span key, struct json_ref m, struct err *e)
{
	static const struct {
		const char *name;
		size_t offset;
	} ints[] = {
		{ "level", offsetof(struct block, level) },     { "table", offsetof(struct block, table) },
		{ "row", offsetof(struct block, row) },         { "col", offsetof(struct block, col) },
		{ "rowspan", offsetof(struct block, rowspan) }, { "colspan", offsetof(struct block, colspan) },
		{ "conf", offsetof(struct block, conf) },
	};

	for (size_t i = 0; i < sizeof ints / sizeof *ints; i++) {
		if (!named(key, ints[i].name))
			continue;
		*(int *)(void *)((char *)b + ints[i].offset) = to_count(key, m, e);
		return true;
	}
	return false;
}

static bool read_block(struct doc *d, struct json_ref v, struct err *e)
{
	struct block *b = doc_add_block(d, BLOCK_PARA, SPAN_NONE, SPAN_NONE);
	struct json_iter it = json_each(v);
	struct span key;
	struct json_ref m;

	while (json_next(&it, &key, &m)) {
		if (span_is(key, "kind"))
			b->kind = kind_of(json_string(m));
		else if (span_is(key, "start"))
			b->start = to_size(m);
		else if (span_is(key, "end"))
			b->end = to_size(m);
		else if (span_is(key, "body"))
			b->body = to_size(m);
		else if (span_is(key, "lang"))
			b->lang = json_string(m);
		else if (span_is(key, "mark"))
			b->mark = json_string(m);
		else if (span_is(key, "head"))
			b->head = json_bool(m, false);
		else if (span_is(key, "hidden"))
			b->hidden = json_bool(m, false);
		else if (span_is(key, "dup"))
			b->dup = get_range(m, &b->dup_start, &b->dup_end);
		else if (!set_block_int(b, key, m, e))
			keep_unknown(d, &b->extra, key, m);
	}
	if (!all_whole("block", e))
		return false;
	if (!check_range(d->text, b->start, b->end, "block", e))
		return false;
	if (d->n_blocks > 1 && !check_order(b[-1].end, b->start, "block", e))
		return false;
	if (b->body && !check_range(d->text, b->body, b->end, "block body", e))
		return false;
	return !b->dup || check_range(d->text, b->dup_start, b->dup_end, "block dup", e);
}

static bool read_sentence(struct doc *d, struct json_ref v, struct err *e)
{
	size_t start = SPAN_NONE, end = SPAN_NONE;

	if (!get_range(v, &start, &end) || !check_range(d->text, start, end, "sentence", e))
		return err_set(e, EX_DATAERR, _("sentence: not [start, end]"));
	if (d->n_sentences && !check_order(d->sentences[d->n_sentences - 1].end, start, "sentence", e))
		return false;
	doc_add_sentence(d, start, end);
	return true;
}

static void read_box(struct map_run *m, struct json_ref v)
{
	struct json_iter it = json_each(v);
	struct json_ref one;
	struct span key;

	m->kind = MAP_PAGE;
	for (int i = 0; i < 4 && json_next(&it, &key, &one); i++)
		m->box[i] = json_double(one, 0);
}

static bool read_map_run(struct doc *d, struct json_ref v, struct err *e)
{
	struct map_run *r = doc_add_map(d, MAP_BYTES, SPAN_NONE, 0);
	struct json_iter it = json_each(v);
	struct span key;
	struct json_ref m;

	while (json_next(&it, &key, &m)) {
		if (span_is(key, "t"))
			r->t = to_size(m);
		else if (span_is(key, "n"))
			r->n = to_size(m);
		else if (span_is(key, "at"))
			r->at = to_whole(key, m, MOST_BYTES, e);
		else if (span_is(key, "len"))
			r->len = to_whole(key, m, MOST_BYTES, e);
		else if (span_is(key, "line"))
			r->line = to_whole(key, m, MOST_BYTES, e);
		else if (span_is(key, "path"))
			r->path = json_string(m);
		else if (span_is(key, "page"))
			r->page = to_count(key, m, e);
		else if (span_is(key, "box"))
			read_box(r, m);
		else if (span_is(key, "part"))
			r->part = json_string(m), r->kind = MAP_PART;
		else if (span_is(key, "para"))
			r->para = to_count(key, m, e), r->kind = MAP_PART;
		else if (span_is(key, "table"))
			r->table = to_count(key, m, e);
		else if (span_is(key, "row"))
			r->row = to_count(key, m, e);
		else if (span_is(key, "col"))
			r->col = to_count(key, m, e);
		else if (span_is(key, "made"))
			r->made = json_bool(m, false);
	}
	if (!all_whole("map", e))
		return false;
	if (r->t > d->text.n || r->n > d->text.n - r->t)
		return err_set(e, EX_DATAERR, _("map: offsets outside the text"));
	if (d->n_map > 1 && !check_order(r[-1].t + r[-1].n, r->t, "map", e))
		return false;
	return true;
}

static bool read_item(struct doc *d, struct json_ref v, struct err *e)
{
	struct item *i;
	struct json_iter it = json_each(v);
	struct span key;
	struct json_ref m;

	ARENA_ROOM(&d->arena, d->items, d->n_items, d->cap_items);
	i = &d->items[d->n_items++];
	*i = (struct item){ .type = ITEM_OTHER, .start = SPAN_NONE, .end = SPAN_NONE, .block = -1 };
	while (json_next(&it, &key, &m)) {
		if (span_is(key, "type")) {
			i->type = item_type_of(json_string(m));
			if (i->type == ITEM_OTHER)
				i->type_name = json_string(m);
		} else if (span_is(key, "start"))
			i->start = to_size(m);
		else if (span_is(key, "end"))
			i->end = to_size(m);
		else if (span_is(key, "id"))
			i->id = json_string(m);
		else if (span_is(key, "rule"))
			i->rule = json_string(m);
		else if (span_is(key, "block"))
			i->block = to_count(key, m, e);
		else if (span_is(key, "norm"))
			i->norm = jval_from(&d->arena, m);
		else if (!span_is(key, "text"))
			keep_unknown(d, &i->extra, key, m);
	}
	if (!all_whole("item", e))
		return false;
	if (i->block >= (int)d->n_blocks)
		return err_set(e, EX_DATAERR, _("item: block %d does not exist"), i->block);
	if (!i->norm || i->norm->type != JSON_OBJECT)
		i->norm = jval_object(&d->arena);
	return check_range(d->text, i->start, i->end, "item", e);
}

static bool read_note(struct doc *d, struct json_ref v, struct err *e)
{
	struct note *n;
	struct json_iter it = json_each(v);
	struct span key, level = { 0 };
	struct json_ref m;

	ARENA_ROOM(&d->arena, d->notes, d->n_notes, d->cap_notes);
	n = &d->notes[d->n_notes++];
	*n = (struct note){ .level = NOTE_INFO };
	while (json_next(&it, &key, &m)) {
		if (span_is(key, "level"))
			level = json_string(m);
		else if (span_is(key, "code"))
			n->code = json_string(m);
		else if (span_is(key, "text"))
			n->text = json_string(m);
		else if (span_is(key, "start"))
			n->start = to_size(m), n->placed = true;
		else if (span_is(key, "end"))
			n->end = to_size(m);
		else
			keep_unknown(d, &n->extra, key, m);
	}
	n->level = span_is(level, "error") ? NOTE_ERROR : span_is(level, "warn") ? NOTE_WARN : NOTE_INFO;
	return !n->placed || check_range(d->text, n->start, n->end, "note", e);
}

typedef bool read_one(struct doc *d, struct json_ref v, struct err *e);

static bool read_each(struct doc *d, struct json_ref array, read_one *read, struct err *e)
{
	struct json_iter it = json_each(array);
	struct span key;
	struct json_ref v;

	while (json_next(&it, &key, &v))
		if (!read(d, v, e))
			return false;
	return true;
}

/* What can be wrong, or has its meaning from text: kept aside until the whole object has been seen. */
struct late {
	struct json_ref source, blocks, sentences, map, items, notes;
};

static void read_field(struct doc *d, struct span key, struct json_ref v, struct late *late)
{
	if (span_is(key, "id"))
		d->id = json_string(v);
	else if (span_is(key, "source"))
		late->source = v;
	else if (span_is(key, "doc"))
		d->meta = jval_from(&d->arena, v);
	else if (span_is(key, "text"))
		d->text = json_string(v), d->has_text = json_type(v) == JSON_STRING;
	else if (span_is(key, "blocks"))
		late->blocks = v;
	else if (span_is(key, "sentences"))
		late->sentences = v;
	else if (span_is(key, "map"))
		late->map = v;
	else if (span_is(key, "items"))
		late->items = v, d->has_items = true;
	else if (span_is(key, "notes"))
		late->notes = v;
	else if (span_is(key, "made"))
		d->made = jval_from(&d->arena, v);
	else
		keep_unknown(d, &d->extra, key, v);
}

static void find_raw(struct doc *d, const struct json_parser *p, struct span line)
{
	const struct {
		struct span name, *raw;
	} parts[] = { { SPAN("text"), &d->raw.text },
		      { SPAN("blocks"), &d->raw.blocks },
		      { SPAN("sentences"), &d->raw.sentences },
		      { SPAN("map"), &d->raw.map } };
	struct json_raw r = { .parser = p, .text = line };
	struct span key, value;

	while (json_raw_next(&r, &key, &value))
		for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
			if (span_eq(key, parts[i].name))
				*parts[i].raw = value;
}

/*
 * Does object say twice what its document is? Whoever looked at the line before, the worker's parent too, went by the
 * first, and the second would count here.
 */
static bool says_twice(struct json_ref object)
{
	static const char *const names[] = { "svod", "id", "source", "path", "member", "bytes", "sha256" };
	struct json_iter it = json_each(object);
	struct span key;
	struct json_ref v;
	unsigned said = 0;

	while (json_next(&it, &key, &v))
		for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
			if (!named(key, names[i]))
				continue;
			if (said & 1u << i)
				return true;
			said |= 1u << i;
		}
	return false;
}

bool doc_take_line(struct json_parser *p, struct span line, struct json_ref root, struct doc *d, bool raw,
		   struct err *e)
{
	struct late late = { 0 };
	struct json_ref v;
	struct json_iter it;
	struct span key;
	bool version = false, twice = says_twice(root);

	it = json_each(root);
	while (json_next(&it, &key, &v)) {
		twice |= span_is(key, "source") && says_twice(v);
		if (span_is(key, "svod"))
			version = json_int(v, 0) == 1;
		else
			read_field(d, key, v, &late);
	}
	if (!version)
		return err_set(e, EX_DATAERR, _("not a svod stream: no \"svod\": 1. Make one with svod-read"));
	if (twice)
		return err_set(e, EX_DATAERR, _("its id or its source is told twice"));
	if (d->meta && d->meta->type != JSON_OBJECT)
		return err_set(e, EX_DATAERR, _("doc: not an object"));
	if (d->made && d->made->type != JSON_ARRAY)
		return err_set(e, EX_DATAERR, _("made: not an array"));
	if (raw)
		find_raw(d, p, line);
	return read_source(d, late.source, e) && read_each(d, late.blocks, read_block, e) &&
	       read_each(d, late.sentences, read_sentence, e) &&
	       (d->raw.map.n || read_each(d, late.map, read_map_run, e)) && read_each(d, late.items, read_item, e) &&
	       read_each(d, late.notes, read_note, e);
}

bool doc_parse(struct json_parser *p, struct span line, struct doc *d, struct err *e)
{
	struct json_ref root;

	doc_reset(d);
	return json_parse(p, line, &root, e) && doc_take_line(p, line, root, d, false, e);
}
