#!/bin/sh
# Organizations in Russian news that nobody here marked: relaxed F1 of at least .75 (tests/score-factrueval.sh).
set -eu
cd "$(dirname "$0")/.."
command -v python3 >/dev/null || { echo "skip: python3 is not here"; exit 0; }
exec tests/score-factrueval.sh 75
