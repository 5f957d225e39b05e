/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The vectorized scan, written once for vectors of WIDTH bytes and compiled by scan_sse.c and scan_avx2.c, which
 * define: WIDTH, TARGET (function attribute), lookup (pshufb in a table of 16 bytes), the names
 * TEXT, CLEAN and LIST, behind (the vector whose bytes stand one earlier, given the one before), and what a comparison
 * gives: flags, with equal, at_most, keep (0 where a flag is not set) and bits (the flags as bits, the first byte's
 * lowest). No include guard: it is a template.
 *
 * Folding in place of a table: Ѐ–Џ D0 80–8F → D1 90–9F, А–П D0 90–9F → D0 B0–BF, Р–Я D0 A0–AF → D1 80–8F; A–Z + 20.
 * Where a block has one: Ё D0 81 and ё D1 91 → е D0 B5; Kazakh, Kyrgyz and old letters, which stand in pairs, the
 * capital even: D1 A0–BF, D2 8A–BF, D3 90–BF. All other letters with a case are rare and folded one by one.
 */

/* For what the compiler would call where two use it, though one of them runs once a text. */
#define ALWAYS_INLINE static inline __attribute__((always_inline))

TARGET static inline vec load(const char *p)
{
	return *(const vec_anywhere *)p;
}

TARGET static inline vec all(uint8_t b)
{
	return b - (vec){ 0 };
}

TARGET static inline flags is(vec v, uint8_t b)
{
	return equal(v, all(b));
}

TARGET static inline flags from(vec v, uint8_t lo)
{
	return at_most(all(lo), v);
}

TARGET static inline flags between(vec v, uint8_t lo, uint8_t hi)
{
	return at_most(v - all(lo), all((uint8_t)(hi - lo)));
}

/*
 * What a byte is, by its two halves: 1, 2 Latin letters; 4 lead bytes of Cyrillic (D0–D4); 8, 16, 32 those of other
 * letters (C3–CF, D5–DF, E0–ED without E2); 64 digits; 128 bytes inside a character.
 */
enum { IS_LATIN = 3, IS_CYRILLIC = 4, IS_LETTER = 63 };
static const uint8_t by_upper[16] = { 0, 0, 0, 64, 1, 2, 1, 2, 128, 128, 128, 128, 24, 28, 40, 0 };
static const uint8_t by_lower[16] = { 0xE6, 0xE7, 0xC7, 0xCF, 0xCF, 0xCB, 0xCB, 0xCB,
				      0xCB, 0xCB, 0x8B, 0x89, 0x89, 0x89, 0x91, 0x91 };

/* By the upper half of a tail: what is added to it behind D0, and to D0 before it. */
static const uint8_t tail_moves[16] = { [8] = 0x10, [9] = 0x20, [10] = 0xE0 };
static const uint8_t lead_moves[16] = { [8] = 1, [10] = 1 };

/*
 * Vectors of one byte each, which the main loop takes from memory: a compiler that knows what they hold makes them
 * again for every use, which is half of the work.
 */
struct constants {
	vec d0, d1, yo_upper, yo_lower, old, first_special, latin_a, latin_z, latin_move, space, tab, c2, nbsp, half;
};

TARGET static inline void make_constants(struct constants *k)
{
	*k = (struct constants){ .d0 = all(0xD0),
				 .d1 = all(0xD1),
				 .yo_upper = all(0x81),
				 .yo_lower = all(0x91),
				 .old = all(0xA0),
				 .first_special = all(0xC3),
				 .latin_a = all('A'),
				 .latin_z = all('Z' - 'A'),
				 .latin_move = all(0x20),
				 .space = all(' '),
				 .tab = all('\t'),
				 .c2 = all(0xC2),
				 .nbsp = all(0xA0),
				 .half = all(15) };
	__asm__("" : "+m"(*k));
}

TARGET static inline vec upper_half(const struct constants *k, vec v)
{
	return (vec)((vec_of_16)v >> 4) & k->half;
}

TARGET static inline vec fold_vector(const struct constants *k, vec before, vec v, vec after)
{
	vec moved = v + keep(at_most(v - k->latin_a, k->latin_z), k->latin_move);

	moved += keep(equal(before, k->d0), lookup(tail_moves, upper_half(k, v)));
	return moved + keep(equal(v, k->d0), lookup(lead_moves, upper_half(k, after)));
}

enum { AHEAD = 1024 /* bytes: each document is a new place for the processor's own foresight */ };

struct masks {
	uint64_t tails, letters, digits, spaces, latin, cyrillic;
	uint64_t special; /* lead bytes of letters whose case is not in fold_vector, and of some signs */
	uint64_t odd;     /* white space to be repaired, but for that of three bytes */
};

/* Returns the bytes that it looked at; last: those before. */
TARGET ALWAYS_INLINE vec scan_vector(const struct constants *k, const char *p, vec last, char *folded, unsigned shift,
				     struct masks *m)
{
	vec v = load(p), after = load(p + 1);
	vec class = lookup(by_upper, upper_half(k, v)) & lookup(by_lower, v & k->half);
	flags d0 = equal(v, k->d0), d1 = equal(v, k->d1);
	flags more = (d1 & (at_most(k->old, after) | equal(after, k->yo_lower))) | (d0 & equal(after, k->yo_upper));

	*(vec_anywhere *)folded = fold_vector(k, behind(last, v), v, after);
	m->tails |= bits(class) << shift; /* the highest bit */
	m->letters |= bits_with(class, IS_LETTER) << shift;
	m->digits |= bits(class + class) << shift; /* the one below */
	m->latin |= bits_with(class, IS_LATIN) << shift;
	m->cyrillic |= bits_with(class, IS_CYRILLIC) << shift;
	m->spaces |= bits(at_most(v, k->space)) << shift;
	m->special |= bits((at_most(k->first_special, v) & ~(d0 | d1)) | more) << shift;
	m->odd |= bits(equal(v, k->tab) | (equal(v, k->c2) & equal(after, k->nbsp))) << shift;
	return v;
}

/* Ё and the letters in pairs of a block; returns the lead bytes that are done with. */
TARGET static uint64_t fold_more(struct span text, size_t at, char *folded)
{
	vec last = at > 0 ? load(text.p + at - WIDTH) : (vec){ 0 };
	uint64_t leads = 0;

	for (unsigned i = 0; i < 64; i += WIDTH) {
		const char *p = text.p + at + i;
		vec_anywhere *to = (vec_anywhere *)(folded + at + i);
		vec v = load(p), after = load(p + 1), before = behind(last, v);
		flags pairs = (is(before, 0xD1) & from(v, 0xA0)) | (is(before, 0xD2) & from(v, 0x8A)) |
			      (is(before, 0xD3) & from(v, 0x90));
		flags yo = (is(v, 0xD0) & is(after, 0x81)) | (is(v, 0xD1) & is(after, 0x91));
		flags yo_tails = (is(before, 0xD0) & is(v, 0x81)) | (is(before, 0xD1) & is(v, 0x91));

		*to += keep(pairs, ~v & all(1)) + keep(yo, all(0xFF)) + keep(yo_tails, all(0x24));
		leads |= bits(is(v, 0xD0) | is(v, 0xD1) | (is(v, 0xD2) & from(after, 0x8A)) |
			      (is(v, 0xD3) & from(after, 0x90)))
			 << i;
		last = v;
	}
	return leads;
}

/* Without the signs, which most of them are. */
TARGET static inline uint64_t special_letters(struct span text, size_t at, uint64_t special, struct scan_carry *carry)
{
	for (uint64_t left = special; left; left &= left - 1) {
		size_t lead = at + (size_t)__builtin_ctzll(left);

		carry->odd |= scan_is_odd_space(text, lead);
		if (scan_is_plain_sign(text, lead))
			special ^= left & -left;
	}
	return special;
}

/* A block with letters whose case is not in fold_vector, or behind one that ends with such a lead byte. */
TARGET static void fold_special(struct span text, size_t at, uint64_t special, struct scan_carry *carry, char *folded)
{
	uint64_t rare;

	special = special_letters(text, at, special, carry);
	if (!(special | carry->pair | carry->rare))
		return;
	rare = special & ~fold_more(text, at, folded);
	if (carry->rare) /* the store of this block undid its last bytes */
		scan_fold_char(text, at - carry->rare, folded);
	carry->rare = 0;
	for (; rare; rare &= rare - 1) {
		unsigned bit = (unsigned)__builtin_ctzll(rare);

		scan_fold_char(text, at + bit, folded);
		carry->rare = bit > 60 ? 64 - bit : 0; /* its last bytes may be in the next block */
	}
	carry->pair = special >> 63;
}

/* As scan_vector. */
TARGET ALWAYS_INLINE vec scan_block(const struct constants *k, struct span text, size_t at, vec last,
				    struct scan_carry *carry, const struct scan_out *out)
{
	struct masks m = { 0 };
	uint64_t letters, mixed;

#pragma GCC unroll 4
	for (unsigned i = 0; i < 64; i += WIDTH)
		last = scan_vector(k, text.p + at + i, last, out->folded + at + i, i, &m);
	letters = m.letters; /* and the tails that belong to letters */
	letters |= (letters << 1 | carry->letter) & m.tails;
	letters |= letters << 1 & m.tails;
	letters |= letters << 1 & m.tails;
	out->words[at / 64] = m.letters & ~(letters << 1 | carry->letter);
	out->digits[at / 64] = m.digits & ~(m.digits << 1 | carry->digit);
	out->signs[at / 64] = ~(m.tails | m.letters | m.digits | m.spaces);
	mixed = ((m.latin << 1 | carry->latin) & m.cyrillic) | ((m.cyrillic << 2 | carry->cyrillic) & m.latin);
	carry->odd |= mixed | m.odd;
	carry->letter = letters >> 63;
	carry->digit = m.digits >> 63;
	carry->latin = m.latin >> 63;
	carry->cyrillic = m.cyrillic >> 62;
	if (m.special | carry->pair | carry->rare)
		fold_special(text, at, m.special, carry, out->folded);
	return last;
}

/* The last bytes, at most 64 of them, as a block of which the rest is zeros; there is one before it unless at is 0. */
TARGET static bool scan_rest(const struct constants *k, struct span text, size_t at, vec last, struct scan_carry carry,
			     const struct scan_out *out)
{
	enum { BEFORE = 64 };
	char bytes[BEFORE + 64 + WIDTH] = { 0 }, folded[BEFORE + 64 + SCAN_SLACK];
	uint64_t words[2], digits[2], signs[2];
	struct scan_out piece = { folded, words, digits, signs };
	size_t n = text.n - at;

	if (at > 0)
		memcpy(bytes, text.p + at - BEFORE, BEFORE);
	if (n > 0) /* an empty text need not be anywhere */
		memcpy(bytes + BEFORE, text.p + at, n);
	scan_block(k, span_make(bytes, BEFORE + n), BEFORE, last, &carry, &piece);
	memcpy(out->folded + at, folded + BEFORE, n);
	out->words[at / 64] = words[1];
	out->digits[at / 64] = digits[1];
	out->signs[at / 64] = signs[1];
	if (n == 64)
		out->words[at / 64 + 1] = out->digits[at / 64 + 1] = out->signs[at / 64 + 1] = 0;
	return carry.odd;
}

/* Whole blocks of 64 bytes, each read one byte beyond, and the rest. */
TARGET bool TEXT(struct span text, const struct scan_out *out)
{
	struct scan_carry carry = { 0 };
	struct constants k;
	vec last = { 0 };
	size_t at = 0;

	make_constants(&k);
	for (; at + 64 < text.n; at += 64) {
		__builtin_prefetch(text.p + at + AHEAD);
		last = scan_block(&k, text, at, last, &carry, out);
	}
	return scan_rest(&k, text, at, last, carry, out);
}

TARGET size_t CLEAN(struct span text, size_t at)
{
	for (; at + WIDTH + 2 < text.n; at += WIDTH) {
		vec v = load(text.p + at), next = load(text.p + at + 1), third = load(text.p + at + 2);
		flags latin = between(v | all(0x20), 'a', 'z'), latin_third = between(third | all(0x20), 'a', 'z');
		flags bad = (latin & between(next, 0xD0, 0xD4)) | (between(v, 0xD0, 0xD4) & latin_third) | is(v, '\t');

		bad |= is(v, 0xC2) & is(next, 0xA0);
		bad |= is(v, 0xE2) & is(next, 0x80) & (between(third, 0x80, 0x8A) | is(third, 0xAF));
		bad |= is(v, 0xE2) & is(next, 0x81) & is(third, 0x9F);
		bad |= is(v, 0xE3) & is(next, 0x80) & is(third, 0x80);
		if (bits(bad))
			break;
	}
	return at;
}

/*
 * Eight are written for each word whether they are there or not: a processor cannot foresee how many there will be.
 */
TARGET size_t LIST(const uint64_t *mask, size_t words, size_t first, unsigned *out)
{
	const uint64_t last = (uint64_t)1 << 63;
	size_t n = 0;

	for (size_t w = 0; w < words; w++, first += 64) {
		uint64_t left = mask[w];
		size_t more = (size_t)__builtin_popcountll(left);

#pragma GCC unroll 8
		for (size_t i = 0; i < SCAN_LIST_SLACK; i++, left &= left - 1)
			out[n + i] = (unsigned)first + (unsigned)__builtin_ctzll(left | last);
		for (size_t i = SCAN_LIST_SLACK; i < more; i++, left &= left - 1)
			out[n + i] = (unsigned)first + (unsigned)__builtin_ctzll(left | last);
		n += more;
	}
	return n;
}
