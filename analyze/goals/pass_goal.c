/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Goals. A block that ends with a colon and a lead ("Профсоюз будет добиваться:", "ПОСТАНОВЛЯЕТ:", "Задачи:") opens a
 * list; the items that follow are goals, one each, also where the list runs over pages or stands in plain paragraphs
 * (goal_list.c). Everything else is searched sentence by sentence (goal_sentence.c). Cells are left to pass_table.
 */
#include <string.h>

#include "goal_block.h"
#include "goal_forms.h"
#include "goal_frame.h"
#include "goal_list.h"
#include "goal_party.h"
#include "goal_piece.h"
#include "goal_put.h"
#include "passes.h"
#include "utf8.h"
#include "verbs.h"

enum {
	INFINITIVE_WITHIN = 16, /* words */
	PARTY_WORDS = 5,
	GRANT_WORDS = 24,
	SECTION_BYTES = 8, /* of a printed number: 3.1. */
	SENTENCE_WORDS = 8,
	NO_OPENER = -2 /* no block opened the list: none ends it by looking like its opener */
};

/*
 * "Контроль за выполнением возложить на …", "О ходе работы доложить …": the sentences that close a resolution or a plan
 * name first what the order is about.
 */
static void put_closing_order(struct goal_pass *p, size_t start, size_t end)
{
	struct words w = resolver_words(p->g.r, start, end);
	struct lead lead = { .kind = LEAD_LEAD, .after = AFTER_ORDER, .level = "directive" };
	size_t at, limit = w.n < INFINITIVE_WITHIN ? w.n : INFINITIVE_WITHIN;
	struct span actor = { 0 };
	size_t behind = p->plan ? goal_behind_addressee(&p->g, &w, start, &actor) : start;

	if (behind != start) { /* "Отделам до 5 июля представить отчёт." below the table of a plan */
		(void)!goal_put(&p->g, behind, end, &lead, actor);
		return;
	}
	if (w.n > 2 && word_list_phrase(p->g.r->lists, WORDS_ORDER_ABOUT, p->g.r->fold, &w, 0, w.n) &&
	    goal_find_infinitive(p->g.r, &w, 1, limit, &at))
		(void)!goal_put(&p->g, start, end, &lead, (struct span){ 0 });
}

static void read_sentences(struct goal_pass *p, const struct block *b, size_t end)
{
	bool orders = p->plan || span_is(jval_str(p->g.d->meta, "kind"), "resolution") ||
		      span_is(jval_str(p->g.d->meta, "kind"), "statement");
	size_t from = block_body(b), start, stop;

	while (goal_next_sentence(p->g.d, &from, end, &start, &stop)) {
		size_t before = p->g.d->n_items;

		goal_in_sentence(&p->g, start, stop);
		if (orders && p->g.d->n_items == before)
			put_closing_order(p, start, stop);
	}
}

/* The number in front of a heading: "3.1. Цели" → 3.1; "23 лютого 2023 року" is none. */
static void read_section(struct goal_pass *p, const struct block *b)
{
	struct span s = doc_slice(p->g.d, b->start, b->end);
	size_t n = 0, at;
	bool dot;

	while (n < s.n && ((s.p[n] >= '0' && s.p[n] <= '9') || s.p[n] == '.'))
		n++;
	dot = n && s.p[n - 1] == '.';
	at = n < s.n && s.p[n] == ' ' ? n + 1 : n;
	while (n && s.p[n - 1] == '.')
		n--;
	if (!n || n > SECTION_BYTES || !(dot || b->kind == BLOCK_HEADING) || !utf8_is_upper(utf8_next(s, &at)))
		return;
	p->g.section = span_sub(s, 0, n);
	p->g.count = 0;
}

/* Statutes number their sentences like headings: "Статья 2. Целями … являются …." */
static bool is_sentence(struct goal_pass *p, const struct block *b)
{
	return goal_last_char(p->g.d, b->start, b->end) == '.' &&
	       resolver_words(p->g.r, b->start, b->end).n >= SENTENCE_WORDS;
}

/*
 * "Профсоюз использует: участие в …;" in one paragraph: a lead and its first item. Cuts the block behind such a colon
 * into *lead and *item; false: it is one piece.
 */
static bool cut_at_lead(struct goal_pass *p, const struct block *b, struct block *lead, struct block *item)
{
	enum { MAX_COLONS = 8 }; /* each is looked at with the sentence before it */
	struct span text = span_sub(p->g.d->text, 0, b->end);
	struct lead any;
	size_t from, next, colons = 0;

	if (goal_has_mark(b) && goal_opens_with_infinitive(&p->g, block_body(b), b->end))
		return false;
	for (size_t colon = span_find_char(text, ':', block_body(b)); colon != SPAN_NONE && colons++ < MAX_COLONS;
	     colon = span_find_char(text, ':', colon + 1)) {
		size_t at = colon + 1;

		while (at < b->end && text.p[at] == ' ')
			at++;
		next = at;
		if (at >= b->end || at == colon + 1 || !utf8_is_letter(utf8_next(text, &next)))
			continue;
		*lead = *item = *b;
		lead->end = colon + 1;
		item->start = item->body = at;
		item->kind = BLOCK_PARA;
		item->mark = (struct span){ 0 };
		if (goal_closing_lead(p, lead, &any, &from) &&
		    (any.kind == LEAD_LEAD
			     ? any.after == AFTER_ORDER || goal_starts_lower(p->g.d, item)
			     : goal_starts_lower(p->g.d, item) && span_find_char(text, ';', at) != SPAN_NONE))
			return true;
		if (p->list.active && goal_opens_with_preposition(&p->g, lead) && goal_list_is_sublead(p, lead) &&
		    goal_starts_lower(p->g.d, item))
			return true;
	}
	return false;
}

/* The level of what an item says without a lead that is known, by the kind of the paper; NULL: nothing. */
static const char *bare_level(const struct goal_pass *p)
{
	struct span kind = jval_str(p->g.d->meta, "kind");

	if (p->plan)
		return "action";
	if (p->g.agreement)
		return "commitment";
	if (p->g.statute || span_is(kind, "convention"))
		return NULL;
	if (span_is(kind, "programme"))
		return "task";
	return span_is(kind, "resolution") ? "directive" : span_is(kind, "statement") ? "demand" : "goal";
}

/*
 * "4.3. При сокращении штата предупреждать работника …": an item of an agreement that says when before it says what;
 * not one that gives a right.
 */
static void takes_circumstance(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);
	struct lead lead = { .kind = LEAD_LEAD, .after = AFTER_ACTION, .level = "commitment" };
	bool opens;
	size_t at;

	if (!p->g.agreement || !goal_printed_number(b).n || !w.n)
		return;
	opens = word_list_has(p->g.r->lists, WORDS_CIRCUMSTANCE_FIRST, word_text(p->g.r->fold, w.v[0]));
	for (size_t i = 0; opens && i < w.n; i++)
		opens = !word_list_has(p->g.r->lists, WORDS_RIGHT_OR_DUTY, word_text(p->g.r->fold, w.v[i]));
	if (opens && goal_find_infinitive(p->g.r, &w, 1, w.n, &at))
		(void)!goal_put(&p->g, block_body(b), b->end, &lead, (struct span){ 0 });
}

static bool is_programme(const struct goal_pass *p)
{
	return span_is(jval_str(p->g.d->meta, "kind"), "programme");
}

/* "2.3. … 98 пайызга көтөрүү, … эки жолу текшерүү": an item of a Kazakh or Kyrgyz programme, whose deed stands last */
static bool is_late_task(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);

	return is_programme(p) && w.n && goal_closes_with_verbal_noun(&p->g, &w);
}

/*
 * An item of a plan that is a list and no table: an action without any lead; and one of an agreement, a programme or a
 * resolution that begins with an infinitive ("4.4. Проводить …"), whatever the heading above. Opens a list of such.
 */
static bool takes_bare_item(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);
	const char *level = bare_level(p);

	if (!goal_has_mark(b) || !w.n || !level ||
	    !(p->plan || goal_opens_with_infinitive(&p->g, block_body(b), b->end) || is_late_task(p, b)))
		return false;
	p->list = (struct goal_list){ .active = true, .nested = SPAN_NONE, .opener = NO_OPENER };
	p->list.lead = (struct lead){ .kind = LEAD_NOUN, .after = AFTER_ACTION, .level = level };
	if (!p->plan)
		p->list.lead.kind = LEAD_LEAD; /* an infinitive behind a time is enough */
	if (is_late_task(p, b))
		p->list.lead.after = AFTER_ANY;
	if (!goal_list_accepts(p, &w)) {
		p->list.active = false;
		return false;
	}
	goal_list_put_item(p, b);
	p->list.active = p->plan || p->list.nested != SPAN_NONE ||
			 (!p->g.agreement && p->list.semicolon); /* items of an agreement state theirs */
	return true;
}

/*
 * "Цель 2. Довести …", "Задача 1.3: …": the number that a label gives the goal of a block; *level gets the level of the
 * label. Empty, and level as it was: the block has no label.
 */
static struct span label_of(struct goal_pass *p, const struct block *b, const char **level)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);
	struct span s;
	struct lead noun;
	size_t n = 0;

	if (!w.n || !goal_lead_at(p->g.r, &w, 0, w.n, LEAD_NOUN, LEAD_INLINE, &noun) || noun.words != 1)
		return (struct span){ 0 };
	s = span_trim(doc_slice(p->g.d, w.v[0].end, b->end));
	while (n < s.n && ((s.p[n] >= '0' && s.p[n] <= '9') || (n && s.p[n] == '.')))
		n++;
	if (!n || n == s.n || !strchr(" :)", s.p[n]))
		return (struct span){ 0 };
	*level = span_is(span_of(noun.level), "aim") ? "goal" : noun.level;
	return span_sub(s, 0, n - (s.p[n - 1] == '.'));
}

/* "Довести охват до 60 %. В 2025 году открыть школу; обучить …": sentences of a programme that are tasks themselves. */
static void read_programme(struct goal_pass *p, const struct block *b)
{
	size_t from = block_body(b), start, stop;

	p->list = (struct goal_list){ .nested = SPAN_NONE, .opener = NO_OPENER };
	p->list.lead = (struct lead){ .kind = LEAD_LEAD, .after = AFTER_ACTION, .level = "task" };
	if (!p->g.number.n)
		p->g.number = label_of(p, b, &p->list.lead.level);
	while (goal_next_sentence(p->g.d, &from, b->end, &start, &stop)) {
		if (!goal_opens_with_infinitive(&p->g, start, stop)) {
			size_t before = p->g.d->n_items;

			goal_in_sentence(&p->g, start, stop);
			if (p->g.d->n_items == before)
				put_closing_order(p, start, stop);
			continue;
		}
		while (start < stop) {
			size_t end = goal_list_part_end(p, start, stop);

			goal_list_put_part(p, start, end);
			start = end + 1;
		}
	}
}

/* "МОП и его членские организации:" / "– внесут …": do verbs of what will be done begin the list, in a paper of tasks?
 */
static bool lists_deeds(struct goal_pass *p)
{
	struct span kind = jval_str(p->g.d->meta, "kind");
	struct words w;

	if (!p->next || !goal_has_mark(p->next) ||
	    !(span_is(kind, "programme") || span_is(kind, "plan") || span_is(kind, "resolution") || p->g.agreement))
		return false;
	w = resolver_words(p->g.r, block_body(p->next), p->next->end);
	return w.n > 2 && goal_is_finite(&p->g, word_text(p->g.r->fold, w.v[0]));
}

static bool opens_with_circumstance(const struct goal_pass *p, const struct words *w)
{
	return word_list_has(p->g.r->lists, WORDS_CIRCUMSTANCE_FIRST, word_text(p->g.r->fold, w->v[0]));
}

/* "Правительство области:" in an agreement: what the party does is listed below. */
static bool opens_party(struct goal_pass *p, const struct block *b)
{
	size_t from = goal_last_sentence(p->g.d, b);
	struct words w = resolver_words(p->g.r, from, b->end);
	struct lead party, lead = { .kind = LEAD_LEAD, .after = AFTER_ANY, .level = "commitment" };
	size_t first = 0;
	const struct item *name;

	while (from > block_body(b) && first + 1 < w.n &&
	       !utf8_is_upper(utf8_next(p->g.d->text, &(size_t){ w.v[w.n - 1 - first].start })))
		first++;
	first = from > block_body(b) && w.n ? w.n - 1 - first : 0; /* "В связи с этим Стороны:" */
	if (first == 0 && w.n > 2 && verb_may_precede(p->g.r, word_text(p->g.r->fold, w.v[0])))
		first = 1; /* "Республиканские объединения работодателей:" */
	name = w.n ? item_index_at(&p->g.r->names, w.v[first].start, ITEM_ORG) : NULL;
	if (!p->g.agreement && !lists_deeds(p))
		return false;
	if (!name && w.n && opens_with_circumstance(p, &w) && lists_deeds(p)) /* "Для решения этих задач Федерация:" */
		for (first = w.n - 1; first + PARTY_WORDS > w.n && first > 0; first--) {
			name = item_index_at(&p->g.r->names, w.v[first].start, ITEM_ORG);
			if (name || goal_lead_at(p->g.r, &w, first, w.n, LEAD_PARTY, LEAD_INLINE, &party))
				break;
		}
	if (!p->g.agreement)
		lead.level = bare_level(p) ? bare_level(p) : lead.level;
	if (!w.n || w.n - first > PARTY_WORDS ||
	    (!name && !goal_lead_at(p->g.r, &w, first, w.n, LEAD_PARTY, LEAD_INLINE, &party)))
		return false;
	goal_list_open(p, b, &lead, first ? w.v[first].start : b->end);
	p->list.actor =
		name ? jval_str(name->norm, "canonical") : doc_slice(p->g.d, w.v[first].start, w.v[w.n - 1].end);
	return true;
}

/* A list of what states no goals, behind the sentences before byte from. */
static void open_silent(struct goal_pass *p, const struct block *b, size_t from)
{
	read_sentences(p, b, from);
	goal_list_open(p, b, &(struct lead){ .kind = LEAD_PERMIT, .level = "" }, from);
}

/* "Наниматели предоставляют:", "Отпуск предоставляется:" in an agreement: what is granted is listed below. */
static bool opens_granted(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);
	struct lead grant = { 0 }, lead = { .kind = LEAD_LEAD, .after = AFTER_ANY, .level = "commitment" };
	bool found = false;
	size_t verb;

	if (!p->g.agreement || !w.n || w.n > GRANT_WORDS)
		return false;
	for (size_t i = 0; i < w.n && !found; i++)
		found = goal_lead_at(p->g.r, &w, i, w.n, LEAD_GRANT, LEAD_INLINE, &grant);
	if (!found && !goal_party_acts(&p->g, &w, &verb))
		return false;
	goal_list_open(p, b, &lead, b->end);
	return true;
}

/* "Если требования не выполнят, Профсоюз:" in a statement: what it will do is listed below. */
static bool opens_threat(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);
	struct lead lead = { .kind = LEAD_LEAD, .after = AFTER_ANY, .level = "commitment" };

	if (!span_is(jval_str(p->g.d->meta, "kind"), "statement") || !w.n ||
	    !word_list_has(p->g.r->lists, WORDS_CONDITION, word_text(p->g.r->fold, w.v[0])))
		return false;
	goal_list_open(p, b, &lead, b->end);
	return true;
}

/* "2. Органам, осуществляющим полномочия учредителя:" in a list of orders: who is to do what is listed below. */
static bool names_addressee(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);

	return p->list.active && p->list.lead.after == AFTER_ORDER && goal_opens_with_dative(&p->g, &w) &&
	       goal_list_continues(p, b);
}

/* "ставит задачу содействовать ратификации:": does the block that announces a list say what is done with its things? */
static bool names_deed(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, goal_last_sentence(p->g.d, b), b->end);
	struct lead lead;
	size_t from, at;

	if (goal_closing_lead(p, b, &lead, &from))
		return goal_find_infinitive(p->g.r, &w, words_from(&w, from) + lead.words, w.n, &at);
	return p->g.agreement && goal_party_acts(&p->g, &w, &at);
}

/* What is printed before the block: its number, its letter, and the number that it stands below. */
static void note_mark(struct goal_pass *p, const struct block *b, bool colon)
{
	p->g.number = goal_printed_number(b);
	p->g.letter = goal_printed_letter(b);
	p->g.marked = b->mark.n > 0;
	if (p->g.number.n || !goal_has_mark(b))
		p->g.parent = (struct span){ 0 };
	if (p->g.number.n && colon) {
		p->g.parent = p->g.number;
		p->g.below = 0;
	}
}

/* Does the open list go on with a lead of its own, to which the next items belong? */
static bool goes_on_below(struct goal_pass *p, const struct block *b, bool heading)
{
	struct lead lead;
	size_t from;

	if (p->list.active && goal_list_goes_into_nested(p, b))
		return true;
	p->list.nested = SPAN_NONE;
	if (p->list.active && !heading && goal_list_is_sublead(p, b) && !goal_closing_lead(p, b, &lead, &from)) {
		struct words w = resolver_words(p->g.r, block_body(b), b->end);

		p->list.items = 0;
		if (goal_list_asks_next(p, b))
			p->list.actor = goal_asked(&p->g, &w, 0, w.n);
		return true;
	}
	if (heading && p->list.active && p->list.lead.after == AFTER_ORDER && b->mark.n && !p->list.opener &&
	    !is_sentence(p, b)) { /* ПОСТАНОВЛЯЕТ: / 1. О награждении / 1.1. Наградить … */
		p->list.items = 0;
		return true;
	}
	return false;
}

/* Does the block, which ends with a colon or is a heading, open a list, of goals or of what is none? */
static bool opens_list(struct goal_pass *p, const struct block *b, bool colon, bool heading)
{
	struct lead lead;
	size_t from;

	if (goal_list_is_permit(p, b, 2, &from)) { /* "проектом предлагается:" */
		open_silent(p, b, heading ? b->start : from);
		return true;
	}
	if (colon && opens_threat(p, b))
		return true;
	if (colon && p->next && goal_is_instrument(&p->g, p->next) && names_deed(p, b)) {
		p->list.active = p->outer.active = false;
		read_sentences(p, b, b->end);
		return true;
	}
	if (goal_closing_lead(p, b, &lead, &from) && !(p->g.statute && lead.kind != LEAD_NOUN)) {
		size_t last = goal_last_sentence(p->g.d, b);

		if (!heading && !goal_list_put_before(p, b, from))
			read_sentences(p, b, goal_opens_with_reason(&p->g, last, from) ? last : from);
		goal_list_open(p, b, &lead, from);
		return true;
	}
	if (colon && !names_addressee(p, b) && goal_list_is_permit(p, b, 1, &from)) {
		open_silent(p, b, from);
		return true;
	}
	return colon && (opens_granted(p, b) || opens_party(p, b));
}

static void one_block(struct goal_pass *p, const struct block *b)
{
	bool colon = goal_list_announced(p, b), heading = b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE;
	size_t before;

	if (goal_opens_speech(&p->g, b)) { /* of minutes: what was decided before it is over */
		p->list.active = p->outer.active = false;
		if (colon)
			return;
	}
	note_mark(p, b, colon);
	if (heading || (!p->list.active && b->kind == BLOCK_PARA))
		read_section(p, b);
	if (p->list.active && p->outer.active && goal_has_mark(b) && goal_mark_kind(b) == p->outer.marks) {
		p->list = p->outer;
		p->outer.active = false;
	}
	if (goes_on_below(p, b, heading) || ((colon || heading) && opens_list(p, b, colon, heading)))
		return;
	if (p->g.statute && p->list.active && p->list.lead.kind == LEAD_NOUN && goal_has_mark(b) && colon)
		p->list.active = false; /* "4. Для достижения целей Профсоюз:" tells what it does */
	if (p->list.active && goal_list_continues(p, b)) {
		goal_list_put_item(p, b);
		return;
	}
	p->list.active = p->outer.active = false;
	if (heading ? !is_sentence(p, b) : takes_bare_item(p, b))
		return;
	if (!heading && is_programme(p) && b->kind == BLOCK_PARA) {
		read_programme(p, b);
		return;
	}
	before = p->g.d->n_items;
	read_sentences(p, b, b->end);
	if (p->g.d->n_items == before)
		takes_circumstance(p, b);
}

/* Is a list of goals printed inside the block, behind marks of its own? */
static bool holds_list(struct goal_pass *p, const struct block *b)
{
	struct block rest = *b, head = goal_next_piece(p->g.d, &rest), first;
	struct lead lead;
	size_t from;

	if (rest.start == rest.end)
		return false;
	first = goal_next_piece(p->g.d, &rest);
	if (goal_has_mark(b) && goal_mark_kind(b) == goal_mark_kind(&first))
		return true;
	if (goal_opens_with_infinitive(&p->g, block_body(&first), first.end))
		return true;
	return !goal_opens_with_infinitive(&p->g, block_body(&head), head.end) &&
	       goal_closing_lead(p, &head, &lead, &from);
}

static void one_paragraph(struct goal_pass *p, const struct block *b)
{
	struct block lead, item, rest = *b;

	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE) {
		one_block(p, b);
	} else if (holds_list(p, b)) {
		while (rest.start < rest.end) {
			item = goal_next_piece(p->g.d, &rest);
			one_block(p, &item);
		}
	} else if (cut_at_lead(p, b, &lead, &item)) {
		one_block(p, &lead);
		one_block(p, &item);
	} else {
		one_block(p, b);
	}
}

/*
 * A paragraph that a reader cut in two ("… является" / "проведение …"): no closing sign, and the next one goes on in
 * lower case. An infinitive behind it begins an item of its own, and so does any action behind a comma.
 */
static bool runs_on(struct goal_pass *p, const struct block *b, const struct block *next)
{
	unsigned last = goal_last_char(p->g.d, b->start, b->end);
	enum verb_form form;

	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE || next->kind != BLOCK_PARA || goal_has_mark(next) ||
	    (!goal_starts_lower(p->g.d, next) && !goal_ends_open(&p->g, b)) || (!utf8_is_word(last) && last != ','))
		return false;
	form = goal_opening(p->g.r, block_body(next), next->end);
	return last == ',' ? form == VERB_NONE : form != VERB_INFINITIVE;
}

/* "Программа сотрудничества между … и …": what its parties do is agreed. */
static bool is_cooperation(const struct doc *d)
{
	static const char *const words[] = { "сотрудничества",  "СОТРУДНИЧЕСТВА", "співробітництва",
					     "СПІВРОБІТНИЦТВА", "супрацоўніцтва", "СУПРАЦОЎНІЦТВА" };
	static const char *const between[] = { " между ", " МЕЖДУ ", " між ", " МІЖ ", " паміж ", " ПАМІЖ " };
	struct span title = jval_str(d->meta, "title");
	bool together = false, parties = false;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		together |= span_find(title, span_of(words[i]), 0) != SPAN_NONE;
		parties |= span_find(title, span_of(between[i]), 0) != SPAN_NONE;
	}
	return together && parties && span_is(jval_str(d->meta, "kind"), "programme");
}

bool pass_goal(struct resolver *r, struct doc *d, struct err *e)
{
	struct goal_pass p = { .g = { .r = r, .d = d } };

	(void)e;
	resolver_index(r, d);
	p.g.rows = item_index_of(d, 1u << ITEM_GOAL);
	p.g.acts = item_index_of(d, 1u << ITEM_LEGAL_ACT | 1u << ITEM_CONVENTION | 1u << ITEM_RECOMMENDATION);
	p.list.nested = SPAN_NONE;
	p.plan = span_is(jval_str(d->meta, "kind"), "plan");
	p.g.statute = span_is(jval_str(d->meta, "kind"), "charter");
	p.g.agreement = span_is(jval_str(d->meta, "kind"), "agreement") || is_cooperation(d);
	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block whole = d->blocks[i];

		if (goal_block_skipped(&whole))
			continue;
		while (i + 1 < d->n_blocks && !goal_block_skipped(&d->blocks[i + 1]) &&
		       runs_on(&p, &whole, &d->blocks[i + 1]))
			whole.end = d->blocks[++i].end;
		p.next = i + 1 < d->n_blocks ? &d->blocks[i + 1] : NULL;
		goal_see_mark(d, &whole);
		one_paragraph(&p, &whole);
	}
	return true;
}
