#!/bin/sh
# A warning is worth a look only where nearly all of them are true: of the documents of tests/warnings/, which are
# invented, svod check warns of what tests/warnings/EXPECT.tsv says and of nothing else, and in words that can be followed.
# usage: check-warnings.sh [BUILD]
set -u
B=${1:-build/release}
bin=${SVOD_BIN:-$B/bin}
command -v python3 >/dev/null || { echo "skip: no python3"; exit 0; }
[ -d "$(dirname "$B")/dict/ru" ] || { echo "skip: the Russian dictionary is not there (make setup fetches it)"; exit 0; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0
"$bin/svod-read" -q tests/warnings/*.md tests/warnings/*.txt | "$bin/svod-clean" -q | "$bin/svod-extract" -q | "$bin/svod-resolve" -q |
	"$bin/svod-index" -q "$work/corpus.db" || exit 1
"$bin/svod" check --db "$work/corpus.db" -o json >"$work/checks.json" || exit 1
python3 - "$work/checks.json" <<'EOF' || failed=1
import csv, json, sys

fields = ("kind", "stated", "computed", "text")
with open(sys.argv[1], encoding="utf-8") as f:
    said = sorted(tuple(c.get(k) or "" for k in fields) for c in json.load(f) if c["result"] == "warn")
with open("tests/warnings/EXPECT.tsv", encoding="utf-8") as f:
    want = sorted(tuple(r[k] for k in fields) for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
for w in want:
    if w not in said:
        print("missing:", *w, sep="  ")
for s in said:
    if s not in want:
        print("not true:", *s, sep="  ")
sys.exit(said != want)
EOF
COLUMNS=200 "$bin/svod" check --db "$work/corpus.db" --ui-lang en --color never >"$work/checks.txt" || exit 1
for line in '98,8 (98800000) ≠ 14500000+63000000+22300000 = 99800000' '4,315 = 2760+905+650' 'шесть выездных семинаров (6) ≠ 5' '« 2, » 1: Союз'; do
	grep -qF -- "$line" "$work/checks.txt" || { echo "svod check does not print: $line"; failed=1; }
done
exit $failed
