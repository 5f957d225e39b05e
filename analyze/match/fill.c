/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the groups of a match to the norm of an item. */
#include <stdlib.h>

#include "matcher_p.h"
#include "template.h"

static struct jval *norm_value(struct arena *a, const struct template *t, struct buf *text)
{
	if (t->is_true)
		return jval_bool(a, true);
	if (t->is_number) {
		struct jval box = { .type = JSON_OBJECT };

		jval_set_num(a, &box, "n", strtod(buf_str(text), NULL));
		box.first->key = (struct span){ 0 };
		return box.first;
	}
	return jval_string(a, buf_span(text));
}

bool match_fill(struct matcher *m, struct match *t, const struct jval *previous)
{
	struct fill f = { .rs = m->rs, .cased = m->view.cased, .groups = t->groups, .n_groups = t->n_groups };
	struct buf *text = &m->scratch[FILL_SCRATCH];
	bool wants_value = false, has_value = false;

	f.previous = previous;
	f.scratch = m->scratch;
	t->norm = jval_object(m->a);
	for (const struct norm_field *n = t->rule->norm; n; n = n->next) {
		wants_value = wants_value || n->is_value;
		if ((n->is_value && has_value) || jval_get(t->norm, n->key))
			continue; /* an earlier line of this key held */
		buf_reset(text);
		if (!template_fill(&n->t, &f, text) || (text->n == 0 && !n->t.is_true))
			continue;
		jval_set(m->a, t->norm, n->key, norm_value(m->a, &n->t, text));
		has_value = has_value || n->is_value;
	}
	return has_value || !wants_value;
}
