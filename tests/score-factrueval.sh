#!/bin/sh
# Bodies in Russian news against the chain: tests/score-factrueval.sh [PERCENT]. The texts and the marked organizations are
# those of ../shared/data/factrueval_dev; a body counts as found where a mention overlaps it (relaxed). Exit 1 where F1 is below
# PERCENT (default 75). With VERBOSE=1 what was missed and what was found in vain is printed as well.
set -eu
cd "$(dirname "$0")/.."
DATA=../shared/data/factrueval_dev
B=${SVOD_BIN:-build/release/bin}
[ -d "$DATA" ] || { echo "skip: $DATA is not here"; exit 0; }
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

"$B/svod-read" "$DATA"/txt/*.txt | "$B/svod-clean" | "$B/svod-extract" | "$B/svod-resolve" >"$T/out.jsonl"
python3 - "$DATA" "$T/out.jsonl" "${1:-75}" "${VERBOSE:-}" <<'PY'
import collections, csv, json, os, sys

data, stream, least, verbose = sys.argv[1:]
gold = collections.defaultdict(list)
with open(os.path.join(data, "devset.org.tsv"), encoding="utf-8") as f:
    for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
        if r["type"] == "Org":
            gold[r["doc"]].append((int(r["start"]), int(r["end"]), r["text"]))
found = collections.defaultdict(list)
with open(stream, encoding="utf-8") as f:
    for line in f:
        d = json.loads(line)
        name = os.path.basename(d["source"]["path"])[:-4]
        with open(os.path.join(data, "txt", name + ".txt"), "rb") as text:
            raw = text.read()
        def source(at):  # a byte of the text: the character of the source
            run = max((m for m in d["map"] if m["t"] <= at), key=lambda m: m["t"])
            return len(raw[: run["at"] + min(at - run["t"], run["len"])].decode("utf-8", "ignore"))
        for i in d.get("items", []):
            if i["type"] == "org":
                found[name].append((source(i["start"]), source(i["end"]), i["text"]))
near = lambda x, those: any(x[0] < y[1] and y[0] < x[1] for y in those)
right = wanted = hit = given = 0
for name in sorted(set(gold) | set(found)):
    for g in gold[name]:
        wanted += 1
        ok = near(g, found[name])
        right += ok
        if verbose and not ok:
            print("missed", name, g[2], sep="\t")
    for g in found[name]:
        given += 1
        ok = near(g, gold[name])
        hit += ok
        if verbose and not ok:
            print("in vain", name, g[2], sep="\t")
p, r = hit / max(1, given), right / max(1, wanted)
f1 = 2 * p * r / max(1e-9, p + r)
print("organizations, relaxed: P %.3f R %.3f F1 %.3f (%d marked, %d found)" % (p, r, f1, wanted, given))
sys.exit(0 if 100 * f1 >= float(least) else 1)
PY
