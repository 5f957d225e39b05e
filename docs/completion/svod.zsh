#compdef svod
# Completion of svod for zsh. Use: svod completion zsh >"${fpath[1]}/_svod"
local -a commands options
if (( CURRENT == 2 )); then
	commands=(${(f)"$(svod --help | awk '/^  [a-z]+ +/{n=$1; $1=""; if (n != "svod") print n ":" substr($0, 2)}')"})
	_describe command commands
elif [[ $words[CURRENT-1] == --doc ]]; then
	compadd -- ${(f)"$(svod list docs -o tsv 2>/dev/null | tail -n +2 | cut -f1)"}
elif [[ $words[CURRENT-1] == (--type|-t) ]]; then
	compadd -- ${(f)"$(svod list types -o tsv 2>/dev/null | tail -n +2 | cut -f1)"}
elif [[ $words[CURRENT-1] == (--saved|--forget) ]]; then
	compadd -- ${(f)"$(svod list saved -o tsv 2>/dev/null | tail -n +2 | cut -f1)"}
elif [[ $words[CURRENT-1] == (--org|--who) ]]; then
	compadd -- ${(f)"$(svod list orgs -o tsv 2>/dev/null | tail -n +2 | cut -f2 | grep . | sort -u)"}
elif [[ $PREFIX == -* ]]; then
	options=(${(f)"$(svod $words[2] --help=completion 2>/dev/null | awk -F'\t' '{gsub(":", "\\:", $5); print $1 ":" $5}')"})
	_describe option options
elif [[ $words[2] == (show|plan|check|glossary|compare|report|export) ]]; then
	compadd -- ${(f)"$(svod list docs -o tsv 2>/dev/null | tail -n +2 | cut -f1)"}
	_files
elif [[ $words[2] == list ]]; then
	compadd docs orgs types words saved
else
	_files
fi
