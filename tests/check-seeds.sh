#!/bin/sh
# On the real documents in ../shared: what was reached once is not lost again, in text, DOCX and PDF; and svod-eval says
# what the reference scorer says.
set -u
B=$1/bin
G=../shared/gold
[ -d ../shared/seeds ] || { echo "skip: ../shared/seeds is not here"; exit 0; }
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT
failed=0

chain() { "$B/svod-read" "$@" | "$B/svod-clean" | "$B/svod-extract" | "$B/svod-resolve"; }
least() { # least FILE TYPE.MEASURE=F1...
	stream=$1
	shift
	"$B/svod-eval" --gold "$G" --texts ../shared/seeds --no-dup --min "$1" $(shift; for m; do printf ' --min %s' "$m"; done) "$stream" >"$T/out" ||
		{ cat "$T/out"; failed=1; }
}

chain ../shared/seeds/*.txt >"$T/txt"
chain ../shared/documents/docx/00[0-4].docx ../shared/documents/docx/003_table.docx ../shared/documents/docx/004_textbox.docx >"$T/docx" 2>"$T/err"
chain ../shared/documents/pdf/00[012].pdf ../shared/documents/pdf/004_textbox.pdf ../shared/documents/pdf/003_table.pdf >"$T/pdf"
for f in txt docx pdf; do
	least "$T/$f" convention.value=0.93 table_row.relaxed=0.90 goal.relaxed=0.75 org.relaxed=0.80 legal_act.relaxed=0.60 \
		date.value=0.80 deadline.value=0.80 number.value=0.75
done

# both scorers count the same: where the words match the reference, and within 0.005 elsewhere
for f in txt docx; do
	python3 "$G/score.py" --no-dup --partial <"$T/$f" | awk 'NR > 2 {print $1, $2, $3, $6, $9, $10, $11}' >"$T/theirs"
	"$B/svod-eval" --gold "$G" --texts ../shared/seeds --no-dup --partial "$T/$f" | awk 'NR > 1 {print $1, $2, $3, $6, $9, $10, $11}' >"$T/ours"
	paste -d' ' "$T/theirs" "$T/ours" | awk -v f="$f" '
		$1 != $8 { print "not ok: rows differ in " f ": " $0; bad = 1 }
		{ for (i = 4; i <= 7; i++) if ($i - $(i + 7) > 0.0051 || $(i + 7) - $i > 0.0051) { print "not ok: " f ": " $0; bad = 1 } }
		END { exit bad }' || failed=1
done
exit $failed
