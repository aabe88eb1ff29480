#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./run.sh        builds Tropero and opens its window; without a display it starts a sample app and shows what runs.
# ./run.sh ARGS   hands ARGS to the command line tool: ./run.sh start app.js
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/installer/linux/packages.sh"
build=$root/build/release
tropero=$build/bin/tropero

up_to_date() {
  [ -x "$tropero" ] && command -v ninja >/dev/null && [[ $(ninja -C "$build" -n 2>/dev/null) == *'no work to do'* ]]
}

configure() {
  need_packages "${build_packages[@]}" "${run_packages[@]}"
  [ -e "$build/build.ninja" ] || (cd "$root" && cmake --preset release -DTROPERO_TESTS=OFF)
}

compile() {
  cmake --build "$build"
}

# For ./run.sh ARGS: only the answer of the tool belongs on its output, so the build speaks when it fails.
build_quietly() {
  local log
  echo "Building Tropero (once; later only what has changed) ..." >&2
  log=$(mktemp)
  if ! { configure && compile; } >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    echo "Tropero could not be built; the messages above say why." >&2
    exit 1
  fi
  rm -f "$log"
}

sample_url() {
  "$tropero" logs hello --nostream --raw --lines 50 2>/dev/null | grep -o 'http://127\.0\.0\.1:[0-9]*' | tail -n 1
}

# Without a display: the same program at the prompt, with something to look at.
show_sample() {
  local url="" pid
  pid=$("$tropero" pid hello 2>/dev/null | grep -E '^[1-9][0-9]*$' || true)
  [ -n "$pid" ] || "$tropero" start "$root/resources/samples/hello-server/app.js" --name hello >/dev/null
  for _ in $(seq 50); do
    url=$(sample_url || true)
    [ -n "$url" ] && break
    sleep 0.1
  done
  echo
  "$tropero" list
  echo
  "$tropero" logs hello --nostream --lines 10
  cat <<X

The sample app answers on   ${url:-a port that it has not told yet: ./run.sh logs hello}
Let it crash, and come back curl $url/crash
Follow its log              ./run.sh logs hello
Stop it                     ./run.sh stop hello
Stop everything             ./run.sh kill
X
}

if [ $# -gt 0 ]; then
  up_to_date || build_quietly
  exec "$tropero" "$@"
fi
configure
compile
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$build/bin/tropero-desktop"
fi
show_sample
