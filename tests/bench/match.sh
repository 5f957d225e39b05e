#!/bin/bash
# The rule engine side by side with the naive ways, in one run (on a noisy machine the ratios count). $1: the build folder.
# The text is corpus/ as svod-clean leaves it, repeated.
set -eu
cd "$(dirname "$0")/../.."
B=$1
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8 TIMEFORMAT='%U %S %R'

# times N COMMAND…: the smallest user + system seconds of N runs
least() {
	local n=$1
	shift
	for _ in $(seq "$n"); do { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2 }'; done | sort -n | head -n 1
}
rate() { awk -v b="$1" -v t="$2" 'BEGIN { printf "%.1f", b / 1e6 / (t > 0 ? t : 0.001) }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / (b > 0 ? b : 0.001) }'; }

for n in 40 400; do
	mkdir "$T/$n"
	awk -v n=$n -f tests/bench/gen-rules.awk >"$T/$n/gen.rules"
done
"$B/bin/svod-read" corpus/gold/*.txt | "$B/bin/svod-clean" >"$T/once" 2>/dev/null
for _ in $(seq 30); do cat "$T/once"; done >"$T/some"
for _ in $(seq 10); do cat "$T/some"; done >"$T/many"
"$B/bin/svod-clean" --text "$T/many" >"$T/text" 2>/dev/null || true
bytes=$(wc -c <"$T/text")
echo "text: $bytes bytes"

echo "kernel (views, triggers, PCRE2, conflicts; no JSON):"
for r in "$T/40" "$T/400" -; do "$B/bench/match" "$r" "$T/some" || true; done

echo "process, NDJSON in and out:"
for r in 40 400; do
	t=$(least 5 "$B/bin/svod-extract" --only-rules --rules "$T/$r" "$T/many")
	echo "svod-extract, $r rules: $(rate "$bytes" "$t") MB/s"
	[ $r = 400 ] || t40=$t
done
echo "svod-extract, our own rules: $(rate "$bytes" "$(least 3 "$B/bin/svod-extract" "$T/many")") MB/s"
head -n 20000 "$T/text" >"$T/part"
awk -v n=40 -v grep=1 -f tests/bench/gen-rules.awk >"$T/pattern"
# through a pipe: grep ends at its first match where it writes to /dev/null
count() { grep -cP -f "$T/pattern" "$T/part" | cat; }
g=$(least 3 count)
echo "grep -P '(*UCP)…', 40 rules in one pattern: $(rate "$(wc -c <"$T/part")" "$g") MB/s; ours is $(ratio \
	"$(rate "$bytes" "$t40")" "$(rate "$(wc -c <"$T/part")" "$g")") times as fast"

wall() { { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $3 }'; }
two() { "$B/bin/svod-extract" --only-rules --rules "$T/400" "$T/many" & "$B/bin/svod-extract" --only-rules --rules "$T/400" "$T/many"; wait; }
one=$(wall "$B/bin/svod-extract" --only-rules --rules "$T/400" "$T/many")
both=$(wall two)
echo "two processes on two cores: $(awk -v a="$one" -v b="$both" 'BEGIN { printf "%.2f", 2 * a / b }') times one"

echo "start-up and single documents (our own rules):"
printf '' >"$T/none"
s=$(least 9 "$B/bin/svod-extract" "$T/none")
awk '{ print length($0) " " $0 }' "$T/once" | sort -n | tail -n 1 | cut -d' ' -f2- >"$T/one"
for _ in 1 2 3 4 5 6 7 8; do cat "$T/one"; done >"$T/eight"
d=$(least 9 "$B/bin/svod-extract" "$T/one")
e=$(least 9 "$B/bin/svod-extract" "$T/eight")
awk -v s="$s" -v d="$d" -v e="$e" -v n="$("$B/bin/svod-clean" --text "$T/one" 2>/dev/null | wc -c)" 'BEGIN {
	printf "start %.0f ms, with one document of %d bytes %.0f ms, each further one %.1f ms\n", s * 1e3, n, d * 1e3, (e - d) / 7 * 1e3 }'
