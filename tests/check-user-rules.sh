#!/bin/sh
# Rules of a user's own beside the built-in ones: checked once, then taken from the cache; checked again when a file
# changes or the cache is damaged; refused with their place. Takes the build folder.
set -eu
B=$1/bin
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
export XDG_CACHE_HOME="$T/cache"
mkdir "$T/my" "$T/cache"
cat >"$T/my/ago.rules" <<'END'
%map when
	год~ назад	past
	год~ том~ вперед	future

rule my.when
	type	ago
	pattern	(?<w>%when)
	value	{w:when}
	yes	"⟦год назад⟧" = past
	no	"город"
END
printf 'Два года назад, год назад и году тому вперёд. Принято 5 марта 2024 г.\n' >"$T/text.txt"
"$B/svod-read" "$T/text.txt" | "$B/svod-clean" >"$T/clean"
fail() {
	echo "$1"
	exit 1
}
extract() { "$B/svod-extract" --rules "$T/my" "$T/clean"; }
cached() { ls "$T"/cache/svod/rules-*.stamp 2>/dev/null | wc -l; }

extract >"$T/first"
[ "$(grep -o '"rule":"my.when"' "$T/first" | wc -l)" = 3 ] || fail "the rules of the user's own do not work"
[ "$(cached)" = 1 ] || fail "what passed is not kept"
extract | cmp - "$T/first" || fail "rules from the cache find something else"

# damaged: looked through and made again
for f in "$T"/cache/svod/rules-*.stamp; do
	printf 'damage' | dd of="$f" bs=1 seek=100000 conv=notrunc 2>/dev/null
done
extract | cmp - "$T/first" || fail "a damaged cache is believed"
# somebody else may write it: not used, and no harm
chmod 666 "$T"/cache/svod/rules-*.stamp
extract | cmp - "$T/first" || fail "a cache that anybody may write is used"

# another rule: another answer at once
sed -i 's/past/before/' "$T/my/ago.rules"
extract | grep -q '"value":"before"' || fail "a changed rule is not seen"
# no room for a cache: nothing goes wrong
XDG_CACHE_HOME=/nowhere/at/all extract | grep -q '"value":"before"' || fail "rules do not work without a cache"
# what stands beside rules: a mark that editors of Windows put before them is no part of them, a pipe is not waited for
mkdir -p "$T/marked" "$T/pipe"
{ printf '\357\273\277'; printf 'rule w.a\n\ttype word\n\tpattern слово\n\tyes "⟦слово⟧"\n\tno "иное"\n'; } >"$T/marked/a.rules"
"$B/svod-rules" --rules "$T/marked" check >/dev/null 2>"$T/err" || fail "a byte order mark: $(cat "$T/err")"
mkfifo "$T/pipe/a.rules"
code=0
timeout 20 "$B/svod-rules" --rules "$T/pipe" check >/dev/null 2>&1 || code=$?
[ $code = 66 ] || fail 'a pipe among the rules is waited for'

# an example that fails
sed -i 's/= before/= later/' "$T/my/ago.rules"
extract >/dev/null 2>"$T/err" && fail "a failing example is not refused"
grep -q 'ago.rules:9' "$T/err" || fail "the place of the failing example is not said: $(cat "$T/err")"
