/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes with figures and names in them are said in the language of the session. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "i18n.h"
#include "notes.h"

static void expect_said(const char *note, const char *wanted)
{
	struct buf said = { 0 };

	notes_say(span_of(note), &said);
	assert_string_equal(buf_str(&said), wanted);
	buf_free(&said);
}

static void figures_and_names_are_carried_over(void **state)
{
	(void)state;
	expect_said("read as KOI8-R. --charset NAME overrides",
		    "прочитан как KOI8-R. Другую кодировку задаёт --charset ИМЯ");
	expect_said("3 of 12 pages without usable text were recognized with tesseract (rus+kaz), quality 93 %",
		    "страниц без пригодного текста: 3 из 12, распознаны tesseract (rus+kaz), качество 93 %");
	expect_said("an empty file", "пустой файл");
}

static void a_reason_within_a_note_is_said_too(void **state)
{
	(void)state;
	expect_said("chapter 3: damaged XML, line 7: Extra content", "глава 3: XML повреждён, строка 7: Extra content");
	expect_said("word/notes.xml: it is missing", "word/notes.xml: отсутствует");
}

static void what_nobody_knows_stays_as_it_is(void **state)
{
	(void)state;
	expect_said("", "");
	expect_said("a remark of another program", "a remark of another program");
	expect_said("read as KOI8-R", "read as KOI8-R");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_and_names_are_carried_over),
		cmocka_unit_test(a_reason_within_a_note_is_said_too),
		cmocka_unit_test(what_nobody_knows_stays_as_it_is),
	};

	i18n_start(1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
