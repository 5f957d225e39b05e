/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes are for programs; people get words. */
#include "codes.h"

#include "i18n.h"

struct code {
	const char *code;
	struct code_words words;
};

static struct code_words find(const struct code *codes, struct span code)
{
	for (; codes->code; codes++)
		if (span_is(code, codes->code))
			return codes->words;
	return codes->words;
}

struct code_words codes_check(struct span kind)
{
	static const struct code codes[] = {
		{ "sum", { N_("sum"), "сумма" } },
		{ "count", { N_("number of things listed"), "число перечисленного" } },
		{ "equal", { N_("the same figure twice"), "одно число дважды" } },
		{ "abbr_conflict", { N_("one abbreviation, two meanings"), "одно сокращение, два значения" } },
		{ "abbr_undefined", { N_("abbreviation not explained"), "сокращение без расшифровки" } },
		{ "period_outside_plan", { N_("deadline outside the plan's time"), "срок вне периода плана" } },
		{ "toc_vs_heading", { N_("contents differ from heading"), "оглавление расходится с заголовком" } },
		{ "duplicate_block", { N_("repeated text"), "повторённый текст" } },
		{ "unbalanced_quotes", { N_("quotation marks do not match"), "непарные кавычки" } },
		{ "mixed_script", { N_("letters of two alphabets"), "буквы двух алфавитов" } },
		{ "glued", { N_("words run together"), "слипшиеся слова" } },
		{ "unreadable", { N_("could not be read"), "не прочитан" } },
		{ "partial", { N_("read in part"), "прочитан частично" } },
		{ "damaged", { N_("a damaged part"), "повреждена часть" } },
		{ "cut-off", { N_("cut off"), "обрезан" } },
		{ "empty", { N_("no text"), "нет текста" } },
		{ "no-text", { N_("no text"), "нет текста" } },
		{ "limit", { N_("a limit was reached"), "достигнут предел" } },
		{ "charset", { N_("character set"), "кодировка" } },
		{ "mojibake", { N_("misread letters"), "искажённые буквы" } },
		{ "split_word", { N_("blank inside a word"), "пробел внутри слова" } },
		{ "altchunk", { N_("embedded document"), "вложенный документ" } },
		{ "pdf-damage", { N_("a damaged part"), "повреждена часть" } },
		{ "not-drawn", { N_("pages not drawn"), "страницы не нарисованы" } },
		{ "ocr", { N_("scan recognized"), "скан распознан" } },
		{ "ocr-repair", { N_("recognition repaired"), "распознанное исправлено" } },
		{ "ocr-language", { N_("language not recognized"), "язык не распознаётся" } },
		{ "ocr-off", { N_("scan not recognized"), "скан не распознан" } },
		{ "ocr-missing", { N_("scan not recognized"), "скан не распознан" } },
		{ "no_dictionary", { N_("no Russian dictionary"), "нет русского словаря" } },
		{ "homoglyph", { N_("letters of two alphabets"), "буквы двух алфавитов" } },
		{ "pages-lost", { N_("pages not read"), "страницы не прочитаны" } },
		{ "impossible_date", { N_("impossible date"), "невозможная дата" } },
		{ NULL, { NULL, NULL } },
	};

	return find(codes, kind);
}

struct code_words codes_result(struct span result)
{
	static const struct code codes[] = {
		{ "ok", { N_("fits"), "сходится" } },
		{ "info", { N_("remark"), "замечание" } },
		{ "warn", { N_("warning"), "предупреждение" } },
		{ "error", { N_("error"), "ошибка" } },
		{ NULL, { NULL, NULL } },
	};

	return find(codes, result);
}

struct code_words codes_action(struct span action)
{
	static const struct code codes[] = {
		{ "ratify", { N_("ratify"), "ратифицировать" } },
		{ "ratified", { N_("ratified"), "ратифицирована" } },
		{ "discuss", { N_("discuss"), "обсудить" } },
		{ "inform", { N_("inform"), "информировать" } },
		{ "implement", { N_("implement"), "выполнять" } },
		{ "report", { N_("report"), "отчитаться" } },
		{ "denounce", { N_("denounce"), "денонсировать" } },
		{ "", { N_("named"), "названа" } },
		{ NULL, { NULL, NULL } },
	};

	return find(codes, action);
}
