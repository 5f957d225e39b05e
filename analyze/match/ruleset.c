/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads rule directories. Later directories override earlier ones by name; every complaint is kept, not only the first.
 */
#include "ruleset.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data.h"
#include "frozen.h"
#include "pattern_emit.h"
#include "rules_p.h"
#include "utf8.h"

enum { RULE_FILE_BYTES = 8 << 20, RULE_FILES = 1000 };

int ruleset_type(struct ruleset *rs, struct span name)
{
	for (size_t i = 0; i < rs->n_types; i++)
		if (span_eq(rs->types[i], name))
			return (int)i;
	if (rs->n_types == TYPES_MAX)
		return -1;
	rs->exclusive[rs->n_types] = (uint64_t)1 << rs->n_types;
	rs->types[rs->n_types] = name;
	return (int)rs->n_types++;
}

/* ---- files ---- */

static void add_hash(struct ruleset *rs, struct span text)
{
	rs->hash = (rs->hash ^ span_hash(text)) * 0x100000001B3ULL;
}

static bool read_whole(struct ruleset *rs, const char *path, struct span *out, struct err *e)
{
	struct buf b = { 0 };
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int rc;

	if (fd < 0)
		return err_sys(e, EX_NOINPUT, "%s", path);
	rc = buf_read_fd(&b, fd, RULE_FILE_BYTES);
	close(fd);
	if (rc < 0)
		err_sys(e, EX_NOINPUT, "%s", path);
	else if (rc > 0)
		err_set(e, EX_CONFIG, "%s: a rule file of more than 8 MB", path);
	else if (!utf8_valid(buf_span(&b)))
		err_set(e, EX_CONFIG, "%s: not UTF-8", path);
	else
		*out = arena_dup(&rs->arena, buf_span(&b));
	buf_free(&b);
	return e->code == 0;
}

static bool has_ending(const char *name, const char *ending)
{
	return name[0] != '.' && span_ends(span_of(name), span_of(ending));
}

static int by_name(const void *x, const void *y)
{
	return strcmp(*(char *const *)x, *(char *const *)y);
}

/* Names in dir that end so, sorted by bytes; the caller frees each and the array. */
static size_t list_files(const char *dir, const char *ending, char ***out)
{
	DIR *d = opendir(dir);
	size_t n = 0, cap = 0;

	*out = NULL;
	for (struct dirent *entry; d && n < RULE_FILES && (entry = readdir(d));) {
		if (!has_ending(entry->d_name, ending))
			continue;
		MEM_ROOM(*out, n, cap);
		(*out)[n++] = mem_dup(span_of(entry->d_name));
	}
	if (d)
		closedir(d);
	if (n)
		qsort(*out, n, sizeof **out, by_name);
	return n;
}

/* number: of the directory; -1: only for the hash. shown: what messages call the directory. */
static bool load_files(struct ruleset *rs, const char *dir, const char *shown, const char *ending, int number,
		       struct err *e)
{
	char **names;
	size_t n = list_files(dir, ending, &names);

	for (size_t i = 0; i < n; i++) {
		struct span path = arena_printf(&rs->arena, "%s/%s", dir, names[i]);
		struct span text = { 0 };

		if (!e->code && read_whole(rs, path.p, &text, e)) {
			add_hash(rs, text);
			if (number >= 0)
				rulefile_parse(&rs->arena, arena_printf(&rs->arena, "%s/%s", shown, names[i]), text,
					       number, &rs->entries, &rs->diags);
		}
		free(names[i]);
	}
	free(names);
	return e->code == 0;
}

static bool load_dir(struct ruleset *rs, const char *dir, const char *shown, struct err *e)
{
	int number = (int)rs->n_dirs;
	struct stat st;
	struct span lexicon = arena_printf(&rs->arena, "%s/lexicon", dir);

	if (stat(dir, &st) != 0)
		return err_sys(e, EX_NOINPUT, "%s", dir);
	if (!S_ISDIR(st.st_mode))
		return err_set(e, EX_NOINPUT, "%s: not a directory of rule files", dir);
	ARENA_ROOM(&rs->arena, rs->dirs, rs->n_dirs, rs->cap_dirs);
	rs->dirs[rs->n_dirs++] = arena_dup(&rs->arena, span_of(dir));
	/* the lexicons are read when a rule asks for them; here they only count for the hash */
	return load_files(rs, dir, shown, ".rules", number, e) && load_files(rs, lexicon.p, shown, ".tsv", -1, e);
}

/* ---- entries ---- */

static void index_set(struct ruleset *rs, size_t number)
{
	size_t mask = rs->set_slots - 1;
	size_t i = span_hash(rs->sets[number].name) & mask;

	while (rs->set_index[i])
		i = (i + 1) & mask;
	rs->set_index[i] = (unsigned)number + 1;
}

static void add_set_entry(struct ruleset *rs, struct set *s, const struct entry *n)
{
	ARENA_ROOM(&rs->arena, s->entries, s->n_entries, s->cap_entries);
	s->entries[s->n_entries++] = n;
}

static void define_set(struct ruleset *rs, const struct entry *n)
{
	bool more = span_starts(n->name, SPAN("+"));
	struct span name = span_sub(n->name, more, n->name.n);
	struct set *s = ruleset_set(rs, name);

	if (!s) {
		ARENA_ROOM(&rs->arena, rs->sets, rs->n_sets, rs->cap_sets);
		s = &rs->sets[rs->n_sets++];
		*s = (struct set){ .name = name, .kind = n->kind };
		index_set(rs, rs->n_sets - 1);
	} else if (!more && s->n_entries && s->entries[0]->dir == n->dir && s->entries[0]->name.p[0] != '+') {
		diag_add(&rs->diags, &n->at, n->name.p, "%%%.*s is defined already in %.*s:%d; %%set +%.*s adds to it",
			 SPAN_ARG(name), SPAN_ARG(s->entries[0]->at.file), s->entries[0]->at.line, SPAN_ARG(name));
		return;
	} else if (!more && s->n_entries && s->entries[0]->name.p[0] != '+') {
		s->n_entries = 0;
		s->kind = n->kind;
	}
	add_set_entry(rs, s, n);
}

static void define_sets(struct ruleset *rs)
{
	size_t n = 0;

	for (const struct entry *x = rs->entries.first; x; x = x->next)
		n += x->kind != ENTRY_RULE && x->kind != ENTRY_EXCLUSIVE;
	for (rs->set_slots = 16; rs->set_slots < 2 * n + 1;)
		rs->set_slots *= 2;
	rs->set_index = arena_alloc(&rs->arena, rs->set_slots * sizeof *rs->set_index);
	for (const struct entry *x = rs->entries.first; x; x = x->next)
		if (x->kind != ENTRY_RULE && x->kind != ENTRY_EXCLUSIVE)
			define_set(rs, x);
}

static void define_exclusive(struct ruleset *rs, const struct entry *n)
{
	uint64_t bits = 0;
	struct span rest = n->args;

	while (rest.p) {
		struct span word = span_cut(&rest, ' ');
		int type = word.n ? ruleset_type(rs, word) : -1;

		if (type >= 0)
			bits |= (uint64_t)1 << type;
	}
	for (size_t i = 0; i < TYPES_MAX; i++)
		if (bits >> i & 1)
			rs->exclusive[i] |= bits;
}

/* The last definition of each rule counts; it keeps the place of the first. */
static void define_rule(struct ruleset *rs, const struct entry *n, unsigned *order)
{
	struct rule *r = NULL;

	for (size_t i = 0; i < rs->n_rules; i++)
		if (span_eq(rs->rules[i].name, n->name))
			r = &rs->rules[i];
	if (r && r->entry->dir == n->dir) {
		diag_add(&rs->diags, &n->at, n->name.p, "rule %.*s stands already in %.*s:%d", SPAN_ARG(n->name),
			 SPAN_ARG(r->entry->at.file), r->entry->at.line);
		return;
	}
	if (n->args.n && !span_is(n->args, "off"))
		diag_add(&rs->diags, &n->at, n->args.p, "after the name of a rule only \"off\" may stand");
	if (!r) {
		ARENA_ROOM(&rs->arena, rs->rules, rs->n_rules, rs->cap_rules);
		r = &rs->rules[rs->n_rules++];
		*r = (struct rule){ .order = (*order)++ };
	}
	*r = (struct rule){ .name = n->name, .entry = n, .order = r->order, .type = -1, .priority = 50, .phase = 1 };
}

/* frozen: see rule_fields_compile. */
static void compile_rules(struct ruleset *rs, struct thaw *frozen)
{
	size_t kept = 0;

	for (size_t i = 0; i < rs->n_rules; i++) {
		size_t before = rs->diags.n;

		if (span_is(rs->rules[i].entry->args, "off"))
			continue;
		rule_fields_compile(rs, &rs->rules[i], frozen);
		if (rs->diags.n == before)
			rs->rules[kept++] = rs->rules[i];
	}
	rs->n_rules = kept;
}

static size_t define_entries(struct ruleset *rs)
{
	unsigned order = 0;
	size_t on = 0;

	for (int i = 0; i < ITEM_TYPES; i++)
		ruleset_type(rs, span_of(item_type_names[i]));
	define_sets(rs);
	for (const struct entry *n = rs->entries.first; n; n = n->next) {
		if (n->kind == ENTRY_EXCLUSIVE)
			define_exclusive(rs, n);
		else if (n->kind == ENTRY_RULE)
			define_rule(rs, n, &order);
	}
	for (size_t i = 0; i < rs->n_rules; i++)
		on += !span_is(rs->rules[i].entry->args, "off");
	return on;
}

void ruleset_define(struct ruleset *rs)
{
	define_entries(rs);
	compile_rules(rs, NULL);
}

bool ruleset_thaw(struct ruleset *rs, struct span bytes)
{
	struct thaw t;
	size_t on = define_entries(rs);
	bool ok = rs->diags.n == 0 && thaw_begin(&t, bytes, on);

	compile_rules(rs, ok ? &t : NULL);
	return ok;
}

void ruleset_take_sieves(struct ruleset *rs, struct span bytes)
{
	rs->sieves = bytes;
}

static bool load_named(struct ruleset *rs, struct span dirs, struct err *e)
{
	while (dirs.p) {
		struct span dir = arena_dup(&rs->arena, span_cut(&dirs, ':'));

		if (dir.n && !load_dir(rs, dir.p, dir.p, e))
			return false;
	}
	return true;
}

static bool load_builtin(struct ruleset *rs, struct err *e)
{
	struct buf path = { 0 };
	bool ok = data_path("rules", &path)
			  ? load_dir(rs, buf_str(&path), "rules", e)
			  : err_set(e, EX_NOINPUT, "the rules folder is missing: set SVOD_DATA, or --rules DIR");

	buf_free(&path);
	return ok;
}

static struct ruleset *ruleset_new(void)
{
	struct ruleset *rs = mem_alloc(sizeof *rs);

	rs->diags.arena = &rs->arena;
	rs->hash = 0xCBF29CE484222325ULL;
	return rs;
}

struct ruleset *ruleset_open_text(const char *name, struct span text, struct err *e)
{
	struct ruleset *rs;

	if (!utf8_valid(text)) {
		err_set(e, EX_CONFIG, "%s: not UTF-8", name);
		return NULL;
	}
	rs = ruleset_new();
	ARENA_ROOM(&rs->arena, rs->dirs, rs->n_dirs, rs->cap_dirs);
	rs->dirs[rs->n_dirs++] = SPAN("."); /* where its lexicons would stand */
	rulefile_parse(&rs->arena, arena_dup(&rs->arena, span_of(name)), arena_dup(&rs->arena, text), 0, &rs->entries,
		       &rs->diags);
	return rs;
}

struct ruleset *ruleset_of_text(const char *name, struct span text, struct err *e)
{
	struct ruleset *rs = ruleset_open_text(name, text, e);

	if (rs)
		ruleset_define(rs);
	return rs;
}

struct ruleset *ruleset_open(const struct ruleset_source *src, struct err *e)
{
	struct ruleset *rs = ruleset_new();
	bool ok;

	ok = (src->without_builtin || load_builtin(rs, e)) && load_named(rs, span_of(src->env), e);
	for (size_t i = 0; ok && i < src->n_dirs; i++)
		ok = load_dir(rs, src->dirs[i], src->dirs[i], e);
	if (!ok) {
		ruleset_free(rs);
		return NULL;
	}
	return rs;
}

struct ruleset *ruleset_load(const struct ruleset_source *src, struct err *e)
{
	struct ruleset *rs = ruleset_open(src, e);

	if (rs)
		ruleset_define(rs);
	return rs;
}

void ruleset_free(struct ruleset *rs)
{
	if (!rs)
		return;
	for (size_t i = 0; i < rs->n_regexes; i++)
		regex_free(rs->regexes[i]);
	free(rs->regexes);
	free(rs->diags.v);
	arena_free(&rs->arena);
	free(rs);
}

size_t ruleset_errors(const struct ruleset *rs)
{
	return rs->diags.n;
}

bool ruleset_error(const struct ruleset *rs, size_t i, struct err *e)
{
	return diag_to_err(&rs->diags.v[i], e);
}

unsigned long long ruleset_hash(const struct ruleset *rs)
{
	return rs->hash;
}

size_t ruleset_rules(const struct ruleset *rs)
{
	return rs->n_rules;
}

/* ---- PCRE2 text of rules ---- */

static void write_source(struct ruleset *rs, struct rule *r, bool utf, struct buf *out)
{
	const struct node *patterns = rule_patterns(rs, r);
	struct arena scratch = { 0 };
	struct emitter e = { .arena = &scratch, .keep = &rs->arena, .out = out, .utf = utf, .cased = r->cased };

	pattern_count_sets(&e, patterns);
	pattern_emit(&e, patterns);
	if (!r->open)
		pattern_emit_end(&e);
	pattern_emit_defs(&e);
	arena_free(&scratch);
}

struct span rule_source(struct ruleset *rs, struct rule *r)
{
	struct buf b = { 0 };

	if (!r->source.p) {
		write_source(rs, r, false, &b);
		r->source = arena_dup(&rs->arena, buf_span(&b));
		buf_free(&b);
	}
	return r->source;
}

void rule_source_naive(struct ruleset *rs, struct rule *r, struct buf *out)
{
	write_source(rs, r, true, out);
}

struct regex *ruleset_own_regex(struct ruleset *rs, struct regex *r)
{
	MEM_ROOM(rs->regexes, rs->n_regexes, rs->cap_regexes);
	return rs->regexes[rs->n_regexes++] = r;
}

struct regex *ruleset_regex(struct ruleset *rs, struct span source, unsigned flags)
{
	return ruleset_own_regex(rs, regex_new(source, flags));
}

struct regex *rule_regex(struct ruleset *rs, struct rule *r)
{
	if (!r->re)
		r->re = ruleset_regex(rs, rule_source(rs, r), REGEX_ANCHORED);
	return r->re;
}

bool ruleset_freeze(struct ruleset *rs, struct buf *out)
{
	return frozen_write(rs, out);
}

void ruleset_compile_all(struct ruleset *rs)
{
	for (size_t i = 0; i < rs->n_rules; i++) {
		struct rule *r = &rs->rules[i];
		struct err e = { 0 };
		size_t at;

		if (!regex_compile(rule_regex(rs, r), &at, &e))
			diag_add(&rs->diags, &r->entry->at, r->name.p, "rule %.*s: PCRE2: %s", SPAN_ARG(r->name),
				 e.text);
		for (struct guard *g = r->guards; g; g = g->next) {
			err_clear(&e);
			if (g->re && !regex_compile(g->re, &at, &e))
				diag_add(&rs->diags, &g->at, NULL, "PCRE2: %s", e.text);
		}
	}
}

struct span ruleset_map(struct ruleset *rs, const char *map, struct span form)
{
	struct set *set = ruleset_set(rs, span_of(map));
	struct span value = { 0 };
	struct buf folded = { 0 };

	if (!set || set->kind == ENTRY_SET)
		return value;
	ruleset_set_forms(rs, set);
	buf_room(&folded, form.n);
	if (form.n)
		utf8_fold(form, folded.p);
	folded.n = form.n;
	if (!set_value(set, buf_span(&folded), &value))
		value = (struct span){ 0 };
	buf_free(&folded);
	return value;
}
