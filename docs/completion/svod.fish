# Completion of svod for fish. Use: svod completion fish >~/.config/fish/completions/svod.fish
function __svod_commands
	svod --help | awk '/^  [a-z]+ +/{n=$1; $1=""; if (n != "svod") print n "\t" substr($0, 2)}'
end
function __svod_options
	svod (commandline -opc)[2] --help=completion 2>/dev/null | awk -F'\t' '{print $1 "\t" $5}'
end
complete -c svod -n '__fish_is_nth_token 1' -f -a '(__svod_commands)'
complete -c svod -n 'not __fish_is_nth_token 1; and string match -q -- "-*" (commandline -ct)' -f -a '(__svod_options)'
complete -c svod -n '__fish_seen_subcommand_from show plan check glossary compare report' -a '(svod list docs -o tsv 2>/dev/null | tail -n +2 | cut -f1)'
