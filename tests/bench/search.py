#!/usr/bin/env python3
"""Times queries on two databases: search.py EXTENSION SVOD.db PLAIN.db"""
import random
import re
import sqlite3
import statistics
import sys
import time

SQL = 'SELECT rowid FROM blocks_fts WHERE blocks_fts MATCH ? ORDER BY %s LIMIT 10'
OWN = 'svod_rank(blocks_fts, 10), rowid'  # as svod search orders
MARK = "SELECT snippet(blocks_fts, 0, '[', ']', '…', 24) FROM blocks_fts WHERE blocks_fts MATCH ? AND rowid = ?"
# as svod search marks the words of a page
MARK_PAGE = "SELECT id, svod_mark(text, ?, '[', ']') FROM blocks WHERE id IN (%s)"


def connect(path, extension):
    db = sqlite3.connect(path)
    if extension:
        db.enable_load_extension(True)
        db.load_extension(extension)
    db.execute('PRAGMA mmap_size = 1073741824')
    return db


def queries(db):
    rng = random.Random(7)
    last = db.execute('SELECT max(id) FROM blocks').fetchone()[0]
    kinds = {'one word': [], 'two words': [], 'phrase': []}
    while len(kinds['phrase']) < 200:
        row = db.execute('SELECT text FROM blocks WHERE id = ?', (rng.randrange(1, last),)).fetchone()
        words = re.findall('[а-яё]{4,}', row[0].lower()) if row and row[0] else []
        pairs = re.findall('([а-яё]{4,} [а-яё]{4,})', row[0].lower()) if row and row[0] else []
        if len(words) < 4 or not pairs:
            continue
        kinds['one word'].append('"%s"' % rng.choice(words))
        kinds['two words'].append('"%s" AND "%s"' % tuple(rng.sample(words, 2)))
        kinds['phrase'].append('"%s"' % rng.choice(pairs))
    return kinds


def mark(db, match, rows, own):
    if own:  # AND is understood by both query languages
        return db.execute(MARK_PAGE % ','.join(str(r[0]) for r in rows), (match,)).fetchall()
    return [db.execute(MARK, (match, r[0])).fetchall() for r in rows]


def measure(db, order, list_of):
    times, sql = [], SQL % order
    for match in list_of[:20] + list_of:  # the first ones warm up
        start = time.perf_counter()
        mark(db, match, db.execute(sql, (match,)).fetchall(), order == OWN)
        times.append((time.perf_counter() - start) * 1000)
    times = sorted(times[20:])
    return statistics.median(times), times[len(times) * 95 // 100]


def main():
    extension, mine, plain = sys.argv[1:]
    own = connect(mine, extension)
    rows = [('svod', own, OWN), ('svod, bm25()', own, 'rank'), ('FTS5 unicode61', connect(plain, None), 'rank')]
    kinds = queries(own)
    print('%-16s' % 'ms: p50 / p95' + ''.join('%18s' % k for k in kinds))
    for name, db, order in rows:
        cells = ['%.2f / %.2f' % measure(db, order, kinds[k]) for k in kinds]
        print('%-16s' % name + ''.join('%18s' % c for c in cells))


main()
