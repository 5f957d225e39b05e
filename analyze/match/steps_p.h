/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_STEPS_P_H
#define SVOD_STEPS_P_H

#include <stdint.h>

#include "mem.h"
#include "steps.h"

/* How steps are laid out (steps), made (steps_make) and what they are made of (steps_parse). */

enum step_op {
	STEP_MATCH,
	STEP_FAIL,
	STEP_BYTE,      /* low */
	STEP_TEXT,      /* bytes of the texts: arg, count */
	STEP_SET,       /* one byte of set */
	STEP_WAYS,      /* count ways from arg on, the first that leads to a match; next: where its masks begin */
	STEP_WAYS_MANY, /* the same with more than WAYS_FEW */
	STEP_MANY,      /* least … most bytes of set, the longest first */
	STEP_MANY_FEW,  /* the same, the shortest first */
	STEP_MANY_ALL,  /* the same, the longest only */
	STEP_OPEN,      /* group arg begins */
	STEP_CLOSE,     /* group arg ends */
	STEP_CALL,      /* arg, up to its STEP_RETURN */
	STEP_RETURN,
	STEP_LOOP_IN,  /* of a body that may be empty */
	STEP_LOOP_OUT, /* on: to next; nothing was taken: to arg */
	STEP_ONE_IN,   /* what is between is matched in one way only */
	STEP_ONE_OUT,
	STEP_LOOK_OUT, /* as STEP_ONE_OUT, and takes no text */
	STEP_NOT_IN,   /* to arg, which must not match; else to next */
	STEP_NOT_OUT,
	STEP_NEXT_IS,  /* a byte of set follows */
	STEP_NEXT_NOT, /* no byte of set follows */
	STEP_PREV_IS,  /* a byte of set stands before */
	STEP_PREV_NOT,
	STEP_BACK, /* arg bytes back */
	STEP_START,
	STEP_END,
};

enum {
	STEPS_MOST = 0xFFFF, /* no limit */
	STEPS_DONE = 0,      /* number of the STEP_MATCH with which each pattern ends */
};

struct step {
	uint8_t op, low;
	uint16_t least;
	uint16_t most;
	uint16_t set;
	uint32_t next;
	uint32_t arg;
	uint32_t count;
};

struct byte_set {
	uint64_t bits[4];
};

/*
 * What stands at a place, as far as it matters to begin: an ASCII character itself; of a letter six bits of its second
 * byte (the first one alone would not tell Cyrillic letters apart) and one of the first; a byte within a character; of
 * other characters six bits of the second byte.
 */
enum { KEY_LETTER = 0x80, KEY_WITHIN = 0x100, KEY_OTHER = 0x140, KEYS = 0x180 };

struct key_set {
	uint64_t bits[KEYS / 64];
};

enum { WAYS_FEW = 8, WAYS_MOST = 64 /* of one step, whose mask is a byte, or 8 bytes */ };

/*
 * Behind it, each at a multiple of STEPS_ALIGN: the sets, the steps, the ways (to which step they lead), their masks,
 * the texts. The masks of a step tell for each class of keys which of its ways can begin so, the first in the lowest
 * bit; the last one which can match at the end of the text.
 */
struct steps {
	uint32_t bytes; /* of all */
	uint32_t n_sets, n_steps, n_ways, n_texts, n_masks;
	uint32_t start;
	uint32_t anchored;
	uint32_t groups;
	uint32_t end_class;      /* of the end of the text; those of the keys are below */
	uint8_t class_of[KEYS];  /* by key */
	uint8_t can_begin[KEYS]; /* by class: the pattern can begin so */
};

/* The byte is in the set. */
static inline bool byte_set_has(const struct byte_set *s, unsigned char b)
{
	return s->bits[b / 64] >> (b % 64) & 1;
}

/* Puts the byte b < 256 into the set. */
static inline void byte_set_add(struct byte_set *s, unsigned b)
{
	s->bits[b / 64] |= (uint64_t)1 << (b % 64);
}

/* The key of a character by its first two bytes; several characters share one. */
static inline unsigned steps_key(unsigned char first, unsigned char second)
{
	if (first < 0x80)
		return first;
	if (first >= 0xC3 && first <= 0xED && first != 0xE2)
		return KEY_LETTER | (first & 1u) << 6 | (second & 0x3F);
	return first < 0xC0 ? KEY_WITHIN | (first & 0x3F) : KEY_OTHER | (second & 0x3F);
}

/* The key is in the set. */
static inline bool key_set_has(const struct key_set *s, unsigned key)
{
	return s->bits[key / 64] >> (key % 64) & 1;
}

/* Puts the key < KEYS into the set. */
static inline void key_set_add(struct key_set *s, unsigned key)
{
	s->bits[key / 64] |= (uint64_t)1 << (key % 64);
}

/* ---- what a pattern says ---- */

enum piece_kind {
	PIECE_EMPTY,
	PIECE_SET,    /* one byte */
	PIECE_CAT,    /* kids */
	PIECE_ALT,    /* kids */
	PIECE_REPEAT, /* kids (one), least, most (-1: no limit), mode as in struct node */
	PIECE_GROUP,  /* kids (one), group: its number */
	PIECE_LOOK,   /* kids (one), behind, no */
	PIECE_ONE,    /* kids (one): (?> */
	PIECE_CALL,   /* name */
	PIECE_START,
	PIECE_END,
};

struct piece {
	enum piece_kind kind;
	struct byte_set set;
	int least, most;
	char mode;
	bool behind, no;
	unsigned group;
	struct span name;
	struct piece *kids, *next;
};

struct piece_def {
	struct span name;
	const struct piece *body;
	uint32_t step; /* where its steps begin; 0: not made yet */
};

struct piece_defs {
	struct piece_def *v;
	size_t n, cap;
	unsigned groups; /* how many the pattern has, but those of definitions */
};

/* The tree of a pattern, in the arena; NULL: it says something that steps cannot. */
const struct piece *steps_parse(struct arena *a, struct span source, struct piece_defs *defs);

#endif
