/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LATE_ARCHIVE_H
#define SVOD_LATE_ARCHIVE_H

#include "reader.h"

/* reader.unpack for archives: the way in to svod_archive.so (late.h). */
typedef bool archive_unpack(const struct reader_input *in, reader_member *each, void *ctx, struct err *e);

archive_unpack *svod_late_archive(void);

#endif
