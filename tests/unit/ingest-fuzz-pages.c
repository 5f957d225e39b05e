/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzer of the geometry of pages starts from, laid out again. */
#include "../fuzz/ingest-pdf.c"
#include "fuzz-replay.h"
#include "read-frame.h"

static void every_page_is_laid(void **state)
{
	(void)state;
	assert_true(fuzz_replay("tests/fuzz/seeds/ingest-pdf", LLVMFuzzerTestOneInput) >= 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_page_is_laid) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
