/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matcher finds what the naive oracle finds, on real and generated text; bad patterns and texts end with a note. */
#include "analyze-rules.h"

#include <dirent.h>
#include <fcntl.h>

#include "../bench/oracle.c"
#include "load.h"

static struct ruleset *built_in(void)
{
	struct err e = { 0 };
	struct ruleset *rs = ruleset_load(&(struct ruleset_source){ 0 }, &e);

	if (!rs)
		fail_msg("%s", e.text);
	return rs;
}

static void same_on(struct ruleset *rs, const char *text)
{
	struct matcher *m = matcher_new(rs);
	struct oracle *o = oracle_new(rs);
	struct doc d;

	doc_of(&d, text);
	assert_int_equal(oracle_differences(o, m, &d, stderr), 0);
	matcher_warm(m); /* as in a long text: PCRE2 is asked only where the sieve lets pass */
	assert_int_equal(oracle_differences(o, m, &d, stderr), 0);
	doc_free(&d);
	oracle_free(o);
	matcher_free(m);
}

/* All files of a folder that end so, as one text of at most max bytes. */
static char *texts_of(const char *folder, const char *ending, size_t max)
{
	DIR *dir = opendir(folder);
	struct buf all = { 0 };

	for (struct dirent *x; dir && all.n < max && (x = readdir(dir));) {
		char path[300];
		struct buf one = { 0 };
		int fd;

		if (!span_ends(span_of(x->d_name), span_of(ending)))
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, x->d_name);
		fd = open(path, O_RDONLY | O_CLOEXEC);
		if (fd >= 0 && buf_read_fd(&one, fd, max) == 0 && utf8_valid(buf_span(&one)))
			buf_add(&all, buf_span(&one));
		if (fd >= 0)
			close(fd);
		buf_free(&one);
	}
	if (dir)
		closedir(dir);
	return buf_take(&all);
}

static void the_oracle_agrees_on(const char *folder)
{
	struct ruleset *rs;
	char *text = texts_of(folder, ".txt", 120000);

	if (!*text) {
		printf("skip: no texts in %s\n", folder);
		free(text);
		return;
	}
	rs = built_in();
	same_on(rs, text);
	free(text);
	ruleset_free(rs);
}

static void the_oracle_agrees_on_the_corpus(void **state)
{
	(void)state;
	the_oracle_agrees_on("corpus/gold");
}

static void the_oracle_agrees_on_the_seeds(void **state)
{
	(void)state;
	the_oracle_agrees_on("../shared/seeds");
}

/* Words that rules look for, numbers, signs and noise, thrown together. */
static void the_oracle_agrees_on_generated_text(void **state)
{
	static const char *const pieces[] = {
		"до ",    "1 ",         "мая ",        "2022",        " г.",     "Конвенций ", "МОТ ",  "№",
		"87",     ", ",         "и ",          "не позднее ", "квартал", "IV ",        "тыс. ", "руб.",
		"%",      "процент",    "ежегодно ",   "с ",          "по ",     "–",          "-",     "«",
		"»",      "ЁЖ ",        "закон",       "от ",         "года ",   "дней",       "раза ", "в ",
		"январь", "12.05.2023", "(",           ") ",          "пять ",   "человек ",   "\n",    "C",
		"пл",     "ан ",        "convention ", "No. ",        "більше ",
	};
	struct ruleset *rs = built_in();
	struct buf text = { 0 };
	unsigned seed = 7;

	(void)state;
	while (text.n < 60000) {
		seed = seed * 1103515245 + 12345;
		buf_puts(&text, pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
	}
	same_on(rs, buf_str(&text));
	buf_free(&text);
	ruleset_free(rs);
}

static size_t notes_about_limits(const char *rules, const char *text)
{
	struct ruleset *rs = rules_of(rules, NULL);
	struct matcher *m = matcher_new(rs);
	struct doc d;
	size_t n = 0;

	doc_of(&d, text);
	d.source.path = SPAN("deep.txt");
	matcher_run(m, &d);
	for (size_t i = 0; i < d.n_notes; i++)
		if (span_is(d.notes[i].code, "limit")) {
			assert_true(span_find(d.notes[i].text, SPAN("rule deep "), 0) != SPAN_NONE);
			assert_true(span_find(d.notes[i].text, SPAN("deep.txt"), 0) != SPAN_NONE);
			n++;
		}
	doc_free(&d);
	matcher_free(m);
	ruleset_free(rs);
	return n;
}

enum { LONG_WORD = 120, SHORT_WORD = 30 /* letters: the sieve sees the end of the short one */ };

/* Notes of a pattern that backtracks for ever, on words of so many letters. */
static size_t notes_about_words(int letters)
{
	static const char rules[] =
		"rule deep\n\ttype date\n\ttrigger а\n\tpattern (?:(?:а+)+)+\\?\n\tyes \"x\"\n\tno \"y\"\n";
	struct buf text = { 0 };
	size_t n;

	for (int i = 0; i < 200; i++) {
		for (int k = 0; k < letters; k++)
			buf_puts(&text, "а");
		buf_puts(&text, "! ");
	}
	n = notes_about_limits(rules, buf_str(&text));
	buf_free(&text);
	return n;
}

static void a_limit_is_a_note_that_names_rule_and_document(void **state)
{
	(void)state;
	assert_int_equal(notes_about_words(LONG_WORD), 1);
}

static void a_limit_where_nothing_can_match_is_none(void **state)
{
	(void)state;
	assert_int_equal(notes_about_words(SHORT_WORD), 0);
}

static void ten_megabytes_in_one_line_and_a_hundred_thousand_digits_end(void **state)
{
	static const char rules[] =
		"rule deep\n\ttype date\n\ttrigger #\n\tpattern \\d+(?: \\d+)* руб\n\tyes \"x\"\n\tno \"y\"\n";
	struct buf text = { 0 };

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_putc(&text, '7');
	while (text.n < 10 << 20)
		buf_puts(&text, " слово и дело");
	assert_int_equal(notes_about_limits(rules, buf_str(&text)), 0);
	buf_free(&text);
}

static size_t items_of(struct ruleset *rs, const char *text)
{
	struct matcher *m = matcher_new(rs);
	struct doc d;
	size_t n;

	doc_of(&d, text);
	matcher_run(m, &d);
	n = d.n_items;
	doc_free(&d);
	matcher_free(m);
	return n;
}

/* Attempts of all rules on text repeated so often, in one document; SPAN_NONE: a limit was hit. */
static size_t attempts_on(struct ruleset *rs, const char *text, int times)
{
	struct matcher *m = matcher_new(rs);
	struct buf all = { 0 };
	struct doc d;
	size_t sum = 0;

	for (int i = 0; i < times; i++)
		buf_puts(&all, text);
	doc_of(&d, buf_str(&all));
	m->sieve_calls = ~0u;
	matcher_run(m, &d);
	for (size_t i = 0; i < rs->n_rules; i++)
		sum += matcher_count(m, i).tried;
	for (size_t i = 0; i < d.n_notes; i++)
		if (span_is(d.notes[i].code, "limit"))
			sum = SPAN_NONE;
	doc_free(&d);
	matcher_free(m);
	buf_free(&all);
	return sum;
}

static void work_grows_with_the_text_only(void **state)
{
	static const char *const texts[] = {
		"В 2021 году проведено 12 семинаров, до 1 мая 2022 г. охвачено 3 500 человек, 5–7 %. ",
		"12 345 678 90 1 2 3 4 5 6 7 8 9 10 11 12 ",
		"от от от от до до до не позднее не позднее с с с 1 1 1 ",
		"«« »» ( ( ( ) ) ) – – – № № № ",
		"январяфевралямарта2021годаапреля",
	};
	enum { TIMES = 400 };
	struct ruleset *rs = built_in();

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		size_t one = attempts_on(rs, texts[i], TIMES), two = attempts_on(rs, texts[i], 2 * TIMES);

		assert_true(one != SPAN_NONE && two != SPAN_NONE);
		assert_true(two <= 2 * one + one / 5 + TIMES);
	}
	ruleset_free(rs);
}

/* The cold matcher asks PCRE2, the warm one the sieve first: same items, same notes. */
static void a_matcher_finds_the_same_cold_and_warm(void **state)
{
	static const char text[] =
		"Принято 30 ноября 2022 г.: 12 тыс. руб., от 5 до 7 %, к 1 мая, на 2023–2025 годы, ІV з'їзд";
	struct ruleset *rs = built_in();
	struct matcher *m = matcher_new(rs);
	size_t found[2];

	(void)state;
	for (int warm = 0; warm < 2; warm++) {
		struct doc d;

		doc_of(&d, text);
		m->sieve_calls = warm ? ~0u : 0;
		matcher_run(m, &d);
		found[warm] = d.n_items;
		doc_free(&d);
	}
	assert_true(found[0] > 0);
	assert_int_equal(found[0], found[1]);
	matcher_free(m);
	ruleset_free(rs);
}

static struct ruleset *opened(const char *rules)
{
	struct err e = { 0 };
	struct ruleset *rs = ruleset_open_text("test.rules", span_of(rules), &e);

	assert_non_null(rs);
	return rs;
}

static void frozen_rules_work_as_compiled_ones_and_other_bytes_are_refused(void **state)
{
	static const char rules[] = "rule a\n\ttype date\n\tpattern план~ (?<g>года)\n\tvalue {g}\n\tunless-before "
				    "/не/\n\tyes \"x\"\n\tno \"y\"\n";
	static const char text[] = "план года, не планы года, планы года";
	struct ruleset *one = rules_of(rules, NULL), *other = opened(rules);
	struct buf frozen = { 0 };

	(void)state;
	ruleset_compile_all(one);
	assert_true(ruleset_freeze(one, &frozen));
	assert_false(ruleset_thaw(other, SPAN("0123456789012345678901234567890123456789")));
	assert_int_equal(items_of(other, text), 2);
	ruleset_free(other);
	other = opened(rules);
	assert_true(ruleset_thaw(other, buf_span(&frozen)));
	assert_int_equal(items_of(other, text), 2);
	ruleset_free(other);
	ruleset_free(one);
	buf_free(&frozen);
}

/* What the tables of a rule set let pass at each byte of a text is what sieves that are made on the way let pass. */
static void tables_judge_as_sieves_that_are_made_on_the_way(void **state)
{
	static const char rules[] =
		"%set unit\n\tруб~\n\tтыс.\n\tпроцент{а,ов}\n\t%\n"
		"rule a\n\ttype date\n\tpattern \\d{1,2}( \\d+)? %unit\n\tyes \"x\"\n\tno \"y\"\n"
		"rule b\n\ttype date\n\tpattern \\d+ (\\w+ ){0,3}тенге\n\tyes \"x\"\n\tno \"y\"\n"
		"rule c\n\ttype date\n\tcase\n\tpattern [А-Я]\\. ?[А-Я]\\w+\n\ttrigger Aa\n\tyes \"x\"\n\tno \"y\"\n"
		"rule d\n\ttype number\n\tpattern конвенци~ (№ )?(?<n>\\d+)\\b\n\tyes \"x\"\n\tno \"y\"\n";
	static const char text[] =
		"От 5 до 7 % и 12 тыс. руб. Конвенция № 87, А. Б. Ким дал 5 млн добрых старых тенге, 3 процентов; "
		"конвенции 29 и Я.В";
	struct ruleset *rs = rules_of(rules, NULL);
	struct matcher *made = matcher_new(rs), *frozen;
	struct buf tables = { 0 };
	struct view view = { 0 };

	(void)state;
	matcher_save_sieves(made, &tables);
	ruleset_take_sieves(rs, buf_span(&tables));
	frozen = matcher_new(rs);
	view_make(&view, span_of(text));
	assert_true(frozen->n_sieves > 0 && frozen->sieves[0].table);
	for (size_t at = 0; at < view.folded.n; at++) {
		frozen->view = made->view = view;
		frozen->here.end = made->here.end = view.folded.n;
		for (size_t i = 0; i < rs->n_rules; i++)
			assert_int_equal(matcher_sieve_passes(made, &made->state[i], at),
					 matcher_sieve_passes(frozen, &frozen->state[i], at));
	}
	made->view = frozen->view = (struct view){ 0 };
	view_free(&view);
	matcher_free(frozen);
	matcher_free(made);
	ruleset_free(rs);
	buf_free(&tables);
}

/* As programs use it: with the stamp that lies beside them, where there is one. */
static void what_programs_start_with_agrees_with_the_oracle_too(void **state)
{
	static const char text[] = "Принято 30 ноября 2022 г. в Москве: «План» № 5, 12 тыс. руб., от 5 до 7 % к 1 мая";
	struct err e = { 0 };
	struct ruleset *rs = rules_load_trusted(&(struct ruleset_source){ 0 }, &e);

	(void)state;
	assert_non_null(rs);
	same_on(rs, text);
	same_on(rs, "Семинар 14-15.10.2018, ст. 12; сто 5 млн тенге и 17,5 % от оклада до конца 2030 года");
	ruleset_free(rs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_oracle_agrees_on_the_corpus),
		cmocka_unit_test(the_oracle_agrees_on_the_seeds),
		cmocka_unit_test(the_oracle_agrees_on_generated_text),
		cmocka_unit_test(a_limit_is_a_note_that_names_rule_and_document),
		cmocka_unit_test(a_limit_where_nothing_can_match_is_none),
		cmocka_unit_test(work_grows_with_the_text_only),
		cmocka_unit_test(a_matcher_finds_the_same_cold_and_warm),
		cmocka_unit_test(ten_megabytes_in_one_line_and_a_hundred_thousand_digits_end),
		cmocka_unit_test(frozen_rules_work_as_compiled_ones_and_other_bytes_are_refused),
		cmocka_unit_test(tables_judge_as_sieves_that_are_made_on_the_way),
		cmocka_unit_test(what_programs_start_with_agrees_with_the_oracle_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
