/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The vectorized scan, written once for vectors of WIDTH bytes and compiled by scan_sse.c and scan_avx2.c, which
 * define: WIDTH, TARGET (function attribute), lookup (pshufb in a table of 16 bytes), the names
 * TEXT, CLEAN and LIST, behind (the vector whose bytes stand one earlier, given the one before), and what a comparison
 * gives: flags, with equal, at_most, keep (0 where a flag is not set) and bits (the flags as bits, the first byte's
 * lowest). No include guard: it is a template.
 *
 * Folding in place of a table: Ѐ–Џ D0 80–8F → D1 90–9F, А–П D0 90–9F → D0 B0–BF, Р–Я D0 A0–AF → D1 80–8F; Ё D0 81 and
 * ё D1 91 → е D0 B5; A–Z + 20. Kazakh, Kyrgyz and old letters stand in pairs, the capital even: D1 A0–BF, D2 8A–BF, D3
 * 90–BF; they are folded where a block has one. All other letters with a case are rare and folded one by one.
 */

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
	vec d0, d1, yo_upper, yo_lower, yo_move, minus_one, old, first_special, latin_a, latin_z, latin_move, space,
		tab, c2, nbsp, half;
};

TARGET static inline void make_constants(struct constants *k)
{
	*k = (struct constants){ .d0 = all(0xD0),
				 .d1 = all(0xD1),
				 .yo_upper = all(0x81),
				 .yo_lower = all(0x91),
				 .yo_move = all(0x24),
				 .minus_one = all(0xFF),
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
	flags d0 = equal(v, k->d0), behind_d0 = equal(before, k->d0);
	flags yo = (equal(after, k->yo_upper) & d0) | (equal(after, k->yo_lower) & equal(v, k->d1));
	flags tail_yo = (equal(v, k->yo_upper) & behind_d0) | (equal(v, k->yo_lower) & equal(before, k->d1));
	vec moved = v + keep(at_most(v - k->latin_a, k->latin_z), k->latin_move);

	moved += keep(behind_d0, lookup(tail_moves, upper_half(k, v)));
	moved += keep(d0, lookup(lead_moves, upper_half(k, after)));
	return moved + keep(tail_yo, k->yo_move) + keep(yo, k->minus_one);
}

enum { AHEAD = 1024 /* bytes: each document is a new place for the processor's own foresight */ };

struct masks {
	uint64_t tails, letters, digits, spaces, latin, cyrillic;
	uint64_t special; /* lead bytes of letters whose case is not in fold_vector, and of some signs */
	uint64_t odd;     /* white space to be repaired, but for that of three bytes */
};

/* Returns the bytes that it looked at; last: those before. */
TARGET static inline vec scan_vector(const struct constants *k, const char *p, vec last, char *folded, unsigned shift,
				     struct masks *m)
{
	vec v = load(p), after = load(p + 1);
	vec class = lookup(by_upper, upper_half(k, v)) & lookup(by_lower, v & k->half);
	flags old = equal(v, k->d1) & at_most(k->old, after);

	*(vec_anywhere *)folded = fold_vector(k, behind(last, v), v, after);
	m->tails |= bits(class) << shift; /* the highest bit */
	m->letters |= bits_with(class, IS_LETTER) << shift;
	m->digits |= bits(class + class) << shift; /* the one below */
	m->latin |= bits_with(class, IS_LATIN) << shift;
	m->cyrillic |= bits_with(class, IS_CYRILLIC) << shift;
	m->spaces |= bits(at_most(v, k->space)) << shift;
	m->special |= bits((at_most(k->first_special, v) & ~(equal(v, k->d0) | equal(v, k->d1))) | old) << shift;
	m->odd |= bits(equal(v, k->tab) | (equal(v, k->c2) & equal(after, k->nbsp))) << shift;
	return v;
}

/* The letters in pairs of a block; returns their lead bytes. */
TARGET static uint64_t fold_pairs(struct span text, size_t at, char *folded)
{
	vec last = at > 0 ? load(text.p + at - WIDTH) : (vec){ 0 };
	uint64_t leads = 0;

	for (unsigned i = 0; i < 64; i += WIDTH) {
		const char *p = text.p + at + i;
		vec_anywhere *to = (vec_anywhere *)(folded + at + i);
		vec v = load(p), after = load(p + 1), before = behind(last, v);
		flags tails = (is(before, 0xD1) & from(v, 0xA0)) | (is(before, 0xD2) & from(v, 0x8A)) |
			      (is(before, 0xD3) & from(v, 0x90));

		*to += keep(tails, ~v & all(1));
		leads |= bits(is(v, 0xD1) | (is(v, 0xD2) & from(after, 0x8A)) | (is(v, 0xD3) & from(after, 0x90))) << i;
		last = v;
	}
	return leads;
}

/* A block with letters whose case is not in fold_vector, or behind one that ends with such a lead byte. */
TARGET static void fold_special(struct span text, size_t at, uint64_t special, struct scan_carry *carry, char *folded)
{
	uint64_t rare = special & ~fold_pairs(text, at, folded);

	if (carry->rare) /* the store of this block undid its last bytes */
		scan_fold_char(text, carry->rare_at, folded);
	carry->rare = false;
	for (; rare; rare &= rare - 1) {
		size_t lead = at + (size_t)__builtin_ctzll(rare);

		carry->odd |= scan_is_odd_space(text, lead);
		if (scan_is_plain_sign(text, lead))
			continue;
		scan_fold_char(text, lead, folded);
		carry->rare = lead >= at + 61; /* its last bytes may be in the next block */
		carry->rare_at = lead;
	}
	carry->pair = special >> 63;
}

/* As scan_vector. */
TARGET static inline vec scan_block(const struct constants *k, struct span text, size_t at, vec last,
				    struct scan_carry *carry, const struct scan_out *out)
{
	struct masks m = { 0 };
	uint64_t letters, mixed;

	__builtin_prefetch(text.p + at + AHEAD);
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

/*
 * Whole blocks of 64 bytes, each read one byte beyond; the rest by scan_tail, from a character boundary: when a block
 * ends inside a character, its last bytes are done again.
 */
TARGET bool TEXT(struct span text, const struct scan_out *out)
{
	struct scan_carry carry = { 0 };
	struct constants k;
	vec last = { 0 };
	size_t at = 0, lead;

	make_constants(&k);
	for (; at + 64 < text.n; at += 64)
		last = scan_block(&k, text, at, last, &carry, out);
	if (at > 0) {
		for (lead = at; lead > 0 && ((unsigned char)text.p[lead] & 0xC0) == 0x80;)
			lead--;
		scan_fold_char(text, lead, out->folded);
		while (at < text.n && ((unsigned char)text.p[at] & 0xC0) == 0x80)
			at++;
	}
	return scan_tail(text, at, carry, out);
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
