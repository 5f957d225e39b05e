/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Goals. A block that ends with a colon and a lead ("Профсоюз будет добиваться:", "ПОСТАНОВЛЯЕТ:", "Задачи:") opens a
 * list; the items that follow are goals, one each, also where the list runs over pages or stands in plain paragraphs.
 * Everything else is searched sentence by sentence (goal_sentence.c). Cells are left to pass_table.
 */
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
	SUBLEAD_WORDS = 12,
	SECTION_BYTES = 8,
	SENTENCE_WORDS = 8,
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
	int marks;      /* kind of mark of its first item (mark_kind) */
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

static bool skipped(const struct block *b)
{
	return b->hidden || b->dup || b->kind == BLOCK_CELL || b->kind == BLOCK_TOC || b->kind == BLOCK_HEADER ||
	       b->kind == BLOCK_FOOTER || b->kind == BLOCK_CAPTION || b->kind == BLOCK_SIGNATURE;
}

static unsigned last_char(const struct doc *d, size_t start, size_t end)
{
	while (end > start) {
		unsigned c = utf8_prev(d->text, &end);

		if (!utf8_is_space(c) && c != '*')
			return c;
	}
	return 0;
}

static unsigned first_char(const struct doc *d, size_t start, size_t end)
{
	struct span s = span_sub(d->text, 0, end);

	while (start < end) {
		unsigned c = utf8_next(s, &start);

		if (!utf8_is_space(c) && c != '*' && c != '"' && c != 0xab)
			return c;
	}
	return 0;
}

static bool starts_lower(const struct doc *d, const struct block *b)
{
	unsigned c = first_char(d, block_body(b), b->end);

	return utf8_is_letter(c) && !utf8_is_upper(c);
}

/* 0 none, 1 bullet, 2 letter, 3 number with a bracket, 4 "1.", 5 "1.1." …; -1 an item without mark: equal marks are one
 * list. */
static int mark_kind(const struct block *b)
{
	struct span m = b->mark;
	size_t at = 0;
	int parts = 0;
	bool digit = false;

	if (!m.n)
		return b->kind == BLOCK_ITEM ? -1 : 0;
	if (!utf8_is_word(utf8_next(m, &at)))
		return 1;
	if (m.p[0] < '0' || m.p[0] > '9')
		return 2;
	for (size_t i = 0; i < m.n; i++) {
		bool now = m.p[i] >= '0' && m.p[i] <= '9';

		parts += now && !digit;
		digit = now;
	}
	return m.p[m.n - 1] == ')' ? 3 : 3 + parts;
}

static bool has_mark(const struct block *b)
{
	return mark_kind(b) != 0;
}

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
		if (one.kind == LEAD_NOUN && (found || w.n > HEADING_WORDS || !goal_noun_counts(p->g.r, &w, i)))
			continue;
		*lead = one;
		*from = w.v[i].start;
		found = true;
	}
	return found;
}

static void open_list(struct goal_pass *p, const struct block *b, const struct lead *lead, size_t from)
{
	if (p->list.active && p->list.lead.after == AFTER_ORDER && has_mark(b) && mark_kind(b) == p->list.marks)
		p->outer = p->list;
	p->list = (struct goal_list){ .active = true, .lead = *lead, .nested = SPAN_NONE };
	p->list.opener = mark_kind(b);
	p->list.actor = goal_actor(&p->g, block_body(b), from);
}

/* Kazakh and Kyrgyz orders end with the third person of the imperative: … құрылсын, … өткөрүлсүн. */
static bool goal_is_order(const struct resolver *r, const struct words *w)
{
	static const char *const endings[] = { "сын", "сін", "сүн", "син", "сун" };

	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
			if (span_ends(word_text(r->fold, w->v[i]), span_of(endings[k])))
				return true;
	return false;
}

/* In plans Kazakh and Kyrgyz name what is to be done by a verbal noun, which stands last: … дайындау, … өткөрүү. */
static bool ends_in_verbal_noun(struct goal_pass *p, const struct words *w)
{
	static const char *const kazakh[] = { "у", "ю", NULL };
	static const char *const kyrgyz[] = { "уу", "үү", "оо", "өө", NULL };
	int block = doc_block_at(p->g.d, w->v[w->n - 1].start);
	struct span lang = block >= 0 && p->g.d->blocks[block].lang.n ? p->g.d->blocks[block].lang
								      : jval_str(p->g.d->meta, "lang");
	const char *const *e = span_is(lang, "kk") ? kazakh : span_is(lang, "ky") ? kyrgyz : NULL;

	for (; e && *e; e++)
		if (span_ends(word_text(p->g.r->fold, w->v[w->n - 1]), span_of(*e)))
			return w->n > 1;
	return false;
}

static bool accepts(struct goal_pass *p, const struct words *w)
{
	size_t at, limit = w->n < INFINITIVE_WITHIN ? w->n : INFINITIVE_WITHIN;
	enum verb_form form;

	if (!w->n)
		return false;
	form = verb_opens(p->g.r, p->g.r->fold, w, 0, w->n, &at);
	if (form != VERB_NONE || p->list.lead.after == AFTER_ANY)
		return true;
	if (p->list.lead.after == AFTER_ORDER && goal_is_order(p->g.r, w))
		return true;
	if ((p->plan || p->list.addressee.n) && ends_in_verbal_noun(p, w))
		return true;
	return p->list.lead.kind == LEAD_LEAD && goal_find_infinitive(p->g.r, w, 0, limit, &at);
}

static void put_part(struct goal_pass *p, size_t start, size_t end)
{
	struct goal_list *l = &p->list;
	struct words w = resolver_words(p->g.r, start, end);
	struct span actor = l->actor;
	struct item *it;
	size_t at;

	if (l->addressee.n)
		actor = l->addressee;
	if (l->lead.after == AFTER_ORDER && last_char(p->g.d, start, end) == ':' &&
	    !goal_find_infinitive(p->g.r, &w, 0, w.n, &at) && !goal_is_order(p->g.r, &w)) {
		l->addressee = goal_addressee(&p->g, w.v[0].start, end);
		return;
	}
	if (!accepts(p, &w)) {
		if (p->plan) /* "… талап етеміз" between actions */
			goal_in_sentence(&p->g, start, end);
		return;
	}
	end = goal_before_terms(&p->g, &w, end);
	start = goal_behind_asked(&p->g, &w, start, span_is(span_of(l->lead.level), "demand"), &actor);
	if (l->lead.after == AFTER_ORDER && goal_is_order(p->g.r, &w))
		start = goal_behind_body(&p->g, start, end, &actor);
	if (l->lead.after == AFTER_ORDER) {
		start = goal_behind_addressee(&p->g, &w, start, &actor);
		if (last_char(p->g.d, start, end) == ':' && resolver_words(p->g.r, start, end).n < 3)
			return;
	}
	it = goal_put(&p->g, start, end, &l->lead, actor);
	if (it && last_char(p->g.d, start, end) == ':')
		l->nested = p->g.d->n_items - 1;
}

/* Where the goal that begins at start ends: at a semicolon, unless what follows is no action ("…; свыше 10 лет – …").
 */
static size_t part_end(struct goal_pass *p, size_t start, size_t end)
{
	struct span text = span_sub(p->g.d->text, 0, end);
	size_t at = span_find_char(text, ';', start);

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
	unsigned last = last_char(p->g.d, start, b->end);

	if (mark_kind(b) == p->list.marks)
		p->list.addressee = (struct span){ 0 };
	while (start < b->end) {
		size_t end = part_end(p, start, b->end);

		put_part(p, start, end);
		start = end + 1;
	}
	if (!p->list.items++) {
		p->list.marked = has_mark(b);
		p->list.marks = mark_kind(b);
	}
	p->list.semicolon = last == ';' || last == ',' || last == ':';
	p->list.full_stop = last == '.';
}

/* A short line with a colon inside a list ("В области охраны труда:") divides it. */
static bool is_sublead(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);
	struct span first;

	if (last_char(p->g.d, b->start, b->end) != ':' || !w.n || w.n > SUBLEAD_WORDS)
		return false;
	if (p->list.lead.after == AFTER_ORDER && has_mark(b)) /* an order of the list: whom it is given to */
		return false;
	first = word_text(p->g.r->fold, w.v[0]);
	return !p->list.items || span_is(first, "в") || span_is(first, "по") || span_is(first, "у") ||
	       span_is(first, "in") || span_is(first, "на");
}

/*
 * Goes on with the goal whose text ended with a colon: its own, differently marked list belongs to it. "Поручить
 * Исполкому:" with actions below is no goal, it says who is to do them.
 */
static bool goes_into_nested(struct goal_pass *p, const struct block *b)
{
	struct goal_list *l = &p->list;
	struct item *it;

	if (l->nested == SPAN_NONE || !has_mark(b) || mark_kind(b) == l->marks)
		return false;
	it = &p->g.d->items[l->nested];
	if (l->lead.after == AFTER_ORDER && goal_opening(p->g.r, block_body(b), b->end) == VERB_INFINITIVE) {
		size_t k = item_index_from(&p->g.r->names, it->start);

		if (k < p->g.r->names.n && item_index_get(&p->g.r->names, k)->end <= it->end)
			l->addressee = jval_str(item_index_get(&p->g.r->names, k)->norm, "canonical");
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

static bool opens_with_infinitive(struct goal_pass *p, const struct block *b)
{
	return goal_opening(p->g.r, block_body(b), b->end) == VERB_INFINITIVE;
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
	if (has_mark(b) && mark_kind(b) == l->opener)
		return false;
	if (has_mark(b))
		return !l->items || mark_kind(b) == l->marks || (l->marked && mark_kind(b) != 0 && !l->full_stop) ||
		       l->semicolon;
	if (l->items && l->marked && l->full_stop)
		return false;
	if (starts_lower(p->g.d, b))
		return true;
	return (!l->items || l->semicolon) && (l->lead.after == AFTER_ORDER || opens_with_action(p, b));
}

static void read_sentences(struct goal_pass *p, const struct block *b, size_t end)
{
	size_t from = block_body(b), start, stop;

	while (goal_next_sentence(p->g.d, &from, end, &start, &stop))
		goal_in_sentence(&p->g, start, stop);
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
	return last_char(p->g.d, b->start, b->end) == '.' &&
	       resolver_words(p->g.r, b->start, b->end).n >= SENTENCE_WORDS;
}

/* Does a preposition open it ("В области охраны труда:")? */
static bool opens_with_preposition(struct goal_pass *p, const struct block *b)
{
	static const char *const words[] = { "в", "по", "у", "на", "во", "in", "ў" };
	struct words w = resolver_words(p->g.r, block_body(b), b->end);

	for (size_t i = 0; w.n && i < sizeof words / sizeof *words; i++)
		if (span_is(word_text(p->g.r->fold, w.v[0]), words[i]))
			return true;
	return false;
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
		    (any.after == AFTER_ORDER || starts_lower(p->g.d, item)))
			return true;
		if (p->list.active && opens_with_preposition(p, lead) && is_sublead(p, lead) &&
		    starts_lower(p->g.d, item))
			return true;
	}
	return false;
}

/* "2.1." → 2.1, "3)" → 3; letters and bullets number nothing. */
static struct span printed_number(const struct block *b)
{
	struct span s = b->mark;

	while (s.n && !(s.p[s.n - 1] >= '0' && s.p[s.n - 1] <= '9'))
		s.n--;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '.' && !(s.p[i] >= '0' && s.p[i] <= '9'))
			return (struct span){ 0 };
	return s;
}

/*
 * An item of a plan that is a list and no table: an action without any lead; and one of an agreement that begins with
 * an infinitive ("4.4. Проводить …"), whatever the heading above. Opens a list of such.
 */
static bool takes_bare_item(struct goal_pass *p, const struct block *b)
{
	struct words w = resolver_words(p->g.r, block_body(b), b->end);

	if (!has_mark(b) || !w.n || !(p->plan || (p->g.agreement && opens_with_infinitive(p, b))))
		return false;
	p->list = (struct goal_list){ .active = true, .nested = SPAN_NONE, .opener = NO_OPENER };
	p->list.lead =
		(struct lead){ .kind = LEAD_NOUN, .after = AFTER_ACTION, .level = p->plan ? "action" : "commitment" };
	if (!accepts(p, &w)) {
		p->list.active = false;
		return false;
	}
	put_item(p, b);
	p->list.active =
		p->plan || p->list.nested != SPAN_NONE; /* beside it other items of an agreement state theirs */
	return true;
}

static void one_block(struct goal_pass *p, const struct block *b)
{
	bool colon = last_char(p->g.d, b->start, b->end) == ':',
	     heading = b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE;
	struct lead lead;
	size_t from;

	p->g.number = printed_number(b);
	if (p->g.number.n || !has_mark(b))
		p->g.parent = (struct span){ 0 };
	if (p->g.number.n && colon) {
		p->g.parent = p->g.number;
		p->g.below = 0;
	}
	if (heading || (!p->list.active && b->kind == BLOCK_PARA))
		read_section(p, b);
	if (p->list.active && p->outer.active && has_mark(b) && mark_kind(b) == p->outer.marks) {
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
	if ((colon || heading) && closing_lead(p, b, &lead, &from) && !(p->g.statute && lead.kind != LEAD_NOUN)) {
		if (!heading)
			read_sentences(p, b, from);
		open_list(p, b, &lead, from);
		return;
	}
	if (p->list.active && continues(p, b)) {
		put_item(p, b);
		return;
	}
	p->list.active = p->outer.active = false;
	if (!heading && takes_bare_item(p, b))
		return;
	if (!heading || is_sentence(p, b))
		read_sentences(p, b, b->end);
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
	unsigned last = last_char(p->g.d, b->start, b->end);
	enum verb_form form;

	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE || next->kind != BLOCK_PARA || has_mark(next) ||
	    !starts_lower(p->g.d, next) || (!utf8_is_word(last) && last != ','))
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

		if (skipped(&whole))
			continue;
		while (i + 1 < d->n_blocks && !skipped(&d->blocks[i + 1]) && runs_on(&p, &whole, &d->blocks[i + 1]))
			whole.end = d->blocks[++i].end;
		one_paragraph(&p, &whole);
	}
	return true;
}
