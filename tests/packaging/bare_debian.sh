#!/usr/bin/env bash
# Installs the packages of scripts/package on a Debian 12 with nothing else on it, and converts files there. Needs root,
# debootstrap and a Debian mirror; takes a minute or two. Not among ctest's tests.
set -euo pipefail

root=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
packages=$root/build/static/packages
bare=$(mktemp -d)
trap 'rm -rf "$bare"' EXIT

debootstrap --variant=minbase bookworm "$bare" >"$bare.log" || { tail -n 20 "$bare.log" >&2; exit 1; }
cp "$packages"/*.deb "$packages"/*.tar.gz "$bare/tmp/"
chroot "$bare" sh -eu -c '
  convert() { test "$(echo "print \`x\`" | "$1" -)" = "print(repr(x))"; }
  # No repository is asked: all that the package needs has to be there already.
  dpkg -i /tmp/py3k_*.deb >/dev/null
  convert py3k
  py3k --version
  mkdir -p /srv/app/build && cd /srv/app
  printf "# -*- coding: shift_jis -*-\nprint 1\n" >a.py
  py3k -w -q a.py && grep -q "print(1)" a.py
  dpkg -r py3k >/dev/null
  test ! -e /usr/bin/py3k
  tar -xzf /tmp/py3k-*.tar.gz -C /srv
  convert /srv/py3k-*/bin/py3k
'
rm -f "$bare.log"
echo "the package and the tarball run on a bare Debian 12"
