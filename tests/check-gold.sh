#!/bin/sh
# The gold of corpus/ is what its annotated sources say, and every quote stands where the gold says.
set -u
command -v python3 >/dev/null || { echo "skip: python3 is not installed"; exit 0; }
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT
failed=0
python3 corpus/source/gold.py "$T" corpus/source/*.src >"$T/log" || { cat "$T/log"; failed=1; }
for f in corpus/source/*.src; do
	name=$(basename "$f" .src)
	for ending in txt jsonl; do
		cmp "$T/$name.$ending" "corpus/gold/$name.$ending" || failed=1
	done
done
exit $failed
