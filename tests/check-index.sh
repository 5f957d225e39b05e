#!/bin/sh
# The database and its questions, from a stream written here: what is put in is found, the same again changes nothing,
# a changed file replaces its rows, and trouble has its message and exit code.
set -u
B=$(cd "${1:-build/release}/bin" && pwd)
top=$(pwd)
dir=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir" || exit 1
export SVOD_DB="$dir/corpus.db" COLUMNS=100 NO_COLOR=1
failed=0
fail() { echo "FAILED: $*"; failed=1; }
gives() { # gives TEXT COMMAND…: the output holds the text
	want=$1
	shift
	"$@" >out 2>err
	grep -qF -- "$want" out || { fail "$* does not print: $want"; cat out err; }
}
exits() { # exits CODE COMMAND…
	want=$1
	shift
	"$@" >out 2>err
	code=$?
	[ "$code" = "$want" ] || { fail "$* exits $code, not $want"; cat out err; }
}
says() { grep -qF -- "$1" err || { fail "the message lacks: $1"; cat err; }; }

stream() { # stream ID PATH TEXT-OF-SECOND-BLOCK
	first='План мероприятий'
	second=$3
	python3 - "$1" "$2" "$first" "$second" <<'PY'
import json, sys
i, path, a, b = sys.argv[1:]
text = a + '\n' + b
n, m = len(a.encode()), len(text.encode())
at = lambda s: (text.encode().find(s.encode()), text.encode().find(s.encode()) + len(s.encode()))
items = [{'id': 'deadline-%d' % at('2022')[0], 'type': 'deadline', 'start': at('2022')[0], 'end': at('2022')[1], 'text': '2022',
          'norm': {'value': '2022-10/2022-11'}, 'rule': 'test', 'block': 1}] if '2022' in b else []
print(json.dumps({'svod': 1, 'id': i, 'source': {'path': path, 'format': 'txt', 'bytes': m, 'sha256': i * 4},
    'doc': {'title': a, 'lang': 'ru', 'country': 'KG', 'date': '2022-01-05'}, 'text': text,
    'blocks': [{'kind': 'heading', 'start': 0, 'end': n, 'level': 1}, {'kind': 'para', 'start': n + 1, 'end': m}],
    'map': [{'t': 0, 'n': n, 'at': 0, 'len': n, 'line': 1}, {'t': n + 1, 'n': m - n - 1, 'at': n + 2, 'len': m - n - 1, 'line': 3}],
    'items': items, 'made': [{'by': 'test', 'version': '1'}]}, ensure_ascii=False, separators=(',', ':')))
PY
}
dump() { sqlite3 "$SVOD_DB" .dump 2>/dev/null | grep -v -e blocks_fts -e sqlite_stat; }

stream aaaaaaaaaaaaaaaa in/plan-one.txt 'Обсудить ратификацию конвенций в 2022 году' >one
stream bbbbbbbbbbbbbbbb in/other.txt 'Провести обучение кадров' >two
cat one two | "$B/svod-index" corpus.db || fail 'the first load'
dump >before
cat two one | "$B/svod-index" corpus.db || fail 'the second load'
dump >after
cmp -s before after || fail 'the same documents again changed something'

gives '[ратификацию] [конвенций]' "$B/svod-query" search 'ратификация конвенции'
gives 'plan:3' "$B/svod-query" search '"ратификация конвенций"'
gives '[обучение]' "$B/svod-query" search 'обучения'
exits 1 "$B/svod-query" search '=обучения'
gives '[ратификацию] конвенций' "$B/svod-query" search '=ратификацию'
gives '[ратификацию] [конвенций]' "$B/svod-query" search '=ратификацию конвенция'
exits 1 "$B/svod-query" search '"=ратификация конвенций"'
exits 1 "$B/svod-query" search 'обучение -=обучение'
exits 0 "$B/svod-query" search 'обучение -=обучения'
gives '[обучение] кадров' "$B/svod-query" search '=ратификация OR =обучение'
gives '1 place' "$B/svod-query" search '=конвенций OR =кадры'
exits 1 "$B/svod-query" search '=кадры' --facet country
gives 'KG' "$B/svod-query" search '=кадров' --facet country
gives '[кадров]' "$B/svod-query" search 'КАДРЫ'
exits 1 "$B/svod-query" search 'обучение -кадры'
exits 64 "$B/svod-query" search обучение --sort left
exits 0 "$B/svod-query" search 'обуч* country:KG'
exits 1 "$B/svod-query" search 'обучение country:KZ'
exits 1 "$B/svod-query" search 'абракадабра'
exits 1 "$B/svod-query" search 'обучнеие'
says 'обучение'
gives '[обучение]' "$B/svod-query" search 'j,extybt'
exits 64 "$B/svod-query" search '(обучение'
says '  ^'
exits 64 "$B/svod-query" search 'обучение due:завтра'
says '           ^'
exits 64 "$B/svod-query" search 'convention:what'
gives '"line":3' "$B/svod-query" search обучение -o jsonl
gives '2022-10/11' "$B/svod-query" due --from 2022-11-15 --to 2022-12-31
exits 1 "$B/svod-query" due --from 2023
gives 'DUE;VALUE=DATE:20221130' "$B/svod-query" due -o ics
gives 'deadline' "$B/svod-query" show plan
gives 'other.txt' "$B/svod-query" list docs -o csv
exits 66 "$B/svod-query" show nothing
exits 64 "$B/svod-query" sql 'DELETE FROM items'
gives '<mark class="deadline"' "$B/svod-query" report plan
"$B/svod-query" export -f jsonl >back
sort one two >want
sort back | cmp -s - want || fail 'the exported stream is not the one that was indexed'

# each document in files of its own, the same ones at the next export
n=0
for name in 'a b' 'a:b' 'a_b' 'a_b-2'; do
	n=$((n + 1))
	stream "eeeeeeeeeeeeeee$n" "in/$name.txt" "Документ $n"
done | "$B/svod-index" names.db || fail 'documents with names that are alike'
for round in 1 2; do
	"$B/svod-query" export --db names.db -f brat --to brat || fail 'an export to brat'
	"$B/svod-query" export --db names.db -f tei --to tei || fail 'an export to TEI'
	[ "$(cat brat/*.txt | grep -c 'Документ')" = 4 ] || fail "round $round: documents of like names share a file: $(ls brat)"
	[ "$(cat tei/* | grep -c '<p>Документ')" = 4 ] || fail "round $round: documents of like names share a file: $(ls tei)"
	[ "$(ls brat tei | grep -c '[.]txt$\|[.]ann$\|[.]xml$')" = 12 ] || fail "round $round: files of an export: $(ls brat tei)"
done

# a narrow terminal: a column of words stays readable, however little room the others leave
COLUMNS=20 "$B/svod-query" check -o table >out 2>err
[ "$(wc -l <out)" -lt 40 ] || fail 'a narrow terminal makes a line a letter'

# a value that nothing can have is a slip; countries have names
exits 64 "$B/svod-query" search обучение --country XX
says 'Countries of the corpus: KG'
gives '1 place' "$B/svod-query" search обучение --country Кыргызстан
gives '1 place' "$B/svod-query" search обучение --country 'KZ,Kyrgyz Republic'
gives '1 place' "$B/svod-query" search обучение --country кр
exits 1 "$B/svod-query" search обучение --country Казахстан
exits 64 "$B/svod-query" search обучение --lang russian
gives '1 place' "$B/svod-query" search обучение --lang RU
exits 64 "$B/svod-query" search 'обучение kind:plann'
says '           ^'
exits 1 "$B/svod-query" search обучение --kind plan
exits 64 "$B/svod-query" search обучение --year 2023..2021
exits 64 "$B/svod-query" due --from 2023 --to 2022
says 'ends before it begins'
exits 0 "$B/svod-query" due --from 2022-11-15 --to 2022-12-31 --ending
exits 1 "$B/svod-query" due --from 2022-10 --to 2022-10 --ending
exits 0 "$B/svod-query" due --from 2022-10 --to 2022-10

# two files of one name: the tables of an export name their documents alike
{ stream 1111111111111111 a/plan.txt 'Обсудить в 2022 году'; stream 2222222222222222 b/plan.txt 'Решить в 2022 году'; } |
	"$B/svod-index" same.db
exits 0 "$B/svod-query" export --db same.db -f csv --to tables
python3 - <<'PY' || fail 'tables of an export cannot be joined'
import csv
read = lambda name: {row['document'] for row in csv.DictReader(open('tables/' + name))}
all = read('documents.csv')
assert len(all) == 2 and read('items.csv') == all and read('due.csv') == all, (all, read('due.csv'))
PY

# a country of the matrix is the one that the text speaks of; titles are the official ones
stream 3333333333333333 in/kg.txt 'Ратифицирована в 2022 году' | python3 -c '
import json, sys
d = json.loads(sys.stdin.read())
for i, norm in enumerate([{"value": "C087", "title": "О свободе"}, {"value": "C087", "country": "TJ", "action": "ratified"}]):
    d["items"].insert(i, {"id": "convention-%d" % (i * 4), "type": "convention", "start": i * 4, "end": i * 4 + 4, "text": d["text"][i * 2:i * 2 + 2],
        "norm": norm, "rule": "test", "block": 0})
print(json.dumps(d, ensure_ascii=False))' | "$B/svod-index" matrix.db
exits 0 "$B/svod-query" conventions --db matrix.db -o tsv --ui-lang en
grep -q 'C087.TJ.kg.ratified.1.Freedom of Association' out && grep -q 'C087.KG.kg..1.Freedom of Association' out || { fail 'countries and titles of instruments'; cat out; }
gives 'о свободе ассоциации' "$B/svod-query" conventions --db matrix.db -o tsv --ui-lang ru
"$B/svod-query" conventions --db matrix.db --country KG -o tsv | grep -q TJ && fail 'a country that was not asked for'

exits 1 "$B/svod-query" search с87 --db matrix.db
says 'Did you mean convention:C087 (2 places)?'
gives 'Did you mean convention:C087 (2 places)?' "$B/svod-query" search 'с87 OR ратифицирована' --db matrix.db
"$B/svod-query" search 'C087 OR с87 OR ратифицирована' --db matrix.db >out
[ "$(grep -c 'convention:C087' out)" = 1 ] || { fail 'one instrument is named twice'; cat out; }
"$B/svod-query" search 'ратифицирована -C087' --db matrix.db | grep 'Did you mean' && fail 'a word that is not to be there is asked about'
gives '1 place' "$B/svod-query" search convention:C087 --db matrix.db

# the language of messages before the command too
gives 'Примеры' "$B/svod" help --ui-lang ru
exits 66 "$B/svod" --ui-lang=ru show nothing
says 'такого документа нет'
exits 64 "$B/svod" --ui-lang xx list docs

# a concordance: what has nothing on the side that it is sorted by comes last
stream 4444444444444444 in/sides.txt 'Обучение: кадров и обучение' | "$B/svod-index" sides.db
"$B/svod-query" search --db sides.db обучение --kwic -o tsv | cut -f8 >out
printf 'right\n: кадров и обучение\n\n' | cmp -s - out || { fail 'an empty side is not the last'; cat out; }

# the manual page of the database names every table and view, every column of a table, and the version
python3 - "$top/docs/man/svod-schema.5" <<'PY' || fail 'svod-schema(5) is not what the database has'
import re, sqlite3, sys
db = sqlite3.connect('corpus.db')
page = open(sys.argv[1], encoding='utf-8').read()
said = {name: set(re.findall(r'\w+', text)) for names, text in re.findall(r'^([a-z][\w, ]*)\tT\{\n(.*?)^T\}', page, re.S | re.M)
        for name in names.split(', ')}
there = {}
for table, kind, column in db.execute("SELECT m.name, m.type, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE"
                                      " m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'blocks_fts%'"):
    there.setdefault(table, set()).update({column} - {'id'} if kind == 'table' else ())
wrong = sorted(set(said) ^ set(there)) + sorted(t + '.' + c for t in there for c in there[t] - said.get(t, there[t]))
if '(%d)' % db.execute('PRAGMA user_version').fetchone() not in page:
    wrong.append('user_version')
sys.exit(', '.join(wrong) or 0)
PY

# numbers of a comparison are numbers, a value has a row of its own; nothing of it depends on the language of messages
stream 5555555555555555 in/a.txt 'Обсудить в 2022 году' >ab
stream 6666666666666666 in/b.txt 'Провести обучение' >>ab
"$B/svod-index" ab.db ab
"$B/svod-query" compare --db ab.db a b -o jsonl --ui-lang ru >ru.jsonl
"$B/svod-query" compare --db ab.db a b -o jsonl --ui-lang en >en.jsonl
cmp -s ru.jsonl en.jsonl || fail 'a comparison for programs speaks Russian'
grep -qF '{"what":"goals","a":0,"b":0}' en.jsonl || { fail 'counts of a comparison'; cat en.jsonl; }

# filters choose documents of lists and figures
exits 0 "$B/svod-query" list docs --country KG --lang ru
exits 1 "$B/svod-query" list docs --country KZ
exits 1 "$B/svod-query" list types --doc other
exits 0 "$B/svod-query" list types --doc plan
exits 64 "$B/svod-query" list orgs --country KG
exits 1 "$B/svod-query" figures --year 1999

exits 66 "$B/svod-query" list docs --db .
says 'a folder, no database'

# queries by name
exits 0 "$B/svod-query" search обучение --save кадры
gives '[обучение]' "$B/svod-query" search --saved кадры
exits 66 "$B/svod-query" search --forget кадр
says 'кадры'
exits 64 "$B/svod-query" search обучение --forget кадры
exits 0 "$B/svod-query" search --forget кадры
exits 66 "$B/svod-query" search --saved кадры

# a file whose content changed, and one that lies at two paths
stream cccccccccccccccc in/other.txt 'Укрепить первичные организации' | "$B/svod-index" corpus.db || fail 'a changed file'
exits 1 "$B/svod-query" search обучение
gives '[первичные]' "$B/svod-query" search первичная
sed 's,in/plan-one.txt,in/copy.txt,' one | "$B/svod-index" corpus.db
[ "$(sqlite3 corpus.db 'SELECT count(*) FROM documents')" = 2 ] || fail 'equal content at another path became a document'
"$B/svod-index" --prune corpus.db || fail prune
[ "$(sqlite3 corpus.db 'SELECT count(*) FROM documents')" = 0 ] || fail 'documents whose files are gone stayed'
"$B/svod-index" corpus.db one two
exits 0 "$B/svod-index" --check corpus.db

# a form of a word that stands everywhere: pages follow each other without gaps, many places are estimated
python3 - <<'PY' | "$B/svod-index" --bulk many.db || fail 'a document of 6,000 paragraphs'
import json
text, blocks = '', []
for i in range(6000):
    p = 'Провести %s %d' % ('мероприятия' if i % 3 == 0 else 'мероприятий', i)
    blocks.append({'kind': 'para', 'start': len(text.encode()), 'end': len((text + p).encode())})
    text += p + '\n'
print(json.dumps({'svod': 1, 'id': 'd' * 16, 'source': {'path': 'many.txt', 'format': 'txt', 'bytes': len(text.encode()), 'sha256': 'd' * 64},
    'doc': {'lang': 'ru'}, 'text': text[:-1], 'blocks': blocks, 'map': [], 'items': [], 'made': []}, ensure_ascii=False))
PY
for page in 0 700 1400; do
	"$B/svod-query" search --db many.db =мероприятия -o jsonl --limit 700 --offset "$page"
done | sed 's/.*"start":\([0-9]*\).*/\1/' | sort -u >pages
[ "$(wc -l <pages)" = 2000 ] || fail "pages of an exact form hold $(wc -l <pages) places, not 2000"
[ "$("$B/svod-query" search --db many.db =мероприятия -o jsonl | wc -l)" = 2000 ] || fail 'a file is cut off as a page is'
[ "$("$B/svod-query" search --db many.db =мероприятия --kwic -o jsonl | wc -l)" = 2000 ] || fail 'a concordance in a file is cut off'
[ "$("$B/svod-query" search план OR обучение -l | wc -l)" = 2 ] || fail 'documents of a search'
[ "$("$B/svod-query" search план OR обучение -l -n 1 | wc -l)" = 1 ] || fail '-n has no say in -l'
[ "$("$B/svod-query" search план OR обучение -c -n 1 --offset 1 -o tsv | wc -l)" = 2 ] || fail '-n has no say in -c'
gives 'About 2000 places' "$B/svod-query" search --db many.db =мероприятия
gives '1 document, 2000 places' "$B/svod-query" search --db many.db =мероприятия --count
gives '1 document, 1 place' "$B/svod-query" search --db many.db '=мероприятия =33'

# a file that is there is replaced by a whole one only
echo before >kept && ln -s kept link
for name in kept link; do
	(trap '' XFSZ; ulimit -f 200; "$B/svod-query" export --db many.db -f jsonl --to $name) 2>err
	[ $? = 74 ] || { fail "an export to a full disk is not 74"; cat err; }
done
[ "$(cat kept)" = before ] && [ "$(echo kept* link*)" = 'kept link' ] || fail 'an export that failed destroyed the file that was there'
exits 0 "$B/svod-query" export -f jsonl --to kept
grep -q svod kept || fail 'a file that is there is not replaced'
# and nothing else is: neither what is called like a part of it, nor a link to it, nor its rights
echo victim >victim && ln -s victim kept.part && chmod 640 kept
exits 0 "$B/svod-query" export -f jsonl --to kept
exits 0 "$B/svod-query" export -f json --to link
[ "$(cat victim)" = victim ] && [ -L kept.part ] || fail 'an export writes to a file of another name'
[ -L link ] && [ "$(head -c 1 kept)" = '[' ] && [ "$(stat -c %a kept)" = 640 ] || fail 'an export through a link'
(umask 027; "$B/svod-query" export -f json --to made) && [ "$(stat -c %a made)" = 640 ] || fail 'the rights of a new file'
if [ "$(id -u)" != 0 ]; then
	mkdir shut && echo before >shut/kept && echo before >shut/own && chmod 444 shut/own && chmod 555 shut
	exits 0 "$B/svod-query" export -f jsonl --to shut/kept
	grep -q svod shut/kept || fail 'a file in a closed folder is not written'
	exits 73 "$B/svod-query" export -f jsonl --to shut/own
	exits 73 "$B/svod-query" export -f jsonl --to shut/new
	chmod 755 shut
	exits 73 "$B/svod-query" export -f jsonl --to shut/own
	[ "$(cat shut/own)" = before ] || fail 'a file that may not be written to is replaced'
fi
long=$(printf '%0255d' 7)
exits 0 "$B/svod-query" export -f jsonl --to "$long"
grep -q svod "$long" || fail 'a file with the longest of names is not written'

# without the extension the tables and views open; with it words are found
sqlite3 corpus.db 'SELECT * FROM v_due; SELECT * FROM v_documents' >out 2>err || { fail 'sqlite3 without the extension'; cat err; }
case $B in *asan* | *tsan* | *ubsan*) echo 'skip: the sqlite3 shell cannot load an extension with a sanitizer' ;; *)
gives '[ратификацию]' sqlite3 corpus.db -cmd ".load $B/../lib/svod_fts5" \
	"SELECT snippet(blocks_fts, 0, '[', ']', '…', 9) FROM blocks_fts WHERE blocks_fts MATCH 'ратификация'"
gives '[ратификацию]' sqlite3 corpus.db -cmd ".load $B/../lib/svod_fts5" \
	"SELECT svod_mark(text, '=ратификацию', '[', ']') FROM blocks WHERE svod_holds(text, '=ратификацию')"
;; esac

# torn_db last|first: torn.db is many.db with that child of the blocks' root overwritten; new rows go to the last one
torn_db() {
	sqlite3 many.db 'PRAGMA wal_checkpoint(TRUNCATE)' >out && cp many.db torn.db
	python3 - "$1" <<'PY'
import sqlite3, sys
c = sqlite3.connect('torn.db')
root = c.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'blocks'").fetchone()[0]
size = c.execute('PRAGMA page_size').fetchone()[0]
c.close()
with open('torn.db', 'r+b') as f:
    def number(at, size_of):
        f.seek(at)
        return int.from_bytes(f.read(size_of), 'big')

    page = (root - 1) * size
    child = number(page + 8, 4) if sys.argv[1] == 'last' else number(page + number(page + 12, 2), 4)
    f.seek((child - 1) * size)
    f.write(b'\x07' * 100)
PY
}

# an answer that breaks off is not taken for a whole one
torn_db last
exits 65 "$B/svod-query" search --db torn.db =мероприятия --limit 0 -o jsonl
exits 65 "$B/svod-query" export --db torn.db -f jsonl
exits 65 "$B/svod-index" --check torn.db

# a batch that is rolled back is not told as done, and none follows it: half of a run would look like all of it
torn_db first
stream dddddddddddddddd many.txt 'Иной текст' >three
cat one three two >mixed
cp torn.db added.db && cp torn.db spoilt.db
exits 74 "$B/svod-index" -v torn.db mixed
says '0 new'
[ "$(sqlite3 torn.db 'SELECT group_concat(hash) FROM documents')" = dddddddddddddddd ] || fail 'a run goes on after a batch was lost'
{ echo nothing; cat mixed; } >spoilt # a bad line before that does not hide it
exits 74 "$B/svod-index" spoilt.db spoilt
echo 'Иной текст' >many.txt
exits 74 "$B/svod" add --db added.db --prune many.txt new.txt
grep -q 'Next:' out && fail 'a lost batch is told as success'
[ "$(sqlite3 added.db 'SELECT group_concat(hash) FROM documents')" = dddddddddddddddd ] || fail 'documents are pruned after a batch was lost'
rm many.txt

# damage is found, what is whole is kept
cp corpus.db damaged.db
sqlite3 damaged.db "UPDATE blocks SET text = 'Подмена' WHERE text LIKE 'Провести%'"
exits 65 "$B/svod-index" --check damaged.db
says 'bbbbbbbbbbbbbbbb'
"$B/svod-index" --repair damaged.db 2>/dev/null
exits 0 "$B/svod-index" --check damaged.db
[ "$(sqlite3 damaged.db 'SELECT count(*) FROM documents')" = 1 ] || fail 'repair lost the whole document or kept the damaged one'

# other word forms: no writing until the words are written again
cp corpus.db other.db
sqlite3 other.db "UPDATE settings SET value = 'svod-0' WHERE key = 'tokenizer'"
exits 78 "$B/svod-index" other.db one
says 'svod index --rebuild'
exits 0 "$B/svod-index" --rebuild other.db
exits 0 "$B/svod-index" other.db one

# a database of the first version opens, and a writer brings it up to date
sed -n '/^-- migration 1/,/^-- migration 2/p' "$top/index/schema.sql" >first.sql
case $B in *asan* | *tsan* | *ubsan*) ;; *)
sqlite3 old.db -cmd ".load $B/../lib/svod_fts5" 'PRAGMA user_version = 1' '.read first.sql' \
	"ATTACH 'corpus.db' AS c" "INSERT INTO main.settings SELECT * FROM c.settings WHERE key = 'tokenizer'" 2>err || fail 'a database of the first version'
exits 1 "$B/svod-query" search --db old.db обучение
exits 0 "$B/svod-index" old.db one two
gives '[обучение]' "$B/svod-query" search --db old.db обучение
[ "$(sqlite3 old.db 'PRAGMA user_version')" = "$(sqlite3 corpus.db 'PRAGMA user_version')" ] || fail 'the first version was not brought up to date'
sqlite3 old.db "SELECT name FROM sqlite_schema WHERE name NOT LIKE '%_fts_%' ORDER BY 1" >old
sqlite3 corpus.db "SELECT name FROM sqlite_schema WHERE name NOT LIKE '%_fts_%' ORDER BY 1" >new
cmp -s old new || { fail 'the first version has other tables than this one'; diff old new; }
sqlite3 old.db 'PRAGMA user_version = 99'
exits 78 "$B/svod-query" search --db old.db обучение
;; esac

# a writer that waits, places that cannot be written to
python3 - <<'PY' &
import sqlite3, time
c = sqlite3.connect('corpus.db')
c.execute('BEGIN IMMEDIATE')
open('locked', 'w').close()
time.sleep(4)
PY
holder=$!
while [ ! -e locked ]; do sleep 0.1; done
exits 75 "$B/svod-index" --no-wait corpus.db one
echo 'Провести съезд' >new.txt
exits 75 "$B/svod" add --db corpus.db --no-wait new.txt
exits 0 "$B/svod-query" search обучение
exits 0 "$B/svod-index" --wait 20 corpus.db one
says 'Waiting'
wait "$holder"
exits 65 "$B/svod-index" before one
if [ "$(id -u)" != 0 ]; then
	mkdir closed && chmod 555 closed
	exits 73 "$B/svod-index" closed/x.db one
fi
exits 73 "$B/svod-index" /proc/nowhere/x.db one
# a disk that is full: files may not grow past 64 KB here
(trap '' XFSZ; ulimit -f 64; "$B/svod-index" full.db one 2>err; [ $? = 74 ]) || { fail 'a full disk is not 74'; cat err; }
exits 66 "$B/svod-query" search x --db none.db
"$B/svod-index" --bulk bulk.db one two || fail 'a bulk load'
exits 0 "$B/svod-index" --check bulk.db
ls bulk.db-* 2>/dev/null && fail 'the bulk load left its file'

# two first loads of one database: the second is sent away, and no load takes the place of what another has made
mkfifo slow
"$B/svod-index" --bulk race.db <slow 2>lost &
loader=$!
exec 9<>slow # both ends: nobody is waited for, should the loader have ended
cat one >&9
while [ ! -s race.db-bulk ] && kill -0 "$loader" 2>/dev/null; do sleep 0.1; done
[ -s race.db-bulk ] || { fail 'the first load did not begin'; cat lost; }
exits 75 "$B/svod-index" --bulk race.db two
exits 0 "$B/svod-index" race.db two
exec 9>&-
wait "$loader"
[ $? = 75 ] || fail 'a load whose place was taken is not 75'
grep -q 'Run this again' lost || { fail 'a load whose place was taken says'; cat lost; }
[ "$(sqlite3 race.db 'SELECT hash FROM documents')" = bbbbbbbbbbbbbbbb ] || fail 'a load took the place of another'
ls race.db-bulk* 2>/dev/null && fail 'a load that failed left its file'
head -c 300 one | "$B/svod-index" cut.db 2>err
[ $? = 65 ] || fail 'a stream that was cut off is not 65'
[ "$failed" = 0 ] && echo 'the database and its questions hold'
exit "$failed"
