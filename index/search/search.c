/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod search: understand the query, find, fall back, print. */
#include "search.h"

#include "i18n.h"
#include "match.h"
#include "places.h"
#include "saved.h"
#include "search_p.h"
#include "synonyms.h"
#include "where.h"
#include "words.h"

enum { SHOWN = 20, SHOWN_LINES = 100 };

/* All operands are one query, as one types in a search box. */
static void join(char **operands, int n, struct buf *out)
{
	for (int i = 0; i < n; i++) {
		buf_puts(out, i ? " " : "");
		buf_puts(out, operands[i]);
	}
}

static bool add_fields(struct search *s, struct span text, struct err *e)
{
	for (const struct ask_field *f = s->ask.fields; f; f = f->next) {
		struct err bad = { 0 };

		if (where_add(s->where, s->q, f->name, f->value, f->without, &bad))
			continue;
		return bad.code == EX_USAGE ? ask_complain(text, f->at, bad.text, e)
					    : err_set(e, bad.code, "%s", bad.text);
	}
	return true;
}

/* Once the words are what is to be found. */
static void set_words(struct search *s)
{
	s->kept = false;
	places_free(s->places);
	s->places = places_new(fts_tokenizer_for_queries(s->q->db->fts), s->ask.words);
	buf_reset(&s->fts);
	match_put(s->ask.words, &s->fts);
}

static bool understand(struct search *s, struct span text, struct err *e)
{
	bool changed = false;

	if (!where_options(s->where, s->q, e))
		return false;
	if (!span_trim(text).n && s->where->sql.n)
		return true; /* filters alone */
	if (!ask_parse(text, &s->arena, &s->ask, e) || !add_fields(s, text, e))
		return false;
	if (!s->ask.words)
		return true;
	if (!db_check_words(s->q->db, e) || !words_fix_layout(s, &changed, e))
		return false;
	words_drop_function_words(s);
	if (!s->q->o->no_synonyms && !synonyms_add(s, e))
		return false;
	set_words(s);
	return true;
}

/* Nothing has all the words of a whole question: what has some of them, the best first. */
static bool find_any(struct search *s, struct hits *h, struct err *e)
{
	if (!words_any(s))
		return true;
	set_words(s);
	hits_free(h);
	h->any_word = true;
	return search_find(s, h, e);
}

/* How words were read: beside the counts, which begin at byte line of the output, or under them on a narrow terminal.
 */
static void put_hint(struct search *s, size_t line)
{
	struct buf *out = &s->q->out;
	const char *hint = _("Words were searched in all forms; exact form: =word");
	size_t counts = text_width(span_make(out->p + line, out->n - line));
	bool narrow = s->q->width > 0 && counts + 2 + text_width(span_of(hint)) > (size_t)s->q->width;

	buf_addf(out, "%s%s", narrow ? "\n" : "  ", hint);
}

/* After the hits, for people: how many there are, and how the words were read. */
static void say_found(struct search *s, const struct hits *h)
{
	struct buf *out = &s->q->out;
	size_t line;

	if (h->any_word)
		buf_addf(out, "%s\n", _("No place has all of the words; these have some of them."));
	line = out->n;
	if (!h->about)
		buf_addf(out, ngettext("%lld document, ", "%lld documents, ", (unsigned long)h->docs), h->docs);
	else
		buf_puts(out, _("About "));
	buf_addf(out, ngettext("%lld place", "%lld places", (unsigned long)h->places), h->places);
	buf_puts(out, h->about ? _(" (counted: --count)") : "");
	if (h->lines)
		buf_addf(out, ngettext(", %zu line", ", %zu lines", (unsigned long)h->lines), h->lines);
	if (h->lines && (long long)h->n < h->places)
		buf_addf(out, _(" of the best %zu places"), h->n);
	if (h->shown < h->lines)
		buf_addf(out, _(" (%zu shown: --limit, --offset)"), h->shown);
	else if (!h->lines && (long long)h->n < h->places && !s->q->o->facet && !s->q->o->count)
		buf_addf(out, _(" (%zu shown: --limit, --offset)"), h->n);
	buf_puts(out, ".");
	if (s->said.n)
		buf_addf(out, "\n%s", buf_str(&s->said));
	else if (s->fts.n)
		put_hint(s, line);
	buf_putc(out, '\n');
}

static bool say_nothing(struct search *s, struct err *e)
{
	struct buf advice = { 0 };
	bool ok = true;

	s->q->nothing = true;
	if (s->ask.words)
		ok = words_did_you_mean(s, &advice, e);
	ok = ok && query_say_nothing(s->q, buf_span(&advice), e);
	buf_free(&advice);
	return ok;
}

enum { FEW = 3 }; /* places: so few may come from a typing mistake that a document has as well */

static bool answer(struct search *s, struct err *e)
{
	const struct query_options *o = s->q->o;
	struct hits h = { 0 };
	bool ok = search_find(s, &h, e);

	if (ok && h.places == 0)
		ok = find_any(s, &h, e);
	if (ok && h.places == 0) {
		ok = say_nothing(s, e);
		if (ok && !query_for_people(s->q))
			ok = search_print(s, &h, e); /* an empty array or the names of the columns */
	} else if (ok && o->facet) {
		ok = search_print_facet(s, o->facet, e);
	} else if (ok && (o->list || o->count)) {
		ok = search_print_documents(s, e);
	} else if (ok && o->kwic) {
		ok = search_print_kwic(s, &h, e);
		if (ok && !query_for_people(s->q) && (long long)h.n < h.places)
			log_warn(s->q->log, _("lines of the best %zu places only, of %lld"), h.n, h.places);
	} else if (ok) {
		ok = search_print(s, &h, e);
	}
	if (ok && h.places != 0 && query_for_people(s->q) && !o->list) {
		say_found(s, &h);
		ok = words_instruments(s, &s->q->out, e) && (h.places > FEW || words_rare(s, h.places, &s->q->out, e));
	}
	hits_free(&h);
	return ok;
}

/* --saved: what was typed then, and what was typed now behind it. */
static bool recall(struct search *s, struct buf *text, struct err *e)
{
	const char *name = s->q->o->saved;
	char **args;
	int n;

	if (!saved_load(s->q, name, &s->arena, &args, &n, e))
		return false;
	n = opt_parse(&command_find("search")->program, s->q->o, n, args, e);
	if (n > 0)
		join(args + 1, n, text);
	return n >= 0 || err_in(e, "--saved %s", name);
}

/* What fits on a screen for people; programs and whoever counts get all (0). */
static long shown_by_default(const struct query *q)
{
	const struct query_options *o = q->o;

	if (!query_for_people(q) || search_is_counted(o))
		return 0;
	return o->kwic ? SHOWN_LINES : SHOWN;
}

bool search_run(struct query *q, char **operands, int n, struct err *e)
{
	struct where where = { 0 };
	struct search s = { .q = q, .where = &where };
	struct buf text = { 0 };
	bool ok;

	if (q->o->forget)
		return n || q->o->save || q->o->saved
			       ? err_set(e, EX_USAGE, _("--forget NAME removes a query; it asks none"))
			       : saved_forget(q, q->o->forget, e);
	ok = !q->o->saved || recall(&s, &text, e);
	buf_puts(&text, text.n && n ? " " : "");
	join(operands, n, &text);
	if (q->o->limit < 0)
		q->o->limit = shown_by_default(q);
	if (ok && q->o->sort >= SORT_LEFT && !q->o->kwic)
		ok = err_set(e, EX_USAGE, _("--sort left, right and word are orders of a concordance: add --kwic"));
	ok = ok && understand(&s, buf_span(&text), e) && (!q->o->save || saved_keep(q, q->o->save, e)) && answer(&s, e);
	buf_free(&text);
	buf_free(&s.fts);
	buf_free(&s.said);
	places_free(s.places);
	arena_free(&s.arena);
	where_free(&where);
	return ok;
}
