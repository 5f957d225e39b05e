#!/bin/sh
# What a person checks an answer with: the lines of a file in its own charset, the cell, the picture of the page; colours
# on a terminal alone; classes of instruments; messages for queries that are not quite right.
set -u
B=$(cd "${1:-build/release}/bin" && pwd)
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
export SVOD_DB="$dir/corpus.db" COLUMNS=100
failed=0
fail() { echo "FAILED: $*"; failed=1; }
gives() { # gives TEXT COMMAND…
	want=$1
	shift
	"$@" >out 2>&1
	grep -qF -- "$want" out || { fail "$* does not print: $want"; cat out; }
}
exits() { # exits CODE COMMAND…
	want=$1
	shift
	"$@" >out 2>&1
	code=$?
	[ "$code" = "$want" ] || { fail "$* exits $code, not $want"; cat out; }
}
item() { sqlite3 "$SVOD_DB" "SELECT name FROM items WHERE type = '$1' ORDER BY start LIMIT 1"; }

mkdir in
printf 'План работы Совета\r\nПервая строка без дат.\r\nРатифицировать Конвенцию МОТ № 87 до 1 марта 2024 года.\r\nРазвивать обучение кадров.\r\n' |
	iconv -f UTF-8 -t CP1251 >in/plan.txt
printf '<table><tr><th>Мероприятие</th><th>Срок</th></tr><tr><td>Обсудить Конвенцию МОТ № 131</td><td>2 квартал 2024 г.</td></tr></table>' >in/table.html
"$B/svod" add --db "$SVOD_DB" -q in || fail 'svod add'

c87=$(sqlite3 "$SVOD_DB" "SELECT name FROM items WHERE value = 'C087' LIMIT 1")
gives '>     3  Ратифицировать Конвенцию МОТ № 87' "$B/svod" show "plan:$c87" --source
gives '      4  Развивать обучение кадров.' "$B/svod" show "plan:$c87" --source
exits 64 "$B/svod" show "plan:$c87" --source=page.png
# the place that a search prints
gives "plan:3 " "$B/svod" search 'convention:C087'
gives C087 "$B/svod" show plan:3
gives '     3  Ратифицировать Конвенцию МОТ № 87' "$B/svod" show plan:3 --text
gives C087 "$B/svod" show plan:4 # the block goes on
"$B/svod" show plan:1 --text | grep -q Конвенцию && fail 'a place is more than its block'
exits 66 "$B/svod" show plan:0
exits 66 "$B/svod" show plan:99999
gives 'no such line; the last paragraph begins in line 3' "$B/svod" show plan:99999
exits 66 "$B/svod" show plan:p.2
printf '\nПро-\nфсо-\nюз\n' >in/divided.txt
"$B/svod" add --db "$SVOD_DB" -q in || fail 'svod add of a divided word'
gives 'Профсоюз' "$B/svod" show divided:4 --text # lines of a word that is divided
c131=$(sqlite3 "$SVOD_DB" "SELECT name FROM items WHERE value = 'C131' LIMIT 1")
rm in/table.html # without the file: the cell as it was indexed
gives 'row 2, column 1 (Мероприятие)' "$B/svod" show "table:$c131" --source
"$B/svod" show plan --text >out
grep -q "$(printf '\033')" out && fail 'colours in a pipe'
"$B/svod" show plan --text --color=always >out
grep -q "$(printf '\033')" out || fail 'no colours where they were asked for'

gives C087 "$B/svod" conventions --category fundamental -o csv
gives fundamental "$B/svod" conventions -o csv
"$B/svod" conventions --category fundamental -o csv | grep -q C131 && fail 'C131 is no fundamental convention'
exits 1 "$B/svod" conventions --category governance
printf 'Ратифицировать Конвенцию МОТ № 81 об инспекции труда.\n' >in/note.txt
"$B/svod" add --db "$SVOD_DB" -q in || fail 'svod add of a note'
gives C081 "$B/svod" conventions --category governance -o csv # its line of the lexicon has a cell behind the class
"$B/svod" search --save mine '"план работы" -отчёт' --type org >out 2>&1
gives "'\"план работы\" -отчёт' --type org" "$B/svod" list saved -o tsv

gives 'Did you mean country:?' "$B/svod" search 'countri:KZ план'
gives 'a number of words is wanted here' "$B/svod" search 'план NEAR/x кадры'
gives 'option -п is unknown' "$B/svod" search -план
exits 0 "$B/svod" search -- 'работа -пожар'

# a page of a PDF as a picture
if python3 - page.pdf <<'PY' && command -v pdftocairo >/dev/null
import sys
text = b'BT /F1 14 Tf 72 700 Td (The conference supports ratification of ILO Convention No. 190 by 2025.) Tj ET'
parts = [b'<< /Type /Catalog /Pages 2 0 R >>', b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
         b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
         b'<< /Length %d >>\nstream\n%s\nendstream' % (len(text), text), b'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
out, at = b'%PDF-1.4\n', []
for n, body in enumerate(parts, 1):
    at.append(len(out))
    out += b'%d 0 obj\n%s\nendobj\n' % (n, body)
start = len(out)
out += b'xref\n0 6\n0000000000 65535 f \n' + b''.join(b'%010d 00000 n \n' % a for a in at)
out += b'trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' % start
open(sys.argv[1], 'wb').write(out)
PY
then
	mv page.pdf in
	"$B/svod" add --db "$SVOD_DB" -q in || fail 'svod add of a PDF'
	c190=$(sqlite3 "$SVOD_DB" "SELECT name FROM items WHERE value = 'C190' LIMIT 1")
	gives 'page 1, box' "$B/svod" show "page:$c190" --source=c190.png
	exits 66 "$B/svod" show page:p.2
	gives 'no such page; the last text begins on page 1' "$B/svod" show page:p.2
	exits 66 "$B/svod" show page:¶9
	head -c 8 c190.png | od -An -c | grep -q 'P   N   G' || fail 'no picture'
	exits 73 "$B/svod" show "page:$c190" --source=nowhere/c190.png
	echo >>in/page.pdf
	exits 66 "$B/svod" show "page:$c190" --source=c190.png
else
	echo 'skip: pictures need pdftocairo (poppler-utils)'
fi
exit $failed
