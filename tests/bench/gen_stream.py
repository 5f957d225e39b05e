#!/usr/bin/env python3
"""A big corpus for the index benchmarks: documents of the stream, made by recombining sentences.

  gen_stream.py MEGABYTES FILE... >stream.jsonl

Sentences come from the text files (one a line or more). So that the vocabulary grows as in real collections, one word
in eighty is a made-up name with a Russian ending, drawn from a distribution with a long tail. Same input, same output.
"""
import hashlib
import json
import random
import re
import sys


OTHER = re.compile('[іїєґўәғқңөұүһ]')  # Russian alone: one block is in one language


def sentences(paths):
    out = []
    for path in paths:
        if path.endswith('.json'):  # XQuAD
            data = json.load(open(path, encoding='utf-8'))
            texts = [p['context'] for d in data['data'] for p in d['paragraphs']]
        else:
            texts = open(path, encoding='utf-8', errors='replace').read().split('\n')
        for text in texts:
            out += [s.strip() for s in re.split(r'(?<=[.!?;])\s+', ' '.join(text.split())) if len(s) > 20 and not OTHER.search(s)]
    return out


def made_up(rng):
    n = int(rng.paretovariate(0.7))
    r = random.Random(n)
    stem = ''.join(r.choice('бвгдзклмнпрст') + r.choice('аеиоу') for _ in range(2 + n % 3)).capitalize()
    return stem + rng.choice(['в', 'ва', 'ву', 'вым', 'нский', 'нского', 'нском', 'нка', 'нки', 'нку'])


def document(rng, source, number, size):
    text, blocks, runs, at = [], [], [], 0
    line = 1
    while at < size:
        para = ' '.join(rng.choice(source) for _ in range(rng.randint(1, 4)))
        words = para.split(' ')
        for _ in range(len(words) // 80 + (rng.random() < len(words) % 80 / 80)):
            words.insert(rng.randrange(len(words)), made_up(rng))
        para = re.sub(r'\d+', lambda m: str(rng.randrange(10 ** len(m.group()))), ' '.join(words))
        n = len(para.encode())
        blocks.append({'kind': 'heading' if n < 120 else 'para', 'start': at, 'end': at + n})
        runs.append({'t': at, 'n': n, 'at': at, 'len': n, 'line': line})
        line += 1
        text.append(para)
        at += n + 1
    text = '\n'.join(text)
    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    year = 2000 + number % 25
    return {'svod': 1, 'id': digest[:16],
            'source': {'path': '%07d.txt' % number, 'format': 'txt', 'bytes': len(raw), 'sha256': digest, 'charset': 'UTF-8'},
            'doc': {'title': 'Документ %d' % number, 'lang': 'ru', 'country': ['KZ', 'KG', 'BY', 'RU'][number % 4],
                    'date': '%d-01-15' % year},
            'text': text, 'blocks': blocks, 'map': runs, 'items': [], 'made': []}, len(raw)


def main():
    rng = random.Random(20)
    total = int(float(sys.argv[1]) * 1e6)
    source = sentences(sys.argv[2:])
    done = number = 0
    while done < total:
        doc, n = document(rng, source, number, rng.randint(20000, 80000))
        sys.stdout.write(json.dumps(doc, ensure_ascii=False, separators=(',', ':')) + '\n')
        done += n
        number += 1


main()
