#!/bin/sh
# Strangers' files (../shared/corpora, ../shared/documents/hostile, corpus/broken) one by one: no crash, no more than 10 s
# of CPU and 2 GB, valid JSON in UTF-8, and nothing empty that passes for success. Then a thousand documents in one run:
# svod-read needs no more memory than for fifty. usage: full-corpora.sh [BUILD] [FILE|DIR...]
set -u
cd "$(dirname "$0")/.."
B=${1:-build/release}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- ../shared/corpora ../shared/documents/hostile corpus/broken
command -v python3 >/dev/null || { echo "skip: no python3"; exit 0; }
exec python3 - "$B/bin/svod-read" "$@" <<'PY'
import json, os, resource, shutil, subprocess, sys, tempfile
reader, places = sys.argv[1], [p for p in sys.argv[2:] if os.path.exists(p)]
SECONDS, MEGABYTES = 10, 2048
bad = 0


def run(operands):
    """Exit code, output, complaints, CPU seconds, peak of the largest process, MB."""
    out, err = tempfile.TemporaryFile(), tempfile.TemporaryFile()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    p = subprocess.Popen([reader, "--ocr=never"] + operands, stdout=out, stderr=err)
    _, status, own = os.wait4(p.pid, 0)
    p.returncode = 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    out.seek(0), err.seek(0)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return os.waitstatus_to_exitcode(status), out.read(), err.read().decode(), cpu, own.ru_maxrss / 1024


def problems(path):
    code, out, said, cpu, _ = run([path])
    if code not in (0, 65):
        yield f"exit {code}: {said.strip()}"
    if "crashed" in said or "reading it was stopped" in said:
        yield said.strip()
    if cpu > SECONDS:
        yield f"{cpu:.1f} s of CPU"
    lines = out.decode("utf-8").split("\n")[:-1]
    if not lines:
        yield "no line"
    for line in lines:
        d = json.loads(line)
        if d.get("text", "").strip():
            continue
        if not any(n["level"] in ("warn", "error") for n in d.get("notes", [])):
            yield "nothing read, and no note says why"
        if not said.strip():
            yield "nothing read, and nothing said"


files = sorted(os.path.join(folder, name) for place in places for folder, _, names in os.walk(place) for name in names)
for path in files:
    try:
        found = list(problems(path))
    except ValueError as e:
        found = [f"not JSON in UTF-8: {e}"]
    for what in found:
        print(f"not ok: {path}: {what}")
        bad = 1
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"{len(files)} files; most memory of a process: {most:.0f} MB")
if most > MEGABYTES:
    bad = 1

own = sorted(os.path.join(folder, name) for folder in ("corpus/formats", "corpus/documents")
             for name in (os.listdir(folder) if os.path.isdir(folder) else []))
if own:
    peaks = [run((own * (n // len(own) + 1))[:n])[4] for n in (50, 1000)]
    print(f"svod-read itself: {peaks[0]:.1f} MB over 50 documents, {peaks[1]:.1f} MB over 1000")
    if peaks[1] > peaks[0] * 1.2 + 2:
        print("not ok: memory grows with the number of documents")
        bad = 1
sys.exit(bad)
PY
