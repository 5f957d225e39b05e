/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all parts of the report write with. */
#include "due.h"
#include "report_p.h"

void html_put(struct buf *out, struct span s)
{
	for (size_t i = 0; i < s.n; i++) {
		switch (s.p[i]) {
		case '<':
			buf_puts(out, "&lt;");
			break;
		case '>':
			buf_puts(out, "&gt;");
			break;
		case '&':
			buf_puts(out, "&amp;");
			break;
		case '"':
			buf_puts(out, "&quot;");
			break;
		default:
			buf_putc(out, (unsigned char)s.p[i] < 0x20 ? ' ' : s.p[i]);
		}
	}
}

void html_say(struct buf *out, struct words w)
{
	buf_addf(out, "<span class=\"en\" lang=\"en\">%s</span><span class=\"ru\" lang=\"ru\">%s</span>", w.en, w.ru);
}

void html_section(struct report *r, const char *id, struct words title)
{
	buf_addf(r->out, "<section id=\"%s\">\n<h2 id=\"h-%s\">", id, id);
	html_say(r->out, title);
	buf_puts(r->out, "</h2>\n");
}

void html_heads(struct report *r, const struct words *heads)
{
	buf_puts(r->out, "<thead><tr>");
	for (; heads->en; heads++) {
		buf_puts(r->out, "<th scope=\"col\">");
		html_say(r->out, *heads);
		buf_puts(r->out, "</th>");
	}
	buf_puts(r->out, "</tr></thead>\n");
}

/* A document's id ends with a name that its archive gave to it: whatever it holds stays within the quotes. */
static void put_anchor(struct buf *out, struct span doc, struct span item)
{
	buf_puts(out, item.n ? "item-" : "doc-");
	html_put(out, doc);
	if (item.n) {
		buf_putc(out, ':');
		html_put(out, item);
	}
}

void html_id(struct buf *out, struct span doc, struct span item)
{
	buf_puts(out, " id=\"");
	put_anchor(out, doc, item);
	buf_putc(out, '"');
}

void html_link(struct buf *out, struct span doc, struct span item)
{
	buf_puts(out, "<a href=\"#");
	put_anchor(out, doc, item);
	buf_puts(out, "\">");
}

void html_due(struct buf *out, struct span value)
{
	static const struct {
		const char *value;
		struct words words;
	} known[] = {
		{ "continuous", { "all the time", "постоянно" } },
		{ "regular", { "regularly", "регулярно" } },
		{ "per-schedule", { "by schedule", "по графику" } },
		{ "as-needed", { "as needed", "по мере необходимости" } },
		{ "R/P1Y", { "every year", "ежегодно" } },
		{ "R/P6M", { "every half-year", "раз в полгода" } },
		{ "R/P3M", { "every quarter", "ежеквартально" } },
		{ "R/P1M", { "every month", "ежемесячно" } },
		{ "R/P1W", { "every week", "еженедельно" } },
		{ "R/P1D", { "every day", "ежедневно" } },
	};
	struct buf value_short = { 0 };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (span_is(value, known[i].value)) {
			html_say(out, known[i].words);
			return;
		}
	}
	if (span_starts(value, SPAN("../"))) {
		buf_puts(out, "≤ ");
		value = span_sub(value, 3, value.n);
	} else if (value.n > 3 && span_is(span_sub(value, value.n - 3, value.n), "/..")) {
		buf_puts(out, "≥ ");
		value = span_sub(value, 0, value.n - 3);
	}
	due_short(value, &value_short);
	html_put(out, buf_span(&value_short));
	buf_free(&value_short);
}

struct words html_type(enum item_type type)
{
	static const struct words names[ITEM_TYPES] = {
		[ITEM_DATE] = { "Dates", "Даты" },
		[ITEM_DEADLINE] = { "Deadlines", "Сроки" },
		[ITEM_NUMBER] = { "Numbers", "Числа" },
		[ITEM_ORG] = { "Organizations", "Организации" },
		[ITEM_CONVENTION] = { "Conventions", "Конвенции" },
		[ITEM_RECOMMENDATION] = { "Recommendations", "Рекомендации" },
		[ITEM_PROTOCOL] = { "Protocols", "Протоколы" },
		[ITEM_LEGAL_ACT] = { "Legal acts", "Правовые акты" },
		[ITEM_GOAL] = { "Goals", "Цели и задачи" },
		[ITEM_TABLE_ROW] = { "Plan rows", "Строки плана" },
		[ITEM_PERSON] = { "Persons", "Лица" },
		[ITEM_PLACE] = { "Places", "Места" },
		[ITEM_EVENT] = { "Events", "События" },
		[ITEM_CHECK] = { "Checks", "Проверки" },
	};

	return type < ITEM_TYPES ? names[type] : (struct words){ "Other", "Прочее" };
}

bool report_prepare(struct report *r, const char *before, const char *after, sqlite3_stmt **st, struct err *e)
{
	struct buf sql = { 0 };
	bool ok;

	buf_addf(&sql, "%s IN (%s) %s", before, buf_str(&r->ids), after);
	ok = db_prepare(r->q->db, buf_str(&sql), st, e);
	buf_free(&sql);
	return ok;
}
