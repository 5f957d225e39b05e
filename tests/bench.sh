#!/bin/sh
# Speed of the chain stage by stage in MB of text a second of CPU time, beside pdftotext, grep and plain FTS5, in the
# same run: on a noisy machine the ratios count. The input is made from corpus/ (about 8 MB of text). Medians of 5.
set -eu
cd "$(dirname "$0")/.."
B=$1
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8

# CPU seconds (user + system) of a command, the median of five runs
cpu() {
	for _ in 1 2 3 4 5; do
		python3 - "$@" <<'PY'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
r = resource.getrusage(resource.RUSAGE_CHILDREN)
print(r.ru_utime + r.ru_stime)
PY
	done | sort -n | sed -n 3p
}

row() { # row NAME BYTES COMMAND...
	name=$1 bytes=$2
	shift 2
	awk -v n="$name" -v b="$bytes" -v t="$(cpu "$@")" 'BEGIN { printf "%-44s %8.1f MB/s  %7.3f s\n", n, b / 1e6 / t, t }'
}

for i in $(seq 1 60); do cat corpus/gold/*.txt; done >"$T/big.txt"
mkdir "$T/many"
for i in $(seq 1 40); do for f in corpus/gold/*.txt; do cp "$f" "$T/many/$i-$(basename "$f")"; done; done
"$B/svod-read" "$T/many" >"$T/read"
"$B/svod-clean" "$T/read" >"$T/clean"
"$B/svod-extract" "$T/clean" >"$T/extract"
"$B/svod-resolve" "$T/extract" >"$T/resolve"
bytes=$(cat "$T"/many/*.txt | wc -c)
big=$(wc -c <"$T/big.txt")

echo "text: $bytes bytes in $(ls "$T/many" | wc -l) documents"
row "svod-read (txt)" "$bytes" "$B/svod-read" "$T/many"
row "svod-clean" "$bytes" "$B/svod-clean" "$T/read"
row "svod-extract" "$bytes" "$B/svod-extract" "$T/clean"
row "svod-resolve" "$bytes" "$B/svod-resolve" "$T/extract"
row "svod-index" "$bytes" sh -c "rm -f '$T/x.db'; exec '$B/svod-index' '$T/x.db' '$T/resolve'"
row "the whole chain (svod add)" "$bytes" sh -c "rm -f '$T/y.db'; exec '$B/svod' add -q --db '$T/y.db' '$T/many'"
echo "beside them"
months='(?i)(*UCP)\b\d{1,2}\s+(январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*\s+\d{4}'
row "grep -P '(*UCP)...', one rule for dates" "$big" grep -cP "$months" "$T/big.txt"
python3 - "$T" <<'PY'
import sys
t = sys.argv[1]
with open(t + "/fts.sql", "w", encoding="utf-8") as out:
    out.write("PRAGMA journal_mode=WAL; CREATE VIRTUAL TABLE f USING fts5(t); BEGIN;\n")
    for line in open(t + "/big.txt", encoding="utf-8"):
        if line.strip():
            out.write("INSERT INTO f VALUES('%s');\n" % line.strip().replace("'", "''"))
    out.write("COMMIT;\n")
PY
row "sqlite3, plain FTS5 unicode61 (text only)" "$big" sh -c "rm -f '$T/z.db'; exec sqlite3 '$T/z.db' <'$T/fts.sql'"
pdf=$(ls corpus/documents/*.pdf | head -n 1)
words=$(pdftotext "$pdf" - 2>/dev/null | wc -c || true)
if [ "${words:-0}" -gt 0 ]; then
	row "svod-read ($(basename "$pdf"))" "$words" "$B/svod-read" "$pdf"
	row "pdftotext ($(basename "$pdf"))" "$words" pdftotext "$pdf" -
else
	echo "skip: pdftotext is not installed (poppler-utils)"
fi
