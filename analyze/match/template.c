/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates: literal text around groups, each passed through a few functions. Deliberately no language. */
#include "template.h"

#include <stdio.h>
#include <stdlib.h>

#include "i18n.h"
#include "numeral.h"
#include "utf8.h"

static const struct {
	const char *name;
	enum fn_kind kind;
} functions[] = {
	{ "year", FN_YEAR },   { "num", FN_NUM },     { "roman", FN_ROMAN },   { "lower", FN_LOWER },
	{ "upper", FN_UPPER }, { "first", FN_FIRST }, { "digits", FN_DIGITS }, { "clean", FN_CLEAN },
};

struct compile {
	struct ruleset *rs;
	const struct rule *r;
	const struct field *f;
	struct template *t;
};

static struct template_part *new_part(struct compile *c)
{
	return &c->t->parts[c->t->n++];
}

static bool find_function(struct compile *c, struct span name, struct fn *fn)
{
	long long width;

	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		if (span_is(name, functions[i].name)) {
			fn->kind = functions[i].kind;
			fn->map = fn->kind == FN_NUM ? ruleset_set(c->rs, SPAN("numeral")) : NULL;
			return true;
		}
	if (name.n > 1 && name.p[0] == '0' && span_to_long(name, &width) && width < 10) {
		*fn = (struct fn){ .kind = FN_PAD, .width = (int)width };
		return true;
	}
	fn->kind = FN_MAP;
	fn->map = ruleset_set(c->rs, name);
	if (fn->map && fn->map->kind != ENTRY_SET)
		return true;
	return diag_add(&c->rs->diags, &c->f->at, name.p,
			_("\":%.*s\" is no function (02 year num roman lower upper first digits clean) and no %%map or "
			  "%%lexicon"),
			SPAN_ARG(name));
}

/* A name of more patterns than a reference has room for would be lost without a word. */
static bool in_too_many(const struct rule *r, struct span name)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n_names; i++)
		n += span_eq(r->names[i], name);
	return n > GROUP_ALIASES;
}

static bool compile_group(struct compile *c, struct span inside)
{
	struct template_part *part = new_part(c);
	struct span name = span_cut(&inside, ':');

	if (span_starts(name, SPAN("^."))) {
		part->is_previous = true;
		part->text = arena_dup(&c->rs->arena, span_sub(name, 2, name.n));
		return true;
	}
	part->is_group = true;
	part->group = rule_group(c->r, name);
	if (part->group.n == 0)
		return diag_add(&c->rs->diags, &c->f->at, name.p, _("the pattern has no group %.*s"), SPAN_ARG(name));
	if (in_too_many(c->r, name))
		return diag_add(&c->rs->diags, &c->f->at, name.p,
				_("the group %.*s stands in more than %d patterns; split the rule"), SPAN_ARG(name),
				GROUP_ALIASES);
	while (inside.p) {
		struct span fn = span_cut(&inside, ':');

		if (part->n_fns == TEMPLATE_FNS)
			return diag_add(&c->rs->diags, &c->f->at, fn.p, _("more than %d functions"), TEMPLATE_FNS);
		if (!find_function(c, fn, &part->fns[part->n_fns]))
			return false;
		part->n_fns++;
	}
	return true;
}

/* {n:num}, -{n:num}, {n:num}.{k:02}, 0.{k:02}: nothing but figures, a sign and a point around the first. */
static bool is_number(const struct template *t)
{
	bool figures = false;

	for (size_t i = 0; i < t->n; i++) {
		const struct template_part *part = &t->parts[i];
		enum fn_kind last = part->n_fns ? part->fns[part->n_fns - 1].kind : FN_CLEAN;
		bool zero = !part->is_group && span_is(part->text, "0.");

		figures |= zero;
		if (part->is_previous ||
		    (!part->is_group && !zero && !span_is(part->text, "-") && !span_is(part->text, ".")) ||
		    (part->is_group && last != FN_NUM && (last != FN_PAD || !figures)))
			return false;
		figures |= part->is_group && last == FN_NUM;
	}
	return figures;
}

bool template_compile(struct ruleset *rs, const struct rule *r, const struct field *f, struct template *t)
{
	struct compile c = { .rs = rs, .r = r, .f = f, .t = t };
	struct span s = f->value;
	size_t at = 0, braces = 0;

	for (size_t i = 0; i < s.n; i++)
		braces += s.p[i] == '{';
	*t = (struct template){ .is_true = span_is(s, "true") };
	t->parts = arena_alloc(&rs->arena, (2 * braces + 1) * sizeof *t->parts); /* and what stands between */
	while (at < s.n) {
		size_t brace = span_find_char(s, '{', at);
		size_t close;

		if (brace != at) {
			new_part(&c)->text = span_sub(s, at, brace);
			at = brace == SPAN_NONE ? s.n : brace;
			continue;
		}
		if (at + 1 < s.n && s.p[at + 1] == '{') {
			new_part(&c)->text = span_sub(s, at, at + 1);
			at += 2;
			continue;
		}
		close = span_find_char(s, '}', at);
		if (close == SPAN_NONE)
			return diag_add(&rs->diags, &f->at, s.p + at, _("{ is not closed by }"));
		if (!compile_group(&c, span_sub(s, at + 1, close)))
			return false;
		at = close + 1;
	}
	t->is_number = is_number(t);
	return true;
}

/* ---- filling ---- */

bool fill_group(const struct fill *f, const struct group_ref *g, size_t *start, size_t *end)
{
	for (int i = 0; i < g->n; i++) {
		size_t no = (size_t)g->no[i];

		if (no < f->n_groups && f->groups[2 * no] != SPAN_NONE) {
			*start = f->groups[2 * no];
			*end = f->groups[2 * no + 1];
			return true;
		}
	}
	return false;
}

static void put_collapsed(struct span s, struct buf *out)
{
	bool space = false;

	s = span_trim(s);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != ' ' && s.p[i] != '\n' && s.p[i] != '\t')
			buf_putc(out, s.p[i]);
		else if (!space)
			buf_putc(out, ' ');
		space = s.p[i] == ' ' || s.p[i] == '\n' || s.p[i] == '\t';
	}
}

static void fold_into(struct span s, struct buf *out)
{
	buf_room(out, s.n);
	utf8_fold(s, out->p + out->n);
	out->n += s.n;
}

/* Forms are looked up folded, with the plain dash, quote and apostrophe. */
static void form_key(struct span s, struct buf *out)
{
	static const struct {
		const char *from;
		char to;
	} plain[] = { { "‐", '-' },  { "‑", '-' },  { "–", '-' }, { "—", '-' }, { "−", '-' },
		      { "«", '"' },  { "»", '"' },  { "“", '"' }, { "”", '"' }, { "„", '"' },
		      { "’", '\'' }, { "‘", '\'' }, { "ʼ", '\'' } };
	size_t from = out->n;
	size_t to = from;

	fold_into(s, out);
	for (size_t at = from; at < out->n;) {
		unsigned char b = (unsigned char)out->p[at];
		size_t i = b != 0xE2 && b != 0xC2 && b != 0xCA ? sizeof plain / sizeof *plain : 0;

		while (i < sizeof plain / sizeof *plain &&
		       !span_starts(span_sub(buf_span(out), at, out->n), span_of(plain[i].from)))
			i++;
		if (i < sizeof plain / sizeof *plain) {
			out->p[to++] = plain[i].to;
			at += strlen(plain[i].from);
		} else {
			out->p[to++] = out->p[at++];
		}
	}
	out->n = to;
}

static bool fn_map(const struct fill *f, const struct fn *fn, struct span in, struct buf *out)
{
	struct buf *key = &f->scratch[2];
	struct span value;
	bool found;

	ruleset_set_forms(f->rs, fn->map);
	buf_reset(key);
	form_key(in, key);
	found = set_value(fn->map, buf_span(key), &value);
	if (found)
		buf_add(out, value);
	return found;
}

static bool numeral_word(const void *ctx, struct span word, struct span *value)
{
	return set_value(ctx, word, value);
}

static bool fn_num(const struct fill *f, const struct fn *fn, struct span in, struct buf *out)
{
	struct buf *folded = &f->scratch[2];
	double v;

	if (fn->map)
		ruleset_set_forms(f->rs, fn->map);
	buf_reset(folded);
	form_key(in, folded);
	if (!numeral_parse(buf_span(folded), fn->map ? numeral_word : NULL, fn->map, &v))
		return false;
	json_put_double(&(struct json_out){ out, false }, v);
	return true;
}

static bool fn_year(struct span in, struct buf *out)
{
	long long y;

	if (!span_to_long(in, &y))
		return false;
	if (in.n <= 2)
		y += y < 70 ? 2000 : 1900;
	buf_addf(out, "%04lld", y);
	return true;
}

static bool fn_pad(int width, struct span in, struct buf *out)
{
	size_t n = utf8_count(in);

	for (; n < (size_t)width; n++)
		buf_putc(out, '0');
	buf_add(out, in);
	return true;
}

static bool fn_roman(struct span in, struct buf *out)
{
	int v = numeral_roman(in);

	if (v)
		buf_addf(out, "%d", v);
	return v > 0;
}

static bool fn_case(struct span in, bool only_first, struct buf *out)
{
	for (size_t at = 0; at < in.n;) {
		bool first = at == 0;
		unsigned c = utf8_next(in, &at);

		buf_put_utf8(out, first || !only_first ? utf8_upper(c) : c);
	}
	return true;
}

static bool fn_digits(struct span in, struct buf *out)
{
	size_t before = out->n;

	for (size_t i = 0; i < in.n; i++)
		if (in.p[i] >= '0' && in.p[i] <= '9')
			buf_putc(out, in.p[i]);
	return out->n > before;
}

static bool is_edge_quote(struct span s, bool at_end, size_t *n)
{
	static const char *const quotes[] = { "\"", "«", "»", "“", "”", "„", "'" };

	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
		*n = strlen(quotes[i]);
		if (at_end ? span_ends(s, span_of(quotes[i])) : span_starts(s, span_of(quotes[i])))
			return true;
	}
	return false;
}

static bool fn_clean(struct span in, struct buf *out)
{
	size_t n;

	while (is_edge_quote(in, false, &n))
		in = span_sub(in, n, in.n);
	while (is_edge_quote(in, true, &n))
		in = span_sub(in, 0, in.n - n);
	for (size_t i = 0; i < in.n; i++) {
		/* "Разработан- ный": a hyphen at a former line end, before a small letter */
		if (in.p[i] == '-' && i + 3 < in.n && in.p[i + 1] == ' ' && i > 0 &&
		    byte_is_letter((unsigned char)in.p[i + 2]))
			i++;
		else
			buf_putc(out, in.p[i]);
	}
	return true;
}

static bool apply(const struct fill *f, const struct fn *fn, struct span in, struct buf *out)
{
	switch (fn->kind) {
	case FN_PAD:
		return fn_pad(fn->width, in, out);
	case FN_MAP:
		return fn_map(f, fn, in, out);
	case FN_YEAR:
		return fn_year(in, out);
	case FN_NUM:
		return fn_num(f, fn, in, out);
	case FN_ROMAN:
		return fn_roman(in, out);
	case FN_LOWER:
		fold_into(in, out);
		return true;
	case FN_UPPER:
	case FN_FIRST:
		return fn_case(in, fn->kind == FN_FIRST, out);
	case FN_DIGITS:
		return fn_digits(in, out);
	case FN_CLEAN:
		return fn_clean(in, out);
	}
	return false;
}

static bool fill_part(const struct template_part *part, const struct fill *f, struct buf *out)
{
	struct buf *b = f->scratch;
	size_t start, end;
	bool ok = fill_group(f, &part->group, &start, &end);
	int now = 0;

	buf_reset(&b[0]);
	if (ok)
		put_collapsed(span_sub(f->cased, start, end), &b[0]);
	for (int i = 0; ok && i < part->n_fns; i++, now = !now) {
		buf_reset(&b[!now]);
		ok = apply(f, &part->fns[i], buf_span(&b[now]), &b[!now]);
	}
	if (ok)
		buf_add(out, buf_span(&b[now]));
	return ok;
}

static bool fill_previous(const struct template_part *part, const struct fill *f, struct buf *out)
{
	struct span s = jval_str(f->previous, part->text.p);

	buf_add(out, s);
	return s.n > 0;
}

bool template_fill(const struct template *t, const struct fill *f, struct buf *out)
{
	size_t before = out->n;

	for (size_t i = 0; i < t->n; i++) {
		const struct template_part *part = &t->parts[i];
		bool ok = true;

		if (part->is_previous)
			ok = fill_previous(part, f, out);
		else if (part->is_group)
			ok = fill_part(part, f, out);
		else
			buf_add(out, part->text);
		if (!ok) {
			out->n = before;
			return false;
		}
	}
	return true;
}
