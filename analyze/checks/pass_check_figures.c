/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures against each other: a total and the parts that follow it ("24 …, из них 8 …, 4 … и 12 …"; 631 участник and
 * the eight meetings that it sums up), the total under a list ("Итого: …"), the same figure stated twice.
 */
#include <math.h>

#include "checks.h"
#include "passes.h"
#include "total.h"
#include "units.h"
#include "utf8.h"

/* Parts of one total; smaller totals agree by chance; a figure worth repeating has two digits. */
enum {
	MAX_PARTS = 16,
	MIN_TOTAL = 10,
	MIN_EQUAL = 10,
	MAX_FIGURES = 4000,
	MIN_STEM = 8,
	MAX_ENDING = 6,
	MIN_ALONE = 100,
	MIN_UNLIKE = 50, /* a total whose parts are called otherwise */
	CLOSED_PARTS = 3,
	ASIDE = 3
};
#define CLOSED_SHARE 0.9
#define NEARLY 0.03 /* of the total */
#define SMALL 1e-9

struct figure {
	size_t item; /* index */
	double value;
	struct span unit; /* folded last word of the unit */
	bool loose;       /* compared: more than, at least … */
	size_t stop;      /* byte where the next sentence or line behind it begins */
};

struct figures {
	struct resolver *r;
	struct doc *d;
	struct figure *v;
	size_t n;
};

/* Brackets open between the end of a figure and byte at, read on from figure to figure. */
struct brackets {
	size_t at;
	int depth;
};

static struct span fold_copy(struct doc *d, struct span s)
{
	char *out = arena_alloc(&d->arena, s.n + 1);

	utf8_fold(s, out);
	return span_make(out, s.n);
}

static struct span last_word(struct doc *d, struct span unit)
{
	struct span s = fold_copy(d, unit);
	struct words w = words_of(&d->arena, s, 0, s.n);

	return w.n ? word_text(s, w.v[w.n - 1]) : (struct span){ 0 };
}

/* Equal words but for their endings. */
static bool same_stem(struct span a, struct span b)
{
	size_t n = a.n < b.n ? a.n : b.n;

	if (!a.n || !b.n)
		return false;
	if (n < MIN_STEM)
		return span_eq(a, b);
	if (a.n > b.n + MAX_ENDING || b.n > a.n + MAX_ENDING)
		return false;
	n = n > MIN_STEM + 4 ? n - 4 : n > MIN_STEM ? n - 2 : n;
	return span_eq(span_sub(a, 0, n), span_sub(b, 0, n));
}

static const struct item *item_of(const struct figures *f, size_t i)
{
	return &f->d->items[f->v[i].item];
}

/* The end of a line, or the capital behind a full stop, from byte at on; text.n where there is none before it. */
static size_t next_stop(struct span text, size_t at)
{
	for (; at < text.n; at++) {
		size_t next = at + 2;

		if (text.p[at] == '\n')
			return at;
		if (text.p[at] == '.' && next < text.n && text.p[at + 1] == ' ' &&
		    utf8_is_upper(utf8_next(text, &next)))
			return at + 2;
	}
	return text.n;
}

/* From the last figure to the first: where none comes before the next figure, its stop is this one's, too. */
static void find_stops(struct figures *f)
{
	enum { SEEN_BEHIND = 8 }; /* ". " and a letter */
	struct span text = f->d->text;

	for (size_t i = f->n; i-- > 0;) {
		size_t end = item_of(f, i)->end, next = i + 1 < f->n ? item_of(f, i + 1)->end : 0;
		size_t limit = next >= end && next + SEEN_BEHIND < text.n ? next + SEEN_BEHIND : text.n;

		f->v[i].stop = next_stop(span_sub(text, 0, limit), end);
		if (f->v[i].stop == limit && limit < text.n)
			f->v[i].stop = f->v[i + 1].stop;
	}
}

static struct figures collect(struct resolver *r, struct doc *d)
{
	struct figures f = { .r = r, .d = d };

	f.v = arena_alloc(&d->arena, MAX_FIGURES * sizeof *f.v);
	for (size_t i = 0; i < d->n_items && f.n < MAX_FIGURES; i++) {
		double value = check_number(&d->items[i]);
		struct span unit = jval_str(d->items[i].norm, "unit");

		if (isnan(value) || value <= 0 || check_repeats(d, &d->items[i]) || span_is(unit, "%"))
			continue;
		f.v[f.n++] = (struct figure){ i, value, last_word(d, unit),
					      jval_get(d->items[i].norm, "comparator") != NULL, 0 };
	}
	find_stops(&f);
	return f;
}

static void put_sum(struct figures *f, size_t total, const size_t *parts, size_t n, double sum, const char *result)
{
	struct item *check = check_add(f->d, item_of(f, total)->start, item_of(f, total)->end, "sum", result);

	check_figures(f->d, check, f->v[total].value, sum);
	for (size_t k = 0; k < n; k++)
		check_part(f->d, check, item_of(f, parts[k])->id);
}

/* A phrase that announces parts ("из них", "в том числе") in text[start, end). */
static bool announces_parts(const struct figures *f, size_t start, size_t end)
{
	struct words w = resolver_words(f->r, start, end);

	return word_list_within(f->r->lists, WORDS_PARTS, f->r->fold, &w, 0, w.n);
}

static bool same_sentence(const struct figures *f, size_t a, size_t b)
{
	return f->v[a].stop >= item_of(f, b)->start;
}

/* "412 проверок (2023 г. – 437), в том числе …": what is said in brackets has no parts behind them. */
static bool leaves_bracket(struct span between)
{
	int depth = 0;

	for (size_t i = 0; i < between.n && depth >= 0; i++)
		depth += (between.p[i] == '(') - (between.p[i] == ')');
	return depth < 0;
}

/* By a phrase, or by a colon or a bracket: "58 организаций: 21 на станциях, …", "8 аварий (в шахтах 3, …)". */
static bool announced(const struct figures *f, size_t total, size_t part)
{
	size_t from = item_of(f, total)->end, to = item_of(f, part)->start;
	struct span between = doc_slice(f->d, from, to);

	if (leaves_bracket(between))
		return false;
	return announces_parts(f, from, to) || span_find_char(between, ':', 0) != SPAN_NONE ||
	       span_starts(span_trim(between), SPAN("("));
}

static bool whole(const struct figures *f, size_t total, double sum)
{
	return fabs(sum - f->v[total].value) < SMALL * (1 + f->v[total].value);
}

static struct brackets brackets_behind(const struct figures *f, size_t figure)
{
	return (struct brackets){ item_of(f, figure)->end, 0 };
}

/* Is a bracket open before a figure? What is said in brackets is said of something else. */
static bool in_bracket(const struct figures *f, struct brackets *b, size_t figure)
{
	for (; b->at < item_of(f, figure)->start; b->at++) {
		char c = f->d->text.p[b->at];

		b->depth += c == '(' ? 1 : c == ')' && b->depth > 0 ? -1 : 0;
	}
	return b->depth > 0;
}

/*
 * The figures from first on, brackets inside them apart, until they reach the total: exactly two of one sentence that
 * are announced, or three and more of a paragraph, are its parts.
 */
static bool parts_from(struct figures *f, size_t total, size_t first)
{
	bool said = announced(f, total, first) && same_sentence(f, total, first), same_unit = true;
	struct brackets brackets = brackets_behind(f, first);
	size_t parts[MAX_PARTS], n = 0;
	double sum = 0;

	for (size_t i = first; i < f->n && n < MAX_PARTS && sum < f->v[total].value - SMALL; i++) {
		if (item_of(f, i)->block != item_of(f, total)->block || f->v[i].value >= f->v[total].value)
			return false;
		if (n && in_bracket(f, &brackets, i))
			continue;
		said = said && same_sentence(f, first, i);
		same_unit = same_unit && (!f->v[i].unit.n || same_stem(f->v[i].unit, f->v[total].unit));
		parts[n++] = i;
		sum += f->v[i].value;
	}
	if (!whole(f, total, sum) || n < 2 ||
	    (!said && (n < CLOSED_PARTS || f->v[total].value < (same_unit ? MIN_TOTAL : MIN_UNLIKE))))
		return false;
	put_sum(f, total, parts, n, sum, "ok");
	return true;
}

/* Parts behind the total; a figure or two may stand between that tell something else of it. */
static bool exact_behind(struct figures *f, size_t total)
{
	for (size_t first = total + 1; first < f->n && first <= total + ASIDE; first++) {
		if (item_of(f, first)->block != item_of(f, total)->block)
			break;
		if (parts_from(f, total, first))
			return true;
	}
	return false;
}

/* "Гродненскому 9 200 руб., Могилёвскому 3 750 руб.; всего 12 950 руб.", "I – 64,5; II – 116,5; всего 181 млн". */
static bool exact_before(struct figures *f, size_t total)
{
	static const double scales[] = { 1, 1e3, 1e6, 1e9 };
	struct words w = resolver_words(f->r, f->d->blocks[item_of(f, total)->block].start, item_of(f, total)->start);
	size_t parts[MAX_PARTS], n = 0;
	double sum = 0;

	if (!w.n || !word_list_has(f->r->lists, WORDS_TOTAL, word_text(f->r->fold, w.v[w.n - 1])))
		return false;
	for (size_t i = total; i-- > 0 && n < MAX_PARTS && item_of(f, i)->block == item_of(f, total)->block;) {
		parts[n++] = i;
		sum += f->v[i].value;
		for (size_t k = 0; n > 1 && k < sizeof scales / sizeof *scales; k++)
			if (whole(f, total, sum * scales[k])) {
				put_sum(f, total, parts, n, sum * scales[k], "ok");
				return true;
			}
	}
	return false;
}

/* "912 обращений. Из них по вопросам:" and a list whose items bring a figure each. */
static bool sum_of_list(struct figures *f, size_t total)
{
	size_t parts[MAX_PARTS], n = 0;
	int block = item_of(f, total)->block, next = block + 1;
	double sum = 0;

	if (block < 0 || f->d->text.p[f->d->blocks[block].end - 1] != ':')
		return false;
	for (size_t i = total + 1; i < f->n && n < MAX_PARTS && item_of(f, i)->block >= 0; i++) {
		int at = item_of(f, i)->block;

		if (at < next)
			continue;
		if (at > next || f->d->blocks[at].kind != BLOCK_ITEM)
			break;
		parts[n++] = i;
		sum += f->v[i].value;
		next = at + 1;
	}
	if (n < 2 || fabs(sum - f->v[total].value) > 1e-6)
		return false;
	put_sum(f, total, parts, n, sum, "ok");
	return true;
}

static bool is_money(const struct figures *f, size_t figure)
{
	return unit_is_money(jval_str(item_of(f, figure)->norm, "unit"));
}

/*
 * Members of one group may be counted in another, too ("из них в 28 …, в 31 …"), money is spent once. Three parts and
 * more that come to hardly more than the whole divide it, and one of them is probably wrong.
 */
static bool exceeds(const struct figures *f, size_t total, size_t n, double sum)
{
	return (n >= CLOSED_PARTS || is_money(f, total)) && !f->v[total].loose &&
	       sum > f->v[total].value * (1 + SMALL) && sum * CLOSED_SHARE < f->v[total].value;
}

/*
 * "96 …, из них 61 …, 20 … и 14 …": an enumeration that "и" closes reads as the whole. Where it falls a little short, a
 * part or the total is probably wrong; where much is left, the rest was not worth a word.
 */
static bool falls_short(const struct figures *f, size_t total, const size_t *parts, size_t n, double sum)
{
	struct words w;

	if (n < CLOSED_PARTS || f->v[total].loose || sum < CLOSED_SHARE * f->v[total].value)
		return false;
	if (sum > (1 - NEARLY) * f->v[total].value)
		return true;
	w = resolver_words(f->r, item_of(f, parts[n - 2])->end, item_of(f, parts[n - 1])->start);
	for (size_t k = 0; k < w.n; k++)
		if (word_list_has(f->r->lists, WORDS_LAST_PART, word_text(f->r->fold, w.v[k])))
			return true;
	return false;
}

/* "оның ішінде 29 жасқа дейінгі 40 жас": an age or a time is no part of what is counted. */
static bool measures_else(const struct figures *f, size_t total, size_t i)
{
	return f->v[i].unit.n && unit_is_measure(f->r->lists, f->v[i].unit) &&
	       !same_stem(f->v[i].unit, f->v[total].unit);
}

/* "71 конвенцію, з яких чинними є 63, зокрема десять …": the figure behind has a part of its own. */
static bool has_parts_too(const struct figures *f, size_t part, size_t next)
{
	size_t from = item_of(f, part)->end, to = item_of(f, next)->start;
	struct words w = resolver_words(f->r, from, to);

	return announces_parts(f, from, to) || word_list_within(f->r->lists, WORDS_AMONG, f->r->fold, &w, 0, w.n);
}

/* All figures behind the total up to the end of the sentence that may be its parts; 0: that cannot be told. */
static size_t parts_in_sentence(const struct figures *f, size_t total, size_t parts[MAX_PARTS])
{
	struct brackets brackets = { 0 };
	size_t n = 0;

	for (size_t i = total + 1; i < f->n && n < MAX_PARTS && same_sentence(f, total, i); i++) {
		if (measures_else(f, total, i))
			continue;
		if (n && f->v[i].unit.n && f->v[parts[0]].unit.n && f->v[total].unit.n &&
		    !same_stem(f->v[i].unit, f->v[total].unit) && !same_stem(f->v[i].unit, f->v[parts[0]].unit))
			continue;
		if (n == 0)
			brackets = brackets_behind(f, i);
		else if (in_bracket(f, &brackets, i))
			continue;
		if (f->v[i].loose || (n && has_parts_too(f, parts[n - 1], i)))
			return 0;
		parts[n++] = i;
	}
	return n;
}

/* "24 …, из них 8, 4 и 12": the figures behind the announcement. */
static bool sum_in_sentence(struct figures *f, size_t total)
{
	size_t parts[MAX_PARTS], n = parts_in_sentence(f, total, parts);
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += f->v[parts[i]].value;
	if (n < 2 || !announced(f, total, parts[0]) || is_money(f, total) != is_money(f, parts[0]))
		return false;
	if (!announces_parts(f, item_of(f, total)->end, item_of(f, parts[0])->start) &&
	    (n < CLOSED_PARTS || fabs(sum - f->v[total].value) > NEARLY * f->v[total].value))
		return false;
	if (whole(f, total, sum))
		put_sum(f, total, parts, n, sum, "ok");
	else if ((exceeds(f, total, n, sum) && f->v[parts[0]].value < f->v[total].value) ||
		 falls_short(f, total, parts, n, sum))
		put_sum(f, total, parts, n, sum, "warn");
	else
		return false;
	return true;
}

/* Columns are added up by pass_check_tables. */
static bool in_cell(const struct figures *f, size_t figure)
{
	int block = item_of(f, figure)->block;

	return block >= 0 && f->d->blocks[block].kind == BLOCK_CELL;
}

/* The next figures of the same unit add up exactly: then they are the parts. */
static bool sum_of_following(struct figures *f, size_t total)
{
	size_t parts[MAX_PARTS], n = 0;
	double sum = 0;

	if (f->v[total].value < MIN_TOTAL || f->v[total].loose || !f->v[total].unit.n || in_cell(f, total))
		return false;
	for (size_t i = total + 1; i < f->n && n < MAX_PARTS && sum < f->v[total].value; i++) {
		if (!same_stem(f->v[i].unit, f->v[total].unit))
			continue;
		if (f->v[i].value >= f->v[total].value || f->v[i].loose)
			return false;
		parts[n++] = i;
		sum += f->v[i].value;
	}
	if (n < 2 || fabs(sum - f->v[total].value) > 1e-6)
		return false;
	put_sum(f, total, parts, n, sum, "ok");
	return true;
}

static bool is_total_word(const struct figures *f, size_t figure)
{
	const struct block *b = item_of(f, figure)->block >= 0 ? &f->d->blocks[item_of(f, figure)->block] : NULL;
	struct words w;

	if (!b || b->kind == BLOCK_CELL)
		return false;
	w = resolver_words(f->r, block_body(b), b->end);
	return opens_total(f->r->lists, f->r->fold, &w);
}

/* "Итого: 480 тыс. рублей, 96 человек" under a list: the figures of that unit in the items directly above. */
static bool sum_above(struct figures *f, size_t total)
{
	size_t parts[MAX_PARTS], n = 0;
	int block = item_of(f, total)->block, above = block;
	double sum = 0;

	if (!is_total_word(f, total))
		return false;
	for (size_t i = total; i-- > 0 && n < MAX_PARTS;) {
		int at = item_of(f, i)->block;

		if (at == block)
			continue;
		if (at < 0 || (at != above && at != above - 1) || f->d->blocks[at].kind != BLOCK_ITEM)
			break;
		above = at;
		if (!same_stem(f->v[i].unit, f->v[total].unit))
			continue;
		parts[n++] = i;
		sum += f->v[i].value;
	}
	if (n < 2)
		return false;
	put_sum(f, total, parts, n, sum, fabs(sum - f->v[total].value) < 1e-6 ? "ok" : "warn");
	return true;
}

/* Do two figures count the same: a word of five letters or more stands in both. */
static bool share_word(const struct figures *f, size_t a, size_t b)
{
	struct words x = resolver_words(f->r, item_of(f, a)->start, item_of(f, a)->end);
	struct words y = resolver_words(f->r, item_of(f, b)->start, item_of(f, b)->end);

	for (size_t i = 0; i < x.n; i++)
		for (size_t k = 0; k < y.n; k++) {
			struct span p = word_text(f->r->fold, x.v[i]);

			if (p.n > MIN_STEM && same_stem(p, word_text(f->r->fold, y.v[k])) &&
			    (p.p[0] < '0' || p.p[0] > '9'))
				return true;
		}
	return false;
}

/* Is more than the noun said of what is counted: "14 локальных структур" rather than "30 человек"? */
static bool described(const struct figures *f, size_t i)
{
	return resolver_words(f->r, item_of(f, i)->start, item_of(f, i)->end).n > 2;
}

static void find_equal(struct figures *f, size_t first)
{
	for (size_t i = first + 1; i < f->n; i++) {
		struct item *check;

		if (f->v[i].value != f->v[first].value || item_of(f, i)->block == item_of(f, first)->block ||
		    !share_word(f, first, i) ||
		    (f->v[i].value < MIN_ALONE && !(described(f, i) && described(f, first))))
			continue;
		check = check_add(f->d, item_of(f, i)->start, item_of(f, i)->end, "equal", "ok");
		check_figures(f->d, check, f->v[first].value, f->v[i].value);
		check_part(f->d, check, item_of(f, first)->id);
		check_part(f->d, check, item_of(f, i)->id);
		return;
	}
}

bool pass_check_figures(struct resolver *r, struct doc *d, struct err *e)
{
	struct figures f = collect(r, d);

	(void)e;
	for (size_t i = 0; i < f.n; i++) {
		if (!exact_behind(&f, i) && !exact_before(&f, i) && !sum_in_sentence(&f, i) && !sum_above(&f, i) &&
		    !sum_of_list(&f, i))
			sum_of_following(&f, i);
		if (f.v[i].value >= MIN_EQUAL && !f.v[i].loose)
			find_equal(&f, i);
	}
	return true;
}
