#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./test.sh         builds everything with its tests and runs them.
# ./test.sh ARGS    hands ARGS to ctest: ./test.sh -R tst_selector; -j 1 for one after the other, instead of two at a time
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/installer/linux/packages.sh"
build=$root/build/test
launcher=()

need_packages "${build_packages[@]}" "${test_packages[@]}"
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
if [ ! -e "$build/build.ninja" ]; then
  # Of the debug information, what a backtrace needs: half the time to write and to link it.
  (cd "$root" && cmake --preset dev -B "$build" -DCMAKE_CXX_FLAGS_DEBUG=-g1 "${launcher[@]}") </dev/null
fi
cmake --build "$build" </dev/null

export QT_QPA_PLATFORM=offscreen
log=$build/Testing/Temporary/LastTest.log
before=$build/Testing/before.log # of those that run once more, the second run counts
rm -f "$before"
if [ "${1:-}" = --rerun-failed ] && [ -e "$log" ]; then
  mv "$log" "$before"
fi
rm -f "$log"
status=0
# The limits keep ctest from cutting the totals out of the log that they are counted from.
ctest --test-dir "$build" -j 2 --output-on-failure --no-tests=error --test-output-size-passed 100000000 --test-output-size-failed 100000000 \
  "$@" </dev/null || status=$?
[ -e "$log" ] || exit 1
[ -e "$before" ] || : >"$before"
awk -v broken="$status" -f "$root/.ci/count-tests.awk" "$before" "$log" || status=1
exit "$status"
