/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Minutes have no title: they are called by the meeting, which stands behind the number of the paper's own minutes and
 * before that of those by which a paper was adopted, in whatever case the verb asks for.
 */
#include "act_minutes.h"

#include "act_name.h"
#include "act_parts.h"
#include "recase.h"
#include "utf8.h"

enum {
	DAY_BLOCKS = 4,    /* below the paper's own head */
	MEETING_WORDS = 4, /* "IX отчётно-выборной конференцией" */
	CLAUSE_WORDS = 16, /* from the meeting to the number */
	HEAD_WORDS = 24
};

/* Signs that the name of a meeting does not cross. */
static const char *const clause_signs[] = { ",", ";", ":", "(", "\n", NULL };

struct minutes {
	const struct resolver *r;
	struct doc *d;
	size_t block;
	struct words w; /* of the block, and of the one before where that ends in the middle of a clause */
	size_t word;    /* протокол */
	struct act act; /* number, date and where they end */
};

static struct span word_of(const struct minutes *m, size_t i)
{
	return word_text(m->r->fold, m->w.v[i]);
}

/* The number behind word m->word and the day behind that: "№ 2 от 21 ноября 2024 года". */
static bool read_minutes_number(struct minutes *m)
{
	struct reading x = { m->r, m->d, &m->w, &m->act };
	size_t next;

	m->act = (struct act){ .kind_row = LEXICON_NONE };
	if (m->word + 1 >= m->w.n || !reading_number(&x, m->word + 1, &next))
		return false;
	if (next + 1 < m->w.n && m->w.v[next].start < m->act.end + sizeof " от ")
		(void)!reading_time(&x, next, &next);
	return true;
}

/* The genitive of the meeting whose noun stands at word i in any case ("собрании", "конференцией"); empty: none. */
static struct span noun_at(const struct minutes *m, size_t i)
{
	const struct lexicon *l = m->r->lexicon[LEX_MEETINGS];
	struct span lang = jval_str(m->d->meta, "lang");
	enum { ENDING = 4 }; /* bytes */

	for (long row = 0; row < lexicon_rows(l); row++) {
		struct span forms = lexicon_cell(l, row, "form"), form = span_trim(span_cut(&forms, '|'));

		if (lang.n && !span_eq(lexicon_cell(l, row, "lang"), lang))
			continue;
		form = span_sub(form, 0, form.n > 3 * ENDING ? form.n - ENDING : form.n);
		if (span_starts(word_of(m, i), form))
			return lexicon_cell(l, row, "genitive");
	}
	return (struct span){ 0 };
}

/* "общем собрании", "отчётно-выборной конференцией" of words [from, noun]: in the genitive. */
static struct span meeting_genitive(const struct minutes *m, size_t from, size_t noun, struct span genitive)
{
	static const unsigned cases[] = { M_LOC, M_INS, M_GEN };
	struct span name = doc_slice(m->d, m->w.v[from].start, m->w.v[noun].end);

	for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
		struct span done = cases[k] == M_GEN ? name : recase(&m->d->arena, m->r->morph, name, cases[k], M_GEN);

		if (span_ends(done, genitive) && (cases[k] == M_GEN || !span_eq(done, name)))
			return done;
	}
	if (from < noun &&
	    span_ends(word_of(m, noun - 1), SPAN("ой"))) /* "IX отчётно-выборной" is a genitive as well */
		return arena_printf(&m->d->arena, "%.*s%.*s",
				    SPAN_ARG(doc_slice(m->d, m->w.v[from].start, m->w.v[noun].start)),
				    SPAN_ARG(genitive));
	return genitive;
}

/* May this word stand between "на" or "решением" and the noun of a meeting: an adjective, a numeral? */
static bool qualifies(const struct minutes *m, size_t i)
{
	struct morph_parse p[MORPH_MAX];
	struct span word = word_of(m, i);

	if (i + 1 < m->w.n &&
	    span_is(doc_slice(m->d, m->w.v[i].end, m->w.v[i + 1].start), "-")) /* "отчётно-выборной" */
		return true;
	if (span_find_char(word, 'x', 0) != SPAN_NONE || span_find_char(word, 'v', 0) != SPAN_NONE ||
	    span_find_char(word, 'i', 0) != SPAN_NONE || span_has_digit(word))
		return true;
	return m->r->morph && morph_parses(m->r->morph, word, p) && (p[0].tags & M_ADJ) && !(p[0].tags & M_PARTICIPLE);
}

/* Where what follows a meeting's noun ends: before a day, a bracket or a comma. */
static size_t tail_end(const struct minutes *m, size_t noun)
{
	size_t end = m->w.v[noun].end;

	for (size_t i = noun + 1; i < m->word; i++) {
		struct span gap = doc_slice(m->d, m->w.v[i - 1].end, m->w.v[i].start);

		if (span_find_char(gap, '(', 0) != SPAN_NONE || span_find_char(gap, ',', 0) != SPAN_NONE ||
		    item_index_at(&m->r->times, m->w.v[i].start, ITEM_DATE) || span_has_digit(word_of(m, i)))
			break;
		end = m->w.v[i].end;
	}
	for (size_t at = end; at < m->d->text.n && utf8_is_one_of(utf8_next(m->d->text, &at), "»\"”");)
		end = at; /* the name's own quote */
	return end;
}

/* "IX", in either script. */
static bool is_roman(struct span fold)
{
	for (size_t at = 0; at < fold.n;)
		if (!utf8_is_one_of(utf8_next(fold, &at), "ivxlіх"))
			return false;
	return fold.n > 0;
}

/* The meeting before the number: "на заседании ЦК ТПРПЛ 30.01.2024, протокол № 1"; in the genitive, empty: none. */
static struct span meeting_before(const struct minutes *m)
{
	size_t far = m->word > CLAUSE_WORDS ? m->word - CLAUSE_WORDS : 0;

	for (size_t i = m->word; i-- > far;) {
		struct span genitive = noun_at(m, i), name;
		size_t from = i;

		if (!genitive.n)
			continue;
		while (from > far && i - from < MEETING_WORDS && qualifies(m, from - 1))
			from--;
		name = meeting_genitive(m, from, i, genitive);
		if (tail_end(m, i) == m->w.v[i].end && from < i && is_roman(word_of(m, from)) && m->r->issuer.n)
			return arena_printf(&m->d->arena, "%.*s %.*s", SPAN_ARG(name), SPAN_ARG(m->r->issuer));
		return arena_printf(&m->d->arena, "%.*s%.*s", SPAN_ARG(name),
				    SPAN_ARG(doc_slice(m->d, m->w.v[i].end, tail_end(m, i))));
	}
	return (struct span){ 0 };
}

/* "утверждены Исполкомом Союза (протокол № 14 …": the body whose name ends last before the number. */
static struct span body_before(const struct minutes *m)
{
	size_t far = m->word > CLAUSE_WORDS ? m->word - CLAUSE_WORDS : 0;
	const struct item *it = item_index_last(&m->r->names, m->w.v[far].start, m->w.v[m->word].start);

	return it ? act_name_genitive(m->r, m->d, jval_str(it->norm, "canonical")) : (struct span){ 0 };
}

/* The day of the clause before the number, else of the lines below; empty: none. */
static struct span day_of(const struct minutes *m, bool own)
{
	const struct doc *d = m->d;
	size_t last = m->block + DAY_BLOCKS < d->n_blocks ? m->block + DAY_BLOCKS : d->n_blocks - 1;
	size_t from = own ? m->act.end : m->w.v[0].start, to = own ? d->blocks[last].end : m->w.v[m->word].start;
	struct span found = { 0 };

	for (size_t k = item_index_from(&m->r->times, from); k < m->r->times.n; k++) {
		const struct item *it = item_index_get(&m->r->times, k);
		struct span value = jval_str(it->norm, "value");

		if (it->start >= to)
			break;
		if (value.n != sizeof "2020-01-01" - 1)
			continue;
		found = value;
		if (own) /* the first below, the last before */
			break;
	}
	return found;
}

static void put(const struct minutes *m, size_t end, struct span meeting)
{
	struct item *it = doc_add_item(m->d, ITEM_LEGAL_ACT, m->w.v[m->word].start, end, "acts");
	struct span date = m->act.date, lang = jval_str(m->d->meta, "lang");
	const char *head = span_is(lang, "be") ? "Пратакол" : "Протокол";
	struct buf b = { 0 };

	buf_addf(&b, "%s %.*s", head, SPAN_ARG(meeting));
	act_put_date(&b, date, lang);
	buf_addf(&b, " № %.*s", SPAN_ARG(m->act.number));
	jval_set_str(&m->d->arena, it->norm, "canonical",
		     text_squeeze(&m->d->arena, arena_dup(&m->d->arena, buf_span(&b))));
	buf_free(&b);
	jval_set_str(&m->d->arena, it->norm, "kind", SPAN("resolution"));
	jval_set_str(&m->d->arena, it->norm, "number", m->act.number);
	if (date.n)
		jval_set_str(&m->d->arena, it->norm, "date", date);
}

/* "решение комиссии от 04.09.2025 (протокол № 5)": the act that ends before the bracket has that number; or NULL. */
static bool is_number_of_act(const struct minutes *m, const struct item_index *acts)
{
	size_t at = m->w.v[m->word].start, from = at > sizeof " (" - 1 ? at - (sizeof " (" - 1) : 0;
	const struct item *act = item_index_over(acts, from ? from - 1 : 0, from);

	if (!act || !span_is(doc_slice(m->d, from, at), " ("))
		return false;
	for (size_t i = 0; i < m->d->n_items; i++) {
		struct item *it = &m->d->items[i];
		struct span name = jval_str(it->norm, "canonical");

		if (it->start != act->start || it->end != act->end || it->type != ITEM_LEGAL_ACT ||
		    jval_get(it->norm, "number"))
			continue;
		it->end = m->act.end + 1;
		jval_set_str(&m->d->arena, it->norm, "number", m->act.number);
		jval_set_str(&m->d->arena, it->norm, "canonical",
			     arena_printf(&m->d->arena, "%.*s № %.*s", SPAN_ARG(name), SPAN_ARG(m->act.number)));
	}
	return true;
}

/* The noun of the meeting behind the number: "№ 4 очередного заседания", on the line below as well; w.n: none. */
static size_t noun_behind(struct minutes *m)
{
	const struct doc *d = m->d;
	size_t i = words_from(&m->w, m->act.end);

	if (i == m->w.n && m->block + 1 < d->n_blocks && d->blocks[m->block + 1].kind != BLOCK_CELL) {
		size_t start = m->w.v[m->word].start;

		m->w = resolver_words(m->r, d->blocks[m->block].start, d->blocks[m->block + 1].end);
		m->word = words_from(&m->w, start);
		i = words_from(&m->w, m->act.end);
	}
	for (size_t k = i; k < m->w.n && k < i + 3; k++) {
		if (noun_at(m, k).n)
			return k;
		if (!qualifies(m, k))
			break;
	}
	return m->w.n;
}

static void one(struct minutes *m, const struct item_index *acts)
{
	size_t behind = noun_behind(m), next;
	struct span meeting;
	bool own = behind < m->w.n;

	if (item_index_over(acts, m->w.v[m->word].start, m->w.v[m->word].end) || is_number_of_act(m, acts))
		return;
	if (own) { /* "ПРОТОКОЛ № 5 заседания Центрального Совета" */
		const struct item *body = item_index_last(&m->r->names, m->act.end,
							  m->d->blocks[doc_block_at(m->d, m->w.v[behind].start)].end);
		struct reading x = { m->r, m->d, &m->w, &m->act };
		size_t end = body ? body->end : m->w.v[behind].end, from = m->w.v[behind].start;
		size_t k = words_from(&m->w, end);

		if (m->w.n - behind > HEAD_WORDS)
			return;
		meeting = doc_slice(m->d, from, end);
		if (k + 1 < m->w.n && !m->act.date.n && reading_time(&x, k, &next))
			end = m->act.end;
		if (!m->act.date.n)
			m->act.date = day_of(m, true);
		put(m, end, meeting);
		return;
	}
	meeting = meeting_before(m);
	if (!meeting.n)
		meeting = body_before(m);
	if (!meeting.n)
		return;
	if (!m->act.date.n)
		m->act.date = day_of(m, false);
	put(m, m->act.end, meeting);
}

/* "протоколу заседания Совета Федерации от 20 декабря 2024 года № 5": the meeting between the noun and both of these.
 */
static bool put_named(struct minutes *m, const struct item_index *acts)
{
	struct reading x = { m->r, m->d, &m->w, &m->act };
	size_t noun = m->word + 1, next, end = 0;

	while (noun < m->w.n && noun < m->word + MEETING_WORDS && !noun_at(m, noun).n && qualifies(m, noun))
		noun++;
	if (noun >= m->w.n || !noun_at(m, noun).n || item_index_over(acts, m->w.v[m->word].start, m->w.v[noun].end))
		return false;
	m->act = (struct act){ .kind_row = LEXICON_NONE };
	for (size_t i = noun + 1; i < m->w.n && i < noun + CLAUSE_WORDS && !(m->act.number.n && m->act.date.n);
	     i = next) {
		next = i + 1;
		if (reading_number(&x, i, &next) || (word_list_has(m->r->lists, WORDS_ACT_TIME, word_of(m, i)) &&
						     reading_time(&x, i, &next) && m->act.date.n)) {
			end = end ? end : m->w.v[i - 1].end;
			next = next > i ? next : i + 1;
			continue;
		}
		if (end || reading_has_any(doc_slice(m->d, m->w.v[i - 1].end, m->w.v[i].start), clause_signs))
			break;
	}
	if (!m->act.number.n || !m->act.date.n)
		return false;
	put(m, m->act.end, doc_slice(m->d, m->w.v[m->word + 1].start, end));
	return true;
}

void act_minutes_put(const struct resolver *r, struct doc *d, const struct item_index *acts)
{
	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];
		struct minutes m = { .r = r, .d = d, .block = i };

		if (b->hidden || b->kind == BLOCK_HEADER || b->kind == BLOCK_FOOTER || b->kind == BLOCK_TOC)
			continue;
		m.w = resolver_words(r, b->start, b->end);
		for (size_t k = 0; k < m.w.n; k++) {
			m.word = k;
			if (!word_list_has(r->lists, WORDS_PROTOCOL, word_of(&m, k)) || put_named(&m, acts) ||
			    !read_minutes_number(&m))
				continue;
			if (k < 2 && i) { /* "Утверждена конференцией" on the line above */
				size_t start = d->blocks[i - (i > 1)].start;

				m.w = resolver_words(r, start, b->end);
				m.word = words_from(&m.w, b->start) + k;
				(void)!read_minutes_number(&m);
				one(&m, acts);
				break;
			}
			one(&m, acts);
		}
	}
}
