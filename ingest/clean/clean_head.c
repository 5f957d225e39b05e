/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The head of a document is set in short lines, a paragraph each: the note of an annex ("Приложение 2 / к постановлению
 * Президиума / от 3 марта 2021 г. № 5"), the approval, the title. What reads on is joined, so that names and references
 * are whole. Behind the head nothing is joined here: there a short paragraph may be an item.
 */
#include "clean_dict.h"
#include "clean_lexicon.h"
#include "clean_p.h"
#include "clean_signs.h"
#include "utf8.h"

enum {
	HEAD_BLOCKS = 30,
	HEAD_BYTES = 400, /* a longer block is the body */
	LINE_BYTES = 160,
	NOTE_LINES = 6, /* of an annex or an approval */
	FOLDED_BYTES = 100,
	FORM_LETTERS = 6, /* of a legal form in capitals */
};

static struct span text_of(const struct doc *d, const struct block *b)
{
	return doc_slice(d, b->start, b->end);
}

static bool is_head_line(const struct block *b)
{
	return (b->kind == BLOCK_PARA || b->kind == BLOCK_TITLE || b->kind == BLOCK_HEADING) && !b->table &&
	       !b->hidden && !b->mark.n && b->end - b->start <= HEAD_BYTES;
}

/* The word of the lexicon that the block begins with, in quotes ("«УТВЕРЖДАЮ»") or not; or NULL. */
static const struct lexicon_phrase *opening(const struct clean *c, const struct block *b)
{
	struct span s = text_of(c->d, b), quote = SPAN("«");
	char folded[FOLDED_BYTES];
	size_t end;

	if (span_starts(s, quote))
		s = span_sub(s, quote.n, s.n);
	s = utf8_whole(span_sub(s, 0, FOLDED_BYTES));

	utf8_fold(s, folded);
	return lexicon_at(c->structure, span_make(folded, s.n), 0, &end);
}

/* Does the block begin the note of an annex or an approval? */
static bool is_note(const struct clean *c, const struct block *b)
{
	const struct lexicon_phrase *p = opening(c, b);

	return p && (span_is(p->tag, "annex") || span_is(p->tag, "approved")) && b->end - b->start <= LINE_BYTES;
}

static bool begins_section(const struct clean *c, const struct block *b)
{
	const struct lexicon_phrase *p = opening(c, b);

	return p && span_is(p->tag, "section") && sign_opening(text_of(c->d, b)) == OPENS_UPPER;
}

static bool begins_title(const struct clean *c, const struct block *b)
{
	const struct lexicon_phrase *p = opening(c, b);

	return p && span_is(p->tag, "title") && sign_opening(text_of(c->d, b)) == OPENS_UPPER;
}

/* "ТОО «Энская мануфактура»", "«Достойный труд»": a name in quotes belongs to the noun in the line above. */
static bool is_quoted_name(struct span s)
{
	size_t at = 0, next;
	int letters = 0;

	for (next = at; at < s.n && utf8_is_upper(utf8_next(s, &next)) && letters <= FORM_LETTERS; at = next)
		letters++;
	if (letters == 1 || letters > FORM_LETTERS)
		return false;
	return span_starts(span_sub(s, at + (letters > 0), s.n), SPAN("«"));
}

/* "О …", "Об …": what a resolution is about. */
static bool is_subject(struct span s)
{
	static const char *const heads[] = { "О ", "Об ", "Обо ", "Про ", "Аб " };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (span_starts(s, span_of(heads[i])))
			return true;
	return false;
}

/* What the lines behind the first one may bring. */
enum start { START_OTHER, START_NOTE, START_TITLE, START_BODY };

/* A line of a letterhead or an address: a noun that heads the names of bodies, or of those who lead them */
static bool names_body(struct span s)
{
	static const char *const stems[] = { "союз",       "организаци",   "комитет",      "совет",    "федераци",
					     "объединени", "ассоциаци",    "министерств",  "учрежден", "обществ",
					     "предприят",  "администраци", "правительств", "управлен", "департамент",
					     "агентств",   "конгресс",     "комисси",      "директор", "председател",
					     "министр",    "президиум",    "пленум" };
	char folded[HEAD_BYTES];

	if (s.n > sizeof folded || span_has_digit(s))
		return false;
	utf8_fold(s, folded);
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		if (span_find(span_make(folded, s.n), span_of(stems[i]), 0) != SPAN_NONE)
			return true;
	return false;
}

static enum start start_of(const struct clean *c, const struct block *b)
{
	if (!is_head_line(b))
		return START_OTHER;
	if (is_note(c, b))
		return START_NOTE;
	if (begins_title(c, b) || is_subject(text_of(c->d, b)))
		return START_TITLE;
	return names_body(text_of(c->d, b)) ? START_BODY : START_OTHER;
}

static struct span first_word(struct span s)
{
	size_t end = 0, next = 0;

	while (end < s.n && utf8_is_letter(utf8_next(s, &next)))
		end = next;
	return span_sub(s, 0, end);
}

static struct span last_word(struct span s)
{
	size_t at = s.n, before = s.n;

	while (at > 0 && utf8_is_letter(utf8_prev(s, &before)))
		at = before;
	return span_sub(s, at, s.n);
}

/* Горно-металлургического: behind its hyphen a word has its case */
static struct span behind_hyphen(struct span s)
{
	struct span word = first_word(s);

	while (word.n + 1 < s.n && s.p[word.n] == '-') {
		s = span_sub(s, word.n + 1, s.n);
		word = first_word(s);
	}
	return word;
}

/* Гродзенскага, Галузевої: an adjective in the genitive that no dictionary need know */
static bool ends_in_genitive(struct span word)
{
	static const char *const ends[] = { "ого", "ього", "ої", "ога", "ага", "яга" };
	enum { SHORTEST = 12 }; /* bytes */

	for (size_t i = 0; word.n >= SHORTEST && i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

/*
 * "Протокол № 14 заседания Исполнительного комитета" / "Федерации профсоюзов …", "О ходе выполнения постановления" /
 * "Совета … от 12.10.2021 № 3-2": a genitive in a line that is no clause.
 */
static bool title_reads_on(struct clean *c, struct span s)
{
	unsigned sign = sign_at_end(s);

	return s.n <= HEAD_BYTES && !sign_is_stop(sign) && sign != ',' && !is_subject(s) &&
	       (dict_is_genitive(c, first_word(s)) || ends_in_genitive(first_word(s)));
}

/* "ОРГАНИЗАЦИЯ" / "ОБЩЕРОССИЙСКОГО ПРОФСОЮЗА" / "И ОБЩЕСТВЕННОГО …": a genitive belongs to the noun above it */
static bool name_reads_on(struct clean *c, struct span before, struct span s)
{
	unsigned sign = sign_at_end(s);
	struct span word = first_word(s);

	if (s.n > LINE_BYTES || (sign_is_stop(sign) && sign != '.') || sign == ',' || span_has_digit(before))
		return false;
	if (span_is(word, "И") || span_is(word, "ПО"))
		s = span_sub(s, word.n + 1, s.n);
	return dict_is_genitive(c, behind_hyphen(s));
}

/* "ТАМБОВСКАЯ ОБЛАСТНАЯ" / "ОРГАНИЗАЦИЯ": a line that ends with an adjective lacks its noun */
static bool lacks_noun(struct clean *c, struct span before, struct span s)
{
	struct span last = last_word(before);

	return last.n > 2 && utf8_is_letter(sign_at_end(before)) && sign_opening(s) == OPENS_UPPER &&
	       !span_has_digit(before) && names_body(s) && dict_is_open(c, last);
}

/* УТВЕРЖДЕНО / Постановление президиума …: by what it was approved; the title itself is set otherwise. */
static bool approves(struct span before, struct span s)
{
	return span_eq(first_word(before), before) && sign_has_lower(first_word(s));
}

static bool note_reads_on(const struct clean *c, const struct block *note, const struct block *b)
{
	struct span before = text_of(c->d, note), s = text_of(c->d, b);

	if (s.n > LINE_BYTES || (begins_title(c, b) && !approves(before, s)) || begins_section(c, b) || is_note(c, b) ||
	    (b->kind == BLOCK_HEADING && note->kind != BLOCK_HEADING))
		return false;
	/* the note ends with its date and number */
	return span_has_digit(s) || !span_has_digit(span_sub(before, before.n > 30 ? before.n - 30 : 0, before.n));
}

/* Does block b read on what `before`, one or several lines, has begun? */
static bool reads_on(struct clean *c, const struct block *before, const struct block *b, enum start start)
{
	struct span a = text_of(c->d, before), s = text_of(c->d, b);
	unsigned sign = sign_at_end(a);
	bool note = start == START_NOTE;

	if (!is_head_line(before) || !is_head_line(b) || (sign_is_stop(sign) && sign != '.') || (sign == '.' && !note))
		return false;
	if (sign_opening(s) == OPENS_LOWER)
		return note || !sign_is_day(s);
	if (note)
		return note_reads_on(c, before, b);
	if (is_quoted_name(s) && !is_note(c, b) && (utf8_is_letter(sign) || start == START_TITLE))
		return true;
	if (start != START_TITLE && lacks_noun(c, a, s))
		return true;
	if (start == START_BODY)
		return !is_note(c, b) && !begins_title(c, b) && !is_subject(s) && name_reads_on(c, a, s);
	return start == START_TITLE && title_reads_on(c, s);
}

void clean_head(struct clean *c)
{
	struct doc *d = c->d;
	size_t kept = 0, lines = 0;
	enum start start = START_OTHER;
	bool head = true;

	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block b = d->blocks[i];
		struct block *before = kept ? &d->blocks[kept - 1] : NULL;

		head = head && i < HEAD_BLOCKS && (is_head_line(&b) || b.hidden);
		if (before && lines < NOTE_LINES && (head || start == START_NOTE) && reads_on(c, before, &b, start)) {
			edit_replace(&c->edits, d, before->end, b.start, SPAN(" "));
			before->end = b.end;
			if (start == START_OTHER) /* от Первичной организации … / Горняцкого профсоюза */
				start = start_of(c, &b) == START_BODY ? START_BODY : START_OTHER;
			lines++;
			continue;
		}
		start = start_of(c, &b);
		lines = 0;
		d->blocks[kept++] = b;
	}
	d->n_blocks = kept;
}
