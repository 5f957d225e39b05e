#!/usr/bin/env python3
"""Times queries on two databases, and on Xapian's: search.py EXTENSION SVOD.db PLAIN.db [XAPIAN]"""
import random
import re
import sqlite3
import statistics
import sys
import time

SQL = 'SELECT rowid FROM blocks_fts WHERE blocks_fts MATCH ? ORDER BY %s LIMIT 10'
# as svod search asks for several words, and for one word or phrase
OWN = "svod_rank(blocks_fts, 10, 'blocks_fts_docsize'), rowid"
ONE = """SELECT CAST(key AS INTEGER) FROM json_each((SELECT svod_best(blocks_fts, 10, 'blocks_fts_docsize')
 FROM blocks_fts WHERE blocks_fts MATCH ? LIMIT 1))"""
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


def asks_sqlite(db, order):
    def ask(match):
        sql = ONE if order == OWN and ' AND ' not in match else SQL % order
        mark(db, match, db.execute(sql, (match,)).fetchall(), order == OWN)
    return ask


def asks_xapian(path):
    import xapian
    import xapian_peer
    searcher = xapian_peer.Searcher(xapian.Database(path))

    def ask(match):  # quotation marks are for the phrase only
        searcher.snippets(match if ' ' in match and ' AND ' not in match else match.replace('"', '').replace(' AND ', ' '))
    return ask


def measure(ask, list_of):
    def once(match):
        start = time.perf_counter()
        ask(match)
        return (time.perf_counter() - start) * 1000
    # the best of three, so that other work on the machine does not count
    times = sorted(min(once(match) for _ in range(3)) for match in list_of)
    return statistics.median(times), times[len(times) * 95 // 100]


def main():
    extension, mine, plain = sys.argv[1:4]
    own = connect(mine, extension)
    rows = [('svod', asks_sqlite(own, OWN)), ('svod, bm25()', asks_sqlite(own, 'rank')),
            ('FTS5 unicode61', asks_sqlite(connect(plain, None), 'rank'))]
    rows += [('Xapian russian', asks_xapian(path)) for path in sys.argv[4:]]
    kinds = queries(own)
    print('%-16s' % 'ms: p50 / p95' + ''.join('%18s' % k for k in kinds))
    for name, ask in rows:
        cells = ['%.2f / %.2f' % measure(ask, kinds[k]) for k in kinds]
        print('%-16s' % name + ''.join('%18s' % c for c in cells))


main()
