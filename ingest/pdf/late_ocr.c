/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Way in to svod_ocr.so. */
#include "late_ocr.h"

__attribute__((visibility("default"))) const struct ocr_calls *svod_late_ocr(void)
{
	static const struct ocr_calls calls = {
		.start = ocr_run_new,
		.free = ocr_run_free,
		.batch = ocr_run_batch,
		.languages = ocr_run_languages,
		.missing = ocr_run_missing,
		.mended = ocr_run_mended,
	};
	return &calls;
}
