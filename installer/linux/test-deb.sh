#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-deb.sh BUILD: makes the Debian package of a release build and tries it: lintian, desktop entry, metadata, manual pages and completions; then
# installs it in a clean root (mmdebstrap, as root, with the network of apt), runs it there and removes it. Ends with "N passed, N failed".
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "$1" && pwd)
. "$root/installer/linux/packages.sh"
need_packages dpkg-dev lintian desktop-file-utils appstream mmdebstrap man-db
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

check() {
  local what=$1
  shift
  if "$@" >"$work/output" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $what"
    cat "$work/output"
  fi
}

package() {
  SOURCE_DATE_EPOCH=1790000000 cpack --config "$build/CPackConfig.cmake" -G DEB -B "$1" >"$work/cpack.log" 2>&1 || { cat "$work/cpack.log"; return 1; }
  find "$1" -maxdepth 1 -name '*.deb'
}
is_silent() {
  ! "$@" 2>&1 | grep .
}
pages_are_clean() {
  local page
  for page in "$work"/files/usr/share/man/man1/*.gz; do
    # As lintian asks for it; only what is said beside the page counts.
    ! LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null | grep . || return
  done
}
# Each command of the program has its place in the manual.
page_is_whole() {
  local command
  zcat "$work/files/usr/share/man/man1/tropero.1.gz" >"$work/page"
  "$work/files/usr/bin/tropero" completion words -- '' | cut -f1 >"$work/commands"
  [ "$(wc -l <"$work/commands")" -gt 20 ] || return
  while read -r command; do
    grep -qE "^.fBtropero $command\b" "$work/page" || { echo "no $command in tropero.1"; return 1; }
  done <"$work/commands"
}
same_package() {
  cmp "$deb" "$(package "$work/again")"
}

deb=$(package "$work/packages") || { echo "0 passed, 1 failed"; exit 1; }
echo "$(basename "$deb"), $(du -k "$deb" | cut -f1) KB"
dpkg-deb -x "$deb" "$work/files"
dpkg-deb -f "$deb" Depends
check "lintian" is_silent lintian --allow-root --fail-on error,warning "$deb"
check "the same input makes the same package" same_package
check "desktop entry" desktop-file-validate "$work/files/usr/share/applications/tropero.desktop"
check "metadata" appstreamcli validate --no-net "$work/files/usr/share/metainfo/org.tropero.Tropero.metainfo.xml"
check "manual pages" pages_are_clean
check "manual is whole" page_is_whole
check "completion of bash" bash -n "$work/files/usr/share/bash-completion/completions/tropero"

# In a clean root: apt finds what it depends on, the programs run, and nothing stays behind.
cat >"$work/inside.sh" <<'END'
set -eu
apt-get install -y -qq --no-install-recommends /tmp/tropero.deb >/dev/null 2>&1
export HOME=/tmp/home LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen
mkdir -p "$HOME"
tropero start 'sleep 1000' --name nap >/dev/null
tropero list --json | grep -q '"nap"'
[ ! -e /usr/bin/tropero-desktop ] || tropero-desktop --version
tropero startup login >/dev/null
grep -q /usr/lib/tropero/troperod "$HOME/.config/autostart/troperod.desktop"
tropero unstartup >/dev/null
tropero kill >/dev/null
apt-get purge -y -qq tropero >/dev/null 2>&1
left=$(find / -xdev -path /proc -prune -o -path "$HOME" -prune -o -path /tmp -prune -o -path '/var/lib/apt' -prune -o -path '/var/cache' -prune -o -path '/var/log' -prune -o -name '*tropero*' -print)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
echo REMOVED
END
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
in_clean_root() {
  cp "$deb" "$work/tropero.deb"
  timeout 600 mmdebstrap --quiet --variant=apt --aptopt='Acquire::Languages "none"' --customize-hook="copy-in $work/tropero.deb $work/inside.sh /tmp" \
    --customize-hook='chroot "$1" sh /tmp/inside.sh' "$release" /dev/null
}
removes_all() {
  in_clean_root 2>&1 | tee "$work/clean"
  grep -q REMOVED "$work/clean"
}
if [ "$(id -u)" -eq 0 ]; then
  check "clean root" removes_all
else
  echo "not root: the clean root is left out"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
