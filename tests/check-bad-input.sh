#!/bin/sh
# Bad input costs one document: a clear message that names the file, the right exit code, and the rest is still done.
set -u
B=$1/bin
T=$(mktemp -d) || exit 1
trap 'chmod -R u+rwx "$T"; rm -rf "$T"' EXIT
failed=0

# expect CODE PATTERN COMMAND...: exit code and a line of stderr
expect() {
	code=$1 pattern=$2
	shift 2
	"$@" >"$T/out" 2>"$T/err"
	got=$?
	if [ "$got" != "$code" ] || ! grep -q -- "$pattern" "$T/err"; then
		echo "not ok: $* gives $got (wanted $code), and says:"
		cat "$T/err"
		failed=1
	fi
}

fine() { # fine COMMAND...: exit code 0
	"$@" >"$T/out" 2>"$T/err" || { echo "not ok: $* gives $?"; cat "$T/err"; failed=1; }
}

lines() { # lines N: the stream that the last command wrote has N documents with text
	n=$(grep -c '"blocks":' "$T/out")
	[ "$n" = "$1" ] || { echo "not ok: $n documents with text instead of $1"; failed=1; }
}

printf 'Провести семинар до 1 мая 2027 года.\n' >"$T/good.txt"
: >"$T/empty.txt"
head -c 3000 "$B/svod" >"$T/rubbish.pdf" # a program is no document, whatever it is called
if [ -e corpus/documents/plan-vodniki.docx ]; then
	head -c 4000 corpus/documents/plan-vodniki.docx >"$T/cut.docx"
	expect 65 'cut.docx' "$B/svod-read" "$T/cut.docx" "$T/good.txt"
	lines 1
fi
# a stage was left out: one message, and what is a stream is still read
{ cat "$T/good.txt" "$T/good.txt"; "$B/svod-read" "$T/good.txt"; } >"$T/mixed.jsonl"
expect 65 'line 1: no svod stream here; svod read' "$B/svod-clean" "$T/mixed.jsonl"
lines 1
[ "$(wc -l <"$T/err")" = 1 ] || { echo 'not ok: a message for every line of a file that is no stream'; failed=1; }
expect 66 'nowhere.db: no such database' "$B/svod-index" --check "$T/nowhere.db"
[ ! -e "$T/nowhere.db" ] || { echo 'not ok: a check made a database'; failed=1; }
expect 66 'missing.txt' "$B/svod-read" "$T/missing.txt" "$T/good.txt"
lines 1
expect 65 'empty.txt' "$B/svod-read" "$T/empty.txt" "$T/good.txt"
lines 1
expect 65 'rubbish.pdf' "$B/svod-read" "$T/rubbish.pdf" "$T/good.txt"
lines 1
expect 65 'empty.txt' "$B/svod-read" "$T/missing.txt" "$T/empty.txt"
expect 65 'list of names on standard input: longer than' "$B/svod-read" -0 </dev/zero
if [ "$(id -u)" != 0 ]; then
	mkdir "$T/closed" && chmod 0 "$T/closed"
	expect 66 'closed' "$B/svod-read" "$T/closed" "$T/good.txt"
	lines 1
else
	echo "skip: root can read every folder"
fi

# a stream cut in half, in every program that reads one
"$B/svod-read" "$T/good.txt" "$T/good.txt" >"$T/stream"
half=$(($(wc -c <"$T/stream") * 3 / 4))
head -c "$half" "$T/stream" >"$T/half"
for p in clean extract resolve; do
	expect 65 'line 2: cut off' "$B/svod-$p" "$T/half"
	lines 1
done
expect 65 'line 2: cut off' "$B/svod-index" "$T/half.db" "$T/half"
n=$(sqlite3 "$T/half.db" 'SELECT count(*) FROM documents')
[ "$n" = 1 ] || { echo "not ok: $n documents indexed of half a stream"; failed=1; }

# lines that are JSON and no document: named by their line, and the others are taken
sed -n 1p "$T/stream" | sed 's/"made":.*$/"made":"by hand"}/' >"$T/odd"
sed -n 1p "$T/stream" | sed 's/"doc":{[^}]*}/"doc":7/; t; s/"text":/"doc":7,"text":/' >>"$T/odd"
sed -n 1p "$T/stream" >>"$T/odd"
for p in clean extract resolve; do
	expect 65 'line 2: doc: not an object' "$B/svod-$p" "$T/odd"
	grep -q 'line 1: made: not an array' "$T/err" || { echo "not ok: svod-$p takes a list that is none"; failed=1; }
	lines 1
done
item='{"id":"date-0","type":"date","start":0,"end":2,"norm":{}}'
sed -n 1p "$T/stream" | sed "s/\"made\":/\"items\":[$item,$item],&/" >"$T/twice"
sed 's/"id":"[0-9a-f]*"/"id":""/' "$T/stream" | sed -n 1p >>"$T/twice"
sed -n 1p "$T/stream" >>"$T/twice"
expect 65 'line 1: two items have the id "date-0"' "$B/svod-index" "$T/twice.db" "$T/twice"
grep -q 'line 2: the document has no "id"' "$T/err" || { echo 'not ok: a document without an id'; failed=1; }
n=$(sqlite3 "$T/twice.db" 'SELECT count(*) FROM documents')
[ "$n" = 1 ] || { echo "not ok: $n documents indexed beside two that cannot be"; failed=1; }

# a file's name where a text is wanted; progress for programs ends with all done
expect 64 'good.txt is a file' "$B/svod-rules" explain "$T/good.txt"
fine "$B/svod-add" --db "$T/progress.db" --progress=json "$T/good.txt"
tail -1 "$T/err" | grep -q '"done":1,"total":1' || { echo 'not ok: progress has no last step'; cat "$T/err"; failed=1; }

# names that are no UTF-8, or speak to the terminal: the stream stays UTF-8, nothing is lost, the list stays a list
names=$T/names
mkdir "$names"
cp "$T/good.txt" "$names/$(printf 'a\320.txt')"
sed 's/семинар/съезд/' "$T/good.txt" >"$names/$(printf 'a\321.txt')"
sed 's/семинар/митинг/' "$T/good.txt" >"$names/$(printf 'b\033[31m\nc.txt')"
sed 's/семинар/сбор/' "$T/good.txt" >"$names/--help"
fine "$B/svod-add" --db "$T/names.db" "$names"
[ "$(wc -l <"$T/out")" = 7 ] || { echo 'not ok: a line a document'; cat "$T/out"; failed=1; }
! grep -q "$(printf '\033')" "$T/out" || { echo 'not ok: a name speaks to the terminal'; failed=1; }
fine "$B/svod-add" --db "$T/names.db" "$names"
grep -q '4 files unchanged' "$T/out" || { echo 'not ok: files with odd names are read again'; cat "$T/out"; failed=1; }
rm "$names/$(printf 'a\321.txt')"
fine "$B/svod-index" --prune "$T/names.db"
n=$(sqlite3 "$T/names.db" 'SELECT count(*) FROM files')
[ "$n" = 3 ] || { echo "not ok: $n files left of four when one is gone"; failed=1; }

# a full disk
for p in read clean extract resolve; do
	in=$T/stream
	[ $p != read ] || in=$T/good.txt
	"$B/svod-$p" "$in" >/dev/full 2>"$T/err"
	got=$?
	[ "$got" = 74 ] && grep -q 'standard output' "$T/err" || { echo "not ok: svod-$p on a full disk gives $got"; cat "$T/err"; failed=1; }
done

for p in svod svod-read svod-doctor svod-query; do
	"$B/$p" --help >/dev/full 2>"$T/err"
	[ $? = 74 ] && grep -q 'standard output' "$T/err" || { echo "not ok: $p --help on a full disk"; failed=1; }
done

"$B/svod-tour" >/dev/full 2>"$T/err"
[ $? = 74 ] && grep -q 'svod-tour: standard output' "$T/err" || { echo 'not ok: a tour on a full disk'; cat "$T/err"; failed=1; }

# a tour that is ended takes its corpus away
: >"$T/tour"
"$B/svod-tour" >"$T/tour" 2>&1 &
tour=$!
while ! grep -q '/tmp/svod-tour-' "$T/tour" && kill -0 "$tour" 2>"$T/err"; do sleep 0.1; done
folder=$(grep -o '/tmp/svod-tour-[A-Za-z0-9]*' "$T/tour" | head -n 1)
kill "$tour" 2>"$T/err"
wait "$tour"
[ -n "$folder" ] && [ ! -e "$folder" ] || { echo "not ok: a tour that was ended left $folder"; cat "$T/tour"; failed=1; }

# a target that cannot be written, or is no database: nothing is said to be in it
mkdir -p "$T/db.dir"
cp "$T/good.txt" "$T/good.db"
for option in -j1 --force; do
	expect 65 'good.db: this is no database of svod' "$B/svod-add" --db "$T/good.db" "$option" "$T/good.txt"
	! grep -q 'Next:' "$T/out" || { echo 'not ok: success over a file that is no database'; cat "$T/out"; failed=1; }
done
cmp -s "$T/good.txt" "$T/good.db" || { echo 'not ok: a file that is no database was changed'; failed=1; }
# nor is a database of another program made one of ours
sqlite3 "$T/other.db" 'CREATE TABLE t(a)' && cp "$T/other.db" "$T/other.before"
expect 65 'other.db: a database of another program' "$B/svod-add" --db "$T/other.db" "$T/good.txt"
cmp -s "$T/other.db" "$T/other.before" || { echo 'not ok: a database of another program was changed'; failed=1; }
! grep -q 'svod add' "$T/err" || { echo 'not ok: svod add advises svod add'; cat "$T/err"; failed=1; }
# one that has no tables yet is a new one
sqlite3 "$T/bare.db" 'PRAGMA journal_mode = WAL' >"$T/out"
fine "$B/svod-add" --db "$T/bare.db" "$T/good.txt"
! grep -q 'nothing was indexed' "$T/err" || { echo 'not ok: a new database is told as none'; cat "$T/err"; failed=1; }
: >"$T/new.db"
fine "$B/svod-add" --db "$T/new.db" "$T/good.txt"
expect 73 'db.dir' "$B/svod-index" "$T/db.dir" "$T/stream"
expect 64 'Did you mean --strict' "$B/svod-clean" --strct
exit $failed
