#!/bin/sh
# common/wordforms.sh LANG DICTIONARY: the forms of a hunspell dictionary (uk uk_UA) with their dictionary forms, as
# build/dict/LANG.forms, a trie that is mapped into memory (common/wordforms.h). To load the dictionary itself takes half
# a second and 40 MB in every process; this file costs nothing until a word is asked for.
#
# unmunch writes out the forms of every entry; it takes bytes for letters, so it is given one byte a letter, and it does
# not tell where an entry ends, so an entry "#" stands between them. Keys of the trie are "form TAB rank stem", folded
# (lower case, and ё = е in the form); rank 0: the form is a dictionary form itself.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

out=build/dict/$1.forms dic=/usr/share/hunspell/$2.dic aff=/usr/share/hunspell/$2.aff
[ -e "$dic" ] && [ -e "$aff" ] || exit 0
mkdir -p build/dict
work=$(mktemp -d build/dict/forms.XXXXXX)
trap 'rm -rf "$work"' EXIT INT TERM

sed '1!s/$/\n#/' "$dic" | iconv -c -f UTF-8 -t CP1251 >"$work/dic"
iconv -c -f UTF-8 -t CP1251 "$aff" >"$work/aff"
unmunch "$work/dic" "$work/aff" 2>/dev/null | iconv -f CP1251 -t UTF-8 | sed 's/.*/\L&/' |
	awk '/^#/ { stem = ""; next } stem == "" { stem = $0 } { print $0 "\t" ($0 == stem ? 0 : 1) stem }' |
	sed ':again; s/^\([^\t]*\)ё/\1е/; t again' | LC_ALL=C sort -u >"$work/forms"
marisa-build --label-order -o "$work/trie" <"$work/forms" 2>/dev/null
mv "$work/trie" "$out"
