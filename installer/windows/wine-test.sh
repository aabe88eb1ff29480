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

# Wine drops variables of Qt; with this prefix it hands them on. The DLLs are the deployed ones.
export WINEQT_QPA_PLATFORM=offscreen WINEQT_FORCE_STDERR_LOGGING=1 WINEDEBUG=-all
WINEPATH=$(winepath -w "$dist" 2>/dev/null)
[ -z "${TROPERO_WINDOWS_NODE:-}" ] || WINEPATH="$WINEPATH;$(winepath -w "$(dirname "$TROPERO_WINDOWS_NODE")" 2>/dev/null)"
# The programs look for Qt's plug-ins beside themselves, where only a deployed one has them.
WINEQT_PLUGIN_PATH=$(winepath -w "$dist" 2>/dev/null)
# Without a display Qt finds fonts nowhere but here.
WINEQT_QPA_FONTDIR=$(winepath -w /usr/share/fonts/truetype/dejavu 2>/dev/null)
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
