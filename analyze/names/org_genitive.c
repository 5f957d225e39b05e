/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short names of bodies inside other names: Совет Профсоюза, Рада Профспілки. */
#include "org_genitive.h"

#include "org_turkic.h"

#include "utf8.h"

void org_genitive_word(const struct morph *m, struct span word, unsigned gender, struct buf *out)
{
	struct morph_parse p[MORPH_MAX];
	char folded[128];
	struct span f = { folded, word.n };
	struct buf form = { 0 };
	size_t n = 0, same = 0;

	if (word.n < sizeof folded) {
		utf8_fold(word, folded);
		n = morph_parses(m, f, p);
	}
	for (size_t i = 0; i < n && !form.n; i++)
		if (p[i].tags & M_NOM && p[i].tags & M_SING && p[i].tags & (M_NOUN | M_ADJ))
			morph_inflect(m, f, &p[i], M_GEN | M_SING | (p[i].tags & M_ADJ ? gender : 0), &form);
	while (same < form.n && same < word.n && form.p[same] == folded[same])
		same++;
	while (same > 0 && same < form.n && ((unsigned char)form.p[same] & 0xc0) == 0x80)
		same--;
	buf_add(out, form.n ? span_sub(word, 0, same) : word);
	buf_add(out, span_sub(buf_span(&form), same, form.n));
	buf_free(&form);
}

struct span org_genitive_slavic(struct arena *a, struct span name)
{
	static const struct {
		const char *from, *to;
	} endings[] = { { "ка", "ки" },   { "ія", "ії" }, { "ыя", "ыі" }, { "да", "ди" }, { "ння", "ння" },
			{ "нне", "ння" }, { "з", "за" },  { "т", "ту" },  { "с", "су" } };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		struct span from = span_of(endings[i].from);

		if (span_ends(name, from))
			return arena_printf(a, "%.*s%s", SPAN_ARG(span_sub(name, 0, name.n - from.n)), endings[i].to);
	}
	return (struct span){ 0 };
}

/* The last vowel and the last letter decide: Кәсіподақтың, Федерацияның, Кеңештин. */
struct span org_genitive_turkic(struct arena *a, struct span name, bool kazakh)
{
	static const struct {
		const char *letters;
		const char *kk[2], *ky[4]; /* behind back and front vowels; in Kyrgyz rounded ones as well */
	} rows[] = {
		{ "қкпстфхцчшщбвгд", { "тың", "тің" }, { "тын", "тин", "тун", "түн" } },
		{ "мнң", { "ның", "нің" }, { "дын", "дин", "дун", "дүн" } },
		{ "аәеиоөуүұыіэюя", { "ның", "нің" }, { "нын", "нин", "нун", "нүн" } },
		{ "рлйзжь", { "дың", "дің" }, { "дын", "дин", "дун", "дүн" } },
	};
	struct turkic_harmony h;

	if (!org_turkic_harmony(name, kazakh, &h))
		return (struct span){ 0 };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (span_find(span_of(rows[i].letters), h.last, 0) != SPAN_NONE)
			return arena_printf(a, "%.*s%s", SPAN_ARG(name),
					    kazakh ? rows[i].kk[h.kind] : rows[i].ky[h.kind]);
	return (struct span){ 0 };
}
