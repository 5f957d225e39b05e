/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules are laid out twice, at two addresses: words that differ by the distance between the two are pointers, and
 * no other words may differ.
 */
#include "image.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "frozen.h"
#include "rules_p.h"
#include "triggers.h"

#define IMAGE_MAGIC 0x32474D4944564F53ULL /* "SOVDIMG2" */
/* Far from where systems put programs, libraries, stacks and what sanitizers keep. */
#define IMAGE_BASE 0x200000000000ULL

enum { IMAGE_ROOM = 256 << 20, IMAGE_FILE_MAX = 512 << 20, HEAD = 128 };

struct image_head {
	uint64_t magic, build, hash; /* build: see build_number; hash: of the rules */
	uint64_t check;              /* digest_short of all behind HEAD up to the sieves */
	uint64_t file;               /* bytes of the whole file */
	uint32_t used;               /* up to the end of the memory */
	uint32_t moves;              /* how many pointers; their places follow, then, at a multiple of 8, the sieves */
	uint32_t ruleset;            /* where it stands */
};

/* Changes with what is laid out, as far as sizes tell, and with PCRE2, whose compiled patterns are in it. */
static uint64_t build_number(void)
{
	const size_t sizes[] = { sizeof(struct ruleset),       sizeof(struct rule),
				 sizeof(struct guard),         sizeof(struct template_part),
				 sizeof(struct norm_field),    sizeof(struct set),
				 sizeof(struct trigger),       sizeof(struct trigger_table),
				 sizeof(struct stem),          sizeof(struct stem_slot),
				 sizeof(struct entry),         sizeof(struct field),
				 sizeof(struct class_trigger), sizeof(struct rule_use),
				 sizeof(struct hit_use),       REGEX_VERSION };
	char version[REGEX_VERSION];
	struct span name = regex_version(version);

	return digest_short(span_make((const char *)sizes, sizeof sizes)) ^ digest_short(name);
}

/* ---- writing ---- */

struct layout {
	char *room;
	size_t used;
	struct ruleset *rs;
};

/* A rule set in a room of its own, with all that is made when it is first asked for. */
static bool lay_out(struct layout *l, const struct ruleset_source *src, struct span frozen)
{
	struct err e = { 0 };
	struct ruleset *rs;
	void *room = mmap(NULL, IMAGE_ROOM, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (room == MAP_FAILED)
		return false;
	l->room = room;
	rs = l->rs = ruleset_open_within(arena_within(l->room + HEAD, IMAGE_ROOM - HEAD), src, &e);
	if (e.code || !ruleset_thaw(rs, arena_dup(&rs->arena, frozen)))
		return false;
	for (int p = 1; p <= PHASES; p++)
		ruleset_triggers(rs, p);
	ruleset_make_forms(rs);
	if (rs->diags.n)
		return false;
	l->used = (arena_within_used(&rs->arena, l->room + HEAD) + HEAD + 7) & ~(size_t)7;
	rs->arena = (struct arena){ 0 };
	rs->dirs = NULL;
	rs->n_dirs = rs->cap_dirs = 0;
	return l->used > HEAD;
}

static uint64_t word_at(const struct layout *l, size_t at)
{
	uint64_t x;

	memcpy(&x, l->room + at, sizeof x);
	return x;
}

/* Turns the pointers of one layout to IMAGE_BASE and lists them. False: something else differs. */
static bool list_moves(struct layout *l, const struct layout *other, struct buf *moves)
{
	uint64_t from = (uintptr_t)l->room, distance = (uintptr_t)other->room - from;

	if (l->used != other->used)
		return false;
	for (size_t at = HEAD; at < l->used; at += 8) {
		uint64_t x = word_at(l, at), moved = x - from + IMAGE_BASE;
		uint32_t where = (uint32_t)at;

		if (word_at(other, at) == x)
			continue;
		if (word_at(other, at) - x != distance || x - from > l->used)
			return false;
		memcpy(l->room + at, &moved, sizeof moved);
		buf_add(moves, span_make((const char *)&where, sizeof where));
	}
	return true;
}

static void put_image(const struct layout *l, struct span moves, unsigned long long hash, struct span sieves,
		      struct buf *out)
{
	struct image_head h = { .magic = IMAGE_MAGIC, .build = build_number(), .hash = hash };

	h.used = (uint32_t)l->used;
	h.moves = (uint32_t)(moves.n / sizeof(uint32_t));
	h.ruleset = (uint32_t)((char *)l->rs - l->room);
	buf_add(out, span_make(l->room, l->used));
	buf_add(out, moves);
	while (out->n % 8)
		buf_putc(out, 0);
	h.check = digest_short(span_sub(buf_span(out), HEAD, out->n));
	buf_add(out, sieves);
	h.file = out->n;
	memcpy(out->p, &h, sizeof h);
}

bool image_write(const struct ruleset_source *src, struct span frozen, struct span sieves, struct buf *out)
{
	struct layout one = { 0 }, other = { 0 };
	struct buf moves = { 0 };
	bool ok = lay_out(&one, src, frozen) && lay_out(&other, src, frozen);
	unsigned long long hash = ok ? ruleset_hash(one.rs) : 0;

	ok = ok && list_moves(&one, &other, &moves);
	if (ok)
		put_image(&one, buf_span(&moves), hash, sieves, out);
	if (one.room)
		munmap(one.room, IMAGE_ROOM);
	if (other.room)
		munmap(other.room, IMAGE_ROOM);
	buf_free(&moves);
	return ok;
}

/* ---- use ---- */

static size_t bytes_before_sieves(const struct image_head *h)
{
	return (h->used + (size_t)h->moves * sizeof(uint32_t) + 7) & ~(size_t)7;
}

/* Does the file hold what a program of this build wrote for rules of that hash? */
static bool is_ours(const struct image_head *h, unsigned long long hash, size_t file)
{
	return h->magic == IMAGE_MAGIC && h->build == build_number() && h->hash == hash && h->file == file &&
	       h->ruleset < h->used && bytes_before_sieves(h) <= file;
}

/* The pointers of an image that does not stand at IMAGE_BASE. */
static void move_pointers(char *image, const struct image_head *h)
{
	uint64_t distance = (uintptr_t)image - IMAGE_BASE;

	for (uint32_t i = 0; i < h->moves; i++) {
		uint32_t at;
		uint64_t x;

		memcpy(&at, image + h->used + i * sizeof at, sizeof at);
		memcpy(&x, image + at, sizeof x);
		x += distance;
		memcpy(image + at, &x, sizeof x);
	}
}

struct ruleset *image_map(int fd, unsigned long long hash, bool look_through)
{
	struct image_head h;
	struct stat st;
	struct ruleset *rs;
	char *image;
	size_t n;

	if (fstat(fd, &st) != 0 || st.st_size < HEAD || st.st_size > IMAGE_FILE_MAX ||
	    pread(fd, &h, sizeof h, 0) != sizeof h || !is_ours(&h, hash, (size_t)st.st_size))
		return NULL;
	n = (size_t)st.st_size;
	image = mmap((void *)(uintptr_t)IMAGE_BASE, n, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
	if (image == MAP_FAILED)
		return NULL;
	if (look_through && digest_short(span_make(image + HEAD, bytes_before_sieves(&h) - HEAD)) != h.check) {
		munmap(image, n);
		return NULL;
	}
	if ((uintptr_t)image != IMAGE_BASE)
		move_pointers(image, &h);
	rs = (struct ruleset *)(void *)(image + h.ruleset);
	rs->mapped = span_make(image, n);
	ruleset_take_sieves(rs, span_sub(rs->mapped, bytes_before_sieves(&h), n));
	return rs;
}
