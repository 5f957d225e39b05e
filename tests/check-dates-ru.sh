#!/bin/sh
# Russian time expressions and numerals that nobody here wrote: at least 95 % of both (tests/score-dates-ru.sh).
set -eu
cd "$(dirname "$0")/.."
command -v python3 >/dev/null || { echo "skip: python3 is not here"; exit 0; }
exec tests/score-dates-ru.sh 95
