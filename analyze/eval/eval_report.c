/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures as a table for people or as JSON for programs, and the list of what was missed. */
#include <stdlib.h>
#include <string.h>

#include "eval_p.h"
#include "i18n.h"
#include "utf8.h"

static const char *const names[FIGS] = { "gold", "predicted", "strict", "relaxed", "value", "full" };

struct prf {
	double p, r, f1;
};

static struct prf prf(const struct figure *f, int which)
{
	double n = (double)f->n[which];
	struct prf x = { f->n[FIG_PREDICTED] ? n / (double)f->n[FIG_PREDICTED] : 0,
			 f->n[FIG_GOLD] ? n / (double)f->n[FIG_GOLD] : 0, 0 };

	x.f1 = x.p + x.r > 0 ? 2 * x.p * x.r / (x.p + x.r) : 0;
	return x;
}

static int by_type(const void *a, const void *b)
{
	return span_cmp(((const struct figure *)a)->type, ((const struct figure *)b)->type);
}

/* Gold of documents that the stream lacks counts as missed. */
static bool count_absent(struct eval *v)
{
	bool any = false;

	for (size_t i = 0; i < v->n_docs; i++) {
		const struct gold_doc *g = &v->docs[i];

		if (g->seen)
			continue;
		any = true;
		for (size_t k = 0; k < g->n_items && !v->o->partial; k++) {
			const struct jval *norm = jval_get(g->items[k], "norm");

			if (!jval_get(norm, "optional") && !jval_get(norm, "uncertain") &&
			    !(v->o->no_dup && jval_get(norm, "dup")))
				eval_figure(v, jval_str(g->items[k], "type"))->n[FIG_GOLD]++;
		}
	}
	return any;
}

static void add_total(struct eval *v)
{
	struct figure all = { .type = SPAN("ALL") };

	qsort(v->figures, v->n_figures, sizeof *v->figures, by_type);
	for (size_t i = 0; i < v->n_figures; i++)
		for (int k = 0; k < FIGS; k++)
			all.n[k] += v->figures[i].n[k];
	*eval_figure(v, all.type) = all;
}

static void put_table(const struct eval *v, FILE *out)
{
	const char *type = _("type"), *gold = _("gold"), *found = _("found");

	/* strict, relaxed, value and full are also what --min and jsonl call them */
	fprintf(out, "%s%*s%*s%s%*s%s   %-21s%-21s%8s %8s\n", type, utf8_lacks(span_of(type), 15), "",
		utf8_lacks(span_of(gold), 8), "", gold, utf8_lacks(span_of(found), 8), "", found, "strict P/R/F1",
		"relaxed P/R/F1", "value F1", "full F1");
	for (size_t i = 0; i < v->n_figures; i++) {
		const struct figure *f = &v->figures[i];
		struct prf s = prf(f, FIG_STRICT), r = prf(f, FIG_RELAXED);

		fprintf(out, "%-15.*s%8zu%8zu   %.3f %.3f %.3f    %.3f %.3f %.3f    %.3f    %.3f\n", SPAN_ARG(f->type),
			f->n[FIG_GOLD], f->n[FIG_PREDICTED], s.p, s.r, s.f1, r.p, r.r, r.f1, prf(f, FIG_VALUE).f1,
			prf(f, FIG_FULL).f1);
	}
}

static void put_json(const struct eval *v, FILE *out)
{
	struct buf b = { 0 };
	struct json_out j = { &b, false };

	for (size_t i = 0; i < v->n_figures; i++) {
		const struct figure *f = &v->figures[i];

		json_open(&j, '{');
		json_kv_str(&j, "type", f->type);
		json_kv_int(&j, "gold", (int64_t)f->n[FIG_GOLD]);
		json_kv_int(&j, "predicted", (int64_t)f->n[FIG_PREDICTED]);
		for (int k = FIG_STRICT; k < FIGS; k++) {
			struct prf x = prf(f, k);

			json_key(&j, names[k]);
			json_open(&j, '{');
			json_key(&j, "p"), json_put_double(&j, x.p);
			json_key(&j, "r"), json_put_double(&j, x.r);
			json_key(&j, "f1"), json_put_double(&j, x.f1);
			json_close(&j, '}');
		}
		json_close(&j, '}');
		buf_putc(&b, '\n');
		j.comma = false;
	}
	fwrite(b.p, 1, b.n, out);
	buf_free(&b);
}

/* At most n characters, on one line. */
static void put_short(struct span s, size_t n, FILE *out)
{
	s = span_sub(s, 0, utf8_offset(s, n));
	fputc('\t', out);
	for (size_t i = 0; i < s.n; i++)
		fputc(s.p[i] == '\n' || s.p[i] == '\t' ? ' ' : s.p[i], out);
}

static void put_misses(const struct eval *v, FILE *out)
{
	for (size_t t = 0; t < v->n_figures; t++) {
		for (int kind = 0; kind < 2; kind++) { /* missed or wrong value; spurious */
			long left = v->o->errors;

			for (size_t i = 0; i < v->n_misses && left > 0; i++) {
				const struct miss *m = &v->misses[i];

				if (!span_eq(m->type, v->figures[t].type) ||
				    span_is(m->what, "spurious") != (kind == 1))
					continue;
				fprintf(out, "%.*s\t%.*s\t%.*s", SPAN_ARG(m->type), SPAN_ARG(m->doc),
					SPAN_ARG(m->what));
				put_short(kind ? m->got : m->gold, 90, out);
				put_short(kind ? m->got_value : m->gold_value, 60, out);
				if (!kind && m->got.n) {
					put_short(m->got, 90, out);
					put_short(m->got_value, 60, out);
				}
				fputc('\n', out);
				left--;
			}
		}
	}
}

/* One --min TYPE.MEASURE=F1; true when it is reached. */
static bool reaches(const struct eval *v, const char *want, FILE *out)
{
	const char *dot = strchr(want, '.'), *eq = strchr(want, '=');
	struct span type = span_make(want, dot ? (size_t)(dot - want) : 0);
	double got = 0, least = eq ? strtod(eq + 1, NULL) : 0;

	for (size_t i = 0; dot && eq && i < v->n_figures; i++)
		for (int k = FIG_STRICT; k < FIGS; k++)
			if (span_eq(v->figures[i].type, type) && strlen(names[k]) == (size_t)(eq - dot - 1) &&
			    !memcmp(names[k], dot + 1, (size_t)(eq - dot - 1)))
				got = prf(&v->figures[i], k).f1;
	if (got >= least && dot && eq)
		return true;
	fprintf(out, _("falls short: %s: F1 %.3f\n"), want, got);
	return false;
}

int eval_report(struct eval *v, FILE *out)
{
	bool absent = count_absent(v), bad = false;

	add_total(v);
	if (v->o->output && !strcmp(v->o->output, "jsonl"))
		put_json(v, out);
	else
		put_table(v, out);
	put_misses(v, out);
	for (size_t i = 0; i < v->o->min.n; i++)
		bad |= !reaches(v, v->o->min.v[i], out);
	for (size_t i = 0; absent && !v->o->partial && i < v->n_docs; i++)
		if (!v->docs[i].seen)
			fprintf(out, _("not in the stream, or without text or items there: %.*s\n"),
				SPAN_ARG(v->docs[i].key));
	return bad || (absent && !v->o->partial);
}
