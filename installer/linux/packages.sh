# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# Sourced by run.sh, test.sh and .ci/run: sees to the packages that a build needs on Debian 12, Ubuntu 24.04 and newer.

# A name|other entry is satisfied by either: the Qt packages were renamed between releases.
build_packages=(
  g++ cmake ninja-build
  qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  'libqt6svg6-dev|qt6-svg-dev' 'libqt6charts6-dev|qt6-charts-dev' libqt6sql6-sqlite
  libyaml-cpp-dev libgl1-mesa-dev
)
# nodejs and npm count as there when the commands are, wherever they came from.
run_packages=(nodejs qt6-wayland qt6-translations-l10n fonts-dejavu-core)
test_packages=(nodejs npm python3 fonts-dejavu-core procps dbus-daemon lld)

package_is_there() {
  local name
  case $1 in
    nodejs) command -v node >/dev/null && return 0 ;;
    npm | python3) command -v "$1" >/dev/null && return 0 ;;
  esac
  for name in ${1//|/ }; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] && return 0
  done
  return 1
}

# The first of its names that this release knows.
package_name() {
  local name
  for name in ${1//|/ }; do
    if [ -n "$(apt-cache show --no-all-versions "$name" 2>/dev/null)" ]; then
      echo "$name"
      return
    fi
  done
  echo "${1%%|*}"
}

# need_packages NAME...: installs what is missing, and asks neither apt nor the network when nothing is.
need_packages() {
  local entry missing=() names=() as_root=()
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    need_commands "$@"
    return
  fi
  for entry in "$@"; do
    package_is_there "$entry" || missing+=("$entry")
  done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Tropero needs packages that are not installed, and neither root nor sudo is at hand. As root:" >&2
      echo "  apt-get install ${missing[*]%%|*}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]%%|*}" >&2
  "${as_root[@]}" apt-get update -qq >&2 </dev/null || echo "apt-get update failed; trying with the lists at hand" >&2
  for entry in "${missing[@]}"; do
    names+=("$(package_name "$entry")")
  done
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${names[@]}" >&2 </dev/null
}

# Not a Debian: says what to install instead of guessing how. Present tools and a Qt that CMake finds are enough.
need_commands() {
  local command lacking=()
  for command in cmake ninja c++ gzip; do
    command -v "$command" >/dev/null || lacking+=("$command")
  done
  [ ${#lacking[@]} -eq 0 ] && return
  cat >&2 <<X
Not found: ${lacking[*]}. This system has no apt, so please install the following yourself (these are the Debian names):
  $(printf '%s ' "${@%%|*}")
that is: a C++23 compiler (GCC 12 or newer), CMake 3.25, Ninja, gzip, Qt 6.4 or newer with Network, Sql (SQLite), Widgets, Svg, Charts
and the Linguist tools, yaml-cpp, and Node.js for the sample and the tests. With Qt DBus notifications have buttons.
X
  exit 1
}
