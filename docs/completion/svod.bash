# Completion of svod for bash. The options are asked of the programs, the documents of the corpus: nothing to keep up.
# Use: svod completion bash >~/.local/share/bash-completion/completions/svod
_svod() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
	if [ "$COMP_CWORD" = 1 ]; then
		COMPREPLY=($(compgen -W "$(svod --help | awk '/^  [a-z]+ /{print $1}' | grep -v '^svod$')" -- "$cur"))
		return
	fi
	local table choices
	table=$(svod "$command" --help=completion 2>/dev/null)
	choices=$(awk -F'\t' -v o="$prev" '$1 == o || $2 == o {print $4}' <<<"$table")
	if [ -n "$choices" ]; then
		COMPREPLY=($(compgen -W "$choices" -- "$cur"))
	elif [[ $cur == -* ]]; then
		COMPREPLY=($(compgen -W "$(cut -f1 <<<"$table")" -- "$cur"))
	elif [[ $command == @(show|plan|check|glossary|compare|report) ]]; then
		COMPREPLY=($(compgen -W "$(svod list docs -o tsv 2>/dev/null | tail -n +2 | cut -f1)" -- "$cur") $(compgen -f -- "$cur"))
	else
		COMPREPLY=($(compgen -f -- "$cur"))
	fi
}
complete -o filenames -F _svod svod
