#!/bin/sh
# 100 times kill -9 at a random moment of an indexing run: what was committed is there, nothing is damaged, and the next
# run finishes the work. Part of make check-full.
set -u
B=$(cd "${1:-build/release}/bin" && pwd)
top=$(cd "$(dirname "$0")/.." && pwd)
rounds=${2:-100}
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
python3 "$top/tests/bench/gen_stream.py" 8 "$top"/corpus/documents/*.txt "$top"/corpus/documents/*.md >stream
all=$(wc -l <stream)
last=0
for i in $(seq "$rounds"); do
	# a slow upstream, so that there are several batches to be killed in
	python3 -c "
import sys, time, random
random.seed($i)
for n, line in enumerate(open('stream')):
    sys.stdout.write(line); sys.stdout.flush()
    time.sleep(random.random() * 0.01)
" 2>/dev/null | "$B/svod-index" k.db 2>/dev/null &
	sleep "$(awk "BEGIN { srand($i); print 0.02 + rand() * 0.9 }")"
	kill -9 "$!" 2>/dev/null
	wait 2>/dev/null
	[ -e k.db ] || continue
	"$B/svod-index" --check k.db 2>err || { echo "FAILED: damaged after kill $i"; cat err; exit 1; }
	now=$(sqlite3 k.db 'SELECT count(*) FROM documents')
	[ "$now" -ge "$last" ] || { echo "FAILED: kill $i lost documents: $last, then $now"; exit 1; }
	last=$now
	[ "$now" = "$all" ] && rm -f k.db* && last=0
done
"$B/svod-index" k.db stream || { echo "FAILED: the run after the kills"; exit 1; }
[ "$(sqlite3 k.db 'SELECT count(*) FROM documents')" = "$all" ] || { echo "FAILED: documents are missing"; exit 1; }
"$B/svod-index" --check k.db || { echo "FAILED: damaged at the end"; exit 1; }
echo "$rounds kills: nothing lost, nothing damaged"
