#!/bin/sh
# The same thing said two ways gives the same bytes: one stream = two concatenated, one chain = several at once, a run
# = another run; and adding twice changes nothing.
set -u
B=$(cd "$1" && pwd)/bin
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT
failed=0
same() { # same WHAT FILE FILE
	cmp -s "$2" "$3" || { echo "not ok: $1"; cmp "$2" "$3"; failed=1; }
}
[ -d corpus/documents ] || { echo "skip: no corpus"; exit 0; }

chain() { "$B/svod-read" "$@" | "$B/svod-clean" | "$B/svod-extract" | "$B/svod-resolve"; }
set -- corpus/documents/*
one=$1 two=$2
chain "$one" "$two" >"$T/both" 2>"$T/err"
{ chain "$one"; chain "$two"; } >"$T/each" 2>"$T/err"
same "two documents in one stream are the two streams" "$T/both" "$T/each"
for p in clean extract resolve; do
	"$B/svod-$p" <"$T/both" >"$T/1"
	python3 -c '
import sys, time
data = open(sys.argv[1], "rb").read()
for i in range(0, len(data), 4099):
    sys.stdout.buffer.write(data[i:i + 4099]); sys.stdout.buffer.flush()' "$T/both" | "$B/svod-$p" >"$T/2"
	same "svod-$p reads in small pieces what it reads whole" "$T/1" "$T/2"
done
chain corpus/documents/* >"$T/a" 2>"$T/err"
chain corpus/documents/* >"$T/b" 2>"$T/err"
same "a run is the same as another" "$T/a" "$T/b"
LC_ALL=C TZ=Asia/Almaty chain corpus/documents/* >"$T/b" 2>"$T/err"
same "neither locale nor time zone matters" "$T/a" "$T/b"

# How the index of words lies in pieces depends on which documents came together; what it holds does not.
dump() {
	{
		sqlite3 "$1" .dump | grep -v -e '^INSERT INTO blocks_fts_\(data\|idx\)'
		sqlite3 "$1" -cmd ".load $B/../lib/svod_fts5" "CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, blocks_fts, instance);
			SELECT * FROM temp.v"
	} >"$2"
}
"$B/svod" add -q --db "$T/serial.db" -j 1 corpus/documents 2>"$T/err"
"$B/svod" add -q --db "$T/parallel.db" -j 3 corpus/documents 2>"$T/err"
dump "$T/serial.db" "$T/1"
dump "$T/parallel.db" "$T/2"
same "three chains at once write what one writes" "$T/1" "$T/2"
"$B/svod" add -q --db "$T/serial.db" corpus/documents 2>"$T/err"
dump "$T/serial.db" "$T/2"
same "adding again changes nothing" "$T/1" "$T/2"

# a changed file replaces its rows, a file that is gone leaves with --prune
mkdir "$T/in"
echo 'Провести съезд до 1 мая 2027 года.' >"$T/in/a.txt"
echo 'Провести форум до 1 июня 2027 года.' >"$T/in/b.txt"
count() { sqlite3 "$T/in.db" "SELECT count(*) FROM documents"; }
"$B/svod" add -q --db "$T/in.db" "$T/in"
echo 'Провести пленум до 1 июля 2028 года.' >"$T/in/a.txt"
"$B/svod" add -q --db "$T/in.db" "$T/in"
[ "$(count)" = 2 ] && sqlite3 "$T/in.db" 'SELECT text FROM blocks' | grep -q пленум && ! sqlite3 "$T/in.db" 'SELECT text FROM blocks' | grep -q съезд ||
	{ echo "not ok: a changed file does not replace its rows"; failed=1; }
rm "$T/in/b.txt"
"$B/svod" add -q --prune --db "$T/in.db" "$T/in"
[ "$(count)" = 1 ] || { echo "not ok: --prune leaves $(count) documents"; failed=1; }
exit $failed
