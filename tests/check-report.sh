#!/bin/sh
# The HTML report of two documents (and their TEI, as one corpus): one file that fetches nothing, every link inside it arrives, both languages and all
# drawings are there, and the same documents give the same bytes.
set -u
B=$(cd "${1:-build/release}/bin" && pwd)
top=$(pwd)
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
export SVOD_DB="$dir/c.db" PATH="$B:$PATH"
svod add -q "$top/corpus/documents/plan-vodniki.docx" "$top/corpus/documents/resolution-porty.rtf" || exit 1
svod report --ui-lang=ru plan resolution --to "$dir/a.html" || exit 1
svod report --ui-lang=ru plan resolution >"$dir/b.html" || exit 1
svod report --ui-lang=en plan >"$dir/one.html" || exit 1
cmp "$dir/a.html" "$dir/b.html" || exit 1
# an archive's member carries its own name into every anchor
python3 - "$top/corpus/documents/plan-vodniki.docx" "$dir/mail.zip" <<'PY' || exit 1
import sys, zipfile
with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as z:
    z.write(sys.argv[1], 'a"><img src=x onerror=alert(1)>.docx')
PY
SVOD_DB="$dir/zip.db" svod add -q "$dir/mail.zip" || exit 1
id=$(sqlite3 "$dir/zip.db" "SELECT substr(hash, 1, 12) FROM documents")
SVOD_DB="$dir/zip.db" svod report --ui-lang=en "$id" >"$dir/zip.html" || exit 1
svod export -f tei >"$dir/two.tei" && SVOD_DB="$dir/zip.db" svod export -f tei >"$dir/zip.tei" || exit 1
if command -v xmllint >/dev/null; then
	xmllint --noout "$dir/two.tei" "$dir/zip.tei" || exit 1
fi
python3 - "$dir/two.tei" "$dir/zip.tei" <<'PY' || exit 1
import re, sys

for name in sys.argv[1:]:
    ids = re.findall(r'xml:id="([^"]*)"', open(name, encoding='utf-8').read())
    bad = [i for i in ids if not re.fullmatch(r'[A-Za-z_][\w.-]*', i)]
    if not ids or bad or len(set(ids)) < len(ids):
        sys.exit('%s: %d ids, %d of them twice, no XML names: %s' % (name, len(ids), len(ids) - len(set(ids)), bad[:3]))
PY
python3 - "$dir/a.html" "$dir/one.html" "$dir/zip.html" <<'PY'
import html.parser, sys

VOID = {'meta', 'input', 'br', 'img', 'link', 'hr'}

class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.open, self.seen, self.trouble = [], [], [], set(), []
    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        self.seen.add(tag)
        self.seen.add(a.get('class', '').split(' ')[0])
        if 'id' in a:
            self.ids.append(a['id'])
        self.trouble += ['runs: %s=%s' % (k, a[k]) for k in a if k[:2] == 'on']
        self.links += [a[k] for k in ('href', 'src') if k in a]
        if tag not in VOID:
            self.open.append(tag)
    def handle_startendtag(self, tag, attrs):
        self.seen.add(tag)
    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.trouble.append('</%s> at %s' % (tag, self.getpos()))

for name in sys.argv[1:]:
    page = Page()
    text = open(name, encoding='utf-8').read()
    page.feed(text)
    page.trouble += ['never closed: ' + t for t in page.open]
    page.trouble += ['twice: ' + i for i in {i for i in page.ids if page.ids.count(i) > 1}]
    page.trouble += ['leads nowhere: ' + h for h in page.links if h[:1] != '#' or h[1:] not in page.ids]
    page.trouble += ['is missing: ' + t for t in ('timeline', 'network', 'en', 'ru', 'mark', 'details', 'article') if t not in page.seen]
    page.trouble += ['in the page: ' + t for t in ('<script', '@import', 'url(', '://') if t in text]
    for t in page.trouble[:20]:
        print(name, t)
    if page.trouble:
        sys.exit(1)
PY
