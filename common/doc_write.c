/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document as a line of the stream. Fields come in a fixed order, absent ones are left out: same document, same
 * bytes. */
#include "doc.h"

static void put_extra(struct json_out *j, const struct jval *extra)
{
	if (!extra)
		return;
	for (const struct jval *m = extra->first; m; m = m->next) {
		json_key_span(j, m->key);
		json_put_jval(j, m);
	}
}

static void put_source(struct json_out *j, const struct source *s)
{
	json_key(j, "source");
	json_open(j, '{');
	json_kv_str(j, "path", s->path);
	json_kv_str_opt(j, "member", s->member);
	json_kv_str_opt(j, "format", s->format);
	json_kv_int(j, "bytes", s->bytes);
	json_kv_str_opt(j, "sha256", s->sha256);
	json_kv_str_opt(j, "charset", s->charset);
	json_kv_int_opt(j, "pages", s->pages);
	json_kv_int_opt(j, "ocr", s->ocr);
	put_extra(j, s->extra);
	json_close(j, '}');
}

static void put_range(struct json_out *j, size_t start, size_t end)
{
	json_open(j, '[');
	json_put_int(j, (int64_t)start);
	json_put_int(j, (int64_t)end);
	json_close(j, ']');
}

static void put_block(struct json_out *j, const struct block *b)
{
	json_open(j, '{');
	json_kv_str(j, "kind", span_of(block_kind_names[b->kind]));
	json_kv_int(j, "start", (int64_t)b->start);
	json_kv_int(j, "end", (int64_t)b->end);
	json_kv_int_opt(j, "level", b->level);
	json_kv_str_opt(j, "lang", b->lang);
	json_kv_str_opt(j, "mark", b->mark);
	if (b->body > b->start)
		json_kv_int(j, "body", (int64_t)b->body);
	if (b->table) {
		json_kv_int(j, "table", b->table);
		json_kv_int(j, "row", b->row);
		json_kv_int(j, "col", b->col);
		if (b->rowspan > 1)
			json_kv_int(j, "rowspan", b->rowspan);
		if (b->colspan > 1)
			json_kv_int(j, "colspan", b->colspan);
		json_kv_true_opt(j, "head", b->head);
	}
	json_kv_int_opt(j, "conf", b->conf);
	json_kv_true_opt(j, "hidden", b->hidden);
	if (b->dup) {
		json_key(j, "dup");
		put_range(j, b->dup_start, b->dup_end);
	}
	put_extra(j, b->extra);
	json_close(j, '}');
}

static void put_place(struct json_out *j, const struct map_run *m)
{
	switch (m->kind) {
	case MAP_BYTES:
		json_kv_int(j, "at", m->at);
		json_kv_int(j, "len", m->len);
		json_kv_int_opt(j, "line", m->line);
		json_kv_str_opt(j, "path", m->path);
		break;
	case MAP_PAGE:
		json_kv_int(j, "page", m->page);
		json_key(j, "box");
		json_open(j, '[');
		for (int i = 0; i < 4; i++)
			json_put_double(j, m->box[i]);
		json_close(j, ']');
		break;
	case MAP_PART:
		json_kv_str_opt(j, "part", m->part);
		json_kv_int(j, "para", m->para);
		if (m->table) {
			json_kv_int(j, "table", m->table);
			json_kv_int(j, "row", m->row);
			json_kv_int(j, "col", m->col);
		}
		break;
	}
}

static void put_map_run(struct json_out *j, const struct map_run *m)
{
	json_open(j, '{');
	json_kv_int(j, "t", (int64_t)m->t);
	json_kv_int(j, "n", (int64_t)m->n);
	put_place(j, m);
	json_kv_true_opt(j, "made", m->made);
	json_close(j, '}');
}

static void put_item(struct json_out *j, const struct doc *d, const struct item *i)
{
	json_open(j, '{');
	json_kv_str_opt(j, "id", i->id);
	json_kv_str(j, "type", i->type == ITEM_OTHER ? i->type_name : span_of(item_type_names[i->type]));
	json_kv_int(j, "start", (int64_t)i->start);
	json_kv_int(j, "end", (int64_t)i->end);
	json_kv_str(j, "text", item_text(d, i));
	if (i->norm) {
		json_key(j, "norm");
		json_put_jval(j, i->norm);
	}
	json_kv_str_opt(j, "rule", i->rule);
	if (i->block >= 0)
		json_kv_int(j, "block", i->block);
	put_extra(j, i->extra);
	json_close(j, '}');
}

static void put_note(struct json_out *j, const struct note *n)
{
	static const char *const levels[] = { [NOTE_INFO] = "info", [NOTE_WARN] = "warn", [NOTE_ERROR] = "error" };

	json_open(j, '{');
	json_kv_str(j, "level", span_of(levels[n->level]));
	json_kv_str(j, "code", n->code);
	json_kv_str(j, "text", n->text);
	if (n->placed) {
		json_kv_int(j, "start", (int64_t)n->start);
		json_kv_int(j, "end", (int64_t)n->end);
	}
	put_extra(j, n->extra);
	json_close(j, '}');
}

/* Writes "name":[…] with one call of PUT for each of n elements. */
#define PUT_ARRAY(j, name, n, PUT)                                                                                     \
	do {                                                                                                           \
		json_key((j), (name));                                                                                 \
		json_open((j), '[');                                                                                   \
		for (size_t k = 0; k < (n); k++)                                                                       \
			PUT;                                                                                           \
		json_close((j), ']');                                                                                  \
	} while (0)

/* True: raw stands in the line as it came. */
static bool put_raw(struct json_out *j, const char *key, struct span raw)
{
	if (!raw.n)
		return false;
	json_key(j, key);
	json_put_raw(j, raw);
	return true;
}

static void put_text_and_parts(struct json_out *j, const struct doc *d)
{
	if (!put_raw(j, "text", d->raw.text))
		json_kv_str(j, "text", d->text);
	if (!put_raw(j, "blocks", d->raw.blocks))
		PUT_ARRAY(j, "blocks", d->n_blocks, put_block(j, &d->blocks[k]));
	if (d->n_sentences && !put_raw(j, "sentences", d->raw.sentences))
		PUT_ARRAY(j, "sentences", d->n_sentences, put_range(j, d->sentences[k].start, d->sentences[k].end));
	if (!put_raw(j, "map", d->raw.map))
		PUT_ARRAY(j, "map", d->n_map, put_map_run(j, &d->map[k]));
}

void doc_write(const struct doc *d, struct buf *out)
{
	struct json_out j = { out, false };

	json_open(&j, '{');
	json_kv_int(&j, "svod", 1);
	json_kv_str(&j, "id", d->id);
	put_source(&j, &d->source);
	if (d->meta) {
		json_key(&j, "doc");
		json_put_jval(&j, d->meta);
	}
	if (d->has_text)
		put_text_and_parts(&j, d);
	if (d->has_items)
		PUT_ARRAY(&j, "items", d->n_items, put_item(&j, d, &d->items[k]));
	if (d->n_notes)
		PUT_ARRAY(&j, "notes", d->n_notes, put_note(&j, &d->notes[k]));
	if (d->made) {
		json_key(&j, "made");
		json_put_jval(&j, d->made);
	}
	put_extra(&j, d->extra);
	json_close(&j, '}');
	buf_putc(out, '\n');
}
