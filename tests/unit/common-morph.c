/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and their forms; what needs the dictionary is skipped, with the reason, where the set-up could not fetch it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

#include "morph.h"
#include "morph_tags.h"

static struct morph *open_dictionary(void)
{
	struct err e = { 0 };
	struct morph *m = morph_open(NULL, &e);

	if (!m)
		fail_msg("%s", e.text);
	if (morph_has_dictionary(m))
		return m;
	printf("skipped: the Russian dictionary is not there (make setup fetches it)\n");
	morph_close(m);
	skip();
	return NULL;
}

static const char *lemmas_of(const struct morph *m, const char *word, struct buf *out)
{
	buf_reset(out);
	morph_lemmas(m, span_of(word), out);
	return buf_str(out);
}

static void every_form_has_its_lemmas(void **state)
{
	static const struct {
		const char *word, *lemmas;
	} known[] = {
		{ "профсоюзов", "профсоюз\n" },
		{ "ратифицированных", "ратифицировать\n" },
		{ "стали", "стать\nсталь\n" },
		{ "елка", "елка\n" },
		{ "трех", "три\n" },
		{ "социально-экономических", "социально-экономический\n" },
		{ "нефтеперерабатывающими", "нефтеперерабатывающий\n" },
		{ "дистанционке", "дистанционка\n" },
		{ "ilo", "" },
		{ "190", "" },
	};
	struct morph *m = open_dictionary();
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		assert_string_equal(lemmas_of(m, known[i].word, &out), known[i].lemmas);
	buf_free(&out);
	morph_close(m);
}

static void a_form_is_put_into_the_nominative(void **state)
{
	static const struct {
		const char *word, *form;
		unsigned pos, want;
	} known[] = {
		{ "федерации", "федерация", M_NOUN, M_NOM | M_SING },
		{ "всеобщей", "всеобщая", M_ADJ, M_NOM | M_SING | M_FEM },
		{ "алтайской", "алтайская", M_ADJ, M_NOM | M_SING | M_FEM },
		{ "шелобановой", "шелобанова", M_NOUN | M_FEM, M_NOM | M_SING },
		{ "федерации", "федерациям", M_NOUN, M_DAT | M_PLUR },
		{ "отраслевым", "отраслевой", M_ADJ, M_NOM | M_SING | M_MASC },
		{ "объединенных", "объединенная", M_ADJ, M_NOM | M_SING | M_FEM },
	};
	struct morph *m = open_dictionary();
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		struct morph_parse p[MORPH_MAX];
		struct span word = span_of(known[i].word);
		size_t n = morph_parses(m, word, p), k = 0;

		while (k < n && (p[k].tags & known[i].pos) != known[i].pos)
			k++;
		assert_true(k < n);
		buf_reset(&out);
		assert_true(morph_inflect(m, word, &p[k], known[i].want, &out));
		assert_string_equal(buf_str(&out), known[i].form);
	}
	buf_free(&out);
	morph_close(m);
}

static void a_form_that_does_not_exist_is_refused(void **state)
{
	struct morph *m = open_dictionary();
	struct morph_parse p[MORPH_MAX];
	struct buf out = { 0 };

	(void)state;
	assert_true(morph_parses(m, SPAN("съезда"), p) > 0);
	assert_false(morph_inflect(m, SPAN("съезда"), &p[0], M_INF, &out));
	assert_int_equal(out.n, 0);
	morph_close(m);
}

static void an_unknown_word_is_parsed_by_its_ending(void **state)
{
	struct morph *m = open_dictionary();
	struct morph_parse p[MORPH_MAX];

	(void)state;
	assert_true(morph_parses(m, SPAN("кракозябровское"), p) > 0);
	assert_true(p[0].tags & M_PREDICTED);
	assert_true(p[0].tags & M_ADJ);
	assert_int_equal(morph_parses(m, SPAN("кц"), p), 0);
	morph_close(m);
}

static void odd_words_do_no_harm(void **state)
{
	static const char *const odd[] = { "",       "-", "ж-",   "-ж",   "ееееееееееееееееееееееееееееееееееееееееее",
					   "қызмет", "е", "\xd0", "пере", "не" };
	struct morph *m = open_dictionary();
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
		morph_lemmas(m, span_of(odd[i]), &out);
	buf_free(&out);
	morph_close(m);
}

static void without_a_dictionary_there_are_stems(void **state)
{
	struct err e = { 0 };
	struct buf out = { 0 };
	struct morph *m;

	(void)state;
	m = morph_open("", &e);
	assert_non_null(m);
	assert_false(morph_has_dictionary(m));
	assert_string_equal(lemmas_of(m, "профсоюзами", &out), "профсоюз\n");
	assert_int_equal(morph_hash(m), 0);
	buf_free(&out);
	morph_close(m);
}

static void a_broken_dictionary_is_refused(void **state)
{
	char folder[] = "/tmp/svod-morph-XXXXXX", path[64];
	struct err e = { 0 };
	FILE *f;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/words.dawg", folder);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs("\xff\xff\xff\x7fshort", f);
	fclose(f);
	assert_null(morph_open(folder, &e));
	assert_int_equal(e.code, 78);
	unlink(path);
	rmdir(folder);
}

static void grammemes_become_bits(void **state)
{
	struct morph_tags t = morph_tags_parse(SPAN("NOUN,anim,femn,Sgtm,Surn sing,datv"));

	(void)state;
	assert_int_equal(t.tags, M_NOUN | M_ANIM | M_FEM | M_SURN | M_SING | M_DAT);
	assert_false(t.closed);
	assert_true(morph_tags_parse(SPAN("PREP")).closed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_has_its_lemmas),
		cmocka_unit_test(a_form_is_put_into_the_nominative),
		cmocka_unit_test(a_form_that_does_not_exist_is_refused),
		cmocka_unit_test(an_unknown_word_is_parsed_by_its_ending),
		cmocka_unit_test(odd_words_do_no_harm),
		cmocka_unit_test(without_a_dictionary_there_are_stems),
		cmocka_unit_test(a_broken_dictionary_is_refused),
		cmocka_unit_test(grammemes_become_bits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
