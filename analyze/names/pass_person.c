/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons: the name in the nominative, the role beside it. Runs before the bodies, whose names end where persons begin.
 */
#include "passes.h"

#include "canonical.h"
#include "given_name.h"
#include "morph.h"
#include "naming.h"
#include "person_name.h"
#include "person_role.h"
#include "person_scan.h"
#include "utf8.h"

struct person_pass {
	struct doc *d;
	struct tokens *ts;
	struct org_scan scan; /* for canonical_text */
	bool *taken;          /* a token each: it stands in a person's name */
	const struct lexicon *roles;
};

static struct span printed(const struct person_pass *p, size_t i)
{
	return doc_slice(p->d, p->ts->t[i].start, p->ts->t[i].end);
}

/* А. Кожокару, И. Мунтяну: in a paper from Moldova a surname in -у is no dative where nothing asks for one */
static bool is_moldovan(const struct person_pass *p, const struct person *who)
{
	static const char *const ends[] = { "ару", "яну", "ану", "уцу", "ицу", "еску", "эу", "оу", "ыну", "ку", "гу" };
	struct span name = token_fold(p->ts, who->surname);

	if ((who->cases & M_DAT && !(who->cases & M_NOM)) || p->ts->t[who->surname].lang != LANG_RU)
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(name, span_of(ends[i])))
			return span_find(p->ts->fold, SPAN("молдов"), 0) != SPAN_NONE;
	return false;
}

/* СИДОРОВ → Сидоров */
static void add_surname(const struct person_pass *p, const struct person *who, struct buf *out)
{
	const struct token *t = &p->ts->t[who->surname];
	struct span name = printed(p, who->surname);
	struct buf lowered = { 0 };

	if (t->caps) {
		bool capital = true;

		for (size_t at = 0; at < name.n;) {
			unsigned c = utf8_next(name, &at);

			buf_put_utf8(&lowered, capital ? c : utf8_lower(c));
			capital = c == '-';
		}
		name = buf_span(&lowered);
	}
	if (t->lang == LANG_TURKIC && who->nominative)
		buf_add(out, turkic_russian_surname(name));
	else if (t->latin || who->nominative || is_moldovan(p, who))
		buf_add(out, name);
	else if (t->lang == LANG_TURKIC)
		buf_add(out, turkic_surname(name, p->ts->kazakh));
	else
		person_nominative(name, who->cases, who->genders, out);
	if (t->lang == LANG_BE && (span_ends(buf_span(out), SPAN("енко")) || span_ends(buf_span(out), SPAN("энко")))) {
		out->n -= 2; /* Шаўчэнка: Belarusian writes an unstressed о as а */
		buf_puts(out, "а");
	}
	if (t->lang == LANG_BE && span_ends(buf_span(out), SPAN("в"))) { /* Сакалоў: no Belarusian word ends in в */
		out->n -= 2;
		buf_puts(out, "ў");
	}
	/* Ukrainian adjectives end in -ий where Russian ones end in -ый */
	if (t->lang == LANG_UK && span_ends(buf_span(out), SPAN("ый"))) {
		out->n -= 4;
		buf_puts(out, "ий");
	}
	buf_free(&lowered);
}

/* A first name or patronymic in the nominative, by the dictionary. */
static void add_given(const struct person_pass *p, const struct person *who, size_t i, unsigned tag, struct buf *out)
{
	const struct morph_parse *parse = token_parse(p->ts, i, M_NOUN | tag | M_SING | who->genders, who->cases);
	struct buf name = { 0 };
	struct given_name given;

	if (who->nominative && !token_parse(p->ts, i, M_NOUN | tag | M_NOM | M_SING, 0) &&
	    p->ts->t[i].lang == LANG_RU) {
		buf_putc(out, ' ');
		buf_add(out, printed(p, i));
		return;
	}
	if (given_name_at(p->ts, i, &given)) {
		buf_putc(out, ' ');
		buf_add(out, given.nominative);
		return;
	}
	if (!parse)
		parse = token_parse(p->ts, i, M_NOUN | tag, 0);
	buf_putc(out, ' ');
	if (!parse && !p->ts->t[i].latin) {
		if (p->ts->t[i].lang == LANG_TURKIC)
			buf_add(out, printed(p, i));
		else
			person_nominative(printed(p, i), who->cases, who->genders, out);
		return;
	}
	canonical_word(p->ts, p->d->text, i, parse, M_NOM | M_SING | (parse ? parse->tags & M_GENDERS : 0), &name);
	/* a dictionary may count patronymics among a name's forms: Олега is no Олегович */
	if (utf8_count(buf_span(&name)) > utf8_count(printed(p, i)) + 1) {
		buf_reset(&name);
		person_nominative(printed(p, i), who->cases, who->genders, &name);
	}
	buf_add(out, buf_span(&name));
	buf_free(&name);
}

static void add_initial(const struct person_pass *p, size_t i, struct buf *out)
{
	struct span word = printed(p, i);

	buf_add(out, span_sub(word, 0, utf8_offset(word, 1)));
	buf_putc(out, '.');
}

static struct span person_canonical(const struct person_pass *p, const struct person *who)
{
	struct buf out = { 0 };
	struct span name;

	if (who->particle != TOKEN_NONE) {
		buf_add(&out, printed(p, who->surname));
		buf_putc(&out, ' ');
		buf_add(&out, printed(p, who->particle));
	} else {
		add_surname(p, who, &out);
	}
	if (who->initials[0] != TOKEN_NONE) {
		buf_putc(&out, ' ');
		for (size_t k = 0; k < 2 && who->initials[k] != TOKEN_NONE; k++) {
			buf_add(&out, printed(p, who->initials[k]));
			buf_putc(&out, '.');
		}
	}
	if (who->patronymic != TOKEN_NONE) {
		buf_putc(&out, ' ');
		add_initial(p, who->given, &out);
		add_initial(p, who->patronymic, &out);
	} else if (who->given != TOKEN_NONE) {
		add_given(p, who, who->given, M_NAME, &out);
	}
	name = arena_dup(&p->d->arena, buf_span(&out));
	buf_free(&out);
	return name;
}

/* The first letter of s in lower or upper case; *at is set behind it. */
static struct span lowered_letter(const struct person_pass *p, struct span s, size_t *at)
{
	char letter[4];
	size_t n = utf8_encode(utf8_lower(utf8_next(s, at)), letter);

	return arena_dup(&p->d->arena, span_make(letter, n));
}

static struct span raised_letter(const struct person_pass *p, struct span s, size_t *at)
{
	char letter[4];
	size_t n = utf8_encode(utf8_upper(utf8_next(s, at)), letter);

	return arena_dup(&p->d->arena, span_make(letter, n));
}

/* Ukrainian and Belarusian: the lexicon lists the forms of a role behind its nominative (голова | голови | …). */
static struct span role_by_lexicon(const struct person_pass *p, size_t noun, struct span role)
{
	struct span word = printed(p, noun), forms, first, letter;
	long row = person_role_at(p->ts, p->roles, noun);
	size_t at = 0;

	/* народним депутатом */
	if (row == LEXICON_NONE && token_is_word(p->ts, noun + 1)) {
		word = doc_slice(p->d, p->ts->t[noun].start, p->ts->t[noun + 1].end);
		row = lexicon_find(p->roles, span_make(p->ts->fold.p + p->ts->t[noun].start, word.n));
	}

	if (row == LEXICON_NONE || role.n < word.n)
		return role;
	forms = lexicon_cell(p->roles, row, "lemma");
	first = span_trim(span_cut(&forms, '|'));
	if (!forms.n || !utf8_is_upper(utf8_next(role, &at)))
		return role;
	at = 0;
	letter = raised_letter(p, first, &at);
	return arena_printf(&p->d->arena, "%.*s%.*s%.*s", SPAN_ARG(letter), SPAN_ARG(span_sub(first, at, first.n)),
			    SPAN_ARG(span_sub(role, word.n, role.n)));
}

/* руководитель Бюро … г-жа Ольга Кулагина: a form of address is no part of the role */
static void drop_salutation(const struct tokens *ts, struct org_cand *c)
{
	static const char *const letters[] = { "г", "п", NULL };
	static const char *const ends[] = { "жа", "жи", "же", "жу", "жой", "н", "на", "ну", "ном", NULL };

	if (c->last > c->head &&
	    (span_starts(token_fold(ts, c->last), SPAN("г-н")) || span_starts(token_fold(ts, c->last), SPAN("г-ж"))))
		c->last--;
	else if (c->last > c->head + 2 && token_in(ts, c->last, ends) && token_is_mark(ts, c->last - 1, '-') &&
		 token_in(ts, c->last - 2, letters))
		c->last -= 3;
}

/* председатель … «Рабочий союз» (РСК: an abbreviation in a bracket at the end says nothing new */
static void drop_bracket(const struct tokens *ts, struct org_cand *c)
{
	if (c->last > c->head + 1 && token_is_mark(ts, c->last - 1, '('))
		c->last -= 2;
}

/* The words of the role up to the name (or to the first of a list of names), its noun in the nominative singular. */
static struct span person_role(const struct person_pass *p, const struct person *who)
{
	struct org_cand c = { .first = who->role_first, .last = who->role_last, .head = who->role };
	struct morph_parse one;
	struct span role, small;
	size_t at = 0;

	for (size_t i = who->role; who->latin && i != TOKEN_NONE && i < c.last; i++)
		if (p->taken[i + 1])
			c.last = i;
	if (who->latin && who->role != TOKEN_NONE && who->role_last >= who->role)
		return text_squeeze(&p->d->arena,
				    doc_slice(p->d, p->ts->t[who->role_first].start, p->ts->t[c.last].end));
	if (who->role == TOKEN_NONE || (who->role >= who->first && who->role <= who->last))
		return (struct span){ 0 };
	for (size_t i = who->role; who->role < who->first && i < c.last; i++)
		if (token_is_mark(p->ts, i + 1, ',') || token_is_mark(p->ts, i + 1, ':') || p->taken[i + 1] ||
		    token_says(p->ts, i + 1, WORDS_ROLE_OVER))
			c.last = i;
	drop_salutation(p->ts, &c);
	while (c.last > c.head && p->ts->t[c.last].kind == TOKEN_MARK && p->ts->t[c.last].mark != '\'')
		c.last--;
	drop_bracket(p->ts, &c);
	while (c.last > c.head && token_is(p->ts, c.last, "подпись")) /* Председатель ______ (подпись) */
		c.last--;
	if (p->ts->t[who->role].lang == LANG_RU)
		c.parse = token_parse(p->ts, who->role, M_NOUN, who->cases);
	if (!c.parse && p->ts->t[who->role].lang == LANG_RU)
		c.parse = token_parse(p->ts, who->role, 0, M_NOUN | M_ADJ);
	if (c.parse && c.parse->tags & M_PLUR && c.first == c.head) {
		/* председателям …: each of them is one */
		one = *c.parse;
		one.tags = (one.tags & ~(unsigned)M_PLUR) | M_SING;
		c.parse = &one;
	}
	/* акимом области: a role that the dictionary has as a first name only */
	if (c.parse && c.parse->tags & (M_NAME | M_PATR)) {
		struct span lemma = lexicon_cell(p->roles, person_role_at(p->ts, p->roles, who->role), "lemma");
		struct canonical_change change = { c.head, c.head, lemma };

		role = canonical_name(&p->scan, &c, &change, lemma.n ? 1 : 0);
	} else {
		role = canonical_name(&p->scan, &c, NULL, 0);
	}
	if (c.first == who->role && (p->ts->t[who->role].lang == LANG_UK || p->ts->t[who->role].lang == LANG_BE))
		role = role_by_lexicon(p, who->role, role);
	if (p->ts->t[c.first].cap || !role.n)
		return role;
	/* as printed: a role is no name */
	small = lowered_letter(p, role, &at);
	return arena_printf(&p->d->arena, "%.*s%.*s", SPAN_ARG(small), SPAN_ARG(span_sub(role, at, role.n)));
}

/* Бондарчука Н.Ф. where the same paper also has Бондарчук Н.Ф.: the same person, in a case that nothing told. */
static bool is_oblique_of(struct span name, struct span other)
{
	static const char *const endings[] = { "а", "у", "ом", "ем", "е", "ю", "я" };
	static const char *const possessive[] = { "ов", "ев", "ёв", "ин", "ын" };
	size_t space = span_find_char(name, ' ', 0), blank = span_find_char(other, ' ', 0);
	struct span surname, base, stem;

	if (space == SPAN_NONE || blank == SPAN_NONE ||
	    !span_eq(span_sub(name, space, name.n), span_sub(other, blank, other.n)))
		return false;
	surname = span_sub(name, 0, space);
	base = span_sub(other, 0, blank);
	for (size_t i = 0; i < sizeof possessive / sizeof *possessive; i++)
		if (span_ends(base, span_of(possessive[i])))
			return false;
	stem = span_ends(base, SPAN("й")) || span_ends(base, SPAN("ь")) ? span_sub(base, 0, base.n - 2) : base;
	if (!span_starts(surname, stem))
		return false;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (span_is(span_sub(surname, stem.n, surname.n), endings[i]))
			return true;
	return false;
}

/* Names in which only initials stand beside the surname, brought to the form that others have. */
static void join_oblique(struct person_pass *p, const struct persons *found, struct item *items)
{
	enum { SEARCHED = 400 };
	size_t n = found->n < SEARCHED ? found->n : SEARCHED;

	for (size_t i = 0; i < n; i++) {
		struct span name = jval_str(items[i].norm, "canonical");

		if (found->v[i].initials[0] == TOKEN_NONE)
			continue;
		for (size_t k = 0; k < n; k++) {
			struct span other = jval_str(items[k].norm, "canonical");

			/* Секретарь Дубина А. В. and направить Дубину А. В.: the nominative that the role proves */
			if (k != i && found->v[i].role != TOKEN_NONE && found->v[i].cases == M_NOM &&
			    (found->v[k].cases != M_NOM || found->v[k].role == TOKEN_NONE) &&
			    is_oblique_of(name, other)) {
				jval_set_str(&p->d->arena, items[k].norm, "canonical", name);
				continue;
			}
			if (k != i && is_oblique_of(name, other)) {
				jval_set_str(&p->d->arena, items[i].norm, "canonical", other);
				break;
			}
		}
	}
}

/* Зайцев О.П. → Зайцева О.П. */
static struct span woman_of(struct arena *a, struct span name)
{
	size_t space = span_find_char(name, ' ', 0);

	return space == SPAN_NONE ? name
				  : arena_printf(a, "%.*sа%.*s", SPAN_ARG(span_sub(name, 0, space)),
						 SPAN_ARG(span_sub(name, space, name.n)));
}

/* избрать Зайцеву О.П.: a man's dative or a woman's accusative; the same paper has Зайцева О.П. and no Зайцев О.П. */
static void join_women(struct person_pass *p, const struct persons *found, struct item *items)
{
	enum { SEARCHED = 400 };
	size_t n = found->n < SEARCHED ? found->n : SEARCHED;

	for (size_t i = 0; i < n; i++) {
		struct span name = jval_str(items[i].norm, "canonical"), woman;
		bool she = false, he = false;

		if (!span_ends(token_fold(p->ts, found->v[i].surname), SPAN("у")))
			continue;
		woman = woman_of(&p->d->arena, name);
		for (size_t k = 0; k < n; k++) {
			bool open = span_ends(token_fold(p->ts, found->v[k].surname), SPAN("у"));
			struct span other = jval_str(items[k].norm, "canonical");

			she |= !open && span_eq(other, woman);
			he |= !open && span_eq(other, name);
		}
		if (she && !he)
			jval_set_str(&p->d->arena, items[i].norm, "canonical", woman);
	}
}

/* Слушали: / Зайцева О.П.: …, where the same paper has Зайцев О.П.: a man in the genitive whom minutes let speak. */
static void join_heard(struct person_pass *p, const struct persons *found, struct item *items)
{
	enum { SEARCHED = 400 };
	size_t n = found->n < SEARCHED ? found->n : SEARCHED;

	for (size_t i = 0; i < n; i++) {
		size_t behind = found->v[i].last + 1;
		struct span name = jval_str(items[i].norm, "canonical");

		behind += token_is_mark(p->ts, behind, '.');
		if (found->v[i].role != TOKEN_NONE || found->v[i].initials[0] == TOKEN_NONE ||
		    !token_is_mark(p->ts, behind, ':') || !span_ends(token_fold(p->ts, found->v[i].surname), SPAN("а")))
			continue;
		for (size_t k = 0; k < n; k++) {
			struct span other = jval_str(items[k].norm, "canonical");

			if (k == i || found->v[k].role == TOKEN_NONE || !span_eq(name, woman_of(&p->d->arena, other)))
				continue;
			jval_set_str(&p->d->arena, items[i].norm, "canonical", other);
			break;
		}
	}
}

bool pass_person(struct resolver *r, struct doc *d, struct err *e)
{
	struct person_pass p = { .d = d, .ts = r->tokens, .roles = r->naming->roles };
	struct persons found = person_scan(p.ts, r->naming->roles);

	(void)e;
	p.scan = (struct org_scan){ .ts = p.ts, .text = d->text, .places = r->naming->known_places };
	p.taken = arena_alloc(&d->arena, p.ts->n + 1);
	for (size_t i = 0; i < found.n; i++)
		for (size_t k = found.v[i].first; k <= found.v[i].last; k++)
			p.taken[k] = true;
	for (size_t i = 0; i < found.n; i++) {
		struct person *who = &found.v[i];
		struct item *it;
		struct span role;

		it = doc_add_item(d, ITEM_PERSON, p.ts->t[who->first].start, p.ts->t[who->last].end, "pass.person");
		jval_set_str(&d->arena, it->norm, "canonical", person_canonical(&p, who));
		role = person_role(&p, who);
		if (role.n)
			jval_set_str(&d->arena, it->norm, "role", role);
	}
	if (found.n)
		join_oblique(&p, &found, &d->items[d->n_items - found.n]);
	join_women(&p, &found, &d->items[d->n_items - found.n]);
	join_heard(&p, &found, &d->items[d->n_items - found.n]);
	return true;
}
