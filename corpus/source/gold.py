#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gold from an annotated source: gold.py OUT NAME.src... [-l] writes OUT/NAME.txt, NAME.md and NAME.jsonl
(-l lists the figures, abbreviations and quotations that no item covers).

A source is the document in Markdown. Lines that begin with @ annotate the line above them: `@TYPE QUOTE | VALUE | key=value ...`
(TYPE: d date, dl deadline, n number, o org, c convention, r recommendation, p protocol, a legal_act, g goal, pe person, pl place,
e event; a line break in a quote is written with the return sign, an omission with an ellipsis). Lines that begin with ! give
whole-word mentions (!auto), sections and the meaning of table columns (!cols). Quotes are checked to stand where they are said
to; offsets are counted in code points. Needs only Python 3."""
import json, os, re, sys
T = {"d":"date","dl":"deadline","n":"number","o":"org","c":"convention","r":"recommendation","p":"protocol","a":"legal_act","g":"goal","pe":"person","pl":"place","e":"event"}
LET = re.compile(r"[^\W_]", re.U)
def clean(q):
    q = re.sub(r"(\w)[-\u00ad]\n(\w)", r"\1\2", q)
    return re.sub(r"\s+", " ", q.replace("\u00ad", "")).strip()
def plain(s):
    s = re.sub(r"^#{1,6} +", "", s)
    s = re.sub(r"\*\*(.+?)\*\*", r"\1", s)
    s = re.sub(r"(?<!\*)\*([^*\s][^*]*?)\*(?!\*)", r"\1", s)
    if s.startswith("|"):
        return "\t".join(c.strip() for c in s.strip().strip("|").split("|"))
    return s.rstrip()
MARK = re.compile(r"\s*(?:[-–—•]\s+|(?:\d+(?:\.\d+)*[.)]?|[а-яіa-z]\)|\([a-z0-9]+\))\s+)?")
def main(src, out):
    name = os.path.basename(src)[:-4]
    txt, md, ann, autos, pos = [], [], [], [], 0
    cols, section, rowno, rows, fail = None, None, 0, [], []
    raw = False
    lines = open(src, encoding="utf-8").read().split("\n")
    rule = lambda l: re.match(r"\|[-:| ]+\|$", l)
    for n, l in enumerate(lines, 1):
        if l.startswith("@"):
            ann.append((n, l, len(txt) - 1)); continue
        if l.startswith("!"):
            w = l[1:].split(" ", 1)
            if w[0] == "auto": autos.append((n, w[1]))
            elif w[0] == "cols": cols = w[1].split(); rowno = 0
            elif w[0] == "section": section = w[1]; rowno = 0
            elif w[0] == "endcols": cols = None
            elif w[0] == "raw": raw = True
            continue
        md.append(l)
        if rule(l): continue
        if cols and l.startswith("|"):
            cs = [c.strip() for c in l.strip().strip("|").split("|")]
            if len([c for c in cs if c]) > 1 and not rule("".join(lines[n:n + 1])):
                rows.append([len(txt), cols, section, None])
        txt.append(l if raw else plain(l))
    while txt and not txt[-1]: txt.pop()
    text = "\n".join(txt) + "\n"
    starts, p = [], 0
    for t in txt: starts.append(p); p += len(t) + 1
    items = []
    def add(ty, s, e, norm, **kw):
        q = text[s:e]
        items.append(dict(type=ty, quote=q, start=s, end=e, line=text.count("\n", 0, s) + 1, norm=norm, **kw))
    def find(n, li, q, occ):
        a, line = starts[li], txt[li]
        b = a + len(line)
        if q == "*" or q.startswith("^") :
            m = MARK.match(line); s = a + m.end()
        if q == "*":
            e = a + len(line.rstrip()); 
            while text[e-1] in ".;,:": e -= 1
            return s, e
        pat = q[1:] if q.startswith("^") else q
        toend = pat.endswith("…$")
        if toend: pat = pat[:-2]
        rx = re.escape(pat).replace("⏎", "\n").replace("…", "(?s:.*?)")
        if not toend and LET.match(pat[-1:] or " "): rx += r"(?![^\W_])"
        if not q.startswith("^") and LET.match(pat): rx = r"(?<![^\W_])" + rx
        if q.startswith("^"):
            rx = r"(?s:.*?)" + rx if pat.startswith("…") is False and False else rx
        lo = a if "…" in q or "⏎" not in q or re.search(re.escape(q).replace("⏎","\n"), text[a:]) and text.find(q.replace("⏎","\n"), a) < b and text.find(q.replace("⏎","\n"), a) >= 0 else starts[max(0, li - 4 * q.count("⏎"))]
        lim = len(text) if ("⏎" in q or "…" in q) else b
        ms = []
        for m in re.compile(rx).finditer(text, s if q.startswith("^") else lo, lim):
            if m.start() >= b: break
            ms.append(m)
        if q.startswith("^"): ms = ms[:1]
        if not ms: fail.append(f"{n}: not found: {q}"); return None
        if len(ms) > 1 and occ is None: fail.append(f"{n}: ambiguous x{len(ms)}: {q}"); return None
        m = ms[(occ or 1) - 1] if len(ms) >= (occ or 1) else None
        if m is None: fail.append(f"{n}: no such occurrence {q}"); return None
        s0, e0 = m.span()
        if q.startswith("^"): s0 = s
        if toend:
            e0 = a + len(line.rstrip())
            while text[e0-1] in ".;,:": e0 -= 1
        return s0, e0
    for n, l, li in ann:
        m = re.match(r"@(\w+)(?:#(\d+))? (.*)$", l)
        if not m: fail.append(f"{n}: bad {l}"); continue
        ty = m[1]
        if ty not in T: fail.append(f"{n}: type {ty}"); continue
        f = [x.strip() for x in m[3].split(" | ")]
        r = find(n, li, f[0], int(m[2]) if m[2] else None)
        if not r: continue
        s, e = r
        posi = [x for x in f[1:] if not re.match(r"[a-z_]+=", x)]
        kv = dict(x.split("=", 1) for x in f[1:] if re.match(r"[a-z_]+=", x))
        alt = kv
        N = {}
        num = lambda x: int(x) if re.fullmatch(r"-?\d+", x) else float(x)
        if ty in ("d", "dl"): N["value"] = posi[0]
        elif ty == "n":
            if ".." in posi[0]:
                a, b = posi[0].split("..")
                if a: N["min"] = num(a)
                if b: N["max"] = num(b)
            else: N["value"] = num(posi[0])
            N["unit"] = posi[1]
            for k in ("total", "part_of"):
                if k in kv: kv[k] = num(kv[k])
        elif ty in ("o", "pl", "e"): N["canonical"] = posi[0]
        elif ty in ("c", "r", "p"):
            N["value"] = posi[0]
            t = re.search(r"[«“\"](.+)[»”\"]", text[s:e], re.S)
            if t: N["title"] = clean(t[1])
        elif ty == "a": N["canonical"] = posi[0]; N["kind"] = posi[1]
        elif ty == "g":
            N["level"] = posi[0]
            if len(posi) > 1: N["ref"] = posi[1]
            N["text"] = clean(text[s:e])
        elif ty == "pe":
            N["canonical"] = posi[0]
            if len(posi) > 1: N["role"] = posi[1]
        N.update(kv)
        add(T[ty], s, e, N)
    for n, spec in autos:
        f = [x.strip() for x in spec.split(" | ")]
        ty, forms = f[0].split(" ", 1)
        kv = dict(x.split("=", 1) for x in f[2:])
        for form in forms.split(","):
            for m in re.finditer(r"(?<![^\W_])" + re.escape(form.strip()).replace(r"\ ", r"\s+") + r"(?![^\W_])", text):
                if any(i["type"] == T[ty] and i["start"] <= m.start() and m.end() <= i["end"] for i in items): continue
                if any(i["type"] == "place" and i["start"] <= m.start() and m.end() <= i["end"] for i in items) and ty == "pl": continue
                N = {"canonical": f[1]}
                if ty == "a": N = {"canonical": f[1], "kind": kv["kind"]}
                N.update(kv); add(T[ty], m.start(), m.end(), N)
    k = 0; last = None
    for li, cols_, sec, _ in rows:
        k = 1 if sec != last else k + 1; last = sec
        cells, p = {}, starts[li]
        ref = f"{sec}.{k}" if sec else str(k)
        for c, t in zip(cols_, txt[li].split("\t")):
            if c != "-" and t: cells[c] = [p, p + len(t)]
            p += len(t) + 1
        s = min(x[0] for x in cells.values()); e = max(x[1] for x in cells.values())
        N = {"row": ref, "section": int(sec) if sec and sec.isdigit() else sec}
        for c in ("action", "deadline", "responsible", "indicator", "expected_result", "budget"):
            N[c] = clean(text[cells[c][0]:cells[c][1]]) if c in cells else None
        for c in cols_:
            if c != "-" and c not in N: N[c] = clean(text[cells[c][0]:cells[c][1]]) if c in cells else None
        if "deadline" in cells:
            a, b = cells["deadline"]
            dl = [i for i in items if i["type"] == "deadline" and a <= i["start"] and i["end"] <= b]
            for i in dl: i["norm"]["ref"] = ref
            if dl: N["deadline_iso"] = "; ".join(i["norm"]["value"] for i in sorted(dl, key=lambda i: i["start"]))
            else: fail.append(f"row {ref}: no deadline item in {txt[li][:60]}")
        add("table_row", s, e, N, cells=cells)
        a, b = cells["action"]
        while text[b-1] in ".;": b -= 1
        add("goal", a, b, {"level": "action", "ref": ref, "text": clean(text[a:b])})
    order = list(T.values()) + ["table_row"]
    items.sort(key=lambda i: (i["start"], -i["end"], order.index(i["type"])))
    seen = set()
    for i in items:
        kk = (i["type"], i["start"], i["end"])
        if kk in seen: fail.append(f"double {kk} {i['quote'][:50]}")
        seen.add(kk)
        assert text[i["start"]:i["end"]] == i["quote"]
    for x in items:
        for y in items:
            if x is not y and x["type"] == y["type"] and x["type"] not in ("legal_act",) and x["start"] < y["end"] and y["start"] < x["end"] and x["start"] <= y["start"]:
                fail.append(f"overlap {x['type']}: {x['quote'][:40]} / {y['quote'][:40]}")
    # leftovers: digits and capitalized abbreviations that nothing covers
    cov = [False] * (len(text) + 1)
    for i in items:
        if i["type"] not in ("goal", "table_row"):
            for z in range(i["start"], i["end"]): cov[z] = True
    left = []
    for m in re.finditer(r"\d[\d.,/–-]*|\b[А-ЯЁІЎҚӘҒҢҮҰӨA-Z]{2,}\b|«[^»]*»|№", text):
        if not any(cov[m.start():m.end()]): 
            a = text.rfind("\n", 0, m.start()) + 1
            left.append(f"{m[0]}  <{text[max(a,m.start()-25):m.end()+20]!r}>")
    os.makedirs(out, exist_ok=True)
    open(f"{out}/{name}.txt", "w", encoding="utf-8", newline="").write(text)
    open(f"{out}/{name}.md", "w", encoding="utf-8", newline="").write("\n".join(md).rstrip("\n") + "\n")
    with open(f"{out}/{name}.jsonl", "w", encoding="utf-8") as f:
        for k, i in enumerate(items, 1):
            f.write(json.dumps({"seed": name, "id": f"{name}-{k:04}", **i}, ensure_ascii=False) + "\n")
    print(name, len(text.split()), "words", len(items), "items", {t: sum(i["type"] == t for i in items) for t in order if any(i["type"] == t for i in items)})
    for x in fail: print("  FAIL", x)
    if "-l" in sys.argv:
        for x in left: print("  left", x)
    return bool(fail)
if len(sys.argv) < 3:
    sys.exit(__doc__)
os.makedirs(sys.argv[1], exist_ok=True)
sys.exit(any([main(f, sys.argv[1]) for f in sys.argv[2:] if f != "-l"]))
