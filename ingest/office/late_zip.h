/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LATE_ZIP_H
#define SVOD_LATE_ZIP_H

#include "buf.h"
#include "err.h"

struct zip_parts;

/* ZIP files through libzip: the way in to svod_zip.so (late.h). What each does is said in package.h. */
struct zip_functions {
	struct zip_parts *(*open)(struct span bytes, struct err *e);
	void (*close)(struct zip_parts *p);
	bool (*read)(struct zip_parts *p, const char *name, struct buf *out, struct err *e);
};

const struct zip_functions *svod_late_zip(void);

#endif
