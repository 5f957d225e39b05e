#!/bin/sh
# make bench-read: quality of svod-read | svod-clean on ../shared/documents (score_text.py), then CPU a MB of text on one
# large document of each format (document 000 thirty times), beside the other readers that are installed. The tools take
# turns; the least of seven runs of each counts, since what other work on the machine adds to a run is not the tool's, and
# the ratio is the middle one of those of the seven turns.
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

if command -v tesseract >/dev/null || ls /usr/share/tesseract-ocr/*/tessdata/rus.traineddata >/dev/null 2>&1; then
	echo "== scans"
	"$B/svod-read" -q "$docs"/scan | "$B/svod-clean" -q | python3 "$docs/score_text.py" --stream "$docs/gold" |
		sed "s#^$docs/##"
fi

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

echo "== CPU: ms a MB of text, least of 7; svod-read takes so many times what the tool does (middle of 7)"
python3 - "$docs" "$T" "$B" <<'PY'
import os, re, resource, shutil, struct, subprocess, sys, zipfile
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


# DOC: one text of its main story, thirty times in one piece, with the property pages of each copy moved along ([MS-DOC]
# 2.5.6, 2.8.35, 2.9.33; compound file: [MS-CFB] 2.2 to 2.6)
SECTOR, END, FAT, FREE = 512, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def streams(data):
    def sectors(first):
        while first < FAT:
            yield data[(first + 1) * SECTOR:(first + 2) * SECTOR]
            first = fat[first]

    difat = [i for i in struct.unpack_from("<109I", data, 76) if i < FAT]
    fat = [x for i in difat for x in struct.unpack("<128I", data[(i + 1) * SECTOR:(i + 2) * SECTOR])]
    entries = b"".join(sectors(struct.unpack_from("<I", data, 48)[0]))
    for at in range(0, len(entries), 128):
        n, first, size = *struct.unpack_from("<H", entries, at + 64), *struct.unpack_from("<IQ", entries, at + 116)
        if n and size >= 4096 and entries[at + 66] == 2:
            yield entries[at:at + n - 2].decode("utf-16-le"), b"".join(sectors(first))[:size]


def compound(parts):
    body, fat, entries = b"", [], b""

    def entry(name, kind, child, first, size, left=FREE):
        raw = (name + "\0").encode("utf-16-le")
        return struct.pack("<64sHBBIII16sI16sIQ", raw, len(raw), kind, 1, left, FREE, child, b"", 0, b"", first, size)

    def chain(data):
        nonlocal body
        first, n = len(fat), -(-len(data) // SECTOR)
        fat.extend(list(range(first + 1, first + n)) + [END])
        body += data.ljust(n * SECTOR, b"\0")
        return first

    for i, (name, data) in enumerate(parts):
        entries += entry(name, 2, FREE, chain(data), len(data), i if i else FREE)
    directory = chain(entry("Root Entry", 5, len(parts), END, 0) + entries)
    n = 1
    while n * 128 < len(fat) + n:
        n += 1
    where = list(range(len(fat), len(fat) + n))
    fat.extend([FAT] * n)
    head = struct.pack("<8s16sHHHHHHIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 62, 3, 0xFFFE, 9, 6, 0, 0, 0, n,
                       directory, 0, 4096, END, 0, END, 0)
    table = struct.pack(f"<{n * 128}I", *fat, *[FREE] * (n * 128 - len(fat)))
    return head + struct.pack("<109I", *where, *[FREE] * (109 - n)) + body + table


def bigger_doc(source, name):
    parts = dict(streams(open(source, "rb").read()))
    main, table = parts["WordDocument"], bytearray(parts["1Table"])
    first, chars = struct.unpack_from("<I", main, 0x18)[0], struct.unpack_from("<I", main, 0x4C)[0]
    size = 2 * chars
    new = bytearray(main[:first] + main[first:first + size] * times)
    new += bytes(-len(new) % SECTOR)

    def put(index, data):
        struct.pack_into("<II", new, 0x9A + 8 * index, len(table), len(data))
        table.extend(data)

    for index in (12, 13):  # PlcfBteChpx, PlcfBtePapx
        at, length = struct.unpack_from("<II", main, 0x9A + 8 * index)
        n = (length - 4) // 8
        pages = struct.unpack_from(f"<{n}I", table, at + 4 * (n + 1))
        starts, numbers = [], []
        for k in range(times):
            for p in pages:
                page = bytearray(main[p * SECTOR:(p + 1) * SECTOR])
                for i in range(page[511] + 1):
                    fc = min(struct.unpack_from("<I", page, 4 * i)[0], first + size) + k * size
                    struct.pack_into("<I", page, 4 * i, fc)
                starts.append(struct.unpack_from("<I", page)[0])
                numbers.append(len(new) // SECTOR)
                new += page
        put(index, struct.pack(f"<{2 * len(numbers) + 1}I", *starts, first + size * times, *numbers))
    put(33, struct.pack("<BIIIHIH", 2, 16, 0, chars * times, 0, first, 0))  # Clx: one piece
    struct.pack_into("<8I", new, 0x4C, chars * times, *[0] * 7)
    struct.pack_into("<I", new, 0x1C, first + size * times)
    open(name, "wb").write(compound([("1Table", bytes(table)), ("WordDocument", bytes(new))]))


bigger_doc(f"{docs}/doc/000.doc", f"{out}/big.doc")


def spent(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    p = subprocess.run(command, shell=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000, len(p.stdout)


def race(commands):
    """of each: least ms of CPU in seven turns, bytes that came out, and how many times its ms the first one took"""
    runs = [[spent(c) for c in commands] for _ in range(7)]
    ratios = [sorted(r[0][0] / max(r[i][0], 0.001) for r in runs)[3] for i in range(len(commands))]
    return [(*min(r[i] for r in runs), ratios[i]) for i in range(len(commands))]


def show(form, what, commands, unit, label="{:.1f}"):
    """a line a command, the first of them ours; unit(results) gives what a line counts in"""
    got = race(commands)
    for (ms, _, times), command in zip(got, commands):
        tool = os.path.basename(command.split()[0])
        ratio = f"\t{times:.2f} times" if command is not commands[0] else ""
        print(f"{form}\t{tool}\t{label.format(ms / unit(got))}{what}{ratio}", flush=True)


peers = {
    "docx": ["docx2txt {} -", "pandoc -t plain {}"],
    "odt": ["odt2txt --encoding=UTF-8 {}"],
    "rtf": ["catdoc -d utf-8 {}", "unrtf --html {}"],
    "doc": ["catdoc -d utf-8 {}", "antiword -m UTF-8.txt {}"],
    "html": ["xmllint --html --noout {}"],
}
one = os.path.getsize(f"{docs}/gold/000.txt") / 1e6
for form, others in peers.items():
    rows = [(f"{out}/big.{form}", "")]
    if form == "doc":
        rows.append((" ".join([f"{docs}/doc/000.doc"] * times), "\t(thirty documents of 52 KB)"))
    for operand, what in rows:
        tools = [f"{bins}/svod-read -q {{}}"] + [o for o in others if shutil.which(o.split()[0])]
        show(form, what, [t.format(operand) for t in tools], lambda got: one * times)
# PDF: document 000 thirty times over (qpdf), and the six documents, of which two in columns and tables are drawn too
pdfs = [f"{docs}/pdf/{name}" for name in sorted(os.listdir(f"{docs}/pdf"))]
if shutil.which("qpdf"):
    subprocess.run(["qpdf", "--empty", "--pages"] + [pdfs[0]] * times + ["--", f"{out}/big.pdf"], check=False)
for what, files in (("", [f"{out}/big.pdf"]), ("\t(six documents of 20 to 40 KB, a run each)", pdfs)):
    if shutil.which("pdftotext") and os.path.exists(files[0]):
        tools = [f"{bins}/svod-read -q --ocr=never {{}};", "pdftotext {} -;"]
        show("pdf", what, ["".join(t.format(f) for f in files) for t in tools], lambda got: got[1][1] / 1e6)

# what a run costs before the first byte of text: the program, its libraries, the sandbox
open(f"{out}/small.html", "w", encoding="utf-8").write("<p>Профсоюз</p>")
again(f"{docs}/docx/000.docx", f"{out}/small.docx", "word/document.xml",
      lambda s: s[:s.index("<w:body>") + 8] + "<w:p><w:r><w:t>x</w:t></w:r></w:p>" + s[s.rindex("<w:sectPr"):])
for form, peer in (("html", "xmllint --html --noout"), ("docx", "docx2txt")):
    tools = [f"{bins}/svod-read -q"] + ([peer] if shutil.which(peer.split()[0]) else [])
    show(form, "\t(a document of one word)", [f"{t} {out}/small.{form}" for t in tools], lambda got: 1, "{:.1f} ms")
PY
