#!/bin/sh
# Queries of one word, two words and a phrase: median and 95th percentile, ten hits with snippets each.
set -eu
B=$(cd "$1" && pwd) mb=$2
here=$(cd "$(dirname "$0")" && pwd)
stream=$(sh "$here/corpus.sh" "$B" "$mb")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
"$B/bin/svod-index" --bulk a.db "$stream"
sqlite3 u.db "PRAGMA page_size=16384; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; ATTACH 'a.db' AS s;
CREATE TABLE blocks(id INTEGER PRIMARY KEY, text TEXT); INSERT INTO blocks SELECT id, text FROM s.blocks;
CREATE VIRTUAL TABLE blocks_fts USING fts5(text, content='blocks', content_rowid='id', tokenize='unicode61');
INSERT INTO blocks_fts(blocks_fts) VALUES ('rebuild')" >/dev/null
python=python3
$python -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension' 2>/dev/null || python=/usr/bin/python3
$python "$here/search.py" "$B/lib/svod_fts5" a.db u.db
