#!/bin/sh
# corpus/broken: what EXPECT.tsv says of each hostile file holds, it takes seconds, and the document after it is read.
# Files named made/… are too large to be kept and are made here.
set -u
B=$1/bin
dir=corpus/broken
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT
mkdir "$T/made"
python3 - "$T/made" <<'PY' || exit 1
import sys, zipfile
out = sys.argv[1]
deep = 100000
with open(out + "/nested.html", "w", encoding="utf-8") as f:
    f.write("<html><meta charset=utf-8><body><p>Профком требует.</p>" + "<div>" * deep + "глубина" + "</div>" * deep + "</body></html>")
head = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
types = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
         'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml'
         '.document.main+xml"/></Types>')
with zipfile.ZipFile(out + "/bomb.docx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
    z.writestr("[Content_Types].xml", types)
    with z.open("word/document.xml", "w", force_zip64=True) as f:
        f.write(head.encode())
        block = b"<w:p><w:r><w:t>" + b"A" * (1 << 20) + b"</w:t></w:r></w:p>"
        for _ in range(600):
            f.write(block)
        f.write(b"</w:body></w:document>")
entities = "".join(f'<!ENTITY l{n} "' + f"&l{n - 1};" * 10 + '">' for n in range(1, 10))
with zipfile.ZipFile(out + "/laughs.docx", "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("[Content_Types].xml", types)
    z.writestr("word/document.xml", f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{entities}]>' + head[21:] +
               "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>")
PY
printf 'Провести семинар до 1 мая 2027 года.\n' >"$T/good.txt"
failed=0

bad() {
	echo "not ok: $file: $*"
	cat "$T/err"
	failed=1
}

tab=$(printf '\t')
grep -v '^file' $dir/EXPECT.tsv >"$T/list"
while IFS="$tab" read -r file code message text _; do
	path=$dir/$file
	[ "${file#made/}" = "$file" ] || path=$T/$file
	timeout 60 "$B/svod-read" "$path" "$T/good.txt" >"$T/out" 2>"$T/err"
	got=$?
	n=$(grep -c '},"text":"' "$T/out")
	first=$(head -n 1 "$T/out" | grep -c '},"text":"..')
	echo "$got" | grep -qxE "$code" || bad "exit $got instead of $code"
	[ "$message" = - ] || grep -qE -- "$message" "$T/err" || bad "does not say $message"
	[ "$text" != yes ] || [ "$first" = 1 ] || bad "no text was read"
	[ "$text" != no ] || [ "$n" = 1 ] || bad "$n documents with text, only the good one was expected"
	tail -n 1 "$T/out" | grep -q 'Провести семинар' || bad "the document after it is lost"
	[ "$got" != 0 ] || [ "$first" = 1 ] || [ -s "$T/err" ] || bad "nothing read, and nothing said"
done <"$T/list"
exit $failed
