#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-yaml-cpp.sh FOLDER: unpacks the distribution's source of yaml-cpp into FOLDER, for cross builds (TROPERO_YAML_SOURCE).
# The system's apt configuration stays as it is: the source repository is known to this call only. Does nothing when FOLDER is filled.
set -euo pipefail
folder=$1
[ -e "$folder/include/yaml-cpp/yaml.h" ] && exit 0

. /etc/os-release
case $ID in
  debian) mirror=http://deb.debian.org/debian keys=/usr/share/keyrings/debian-archive-keyring.gpg parts=main ;;
  ubuntu) mirror=http://archive.ubuntu.com/ubuntu keys=/usr/share/keyrings/ubuntu-archive-keyring.gpg parts="main universe" ;;
  *) echo "Unpack the source of yaml-cpp 0.7 or 0.8 into $folder; $ID is not known here." >&2; exit 1 ;;
esac
apt=$(mktemp -d)
trap 'rm -rf "$apt"' EXIT
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/source"
echo "deb-src [signed-by=$keys] $mirror $VERSION_CODENAME $parts" >"$apt/sources.list"
options=(-o "Dir::Etc::SourceList=$apt/sources.list" -o Dir::Etc::SourceParts=- -o "Dir::State::Lists=$apt/lists"
  -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root -o Acquire::Languages=none)
apt-get "${options[@]}" -qq update </dev/null >&2
(cd "$apt/source" && apt-get "${options[@]}" -qq source --download-only yaml-cpp </dev/null >&2)
mkdir -p "$folder"
tar -xf "$(find "$apt/source" -name 'yaml-cpp_*.orig.tar.*' ! -name '*.asc')" -C "$folder" --strip-components=1
[ -e "$folder/include/yaml-cpp/yaml.h" ]
