#!/bin/sh
# Totals and their parts in running text: the chain over each sentence of tests/sums/EXPECT.tsv must find that sum with that
# result (both empty: none). usage: check-sums.sh [BUILD]
set -u
B=${1:-build/release}
bin=${SVOD_BIN:-$B/bin}
command -v python3 >/dev/null || { echo "skip: no python3"; exit 0; }
[ -d "$(dirname "$B")/dict/ru" ] || { echo "skip: the Russian dictionary is not there (make setup fetches it)"; exit 0; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
awk -F'\t' -v dir="$work" 'NR > 1 { print $1 >sprintf("%s/%03d.txt", dir, NR) }' tests/sums/EXPECT.tsv
"$bin/svod-read" -q "$work"/*.txt | "$bin/svod-clean" -q | "$bin/svod-extract" -q | "$bin/svod-resolve" -q | python3 -c '
import csv, json, sys

found = [[i["norm"] for i in json.loads(line)["items"] if i["type"] == "check" and i["norm"]["kind"] == "sum"] for line in sys.stdin]
wrong = 0
with open("tests/sums/EXPECT.tsv", encoding="utf-8") as f:
    rows = list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
if len(rows) != len(found):
    sys.exit("%d sentences, %d documents" % (len(rows), len(found)))
for row, sums in zip(rows, found):
    said = [(s["result"], "%g" % s["computed"]) for s in sums]
    want = [(row["result"], "%g" % float(row["computed"]))] if row["result"] else []
    if said != want:
        wrong += 1
        print(row["text"], "expected:", want or "none", "found:", said or "none", sep="  ")
sys.exit(wrong > 0)'
