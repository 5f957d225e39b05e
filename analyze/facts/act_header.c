/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The document's own header as a legal act: ПОСТАНОВЛЕНИЕ, its date, place and number on the lines below, who speaks
 * above or below it, and what it is about.
 */
#include "act_header.h"

#include <string.h>

#include "act_lead.h"
#include "act_meeting.h"
#include "act_name.h"
#include "act_speaker.h"
#include "act_turkic_head.h"
#include "doc_paper.h"
#include "morph.h"
#include "utf8.h"

/* A header stands among the first lines; its date, place and number on a few short ones below it. */
enum {
	HEADER_SEEN = 12,
	HEADER_BLOCKS = 4,
	HEADER_WORDS = 24,
	BRACKETS = 8,       /* of a block that are looked into */
	EDITION_WITHIN = 3, /* words: "в новой ред." */
	HEADER_BARE = 4,
	HEADER_LINE = 9,
	WHOLE_BYTES = 400,
	OFFICE_WORDS = 6,
	TOWN_WORDS = 3,
	LEAD_WORDS = 4, /* "Самарское областное трехстороннее …" */
	OFFICE_LETTERS = 4,
};

struct head_pass {
	struct resolver *r;
	struct doc *d;
};

static bool usable(const struct block *b)
{
	return !b->hidden && b->kind != BLOCK_HEADER && b->kind != BLOCK_FOOTER && b->kind != BLOCK_TOC;
}

static bool in_capitals(const struct head_pass *p, struct word w)
{
	for (size_t at = w.start; at < w.end;)
		if (!utf8_is_upper(utf8_next(p->d->text, &at)))
			return false;
	return true;
}

/*
 * The word that is the head of a Kazakh or Kyrgyz title: its last one, or one in capitals before the parties ("САЛАЛЫҚ
 * КЕЛІСІМ" / "… арасында"); w->n: none.
 */
static size_t head_word(struct head_pass *p, const struct words *w, struct phrase_hit *hit)
{
	for (size_t i = w->n; i-- > 0;) {
		if ((i + 1 < w->n && !in_capitals(p, w->v[i])) || doc_is_means(word_text(p->r->fold, w->v[i])))
			continue;
		if (phrases_at(p->r->phrases[LEX_DOC_KINDS], p->r->fold, w, i, w->n, hit))
			return i;
	}
	return w->n;
}

/* The kind that the head of a Kazakh or Kyrgyz title names ("… кеңесінің ҚАУЛЫСЫ"); empty: none of an act. */
static struct span last_head(struct head_pass *p, const struct words *w)
{
	const struct lexicon *l = p->r->lexicon[LEX_DOC_KINDS];
	struct phrase_hit hit;
	struct span lang, kind;

	if (!w->n || w->n > HEADER_WORDS || head_word(p, w, &hit) == w->n)
		return (struct span){ 0 };
	lang = lexicon_cell(l, hit.row, "lang");
	kind = lexicon_cell(l, hit.row, "kind");
	if ((!span_is(lang, "kk") && !span_is(lang, "ky")) || !span_eq(lang, jval_str(p->d->meta, "lang")) ||
	    span_is(kind, "report") || span_is(kind, "statement"))
		return (struct span){ 0 };
	return kind;
}

static bool ends_with_head(struct head_pass *p, const struct words *w)
{
	return last_head(p, w).n > 0;
}

/* Where "(в ред. Закона от … № …)" begins, which names other acts, or the end of the block. */
static size_t before_edition(const struct head_pass *p, const struct block *b)
{
	struct span text = span_sub(p->d->text, 0, b->end);
	size_t open = b->start;

	for (int seen = 0; seen < BRACKETS && (open = span_find_char(text, '(', open + 1)) != SPAN_NONE; seen++) {
		struct words w = resolver_words(p->r, open, b->end);

		for (size_t i = 0; i < w.n && i < EDITION_WITHIN; i++)
			if (word_list_has(p->r->lists, WORDS_EDITION, word_text(p->r->fold, w.v[i])))
				return open;
	}
	return b->end;
}

/* "ФЕДЕРАЛЬНОЕ ОТРАСЛЕВОЕ ТАРИФНОЕ СОГЛАШЕНИЕ": the word at which the head of an agreement begins, 0 of other acts. */
static size_t behind_lead(const struct head_pass *p, const struct words *w)
{
	struct phrase_hit hit;

	for (size_t k = 0; k < w->n && k <= LEAD_WORDS; k++)
		if (phrases_at(p->r->phrases[LEX_ACT_KINDS], p->r->fold, w, k, w->n, &hit) &&
		    (!k || (act_lead_words(p->r, p->d, w, k) == k &&
			    span_is(lexicon_cell(p->r->lexicon[LEX_ACT_KINDS], hit.row, "kind"), "agreement"))))
			return k;
	return 0;
}

static bool is_turkic(const struct head_pass *p)
{
	return span_is(jval_str(p->d->meta, "lang"), "kk") || span_is(jval_str(p->d->meta, "lang"), "ky");
}

/* Where the first of those words begins, with the quote before it. */
static size_t title_start(const struct head_pass *p, const struct words *w)
{
	size_t at = w->v[0].start, before = at;

	return at && utf8_is_one_of(utf8_prev(p->d->text, &before), "«“„\"") ? before : at;
}

/* The block, among the first of the document, that begins with the head of an act: its own header. */
static bool find_header(struct head_pass *p, size_t *block, struct act *a)
{
	size_t seen = 0;

	for (size_t i = 0; i < p->d->n_blocks && seen < HEADER_SEEN; i++) {
		const struct block *b = &p->d->blocks[i];
		struct words w = resolver_words(p->r, b->start, before_edition(p, b));
		struct phrase_hit hit;
		size_t first, start = b->start;

		if (!usable(b) || !w.n || b->kind == BLOCK_CELL)
			continue;
		seen++;
		if (b->kind != BLOCK_TITLE && b->kind != BLOCK_HEADING && p->d->text.p[b->end - 1] == '.' &&
		    w.n > HEADER_BARE && w.v[w.n - 1].end - w.v[w.n - 1].start > sizeof "г" - 1)
			continue;
		if (is_turkic(p)) {
			struct words title = act_behind_stamp(p->r, &w);

			start = title.n < w.n ? title_start(p, &title) : act_turkic_start(p->r, p->d, i, start);
			w = title;
		}
		if (ends_with_head(p, &w)) {
			*a = (struct act){ .kind_row = LEXICON_NONE, .start = start, .end = b->end };
			a->head_end = b->end;
			*block = i;
			return true;
		}
		first = behind_lead(p, &w);
		if (!phrases_at(p->r->phrases[LEX_ACT_KINDS], p->r->fold, &w, first, w.n, &hit) ||
		    span_is(lexicon_cell(p->r->lexicon[LEX_ACT_KINDS], hit.row, "need"), "ruling"))
			continue;
		(void)!act_read(p->r, p->d, &w, first, a);
		if (!a->start && !a->end)
			*a = (struct act){ .kind_row = hit.row };
		a->start = b->start;
		if (!a->head_end)
			a->head_end = w.v[first + hit.words - 1].end;
		*block = i;
		return true;
	}
	return false;
}

/* "Принят учредительным съездом 4 мая": who approved it and when is no line of the header; the day is the paper's. */
static bool approved(struct head_pass *p, const struct words *w)
{
	struct act day;

	if (!word_list_has(p->r->lists, WORDS_APPROVED, word_text(p->r->fold, w->v[0])))
		return false;
	if (act_read_header_line(p->r, p->d, w, &day) && day.date.n && !jval_get(p->d->meta, "date"))
		jval_set_str(&p->d->arena, doc_meta(p->d), "date", day.date);
	return true;
}

/* The interval of time that text[start, end) ends with, "… на 2022-2025 годы"; empty: none. */
static struct span closing_period(const struct head_pass *p, size_t start, size_t end)
{
	const struct item *it = item_index_last(&p->r->times, start, end);
	struct span value = it && it->end == end ? jval_str(it->norm, "value") : (struct span){ 0 };

	return span_find_char(value, '/', 0) != SPAN_NONE ? value : (struct span){ 0 };
}

/* "AGREEMENT between" / "TAMARACK COUNTY" / "– and –" / "LOCAL 12": do the parties stand on lines of their own? */
static bool goes_on_below(const struct head_pass *p, size_t block, size_t end)
{
	const struct block *b = &p->d->blocks[block], *next = block + 1 < p->d->n_blocks ? b + 1 : NULL;
	struct words w = resolver_words(p->r, b->start, end), below = { 0 };
	struct span last;

	if (next)
		below = resolver_words(p->r, next->start, next->end);
	if (!below.n || !w.n || !span_is(jval_str(p->d->meta, "lang"), "en"))
		return false;
	if (below.n == 1 && word_list_has(p->r->lists, WORDS_LIST_AND, word_text(p->r->fold, below.v[0])))
		return true;
	last = word_text(p->r->fold, w.v[w.n - 1]);
	return (next->kind == BLOCK_TITLE || next->kind == BLOCK_HEADING) &&
	       (word_list_has(p->r->lists, WORDS_UNFINISHED, last) || word_list_has(p->r->lists, WORDS_BETWEEN, last));
}

/* Where the name of a Kazakh or Kyrgyz paper ends: before a bracket, "(үзінді)". */
static size_t name_end(const struct head_pass *p, const struct act *a, size_t block)
{
	size_t end = p->d->blocks[block].end, open = span_find(doc_slice(p->d, a->start, end), SPAN(" ("), 0);

	return open == SPAN_NONE ? end : a->start + open;
}

/* How far the header goes: to its period or title, over the lines with date and number, or to the end of its line. */
static size_t header_end(struct head_pass *p, size_t block, struct act *a)
{
	size_t end = before_edition(p, &p->d->blocks[block]);
	struct words w = resolver_words(p->r, a->start, end);
	struct act line;
	bool bare;

	if (a->kind_row == LEXICON_NONE) {
		size_t k = item_index_from(&p->r->times, a->start);
		const struct item *it = k < p->r->times.n ? item_index_get(&p->r->times, k) : NULL;

		if (it && it->end <= end && span_find_char(jval_str(it->norm, "value"), '/', 0) != SPAN_NONE) {
			a->period = jval_str(it->norm, "value");
			return span_find_char(doc_slice(p->d, it->end, end), '(', 0) == SPAN_NONE
				       ? end
				       : name_end(p, a, block);
		}
		if (act_read_header_line(p->r, p->d, &w, &line)) {
			a->number = line.number;
			a->date = line.date;
			if (line.number.n && line.date.n)
				return line.end; /* no town behind it */
		}
	}
	if (a->period.n || a->title.n)
		return a->end;
	a->period = closing_period(p, a->start, end);
	if (a->period.n)
		return end;
	if (a->number.n && a->date.n && !a->about && resolver_words(p->r, a->end, end).n <= TOWN_WORDS)
		end = a->end; /* "ПАСТАНОВА 23 красавіка 2026 г. № 2 г. Мінск" */
	/* the head, with its number or without: what tells more of it stands on the lines below */
	bare = w.n <= HEADER_BARE || a->kind_row == LEXICON_NONE ||
	       (a->number.n && !a->about && !a->issuer.n && a->end >= end);
	while (goes_on_below(p, block, end))
		end = p->d->blocks[++block].end;
	for (size_t i = block + 1; i < p->d->n_blocks && i <= block + HEADER_BLOCKS; i++) {
		const struct block *b = &p->d->blocks[i];
		size_t stop = before_edition(p, b);
		struct words next = resolver_words(p->r, b->start, stop);
		struct act more;

		if (!usable(b) || !next.n || next.n > HEADER_WORDS || b->mark.n || b->kind == BLOCK_ITEM ||
		    (next.n > HEADER_LINE && (p->d->text.p[b->end - 1] == '.' || p->d->text.p[b->end - 1] == ',')) ||
		    approved(p, &next))
			break;
		if (act_read_header_line(p->r, p->d, &next, &more) && bare) {
			a->date = a->date.n ? a->date : more.date;
			a->number = a->number.n ? a->number : more.number;
			end = more.number.n || a->number.n ? more.end : stop;
		} else if (w.n > 1 && i == block + 1 && act_has_period(p->r, p->d, &next, &more)) {
			a->period = more.period;
			return more.end;
		}
		if (a->number.n && (a->date.n || a->kind_row != LEXICON_NONE))
			break;
	}
	return end;
}

/* Is the name what is printed, capitals apart, or that and whose organ it is ("Центральный совет Профсоюза")? */
static bool same_letters(struct head_pass *p, struct span name, const struct item *printed)
{
	char *folded = arena_alloc(&p->d->arena, name.n + 1);
	size_t n = printed->end - printed->start;

	utf8_fold(name, folded);
	return name.n && span_starts(span_make(folded, name.n), span_sub(p->r->fold, printed->start, printed->end)) &&
	       (name.n == n || folded[n] == ' ');
}

/* The short line directly above a header names who speaks ("ПРЕЗИДИУМ"): in the genitive, capitals lowered. */
static struct span speaker_above(struct head_pass *p, size_t block)
{
	const struct block *b = block ? &p->d->blocks[block - 1] : NULL;
	struct words w = { 0 };
	const struct item *org = b ? item_index_at(&p->r->names, block_body(b), ITEM_ORG) : NULL,
			  *last = b ? act_closing_body(p->r, p->d, b->start, b->end) : NULL;
	size_t at, second;
	char *name;

	if (last && (last->start > block_body(b) || act_is_bare_organ(p->d, last))) {
		struct span whose = act_speaker_name(p->r, p->d, block - 1, last);

		if (whose.n)
			return whose;
	}
	if (org && (same_letters(p, jval_str(org->norm, "canonical"), org) ||
		    (org->start == block_body(b) && org->end == b->end && jval_str(org->norm, "parent").n)))
		return act_name_genitive(p->r, p->d, jval_str(org->norm, "canonical"));
	if (b)
		w = resolver_words(p->r, b->start, b->end);
	if (!w.n || w.n >= HEADER_BARE)
		return (struct span){ 0 };
	at = w.v[0].start;
	if (!utf8_is_upper(utf8_next(p->d->text, &at)))
		return (struct span){ 0 };
	second = at;
	if (!utf8_is_upper(utf8_next(p->d->text, &second)))
		return act_name_genitive(p->r, p->d, doc_slice(p->d, w.v[0].start, w.v[w.n - 1].end));
	name = arena_alloc(&p->d->arena, b->end - w.v[0].start + 1);
	memcpy(name, p->d->text.p + w.v[0].start, at - w.v[0].start);
	memcpy(name + (at - w.v[0].start), p->r->fold.p + at, w.v[w.n - 1].end - at);
	return act_name_genitive(p->r, p->d, span_make(name, w.v[w.n - 1].end - w.v[0].start));
}

/* The body that the line below a bare head begins with, as printed: "ПОСТАНОВЛЕНИЕ" / "Президиума … организации". */
static struct span speaker_below(struct head_pass *p, size_t block)
{
	const struct block *b = block + 1 < p->d->n_blocks ? &p->d->blocks[block + 1] : NULL;
	const struct item *it = b ? item_index_at(&p->r->names, block_body(b), ITEM_ORG) : NULL;

	return it ? text_squeeze(&p->d->arena, item_text(p->d, it)) : (struct span){ 0 };
}

/* The line below the head that says what the act is about: "Об итогах …", "Про підсумки …". */
static struct span subject_below(struct head_pass *p, size_t block)
{
	for (size_t i = block + 1; i < p->d->n_blocks && i <= block + HEADER_BLOCKS; i++) {
		const struct block *b = &p->d->blocks[i];
		struct words w = resolver_words(p->r, b->start, b->end);

		if (usable(b) && !b->mark.n && w.n > 1 && w.n <= HEADER_WORDS &&
		    word_list_has(p->r->lists, WORDS_SUBJECT, word_text(p->r->fold, w.v[0])))
			return text_squeeze(&p->d->arena, doc_slice(p->d, b->start, before_edition(p, b)));
	}
	return (struct span){ 0 };
}

/* Is it a genitive, as whose act it is stands in behind the head? */
static bool goes_with_head(const struct head_pass *p, struct span word)
{
	struct morph_parse parses[MORPH_MAX];
	size_t n = utf8_count(word) < OFFICE_LETTERS ? 0 : morph_parses(p->r->morph, word, parses);

	for (size_t i = 0; i < n; i++)
		if ((parses[i].tags & (M_NOUN | M_ADJ)) && (parses[i].tags & M_GEN) && !(parses[i].tags & M_PREDICTED))
			return true;
	return false;
}

/* "ПРЕЗИДЕНТА РЕСПУБЛИКИ БЕЛАРУСЬ": an office or a state is no organization. In small letters with capitals. */
static struct span office_of(struct head_pass *p, const struct words *w)
{
	struct buf out = { 0 };
	struct span done;

	if (!w->n || w->n > OFFICE_WORDS || !goes_with_head(p, word_text(p->r->fold, w->v[0])))
		return (struct span){ 0 };
	for (size_t i = 0; i < w->n; i++) {
		struct span word = word_text(p->r->fold, w->v[i]);
		size_t at = 0;

		if (i)
			buf_putc(&out, ' ');
		buf_put_utf8(&out, utf8_upper(utf8_next(word, &at)));
		buf_add(&out, span_sub(word, at, word.n));
	}
	done = arena_dup(&p->d->arena, buf_span(&out));
	buf_free(&out);
	return done;
}

/* Below a bare head: УКАЗ / ПРЕЗИДЕНТА … */
static struct span office_below(struct head_pass *p, size_t block)
{
	const struct block *b = block + 1 < p->d->n_blocks ? &p->d->blocks[block + 1] : NULL;
	struct words w = { 0 };

	if (b && (b->kind == BLOCK_TITLE || b->kind == BLOCK_HEADING))
		w = resolver_words(p->r, b->start, b->end);
	return office_of(p, &w);
}

/* Behind the head, in its line: ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН */
static struct span office_behind(struct head_pass *p, const struct act *a, size_t block)
{
	struct words w = resolver_words(p->r, a->head_end, before_edition(p, &p->d->blocks[block]));

	for (size_t i = 0; i < w.n; i++)
		if (!in_capitals(p, w.v[i]))
			return (struct span){ 0 };
	return office_of(p, &w);
}

/* "ПЛАН РАБОТЫ" / "Энского комитета профсоюза на 2025 год": without a subject the line below says which plan it is. */
static void name_whole(struct head_pass *p, struct item *it, const struct act *a, size_t below)
{
	const struct block *b = &p->d->blocks[below];
	struct span kind = lexicon_cell(p->r->lexicon[LEX_ACT_KINDS], a->kind_row, "nominative");

	if (b->end - b->start > WHOLE_BYTES)
		return;
	if (it->end < b->end)
		it->end = b->end;
	jval_set_str(&p->d->arena, it->norm, "canonical",
		     arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(kind),
				  SPAN_ARG(text_squeeze(&p->d->arena, doc_slice(p->d, b->start, b->end)))));
}

/* Charters, plans, programmes, agreements are known by whose they are, decisions by date and number. */
static bool is_lasting(const struct head_pass *p, const struct act *a)
{
	static const char *const kinds[] = { "charter", "plan", "programme", "strategy", "agreement", "concept" };
	struct span kind = lexicon_cell(p->r->lexicon[LEX_ACT_KINDS], a->kind_row, "kind");

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (span_is(kind, kinds[i]))
			return true;
	return false;
}

/* Постановление Президиума «Об итогах …» */
static void put_name(struct head_pass *p, struct item *it, const struct act *a, struct span speaker,
		     struct span subject)
{
	struct arena *arena = &p->d->arena;
	struct span kind = lexicon_cell(p->r->lexicon[LEX_ACT_KINDS], a->kind_row, "nominative");

	if (span_starts(kind, SPAN("Совместн"))) /* of both bodies above */
		speaker.n = 0;
	subject = act_unquoted(subject);
	jval_set_str(arena, it->norm, "canonical",
		     arena_printf(arena, "%.*s%s%.*s «%.*s»", SPAN_ARG(kind), speaker.n ? " " : "", SPAN_ARG(speaker),
				  SPAN_ARG(subject)));
}

/* "ПОСТАНОВЛЕНИЕ ПРЕЗИДИУМА": the body that the line of the head ends with, right behind the head; or NULL. */
static const struct item *body_behind(const struct head_pass *p, const struct act *a, size_t block)
{
	struct words w = resolver_words(p->r, a->head_end, p->d->blocks[block].end);
	const struct item *it = w.n ? item_index_at(&p->r->names, w.v[0].start, ITEM_ORG) : NULL;

	return it && !a->title.n && it->end >= w.v[w.n - 1].end ? it : NULL;
}

/* Постановление Президиума «Об итогах …»; without a subject Постановление Президиума от 03.04.2024 № 2. */
static void name_of_body(struct head_pass *p, struct item *it, const struct act *a, const struct item *body,
			 struct span subject)
{
	struct span speaker = act_name_genitive(p->r, p->d, jval_str(body->norm, "canonical")),
		    kind = lexicon_cell(p->r->lexicon[LEX_ACT_KINDS], a->kind_row, "nominative"),
		    name = jval_str(it->norm, "canonical");

	if (subject.n)
		put_name(p, it, a, speaker, subject);
	else if (span_starts(name, kind))
		jval_set_str(&p->d->arena, it->norm, "canonical",
			     arena_printf(&p->d->arena, "%.*s %.*s%.*s", SPAN_ARG(kind), SPAN_ARG(speaker),
					  SPAN_ARG(span_sub(name, kind.n, name.n))));
}

/*
 * A header that is its head alone is named by who speaks, above or below it, and what it is about: Постановление
 * Президиума «Об итогах …». Where it has no subject its date and number tell it from others (put_norm).
 */
static void name_header(struct head_pass *p, struct item *it, const struct act *a, size_t block)
{
	struct span head = doc_slice(p->d, a->start, a->head_end), title = jval_str(p->d->meta, "title"), speaker,
		    subject, motto;
	const struct item *body = body_behind(p, a, block);

	if (body && !is_lasting(p, a)) {
		name_of_body(p, it, a, body, subject_below(p, block));
		return;
	}
	speaker = act_meeting(p->r, p->d, block, &motto);
	if (speaker.n && a->title.n && !a->issuer.n) /* VII СЪЕЗД / РЕЗОЛЮЦИЯ «О …» */
		put_name(p, it, a, speaker, a->title);
	if (!is_lasting(p, a) && !a->title.n && !a->date.n && !a->number.n && office_behind(p, a, block).n &&
	    subject_below(p, block).n) {
		put_name(p, it, a, office_behind(p, a, block), subject_below(p, block));
		return;
	}
	if (p->d->blocks[block].end > a->head_end + 1 && (a->title.n || a->about || a->issuer.n || !a->date.n))
		return;
	if (!speaker.n)
		speaker = speaker_below(p, block);
	if (!speaker.n)
		speaker = office_below(p, block);
	subject = subject_below(p, block);
	if (!subject.n)
		subject = motto;
	if (!subject.n && !speaker.n && title.n > head.n && span_starts(title, head) && !a->date.n && !a->number.n)
		subject = span_trim(span_sub(title, head.n, title.n));
	if (!subject.n && speaker.n && (is_lasting(p, a) || (!a->date.n && !a->number.n)) &&
	    a->head_end + 1 >= p->d->blocks[block].end) {
		name_whole(p, it, a, block + 1);
		return;
	}
	if (!subject.n)
		return;
	if (!speaker.n)
		speaker = speaker_above(p, block);
	put_name(p, it, a, speaker, subject);
}

bool act_header_put(struct resolver *r, struct doc *d, struct act_header *out)
{
	struct head_pass p = { r, d };
	struct act a = { 0 };
	struct item *it;
	size_t block;

	*out = (struct act_header){ .item = SPAN_NONE };
	if (!find_header(&p, &block, &a))
		return false;
	a.end = header_end(&p, block, &a);
	it = doc_add_item(d, ITEM_LEGAL_ACT, a.start, a.end, "acts");
	*out = (struct act_header){ .item = d->n_items - 1, .start = a.start, .head_end = a.head_end };
	if (a.kind_row != LEXICON_NONE)
		out->words = resolver_words(r, a.start, a.end);
	if (d->blocks[block].end <= a.head_end + 1 ||
	    (body_behind(&p, &a, block) &&
	     !is_lasting(&p, &a))) /* the lines below add date and number, no words of its name */
		a.end = a.head_end;
	act_put_norm(r, d, it, &a);
	if (a.kind_row == LEXICON_NONE) {
		struct words w = resolver_words(r, a.start, d->blocks[block].end);

		jval_set_str(&d->arena, it->norm, "canonical",
			     act_head_last(d, text_squeeze(&d->arena, doc_slice(d, a.start, name_end(&p, &a, block)))));
		jval_set_str(&d->arena, it->norm, "kind", last_head(&p, &w));
	} else {
		name_header(&p, it, &a, block);
	}
	jval_set_true(&d->arena, it->norm, "self");
	if (a.period.n && !jval_get(d->meta, "period"))
		jval_set_str(&d->arena, doc_meta(d), "period", a.period);
	if (a.date.n && !jval_get(d->meta, "date"))
		jval_set_str(&d->arena, doc_meta(d), "date", a.date);
	return true;
}
