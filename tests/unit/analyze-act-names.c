/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a citation of an act reaches, and what the act is called. */
#include "analyze-doc.h"
#include "dictionary.h"

#include <string.h>

static void assert_act(struct fixture *f, int n, const char *text, const char *canonical)
{
	assert_text(f, nth(f, ITEM_LEGAL_ACT, n), text);
	assert_norm(nth(f, ITEM_LEGAL_ACT, n), "canonical", canonical);
}

static void an_agreement_has_its_parties(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "Подписано Отраслевое соглашение между Министерством торговли Республики Казахстан (далее – "
		  "Министерство), Профсоюзом гончаров Казахстана и Ассоциацией «Круг»." },
		{ BLOCK_PARA, NULL, "Действует отраслевое соглашение с Министерством торговли Республики Казахстан." },
		{ BLOCK_PARA, NULL, "Меморандум о взаимопонимании с Профсоюзом гончаров Монголии подписан." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical",
		    "Отраслевое соглашение между Министерством торговли Республики Казахстан, Профсоюзом гончаров "
		    "Казахстана и Ассоциацией «Круг»");
	assert_act(f, 1, "отраслевое соглашение с Министерством торговли Республики Казахстан",
		   "Отраслевое соглашение с Министерством торговли Республики Казахстан");
	assert_act(f, 2, "Меморандум о взаимопонимании с Профсоюзом гончаров Монголии",
		   "Меморандум о взаимопонимании с Профсоюзом гончаров Монголии");
}

static void minutes_are_called_by_their_meeting(void **state)
{
	static const struct line adopted[] = {
		{ BLOCK_PARA, NULL, "Принят на общем собрании работников 24 января 2024 года (протокол № 1)" },
		{ BLOCK_PARA, NULL, "Протокол 2002 года к Конвенции № 155 не ратифицирован." },
		{ 0 },
	};
	static const struct line own[] = {
		{ BLOCK_PARA, NULL, "ПРОТОКОЛ № 5" },
		{ BLOCK_PARA, NULL, "очередного заседания гончаров" },
		{ BLOCK_PARA, NULL, "г. Псков" },
		{ BLOCK_PARA, NULL, "26 ноября 2024 года" },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, adopted, NULL);
	assert_act(f, 0, "протокол № 1", "Протокол общего собрания работников № 1");
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 1);
	resolve_lines(f, own, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", "Протокол заседания № 5");
}

static void the_parties_of_an_agreement_stand_behind_their_preposition(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "Действует Соглашение между Министерством торговли Республики Казахстан и Профсоюзом гончаров "
		  "Казахстана." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical",
		    "Соглашение между Министерством торговли Республики Казахстан и Профсоюзом гончаров Казахстана");
}

static void signs_that_end_a_citation(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Иначе решили позже (Закон № 4113) после реформы 2020 года." },
		{ BLOCK_PARA, NULL,
		  "Нарушена Европейская социальная хартия (пересмотренная) и модельный закон «О глине»." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_act(f, 0, "Закон № 4113", "Закон № 4113");
	assert_act(f, 1, "Европейская социальная хартия (пересмотренная)",
		   "Европейская социальная хартия (пересмотренная)");
	assert_act(f, 2, "модельный закон «О глине»", "Модельный закон «О глине»");
}

static void a_title_keeps_its_own_brackets(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Принят Закон № 7 «О печах (горнах)»." },
		{ BLOCK_PARA, NULL,
		  "Соглашение между Министерством торговли Молдовы и Профсоюзом гончаров Молдовы, целей "
		  "устойчивого развития и роста ООН, действует." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", "Закон «О печах (горнах)»");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 1), "canonical",
		    "Соглашение между Министерством торговли Молдовы и Профсоюзом гончаров Молдовы");
}

static void what_an_act_is_about_may_stand_behind_its_number(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Принят Закон № 245/2006 об обжиге глины, но не исполнен." },
		{ BLOCK_PARA, NULL, "Отменён приказ № 7 о найме гончаров и о складах." },
		{ BLOCK_PARA, NULL, "Постановление № 12 в газете «Глина» опубликовано." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_act(f, 0, "Закон № 245/2006 об обжиге глины", "Закон об обжиге глины");
	assert_act(f, 1, "приказ № 7 о найме гончаров и о складах", "Приказ о найме гончаров и о складах");
	assert_act(f, 2, "Постановление № 12", "Постановление № 12");
}

static void one_sign_may_close_two_quotations(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Указ Президента № 9 «О Стратегии «Глина – 2040», Закон «О печах» исполнены." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_text(f, nth(f, ITEM_LEGAL_ACT, 0), "Указ Президента № 9 «О Стратегии «Глина – 2040»");
	assert_text(f, nth(f, ITEM_LEGAL_ACT, 1), "Стратегии «Глина – 2040»");
	assert_text(f, nth(f, ITEM_LEGAL_ACT, 2), "Закон «О печах»");
}

static void heads_are_of_the_language_of_the_document(void **state)
{
	static const struct line ru[] = {
		{ BLOCK_PARA, NULL, "Согласно Трудовому кодексу Грузии рабочие гончарных мастерских отдыхают." },
		{ 0 },
	};
	struct fixture *f = *state;

	start_doc(f);
	jval_set_str(&f->d.arena, doc_meta(&f->d), "lang", SPAN("ru"));
	add_line(f, ru[0].kind, NULL, ru[0].text);
	resolve(f, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", "Трудовой кодекс Грузии");
	start_doc(f);
	jval_set_str(&f->d.arena, doc_meta(&f->d), "lang", SPAN("uk"));
	add_line(f, BLOCK_PARA, NULL, "Згідно з проєктом Трудового кодексу гончарі відпочивають.");
	resolve(f, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", "Трудовий кодекс України");
}

static void a_paper_may_point_at_itself_by_its_full_name(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Стороны приняли настоящее решение." },
		{ BLOCK_PARA, NULL, "Данная Программа Профсоюза гончаров исполнена." },
		{ 0 },
	};
	struct fixture *f = *state;
	struct item *it;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 0);
	start_doc(f);
	add_line(f, BLOCK_PARA, NULL, "Настоящее Отраслевое соглашение на 2031 год заключено.");
	it = doc_add_item(&f->d, ITEM_DATE, strlen("Настоящее Отраслевое соглашение на "),
			  strlen("Настоящее Отраслевое соглашение на 2031 год"), "test");
	jval_set_str(&f->d.arena, it->norm, "value", SPAN("2031"));
	resolve(f, NULL);
	assert_act(f, 0, "Отраслевое соглашение на 2031 год", "Отраслевое соглашение на 2031 год");
}

static void an_agreement_has_adjectives_before_its_head(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ОТЧЁТ о работе гончаров" },
		{ BLOCK_PARA, NULL,
		  "О ходе выполнения Псковского областного трехстороннего соглашения по вопросам труда на 2025–2027 "
		  "годы." },
		{ BLOCK_PARA, NULL, "Выполнено 109 мероприятий Соглашения." },
		{ BLOCK_PARA, NULL, "Не подписано региональное соглашение о минимальной заработной плате № 61-РС." },
		{ 0 },
	};
	static const char *const name =
		"Псковское областное трехстороннее соглашение по вопросам труда на 2025-2027 годы";
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", name);
	assert_act(f, 1, "Соглашения", name);
	assert_act(f, 2, "региональное соглашение о минимальной заработной плате № 61-РС",
		   "Региональное соглашение о минимальной заработной плате");
}

/* A directive of the EU has a number without a sign; a title ends before another act and before "по-прежнему". */
static void what_an_act_is_about_ends(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Внедряется Директива (ЕС) 2022/2041 об адекватной заработной плате." },
		{ BLOCK_PARA, NULL,
		  "Закон № 140 о Государственной инспекции труда и Закон № 131 о контроле по-прежнему в силе." },
		{ BLOCK_PARA, NULL, "Снова нарушен Закон № 131." },
		{ BLOCK_PARA, NULL, "Готовы План мероприятий по стране № 4 и Стратегию на будущее не читали." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_act(f, 0, "Директива (ЕС) 2022/2041 об адекватной заработной плате",
		   "Директива об адекватной заработной плате");
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "number", "2022/2041");
	assert_act(f, 1, "Закон № 140 о Государственной инспекции труда", "Закон о Государственной инспекции труда");
	assert_act(f, 2, "Закон № 131 о контроле", "Закон о контроле");
	assert_act(f, 3, "Закон № 131", "Закон о контроле");
	assert_text(f, nth(f, ITEM_LEGAL_ACT, 4), "План мероприятий по стране № 4");
}

static void an_agreement_that_gets_a_short_name_is_the_paper_itself(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ОТРАСЛЕВОЕ СОГЛАШЕНИЕ по гончарным мастерским на 2026–2028 годы" },
		{ BLOCK_PARA, NULL, "1.1. Отраслевое соглашение (далее – Соглашение) заключено по Трудовому кодексу." },
		{ BLOCK_PARA, NULL, "В Кодекс поправок нет. Устав Рослеспрофсоюза принят. Читать План на заседаниях." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 3);
	assert_act(f, 2, "Устав Рослеспрофсоюза", "Устав Рослеспрофсоюза");
}

static void what_is_done_with_an_act_ends_its_name(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Рассматривать ход выполнения Плана мероприятий на заседаниях Президиума." },
		{ BLOCK_PARA, NULL, "Ответственный за реализацию Стратегии – заместитель Председателя Совета." },
		{ BLOCK_PARA, NULL, "Привести Положение о паромах в соответствие с Законом РФ «О мостах»." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, NULL);
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 2);
	assert_act(f, 0, "Положение о паромах", "Положение о паромах");
	assert_act(f, 1, "Законом РФ «О мостах»", "Закон Российской Федерации «О мостах»");
}

static void series_of_laws_are_of_the_number(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "Указ Президента Кыргызской Республики УП № 19 действует." },
		{ BLOCK_PARA, NULL, "Закон Республики Казахстан «О мостах» № 41-V ЗРК действует." },
		{ BLOCK_PARA, NULL, "Законопроект № 55 отклонён, хотя законопроект № 55 «О бакенах» ждали." },
		{ 0 },
	};
	struct fixture *f = *state;

	resolve_lines(f, lines, "acts");
	assert_act(f, 0, "Указ Президента Кыргызской Республики УП № 19", "Указ Президента Кыргызской Республики № 19");
	assert_text(f, nth(f, ITEM_LEGAL_ACT, 1), "Закон Республики Казахстан «О мостах» № 41-V ЗРК");
	assert_act(f, 2, "Законопроект № 55", "Законопроект «О бакенах»");
}

static void a_letterhead_ends_with_who_speaks(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL, "ПРОФСОЮЗ РАБОТНИКОВ ПАРОМОВ РОССИИ КАМСКИЙ ТЕРРИТОРИАЛЬНЫЙ КОМИТЕТ ПРЕЗИДИУМ" },
		{ BLOCK_HEADING, NULL, "ПОСТАНОВЛЕНИЕ" },
		{ BLOCK_PARA, NULL, "Об итогах навигации" },
		{ BLOCK_PARA, NULL, "Президиум Камского территориального комитета (далее – КТК) отмечает рост." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical", "Постановление Президиума КТК «Об итогах навигации»");
}

static void english_parties_may_stand_on_lines_of_their_own(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "AGREEMENT by and between" },
		{ BLOCK_TITLE, NULL, "the Ferry Company and" },
		{ BLOCK_TITLE, NULL, "the Ferry Workers' Union" },
		{ BLOCK_PARA, NULL, "This Agreement is entered into by and between the Ferry Company and the Union." },
		{ 0 },
	};
	struct fixture *f = *state;

	start_doc(f);
	jval_set_str(&f->d.arena, doc_meta(&f->d), "lang", SPAN("en"));
	for (const struct line *l = lines; l->text; l++)
		add_line(f, l->kind, l->mark, l->text);
	resolve(f, NULL);
	assert_norm(nth(f, ITEM_LEGAL_ACT, 0), "canonical",
		    "Agreement by and between the Ferry Company and the Ferry Workers' Union");
}

static void a_title_is_of_the_paper_that_is_named_in_full(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_TITLE, NULL, "ПРОГРАММА Профсоюза паромщиков Камы «Твёрдый берег» на 2026–2028 годы" },
		{ BLOCK_PARA, NULL, "Программа «Твёрдый берег» исполнена." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	start_doc(f);
	for (const struct line *l = lines; l->text; l++)
		add_line(f, l->kind, l->mark, l->text);
	f->d.text = buf_span(&f->text);
	resolve(f, NULL);
	assert_true(span_eq(jval_str(nth(f, ITEM_LEGAL_ACT, 0)->norm, "canonical"),
			    jval_str(nth(f, ITEM_LEGAL_ACT, 1)->norm, "canonical")));
}

static void the_constitution_is_the_one_cited_before(void **state)
{
	struct fixture *f = *state;
	struct item *it;

	start_doc(f);
	jval_set_str(&f->d.arena, doc_meta(&f->d), "lang", SPAN("en"));
	add_line(f, BLOCK_PARA, NULL,
		 "Recalling the Constitution of Ruritania and the Ferry Safety Act (FSA), we note");
	add_line(f, BLOCK_PARA, NULL, "that article 19 of the Constitution and the FSA are ignored.");
	f->d.text = buf_span(&f->text);
	for (int i = 0; i < 2; i++) {
		static const char *const names[] = { "Constitution of Ruritania", "Ferry Safety Act" };
		size_t at = span_find(f->d.text, span_of(names[i]), 0);

		it = doc_add_item(&f->d, ITEM_LEGAL_ACT, at, at + strlen(names[i]), "test");
		it->norm = jval_object(&f->d.arena);
		jval_set_str(&f->d.arena, it->norm, "canonical", span_of(names[i]));
	}
	resolve(f, "acts");
	assert_act(f, 2, "FSA", "Ferry Safety Act");
	assert_act(f, 3, "Constitution", "Constitution of Ruritania");
	assert_act(f, 4, "FSA", "Ferry Safety Act");
}

static void rules_are_named_by_what_they_are_for(void **state)
{
	static const struct line lines[] = {
		{ BLOCK_PARA, NULL,
		  "Внести поправки в Правила содержания паромов и пересмотреть Порядок выдачи канатов." },
		{ BLOCK_PARA, NULL, "Правила содержания паромов нарушены в порядке исключения." },
		{ 0 },
	};
	struct fixture *f = *state;

	needs_dictionary();
	resolve_lines(f, lines, "acts");
	assert_int_equal(count(f, ITEM_LEGAL_ACT), 2);
	assert_act(f, 1, "Порядок выдачи канатов", "Порядок выдачи канатов");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_agreement_has_adjectives_before_its_head),
		cmocka_unit_test(what_an_act_is_about_ends),
		cmocka_unit_test(an_agreement_that_gets_a_short_name_is_the_paper_itself),
		cmocka_unit_test(an_agreement_has_its_parties),
		cmocka_unit_test(minutes_are_called_by_their_meeting),
		cmocka_unit_test(signs_that_end_a_citation),
		cmocka_unit_test(a_title_keeps_its_own_brackets),
		cmocka_unit_test(the_parties_of_an_agreement_stand_behind_their_preposition),
		cmocka_unit_test(what_an_act_is_about_may_stand_behind_its_number),
		cmocka_unit_test(one_sign_may_close_two_quotations),
		cmocka_unit_test(heads_are_of_the_language_of_the_document),
		cmocka_unit_test(a_paper_may_point_at_itself_by_its_full_name),
		cmocka_unit_test(what_is_done_with_an_act_ends_its_name),
		cmocka_unit_test(a_title_is_of_the_paper_that_is_named_in_full),
		cmocka_unit_test(the_constitution_is_the_one_cited_before),
		cmocka_unit_test(rules_are_named_by_what_they_are_for),
		cmocka_unit_test(series_of_laws_are_of_the_number),
		cmocka_unit_test(a_letterhead_ends_with_who_speaks),
		cmocka_unit_test(english_parties_may_stand_on_lines_of_their_own),
	};

	return cmocka_run_group_tests(tests, open_resolver, close_resolver);
}
