#!/bin/sh
# make bench-read: quality of svod-read | svod-clean on ../shared/documents (score_text.py), then CPU a MB of text on one
# large document of each format (document 000 thirty times), beside the other readers that are installed.
set -u
cd "$(dirname "$0")/../.."
B=${1:-build/release/bin}
docs=../shared/documents
[ -d "$docs" ] || docs=${SVOD_SHARED:-/nonexistent}/documents
if [ ! -d "$docs" ]; then
	echo "skip: ../shared/documents is not here"
	exit 0
fi
export LC_ALL=C.UTF-8
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT

echo "== words, order and errors (PDF without the scans)"
"$B/svod-read" -q "$docs"/docx "$docs"/odt "$docs"/rtf "$docs"/doc "$docs"/html "$docs"/txt "$docs"/pdf |
	"$B/svod-clean" -q | python3 "$docs/score_text.py" --stream "$docs/gold" | sed "s#^$docs/##"

echo "== charsets: samples of documents/enc that decode to the right text"
"$B/svod-read" -q "$docs"/enc | python3 -c '
import json, os, re, sys
plain = lambda s: re.sub(r"\s+", " ", s.replace("\ufeff", "")).strip()
good = n = 0
for line in sys.stdin:
    d = json.loads(line)
    path = d["source"]["path"]
    raw = open(path, "rb").read()
    n += 1
    if plain(raw.decode(os.path.basename(path).split("_")[1], "replace")) == plain(d.get("text", "")):
        good += 1
    else:
        print("wrong:", path)
print(f"{good} of {n}")'

echo "== CPU: ms a MB of text, median of 5"
python3 - "$docs" "$T" "$B" <<'PY'
import os, re, resource, shutil, subprocess, sys, zipfile
docs, out, bins = sys.argv[1:]
times = 30


def again(source, name, part, repeat):
    a, b = zipfile.ZipFile(source), zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED)
    for i in a.infolist():
        data = a.read(i.filename)
        b.writestr(i, repeat(data.decode()).encode() if i.filename == part else data)
    b.close()


def between(s, start, end):
    i, j = s.index(start) + len(start), s.rindex(end)
    return s[:i] + s[i:j] * times + s[j:]


again(f"{docs}/docx/000.docx", f"{out}/big.docx", "word/document.xml", lambda s: between(s, "<w:body>", "<w:sectPr"))
again(f"{docs}/odt/000.odt", f"{out}/big.odt", "content.xml", lambda s: between(s, "</text:sequence-decls>", "</office:text>"))
html = open(f"{docs}/html/000.html", encoding="utf-8").read()
open(f"{out}/big.html", "w", encoding="utf-8").write(between(html, html[html.index("<body"):html.index(">", html.index("<body")) + 1], "</body>"))
rtf = open(f"{docs}/rtf/000.rtf", "rb").read()
# the body: what follows the last group of the header
depth = at = start = 0
while at < len(rtf):
    c = rtf[at]
    if c == 0x5C:
        at += 1
    elif c == 0x7B:
        depth += 1
    elif c == 0x7D:
        depth -= 1
        start = at + 1 if depth == 1 and rtf.find(b"\\footer", 0, at) >= 0 and not start else start
    at += 1
body = rtf[start:rtf.rindex(b"}")]
open(f"{out}/big.rtf", "wb").write(rtf[:start] + body * times + b"}")
shutil.copy(f"{docs}/doc/000.doc", f"{out}/big.doc")


def cpu(command):
    runs = []
    size = 0
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        p = subprocess.run(command, shell=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        runs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        size = len(p.stdout)
    return sorted(runs)[2] * 1000, size


peers = {
    "docx": ["docx2txt {} -", "pandoc -t plain {}"],
    "odt": ["odt2txt --encoding=UTF-8 {}"],
    "rtf": ["catdoc -d utf-8 {}", "unrtf --html {}"],
    "doc": ["catdoc -d utf-8 {}", "antiword -m UTF-8.txt {}"],
    "html": ["xmllint --html --noout {}"],
}
one = os.path.getsize(f"{docs}/gold/000.txt") / 1e6
for form, others in peers.items():
    text = one * times
    operand = " ".join([f"{out}/big.{form}"] * (times if form == "doc" else 1))
    for command in [f"{bins}/svod-read -q {{}}"] + others:
        tool = os.path.basename(command.split()[0])
        if not shutil.which(command.split()[0]):
            continue
        ms, size = cpu(command.format(operand))
        print(f"{form}\t{tool}\t{ms / text:.1f}" + ("\t(thirty documents of 52 KB)" if form == "doc" else ""))
PY
