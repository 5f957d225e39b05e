#!/bin/sh
# Russian time expressions and numerals of ../shared/data/dates_ru against the chain: tests/score-dates-ru.sh [PERCENT].
# Each expression is a document of its own; a time stands in a statement that bears the reference date, a numeral counts
# people. Scored are values of day, week, month, quarter, half-year and year, and intervals of days, months and years; clock
# times, holidays and open-ended phrases of conversation have no place in svod's types. Exit 1 below PERCENT (default 95).
set -eu
cd "$(dirname "$0")/.."
DATA=../shared/data/dates_ru
B=${SVOD_BIN:-build/release/bin}
[ -d "$DATA" ] || { echo "skip: $DATA is not here"; exit 0; }
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

python3 - "$DATA" "$T" <<'PY'
import csv, os, sys

data, out = sys.argv[1:]
def rows(name):
    with open(os.path.join(data, name), encoding="utf-8") as f:
        yield from csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)
def put(name, text):
    with open(os.path.join(out, name), "w", encoding="utf-8") as f:
        f.write(text)
months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
for i, r in enumerate(rows("time.tsv")):
    y, m, d = r["reference"][:10].split("-")
    put("t%04d.txt" % i, "ЗАЯВЛЕНИЕ\nпрофсоюзного комитета\n\n%d %s %s года\n\nСобрание назначено: %s.\n" % (int(d), months[int(m) - 1], y, r["text"]))
for i, r in enumerate(rows("numeral.tsv")):
    frame = "Прирост составил %s человек.\n" if r["value"].startswith("-") else "Приняли участие %s человек.\n"
    put("n%04d.txt" % i, frame % r["text"])
PY
"$B/svod-read" "$T"/*.txt | "$B/svod-clean" | "$B/svod-extract" | "$B/svod-resolve" >"$T/out.jsonl"
python3 - "$DATA" "$T/out.jsonl" "${1:-95}" "${2:-}" <<'PY'
import csv, datetime, json, os, re, sys

data, stream, least, verbose = sys.argv[1:]
def rows(name):
    with open(os.path.join(data, name), encoding="utf-8") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
found = {}
for line in open(stream, encoding="utf-8"):
    d = json.loads(line)
    found[os.path.basename(d["source"]["path"])[:5]] = d.get("items", [])

def month_end(y, m):
    return (datetime.date(y + m // 12, m % 12 + 1, 1) - datetime.timedelta(1)).day
def point(v):
    m = re.fullmatch(r"(\d{4})(?:-(?:Q(\d)|H(\d)|(\d\d)(?:-(\d\d))?))?", v)
    if not m:
        return None
    y, q, h, mo, d = (int(x) if x else None for x in m.groups())
    lo, hi = (3 * q - 2, 3 * q) if q else (6 * h - 5, 6 * h) if h else (mo, mo) if mo else (1, 12)
    return datetime.date(y, lo, d or 1), datetime.date(y, hi, d or month_end(y, hi))
def extent(v):
    try:
        a, _, b = v.partition("/")
        x, y = (None if e == ".." else point(e) for e in (a, b or a))
    except ValueError:
        return None
    return (x and x[0], y and y[1])
def wanted(r):
    grain, kind = r["grain"], r["kind"]
    if grain not in ("Day", "Week", "Month", "Quarter", "Year") or kind not in ("value", "interval", "before", "after"):
        return None
    a = datetime.date.fromisoformat(r["from"][:10]) if r["from"] else None
    if kind == "value":
        p = point(r["normal"][:10]) if grain != "Week" else (a, a + datetime.timedelta(6))
        return p
    b = datetime.date.fromisoformat(r["to_exclusive"][:10]) if r["to_exclusive"] else None
    if kind == "before":
        return (None, b)
    if r["text"] == "эта неделя":  # the source ends it on Saturday
        return (a, b)
    return (a, b - datetime.timedelta(1) if b else None)
def score(name, cases):
    right = 0
    for text, want, ok in cases:
        right += ok
        if verbose and not ok:
            print("miss", name, text, want, sep="\t")
    share = 100 * right / max(1, len(cases))
    print("%-8s %d of %d, %.1f %%" % (name, right, len(cases), share))
    return share >= float(least)

times = []
for i, r in enumerate(rows("time.tsv")):
    w = wanted(r)
    if not w:
        continue
    # the last time of the text is the expression; the first is the reference date
    got = [extent(x["norm"].get("value", "")) for x in found["t%04d" % i] if x["type"] in ("date", "deadline")][1:]
    bound = r["text"].startswith("к ")
    near = lambda g: g and (g == w or (bound and g[1] == w[1]) or (r["kind"] == "before" and g[1] and w[1] and abs((g[1] - w[1]).days) <= 1))
    times.append((r["text"], str(w), any(near(g) for g in got)))
numbers = []
for i, r in enumerate(rows("numeral.tsv")):
    got = [x["norm"] for x in found["n%04d" % i] if x["type"] == "number"]
    numbers.append((r["text"], r["value"], any(abs(float(n.get("value", n.get("max", 1e99))) - float(r["value"])) < 1e-9 for n in got)))
ok = score("time", times)
ok = score("numeral", numbers) and ok
sys.exit(0 if ok else 1)
PY
