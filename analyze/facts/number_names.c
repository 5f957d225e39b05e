/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures and numerals that name things rather than count them. */
#include "number_names.h"

#include "utf8.h"

enum { LIST_TOKENS = 200 };

/* "№ 17, 18 и 24": names, not counts. */
bool number_in_list_of_names(const struct tokens *ts, const struct item *it)
{
	size_t i = tokens_from(ts, it->start);
	size_t first = i > LIST_TOKENS ? i - LIST_TOKENS : 0;

	while (i > first &&
	       (ts->t[i - 1].kind == TOKEN_NUMBER || token_is_mark(ts, i - 1, ',') || token_is(ts, i - 1, "и")))
		i--;
	return i > 0 && ts->t[i - 1].kind == TOKEN_MARK && ts->t[i - 1].mark == 0x2116;
}

/* "(Сорока М.И.)": a surname that is also a numeral, and an initial that is also a unit. */
bool number_is_initialled(const struct doc *d, const struct item *it)
{
	size_t at = it->end;
	unsigned dot, letter;

	if (span_has_digit(item_text(d, it)))
		return false;
	dot = utf8_prev(d->text, &at);
	letter = at > it->start ? utf8_prev(d->text, &at) : 0;
	return dot == '.' && utf8_is_upper(letter) && at > it->start && d->text.p[at - 1] == ' ';
}

static bool is_bare_figure(const struct doc *d, const struct item *it)
{
	struct span s = item_text(d, it);

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return true;
}

bool number_is_quoted(const struct tokens *ts, const struct doc *d, const struct item *it)
{
	size_t i = tokens_from(ts, it->start), behind = tokens_from(ts, it->end);

	return is_bare_figure(d, it) && i > 0 && (token_is_mark(ts, i - 1, '"') || token_is_mark(ts, i - 1, '\'')) &&
	       (token_is_mark(ts, behind, '"') || token_is_mark(ts, behind, '\''));
}

bool number_is_list_mark(const struct tokens *ts, const struct doc *d, const struct item *it)
{
	size_t i = tokens_from(ts, it->start), behind = tokens_from(ts, it->end);

	if (!is_bare_figure(d, it) || it->end - it->start > 2 || behind + 1 >= ts->n ||
	    !(token_is_mark(ts, behind, '.') || token_is_mark(ts, behind, ')')) || !ts->t[behind].glued ||
	    !token_is_word(ts, behind + 1) || !ts->t[behind + 1].cap || !tokens_same_block(ts, i, behind + 1))
		return false;
	return i == 0 || !tokens_same_block(ts, i - 1, i) || token_is_mark(ts, i - 1, ':') ||
	       token_is_mark(ts, i - 1, ';') || token_is_mark(ts, i - 1, '.');
}

/* "Conventions Nos 102, 155 and 187": for each item, is it a figure that names an instrument? */
bool *numbers_of_instruments(struct doc *d)
{
	struct item_index named =
		item_index_of(d, 1u << ITEM_CONVENTION | 1u << ITEM_RECOMMENDATION | 1u << ITEM_PROTOCOL);
	bool *names = arena_alloc(&d->arena, (d->n_items + 1) * sizeof *names);

	for (size_t i = 0; i < d->n_items; i++)
		names[i] = d->items[i].type == ITEM_NUMBER && is_bare_figure(d, &d->items[i]) &&
			   item_index_over(&named, d->items[i].start, d->items[i].end) != NULL;
	return names;
}
