/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod completion: prints the script for a shell; the scripts are data and ask the programs for their options. */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "buf.h"
#include "data.h"
#include "i18n.h"
#include "log.h"
#include "opt.h"

static const struct example examples[] = {
	{ "source <(svod completion bash)", N_("in this shell; the line belongs into ~/.bashrc") },
	{ "svod completion zsh >\"${fpath[1]}/_svod\"", N_("for good") },
	{ "svod completion fish | source", N_("in this shell; the line belongs into ~/.config/fish/config.fish") },
	{ 0 },
};

static const struct program program = {
	.name = "svod-completion",
	.summary = N_("prints the completion script for a shell"),
	.operands = "bash|zsh|fish",
	.examples = examples,
};

static bool print_script(const char *shell, struct err *e)
{
	struct buf name = { 0 }, path = { 0 }, script = { 0 };
	int fd = -1;
	bool ok = false;

	buf_addf(&name, "completion/svod.%s", shell);
	if (data_path(buf_str(&name), &path))
		fd = open(buf_str(&path), O_RDONLY | O_CLOEXEC);
	if (fd < 0 || buf_read_fd(&script, fd, 1 << 20))
		err_set(e, EX_USAGE, _("%s: bash, zsh or fish is wanted"), shell);
	else
		ok = (fwrite(script.p, 1, script.n, stdout), err_flush(e));
	if (fd >= 0)
		close(fd);
	buf_free(&name);
	buf_free(&path);
	buf_free(&script);
	return ok;
}

int main(int argc, char **argv)
{
	struct opt_common o = { 0 };
	struct log l = { .program = "svod-completion" };
	struct err e = { 0 };
	int n = opt_parse(&program, &o, argc, argv, &e);

	if (o.stop)
		return o.stop - 1;
	if (n >= 0 && n != 1)
		err_set(&e, EX_USAGE, _("which shell? bash, zsh or fish"));
	if (!e.code && print_script(argv[1], &e))
		return 0;
	log_err(&l, &e);
	return e.code;
}
