#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-installer.sh BUILD DIST: makes the installer and tries it under Wine, in a prefix of its own: silent installation, use, upgrade with an app
# that runs, options, uninstallation. WINEPREFIX is the prefix to copy; TROPERO_WINDOWS_NODE a Windows node.exe. Ends with "N passed, N failed".
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$1
dist=$2
: "${WINEPREFIX:?}" "${TROPERO_WINDOWS_NODE:?}"
work=$(mktemp -d)
cp -a "$WINEPREFIX" "$work/prefix"
export LC_ALL=C.UTF-8 WINEPREFIX=$work/prefix WINEDEBUG=-all WINEQT_QPA_PLATFORM=offscreen
finish() {
  timeout 20 wineserver -k >/dev/null 2>&1
  rm -rf "$work"
}
trap finish EXIT
passed=0
failed=0

check() {
  local what=$1
  shift
  if "$@" >/dev/null; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $what"
    tail -n 5 "$work/output" "$work/errors" 2>/dev/null
  fi
}

# Wine keeps a pipe open in what a program leaves running; a file does no harm.
run() {
  local status=0
  timeout 120 wine "$@" >"$work/output" 2>"$work/errors" </dev/null || status=$?
  tr -d '\r' <"$work/output"
  return "$status"
}
# value KEY NAME: of the user's registry; fails when there is none.
value() {
  run reg query "HKCU\\$1" /v "$2" | iconv -f CP437 -t UTF-8 | sed -n 's/^ *[^ ].*REG_[A-Z_]* *//p' | grep .
}
no_value() {
  ! value "$@" >/dev/null
}
says() {
  local expected=$1
  shift
  "$@" | grep -qF -- "$expected"
}
# A minute at most, for what ends by itself: an uninstaller goes on after the program that was called.
eventually() {
  local i
  for ((i = 0; i < 600; i++)); do
    "$@" && return
    sleep 0.1
  done
  return 1
}
lacks() {
  [ ! -e "$1" ]
}
folders() {
  (cd "$installed" && echo app-*)
}
pid_of_app() {
  run "$starter" pid spin | tail -n 1
}
stays() {
  [ "$(pid_of_app)" = "$1" ]
}

export FAST=1
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
"$here/package.sh" "$build" "$dist" "$work/first" >"$work/log" 2>&1 || { cat "$work/log"; echo "0 passed, 1 failed"; exit 1; }
VERSION=99.1.0 "$here/package.sh" "$build" "$dist" "$work/second" >"$work/log" 2>&1 || { cat "$work/log"; echo "0 passed, 1 failed"; exit 1; }
check "checksums" sh -c "cd '$work/first' && sha256sum --quiet -c SHA256SUMS"

# What the shell shows of a program, and no time of the build in it
for program in "$build"/bin/*.exe "$build"/setup/*.exe; do
  [ "${program##*/}" = setuphelper.exe ] || check "version resource of $program" [ "$(strings -el "$program" | grep -A1 -x ProductVersion | tail -n 1)" = "$version" ]
  check "no time in $program" sh -c "x86_64-w64-mingw32-objdump -p '$program' | grep -q '^Time/Date.* 1970$'"
done
check "icon for every size of the shell" [ "$(od -An -v -tu1 -w16 -j6 -N128 "$here/../../resources/windows/tropero.ico" | awk '{ printf "%s ", $1 }')" = "16 20 24 32 40 48 64 0 " ]

user=$(run cmd /c 'echo %USERPROFILE%' | tail -n 1)
users=$(winepath -u "$user" 2>/dev/null)
place='C:\Apps\Tropero Ñandú'
installed=$WINEPREFIX/drive_c/Apps/Tropero\ Ñandú
starter="$place\\bin\\tropero.exe"
data=$users/AppData/Local/Tropero
node=$(winepath -w "$TROPERO_WINDOWS_NODE" 2>/dev/null)
environment='Environment'
run reg add 'HKCU\Environment' /v Path /t REG_EXPAND_SZ /d '%USERPROFILE%\bin;C:\a b' /f >/dev/null
cat >"$WINEPREFIX/drive_c/spin.js" <<'J'
setInterval(() => console.log(process.pid), 200);
J

# A first installation. NSIS takes the folder to the end of the line, without quotes: hence in two words.
check "installs" run "$(winepath -w "$work/first/tropero-$version-windows-x64-setup.exe" 2>/dev/null)" /S "/D=${place% *}" "${place#* }"
check "texts of Qt" [ -s "$installed/app-$version/translations/qtbase_es.qm" ]
check "one version" [ "$(folders)" = "app-$version" ]
check "starter" says "$version" run "$starter" --version
run "$starter" 'what "is" this' >/dev/null
check "arguments pass the starter" says 'what "is" this' cat "$work/errors"
run "$starter" nonsense >/dev/null
check "exit code passes the starter" [ $? -eq 1 ]
check "PATH has the folder and what was there" [ "$(value "$environment" Path)" = "%USERPROFILE%\\bin;C:\\a b;$place\\bin" ]
check "PATH keeps its type" says REG_EXPAND_SZ run reg query 'HKCU\Environment' /v Path
check "open with" says tropero-desktop.exe run reg query 'HKCU\Software\Classes\SystemFileAssociations\.js\shell\Tropero\command'
# As the shell would, with the files and folders that people have
if [ -e "$build/tests/tst_openwith.exe" ]; then
  export WINEPATH TROPERO_TEST_INSTALLED=1
  WINEPATH=$(winepath -w "$dist" 2>/dev/null)
  check "open with hands the file over" run "$(winepath -w "$build/tests/tst_openwith.exe" 2>/dev/null)"
  unset WINEPATH TROPERO_TEST_INSTALLED
else
  echo "Skipped: open with hands the file over (built without tests)"
fi
check "not at login unless asked" no_value 'Software\Microsoft\Windows\CurrentVersion\Run' tropero
check "uninstall entry" [ "$(value 'Software\Microsoft\Windows\CurrentVersion\Uninstall\Tropero' DisplayVersion)" = "$version" ]
check "start menu" [ -e "$users/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Tropero.lnk" ]

# An app runs, and the window is open
check "starts an app" run "$starter" start 'C:\spin.js' --name spin --interpreter "$node"
app=$(pid_of_app)
check "the app has a process" [ "${app:-0}" -gt 0 ]
daemon=$(run "$starter" daemon status | sed -n 's/^pid *//p')
run "$place\\bin\\tropero-desktop.exe"

# An upgrade while all of that runs, with other options
check "upgrades" run "$(winepath -w "$work/second/tropero-99.1.0-windows-x64-setup.exe" 2>/dev/null)" /S /PATH=0 /OPENWITH=0 /LOGIN=1
check "the old version stays for the guard" [ "$(folders)" = "app-$version app-99.1.0" ]
check "the new one counts" [ "$(cat "$installed/bin/current")" = app-99.1.0 ]
check "the app goes on" stays "$app"
check "a new daemon" [ "$(run "$starter" daemon status | sed -n 's/^pid *//p')" != "$daemon" ]
check "tidied at the next login" says /TIDY value 'Software\Microsoft\Windows\CurrentVersion\RunOnce' TroperoTidy
check "out of PATH" [ "$(value "$environment" Path)" = '%USERPROFILE%\bin;C:\a b' ]
check "no open with" no_value 'Software\Classes\SystemFileAssociations\.js\shell\Tropero' MUIVerb
check "at login by the starter" [ "$(value 'Software\Microsoft\Windows\CurrentVersion\Run' tropero)" = "\"$place\\bin\\tropero-desktop.exe\" --hidden" ]
check "the window was ended and started again" run "$place\\app-99.1.0\\tropero-desktop.exe" --quit

# The app moves to a new guard when it is started anew; then nobody needs the old version
check "stops the app" run "$starter" stop spin
check "starts it again" run "$starter" start spin
run "$starter" kill >/dev/null
check "tidies" run "$place\\uninstall.exe" /S /TIDY
check "the old version is gone" eventually lacks "$installed/app-$version"
check "the new one is still there" [ -e "$installed/app-99.1.0/troperod.exe" ]
check "brings the app back" run "$starter" resurrect
check "it runs" says spin run "$starter" list

# Uninstallation with an app running; data stays
check "uninstalls" run "$place\\uninstall.exe" /S
check "programs are gone" eventually lacks "$installed"
check "the list of apps stays" [ -d "$data/apps" ]
check "logs stay" [ -d "$data/logs" ]
check "no menu" eventually lacks "$users/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Tropero.lnk"
check "no login" no_value 'Software\Microsoft\Windows\CurrentVersion\Run' tropero
check "no entry" no_value 'Software\Microsoft\Windows\CurrentVersion\Uninstall\Tropero' DisplayVersion
check "no settings of the installer" no_value 'Software\Tropero' InstallFolder
check "PATH as before" [ "$(value "$environment" Path)" = '%USERPROFILE%\bin;C:\a b' ]

# And with its data
check "installs again" run "$(winepath -w "$work/first/tropero-$version-windows-x64-setup.exe" 2>/dev/null)" /S "/D=${place% *}" "${place#* }"
check "uninstalls with data" run "$place\\uninstall.exe" /S /DATA=remove
check "programs are gone again" eventually lacks "$installed"
check "data is gone" eventually lacks "$data"

# The archive, with its state beside the programs
portable=$WINEPREFIX/drive_c/portable/tropero-$version-windows-x64
mkdir "$WINEPREFIX/drive_c/portable"
(cd "$WINEPREFIX/drive_c/portable" && cmake -E tar xf "$work/first/tropero-$version-windows-x64.zip")
: >"$portable/portable.txt"
program="C:\\portable\\tropero-$version-windows-x64\\tropero.exe"
check "the archive runs" says "$version" run "$program" --version
check "it starts an app" run "$program" start 'C:\spin.js' --name spin --interpreter "$node"
check "its state is beside it" [ -d "$portable/data/apps" ]
check "and nowhere else" lacks "$data"
check "it ends" run "$program" kill

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
