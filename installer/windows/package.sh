#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# package.sh BUILD DIST RESULT: makes the installer, the portable archive and SHA256SUMS in the folder RESULT from a build folder and DIST, the
# programs with their Qt libraries (windeployqt, or what .ci/run does). Runs on Linux and in Git Bash; needs cmake and makensis (NSIS 3.08).
# The same input makes the same files. QT_TRANSLATIONS is the folder of Qt's own translations, where windeployqt has brought none into DIST;
# VERSION overrides the version, for tests of upgrades; NSIS_TARGET is x86-unicode where the NSIS at hand knows nothing else; FAST=1 packs less
# tightly.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "$1" && pwd)
dist=$(cd "$2" && pwd)
mkdir -p "$3"
result=$(cd "$3" && pwd)
version=${VERSION:-$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")}
name=tropero-$version-windows-x64
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH # makensis heeds it
stamp=@$SOURCE_DATE_EPOCH

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir -p "$stage/bin" "$stage/app"
cp -R "$dist/." "$stage/app/"
rm -rf "$stage/app/agent"
cp -R "$build/bin/agent" "$stage/app/agent"
cp "$root/LICENSE" "$stage/app/LICENSE.txt"
cp "$root/docs/user-guide.md" "$root/docs/windows.md" "$stage/app/"
# Texts of Qt's own dialogs. Qt would look for them, and for its plug-ins, beside the folder of its libraries.
mkdir -p "$stage/app/translations"
if [ -e "$dist/translations/qt_es.qm" ]; then # windeployqt joins what Qt's modules have
  mv "$stage/app/translations/qt_es.qm" "$stage/app/translations/qtbase_es.qm"
else
  cp "${QT_TRANSLATIONS:-/usr/share/qt6/translations}/qtbase_es.qm" "$stage/app/translations/"
fi
printf '[Paths]\r\nPrefix = .\r\nPlugins = .\r\nTranslations = translations\r\n' >"$stage/app/qt.conf"
cp "$build"/setup/{tropero,tropero-desktop,setuphelper}.exe "$stage/bin/"
for strip in x86_64-w64-mingw32-strip strip; do
  command -v "$strip" >/dev/null && break
done
command -v "$strip" >/dev/null && "$strip" "$stage"/app/tropero*.exe "$stage"/bin/*.exe
find "$stage" -exec touch -h -d "$stamp" {} +

native() {
  if command -v cygpath >/dev/null; then cygpath -w "$1"; else echo "$1"; fi
}
makensis -V2 ${FAST:+-DFAST} -INPUTCHARSET UTF8 "-DTARGET=${NSIS_TARGET:-amd64-unicode}" "-DVERSION=$version" "-DSTAGE=$(native "$stage")" "-DSOURCE=$(native "$root")" \
  "-DOUTPUT=$(native "$result/$name-setup.exe")" "$(native "$root/installer/windows/tropero.nsi")"

mv "$stage/app" "$stage/$name"
rm -f "$result/$name.zip"
(cd "$stage" && find "$name" | LC_ALL=C sort >list && TZ=UTC cmake -E tar cf "$result/$name.zip" --format=zip --files-from=list)
(cd "$result" && sha256sum "$name-setup.exe" "$name.zip" >SHA256SUMS && cat SHA256SUMS)
