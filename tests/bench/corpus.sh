#!/bin/sh
# Makes the benchmarks' corpus of $2 MB once, and prints its path: recombined sentences of the project's own documents,
# and of XQuAD where it is found, whose vocabulary is larger.
set -eu
B=$1 mb=$2
top=$(cd "$(dirname "$0")/../.." && pwd)
file=${TMPDIR:-/tmp}/svod-bench-$(id -u)-$mb.jsonl
if [ ! -s "$file" ]; then
	text=$(mktemp)
	trap 'rm -f "$text"' EXIT
	"$B/bin/svod-read" "$top"/corpus/documents 2>/dev/null | "$B/bin/svod-clean" --text >"$text"
	more=$top/../shared/data/xquad.ru.json
	[ -e "$more" ] || more=
	python3 "$top/tests/bench/gen_stream.py" "$mb" "$text" ${more:+"$more"} >"$file.new"
	mv "$file.new" "$file"
fi
echo "$file"
