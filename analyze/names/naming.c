/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicons of names in one place. */
#include "naming.h"

#include <stdlib.h>

#include "mem.h"

enum { BIT_ORGS = 1 << 0, BIT_PLACES = 1 << 1 };

/* "МОП:uk" is what the letters mean in Ukrainian. */
static void add_abbrs(struct naming *n, long row)
{
	struct span cell = lexicon_cell(n->orgs, row, "abbr");

	while (cell.p) {
		struct span one = span_trim(span_cut(&cell, '|'));
		size_t colon = span_find_char(one, ':', 0);
		struct known_abbr known = { .row = row };

		if (colon != SPAN_NONE) {
			known.lang = span_sub(one, colon + 1, one.n);
			one = span_sub(one, 0, colon);
		}
		ARENA_ROOM(&n->arena, n->known_abbrs, n->n_abbrs, n->cap_abbrs);
		n->known_abbrs[n->n_abbrs] = known;
		span_index_add(&n->abbrs, &n->arena, one, n->n_abbrs++);
	}
}

struct naming *naming_open(const struct morph *m, struct err *e)
{
	struct naming *n = mem_alloc(sizeof *n);
	const struct {
		struct lexicon **to;
		const char *name;
	} lexicons[] = {
		{ &n->heads, "org_heads" },         { &n->orgs, "orgs" },
		{ &n->forms, "legal_forms" },       { &n->places, "places" },
		{ &n->place_abbrs, "place_abbrs" }, { &n->roles, "roles" },
		{ &n->not_orgs, "not_orgs" },       { &n->given_names, "given_names" },
		{ &n->event_heads, "event_heads" }, { &n->clipped, "clipped" },
	};

	for (size_t i = 0; i < sizeof lexicons / sizeof *lexicons; i++) {
		*lexicons[i].to = lexicon_open(lexicons[i].name, e);
		if (!*lexicons[i].to) {
			naming_close(n);
			return NULL;
		}
	}
	for (long row = 0; row < lexicon_rows(n->orgs); row++)
		add_abbrs(n, row);
	n->known_orgs = gazetteer_new(n->orgs, "name", m, BIT_ORGS);
	n->known_places = gazetteer_new(n->places, "name", m, BIT_PLACES);
	return n;
}

void naming_close(struct naming *n)
{
	if (!n)
		return;
	gazetteer_free(n->known_orgs);
	gazetteer_free(n->known_places);
	lexicon_close(n->heads);
	lexicon_close(n->orgs);
	lexicon_close(n->forms);
	lexicon_close(n->places);
	lexicon_close(n->place_abbrs);
	lexicon_close(n->roles);
	lexicon_close(n->not_orgs);
	lexicon_close(n->given_names);
	lexicon_close(n->event_heads);
	lexicon_close(n->clipped);
	arena_free(&n->arena);
	free(n);
}
