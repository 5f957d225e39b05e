/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies in Ukrainian, Belarusian, Kazakh, Kyrgyz and English, where endings are guessed and nouns come last. */
#include "analyze-names.h"

static void ukrainian_names_go_to_their_end(void **state)
{
	static const struct sentence_case cases[] = {
		{ "uk",
		  "Угоду з Управлінням освіти Сумської обласної військової адміністрації (ОВА) укладено. ОВА згодна.",
		  "Управління освіти ОВА | Сумська обласна військова адміністрація | Сумська обласна військова "
		  "адміністрація" },
		{ "uk", "Лист до Комітету Верховної Ради України з питань культури зауваження не містить.",
		  "Комітет Верховної Ради України з питань культури" },
		{ "uk", "Питання вивчає Національна тристороння рада, у Національній тристоронній раді дебати.",
		  "Національна тристороння рада | Національна тристороння рада" },
		{ "uk",
		  "Профспілка ткачів України росте. Ізюмська та Сватівська міські організації Профспілки звітують.",
		  "Профспілка ткачів України | Ізюмська міська організація Профспілки | Сватівська міська організація "
		  "Профспілки" },
		{ "uk",
		  "Профспілка ткачів України (далі – Профспілка). ЦК Профспілки та Ізюмська міська рада дійшли згоди.",
		  "Профспілка ткачів України | Профспілка ткачів України | Центральний комітет Профспілки | Ізюмська "
		  "міська рада" },
		{ "uk", "Експерти Міжнародного бюро праці та Офісу Президента України приїхали.",
		  "Міжнародне бюро праці | Офіс Президента України" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void ukrainian_short_names_have_cases(void **state)
{
	static const struct sentence_case cases[] = {
		{ "uk",
		  "Угоду уклало акціонерне товариство «Ізмаїльські причали» (далі – Товариство). Голова правління "
		  "Товариства підписав її.",
		  "Акціонерне товариство «Ізмаїльські причали» | Акціонерне товариство «Ізмаїльські причали» | "
		  "Акціонерне товариство «Ізмаїльські причали»" },
		{ "uk", "Спір розглядає Галузева комісія із соціального діалогу.",
		  "Галузева комісія із соціального діалогу" },
		{ "uk", "Договір уклало комунальне підприємство «Сумитепло» Сумської міської ради.",
		  "Комунальне підприємство «Сумитепло» Сумської міської ради" },
		{ "uk", "Профспілка ткачів України просить Уряд втрутитися, Кабінет Міністрів України мовчить.",
		  "Профспілка ткачів України | Кабінет Міністрів України | Кабінет Міністрів України" },
		{ "uk", "Інспекційні відвідування Держпраці та кампанія «Чисте повітря» тривають.", "Держпраці" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void federations_of_states_are_places(void **state)
{
	static const struct sentence_case cases[] = {
		{ "uk", "Агресія Російської Федерації триває.", "Росія" },
		{ "uk", "Завод стоїть у м. Лубни.", "Лубни" },
		{ "be", "Стварыць да 1 мая 2026 г. Маладзёжны савет у кожным аб’яднанні.", "" },
		{ "be", "Пасольства Расійскай Федэрацыі і Польшча далі згоду.", "Расія | Польшча" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_PLACE);
}

static void belarusian_names_go_to_their_end(void **state)
{
	static const struct sentence_case cases[] = {
		{ "be",
		  "Дамова з дзяржаўнай установай «Пінскі музей ткацтва» і Галоўным упраўленнем гандлю Мінгарвыканкама.",
		  "Дзяржаўная ўстанова «Пінскі музей ткацтва» | Галоўнае ўпраўленне гандлю Мінгарвыканкама" },
		{ "be", "У Беларускім прафсаюзе работнікаў тэатраў і музеяў «Сцэна» нарада.",
		  "Беларускі прафсаюз работнікаў тэатраў і музеяў «Сцэна»" },
		{ "be", "Слуцкаму райвыканкаму накіравана копія, Міністэрства працы адмаўляецца.",
		  "Слуцкі райвыканкам | Міністэрства працы" },
		{ "be", "Рашэнне Нацыянальнага савета па працоўных пытаннях і Адміністрацыйнага савета МАП.",
		  "Нацыянальны савет па працоўных пытаннях | Адміністрацыйны савет МАП" },
		{ "be", "Нарада з Дэпартаментам інспекцыі працы Міністэрства працы Рэспублікі Беларусь.",
		  "Дэпартамент інспекцыі працы Міністэрства працы Рэспублікі Беларусь" },
		{ "be", "Гомельскім абласным упраўленнем аховы працы праведзены рэйды.",
		  "Гомельскае абласное ўпраўленне аховы працы" },
		{ "be",
		  "Прафсаюз заключыў дамову з галоўным упраўленнем па адукацыі Мінскага абласнога савета дэпутатаў.",
		  "Галоўнае ўпраўленне па адукацыі Мінскага абласнога савета дэпутатаў" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void turkic_lists_print_their_noun_once(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ky", "Жыйынга Баткен облустук жана Нарын облустук кеңештери чакырылды.",
		  "Баткен облустук кеңеши | Нарын облустук кеңеши" },
		{ "kk", "Семинарға Абай және Ұлытау облыстық кәсіподақ ұйымдары қатысты.",
		  "Абай облыстық кәсіподақ ұйымы | Ұлытау облыстық кәсіподақ ұйымы" },
		{ "kk", "Ақпарат Алматы мен Шымкент қалалық филиалдарына жіберілді.",
		  "Алматы қалалық филиалы | Шымкент қалалық филиалы" },
		{ "ky", "Семинарга эмгек акы фондунун үч пайызы бөлүндү.", "" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void turkic_organs_have_their_owner(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ky",
		  "Кыргызстан Профсоюздар Федерациясы (мындан ары – КПФ) түзүлдү. КПФнын юристтери иштейт.\nТиркеме "
		  "КПФнын Кеңешинин токтомуна",
		  "Кыргызстан профсоюздар федерациясы | Кыргызстан профсоюздар федерациясы | Кыргызстан профсоюздар "
		  "федерациясы | КПФнын Кеңеши" },
		{ "kk",
		  "Қазақстан тігіншілерінің салалық кәсіподағы (бұдан әрі – Кәсіподақ) құрылды. Ол туралы Кәсіподақтың "
		  "Еңбекті қорғау департаментіне хабарланады.",
		  "Қазақстан тігіншілерінің салалық кәсіподағы | Қазақстан тігіншілерінің салалық кәсіподағы | "
		  "Кәсіподақтың Еңбекті қорғау департаменті" },
		{ "ky", "Маселени Жогорку Кеңештин депутаттары карайт.", "Жогорку Кеңеш" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void bodies_with_one_quote_are_told_apart(void **state)
{
	static const struct sentence_case cases[] = {
		{ "be", "Савет прафсаюза ткачоў «Кужаль» і Мінскі абласны камітэт прафсаюза ткачоў «Кужаль» згодныя.",
		  "Савет прафсаюза ткачоў «Кужаль» | Мінскі абласны камітэт прафсаюза ткачоў «Кужаль»" },
		{ "be", "Прафсаюз ткачоў (далей – Прафсаюз). Брэсцкаму, Мінскаму абласным камітэтам даць справаздачу.",
		  "Прафсаюз ткачоў | Прафсаюз ткачоў | Брэсцкі абласны камітэт Прафсаюза | Мінскі абласны камітэт "
		  "Прафсаюза" },
		{ "uk",
		  "Угоду уклали Об'єднання всеукраїнських профспілок і профоб'єднань «Спілка» та Державне агентство "
		  "України з розвитку рибництва.",
		  "Об'єднання всеукраїнських профспілок і профоб'єднань «Спілка» | Державне агентство України з "
		  "розвитку "
		  "рибництва" },
		{ "ky",
		  "«Ийне» тигүүчүлөр кесиптик бирлиги (мындан ары – Кесиптик бирлик). «Ийне» кесиптик бирлигинин "
		  "мүчөсү.",
		  "«Ийне» тигүүчүлөр кесиптик бирлиги | «Ийне» тигүүчүлөр кесиптик бирлиги | «Ийне» тигүүчүлөр "
		  "кесиптик "
		  "бирлиги" },
		{ "kk", "«Ине» салалық кәсіподағы (бұдан әрі – Кәсіподақ). Шығыс Қазақстан филиалы өтті.",
		  "«Ине» салалық кәсіподағы | «Ине» салалық кәсіподағы | Кәсіподақтың Шығыс Қазақстан филиалы" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void guesses_do_not_take_verbs_for_names(void **state)
{
	static const struct sentence_case cases[] = {
		{ "uk",
		  "Контрольна комісія підзвітна з'їзду; договір із Міністерством розвитку економіки, торгівлі та "
		  "ремесел України.",
		  "Міністерство розвитку економіки, торгівлі та ремесел України" },
		{ "uk",
		  "Комітет експертів із застосування конвенцій і рекомендацій МОП звернувся; на засіданні Президії ФПУ "
		  "вирішено.",
		  "Комітет експертів із застосування конвенцій і рекомендацій МОП | Президія ФПУ" },
		{ "ky", "Эмгек, соода жана миграция министрлигине караштуу Эмгекти коргоо кызматы келди.",
		  "Эмгек, соода жана миграция министрлигине караштуу Эмгекти коргоо кызматы" },
		{ "uk", "Перевірку провело Головне управління Держпраці у Сумській області, підтримала EFFAT.",
		  "Головне управління Держпраці у Сумській області | EFFAT" },
		{ "be",
		  "Брэсцкае абласное аб'яднанне прафсаюзаў адказала; у Брэсцкім абласным аб'яднанні прафсаюзаў сход.",
		  "Брэсцкае абласное аб'яднанне прафсаюзаў | Брэсцкае абласное аб'яднанне прафсаюзаў" },
		{ "kk", "Жаңаөзен қалалық әкімдігі комиссия құрды. Денсаулық сақтау министрлігі жауап берді.",
		  "Жаңаөзен қалалық әкімдігі | Денсаулық сақтау министрлігі" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void turkic_names_begin_where_they_begin(void **state)
{
	static const struct sentence_case cases[] = {
		{ "ky",
		  "Кыргызстандын тигүү кызматкерлеринин «Ийне» кесиптик бирлиги (мындан ары – Кесиптик бирлик) иштейт. "
		  "Кесиптик бирликтин Укук бөлүмү ачылды.",
		  "Кыргызстандын тигүү кызматкерлеринин «Ийне» кесиптик бирлиги | Кыргызстандын тигүү кызматкерлеринин "
		  "«Ийне» кесиптик бирлиги | Кесиптик бирликтин Укук бөлүмү" },
		{ "ky", "Бул «Ийне» кесиптик бирлигинин (мындан ары – Кесиптик бирлик) Борбордук комитети айтат.",
		  "Кесиптик бирликтин Борбордук комитети" },
		{ "ky", "Макулдашуунун аткарылышын квартал сайын Эмгек инспекциясы текшерет.", "Эмгек инспекциясы" },
		{ "ky", "Иш Жогорку Кеңештин Салык боюнча комитетинде каралат, комитеттери жооп берет.",
		  "Жогорку Кеңештин Салык боюнча комитети" },
		{ "kk", "Осы Келісім Абай облысының әкімдігі (бұдан әрі – Әкімдік) үшін жасалды. Әкімдік келіседі.",
		  "Абай облысының әкімдігі | Абай облысының әкімдігі | Абай облысының әкімдігі" },
		{ "kk", "Өтініш мәселесін Республикалық үшжақты комиссияға енгізеді.",
		  "Республикалық үшжақты комиссия" },
		{ "kk",
		  "«Ине» салалық кәсіподағы (бұдан әрі – Кәсіподақ). Кәсіподақтың Атқару комитеті мен Төралқа шешеді.",
		  "«Ине» салалық кәсіподағы | «Ине» салалық кәсіподағы | Кәсіподақтың Атқару комитеті | Кәсіподақтың "
		  "Төралқасы" },
		{ "kk", "Шарт «Шеге» жауапкершілігі шектеулі серіктестігі мен «Ауыл емханасы» ШЖҚ МКК арасында.",
		  "«Шеге» жауапкершілігі шектеулі серіктестігі | «Ауыл емханасы» ШЖҚ МКК" },
		{ "kk", "Мемлекеттік еңбек инспекциясы комитеті айыппұл салды.",
		  "Мемлекеттік еңбек инспекциясы комитеті" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void english_organs_have_the_short_name_of_their_body(void **state)
{
	static const struct sentence_case cases[] = {
		{ "en", "Ferry Crews met Salthouse Ferries Ltd (the Company). The Company agreed.",
		  "Salthouse Ferries Ltd | Salthouse Ferries Ltd | Salthouse Ferries Ltd" },
		{ "en",
		  "The Union of Ferry Crews (UFCR). Executive Council Statement. The Resolutions Committee reports.",
		  "Union of Ferry Crews | Union of Ferry Crews | Executive Council of the UFCR | Resolutions Committee "
		  "of the UFCR" },
		{ "en",
		  "To the Advisory, Mediation and Inquiry Service and the Federation of Ferry, Tram and Bus Trade "
		  "Unions.",
		  "Advisory, Mediation and Inquiry Service | Federation of Ferry, Tram and Bus Trade Unions" },
		{ "en",
		  "The Union of Ferry Crews of Batumi (UFCB) met. The Executive Board of the UFCB and the Secretariat "
		  "agree; "
		  "the Resolutions Committee reports.",
		  "Union of Ferry Crews of Batumi | Union of Ferry Crews of Batumi | Executive Board of the UFCB | "
		  "Secretariat of the UFCB | Resolutions Committee of the UFCB" },
		{ "en",
		  "Statement of the Union of Ferry Crews of Batumi (UFCB), adopted by UFCB. Asked by UFCB, the General "
		  "Council "
		  "of the "
		  "Union of Ferry Crews of Batumi asks the Government of Georgia.",
		  "Union of Ferry Crews of Batumi | Union of Ferry Crews of Batumi | Union of Ferry Crews of Batumi | "
		  "Union of "
		  "Ferry Crews of Batumi | General Council of UFCB | Government of Georgia" },
		{ "en", "In the Republic of Moldova the Government shall pay. The Parliament agrees.",
		  "Government of the Republic of Moldova | Parliament of the Republic of Moldova" },
		{ "en",
		  "Talks of ILO and IndustriALL Global Union, FERRYCO and Vinaria SRL, Solidarity Center and Clara "
		  "Zetkin "
		  "Stiftung.",
		  "International Labour Organization | IndustriALL Global Union | Vinaria SRL | Solidarity Center | "
		  "Clara "
		  "Zetkin Stiftung" },
		{ "en", "The International Alliance of Ferry, Cruise and River Workers resolved.",
		  "International Alliance of Ferry, Cruise and River Workers" },
		{ "en",
		  "The Union of Wool Workers (UWW) and the UWW Technical Inspection met the Ministry of Fair Work "
		  "(MoFaWo); "
		  "MoFaWo agrees with the Bureau for Workers' Activities.",
		  "Union of Wool Workers | Union of Wool Workers | Technical Inspection of the UWW | Ministry of Fair "
		  "Work | "
		  "Ministry of Fair Work | Ministry of Fair Work | Bureau for Workers' Activities of the ILO" },
		{ "en",
		  "The Alliance of Road, Rail and Ferry Workers (the ARRFW) met the Ministry of Fair Work (“the "
		  "Ministry”). "
		  "The Ministry pays, the ARRFW and its Executive Board agree.",
		  "Alliance of Road, Rail and Ferry Workers | Alliance of Road, Rail and Ferry Workers | Ministry of "
		  "Fair "
		  "Work | Ministry of Fair Work | Ministry of Fair Work | Alliance of Road, Rail and Ferry Workers | "
		  "Executive Board of the ARRFW" },
		{ "en", "A Labor Committee meets; the Board President of the Union of Bakers signs.",
		  "Labor Committee | Union of Bakers" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void parties_of_an_english_agreement_have_several_names(void **state)
{
	static const struct sentence_case cases[] = {
		{ "en",
		  "Signed by the County of Troy (hereinafter \"the County\" or \"the Employer\") and Troy Bus Drivers, "
		  "Local "
		  "12, AFL-CIO (hereinafter the \"Union\"). The Employer pays, the Union agrees.",
		  "County of Troy | County of Troy | County of Troy | Troy Bus Drivers, Local 12 | AFL-CIO | Troy Bus "
		  "Drivers, "
		  "Local 12 | County of Troy | Troy Bus Drivers, Local 12" },
		{ "en", "Roads in the County of Troy and the City of Utica were closed.", "" },
		{ "en",
		  "COLLECTIVE AGREEMENT between\nTHE TOWN OF ELM, OHIO\nand\nROAD WORKERS, LOCAL 7\nThe Town of Elm, "
		  "Ohio pays. "
		  "UNION DUES.",
		  "Town of Elm, Ohio | ROAD WORKERS, LOCAL 7 | Town of Elm, Ohio" },
		{ "en",
		  "AGREEMENT by and between Alder County, Ohio, (hereinafter called the \"County\") and Road Workers, "
		  "Local "
		  "7-B, AFSCME (the \"Union\"). The County pays the Union. UNION RIGHTS. Union Business is paid.",
		  "Alder County, Ohio | Alder County, Ohio | Road Workers, Local 7-B, AFSCME | Road Workers, Local "
		  "7-B, "
		  "AFSCME | Alder County, Ohio | Road Workers, Local 7-B, AFSCME | Road Workers, Local 7-B, AFSCME" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void regions_of_a_list_have_their_noun_once(void **state)
{
	static const struct sentence_case cases[] = {
		{ "en", "Seminars in Naryn, Talas and Issyk-Kul regions; the OSH law.",
		  "Naryn Region | Talas Region | Issyk-Kul Region" },
		{ "uk", "Нарада у Донецькій, Харківській та Луганській областях і в Кропивницькому.",
		  "Донецька область | Харківська область | Луганська область | Кропивницький" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_PLACE);
}

static void names_of_many_languages_are_defined_with_letters(void **state)
{
	static const struct sentence_case cases[] = {
		{ "uk",
		  "Програма Професійної спілки працівників ткацтва України (Укртекстильпрофспілка, далі – Профспілка). "
		  "Лист "
		  "Укртекстильпрофспілки.",
		  "Професійна спілка працівників ткацтва України | Професійна спілка працівників ткацтва України | "
		  "Професійна спілка працівників ткацтва України | Професійна спілка працівників ткацтва України" },
		{ "kk",
		  "«Тоқымашылар кәсіподағы» қоғамдық бірлестігінің (ТК, бұдан әрі – Кәсіподақ) жоспары. ТК 100 мүшені "
		  "біріктіреді.",
		  "«Тоқымашылар кәсіподағы» қоғамдық бірлестігі | «Тоқымашылар кәсіподағы» қоғамдық бірлестігі | "
		  "«Тоқымашылар кәсіподағы» қоғамдық бірлестігі | «Тоқымашылар кәсіподағы» қоғамдық бірлестігі" },
		{ "be",
		  "Пагадненне ў асобе Кот Веры Паўлаўны і Клецкай раённай арганізацыяй прафсаюза ткачоў (далей – "
		  "Райарганізацыя). Згода Райарганізацыі.",
		  "Клецкая раённая арганізацыя прафсаюза ткачоў | Клецкая раённая арганізацыя прафсаюза ткачоў | "
		  "Клецкая "
		  "раённая арганізацыя прафсаюза ткачоў" },
		{ "kk",
		  "Олар еңбек қатынастарын реттеу жөніндегі облыстық үшжақты комиссияны (бұдан әрі – Комиссия) құрды. "
		  "Комиссия келді.",
		  "Еңбек қатынастарын реттеу жөніндегі облыстық үшжақты комиссия | Еңбек қатынастарын реттеу жөніндегі "
		  "облыстық үшжақты комиссия | Еңбек қатынастарын реттеу жөніндегі облыстық үшжақты комиссия" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void what_stands_beside_a_name_is_not_of_it(void **state)
{
	static const struct sentence_case cases[] = {
		{ "uk", "Підписати з Федерацією роботодавців торгівлі України Галузеву угоду.",
		  "Федерація роботодавців торгівлі України" },
		{ "be", "Па лісце адміністрацыі Ленінскага раёна вырашана правесці агляд.",
		  "Адміністрацыя Ленінскага раёна" },
		{ "be", "Пагадненне з аддзелам адукацыі Клецкага раённага выканаўчага камітэта.",
		  "Аддзел адукацыі Клецкага раённага выканаўчага камітэта" },
		{ "ky", "Ушул келишим «Боз Кабель» ААКынын администрациясы менен түзүлдү.", "«Боз Кабель» ААК" },
		{ "ky", "Кечээ «Боз Пласт» ЖЧКда профсоюз уюмунун төрагасы келди.", "«Боз Пласт» ЖЧК" },
		{ "kk", "Кеше «Тіккен «INE» салалық кәсіптік одағы» ҚБ келді.",
		  "«Тіккен «INE» салалық кәсіптік одағы» ҚБ" },
		{ "uk",
		  "Договір уклали КП «Тепло» (далі – Підприємство) і первинна профспілкова організація, від якої "
		  "виступає "
		  "профспілковий комітет (далі – Профком). Профком згоден.",
		  "КП «Тепло» | КП «Тепло» | Профспілковий комітет Підприємства | Профспілковий комітет Підприємства | "
		  "Профспілковий комітет Підприємства" },
		{ "uk", "Полтавський обком профспілки працівників державних установ провів нараду.",
		  "Полтавський обласний комітет профспілки працівників державних установ" },
		{ "kk", "Кеше «Боз темір» ҰК» АҚ пен «Атамекен» ұлттық кәсіпкерлер палатасы келді.",
		  "«Боз темір» ҰК» АҚ | «Атамекен» ұлттық кәсіпкерлер палатасы" },
		{ "en", "Members of Ganja Steel CJSC and the Lori Regional Administration agreed.",
		  "Ganja Steel CJSC | Lori Regional Administration" },
		{ "en",
		  "Contract Administration and a Master of Business Administration are taught; the City Administration "
		  "pays.",
		  "City Administration" },
		{ "en", "Delegates to the IX Congress of the Confederation of Ferry Unions met in Government House.",
		  "Confederation of Ferry Unions" },
		{ "en",
		  "The Council of the Trade Union of Workers of Light Industry, Furniture Industry and Communal "
		  "Services "
		  "met.",
		  "Council of the Trade Union of Workers of Light Industry, Furniture Industry and Communal Services" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_ORG);
}

static void persons_of_other_tongues_are_whole(void **state)
{
	static const struct sentence_case cases[] = {
		{ "be", "Старшыня Карповіч Таццяна Пятроўна і дырэктар Вера Пятроўна Хацкевіч згодныя.",
		  "Карповіч Т.П. | Хацкевіч В.П." },
		{ "be", "Прэс-сакратар Зміцер Каўцевіч і старшыня Ю. В. Кляпацкі выступілі.",
		  "Каўцевіч Зміцер | Кляпацкі Ю.В." },
		{ "be", "Старшыня Райарганізацыі М.І. Саўко.", "Саўко М.І." },
		{ "kk", "Оны Одақ төрағасы Ержан Қайырдин айтты.", "Қайырдин Ержан" },
		{ "en", "The chair, Zh. Asanova, and Kh. Ferian, Deputy Minister of Labour and Social Affairs, spoke.",
		  "Asanova Zh. | Ferian Kh." },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_PERSON);
}

static void places_have_their_nominative(void **state)
{
	static const struct sentence_case cases[] = {
		{ "uk", "Наради у Києві, Білій Церкві та Ірпені.", "Київ | Біла Церква | Ірпінь" },
		{ "be", "Канвенцыя прынята Рэспублікай Беларусь.", "Беларусь" },
		{ "en",
		  "The Federation of Ferry Unions (hereinafter the Federation) met in the Russian Federation and in "
		  "Khorezm.",
		  "Russia | Khorezm" },
	};

	(void)state;
	check_names(cases, sizeof cases / sizeof *cases, ITEM_PLACE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ukrainian_names_go_to_their_end),
		cmocka_unit_test(ukrainian_short_names_have_cases),
		cmocka_unit_test(federations_of_states_are_places),
		cmocka_unit_test(belarusian_names_go_to_their_end),
		cmocka_unit_test(turkic_lists_print_their_noun_once),
		cmocka_unit_test(turkic_organs_have_their_owner),
		cmocka_unit_test(bodies_with_one_quote_are_told_apart),
		cmocka_unit_test(guesses_do_not_take_verbs_for_names),
		cmocka_unit_test(turkic_names_begin_where_they_begin),
		cmocka_unit_test(english_organs_have_the_short_name_of_their_body),
		cmocka_unit_test(parties_of_an_english_agreement_have_several_names),
		cmocka_unit_test(regions_of_a_list_have_their_noun_once),
		cmocka_unit_test(names_of_many_languages_are_defined_with_letters),
		cmocka_unit_test(what_stands_beside_a_name_is_not_of_it),
		cmocka_unit_test(persons_of_other_tongues_are_whole),
		cmocka_unit_test(places_have_their_nominative),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
