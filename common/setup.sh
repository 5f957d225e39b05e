#!/bin/sh
# Installs what svod is built with. Packages are listed in common/packages.txt.
set -eu
cd "$(dirname "$0")/.."
need=$(sed 's/#.*//' common/packages.txt | tr -s '\n\t ' ' ')
missing=
for p in $need; do
	[ "$(dpkg-query -W -f='${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || missing="$missing $p"
done
if [ -n "$missing" ]; then
	sudo=
	if [ "$(id -u)" != 0 ]; then
		if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
			sudo=sudo
		else
			echo "svod: these packages are missing. Install them and run make again:" >&2
			echo "  sudo apt-get install --no-install-recommends$missing" >&2
			exit 69
		fi
	fi
	echo "svod: installing$missing"
	$sudo apt-get update -q >/dev/null
	# shellcheck disable=SC2086
	DEBIAN_FRONTEND=noninteractive $sudo apt-get install -q -y --no-install-recommends $missing >/dev/null
fi
