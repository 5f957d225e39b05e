/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening the dictionary: the graphs are mapped, the small tables read and checked once, so that lookups need not. */
#include "morph_load.h"

#include <endian.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "i18n.h"
#include "json.h"
#include "utf8.h"

enum { TABLE_BYTES = 8 << 20 };

static const struct span prefixes[] = { { "", 0 }, { "по", 4 }, { "наи", 6 } };
enum { N_PREFIXES = sizeof prefixes / sizeof *prefixes };

static bool read_table(const char *folder, const char *name, struct buf *out, struct err *e)
{
	struct buf path = { 0 };
	int fd, rest = -1;

	buf_addf(&path, "%s/%s", folder, name);
	fd = open(buf_str(&path), O_RDONLY | O_CLOEXEC);
	if (fd >= 0)
		rest = buf_read_fd(out, fd, TABLE_BYTES);
	if (rest < 0)
		err_sys(e, EX_CONFIG, _("%s: cannot read the dictionary"), path.p);
	else if (rest > 0)
		err_set(e, EX_CONFIG, _("%s: larger than a dictionary table can be"), path.p);
	if (fd >= 0)
		close(fd);
	buf_free(&path);
	return rest == 0;
}

static bool open_graph(struct dawg *d, const char *folder, const char *name, struct err *e)
{
	struct buf path = { 0 };
	bool ok;

	buf_addf(&path, "%s/%s", folder, name);
	ok = dawg_open(d, buf_str(&path), e);
	buf_free(&path);
	return ok;
}

/* A JSON array of strings, copied into the arena; fold: ё becomes е. */
static bool load_strings(struct morph *m, const char *folder, const char *name, bool fold, struct span **out, size_t *n,
			 struct err *e)
{
	struct json_parser *p = json_parser_new();
	struct buf text = { 0 };
	struct json_ref array, value;
	bool ok = read_table(folder, name, &text, e) && json_parse(p, buf_span(&text), &array, e);

	if (ok) {
		struct json_iter it = json_each(array);
		struct span key;
		size_t cap = 0;

		while (json_next(&it, &key, &value)) {
			struct span s = json_string(value);
			char *copy = arena_alloc(&m->arena, s.n + 1);

			if (fold)
				utf8_fold(s, copy);
			else if (s.n)
				memcpy(copy, s.p, s.n);
			s.p = copy;
			ARENA_ROOM(&m->arena, *out, *n, cap);
			(*out)[(*n)++] = s;
		}
	}
	buf_free(&text);
	json_parser_free(p);
	return ok || err_in(e, "%s/%s", folder, name);
}

static bool check_paradigm(const struct morph *m, const uint16_t *paradigm)
{
	size_t forms = paradigm[0] / 3U;

	if (forms == 0 || paradigm[0] % 3)
		return false;
	for (size_t i = 0; i < forms; i++)
		if (paradigm[1 + i] >= m->n_suffixes || paradigm[1 + forms + i] >= m->n_tags ||
		    paradigm[1 + 2 * forms + i] >= N_PREFIXES)
			return false;
	return true;
}

static bool load_paradigms(struct morph *m, const char *folder, struct err *e)
{
	struct buf raw = { 0 };
	size_t n_words, at = 1;

	if (!read_table(folder, "paradigms.array", &raw, e)) {
		buf_free(&raw);
		return false;
	}
	n_words = raw.n / 2;
	m->paradigm_data = arena_alloc(&m->arena, raw.n + 2);
	for (size_t i = 0; i < n_words; i++)
		m->paradigm_data[i] =
			(uint16_t)((unsigned char)raw.p[2 * i] | (unsigned)(unsigned char)raw.p[2 * i + 1] << 8);
	buf_free(&raw);
	m->n_paradigms = n_words ? m->paradigm_data[0] : 0;
	m->paradigms = arena_alloc(&m->arena, (m->n_paradigms + 1) * sizeof *m->paradigms);
	for (size_t i = 0; i < m->n_paradigms; i++) {
		const uint16_t *paradigm = m->paradigm_data + at;

		if (at >= n_words || n_words - at - 1 < paradigm[0] || !check_paradigm(m, paradigm))
			return err_set(e, EX_CONFIG, _("%s/paradigms.array: entry %zu is broken; run make setup again"),
				       folder, i);
		m->paradigms[i] = paradigm;
		at += 1U + paradigm[0];
	}
	return true;
}

static void load_tags(struct morph *m)
{
	m->tags = arena_alloc(&m->arena, (m->n_tags + 1) * sizeof *m->tags);
	for (size_t i = 0; i < m->n_tags; i++)
		m->tags[i] = morph_tags_parse(m->tag_names[i]);
}

static void hash_release(struct morph *m, const char *folder)
{
	struct buf text = { 0 };
	struct err ignored = { 0 };

	if (!read_table(folder, "meta.json", &text, &ignored))
		buf_reset(&text);
	buf_addf(&text, " %zu %zu %zu %zu", m->words.map_bytes, m->endings.map_bytes, m->n_paradigms, m->n_suffixes);
	m->hash = span_hash(buf_span(&text));
	buf_free(&text);
}

bool morph_load(struct morph *m, const char *folder, struct err *e)
{
	if (!open_graph(&m->words, folder, "words.dawg", e) ||
	    !open_graph(&m->endings, folder, "prediction-suffixes-0.dawg", e) ||
	    !open_graph(&m->frequency, folder, "p_t_given_w.intdawg", e) ||
	    !load_strings(m, folder, "suffixes.json", true, &m->suffixes, &m->n_suffixes, e) ||
	    !load_strings(m, folder, "gramtab-opencorpora-int.json", false, &m->tag_names, &m->n_tags, e) ||
	    !load_paradigms(m, folder, e))
		return false;
	load_tags(m);
	hash_release(m, folder);
	m->has_dictionary = true;
	m->memo = mem_alloc(MORPH_MEMO_SLOTS * sizeof *m->memo);
	return true;
}

size_t morph_paradigm_forms(const struct morph *m, unsigned paradigm)
{
	return paradigm < m->n_paradigms ? m->paradigms[paradigm][0] / 3U : 0;
}

struct morph_form morph_paradigm_form(const struct morph *m, unsigned paradigm, unsigned form)
{
	const uint16_t *p = m->paradigms[paradigm];
	size_t forms = p[0] / 3U;
	size_t tag = p[1 + forms + form];

	return (struct morph_form){ .prefix = prefixes[p[1 + 2 * forms + form]],
				    .suffix = m->suffixes[p[1 + form]],
				    .tags = &m->tags[tag],
				    .tag_name = m->tag_names[tag] };
}
