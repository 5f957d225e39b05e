/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bodies, persons, places and events in sentences of many kinds of documents: which are found and under which name. The
 * sentences are made up; what needs the dictionary is skipped, with the reason, where the set-up could not fetch it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "doc.h"
#include "morph.h"
#include "person_name.h"
#include "resolve.h"
#include "utf8.h"

struct sentence_case {
	const char *lang, *text, *names; /* canonical names in text order, joined by " | " */
};

static bool open_or_skip(struct resolver *r)
{
	struct err e = { 0 };

	if (!resolver_open(r, &e))
		fail_msg("%s", e.text);
	if (morph_has_dictionary(r->morph))
		return true;
	printf("skipped: the Russian dictionary is not there (make setup fetches it)\n");
	resolver_close(r);
	return false;
}

/* One paragraph a line of the text, as svod-clean gives it. */
static void make_doc(struct doc *d, const struct sentence_case *c)
{
	struct span text = span_of(c->text), rest = text;

	doc_reset(d);
	d->has_text = true;
	d->text = text;
	jval_set_str(&d->arena, doc_meta(d), "lang", span_of(c->lang));
	while (rest.p) {
		struct span line = span_cut(&rest, '\n');
		size_t start = (size_t)(line.p - text.p);

		doc_add_block(d, BLOCK_PARA, start, start + line.n);
		doc_add_sentence(d, start, start + line.n);
	}
}

static void check_names(const struct sentence_case *cases, size_t n, enum item_type type)
{
	struct resolver r = { 0 };
	struct doc d = { 0 };
	struct buf found = { 0 };

	if (!open_or_skip(&r))
		skip();
	for (size_t i = 0; i < n; i++) {
		struct err e = { 0 };

		make_doc(&d, &cases[i]);
		assert_true(resolver_run(&r, &d, &e));
		buf_reset(&found);
		for (size_t k = 0; k < d.n_items; k++) {
			if (d.items[k].type != type)
				continue;
			if (found.n)
				buf_puts(&found, " | ");
			buf_add(&found, jval_str(d.items[k].norm, "canonical"));
		}
		assert_string_equal(buf_str(&found), cases[i].names);
	}
	buf_free(&found);
	doc_free(&d);
	resolver_close(&r);
}

#define CHECK(cases, type) check_names((cases), sizeof(cases) / sizeof *(cases), (type))

static void bodies_are_named_in_the_nominative(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Письмо направлено Министерству труда и социальной защиты населения РК.",
		  "Министерство труда и социальной защиты населения Республики Казахстан" },
		{ "ru", "Делегация посетила Кубанский государственный медицинский университет.",
		  "Кубанский государственный медицинский университет" },
		{ "ru", "Проверку провело Управление Федеральной службы по надзору в сфере связи по Алтайскому краю.",
		  "Управление Федеральной службы по надзору в сфере связи по Алтайскому краю" },
		{ "ru", "С приветствием выступил председатель Ассоциации профсоюзов Санкт-Петербурга.",
		  "Ассоциация профсоюзов Санкт-Петербурга" },
		{ "ru", "Соглашение с Профсоюзом работников здравоохранения РФ продлено.",
		  "Профсоюз работников здравоохранения Российской Федерации" },
		{ "ru", "ПРАВИТЕЛЬСТВО РЕСПУБЛИКИ КАЗАХСТАН ПОСТАНОВЛЯЕТ", "Правительство Республики Казахстан" },
	};

	(void)state;
	CHECK(cases, ITEM_ORG);
}

static void generic_words_are_no_bodies(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Комиссия по трудовым спорам рассматривает заявления работников.", "" },
		{ "ru", "Членские организации и профсоюзные комитеты отчитываются о работе.", "" },
		{ "ru", "Первичная профсоюзная организация создаётся по решению собрания.", "" },
		{ "ru", "Граждане Российской Федерации имеют право на труд.", "" },
	};

	(void)state;
	CHECK(cases, ITEM_ORG);
}

static void names_in_quotes_keep_what_belongs_to_them(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Договор подписан с ОАО «Гомельский завод литья» и ГБУЗ «Городская больница № 1».",
		  "ОАО «Гомельский завод литья» | ГБУЗ «Городская больница № 1»" },
		{ "ru", "Об этом пишет газета «Вестник труда».", "Вестник труда" },
		{ "ru", "Открытое акционерное общество «Ткачи» растёт.\nДоговор с ОАО «Ткачи» подписан.",
		  "Открытое акционерное общество «Ткачи» | Открытое акционерное общество «Ткачи»" },
		{ "ru", "В КГУ «Центр услуг «Тулпар» прошла проверка. Пример КГУ «Тулпар» показателен.",
		  "КГУ «Центр услуг «Тулпар» | КГУ «Центр услуг «Тулпар»" },
		{ "ru", "Выступила председатель профсоюзной организации ОАО «Янтарь».",
		  "Профсоюзная организация ОАО «Янтарь»" },
	};

	(void)state;
	CHECK(cases, ITEM_ORG);
}

static void a_document_defines_its_own_short_names(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru",
		  "Федерация профсоюзов Приморья (далее – Федерация) принимает план.\nЧлены Федерации платят взносы.",
		  "Федерация профсоюзов Приморья | Федерация профсоюзов Приморья | Федерация профсоюзов Приморья" },
		{ "ru", "Комитет подводников Севера (КПС) создан в мае. Представители КПС выступили.",
		  "Комитет подводников Севера | Комитет подводников Севера | Комитет подводников Севера" },
		{ "ru",
		  "Центральный совет Профсоюза лесников Карелии (далее – Профсоюз) решил.\nУстав Профсоюза принят.",
		  "Центральный совет Профсоюза | Профсоюз лесников Карелии | Профсоюз лесников Карелии" },
		{ "ru", "Горняцкий профсоюз Урала (Уралпрофсоюз) ждёт. Съезд Уралпрофсоюза отложен.",
		  "Горняцкий профсоюз Урала | Горняцкий профсоюз Урала | Горняцкий профсоюз Урала" },
		{ "ru", "РТК – Региональная трёхсторонняя комиссия\nЗаседание РТК прошло.",
		  "Региональная трёхсторонняя комиссия | Региональная трёхсторонняя комиссия | "
		  "Региональная трёхсторонняя комиссия" },
	};

	(void)state;
	CHECK(cases, ITEM_ORG);
}

static void known_bodies_are_found_in_every_form(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Взаимодействие с Международной конфедерацией профсоюзов и МОТ.",
		  "Международная конфедерация профсоюзов | Международная организация труда" },
		{ "uk", "Звернення до Верховної Ради України та Федерації профспілок України.",
		  "Верховна Рада України | Федерація профспілок України" },
		{ "en", "The ITUC and the International Labour Organization supported the appeal.",
		  "International Trade Union Confederation | International Labour Organization" },
	};

	(void)state;
	CHECK(cases, ITEM_ORG);
}

static void other_languages_have_bodies_too(void **state)
{
	static const struct sentence_case cases[] = {
		{ "uk", "Міністерства енергетики України та Державної служби України з питань праці.",
		  "Міністерство енергетики України | Державна служба України з питань праці" },
		{ "be", "Савет Прафсаюза «Крыніца» звярнуўся ў Міністэрства працы.",
		  "Савет Прафсаюза «Крыніца» | Міністэрства працы" },
		{ "kk",
		  "Құжатты «Дарын» салалық кәсіподағы мен Қазақстан Республикасының Энергетика министрлігі қабылдады.",
		  "«Дарын» салалық кәсіподағы | Қазақстан Республикасының Энергетика министрлігі" },
		{ "en",
		  "Between Northern Rail Limited (hereinafter the \"Company\") and the Union of Dockers, the Company "
		  "pays.",
		  "Northern Rail Limited | Northern Rail Limited | Union of Dockers | Northern Rail Limited" },
	};

	(void)state;
	CHECK(cases, ITEM_ORG);
}

static void lists_that_name_regions_only_are_bodies(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Указать председателям Камской (Петров А.А.), Окской (Сидорова Б.Б.) на ошибки.",
		  "Камская организация | Окская организация" },
	};

	(void)state;
	CHECK(cases, ITEM_ORG);
}

static void other_languages_name_bodies_too(void **state)
{
	static const struct sentence_case cases[] = {
		{ "uk", "Львівській обласній організації надати звіт Раді Незалежної профспілки вчителів України.",
		  "Львівська обласна організація | Рада Незалежної профспілки вчителів України" },
		{ "be", "Урад Рэспублікі Беларусь і ААТ «Сівая рака» падпісалі пагадненне.",
		  "Урад Рэспублікі Беларусь | ААТ «Сівая рака»" },
		{ "ky", "Сунуш Эмгек, социалдык камсыздоо жана миграция министрлигине берилсин.",
		  "Эмгек, социалдык камсыздоо жана миграция министрлиги" },
		{ "ru", "Внести в Министерство труда Республики Казахстан предложения о выплатах.",
		  "Министерство труда Республики Казахстан" },
		{ "ru", "Заслушан отчёт Слуцкой районной организации.", "Слуцкая районная организация" },
	};

	(void)state;
	CHECK(cases, ITEM_ORG);
}

static void persons_stand_in_the_nominative(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Выразить благодарность заместителю председателя Смирновой О.В. и мастеру Козлову П.П.",
		  "Смирнова О.В. | Козлов П.П." },
		{ "ru", "Заслушав информацию заведующего отделом Ведерникова П.Л., совет решил.", "Ведерников П.Л." },
		{ "ru", "В лице директора Кузнецова Андрея Павловича и председателя Н.А. Дзюбы.",
		  "Кузнецов А.П. | Дзюба Н.А." },
		{ "ru", "Открыла встречу Елена Тимашова. Университет имени И.П. Павлова не участвовал.",
		  "Тимашова Елена" },
		{ "uk", "Обрати головою Саєнка О.П.", "Саєнко О.П." },
		{ "uk", "Голова Спілки\tГригорій МОРОЗ", "Мороз Григорій" },
		{ "ru", "Уважаемый Иван Петрович! Председатель Белпрофсоюза О.П. Зимин здесь.", "Зимин О.П." },
		{ "uk", "Доручити Дорошенку Георгію Федоровичу підготувати звіт.", "Дорошенко Г.Ф." },
		{ "ru", "Премии вручены мастеру Омарову Ерлану Тулегеновичу.", "Омаров Е.Т." },
		{ "ru", "Председатель М.М. Орда", "Орда М.М." },
		{ "ru", "Поблагодарить за работу Олега Сорокопуда.", "Сорокопуд Олег" },
		{ "kk", "Бақылау Серік Болатұлы Ахметовке жүктелсін.", "Ахметов С.Б." },
		{ "be", "Даручыць Мікалаю Пятровічу Шаўчуку.", "Шаўчук М.П." },
		{ "en", "The meeting heard General Secretary Jane Carter and Mr. Paul Stone.",
		  "Carter Jane | Stone Paul" },
	};

	(void)state;
	CHECK(cases, ITEM_PERSON);
}

static void places_stand_outside_other_names(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Семинары прошли в г. Ставрополе, Казахстане и Псковской области.",
		  "Ставрополь | Казахстан | Псковская область" },
		{ "ru", "Федерация профсоюзов Казахстана выступила с заявлением.", "" },
		{ "ru", "Курсы открыты: 20 в Мурманской и 14 в Архангельской области.",
		  "Мурманская область | Архангельская область" },
		{ "uk", "Семінари відбулися у Львові та Харкові.", "Львів | Харків" },
		{ "be", "Адкрыць курсы ў Гродзенскай і Брэсцкай абласцях і ў Полацку.",
		  "Гродзенская вобласць | Брэсцкая вобласць | Полацк" },
		{ "en", "The General Council met in Brussels, Belgium.", "Brussels | Belgium" },
		{ "uk", "У Полтавській, Сумській та Чернігівській областях Україна має філії.",
		  "Полтавська область | Сумська область | Чернігівська область | Україна" },
		{ "en", "Mr Gomez paid in Euro at Osh and left for Gomel.", "Osh | Gomel" },
	};

	(void)state;
	CHECK(cases, ITEM_PLACE);
}

static void events_have_a_name_of_their_own(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "В республиканском конкурсе «Лучший мастер» участвовали многие.",
		  "Республиканский конкурс «Лучший мастер»" },
		{ "ru", "Решение принято на XII Съезде горняков.", "XII Съезд горняков" },
		{ "ru", "Итоги смотра-конкурса «Лучший цех» подведены.", "Смотр-конкурс «Лучший цех»" },
		{ "ru", "Решение VI съезда горняков «Уголь и люди» принято.", "VI съезд горняков" },
		{ "ru", "Проводятся семинары и совещания.", "" },
		{ "ru", "Смотр посвящён Дню стеклодува.", "День стеклодува" },
		{ "ru", "В IX Всероссийском конкурсе «Золотая игла» участвовали многие.",
		  "IX Всероссийский конкурс «Золотая игла»" },
		{ "ru", "В марте прошёл рабочий день без потерь.", "" },
	};

	(void)state;
	CHECK(cases, ITEM_EVENT);
}

/* The same rules for papers that bring several bodies and persons into one sentence. */
static void papers_name_many_bodies_at_once(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "ОАО «Зеркальный завод» (далее – Наниматель, Общество) и профком. Приказ Общества исполнен.",
		  "ОАО «Зеркальный завод» | ОАО «Зеркальный завод» | ОАО «Зеркальный завод» | ОАО «Зеркальный завод»" },
		{ "ru",
		  "Первичная профсоюзная организация ОАО «Зеркальный завод» Профсоюза стекольщиков России собралась.",
		  "Первичная профсоюзная организация ОАО «Зеркальный завод» Профсоюза стекольщиков России" },
		{ "ru", "На заводе ООО «Стеклоград» создана комиссия.", "ООО «Стеклоград»" },
		{ "ru", "Вопрос внесён в Парламент. Закон Республики Молдова принят.", "Парламент Республики Молдова" },
		{ "ru",
		  "Министерство связи Республики Казахстан (далее – Министерство) отвечает. Запрос направлен в "
		  "Министерство "
		  "финансов Республики Казахстан.",
		  "Министерство связи Республики Казахстан | Министерство связи Республики Казахстан | Министерство "
		  "финансов "
		  "Республики Казахстан" },
		{ "ru", "Кредит выдал ПАО Промстройбанк, договор подписало АО Vetroline.",
		  "ПАО Промстройбанк | АО Vetroline" },
		{ "ru", "Внести в Отраслевую комиссию предложения по оплате.", "Отраслевая комиссия" },
		{ "ru", "Федеральное агентство по каналам (Росканал) ответило. План утверждён Росканалом.",
		  "Федеральное агентство по каналам | Федеральное агентство по каналам | Федеральное агентство по "
		  "каналам" },
		{ "ru", "Служба надзора при Министерстве лесов проверила.", "Служба надзора при Министерстве лесов" },
		{ "ru", "Собрание прошло в филиале АО «Берег» в Курске.", "Филиал АО «Берег» в Курске" },
		{ "en", "The Council of the Bakers' Union of Latvia (LMAS) met; LMAS agreed.",
		  "Council of the Bakers' Union of Latvia | Bakers' Union of Latvia | Bakers' Union of Latvia" },
		{ "uk", "Лист до Комітету з питань праці надіслано.", "Комітет з питань праці" },
		{ "ru",
		  "Общероссийский профессиональный союз ткачей (Профсоюз ткачей) создан. Совет Профсоюза ткачей "
		  "работает.",
		  "Общероссийский профессиональный союз ткачей | Общероссийский профессиональный союз ткачей | "
		  "Совет Профсоюза ткачей" },
		{ "ru", "Ответили МЧС России и Минстрой России.", "МЧС | Минстрой России" },
		{ "en", "CONSTITUTION OF THE UNION OF BAKERS", "Union of Bakers" },
		{ "kk", "Бұл А. Жұбанов атындағы өнер университеті.", "А. Жұбанов атындағы өнер университеті" },
		{ "uk", "Уряд доручив Мінфіну знайти кошти.", "Мінфін" },
		{ "ru", "Договор администрации КГП на ПХВ «Первая больница» подписан.",
		  "КГП на ПХВ «Первая больница»" },
		{ "ru", "РЕЗОЛЮЦИЯ СОБРАНИЯ", "" },
		{ "ru", "Встреча с Федерацией профсоюзов Озёрной Народной Республики и Тульской федерацией профсоюзов.",
		  "Федерация профсоюзов Озёрной Народной Республики | Тульская федерация профсоюзов" },
		{ "ru", "Национальный совет по труду рассмотрел споры. Белгосстрах выплатил пособия.",
		  "Национальный совет по труду | Белгосстрах" },
		{ "en", "The Union of Bakers of Georgia and Volna Georgia LLC agreed.",
		  "Union of Bakers of Georgia | Volna Georgia LLC" },
		{ "ru", "Постановление ЦК Профсоюза пекарей принято.", "Центральный комитет Профсоюза пекарей" },
		{ "ru", "Отдых в санатории-профилактории «Сосновый».", "Санаторий-профилакторий «Сосновый»" },
		{ "ru", "Создана Трёхсторонняя комиссия по труду.", "Трёхсторонняя комиссия по труду" },
		{ "uk", "Лист надіслано Головним управлінням Держпродспоживслужби України.",
		  "Головне управління Держпродспоживслужби України" },
		{ "be", "Звярнуліся ў Клецкі райвыканкам і ўпраўленне па працы Клецкага райвыканкама.",
		  "Клецкі райвыканкам | Упраўленне па працы Клецкага райвыканкама" },
		{ "ru", "Встреча с ОАО «Зеркальный завод» по вопросу оплаты труда.", "ОАО «Зеркальный завод»" },
		{ "uk",
		  "Центральна рада Профспілки пекарів і кондитерів України (далі – ППКУ) діє. Голова ППКУ виступив.",
		  "Центральна рада ППКУ | Профспілка пекарів і кондитерів України | Профспілка пекарів і кондитерів "
		  "України" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void persons_of_many_languages_are_found(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Директор Фонда Пчелинцева Ю. К. ответила.", "Пчелинцева Ю.К." },
		{ "ru", "Работу оплатил Фонд Теодора Хойса.", "" },
		{ "ru", "Справку главного инспектора труда Бойко И. И. приняли.", "Бойко И.И." },
		{ "ru", "Об этом сказала Мария Ростова.", "Ростова Мария" },
		{ "ru", "Доклад секретаря ФНПР Наталии Петровны Озеровой приняли.", "Озерова Н.П." },
		{ "ru", "Собрание открыл слесарь Дмитрий Луговой.", "Луговой Дмитрий" },
		{ "ru", "Грамоту вручили Рустаму Мамед оглы Алиеву.", "Алиев Р.М." },
		{ "ru", "Контора на ул. Льва Толстого закрыта.", "" },
		{ "uk", "Зустріч з Михайлом Заболотним та Оксаною Черненко відбулася.",
		  "Заболотний Михайло | Черненко Оксана" },
		{ "uk", "Слово надано Петру Кравцю.", "Кравець Петро" },
		{ "be", "Кантроль ускласці на намесніка старшыні Лукашэнку Я. Я.", "Лукашэнка Я.Я." },
		{ "be", "Прасіць дырэктара Дуба А. М. і сакратара камітэта Верабей К. К.", "Дуб А.М. | Верабей К.К." },
		{ "be", "Сакратар: Журба А. В.\nНакіраваць Журбу А. В. на вучобу.", "Журба А.В. | Журба А.В." },
		{ "ru", "Грамоты получили: Тарасюка П. С., мастера участка.", "Тарасюк П.С." },
		{ "ru", "Зам. председателя райкома К. Рогова.", "Рогова К." },
		{ "ru", "Встреча с акимом области Нурланом Сериковым.", "Сериков Нурлан" },
		{ "ru", "Занятия ведут юристы Центра Ю. Баринская и П. Щукин.", "Баринская Ю. | Щукин П." },
		{ "uk", "Первинна організація університету імені В. Н. Журби.", "" },
		{ "ru", "Выступили: Лилия Воск, председатель райкома.", "Воск Лилия" },
		{ "ru", "Слово взял Сергей Юшкевич.", "Юшкевич Сергей" },
		{ "ru", "В гостях председатель Федерации профсоюзов Грузии И. П. Беридзе.", "Беридзе И.П." },
		{ "ru", "Председатель Сахиб Велиев закрыл заседание.", "Велиев Сахиб" },
		{ "en", "Aizada Bakyt kyzy, director, met John M. Carter, editor.", "Bakyt kyzy Aizada | Carter John" },
		{ "kk", "Жиналысқа одақ өкілі Данияр Сейтқалиев келді.", "Сейтқалиев Данияр" },
		{ "ky", "Аткаруу төраганын орун басары А. Б. Токтосуновго жүктөлсүн.", "Токтосунов А.Б." },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_PERSON);
}

static void names_go_as_far_as_they_are_theirs(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Получено от Профсоюза стекольщиков Казахстана «Шыны» и устав Союза рыбаков Латвии «Прибой».",
		  "Профсоюз стекольщиков Казахстана «Шыны» | Союз рыбаков Латвии «Прибой»" },
		{ "ru", "Протокол заседания Совета Рязанского областного союза организаций профсоюзов «14» мая 2021 г.",
		  "Совет Рязанского областного союза организаций профсоюзов" },
		{ "ru", "Проверка Фонда социального развития и НАО «Ертіс» отложена.",
		  "Фонд социального развития | НАО «Ертіс»" },
		{ "ru", "Доклад Межпарламентской Ассамблеи государств – участников СНГ и Евразийской комиссии.",
		  "Межпарламентская Ассамблея государств – участников СНГ | Евразийская комиссия" },
		{ "ru", "Поручить Департаменту ФНПР по связям с общественностью и печатью подготовить отчёт.",
		  "Департамент ФНПР по связям с общественностью и печатью" },
		{ "ru",
		  "Тульский и Орловский городские советы профсоюзов поддержали Псковское и Томское областные "
		  "объединения организаций профсоюзов.",
		  "Тульский городской совет профсоюзов | Орловский городской совет профсоюзов | Псковское областное "
		  "объединение организаций профсоюзов | Томское областное объединение организаций профсоюзов" },
		{ "ru", "Выступил председатель Кемеровской областной организации Росуглепрофа.",
		  "Кемеровская областная организация Росуглепрофа" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void organs_belong_to_the_body_that_speaks(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru",
		  "Профсоюз кондитеров Урала (далее – отраслевой профсоюз) создан в 1999 году.\nПрезидиуму ЦК "
		  "отраслевого профсоюза и отраслевому профсоюзу принять меры.",
		  "Профсоюз кондитеров Урала | Профсоюз кондитеров Урала | Президиум ЦК отраслевого профсоюза | "
		  "Профсоюз "
		  "кондитеров Урала" },
		{ "en",
		  "The Dockside Cranes Workers' Union (DCWU) met in May.\nThe DCWU asks the Executive Board to report "
		  "to the General Council.",
		  "Dockside Cranes Workers' Union | Dockside Cranes Workers' Union | Dockside Cranes Workers' Union | "
		  "Executive Board of the DCWU | General Council of the DCWU" },
		{ "uk",
		  "Спілка працівників річкових поромів (далі – Спілка) має план.\nЗвітують Виконком і Технічна "
		  "інспекція праці "
		  "Спілки щороку.",
		  "Спілка працівників річкових поромів | Спілка працівників річкових поромів | Виконавчий комітет "
		  "Спілки "
		  "| Технічна інспекція праці Спілки" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void meetings_and_days_are_events(void **state)
{
	static const struct sentence_case events[] = {
		{ "ru",
		  "Слово дали делегату на Всемирном конгрессе МКП и ведущему смотра самодеятельности «Звонкие голоса».",
		  "Всемирный конгресс МКП | Смотр самодеятельности «Звонкие голоса»" },
		{ "ru", "Профсоюз ткачей Иванова (далее – Профсоюз) создан учредительной конференцией в мае.",
		  "Учредительная конференция Профсоюза" },
	};
	static const struct sentence_case places[] = {
		{ "en", "Courses were held in Batumi, Samtredia and Tbilisi.", "Batumi | Samtredia | Tbilisi" },
		{ "ru", "Семинары прошли в Приволжском федеральном округе.", "Приволжский федеральный округ" },
		{ "ky", "Жыйынга Чүй жана Талас облустарынан өкүлдөр келди.", "Чүй облусу | Талас облусу" },
	};
	static const struct sentence_case persons[] = {
		{ "en", "The motion was seconded by Ilze Kalnina (Latvia).", "Kalnina Ilze" },
	};
	static const struct sentence_case orgs[] = {
		{ "en", "Guests came to the Second Pacific Trade Union Forum.", "" },
		{ "ru", "Федерация профсоюзов Поволжья провела встречу.\nСовет Федерации принял план, копия – ФНПР.",
		  "Федерация профсоюзов Поволжья | Совет Федерации | Федерация независимых профсоюзов России" },
	};

	(void)state;
	check_names(events, sizeof events / sizeof *events, ITEM_EVENT);
	check_names(places, sizeof places / sizeof *places, ITEM_PLACE);
	check_names(persons, sizeof persons / sizeof *persons, ITEM_PERSON);
	check_names(orgs, sizeof orgs / sizeof *orgs, ITEM_ORG);
}

static void surnames_follow_their_endings(void **state)
{
	static const struct {
		const char *form, *nominative;
		unsigned cases;
	} known[] = {
		{ "Дмитриеву", "Дмитриев", M_DAT },
		{ "Дмитриеву", "Дмитриева", M_ACC },
		{ "Кличко", "Кличко", M_GEN },
		{ "Седых", "Седых", M_DAT },
		{ "Донской", "Донская", M_GEN },
		{ "Гехту", "Гехт", M_DAT },
		{ "Римского-Корсакова", "Римский-Корсаков", M_GEN },
		{ "Байдаковым", "Байдаков", M_INS },
		{ "Волкова", "Волкова", M_NOM },
		{ "Волкова", "Волков", M_GEN },
		{ "Шмакову", "Шмаков", M_NOM },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		buf_reset(&out);
		person_nominative(span_of(known[i].form), known[i].cases, 0, &out);
		assert_string_equal(buf_str(&out), known[i].nominative);
	}
	buf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bodies_are_named_in_the_nominative),
		cmocka_unit_test(generic_words_are_no_bodies),
		cmocka_unit_test(names_in_quotes_keep_what_belongs_to_them),
		cmocka_unit_test(a_document_defines_its_own_short_names),
		cmocka_unit_test(known_bodies_are_found_in_every_form),
		cmocka_unit_test(other_languages_have_bodies_too),
		cmocka_unit_test(lists_that_name_regions_only_are_bodies),
		cmocka_unit_test(other_languages_name_bodies_too),
		cmocka_unit_test(persons_stand_in_the_nominative),
		cmocka_unit_test(places_stand_outside_other_names),
		cmocka_unit_test(events_have_a_name_of_their_own),
		cmocka_unit_test(papers_name_many_bodies_at_once),
		cmocka_unit_test(persons_of_many_languages_are_found),
		cmocka_unit_test(names_go_as_far_as_they_are_theirs),
		cmocka_unit_test(organs_belong_to_the_body_that_speaks),
		cmocka_unit_test(meetings_and_days_are_events),
		cmocka_unit_test(surnames_follow_their_endings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
