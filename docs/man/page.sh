#!/bin/sh
# The manual page of a program: what its option table gives, with docs/man/NAME.roff put before OPTIONS.
set -eu
prose=$(dirname "$0")/$(basename "$1").roff
"$1" --help=man --ui-lang=en >"$1.roff.tmp"
trap 'rm -f "$1.roff.tmp"' EXIT
if [ -e "$prose" ]; then
	sed -e "/^\.SH OPTIONS/{
e cat $prose
}" "$1.roff.tmp"
else
	cat "$1.roff.tmp"
fi
