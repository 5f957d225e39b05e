#!/bin/sh
# make check-full: the quick tests under AddressSanitizer and UBSan, the chain on one document of each format under both
# and under valgrind, then the slow checks (tests/full-*.sh).
set -u
cd "$(dirname "$0")/.."
passed=0 failed=0
result() {
	if [ "$2" = 0 ]; then passed=$((passed + 1)); echo "ok      $1"; else failed=$((failed + 1)); echo "FAILED  $1"; fi
}
log=$(mktemp -d) || exit 1
trap 'rm -rf "$log"' EXIT
export LC_ALL=C.UTF-8
[ -x build/release/bin/svod-index ] || { echo "build/release/bin/svod-index: not built: make check-full, or make first"; exit 1; }

command -v valgrind >/dev/null || echo "skip: valgrind is not installed"

# one document of each format that there is
samples=$(ls corpus/documents/* corpus/formats/* | awk -F. '!seen[$NF]++')

chain() { # chain BINDIR PREFIX FILE
	$2 "$1/svod-read" --no-sandbox "$3" 2>"$log/1" | $2 "$1/svod-clean" 2>"$log/2" | $2 "$1/svod-extract" 2>"$log/3" |
		$2 "$1/svod-resolve" 2>"$log/4" | $2 "$1/svod-index" "$log/x.db" 2>"$log/5"
	rm -f "$log"/x.db*
}

export ASAN_OPTIONS=detect_leaks=1:exitcode=99 UBSAN_OPTIONS=halt_on_error=1:exitcode=99
for v in asan ubsan; do
	make --no-print-directory -s -j2 VARIANT=$v all >"$log/make" 2>&1
	bad=$?
	result "build $v" $bad
	[ $bad = 0 ] || tail -n 20 "$log/make"
	sh tests/quick.sh build/$v >"$log/quick" 2>&1
	bad=$?
	result "unit tests under $v" $bad
	[ $bad = 0 ] || tail -n 30 "$log/quick"
	for f in $samples; do
		chain build/$v/bin "" "$f"
		! grep -l -e 'ERROR: AddressSanitizer' -e 'ERROR: LeakSanitizer' -e 'runtime error' "$log"/[1-5] >"$log/hits"
		bad=$?
		result "chain under $v: $f" $bad
		[ $bad = 0 ] || head -n 30 "$(head -n 1 "$log/hits")"
	done
done
if command -v valgrind >/dev/null; then
	for f in $samples; do
		chain build/release/bin "valgrind -q --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=98" "$f"
		! grep -l -e '^==' "$log"/[1-5] >"$log/hits"
		bad=$?
		result "chain under valgrind: $f" $bad
		[ $bad = 0 ] || head -n 30 "$(head -n 1 "$log/hits")"
	done
fi
for script in tests/full-*.sh; do
	[ -e "$script" ] || continue
	sh "$script" build/release
	result "$script" $?
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
