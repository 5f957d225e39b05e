#!/bin/sh
# Relevance on XQuAD's Russian part: for each question, is its passage found and how high? Skips without the data.
set -eu
B=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../../shared/data/xquad.ru.json
[ -e "$data" ] || { echo "skip: ../shared/data/xquad.ru.json is not there"; exit 0; }
$(sh "$here/python.sh") "$here/relevance.py" "$B/lib/svod_fts5" "$data"
