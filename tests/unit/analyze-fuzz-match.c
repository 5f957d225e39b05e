/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzer of the matcher came to: the matcher and the oracle agree on it again. */
#include "analyze-rules.h"
#include "fuzz-replay.h"
#include "../fuzz/analyze-match.c"

static void the_oracle_agrees_on_every_seed(void **state)
{
	(void)state;
	assert_true(fuzz_replay("tests/fuzz/seeds/analyze-match", LLVMFuzzerTestOneInput) >= 30);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_oracle_agrees_on_every_seed) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
