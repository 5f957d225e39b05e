#!/bin/sh
# The tests that take seconds: every unit test of the build in $1. Ends with "N passed, N failed".
set -u
cd "$(dirname "$0")/.."
B=${1:-build/release}
passed=0 failed=0
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT

# shellcheck disable=SC2046
make --no-print-directory -s -j2 VARIANT="$(basename "$B")" $(for s in tests/unit/*.c; do echo "$B/unit/$(basename "$s" .c)"; done) || exit 1
for source in tests/unit/*.c; do
	unit=$B/unit/$(basename "$source" .c)
	if "$unit" >"$log" 2>&1; then
		passed=$((passed + 1))
		grep -i '^skip' "$log"
	else
		failed=$((failed + 1))
		echo "not ok: $unit"
		cat "$log"
	fi
done
echo "unit: $passed passed, $failed failed"
[ "$failed" = 0 ]
