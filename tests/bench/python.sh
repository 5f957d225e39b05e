#!/bin/sh
# Prints the Python that can load SQLite extensions, and has Xapian's module if any of them has it.
for python in python3 /usr/bin/python3; do
	command -v "$python" >/dev/null || continue
	"$python" -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension' 2>/dev/null || continue
	found=${found:-$python}
	"$python" -c 'import xapian' 2>/dev/null && found=$python && break
done
echo "${found:-python3}"
