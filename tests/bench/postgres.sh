#!/bin/sh
# postgres.sh index SVOD.db: PostgreSQL's russian configuration over the same blocks, in a server of its own.
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
[ -n "$bin" ] && [ -x "$bin/initdb" ]
db=$(realpath "$2")
dir=$(mktemp -d)
as=
if [ "$(id -u)" = 0 ]; then
	id postgres >/dev/null 2>&1
	chown postgres "$dir"
	as='setpriv --reuid=postgres --regid=postgres --clear-groups'
fi
stop() { $as "$bin/pg_ctl" -D "$dir/d" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$dir"; }
trap stop EXIT
cd /
$as "$bin/initdb" -D "$dir/d" -E UTF8 --locale=C.UTF-8 >/dev/null 2>&1
$as "$bin/pg_ctl" -D "$dir/d" -l "$dir/log" -o "-k $dir -c listen_addresses='' -c shared_buffers=64MB -c fsync=off -c maintenance_work_mem=64MB -c max_parallel_maintenance_workers=0" -w start >/dev/null 2>&1
psql="$as psql -q -h $dir -d postgres"
$psql -c 'CREATE TABLE blocks(id bigint, text text)'
start=$(date +%s%N)
sqlite3 -cmd '.mode csv' "$db" 'SELECT id, text FROM blocks WHERE text IS NOT NULL' | $psql -c 'COPY blocks FROM STDIN CSV'
$psql -c "ALTER TABLE blocks ADD COLUMN v tsvector GENERATED ALWAYS AS (to_tsvector('russian', text)) STORED; CREATE INDEX ON blocks USING gin(v)"
end=$(date +%s%N)
size=$($psql -At -c "SELECT pg_total_relation_size('blocks')")
text=$(sqlite3 "$db" 'SELECT sum(text_bytes) FROM documents')
awk -v n="$((end - start))" -v s="$size" -v t="$text" 'BEGIN { printf "%-34s %7.1f %9.2f        –  (elapsed time)\n", "PostgreSQL russian", t / 1e6 / (n / 1e9), s / t }'
