#!/bin/sh
# page.sh LANG PROGRAM [COMMAND]: the manual page that the option table gives, with docs/man/NAME.roff put before OPTIONS.
set -eu
prose=$(dirname "$0")/$(basename "$2").roff
if [ "$1" = en ] && [ $# = 2 ] && [ -e "$prose" ]; then
	"$2" --help=man --ui-lang=en | sed -e "/^\.SH OPTIONS/{
e cat $prose
}"
else
	"$2" ${3:+"$3"} --help=man --ui-lang="$1"
fi
