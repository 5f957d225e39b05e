/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The vectorized scan, written once for vectors of WIDTH bytes and compiled by scan_sse.c and scan_avx2.c, which
 * define: WIDTH, TARGET (function attribute), bits (movemask), lookup (pshufb in each 16 bytes), and the names TEXT and
 * CLEAN. No include guard: it is a template.
 *
 * Folding in place of a table: Ѐ–Џ D0 80–8F → D1 90–9F, А–П D0 90–9F → D0 B0–BF, Р–Я D0 A0–AF → D1 80–8F; Ё D0 81 and
 * ё D1 91 → е D0 B5; A–Z + 20. All other letters with a case are rare in our texts and folded one by one.
 */
typedef uint8_t vec __attribute__((vector_size(WIDTH)));
typedef uint8_t vec_anywhere __attribute__((vector_size(WIDTH), aligned(1), may_alias));

TARGET static inline vec load(const char *p)
{
	return *(const vec_anywhere *)p;
}

TARGET static inline vec all(uint8_t b)
{
	return b - (vec){ 0 };
}

TARGET static inline vec between(vec v, uint8_t lo, uint8_t hi)
{
	return (vec)(v - all(lo) <= all((uint8_t)(hi - lo)));
}

TARGET static inline vec is(vec v, uint8_t b)
{
	return (vec)(v == all(b));
}

TARGET static inline vec fold_vector(vec before, vec v, vec after)
{
	vec d0 = is(v, 0xD0), behind_d0 = is(before, 0xD0);
	vec upper_yo = is(after, 0x81) & d0, lower_yo = is(after, 0x91) & is(v, 0xD1);
	vec tail_yo = (is(v, 0x81) & behind_d0) | (is(v, 0x91) & is(before, 0xD1));
	vec delta = between(v, 'A', 'Z') & all(0x20);

	delta += lookup_tail(v) & behind_d0;
	delta += tail_yo & all(0x24);
	delta += lookup_lead(after) & d0;
	delta -= (upper_yo | lower_yo) & all(1);
	return v + delta;
}

/* Lead bytes of letters whose case is not in fold_vector. E2 80 begins dashes and quotes. */
TARGET static inline vec rare_leads(vec v, vec after)
{
	vec plain = is(v, 0xE2) & is(after, 0x80);
	vec old = is(v, 0xD1) & between(after, 0xA0, 0xBF);

	return (between(v, 0xC3, 0xCF) | (between(v, 0xD2, 0xF4) & ~plain)) | old;
}

struct masks {
	uint64_t tails, letters, digits, spaces, rare;
};

TARGET static inline void scan_vector(const char *p, vec before, char *folded, unsigned shift, struct masks *m)
{
	vec v = load(p), after = load(p + 1);
	vec letters = between(v | all(0x20), 'a', 'z') | (between(v, 0xC3, 0xED) & ~is(v, 0xE2));

	*(vec_anywhere *)folded = fold_vector(before, v, after);
	m->tails |= bits(between(v, 0x80, 0xBF)) << shift;
	m->letters |= bits(letters) << shift;
	m->digits |= bits(between(v, '0', '9')) << shift;
	m->spaces |= bits(between(v, 0, ' ')) << shift;
	m->rare |= bits(rare_leads(v, after)) << shift;
}

/* The byte before the text counts as 0. */
TARGET static inline vec load_before(const char *text, size_t at)
{
	char start[WIDTH] = { 0 };

	if (at > 0)
		return load(text + at - 1);
	memcpy(start + 1, text, WIDTH - 1);
	return load(start);
}

/* A rare letter across the edge of a block: the store of the second block undid its last bytes. */
static inline void refold_across(struct span text, size_t at, char *folded)
{
	size_t lead = at;

	while (lead > 0 && ((unsigned char)text.p[lead] & 0xC0) == 0x80)
		lead--;
	scan_fold_char(text, lead, folded);
}

TARGET static inline void scan_block(struct span text, size_t at, struct scan_carry *carry, const struct scan_out *out)
{
	struct masks m = { 0 };
	uint64_t letters, others;

	for (unsigned i = 0; i < 64; i += WIDTH)
		scan_vector(text.p + at + i, load_before(text.p, at + i), out->folded + at + i, i, &m);
	letters = m.letters; /* and the tails that belong to letters */
	letters |= (letters << 1 | carry->letter) & m.tails;
	letters |= letters << 1 & m.tails;
	letters |= letters << 1 & m.tails;
	others = ~(m.tails | m.letters | m.digits | m.spaces);
	out->words[at / 64] = m.letters & ~(letters << 1 | carry->letter);
	out->digits[at / 64] = m.digits & ~(m.digits << 1 | carry->digit);
	out->signs[at / 64] = others;
	carry->letter = letters >> 63;
	carry->digit = m.digits >> 63;
	if (at > 0 && (m.tails & 1) && (unsigned char)text.p[at - 1] != 0xD0)
		refold_across(text, at, out->folded);
	for (; m.rare; m.rare &= m.rare - 1)
		scan_fold_char(text, at + (size_t)__builtin_ctzll(m.rare), out->folded);
}

/*
 * Whole blocks of 64 bytes, each read one byte beyond; the rest by scan_tail, from a character boundary: when a block
 * ends inside a character, its last bytes are done again.
 */
TARGET void TEXT(struct span text, const struct scan_out *out)
{
	struct scan_carry carry = { 0 };
	size_t at = 0;

	for (; at + 64 < text.n; at += 64)
		scan_block(text, at, &carry, out);
	if (at > 0) {
		refold_across(text, at, out->folded);
		while (at < text.n && ((unsigned char)text.p[at] & 0xC0) == 0x80)
			at++;
	}
	scan_tail(text, at, carry, out);
}

TARGET size_t CLEAN(struct span text, size_t at)
{
	for (; at + WIDTH + 2 < text.n; at += WIDTH) {
		vec v = load(text.p + at), next = load(text.p + at + 1), third = load(text.p + at + 2);
		vec latin = between(v | all(0x20), 'a', 'z'), latin_third = between(third | all(0x20), 'a', 'z');
		vec bad = (latin & between(next, 0xD0, 0xD4)) | (between(v, 0xD0, 0xD4) & latin_third) | is(v, '\t');

		bad |= is(v, 0xC2) & is(next, 0xA0);
		bad |= is(v, 0xE2) & is(next, 0x80) & (between(third, 0x80, 0x8A) | is(third, 0xAF));
		bad |= is(v, 0xE2) & is(next, 0x81) & is(third, 0x9F);
		bad |= is(v, 0xE3) & is(next, 0x80) & is(third, 0x80);
		if (bits(bad))
			break;
	}
	return at;
}
