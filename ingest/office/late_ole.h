/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LATE_OLE_H
#define SVOD_LATE_OLE_H

#include "mem.h"
#include "span.h"

struct ole;

/* Compound files (OLE 2, [MS-CFB]) through libgsf: the way in to svod_ole.so (late.h). */
struct ole_functions {
	/* The compound file in bytes, which must outlive it; NULL: none, or damaged. Freed with close. */
	struct ole *(*open)(struct span bytes);
	void (*close)(struct ole *o);

	/* Is there a stream of that name at the top? */
	bool (*has)(struct ole *o, const char *name);

	/* The whole stream, in bytes or in the arena. False: there is none of that name, or it is damaged or too large.
	 */
	bool (*stream)(struct ole *o, const char *name, struct arena *a, struct span *out);
};

const struct ole_functions *svod_late_ole(void);

#endif
