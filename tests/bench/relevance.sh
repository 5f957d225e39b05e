#!/bin/sh
# Relevance on XQuAD's Russian part: for each question, is its passage found and how high? Skips without the data.
set -eu
B=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../../shared/data/xquad.ru.json
[ -e "$data" ] || { echo "skip: ../shared/data/xquad.ru.json is not there"; exit 0; }
python=python3
$python -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension' 2>/dev/null || python=/usr/bin/python3
$python "$here/relevance.py" "$B/lib/svod_fts5" "$data"
