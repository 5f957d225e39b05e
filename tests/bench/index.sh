#!/bin/sh
# Indexing: MB of text a second of CPU, file size : text, memory; and one document added to the full index.
set -eu
B=$(cd "$1" && pwd) mb=$2
here=$(cd "$(dirname "$0")" && pwd)
stream=$(sh "$here/corpus.sh" "$B" "$mb")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
row() { # row NAME FILE…: reads "seconds-of-CPU kB" from the file time
	name=$1
	shift
	read -r user system rss <time
	bytes=$(cat "$@" | wc -c)
	awk -v n="$name" -v u="$user" -v s="$system" -v r="$rss" -v b="$bytes" -v t="$text" 'BEGIN {
		printf "%-34s %7.1f %9.2f %8.0f\n", n, t / 1e6 / (u + s), b / t, r / 1024 }'
}
timed() { command time -o time -f '%U %S %M' "$@"; }
timed "$B/bin/svod-index" a.db "$stream"
text=$(sqlite3 a.db 'SELECT sum(text_bytes) FROM documents')
printf '%s MB of text, %s documents, %s blocks\n' "$mb" "$(sqlite3 a.db 'SELECT count(*) FROM documents')" "$(sqlite3 a.db 'SELECT count(*) FROM blocks')"
printf '%-34s %7s %9s %8s\n' '' 'MB/s' 'size:text' 'RSS MB'
row 'svod-index' a.db
timed "$B/bin/svod-index" --bulk b.db "$stream"
row 'svod-index --bulk' b.db
cp time time.svod
cat >plain.sql <<SQL
PRAGMA page_size=16384; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
ATTACH 'a.db' AS s;
CREATE TABLE blocks(id INTEGER PRIMARY KEY, text TEXT);
INSERT INTO blocks SELECT id, text FROM s.blocks;
CREATE VIRTUAL TABLE f USING fts5(text, content="blocks", content_rowid="id", tokenize="unicode61");
INSERT INTO f(f) VALUES ('rebuild');
SQL
timed sqlite3 u.db ".read plain.sql" >/dev/null
row 'sqlite3 FTS5 unicode61 (no parsing)' u.db
python=$(sh "$here/python.sh")
if $python -c 'import xapian' 2>/dev/null; then
	timed "$python" "$here/xapian_peer.py" a.db x
	row 'Xapian russian (with the text)' x/*
else
	echo 'Xapian: not installed'
fi
sh "$here/postgres.sh" index a.db || echo 'PostgreSQL: not installed, or it cannot be started here'
head -n 1 "$stream" | sed 's/"id":"[0-9a-f]*"/"id":"0000000000000000"/; s/"path":"[^"]*"/"path":"new.txt"/' >one
timed "$B/bin/svod-index" a.db one
awk '{ printf "one document added to the full index: %.0f ms of CPU\n", ($1 + $2) * 1000 }' time
