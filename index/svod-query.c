/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod-query: every question to a database; `svod search …` is `svod-query search …`. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "data.h"
#include "i18n.h"
#include "mem.h"
#include "names.h"
#include "query.h"

static const struct opt no_opts[] = { { 0 } };
static const struct example examples[] = {
	{ "svod search 'ратификация конвенций'", N_("find places by words in all forms") },
	{ "svod due --from 2022-10-01 --to 2022-12-31", N_("what is due in a quarter") },
	{ "svod show 003 --type convention", N_("what was found in one document") },
	{ NULL, NULL },
};

static void put_commands(struct buf *list)
{
	buf_puts(list, _("Commands:\n"));
	for (const struct command *c = commands; c->name; c++)
		buf_addf(list, "  %-12s %s\n", c->name, _(c->program.summary));
	buf_puts(list, _("svod COMMAND --help tells more of each."));
}

static const struct program program = {
	.name = "svod-query",
	.summary = N_("answers questions to a database of documents"),
	.operands = "COMMAND [ARGUMENT]...",
	.examples = examples,
	.opts = no_opts,
	.put_details = put_commands,
};

/* --help, --help=man …: of svod-query itself, with the list of its commands. */
static int about(int argc, char **argv)
{
	struct opt_common common = { 0 };
	struct err e = { 0 };
	struct log log = { "svod-query", 0, false };

	i18n_start(0);
	if (argc > 1 && argv[1][0] != '-')
		err_set(&e, EX_USAGE, _("%s: no such command. See svod-query --help"), argv[1]);
	else if (opt_parse(&program, &common, argc, argv, &e) >= 0 && !common.stop)
		err_set(&e, EX_USAGE, _("which command? See svod-query --help"));
	log_err(&log, &e);
	return common.stop ? common.stop - 1 : e.code;
}

static void free_lists(struct query_options *o)
{
	struct opt_list *lists[] = { &o->doc,        &o->country, &o->year, &o->type, &o->org, &o->who,
				     &o->convention, &o->section, &o->lang, &o->kind, &o->has };

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		opt_list_free(lists[i]);
}

static bool ask(struct query *q, const struct command *c, char **operands, int n, struct err *e)
{
	struct buf path = { 0 };
	bool ok;

	data_corpus_path(q->o->db, &path);
	ok = db_open(&q->db, buf_str(&path), DB_READ, NULL, e) && names_register(q->db, e) && c->run(q, operands, n, e);
	buf_free(&path);
	ok = query_flush(q, e) && ok && db_unharmed(&q->watch, q->db, e);
	return ok && (!q->nothing || q->said || query_say_nothing(q, (struct span){ 0 }, e));
}

int main(int argc, char **argv)
{
	struct query_options o = { .limit = -1 };
	const struct command *c = argc > 1 ? command_find(argv[1]) : NULL;
	struct err e = { 0 };
	struct query q = { .o = &o };
	struct log log = { c ? c->program.name : "svod-query", 0, false };
	int n;

	if (!c)
		return about(argc, argv);
	q.argc = argc - 1;
	q.argv = mem_alloc((size_t)argc * sizeof *q.argv); /* opt_parse reorders argv */
	memcpy(q.argv, argv + 1, (size_t)(argc - 1) * sizeof *q.argv);
	n = opt_parse(&c->program, &o, argc - 1, argv + 1, &e);
	if (o.common.stop) {
		free(q.argv);
		return o.common.stop - 1;
	}
	log.level = o.common.quiet ? -1 : o.common.verbose;
	log.color = log_wants_color(o.common.color, STDERR_FILENO);
	q.log = &log;
	q.width = text_terminal_width();
	q.color = log_wants_color(o.common.color, STDOUT_FILENO);
	if (n >= 0 && (n < c->min || n > c->max))
		err_set(&e, EX_USAGE, _("%s: %s %s (see %s --help)"),
			n < c->min ? _("something is missing") : _("too many operands"), c->program.name,
			c->program.operands, c->program.name);
	db_watch(&q.watch);
	if (!e.code)
		ask(&q, c, argv + 2, n, &e);
	log_err(&log, &e);
	db_close(q.db);
	buf_free(&q.out);
	free(q.argv);
	free_lists(&o);
	return e.code ? e.code : q.nothing ? 1 : 0;
}
