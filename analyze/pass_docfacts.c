/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a document is: kind and title from the head of its first page, number, date and period beside them. A second
 * head of its own ("ИНФОРМАЦИЯ" behind a resolution, "Приложение …") begins a part. Fields that an earlier stage filled
 * in stay as they are.
 */
#include "calendar.h"
#include "doc_country.h"
#include "doc_paper.h"
#include "passes.h"
#include "utf8.h"

/* A head stands near the beginning; a line that is a head and nothing else is short. */
enum {
	HEAD_BLOCKS = 16,
	HEAD_FIRST_WORDS = 4,
	BARE_WORDS = 3,
	SENTENCE_WORDS = 8,
	SENTENCE_LETTERS = 3,
	TITLE_WORDS = 60,
	ANNEX_WORDS = 30,
	MAX_PARTS = 64,
	HEAD_BYTES = 500,
	LINE_BYTES = 200,
	SIGNED_BYTES = 240,
	LONG_BYTES = 1000,
	ADDRESSED_WORDS = 4, /* from the preposition to the body: "к господину Председателю Совета …" */
};

struct head {
	size_t block;
	struct span kind;
	bool bare; /* the block is the head alone: the title follows */
};

struct facts {
	struct resolver *r;
	struct doc *d;
};

static bool shown(const struct block *b)
{
	return !b->hidden && !b->dup && b->kind != BLOCK_CELL && b->kind != BLOCK_TOC && b->kind != BLOCK_HEADER &&
	       b->kind != BLOCK_FOOTER && b->kind != BLOCK_NOTE;
}

static bool begins_with(const struct facts *f, const struct words *w, enum word_use use)
{
	return w->n && word_list_has(f->r->lists, use, word_text(f->r->fold, w->v[0]));
}

static bool is_annex(const struct facts *f, const struct words *w)
{
	return w->n <= ANNEX_WORDS && begins_with(f, w, WORDS_ANNEX);
}

/* "ЗАТВЕРДЖЕНО Постанова президії …", "Утверждён решением …": the stamp above a paper tells of another one. */
static bool is_stamp(const struct facts *f, const struct words *w)
{
	return begins_with(f, w, WORDS_STAMP);
}

static bool printed_in_capitals(const struct doc *d, struct word w)
{
	struct span s = span_sub(d->text, w.start, w.end);

	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);

		if (utf8_is_letter(c) && !utf8_is_upper(c))
			return false;
	}
	return true;
}

/* Kazakh and Kyrgyz titles end with their head. */
static bool head_last(const struct facts *f, long row)
{
	struct span lang = lexicon_cell(f->r->lexicon[LEX_DOC_KINDS], row, "lang");

	return (span_is(lang, "kk") || span_is(lang, "ky")) && span_eq(lang, jval_str(f->d->meta, "lang"));
}

static bool is_turkic(const struct facts *f)
{
	struct span lang = jval_str(f->d->meta, "lang");

	return span_is(lang, "kk") || span_is(lang, "ky");
}

/* "3. Закон № 12 отменил проверки." is an item of a list, whatever it begins with. */
static bool is_sentence_item(const struct doc *d, const struct block *b)
{
	char last = b->end > b->start ? d->text.p[b->end - 1] : ' ';

	return b->kind == BLOCK_ITEM && (last == '.' || last == ';');
}

/* "Отчет составляется организациями и представляется до 1 марта." tells of papers; "ОТЧЁТ …" is one. */
static bool is_sentence(const struct doc *d, const struct block *b, const struct words *w)
{
	struct word last =
		w->v[w->n - 1]; /* one of a letter or two ends with a full stop wherever it stands: А.А., гг. */

	return b->kind == BLOCK_PARA && w->n > SENTENCE_WORDS && d->text.p[b->end - 1] == '.' &&
	       !printed_in_capitals(d, w->v[0]) &&
	       utf8_count(span_sub(d->text, last.start, last.end)) >= SENTENCE_LETTERS;
}

/* "ВЫПИСКА" above "из протокола …": does the head go on in the block below, in small letters? */
static bool goes_on_below(const struct facts *f, size_t index, const struct words *w)
{
	const struct block *next = index + 1 < f->d->n_blocks ? &f->d->blocks[index + 1] : NULL;
	size_t at = next ? next->start : 0;
	unsigned c;

	if (!next || w->n > 1 || !shown(next) || next->kind == BLOCK_CELL || next->start == next->end)
		return false;
	c = utf8_next(f->d->text, &at);
	return utf8_is_letter(c) && !utf8_is_upper(c);
}

/* The kind that word i begins to name; beginnings of Kazakh and Kyrgyz words ("отчет*") name none in other languages.
 */
static bool kind_at(const struct facts *f, const struct words *w, size_t i, struct phrase_hit *hit)
{
	struct phrase_hit hits[PHRASE_HITS];
	size_t n = phrases_all(f->r->phrases[LEX_DOC_KINDS], f->r->fold, w, i, w->n, hits);

	for (size_t k = 0; k < n; k++) {
		struct span lang = lexicon_cell(f->r->lexicon[LEX_DOC_KINDS], hits[k].row, "lang");

		*hit = hits[k];
		if (is_turkic(f) || !(span_is(lang, "kk") || span_is(lang, "ky")))
			return true;
	}
	return false;
}

/* Is this block a head? Its kind word is among the first words (the last one in Kazakh and Kyrgyz titles). */
static bool is_head(const struct facts *f, size_t index, struct head *head)
{
	const struct block *b = &f->d->blocks[index];
	struct words w = resolver_words(f->r, block_body(b), b->end);
	struct phrase_hit hit;
	size_t first;
	bool below;
	unsigned c;

	if (!w.n || w.n > TITLE_WORDS || f->d->text.p[b->start] == '(' || is_annex(f, &w) || is_stamp(f, &w) ||
	    is_sentence_item(f->d, b) || is_sentence(f->d, b, &w))
		return false;
	below = goes_on_below(f, index, &w);
	if (below)
		w = resolver_words(f->r, block_body(b), f->d->blocks[index + 1].end);
	first = w.v[0].start;
	c = utf8_next(f->d->text, &first);
	if (!utf8_is_upper(c) && !((b->kind == BLOCK_TITLE || is_turkic(f)) && c >= '0' && c <= '9' &&
				   b->kind != BLOCK_ITEM)) /* "2024 жылға … жоспары" */
		return false;
	for (size_t i = 0; i < w.n; i++) {
		bool near = i < HEAD_FIRST_WORDS || i + 1 == w.n;

		near |= (b->kind == BLOCK_PARA || b->kind == BLOCK_TITLE) && printed_in_capitals(f->d, w.v[i]) &&
			is_turkic(f);                  /* "САЛАЛЫҚ КЕЛІСІМ" before the parties */
		near |= is_turkic(f) && i + 1 < w.n && /* "ПРОГРАММАСЫ «Эмгек»" */
			span_find(doc_slice(f->d, w.v[i].end, w.v[i + 1].start), SPAN("«"), 0) != SPAN_NONE;
		near |= b->kind == BLOCK_TITLE && i > 0 && /* "Federation of Couriers: Action Plan" */
			span_is(span_trim(doc_slice(f->d, w.v[i - 1].end, w.v[i].start)), ":");
		if (!near || !kind_at(f, &w, i, &hit))
			continue;
		if (i > 0 && !head_last(f, hit.row) && b->kind != BLOCK_TITLE && b->kind != BLOCK_HEADING &&
		    !printed_in_capitals(f->d, w.v[i]) && i >= HEAD_FIRST_WORDS - 1)
			continue;
		if (span_is(lexicon_cell(f->r->lexicon[LEX_DOC_KINDS], hit.row, "kind"), "none") ||
		    (head_last(f, hit.row) &&
		     (doc_is_means(word_text(f->r->fold, w.v[i])) || doc_in_bracket(f->d, b, w.v[i]) ||
		      (i > 0 && word_list_has(f->r->lists, WORDS_LAST_PART, word_text(f->r->fold, w.v[i - 1]))))))
			return false;
		*head = (struct head){ index, lexicon_cell(f->r->lexicon[LEX_DOC_KINDS], hit.row, "kind"),
				       below || (w.n <= BARE_WORDS && i + hit.words == w.n) };
		return true;
	}
	return false;
}

/* "(аналитическая записка)" behind or below a title: what kind of paper it is the title of. */
static bool is_kind_behind(const struct facts *f, size_t index, struct head *head)
{
	const struct block *b = &f->d->blocks[index];
	struct span s = doc_slice(f->d, b->start, b->end);
	size_t open = s.n;
	struct phrase_hit hit;
	struct words w;

	while (open > 0 && (open == s.n || s.p[open] != '('))
		open--;
	if (!span_ends(s, SPAN(")")) || s.p[open] != '(' || (!open && (!index || !shown(b - 1))))
		return false;
	w = resolver_words(f->r, b->start + open, b->end);
	if (!w.n || !phrases_at(f->r->phrases[LEX_DOC_KINDS], f->r->fold, &w, 0, w.n, &hit) || hit.words != w.n)
		return false; /* "(протокол № 1)" is by what it was adopted */
	*head = (struct head){ open ? index : index - 1, lexicon_cell(f->r->lexicon[LEX_DOC_KINDS], hit.row, "kind"),
			       false };
	return true;
}

/*
 * The first head of the document: blocks before it name the issuer, the annex, the stamp of approval. A heading below
 * running text is that of a section: "1. Labour Inspection Convention, 1947" in a letter.
 */
static bool find_head(const struct facts *f, struct head *head)
{
	bool runs = false;

	for (size_t i = 0, seen = 0; i < f->d->n_blocks && seen < HEAD_BLOCKS; i++) {
		const struct block *b = &f->d->blocks[i];
		struct words w = resolver_words(f->r, b->start, b->end);

		if (!shown(b) || !w.n)
			continue;
		seen++;
		if (!(runs && b->kind == BLOCK_HEADING) && (is_head(f, i, head) || is_kind_behind(f, i, head)))
			return true;
		runs = runs || is_sentence(f->d, b, &w);
	}
	return false;
}

/* The line under a bare head that says what it is about: "Об итогах …", "щодо …". */
static struct span title_below(const struct facts *f, size_t head)
{
	size_t seen = 0;

	for (size_t i = head + 1; i < f->d->n_blocks && seen < HEAD_BLOCKS / 2; i++) {
		const struct block *b = &f->d->blocks[i];
		struct words w = resolver_words(f->r, b->start, b->end);
		long long number;

		if (!shown(b) || !w.n)
			continue;
		seen++;
		if (w.n > BARE_WORDS && w.n <= TITLE_WORDS && !span_to_long(word_text(f->r->fold, w.v[0]), &number) &&
		    !(begins_with(f, &w, WORDS_FROM) && span_to_long(word_text(f->r->fold, w.v[1]), &number)))
			return doc_slice(f->d, b->start, b->end);
	}
	return (struct span){ 0 };
}

static struct span join(const struct facts *f, struct span a, struct span b)
{
	return text_squeeze(&f->d->arena, arena_printf(&f->d->arena, "%.*s %.*s", SPAN_ARG(a), SPAN_ARG(b)));
}

static struct span title_of(const struct facts *f, const struct head *head)
{
	const struct block *b = &f->d->blocks[head->block];
	struct span own = doc_slice(f->d, b->start, b->end);

	return join(f, own, head->bare ? title_below(f, head->block) : (struct span){ 0 });
}

/* The first item of that type in blocks [from, to) of at most so many bytes whose value is a day (or an interval). */
static const struct item *item_in(const struct facts *f, size_t from, size_t to, enum item_type type, bool interval,
				  size_t most)
{
	for (size_t i = 0; i < f->d->n_items; i++) {
		const struct item *it = &f->d->items[i];
		struct span value;
		bool is_interval;

		if (it->type != type || it->block < (int)from || it->block >= (int)to ||
		    f->d->blocks[it->block].end - f->d->blocks[it->block].start > most)
			continue;
		if (type == ITEM_ORG && span_is(jval_str(it->norm, "kind"), "international"))
			continue; /* papers are about the ILO; it writes none of them */
		if (type == ITEM_ORG && (doc_is_registrar(f->r, f->d, it) || doc_is_motto(f->d, it)))
			continue;
		value = jval_str(it->norm, "value");
		is_interval = span_find_char(value, '/', 0) != SPAN_NONE;
		if (type == ITEM_ORG || (interval ? is_interval : value.n == sizeof "2020-01-01" - 1 && !is_interval))
			return it;
	}
	return NULL;
}

/*
 * A body that the head only speaks of or to: "Обращение к Председателю Совета …", "Жалоба на нарушение …
 * Министерством". Plans and agreements name their own body behind such words, too ("план по обучению … Профсоюза").
 */
static bool is_spoken_of(const struct facts *f, const struct item *it, struct span kind)
{
	const struct block *b = &f->d->blocks[it->block];
	struct words w = resolver_words(f->r, block_body(b), it->start);
	bool about = span_is(kind, "statement") || span_is(kind, "resolution");

	for (size_t i = 0; i < w.n; i++) {
		struct span word = word_text(f->r->fold, w.v[i]);

		if (w.n - i <= ADDRESSED_WORDS && word_list_has(f->r->lists, WORDS_ADDRESSED_TO, word))
			return true;
		if (about && word_list_has(f->r->lists, WORDS_SPOKEN_OF, word))
			return true;
	}
	return false;
}

/* The day of a meeting that took several: its last one. A longer time is a period. */
static struct span last_day(struct span value)
{
	enum { DAY = sizeof "2020-01-01" - 1 };
	return span_find_char(value, '/', 0) == DAY && value.n == 2 * DAY + 1 &&
			       span_eq(span_sub(value, 0, 4), span_sub(value, DAY + 1, DAY + 5)) &&
			       calendar_digits(value, DAY + 6, 2) - calendar_digits(value, 5, 2) <= 1
		       ? span_sub(value, DAY + 1, value.n)
		       : (struct span){ 0 };
}

/*
 * The day in the lines that belong to the head: short ones, up to the first item of a list or paragraph, which tell of
 * other days.
 */
static struct span date_below(const struct facts *f, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct block *b = &f->d->blocks[i];
		const struct item *it;
		size_t most;

		if (i > from && shown(b) && (b->mark.n || b->kind == BLOCK_ITEM || b->end - b->start > HEAD_BYTES))
			break;
		most = f->d->text.p[b->start] == '(' ? HEAD_BYTES : LINE_BYTES;
		it = item_in(f, i, i + 1, ITEM_DATE, false, most);
		if (it)
			return jval_str(it->norm, "value");
		it = item_in(f, i, i + 1, ITEM_DATE, true, most);
		if (it && last_day(jval_str(it->norm, "value")).n)
			return last_day(jval_str(it->norm, "value"));
	}
	return (struct span){ 0 };
}

static void set_once(const struct facts *f, struct jval *o, const char *key, struct span value)
{
	if (value.n && !jval_get(o, key))
		jval_set_str(&f->d->arena, o, key, value);
}

/* The title; one that an earlier stage took from the head alone ("ПОСТАНОВЛЕНИЕ") goes on with what it is about. */
static void put_title(const struct facts *f, struct jval *o, const struct head *head)
{
	const struct block *b = &f->d->blocks[head->block];
	struct span own = doc_slice(f->d, b->start, b->end), title = jval_str(o, "title"), below;

	if (title.n && head->bare && span_starts(title, own)) {
		below = title_below(f, head->block);
		if (below.n && span_find(title, below, 0) == SPAN_NONE)
			jval_set_str(&f->d->arena, o, "title", join(f, title, below));
		return;
	}
	if (!title.n || (!head->bare && doc_is_section(f->d, head->block, title)))
		jval_set_str(&f->d->arena, o, "title", title_of(f, head));
}

/* "на 2026 год", "за 2025 год" in the head of a paper that has a period; a resolution may be about any year. */
static struct span year_in_head(const struct facts *f, const struct head *head)
{
	enum { YEAR = sizeof "2020" - 1 };

	if (span_is(head->kind, "resolution") || span_is(head->kind, "statement"))
		return (struct span){ 0 };
	for (size_t i = 0; i < f->d->n_items; i++) {
		const struct item *it = &f->d->items[i];

		if (it->type == ITEM_DATE && it->block == (int)head->block && jval_str(it->norm, "value").n == YEAR)
			return jval_str(it->norm, "value");
	}
	return (struct span){ 0 };
}

/* The period that the head names, or the line below it: an interval, or a year. */
static struct span period_of(const struct facts *f, const struct head *head, size_t to)
{
	for (size_t i = head->block; i < head->block + 2 && i < to; i++) {
		const struct item *it = item_in(f, i, i + 1, ITEM_DATE, true, HEAD_BYTES);
		struct span value = it ? jval_str(it->norm, "value") : (struct span){ 0 };

		if (i > head->block && year_in_head(f, head).n)
			break;
		if (value.n && value.p[0] != 'R' && span_find(value, SPAN(".."), 0) == SPAN_NONE &&
		    span_find_char(value, '@', 0) == SPAN_NONE) /* its year is not known yet */
			return value;
	}
	return year_in_head(f, head);
}

/* Facts of the document or of a part that lies in blocks [from, to). */
static void put_facts(const struct facts *f, struct jval *o, const struct head *head, size_t from, size_t to)
{
	size_t behind = head->block + HEAD_BLOCKS / 2 < to ? head->block + HEAD_BLOCKS / 2 : to;
	const struct item *it;
	struct span day;

	put_title(f, o, head);
	set_once(f, o, "kind",
		 doc_is_position(f->r, f->d, head->block, head->kind, jval_str(o, "title")) ? SPAN("statement")
											    : head->kind);
	it = item_in(f, from, head->block + 1, ITEM_DATE, false, HEAD_BYTES);
	day = it ? jval_str(it->norm, "value") : date_below(f, head->block, behind);
	if (!day.n)
		day = date_below(f, from, head->block + 1);
	set_once(f, o, "date", day);
	set_once(f, o, "period", period_of(f, head, to));
	it = item_in(f, head->block, head->block + 1, ITEM_ORG, false, HEAD_BYTES);
	if (!it)
		it = item_in(f, from, head->block + 1, ITEM_ORG, false, HEAD_BYTES);
	if (!it && head->block + 1 < to) { /* ПОСТАНОВЛЕНИЕ / "Президиума …" */
		it = item_in(f, head->block + 1, head->block + 2, ITEM_ORG, false, HEAD_BYTES);
		if (it && it->start != block_body(&f->d->blocks[head->block + 1]))
			it = NULL;
	}
	if (it && !is_spoken_of(f, it, head->kind))
		set_once(f, o, "issuer", jval_str(it->norm, "canonical"));
}

/* Where a new document begins behind the first head: an annex, or a bare head in capitals or as a heading. */
static bool begins_part(const struct facts *f, size_t i, struct head *head)
{
	const struct block *b = &f->d->blocks[i];
	struct words w = resolver_words(f->r, block_body(b), b->end);

	if (!shown(b) || !w.n)
		return false;
	if (is_annex(f, &w) && b->kind != BLOCK_ITEM) {
		*head = (struct head){ i, SPAN("other"), false };
		for (size_t k = i + 1; k < f->d->n_blocks && k < i + HEAD_BLOCKS / 2; k++)
			if (shown(&f->d->blocks[k]) && is_head(f, k, head))
				break;
		return true;
	}
	return is_head(f, i, head) && head->bare && !b->mark.n &&
	       (b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE || printed_in_capitals(f->d, w.v[0]));
}

static void add_part(const struct facts *f, struct jval *parts, const struct head *head, size_t from, size_t to)
{
	struct arena *a = &f->d->arena;
	struct jval *o = jval_object(a);

	jval_set_int(a, o, "start", (int64_t)f->d->blocks[from].start);
	jval_set_int(a, o, "end", (int64_t)f->d->blocks[to - 1].end);
	put_facts(f, o, head, from, to);
	if (parts->count)
		jval_set_int(a, o, "annex_of", 0);
	jval_push(parts, o);
}

static void find_parts(const struct facts *f, struct jval *meta, const struct head *first)
{
	struct jval *parts = jval_array(&f->d->arena);
	struct head open = *first, head;
	size_t from = 0;

	for (size_t i = first->block + 1; i < f->d->n_blocks && parts->count < MAX_PARTS; i++) {
		if (!begins_part(f, i, &head))
			continue;
		if (span_is(head.kind, "plan") && span_is(open.kind, "plan") && f->d->blocks[i].kind == BLOCK_HEADING)
			continue; /* "Work plan" in an action plan: its own table */
		add_part(f, parts, &open, from, i);
		open = head;
		from = i;
		if (head.block > i)
			i = head.block;
	}
	if (!parts->count)
		return;
	add_part(f, parts, &open, from, f->d->n_blocks);
	jval_set(&f->d->arena, meta, "parts", parts);
}

/* "подписано", not "принята", which is said of other papers, too. */
static bool tells_signing(struct span word)
{
	return span_starts(word, SPAN("подписан")) || span_starts(word, SPAN("підписан")) ||
	       span_starts(word, SPAN("падпісан"));
}

/* The day in block i, where it says when the paper was signed or adopted, or says the place and the day alone. */
static struct span day_of_signing(const struct facts *f, size_t i)
{
	const struct block *b = &f->d->blocks[i];
	struct words w = resolver_words(f->r, block_body(b), b->end);
	const struct item *it = w.n ? item_in(f, i, i + 1, ITEM_DATE, false, LONG_BYTES) : NULL;
	size_t place = 0;

	if (!it)
		return (struct span){ 0 };
	while (place < w.n && w.v[place].start < it->start)
		place++;
	if (place && tells_signing(word_text(f->r->fold, w.v[place - 1])))
		return jval_str(it->norm, "value"); /* "12. … Подписано 11 декабря 2026 года в двух экземплярах." */
	if (b->kind == BLOCK_ITEM || b->end - b->start > SIGNED_BYTES)
		return (struct span){ 0 };
	if (begins_with(f, &w, WORDS_SIGNED) ||
	    (w.n > 1 && word_list_has(f->r->lists, WORDS_SIGNED, word_text(f->r->fold, w.v[1]))) || /* "In witness …" */
	    (place <= 2 && it->end + 1 >= b->end && b->kind == BLOCK_PARA))
		return jval_str(it->norm, "value");
	return (struct span){ 0 };
}

/*
 * "Подписано в двух экземплярах 12 мая 2023 г.", "Принят на общем собрании …", "г. Псков, 12 мая 2023 г.": the day of a
 * paper that names none at its head, in its last lines or in its first.
 */
static void put_day_of_signing(const struct facts *f, struct jval *o)
{
	size_t n = f->d->n_blocks;

	for (size_t i = n, seen = 0; i-- > 0 && seen < HEAD_BLOCKS;) {
		if (!shown(&f->d->blocks[i]))
			continue;
		seen++;
		set_once(f, o, "date", day_of_signing(f, i));
	}
	for (size_t i = 0; i < n && i < HEAD_BLOCKS; i++)
		if (shown(&f->d->blocks[i]))
			set_once(f, o, "date", day_of_signing(f, i));
}

/* The body of the first who signed, where the head names none that issued the paper. */
static void put_signatory(const struct facts *f, struct jval *o)
{
	for (size_t i = 0; i < f->d->n_items; i++) {
		const struct item *it = &f->d->items[i];

		if (it->type == ITEM_PERSON && f->d->blocks[it->block].kind == BLOCK_SIGNATURE)
			set_once(f, o, "issuer", jval_str(it->norm, "org"));
	}
}

/* A letter has no head: it opens with who writes, its day, "О ратификации …" and a salutation; a comment has none. */
static void put_letter(const struct facts *f, struct jval *o)
{
	const struct item *it = item_in(f, 0, 1, ITEM_ORG, false, LINE_BYTES);
	struct span title = { 0 };
	size_t seen = 0;

	for (size_t i = 0; i < f->d->n_blocks && seen < HEAD_BLOCKS; i++) {
		const struct block *b = &f->d->blocks[i];
		struct words w = resolver_words(f->r, block_body(b), b->end);

		if (!shown(b) || !w.n)
			continue;
		seen++;
		if (!title.n && w.n > 1 && b->end - b->start < HEAD_BYTES && !is_sentence_item(f->d, b) &&
		    begins_with(f, &w, WORDS_SUBJECT))
			title = doc_slice(f->d, b->start, b->end);
		if (!begins_with(f, &w, WORDS_SALUTATION))
			continue;
		set_once(f, o, "kind", SPAN("other"));
		set_once(f, o, "date", date_below(f, 0, i));
		set_once(f, o, "title", title.n ? text_squeeze(&f->d->arena, title) : title);
		if (it && !is_spoken_of(f, it, SPAN("other")))
			set_once(f, o, "issuer", jval_str(it->norm, "canonical"));
		return;
	}
	if (title.n) {
		set_once(f, o, "kind", SPAN("other"));
		set_once(f, o, "title", text_squeeze(&f->d->arena, title));
	}
}

bool pass_docfacts(struct resolver *r, struct doc *d, struct err *e)
{
	struct facts f = { r, d };
	struct head head;
	size_t head_end = 0;

	(void)e;
	if (!d->n_blocks)
		return true;
	if (find_head(&f, &head)) {
		put_facts(&f, doc_meta(d), &head, 0, d->n_blocks);
		head_end = d->blocks[head.block].end;
		if (!jval_get(d->meta, "parts"))
			find_parts(&f, doc_meta(d), &head);
	} else {
		put_letter(&f, doc_meta(d));
	}
	put_day_of_signing(&f, doc_meta(d));
	put_signatory(&f, doc_meta(d));
	set_once(&f, doc_meta(d), "country", doc_country(r, d, head_end));
	return true;
}
