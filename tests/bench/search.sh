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
python=$(sh "$here/python.sh")
if $python -c 'import xapian' 2>/dev/null; then
	$python "$here/xapian_peer.py" a.db x
	set -- x
else
	echo 'skip: Xapian is not installed (python3-xapian)'
	set --
fi
$python "$here/search.py" "$B/lib/svod_fts5" a.db u.db "$@"
