/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations of legal acts, instruments named by title, documents that name themselves, and facts that do not agree. */
#include "analyze-doc.h"
#include "dictionary.h"
#include "morph.h"

static void acts_are_named_by_head_country_and_title(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "В соответствии с Законом Республики Беларусь № 278-З «О мостах» и Трудовым кодексом РФ." },
		{ BLOCK_PARA, NULL,
		  "Коллективные договоры, законы и программы обсуждались. Настоящее постановление принято." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "acts");
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 2);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", "Закон Республики Беларусь «О мостах»");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "number", "278-З");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 1), "canonical", "Трудовой кодекс Российской Федерации");
}

static void a_title_in_quotes_ends_an_act_and_others_may_follow(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Закона «О мостах» № 278-З от 4 мая 2021 года всем паромщикам мало." },
		{ BLOCK_PARA, NULL, "Нарушены законы РФ «О мостах», «О паромах», а также «О бакенах» и «Дорожник»." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "acts");
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 4);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", "Закон «О мостах»");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "number", "278-З");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 2), "canonical", "Закон Российской Федерации «О паромах»");
	assert_text(f, nth(f, ITEM_LEGAL_ACT, 3), "«О бакенах»");
}

/* A day as the rules find it. */
static void add_day(struct fixture *f, const char *text, const char *value)
{
	size_t at = span_find(buf_span(&f->text), span_of(text), 0);
	struct item *it = doc_add_item(&f->d, ITEM_DATE, at, at + strlen(text), "test");

	it->norm = jval_object(&f->d.arena);
	jval_set_str(&f->d.arena, it->norm, "value", span_of(value));
}

static void several_acts_of_a_kind_have_one_head(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL,
		 "Законами от 04.05.2021 № 278-З «О мостах» и от 05.06.2022 № 3-З «О паромах» учтено.");
	add_line(f, BLOCK_PARA, NULL, "Указами от 06.05.2021 № 7 и от 07.06.2022 № 8 учтено.");
	add_line(f, BLOCK_PARA, NULL, "Отменены некоторые указы Президента Республики Беларусь.");
	f->d.text = buf_span(&f->text);
	add_day(f, "04.05.2021", "2021-05-04");
	add_day(f, "05.06.2022", "2022-06-05");
	add_day(f, "06.05.2021", "2021-05-06");
	add_day(f, "07.06.2022", "2022-06-07");
	resolve(f, "acts");
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 4);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 1), "canonical", "Закон «О паромах»");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 3), "canonical", "Указ от 07.06.2022 № 8");
}

static void low_quotes_are_stepped_over_whole(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Відповідно до Законів України „Про мости”, „Про пороми” укладено угоду." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "acts");
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 2);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 1), "canonical", "Закон України „Про пороми”");
}

static void a_header_ends_before_the_acts_that_changed_it(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН" },
		{ BLOCK_TITLE, NULL, "О паромах (в ред. Закона от 04.05.2021 № 7-З)" },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "acts");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", "Закон Республики Казахстан «О паромах»");
	assert_null(jval_get(nth(f, ITEM_LEGAL_ACT, 0)->norm, "number"));
}

static void a_citation_ends_with_its_number_where_another_paper_begins(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "К Закону Республики Беларусь № 3 - 5 Справка «О паромах» приложена." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "acts");
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 1);
	assert_text(f, nth(f, ITEM_LEGAL_ACT, 0), "Закону Республики Беларусь № 3 - 5");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "number", "3-5");
}

static void a_paper_of_a_meeting_is_named_by_the_meeting(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ПРОФСОЮЗ РАБОТНИКОВ ПАРОМОВ" },
		{ BLOCK_PARA, NULL, "VII СЪЕЗД" },
		{ BLOCK_HEADING, NULL, "РЕЗОЛЮЦИЯ" },
		{ BLOCK_PARA, NULL, "Об итогах навигации" },
		{ BLOCK_PARA, NULL, "Съезд Профсоюза работников паромов (далее – Профсоюз) отмечает рост." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", "Резолюция VII съезда Профсоюза «Об итогах навигации»");
}

static void a_paper_in_ukrainian_has_its_issuer_in_the_genitive(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ПРОФСПІЛКА ПРАЦІВНИКІВ ПОРОМІВ УКРАЇНИ" },
		{ BLOCK_PARA, NULL, "ЦЕНТРАЛЬНА РАДА" },
		{ BLOCK_HEADING, NULL, "ПОСТАНОВА" },
		{ BLOCK_PARA, NULL, "Про підсумки навігації" },
		{ BLOCK_PARA, NULL,
		  "Рада Профспілки працівників поромів України (далі – Профспілка) діє за Статутом." },
		{ 0 },
	};
	struct fixture *f = *state;

	start_doc(f);
	jval_set_str(&f->d.arena, doc_meta(&f->d), "lang", SPAN("uk"));
	for (const struct line *l = lines; l->text; l++)
		add_line(f, l->kind, l->mark, l->text);
	resolve(f, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical",
		    "Постанова Центральної ради Профспілки «Про підсумки навігації»");
}

static void a_citation_ends_before_where_it_was_done(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "Ми виконали Постанову Ради Профспілки від 05.03.2024 на з'їзді «Праця і мир» разом." },
		{ 0 },
	};
	struct fixture *f = *state;
	struct item *it;
	size_t at;

	start_doc(f);
	jval_set_str(&f->d.arena, doc_meta(&f->d), "lang", SPAN("uk"));
	add_line(f, lines->kind, NULL, lines->text);
	at = span_find(buf_span(&f->text), SPAN("05.03.2024"), 0);
	it = doc_add_item(&f->d, ITEM_DATE, at, at + strlen("05.03.2024"), "test");
	jval_set_str(&f->d.arena, it->norm, "value", SPAN("2024-03-05"));
	resolve(f, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", "Постанова Ради Профспілки від 05.03.2024");
}

static void a_bracket_with_letters_names_whose_congress_it_is(void **state)
{
	struct fixture *f = *state;
	struct item *it;
	size_t at;

	start_doc(f);
	jval_set_str(&f->d.arena, doc_meta(&f->d), "lang", SPAN("kk"));
	add_line(f, BLOCK_TITLE, NULL, "«Шеге» салалық кәсіподағы Орталық кеңесінің ҚАУЛЫСЫ");
	add_line(f, BLOCK_PARA, NULL, "«Шеге» салалық кәсіподағының (ШСК) XXVI съезінде шешім қабылданды.");
	add_line(f, BLOCK_PARA, NULL,
		 "Еңбекті қорғау туралы «Шеге» салалық кәсіподағы (бұдан әрі – Кәсіподақ) айтады.");
	at = span_find(buf_span(&f->text), SPAN("XXVI"), 0);
	it = doc_add_item(&f->d, ITEM_EVENT, at, at + strlen("XXVI съезінде"), "event.kk_ky_number");
	jval_set_str(&f->d.arena, it->norm, "canonical", SPAN("XXVI съезі"));
	resolve(f, NULL);
	assert_norm(nth(f, ITEM_EVENT, 0), "canonical", "ШСК XXVI съезі");
}

static void turkic_acts_are_named_by_whose_they_are(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "«Шеге» салалық кәсіподағы Орталық кеңесінің ҚАУЛЫСЫ" },
		{ BLOCK_PARA, NULL, "2031 жылғы 5 мамыр № 7" },
		{ BLOCK_PARA, NULL, "Еңбекті қорғау туралы «Шеге» салалық кәсіподағы (бұдан әрі – Кәсіподақ) айтады." },
		{ BLOCK_PARA, NULL, "Кәсіподақтың Жарғысына сәйкес жүреді." },
		{ 0 },
	};
	struct fixture *f = *state;
	struct item *it;

	start_doc(f);
	jval_set_str(&f->d.arena, doc_meta(&f->d), "lang", SPAN("kk"));
	for (const struct line *l = lines; l->text; l++)
		add_line(f, l->kind, l->mark, l->text);
	it = doc_add_item(&f->d, ITEM_LEGAL_ACT, f->d.blocks[3].start,
			  f->d.blocks[3].start + strlen("Кәсіподақтың Жарғысына"), "test");
	jval_set_str(&f->d.arena, it->norm, "canonical", SPAN("Кәсіподақтың Жарғысы"));
	jval_set_str(&f->d.arena, it->norm, "kind", SPAN("charter"));
	resolve(f, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical",
		    "Кәсіподақтың Орталық кеңесінің «Еңбекті қорғау туралы» қаулысы");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 1), "canonical", "«Шеге» салалық кәсіподағының Жарғысы");
}

static void the_article_before_an_act_is_kept(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "По пункту 7.2 Закона Республики Беларусь № 278-З «О мостах» платит подрядчик." },
		{ BLOCK_PARA, NULL, "Нарушены ст. 11, 12 Трудового кодекса РФ." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "acts");
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 2);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "article", "пункт 7.2");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 1), "article", "статьи 11, 12");
}

static void a_short_name_stands_for_the_act_from_there_on(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Генеральное соглашение (далее – Соглашение) подписано." },
		{ BLOCK_PARA, NULL, "Нормы Соглашения действуют." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "acts");
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 2);
	assert_text(f, nth(f, ITEM_LEGAL_ACT, 1), "Соглашения");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 1), "canonical", "Генеральное соглашение");
}

static void an_agreement_of_two_words_is_the_one_cited_before(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Стороны соблюдают Коллективный договор от 4 мая 2021 г. № 7." },
		{ BLOCK_PARA, NULL, "Нормы Коллективного договора действуют. Коллективные договоры нужны." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "acts");
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 2);
	assert_text(f, nth(f, ITEM_LEGAL_ACT, 1), "Коллективного договора");
	assert_true(jval_true(nth(f, ITEM_LEGAL_ACT, 1)->norm, "anaphoric"));
	assert_true(span_eq(jval_str(nth(f, ITEM_LEGAL_ACT, 0)->norm, "canonical"),
			    jval_str(nth(f, ITEM_LEGAL_ACT, 1)->norm, "canonical")));
}

static void what_is_left_out_or_denied_is_not_ratified(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "Грузия ратифицировала всё, кроме Конвенции МОТ о свободе ассоциации и защите права на "
		  "организацию." },
		{ BLOCK_PARA, NULL,
		  "Литва ратифицировала пакт, а Конвенцию МОТ о свободе ассоциации и защите права на организацию – "
		  "пока нет." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "instruments");
	assert_int_equal(count(f, ITEM_CONVENTION), 2);
	assert_null(jval_get(nth(f, ITEM_CONVENTION, 0)->norm, "action"));
	assert_null(jval_get(nth(f, ITEM_CONVENTION, 1)->norm, "action"));
}

static void instruments_are_found_by_their_title(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "За ратификацию Конвенции МОТ о свободе ассоциации и защите права на организацию." },
		{ BLOCK_PARA, NULL, "We apply the Abolition of Forced Labour Convention, 1957 in full." },
		{ BLOCK_PARA, NULL, "The Congress met in the Convention Hall." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "instruments");
	assert_int_equal(count(f, ITEM_CONVENTION), 2);
	assert_norm(nth(f, ITEM_CONVENTION, 0), "value", "C087");
	assert_norm(nth(f, ITEM_CONVENTION, 0), "action", "ratify");
	assert_norm(nth(f, ITEM_CONVENTION, 1), "value", "C105");
}

static void an_instrument_says_what_is_done_with_it_and_where(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "Комитет инициирует ратификацию Казахстаном Конвенции МОТ о свободе ассоциации и защите права на "
		  "организацию." },
		{ BLOCK_PARA, NULL,
		  "Конвенция МОТ о свободе ассоциации и защите права на организацию ратифицирована Таджикистаном." },
		{ BLOCK_PARA, NULL,
		  "Подготовить доклад о применении Конвенции МОТ о свободе ассоциации и защите права на организацию." },
		{ BLOCK_PARA, NULL,
		  "Правила составлены на основании Конвенции МОТ о свободе ассоциации и защите права на организацию." },
		{ BLOCK_PARA, NULL, "Members comply with the Abolition of Forced Labour Convention, 1957 in Nepal." },
		{ BLOCK_PARA, NULL,
		  "Georgia has not ratified the Abolition of Forced Labour Convention, 1957 so far." },
		{ BLOCK_PARA, NULL, "Непал ратифицировал две конвенции:" },
		{ BLOCK_ITEM, "-",
		  "Конвенцию МОТ о свободе ассоциации и защите права на организацию (основополагающую) и Abolition of "
		  "Forced Labour Convention, 1957." },
		{ 0 },
	};
	static const char *const expected[][2] = {
		{ "KZ", "ratify" },    { "TJ", "ratified" }, { "", "report" },     { "", "" },
		{ "NP", "implement" }, { "GE", "" },         { "NP", "ratified" }, { "NP", "ratified" },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "instruments");
	assert_int_equal(count(f, ITEM_CONVENTION), sizeof expected / sizeof *expected);
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		assert_norm(nth(f, ITEM_CONVENTION, (int)i), "country", expected[i][0]);
		assert_norm(nth(f, ITEM_CONVENTION, (int)i), "action", expected[i][1]);
	}
}

static void a_document_says_what_it_is(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "СОЮЗ ГОРНЯКОВ УКРАИНЫ" },
		{ BLOCK_PARA, NULL, "ПОСТАНОВЛЕНИЕ" },
		{ BLOCK_PARA, NULL, "О ходе ремонта общежитий шахт" },
		{ BLOCK_PARA, NULL, "Ремонт общежитий идёт." },
		{ BLOCK_PARA, NULL, "ИНФОРМАЦИЯ" },
		{ BLOCK_PARA, NULL, "о ходе ремонта за первый квартал" },
		{ 0 },
	};
	struct fixture *f = *state;
	const struct jval *parts;

	resolve_lines(f, lines, "docfacts");
	assert_true(span_is(jval_str(f->d.meta, "kind"), "resolution"));
	assert_true(span_is(jval_str(f->d.meta, "title"), "ПОСТАНОВЛЕНИЕ О ходе ремонта общежитий шахт"));
	assert_true(span_is(jval_str(f->d.meta, "country"), "UA"));
	parts = jval_get(f->d.meta, "parts");
	assert_non_null(parts);
	assert_int_equal(parts->count, 2);
	assert_true(span_is(jval_str(parts->last, "kind"), "report"));
}

static void guests_and_tongues_are_of_no_document(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "Памятка переведена на узбекский язык. Казахстанские коллеги рассказали об опыте." },
		{ BLOCK_PARA, NULL, "Семинар прошёл в Ташкенте, два собрания – в Самарканде." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_true(span_is(jval_str(f->d.meta, "country"), "UZ"));
}

static void a_header_takes_date_and_number_from_the_line_below(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "УКАЗ" },
		{ BLOCK_TITLE, NULL, "ПРЕЗИДЕНТА РЕСПУБЛИКИ ВОСТОК" },
		{ BLOCK_PARA, NULL, "г. Лесной № 17" },
		{ BLOCK_PARA, NULL, "О защите пчеловодов" },
		{ BLOCK_PARA, NULL, "Внести законопроект № 8 и № 9. Постановление напечатать в газете «Мёд»." },
		{ 0 },
	};
	struct fixture *f = *state;

	if (!morph_has_dictionary(f->r.morph))
		skip();
	resolve_lines(f, lines, "acts");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", "Указ Президента Республики Восток «О защите пчеловодов»");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "number", "17");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 2), "canonical", "Законопроект № 9");
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 3);
}

static void add_number(struct fixture *f, const char *text, double value, const char *unit)
{
	size_t at = span_find(buf_span(&f->text), span_of(text), 0);
	struct item *it;

	assert_true(at != SPAN_NONE);
	it = doc_add_item(&f->d, ITEM_NUMBER, at, at + strlen(text), "test");
	jval_set_num(&f->d.arena, it->norm, "value", value);
	jval_set_str(&f->d.arena, it->norm, "unit", span_of(unit));
}

static void sums_and_counts_are_checked_against_their_parts(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Принято 30 рекомендаций, из них 18 основных и 12 дополнительных.");
	add_line(f, BLOCK_PARA, NULL, "Внесены 3 предложения:");
	add_line(f, BLOCK_ITEM, "-", "о тарифах;");
	add_line(f, BLOCK_ITEM, "-", "об отпусках.");
	add_number(f, "30 рекомендаций", 30, "рекомендация");
	add_number(f, "18 основных", 18, "рекомендация");
	add_number(f, "12 дополнительных", 12, "рекомендация");
	add_number(f, "3 предложения", 3, "предложение");
	resolve(f, NULL);
	assert_norm(nth(f, ITEM_CHECK, 0), "kind", "sum");
	assert_norm(nth(f, ITEM_CHECK, 0), "result", "ok");
	assert_norm(nth(f, ITEM_CHECK, 1), "kind", "count");
	assert_norm(nth(f, ITEM_CHECK, 1), "result", "warn");
}

static void damage_is_named_where_it_stands(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Союз «Заря вырос." },
		{ BLOCK_PARA, NULL, "Cистема охраны труда." },
		{ BLOCK_PARA, NULL, "Международный отдел печати (МОП) и мастерская обработки пера (МОП)." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_norm(nth(f, ITEM_CHECK, 0), "kind", "unbalanced_quotes");
	assert_norm(nth(f, ITEM_CHECK, 1), "kind", "mixed_script");
	assert_norm(nth(f, ITEM_CHECK, 2), "kind", "abbr_conflict");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(acts_are_named_by_head_country_and_title),
		cmocka_unit_test(a_title_in_quotes_ends_an_act_and_others_may_follow),
		cmocka_unit_test(several_acts_of_a_kind_have_one_head),
		cmocka_unit_test(low_quotes_are_stepped_over_whole),
		cmocka_unit_test(a_header_ends_before_the_acts_that_changed_it),
		cmocka_unit_test(a_citation_ends_with_its_number_where_another_paper_begins),
		cmocka_unit_test(a_paper_of_a_meeting_is_named_by_the_meeting),
		cmocka_unit_test(a_paper_in_ukrainian_has_its_issuer_in_the_genitive),
		cmocka_unit_test(a_citation_ends_before_where_it_was_done),
		cmocka_unit_test(a_bracket_with_letters_names_whose_congress_it_is),
		cmocka_unit_test(turkic_acts_are_named_by_whose_they_are),
		cmocka_unit_test(the_article_before_an_act_is_kept),
		cmocka_unit_test(a_short_name_stands_for_the_act_from_there_on),
		cmocka_unit_test(an_agreement_of_two_words_is_the_one_cited_before),
		cmocka_unit_test(what_is_left_out_or_denied_is_not_ratified),
		cmocka_unit_test(instruments_are_found_by_their_title),
		cmocka_unit_test(an_instrument_says_what_is_done_with_it_and_where),
		cmocka_unit_test(a_document_says_what_it_is),
		cmocka_unit_test(guests_and_tongues_are_of_no_document),
		cmocka_unit_test(a_header_takes_date_and_number_from_the_line_below),
		cmocka_unit_test(sums_and_counts_are_checked_against_their_parts),
		cmocka_unit_test(damage_is_named_where_it_stands),
	};

	return cmocka_run_group_tests(tests, open_resolver, close_resolver);
}
