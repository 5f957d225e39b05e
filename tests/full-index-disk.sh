#!/bin/sh
# A disk that fills up while documents are indexed: svod-index says so (74), what it finished before is there and can be
# searched, nothing is damaged, and with more room the next run finishes the work. The disk is a tmpfs of its own where
# that can be mounted, else files may not grow past a limit. Part of make check-full.
set -u
B=$(cd "${1:-build/release}/bin" && pwd)
top=$(cd "$(dirname "$0")/.." && pwd)
dir=$(mktemp -d) || exit 1
disk=$dir/disk
trap 'umount "$disk" 2>/dev/null; rm -rf "$dir"' EXIT
cd "$dir" || exit 1
mkdir disk
fail() { echo "FAILED: $*"; cat err; exit 1; }
python3 "$top/tests/bench/gen_stream.py" 2 "$top"/corpus/documents/*.txt "$top"/corpus/documents/*.md >stream
split -l 1 stream part.
all=$(wc -l <stream)
if mount -t tmpfs -o size=64k none disk 2>/dev/null; then
	how='a disk'
	room() { mount -o remount,size="$1"k none disk; }
	limited() { "$@"; }
else
	echo 'skip: a disk of its own cannot be mounted here; the size of files is limited instead'
	how='a file'
	kb=0
	room() { kb=$1; }
	limited() { (trap '' XFSZ; ulimit -f $((kb * 2)); exec "$@"); } # in blocks of 512 bytes
fi
count() { sqlite3 disk/a.db 'SELECT count(*) FROM documents' 2>/dev/null || echo 0; }

for kb_now in 200 700 900 1100 1500 2100; do
	rm -f disk/*
	room $kb_now
	done=0 code=0
	for part in part.*; do
		limited "$B/svod-index" disk/a.db "$part" 2>err
		code=$?
		[ $code = 0 ] || break
		done=$((done + $(wc -l <"$part")))
	done
	[ $code = 74 ] || fail "$how of $kb_now KB: exit $code, not 74"
	if [ "$done" -gt 0 ]; then
		limited "$B/svod-query" search и --db disk/a.db >/dev/null 2>err || fail "$how of $kb_now KB: no search while it is full"
	fi
	room 65536
	[ "$(count)" -ge "$done" ] || fail "$how of $kb_now KB: $(count) documents are left of $done"
	[ "$done" = 0 ] || "$B/svod-index" --check disk/a.db 2>err || fail "$how of $kb_now KB: damaged"
	"$B/svod-index" disk/a.db stream 2>err || fail "$how of $kb_now KB: the run with more room"
	[ "$(count)" = "$all" ] || fail "$how of $kb_now KB: documents are missing"
	"$B/svod-index" --check disk/a.db 2>err || fail "$how of $kb_now KB: damaged at the end"
	echo "$how of $kb_now KB: $done documents before it was full"
done

# a first load leaves nothing behind, wherever it stops
for kb_now in 200 450 900; do
	rm -f disk/*
	room $kb_now
	limited "$B/svod-index" --bulk disk/b.db stream 2>err
	[ $? = 74 ] || fail "--bulk on $how of $kb_now KB is not 74"
	[ -z "$(ls disk)" ] || fail "--bulk left $(ls disk)"
done
echo 'a full disk loses nothing'
