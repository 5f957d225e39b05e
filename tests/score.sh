#!/bin/sh
# Precision and recall: tests/score.sh [dev|test|all|seeds] [options of svod-eval]. dev and test are the split of
# corpus/MANIFEST.tsv; seeds are the documents in ../shared, where they are.
set -eu
cd "$(dirname "$0")/.."
B=${SVOD_BIN:-build/release/bin}
what=${1:-all}
[ $# = 0 ] || shift
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

chain() { "$B/svod-read" "$@" | "$B/svod-clean" | "$B/svod-extract" | "$B/svod-resolve"; }

if [ "$what" = seeds ]; then
	[ -d ../shared/seeds ] || { echo "skip: ../shared/seeds is not here"; exit 0; }
	chain ../shared/seeds/*.txt | "$B/svod-eval" --gold ../shared/gold --texts ../shared/seeds --no-dup "$@"
	exit
fi
# the gold and the documents of the split, by the columns of the manifest that are called name, split and formats
mkdir "$T/gold"
awk -F'\t' -v want="$what" '
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	want == "all" || $at["split"] == want { print $at["name"] "\t" $at["formats"] }' corpus/MANIFEST.tsv >"$T/list"
while IFS="$(printf '\t')" read -r name formats; do
	cp "corpus/gold/$name.jsonl" "corpus/gold/$name.txt" "$T/gold/"
	for f in $formats; do
		case $f in documents/*) echo "corpus/$f" ;; esac
	done
done <"$T/list" >"$T/files"
[ ! -e corpus/gold/slices.json ] || cp corpus/gold/slices.json "$T/gold/"
tr '\n' '\0' <"$T/files" | "$B/svod-read" -0 | "$B/svod-clean" | "$B/svod-extract" | "$B/svod-resolve" | "$B/svod-eval" --gold "$T/gold" "$@"
