/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grammemes by name, so that the dictionary's strings are read once and compared as bits ever after. */
#include "morph_tags.h"

#include <endian.h>
#include <stdint.h>

#include "bisect.h"
#include "morph.h"

enum {
	O_PAST = 1 << 0,
	O_PRESENT = 1 << 1,
	O_FUTURE = 1 << 2,
	O_ACTIVE = 1 << 3,
	O_PASSIVE = 1 << 4,
	O_SUPERLATIVE = 1 << 5,
	O_COMPARATIVE = 1 << 6,
	O_GERUND = 1 << 7,
	O_IMPERATIVE = 1 << 8,
	O_PARTICIPLE = 1 << 9,
	O_VARIANT = 1 << 10, /* профсоюзною, Лукаем: a form that one reads but does not write */
	O_CLOSED = 1 << 11,
};

enum { NAME_BYTES = 4 };

/* In the order of their names. */
static const struct grammeme {
	char name[NAME_BYTES + 1];
	unsigned tags, other;
} grammemes[] = {
	{ "ADJF", M_ADJ, 0 },
	{ "ADJS", M_ADJ_SHORT, 0 },
	{ "ADVB", M_ADV, 0 },
	{ "Apro", M_PRON, O_CLOSED },
	{ "Arch", 0, O_VARIANT },
	{ "COMP", 0, O_COMPARATIVE },
	{ "CONJ", M_CONJ, O_CLOSED },
	{ "Cmp2", 0, O_VARIANT },
	{ "Dist", 0, O_VARIANT },
	{ "Erro", 0, O_VARIANT },
	{ "Fixd", M_FIXED, 0 },
	{ "GRND", 0, O_GERUND },
	{ "Geox", M_GEOX, 0 },
	{ "INFN", M_INF, 0 },
	{ "INTJ", 0, O_CLOSED },
	{ "NOUN", M_NOUN, 0 },
	{ "NPRO", M_PRON, O_CLOSED },
	{ "NUMR", M_NUMR, O_CLOSED },
	{ "Name", M_NAME, 0 },
	{ "PRCL", 0, O_CLOSED },
	{ "PRED", 0, O_CLOSED },
	{ "PREP", M_PREP, O_CLOSED },
	{ "PRTF", M_ADJ | M_PARTICIPLE, O_PARTICIPLE },
	{ "PRTS", M_ADJ_SHORT | M_PARTICIPLE, O_PARTICIPLE },
	{ "Patr", M_PATR, 0 },
	{ "Supr", 0, O_SUPERLATIVE },
	{ "Surn", M_SURN, 0 },
	{ "V-be", 0, O_VARIANT },
	{ "V-bi", 0, O_VARIANT },
	{ "V-ej", 0, O_VARIANT },
	{ "V-en", 0, O_VARIANT },
	{ "V-ey", 0, O_VARIANT },
	{ "V-ie", 0, O_VARIANT },
	{ "V-oy", 0, O_VARIANT },
	{ "V-sh", 0, O_VARIANT },
	{ "VERB", M_VERB, 0 },
	{ "ablt", M_INS, 0 },
	{ "acc2", M_ACC, O_VARIANT },
	{ "accs", M_ACC, 0 },
	{ "actv", 0, O_ACTIVE },
	{ "anim", M_ANIM, 0 },
	{ "datv", M_DAT, 0 },
	{ "femn", M_FEM, 0 },
	{ "futr", 0, O_FUTURE },
	{ "gen2", M_GEN, O_VARIANT },
	{ "gent", M_GEN, 0 },
	{ "impr", 0, O_IMPERATIVE },
	{ "inan", M_INAN, 0 },
	{ "loc2", M_LOC, O_VARIANT },
	{ "loct", M_LOC, 0 },
	{ "masc", M_MASC, 0 },
	{ "neut", M_NEUT, 0 },
	{ "nomn", M_NOM, 0 },
	{ "past", 0, O_PAST },
	{ "plur", M_PLUR, 0 },
	{ "pres", 0, O_PRESENT },
	{ "pssv", 0, O_PASSIVE },
	{ "sing", M_SING, 0 },
};

/* Its bytes as a number that sorts as they do. */
static uint32_t key_of(const char *name)
{
	uint32_t x;

	memcpy(&x, name, NAME_BYTES);
	return be32toh(x);
}

static void add_grammeme(struct morph_tags *t, struct span name)
{
	enum { N = sizeof grammemes / sizeof *grammemes };
	uint32_t key = name.n == NAME_BYTES ? key_of(name.p) : 0;
	size_t i;

	BISECT(i, N, key_of(grammemes[i].name) < key);
	if (i == N || key_of(grammemes[i].name) != key)
		return;
	t->tags |= grammemes[i].tags;
	t->other |= grammemes[i].other & ~(unsigned)O_CLOSED;
	t->closed |= (grammemes[i].other & O_CLOSED) != 0;
}

struct morph_tags morph_tags_parse(struct span text)
{
	struct morph_tags t = { 0 };

	while (text.p) {
		struct span part = span_cut(&text, ' ');

		while (part.p)
			add_grammeme(&t, span_cut(&part, ','));
	}
	return t;
}

bool morph_tags_kin(const struct morph_tags *to, const struct morph_tags *from)
{
	return to->other == (from->other & ~(unsigned)O_VARIANT);
}
