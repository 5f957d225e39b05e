/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grammemes by name, so that the dictionary's strings are read once and compared as bits ever after. */
#include "morph_tags.h"

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

static const struct grammeme {
	char name[NAME_BYTES + 1];
	unsigned tags, other;
} grammemes[] = {
	{ "NOUN", M_NOUN, 0 },
	{ "ADJF", M_ADJ, 0 },
	{ "ADJS", M_ADJ_SHORT, 0 },
	{ "PRTF", M_ADJ | M_PARTICIPLE, O_PARTICIPLE },
	{ "PRTS", M_ADJ_SHORT | M_PARTICIPLE, O_PARTICIPLE },
	{ "COMP", 0, O_COMPARATIVE },
	{ "Cmp2", 0, O_VARIANT },
	{ "VERB", M_VERB, 0 },
	{ "INFN", M_INF, 0 },
	{ "GRND", 0, O_GERUND },
	{ "ADVB", M_ADV, 0 },
	{ "PREP", M_PREP, O_CLOSED },
	{ "CONJ", M_CONJ, O_CLOSED },
	{ "PRCL", 0, O_CLOSED },
	{ "INTJ", 0, O_CLOSED },
	{ "PRED", 0, O_CLOSED },
	{ "NUMR", M_NUMR, O_CLOSED },
	{ "NPRO", M_PRON, O_CLOSED },
	{ "Apro", M_PRON, O_CLOSED },
	{ "nomn", M_NOM, 0 },
	{ "gent", M_GEN, 0 },
	{ "gen2", M_GEN, O_VARIANT },
	{ "datv", M_DAT, 0 },
	{ "accs", M_ACC, 0 },
	{ "acc2", M_ACC, O_VARIANT },
	{ "ablt", M_INS, 0 },
	{ "loct", M_LOC, 0 },
	{ "loc2", M_LOC, O_VARIANT },
	{ "sing", M_SING, 0 },
	{ "plur", M_PLUR, 0 },
	{ "masc", M_MASC, 0 },
	{ "femn", M_FEM, 0 },
	{ "neut", M_NEUT, 0 },
	{ "anim", M_ANIM, 0 },
	{ "inan", M_INAN, 0 },
	{ "Name", M_NAME, 0 },
	{ "Surn", M_SURN, 0 },
	{ "Patr", M_PATR, 0 },
	{ "Geox", M_GEOX, 0 },
	{ "Fixd", M_FIXED, 0 },
	{ "past", 0, O_PAST },
	{ "pres", 0, O_PRESENT },
	{ "futr", 0, O_FUTURE },
	{ "actv", 0, O_ACTIVE },
	{ "pssv", 0, O_PASSIVE },
	{ "Supr", 0, O_SUPERLATIVE },
	{ "impr", 0, O_IMPERATIVE },
	{ "V-oy", 0, O_VARIANT },
	{ "V-ey", 0, O_VARIANT },
	{ "V-ie", 0, O_VARIANT },
	{ "V-be", 0, O_VARIANT },
	{ "V-ej", 0, O_VARIANT },
	{ "V-bi", 0, O_VARIANT },
	{ "V-en", 0, O_VARIANT },
	{ "V-sh", 0, O_VARIANT },
	{ "Arch", 0, O_VARIANT },
	{ "Erro", 0, O_VARIANT },
	{ "Dist", 0, O_VARIANT },
};

static void add_grammeme(struct morph_tags *t, struct span name)
{
	if (name.n != NAME_BYTES)
		return;
	for (size_t i = 0; i < sizeof grammemes / sizeof *grammemes; i++) {
		if (grammemes[i].name[0] != name.p[0] || memcmp(name.p, grammemes[i].name, NAME_BYTES) != 0)
			continue;
		t->tags |= grammemes[i].tags;
		t->other |= grammemes[i].other & ~(unsigned)O_CLOSED;
		t->closed |= (grammemes[i].other & O_CLOSED) != 0;
		return;
	}
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
