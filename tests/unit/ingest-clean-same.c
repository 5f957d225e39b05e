/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saying one thing two ways must come to the same, and what svod-clean promises must hold for any cut of a document. */
#include "ingest-clean.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "clean-frame.h"

static const char sample[] =
	"Приложение 1\nк решению Совета\nот 14.02.2031 г. № 7\n\nПЛАН\nработы профсоюза пекарей\n\n"
	"Совет считает, что в 2030-\n2031 годах союз работал хорошо:  число членов выросло,\nёлки розданы всем детям, "
	"а "
	"задол-\nженность погашена.\nВ г. Бресте работа\xC2\xA0не велась.\n\n1. Охрана труда\nКомитет ведет надзор.\n"
	"2. Оплата\nСтавки растут: \n- у пекарей;\n\xEF\x82\xB7 у "
	"кондитеров.\n\n\tМероприятие\n\tСрок\n\tИсполнитель\n\n"
	"\tУчить актив\n\tмай 2031 г.\n\t\n\n\tИздать памятку\n\t\n\tСовет\n\nПредседатель\nА.Б. Ковалев\n";

static void clean_as(struct doc *d, const char *source, struct buf *out)
{
	struct clean *c = clean_new();

	make_doc(d, "txt", source);
	clean_doc(c, d);
	show(d, out);
	clean_free(c);
}

static void expect_same(const char *a, const char *b)
{
	struct doc d = { 0 }, e = { 0 };
	struct buf x = { 0 }, y = { 0 };

	clean_as(&d, a, &x);
	clean_as(&e, b, &y);
	assert_string_equal(buf_str(&x), buf_str(&y));
	buf_free(&x);
	buf_free(&y);
	doc_free(&d);
	doc_free(&e);
}

static void decomposed_text_gives_the_same(void **state)
{
	UErrorCode status = U_ZERO_ERROR;
	static UChar from[4096], to[4096];
	static char nfd[8192];
	int32_t n = 0;

	(void)state;
	u_strFromUTF8(from, 4096, &n, sample, -1, &status);
	n = unorm2_normalize(unorm2_getNFDInstance(&status), from, n, to, 4096, &status);
	u_strToUTF8(nfd, sizeof nfd, NULL, to, n, &status);
	assert_true(U_SUCCESS(status));
	assert_string_not_equal(nfd, sample);
	expect_same(sample, nfd);
}

static void line_ends_of_other_systems_give_the_same(void **state)
{
	struct buf crlf = { 0 };

	(void)state;
	for (const char *p = sample; *p; p++) {
		if (*p == '\n')
			buf_putc(&crlf, '\r');
		buf_putc(&crlf, *p);
	}
	expect_same(sample, buf_str(&crlf));
	buf_free(&crlf);
}

static void cleaning_twice_is_cleaning_once(void **state)
{
	struct clean *c = clean_new();
	struct doc d = { 0 };
	struct buf once = { 0 }, twice = { 0 };

	(void)state;
	make_doc(&d, "txt", sample);
	clean_doc(c, &d);
	doc_write(&d, &once);
	clean_doc(c, &d);
	doc_write(&d, &twice);
	assert_string_equal(buf_str(&once), buf_str(&twice));
	buf_free(&once);
	buf_free(&twice);
	doc_free(&d);
	clean_free(c);
}

static void each_pass_has_nothing_left_to_do(void **state)
{
	struct clean *c = clean_new();
	struct doc d = { 0 };
	struct buf once = { 0 }, twice = { 0 };

	(void)state;
	make_doc(&d, "docx",
		 "Сове\xC2\xADт  решил:\x1e"
		 "1.  Утвердить **план**\xC2\xA0работ;\x1e"
		 "2. П Р И Н Я Т Ь\tсмету.");
	clean_doc(c, &d);
	show(&d, &once);
	for (const struct clean_pass *p = clean_passes; p->name; p++)
		clean_doc_pass(c, &d, p->name);
	show(&d, &twice);
	assert_string_equal(buf_str(&once), buf_str(&twice));
	buf_free(&once);
	buf_free(&twice);
	doc_free(&d);
	clean_free(c);
}

static void the_frame_holds_for_any_cut_of_a_document(void **state)
{
	static const char *const formats[] = { "txt", "docx", "pdf" };
	struct clean *c = clean_new();
	struct doc d = { 0 };

	(void)state;
	for (size_t cut = 0; cut < sizeof sample; cut += 3) {
		struct span s = utf8_whole(span_make(sample, cut));
		char *copy = mem_dup(s);
		const char *problem;

		if (cut % 2)
			for (char *p = copy; (p = strstr(p, "\n\n")); p++)
				p[0] = '\x1e', p[1] = ' ';
		make_doc(&d, formats[cut % 3], copy);
		clean_doc(c, &d);
		problem = frame_problem(&d);
		if (problem)
			print_error("cut at %zu: %s\n", cut, problem);
		assert_null(problem);
		free(copy);
	}
	doc_free(&d);
	clean_free(c);
}

/* Runs that copy bytes of the source must copy them: letters are the same on both sides. */
static void mapped_bytes_are_the_bytes_of_the_source(void **state)
{
	struct clean *c = clean_new();
	struct doc d = { 0 };

	(void)state;
	make_doc(&d, "txt", sample);
	clean_doc(c, &d);
	for (size_t i = 0; i < d.n_map; i++) {
		const struct map_run *m = &d.map[i];

		if (m->kind != MAP_BYTES || m->made || m->len != (int64_t)m->n)
			continue;
		for (size_t k = 0; k < m->n; k++)
			if ((unsigned char)d.text.p[m->t + k] >= 0xD0 && (unsigned char)d.text.p[m->t + k] <= 0xD1)
				assert_int_equal(d.text.p[m->t + k], sample[(size_t)m->at + k]);
	}
	doc_free(&d);
	clean_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decomposed_text_gives_the_same),
		cmocka_unit_test(line_ends_of_other_systems_give_the_same),
		cmocka_unit_test(cleaning_twice_is_cleaning_once),
		cmocka_unit_test(each_pass_has_nothing_left_to_do),
		cmocka_unit_test(the_frame_holds_for_any_cut_of_a_document),
		cmocka_unit_test(mapped_bytes_are_the_bytes_of_the_source),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
