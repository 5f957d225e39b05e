/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Instruments of the ILO that are named by title alone, in the languages of unions; what only looks like one; and what
 * is done with them.
 */
#include <string.h>

#include "analyze-doc.h"
#include "dictionary.h"

static const struct titled {
	const char *codes; /* in the order of the sentence; "": none */
	const char *text;
} titled[] = {
	{ "C088", "Съезд требует ратифицировать Конвенцию об организации службы занятости." },
	{ "C127", "На складе нарушается конвенция 1967 года о максимальном грузе." },
	{ "R091", "Рекомендация МОТ о коллективных договорах распространяется на малые предприятия." },
	{ "R163", "Федерация опирается на Рекомендацию 1981 года о содействии коллективным переговорам." },
	{ "C183", "Конвенция МОТ об охране материнства даёт четырнадцать недель отпуска." },
	{ "C103", "Конвенция (пересмотренная) 1952 года об охране материнства действует до сих пор." },
	{ "C003", "По Конвенции 1919 года об охране материнства отпуск короче." },
	{ "C132", "Республика присоединилась к Конвенции об оплачиваемых отпусках (пересмотренной) в мае." },
	{ "C103", "Предлагаем денонсировать Конвенцию об охране материнства, 1952 год." },
	{ "C029 C105 C182", "Не ратифицированы конвенции о принудительном труде, об упразднении "
			    "принудительного труда и о наихудших формах детского труда." },
	{ "C173 C177", "Конвенции МОТ «О защите требований трудящихся в случае "
		       "неплатежеспособности предпринимателя» и «О надомном труде» ждут своего часа." },
	{ "C184", "Конвенция о безопасности и гигиене труда в сельском хозяйстве нужна совхозам." },
	{ "C137", "Конвенцией о портовых работах занялся союз докеров." },
	{ "C114", "О конвенции о трудовых договорах рыбаков на пирсе не слышали." },
	{ "C186", "Согласно Конвенции Международной организации труда о труде в морском "
		  "судоходстве экипаж кормит судовладелец." },
	{ "C029", "Просим изучить Конвенцию МОТ от 28 июня 1930 года о принудительном труде." },
	{ "C120", "Приведено по Конвенции о гигиене в торговле и учреждениях от 8 июля 1964 года." },
	{ "C153", "Вагоновожатым поможет Конвенция о продолжительности рабочего времени "
		  "и периодах отдыха на дорожном транспорте." },
	{ "C162", "Котельщики ссылались на Конвенцию МОТ об асбесте." },
	{ "R130", "Прочитана лекция о Рекомендации «О рассмотрении жалоб на предприятии с целью их разрешения»." },
	{ "P155", "Протокол 2002 года к Конвенции 1981 года о безопасности и гигиене труда подписан." },
	{ "R162", "Лесорубы знают Рекомендацию 1980 года о пожилых трудящихся наизусть." },
	{ "C183", "Україна ратифікувала Конвенцію про охорону материнства." },
	{ "C177", "Спілка домагається ратифікації Конвенції МОП про надомну працю." },
	{ "C081", "Конвенція 1947 року про інспекцію праці у промисловості й торгівлі забороняє мораторій." },
	{ "C095 C132", "Порушено конвенції про захист заробітної плати та про оплачувані відпустки." },
	{ "R189", "Рекомендація МОП щодо загальних умов стимулювання створення робочих "
		  "місць на малих та середніх підприємствах корисна для нас." },
	{ "C029", "Прафсаюз нагадаў пра Канвенцыю аб прымусовай працы." },
	{ "C081", "Канвенцыя МАП аб інспекцыі працы парушаецца." },
	{ "C029", "Кәсіподақ ХЕҰ-ның Мәжбүрлі еңбек туралы конвенциясын ратификациялауды сұрайды." },
	{ "C081", "Еңбек инспекциясы туралы 1947 жылғы конвенция бұзылды." },
	{ "C089", "The union cites the Night Work (Women) Convention (Revised), 1948 in its letter." },
	{ "C183", "We ask for the Maternity Protection Convention to be ratified." },
	{ "R091", "The Collective Agreements Recommendation, 1951 remains useful." },
	{ "R162", "The ILO Older Workers Recommendation was read aloud." },
	{ "", "Конвенция о безработице среди молодёжи так и не написана." },
	{ "", "Конвенция паромщиков о безработице собралась в мае." },
	{ "", "Министерство издало рекомендации по охране труда." },
	{ "", "Конвенция ООН о правах ребёнка и Конвенция о правах ребёнка висят на стене." },
	{ "", "Рекомендации о коллективных договорах разработаны обкомом профсоюза." },
	{ "", "Европейская конвенция о социальном обеспечении моряков здесь ни при чём." },
	{ "", "Итоги конвенции. О безработице говорили все." },
	{ "", "Делегаты партийной конвенции о минимальном возрасте не спорили." },
	{ "", "Recommendation on night work was given by the doctor." },
	{ "", "A recommendation about older workers came from the hotel." },
	{ "C081", "Конвенция об инспекции\nтруда помогла шахтёрам." },
};

static void append_codes(const struct fixture *f, struct buf *out)
{
	for (size_t i = 0; i < f->d.n_items; i++) {
		const struct item *it = &f->d.items[i];

		if (it->type != ITEM_CONVENTION && it->type != ITEM_RECOMMENDATION && it->type != ITEM_PROTOCOL)
			continue;
		buf_addf(out, "%s%.*s", out->n ? " " : "", SPAN_ARG(jval_str(it->norm, "value")));
	}
}

static void titles_without_number_are_resolved(void **state)
{
	struct fixture *f = *state;

	for (size_t k = 0; k < sizeof titled / sizeof *titled; k++) {
		const struct line lines[] = { { BLOCK_PARA, NULL, titled[k].text }, { 0 } };
		struct buf got = { 0 };

		resolve_lines(f, lines, "instruments");
		append_codes(f, &got);
		if (strcmp(buf_str(&got), titled[k].codes) != 0)
			fail_msg("%s: %s, not %s", titled[k].text, buf_str(&got), titled[k].codes);
		buf_free(&got);
	}
}

static void the_year_tells_instruments_of_one_title_apart(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Конвенция 1936 года об оплачиваемых отпусках старше других." },
		{ BLOCK_PARA, NULL, "Конвенция МОТ «Об оплачиваемых отпусках» (1970 г.) её заменила." },
		{ BLOCK_PARA, NULL, "Конвенция об оплачиваемых отпусках, как и прежде, не соблюдается." },
		{ BLOCK_PARA, NULL, "Конвенция 1999 года об оплачиваемых отпусках никому не известна." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "instruments");
	assert_int_equal(count(f, ITEM_CONVENTION), 3);
	assert_norm(nth(f, ITEM_CONVENTION, 0), "value", "C052");
	assert_norm(nth(f, ITEM_CONVENTION, 1), "value", "C132");
	assert_norm(nth(f, ITEM_CONVENTION, 2), "value", "C132");
	assert_text(f, nth(f, ITEM_CONVENTION, 2), "Конвенция об оплачиваемых отпусках");
}

static void the_year_of_a_ratification_is_not_the_year_of_the_title(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "Конвенция о принудительном труде (1956 г.), Конвенция о надомном труде (2012 г.)." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "instruments");
	assert_norm(nth(f, ITEM_CONVENTION, 0), "value", "C029");
	assert_norm(nth(f, ITEM_CONVENTION, 1), "value", "C177");
}

static void a_longer_title_is_another_one(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Конвенция о минимальном возрасте вступления в брак." },
		{ BLOCK_PARA, NULL, "Конвенция «О равном вознаграждении и участии в прибылях» не принята." },
		{ BLOCK_PARA, NULL, "Конвенция о равном вознаграждении и равных возможностях не принята." },
		{ BLOCK_PARA, NULL, "Конвенция о безопасности и гигиене труда в строительстве принята." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "instruments");
	assert_int_equal(count(f, ITEM_CONVENTION), 1);
	assert_norm(nth(f, ITEM_CONVENTION, 0), "value", "C167");
}

static const struct deed {
	const char *action; /* "": none */
	const char *text;
} deeds[] = {
	{ "ratify", "Просим ратифицировать Конвенцию об охране материнства." },
	{ "ratified", "Вступил в силу Закон «О ратификации Конвенции об охране материнства»." },
	{ "ratify", "В сенат внесён проект закона «О ратификации Конвенции об охране материнства»." },
	{ "ratified", "Пленум приветствует ратификацию Конвенции об охране материнства." },
	{ "ratified", "После ратификации Конвенции об охране материнства отпуск вырос." },
	{ "", "Союз фабрикантов выступил против ратификации Конвенции об охране материнства." },
	{ "discuss", "Провести с министерством консультации о Конвенции об охране материнства." },
	{ "", "Договор заключён в соответствии с Конвенцией об охране материнства." },
	{ "", "Работодатель обязан предоставлять отпуск в соответствии с Конвенцией об охране материнства." },
	{ "ratified", "The union welcomes the ratification of the Maternity Protection Convention." },
	{ "ratify", "Должна быть ратифицирована Конвенция об охране материнства." },
	{ "ratified", "Парламент принял закон о ратификации Конвенции об охране материнства." },
	{ "ratify", "Просим принять закон о ратификации Конвенции об охране материнства." },
	{ "discuss", "Пленум обсудил нормы Конвенции об охране материнства, ратифицированной страной." },
	{ "ratified", "Россия признала Конвенцию об охране материнства." },
	{ "implement", "Включить в договор положения статьи 3 Конвенции об охране материнства." },
	{ "implement", "Прекратить нарушения Конвенции об охране материнства." },
	{ "", "На фабрике не соблюдается Конвенция об охране материнства." },
	{ "", "Программа опирается на Конвенцию об охране материнства." },
	{ "", "Напоминаем, что Конвенция об охране материнства запрещает увольнять беременных." },
	{ "", "The code is not in conformity with the Maternity Protection Convention." },
	{ "", "Распространить отпуск на всех с учётом Конвенции об охране материнства." },
	{ "", "Отменить приказ, не отвечающий статье 4 Конвенции об охране материнства." },
	{ "ratify", "They shall ratify, if they have not yet done so, the Maternity Protection Convention." },
	{ "", "The Maternity Protection Convention remains unratified, although its ratification was foreseen." },
	{ "", "Рассматривать жалобы по образцу Конвенции об охране материнства." },
	{ "denounce", "Мы против денонсации Конвенции об охране материнства." },
	{ "", "The Union is guided by the Constitution, the Labour Law and the Maternity Protection Convention." },
	{ "", "None of the States has ratified the Maternity Protection Convention." },
	{ "discuss", "Внести на рассмотрение комиссии вопрос о применении Конвенции об охране материнства." },
	{ "", "Заслушав информацию, совет отмечает: Конвенция об охране материнства забыта." },
	{ "report", "Observations on the application of the Maternity Protection Convention." },
	{ "", "Сопоставить отпуск с Конвенцией об охране материнства." },
	{ "", "Это противоречит Конвенции об охране материнства." },
	{ "implement", "Положения Конвенции об охране материнства включаются в договоры." },
	{ "implement", "Добиваться исполнения Конвенции об охране материнства, ратифицированной страной." },
	{ "ratified", "Узбекистан принял Конвенцию об охране материнства." },
	{ "", "МОТ приняла Конвенцию об охране материнства." },
	{ "ratified", "Армения завершила процедуры ратификации Конвенции об охране материнства." },
	{ "", "Кто ратифицировал Конвенцию об охране материнства?" },
	{ "ratified", "Страна ратифицировала много конвенций. Среди них – Конвенция об охране материнства." },
	{ "report", "Направлены замечания о несоблюдении Конвенции об охране материнства." },
	{ "", "Закон обсуждали во многих странах, а Конвенция об охране материнства забыта." },
	{ "ratify",
	  "Разъяснять закон «О днях, дающих право», и добиваться ратификации Конвенции об охране материнства." },
	{ "discuss",
	  "Обсудить вопрос о ратификации Конвенции о надомном труде и применении Конвенции об охране материнства." },
	{ "", "Обучить инспекторов праву на отпуск, используя Конвенцию об охране материнства." },
	{ "", "Стороны руководствуются Конвенцией об охране материнства." },
	{ "", "На селе слабо применяется Конвенция об охране материнства." },
	{ "report", "Подана жалоба в МОТ на нарушение Конвенции об охране материнства." },
	{ "", "Устарела и Конвенция об охране материнства, денонсированная многими странами." },
};

static void words_around_tell_what_is_done(void **state)
{
	struct fixture *f = *state;

	needs_dictionary();
	for (size_t k = 0; k < sizeof deeds / sizeof *deeds; k++) {
		const struct line lines[] = { { BLOCK_PARA, NULL, deeds[k].text }, { 0 } };
		const struct item *last;

		resolve_lines(f, lines, "instruments");
		last = nth(f, ITEM_CONVENTION, count(f, ITEM_CONVENTION) - 1);
		if (!span_is(jval_str(last->norm, "action"), deeds[k].action))
			fail_msg("%s: %.*s", deeds[k].text, SPAN_ARG(jval_str(last->norm, "action")));
	}
}

static void an_item_that_ends_with_a_colon_governs_those_below(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_ITEM, "2)", "2) внести в парламент законы о ратификации:" },
		{ BLOCK_ITEM, "-", "- Конвенции о надомном труде;" },
		{ BLOCK_ITEM, "-", "- Конвенции об охране материнства;" },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "instruments");
	assert_norm(nth(f, ITEM_CONVENTION, 0), "action", "ratify");
	assert_norm(nth(f, ITEM_CONVENTION, 1), "action", "ratify");
}

/* What is said of a convention behind a comma is not said of the next one, and of a list where it is in the plural. */
static void a_clause_behind_tells_of_what_is_before_it(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "Забыта Конвенция о надомном труде, ратифицированная страной в мае, да и Конвенция об охране "
		  "материнства." },
		{ BLOCK_PARA, NULL,
		  "Учтены Конвенция о надомном труде и Конвенция об охране материнства, ратифицированные страной." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "instruments");
	assert_norm(nth(f, ITEM_CONVENTION, 0), "action", "ratified");
	assert_norm(nth(f, ITEM_CONVENTION, 1), "action", "");
	assert_norm(nth(f, ITEM_CONVENTION, 2), "action", "ratified");
	assert_norm(nth(f, ITEM_CONVENTION, 3), "action", "ratified");
}

static void a_heading_that_names_a_country_alone_tells_whose_they_are(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_HEADING, "2.", "Молдова" },
		{ BLOCK_PARA, NULL, "Действует Конвенция об охране материнства." },
		{ BLOCK_PARA, NULL, "Узбекистан молчит. Эта страна не знает и Конвенции о надомном труде." },
		{ BLOCK_HEADING, "3.", "Задачи" },
		{ BLOCK_PARA, NULL, "Изучить Конвенцию об охране материнства." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "instruments");
	assert_norm(nth(f, ITEM_CONVENTION, 0), "country", "MD");
	assert_norm(nth(f, ITEM_CONVENTION, 1), "country", "UZ");
	assert_norm(nth(f, ITEM_CONVENTION, 2), "country", "");
}

/* In front of a paragraph a country governs what bodies of others stand in it; in front of a list, all its items. */
static void a_country_governs_its_paragraph_and_its_list(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "Республика Армения. Ратифицирована Конвенция о надомном труде. С Россией и Грузией обсуждается "
		  "Конвенция об охране материнства." },
		{ BLOCK_PARA, NULL, "За годы независимости Узбекистан ратифицировал все, кроме № 155. В их числе:" },
		{ BLOCK_ITEM, "-", "- Конвенция об охране материнства;" },
		{ BLOCK_PARA, NULL, "Кыргызская Республика: приняты две, в том числе Конвенция о надомном труде." },
		{ BLOCK_HEADING, "2.", "Положение в Республике Молдова" },
		{ BLOCK_PARA, NULL, "Не ратифицирована Конвенция о надомном труде." },
		{ 0 },
	};
	static const char *const told[][2] = {
		{ "AM", "ratified" }, { "AM", "discuss" }, { "UZ", "ratified" }, { "KG", "" }, { "MD", "" },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "instruments");
	for (size_t k = 0; k < sizeof told / sizeof *told; k++) {
		assert_norm(nth(f, ITEM_CONVENTION, (int)k), "country", told[k][0]);
		assert_norm(nth(f, ITEM_CONVENTION, (int)k), "action", told[k][1]);
	}
}

/* "Провести круглый стол | Конвенция …", "Конвенция … | 8 июня 2005 г." under "Дата ратификации" */
static void the_row_tells_what_is_done_with_an_instrument_in_its_cell(void **state)
{
	static const struct {
		const char *head[2], *cell[2], *action;
	} tables[] = {
		{ { "Мероприятие", "Документ" },
		  { "Провести круглый стол", "Конвенция об охране материнства" },
		  "discuss" },
		{ { "Документ", "Дата ратификации" }, { "Конвенция об охране материнства", "08.06.2005" }, "ratified" },
		{ { "Документ", "Дата ратификации" }, { "Конвенция об охране материнства", "–" }, "" },
		{ { "Предлагается ратифицировать", "Срок" }, { "Конвенция об охране материнства", "2027" }, "ratify" },
	};
	struct fixture *f = *state;

	for (size_t k = 0; k < sizeof tables / sizeof *tables; k++) {
		start_doc(f);
		for (int n = 0; n < 4; n++) {
			struct block *b =
				add_line(f, BLOCK_CELL, NULL, n < 2 ? tables[k].head[n] : tables[k].cell[n - 2]);

			b->table = 1;
			b->row = n / 2;
			b->col = n % 2;
			b->head = n < 2;
		}
		resolve(f, "instruments");
		assert_norm(nth(f, ITEM_CONVENTION, 0), "action", tables[k].action);
	}
}

static void a_present_tense_of_ukrainian_is_no_russian_infinitive(void **state)
{
	struct fixture *f = *state;

	start_doc(f);
	jval_set_str(&f->d.arena, doc_meta(&f->d), "lang", SPAN("uk"));
	add_line(f, BLOCK_PARA, NULL,
		 "Договір укладено з профспілкою, яка входить до федерації, відповідно до Конвенції про охорону "
		 "материнства.");
	resolve(f, "instruments");
	assert_norm(nth(f, ITEM_CONVENTION, 0), "action", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(titles_without_number_are_resolved),
		cmocka_unit_test(the_year_tells_instruments_of_one_title_apart),
		cmocka_unit_test(the_year_of_a_ratification_is_not_the_year_of_the_title),
		cmocka_unit_test(a_longer_title_is_another_one),
		cmocka_unit_test(words_around_tell_what_is_done),
		cmocka_unit_test(a_present_tense_of_ukrainian_is_no_russian_infinitive),
		cmocka_unit_test(a_clause_behind_tells_of_what_is_before_it),
		cmocka_unit_test(a_heading_that_names_a_country_alone_tells_whose_they_are),
		cmocka_unit_test(a_country_governs_its_paragraph_and_its_list),
		cmocka_unit_test(the_row_tells_what_is_done_with_an_instrument_in_its_cell),
		cmocka_unit_test(an_item_that_ends_with_a_colon_governs_those_below),
	};

	return cmocka_run_group_tests(tests, open_resolver, close_resolver);
}
