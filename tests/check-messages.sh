#!/bin/sh
# Whatever a person may read is there in Russian too: every message of the sources, every note of the stream, the
# complaints about a rule file with their place; and the language of the reader changes no byte of the stream. Takes the
# build folder.
set -u
B=$(cd "$1" && pwd)/bin
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT
failed=0
no() {
	echo "not ok: $1"
	failed=1
}

# collect FOLDERS -kKEYWORD…: the messages that these functions take as literals
collect() {
	folders=$1
	shift
	find $folders -name '*.c' -o -name '*.cc' | sort >"$T/sources"
	xgettext --from-code=UTF-8 --no-wrap -f "$T/sources" -o - "$@" 2>"$T/warnings" |
		sed 's/charset=CHARSET/charset=UTF-8/'
}

if command -v xgettext >/dev/null && command -v msgcmp >/dev/null; then
	collect 'common ingest analyze index' -k_ -kN_ -kngettext:1,2 >"$T/svod.pot"
	msgcmp docs/po/ru.po "$T/svod.pot" 2>"$T/err" || no "without a Russian translation (make pot, docs/po/ru.po):
$(cat "$T/err")"
	msgcmp --use-untranslated "$T/svod.pot" docs/po/ru.po 2>"$T/err" || no "in docs/po/ru.po, and no message any more (make pot):
$(cat "$T/err")"
	msgattrib --only-fuzzy docs/po/ru.po | grep -q . && no 'docs/po/ru.po has fuzzy translations'

	# an error is translated where it is set; what has no words, or a name of an option only, is no message
	words='[[:lower:]]{3}'
	collect 'common analyze index' -k -kerr_set:3 -kerr_sys:3 -kerr_in:2 -kdiag_add:4 -kcomplain:2,2t -kcomplain:3,3t -kfail:3 \
		-klog_warn:2 -klog_info:2 | msggrep -K -E -e "$words" | msggrep -v -K -E -e '^--|^rules/|^%s.tsv' >"$T/bare"
	grep -q '^msgid "[^"]' "$T/bare" && no "not behind _():
$(grep '^#:\|^msgid' "$T/bare")"
	# notes and what goes wrong in a worker stay English in the stream: common/notes.c has them for people
	collect 'ingest analyze' -k -kdoc_add_note:4 >"$T/notes"
	collect ingest -k -kerr_set:3 -kerr_sys:3 -kerr_in:2 >"$T/worker"
	msgcat --use-first "$T/notes" "$T/worker" | msggrep -K -E -e "$words" >"$T/said"
	msgcmp docs/po/ru.po "$T/said" 2>"$T/err" || no "not in common/notes.c:
$(cat "$T/err")"
else
	echo 'skip: no gettext tools, messages are not compared with their translations'
fi

# a broken rule file: the same place in both languages, a Cyrillic letter is one column
mkdir "$T/rules"
cat >"$T/rules/broken.rules" <<'END'
rule my.street
	type	street
	pattern	улица {город
	yes	"⟦улица⟧"
	no	"дом"

rule my.house
	type	house
	patern	дом
	pattern	дом
	yes	"⟦дом⟧"
	no	"улица"
END
for lang in en ru; do
	"$B/svod-rules" --ui-lang $lang --only-rules --rules "$T/rules" check >"$T/out.$lang" 2>"$T/err.$lang"
	[ $? = 78 ] || no "a broken rule file is taken ($lang)"
done
sed "s|$T/rules/||" "$T/err.ru" >"$T/got"
cat >"$T/wanted" <<'END'
svod-rules: broken.rules:3:16: { не закрыта знаком }
     pattern улица {город
                   ^
svod-rules: broken.rules:9:2: у правила нет поля patern. Может быть, pattern?
     patern дом
     ^
END
cmp -s "$T/wanted" "$T/got" || no "a broken rule file in Russian:
$(diff "$T/wanted" "$T/got")"
grep -q '^0 правил, 2 замечания$' "$T/out.ru" || no "the numbers of a broken rule file: $(cat "$T/out.ru")"
for lang in en ru; do grep -A2 -o 'broken.rules:[0-9:]*\|^  .*' "$T/err.$lang" >"$T/places.$lang"; done
cmp -s "$T/places.en" "$T/places.ru" || no 'the places of complaints differ between the languages'

# help that is put together from a table knows the language too
"$B/svod-clean" --ui-lang ru --help | grep -q '^  title  *название документа$' || no 'svod-clean --help lists its passes in English'
"$B/svod-query" --ui-lang ru --help | grep -q '^  plan  *печатает строки плана$' || no 'svod-query --help lists its commands in English'

# documents that cannot be read: said in Russian, and the same stream
head -c 3000 "$B/svod" >"$T/program.pdf"
: >"$T/empty.txt"
printf '{\\rtf1 \\ansi cut' >"$T/cut.rtf"
printf 'PK\003\004 no archive' >"$T/cut.docx"
printf '%%PDF-1.4 nothing' >"$T/cut.pdf"
printf 'Два сообщения\n' >"$T/good.txt"
for lang in en ru; do
	(cd "$T" && "$B/svod-read" --ui-lang $lang program.pdf empty.txt cut.rtf cut.docx cut.pdf good.txt missing.txt \
		>"$T/stream.$lang" 2>"$T/err.$lang")
done
cmp -s "$T/stream.en" "$T/stream.ru" || no 'the language of the reader is in the stream'
cmp -s "$T/err.en" "$T/err.ru" && no 'what cannot be read is said in English'
sed 's/^svod-read: [^:]*: //' "$T/err.ru" | grep -v '[аеио]' && no 'English messages in Russian'
grep -q '^svod-read: missing.txt: нет такого файла или папки$' "$T/err.ru" || no "a file that is not there: $(cat "$T/err.ru")"
# what a program starts speaks as it does
(cd "$T" && LC_ALL=C "$B/svod-add" --ui-lang ru --db "$T/c.db" missing.txt good.txt) >"$T/out" 2>"$T/err"
grep -q '^svod-read: missing.txt: нет такого файла или папки$' "$T/err" || no "svod add --ui-lang ru: $(cat "$T/err")"
# a stage that is ended in the middle of a line: its exit code counts, in every language, and the line is no second error
mkdir -p "$T/late/bin" && ln -s "$B/../share" "$T/late/share"
cp "$B/svod-add" "$B/svod-index" "$T/late/bin"
for p in read clean extract; do
	printf '#!/bin/sh\ncat >/dev/null\n' >"$T/late/bin/svod-$p"
done
printf '#!/bin/sh\nprintf %%s "{"; exit 70\n' >"$T/late/bin/svod-resolve"
chmod +x "$T"/late/bin/svod-*
for lang in en ru; do
	(root=$PWD && cd "$T" && SVOD_DATA=$root "$T/late/bin/svod-add" --ui-lang $lang --db "$T/late.db" good.txt) >"$T/out" 2>"$T/err"
	got=$?
	[ "$got" = 70 ] && ! [ -s "$T/err" ] || no "a stage that is ended ($lang) gives $got: $(cat "$T/err")"
done
exit $failed
