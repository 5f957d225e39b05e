# Completion of svod for fish. Use: svod completion fish >~/.config/fish/completions/svod.fish
function __svod_commands
	svod --help | awk '/^  [a-z]+ +/{n=$1; $1=""; if (n != "svod") print n "\t" substr($0, 2)}'
end
function __svod_options
	svod (commandline -opc)[2] --help=completion 2>/dev/null | awk -F'\t' '{print $1 "\t" $5}'
end
# What may stand behind the option before the cursor, where its values are few.
function __svod_choices
	set -l words (commandline -opc)
	svod $words[2] --help=completion 2>/dev/null | awk -F'\t' -v o=$words[-1] '($1 == o || $2 == o) && $4 {n = split($4, c, " "); for (i = 1; i <= n; i++) print c[i]}'
end
function __svod_list
	svod list $argv[1] -o tsv 2>/dev/null | tail -n +2 | cut -f$argv[2] | grep . | sort -u
end
# An operand of one of these commands: not the value of an option.
function __svod_operand
	set -l words (commandline -opc)
	__fish_seen_subcommand_from $argv; and not svod $words[2] --help=completion 2>/dev/null | awk -F'\t' -v o=$words[-1] '($1 == o || $2 == o) && $3 != "" {found = 1} END {exit !found}'
end
complete -c svod -n '__fish_is_nth_token 1' -f -a '(__svod_commands)'
complete -c svod -n '__fish_seen_subcommand_from help' -f -a '(__svod_commands)'
complete -c svod -n 'not __fish_is_nth_token 1; and string match -q -- "-*" (commandline -ct)' -f -a '(__svod_options)'
complete -c svod -n 'not __fish_is_nth_token 1; and test -n "$(__svod_choices)"' -f -a '(__svod_choices)'
complete -c svod -n '__svod_operand show plan check glossary compare report export' -a '(__svod_list docs 1)'
complete -c svod -n '__svod_operand list' -f -a 'docs orgs types words saved'
complete -c svod -n '__svod_operand completion' -f -a 'bash zsh fish'
complete -c svod -n '__svod_operand rules' -a 'check test list explain profile coverage'
complete -c svod -l doc -x -a '(__svod_list docs 1)'
complete -c svod -l type -s t -x -a '(__svod_list types 1)'
complete -c svod -l saved -x -a '(__svod_list saved 1)'
complete -c svod -l forget -x -a '(__svod_list saved 1)'
complete -c svod -l org -x -a '(__svod_list orgs 2)'
complete -c svod -l who -x -a '(__svod_list orgs 2)'
