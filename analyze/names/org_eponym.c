/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After whom a body is called, behind its name: titles, initials and names, which are no words of the language. */
#include "org_eponym.h"

/* имени Ф. Эберта, им. И.Т. Трубилина, имени Владимира Матвиенко: initials and capital words */
size_t org_eponym_end(const struct org_scan *s, size_t i)
{
	static const char *const named[] = { "имени", "им", "імені", "імя", NULL };
	static const char *const particles[] = { "ибн", "ибни", "аль", "фон", "де", "ди", "ар", NULL };
	size_t at = i + 1, last = TOKEN_NONE, words = 0, names = 0;

	if (!token_in(s->ts, i, named))
		return TOKEN_NONE;
	if (token_is_mark(s->ts, at, '.'))
		at++;
	/* имени профессора Кулагина, имени Героя Труда …: what he was */
	while (tokens_same_block(s->ts, i, at + 1) && token_is_word(s->ts, at) && !s->ts->t[at].cap && words < 3 &&
	       token_parse(s->ts, at, M_GEN, M_NOUN | M_ADJ))
		at++, words++;
	while (tokens_same_block(s->ts, i, at) && words < 6) {
		const struct token *tok = &s->ts->t[at];

		/* имени Фридриха Эберта Чинара Исаева: a word in the nominative is somebody else's */
		if (names >= 2 && tok->kind == TOKEN_WORD && tok->cap && tok->end - tok->start > 4 &&
		    (token_parse(s->ts, at, M_NOM, 0) || !token_info(s->ts, at)->n))
			break;
		if (tok->kind == TOKEN_WORD && tok->cap)
			last = at, words++, names += tok->end - tok->start > 4;
		else if (token_in(s->ts, at, particles) && last != TOKEN_NONE)
			;
		else if (!(tok->kind == TOKEN_MARK && tok->mark == '.' && last != TOKEN_NONE &&
			   s->ts->t[last].end - s->ts->t[last].start <= 4))
			break;
		at++;
	}
	return last;
}
