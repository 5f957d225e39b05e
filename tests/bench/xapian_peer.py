#!/usr/bin/env python3
"""Xapian with its Russian stemmer over the same blocks: xapian_peer.py SVOD.db FOLDER makes the index.

The functions are for search.py and relevance.py. Text is stored as the document's data, as SQLite stores it too.
"""
import sqlite3
import sys

import xapian

BATCH = 50000  # documents a commit; more memory and no more speed beyond


def index(rows, path):
    """Indexes (number, text) pairs; the number is the document's id."""
    db = xapian.WritableDatabase(path, xapian.DB_CREATE_OR_OVERWRITE) if path else xapian.WritableDatabase('', xapian.DB_BACKEND_INMEMORY)
    terms = xapian.TermGenerator()
    terms.set_stemmer(xapian.Stem('russian'))
    for n, (number, text) in enumerate(rows, 1):
        document = xapian.Document()
        terms.set_document(document)
        terms.index_text(text)
        document.set_data(text)
        db.replace_document(number, document)
        if n % BATCH == 0:
            db.commit()
    db.commit()
    return db


class Searcher:
    def __init__(self, db):
        self.stem = xapian.Stem('russian')
        self.enquire = xapian.Enquire(db)
        self.parser = xapian.QueryParser()
        self.parser.set_stemmer(self.stem)
        self.parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        self.parser.set_database(db)

    def best(self, text, any_word=False):
        """The ten best documents for words (all of them, or any) or a "phrase"."""
        self.parser.set_default_op(xapian.Query.OP_OR if any_word else xapian.Query.OP_AND)
        self.enquire.set_query(self.parser.parse_query(text, xapian.QueryParser.FLAG_PHRASE))
        return self.enquire.get_mset(0, 10)

    def snippets(self, text):
        found = self.best(text)
        for hit in found:
            found.snippet(hit.document.get_data().decode(), 300, self.stem)


def main():
    db = sqlite3.connect(sys.argv[1])
    index(db.execute('SELECT id, text FROM blocks WHERE text IS NOT NULL'), sys.argv[2]).close()


if __name__ == '__main__':
    main()
