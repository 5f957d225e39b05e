#!/bin/sh
# Provenance of text files: the bytes that a run of the map names decode, in the file's own charset, to the same words, as
# svod-read writes it and after svod-clean. usage: check-text-map.sh [BUILD] [FILE...]
set -u
B=${1:-build/release}
[ $# -gt 0 ] && shift
bin=${SVOD_BIN:-$B/bin}
[ $# -gt 0 ] || set -- corpus/formats/*.txt corpus/formats/*.md ../shared/documents/txt/* ../shared/documents/enc/*_400.txt
command -v python3 >/dev/null || { echo "skip: no python3"; exit 0; }
bad=0
for stage in cat "$bin/svod-clean -q"; do
	"$bin/svod-read" -q "$@" 2>/dev/null | $stage | python3 -c '
import collections, json, sys

def letters(s):
    return collections.Counter(c for c in s if c.isalnum())

def charset(source):
    return {"x-mac-cyrillic": "mac_cyrillic"}.get(source["charset"], source["charset"])

runs = wrong = 0
for line in sys.stdin:
    d = json.loads(line)
    text = d.get("text", "").encode()
    raw = open(d["source"]["path"], "rb").read() if "text" in d else b""
    for r in d.get("map", []):
        if r.get("made"):
            continue
        runs += 1
        there = letters(raw[r["at"]:r["at"] + r["len"]].decode(charset(d["source"]), "replace"))
        said = text[r["t"]:r["t"] + r["n"]].decode()
        if letters(said) - there:
            wrong += 1
            if wrong < 4:
                print("  ", d["source"]["path"], r, repr(said))
print(runs, "runs", wrong, "wrong")
sys.exit(wrong > 0 or runs == 0)' || bad=1
done
exit $bad
