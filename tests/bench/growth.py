#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the CPU time of each stage grows with the length of a document, for texts that repeat one shape: brackets, lists,
figures in one sentence, names with short names, rows of tables … Work that is linear takes FACTOR times as long for a
text FACTOR times as long; what takes much longer hides a loop in a loop, and one hostile file could stop a batch.

usage: growth.py BINDIR [SHAPE...]
Prints a line a shape: seconds of each stage at both lengths; a stage that grew more than LINEAR times FACTOR is marked.
"""
import os
import resource
import subprocess
import sys
import tempfile

UNITS, FACTOR, LINEAR, NOISE = 8000, 5, 1.8, 0.3  # repeats of the short text; seconds below which nothing is marked
LIMIT = 120  # seconds a stage


def word(n):
    """A pronounceable word that no dictionary knows, another one for each n."""
    n, out = n + 7, ""
    while n:
        out += "бвгджзклмнпрст"[n % 14] + "аеиоу"[n // 14 % 5]
        n //= 70
    return out


def name(n):
    return word(n).capitalize()


def lines(text, n):
    return "\n".join(text(i) for i in range(n))


def row(i):
    return f"{i}\t{word(i)}\tпровести {word(i)}\tмарт 2024 г."


# shape: (suffix, text of n repeats)
SHAPES = {
    "brackets": ("txt", lambda n: "(" * n),
    "quotes": ("txt", lambda n: "«Союз " * n),
    "closing-quotes": ("txt", lambda n: "слово» " * n),
    "colons": ("txt", lambda n: "задачи: " * n),
    "full-stops": ("txt", lambda n: ". " * n),
    "underscores": ("txt", lambda n: "_" * n),
    "one-word": ("txt", lambda n: "а" * 8 * n),
    "empty-lines": ("txt", lambda n: "\n" * n + "текст"),
    "cut-words": ("txt", lambda n: lines(lambda i: word(i) + "-", n)),
    "short-lines": ("txt", lambda n: lines(lambda i: f"{word(i)} {word(i + 1)}", n)),
    "rows-of-tabs": ("txt", lambda n: lines(row, n)),
    "table": ("md", lambda n: "| № | Мероприятие | Срок |\n|---|---|---|\n" +
              lines(lambda i: f"| {i} | Провести {word(i)} | март 2024 г. |", n)),
    "breaks-in-a-cell": ("html", lambda n: "<table><tr><td>а</td><td>" + "<br>".join(map(word, range(n))) +
                         "</td></tr></table>"),
    "table-of-figures": ("html", lambda n: "<table>" + "".join(f"<tr><td>{i}</td><td>{2 * i}</td><td>Итого {5 * i}</td></tr>"
                                                             for i in range(n)) + "</table>"),
    "rows-of-parts": ("html", lambda n: "<table><tr><td>а</td><td>б</td></tr><tr><td>Члены профсоюза</td><td>5</td></tr>" +
                      "".join(f"<tr><td>из них {word(i)}</td><td>{i}</td></tr>" for i in range(n)) + "</table>"),
    "merged-cells": ("rtf", lambda n: r"{\rtf1 \trowd\clvmgf\cellx900\clvmgf\cellx1800\intbl a\cell b\cell\row" +
                     r"\trowd\clvmrg\cellx900\clvmrg\cellx1800\intbl\cell\cell\row" * n + "}"),
    "nested-lists": ("html", lambda n: "<ul><li>" * n + "текст"),
    "headings": ("md", lambda n: "\n\n".join(f"# {word(i)} {word(i + 3)}" for i in range(n))),
    "contents": ("txt", lambda n: "СОДЕРЖАНИЕ\n" + lines(lambda i: f"{i}. {word(i)} ........ {i}", n) + "\n" +
                 "\n\n".join(f"{i}. {word(i)}" for i in range(n))),
    "figures": ("txt", lambda n: " ".join(map(str, range(n)))),
    "rows-of-figures": ("txt", lambda n: lines(lambda i: " ".join(str(100 + (i + k) % 900) for k in range(12)), n // 4)),
    "parts-of-a-sum": ("txt", lambda n: f"Всего {n}, в том числе " + ", ".join(f"{i} {word(i)}" for i in range(n))),
    "shares": ("txt", lambda n: ", ".join(f"{i} %" for i in range(n))),
    "dates": ("txt", lambda n: ", ".join(f"{i % 28 + 1} марта 20{i % 30:02} года" for i in range(n))),
    "short-names": ("txt", lambda n: lines(lambda i: f"Профсоюз работников {word(i)} (далее – Профсоюз {name(i)}) "
                                           "принял решение.", n)),
    "abbreviations": ("txt", lambda n: lines(lambda i: f"Совет {word(i)} и {word(i + 1)} ({word(i).upper()}) "
                                             "принял решение.", n)),
    "capitals": ("txt", lambda n: lines(lambda i: f"СОЮЗ РАБОТНИКОВ {word(i).upper()}", n)),
    "ellipsis": ("txt", lambda n: "председателям " + ", ".join(f"{name(i)}ской" for i in range(n)) +
                 " областных организаций Профсоюза"),
    "one-body": ("txt", lambda n: "Федерация независимых профсоюзов России приняла решение. " * n),
    "persons": ("txt", lambda n: lines(lambda i: f"Председатель Совета И.И. {name(i)}ов и Иван Петрович {name(i)}ев.", n)),
    "places": ("txt", lambda n: ", ".join(f"г. {name(i)}, {name(i)}ская область" for i in range(n))),
    "congresses": ("txt", lambda n: lines(lambda i: f"{i}-й съезд Профсоюза {word(i)}", n)),
    "instruments": ("txt", lambda n: "Конвенции МОТ № " + ", ".join(str(i % 190 + 1) for i in range(n))),
    "acts": ("txt", lambda n: lines(lambda i: f"Федеральный закон от 01.02.2020 № {i}-ФЗ «О {word(i)}»", n)),
    "goals": ("txt", lambda n: "Профсоюз обязуется:\n" + lines(lambda i: f"- провести {word(i)};", n)),
    "goals-in-a-sentence": ("txt", lambda n: "Профсоюз обязуется: " + "; ".join(f"провести {word(i)}" for i in range(n))),
    "verbs": ("txt", lambda n: "Профсоюз будет " + " и ".join(f"проводить {word(i)}" for i in range(n))),
    "kazakh": ("txt", lambda n: lines(lambda i: f"«{name(i)}» кәсіподағы Кеңесінің қаулысы, Қазақстан Республикасының "
                                      "2024 жылғы Заңы", n)),
    "kyrgyz": ("txt", lambda n: lines(lambda i: f"Аткаруу төраганын орун басары А. Б. {name(i)}совго жүктөлсүн.", n)),
    "ukrainian": ("txt", lambda n: lines(lambda i: f"Рада профспілки працівників {word(i)} вимагає від Кабінету "
                                         "Міністрів України ухвалити закон.", n)),
    "english": ("txt", lambda n: lines(lambda i: f"The Trade Union of Workers {i} (TUW{i}) shall ratify ILO Convention "
                                       f"No. {i % 190 + 1}.", n)),
}


def cpu_of(command, stdin, stdout):
    """CPU seconds of a program, or None where it did not end well."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        ok = subprocess.run(command, stdin=stdin, stdout=stdout, stderr=subprocess.DEVNULL, timeout=LIMIT).returncode == 0
    except subprocess.TimeoutExpired:
        ok = False
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime if ok else None


STAGES = ("read", "clean", "extract", "resolve", "index", "tei", "brat")


def command_of(stage, bindir, path, folder):
    base = os.path.join(folder, "corpus.db")
    if stage == "index":
        return [os.path.join(bindir, "svod-index"), "-q", "--bulk", base]
    if stage in ("tei", "brat"):
        return [os.path.join(bindir, "svod-query"), "export", "--db", base, "-f", stage, "--to", os.path.join(folder, stage)]
    return [os.path.join(bindir, "svod-" + stage), "-q"] + ([path] if stage == "read" else [])


def stages_of(bindir, path, folder):
    """CPU seconds of each stage, the stream of one being what the next reads; of the index and its exports at the end."""
    times = []
    source = path
    for stage in STAGES:
        out = os.path.join(folder, stage + ".out")
        with open(source, "rb") as stdin, open(out, "wb") as stdout:
            times.append(cpu_of(command_of(stage, bindir, path, folder), stdin, stdout))
        if stage in ("read", "clean", "extract", "resolve"):
            source = out
    return times


def seconds(t):
    return "failed" if t is None else f"{t:.2f}"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    print(f"{'shape':22}" + "".join(f"{s:>16}" for s in STAGES))
    for shape in sys.argv[2:] or SHAPES:
        suffix, text = SHAPES[shape]
        runs = []
        for n in (UNITS, UNITS * FACTOR):
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, f"{n}.{suffix}")
                with open(path, "w", encoding="utf-8") as f:
                    f.write(text(n))
                runs.append(stages_of(sys.argv[1], path, folder))
        out = f"{shape:22}"
        for short, long in zip(*runs):
            grew = short is None or long is None or (long > NOISE and long > LINEAR * FACTOR * max(short, NOISE / FACTOR))
            out += f"{seconds(short) + ' ' + seconds(long) + ('!' if grew else ' '):>16}"
        print(out, flush=True)


main()
