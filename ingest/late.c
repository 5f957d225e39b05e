/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads what only some documents need: late.h has the reason. */
#include "late.h"

#include <dlfcn.h>

#include "data.h"

late_function *late_load(const char *library, const char *function, const char *what, struct err *e)
{
	struct buf path = { 0 };
	late_function *found = NULL;
	void *handle;

	if (!data_path(library, &path)) {
		err_set(e, EX_UNAVAILABLE, "%s, which reads %s, is not installed", library, what);
	} else {
		/* bound at once: else every worker would bind the same names anew */
		handle = dlopen(buf_str(&path), RTLD_NOW | RTLD_LOCAL);
		if (handle)
			*(void **)&found = dlsym(handle, function);
		if (!found)
			err_set(e, EX_UNAVAILABLE, "%s, which reads %s, cannot be loaded: %s", library, what,
				dlerror());
	}
	buf_free(&path);
	return found;
}
