#!/bin/sh
# make check: unit tests, then every tests/check-*.sh and tests/*/check.sh. A test prints "skip: REASON" for what it
# cannot do here and exits non-zero for what failed. The last line counts.
set -u
cd "$(dirname "$0")/.."
B=${1:-build/release}
passed=0 failed=0
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
export LC_ALL=C.UTF-8 SVOD_BIN="$PWD/$B/bin"

one() {
	name=$1
	shift
	if "$@" >"$log" 2>&1; then
		passed=$((passed + 1))
		echo "ok      $name"
		grep '^skip' "$log"
	else
		failed=$((failed + 1))
		echo "FAILED  $name"
		tail -n 40 "$log"
	fi
}

for source in tests/unit/*.c; do
	name=$(basename "$source" .c)
	one "unit $name" "$B/unit/$name"
done
for script in tests/check-*.sh tests/*/check.sh; do
	[ -e "$script" ] || continue
	one "$script" sh "$script" "$B"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
