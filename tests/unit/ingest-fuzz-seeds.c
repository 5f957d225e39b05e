/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzer of the readers starts from and once fell over, read again. */
#include "../fuzz/ingest-parts.c"
#include "fuzz-replay.h"
#include "read-frame.h"

static void every_seed_is_read(void **state)
{
	(void)state;
	assert_true(fuzz_replay("tests/fuzz/seeds/ingest-parts", LLVMFuzzerTestOneInput) >= 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_seed_is_read) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
