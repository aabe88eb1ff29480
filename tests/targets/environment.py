# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the variables that are named as arguments, then waits."""
import os
import sys
import time

for name in sys.argv[1:]:
    print(f"{name}={os.environ.get(name, '<unset>')}")
sys.stdout.flush()
time.sleep(1000)
