#!/bin/sh
# What a document says of itself at its head and its end: the chain over tests/heads/, whose documents are invented, must give
# the facts of tests/heads/EXPECT.tsv (an empty field: none). usage: check-heads.sh [BUILD]
set -u
B=${1:-build/release}
bin=${SVOD_BIN:-$B/bin}
command -v python3 >/dev/null || { echo "skip: no python3"; exit 0; }
[ -d "$(dirname "$B")/dict/ru" ] || { echo "skip: the Russian dictionary is not there (make setup fetches it)"; exit 0; }
"$bin/svod-read" -q tests/heads/*.txt tests/heads/*.md | "$bin/svod-clean" -q | "$bin/svod-extract" -q | "$bin/svod-resolve" -q | python3 -c '
import csv, json, os, sys

found = {os.path.basename(d["source"]["path"]): d["doc"] for d in map(json.loads, sys.stdin)}
wrong = 0
with open("tests/heads/EXPECT.tsv", encoding="utf-8") as f:
    for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
        for field in ("kind", "date", "period", "issuer", "title"):
            said = found[row["name"]].get(field, "")
            if said != row[field]:
                wrong += 1
                print(row["name"], field, "expected:", row[field] or "none", "found:", said or "none", sep="  ")
sys.exit(wrong > 0)'
