# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the time of its start in nanoseconds, then waits.
date +%s%N
exec sleep 1000
