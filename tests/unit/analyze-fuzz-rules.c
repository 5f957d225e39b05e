/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzer of the rule parser came to, parsed again. */
#include "analyze-rules.h"
#include "fuzz-replay.h"
#include "../fuzz/analyze-rules.c"

static void every_seed_is_parsed(void **state)
{
	(void)state;
	assert_true(fuzz_replay("tests/fuzz/seeds/analyze-rules", LLVMFuzzerTestOneInput) >= 30);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_seed_is_parsed) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
