#!/bin/bash
# The rule engine side by side with the naive ways, in one run (on a noisy machine the ratios count); each figure beside
# its goal. $1: the build folder. The text is corpus/ as svod-clean leaves it, repeated.
set -eu
cd "$(dirname "$0")/../.."
B=$1
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8 TIMEFORMAT='%U %S %R'

# Times N COMMAND…: the smallest user + system seconds of N runs
least() {
	local n=$1
	shift
	for _ in $(seq "$n"); do { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2 }'; done | sort -n | head -n 1
}
# The same for a short run: twenty at once, so that the clock's ticks do not count, the best of five
repeat20() { for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do "$@"; done; }
short() { least 5 repeat20 "$@" | awk '{ print $1 / 20 }'; }
rate() { awk -v b="$1" -v t="$2" 'BEGIN { printf "%.1f", b / 1e6 / (t > 0 ? t : 0.001) }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / (b > 0 ? b : 0.001) }'; }
# line WHAT FIGURE GOAL
line() { printf '  %-58s %12s   goal %s\n' "$1" "$2" "$3"; }

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

echo "kernel (views, triggers, PCRE2, conflicts; no JSON) and one pass of PCRE2-JIT a rule; goals: 40 rules 40, 400 rules 100:"
for r in "$T/40" "$T/400" -; do "$B/bench/match" "$r" "$T/some" || true; done

echo "process, NDJSON in and out, MB/s of text:"
for r in 40 400; do
	t=$(least 5 "$B/bin/svod-extract" --only-rules --rules "$T/$r" "$T/many")
	[ $r = 400 ] || t40=$t
done
line "svod-extract, 40 rules" "$(rate "$bytes" "$t40")" "-"
line "svod-extract, 400 rules" "$(rate "$bytes" "$t")" "100"
line "svod-extract, our own rules" "$(rate "$bytes" "$(least 3 "$B/bin/svod-extract" "$T/many")")" "-"

# All 40 rules as one pattern, letters of either case; through a pipe, as grep ends at its first match where it writes to
# /dev/null. -o finds every match, as a rule engine must. The patterns joined by |, as anybody would join them; and with
# what they begin with taken out by hand, which a list of rules by different writers does not offer.
awk -v n=40 -v grep=1 -f tests/bench/gen-rules.awk >"$T/pattern"
awk -v n=40 -v grep=2 -f tests/bench/gen-rules.awk >"$T/factored"
head -n 20000 "$T/text" >"$T/part"
part=$(wc -c <"$T/part")
all() { grep -oP -f "$1" "$T/part" | cat; }
g=$(rate "$part" "$(least 3 all "$T/pattern")")
h=$(rate "$part" "$(least 3 all "$T/factored")")
line "grep -oP '(*UCP)(?i)\bA|\bB|…', 40 rules" "$g" "-"
line "grep -oP '(*UCP)(?i)\b(?:A|B|…)', factored by hand" "$h" "-"
line "svod-extract over grep -oP, 40 rules" "$(ratio "$(rate "$bytes" "$t40")" "$g")" "25"
line "svod-extract over grep -oP factored by hand" "$(ratio "$(rate "$bytes" "$t40")" "$h")" "-"

# One process and two at once, in turn, the best of seven each: who else uses the machine, and when, shows in single runs.
# Beside it a loop that touches no memory, in the same turns: that is what the machine gives to two at that time.
wall() { { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $3 }'; }
extract() { "$B/bin/svod-extract" --only-rules --rules "$T/400" "$T/many"; }
spin() { awk 'BEGIN { for (i = 0; i < 8000000; i++) x += i }'; }
two() {
	"$1" &
	"$1"
	wait
}
for _ in 1 2 3 4 5 6 7; do
	for what in extract spin; do
		wall "$what" >>"$T/$what.one"
		wall two "$what" >>"$T/$what.two"
	done
done
scaling() { ratio "$(awk -v a="$(sort -n "$T/$1.one" | head -n 1)" 'BEGIN { print 2 * a }')" "$(sort -n "$T/$1.two" | head -n 1)"; }
line "two processes on two cores, times one" "$(scaling extract)" "1.8"
line "the same of a loop without memory: what the machine gives" "$(scaling spin)" "-"

echo "start-up and single documents (our own rules), ms of CPU:"
printf '' >"$T/none"
# documents NAME FILE…: the first 50 KB of them as one document
documents() {
	local name=$1 d e
	shift
	cat "$@" | head -c 51200 | iconv -c -f UTF-8 -t UTF-8 >"$T/50k.txt" 2>/dev/null || true
	"$B/bin/svod-read" "$T/50k.txt" | "$B/bin/svod-clean" >"$T/one" 2>/dev/null
	for _ in 1 2 3 4 5 6 7 8; do cat "$T/one"; done >"$T/eight"
	d=$(short "$B/bin/svod-extract" "$T/one")
	e=$(short "$B/bin/svod-extract" "$T/eight")
	line "50 KB of $name, start-up included" "$(ms "$d")" "6"
	line "50 KB of $name, each further one of eight" "$(awk -v d="$d" -v e="$e" 'BEGIN { printf "%.1f", (e - d) / 7 * 1e3 }')" "1.5"
}
ms() { awk -v t="$1" 'BEGIN { printf "%.1f", t * 1e3 }'; }
line "start-up" "$(ms "$(short "$B/bin/svod-extract" "$T/none")")" "8"
# corpus/ has a date, a number or a name every hundred bytes, in six languages; the seeds are ordinary documents
documents "corpus/" corpus/gold/*.txt
if ls ../shared/seeds/*.txt >/dev/null 2>&1; then
	documents "the seeds" ../shared/seeds/*.txt
else
	echo "skip: ../shared/seeds is missing"
fi
