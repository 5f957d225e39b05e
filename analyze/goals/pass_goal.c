/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Goals. A block that ends with a colon and a lead ("Профсоюз будет добиваться:", "ПОСТАНОВЛЯЕТ:", "Задачи:") opens a
 * list; the items that follow are goals, one each, also where the list runs over pages or stands in plain paragraphs.
 * Everything else is searched sentence by sentence (goal_sentence.c). Cells are left to pass_table.
 */
#include "goal_block.h"
#include "goal_forms.h"
#include "goal_party.h"
#include "passes.h"
#include "utf8.h"
#include "verbs.h"

/* A lead stands close to its colon; a heading that opens a list is short; an item's infinitive is not far. */
enum {
	LEAD_FROM_END = 9,
	NOUN_FROM_END = 8,
	HEADING_WORDS = 14,
	INFINITIVE_WITHIN = 16,
	ORDER_WITHIN = 28, /* behind whom it is given to, and by when */
	SUBLEAD_WORDS = 12,
	PARTY_WORDS = 5,
	SECTION_BYTES = 8,
	SENTENCE_WORDS = 8,
	TOP_NUMBER = 4, /* goal_mark_kind of "1." */
	NO_OPENER = -2
};

struct goal_list {
	bool active;
	struct lead lead;
	struct span actor;
	int items;      /* so far */
	bool marked;    /* its items have list marks */
	bool semicolon; /* the last item ended with ; or , */
	bool full_stop; /* the last item ended with a full stop */
	int marks;      /* kind of mark of its first item (goal_mark_kind) */
	int opener;     /* kind of mark of the block that opened it: the next such block ends it */
	struct span addressee; /* whom an item names before its own list: "2. Председателям организаций:" */
	size_t nested; /* index in items of the goal whose own list goes on; SPAN_NONE: none */
};

struct goal_pass {
	struct goal_ctx g;
	struct goal_list list;
	bool plan;              /* the document is one: its numbered items are actions */
	struct goal_list outer; /* the list of orders that an item of it interrupts with a list of its own */
};

/* Where the last sentence of a block begins. */
static size_t last_sentence(const struct doc *d, const struct block *b)
{
	size_t from = block_body(b), start = from, stop;

	while (goal_next_sentence(d, &from, b->end, &start, &stop))
		continue;
	return start;
}

/* "The Company shall, in accordance with the Act …:" a circumstance parts the lead before word i from its list. */
static bool is_parted(const struct doc *d, const struct words *w, size_t i)
{
	return i < w->n && span_starts(doc_slice(d, w->v[i - 1].end, w->v[i].start), SPAN(","));
}

/* The lead that a block ending with a colon closes on; *from gets the byte where the lead begins. */
static bool closing_lead(struct goal_pass *p, const struct block *b, struct lead *lead, size_t *from)
{
	struct words w = resolver_words(p->g.r, last_sentence(p->g.d, b), b->end);
	bool found = false;

	for (size_t i = 0; i < w.n; i++) {
		struct lead one;
		size_t left;

		if (!goal_lead_at(p->g.r, &w, i, w.n, LEAD_LEAD | LEAD_NOUN, LEAD_LIST, &one))
			continue;
		left = w.n - i - one.words;
		if (left > (one.kind == LEAD_NOUN ? NOUN_FROM_END : LEAD_FROM_END) &&
		    !is_parted(p->g.d, &w, i + one.words))
			continue;
		if (p->g.statute && i && span_starts(word_text(p->g.r->fold, w.v[i - 1]), SPAN("достижен")))
			continue; /* what is done for its aims is no aim of a charter */
		if (one.kind == LEAD_NOUN && (found || w.n > HEADING_WORDS || !goal_noun_counts(p->g.r, &w, i)))
			continue;
		*lead = one;
		*from = w.v[i].start;
		found = true;
	}
	return found;
}

/*
 * Whom a list of demands or orders is meant for: "поручает Исполкому:", "calls on employers to:" behind the lead that
 * begins at byte from; "жұмыс берушілерден талап етеді:", in the ablative, before it.
 */
static struct span who_is_asked(const struct goal_pass *p, const struct block *b, const struct lead *lead, size_t from)
{
	struct span lang = jval_str(p->g.d->meta, "lang");
	bool demand = span_is(span_of(lead->level), "demand"), late = span_is(lang, "kk") || span_is(lang, "ky");
	struct words w = resolver_words(p->g.r, last_sentence(p->g.d, b), late ? from : b->end);
	size_t subject, asked;

	if (!w.n || lead->against ||
	    !(demand || (lead->after == AFTER_ACTION && span_is(span_of(lead->level), "directive"))))
		return (struct span){ 0 };
	if (!late) {
		size_t first = words_from(&w, from) + lead->words;
		size_t last = w.n - span_is(word_text(p->g.r->fold, w.v[w.n - 1]), "to");

		return goal_asked(&p->g, &w, first, last);
	}
	subject = goal_subject_words(&p->g, &w);
	asked = goal_asked_words(&p->g, &w, subject, w.n);
	return asked > subject ? goal_asked_name(&p->g, &w, subject, asked) : (struct span){ 0 };
}

/* "requests the Government to:": infinitives without a mark of their own follow. */
static bool ends_with_to(const struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, last_sentence(p->g.d, b), b->end);

	return w.n > 1 && span_is(word_text(p->g.r->fold, w.v[w.n - 1]), "to");
}

static void open_list(struct goal_pass *p, const struct block *b, const struct lead *lead, size_t from)
{
	if (p->list.active && p->list.lead.after == AFTER_ORDER && goal_has_mark(b) &&
	    goal_mark_kind(b) == p->list.marks)
		p->outer = p->list;
	p->list = (struct goal_list){ .active = true, .lead = *lead, .nested = SPAN_NONE };
	p->list.opener = goal_mark_kind(b);
	p->list.actor = who_is_asked(p, b, lead, from);
	if (ends_with_to(p, b))
		p->list.lead.after = AFTER_ANY;
	if (!p->list.actor.n && lead->kind == LEAD_LEAD && !span_is(span_of(lead->level), "action"))
		p->list.actor = goal_actor(&p->g, block_body(b), from);
}

/* "чтобы завод вернул долги;" in a list of demands or aims: what is wished for stands behind the conjunction. */
static bool opens_with_wish(const struct goal_pass *p, const struct words *w)
{
	return w->n > 3 && word_list_has(p->g.r->lists, WORDS_SO_THAT, word_text(p->g.r->fold, w->v[0]));
}

static bool accepts(struct goal_pass *p, const struct words *w)
{
	size_t at, limit = p->g.marked ? ORDER_WITHIN : INFINITIVE_WITHIN;
	enum verb_form form;

	if (!w->n)
		return false;
	limit = limit < w->n ? limit : w->n;
	form = verb_opens(p->g.r, p->g.r->fold, w, 0, w->n, &at);
	if (form != VERB_NONE || p->list.lead.after == AFTER_ANY || opens_with_wish(p, w))
		return true;
	if (p->list.lead.after == AFTER_ORDER && (goal_is_order(p->g.r, w) || goal_keeps_control(p->g.r, w)))
		return true;
	if ((p->plan || p->list.addressee.n || span_is(span_of(p->list.lead.level), "action")) &&
	    goal_ends_in_verbal_noun(&p->g, w))
		return true;
	return p->list.lead.kind == LEAD_LEAD && goal_find_infinitive(p->g.r, w, 0, limit, &at);
}

/*
 * "Профсоюз выступает: – за равную оплату; – против детского труда": what each item stands for or against begins behind
 * its preposition. True: it has been put.
 */
static bool put_stance(struct goal_pass *p, const struct words *w, size_t end)
{
	struct lead lead = p->list.lead;
	size_t from = 1;

	if (!span_is(span_of(lead.level), "principle") || w->n < 2)
		return false;
	if (!word_list_has(p->g.r->lists, WORDS_AGAINST, word_text(p->g.r->fold, w->v[0]))) {
		if (!word_list_has(p->g.r->lists, WORDS_IN_FAVOUR, word_text(p->g.r->fold, w->v[0])))
			return false;
		(void)!goal_put(&p->g, w->v[1].start, end, &lead, p->list.actor);
		return true;
	}
	lead.level = "demand";
	lead.against = true;
	for (size_t i = 2; i + 1 < w->n; i++) {
		if (!word_list_has(p->g.r->lists, WORDS_AGAINST, word_text(p->g.r->fold, w->v[i])) ||
		    !word_list_has(p->g.r->lists, WORDS_SECOND_LEAD, word_text(p->g.r->fold, w->v[i - 1])))
			continue;
		(void)!goal_put(&p->g, w->v[from].start, w->v[i - 2].end, &lead, p->list.actor);
		from = i + 1;
	}
	(void)!goal_put(&p->g, w->v[from].start, end, &lead, p->list.actor);
	return true;
}

/* "Activities: 3.1. The Union undertakes to host …": an item that has a lead of its own states its goal itself. */
static bool states_by_lead(struct goal_pass *p, const struct words *w, size_t start, size_t end)
{
	size_t before = p->g.d->n_items, at;

	if (!span_is(span_of(p->list.lead.level), "action") || p->plan ||
	    verb_opens(p->g.r, p->g.r->fold, w, 0, w->n, &at) != VERB_NONE)
		return false;
	goal_in_sentence(&p->g, start, end);
	return p->g.d->n_items > before;
}

static void put_part(struct goal_pass *p, size_t start, size_t end)
{
	struct goal_list *l = &p->list;
	struct words w = resolver_words(p->g.r, start, end);
	struct span actor = l->actor;
	struct lead against;
	struct item *it;
	size_t at;

	if (l->addressee.n)
		actor = l->addressee;
	if (l->lead.after == AFTER_ORDER && goal_last_char(p->g.d, start, end) == ':' &&
	    !goal_find_infinitive(p->g.r, &w, 0, w.n, &at) && !goal_is_order(p->g.r, &w)) {
		l->addressee = goal_addressee(&p->g, w.v[0].start, end);
		return;
	}
	if (l->lead.kind == LEAD_NOUN && goal_states_itself(&p->g, &w)) {
		goal_in_sentence(&p->g, start, end);
		return;
	}
	if (put_stance(p, &w, end) || states_by_lead(p, &w, start, end))
		return;
	if (!accepts(p, &w)) {
		if (p->plan) /* "… талап етеміз" between actions */
			goal_in_sentence(&p->g, start, end);
		return;
	}
	end = goal_before_terms(&p->g, &w, end);
	if (opens_with_wish(p, &w)) {
		const struct item *body = item_index_at(&p->g.r->names, w.v[1].start, ITEM_ORG);

		start = w.v[1].start;
		actor = body ? jval_str(body->norm, "canonical") : actor;
	}
	start = goal_behind_asked(&p->g, &w, start, span_is(span_of(l->lead.level), "demand"), &actor);
	if (l->lead.after == AFTER_ORDER && goal_is_order(p->g.r, &w))
		start = goal_behind_body(&p->g, start, end, &actor);
	if (l->lead.after == AFTER_ORDER) {
		start = goal_behind_addressee(&p->g, &w, start, &actor);
		if (goal_last_char(p->g.d, start, end) == ':' && resolver_words(p->g.r, start, end).n < 3)
			return;
	}
	against = l->lead;
	start = goal_behind_ban(&p->g, start, end, &against);
	it = goal_put(&p->g, start, end, &against, actor);
	if (it && goal_last_char(p->g.d, start, end) == ':')
		l->nested = p->g.d->n_items - 1;
}

/* Where the goal that begins at start ends: at a semicolon, unless what follows is no action ("…; свыше 10 лет – …").
 */
static size_t part_end(struct goal_pass *p, size_t start, size_t end)
{
	struct span text = span_sub(p->g.d->text, 0, end);
	size_t at = span_find_char(text, ';', start);

	while (p->g.marked && at != SPAN_NONE) { /* an item of a list is one, but for what it forbids */
		struct words w = resolver_words(p->g.r, at + 1, end);

		if (word_list_phrase(p->g.r->lists, WORDS_BAN, p->g.r->fold, &w, 0, w.n))
			return at;
		at = span_find_char(text, ';', at + 1);
	}
	while (at != SPAN_NONE && p->list.lead.after != AFTER_ANY) {
		size_t next = span_find_char(text, ';', at + 1);
		struct words w = resolver_words(p->g.r, at + 1, next == SPAN_NONE ? end : next);

		if (!w.n || accepts(p, &w))
			break;
		at = next;
	}
	return at == SPAN_NONE ? end : at;
}

/* One item of the list; what a semicolon divides are goals of their own. */
static void put_item(struct goal_pass *p, const struct block *b)
{
	size_t start = block_body(b);
	unsigned last = goal_last_char(p->g.d, start, b->end);

	if (goal_mark_kind(b) == p->list.marks)
		p->list.addressee = (struct span){ 0 };
	while (start < b->end) {
		size_t end = part_end(p, start, b->end);

		put_part(p, start, end);
		start = end + 1;
	}
	if (!p->list.items++) {
		p->list.marked = goal_has_mark(b);
		p->list.marks = goal_mark_kind(b);
	}
	p->list.semicolon = last == ';' || last == ',' || last == ':';
	p->list.full_stop = last == '.';
}

/* A short line with a colon inside a list ("В области охраны труда:") divides it. */
static bool is_sublead(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);

	if (goal_last_char(p->g.d, b->start, b->end) != ':' || !w.n || w.n > SUBLEAD_WORDS)
		return false;
	if (p->list.lead.after == AFTER_ORDER && goal_has_mark(b)) /* an order of the list: whom it is given to */
		return false;
	return !p->list.items || word_list_has(p->g.r->lists, WORDS_SUBLEAD, word_text(p->g.r->fold, w.v[0]));
}

/*
 * Goes on with the goal whose text ended with a colon: its own, differently marked list belongs to it. "Поручить
 * Исполкому:" with actions below is no goal, it says who is to do them.
 */
static bool goes_into_nested(struct goal_pass *p, const struct block *b)
{
	struct goal_list *l = &p->list;
	struct item *it;

	if (l->nested == SPAN_NONE || b->kind == BLOCK_HEADING || !goal_has_mark(b) || goal_mark_kind(b) == l->marks)
		return false;
	it = &p->g.d->items[l->nested];
	if (l->lead.after == AFTER_ORDER && goal_opens_with_infinitive(&p->g, block_body(b), b->end)) {
		struct words w = resolver_words(p->g.r, it->start, it->end);
		size_t k = item_index_from(&p->g.r->names, it->start);

		if (k < p->g.r->names.n && item_index_get(&p->g.r->names, k)->end <= it->end)
			l->addressee = jval_str(item_index_get(&p->g.r->names, k)->norm, "canonical");
		else if (w.n > 1)
			l->addressee = goal_addressee(&p->g, w.v[1].start, it->end);
		p->g.d->n_items--;
		return false;
	}
	it->end = b->end;
	while (it->end > it->start && (p->g.d->text.p[it->end - 1] == ';' || p->g.d->text.p[it->end - 1] == '.' ||
				       p->g.d->text.p[it->end - 1] == ' '))
		it->end--;
	jval_set_str(&p->g.d->arena, it->norm, "text", text_squeeze(&p->g.d->arena, item_text(p->g.d, it)));
	return true;
}

static bool opens_with_action(struct goal_pass *p, const struct block *b)
{
	return goal_opening(p->g.r, block_body(b), b->end) != VERB_NONE;
}

/* Is this block an item of the open list? */
static bool continues(struct goal_pass *p, const struct block *b)
{
	const struct goal_list *l = &p->list;

	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE)
		return false;
	if (goal_has_mark(b) && goal_mark_kind(b) == l->opener)
		return false;
	if (l->lead.after == AFTER_ORDER && l->marks >= TOP_NUMBER && goal_mark_kind(b) > l->marks)
		return true; /* 2.2. below 2. */
	if (goal_has_mark(b))
		return !l->items || goal_mark_kind(b) == l->marks ||
		       (l->marked && goal_mark_kind(b) != 0 && !l->full_stop) || l->semicolon;
	if (l->items && l->marked && l->full_stop)
		return false;
	if (goal_starts_lower(p->g.d, b))
		return true;
	return (!l->items || l->semicolon) && (l->lead.after == AFTER_ORDER || opens_with_action(p, b));
}

/*
 * "Контроль за выполнением возложить на …", "О ходе работы доложить …": the sentences that close a resolution or a plan
 * name first what the order is about.
 */
static void put_closing_order(struct goal_pass *p, size_t start, size_t end)
{
	struct words w = resolver_words(p->g.r, start, end);
	struct lead lead = { .kind = LEAD_LEAD, .after = AFTER_ORDER, .level = p->plan ? "action" : "directive" };
	size_t at, limit = w.n < INFINITIVE_WITHIN ? w.n : INFINITIVE_WITHIN;

	if (w.n > 2 && word_list_phrase(p->g.r->lists, WORDS_ORDER_ABOUT, p->g.r->fold, &w, 0, w.n) &&
	    goal_find_infinitive(p->g.r, &w, 1, limit, &at))
		(void)!goal_put(&p->g, start, end, &lead, (struct span){ 0 });
}

static void read_sentences(struct goal_pass *p, const struct block *b, size_t end)
{
	bool orders = p->plan || span_is(jval_str(p->g.d->meta, "kind"), "resolution");
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
	struct span text = span_sub(p->g.d->text, 0, b->end);
	struct lead any;
	size_t from, next;

	for (size_t colon = span_find_char(text, ':', block_body(b)); colon != SPAN_NONE;
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
		if (closing_lead(p, lead, &any, &from) && any.kind == LEAD_LEAD &&
		    (any.after == AFTER_ORDER || goal_starts_lower(p->g.d, item)))
			return true;
		if (p->list.active && goal_opens_with_preposition(&p->g, lead) && is_sublead(p, lead) &&
		    goal_starts_lower(p->g.d, item))
			return true;
	}
	return false;
}

/* The level of what an item says without a lead, by the kind of the paper; NULL: nothing. */
static const char *bare_level(const struct goal_pass *p)
{
	struct span kind = jval_str(p->g.d->meta, "kind");

	if (p->plan)
		return "action";
	if (p->g.agreement)
		return "commitment";
	if (span_is(kind, "programme"))
		return "task";
	return span_is(kind, "resolution") ? "directive" : NULL;
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

/*
 * An item of a plan that is a list and no table: an action without any lead; and one of an agreement, a programme or a
 * resolution that begins with an infinitive ("4.4. Проводить …"), whatever the heading above. Opens a list of such.
 */
static bool takes_bare_item(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);
	const char *level = bare_level(p);

	if (!goal_has_mark(b) || !w.n || !level ||
	    !(p->plan || goal_opens_with_infinitive(&p->g, block_body(b), b->end)))
		return false;
	p->list = (struct goal_list){ .active = true, .nested = SPAN_NONE, .opener = NO_OPENER };
	p->list.lead = (struct lead){ .kind = LEAD_NOUN, .after = AFTER_ACTION, .level = level };
	if (!p->plan)
		p->list.lead.kind = LEAD_LEAD; /* an infinitive behind a time is enough */
	if (!accepts(p, &w)) {
		p->list.active = false;
		return false;
	}
	put_item(p, b);
	p->list.active =
		p->plan || p->list.nested != SPAN_NONE; /* beside it other items of an agreement state theirs */
	return true;
}

static bool is_programme(const struct goal_pass *p)
{
	return span_is(jval_str(p->g.d->meta, "kind"), "programme");
}

/* "Довести охват до 60 %. В 2025 году открыть школу; обучить …": sentences of a programme that are tasks themselves. */
static void read_programme(struct goal_pass *p, const struct block *b)
{
	size_t from = block_body(b), start, stop;

	p->list = (struct goal_list){ .nested = SPAN_NONE, .opener = NO_OPENER };
	p->list.lead = (struct lead){ .kind = LEAD_LEAD, .after = AFTER_ACTION, .level = "task" };
	while (goal_next_sentence(p->g.d, &from, b->end, &start, &stop)) {
		if (!goal_opens_with_infinitive(&p->g, start, stop)) {
			goal_in_sentence(&p->g, start, stop);
			continue;
		}
		while (start < stop) {
			size_t end = part_end(p, start, stop);

			put_part(p, start, end);
			start = end + 1;
		}
	}
}

/* "Правительство области:" in an agreement: what the party does is listed below. */
static bool opens_party(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);
	struct lead party, lead = { .kind = LEAD_LEAD, .after = AFTER_ANY, .level = "commitment" };
	const struct item *name = w.n ? item_index_at(&p->g.r->names, w.v[0].start, ITEM_ORG) : NULL;

	if (!p->g.agreement || !w.n || w.n > PARTY_WORDS ||
	    (!name && !goal_lead_at(p->g.r, &w, 0, w.n, LEAD_PARTY, LEAD_INLINE, &party)))
		return false;
	open_list(p, b, &lead, b->end);
	p->list.actor = name ? jval_str(name->norm, "canonical") : doc_slice(p->g.d, w.v[0].start, w.v[w.n - 1].end);
	return true;
}

static void one_block(struct goal_pass *p, const struct block *b)
{
	bool colon = goal_last_char(p->g.d, b->start, b->end) == ':',
	     heading = b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE;
	struct lead lead;
	size_t from, before;

	p->g.number = goal_printed_number(b);
	p->g.letter = goal_printed_letter(b);
	p->g.marked = b->mark.n > 0;
	if (p->g.number.n || !goal_has_mark(b))
		p->g.parent = (struct span){ 0 };
	if (p->g.number.n && colon) {
		p->g.parent = p->g.number;
		p->g.below = 0;
	}
	if (heading || (!p->list.active && b->kind == BLOCK_PARA))
		read_section(p, b);
	if (p->list.active && p->outer.active && goal_has_mark(b) && goal_mark_kind(b) == p->outer.marks) {
		p->list = p->outer;
		p->outer.active = false;
	}
	if (p->list.active && goes_into_nested(p, b))
		return;
	p->list.nested = SPAN_NONE;
	if (p->list.active && !heading && is_sublead(p, b) && !closing_lead(p, b, &lead, &from)) {
		p->list.items = 0;
		return;
	}
	if (heading && p->list.active && p->list.lead.after == AFTER_ORDER && b->mark.n && !p->list.opener &&
	    !is_sentence(p, b)) { /* ПОСТАНОВЛЯЕТ: / 1. О награждении / 1.1. Наградить … */
		p->list.items = 0;
		return;
	}
	if ((colon || heading) && closing_lead(p, b, &lead, &from) && !(p->g.statute && lead.kind != LEAD_NOUN)) {
		if (!heading)
			read_sentences(p, b, from);
		open_list(p, b, &lead, from);
		return;
	}
	if (colon && opens_party(p, b))
		return;
	if (p->g.statute && p->list.active && p->list.lead.kind == LEAD_NOUN && goal_has_mark(b) && colon)
		p->list.active = false; /* "4. Для достижения целей Профсоюз:" tells what it does */
	if (p->list.active && continues(p, b)) {
		put_item(p, b);
		return;
	}
	p->list.active = p->outer.active = false;
	if (!heading && takes_bare_item(p, b))
		return;
	if (heading && !is_sentence(p, b))
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

static void one_paragraph(struct goal_pass *p, const struct block *b)
{
	struct block lead, item;

	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE || !cut_at_lead(p, b, &lead, &item)) {
		one_block(p, b);
		return;
	}
	one_block(p, &lead);
	one_block(p, &item);
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

bool pass_goal(struct resolver *r, struct doc *d, struct err *e)
{
	struct goal_pass p = { .g = { .r = r, .d = d } };

	(void)e;
	resolver_index(r, d);
	p.g.rows = item_index_of(d, 1u << ITEM_GOAL);
	p.list.nested = SPAN_NONE;
	p.plan = span_is(jval_str(d->meta, "kind"), "plan");
	p.g.statute = span_is(jval_str(d->meta, "kind"), "charter");
	p.g.agreement = span_is(jval_str(d->meta, "kind"), "agreement");
	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block whole = d->blocks[i];

		if (goal_block_skipped(&whole))
			continue;
		while (i + 1 < d->n_blocks && !goal_block_skipped(&d->blocks[i + 1]) &&
		       runs_on(&p, &whole, &d->blocks[i + 1]))
			whole.end = d->blocks[++i].end;
		one_paragraph(&p, &whole);
	}
	return true;
}
