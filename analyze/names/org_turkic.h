/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_TURKIC_H
#define SVOD_ORG_TURKIC_H

#include "org_scan.h"

/* Can token i not stand inside a name: where or to what something is done, or a small word? */
bool org_turkic_stop(const struct org_scan *s, size_t i);

/* Is token i a comma in the list of a ministry's spheres? head: its noun. */
bool org_turkic_list(const struct org_scan *s, size_t head, size_t i);

/* Федерациянын, кеңесінің: does the folded word say whose something is? */
bool org_turkic_genitive(struct span word);

/* Шарттың бөлімі, Программанын бөлүмү: is the noun a part of a paper? */
bool org_turkic_part_of_paper(const struct org_scan *s, size_t head);

/* жалақы қорының 0,5 пайызы, эмгек акы фонду: is it what is paid out as wages? */
bool org_turkic_wage_fund(const struct org_scan *s, size_t head);

/* Пленумда, ЖЧКда: has the folded word the ending of where something is? */
bool org_turkic_locative(struct span word);

/* The quote that opens what is closed at token close, over quotes inside of it; close: it opens nowhere. */
size_t org_turkic_quote_open(const struct org_scan *s, size_t close);

/* комитеттери, бірлестіктері: the plural of what belongs to somebody, as a subject */
bool org_turkic_many(struct span word);

/* Has the folded word an ending of the plural? */
bool org_turkic_plural(struct span word);

/* мәселесін, аткарылышын: what something is done with, which stands in no name */
bool org_turkic_object(struct span word);

/* комитеттерине, бірлестіктерінің: the plural of what belongs to somebody, in any case */
bool org_turkic_theirs(struct span word);

/* реттеу, коргоо: what is done with an object, which a name may have before it (еңбек қатынастарын реттеу) */
bool org_turkic_doing(struct span word);

/* Борбордук комитет → Борбордук комитети: an organ behind the genitive of the body that has it, in the arena. */
struct span org_turkic_possessive(struct arena *a, struct span name, bool kazakh);

/* What the endings of a Kazakh or Kyrgyz word follow: its last letter and its last vowel. */
struct turkic_harmony {
	struct span last, vowel;
	size_t kind; /* 0 back, 1 front; in Kyrgyz 2 back and 3 front where the vowel is rounded */
};

/* False: the word has no vowel. */
bool org_turkic_harmony(struct span word, bool kazakh, struct turkic_harmony *h);

#endif
