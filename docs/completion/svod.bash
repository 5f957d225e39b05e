# Completion of svod for bash. The options are asked of the programs, the documents of the corpus: nothing to keep up.
# Use, in ~/.bashrc: source <(svod completion bash)
# _svod_list WHAT COLUMN: of the corpus, without what has spaces in it
_svod_list() {
	svod list "$1" -o tsv 2>/dev/null | tail -n +2 | cut -f"$2" | grep -v -e ' ' -e '^$' | sort -u
}
_svod() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
	if [ "$COMP_CWORD" = 1 ] || [ "$command" = help ]; then
		COMPREPLY=($(compgen -W "$(svod --help | awk '/^  [a-z]+ /{print $1}' | grep -v '^svod$')" -- "$cur"))
		return
	fi
	local table choices
	table=$(svod "$command" --help=completion 2>/dev/null)
	choices=$(awk -F'\t' -v o="$prev" '$1 == o || $2 == o {print $4}' <<<"$table")
	case $prev in
	--doc) choices=$(_svod_list docs 1) ;;
	--type | -t) choices=$(_svod_list types 1) ;;
	--saved | --forget) choices=$(_svod_list saved 1) ;;
	--org | --who) choices=$(_svod_list orgs 2) ;;
	esac
	if [ -n "$choices" ]; then
		COMPREPLY=($(compgen -W "$choices" -- "$cur"))
	elif [[ $cur == -* ]]; then
		COMPREPLY=($(compgen -W "$(cut -f1 <<<"$table")" -- "$cur"))
	elif [[ $command == @(show|plan|check|glossary|compare|report|export) ]]; then
		COMPREPLY=($(compgen -W "$(_svod_list docs 1)" -- "$cur") $(compgen -f -- "$cur"))
	elif [ "$command" = list ]; then
		COMPREPLY=($(compgen -W "docs orgs types words saved" -- "$cur"))
	elif [ "$command" = completion ]; then
		COMPREPLY=($(compgen -W "bash zsh fish" -- "$cur"))
	elif [ "$command" = rules ] && [ "$COMP_CWORD" = 2 ]; then
		COMPREPLY=($(compgen -W "check test list explain profile coverage" -- "$cur"))
	else
		COMPREPLY=($(compgen -f -- "$cur"))
	fi
}
complete -o filenames -F _svod svod
