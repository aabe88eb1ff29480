# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts a child that holds MB megabytes (default 80); holds nothing itself."""
import os
import subprocess
import sys
import time

if len(sys.argv) > 1:
    held = bytearray(os.urandom(1024)) * (1024 * int(sys.argv[1]))
    print("holding", len(held), flush=True)
else:
    subprocess.Popen([sys.executable, __file__, os.environ.get("MB", "80")])
time.sleep(1000)
