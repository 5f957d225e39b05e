/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of goals: what opens one, which blocks are its items, what is a goal in an item, lists inside items. */
#include "goal_list.h"

#include "goal_block.h"
#include "goal_forms.h"
#include "goal_frame.h"
#include "goal_party.h"
#include "goal_put.h"
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
	ABBREVIATION = 3, /* letters: "янв." */
	TOP_NUMBER = 4,   /* goal_mark_kind of "1." */
};

/* The number that marks the block: 3 of "3."; 0: none, or one of several parts. */
static long long plain_number(const struct block *b)
{
	long long n;

	return span_to_long(goal_printed_number(b), &n) ? n : 0;
}

/* Where the last sentence of a block begins. */
size_t goal_last_sentence(const struct doc *d, const struct block *b)
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
bool goal_closing_lead(struct goal_pass *p, const struct block *b, struct lead *lead, size_t *from)
{
	struct words w = resolver_words(p->g.r, goal_last_sentence(p->g.d, b), b->end);
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
		if (found && span_is(span_of(one.level), "action"))
			continue; /* "договорились, что в период действия Соглашения:" */
		if (found && lead->kind == LEAD_NOUN && one.kind == LEAD_LEAD && left == 1)
			continue; /* "главными задачами должны стать:" */
		if (one.kind == LEAD_NOUN && (found || w.n > HEADING_WORDS || !goal_noun_counts(p->g.r, &w, i)))
			continue;
		*lead = one;
		*from = w.v[i].start;
		found = true;
	}
	return found;
}

bool goal_list_is_permit(struct goal_pass *p, const struct block *b, size_t least, size_t *from)
{
	struct words w;
	struct lead permit;

	*from = goal_last_sentence(p->g.d, b);
	w = resolver_words(p->g.r, *from, b->end);
	for (size_t i = 0; i < w.n; i++)
		if (goal_lead_at(p->g.r, &w, i, w.n, LEAD_PERMIT, LEAD_LIST, &permit) && permit.words >= least &&
		    w.n - i - permit.words <= LEAD_FROM_END)
			return true;
	return false;
}

/*
 * Whom a list of demands or orders is meant for: "поручает Исполкому:", "calls on employers to:" behind the lead that
 * begins at byte from; "жұмыс берушілерден талап етеді:", in the ablative, before it.
 */
static struct span who_is_asked(const struct goal_pass *p, const struct block *b, const struct lead *lead, size_t from)
{
	struct span lang = jval_str(p->g.d->meta, "lang");
	bool demand = span_is(span_of(lead->level), "demand"), late = span_is(lang, "kk") || span_is(lang, "ky");
	struct words w = resolver_words(p->g.r, goal_last_sentence(p->g.d, b), late ? from : b->end);
	size_t subject, asked;

	if (!w.n || lead->against ||
	    !(demand || (lead->after == AFTER_ACTION && span_is(span_of(lead->level), "directive"))))
		return (struct span){ 0 };
	if (!late && word_list_has(p->g.r->lists, WORDS_FROM, word_text(p->g.r->fold, w.v[0])))
		return goal_asked(&p->g, &w, 0, words_from(&w, from)); /* "От хозяина ждём:" */
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
	struct words w = resolver_words(p->g.r, goal_last_sentence(p->g.d, b), b->end);

	return w.n > 1 && span_is(word_text(p->g.r->fold, w.v[w.n - 1]), "to");
}

bool goal_list_announced(const struct goal_pass *p, const struct block *b)
{
	unsigned last = goal_last_char(p->g.d, b->start, b->end);

	return last == ':' || ((last == 'o' || last == 't') && ends_with_to(p, b));
}

/* "договорились, что в этот период:": what is agreed stands in clauses. */
static bool agrees_that(const struct goal_pass *p, const struct block *b, const struct lead *lead, size_t from)
{
	struct words w = resolver_words(p->g.r, from, b->end);

	for (size_t i = lead->words; i < w.n && i < lead->words + 3; i++)
		if (word_list_has(p->g.r->lists, WORDS_THAT, word_text(p->g.r->fold, w.v[i])))
			return span_is(span_of(lead->level), "commitment") ||
			       span_is(span_of(lead->level), "directive");
	return false;
}

/* "обязуется производить доплаты:" in an agreement: things are listed, the deed stands before the colon. */
static bool binds_to_things(const struct goal_pass *p, const struct block *b, const struct lead *lead, size_t from)
{
	struct words w = resolver_words(p->g.r, from, b->end);
	size_t at;

	return p->g.agreement && lead->kind == LEAD_LEAD && span_is(span_of(lead->level), "commitment") &&
	       goal_find_infinitive(p->g.r, &w, lead->words, w.n, &at);
}

void goal_list_open(struct goal_pass *p, const struct block *b, const struct lead *lead, size_t from)
{
	if (p->list.active && p->list.lead.kind == LEAD_LEAD && goal_has_mark(b) && goal_mark_kind(b) == p->list.marks)
		p->outer = p->list;
	p->list = (struct goal_list){ .active = true, .lead = *lead, .nested = SPAN_NONE };
	p->list.opener = goal_mark_kind(b);
	p->list.opened_by = plain_number(b);
	p->list.silent = lead->kind == LEAD_PERMIT;
	p->list.things = lead->kind == LEAD_NOUN && !p->g.statute && goal_last_char(p->g.d, b->start, b->end) == ':';
	p->list.actor = who_is_asked(p, b, lead, from);
	if (ends_with_to(p, b) || agrees_that(p, b, lead, from) || binds_to_things(p, b, lead, from))
		p->list.lead.after = AFTER_ANY;
	if (!p->list.actor.n && lead->kind == LEAD_LEAD && !span_is(span_of(lead->level), "action"))
		p->list.actor = goal_actor(&p->g, block_body(b), from);
}

/* "чтобы завод вернул долги;" in a list of demands or aims: what is wished for stands behind the conjunction. */
static bool opens_with_wish(const struct goal_pass *p, const struct words *w)
{
	return w->n > 3 && word_list_has(p->g.r->lists, WORDS_SO_THAT, word_text(p->g.r->fold, w->v[0]));
}

bool goal_list_accepts(struct goal_pass *p, const struct words *w)
{
	size_t at, limit = p->g.marked ? ORDER_WITHIN : INFINITIVE_WITHIN;
	enum verb_form form;

	if (!w->n)
		return false;
	if (span_is(word_text(p->g.r->fold, w->v[0]), "совместно")) /* with whom, at length */
		limit = ORDER_WITHIN;
	limit = limit < w->n ? limit : w->n;
	form = verb_opens(p->g.r, p->g.r->fold, w, 0, w->n, &at);
	if (form != VERB_NONE || p->list.lead.after == AFTER_ANY || opens_with_wish(p, w) ||
	    (p->list.things && goal_opens_with_thing(&p->g, w)))
		return true;
	if (p->list.lead.after == AFTER_ORDER && (goal_is_order(p->g.r, w) || goal_keeps_control(p->g.r, w)))
		return true;
	if ((p->plan || p->list.addressee.n || span_is(span_of(p->list.lead.level), "action")) &&
	    goal_ends_in_verbal_noun(&p->g, w))
		return true;
	if (p->list.items && p->list.marked && p->list.accepted && span_is(jval_str(p->g.d->meta, "lang"), "en"))
		return true; /* "win recognition": few English verbs look like verbs */
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

/* "Увольнение без согласия запрещается." */
static bool ends_forbidden(const struct goal_pass *p, const struct words *w)
{
	struct lead lead;

	for (size_t i = 1; i < w->n; i++)
		if (goal_lead_at(p->g.r, w, i, w->n, LEAD_LEAD, LEAD_INLINE, &lead) && lead.against &&
		    i + lead.words == w->n)
			return true;
	return false;
}

/* What a party of an agreement does, an item a deed. */
static bool is_deed_list(const struct goal_pass *p)
{
	return p->list.lead.after == AFTER_ANY && span_is(span_of(p->list.lead.level), "commitment");
}

/* "– в месячный срок даёт ответ" below a party of an agreement: the whole item is what it does. */
static bool is_deed_of_party(const struct goal_pass *p, size_t start)
{
	size_t at = start;
	unsigned c = utf8_next(p->g.d->text, &at);

	return is_deed_list(p) && utf8_is_letter(c) && !utf8_is_upper(c);
}

/*
 * "Activities: 3.1. The Union undertakes to host …", "– Роботодавцю забороняється …": an item that has a lead of its
 * own states its goal itself.
 */
static bool states_by_lead(struct goal_pass *p, const struct words *w, size_t start, size_t end)
{
	size_t before = p->g.d->n_items, at;

	if (p->list.lead.after == AFTER_ORDER || p->plan || !w->n || is_deed_of_party(p, start) ||
	    goal_is_finite(&p->g, word_text(p->g.r->fold, w->v[0])) || goal_opens_with_infinitive(&p->g, start, end) ||
	    (verb_opens(p->g.r, p->g.r->fold, w, 0, w->n, &at) != VERB_NONE && !ends_forbidden(p, w)))
		return false;
	goal_in_sentence(&p->g, start, end);
	return p->g.d->n_items > before;
}

/* "Үкіметтен –", "Министрликтен:": Kazakh and Kyrgyz ask from whom stands in the ablative. */
static bool ends_in_ablative(const struct goal_pass *p, struct span word)
{
	static const char *const endings[] = { "нан", "нен", "дан", "ден", "тан", "тен", "дон", "дөн", "тон", "төн" };
	struct span lang = jval_str(p->g.d->meta, "lang");

	if (!span_is(lang, "kk") && !span_is(lang, "ky"))
		return false;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (span_ends(word, span_of(endings[i])))
			return true;
	return false;
}

/* "От Правительства …" in a list of demands. */
static bool asks_from(const struct goal_pass *p, const struct words *w)
{
	return w->n && span_is(span_of(p->list.lead.level), "demand") &&
	       ((w->n > 1 && word_list_has(p->g.r->lists, WORDS_FROM, word_text(p->g.r->fold, w->v[0]))) ||
		ends_in_ablative(p, word_text(p->g.r->fold, w->v[w->n - 1])));
}

void goal_list_put_part(struct goal_pass *p, size_t start, size_t end)
{
	struct goal_list *l = &p->list;
	struct words w = resolver_words(p->g.r, start, end);
	struct span actor = l->actor;
	struct lead against;
	struct item *it;
	size_t at;

	if (l->silent)
		return;
	if (l->addressee.n)
		actor = l->addressee;
	if (l->lead.after == AFTER_ORDER && goal_last_char(p->g.d, start, end) == ':' &&
	    goal_orders_demand(p->g.r, &w)) {
		size_t asked = goal_asked_words(&p->g, &w, 0, w.n);

		l->addressee = asked ? goal_asked_name(&p->g, &w, 0, asked) : doc_slice(p->g.d, start, end);
		return;
	}
	if (l->lead.after == AFTER_ORDER && goal_last_char(p->g.d, start, end) == ':' &&
	    !goal_find_infinitive(p->g.r, &w, 0, w.n, &at) && !goal_is_order(p->g.r, &w)) {
		l->addressee = goal_addressee(&p->g, w.v[0].start, end);
		return;
	}
	if (is_deed_list(p) && w.n && goal_lead_at(p->g.r, &w, 0, w.n, LEAD_STATE, LEAD_INLINE, &against))
		return; /* "Стороны: 4.1. Считают критериями …" */
	if (asks_from(p, &w) && goal_last_char(p->g.d, start, end) == ':' &&
	    !goal_find_infinitive(p->g.r, &w, 0, w.n, &at)) {
		l->addressee = goal_asked(&p->g, &w, 0, w.n);
		return;
	}
	if (l->lead.kind == LEAD_NOUN && goal_states_itself(&p->g, &w)) {
		goal_in_sentence(&p->g, start, end);
		return;
	}
	if (put_stance(p, &w, end) || states_by_lead(p, &w, start, end))
		return;
	if (!goal_list_accepts(p, &w)) {
		if (p->plan || l->lead.after == AFTER_ORDER) /* "… талап етеміз" between actions */
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
size_t goal_list_part_end(struct goal_pass *p, size_t start, size_t end)
{
	struct span text = span_sub(p->g.d->text, 0, end);
	size_t at = span_find_char(text, ';', start);

	while (p->g.marked && at != SPAN_NONE) { /* an item of a list is one, but for what it forbids */
		struct words w = resolver_words(p->g.r, at + 1, end);

		if (word_list_phrase(p->g.r->lists, WORDS_BAN, p->g.r->fold, &w, 0, w.n) ||
		    word_list_phrase(p->g.r->lists, WORDS_NOT_ALLOW, p->g.r->fold, &w, 0, w.n))
			return at;
		at = span_find_char(text, ';', at + 1);
	}
	while (at != SPAN_NONE && p->list.lead.after != AFTER_ANY) {
		size_t next = span_find_char(text, ';', at + 1);
		struct words w = resolver_words(p->g.r, at + 1, next == SPAN_NONE ? end : next);

		if (!w.n || goal_list_accepts(p, &w))
			break;
		at = next;
	}
	return at == SPAN_NONE ? end : at;
}

/* Does this sentence behind another one of an item say what the list is a list of? */
static bool goes_on(struct goal_pass *p, size_t start, size_t end)
{
	struct words w = resolver_words(p->g.r, start, end);

	if (w.n < 2)
		return false;
	if (p->g.agreement && word_list_has(p->g.r->lists, WORDS_CIRCUMSTANCE_FIRST, word_text(p->g.r->fold, w.v[0])) &&
	    goal_find_infinitive(p->g.r, &w, 1, w.n < INFINITIVE_WITHIN ? w.n : INFINITIVE_WITHIN, &(size_t){ 0 }))
		return true; /* "В случае задержки уплачивать неустойку." */
	return p->list.lead.after == AFTER_ORDER ? goal_list_accepts(p, &w)
						 : goal_opens_with_infinitive(&p->g, w.v[0].start, end);
}

/* Does text[start, end) end with a whole sentence: no abbreviation, no open bracket or quote? */
static bool ends_truly(const struct goal_pass *p, size_t start, size_t end)
{
	struct words w = resolver_words(p->g.r, start, end);
	struct span s = doc_slice(p->g.d, start, end);
	size_t at = 0;
	int depth = 0;

	while (at < s.n) {
		unsigned c = utf8_next(s, &at);

		depth += c == '(' || c == 0xab ? 1 : c == ')' || c == 0xbb ? -1 : 0;
	}
	return depth <= 0 && w.n && utf8_count(word_text(p->g.r->fold, w.v[w.n - 1])) > ABBREVIATION;
}

/*
 * "Избрать комитет. Отделу подготовить план. Он будет принят.": in orders and agreements each sentence of an item that
 * says what is to be done is a goal, others only explain one.
 */
static void put_sentences(struct goal_pass *p, size_t start, size_t end)
{
	size_t from = start, first, stop, next;

	if (p->list.silent || p->plan || p->list.lead.kind == LEAD_NOUN ||
	    !(p->g.agreement || p->list.lead.after == AFTER_ORDER) ||
	    goal_last_char(p->g.d, start, end) == ':' || /* its own list follows */
	    !goal_next_sentence(p->g.d, &from, end, &first, &stop)) {
		goal_list_put_part(p, start, end);
		return;
	}
	while (start < end && goal_next_sentence(p->g.d, &from, end, &first, &next)) {
		bool goal = goes_on(p, first, next);

		if (start < stop && (goal || ends_truly(p, start, stop))) {
			goal_list_put_part(p, start, stop);
			start = goal ? first : next;
		} else if (start == stop) {
			start = goal ? first : next;
		}
		if (start == next)
			goal_in_sentence(&p->g, first, next);
		stop = next;
	}
	if (start < stop)
		goal_list_put_part(p, start, stop);
}

/* One item of the list; what a semicolon divides are goals of their own. */
void goal_list_put_item(struct goal_pass *p, const struct block *b)
{
	size_t start = block_body(b);
	unsigned last = goal_last_char(p->g.d, start, b->end);
	size_t before = p->g.d->n_items;

	p->list.nested_marks = goal_mark_kind(b);
	if (goal_mark_kind(b) == p->list.marks)
		p->list.addressee = (struct span){ 0 };
	while (start < b->end) {
		size_t end = goal_list_part_end(p, start, b->end);

		put_sentences(p, start, end);
		start = end + 1;
	}
	if (!p->list.items)
		p->list.accepted = p->g.d->n_items > before;
	if (goal_mark_kind(b) == p->list.opener)
		p->list.counted = plain_number(b);
	if (!p->list.items++) {
		p->list.marked = goal_has_mark(b);
		p->list.marks = goal_mark_kind(b);
	}
	p->list.semicolon = last == ';' || last == ',' || last == ':';
	p->list.full_stop = last == '.';
}

bool goal_list_asks_next(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);
	unsigned last = goal_last_char(p->g.d, b->start, b->end);

	return (last == ':' || last == 0x2013 || last == 0x2014) && !goal_has_mark(b) && asks_from(p, &w);
}

bool goal_list_put_before(struct goal_pass *p, const struct block *b, size_t from)
{
	struct block head = *b;
	size_t at = goal_last_sentence(p->g.d, b);

	if (!p->list.active || at <= block_body(b) || at > from || !goal_list_continues(p, b))
		return false;
	head.end = at;
	goal_list_put_item(p, &head);
	return true;
}

/* A short line with a colon inside a list ("В области охраны труда:") divides it. */
bool goal_list_is_sublead(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);
	unsigned last = goal_last_char(p->g.d, b->start, b->end);

	if (goal_list_asks_next(p, b))
		return true;
	if (last != ':' || !w.n || w.n > SUBLEAD_WORDS)
		return false;
	if (goal_has_mark(b) && (p->list.lead.after == AFTER_ORDER || asks_from(p, &w)))
		return false; /* an item of the list: whom it is given to */
	return !p->list.items || word_list_has(p->g.r->lists, WORDS_SUBLEAD, word_text(p->g.r->fold, w.v[0]));
}

/*
 * Goes on with the goal whose text ended with a colon: its own, differently marked list belongs to it. "Поручить
 * Исполкому:" with actions below is no goal, it says who is to do them; nor is "Внести следующие изменения:".
 */
bool goal_list_goes_into_nested(struct goal_pass *p, const struct block *b)
{
	struct goal_list *l = &p->list;
	struct item *it;
	bool amends;

	if (l->nested == SPAN_NONE || b->kind == BLOCK_HEADING || !goal_has_mark(b) || goal_mark_kind(b) == l->marks ||
	    goal_mark_kind(b) == l->nested_marks)
		return false;
	it = &p->g.d->items[l->nested];
	amends = goal_amends(&p->g, b);
	if (l->lead.after == AFTER_ORDER && (amends || goal_opens_with_infinitive(&p->g, block_body(b), b->end))) {
		struct words w = resolver_words(p->g.r, it->start, it->end);
		size_t k = item_index_from(&p->g.r->names, it->start);

		if (!amends && k < p->g.r->names.n && item_index_get(&p->g.r->names, k)->end <= it->end)
			l->addressee = jval_str(item_index_get(&p->g.r->names, k)->norm, "canonical");
		else if (!amends && w.n > 1)
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

/* "Министерству – направлять …" in a list of demands goes on with it, marked or not. */
static bool names_asked(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);
	struct span actor;

	return span_is(span_of(p->list.lead.level), "demand") && w.n &&
	       goal_behind_asked(&p->g, &w, block_body(b), true, &actor) != block_body(b);
}

/*
 * "3. Стороны:" / "1. …", "2. …" where a file keeps no brackets of "1)": does the item, which looks like the block that
 * opened the list, count from 1 or on from the item before?
 */
static bool counts_anew(const struct goal_list *l, const struct block *b)
{
	long long n = plain_number(b);

	if (!l->items)
		return n == 1 && l->opened_by;
	return l->counted && n == l->counted + 1 && !(n == l->opened_by + 1 && l->full_stop);
}

/* Is this block an item of the open list? */
bool goal_list_continues(struct goal_pass *p, const struct block *b)
{
	const struct goal_list *l = &p->list;

	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE)
		return false;
	if (goal_has_mark(b) && goal_mark_kind(b) == l->opener)
		return counts_anew(l, b);
	if (l->lead.after == AFTER_ORDER && l->marks >= TOP_NUMBER && goal_mark_kind(b) > l->marks)
		return true; /* 2.2. below 2. */
	if (goal_has_mark(b))
		return !l->items || goal_mark_kind(b) == l->marks ||
		       (l->marked && goal_mark_kind(b) != 0 && !l->full_stop) || l->semicolon;
	if (names_asked(p, b))
		return true;
	if (l->items && l->marked && l->full_stop)
		return false;
	if (goal_starts_lower(p->g.d, b))
		return true;
	return (!l->items || l->semicolon) && (l->lead.after == AFTER_ORDER || opens_with_action(p, b));
}
