#!/bin/sh
# Provenance of PDF: every run of the map names the page and the box in which pdftotext finds the same words, as
# svod-read writes it and after svod-clean. usage: check-pdf-map.sh [BUILD] [FILE...]
set -u
B=${1:-build/release}
[ $# -gt 0 ] && shift
bin=${SVOD_BIN:-$B/bin}
[ $# -gt 0 ] || set -- ../shared/documents/pdf/*.pdf
[ -e "$1" ] || set -- corpus/formats/*.pdf
for tool in pdftotext python3; do
	command -v $tool >/dev/null || { echo "skip: no $tool"; exit 0; }
done
[ -e "$1" ] || { echo "skip: no PDF at hand"; exit 0; }
bad=0
for f in "$@"; do
	boxes=$(mktemp) || exit 1
	pdftotext -bbox "$f" "$boxes" 2>/dev/null
	for stage in "cat" "$bin/svod-clean -q"; do
		"$bin/svod-read" -q --ocr=never "$f" | $stage | python3 -c '
import collections, html, json, re, sys

pages, words = [], []
for line in open(sys.argv[1], encoding="utf-8"):
    if "<page " in line:
        pages.append([])
    m = re.search(r"<word xMin=\"(.*?)\" yMin=\"(.*?)\" xMax=\"(.*?)\" yMax=\"(.*?)\">(.*)</word>", line)
    if m:
        x0, y0, x1, y1 = (float(v) for v in m.groups()[:4])
        pages[-1].append(((x0 + x1) / 2, (y0 + y1) / 2, html.unescape(m.group(5))))

def letters(s):
    return collections.Counter(c for c in s if c.isalnum())

d = json.loads(sys.stdin.readline())
text = d.get("text", "").encode()
runs = [r for r in d.get("map", []) if not r.get("made")]
wrong = []
for r in runs:
    x0, y0, x1, y1 = r["box"]
    there = letters("".join(w for x, y, w in pages[r["page"] - 1] if x0 - 1 <= x <= x1 + 1 and y0 - 1 <= y <= y1 + 1))
    said = letters(text[r["t"]:r["t"] + r["n"]].decode())
    if said - there:
        wrong.append((r, text[r["t"]:r["t"] + r["n"]].decode()))
print(sys.argv[2], len(runs), "runs", len(wrong), "wrong")
for r, s in wrong[:3]:
    print("   page", r["page"], r["box"], repr(s))
sys.exit(len(wrong) * 1000 > len(runs))
' "$boxes" "$f" || bad=1
	done
	rm -f "$boxes"
done
exit $bad
