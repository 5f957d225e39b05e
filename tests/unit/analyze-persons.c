/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Persons of many peoples in minutes, signatures and lists: names that no dictionary has, either order of first name
 * and surname, cases that only both endings together tell.
 */
#include "analyze-names.h"

static void names_of_the_east_need_no_dictionary(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "Присутствовали: Сейран Тагизаде, Айжамал Орозова, Тынчтык Кадыралиев.",
		  "Тагизаде Сейран | Орозова Айжамал | Кадыралиев Тынчтык" },
		{ "ru", "Слово дали Жаркынай Молдокуловой и Санжару Эргешову.",
		  "Молдокулова Жаркынай | Эргешов Санжар" },
		{ "ru", "Бригада Фазлиддина Хамракулова приняла смену.", "Хамракулов Фазлиддин" },
		{ "ru", "Комиссия (Вугар Насибзаде) проверила цех.", "Насибзаде Вугар" },
		{ "ru", "Заместитель председателя Ормонова Нурзат доложила об охране труда.", "Ормонова Нурзат" },
		{ "ru", "Инструктор Цой Виктория провела семинар.", "Цой Виктория" },
		{ "ru", "Отдых проходил в селе Кызыл Ажиева.", "" },
		{ "kk", "Қатысқандар: Сейітова Гүлмира, Әсел Нұрланқызы.", "Сейітова Гүлмира | Нұрланқызы Әсел" },
		{ "kk", "Грамота Тамара Викторовна Горбуноваға тапсырылды.", "Горбунова Т.В." },
		{ "en", "The toolkit was written by Aigerim Sadykova and tested in Old Geneva.", "Sadykova Aigerim" },
		{ "en", "Signed: Rustam K. Ismailov, Chair", "Ismailov R.K." },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_PERSON);
}

static void initials_prove_surnames_that_are_words_as_well(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ru", "За работодателей: А. Ли; отв.: Пак И., Ни С. В.", "Ли А. | Пак И. | Ни С.В." },
		{ "ru", "Минтранс (Р. Сыров), профсоюз (Г. Ворона) готовят проект.", "Сыров Р. | Ворона Г." },
		{ "ru", "От имени которого действует председатель Темирхан Б.С.", "Темирхан Б.С." },
		{ "ru", "Председатель А. К. Жээнбек кызы", "Жээнбек кызы А.К." },
		{ "ru", "Эксперт Ж.-М. Дюваль ответил на вопросы.", "Дюваль Ж.М." },
		{ "ru", "Секретарь Эльчин Т. Гаджили огласил итоги.", "Гаджили Э.Т." },
		{ "ru", "Раздел А. Порядок приёма, группа В. Работы на высоте.", "" },
		{ "ru", "Слово предоставили г-же О. Мунтяну.", "Мунтяну О." },
		{ "ru", "Председатель городской организации Владимир Савик и мастер Ульяна Зорина.",
		  "Савик Владимир | Зорина Ульяна" },
		{ "ru", "Профсоюзы Молдовы. Председатель В. Г. Стамати получил письмо от Иона Цуркану.",
		  "Стамати В.Г. | Цуркану Ион" },
		{ "ru", "Вручить диплом бригадиру Ульяне Зориной.", "Зорина Ульяна" },
		{ "ru", "Докладчик: Сомов Р.В., председатель.\nСлушали:\nСомова Р.В.: долг растёт.",
		  "Сомов Р.В. | Сомов Р.В." },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_PERSON);
}

static void ukrainian_and_belarusian_surnames_lose_their_case(void **state)
{
	static const struct sentence_case cases[] = {
		{ "uk", "Заслухали голову профкому Сірка Богдана Івановича.", "Сірко Б.І." },
		{ "uk", "Подякували В’ячеславу Костюку та Стефанії Бойко.", "Костюк В’ячеслав | Бойко Стефанія" },
		{ "uk", "Директорка О.-С. Гнатюк, Марія П. Дзюба", "Гнатюк О.С. | Дзюба М.П." },
		{ "uk", "З повагою Голова Галина Петрівна СТЕЦЕНКО Вик. Лис", "Стеценко Г.П." },
		{ "be", "Віншуем Крысціну Грыцкевіч і Мікалая Жука.", "Грыцкевіч Крысціна | Жук Мікалай" },
		{ "be", "Даручыць намесніку старшыні В. Р. Сакалову.", "Сакалоў В.Р." },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_PERSON);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_the_east_need_no_dictionary),
		cmocka_unit_test(initials_prove_surnames_that_are_words_as_well),
		cmocka_unit_test(ukrainian_and_belarusian_surnames_lose_their_case),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
