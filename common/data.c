/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs run from build/, from PREFIX and from anywhere by SVOD_DATA: the search for their data is here alone. */
#include "data.h"

#include <stdlib.h>
#include <unistd.h>

bool data_bin_dir(struct buf *out)
{
	char exe[4096];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof exe);

	while (n > 0 && exe[n - 1] != '/')
		n--;
	if (n <= 1)
		return false;
	buf_add(out, span_make(exe, (size_t)n - 1));
	return true;
}

static bool exists(struct buf *path)
{
	return access(buf_str(path), R_OK) == 0;
}

bool data_path(const char *name, struct buf *out)
{
	/* build/release/bin → build/release/share, build, the source tree; PREFIX/bin → PREFIX/share/svod */
	static const char *const near_bin[] = { "/../share/", "/../../", "/../../../", "/../share/svod/" };
	const char *set = getenv("SVOD_DATA");
	size_t start = out->n;
	size_t bin;

	if (set && *set) {
		buf_addf(out, "%s/%s", set, name);
		if (exists(out))
			return true;
		out->n = start;
	}
	if (!data_bin_dir(out))
		return false;
	bin = out->n;
	for (size_t i = 0; i < sizeof near_bin / sizeof *near_bin; i++) {
		out->n = bin;
		buf_puts(out, near_bin[i]);
		buf_puts(out, name);
		if (exists(out))
			return true;
	}
	out->n = start;
	return false;
}

void data_corpus_path(const char *option, struct buf *out)
{
	const char *set = getenv("SVOD_DB");
	const char *xdg = getenv("XDG_DATA_HOME");
	const char *home = getenv("HOME");

	if (option)
		buf_puts(out, option);
	else if (set && *set)
		buf_puts(out, set);
	else if (xdg && *xdg)
		buf_addf(out, "%s/svod/corpus.db", xdg);
	else
		buf_addf(out, "%s/.local/share/svod/corpus.db", home && *home ? home : ".");
}
