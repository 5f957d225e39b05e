#compdef svod
# Completion of svod for zsh. Use: svod completion zsh >"${fpath[1]}/_svod"
# _svod_list WHAT COLUMN: of the corpus
_svod_list() {
	compadd -- ${(f)"$(svod list $1 -o tsv 2>/dev/null | tail -n +2 | cut -f$2 | grep . | sort -u)"}
}
local -a commands options
local choices
if (( CURRENT == 2 )) || [[ $words[2] == help ]]; then
	commands=(${(f)"$(svod --help | awk '/^  [a-z]+ +/{n=$1; $1=""; if (n != "svod") print n ":" substr($0, 2)}')"})
	_describe command commands
	return
fi
choices=$(svod $words[2] --help=completion 2>/dev/null | awk -F'\t' -v o="$words[CURRENT-1]" '$1 == o || $2 == o {print $4}')
if [[ -n $choices ]]; then
	compadd -- ${=choices}
elif [[ $words[CURRENT-1] == --doc ]]; then
	_svod_list docs 1
elif [[ $words[CURRENT-1] == --type || ($words[CURRENT-1] == -t && $words[2] == (search|show)) ]]; then
	_svod_list types 1
elif [[ $words[CURRENT-1] == (--saved|--forget) ]]; then
	_svod_list saved 1
elif [[ $words[CURRENT-1] == (--org|--who) ]]; then
	_svod_list orgs 2
elif [[ $PREFIX == -* ]]; then
	options=(${(f)"$(svod $words[2] --help=completion 2>/dev/null | awk -F'\t' '{gsub(":", "\\:", $5); print $1 ":" $5}')"})
	_describe option options
elif [[ $words[2] == (show|plan|check|glossary|compare|report|export) ]]; then
	_svod_list docs 1
	_files
elif [[ $words[2] == list ]]; then
	compadd docs orgs types words saved
elif [[ $words[2] == completion ]]; then
	compadd bash zsh fish
elif [[ $words[2] == rules && $CURRENT == 3 ]]; then
	compadd check test list explain profile coverage
else
	_files
fi
