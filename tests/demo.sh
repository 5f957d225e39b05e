#!/bin/sh
# make demo: the main job on the project's own corpus, as a researcher would type it. $1: the folder of the programs.
set -u
cd "$(dirname "$0")/.."
PATH="$(cd "$1" && pwd):$PATH"
export PATH
DB=build/demo.db
export SVOD_DB="$DB"
rm -f "$DB" "$DB"-wal "$DB"-shm

bold() { if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then printf '\033[1m$ %s\033[0m\n' "$*"; else printf '$ %s\n' "$*"; fi; }
try() {
	echo
	bold "$*"
	"$@"
}

set -e
try svod add --force -j 2 corpus/documents
try svod search 'ратификация конвенций' --limit 5
try svod plan plan-vodniki.docx
try svod due --from 2026-01-01 --to 2026-12-31
cat <<'END'

What to type next:
  export SVOD_DB=build/demo.db PATH="$PWD/build/release/bin:$PATH"
  svod search '"коллективный договор"'      a phrase, in all its forms
  svod conventions                          ILO instruments by country
  svod check                                figures that do not add up
  svod list docs                            what is in the corpus
  svod add ~/my-documents                   your own (into --db or SVOD_DB)
  svod --help                               everything else
END
