/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Organizations that stand together: drawn on a circle, so that no name covers another, those that are named together
 * most beside each other; and as a table, with the places. An edge: both are named in one paragraph or row of a plan.
 */
#include <math.h>
#include <stdlib.h>

#include "mem.h"
#include "report_p.h"
#include "utf8.h"

enum {
	NODES = 28,
	EDGES = 90,
	TABLE = 40,
	PLACES = 12,
	NAME_LETTERS = 24,
	RADIUS = 210,
	CENTRE_X = 480,
	CENTRE_Y = 400
};

struct node {
	long long org, mentions;
	struct span name, canonical, kind, hash, item; /* its first mention */
	size_t place;                                  /* on the circle */
	double x, y;
};

struct edge {
	size_t a, b;
	long long together;
};

struct network {
	struct arena arena;
	struct node v[NODES];
	struct edge edges[EDGES];
	size_t n, n_edges;
};

static struct span short_name(struct arena *a, struct span abbr, struct span canonical)
{
	struct buf b = { 0 };
	struct span s;

	if (abbr.n)
		return arena_dup(a, abbr);
	if (utf8_count(canonical) <= NAME_LETTERS)
		return arena_dup(a, canonical);
	buf_add(&b, span_sub(canonical, 0, utf8_offset(canonical, NAME_LETTERS - 1)));
	buf_puts(&b, "…");
	s = arena_dup(a, buf_span(&b));
	buf_free(&b);
	return s;
}

static bool fetch_nodes(struct report *r, struct network *net, struct err *e)
{
	sqlite3_stmt *st = NULL;

	if (!report_prepare(r,
			    "SELECT o.id, count(*) AS n, o.abbr, o.canonical, o.kind, d.hash, i.name, min(i.id)"
			    " FROM items i JOIN orgs o ON o.id = i.org JOIN documents d ON d.id = i.doc WHERE i.doc",
			    "GROUP BY o.id ORDER BY n DESC, o.id LIMIT 28", &st, e))
		return false;
	while (net->n < NODES && sqlite3_step(st) == SQLITE_ROW) {
		struct node *x = &net->v[net->n++];

		*x = (struct node){ .org = sqlite3_column_int64(st, 0), .mentions = sqlite3_column_int64(st, 1) };
		x->name = short_name(&net->arena, column_text(st, 2), column_text(st, 3));
		x->canonical = arena_dup(&net->arena, column_text(st, 3));
		x->kind = arena_dup(&net->arena, column_text(st, 4));
		x->hash = arena_dup(&net->arena, column_text(st, 5));
		x->item = arena_dup(&net->arena, column_text(st, 6));
	}
	sqlite3_finalize(st);
	return true;
}

/* NODES where it is none of them. */
static size_t node_of(const struct network *net, long long org)
{
	for (size_t i = 0; i < net->n; i++)
		if (net->v[i].org == org)
			return i;
	return NODES;
}

static bool fetch_edges(struct report *r, struct network *net, struct err *e)
{
	sqlite3_stmt *st = NULL;

	if (!report_prepare(
		    r, "WITH m AS MATERIALIZED (SELECT DISTINCT org, block FROM items WHERE org IS NOT NULL AND doc",
		    ") SELECT a.org, b.org, count(*) AS n FROM m a JOIN m b ON a.block = b.block AND a.org < b.org"
		    " GROUP BY 1, 2 ORDER BY n DESC, 1, 2",
		    &st, e))
		return false;
	while (net->n_edges < EDGES && sqlite3_step(st) == SQLITE_ROW) {
		size_t a = node_of(net, sqlite3_column_int64(st, 0)), b = node_of(net, sqlite3_column_int64(st, 1));

		if (a < NODES && b < NODES)
			net->edges[net->n_edges++] = (struct edge){ a, b, sqlite3_column_int64(st, 2) };
	}
	sqlite3_finalize(st);
	return true;
}

/* How much x belongs beside those that were placed last. */
static double pull(const struct network *net, const size_t *order, size_t placed, size_t x)
{
	double sum = 0;

	for (size_t i = 0; i < net->n_edges; i++) {
		const struct edge *edge = &net->edges[i];
		size_t other = edge->a == x ? edge->b : edge->b == x ? edge->a : NODES;

		for (size_t k = 0; k < placed && other < NODES; k++)
			if (order[k] == other)
				sum += (double)edge->together / (double)(placed - k);
	}
	return sum;
}

/* Those without an edge are left out; each next one is the one that the last ones pull most. */
static size_t arrange(struct network *net, size_t order[NODES])
{
	bool wanted[NODES] = { false };
	size_t all = 0, placed = 0;

	for (size_t i = 0; i < net->n_edges; i++)
		wanted[net->edges[i].a] = wanted[net->edges[i].b] = true;
	for (size_t i = 0; i < net->n; i++)
		all += wanted[i];
	while (placed < all) {
		size_t best = NODES;
		double most = -1;

		for (size_t i = 0; i < net->n; i++) {
			double p = wanted[i] ? pull(net, order, placed, i) : -1;

			if (p > most)
				most = p, best = i;
		}
		wanted[best] = false;
		order[placed++] = best;
	}
	for (size_t k = 0; k < all; k++) {
		double angle = 2 * M_PI * (double)k / (double)all - M_PI / 2;

		net->v[order[k]].x = CENTRE_X + RADIUS * cos(angle);
		net->v[order[k]].y = CENTRE_Y + RADIUS * sin(angle);
		net->v[order[k]].place = k;
	}
	return all;
}

/* 0 union, 1 state, 2 international, 3 other. */
static int shape_of(struct span kind)
{
	if (span_is(kind, "union") || span_is(kind, "organ") || span_is(kind, "class"))
		return 0;
	return span_is(kind, "government") ? 1 : span_is(kind, "international") ? 2 : 3;
}

static void put_shape(struct buf *out, int shape, double x, double y, double size)
{
	if (shape == 1)
		buf_addf(out, "<rect class=\"k1\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
			 x - size * .9, y - size * .9, size * 1.8, size * 1.8);
	else if (shape == 2)
		buf_addf(out, "<path class=\"k2\" d=\"M%.1f %.1fl%.1f %.1f %.1f %.1f %.1f %.1fz\"/>", x, y - size * 1.3,
			 size * 1.3, size * 1.3, -size * 1.3, size * 1.3, -size * 1.3, -size * 1.3);
	else if (shape == 3)
		buf_addf(out, "<path class=\"k3\" d=\"M%.1f %.1fl%.1f %.1fh%.1fz\"/>", x, y - size * 1.2, size * 1.2,
			 size * 2.2, -size * 2.4);
	else
		buf_addf(out, "<circle class=\"k0\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", x, y, size);
}

/* The name stands outside of the circle, along its radius, and never upside down. */
static void put_node(struct report *r, const struct node *x, size_t all, long long most)
{
	double angle = 360.0 * (double)x->place / (double)all - 90,
	       size = 5 + 9 * sqrt((double)x->mentions / (double)most);
	bool left = angle > 90;

	html_link(r->out, x->hash, x->item);
	buf_puts(r->out, "<title>");
	html_put(r->out, x->canonical);
	buf_addf(r->out, ": %lld</title>", x->mentions);
	put_shape(r->out, shape_of(x->kind), x->x, x->y, size);
	buf_addf(r->out, "<text transform=\"translate(%.1f %.1f) rotate(%.1f)\" x=\"%.1f\" dy=\".35em\"%s>", x->x, x->y,
		 left ? angle + 180 : angle, left ? -size - 7 : size + 7, left ? " text-anchor=\"end\"" : "");
	html_put(r->out, x->name);
	buf_puts(r->out, "</text></a>\n");
}

static void put_drawing(struct report *r, const struct network *net, const size_t *order, size_t all)
{
	long long most = net->edges[0].together;

	buf_addf(r->out, "<div class=\"wide\"><svg class=\"network\" role=\"group\" aria-labelledby=\"h-network\" "
			 "width=\"960\" height=\"800\""
			 " viewBox=\"0 0 960 800\">\n<g class=\"edges\">\n");
	for (size_t i = net->n_edges; i-- > 0;) {
		const struct node *a = &net->v[net->edges[i].a], *b = &net->v[net->edges[i].b];
		double weight = (double)net->edges[i].together / (double)most;

		/* bent towards the centre, the more the longer it is, so that lines keep apart */
		double bend = .12 + .38 * hypot(a->x - b->x, a->y - b->y) / (2 * RADIUS);

		buf_addf(
			r->out, "<path d=\"M%.1f %.1fQ%.1f %.1f %.1f %.1f\" stroke-width=\"%.1f\" opacity=\"%.2f\"/>\n",
			a->x, a->y, (a->x + b->x) / 2 * (1 - bend) + CENTRE_X * bend,
			(a->y + b->y) / 2 * (1 - bend) + CENTRE_Y * bend, b->x, b->y, 1 + 5 * weight, .3 + .5 * weight);
	}
	buf_puts(r->out, "</g>\n");
	for (size_t k = 0; k < all; k++)
		put_node(r, &net->v[order[k]], all, net->v[0].mentions);
	buf_puts(r->out, "</svg></div>\n");
}

static void put_legend(struct report *r)
{
	static const struct words kinds[] = { { "unions and their bodies", "профсоюзы и их органы" },
					      { "state", "государство" },
					      { "international", "международные" },
					      { "other", "прочие" } };

	buf_puts(r->out, "<p class=\"shapes\">");
	for (int i = 0; i < 4; i++) {
		buf_puts(r->out, "<span><svg width=\"20\" height=\"20\" viewBox=\"0 0 20 20\" aria-hidden=\"true\">");
		put_shape(r->out, i, 10, i == 3 ? 9 : 10, 6.5);
		buf_puts(r->out, "</svg> ");
		html_say(r->out, kinds[i]);
		buf_puts(r->out, "</span> ");
	}
	html_say(r->out, (struct words){ "Size: how often it is named. Line: named in one paragraph or row.",
					 "Размер: сколько раз названа. Линия: названы в одном абзаце или строке." });
	buf_puts(r->out, "</p>\n");
}

/* The places where both of an edge are named: the first PLACES of them. */
static bool put_places(struct report *r, const struct network *net, const struct edge *edge, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int n = 0;

	if (!report_prepare(r,
			    "SELECT d.hash, min(a.name), " REPORT_PLACE(
				    "a.doc") " FROM items a JOIN items o ON o.block = a.block JOIN documents d ON d.id "
					     "= a.doc JOIN "
					     "blocks b ON b.id = a.block"
					     " WHERE a.org = ?1 AND o.org = ?2 AND a.doc",
			    "GROUP BY a.block ORDER BY a.block", &st, e))
		return false;
	sqlite3_bind_int64(st, 1, net->v[edge->a].org);
	sqlite3_bind_int64(st, 2, net->v[edge->b].org);
	while (n < PLACES && sqlite3_step(st) == SQLITE_ROW) {
		buf_puts(r->out, n++ ? " " : "");
		html_link(r->out, column_text(st, 0), column_text(st, 1));
		html_put(r->out, column_text(st, 2));
		buf_puts(r->out, "</a>");
	}
	if (edge->together > n)
		buf_addf(r->out, " +%lld", edge->together - n);
	sqlite3_finalize(st);
	return true;
}

static bool put_table(struct report *r, const struct network *net, struct err *e)
{
	static const struct words heads[] = { { "Organization", "Организация" },
					      { "Organization", "Организация" },
					      { "Together", "Вместе" },
					      { "Where", "Где" },
					      { NULL, NULL } };
	bool ok = true;

	buf_puts(r->out, "<details><summary>");
	html_say(r->out, (struct words){ "The same as a table, with the places", "То же таблицей, с местами" });
	buf_puts(r->out, "</summary><div class=\"wide\"><table>");
	html_heads(r, heads);
	buf_puts(r->out, "<tbody>\n");
	for (size_t i = 0; i < net->n_edges && i < TABLE && ok; i++) {
		const struct edge *edge = &net->edges[i];

		buf_puts(r->out, "<tr><td>");
		html_put(r->out, net->v[edge->a].canonical);
		buf_puts(r->out, "</td><td>");
		html_put(r->out, net->v[edge->b].canonical);
		buf_addf(r->out, "</td><td class=\"n\">%lld</td><td class=\"rows\">", edge->together);
		ok = put_places(r, net, edge, e);
		buf_puts(r->out, "</td></tr>\n");
	}
	buf_puts(r->out, "</tbody></table></div></details>\n");
	return ok;
}

bool report_network(struct report *r, struct err *e)
{
	struct network *net = mem_alloc(sizeof *net);
	size_t order[NODES], all;
	bool ok;

	*net = (struct network){ 0 };
	ok = fetch_nodes(r, net, e) && fetch_edges(r, net, e);
	if (ok && net->n_edges) {
		all = arrange(net, order);
		html_section(
			r, "network",
			(struct words){ "Organizations that are named together", "Организации, названные вместе" });
		put_drawing(r, net, order, all);
		put_legend(r);
		ok = put_table(r, net, e);
		buf_puts(r->out, "</section>\n");
	}
	arena_free(&net->arena);
	free(net);
	return ok;
}
