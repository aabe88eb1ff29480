# SPDX-License-Identifier: GPL-3.0-or-later
# Ignores every signal that can be ignored; so does its child.
trap '' INT TERM HUP QUIT
sleep 1000 &
echo "child $!"
while :; do wait; done
