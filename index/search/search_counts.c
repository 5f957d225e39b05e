/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hits counted: by what stands in them, by what their documents are, by document. */
#include "i18n.h"
#include "search_p.h"

static const struct {
	const char *name, *sql;
} facets[] = {
	{ "type", "SELECT i.type, count(*), count(DISTINCT i.doc) FROM m JOIN items i ON i.doc = m.doc AND i.block = "
		  "m.id GROUP BY 1 ORDER BY 2 DESC, 1" },
	{ "org",
	  "SELECT o.canonical, count(*), count(DISTINCT i.doc) FROM m JOIN items i ON i.doc = m.doc AND i.block = m.id"
	  " JOIN orgs o ON o.id = i.org GROUP BY 1 ORDER BY 2 DESC, 1" },
	{ "convention", "SELECT i.value, count(*), count(DISTINCT i.doc) FROM m JOIN items i ON i.doc = m.doc AND "
			"i.block = m.id WHERE"
			" i.type IN ('convention', 'recommendation', 'protocol') GROUP BY 1 ORDER BY 2 DESC, 1" },
	{ "country", "SELECT d.country, count(*), count(DISTINCT d.id) FROM m JOIN documents d ON d.id = m.doc GROUP "
		     "BY 1 ORDER BY 2 DESC, 1" },
	{ "year", "SELECT substr(d.date_to, 1, 4), count(*), count(DISTINCT d.id) FROM m JOIN documents d ON d.id = "
		  "m.doc GROUP BY 1 ORDER BY 1" },
	{ "kind", "SELECT d.kind, count(*), count(DISTINCT d.id) FROM m JOIN documents d ON d.id = m.doc GROUP BY 1 "
		  "ORDER BY 2 DESC, 1" },
	{ "lang", "SELECT d.lang, count(*), count(DISTINCT d.id) FROM m JOIN documents d ON d.id = m.doc GROUP BY 1 "
		  "ORDER BY 2 DESC, 1" },
	{ "doc", "SELECT svod_label(m.doc), count(*), 1 FROM m GROUP BY m.doc ORDER BY 2 DESC, 1" },
};

static const struct column facet_columns[] = {
	{ "value", NULL, COL_BOTH | COL_FLEX },
	{ "places", NULL, COL_BOTH | COL_NUMBER },
	{ "documents", NULL, COL_BOTH | COL_NUMBER },
	{ NULL, NULL, 0 },
};

bool search_print_facet(struct search *s, const char *facet, struct err *e)
{
	const struct query_options *o = s->q->o;
	size_t i = 0, n = sizeof facets / sizeof *facets;
	sqlite3_stmt *st = NULL;
	struct table *t;

	while (i < n && strcmp(facets[i].name, facet))
		i++;
	if (i == n)
		return err_set(e, EX_USAGE,
			       _("--facet %s: one of these is wanted: type org convention country year kind lang doc"),
			       facet);
	if (!search_prepare_all(s, facets[i].sql, &st, e))
		return false;
	t = query_table(s->q, facet_columns);
	for (long k = 0; sqlite3_step(st) == SQLITE_ROW; k++) {
		struct span value = column_text(st, 0);

		if (k < o->offset || (o->limit > 0 && k >= o->offset + o->limit))
			continue;
		table_put(t, 0, value.n ? value : span_of(_("(unknown)")));
		table_put(t, 1, column_text(st, 1));
		table_put(t, 2, column_text(st, 2));
		table_end_row(t);
	}
	sqlite3_finalize(st);
	table_end(t);
	return true;
}

static const struct column document_columns[] = {
	{ "label", N_("DOC"), COL_BOTH },
	{ "places", NULL, COL_BOTH | COL_NUMBER },
	{ "title", NULL, COL_BOTH | COL_FLEX },
	{ "doc", NULL, COL_DATA },
	{ "path", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

bool search_print_documents(struct search *s, struct err *e)
{
	sqlite3_stmt *st = NULL;
	struct table *t;
	bool paths = s->q->o->list && query_for_people(s->q);

	if (!search_prepare_all(s,
				"SELECT svod_label(m.doc), count(*), coalesce(d.title, v.name), d.hash,"
				" (SELECT path FROM files f WHERE f.doc = m.doc ORDER BY path LIMIT 1)"
				" FROM m JOIN documents d ON d.id = m.doc JOIN v_documents v ON v.id = d.id"
				" GROUP BY m.doc ORDER BY 2 DESC, 1 LIMIT :limit OFFSET :offset",
				&st, e))
		return false;
	bind_int(st, ":limit", s->q->o->limit > 0 ? s->q->o->limit : -1);
	bind_int(st, ":offset", s->q->o->offset);
	t = query_table(s->q, document_columns);
	while (sqlite3_step(st) == SQLITE_ROW) {
		if (paths) {
			buf_add(&s->q->out, column_text(st, 4));
			buf_putc(&s->q->out, s->q->o->null ? '\0' : '\n');
			continue;
		}
		for (int i = 0; i < 5; i++)
			table_put(t, (size_t)i, column_text(st, i));
		table_end_row(t);
	}
	sqlite3_finalize(st);
	table_end(t);
	return true;
}
