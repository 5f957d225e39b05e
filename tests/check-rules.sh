#!/bin/sh
# Every rule loads and every example comes out as its rule says; a stamp is the same bytes each time, wherever programs
# stand in memory. Takes the build folder.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
mkdir -p "$T/rules/lexicon"
printf 'name\tcode\nмай|мая\t05\n' >"$T/rules/lexicon/late.tsv"
cat >"$T/rules/a.rules" <<'END'
%map month
	март{,а,е}	03
	апрел~	04
%lexicon late lexicon/late.tsv name code
%set +month
	июн{ь,я}
rule a
	type date
	pattern (?<d>\d{1,2}) (?<m>%month|%late)
	value {m:clean}-{d:02}
	unless-before /дом~/
	needs-heading /план~/
	yes under "План" "5 марта" = марта-05
	no under "План" "дом 5 марта"
END
for i in 1 2; do "$1/bin/svod-rules" check --only-rules --rules "$T/rules" --stamp "$T/stamp$i" >/dev/null; done
cmp "$T/stamp1" "$T/stamp2"
"$1/bin/svod-rules" check
