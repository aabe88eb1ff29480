#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# wine-test.sh PROGRAM.exe [ARGS]: runs a test of the Windows build under Wine, as ctest's emulator. What Wine cannot run is named, with the
# reason, in tests/wine-exclusions.txt: a whole program, or single functions of it. WINEPREFIX and TROPERO_WINDOWS_QT must be set.
set -euo pipefail
program=$1
shift
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
name=$(basename "$program" .exe)
dist=$(cd "$(dirname "$program")/.." && pwd)/dist
exclusions=$(sed -n -E "s/^($name(\.[A-Za-z0-9_]+)?)[[:space:]]+([^[:space:]].*)$/\1 \3/p" "$root/tests/wine-exclusions.txt")

# As winepath would say, which takes a quarter of a second each time.
windows_path() {
  printf 'Z:%s' "${1//\//\\}"
}

# Wine drops variables of Qt; with this prefix it hands them on. The DLLs are the deployed ones.
export WINEQT_QPA_PLATFORM=offscreen WINEQT_FORCE_STDERR_LOGGING=1 WINEDEBUG=-all
WINEPATH=$(windows_path "$dist")
[ -z "${TROPERO_WINDOWS_NODE:-}" ] || WINEPATH="$WINEPATH;$(windows_path "$(dirname "$TROPERO_WINDOWS_NODE")")"
# The programs look for Qt's plug-ins beside themselves, where only a deployed one has them.
WINEQT_PLUGIN_PATH=$(windows_path "$dist")
# Without a display Qt finds fonts nowhere but here.
WINEQT_QPA_FONTDIR=$(windows_path /usr/share/fonts/truetype/dejavu)
export WINEPATH WINEQT_PLUGIN_PATH WINEQT_QPA_FONTDIR

functions=()
if [ -n "$exclusions" ]; then
  echo "Not under Wine:"
  echo "$exclusions"
  grep -q "^$name " <<<"$exclusions" && exit 0
  while read -r function; do
    grep -q "^$name\.$function " <<<"$exclusions" || functions+=("$function")
  done < <(wine "$program" -functions 2>&1 | tr -d '\r' | sed -n 's/()$//p')
fi
status=0
# Into a file: a program that a test left behind would hold a pipe open.
output=$(mktemp)
trap 'rm -f "$output"' EXIT
wine "$program" "${functions[@]}" "$@" </dev/null >"$output" 2>&1 || status=$?
tr -d '\r' <"$output"
exit "$status"
