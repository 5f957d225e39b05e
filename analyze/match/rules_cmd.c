/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of svod-rules, one function each, found in a table. */
#include "rules_cmd.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "example.h"
#include "i18n.h"
#include "load.h"
#include "rules_p.h"
#include "rules_show.h"

struct work {
	const struct rules_options *o;
	char **args;
	int n;
	const struct log *l;
	struct err *e;
	struct ruleset_source src;
	struct ruleset *rs;
};

static void print_complaints(const struct work *w)
{
	for (size_t i = 0; i < ruleset_errors(w->rs); i++) {
		struct err e = { 0 };

		ruleset_error(w->rs, i, &e);
		log_err(w->l, &e);
	}
}

static bool write_stamp(const struct work *w)
{
	struct buf stamp = { 0 };
	FILE *f;

	if (!rules_stamp(w->rs, &w->src, &stamp))
		return err_set(w->e, EX_SOFTWARE, _("%s: cannot be made of these rules"), w->o->stamp);
	f = fopen(w->o->stamp, "w");
	if (!f) {
		buf_free(&stamp);
		return err_sys(w->e, EX_CANTCREAT, "%s", w->o->stamp);
	}
	fwrite(stamp.p, 1, stamp.n, f);
	buf_free(&stamp);
	if (fclose(f) != 0)
		return err_sys(w->e, EX_IOERR, "%s", w->o->stamp);
	return true;
}

static int no_such_rule(const struct work *w, const char *prefix)
{
	log_warn(w->l, _("%s: no rule's name begins so. svod rules list names them all"), prefix);
	return 1;
}

static void print_number_of_rules(const struct work *w)
{
	printf(ngettext("%zu rule, ", "%zu rules, ", ruleset_rules(w->rs)), ruleset_rules(w->rs));
}

static int run_examples(struct work *w, const char *prefix)
{
	struct matcher *m;
	struct buf passing = { 0 };
	struct example_result r = { 0 };

	ruleset_compile_all(w->rs);
	if (ruleset_errors(w->rs) == 0) {
		m = matcher_new(w->rs);
		r = examples_run(w->rs, m, prefix, &passing);
		matcher_free(m);
	}
	print_complaints(w);
	fputs(buf_str(&passing), stderr);
	buf_free(&passing);
	if (ruleset_errors(w->rs)) {
		print_number_of_rules(w);
		printf(ngettext("%zu complaint\n", "%zu complaints\n", ruleset_errors(w->rs)), ruleset_errors(w->rs));
		return EX_CONFIG;
	}
	if (prefix && r.run == 0)
		return no_such_rule(w, prefix);
	print_number_of_rules(w);
	printf(ngettext("%zu example: as it says", "%zu examples: all as they say", r.run - r.known), r.run - r.known);
	if (r.known)
		printf(ngettext("; %zu known failure", "; %zu known failures", r.known), r.known);
	putchar('\n');
	return 0;
}

static int cmd_check(struct work *w)
{
	int code = run_examples(w, NULL);

	if (code == 0 && w->o->stamp && !write_stamp(w))
		return w->e->code;
	return code;
}

static int cmd_test(struct work *w)
{
	return run_examples(w, w->n ? w->args[0] : NULL);
}

static int cmd_list(struct work *w)
{
	const char *prefix = w->n ? w->args[0] : "";
	size_t shown = 0;

	for (size_t i = 0; i < w->rs->n_rules; i++)
		if (span_starts(w->rs->rules[i].name, span_of(prefix))) {
			rule_show(w->rs, &w->rs->rules[i], w->n > 0);
			shown++;
		}
	return shown ? 0 : no_such_rule(w, prefix);
}

static int cmd_explain(struct work *w)
{
	if (w->n != 1) {
		err_set(w->e, EX_USAGE, _("explain takes one text: svod rules explain \"до 1 мая 2023 года\""));
		return EX_USAGE;
	}
	if (access(w->args[0], F_OK) == 0) {
		err_set(w->e, EX_USAGE, _("%s is a file; explain takes a text: svod rules explain \"$(cat FILE)\""),
			w->args[0]);
		return EX_USAGE;
	}
	return explain_show(w->rs, w->o, w->args[0], w->e);
}

static int cmd_profile(struct work *w)
{
	return counts_show(w->rs, w->args, w->n, false, w->e);
}

static int cmd_coverage(struct work *w)
{
	return counts_show(w->rs, w->args, w->n, true, w->e);
}

static const struct {
	const char *name;
	int (*run)(struct work *w);
} commands[] = {
	{ "check", cmd_check },     { "test", cmd_test },       { "list", cmd_list },
	{ "explain", cmd_explain }, { "profile", cmd_profile }, { "coverage", cmd_coverage },
};

int rules_command(const struct rules_options *o, char **argv, int n, const struct log *l, struct err *e)
{
	struct work w = { .o = o, .args = argv + 1, .n = n - 1, .l = l, .e = e };
	size_t i = 0;
	int code;

	while (n > 0 && i < sizeof commands / sizeof *commands && strcmp(argv[0], commands[i].name))
		i++;
	if (n == 0 || i == sizeof commands / sizeof *commands) {
		err_set(e, EX_USAGE,
			_("what is to be done? check, test, list, explain, profile or coverage: svod rules --help"));
		return EX_USAGE;
	}
	w.src = (struct ruleset_source){ o->rules.v, o->rules.n, getenv("SVOD_RULES"), o->no_builtin };
	w.rs = ruleset_load(&w.src, e);
	if (!w.rs)
		return e->code;
	code = commands[i].run(&w);
	ruleset_free(w.rs);
	return err_flush(e) ? code : e->code;
}
