#!/bin/sh
# Gets what svod is built with, and the Russian dictionary. Says what it does; does nothing when all is there.
#
# Packages: common/packages.txt, through apt-get (as root or sudo).
# Dictionary: OpenCorpora as packed in the npm package az (CC BY-SA 3.0, see docs/DICTIONARY.md); pinned by version and
# SHA-256, kept in build/dict, never committed. It is optional: without it words are only stemmed.
set -eu
cd "$(dirname "$0")/.."

AZ=az@0.2.3
AZ_SHA256=868de433b36150fa271aa7a93f5a7289bc91372a512a7463d00fa2a4e0d3ffe0

root=
if [ "$(id -u)" != 0 ]; then
	root=none
	if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
		root=sudo
	fi
fi

install_packages() {
	DEBIAN_FRONTEND=noninteractive $root apt-get install -q -y --no-install-recommends "$@" >build/setup.log 2>&1
}

missing_packages() {
	for p in $(sed 's/#.*//' common/packages.txt); do
		[ "$(dpkg-query -W -f='${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || printf ' %s' "$p"
	done
}

mkdir -p build
missing=$(missing_packages)
if [ -n "$missing" ]; then
	if [ "$root" = none ]; then
		echo "svod: packages are missing. Install them, then run make again:" >&2
		echo "  sudo apt-get install --no-install-recommends$missing" >&2
		exit 69
	fi
	echo "svod: installing with apt-get:$missing"
	$root apt-get update -q >build/setup.log 2>&1 || true
	# shellcheck disable=SC2086
	if ! install_packages $missing; then
		tail -n 5 build/setup.log >&2
		echo "svod: apt-get failed (the whole of it: build/setup.log)" >&2
		exit 69
	fi
fi

fetch_dictionary() {
	if ! command -v npm >/dev/null; then
		[ "$root" != none ] || return 1
		echo "svod: installing npm for the Russian dictionary"
		install_packages npm || return 1
	fi
	rm -rf build/dict.new
	mkdir -p build/dict.new
	(cd build/dict.new && npm pack --silent "$AZ" >/dev/null 2>&1) || return 1
	if ! echo "$AZ_SHA256  build/dict.new/az-0.2.3.tgz" | sha256sum --check --status; then
		echo "svod: the dictionary that was fetched is not the one that is pinned; it is not used" >&2
		return 1
	fi
	tar -xzf build/dict.new/az-0.2.3.tgz -C build/dict.new package/dicts
	mkdir -p build/dict
	mv build/dict.new/package/dicts build/dict/ru
}

if [ ! -e build/dict/ru/words.dawg ]; then
	if [ -n "${SVOD_NO_DICTIONARY:-}" ] || ! fetch_dictionary; then
		echo "svod: no Russian dictionary (npm package $AZ): words are stemmed, names stay in the case they stand in."
		echo "svod: with npm and a network, make setup fetches it."
	fi
	rm -rf build/dict.new
fi
