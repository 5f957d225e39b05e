#!/usr/bin/env python3
"""nDCG@10 of passages for questions (one relevant passage each): relevance.py EXTENSION xquad.json

The passages stand among as many distractors: their sentences, shuffled over passages of the same length, without the
sentence that answers. All words of a question are joined by OR and ranked by BM25, as svod search does when no passage
has them all.
"""
import json
import math
import random
import re
import sqlite3
import sys


def load(path):
    passages, questions = [], []
    for article in json.load(open(path, encoding='utf-8'))['data']:
        for paragraph in article['paragraphs']:
            questions += [(q['question'], len(passages)) for q in paragraph['qas']]
            passages.append(paragraph['context'])
    return passages, questions


def distractors(passages, questions):
    rng = random.Random(3)
    sentences = [s for p in passages for s in re.split(r'(?<=[.!?])\s+', p)]
    sentences += [q for q, _ in questions[::7]]
    rng.shuffle(sentences)
    return [' '.join(sentences[i:i + 6]) for i in range(0, len(sentences), 6)]


def ndcg(best, questions):
    """best(question): the ten best passages, as numbers."""
    total = 0.0
    for question, wanted in questions:
        hits = best(question)
        if wanted in hits:
            total += 1 / math.log2(hits.index(wanted) + 2)
    return total / len(questions)


def score(db, tokenize, texts, questions):
    db.execute('DROP TABLE IF EXISTS f')
    db.execute('CREATE VIRTUAL TABLE f USING fts5(text, tokenize="%s")' % tokenize)
    db.executemany('INSERT INTO f(rowid, text) VALUES (?, ?)', list(enumerate(texts)))

    def best(question):
        match = ' OR '.join('"%s"' % w for w in re.findall(r'\w+', question))
        return [r[0] for r in db.execute('SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT 10', (match,))]
    return ndcg(best, questions)


def score_xapian(texts, questions):
    """None where Xapian is not installed."""
    try:
        import xapian_peer
    except ImportError:
        return None
    searcher = xapian_peer.Searcher(xapian_peer.index(enumerate(texts, 1), None))
    return ndcg(lambda q: [hit.docid - 1 for hit in searcher.best(' '.join(re.findall(r'\w+', q)), True)], questions)


def main():
    extension, path = sys.argv[1:]
    passages, questions = load(path)
    texts = passages + distractors(passages, questions)
    db = sqlite3.connect(':memory:')
    db.enable_load_extension(True)
    db.load_extension(extension)
    plain = score(db, 'unicode61', texts, questions)
    mine = score(db, 'svod', texts, questions)
    print('nDCG@10 of %d questions: unicode61 %.3f, svod %.3f (%+.3f)' % (len(questions), plain, mine, mine - plain))
    peer = score_xapian(texts, questions)
    if peer is None:
        print('skip: Xapian is not installed (python3-xapian)')
    else:
        print('Xapian russian %.3f' % peer)
    sys.exit(0 if mine - plain >= 0.05 and mine >= (peer or 0) else 1)


main()
