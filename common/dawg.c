/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading double-array word graphs: the dictionary is mapped, so that opening costs nothing and processes share it. */
#include "dawg.h"

#include <endian.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "i18n.h"

enum { RECORD_SEP = 0x01 };
#define LABEL_MASK (UINT32_C(1) << 31 | 0xff)
#define HAS_VALUE (UINT32_C(1) << 8)

static uint32_t unit_at(const struct dawg *d, uint32_t at)
{
	return le32toh(d->unit[at]);
}

static uint32_t unit_offset(uint32_t unit)
{
	return (unit >> 10) << ((unit & (UINT32_C(1) << 9)) >> 6);
}

static bool set_parts(struct dawg *d)
{
	const uint32_t *words = (const void *)d->map;
	size_t left;

	if (d->map_bytes < 4)
		return false;
	d->n_units = le32toh(words[0]);
	left = d->map_bytes - 4;
	if (d->n_units == 0 || left / 4 < d->n_units)
		return false;
	d->unit = words + 1;
	left -= (size_t)d->n_units * 4;
	if (left < 4)
		return true;
	d->n_guide = le32toh(words[1 + d->n_units]);
	d->guide = d->map + d->map_bytes - left + 4;
	return (left - 4) / 2 >= d->n_guide;
}

bool dawg_open(struct dawg *d, const char *path, struct err *e)
{
	struct stat st;
	void *map = MAP_FAILED;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0)
		map = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED | MAP_POPULATE, fd, 0);
	if (map == MAP_FAILED)
		err_sys(e, EX_NOINPUT, _("%s: cannot map the dictionary"), path);
	if (fd >= 0)
		close(fd);
	if (map == MAP_FAILED)
		return false;
	d->map = map;
	d->map_bytes = (size_t)st.st_size;
	if (set_parts(d))
		return true;
	dawg_close(d);
	return err_set(e, EX_CONFIG, _("%s: this is no dictionary graph; run make setup again"), path);
}

void dawg_close(struct dawg *d)
{
	if (d->map)
		munmap((void *)(uintptr_t)d->map, d->map_bytes);
	*d = (struct dawg){ 0 };
}

uint32_t dawg_step(const struct dawg *d, uint32_t at, unsigned char c)
{
	uint32_t next;

	if (at >= d->n_units)
		return DAWG_NONE;
	next = at ^ unit_offset(unit_at(d, at)) ^ c;
	if (next >= d->n_units || (unit_at(d, next) & LABEL_MASK) != c)
		return DAWG_NONE;
	return next;
}

uint32_t dawg_walk(const struct dawg *d, uint32_t at, const char *p, size_t n)
{
	for (size_t i = 0; i < n && at != DAWG_NONE; i++)
		at = dawg_step(d, at, (unsigned char)p[i]);
	return at;
}

bool dawg_value(const struct dawg *d, uint32_t at, uint32_t *value)
{
	uint32_t unit, leaf;

	if (at >= d->n_units)
		return false;
	unit = unit_at(d, at);
	if (!(unit & HAS_VALUE))
		return false;
	leaf = at ^ unit_offset(unit);
	if (leaf >= d->n_units)
		return false;
	*value = unit_at(d, leaf) & ~(UINT32_C(1) << 31);
	return true;
}

struct record_walk {
	const struct dawg *d;
	void (*got)(void *ctx, const unsigned *field, size_t n);
	void *ctx;
	unsigned field[DAWG_FIELDS];
};

/* Depth first along the guide; n bytes of the record are read, at most two a field. */
static void walk_records(struct record_walk *w, uint32_t at, size_t n)
{
	uint32_t value;

	if (n > 0 && dawg_value(w->d, at, &value))
		w->got(w->ctx, w->field, n / 2);
	if (n == 2 * DAWG_FIELDS || at >= w->d->n_guide)
		return;
	for (unsigned char c = w->d->guide[2 * (size_t)at]; c;) {
		uint32_t next = dawg_step(w->d, at, c);
		unsigned high = n % 2 ? w->field[n / 2] & 0x3f80U : 0;

		if (next == DAWG_NONE)
			return;
		w->field[n / 2] = n % 2 ? high | (unsigned)c >> 1 : ((unsigned)c >> 1) << 7;
		walk_records(w, next, n + 1);
		c = next < w->d->n_guide ? w->d->guide[2 * (size_t)next + 1] : 0;
	}
}

void dawg_records(const struct dawg *d, uint32_t at, void (*got)(void *ctx, const unsigned *field, size_t n), void *ctx)
{
	struct record_walk w = { .d = d, .got = got, .ctx = ctx };

	at = dawg_step(d, at, RECORD_SEP);
	if (at != DAWG_NONE)
		walk_records(&w, at, 0);
}
