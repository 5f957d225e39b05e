/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With which characters something can begin: kept by keys, which may stand for more than one character. */
#include "steps_begin.h"

enum { WORDS = KEYS / 64 };

const struct begin begin_any = {
	{ { ~(uint64_t)0, ~(uint64_t)0, ~(uint64_t)0, ~(uint64_t)0, ~(uint64_t)0, ~(uint64_t)0 } }, true
};

/* The keys of a first byte of several, where something with the keys of next follows. */
static void add_lead(struct key_set *keys, unsigned char lead, const struct begin *next)
{
	for (unsigned b = 0x80; b < 0xC0; b++)
		if (key_set_has(&next->keys, steps_key((unsigned char)b, 0)))
			key_set_add(keys, steps_key(lead, (unsigned char)b));
	if (next->at_end) /* it is the last byte, behind which a zero is read */
		key_set_add(keys, steps_key(lead, 0));
}

struct begin begin_of_set(const struct byte_set *set, const struct begin *next)
{
	struct begin b = { 0 };

	for (unsigned i = 0; i < 256; i++) {
		if (!byte_set_has(set, (unsigned char)i))
			continue;
		if (i >= 0xC0)
			add_lead(&b.keys, (unsigned char)i, next);
		else
			key_set_add(&b.keys, steps_key((unsigned char)i, 0));
	}
	return b;
}

struct begin begin_both(const struct begin *x, const struct begin *y)
{
	struct begin b = { .at_end = x->at_end || y->at_end };

	for (size_t i = 0; i < WORDS; i++)
		b.keys.bits[i] = x->keys.bits[i] | y->keys.bits[i];
	return b;
}

struct begin begin_common(const struct begin *x, const struct begin *y)
{
	struct begin b = { .at_end = x->at_end && y->at_end };

	for (size_t i = 0; i < WORDS; i++)
		b.keys.bits[i] = x->keys.bits[i] & y->keys.bits[i];
	return b;
}

bool begin_meets(const struct begin *x, const struct begin *y)
{
	struct begin b = begin_common(x, y);
	uint64_t any = 0;

	for (size_t i = 0; i < WORDS; i++)
		any |= b.keys.bits[i];
	return any != 0;
}

/* Has it each byte that has a key in [first, end)? */
static bool has_all_of(const struct byte_set *set, unsigned first, unsigned end)
{
	for (unsigned b = 0x80; b < 0x100; b++) {
		unsigned key = steps_key((unsigned char)b, 0);

		if (key >= first && key < end && !byte_set_has(set, (unsigned char)b))
			return false;
	}
	return true;
}

static void remove_keys(struct begin *b, unsigned first, unsigned end)
{
	for (unsigned i = first; i < end; i += 64)
		b->keys.bits[i / 64] = 0;
}

struct begin begin_without(const struct begin *x, const struct byte_set *set)
{
	static const unsigned parts[] = { KEY_LETTER, KEY_WITHIN, KEY_OTHER, KEYS };
	struct begin b = *x;

	b.keys.bits[0] &= ~set->bits[0];
	b.keys.bits[1] &= ~set->bits[1];
	for (size_t i = 0; i + 1 < sizeof parts / sizeof *parts; i++)
		if (has_all_of(set, parts[i], parts[i + 1]))
			remove_keys(&b, parts[i], parts[i + 1]);
	return b;
}
